"""Finding which unit a text writes: forms as rows of tokens, filed by their first one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import msgspec

from copydesk.text.tokens import Tokens, first_token, tokens_of
from copydesk.text.units.rows import Row, rows
from copydesk.text.units.unit import Unit

_HYPHENS = frozenset("-‐‑")
_LONGEST = 60  # code points of a unit


class UnitForm(msgspec.Struct, frozen=True):
    """One way of writing a unit. A `doubtful` one (pounds, C) means other things, an `unsure` one (bar) mostly does.

    A `glued` one counts only right behind a figure.
    """

    unit: Unit
    is_short: bool
    doubtful: bool = False
    unsure: bool = False
    glued: bool = False


class _Written(msgspec.Struct, frozen=True):
    """The tokens of a form: in lower case if the form is not `exact`; and which have no space before them."""

    tokens: tuple[str, ...]
    joined: tuple[bool, ...]
    exact: bool
    form: UnitForm

    def past(self, tokens: Tokens, at: int) -> int:
        """Return the index past the form where a text writes it at a token, else 0."""
        read = tokens.text_at if self.exact else tokens.lower
        for index, wanted in enumerate(self.tokens):
            if index and not self.joined[index] and tokens.text_at(at) in _HYPHENS and not tokens.space(at):
                at += 1
            if read(at) != wanted or (index and tokens.space(at) > (not self.joined[index])):
                return 0
            at += 1
        return at


class _Filed(NamedTuple):
    """A form as it is entered, before it is taken apart."""

    row: Row
    form: str
    is_short: bool = False
    exact: bool = False

    def written(self) -> _Written:
        tokens, row, form = tokens_of(self.form.replace("-", " ")), self.row, self.form
        places = range(len(tokens))
        return _Written(
            tuple(map(tokens.text if self.exact else tokens.lower, places)),
            tuple(index > 0 and not tokens.space(index) for index in places),
            self.exact,
            UnitForm(
                row.unit, self.is_short, form in row.doubtful, unsure=form in row.unsure, glued=form in row.glued
            ),
        )


class UnitForms:
    """All forms, of everybody's units and perhaps a house's. `starting` files them by their first token.

    Few of them are in any article, so each is taken apart when its first token is met.
    """

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.starting: dict[str, list[_Filed]] = {}
        self._written: dict[str, tuple[_Written, ...]] = {}

    def add(self, row: Row) -> None:
        """Take in a unit with all its forms. What is known already, or in more tokens, goes before it."""
        self.units[row.unit.name] = row.unit
        for is_short, exact, forms in ((False, False, row.words), (True, False, row.signs), (True, True, row.exact)):
            for form in dict.fromkeys(forms):
                first = first_token(form).lower()
                self.starting.setdefault(first, []).append(_Filed(row, form, is_short, exact))

    def with_rows(self, added: Iterable[Row]) -> UnitForms:
        """Return these forms with more units."""
        wider = UnitForms()
        wider.units = dict(self.units)
        wider.starting = {first: list(filed) for first, filed in self.starting.items()}
        for row in added:
            wider.add(row)
        return wider

    def at(self, tokens: Tokens, index: int, *, sure: bool = False) -> tuple[UnitForm, int] | None:
        """Return the unit that a token begins, in its longest form, and the index past it.

        Only `sure` ones mean that no more has to bear them out.
        """
        lower = tokens.lower(index)
        if lower not in self.starting:
            return None
        for written in self._written.get(lower) or self._take_apart(lower):
            form = written.form
            if sure and (form.unsure or (form.glued and tokens.space(index))):
                continue
            if past := written.past(tokens, index):
                return form, _past_stop(tokens, past) if form.is_short else past
        return None

    def _take_apart(self, first: str) -> tuple[_Written, ...]:
        """Return the forms with a first token: the longest first, of as long ones the exact, then words."""
        written = [filed.written() for filed in self.starting[first]]
        written.sort(key=lambda one: (-len(one.tokens), not one.exact, one.form.is_short))
        self._written[first] = tuple(written)
        return self._written[first]

    def of(self, words: str) -> UnitForm | None:
        """Return which unit words write, and nothing else; None if it is none."""
        tokens = tokens_of(words.strip())
        found = self.at(tokens, 0)
        return found[0] if found and found[1] == len(tokens) else None


def _past_stop(tokens: Tokens, past: int) -> int:
    """Take in the full stop of an abbreviation if the sentence goes on after it: 5 ft. tall."""
    if tokens.text_at(past) != "." or tokens.space(past):
        return past
    following = tokens.text_at(past + 1)
    if following in tuple(" )]”\"’'"):
        following = tokens.text_at(past + 2)
    goes_on = following[:1].islower() or following[:1].isdigit() or following[:1] in tuple("([,;")
    return past + 1 if goes_on else past


def begins_unit(words: str) -> bool:
    """Whether a text begins with a unit, perhaps after a hyphen."""
    tokens = tokens_of(words[:_LONGEST])
    return usual_forms().at(tokens, int(tokens.text_at(0) in _HYPHENS)) is not None


def known() -> tuple[Unit, ...]:
    """Return every unit that can be converted."""
    return tuple(unit for unit in usual_forms().units.values() if unit.system)


def unit_named(name: str) -> Unit:
    """Return the unit of a name, for example “square_mile”. Raises KeyError if there is none."""
    return usual_forms().units[name]


@cache
def usual_forms() -> UnitForms:
    """Return the units that are recognised in everybody's copy."""
    forms = UnitForms()
    for row in rows():
        forms.add(row)
    return forms
