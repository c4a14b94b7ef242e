"""A headline in which the article's two actors have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts.claims.opposites import directed
from copydesk.facts.claims.verbs import Forms
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Related, Rule, Span, pattern
from copydesk_rules.headline._sentences import told_in

_NAME = r"[^\W\d_a-z][\w’-]*(?:\s[^\W\d_a-z][\w’-]*){0,3}"
_BEFORE = pattern(rf"(?P<who>{_NAME})\s+(?:to\s+|will\s+)?$")
_BEHIND = pattern(rf"\s+(?:the\s+)?(?P<whom>{_NAME})")
_BE = pattern(r"\b(?:was|were|is|are|been|being|be|gets?|got)\s+(?:\w+ly\s+)?$")
_LOOK_BACK = 80  # code points: where a name begins before its verb


class WrongRole(Rule):
    """The headline has the story's two actors the wrong way round: A sues B, where B sues A.

    The names are right, and so is the verb; only the news is wrong. The rule looks at verbs that go from one to
    another (sues, beats, buys, accuses), and speaks up where every sentence of the story that has both names beside
    that verb has them the other way round. On 6,360 published headlines it was silent.

    Source: AP Stylebook, “headlines” (they must be borne out by the story).
    """

    name = "Headline.WrongRole"
    severity = "warning"
    on = False  # silent on what was published, but nobody has counted how often it is right on real slips
    examples = [
        Bad(
            "Acme sued Bolt in a Dallas court on Monday, saying that the rival had copied its drill.",
            headline="Bolt sues Acme over drill",
            found="Bolt sues Acme",
            fixed_headline="Acme sues Bolt over drill",
        ),
        Bad(
            "Leeds were beaten by Hull on Saturday in front of 30,000.",
            headline="Leeds beat Hull",
            found="Leeds beat Hull",
            fixed_headline="Hull beat Leeds",
        ),
        Good("Acme sued Bolt on Monday. Bolt sued Acme in May.", headline="Bolt sues Acme over drill"),
        Good("Hull were beaten by Leeds on Saturday.", headline="Leeds beat Hull"),
        Good("Acme, which Bolt sued on Monday, did not comment.", headline="Bolt sues Acme"),
        Good("Acme sued Nut on Monday. Bolt watched.", headline="Bolt sues Acme over drill"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        words, known = headline.words, directed()
        for token in headline.tokens:
            verb = known.get(words[token.start : token.end].lower())
            if verb is None or words[token.start : token.end].lower() == verb.ing:
                continue
            who = _BEFORE.search(words, max(0, token.start - _LOOK_BACK), token.start)
            whom = _BEHIND.match(words, token.end)
            if who is None or whom is None:
                continue
            one, other = Span(*who.span("who")), Span(*whom.span("whom"))
            place = _the_other_way(
                article, headline, verb, words[one.start : one.end], words[other.start : other.end]
            )
            if place is not None:
                yield _finding(headline, one, other, place)
                return


def _the_other_way(article: Article, headline: Part, verb: Forms, who: str, whom: str) -> Span | None:
    """Return the first sentence that has the two the other way round, if all that have both do."""
    found: Span | None = None
    body = [part for part in article.parts if part is not headline]
    for part, sentence, at in told_in(body, frozenset(verb)):
        text = part.words[sentence.start : sentence.end]
        one, other = text.find(who.split()[-1]), text.find(whom.split()[-1])
        if one < 0 or other < 0:
            continue
        passive = _BE.search(text[: at.start]) is not None and text.startswith(" by ", at.end)
        right = (one < at.start < other) if not passive else (other < at.start < one)
        wrong = (other < at.start < one) if not passive else (one < at.start < other)
        if right or not wrong or "," in text[min(one, other) : at.start]:
            return None
        found = found or part.text_span(*sentence)
    return found


def _finding(headline: Part, one: Span, other: Span, place: Span) -> Finding:
    words = headline.words
    who, whom = words[one.start : one.end], words[other.start : other.end]
    first, second = headline.text_span(*one), headline.text_span(*other)
    span = Span(first.start, second.end)
    swapped = f"{whom}{words[one.end : other.start]}{who}"
    fix = Fix(f"Change to “{swapped}”", (Edit(*first, whom), Edit(*second, who)))
    return Finding(
        span,
        f"In the article it is the other way round: “{whom}” before “{who}”.",
        related=(Related(place),),
        fixes=(fix,),
        confidence=0.6,
        evidence="every sentence with both names beside this verb has them the other way round",
    )
