"""How much is said of one article."""

from collections.abc import Iterator

from copydesk.article import Article, Edit, Source, Span, read
from copydesk.check.check import check
from copydesk.check.limits import MOST_FINDINGS
from copydesk.check.settings import Settings
from copydesk.rules import Finding, Fix, Related, Rule, TooMuch

ARTICLE = read(Source.from_text("Harbour plan\n\n" + "The plan went through. " * 40, "a.txt"))


class Endless(Rule):
    """Never comes to an end."""

    name = "Test.Endless"
    asked = 0

    def check(self, article: Article) -> Iterator[Finding]:
        while True:
            self.asked += 1
            yield Finding(Span(0, 1), f"finding {self.asked}")


def test_of_one_rule_the_first_findings_are_reported_and_no_more_is_asked() -> None:
    rule = Endless()
    outcome = check(ARTICLE, [], [rule], Settings())
    assert len(outcome.findings) == MOST_FINDINGS
    assert rule.asked == MOST_FINDINGS + 1
    assert outcome.notices == ("a.txt: Test.Endless found more than 5,000 places; only the first ones are reported",)


def test_of_an_engine_so_many_of_each_rule() -> None:
    said = [
        Finding(Span(0, 1), f"finding {number}", rule=rule, severity="warning")
        for number in range(MOST_FINDINGS + 10)
        for rule in ("Grammar.ONE", "Grammar.OTHER")
    ]
    outcome = check(ARTICLE, said, [], Settings())
    assert len(outcome.findings) == 2 * MOST_FINDINGS
    assert len(outcome.notices) == 2


class Crowded(Rule):
    """Every finding shows and changes all the others."""

    name = "Test.Crowded"

    def check(self, article: Article) -> Iterator[Finding]:
        edits = tuple(Edit(at, at + 1, "x") for at in range(0, 800, 2))
        related = tuple(Related(edit.span) for edit in edits)
        for number in range(1_000):
            yield Finding(Span(0, 1), f"{number}", related=related, fixes=(Fix("All", edits, everywhere=True),))


def test_the_places_that_findings_show_and_change_are_bounded_together() -> None:
    article = read(Source.from_text("Harbour plan\n\n" + "The plan went through. " * 40 + "\n", "a.txt"))
    outcome = check(article, [], [Crowded()], Settings())
    assert len(outcome.findings) == 1_000
    places = sum(len(finding.related) + sum(len(fix.edits) for fix in finding.fixes) for finding in outcome.findings)
    assert places < 60_000
    assert outcome.notices == (
        "a.txt: Test.Crowded found faults in very many places; one finding shows or changes at most 500 of them, "
        "all together at most 50,000, and each one after that 5",
    )


class Compares(Rule):
    """Looks at one place, and says that it looks no farther."""

    name = "Test.Compares"

    def check(self, article: Article) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "one")
        raise TooMuch("compares one place")


def test_a_rule_may_say_how_far_it_looks_and_is_heard() -> None:
    outcome = check(ARTICLE, [], [Compares()], Settings())
    assert [finding.message for finding in outcome.findings] == ["one"]
    assert outcome.notices == ("a.txt: Test.Compares compares one place",)
    assert not outcome.crashes
