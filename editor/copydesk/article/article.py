"""An article: an immutable reading of a source, as parts with prose, from which facts are drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, Literal, Protocol, TypeVar

from copydesk.article.addresses import addresses
from copydesk.article.edits import Edit, Span
from copydesk.article.prose import Prose
from copydesk.article.sentences import sentence_spans, small_words, word_spans
from copydesk.article.source import Source
from copydesk.lazily import cached_property

Kind = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "heading",
    "item",
    "quote",
    "cell",
    "caption",
    "note",
]
Role = Literal["headline", "standfirst", "byline", "dateline", "body", "caption", "note"]

_BODY: frozenset[Kind] = frozenset(("paragraph", "heading", "item", "quote", "cell"))


@dataclass(frozen=True)
class Part:
    """A stretch of the article that is read as one: the headline, a paragraph, a caption.

    Offsets into `words`, and spans of sentences and words, count code points from the part's beginning;
    `span` and what `text_span` returns count from the beginning of the text.
    """

    kind: Kind
    span: Span
    prose: Prose
    level: int = 0

    @cached_property
    def words(self) -> str:
        """The part as a reader sees it."""
        return self.prose.words

    @property
    def role(self) -> Role:
        """What reports call this part: everything that is body copy is “body”."""
        return "body" if self.kind in _BODY else self.kind  # type: ignore[return-value]

    @property
    def is_body(self) -> bool:
        return self.kind in _BODY

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences, relative to the part."""
        return sentence_spans(self.words)

    @cached_property
    def tokens(self) -> tuple[Span, ...]:
        """Spans of the words, relative to the part."""
        return word_spans(self.words)

    @cached_property
    def small_sentences(self) -> tuple[tuple[str, ...], ...]:
        """For each sentence its runs of letters and digits in lower case: “Sudza's 5-mile” has sudza, s, 5, mile."""
        return tuple(small_words(self.words[start:end]) for start, end in self.sentences)

    @cached_property
    def small_words(self) -> tuple[str, ...]:
        """Those of all sentences."""
        return tuple(chain.from_iterable(self.small_sentences))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All different `small_words`: a look whether a part has any of some words, before a slow pattern."""
        return frozenset(self.small_words)

    @cached_property
    def addresses(self) -> tuple[Span, ...]:
        """Spans of the addresses, handles and names of files among the words, relative to the part."""
        return addresses(self.words)

    def text_span(self, start: int, end: int) -> Span:
        """Return the text's span of the part's code points `start` to `end`."""
        return self.prose.span(start, end)


LocalT = TypeVar("LocalT")
CombinedT = TypeVar("CombinedT", covariant=True)


class Fact(Protocol[LocalT, CombinedT]):
    """A kind of fact: two pure functions. A module that defines both is one.

    `local` looks at one part alone and returns records with spans relative to it; they are cached by the
    part's kind and words. `combine` makes what holds of the whole article out of them; `locals_` has one
    entry for each of `article.parts`.
    """

    def local(self, part: Part, /) -> LocalT: ...
    def combine(self, article: Article, locals_: Sequence[LocalT], /) -> CombinedT: ...


_MISSING: Any = object()


class PartCache:
    """Remembers what was worked out from one part's words alone, over revisions of an article.

    What was not asked for since `limit` other things were is forgotten. What is not `lasting` goes with its article.
    """

    def __init__(self, limit: int = 20_000, *, lasting: bool = True) -> None:
        self._limit = limit
        self.lasting = lasting
        # Two generations: what is asked for moves into the young one, and when that is full the old one goes.
        self._young: dict[tuple[object, Kind, str], Any] = {}
        self._old: dict[tuple[object, Kind, str], Any] = {}

    def knows(self, by: object, part: Part) -> bool:
        """Whether `by` asked it before of a part with the same words."""
        key = (by, part.kind, part.words)
        return key in self._young or key in self._old

    def get(self, by: object, part: Part, compute: Callable[[Part], LocalT]) -> LocalT:
        """Return `compute(part)`, from memory if `by` asked it before of a part with the same words."""
        key = (by, part.kind, part.words)
        value: LocalT = self._young.get(key, _MISSING)
        if value is not _MISSING:
            return value
        value = self._old[key] if self._old and key in self._old else compute(part)
        if len(self._young) >= self._limit // 2:
            self._old, self._young = self._young, {}
        self._young[key] = value
        return value


@dataclass(frozen=True, eq=False)
class Article:
    """What an editor has in hand. `parts` are in the order of the text and do not overlap.

    `date` is the day it is dated, where it says so; `language` a BCP 47 tag; `genre` what sort of piece it is
    (“news”, “live”, “opinion”, “sport” …). `perhaps_standfirst` is a part that may be the standfirst. It is read as
    body copy, and rules hold nothing against the story on a guess. `notices` say what reading left out, a line each;
    `unchecked` are those of them that say of which copy nothing was read.
    `units` are the house's own, each with its definition in pint's syntax.
    """

    source: Source
    parts: tuple[Part, ...]
    date: date | None = None
    language: str = "en-US"
    genre: str = "news"
    perhaps_standfirst: Part | None = None
    notices: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    cache: PartCache = field(default_factory=partial(PartCache, lasting=False), repr=False)
    _facts: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def headline(self) -> Part | None:
        return next((part for part in self.parts if part.kind == "headline"), None)

    @cached_property
    def standfirst(self) -> Part | None:
        """The first one: the page's description and a summary are standfirsts too."""
        return next((part for part in self.parts if part.kind == "standfirst"), None)

    @cached_property
    def body(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.is_body)

    def facts(self, fact: Fact[Any, CombinedT]) -> CombinedT:
        """Return what the article says of one kind, for example `article.facts(names)`."""
        if fact not in self._facts:
            if self.cache.lasting:
                locals_ = [self.cache.get(fact, part, fact.local) for part in self.parts]
            else:
                locals_ = list(map(fact.local, self.parts))
            self._facts[fact] = fact.combine(self, locals_)
        combined: CombinedT = self._facts[fact]
        return combined

    def part_at(self, offset: int) -> Part | None:
        """Return the part that holds the text's code point `offset`, if one does."""
        index = bisect_left(self._part_ends, offset)
        if index < len(self.parts) and self.parts[index].span.start <= offset:
            return self.parts[index]
        return None

    def number_of(self, part: Part) -> int:
        """Return the place of one of `parts` among them. Raises KeyError if it is none of them."""
        return self._numbers[id(part)]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(part): number for number, part in enumerate(self.parts)}

    @cached_property
    def _part_ends(self) -> list[int]:
        return [part.span.end for part in self.parts]

    def written(self, edit: Edit) -> Edit:
        """Return an edit whose text is what a reader should see as one that is right in the source.

        In a front-matter value in single quotation marks, for example, an apostrophe is written twice.
        """
        part = self.part_at(edit.start)
        return edit if part is None else replace(edit, text=part.prose.written(edit.text))

    def in_address(self, span: Span) -> bool:
        """Whether a span of the text is within an address, a handle or a file's name among the words."""
        part = self.part_at(span.start)
        if part is None or not part.addresses or not part.span.contains(span):
            return False
        within = Span(part.prose.offset(span.start), part.prose.offset(span.end))
        return any(address.contains(within) for address in part.addresses)

    def words_at(self, span: Span) -> str:
        """Return the text of a span, as it stands in the source."""
        return self.text[span.start : span.end]

    def prose_at(self, span: Span) -> str:
        """Return the words of a span as a reader sees them: no markup, “km²” for `km<sup>2</sup>`, no line ends."""
        part = self.part_at(span.start)
        if part is None or not part.span.contains(span) or span.start == span.end:
            return self.words_at(span)
        return part.words[part.prose.offset(span.start) : part.prose.offset(span.end - 1) + 1]
