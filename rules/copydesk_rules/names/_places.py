"""A form of a name where it stands."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.rules import Span


class Place(NamedTuple):
    """A form of a name, as written, and where it stands in the text."""

    form: str
    span: Span
