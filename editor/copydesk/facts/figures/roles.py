"""The role of a figure: in a change, a part or a whole, a rate, an average, a margin or a limit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from copydesk.facts.figures.changes import Changing, changes_of, sentences_with_figures
from copydesk.facts.figures.records import Role
from copydesk.text import Amount, Analysis, Patterns, either, gap, lexicon, opt, pattern, row, unless, value
from copydesk.text.tables import table

_KINDS = ("number", "fraction", "money", "percent", "points", "quantity", "duration")
# What is said firmest goes first: where words give a figure two roles, it has the one that comes earlier here.
_FIRMEST: tuple[Role, ...] = (
    "rate", "share", "whole", "rest", "margin", "limit", "average", "total", "part", "by", "from", "to", "plain",
)  # fmt: skip
# Words that say that something changes, so that “to” and “from” beside them lead to its values.
_CHANGING = (
    lexicon("rise.verbs") | lexicon("fall.verbs") | lexicon("raise") | lexicon("reduce") | lexicon("multiply")
    | lexicon("halve") | lexicon("rise.nouns") | lexicon("fall.nouns") | lexicon("change") | {"up", "down"}
) - {"gains", "gain", "add", "adds", "added"}  # fmt: skip
_COMPARING = frozenset("compared against versus vs up down".split())
_FAR = 22  # tokens from the word that says so


@cache
def _patterns() -> Patterns:
    figure, other = value("figure", *_KINDS), value("other", *_KINDS)
    number, second = value("figure", "number"), value("other", "number")
    the = frozenset("the its their all those his her our these".split())
    of = row(opt("out"), "of", opt(the))
    units = frozenset((*table("calendar")["spans"], "head", "person", "share", "kilo", "capita"))
    return Patterns(
        [
            pattern("rate", figure, opt("each"), frozenset(("per", "a", "an", "every", "/", "each")), units),
            pattern("rate per", figure, gap(3), "per", unless("cent")),
            pattern("rate each", figure, "each"),
            pattern("rate for every", figure, gap(2), "for", frozenset(("every", "each"))),
            pattern("share of", value("figure", "percent", "fraction"), gap(1), "of"),
            pattern("share n", number, gap(1), of, second),
            pattern("whole n", second, gap(1), of, number),
            pattern("share in", number, "in", second, unless("-")),
            pattern("whole in", second, "in", number, unless("-")),
            pattern("share noun", value("figure", "percent"), gap(1), lexicon("share")),
            pattern("rest", frozenset(("remaining", "other", "rest")), opt(","), figure),
            pattern("margin won", lexicon("beat"), gap(8, across=True), "by", gap(2), figure),
            pattern("margin noun", figure, opt("-"), gap(1), lexicon("margin")),
            pattern("margin of", lexicon("margin"), "of", gap(3), figure),
            pattern("limit of", lexicon("limit"), either("of", "to", "at"), gap(3), figure),
            pattern("limit", lexicon("limit"), gap(1), figure),
            pattern("limit noun", figure, opt("-"), gap(1), lexicon("limit")),
            pattern("average", lexicon("average"), gap(5), figure),
            pattern("total of", "total", "of", gap(3), figure),
            pattern("total in", figure, gap(4), "in", frozenset(("total", "all"))),
            pattern("total noun", "total", gap(1), figure),
            pattern("part", frozenset(("including", "included")), gap(3), figure),
            pattern("part of whom", "of", frozenset(("whom", "which", "them", "those")), opt(","), gap(1), figure),
            pattern("part of them", figure, gap(1), "of", frozenset(("whom", "which", "them"))),
            pattern("total including", figure, gap(8), opt(","), "including", gap(3), other),
        ]
    )  # fmt: skip


def roles_of(text: Analysis) -> dict[int, Role]:
    """Return the role of each figure that has one, by the first token of its number."""
    found = dict(_in_changes(text, changes_of(text)))
    for match in (one for bounds in sentences_with_figures(text) for one in _patterns().matches(text, *bounds)):
        at = cast(Amount, match["figure"]).core[0]
        role = cast(Role, match.pattern.name.split()[0])
        if _FIRMEST.index(role) < _FIRMEST.index(found.get(at, "plain")):
            found[at] = role
    return found


def _in_changes(text: Analysis, changes: Sequence[Changing]) -> list[tuple[int, Role]]:
    """Return the roles that changes give, where the words do say that something changes."""
    found: list[tuple[int, Role]] = []
    followed = {one.figure.first for one, other in pairwise(changes) if {one.role, other.role} == {"from", "to"}}
    followed |= {other.figure.first for one, other in pairwise(changes) if {one.role, other.role} == {"from", "to"}}
    for one in changes:
        if one.role == "by":
            found.append((one.figure.core[0], "by"))
        elif one.role != "again" and (one.figure.first in followed or _is_changing(text, one)):
            found.append((one.figure.core[0], "from" if one.role == "from" else "to"))
    return found


def _is_changing(text: Analysis, one: Changing) -> bool:
    tokens = text.tokens
    if tokens.lower(one.first) == "to" and one.first in text.values.ending:
        return False  # 3,000 to 4,000 is a range
    first, _ = tokens.sentence(one.figure.first)
    if tokens.lower(one.first) in _COMPARING or one.role == "level":
        return True
    return any(tokens.lower(at) in _CHANGING for at in range(max(first, one.first - _FAR), one.first))
