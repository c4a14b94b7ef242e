"""Several articles as one edition: what differs between them is said in both, and only there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.article import Article, Edit, Source, read
from copydesk.article.edits import apply
from copydesk.check.check import check
from copydesk.check.edition import differences
from copydesk.check.settings import Settings
from copydesk.rules import Finding, Fix, Related, Rule
from copydesk_rules.names.inconsistent_spelling import InconsistentSpelling

FIRST = "Bridge closed\n\nThe mayor of Torvik, Anna Polyakova, closed the bridge. Polyakova said it was unsafe.\n"
SECOND = "Ferry to run\n\nTorvik gets a ferry, Anna Poliakova said on Monday. “It is free,” said Poliakova.\n"
APART = "Cup final\n\nThe keeper of Malmby, Ivan Poliakov, saved twice. Poliakov is 20.\n"


def articles(*texts: str) -> list[Article]:
    return [read(Source.from_text(text, f"{number}.txt")) for number, text in enumerate(texts)]


def said(*texts: str) -> list[list[Finding]]:
    read_articles = articles(*texts)
    rules = [InconsistentSpelling()]
    own = [check(article, (), rules, Settings()).findings for article in read_articles]
    return differences(read_articles, own, rules, Settings())


def test_a_name_that_two_articles_spell_differently_is_reported_in_both() -> None:
    first, second = said(FIRST, SECOND)
    assert [finding.message for finding in first] == ["“Polyakova” is spelt “Poliakova” in 1.txt, line 3."]
    assert [finding.message for finding in second] == ["“Poliakova” is spelt “Polyakova” in 0.txt, line 3."]
    for text, (finding,) in ((FIRST, first), (SECOND, second)):
        assert text[slice(*finding.span)] in ("Polyakova", "Poliakova")
        for fix in finding.fixes:
            assert not fix.safe
            assert apply(text, fix.edits).count("Pol") == 2


def test_articles_about_other_things_are_not_compared() -> None:
    assert said(FIRST, APART) == [[], []]


def test_what_an_article_says_of_itself_is_not_said_again() -> None:
    mixed = FIRST.replace("Polyakova said", "Poliakova said")
    first, _ = said(mixed, SECOND)
    own = check(articles(mixed)[0], (), [InconsistentSpelling()], Settings()).findings
    assert own
    assert not any(one.span.overlaps(finding.span) for one in own for finding in first)


class Marks(Rule):
    """Reports each “red” beside each “blue”."""

    name = "Test.Marks"
    across = True

    def check(self, article: Article) -> Iterator[Finding]:
        red, blue = article.text.find("red"), article.text.find("blue")
        if min(red, blue) >= 0:
            from copydesk.article import Span

            there = Span(blue, blue + 4)
            everywhere = Fix("Change all 2", (Edit(red, red + 3, "x"), Edit(*there, "x")), everywhere=True)
            here = Fix("Change", (Edit(red, red + 3, "blue"),), safe=True)
            yield Finding(Span(red, red + 3), "differs", (Related(there),), (here, everywhere))


@pytest.mark.parametrize("across", [True, False])
def test_only_rules_that_look_across_are_asked_and_fixes_stay_at_home(across: bool) -> None:
    class Asked(Marks):
        pass

    Asked.across = across
    texts = articles("Of Torvik\n\nA red hat in Torvik.\n", "Of Torvik\n\nA blue hat in Torvik.\n")
    first, second = differences(texts, [(), ()], [Asked()], Settings())
    if not across:
        assert (first, second) == ([], [])
        return
    assert [fix.title for fix in first[0].fixes] == ["Change"]
    assert apply(texts[0].text, first[0].fixes[0].edits) == "Of Torvik\n\nA blue hat in Torvik.\n"
    assert not first[0].fixes[0].safe
    assert second[0].fixes == ()
    assert texts[1].words_at(second[0].span) == "blue"


def test_together_is_asked_for_on_the_command_line(tmp_path: Path, run: Callable[..., Result]) -> None:
    for number, text in enumerate((FIRST, SECOND, APART)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    options = (tmp_path, "--no-cache", "--select", "Names.InconsistentSpelling", "--format", "concise")
    assert "Nothing to report" in run("check", *options).stdout
    together = run("check", *options, "--together").stdout
    assert "“Polyakova” is spelt “Poliakova” in" in together
    assert together.endswith("2 warnings in 3 files.\n")
    line = next(line for line in together.splitlines() if "0.txt" in line.split(":")[0])
    assert line.split(": ")[1] == "warning"


def test_what_was_let_stand_stays_so(tmp_path: Path, run: Callable[..., Result]) -> None:
    for number, text in enumerate((FIRST, SECOND)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    options = (tmp_path, "--no-cache", "--select", "Names.InconsistentSpelling", "--format", "concise", "--together")
    stets = tmp_path / "all.toml"
    run("check", *options, "--write-baseline", stets)
    assert run("check", *options, "--baseline", stets).stdout == "Nothing to report in 2 files.\n"
