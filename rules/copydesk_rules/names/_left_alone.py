"""What names are left alone in: addresses, handles, titles of works, and sentences that explain a spelling."""

from __future__ import annotations

from copydesk.rules import Part, pattern
from copydesk.text import mentioned

_TITLE = pattern(r"[“‘\"'](?=[A-Z0-9])([^“”‘\"\n]{2,80})[”’\"'](?!\w)")
_LONGEST_TITLE = 82  # code points, with its marks
_SMALL_IN_TITLES = frozenset("a an and as at by de for from in la le of on or the to vs with".split())
_GLOSS = pattern(
    r"\b(?:(?:also|often|sometimes|variously|previously|once|then|better|originally|now|officially|so) "
    r"(?:spelled|spelt|written|known|called|named|rendered|transliterated)|formerly|(?:known|spelled|spelt|written)"
    r" as|renamed|chang(?:ed?|ing) (?:its|their|his|her|the) name|misspelled|misspelt|misspelling|mis-?spells?"
    r"|a\.?k\.?a\b|née|alias|(?:old|former|new|official|correct) (?:name|spelling))|\[sic|\(sic",
    # a full stop ends “a.k.a.”, so no boundary is asked for behind the group
)
_GLOSSING = frozenset(
    """spelled spelt written known called named rendered transliterated formerly renamed misspelled misspelt
    misspelling misspell misspells mis aka k née alias sic name spelling""".split()
)


def is_in_address(part: Part, start: int, end: int) -> bool:
    """Whether the code points `start` to `end` of a part stand in an address, a handle or a hashtag."""
    return any(address.start < end and start < address.end for address in part.addresses)


def is_in_title(part: Part, start: int, end: int) -> bool:
    """Whether the code points stand in quotation marks, among capitals like a work's title: “A Kiev Diary”."""
    for match in _TITLE.finditer(part.words, max(start - _LONGEST_TITLE, 0), end + _LONGEST_TITLE):
        if match.start() < start and end < match.end():
            words = match.group(1).split()
            return all(word[0].isupper() or not word[0].isalpha() or word in _SMALL_IN_TITLES for word in words)
    return False


def is_glossed(part: Part, position: int) -> bool:
    """Whether the sentence at `position` says itself that a name has another form, had one, or was wrong."""
    if any(span.start <= position < span.end for span in mentioned(part)):
        return True
    if _GLOSSING.isdisjoint(part.vocabulary):
        return False
    sentence = next((span for span in part.sentences if span.start <= position < span.end), None)
    return sentence is not None and _GLOSS.search(part.words, sentence.start, sentence.end) is not None


def is_in_address_or_title(part: Part, start: int, end: int) -> bool:
    """Whether the code points `start` to `end` of a part stand in an address, a handle or the title of a work."""
    return is_in_address(part, start, end) or is_in_title(part, start, end)


def is_left_alone(part: Part, start: int, end: int) -> bool:
    """Whether the code points `start` to `end` of a part stand where no spelling is judged."""
    return part.kind in ("note", "byline") or is_glossed(part, start) or is_in_address_or_title(part, start, end)
