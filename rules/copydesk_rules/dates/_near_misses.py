"""Counts of years that miss by ten, or by two digits swapped, what the years around them are apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from copydesk.facts import article_day, years_apart
from copydesk.facts.writing_numbers import in_words, ordinal_ending
from copydesk.facts.years_apart import YearsApart
from copydesk.rules import Article, Finding, Related, change_to

_DECADE = 10


def near_misses(article: Article) -> Iterator[Finding]:
    """Yield the counts that no two years around make, where two miss one by such a slip.

    Years and counts that have nothing to do with each other are hardly ever so: not once in 1.3 million words.
    """
    counts = article.facts(years_apart)
    known = article.facts(article_day) if counts else None
    for one in counts:
        now = known.day.year if known and one.until_now else None
        found = _missed(one, now)
        if found is not None:
            yield _finding(article, one, *found)


def _missed(one: YearsApart, now: int | None) -> tuple[int, int, int] | None:
    years = sorted({year for year, _ in one.years})
    pairs = {*combinations(years, 2), *((year, now) for year in years if now is not None and year < now)}
    if any(abs(last - first - one.number) <= 1 for first, last in pairs):
        return None
    near = [(first, last) for first, last in sorted(pairs) if _is_slip(last - first, one.number)]
    return (*near[0], near[0][1] - near[0][0]) if len(near) == 1 else None


def _is_slip(right: int, stated: int) -> bool:
    digits, other = str(right), str(stated)
    return abs(right - stated) == _DECADE or (len(digits) == len(other) == 2 and digits == other[::-1])


def _finding(article: Article, one: YearsApart, first: int, last: int, right: int) -> Finding:
    words = article.words_at(one.span)
    places = [Related(span, "counted between these") for year, span in one.years if year in (first, last)]
    new = _written(words, one.number, right)
    return Finding(
        one.span,
        f"From {first} to {last} is {right} years, not {words}.",
        related=tuple(places),
        fixes=(change_to(one.span, new),) if new else (),
        confidence=0.7,
    )


def _written(words: str, stated: int, right: int) -> str:
    """Return a count as the article writes the stated one: “31”, “thirty-one”, “31st anniversary”; or else ""."""
    begin, _, rest = words.partition(" ")
    if begin == str(stated):
        return f"{right} {rest}".rstrip()
    if begin == f"{stated}{ordinal_ending(stated)}":
        return f"{right}{ordinal_ending(right)} {rest}".rstrip()
    if words.lower() == in_words(stated) and (new := in_words(right)):
        return new.capitalize() if words[:1].isupper() else new
    return ""
