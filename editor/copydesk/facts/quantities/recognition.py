"""Finding quantities: the numbers of the text layer with the units behind them, and the ranges that they make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from copydesk.article import Span
from copydesk.facts.marks import read as read_marks
from copydesk.facts.numbers import Number, is_grouped, is_in_name, is_vague, number_of
from copydesk.facts.quantities.context import use_of
from copydesk.facts.quantities.ranges import merged, with_earlier
from copydesk.facts.quantities.records import Quantity, Use
from copydesk.facts.quantities.surroundings import Surroundings
from copydesk.facts.quantities.temperatures import difference_of
from copydesk.patterns import pattern
from copydesk.text import Amount, Analysis, Tokens, analysis_of, lexicon
from copydesk.text.tables import table
from copydesk.text.units import UnitForm, UnitForms, usual_forms
from copydesk.text.values.quantities import unit_place

# 51°30′26″N, N 51° 30.4', 40.7° W: where a place is.
_COORDINATE = pattern(
    r"\d{1,3}(?:\.\d+)?\s?[°º]\s?(?:\d{1,2}(?:\.\d+)?\s?['’′](?!\w)|\d{1,2}(?:\.\d+)?\s?['’′](?=\s?\d|[NSEW]\b)|(?=[NSEW]\b))"
    r"(?:\s?\d{1,2}(?:\.\d+)?\s?(?:[\"”″]|''|’’))?"
)
_HYPHENS = frozenset("-‐‑")
_OPENED, _CLOSED = frozenset("([{<"), frozenset(")]}>")
_ONE = frozenset(("a", "an", "per"))
_BEHIND_ONE = frozenset(("(", "[", "of", "or", "is", "equals"))
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_BEHIND_INCHES = frozenset("x×,.;)")
_MONEY = frozenset("cents dollars pence euros pounds yen rupees".split())


def quantities_in(words: str, *, title_case: bool = False, forms: UnitForms | None = None) -> list[Quantity]:
    """Return the quantities of a text in order, spans in `words`.

    `title_case` says that capitals mean nothing, as in a headline. `forms` has the units to look for, those of
    everybody's copy by default.
    """
    text, found, end = analysis_of(words), list[Quantity](), 0
    for quantity in _candidates(text, forms or usual_forms(), title_case):
        if quantity.span.start < end:
            continue
        if found and (joined := merged(text, found[-1], quantity)):
            found[-1] = joined
        else:
            found.append(quantity)
        end = quantity.span.end
    return found


def _candidates(text: Analysis, forms: UnitForms, title_case: bool) -> Iterator[Quantity]:
    words, past = text.tokens.words, 0
    coordinates = [match.span() for match in _COORDINATE.finditer(words)] if "°" in words or "º" in words else []
    for first in _places(text, forms):
        start = text.tokens.start(first)
        if first < past or any(low <= start < high for low, high in coordinates):
            continue
        if (measured := _measured(text, first, forms)) is None:
            continue
        past = text.tokens.at(measured.unit_span.end - 1) + 1
        if quantity := _read(replace(measured, title_case=title_case)):
            yield quantity
        else:
            past = first


def _places(text: Analysis, forms: UnitForms) -> list[int]:
    """Return the tokens that may begin a quantity: those of values, and articles before units that are no values."""
    tokens, starting = text.tokens, text.values.starting
    house = forms is not usual_forms()
    if not house and " per " not in tokens.words:
        return sorted(starting)
    ones = _ONE if house else frozenset(("per",))
    lower, ids = tokens.table.lower, tokens.ids
    more = [at for at, one in enumerate(ids[:-1]) if lower[one] in ones and lower[ids[at + 1]] in forms.starting]
    return sorted({*starting, *more})


def _measured(text: Analysis, first: int, forms: UnitForms) -> Surroundings | None:
    """Return the number with a unit that a token begins, in the reading that takes in most words."""
    tokens, best = text.tokens, None
    if tokens.text_at(first - 1) in lexicon("currency_signs") or is_in_name(text, first):
        return None
    for value in text.values.starting.get(first, ()):
        if not isinstance(value, Amount):
            continue
        if value.kind in ("number", "fraction") and not is_vague(text, value):
            one = _with_unit(text, value, forms)
        elif value.kind == "quantity" and (value.whole or (value.words and value.number < 1)):
            one = _from_value(text, value, forms)
        else:
            continue
        if one and (best is None or one.span.end > best.span.end):
            best = one
    return best or _one(text, first, forms)


def _with_unit(text: Analysis, amount: Amount, forms: UnitForms) -> Surroundings | None:
    tokens, at = text.tokens, unit_place(text.tokens, amount)
    found = forms.at(tokens, at) or _in_brackets(tokens, at, forms) or _inch_mark(text, at)
    if found is None or not found[0].unit.system or not _ends_there(tokens, *found):
        return None
    form, past = found
    if is_grouped(tokens, amount) and not tokens.space(at):
        return None  # more than 50 155mm guns
    if form.is_short and tokens.text_at(amount.past - 1) == "m":
        return None  # 2.67m in length is no number of inches
    if tokens.text_at(amount.past) == "st" and amount.number % 10 == 1 and amount.number % 100 != 11:
        return None  # 21st is an ordinal
    begins = at + (past - at > 2 and tokens.text_at(at) in _OPENED)
    number, end = number_of(text, amount), tokens.ends[past - 1]
    if amount.words and tokens.lower(past) == "and" and tokens.lower(past + 1) == "a":
        part = _PARTS.get(tokens.lower(past + 2))
        if part and amount.number == amount.number.to_integral_value():  # two miles and a half
            number, end = replace(number, value=number.value + part, step=part), tokens.ends[past + 2]
    unit_span = tokens.span(begins, past)
    return Surroundings(
        text, number, form, Span(number.span.start, end), unit_span, first=amount.first, past=amount.past
    )


def _ends_there(tokens: Tokens, form: UnitForm, past: int) -> bool:
    """Whether no more of a word is right behind a unit: not of 5l0pF; but of 6ft2in."""
    following = tokens.text_at(past)
    if not form.is_short or tokens.space(past) or not following[:1].isalnum():
        return True
    return following[0].isdigit() and len(form.unit.short) > 1


def _in_brackets(tokens: Tokens, at: int, forms: UnitForms) -> tuple[UnitForm, int] | None:
    """Return a unit that is in brackets by itself, as in tables: 20 (kg)."""
    if tokens.text_at(at) not in _OPENED or not (found := forms.at(tokens, at + 1)):
        return None
    form, past = found
    return (form, past + 1) if tokens.text_at(past) in _CLOSED and not form.doubtful else None


def _inch_mark(text: Analysis, at: int) -> tuple[UnitForm, int] | None:
    """Return the inch of a straight mark that closes no quotation: a 6" pipe."""
    tokens = text.tokens
    if tokens.text_at(at) != '"' or tokens.space(at) > 1 or tokens.start(at) in _partners(tokens.words):
        return None
    following = tokens.text_at(at + 1)
    if following and not (following in _BEHIND_INCHES or (tokens.space(at + 1) and following[0].isalnum())):
        return None
    form = usual_forms().of("″")
    return (form, at + 1) if form else None


