"""What the rules on people share: who is famous by one name, and which articles or sentences are no news copy."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names import Mention
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import (
    MONTHS_AND_DAYS,
    NOT_NAMES,
    PARTICLES,
    PLACE_PREPOSITIONS,
    famous,
    given_names,
    ordinary_words,
)
from copydesk.rules import Article, Part, Span, pattern

RELATIVES = frozenset(
    """wife husband brother sister son daughter father mother widow widower cousin uncle aunt nephew niece grandson
    granddaughter grandfather grandmother twin sibling siblings parents brothers sisters sons daughters couple fiancé
    fiancée fiancee spouse ex-wife ex-husband stepfather stepmother stepson stepdaughter half-brother half-sister
    brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law family namesake""".split()
)
_SPORT = frozenset(
    """goalkeeper striker midfielder defender match matches season innings wicket wickets batsman batting quarterback
    touchdown playoffs championship championships tournament semi-final semifinal quarterfinal finals referee coach
    squad seeded lap laps podium medal medallist medalist rugby cricket football footballer soccer tennis basketball
    baseball hockey racing rider players player fixture halftime half penalty cup olympic olympics athletics athlete
    indoor sprint sprinter marathon boxer boxing golf golfer golfers league stadium fans playing
    goals bout midfield champions club player""".split()
)
_WORD_BEFORE = pattern(r"([A-Z][^\W\d_]+) \Z")
_LONGEST_WORD = 30  # code points
_DETERMINERS = frozenset(
    "a an the two three some many other every any this that her his their its our my your on via".split()
)
_GRAMMAR = 5.0  # Zipf frequency: whatever opens a sentence and is more frequent is no name (Although, Yesterday)
_WHERE = frozenset("in near across outside throughout inside".split())
_OTHER_COPY = frozenset(("sport", "live", "q&a", "interview", "review", "opinion", "obituary"))


def is_sport_or_other_copy(article: Article) -> bool:
    """Whether an article is of a kind that names people its own way: sport, interviews, live pages, reviews."""
    if article.genre in _OTHER_COPY:
        return True
    seen: set[str] = set()
    for part in article.parts:
        seen |= part.vocabulary & _SPORT
        if len(seen) > 2:
            return True
    return False


def may_be_no_surname(word: str) -> bool:
    """Whether a word with a capital may stand for something else than a person with that surname."""
    small = word.lower()
    return (
        small in famous()
        or small in ordinary_words()
        or small in given_names()
        or small in MONTHS_AND_DAYS
        or is_place(word)
    )


def follows_a_name(text: str, start: int) -> bool:
    """Whether a word with a capital, or a particle, stands before `start`: a line's end may have parted a name."""
    before = text[max(start - 30, 0) : start]
    words = before.split()
    if before.endswith(("-", "‐", "‑")):
        return True  # the rest of a name: al-Qaeda
    if not words or not before[-1:].isspace() or before.endswith("\n\n"):
        return False
    last = words[-1]
    if last in PARTICLES:
        return True
    if not last[0].isupper() or last[-1] in ',;:!?)”"':
        return False
    small = last.lower().rstrip(".")
    return small not in NOT_NAMES and zipf(small) < _GRAMMAR


def stands_as_no_person(surname: str, mentions: Iterable[Mention]) -> bool:
    """Whether a word stands somewhere as a place does (“in Wales”) or as a noun (“a Palestinian”)."""
    before = {mention.before.rpartition(" ")[0].rpartition(" ")[2] for mention in mentions}
    if is_place(surname) or not before.isdisjoint(_DETERMINERS) or not before.isdisjoint(_WHERE):
        return True
    return not before.isdisjoint(PLACE_PREPOSITIONS) and gazetteer().knows(surname)


def sentence_of(part: Part, position: int) -> Span:
    """Return the sentence of a part in which the offset `position` is."""
    return next((span for span in part.sentences if span.start <= position < span.end), Span(0, len(part.words)))


def offset(article: Article, mention: Mention) -> int:
    """Return where a mention begins in its part."""
    return article.parts[mention.part].prose.offset(mention.span.start)


_PAST = pattern(
    r"\b(?:when (?:he|she|they|his|her|still|aged)"
    r"|then[- ]|ago|later (?:became|served|rose|promoted)|was born|birthday|turn(?:s|ed|ing)?|at the time"
    r"|former(?:ly)?|ex-|the late|promoted|retired|(?:at|from|until|by) (?:the )?age|became|becom(?:e|es|ing)"
    r"|previous(?:ly)?|once|history|decades?|years? (?:before|earlier|after)|(?:1[5-9]|20)\d\d\b)"
)


def speaks_of_other_times(part: Part, position: int) -> bool:
    """Whether the sentence at `position` speaks of another time, when the person was younger or of lower rank."""
    sentence = sentence_of(part, position)
    return _PAST.search(part.words, sentence.start, sentence.end) is not None


def given_name_before(article: Article, start: int) -> str:
    """Return the given name right before an offset, also one that opens a sentence; "" if there is none."""
    word = _WORD_BEFORE.search(article.text, max(start - _LONGEST_WORD, 0), start)
    return word[1] if word and word[1].lower() in given_names() else ""
