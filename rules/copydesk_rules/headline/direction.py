"""Headline.Direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts import directions
from copydesk.facts.directions import Direction, way_of
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, change_to
from copydesk.text import verb_forms
from copydesk_rules.headline._levels import directions_of_levels

_LEADS = 2  # paragraphs
_MOST = 3  # places that are cited


class DirectionRule(Rule):
    """The headline has something rise that falls in the story, or the other way round: profits slip, and rose.

    One wrong verb turns the news round. The rule speaks where the story says of the same noun that it went the other
    way, and nowhere that it went the headline's, by whatever word.

    Source: AP Stylebook, “headlines” (they must be borne out by the story).
    """

    name = "Headline.Direction"
    severity = "warning"
    examples = [
        Bad(
            "Infections in the unit fell from 64 to 40 last year. The rate of infection dropped too, doctors said.",
            headline="Infections rise by a third at hospital",
            found="rise",
            fixed_headline="Infections fall by a third at hospital",
        ),
        Bad(
            "Pre-tax profit at Harrow Mills rose 12 per cent to £4.2m.",
            headline="Harrow Profit Slips",
            found="Slips",
            fixed_headline="Harrow Profit Rises",
        ),
        Bad(
            "Profit before tax was £10.7m, against £9m a year earlier. The firm makes biscuits.",
            headline="Biscuit firm's profits slip",
            found="slip",
        ),
        Good("Profit at Harrow rose to £4m. Sales fell.", headline="Harrow sales slip as costs bite"),
        Good(
            "House prices fell in May. They went up in June, when prices were 2% higher.",
            headline="House prices rise",
        ),
        Good("Prices could fall next year, the bank said. Prices are not falling yet.", headline="Prices rise again"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or "?" in headline.words:
            return
        found = article.facts(directions)
        above = [one for one in found if headline.span.contains(one.span)]
        if not above:
            return
        below = [one for one in found if not headline.span.contains(one.span)]
        below += directions_of_levels(article)
        leads = [part for part in article.body if part is not headline][:_LEADS]
        lead = [one for one in below if any(part.span.contains(one.span) for part in leads)]
        for one in above:
            # What a story begins with counts for more than what comes later, of another month or another firm.
            opposite = _opposite(one, lead)
            if not opposite or _said_somehow(leads, one):
                opposite = _opposite(one, below)
                if not opposite or _said_somehow([part for part in article.parts if part is not headline], one):
                    continue
            yield _finding(article, headline, one, opposite)


def _opposite(one: Direction, below: Sequence[Direction]) -> list[Direction]:
    """Return what the story says of the same noun, if all of it is the other way."""
    same = [other for other in below if one.head in other.nouns]
    return [] if any(other.up == one.up for other in same) else same


def _said_somehow(parts: Sequence[Part], one: Direction) -> bool:
    """Whether any sentence has the noun and a word for the headline's way, whatever joins them."""
    return any(
        any(word.startswith(one.head) for word in sentence) and any(way_of(word) is one.up for word in sentence)
        for part in parts
        for sentence in part.small_sentences
    )


def _finding(article: Article, headline: Part, one: Direction, opposite: Sequence[Direction]) -> Finding:
    said = article.words_at(one.span)
    return Finding(
        one.span,
        f"The headline has “{said}”; the article has “{article.words_at(opposite[0].span)}”.",
        related=tuple(Related(other.span, "the other way") for other in opposite[:_MOST]),
        fixes=(change_to(one.span, _styled(_instead(said, up=not one.up), said)),),
        confidence=0.7,
    )


def _instead(said: str, *, up: bool) -> str:
    """Return “rise” or “fall” in the form of another verb; of “up”, “down”."""
    lower = said.lower()
    if lower in ("up", "down", "higher", "lower"):
        return {"up": "down", "down": "up", "higher": "lower", "lower": "higher"}[lower]
    base = "rise" if up else "fall"
    forms = verb_forms(base)
    if lower.endswith("ing"):
        return forms.gerund
    if lower.endswith(("ed", "ell", "ose")):
        return forms.past
    return forms.third if lower.endswith("s") else base


def _styled(words: str, said: str) -> str:
    return words.capitalize() if said[:1].isupper() else words
