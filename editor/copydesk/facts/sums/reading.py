"""Sentences read for totals and parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copydesk.facts.figures import ANY, PERCENT, YEAR, Figure, Figured
from copydesk.facts.sums.records import Relation, Sum
from copydesk.facts.sums.wording import (
    AMONG,
    INCLUDING,
    KINDS,
    LISTED,
    LISTING,
    MADE_UP,
    MEASURES,
    MEMBERS,
    NEEDED,
    NOT_SHARES,
    OF_THE,
    OF_THE_VOTE,
    OF_THEM,
    OF_WHICH,
    ONE,
    OTHER,
    OUT_OF,
    PAIR,
    PERSON,
    PLACED,
    REST,
    SEXES,
    SIGNS,
    TOTAL_BEHIND,
    VOTES,
    N,
)


def sums_in(sentence: str, read: Figured) -> Iterator[Sum]:
    """Yield the sums of a sentence in which each figure is one sign; no figure belongs to two."""
    taken: set[str] = set()
    for found, signs in (*_counts(sentence, read), *_shares(sentence, read)):
        if taken.isdisjoint(signs) and _comparable(found):
            taken |= signs
            yield found


def _comparable(found: Sum) -> bool:
    figures = [*found.parts, *([found.total] if found.total else [])]
    measured = any(figure.unit in MEASURES for figure in figures) and not (
        found.relation == "at most" and len(figures) == 2
    )
    return len({figure.kind for figure in figures}) == 1 and not measured


def _counts(sentence: str, read: Figured) -> Iterator[tuple[Sum, set[str]]]:
    """Yield the sums of counts and of money; a look for the words that a pattern turns on comes before each."""
    if " other " in sentence or " remaining " in sentence:
        for match in OTHER.finditer(sentence):
            yield _sum(read, match["part"] + match["rest"], match["total"], "equals")
        yield from _listed(OF_THE, sentence, read)
    if " of " in sentence:
        yield from _parts_of(sentence, read)
    if "includ" in sentence or "among them" in sentence:
        for match in INCLUDING.finditer(sentence):
            if not _fits_before(sentence, match.start(), match["list"], read) and _goes_into(
                match["noun"], match["list"], sentence[match.end() :], read.at(match["total"]), read
            ):
                yield _sum(read, match["list"], match["total"], "at most")
    if LISTING.search(sentence):
        yield from _listed(MADE_UP, sentence, read, _is_apposition)
    if " and " in sentence:
        yield from _listed(MEMBERS, sentence, read, _are_persons)
    if "total" in sentence or " in all" in sentence:
        yield from _listed(LISTED, sentence, read)
        yield from _listed(TOTAL_BEHIND, sentence, read)


def _listed(
    wanted: re.Pattern[str],
    sentence: str,
    read: Figured,
    fits: Callable[[re.Match[str]], bool] = lambda match: True,
) -> Iterator[tuple[Sum, set[str]]]:
    for match in wanted.finditer(sentence):
        if fits(match) and not _is_group(read, match):
            yield _sum(read, match["list"], match["total"] or match["in_all"], "equals")


def _is_group(read: Figured, match: re.Match[str]) -> bool:
    """Whether the total is one thing that others are in: one quartet (three men and a woman)."""
    total = match["total"]
    return total is not None and read.at(total).value <= 1


def _are_persons(match: re.Match[str]) -> bool:
    return all(PERSON.search(item) for item in re.split(r",\s|\sand\s", match["list"]))


def _parts_of(sentence: str, read: Figured) -> Iterator[tuple[Sum, set[str]]]:
    for match in OUT_OF.finditer(sentence):
        yield _sum(read, match["part"] or match["part2"], match["total"] or match["total2"], "at most")
    if not any(words in sentence for words in (" of them", " of whom", " of which")):
        return
    for match in (*OF_THEM.finditer(sentence), *OF_WHICH.finditer(sentence)):
        if not NEEDED.match(sentence, match.end()) and not _fits_before(sentence, match.start(), match["part"], read):
            yield _sum(read, match["part"], match["total"], "at most")


def _fits_before(sentence: str, end: int, parts: str, read: Figured) -> bool:
    """Whether parts too many for the total beside them may be of one before: “21 died in two fires, 14 of them”."""
    whole = sum(read.at(sign).value for sign in SIGNS.findall(parts))
    return any(
        read.at(sign).kind == "count" and read.at(sign).value >= whole for sign in re.findall(N, sentence[:end])
    )


def _sum(read: Figured, parts: str, total: str, relation: Relation) -> tuple[Sum, set[str]]:
    signs = SIGNS.findall(parts)
    found = Sum(tuple(map(read.at, signs)), relation, read.at(total), len(ONE.findall(parts)))
    return found, {total, *signs}


def _is_apposition(match: re.Match[str]) -> bool:
    """Whether a list says what the figure before it is made up of, rather than go on with other things.

    Behind a comma it does if both are persons: “12 people, five men and seven women”.
    """
    if AMONG.match(match.string, match.end()):
        return False
    if match["link"] != ", ":
        return True
    generic = re.search(
        r"\b(?:people|persons?|others|passengers|victims|bodies|dead|casualties|fatalities)\b", match["noun"]
    )
    items = [item for item in re.split(r",\s|\sand\s", match["list"]) if item]
    return generic is not None and all(PERSON.search(item) for item in items)


def _goes_into(noun: str, listed: str, behind: str, total: Figure, read: Figured) -> bool:
    """Whether what is listed behind “including” is of the kind that was counted before it."""
    if total.kind == "money":
        return True
    if NEEDED.match(behind):
        return False
    signs = SIGNS.findall(listed)
    if len(signs) + len(ONE.findall(listed)) >= 3:
        return True
    words = listed + re.match(rf"[^.,;{ANY}]{{0,40}}", behind)[0]  # type: ignore[index]
    return all(_same_kind(noun, item) for item in re.split(rf"(?=[{ANY}])", words) if item)


def _same_kind(noun: str, item: str) -> bool:
    if not SIGNS.match(item) or not noun.strip():
        return True
    if any(of_kind.search(noun) and of_kind.search(item[:50]) for of_kind in KINDS):
        return True
    if PLACED.match(item) or (PERSON.search(noun) and PERSON.search(item[:40])):
        return True
    heads = {word.removesuffix("s") for word in noun.split()}
    return bool(heads & {word.removesuffix("s") for word in item.split()[1:3]})


def _shares(sentence: str, read: Figured) -> Iterator[tuple[Sum, set[str]]]:
    signs = re.findall(PERCENT, sentence)
    if len(signs) < 2:
        return
    for wanted, relation in ((SEXES, "equals"), (REST, "equals"), (PAIR, "at most")):
        for match in wanted.finditer(sentence):
            if VOTES.search(sentence) if wanted is PAIR else wanted is SEXES or len(signs) == 2:
                pair = (read.at(match["a"]), read.at(match["b"]))
                yield Sum(pair, relation), {match["a"], match["b"]}  # type: ignore[arg-type]
    if OF_THE_VOTE.search(sentence) and not NOT_SHARES.search(sentence) and len(re.findall(YEAR, sentence)) < 2:
        yield Sum(tuple(map(read.at, signs)), "at most"), set(signs)
