"""Units, and finding which one a text writes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

import msgspec

from copydesk.article import Span
from copydesk.facts.quantities.table import Kind, Row, System, british, rare_rows, rows
from copydesk.patterns import pattern

Origin = Literal["usual", "rare", "house"]


class Unit(msgspec.Struct, frozen=True):
    """A unit.

    `meanings` are its names in `arithmetic`: several where a word stands for several units (a gallon), the one
    usual in the article's country first. `singular` and `plural` are US spellings; `short` is the usual
    abbreviation. `origin` says whether it is in the table of factors, a rare one that pint knows, or the house's own.
    """

    name: str
    kind: Kind
    system: System
    meanings: tuple[str, ...]
    singular: str
    plural: str
    short: str
    origin: Origin = "usual"


class UnitForm(msgspec.Struct, frozen=True):
    """One way of writing a unit. A doubtful one (m, C, in) counts only where its surroundings bear it out."""

    unit: Unit
    is_short: bool
    doubtful: bool = False


class Table:
    """All forms: `exact` ones mean something else in other case. `lengths` is how many tokens they have at most
    that begin with a token."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.forms: dict[str, UnitForm] = {}
        self.exact: dict[str, UnitForm] = {}
        self.lengths: dict[str, int] = {}

    def add(self, row: Row, origin: Origin = "usual") -> None:
        """Take in a unit with all its forms."""
        word = row.word or row.name.replace("_", " ")
        plural = row.plural or f"{word}s"
        meanings = () if row.meanings == "-" else tuple((row.meanings or row.name).split(","))
        unit = Unit(row.name, row.kind, row.system, meanings, word, plural, row.short, origin)
        self.units[unit.name] = unit
        doubtful, exact = frozenset(_listed(row.doubtful)), _listed(row.exact)
        for form in (word, plural, british(word), british(plural), *_listed(row.also)):
            self._put(self.forms, form.lower().replace("-", " "), UnitForm(unit, False, form in doubtful))
        for form in (*([] if exact or not row.short else [row.short]), *_listed(row.shorts)):
            if form.lower() not in self.forms:
                self._put(self.forms, form.lower(), UnitForm(unit, True, form in doubtful))
        for form in exact:
            if form not in self.exact:
                self._put(self.exact, form, UnitForm(unit, True, form in doubtful))

    def _put(self, forms: dict[str, UnitForm], written: str, form: UnitForm) -> None:
        forms[written] = form
        tokens = [token.strip(_BLANKS).lower() for token in _TOKEN.findall(written)]
        for first in (tokens[0], tokens[0].removesuffix(".")):
            self.lengths[first] = max(self.lengths.get(first, 0), len(tokens))

    def with_rows(self, rows: Iterable[Row], origin: Origin) -> Table:
        """Return this table with more units."""
        wider = Table()
        for name in ("units", "forms", "exact", "lengths"):
            setattr(wider, name, dict(getattr(self, name)))
        for row in rows:
            wider.add(row, origin)
        return wider


def _listed(forms: str) -> list[str]:
    return forms.split(",") if forms else []


@cache
def usual_table() -> Table:
    """Return the units that are recognised in everybody's copy."""
    table = Table()
    for row in rows():
        table.add(row)
    for row in rare_rows():
        table.add(row, "rare")
    return table


def unit_named(name: str) -> Unit:
    """Return the unit of this table's name, for example “square_mile”. Raises KeyError if there is none."""
    return usual_table().units[name]


def known() -> Iterable[Unit]:
    """Return every unit that is recognised."""
    return usual_table().units.values()


_BLANKS = " \t\n\u00a0\u2009\u202f-‐‑"
_GAP = pattern(r"[\s\u00a0\u2009\u202f‐‑-]+")
_TOKEN = pattern(
    r"(?:[\s\u00a0\u2009\u202f]|[ ]?[-‐‑][ ]?)?"
    r"(?:[°º℃℉′″]|(?:[A-Za-z]\.){2,}|[^\W_]+(?:/(?:100[ ]?)?[A-Za-z]+\b|\^[23])?\.?)"
)
_BRACKETED = pattern(r"\s?(?:\((?P<a>[\w.²³/]+)\)|\[(?P<b>[\w.²³/]+)\]|\{(?P<c>[\w.²³/]+)\}|<(?P<d>[\w.²³/]+)>)")


@lru_cache(maxsize=20_000)
def form_of(words: str, table: Table | None = None) -> UnitForm | None:
    """Return which unit `words` write, or None: “sq. km”, “miles”, “°F”. Case tells only short forms apart."""
    table = table or usual_table()
    tidy = _GAP.sub(" ", words).strip()
    exact = table.exact.get(tidy) or table.exact.get(tidy.removesuffix("."))
    if exact:
        return exact
    lowered = tidy.lower()
    return table.forms.get(lowered) or table.forms.get(lowered.removesuffix("."))


def unit_at(words: str, start: int, table: Table | None = None) -> tuple[UnitForm, Span] | None:
    """Return the unit written right behind `start`, in its longest form, with the span of its words.

    `table` has the units to look for, those of everybody's copy by default.
    """
    token = _TOKEN.match(words, start)
    if token is None:
        return _bracketed(words, start)
    first = token[0].strip(_BLANKS).lower()
    lengths = (table or usual_table()).lengths
    longest = lengths.get(first) or lengths.get(first.removesuffix("."))
    if longest is None:
        return None
    best: tuple[UnitForm, Span] | None = None
    for _ in range(longest):
        end = stop = token.end()
        if words[end - 1] == "." and words[end - 2 : end - 1] != "." and _ends_sentence(words, end):
            stop = end - 1
        if form := form_of(words[start:stop], table):
            gap = _GAP.match(words, start)
            if words[stop - 1] == "." and not form.is_short:
                stop -= 1
            best = form, Span(gap.end() if gap else start, stop)
        token = _TOKEN.match(words, end)
        if stop != end or token is None:
            break
    return best


def _bracketed(words: str, start: int) -> tuple[UnitForm, Span] | None:
    """Return a unit that stands in brackets by itself, as in tables: 20 (kg)."""
    if not (match := _BRACKETED.match(words, start)):
        return None
    form = form_of(match[match.lastgroup or 0])
    return (form, Span(start + (match[0][0] == " "), match.end())) if form and not form.doubtful else None


def _ends_sentence(words: str, end: int) -> bool:
    """Whether the full stop before `end` ends a sentence, rather than an abbreviation in one."""
    following = words[end : end + 3].lstrip(' \u00a0)]”"’')
    return not following or not (following[0].islower() or following[0].isdigit() or following[0] in "([,;")
