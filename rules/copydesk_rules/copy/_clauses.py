"""Sentences as a rule compares them: their content words, and the core of their main clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from copydesk.facts.claims.verbs import IRREGULAR_PASTS, stem
from copydesk.lazily import cached_property
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
NUMBERS = dict(
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


_WORD = pattern(r"\d[\d.,]*\d|[^\W_]+(?:['’‐‑&-][^\W_]+)*")


_ENDINGS = frozenset("s t d m ll re ve".split())  # of “it's”, “don't” and the like, without the apostrophe
_REMEMBERED = 50_000  # words


class _Meaning(dict[str, str]):
    """The stems of small words that carry meaning, nothing for others: looked up some hundred times an article."""

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        meaning = self[word] = "" if word in _FUNCTION or word in _ENDINGS else _stem(word)
        return meaning


_MEANING = _Meaning()


def _stem(word: str) -> str:
    return stem(NUMBERS.get(word, word))


class Sentence:
    """A sentence; `span` is its own, and spans of `tokens` its words', relative to the part.

    `stems` are those of its small words that carry meaning, in order, `meaning` the different ones. The rest is
    worked out when it is asked for: only a sentence that seems to repeat something is.
    """

    def __init__(self, text: str, span: Span, small: Sequence[str]) -> None:
        self._text = text
        self.span = span
        self.stems = list(filter(None, map(_MEANING.__getitem__, small)))
        self.meaning = frozenset(self.stems)

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case, as `tokens` numbers them."""
        return [word.lower().replace("’", "'") for word in self._written]

    @cached_property
    def _written(self) -> list[str]:
        return [self._text[start:end] for start, end in self.tokens]

    @cached_property
    def spoken(self) -> bool:
        """Whether it is somebody's, to somebody: in an interview, in the first person, a question."""
        if _SPOKEN.search(self._text[:60]) or not _FIRST_PERSON.isdisjoint(self.words):
            return True
        return self._text[self.span.start : self.span.end].rstrip("”\"'’").endswith("?")

    @cached_property
    def tokens(self) -> tuple[Span, ...]:
        return tuple(Span(*match.span()) for match in _WORD.finditer(self._text, *self.span))

    @cached_property
    def content(self) -> tuple[Content, ...]:
        """The words that carry meaning, in order."""
        content: list[Content] = []
        unit, capital = 0, False
        for index, word in enumerate(self.words):
            if word in _FUNCTION:
                capital = False
                continue
            capitalised = self._written[index][0].isupper()
            name = capitalised and index > 0
            unit += not (name and capital)
            capital = capitalised
            content.append(Content(_stem(word), unit, index))
        return tuple(content)

    @cached_property
    def cores(self) -> tuple[Span, ...]:
        """The cores of its main and reported clauses, as ranges of word numbers."""
        if self.span.end - self.span.start > _LONGEST:
            return ()
        return tuple(_cores(self._text, self.tokens, self.words))

    def flags(self, first: int, last: int) -> tuple[bool, bool, bool]:
        """Whether a negation, a modal or “another” stands among the words from `first` to `last`, or just before."""
        words = self.words[max(0, first - 2) : last + 1]
        negated = any(word in _NEGATIONS or word.endswith("n't") for word in words)
        return negated, any(word in _MODALS for word in words), any(word in _ANOTHER for word in words)


def sentences(part: Part) -> tuple[Sentence, ...]:
    """Return the sentences of a part."""
    return tuple(map(partial(Sentence, part.words), part.sentences, part.small_sentences))


def _cores(text: str, tokens: Sequence[Span], words: Sequence[str]) -> Iterator[Span]:
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
