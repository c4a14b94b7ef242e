"""Acronyms, and what the article says they stand for.

`article.facts(acronyms)` returns `Acronyms`. An expansion is found beside its acronym (“World Health Organization
(WHO)”, “WHO (World Health Organization)”, “the World Health Organization, or WHO,”) by the algorithm of Schwartz and
Hearst (“A simple algorithm for identifying abbreviation definitions in biomedical text”, 2003), or anywhere as a run
of capitalised words with the same initials. Behind a name in another language the letters need not agree: “Kurdistan
Workers' Party (PKK)”.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from copydesk.article import Article, Part, Span
from copydesk.patterns import pattern

_ACRONYM = pattern(r"(?<![\w.@#/$£€(\[-])([A-Z](?:[A-Z&]){1,6})s?(?![\w@/]|-[\dA-Z]|\.\w)")
_IN_BRACKETS = pattern(r"[(\[]([^()\[\]]{2,80})[)\]]")
_NAME_BEFORE = pattern(r"(?!The )[A-Z][\w’'-]+(?: (?:of|the|for|and|[A-Z][\w’'-]+)){0,7}$")
_OR = pattern(r", (?:or|also called|known as|abbreviated(?: as)?) (?:the )?[“\"]?([A-Z][A-Z&]{1,6})\b")
_MOST_LETTERS = 7
_LONGEST_PHRASE = 90  # code points before an acronym in brackets
_RUN = pattern(r"[A-Z][\w’'-]*(?:(?: (?:of|the|for|and|in|on|to|de|et|des|du))* [A-Z][\w’'-]*)+")
_SMALL = frozenset("of the for and in on to de et des du a an".split())
_ALWAYS_SMALL = frozenset("the a an".split())


class Use(msgspec.Struct, frozen=True):
    """An acronym where it stands, without a plural's s."""

    text: str
    span: Span


class PartAcronyms(msgspec.Struct, frozen=True):
    """The acronyms of one part, those that it expands, and the initials of its capitalised names."""

    uses: tuple[Use, ...] = ()
    expanded: Mapping[str, str] = {}
    initials: Mapping[str, str] = {}


class Acronyms(msgspec.Struct, frozen=True):
    """The acronyms of an article: all uses in order, and the expansions that it gives beside them.

    `spelt_out` are acronyms whose full name stands somewhere, though not beside them; `initials` has all names of two
    words and more under their first letters, used or not.
    """

    uses: tuple[Use, ...]
    expanded: Mapping[str, str]
    spelt_out: frozenset[str]
    initials: Mapping[str, str] = {}


_NONE = PartAcronyms()


def local(part: Part) -> PartAcronyms:
    """Return the acronyms in one part, spans relative to it."""
    words = part.words
    if part.kind in ("note", "byline") or words.isupper():
        return _NONE
    uses = tuple(Use(match[1], Span(*match.span(1))) for match in _ACRONYM.finditer(words))
    runs = [match.group().split(" ") for match in _RUN.finditer(words)]
    initials = {
        letters: name for run in runs for small in (_SMALL, _ALWAYS_SMALL) for letters, name in _initials(run, small)
    }
    return PartAcronyms(uses, dict(_expanded(words)), initials)


def _initials(run: Sequence[str], left_out: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the last words of a run, two or more, after their initials, as far as an acronym may have so many."""
    letters = ""
    for number, word in enumerate(reversed(run)):
        if word not in left_out:
            letters = word[0].upper() + letters
        if len(letters) > _MOST_LETTERS:
            break
        if number:
            yield letters, " ".join(run[-number - 1 :])


def _expanded(words: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for match in _IN_BRACKETS.finditer(words):
        inside, before = (
            match[1].strip("“”\"' "),
            words[max(match.start() - _LONGEST_PHRASE, 0) : match.start()].rstrip(),
        )
        short = inside.split(",")[0].split(";")[0].removesuffix("s")
        if _is_acronym(short):
            phrase = _phrase(short, before) or ((name := _NAME_BEFORE.search(before)) and name.group())
            found += [(short, phrase)] if phrase else []
        else:
            acronym = before.rpartition(" ")[2].strip("“”\"'").removesuffix("s")
            if _is_acronym(acronym) and _phrase(acronym, inside):
                found.append((acronym, inside))
    for match in _OR.finditer(words):
        phrase = _phrase(match[1], words[max(match.start() - _LONGEST_PHRASE, 0) : match.start()])
        found += [(match[1], phrase)] if phrase else []
    return found


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 7 and text.replace("&", "").isalpha() and text.isupper()


def _phrase(acronym: str, before: str) -> str:
    """Return the end of `before` that the acronym stands for: all its letters, the first one at a word's start."""
    at = len(before)
    for index in range(len(acronym) - 1, -1, -1):
        letter = acronym[index].lower()
        if letter == "&":
            continue
        at -= 1
        while at >= 0 and (before[at].lower() != letter or (index == 0 and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
    phrase = before[at:]
    return phrase if phrase.count(" ") <= 2 * len(acronym) + 1 and len(phrase) > len(acronym) + 1 else ""


def combine(article: Article, locals_: Sequence[PartAcronyms]) -> Acronyms:
    """Return the acronyms of the article, spans in the text."""
    uses = tuple(
        Use(use.text, part.text_span(*use.span))
        for part, found in zip(article.parts, locals_, strict=True)
        for use in found.uses
    )
    expanded = {acronym: phrase for found in locals_ for acronym, phrase in found.expanded.items()}
    initials = {letters: name for found in locals_ for letters, name in found.initials.items()}
    return Acronyms(uses, expanded, frozenset(use.text for use in uses if use.text in initials), initials)
