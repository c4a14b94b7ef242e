"""The role of a figure: in a change, a part or a whole, a rate, an average, a margin or a limit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from copydesk.facts.figures.changes import Changing, changes_of, sentences_with_figures
from copydesk.facts.figures.nouns import past_aside, preceding
from copydesk.facts.figures.records import Role
from copydesk.text import Amount, Analysis, Patterns, either, gap, lexicon, opt, pattern, row, unless, value
from copydesk.text.tables import table

_KINDS = ("number", "fraction", "money", "percent", "points", "quantity", "duration")
# What is said firmest goes first: where words give a figure two roles, it has the one that comes earlier here.
_FIRMEST: tuple[Role, ...] = (
    "limit", "share", "whole", "rest", "margin", "total", "part", "by", "from", "to", "average", "rate", "plain",
)  # fmt: skip
# Words that say that something changes, so that “to” and “from” beside them lead to its values.
_CHANGING = (
    lexicon("rise.verbs") | lexicon("fall.verbs") | lexicon("raise") | lexicon("reduce") | lexicon("multiply")
    | lexicon("halve") | lexicon("rise.nouns") | lexicon("fall.nouns") | lexicon("change") | {"up", "down"}
) - lexicon("result") - {"gains", "gain", "add", "adds", "added"}  # fmt: skip
_COMPARING = frozenset("compared against versus vs up down".split())
_WHERE = frozenset("from north south east west off away into down".split())
_AGO = frozenset("ago earlier before later previously".split())
_WHEN = frozenset("a in last the during expected it at".split())
_EACH = frozenset(("per", "a", "an", "every", "/", "each"))
_THEM = frozenset(("them", "those", "these"))
_NO_RATE = frozenset("in for over during within to from by at on with and".split())
_NO_WHOLE = frozenset("a an in on at to by from for and or with but while which who that".split())
_DONE = lexicon("raise") | lexicon("reduce") | lexicon("add")
_FAR = 22  # tokens from the word that says so


@cache
def _patterns() -> Patterns:
    figure, other = value("figure", *_KINDS), value("other", *_KINDS)
    the = frozenset("the its their all his her our".split())
    of = row(opt("out"), "of", opt(the | _THEM), gap(3, but=_NO_WHOLE))
    part, whole = value("part", "number", "fraction", "percent", "money"), value("whole", "number", "money")
    small, large = value("part", "number"), value("whole", "number")
    measures = (
        word
        for kind in table("units").values()
        for one, forms in kind.items()
        for word in (one, *forms.get("words", "").split())
    )
    units = frozenset((*table("calendar")["spans"], *measures, "head", "person", "share", "capita", "night"))
    return Patterns(
        [
            pattern("rate", figure, gap(4, but=_NO_RATE), _EACH, units, unless(_AGO)),
            pattern("rate unit", figure, gap(1), value("unit", "quantity", where=_is_one_unit)),
            pattern("rate cubic", figure, gap(1), _EACH, frozenset(("cubic", "square", "metric"))),
            pattern("rate per", figure, gap(3), "per", unless("cent")),
            pattern("rate each", figure, frozenset(("each", "apiece"))),
            pattern("rate for every", figure, gap(2), "for", frozenset(("every", "each"))),
            pattern("share of", value("figure", "percent", "fraction"), gap(1), "of"),
            pattern("share whole", part, gap(1), of, whole),
            pattern("share whole in", small, "in", large, unless("-")),
            pattern("share whole first", "of", the, gap(2, but=(",",)), whole, gap(12), ",", gap(2), small),
            pattern("share noun", value("figure", "percent"), gap(1), lexicon("share")),
            pattern("rest", frozenset(("remaining", "other", "rest")), opt(","), figure),
            pattern("margin won", lexicon("beat"), gap(8, across=True), "by", gap(2), figure, gap(1), unless("to")),
            pattern("margin noun", figure, opt("-"), gap(1), lexicon("margin")),
            pattern("margin votes", "by", gap(1), value("figure", "number"), lexicon("scored")),
            pattern("margin short", frozenset(("short", "missed")), "by", gap(1), figure),
            pattern("margin down", value("figure", "number"), lexicon("scored") | {"points", "seats"},
                    frozenset(("down", "short", "ahead", "behind", "clear"))),
            pattern("margin less", value("figure", "money"), frozenset(("more", "less")), "than", unless(_WHEN)),
            pattern("margin of", lexicon("margin"), "of", gap(3), figure),
            pattern("limit of", lexicon("limit"), either("of", "to", "at"), gap(3), figure),
            pattern("limit", frozenset(("maximum", "minimum")), figure),
            pattern("limit to", frozenset(("limited", "restricted", "capped")), "to", gap(2), figure),
            pattern("limit up to", lexicon("penalty"), gap(1), "of", "up", "to", figure),
            pattern("limit aim", lexicon("aim"), gap(4), "to", gap(3), figure),
            pattern("limit no more", "no", frozenset(("more", "less", "fewer")), "than", figure),
            pattern("limit may", frozenset(("may", "can", "must")), gap(2), "up", "to", figure),
            pattern("limit needs", lexicon("need"), gap(1), value("figure", "percent")),
            pattern("limit keep", lexicon("keep"), "to", figure),
            pattern("limit zone", value("figure", "quantity"), opt("-"), frozenset(("zone", "limit"))),
            pattern("limit noun", value("figure", "money", "percent", "quantity"), opt("-"), gap(1),
                    lexicon("limit")),
            pattern("average", lexicon("average"), gap(5, but=("the", "that", "which", "who")), figure),
            pattern("total of", "total", "of", gap(3), figure),
            pattern("total in", figure, gap(4), "in", frozenset(("total", "all"))),
            pattern("total noun", "total", gap(1), figure),
            pattern("part", frozenset(("including", "included")), gap(3), figure),
            pattern("part of whom", "of", _THEM | {"whom", "which"}, opt(","), gap(1), figure),
            pattern("part of the dead", value("figure", "number"), "of", opt("the"), lexicon("casualty") | _THEM),
            pattern("part of them", figure, gap(1), "of", "them"),
            pattern("total including", figure, gap(8), opt(","), "including", gap(3), other),
        ]
    )  # fmt: skip


def _is_one_unit(text: Analysis, amount: Amount) -> bool:
    """Whether an amount is “a tonne”, which may be behind what each costs."""
    return text.tokens.lower(amount.first) in ("a", "an") and amount.core == (amount.first, amount.first + 1)


def roles_of(text: Analysis, figures: Sequence[Amount]) -> dict[int, Role]:
    """Return the role of each of some figures that has one, by the first token of its number."""
    by_place = {figure.core[0]: figure for figure in figures}
    found = dict(_in_changes(text, changes_of(text)))
    for match in (one for bounds in sentences_with_figures(text) for one in _patterns().matches(text, *bounds)):
        words = match.pattern.name.split()
        given = [("figure", words[0])] if "figure" in match.captures else [("part", "share"), ("whole", "whole")]
        if not all(_is_one(by_place, match[name]) for name, _ in given):
            continue  # the 4 of £4m, a year
        if (
            len(given) == 2
            and match["part"].number > match["whole"].number
            and match["part"].kind == match["whole"].kind
        ):
            continue
        for name, role in cast(list[tuple[str, Role]], given):
            at = match[name].core[0]
            if _FIRMEST.index(role) < _FIRMEST.index(found.get(at, "plain")):
                found[at] = role
    levels = _levels(changes_of(text))
    for figure in figures:
        if figure.core[0] not in found and (said := _of_words(text, figure, levels)) is not None:
            found[figure.core[0]] = said
    return found


def _of_words(text: Analysis, figure: Amount, levels: set[int]) -> Role | None:
    """Return the role of a figure that has no firmer one, by its own words or what is around it."""
    if figure.first in levels:
        return "to"
    if figure.kind == "quantity" and any(
        text.tokens.lower(at) in ("a", "an", "per") for at in range(figure.core[1], figure.past)
    ):
        return "rate"
    following = text.phrases.tag(figure.past)
    if (
        figure.kind in ("percent", "fraction")
        and following in "XMd"
        and text.phrases.tag(figure.first - 1) not in "it"
    ):
        return "share"  # two-thirds had been, half their crop
    clause = text.phrases.clause_at(figure.first)
    subject = clause.subject
    if (
        subject is not None
        and text.tokens.lower(clause.verb) in ("is", "was")
        and subject.past <= clause.verb < figure.first
    ):
        change = text.tokens.lower(subject.head) in lexicon("rise.nouns") | lexicon("fall.nouns")
        return "by" if change and figure.first - clause.verb <= 3 else None
    return None


def _is_one(by_place: dict[int, Amount], amount: Amount) -> bool:
    figure = by_place.get(amount.core[0])
    return figure is not None and figure.kind == amount.kind


def _in_changes(text: Analysis, changes: Sequence[Changing]) -> list[tuple[int, Role]]:
    """Return the roles that changes give, where the words do say that something changes."""
    found: list[tuple[int, Role]] = []
    followed: set[int] = set()
    for one, other in pairwise(changes):
        together = text.tokens.sentence_of[one.figure.first] == text.tokens.sentence_of[other.figure.first]
        if together and {one.role, other.role} == {"from", "to"}:
            followed |= {one.figure.first, other.figure.first}
    levels = _levels(changes)
    for one in changes:
        if one.figure.first in levels:
            pass  # see `levels_of`: other roles go before that
        elif one.role == "by":
            if _is_size(text, one):
                found.append((one.figure.core[0], "by"))
        elif one.role != "again" and (one.figure.first in followed or _is_changing(text, one)):
            found.append((one.figure.core[0], "from" if one.role == "from" else "to"))
    return found


def _levels(changes: Sequence[Changing]) -> set[int]:
    """Return the first tokens of figures that others are compared with: 48, of “48, compared with 45”."""
    return {one.figure.first for one, other in pairwise(changes) if (one.role, other.role) == ("level", "from")}


def _is_size(text: Analysis, one: Changing) -> bool:
    """Whether a figure is how much something changes: not 35 of “the contract for 35”, nor a loss of £4m."""
    relative = one.figure.kind in ("percent", "points")
    behind = text.tokens.lower(past_aside(text, one.figure.past))
    if one.figure.kind == "quantity" and behind in _WHERE:
        return False  # it sank 14 kilometres from the coast
    if one.figure.kind == "number" and behind == "more" and text.tokens.lower(one.figure.past + 1) != "than":
        return False  # eight more were found
    word = text.tokens.lower(one.cue) if one.cue >= 0 else ""
    group = text.phrases.group_at(one.figure.core[0])
    named = group is not None and group.head >= one.figure.past and text.phrases.tag(group.first) == "d"
    if 0 <= one.cue < one.figure.first and not relative and named:
        return False  # set up a £35m fund
    if text.tokens.lower(preceding(text, one.figure.first)) == "by":
        return True
    if word in lexicon("result") and one.sure:
        return relative or one.figure.kind == "number"  # not a loss of £4m
    if one.cue >= one.figure.past:
        if one.cue + 1 in text.values.inside_numbers:
            return False  # 74 off 61 balls
        together = text.phrases.group_at(one.cue) == text.phrases.group_at(one.figure.core[0])
        right_there = one.cue == one.figure.past and text.phrases.tag(one.cue) not in "NSEZBVAG"
        return relative or right_there or together
    if one.cue < 0 or one.sure:
        return True
    return text.phrases.tag(one.cue) in "EZBVAGR" and (relative or word not in _DONE)  # not: raised £1.2m


def _is_changing(text: Analysis, one: Changing) -> bool:
    tokens = text.tokens
    if one.role == "level":
        return False
    if tokens.lower(one.first) in _COMPARING:
        return True
    ending = text.values.ending.get(one.first, ())
    ranges = tokens.lower(one.first) == "to" and any(
        value.kind == one.figure.kind and tokens.lower(value.first - 1) != "by" for value in ending
    )
    if ranges or not _leads_to(text, one) or tokens.lower(one.first - 1) == "according":
        return False  # 3,000 to 4,000 is a range
    first, _ = tokens.sentence(one.figure.first)
    return any(tokens.lower(at) in _CHANGING for at in range(max(first, one.first - _FAR), one.first))


def _leads_to(text: Analysis, one: Changing) -> bool:
    """Whether a preposition is right before its figure: to more than 40, from a low of 12; not “to raise £40”."""
    at = preceding(text, one.figure.first)
    if at > one.first and text.tokens.lower(at) == "of" and (group := text.phrases.group_at(at - 1)) is not None:
        at = group.first - 1
    return at <= one.first
