"""Which words of a headline are names."""

from __future__ import annotations

from copydesk.facts.names import Mention, Word
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.lexicon import MONTHS_AND_DAYS, NOT_NAMES, TITLES, given_names, known_names, ordinary_words
from copydesk.rules import Article, Part, pattern
from copydesk_rules.headline._lexicon import ACRONYMS, GENERIC, REGIONS
from copydesk_rules.headline._name_forms import fold, same_names

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = MONTHS_AND_DAYS - {"may"} - DAYS
# A paper's own country need not stand in the story.
_HOME = {"en-US": ("US", "U.S.", "America"), "en-GB": ("UK", "U.K.", "Britain")}
_NAME_FOLLOWS = pattern(r"(?:\s(?:of|for|and|in)(?:\sthe)?)?\s[^\W\d_a-z]|-|[’']")
_FIGURE = pattern(r"\s\d")
_FIGURE_BEFORE = pattern(r"(?:^|\D)\d{1,3}\s$")
_PART_OF_A_WORD = pattern(r"\d[-‐‑]?$|(?:^|\s)[’']$")
# A name that opens a headline does something; “Creator of …”, “Price for …” are nouns.
_OPENER = pattern(r"[^\W\d_a-z][a-z]{3,}(?=\s(?!(?:of|in|on|for|to|who|and|with|from|at|by|over|near)\s))")
_WORD_AFTER = pattern(r"\s+([^\W\d_]+)")


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
    if len(text) < 2 or small in ACRONYMS or small.removesuffix("s") in MONTHS_AND_DAYS:
        return small in DAYS or (small in MONTHS and not titled and not word.opens)
    if small in TITLES:
        return not titled and not word.opens and not _NAME_FOLLOWS.match(article.text, word.end)
    if not titled:
        return not (small in ordinary_words() and word.opens) and (len(mention.words) > 1 or small not in GENERIC)
    if "-" in text or text.isupper() or small in ordinary_words() or small.removesuffix("s") in ordinary_words():
        return False
    return fold(text) in known_names() or small in given_names() or is_place(text)


def _numbered(article: Article, word: Word) -> bool:
    """Whether a figure stands beside a word: Highway 61, 30 Rock, Category 5."""
    before = article.text[max(0, word.start - 5) : word.start]
    return _FIGURE_BEFORE.search(before) is not None or _FIGURE.match(article.text, word.end) is not None


def opener(headline: Part) -> Mention | None:
    """Return the first word of a headline in sentence style if it is a well-known name and an ordinary word too.

    “Trump” and “Baker” have their capital from standing first, so that by themselves they are hardly names.
    """
    match = _OPENER.match(headline.words)
    if match is None:
        return None
    small = match.group().lower()
    if small not in ordinary_words() or small not in known_names() or small in same_names():
        return None
    if small in REGIONS | ACRONYMS | GENERIC | TITLES | MONTHS_AND_DAYS | NOT_NAMES:
        return None
    span = headline.text_span(*match.span())
    after = _WORD_AFTER.match(headline.words, match.end())
    return Mention((Word(match.group(), *span),), "", "", after[1] if after else "", 0)
