"""What the text layer makes of a part's words: tokens and values, made once and shared by all facts and rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from copydesk.article.edits import Span
from copydesk.lazily import cached_property
from copydesk.text.phrases import Phrases
from copydesk.text.tokens import Tokens, tokens_of
from copydesk.text.values import Value, Values, values_of


@dataclass(frozen=True, eq=False)
class Analysis:
    """The layers over one text. Values, and the phrases of a sentence, are made when they are first asked for."""

    tokens: Tokens

    @cached_property
    def values(self) -> Values:
        return values_of(self.tokens)

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.tokens, self.values)

    def words(self, first: int, past: int) -> str:
        """Return the words from one token up to another, which is not among them."""
        span = self.tokens.span(first, past)
        return self.tokens.words[span.start : span.end]

    def span(self, value: Value) -> Span:
        """Return the code points of the text that a value is."""
        return self.tokens.span(value.first, value.past)


@lru_cache(maxsize=1_000)  # several facts ask of the same paragraph
def analysis_of(words: str) -> Analysis:
    """Return the layers over a part's words."""
    return Analysis(tokens_of(words))
