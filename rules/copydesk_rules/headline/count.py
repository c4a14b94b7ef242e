"""A headline that counts a list, and counts it wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from copydesk.rules import Article, Bad, Finding, Good, Options, Part, Related, Rule, change_to, pattern
from copydesk_rules.headline._figures import Figure, figures
from copydesk_rules.headline._lexicon import LISTED

_NUMBERED = pattern(r"\s*(?:#|[Nn]o\.\s?)?(\d{1,3})\s?[.):]\s")
_LISTED = pattern(rf"\b(?:{LISTED})\b", re.IGNORECASE)
_FEWEST = 3  # items: two paragraphs with numbers are no list
_PLAIN_LIST = ("item",)
_SPELT = dict(enumerate("three four five six seven eight nine".split(), start=3))


@dataclass(frozen=True)
class CountOptions(Options):
    """`things`: further words for what a list has, in small letters: "podcasts"."""

    things: tuple[str, ...] = ()


class Count(Rule):
    """The headline promises a number of things, and the list below has another: “12 ways”, and there are 11.

    Items are dropped and added while a list is edited, and readers count. The rule looks at headlines that count
    things to read (ways, reasons, facts, places to see), and at the story’s one list: its numbered paragraphs or
    headings, else its list items.

    Source: AP Stylebook, “headlines” (they must be borne out by the story).
    """

    name = "Headline.Count"
    severity = "warning"
    options: CountOptions = CountOptions()
    examples = [
        Bad(
            "Here they are.\n\n1. Walk more.\n\n2. Sleep early.\n\n3. Read less news.\n\n4. Eat slowly.",
            headline="5 ways to feel better",
            found="5",
            fixed_headline="4 ways to feel better",
        ),
        Bad(
            "We chose them.\n\n1. The pier.\n\n2. The park.\n\n3. The mill.",
            headline="Four places to see in Hull",
            found="Four",
            fixed_headline="Three places to see in Hull",
        ),
        Good("1. Walk more.\n\n2. Sleep early.\n\n3. Eat slowly.", headline="3 ways to feel better"),
        Good("3. Walk more.\n\n2. Sleep early.\n\n1. Eat slowly.", headline="Three ways to feel better"),
        Good("Walk more, sleep early and eat slowly.", headline="5 ways to feel better"),
        Good("1. Walk.\n\n2. Sleep.\n\n3. Eat.", headline="5 die as ferry sinks"),
        Good("1. Walk.\n\n2. Sleep.\n\n3. Eat.", headline="100 ways to feel better: part one"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        further = self.options.things
        listed = (
            pattern(rf"\b(?:{'|'.join((LISTED, *map(re.escape, further)))})\b", re.IGNORECASE) if further else _LISTED
        )
        if not listed.search(headline.words):
            return
        counts = (figure for figure in figures(headline) if figure.sort == "count")
        counted = [figure for figure in counts if _of_things(headline, figure, listed)]
        items = the_list(article)
        if len(counted) != 1 or len(items) < _FEWEST:
            return
        figure, count = counted[0], len(items)
        if figure.value == count or not count / 2 <= figure.value <= count * 2:
            return
        span = headline.text_span(*figure.span)
        words = str(count) if figure.words[0].isdigit() else _SPELT.get(count, str(count))
        if figure.words[0].isupper():
            words = words.capitalize()
        yield Finding(
            span,
            f"The headline has “{figure.words}”; the list has {count}.",
            related=(Related(items[0].span, "the first"), Related(items[-1].span, "the last")),
            fixes=(change_to(span, words),),
            confidence=0.8,
            evidence="numbered paragraphs, or the items of the only list",
        )


def _of_things(headline: Part, figure: Figure, listed: re.Pattern[str]) -> bool:
    """Whether what the figure counts is what a list has: a noun of the lexicon among the next four words."""
    behind = headline.words[figure.span.end :].split(" ")
    return listed.search(" ".join(behind[:5])) is not None


def the_list(article: Article) -> list[Part]:
    """Return the items of the article's one list; none where it has several or no list."""
    numbered = [(part, int(match[1])) for part in article.body if (match := _NUMBERED.match(part.words))]
    if len(numbered) >= _FEWEST:
        numbers = [number for _, number in numbered]
        whole = sorted(numbers) == list(range(1, len(numbers) + 1))
        return [part for part, _ in numbered] if whole else []
    lists = [list(run) for kind, run in groupby(article.body, key=lambda part: part.kind) if kind in _PLAIN_LIST]
    return lists[0] if len(lists) == 1 else []
