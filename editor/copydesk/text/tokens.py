"""The tokens of a part's words: made once, plain, and not overlapping.

A token is a run of letters, a figure, a mark of punctuation; “Sudza's” is two, “40-year-old” five, “don't” one and
“1,150.5” one. The regex is written with plain ranges: by what was measured, `[^\\W\\d_]` costs three times as much.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from itertools import accumulate, pairwise

from copydesk.article.edits import Span
from copydesk.article.sentences import sentence_spans
from copydesk.lazily import cached_property
from copydesk.text.words import FRACTIONS, Words, words

_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036f"
_PIECE = re.compile(
    rf"""
    \s*(?:
      [{_LETTERS}]+(?:['’](?![sS](?![{_LETTERS}]))[{_LETTERS}]+)*   # don't, O'Brien; not the 's of Sudza's
      (?:(?<=[A-Za-z])(?<![A-Za-z][A-Za-z])\.(?=[A-Za-z]\.)(?:[A-Za-z]\.)+)?   # U.S., 8p.m.
    | ['’][sS](?![{_LETTERS}])                                          # 's
    | \d\d?(?:,\d\d)+,\d\d\d(?!\d)(?:\.\d+)?                              # 12,34,567
    | \d+(?:,\d\d\d(?!\d))*(?:\.\d+)? | (?<![\w.)\]])\.\d+                # 1,150.5, .08
    | [{FRACTIONS}] | \w(?:[^\W\d_{FRACTIONS}]|[\u0300-\u036f])*                                   # other alphabets
    | \.\.\.+ | [^\w\s]
    )
    | \s+$""",
    re.VERBOSE,
)


@dataclass(frozen=True, eq=False)
class Tokens:
    """The tokens of one text, by index from 0. Offsets count its code points.

    `ids` are forms in `table`, `ends` where each token ends, `kinds` the class byte of each.
    """

    words: str
    table: Words
    ids: list[int]
    ends: list[int]
    kinds: bytes

    def __len__(self) -> int:
        return len(self.ids)

    def start(self, index: int) -> int:
        """Return the offset at which a token begins, after the space before it."""
        return self.ends[index] - len(self.table.text[self.ids[index]])

    def span(self, first: int, past: int) -> Span:
        """Return the span of the tokens from `first` up to `past`, which is not among them."""
        return Span(self.start(first), self.ends[past - 1])

    def text(self, index: int) -> str:
        return self.table.text[self.ids[index]]

    def lower(self, index: int) -> str:
        """Return a token in lower case, with a straight apostrophe; "" outside the text."""
        return self.table.lower[self.ids[index]] if 0 <= index < len(self.ids) else ""

    def places(self, wanted: Container[str]) -> list[int]:
        """Return the indexes of the tokens that are among some words in lower case, in order."""
        lower = self.table.lower
        return [index for index, id_ in enumerate(self.ids) if lower[id_] in wanted]

    def text_at(self, index: int) -> str:
        """Return a token as it is written; "" outside the text."""
        return self.table.text[self.ids[index]] if 0 <= index < len(self.ids) else ""

    def space(self, index: int) -> int:
        """Return how many code points of space are before a token; 0 outside the text."""
        return self.table.space[self.ids[index]] if 0 <= index < len(self.ids) else 0

    def at(self, offset: int) -> int:
        """Return the index of the token that holds an offset, or of the next one."""
        return bisect_right(self.ends, offset)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """The index of the first token of each sentence."""
        return tuple(self.at(span.start) for span in sentence_spans(self.words))

    def sentence(self, index: int) -> tuple[int, int]:
        """Return first and past of the sentence that a token is in."""
        starts = self.sentence_starts
        place = bisect_right(starts, index)
        return (starts[place - 1] if place else 0), (starts[place] if place < len(starts) else len(self.ids))

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence, from 0, that each token is in."""
        numbers: list[int] = []
        for number, (first, past) in enumerate(pairwise((0, *self.sentence_starts[1:], len(self.ids)))):
            numbers += [number] * (past - first)
        return numbers


def first_token(text: str) -> str:
    """Return the first token of a text as it is written; "" if there is none."""
    match = _PIECE.match(text)
    return match[0].strip() if match else ""


def tokens_of(text: str, table: Words | None = None) -> Tokens:
    """Return the tokens of a text, as forms of `table`, that of this process if none is given."""
    table = table or words()
    pieces = _PIECE.findall(text)
    ids = list(map(table.id_of.__getitem__, pieces))
    kind = table.kind
    return Tokens(text, table, ids, list(accumulate(map(len, pieces))), b"".join([kind[one] for one in ids]))
