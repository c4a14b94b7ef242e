"""Who speaks in a quotation, as far as pronouns in it need to know: nobody calls themselves “he”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from copydesk.article import Span
from copydesk.facts.mentions.linking import Thing
from copydesk.facts.mentions.namings import Naming
from copydesk.facts.quotations import Quotation
from copydesk.patterns import pattern
from copydesk.text import lexicon

_FAR = 110  # code points from a quotation to its speaker
_WORD = pattern(r"[^\W\d_]+")
_PRONOUN = pattern(r"\b(he|she)\b")


def speakers(
    text: str, quotations: Sequence[Quotation], people: Sequence[tuple[Naming, Thing]]
) -> list[Thing | str | None]:
    """Return for each quotation the person who speaks, the pronoun that stands for the speaker, or None."""
    starts = [naming.start for naming, _ in people]
    found: list[Thing | str | None] = []
    for number, one in enumerate(quotations):
        before = quotations[number - 1].span.end if number else 0
        after = quotations[number + 1].span.start if number + 1 < len(quotations) else len(text)
        behind = Span(one.span.end, _line_end(text, one.span.end, min(after, one.span.end + _FAR)))
        start = max(before, one.span.start - _FAR)
        stop = max(text.rfind("\n", start, one.span.start), text.rfind(". ", start, one.span.start))
        ahead = Span(max(start, stop + 1), one.span.start)
        closed = text[max(one.span.end - 2, 0) : one.span.end - 1] == "."  # what follows is a sentence of its own
        speaker = (None if closed else _in(text, behind, people, starts)) or _in(text, ahead, people, starts)
        if speaker is None and found and not any(map(str.isalnum, text[before : one.span.start].partition(". ")[2])):
            speaker = found[-1] if "\n" not in text[before : one.span.start] else None
        found.append(speaker)
    return found


def _line_end(text: str, start: int, end: int) -> int:
    line = text.find("\n", start, end)
    return end if line < 0 else line


def _in(text: str, span: Span, people: Sequence[tuple[Naming, Thing]], starts: Sequence[int]) -> Thing | str | None:
    """Return who says something in a stretch of text beside a quotation."""
    words = text[span.start : span.end]
    said = next((match for match in _WORD.finditer(words) if match.group() in lexicon("saying.verbs")), None)
    if said is None or ". " in words[: said.start()]:
        return None
    at = bisect_left(starts, span.start)
    named = people[at] if at < len(people) and people[at][0].start < span.end else None
    pronoun = _PRONOUN.search(words)
    if pronoun and (named is None or span.start + pronoun.start() < named[0].start):
        return pronoun.group()
    return named[1] if named is not None and ". " not in words[: named[0].first - span.start] else None
