"""Whom a birth, an age or a death is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from copydesk.article import Article, Span
from copydesk.facts import mentions
from copydesk.facts.lives.records import Statement
from copydesk.patterns import pattern

_NEAR = 200  # code points between a person and what is said of them
_WORDS_BEFORE_NAME = 3  # “the 97-year-old Doris Day”, “the 24-year-old former goalkeeper Ann Hill”
_OWNER = pattern(r"['’]s?\b|['’]")
_POSSESSIVES = frozenset("his her their hers".split())
_OF_OTHERS = pattern(
    r"\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|mother|father|parents|widow(?:er)?|twins?|child|children|kids"
    r"|partner|fianc\w+|nephews?|nieces?|uncle|aunt|cousins?|grand\w+|baby|girlfriend|boyfriend|friend"
    r"|people|man|woman|boy|girl|victims?)\b"
)
# A surname that is only ever seen at the beginning of a sentence is nobody's mention; in obituaries it often is so.
_BARE = pattern(r"[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*")
_PLACED = pattern(r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Oo]f|[Nn]ear|[Tt]he)\s$")


class Owners:
    """The people of an article, asked for whom a statement is about: by name, which is all that two must share."""

    def __init__(self, article: Article) -> None:
        self._article = article
        people = article.facts(mentions).people
        self._named = sorted(
            ((one, person) for person in people for one in person.mentions), key=lambda each: each[0].span
        )
        # Somebody who comes in as “his father, John Smith” is not the Smith that was spoken of before.
        self._by_age = {
            one.age.span: "" if one.kin and one is not person.first else person.name
            for one, person in self._named
            if one.age
        }
        self._surnames: dict[str, set[str]] = {}
        for person in people:
            self._surnames.setdefault(person.surname or person.name, set()).add(person.name)

    def whose(self, one: Statement) -> str:
        """Return the name of whom a statement is about, nothing where it may be another."""
        if one.span in self._by_age:
            return self._by_age[one.span]
        return self._after(one) if one.follows else self._before(one)

    def _after(self, one: Statement) -> str:
        """Return who is named right after: “Born in 1941, Hunter”, “the 97-year-old Doris Day”."""
        at = bisect_left(self._named, one.span.end, key=lambda each: each[0].span.start)
        if at == len(self._named):
            return self._bare_after(one)
        mention, person = self._named[at]
        between = self._article.text[one.span.end : mention.span.start]
        if mention.span.start > min(one.sentence.end, one.near + _NEAR) or (one.said == "age" and "," in between):
            return self._bare_after(one)
        return person.name if one.said == "born" or len(between.split()) <= _WORDS_BEFORE_NAME else ""

    def _bare_after(self, one: Statement) -> str:
        text = self._article.text
        found = _BARE.search(text, one.span.end, min(one.sentence.end, one.span.end + _NEAR // 4))
        return self._surnamed(found.group()) if found and one.said == "born" else ""

    def _before(self, one: Statement) -> str:
        """Return who is spoken of right before, in the same sentence."""
        first = max(one.sentence.start, one.near - _NEAR)
        at = bisect_right(self._named, one.near, key=lambda each: each[0].span.end) - 1
        if at < 0 or self._named[at][0].span.start < first:
            return self._bare_before(one, first)
        mention, person = self._named[at]
        owned = mention.words.lower() in _POSSESSIVES and one.said != "birthday"  # “her 48th birthday” is hers
        return "" if owned or not mention.sure or self._is_others(mention.span, one) else person.name

    def _bare_before(self, one: Statement, first: int) -> str:
        """Return a capitalised word that may be a surname which no mention has."""
        text = self._article.text
        words = list(_BARE.finditer(text, first, one.near))
        known = self._article.facts(mentions).who
        for word in reversed(words):
            span = Span(*word.span())
            if known(span) is not None or _PLACED.search(text, first, word.start()):
                continue
            return "" if self._is_others(span, one) or word.group() in _NO_NAMES else self._surnamed(word.group())
        return ""

    def _surnamed(self, word: str) -> str:
        """Return the only person of a surname, or the word itself."""
        names = self._surnames.get(word, {word})
        return next(iter(names)) if len(names) == 1 else ""

    def _is_others(self, span: Span, one: Statement) -> bool:
        """Whether what is between a person and a statement gives it to somebody else: “Hill's son, 12”."""
        between = self._article.text[span.end : one.near]
        before = self._article.text[max(one.sentence.start, span.start - 30) : span.start]
        return bool(_OWNER.match(between) or _OF_OTHERS.search(between) or _KIN_BEFORE.search(before))


_KIN_BEFORE = pattern(
    r"\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|mother|father|widow|twin|partner|nephew|niece"
    r"|uncle|aunt|cousin|grand\w+),?\s(?:[A-Z]\w+\s)?$"
)
_NO_NAMES = frozenset("He She They It We I The A An In On At When While After Before Born Aged Who".split())
