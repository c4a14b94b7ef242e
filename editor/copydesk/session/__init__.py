"""An article being edited, without a screen: text, findings, answers, one undo stack, recovery."""

from copydesk.session.marks import Mark
from copydesk.session.recovery import Journal, Recovered
from copydesk.session.saving import SaveRefused
from copydesk.session.session import Session, Step
from copydesk.session.work import Job, Reading

__all__ = ["Job", "Journal", "Mark", "Reading", "Recovered", "SaveRefused", "Session", "Step"]
