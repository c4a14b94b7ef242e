"""Units of measurement: every usual way of writing them, and finding which one a text writes."""

from copydesk.text.units.forms import UnitForm, UnitForms, begins_unit, known, unit_named, usual_forms
from copydesk.text.units.rows import Row, british, row_of, rows
from copydesk.text.units.unit import Kind, Origin, System, Unit

__all__ = [
    "Kind", "Origin", "Row", "System", "Unit", "UnitForm", "UnitForms", "begins_unit", "british", "known", "row_of",
    "rows", "unit_named", "usual_forms",
]  # fmt: skip
