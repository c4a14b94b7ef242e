"""A number with a unit, and the words around it that show what it is."""

from __future__ import annotations

import msgspec

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.text import Analysis
from copydesk.text.units import Unit, UnitForm

_BEFORE, _AFTER = 60, 60  # code points that are looked at


class Surroundings(msgspec.Struct, frozen=True):
    """A candidate for a quantity and the words before and after it.

    `first` and `past` are the tokens of the number right before the unit, the last one of a range.
    """

    text: Analysis
    number: Number
    form: UnitForm
    span: Span
    unit_span: Span
    first: int
    past: int
    title_case: bool = False
    compound: bool = False

    @property
    def unit(self) -> Unit:
        return self.form.unit

    @property
    def words(self) -> str:
        return self.text.tokens.words

    @property
    def before(self) -> str:
        return self.words[max(0, self.span.start - _BEFORE) : self.span.start]

    @property
    def after(self) -> str:
        return self.words[self.span.end : self.span.end + _AFTER]

    @property
    def unit_words(self) -> str:
        return self.words[self.unit_span.start : self.unit_span.end]
