"""What a count of time is mended to: the count, one of the two moments, or the word between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from copydesk.facts.elapsed import Elapsed, Gap, fits, gap
from copydesk.facts.numbers import numbers_in
from copydesk.facts.slips_of_figures import is_slip
from copydesk.facts.writing_numbers import alike, ordinal_ending
from copydesk.rules import Article, Fix, Span, change_to, pattern

_ORDINAL = pattern(r"(?:\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?=[\s-]|$)", 2)
_LAST_IN_WORDS = 10
_OPPOSITE = {"after": "before", "before": "after", "later": "earlier", "earlier": "later"}


def misfit(elapsed: Elapsed, written: date | None) -> Gap | None:
    """Return what a count should be if it is not that; None if it fits, or the moments do not say."""
    found = gap(elapsed, written)
    if found is None or fits(elapsed, found):
        return None
    # Of what another sentence began, only a slip of the keys is sure to be about the same.
    return found if not elapsed.far or is_slip(int(elapsed.count), int(found.best)) else None


def is_turned(elapsed: Elapsed, found: Gap) -> bool:
    """Whether the moments are in the other order than the word between them says, and so far apart."""
    return found.high < 0 and fits(elapsed, Gap(-found.high, -found.low, -found.best))


def mends(article: Article, elapsed: Elapsed, found: Gap) -> Iterator[Fix]:
    """Yield the fixes, the likeliest first: the count; where no count can be right, one of the years."""
    if is_turned(elapsed, found) and elapsed.way is not None:
        word = article.words_at(elapsed.way)
        if word.lower() in _OPPOSITE:
            yield change_to(elapsed.way, _OPPOSITE[word.lower()])
    yield from _recounted(article, elapsed, found.best) if found.best > 0 else _other_years(elapsed)


def _other_years(elapsed: Elapsed) -> Iterator[Fix]:
    """Yield each year as it would be if the other and the count are right."""
    begin, end, count = elapsed.begin, elapsed.end, elapsed.count
    if elapsed.unit != "year" or count != int(count) or begin is None or end is None:
        return
    if begin.scale == end.scale == "year":
        yield change_to(end.span, str(begin.year + int(count)))
        yield change_to(begin.span, str(end.year - int(count)))


def _recounted(article: Article, elapsed: Elapsed, right: Decimal) -> Iterator[Fix]:
    """Yield the fix that states the right count as the words do: as an ordinal, in figures, in words."""
    words, span = article.words_at(elapsed.span), elapsed.span
    if right <= 0:
        return
    if elapsed.counted in ("anniversary", "running"):
        yield from _reordered(words, span, int(right))
        return
    number = next(iter(numbers_in(words)), None)
    if number is None or number.span != (0, len(words)) or right != int(right):
        return
    if (right == 1) != (elapsed.count == 1):
        return  # nor is it “1 years”
    if number.form == "words" and number.value <= _LAST_IN_WORDS < right:
        yield change_to(span, str(int(right)))
        return
    new = alike(right, replace(number, hedge=""), words)
    if new:
        yield change_to(span, new[0].upper() + new[1:] if words[0].isupper() else new)


def _reordered(words: str, span: Span, right: int) -> Iterator[Fix]:
    if " " not in words and not _DIGIT.search(words):  # a centenary
        yield change_to(span, f"{right}{ordinal_ending(right)} anniversary")
    elif figure := _ORDINAL.match(words):
        yield change_to(span, f"{right}{ordinal_ending(right)}{words[figure.end() :]}")


_DIGIT = pattern(r"\d")
