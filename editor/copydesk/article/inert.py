"""Whether an edit can change nothing but words, whatever markup stands around: a quick look, and a strict one."""

from __future__ import annotations

from copydesk.article.article import Part
from copydesk.article.edits import Edit
from copydesk.article.markdown.emphasis import class_of
from copydesk.patterns import pattern

_WORDS = pattern(r"[^\W_]*(?:[ ,.;’'“”‘()%$£€–—-]*[^\W_]+)*[,.;’'“”‘()%$£€–—-]*")
_PLAIN = pattern(r"[^\W\d_]+(?: [^\W\d_]+)*")
_MARKS = frozenset("\\`*_~[]<>&{}|!#+=:\n\r")
_GOES_ON = "<&\\{!`]"  # what stands behind one of these says what it is
_LINE_BEGINS = 12  # code points in which what opens a block stands: “1. ”, “- ”
_REFERENCE_AT_MOST = 40  # code points
# Front matter has a syntax of its own, and what a page's title is depends on its words.
_HEAD = frozenset(("headline", "standfirst", "byline", "dateline"))


def is_inert(text: str, edit: Edit, part: Part) -> bool:
    """Whether an edit of words in a part leaves all markup as it is read, which a look at both its ends can show."""
    start, end, new = edit.start, edit.end, edit.text
    if part.kind in _HEAD:
        return False
    old = text[start:end]
    if not _MARKS.isdisjoint(old) or not _WORDS.fullmatch(new.strip(" ")):
        return False
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before and before in _GOES_ON:
        return False
    first, last = (new or behind)[:1], (new or before)[-1:]
    if (first == " " and not before.strip()) or (last == " " and not behind.strip()) or "  " in new:
        return False  # of two blanks one is read
    if not new and not (before.strip() or behind.strip()):
        return False
    line = text[max(0, start - _LINE_BEGINS) : start]
    if ("\n" in line or "\r" in line or start < _LINE_BEGINS) and not _PLAIN.fullmatch(new):
        return False
    reference = text[max(0, start - _REFERENCE_AT_MOST) : start].rpartition("&")
    if reference[1] and not any(map(str.isspace, reference[2])):
        return False
    return _keeps_class(before, old[:1] or behind, first) and _keeps_class(behind, old[-1:] or before, last)


def _keeps_class(beside: str, old: str, new: str) -> bool:
    """Whether a mark sees the same sort of character beside it as before."""
    if beside and beside not in _MARKS:
        return True
    return old not in _MARKS and new not in _MARKS and bool(old and new) and class_of(old) == class_of(new)
