"""Fixes that are offered change something, and bring back nothing that is known to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.check.check import check
from copydesk.check.settings import Settings
from copydesk.check.worthwhile import brings_slur
from copydesk.rules import Edit, Finding, Fix, Rule, Span, change_all, change_to
from copydesk.text import lexicon

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


@given(st.sampled_from(sorted(lexicon("slur"))), st.sampled_from([str.lower, str.title, str.upper]), st.data())
def test_no_fix_makes_a_slur_of_what_was_none_whichever_letters_it_changes(
    slur: str, written: Callable[[str], str], data: st.DataObject
) -> None:
    slur = written(slur)
    at = data.draw(st.integers(0, len(slur) - 1))
    for now in (slur[:at] + slur[at + 1 :], slur[:at] + "x" + slur[at + 1 :]):
        text = f"They said {now}’s it."
        span = Span(len("They said "), len("They said ") + len(now))
        if now.lower() not in lexicon("slur"):
            assert brings_slur(text, Edit(*span, slur))
            assert brings_slur(text, Edit(span.start + at, span.start + at + len(now) + 1 - len(slur), slur[at]))


@pytest.mark.parametrize(
    ("text", "word", "new"),
    [
        ("The fire was out, said Carrie Coonn; Carrie Coon sang.", "Coonn", "Coon"),  # a name that the article has
        ("An actor called Coon said so", "An actor called Coon", "an actor called Coon"),
        ("They saw a racoon there", "racoon", "raccoon"),
        ("The word “coon  ” was said", "coon  ", "coon"),
    ],
)
def test_what_an_article_says_may_stay_in_it(text: str, word: str, new: str) -> None:
    start = text.index(word)
    assert not brings_slur(text, Edit(start, start + len(word), new))


class Suggests(Rule):
    """Suggests whatever a dictionary has."""

    name = "Test.Suggests"

    def check(self, article: Article) -> Iterator[Finding]:
        span, *_ = places("older")
        yield Finding(span, "…", fixes=tuple(change_to(span, word) for word in ("odder", "coon", "Coons", "holder")))


def test_what_is_offered_has_no_slurs_and_what_is_flagged_stays() -> None:
    (finding,) = check(ARTICLE, [], [Suggests()], Settings()).findings
    assert [fix.title for fix in finding.fixes] == ["Change to “odder”", "Change to “holder”"]
