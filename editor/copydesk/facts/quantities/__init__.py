"""Quantities: values with units, and which quantity converts which.

`article.facts(quantities)` holds all quantities of the article and its conversions. Arithmetic on them is in
`quantities.arithmetic`, what rounding explains in `quantities.rounding`. Words for several units (ton, gallon) are
taken for that of the article's country.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from copydesk.article import Article, Part
from copydesk.facts.quantities.arithmetic import converted, factor
from copydesk.facts.quantities.compounds import recomposed
from copydesk.facts.quantities.links import conversions_in, may_convert
from copydesk.facts.quantities.nations import Nation, is_foreign, nation_of, usual_in, whose
from copydesk.facts.quantities.recognition import quantities_in
from copydesk.facts.quantities.records import Conversion, Quantities, Quantity
from copydesk.facts.quantities.rounding import (
    as_exact_as,
    comes_from_nautical,
    explanation_of,
    false_precision,
    fitting,
    in_unit,
    is_explained,
)
from copydesk.facts.quantities.writing import Habits, habits_of, numbers_written, target_of, written
from copydesk.text.units import UnitForms

__all__ = [
    "Conversion", "Habits", "Quantities", "Quantity", "as_exact_as", "combine", "comes_from_nautical", "converted",
    "explanation_of", "factor", "false_precision", "fitting", "habits_of", "in_unit", "is_explained", "is_foreign",
    "local", "may_convert", "numbers_written", "recomposed", "target_of", "whose", "written",
]  # fmt: skip


def local(part: Part) -> Quantities:
    """Return the quantities of a part, spans relative to it."""
    return _read(part)


def _read(part: Part, forms: UnitForms | None = None) -> Quantities:
    found = quantities_in(part.words, title_case=part.kind in ("headline", "heading"), forms=forms)
    if not found:
        return Quantities()
    conversions, read = conversions_in(part.words, found)
    return Quantities(tuple(read), tuple(conversions))


def combine(article: Article, locals_: Sequence[Quantities]) -> Quantities:
    """Return the quantities of the article, spans in its text."""
    if article.units:
        locals_ = _with_house_units(article, locals_)
    everything: list[Quantity] = []
    conversions: list[Conversion] = []
    ambiguous = any(len(quantity.unit.meanings) > 1 for here in locals_ for quantity in here.all)
    nation: Nation = nation_of(article) if ambiguous else "us"
    for part, here in zip(article.parts, locals_, strict=True):
        if not here.all:
            continue
        moved = {quantity: _in_text(quantity, part, nation) for quantity in here.all}
        everything += moved.values()
        conversions += (replace(c, first=moved[c.first], second=moved[c.second]) for c in here.conversions)
    return Quantities(tuple(everything), tuple(conversions))


def _with_house_units(article: Article, locals_: Sequence[Quantities]) -> list[Quantities]:
    """Read the parts anew that may have a unit of the house's."""
    from copydesk.facts.quantities.house import first_words

    words = first_words(article.units)
    return [
        here
        if words.isdisjoint(part.vocabulary)
        else article.cache.get(("quantities", article.units), part, partial(_read_with, article.units))
        for part, here in zip(article.parts, locals_, strict=True)
    ]


def _read_with(units: tuple[tuple[str, str], ...], part: Part) -> Quantities:
    from copydesk.facts.quantities.house import forms_with

    return _read(part, forms_with(units))


def _in_text(quantity: Quantity, part: Part, nation: Nation) -> Quantity:
    amounts = tuple(replace(number, span=part.text_span(*number.span)) for number in quantity.amounts)
    span, unit_span = part.text_span(*quantity.span), part.text_span(*quantity.unit_span)
    unit = usual_in(nation, quantity.unit)
    return replace(quantity, span=span, amounts=amounts, unit_span=unit_span, unit=unit)
