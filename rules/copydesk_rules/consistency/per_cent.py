"""Consistency.PerCent."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Article, Bad, Finding, Good, Rule, pattern
from copydesk_rules.consistency._two_ways import Place, in_own_words, two_ways

_FORMS = pattern(r"(?<=\d)%|(?<=\d) (?:per cent|percent)\b")
_SHORT = frozenset(("headline", "standfirst", "heading", "caption", "cell", "note"))


class PerCent(Rule):
    """Percentages are written in two ways: 7% here, 8 per cent there.

    Each paper has its way, and most give the sign to headlines, tables and captions, which are left alone with
    quotations. After a figure only.

    Source: Guardian style guide, “per cent”; AP Stylebook, “percent, percentage”.
    """

    name = "Consistency.PerCent"
    severity = "suggestion"
    examples = [
        Bad(
            "Sales rose 8 per cent and profit 12 per cent. Exports made up 7% of them.",
            found="%",
            fixed="Sales rose 8 per cent and profit 12 per cent. Exports made up 7 per cent of them.",
        ),
        Bad(
            "Sales rose 8% and profit 12%. Exports made up 7 percent.",
            found=" percent",
            fixed="Sales rose 8% and profit 12%. Exports made up 7%.",
        ),
        Good("Sales rose 8 per cent. “It was 7%,” he said.", headline="Sales rise 8%"),
        Good("Sales rose 8 per cent, by a percentage of 100%."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = [
            (match.group(), part.text_span(*match.span()))
            for part in article.parts
            if part.kind not in _SHORT and ("%" in part.words or not _WORDS.isdisjoint(part.vocabulary))
            for match in _FORMS.finditer(part.words)
        ]
        ways = list(dict.fromkeys(way for way, _ in found))
        if len(ways) == 2:
            places = (Place(way, span, ways[way == ways[0]]) for way, span in found)
            own = in_own_words(article, places)
            yield from two_ways(article, own, evidence="percentages", usual=ways[0]) if len(own) > _FEWEST else ()


_WORDS = frozenset(("cent", "percent"))
_FEWEST = 2  # percentages; of two, either may be a slip
