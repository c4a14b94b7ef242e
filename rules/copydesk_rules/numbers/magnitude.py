"""Numbers.Magnitude."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from copydesk.facts import figures
from copydesk.facts.figures import Figure, moved
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, change_to, pattern
from copydesk_rules.numbers._context import context

_SCALE = pattern(r"(?P<digits>\d[\d,]*(?:\.\d+)?)[\s-]?(?P<scale>[a-z]+)$")
_MILLION = {
    "m": 6,
    "million": 6,
    "mln": 6,
    "bn": 9,
    "billion": 9,
    "bln": 9,
    "tn": 12,
    "trillion": 12,
    "thousand": 3,
    "hundred": 2,
}
_MOST = 12  # places of one amount that are compared
# Words about it that two places must have in common, by how many digits the amount has: 2.35 and 2.35 are hardly
# two amounts by chance, 5 and 5 often are.
_SHARED = {1: 2, 2: 1}


class Magnitude(Rule):
    """One amount with two orders of magnitude: £300bn here, £300m there, for one thing.

    An “m” for a “bn” is a slip of one key, and wrong a thousand times over. The rule compares amounts of the same
    digits and currency whose surroundings share their words.

    Source: Guardian style guide, “billion”; Reuters Handbook, “figures” (“millions and billions: double-check”).
    """

    name = "Numbers.Magnitude"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "The rescue package for banks is worth £300bn, the Treasury said.\n\n"
            "Critics say that the £300m rescue package for banks comes too late.",
            found="£300m",
            fixed="The rescue package for banks is worth £300bn, the Treasury said.\n\n"
            "Critics say that the £300bn rescue package for banks comes too late.",
        ),
        Bad(
            "Brussels will lend Kyiv 35 billion euros against frozen assets. The loan of 35 million euros to Kyiv "
            "against frozen assets was agreed on Friday.",
            found="35 million euros",
        ),
        Bad(
            "The bid valued the firm at £1.35bn. Its board had turned down a £1.35m bid in December.",
            found="£1.35m",
            fixed="The bid valued the firm at £1.35bn. Its board had turned down a £1.35bn bid in December.",
        ),
        Good("The company made a profit of $2 billion on sales of $14 billion. It gave $2 million to the museum."),
        Good("The rescue package is worth £300bn. Of that, £300m goes to farmers."),
        Good("Profit rose to $1.2bn. Shares worth $1.2m changed hands, the firm said."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        alike: dict[tuple[str, str], list[tuple[int, Part, Figure]]] = {}
        for part, here in zip(article.parts, article.facts(figures).bare, strict=True):
            for figure in here:
                if figure.value < 100_000 or (found := _SCALE.search(part.words[slice(*figure.number.span)])) is None:
                    continue
                if (scale := _MILLION.get(found["scale"])) is not None and found["digits"].strip("0"):
                    unit = figure.unit if figure.kind == "money" else ""
                    alike.setdefault((found["digits"], unit), []).append((scale, part, figure))
        for (digits, _), places in alike.items():
            if len({scale for scale, _, _ in places}) > 1:
                yield from _findings(
                    article, digits, [(scale, moved(figure, part)) for scale, part, figure in places]
                )


def _findings(article: Article, digits: str, places: list[tuple[int, Figure]]) -> Iterator[Finding]:
    telling = len(digits.replace(",", "").replace(".", "").strip("0"))
    for (one, first), (other, second) in combinations(places[:_MOST], 2):
        if one == other or article.part_at(first.span.start) is None:
            continue
        shared = context(article, first) & context(article, second)
        if len(shared) < _SHARED.get(telling, 0):
            continue
        words = article.prose_at(first.number.span)
        beside = f"Both stand beside “{min(shared)}”." if shared else "Both have the same digits."
        yield Finding(
            second.span,
            f"{article.prose_at(second.span)} here, {article.prose_at(first.span)} above.",
            related=(Related(first.span, "of another magnitude"),),
            fixes=(change_to(second.number.span, words),),
            confidence=0.6,
            evidence=beside,
        )
        return
