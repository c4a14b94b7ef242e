"""Findings in few words: what stands there, what would; names of rules as a person says them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from copydesk.article import Edit, Span
from copydesk.article.edits import apply
from copydesk.rules import Finding, Fix
from copydesk.terminal.glyphs import visible

_ONE_CHANGE = 200  # code points; edits that are further apart are changes of several places


class Change(NamedTuple):
    """A fix in few words: what is taken away, and what is put in its place. Either may be empty."""

    old: str
    new: str


def trimmed(edit: Edit, text: str) -> Edit:
    """Return the edit without the whole words that it leaves as they are, at either end."""
    old, new = text[edit.start : edit.end], edit.text
    if new.startswith(old) or new.endswith(old):
        # Words are only added: that is how it should look.
        behind = new.startswith(old)
        start = edit.end if behind else edit.start
        return Edit(start, start, new[len(old) :] if behind else new[: len(new) - len(old)])
    before = _common_words(old, new)
    old, new = old[before:], new[before:]
    after = _common_words(old[::-1], new[::-1])
    return Edit(edit.start + before, edit.end - after, new[: len(new) - after])


def _common_words(old: str, new: str) -> int:
    """Return the length of the beginning that two texts share, up to the end of a word."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    while same and not (old[same - 1].isspace()):
        same -= 1
    return same


def change_of(fix: Fix, text: str) -> Change:
    """Return what a fix does, in few words: its edit, all pieces of one that markup splits, or the first of many."""
    if not fix.edits:
        return Change("", "")
    first = fix.edits[0]
    if (all_ := reach(first.span, fix)) != first.span:
        return Change(one_line(text[slice(*all_)]), one_line(after(all_, fix, text)))
    edit = trimmed(first, text)
    return Change(one_line(text[edit.start : edit.end]), one_line(edit.text))


def reach(span: Span, fix: Fix) -> Span:
    """Return a span together with the edits of a fix, where they are near: the pieces of one change."""
    start = min((span.start, *(edit.start for edit in fix.edits)))
    end = max((span.end, *(edit.end for edit in fix.edits)))
    return span if fix.everywhere or end - start > max(_ONE_CHANGE, span.end - span.start) else Span(start, end)


def after(span: Span, fix: Fix, text: str) -> str:
    """Return what the words of a span become by those edits of a fix that lie in it."""
    inside = [edit for edit in fix.edits if span.contains(edit.span)]
    moved = [Edit(edit.start - span.start, edit.end - span.start, edit.text) for edit in inside]
    return apply(text[span.start : span.end], moved)


def one_line(words: str) -> str:
    """Return words without line ends and double blanks, control characters as signs."""
    return visible(" ".join(words.split()))


def shortened(words: str, cells: int) -> str:
    """Return words cut to so many cells, with an ellipsis where something is missing."""
    if cell_len(words) <= cells:
        return words
    kept, width = [], 0
    for character in words:
        width += cell_len(character)
        if width > cells - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…" if cells > 0 else ""


def wrapped(words: str, cells: int) -> list[str]:
    """Break words into rows of at most so many cells."""
    from copydesk.terminal.layout import breaks

    words = one_line(words)
    starts = breaks(words, max(4, cells))
    return [words[start:end].rstrip() for start, end in zip(starts, [*starts[1:], None], strict=True)]


def rule_title(rule: str) -> str:
    """Return “Inconsistent spelling” for “Names.InconsistentSpelling”, “Spell check” for “Grammar.SPELL_CHECK”."""
    name = rule.rpartition(".")[2].replace("_", " ")
    if name.isupper():
        return name.capitalize()
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).split()
    return " ".join(word if index == 0 or word.isupper() else word.lower() for index, word in enumerate(words))


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def listed(things: Iterable[str]) -> str:
    """Return “a, b and c”."""
    *most, last = list(things) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def evidence_of(finding: Finding) -> str:
    """Return how sure the rule is and why, in one line."""
    sure = f"{finding.confidence:.0%} sure" if finding.confidence is not None else ""
    return ". ".join(filter(None, (finding.evidence.rstrip("."), sure)))
