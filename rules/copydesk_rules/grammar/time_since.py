"""“The first time after” for “the first time since”."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Bad, Finding, Good, Part, PartRule, Span, change_to, pattern

_HINT = "time after"
_TIME_AFTER = pattern(r"\b(?:first|second|third|fourth|fifth|last|only) time (?P<after>after) [^.,;:]{3,60}? that\b")


class TimeSince(PartRule):
    """“The first time after the war that …” counts from the war on: since the war.

    What is counted up to now is counted *since* a time. “For the first time after …”, which says when something
    happened and not what is counted, is right, and left alone.

    Source: Collins COBUILD English Grammar, 5.137: *since* stands with the beginning of a period, and with *first* or
    *only*.
    """

    name = "Grammar.TimeSince"
    severity = "suggestion"
    examples = [
        Bad(
            "It is the first time after the war that a minister from Kyiv has come.",
            found="after",
            fixed="It is the first time since the war that a minister from Kyiv has come.",
        ),
        Good("It is the first time since the war that a minister from Kyiv has come."),
        Good("She played for the first time after a long injury that had kept her at home."),
        Good("He called last drinks for the last time after failing to win a bid to trade all day."),
        Good("The first time after lunch, she said, nobody came."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        words = part.words
        if _HINT not in words:
            return
        for match in _TIME_AFTER.finditer(words):
            if words[: match.start()].rstrip().endswith(("for the", "for a")):
                continue
            span = Span(*match.span("after"))
            yield Finding(
                span, "What is counted up to now is counted since a time.", fixes=(change_to(span, "since"),)
            )
