"""A number with a unit, and the words around it that tell what it is."""

from __future__ import annotations

import msgspec

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.facts.quantities.units import Unit, UnitForm

_BEFORE, _AFTER = 60, 60  # code points that are looked at


class Surroundings(msgspec.Struct, frozen=True):
    """A candidate for a quantity and the words of its sentence before and behind it."""

    words: str
    number: Number
    form: UnitForm
    span: Span
    unit_span: Span
    title_case: bool
    compound: bool = False

    @property
    def unit(self) -> Unit:
        return self.form.unit

    @property
    def before(self) -> str:
        return self.words[max(0, self.span.start - _BEFORE) : self.span.start]

    @property
    def after(self) -> str:
        return self.words[self.span.end : self.span.end + _AFTER]

    @property
    def unit_words(self) -> str:
        return self.words[self.unit_span.start : self.unit_span.end]
