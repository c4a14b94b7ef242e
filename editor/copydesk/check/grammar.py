"""From an engine's remarks to findings: what names explain is dropped, and quotations are left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.article import Article, Edit
from copydesk.check.settings import GRAMMAR
from copydesk.engines import Remark
from copydesk.engines.dialects import neutral
from copydesk.facts import names
from copydesk.facts.names.lexicon import ordinary_words
from copydesk.rules import Finding, Fix

_MOST_FIXES = 5


def grammar_findings(article: Article, remarks: Sequence[Sequence[Remark]]) -> Iterator[Finding]:
    """Yield a finding for each remark that an editor should see.

    `remarks` has one entry for each of the article's parts. The engine's rule becomes `Grammar.RULE`.
    Headlines have a grammar of their own, so of them, as of datelines and bylines, nothing is said.
    """
    known = article.facts(names)
    for part, found in zip(article.parts, remarks, strict=True):
        if part.kind in ("headline", "byline", "dateline"):
            continue
        for remark in found:
            words = part.words[remark.span.start : remark.span.end]
            if remark.spelling and (known.explains(words) or _is_no_plain_word(words) or _is_a_word(words, remark)):
                continue
            span = part.text_span(*remark.span)
            fixes = tuple(
                Fix(f"Change to “{text}”" if text else "Delete", (Edit(*span, text),))
                for text in remark.replacements[:_MOST_FIXES]
            )
            yield Finding(span, remark.message, fixes=fixes, rule=f"{GRAMMAR}.{remark.rule}", severity="warning")


def _is_a_word(words: str, remark: Remark) -> bool:
    """Whether this is a word after all, spelt as some country does: our list has metres, Harper offers legalize."""
    if words.lower().replace("’", "'").removesuffix("'s") in ordinary_words():
        return True
    return any(neutral(words) == neutral(replacement) for replacement in remark.replacements)


def _is_no_plain_word(words: str) -> bool:
    """Whether this is a form that no dictionary has: an acronym, a model number, letters beyond English."""
    return words.isupper() or any(not character.isalpha() for character in words.strip("’'-")) or not words.isascii()
