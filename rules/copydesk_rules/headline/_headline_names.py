"""Which words of a headline are names."""

from __future__ import annotations

import re

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
# What a desk puts before a headline: “WATCH: …”, “RESEARCH ALERT - …”.
_KICKER = pattern(r"\s*(?:[A-Z]{3,}\s){0,2}[A-Z]{3,}(?::|\s[-–—])\s(?=.*[a-z])")
_BEGINS_ANEW = pattern(r"(?::|\s[-–—])\s$")
_OPENER = pattern(r"(?P<name>[^\W\d_a-z][a-z]{3,})\s(?P<after>[^\W\d_]+)")
_AGENT = pattern(r"(?:er|or|ist|man|ian|ing|ed|al|ic|y)$")  # Singer Knight, Royal Mail
_LIKE_A_VERB = pattern(r"[a-z]+(?:[^s]s|ed)|to|will|may|out")
# Words of English that are commoner than this are hardly ever names where they open a headline.
_COMMONEST = 5.1
# Known neither as a word nor as a name: in a headline with capitals throughout it is a name rather than a coinage.
_UNHEARD_OF = 1.5


def word_before(article: Article, mention: Mention) -> tuple[str, ...]:
    """Return the capitalised word right before a mention, which alone might be none: the White of White House."""
    before = article.text[max(0, mention.span.start - 30) : mention.span.start]
    words = before.split()
    return (words[-1],) if words and before.endswith(" ") and words[-1].isalpha() and words[-1].istitle() else ()


def is_a_name(article: Article, mention: Mention, at: int, *, titled: bool) -> bool:
    """Whether a word is surely a name: not a title, a day, a region, a common acronym, or a word with a capital."""
    word = mention.words[at]
    text, small = word.text, word.text.lower().rstrip(".")
    if small in REGIONS and (not at or all(other.text.lower() in REGIONS for other in mention.words)):
        return False
    if (
        _PART_OF_A_WORD.search(article.text, max(0, word.start - 2), word.start)
        or article.text[word.end : word.end + 1].isdigit()
    ):
        return False  # ’Burb, the Year-Old of 9-Year-Old, the MI of MI6
    if text in _HOME.get(article.language, ()) or (small in ordinary_words() and _numbered(article, word)):
        return False
    if small in _SHORT_DATES or _in_kicker(article, word):
        return False
    if len(text) < 2 or small in ACRONYMS or small.removesuffix("s") in ACRONYMS | MONTHS_AND_DAYS:
        return small in DAYS or (small in MONTHS and not titled and not word.opens)
    if small in TITLES:
        return not titled and not word.opens and not _NAME_FOLLOWS.match(article.text, word.end)
    if not titled:
        return not _may_be_no_name(article, word) and (len(mention.words) > 1 or small not in GENERIC)
    if "-" in text or text.isupper() or small in ordinary_words() or small.removesuffix("s") in ordinary_words():
        return False
    if fold(text) in known_names() or small in given_names() or is_place(text):
        return True
    return len(text) > 4 and small[-3:] != "ing" and zipf(fold(text)) < _UNHEARD_OF


def _may_be_no_name(article: Article, word: Word) -> bool:
    """Whether a word has its capital from where it stands: Strong demand, Anti-terror plan, Focus: Rich detail."""
    anew = word.opens or _BEGINS_ANEW.search(article.text, max(0, word.start - 3), word.start) is not None
    if not anew:
        return False
    return word.text.lower() in ordinary_words() or _COMPOUND.match(article.text, word.end) is not None


def _in_kicker(article: Article, word: Word) -> bool:
    headline = article.headline
    if headline is None or not word.text.isupper():
        return False
    kicker = _KICKER.match(headline.words)
    return kicker is not None and word.start < headline.text_span(*kicker.span()).end


def _numbered(article: Article, word: Word) -> bool:
    """Whether a figure stands beside a word: Highway 61, 30 Rock, Category 5."""
    before = article.text[max(0, word.start - 5) : word.start]
    return _FIGURE_BEFORE.search(before) is not None or _FIGURE.match(article.text, word.end) is not None


def opener(article: Article, headline: Part) -> Mention | None:
    """Return the first word of a headline in sentence style if it is a well-known name and an ordinary word too.

    “Trump” and “Baker” have their capital from standing first, so that by themselves they are hardly names: what
    follows must be a name, or stand behind one in the body: Smith airline, Chilean airline. What only does something
    may be a flood or a banker, unless it is somebody whom everybody knows.
    """
    match = _OPENER.match(headline.words)
    if match is None:
        return None
    small, after = match["name"].lower(), match["after"]
    if small not in ordinary_words() or not (small in known_names() or small in same_names()):
        return None
    if small in REGIONS | ACRONYMS | GENERIC | TITLES | MONTHS_AND_DAYS | NOT_NAMES or zipf(small) > _COMMONEST:
        return None
    if fold(f"{small} {after}") in same_names():
        return None  # Wall Street
    name_follows = after[0].isupper() and not _AGENT.search(small)
    acts = small in famous() and _LIKE_A_VERB.fullmatch(after)
    if not (acts or name_follows or _stands_behind_a_name(article, after)):
        return None
    span = headline.text_span(*match.span("name"))
    return Mention((Word(match["name"], *span),), "", "", after, 0)


def _stands_behind_a_name(article: Article, word: str) -> bool:
    behind = pattern(rf"[a-z,]\s[A-Z][\w’'-]+\s{re.escape(word)}\b")
    return any(behind.search(part.words) for part in article.body)
