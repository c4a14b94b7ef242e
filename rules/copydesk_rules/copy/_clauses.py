"""Sentences as a rule compares them: their content words, and the core of their main clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.facts.claims.verbs import IRREGULAR_PASTS, stem
from copydesk.rules import Part, Span, pattern

_FUNCTION = frozenset(
    """a an the and or but nor so yet if because although though while as at by for from in into of off on onto
    out over to up upon with within without about after before between through during under against among is
    are was were be been being am has have had having do does did doing will would shall should can could
    may might must that this these those there here he it she they we you i him her them us me his hers its
    their theirs our ours your yours my mine who whom whose which what when where why how not no than then
    too very also just only even more most such other another some any each all both own same said says say
    told according per one mr mrs ms""".split()
)
_NUMBERS = dict(
    zip("two three four five six seven eight nine ten eleven twelve".split(), map(str, range(2, 13)), strict=True)
)
# A clause's core ends where a preposition or a conjunction leads on.
_LEADING_ON = frozenset(
    """in on at for from with by to after before near during across against under over into since when while as
    who which that where because and or but about between through until than if although though whose whom
    toward towards amid via""".split()
)
# Behind these a main clause or a reported one begins; clauses of time and reason give what is known already.
_OPENING = frozenset(("that", "and", "but"))
_AUXILIARIES = frozenset(
    "is was are were has have had will would can could may might must should does do did".split()
)
_NEGATIONS = frozenset("not no never neither nor without none cannot hardly".split())
_MODALS = frozenset("will would can could may might must should if unless whether".split())
# A second event of the same kind is news.
_ANOTHER = frozenset(
    "another other second third fourth fifth also again more further additional same new later".split()
)
_LONGEST = 5_000  # code points: no sentence of an article is longer
_FIRST_PERSON = frozenset("i i'm i've i'll i'd we we're we've we'll my our me us you your you're".split())
_SPOKEN = pattern(r"\(\(|^\s*(?:[A-Z][\w.’'-]*\s?){1,3}:\s|^\s*[—–-]\s")  # interviews: “((WN)) How …”, “Q: …”


class Content(NamedTuple):
    """A word that carries meaning.

    `unit` numbers it, a run of capitalised words counting as one; `word` is its number among all words.
    """

    stem: str
    unit: int
    word: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `words` are lower case, `tokens` their spans, `span` its own, all relative to the part."""

    span: Span
    tokens: tuple[Span, ...]
    words: tuple[str, ...]
    content: tuple[Content, ...]
    cores: tuple[Span, ...]
    spoken: bool

    def flags(self, first: int, last: int) -> tuple[bool, bool, bool]:
        """Whether a negation, a modal or “another” stands among the words from `first` to `last`, or just before."""
        words = self.words[max(0, first - 2) : last + 1]
        negated = any(word in _NEGATIONS or word.endswith("n't") for word in words)
        return negated, any(word in _MODALS for word in words), any(word in _ANOTHER for word in words)


def sentences(part: Part) -> tuple[Sentence, ...]:
    """Return the sentences of a part."""
    spoken = _SPOKEN.search(part.words[:60]) is not None
    tokens, found = part.tokens, []
    position = 0
    for span in part.sentences:
        first = position
        while position < len(tokens) and tokens[position].start < span.end:
            position += 1
        found.append(_sentence(part.words, span, tokens[first:position], spoken))
    return tuple(found)


def _sentence(text: str, span: Span, tokens: tuple[Span, ...], spoken: bool) -> Sentence:
    written = [text[token.start : token.end] for token in tokens]
    words = tuple(word.lower().replace("’", "'") for word in written)
    spoken = spoken or text[span.start : span.end].rstrip("”\"’'").endswith("?") or bool(_FIRST_PERSON & set(words))
    content, unit, capital = [], 0, False
    for index, word in enumerate(words):
        if word in _FUNCTION:
            capital = False
            continue
        name = written[index][0].isupper() and index > 0
        unit += not (name and capital)
        capital = name or (index == 0 and written[index][0].isupper())
        content.append(Content(stem(_NUMBERS.get(word, word)), unit, index))
    cores = tuple(_cores(text, tokens, words)) if span.end - span.start <= _LONGEST else ()
    return Sentence(span, tokens, words, tuple(content), cores, spoken)


def _cores(text: str, tokens: tuple[Span, ...], words: tuple[str, ...]) -> Iterator[Span]:
    """Yield the cores of main and reported clauses: subject, verb and object, as ranges of word numbers."""
    for first in range(len(words)):
        comma = 0 < first < 9 and "," in text[tokens[first - 1].end : tokens[first].start]
        if first and not comma and words[first - 1] not in _OPENING:
            continue
        last = first
        while (
            last + 1 < len(words)
            and words[last + 1] not in _LEADING_ON
            and (not text[tokens[last].end : tokens[last + 1].start].strip(' \xa0\n$£€“"'))
        ):
            last += 1
        if words[first] not in _LEADING_ON and any(map(_may_be_verb, words[first + 1 : last])):
            yield Span(first, last + 1)


def _may_be_verb(word: str) -> bool:
    return word in _AUXILIARIES or word in IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 4)