@lru_cache(maxsize=2)
def _partners(words: str) -> frozenset[int]:
    """Return the places of the marks that open or close a quotation."""
    marks = read_marks(words)
    return frozenset((*(place for pair in marks.pairs for place in (pair.opening, pair.closing)), *marks.unclosed))


def _from_value(text: Analysis, amount: Amount, forms: UnitForms) -> Surroundings | None:
    """Return an amount in two units, in the larger one, or half of a unit."""
    tokens = text.tokens
    span, number = text.span(amount), number_of(text, amount)
    found = forms.at(tokens, unit_place(tokens, replace(amount, past=amount.core[1], kind="number")))
    form = found[0] if found else usual_forms().of("foot")
    if form is None:
        return None
    if amount.whole:
        parts = table("units")["together"][amount.whole][amount.unit]
        number = replace(number, value=number.value / parts, step=number.step / parts)
        unit_span = Span(tokens.start(unit_place(tokens, replace(amount, past=amount.core[1]))), span.end)
        if found is None:
            unit_span = span  # 5'10"
    else:
        unit_span = tokens.span(amount.core[1], found[1]) if found else span
    return Surroundings(
        text,
        number,
        form,
        span,
        unit_span,
        compound=bool(amount.whole),
        first=amount.first,
        past=amount.core[1],
    )


