"""One kind of leftover, as a row of a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from copydesk.rules import pattern

Accepts = Callable[[str, re.Match[str]], bool]
_LINE_END = pattern(r"\s*\n\s*")


def _always(words: str, match: re.Match[str]) -> bool:
    return True


class Row(NamedTuple):
    """A kind of leftover. `{}` in the message is what stands there.

    Any part that has such a leftover has one of `words`, as a whole word in small letters, or of `strings`, and one
    of the words of `also` if there are any: a quick look before the pattern. `quoted` says that it is one inside a
    direct quotation too; `accepts` has the last word on a match, given the part's words; `note` says that the words
    address the desk, so that to delete them is right.
    """

    pattern: re.Pattern[str]
    message: str
    reason: str
    words: frozenset[str]
    strings: tuple[str, ...]
    also: frozenset[str]
    quoted: bool
    accepts: Accepts
    note: bool


def row(
    form: str,
    message: str,
    reason: str,
    *,
    words: str = "",
    strings: str = "",
    also: str = "",
    any_case: bool = False,
    quoted: bool = True,
    accepts: Accepts = _always,
    note: bool = False,
) -> Row:
    """Return a row of the pattern `form`, in which line ends and the blanks around them are layout.

    `words` and `also` are divided by blanks, `strings`, which are in small letters too, by “|”.
    """
    compiled = pattern(_LINE_END.sub("", form.strip()), re.IGNORECASE if any_case else 0)
    looks = frozenset(words.split()), tuple(strings.split("|")) if strings else (), frozenset(also.split())
    return Row(compiled, message, reason, *looks, quoted, accepts, note)


def no_talk_of(subject: str) -> Accepts:
    """Accept a match unless the copy around it talks of such things: of date formats, of dummy text, of a quiz."""
    talk = pattern(subject, re.IGNORECASE)
    return lambda words, match: not talk.search(words, max(0, match.start() - 80), match.end() + 80)


_OPENED = pattern(r"[“\"‘'«][^“”\"‘’'«»]{0,40}\Z")
_CLOSED = pattern(r"[.,!?]?[”\"’'»]")


def _is_named(words: str, match: re.Match[str]) -> bool:
    """Whether it is talked about: the copy shows it between quotation marks, “Dear {{first_name}}”."""
    before = words[max(0, match.start() - 41) : match.start()]
    return _CLOSED.match(words, match.end()) is not None and _OPENED.search(before) is not None


# A field in copy about programming is what it is about.
_no_code = no_talk_of(
    r"\bcode\b|programm(?:ing|ers?)\b|syntax|\bbrac(?:es|kets)\b|\bvariables?\b|template|placeholder"
    r"|\bshell\b|command line|\bscripts?\b"
)


def no_code(words: str, match: re.Match[str]) -> bool:
    """Accept a match unless the copy is about programming, or shows it as what somebody else has left over."""
    return _no_code(words, match) and not _is_named(words, match)
