"""Remarks whose correction would say a word twice: an engine read one of two words as if the other were not there.

Of “a an façade” Harper says twice the opposite: “an” for the one, as a vowel follows, and “a” for the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copydesk.article import Span
from copydesk.engines import Remark
from copydesk.patterns import pattern

_BEFORE = pattern(r"(\w+)\s+\Z")
_BEHIND = pattern(r"\s+(\w+)")
_LONGEST = 30  # code points of a word beside another, with the blanks between


def undoubled(words: str, remarks: Iterable[Remark]) -> list[Remark]:
    """Return remarks on a part's words; those that would double the word beside theirs are about both, and are one.

    What is left of the two words is one of them, best the one that suits the word behind.
    """
    kept: list[Remark] = []
    doubled: dict[Span, Remark] = {}
    for remark in remarks:
        wide = _both_words(words, remark)
        if wide is None:
            kept.append(remark)
        elif (other := doubled.get(wide.span)) is None:
            doubled[wide.span] = wide
        else:
            offered = dict.fromkeys((*wide.replacements, *other.replacements))  # the later word's remark comes later
            doubled[wide.span] = replace(other, replacements=tuple(offered))
    return sorted((*kept, *doubled.values()), key=lambda remark: (remark.span, remark.rule))


def _both_words(words: str, remark: Remark) -> Remark | None:
    """Return a remark on the word and the one beside it that its first correction would double, else None."""
    start, end = remark.span
    if not words[start:end].isalpha() or not remark.replacements or not (offered := remark.replacements[0]).isalpha():
        return None
    before = _BEFORE.search(words, max(0, start - _LONGEST), start)
    behind = _BEHIND.match(words, end, end + _LONGEST)
    if behind and behind[1].lower() == offered.lower():
        end = behind.end()
    elif before and before[1].lower() == offered.lower():
        start = before.start()
    else:
        return None
    if words[start].isupper():
        offered = offered[0].upper() + offered[1:]
    return replace(
        remark, span=Span(start, end), message="One of these two words is too many.", replacements=(offered,)
    )
