"""The sentence of the body that a finding on the headline rests on."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Article, Part, Related, Span
from copydesk_rules.headline._sentences import content


def sentence_at(article: Article, span: Span) -> Span:
    """Return the sentence around `span`, both in the text; `span` itself where no part holds it."""
    part = article.part_at(span.start)
    if part is None:
        return span
    for sentence in part.sentences:
        whole = part.text_span(*sentence)
        if whole.start <= span.start < whole.end:
            return whole
    return part.span


def sentences(article: Article) -> Iterator[tuple[Part, Span]]:
    """Yield the body's sentences, relative to their parts."""
    for part in article.body:
        if part.kind != "heading":
            for sentence in part.sentences:
                yield part, sentence


def closest_sentence(article: Article, words: str, limit: int = 40) -> Span | None:
    """Return the sentence of the body that shares most words with `words`: what the headline was written from.

    Only the first `limit` sentences are looked at; the first is returned if none shares two words.
    """
    wanted = content(words)
    best, found = 1, None
    for index, (part, sentence) in enumerate(sentences(article)):
        if index >= limit:
            break
        found = found or part.text_span(*sentence)
        shared = len(wanted & content(part.words[sentence.start : sentence.end]))
        if shared > best:
            best, found = shared, part.text_span(*sentence)
    return found


def cited(article: Article, span: Span | None, message: str = "") -> tuple[Related, ...]:
    """Return the sentence around a span of the body as what a finding rests on; nothing for None."""
    return () if span is None else (Related(sentence_at(article, span), message),)
