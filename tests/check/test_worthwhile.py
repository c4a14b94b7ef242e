"""Fixes that are offered change something, and bring back nothing that is known to be wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from copydesk.article import Article, Source, read
from copydesk.check.check import check
from copydesk.check.settings import Settings
from copydesk.rules import Edit, Finding, Fix, Rule, Span, change_all, change_to

ARTICLE = read(Source.from_text("Headline\n\nKyiv said that Kiev was an older form of Kyiv.\n", "a.txt"))


def places(word: str) -> list[Span]:
    found, start = [], ARTICLE.text.find(word)
    while start >= 0:
        found.append(Span(start, start + len(word)))
        start = ARTICLE.text.find(word, start + 1)
    return found


class Known(Rule):
    """Knows what is wrong."""

    name = "Test.Known"
    fault = "spelling"
    confidence = 0.95

    def check(self, article: Article) -> Iterator[Finding]:
        for span in places("Kiev"):
            yield Finding(span, "wrong", fixes=(change_to(span, "Kyiv"),), confidence=self.confidence)


class Guesses(Known):
    """Is less sure."""

    name = "Test.Guesses"
    confidence = 0.6


class Counts(Rule):
    """Offers what it finds elsewhere, and what is there."""

    name = "Test.Counts"

    def check(self, article: Article) -> Iterator[Finding]:
        span, *_ = places("Kyiv")
        everywhere = change_all((Edit(*place, "Kiev") for place in places("Kyiv")), "Kiev")
        same = Fix("Change to “Kyiv”", (Edit(span.start + 1, span.end, "yiv"),))
        yield Finding(span, "…", fixes=(same, change_to(span, "Kiev"), change_to(span, "Kijiw"), *everywhere))


@pytest.mark.parametrize("sure", [Known(), Guesses()])
def test_what_changes_nothing_or_is_known_to_be_wrong_is_not_offered(sure: Rule) -> None:
    found = check(ARTICLE, [], [Counts(), sure], Settings()).findings
    titles = {finding.rule: [fix.title for fix in finding.fixes] for finding in found}
    doubtful = ["Change to “Kiev”", "Change to “Kijiw”", "Change all 2 to “Kiev”"]
    assert titles["Test.Counts"] == (["Change to “Kijiw”"] if sure.name == "Test.Known" else doubtful)
    assert titles[sure.name] == ["Change to “Kyiv”"]
