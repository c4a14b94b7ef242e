"""Findings for a machine or a log: one module per format."""

from copydesk.report.report import Report, report_named

__all__ = ["Report", "report_named"]
