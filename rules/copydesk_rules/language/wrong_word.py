"""Language.WrongWord."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Article, Bad, Finding, Good, Part, Rule, change_to
from copydesk.text import Match, analysis_of
from copydesk_rules.language._frames import Slip, frames, words
from copydesk_rules.names._dialect import dialect


class WrongWord(Rule):
    """A real word in the place of another that sounds or looks like it: take the reigns, on the advise of.

    A spelling checker passes it. The words around it decide: a part of speech that only the other word has, or a
    phrase that is only said with the other. What has neither is left alone, and so are names.

    Source: Guardian and Observer style guide; AP Stylebook; BBC News style guide: the entries of confused words.
    """

    name = "Language.WrongWord"
    severity = "warning"
    examples = [
        Bad("She took over the reigns in May.", found="reigns", fixed="She took over the reins in May."),
        Bad("He acted on the advise of lawyers.", found="advise", fixed="He acted on the advice of lawyers."),
        Bad("The inquiry has lead to new rules.", found="lead", fixed="The inquiry has led to new rules."),
        Bad("The lender breeched its contract.", found="breeched", fixed="The lender breached its contract."),
        Bad("The firm ceased to exist, then it lost it's own name.", found="it's", fixed="The firm ceased to exist, "
            "then it lost its own name."),
        Bad("The colour of her driving license has changed.", found="license",
            fixed="The colour of her driving licence has changed."),
        Bad("The principle reason is the cost.", found="principle", fixed="The principal reason is the cost."),
        Bad("They kept a full compliment of staff.", fixed="They kept a full complement of staff."),
        Good("The reigns of the two kings were long. He reigns in Spain."),
        Good("Lawyers advise the board. They will advise ministers on the advice of experts."),
        Good("The paint had lead in it, and she has lead roles in two plays. It may lead to new rules."),
        Good("The color of her driver license has changed."),
        Good("It is a matter of principle. The principal reason is the cost."),
        Good("“I took over the reigns,” he said."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        british: bool | None = None
        for part in article.parts:
            for match, slip in _slips(part):
                if slip.british:
                    british = dialect(article) == "UK" if british is None else british
                    if not british:
                        continue
                yield _finding(match, slip).in_text(part)


def _slips(part: Part) -> Iterator[tuple[Match, Slip]]:
    """Yield what the frames find in a part, once for each place."""
    text = analysis_of(part.words)
    lower, known = text.tokens.table.lower, words()
    for at, one in enumerate(text.tokens.ids):
        if lower[one] in known:
            patterns, slips = frames(lower[one])
            match = next(patterns.matches(text, at, at + 1), None)
            if match and (slips[match.pattern.name].names or not _is_name(match, at)):
                yield match, slips[match.pattern.name]


def _is_name(match: Match, at: int) -> bool:
    """Whether a word has a capital that no beginning of a sentence explains."""
    tokens = match.text.tokens
    return tokens.text(at)[0].isupper() and at not in tokens.sentence_starts and at > 0


def _finding(match: Match, slip: Slip) -> Finding:
    tokens, (first, past) = match.text.tokens, match["word"]
    past += slip.wrong.endswith("'s")  # a token of its own
    span = tokens.span(first, past)
    right = slip.right.capitalize() if tokens.text(first)[0].isupper() else slip.right
    return Finding(
        span,
        f"“{match.text.words(first, past)}” for “{right}”: {slip.meaning}.",
        fixes=(change_to(span, right),),
        confidence=0.95,
    )
