"""What was to be a link or an address, and is none for a blank or the wrong brackets."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts.links import MARKDOWN
from copydesk.rules import Article, Finding, Part, Span, change_to, pattern

# “[words] (address)”, “(words)[address]” in Markdown, and “www. paper.com”.
_APART = pattern(r"(?<!\\)\[([^\[\]\n]{1,200})\] \(((?:https?://|www\.)[^()\s]+)\)")
_SWAPPED = pattern(r"\(([^()\n]{1,200})\)\[((?:https?://|www\.)[^\[\]\s]+)\]")
_WWW_APART = pattern(r"(?<![\w/])www\. (?=[a-z0-9-]+\.(?:com|org|net|gov|edu|co\.uk|org\.uk|[a-z]{2})\b)")


def slips(article: Article) -> Iterator[Finding]:
    """Yield addresses that a blank divides, and what was to be a link in Markdown."""
    is_markdown = article.source.suffix in MARKDOWN
    for part in article.parts:
        words = part.words
        for match in _WWW_APART.finditer(words) if "www. " in words else ():
            span = part.text_span(*match.span())
            yield Finding(span, "A blank divides this address.", fixes=(change_to(span, "www."),), confidence=0.9)
        if is_markdown and ("] (" in words or ")[" in words):
            yield from _no_links(article, part)


def _no_links(article: Article, part: Part) -> Iterator[Finding]:
    for slip, message in ((_APART, "A blank keeps this from being a link."), (_SWAPPED, "The brackets are swapped.")):
        for match in slip.finditer(article.text, *part.span):
            span = Span(*match.span())
            yield Finding(span, message, fixes=(change_to(span, f"[{match[1]}]({match[2]})"),), confidence=0.9)
