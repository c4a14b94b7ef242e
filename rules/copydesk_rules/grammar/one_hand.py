"""“On the one hand” without the other."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Article, Bad, Finding, Good, Rule, pattern

_HINT = "one hand"
_ONE = pattern(r"\b[Oo]n the one hand\b|(?:^|(?<=[.!?] ))On one hand(?=,)")
# What brings the other hand, by whatever name, in the words that follow.
_ANSWER = pattern(r"\b(?:other|another|secondly|but|yet|however|whereas|while|nevertheless|still)\b")


class OneHand(Rule):
    """“On the one hand” promises another, and the article never comes to it.

    The reader waits for the contrast. Either it was cut, and the words have to go with it, or it is still to be
    written. Whatever brings a contrast (“on the other”, “but”, “however”) counts as the other hand, anywhere in the
    rest of the paragraph or in the two that follow.

    Source: the Oxford dictionary, *on the one hand*: introduces a point of view that is followed by another, which
    contrasts with it. (The other hand may do without the one, as Garner's Modern English Usage has it.)
    """

    name = "Grammar.OneHand"
    severity = "suggestion"
    examples = [
        Bad(
            "The attack is a major embarrassment on the one hand, it is also clear that the strategy has changed.",
            found="on the one hand",
        ),
        Bad("On one hand, the tax is new.\n\nThe council meets again on Monday.", found="On one hand"),
        Good("On the one hand it is cheap. On the other, it is slow."),
        Good("On the one hand it is cheap, but nobody wants it."),
        Good("On one hand, the tax is new.\n\nIt is, however, low."),
        Good("She wore a glove on one hand. The goals can be counted on one hand."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for number, part in enumerate(article.body):
            words = part.words
            if _HINT not in words:
                continue
            for match in _ONE.finditer(words):
                rest = [words[match.end() :], *(near.words for near in article.body[number + 1 : number + 3])]
                if not any(_ANSWER.search(text.lower()) for text in rest):
                    yield Finding(
                        part.text_span(*match.span()), "On the one hand, and no other: the contrast is missing."
                    )
