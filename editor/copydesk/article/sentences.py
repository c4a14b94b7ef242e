"""Where sentences and words begin and end in prose."""

from __future__ import annotations

import re

from copydesk.article.edits import Span

# Abbreviations behind which a sentence goes on, in American and British newspaper style.
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof rev hon gov sen rep gen col maj capt cmdr lt sgt cpl pvt adm brig supt insp fr st mt ft
    messrs mme mlle esq ph jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo vs etc eg ie cf al approx dept est fig no nos vol pp sq bros""".split()
)
_CORPORATE = frozenset(
    ["inc", "corp", "co", "ltd", "jr", "sr", "plc", "bros", "am", "pm", "u.s", "u.k", "u.n", "e.u", "d.c"]
)
_STOP = re.compile(r"""[.!?…]+[’”"'»)\]]*(?=\s+(\S)|\s*$)""")
_LAST_WORD = re.compile(r"[\w.]+$")
_LONGEST_WORD = 40  # code points of a word before a stop that are looked at
_NEXT_WORD = re.compile(r"\s+[“\"‘'(]?(\w+)")


def sentence_spans(words: str) -> tuple[Span, ...]:
    """Split prose into sentences; spans are code points of the prose, without the blanks between them.

    A stop ends a sentence unless it follows an initial or a known abbreviation, or a lower-case
    letter comes next. Company and time abbreviations (Corp., p.m., U.S.) end one only before a word
    that commonly begins a sentence.
    """
    end = len(words.rstrip())
    spans, start = [], len(words) - len(words.lstrip())
    for stop in _STOP.finditer(words):
        if stop.start() < start or not _ends_sentence(words, stop):
            continue
        spans.append(Span(start, stop.end()))
        start = stop.start(1) if stop.group(1) else end
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


_COMMON_OPENERS = frozenset(
    """The A An In On At It He She They We I You This That These Those There But And However Meanwhile After
    Before As If When While For From To With By Its His Her Their Our My One Some Many Most Police
    Officials""".split()
)


def _ends_sentence(words: str, stop: re.Match[str]) -> bool:
    following = stop.group(1)
    if following is None:
        return True
    if following.islower():
        return False
    if stop.group()[0] != ".":
        return True
    blank = words.rfind(" ", 0, stop.start())  # where the word begins, or before: the search need not try
    before = _LAST_WORD.search(words, max(blank + 1, stop.start() - _LONGEST_WORD), stop.start())
    if before is None or stop.group()[:2] == "..":
        return True
    word = before.group()
    if len(word) == 1 and word.isupper() and word != "I":
        return False  # an initial
    lowered = word.lower()
    if lowered in _CORPORATE or (len(word) > 2 and word[1] == "." and word[0].isalpha()):
        following_word = _NEXT_WORD.match(words, stop.end())
        return following_word is not None and following_word.group(1) in _COMMON_OPENERS
    if lowered == "no":
        return not following.isdigit()
    return lowered not in _ABBREVIATIONS or (
        word[0].islower() and lowered in {"al", "est", "etc", "mar", "may", "miss", "wash"}
    )


_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’‐‑&-][^\W_]+)*")


def word_spans(words: str) -> tuple[Span, ...]:
    """Split prose into words; hyphens and apostrophes inside a word belong to it, a figure is one word."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(words))


_SMALL_WORD = re.compile(r"[^\W_]+")
_SMALL = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def small_words(words: str) -> tuple[str, ...]:
    """Return the runs of letters and digits, in lower case: what a re-punctuated copy has in common."""
    if words.isascii():  # most sentences are, and then this is twice as quick
        return tuple(words.encode().translate(_SMALL).decode().split())
    return tuple(_SMALL_WORD.findall(words.lower()))
