"""How words are written in the body: what takes a capital within a sentence, and what does not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from copydesk.facts.names.lexicon import MONTHS_AND_DAYS, NOT_NAMES, given_names, known_names, ordinary_words
from copydesk.rules import Article, Part, pattern

TOKEN = pattern(r"[^\W\d_][\w’'&]*(?:[-‐‑.](?=\w)[\w’'&]*)*")
_COUNTRIES = frozenset(("US", "UK", "EU", "UN"))  # us and un are words too
PREFIXES = frozenset("anti co counter de ex inter mid multi non post pre pro re semi sub un".split())
_GOES_BEFORE = pattern(r"[\w’'-]")  # what stands before a word that is part of another: high-risk
_WORD_BEFORE = pattern(r"[^\W\d_][\w’'&.-]* $")
_LONGEST_NAME = 30
_PIECE = pattern(r"[^\W_]+")
_AMBIGUOUS_DAYS = frozenset(("march", "may", "sun"))
_BEFORE_ANY = frozenset("“\"‘'([:—–•*")
_LOOKS_BACK = 2


def key_of(word: str) -> str:
    """Return a word in small letters without “’s”."""
    return word.lower().replace("’", "'").removesuffix("'s")


class Capitals:
    """What an article's body shows of the capitals of some words.

    A word that begins a sentence, a quotation or what follows a colon shows nothing when it has a capital.
    """

    def __init__(self, article: Article, words: Iterable[str]) -> None:
        # Small words of grammar stand in every paragraph and tell nothing.
        keys = {one for word in words for one in (key_of(word), *key_of(word).split("-"))}
        keys = {key for key in keys if not is_grammar(key)}
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._alone: Counter[str] = Counter()
        self._pairs: set[tuple[str, str]] = set()
        looked_for = [(key, _PIECE.findall(key)) for key in sorted(keys)]
        for part in article.body:
            if part.kind == "heading":
                continue
            here = [key for key, pieces in looked_for if part.vocabulary.issuperset(pieces)]
            if here:
                self._learn(part, here)

    def _learn(self, part: Part, keys: Iterable[str]) -> None:
        words, small = part.words, part.words.lower().replace("’", "'")
        if len(small) != len(words):
            return  # a letter of another alphabet that is two when it is small
        starts = {sentence.start for sentence in part.sentences}
        for key in keys:
            start = small.find(key)
            while start >= 0:
                word = TOKEN.match(words, start)
                if word and key_of(word.group()) == key and not (start and _GOES_BEFORE.match(words, start - 1)):
                    self._note(part, key, word, opens=start in starts)
                start = small.find(key, start + 1)

    def _note(self, part: Part, key: str, match: re.Match[str], *, opens: bool) -> None:
        words, (start, end), word = part.words, match.span(), match.group()
        if word[0].islower():
            self._forms[key][_bare(word)] += 1
            return
        before = _WORD_BEFORE.search(words, max(0, start - _LONGEST_NAME), start)
        behind = TOKEN.match(words, end + 1) if words[end : end + 1] == " " else None
        beside = [one.group().strip() for one in (before, behind) if one and one.group()[0].isupper()]
        between = words[max(0, start - _LOOKS_BACK) : start]
        if not opens and between and _BEFORE_ANY.isdisjoint(between):
            self._forms[key][_bare(word)] += 1
            self._alone[key] += not beside
        for other in beside:
            self._pairs |= {(key, key_of(other)), (key_of(other), key)}

    def small(self, word: str) -> int:
        """How often the body writes a word without any capital."""
        return sum(count for form, count in self._forms.get(key_of(word), {}).items() if form.islower())

    def capital(self, word: str, *, alone: bool = False) -> int:
        """How often the body writes a word with a capital where nothing but the word asks for one.

        `alone` counts only places with no other word with a capital beside it: Congress, not the Foreign Ministry.
        """
        if alone:
            return self._alone[key_of(word)]
        return sum(count for form, count in self._forms.get(key_of(word), {}).items() if not form.islower())

    def form(self, word: str) -> str | None:
        """Return the form that the body uses most, if it has the word."""
        forms = self._forms.get(key_of(word))
        return forms.most_common(1)[0][0] if forms else None

    def together(self, word: str, other: str) -> bool:
        """Whether the body writes two words side by side, both with capitals: the Foreign Ministry."""
        return (key_of(word), key_of(other)) in self._pairs


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def is_grammar(word: str) -> bool:
    """Whether a word is a small one of grammar and no month or name besides: with, is, but not May and Will."""
    key = key_of(word)
    return key in NOT_NAMES and key not in MONTHS_AND_DAYS and key not in given_names()


def is_ordinary(word: str) -> bool:
    """Whether a word is one of English, and no day or month.

    A name in a headline stands in the body too, so an ordinary word of which the body shows no capital is none.
    """
    key = key_of(word)
    if key in MONTHS_AND_DAYS and key not in _AMBIGUOUS_DAYS:
        return False
    ordinary = ordinary_words()
    return key in NOT_NAMES or all(piece in ordinary or len(piece) == 1 for piece in _PIECE.findall(key))


def is_name_too(word: str) -> bool:
    """Whether an ordinary word is also a well-known name or a given one: Trump, Welsh, Bill."""
    key = key_of(word)
    return key in known_names() or key in given_names()


def spoken(text: str, capitals: Capitals) -> str:
    """Return a word of a headline in capitals as the body writes it; a name where it is no word of English."""
    bare = text.removesuffix("’S").removesuffix("'S")
    ending, form = text[len(bare) :].lower(), capitals.form(bare)
    if form is not None and bare not in _COUNTRIES:
        return form + ending
    if "." in bare or bare in _COUNTRIES:
        return bare + ending
    if len(bare) == 1:
        return text if bare == "I" else bare.lower()
    return (bare.lower() if is_ordinary(bare) else bare.title()) + ending
