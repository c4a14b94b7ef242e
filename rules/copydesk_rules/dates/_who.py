"""Whom a birth or an age is about, by the capitalised words right before it.

The names of the article's facts leave out a surname that is only ever seen at the start of a sentence, and those of
obituaries often are; here any run of capitalised words will do, because a birth and an age must share it.
"""

from __future__ import annotations

import re

from copydesk.facts.lives import Age, Birth
from copydesk.rules import Article, pattern

_RUN = pattern(
    r"[A-Z][\w.’'-]*[^\W\d_](?:\s(?:(?:de|van|von|bin|al|el|da|del|la|der|den)\s)?[A-Z][\w.’'-]*[^\W\d_])*"
)
_PRONOUN = pattern(r"\b(?:[Hh]e|[Ss]he)\b")
_NO_NAMES = frozenset(
    """
    The A An In On At He She It They We I His Her Their Its And But When While After Before As By For From
    Former Born Mr Mrs Ms Miss Dr Sir Dame Lord Lady President Minister Senator Judge Professor January February
    March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Jan Feb Mar Apr Aug Sept Oct Nov Dec Actor Singer Representative Justice King Queen
    Prince Princess Pope Bishop US U.S UK British American English French German
""".split()
)
_KIN = pattern(
    r"\b(?:wife|husband|son|daughter|brother|sister|mother|father|widow|twin|child|children|partner"
    r"|fiancé\w*|nephew|niece|"
    r"uncle|aunt|cousin|grand\w+|baby|girlfriend|boyfriend|friend|[Ww]hen|[Tt]hen)\b[^.;]{0,40}$"
)
_KIN_BEFORE = pattern(
    r"\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|mother|father|widow|twin|partner|nephew|niece"
    r"|uncle|aunt|cousin|grand\w+),?\s$"
)

Who = tuple[str, ...]
_NEAR = 300  # code points before a birth or an age in which the name may stand
_OWNER = pattern(r"['’]s?$")  # “Tupac’s mother”: not Tupac
_PLACED = pattern(r"(?:In|At|On|From|Of|in|at|from|near)\s$")


def who(article: Article, one: Birth | Age) -> tuple[Who, ...]:
    """Return the words of the name of whom a birth or an age is about, of two where it may be either; or nothing."""
    return tuple(filter(None, _candidates(article, one)))


def _candidates(article: Article, one: Birth | Age) -> tuple[Who, ...]:
    text, at = article.text, one.near
    start = max(one.sentence.start, at - _NEAR)
    if isinstance(one, Age) and at > one.span.start:  # “the 97-year-old Doris Day”
        behind = _RUN.match(text, at) or _RUN.match(text, at + 1)
        return (_words(behind),) if behind else ()
    if isinstance(one, Birth) and at - start < 3:  # “Born in 1941, Hunter …”
        return (_behind(article, one),)
    runs = [
        run
        for run in _RUN.finditer(text, start, at)
        if _words(run) and not _OWNER.search(run.group()) and not _PLACED.search(text, start, run.start())
    ]
    pronouns = list(_PRONOUN.finditer(text, start, at))
    if runs and _KIN_BEFORE.search(text, start, runs[-1].start()):
        return ()  # “his father, John Smith, 92”: not the Smith that was named before
    last = max((match.end() for match in (*runs[-1:], *pronouns[-1:])), default=start)
    if _KIN.search(text, last, at):
        return ()
    if pronouns and (not runs or pronouns[-1].start() > runs[-1].start()):
        return (_words(runs[0]) if runs else _before(article, start),)
    if not runs:
        return ()
    # “Hagan, first elected to Congress in 2008, was born”: the subject opens the sentence.
    if isinstance(one, Birth):
        return (_words(runs[0] if text[start:at].endswith(("was ", "were ")) else runs[-1]),)
    if _SUBJECT.match(text, runs[0].end()) and text[at] != ",":
        return _words(runs[0]), _words(runs[-1])
    return (_words(runs[-1]),)


_SUBJECT = pattern(r",|\s(?:has\s|had\s)?(?:[Dd]ie[sd]|[Dd]ead|was|is|turned|turns|passed)\b")


_NEXT = pattern(r",\s(?:the\s)?(?:(?P<pronoun>he|she)\b|(?=[A-Z]))")


def _behind(article: Article, birth: Birth) -> Who:
    """Return whom a sentence that begins with a birth is about."""
    for found in _NEXT.finditer(article.text, birth.span.end, min(birth.sentence.end, birth.span.end + 60)):
        if found["pronoun"]:
            return _before(article, birth.sentence.start)
        run = _RUN.match(article.text, found.end())
        behind = article.text[run.end() : run.end() + 2] if run else ","
        if run is not None and not behind.startswith(",") and (words := _words(run)):
            return words
    return ()


def _words(run: re.Match[str]) -> Who:
    words = [word.strip(".") for word in run.group().split()]
    owners = [index for index, word in enumerate(words[:-1]) if _OWNER.search(word)]
    words = [re.sub(r"['’]s$", "", word) for word in words[owners[-1] + 1 if owners else 0 :]]
    return tuple(word for word in words if word not in _NO_NAMES and len(word) > 2)


def _before(article: Article, start: int) -> Who:
    """Return the first name of the sentences before in the same part, or of the part before."""
    part = article.part_at(start)
    if part is None:
        return ()
    end = start
    if part.span.start == start and (index := article.number_of(part)):
        part = article.parts[index - 1]
        end = part.span.end
    return next(
        (words for found in _RUN.finditer(article.text, part.span.start, end) if (words := _words(found))), ()
    )


def tells_of_kin(article: Article, one: Birth | Age) -> bool:
    """Whether the sentence of a birth or an age speaks of a relative, who may be meant."""
    return (
        _ANY_KIN.search(
            article.text, max(one.sentence.start, one.near - _NEAR), min(one.sentence.end, one.near + _NEAR)
        )
        is not None
    )


_ANY_KIN = pattern(
    r"\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|mother|father|mom|mum|dad|parents?|widow"
    r"|twins?|child|children|partner|friend|"
    r"nephew|niece|uncle|aunt|cousin|grand\w+|couple)\b"
)


def same(article: Article, one: Who, other: Who) -> bool:
    """Whether two are one person: they share the surname, and first names where both have them.

    A surname alone is not enough where the article has two people of that name, unless one is the headline's.
    """
    if not one or not other or not (one[-1] in other or other[-1] in one):
        return False
    if len(one) > 1 and len(other) > 1:
        return len(set(one) & set(other)) > 1
    longer = max(one, other, key=len)
    surname = one[-1] if one[-1] in other else other[-1]
    others = {
        match[1]
        for match in re.finditer(rf"\b([A-Z][\w’'-]+)\s{re.escape(surname)}\b", article.text)
        if match[1] not in _NO_NAMES and match[1] not in longer
    }
    headline = article.headline.words if article.headline else ""
    if len(longer) == 1:
        return len(others) <= 1 or surname in headline
    return not others or (longer[0] in headline and surname in headline)
