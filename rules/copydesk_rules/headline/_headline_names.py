"""Which words of a headline are names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

from copydesk.facts import names
from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names import Mention, Word
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import (
    MONTHS_AND_DAYS,
    NOT_NAMES,
    TITLES,
    famous,
    given_names,
    known_names,
    ordinary_words,
)
from copydesk.facts.words.dictionary import is_word
from copydesk.rules import Article, Part, pattern
from copydesk_rules.headline._lexicon import ACRONYMS, GENERIC, REGIONS
from copydesk_rules.headline._name_forms import fold, same_names

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = MONTHS_AND_DAYS - {"may"} - DAYS
_SHORT_DATES = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thu fri sat".split()
)
# A paper's own country need not stand in the story.
_HOME = {"en-US": ("US", "U.S.", "America"), "en-GB": ("UK", "U.K.", "Britain")}
_NAME_FOLLOWS = pattern(r"(?:\s(?:of|for|and|in)(?:\sthe)?)?\s[^\W\d_a-z]|-|[’']")
_FIGURE = pattern(r"\s\d")
_FIGURE_BEFORE = pattern(r"(?:^|\D)\d{1,3}\s$")
_PART_OF_A_WORD = pattern(r"\d[-‐‑]?$|(?:^|\s)[’']$")
_COMPOUND = pattern(r"[-‐‑][a-z]")
_BEGINS_ANEW = pattern(r"(?::[’'”\"]?|\s[-–—])\s$")
_AGENT = pattern(r"(?:er|or|ist|man|ian|ing|ed|al|ic|y)$")  # Singer Knight, Royal Mail
# Words of English that are commoner than this are hardly ever names where they open a headline.
_COMMONEST = 4.97
_NEVER_ALONE = REGIONS | ACRONYMS | GENERIC | TITLES | MONTHS_AND_DAYS | NOT_NAMES
_INNER_CAPITAL = pattern(r"[A-Z][a-z]+[A-Z]")
_SHORTEST = 4  # letters of a word that others are made of
_PREFIXES = frozenset("re un pre non anti over out mis dis de co sub mega giga micro".split())
_SUFFIXES = frozenset("s es d ed er ers ing ic al ly ish ism ist ists ness less able ship hood".split())


def word_before(article: Article, mention: Mention) -> tuple[str, ...]:
    """Return the capitalised word right before a mention, which alone might be none: the White of White House."""
    before = article.text[max(0, mention.span.start - 30) : mention.span.start]
    words = before.split()
    return (words[-1],) if words and before.endswith(" ") and words[-1].isalpha() and words[-1].istitle() else ()


def mentions_in(article: Article, part: Part) -> list[Mention]:
    """Return the names of a headline as the article's names have them: words with a capital for what they are."""
    number, mentions = article.number_of(part), article.facts(names).mentions
    first = bisect_left(mentions, number, key=lambda one: one.part)
    return list(takewhile(lambda one: one.part == number, islice(mentions, first, None)))


def is_a_name(article: Article, mention: Mention, at: int, *, titled: bool) -> bool:
    """Whether a word is surely a name: not a title, a day, a region, a common acronym, or a word with a capital.

    `titled` says that the headline capitalises every word, so that a capital proves nothing.
    """
    word = mention.words[at]
    text, small = word.text, word.text.lower().rstrip(".")
    if _is_part(article, word) or _everybody_knows(article, mention, at):
        return False
    if len(text) < 2 or small in ACRONYMS or small.removesuffix("s") in ACRONYMS | MONTHS_AND_DAYS:
        return small in DAYS or (small in MONTHS and not titled and not word.opens)
    if small in TITLES:
        return not titled and not word.opens and not _NAME_FOLLOWS.match(article.text, word.end)
    if text.isupper() and len(text) >= _SHORTEST and is_word(small):
        return False  # said LOUDLY
    if not titled and not _begins_anew(article, word):
        return len(mention.words) > 1 or bool(mention.title) or small not in GENERIC
    if (titled and ("-" in text or text.isupper())) or _COMPOUND.match(article.text, word.end):
        return False
    return _can_only_be_a_name(text, compounds=titled)


def _is_part(article: Article, word: Word) -> bool:
    """Whether this is no word of the sentence: ’Burb, the MI of MI6, the Highway of Highway 61, a date."""
    small = word.text.lower().rstrip(".")
    if _PART_OF_A_WORD.search(article.text, max(0, word.start - 2), word.start):
        return True
    behind = article.text[word.end : word.end + 1]
    return behind.isdigit() or small in _SHORT_DATES or (small in ordinary_words() and _numbered(article, word))


