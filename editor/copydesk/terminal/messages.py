"""What widgets tell the screen, and what the checker tells it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from copydesk.session.checker import Answer


@dataclass
class Answered(Message):
    """The checker has an answer."""

    answer: Answer


@dataclass
class Chosen(Message):
    """Somebody clicked on something that stands for an action of the review screen, such as “select(12)”."""

    action: str
