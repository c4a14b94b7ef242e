"""A guess that is hedged twice and attributed to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Bad, Finding, Good, Part, PartRule, Span, pattern

_HINT = "t is "
_TWICE = pattern(
    r"\b[Ii]t is (?:also |now |still |widely |generally )?(?P<belief>believed|thought|understood|assumed|suspected)"
    r"(?: that)? (?!to\b)[^.;:?!\"“”,]{1,90}?\b(?P<hedge>may|might|possibly|perhaps)\b(?! \d)"
)


class DoubleHedge(PartRule):
    """“It is believed that they may …”: the belief is one hedge, “may” a second, and nobody is named who believes.

    One hedge is enough, and a reader wants to know whose it is. “It is feared that they could …” is left alone: what
    is feared has not happened.

    Source: BBC Editorial Guidelines (2019), 3.2.3: claims that cannot be corroborated should normally be attributed.
    """

    name = "Grammar.DoubleHedge"
    severity = "suggestion"
    examples = [
        Bad(
            "It is believed that one of the goals may be to cut off a source of income.",
            found="It is believed that one of the goals may",
        ),
        Bad("It is thought the plans might cost millions.", found="It is thought the plans might"),
        Good("It is believed that one of the goals is to cut off a source of income."),
        Good("One of the goals may be to cut off a source of income."),
        Good("The minister believes that the plans might cost millions."),
        Good("It is feared as many as 50,000 could lose their jobs."),
        Good("It is believed to be old. It may be the oldest. It is thought, she said, that it may fall."),
        Good("It is understood that talks began on May 5, and on May 9 were broken off."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        words = part.words
        if _HINT not in words:
            return
        for match in _TWICE.finditer(words):
            yield Finding(
                Span(*match.span()),
                f"Hedged twice, “{match['belief']}” and “{match['hedge']}”, and attributed to nobody.",
            )