def _one(text: Analysis, first: int, forms: UnitForms) -> Surroundings | None:
    """Return one of a unit: a mile (1.6 km), a gallon of milk, per hectare (2.5 acres), a mile and a half."""
    tokens = text.tokens
    if tokens.lower(first) not in _ONE or not (found := forms.at(tokens, first + 1)):
        return None
    form, past = found
    if form.is_short or not form.unit.system or (form.doubtful and form.unit.kind != "mass"):
        return None
    value, step, end = Decimal(1), Decimal(1), tokens.ends[past - 1]
    if tokens.lower(past) == "and" and tokens.lower(past + 1) == "a":
        step = _PARTS.get(tokens.lower(past + 2), step)
        value, end = (value + step, tokens.ends[past + 2]) if step < 1 else (value, end)
    elif tokens.lower(past) not in _BEHIND_ONE or not _is_one(tokens, past):
        return None
    span = tokens.span(first, first + 1)
    return Surroundings(
        text,
        Number(span, value, step, "words"),
        form,
        Span(span.start, end),
        tokens.span(first + 1, past),
        first=first,
        past=first + 1,
    )


def _is_one(tokens: Tokens, past: int) -> bool:
    """Whether a bracket behind a unit has a figure in it; anything else behind it will do."""
    if tokens.text_at(past) not in _OPENED:
        return True
    at = past + 2 if tokens.text_at(past + 1).isalpha() else past + 1
    return tokens.text_at(at)[:1].isdigit() or tokens.text_at(at)[:1] == "."


def _read(at: Surroundings) -> Quantity | None:
    words = at.words
    amounts, joint = ((at.number,), "") if at.compound else with_earlier(at)
    span = Span(amounts[0].span.start, at.span.end)
    place = replace(at, number=amounts[0], span=span)
    use = use_of(place)
    if use is None:
        return None
    in_primes = at.unit_span == at.span
    if use == "measure" and amounts[0].value == 1 and words[slice(*at.number.span)].lower() in _ONE:
        use = _of_one(at)
    return Quantity(
        span,
        amounts,
        at.form.unit,
        at.unit_span,
        at.form.is_short,
        unit_words="" if in_primes else at.unit_words,
        gap=" " if in_primes else words[at.number.span.end : at.unit_span.start],
        between=words[amounts[0].span.end : amounts[1].span.start] if len(amounts) > 1 else "",
        joint=joint,
        hyphenated=not in_primes and words[at.unit_span.start - 1] in _HYPHENS and _is_adjective(at),
        compound=at.compound,
        difference=difference_of(place),
        use=use,
    )


def _is_adjective(at: Surroundings) -> bool:
    """Whether hyphens make an adjective of it: a 10-foot wall, the 4-foot-10 gymnast; not “she is 4-foot-10”."""
    return not at.compound or at.words[at.span.end - 1].isalpha() or at.earlier(1) in lexicon("determiner")


def _of_one(at: Surroundings) -> Use:
    """Take “a gallon of milk” for a quantity, but not “three dollars a gallon”, “a ton of work”, “a foot”."""
    tokens, before = at.text.tokens, at.first - 1
    priced = tokens.text_at(before)[:1].isdigit() or tokens.lower(before) in _MONEY
    vague = at.unit.name in ("ton", "foot", "inch", "ounce") or priced
    return "doubtful" if vague or at.later(0) != "of" else "measure"