def _everybody_knows(article: Article, mention: Mention, at: int) -> bool:
    """Whether a word tells where the news is as a matter of course: a part of the world, the paper's own country."""
    text = mention.words[at].text
    if text.lower().rstrip(".") in REGIONS and not mention.title:
        return not at or all(other.text.lower() in REGIONS for other in mention.words)
    return text in _HOME.get(article.language, ())


def _begins_anew(article: Article, word: Word) -> bool:
    """Whether a word has its capital from where it stands: Strong demand, Focus: Rich detail."""
    return word.opens or _BEGINS_ANEW.search(article.text, max(0, word.start - 4), word.start) is not None


@lru_cache(maxsize=2_000)
def _can_only_be_a_name(text: str, *, compounds: bool) -> bool:
    """Whether a word is a known name and no word of English, or known as neither and not made of such words.

    `compounds` says that it must not be made of two of them either: backchannel, but Everton as well.
    """
    small = text.lower().rstrip(".")
    if _INNER_CAPITAL.match(text):
        return True
    if small in ordinary_words() or small.removesuffix("s") in ordinary_words():
        return False
    if fold(text) in known_names() or small in given_names():
        return True
    if is_word(small):
        return False  # a Semi Truck, though a town is called so
    if is_place(text):
        return True
    if _is_derived(small):
        return False
    return not compounds or (len(text) > 4 and small[-3:] != "ing" and not _is_compound(small))


def _is_derived(small: str) -> bool:
    """Whether a word is made of one that is in a dictionary: re-vote, hermaphrodit-ic, grift-ers, big-ly."""
    if small.endswith("ly") and is_word(small.removesuffix("ly")):
        return True
    stems = [small, *(small.removesuffix(ending) for ending in _SUFFIXES if small.endswith(ending))]
    stems += [stem.removeprefix(prefix) for stem in stems for prefix in _PREFIXES if stem.startswith(prefix)]
    return any(
        len(stem) >= _SHORTEST and stem != small and (is_word(stem) or is_word(stem + "e") or is_word(stem + "y"))
        for stem in stems
    )


def _is_compound(small: str) -> bool:
    cuts = range(_SHORTEST, len(small) - _SHORTEST + 1)
    return any(is_word(small[:cut]) and is_word(small[cut:]) for cut in cuts)


def _numbered(article: Article, word: Word) -> bool:
    """Whether a figure stands beside a word: Highway 61, 30 Rock, Category 5."""
    before = article.text[max(0, word.start - 5) : word.start]
    return _FIGURE_BEFORE.search(before) is not None or _FIGURE.match(article.text, word.end) is not None


def strays(article: Article, headline: Part, found: Sequence[Mention], *, titled: bool) -> Iterator[Mention]:
    """Yield the words that are ordinary ones too, and whose capital shows nothing, but that name somebody.

    “Trump”, “China” and “Baker” have their capital from standing first, or among capitals, so that by themselves
    they are hardly names: Flood and Banker open headlines too. Whom or what everybody knows is meant by the name
    alone; else what follows must be a name, or stand behind one in the body: Smith airline, Chilean airline. `found`
    are the other names.
    """
    for raw in article.facts(names).possible[article.number_of(headline)].mentions:
        for at, word in enumerate(raw.words):
            span = headline.text_span(*word.span)
            if any(one.span.contains(span) for one in found):
                continue
            after = raw.words[at + 1].text if at + 1 < len(raw.words) else raw.after
            if _is_everybodys(word.text, after) or (
                word.opens and not titled and _stands_like_a_name(article, word.text, after)
            ):
                yield Mention((Word(word.text, *span, True, word.possessive),), "", "", after, 0)


def _is_everybodys(text: str, after: str) -> bool:
    """Whether a word is the name of a country, or of somebody whom everybody knows by it."""
    return _is_country(text) or (text.lower() in famous() and _may_name(text, after))


def _stands_like_a_name(article: Article, text: str, after: str) -> bool:
    """Whether a known name that opens the headline is followed by what follows a name."""
    small = text.lower()
    if not after or not _may_name(text, after) or not (small in known_names() or small in same_names()):
        return False
    name_follows = after[0].isupper() and not _AGENT.search(small)
    return name_follows or _stands_behind_a_name(article, after)


def _may_name(text: str, after: str) -> bool:
    small = text.lower()
    if len(small) < _SHORTEST or zipf(small) > _COMMONEST or small in _NEVER_ALONE:
        return False
    return fold(f"{small} {after}") not in same_names()  # Wall Street


def _is_country(text: str) -> bool:
    return any(place.kind == "country" for place in gazetteer().lookup(text)[:1])


def _stands_behind_a_name(article: Article, word: str) -> bool:
    behind = pattern(rf"[a-z,]\s[A-Z][\w’'-]+\s{re.escape(word)}\b")
    return any(behind.search(part.words) for part in article.body)
