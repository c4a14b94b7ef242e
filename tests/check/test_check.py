"""The check: sorted, quotations left alone, a crash contained."""

import re
from collections.abc import Iterator

from copydesk.article import Article, Source, Span, read
from copydesk.check.check import check
from copydesk.check.settings import Settings
from copydesk.rules import Edit, Finding, Fix, Part, PartRule, Rule
from copydesk.rules.patience import MOST_CUTS, OutOfTime


class Marks(Rule):
    """Marks every “teh”."""

    name = "Test.Marks"

    def check(self, article: Article) -> Iterator[Finding]:
        for match in re.finditer("teh", article.text):
            span = Span(*match.span())
            yield Finding(span, "a slip", fixes=(Fix("Change", (Edit(*span, "the"),), safe=True),))


class MarksQuotesToo(Marks):
    name = "Test.MarksQuotesToo"
    in_quotations = True
    severity = "error"


class Crashes(Rule):
    name = "Test.Crashes"

    def check(self, article: Article) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "half a result")
        raise ValueError("no\nluck")


class Counts(PartRule):
    name = "Test.Counts"
    asked: list[str] = []

    def check_part(self, part: Part) -> Iterator[Finding]:
        self.asked.append(part.words)
        if "teh" in part.words:
            start = part.words.index("teh")
            yield Finding(Span(start, start + 3), "a slip")


ARTICLE = read(
    Source.from_text("Headline\n\nHere is teh cat.\n\nHe said “this is teh cat of mine” and teh end.\n", "a.txt")
)


def test_findings_come_in_the_order_of_the_text_the_gravest_first() -> None:
    outcome = check(ARTICLE, [], [Marks(), MarksQuotesToo()], Settings())
    found = outcome.findings
    assert [f.span for f in found] == sorted(f.span for f in found)
    assert [f.severity for f in found] == ["error", "warning", "error", "error", "warning"]
    assert outcome.crashes == ()


def test_a_rule_is_heard_in_quotations_only_if_it_asks_and_is_never_safe_there() -> None:
    quiet = check(ARTICLE, [], [Marks()], Settings()).findings
    heard = check(ARTICLE, [], [MarksQuotesToo()], Settings()).findings
    assert len(quiet) == 2
    assert [finding.fixes[0].safe for finding in heard] == [True, False, True]


def test_a_rule_that_crashes_is_named_and_the_others_go_on() -> None:
    outcome = check(ARTICLE, [], [Crashes(), Marks()], Settings())
    assert [(crash.rule, crash.error) for crash in outcome.crashes] == [("Test.Crashes", "ValueError: no luck")]
    assert {finding.rule for finding in outcome.findings} == {"Test.Marks"}


def test_a_part_rule_is_asked_again_only_of_parts_that_changed() -> None:
    rule = Counts()
    rule.asked.clear()
    found = check(ARTICLE, [], [rule], Settings()).findings
    edited = ARTICLE.text.replace("Here is", "And here is")
    again = Article(Source.from_text(edited), read(Source.from_text(edited)).parts, cache=ARTICLE.cache)
    found_again = check(again, [], [rule], Settings()).findings
    assert [ARTICLE.words_at(f.span) for f in found] == [again.words_at(f.span) for f in found_again]
    assert [words for words in rule.asked if "said" in words] == ["He said “this is teh cat of mine” and teh end."]


def test_the_same_finding_twice_is_one() -> None:
    found = check(ARTICLE, [], [Marks(), Marks()], Settings()).findings
    assert len(found) == 2


def test_the_house_says_how_grave_a_rule_is_the_rule_before_its_pack() -> None:
    settings = Settings(severity={"Test": "suggestion", "Test.MarksQuotesToo": "error"})
    outcome = check(ARTICLE, [], [Marks(), MarksQuotesToo()], settings)
    assert {(f.rule, f.severity) for f in outcome.findings} == {
        ("Test.Marks", "suggestion"),
        ("Test.MarksQuotesToo", "error"),
    }


def test_a_rule_on_trial_is_counted_and_not_shown() -> None:
    outcome = check(ARTICLE, [], [Marks()], Settings(severity={"Test.Marks": "trial"}))
    assert outcome.findings == ()
    assert len(outcome.trial) == 2


class Contracts(Rule):
    """Writes “it is” as “it's”."""

    name = "Test.Contracts"

    def check(self, article: Article) -> Iterator[Finding]:
        for match in re.finditer("it is", article.text):
            yield Finding(Span(*match.span()), "short", fixes=(Fix("Contract", (Edit(*match.span(), "it's"),)),))


def test_a_fix_is_written_as_the_source_needs_it() -> None:
    source = Source.from_text("---\ntitle: 'Why it is so'\n---\n\nBecause it is so.\n", "a.md")
    outcome = check(read(source), [], [Contracts()], Settings())
    fixed = source.write([edit for finding in outcome.findings for edit in finding.fixes[0].edits])
    assert fixed.decode() == "---\ntitle: 'Why it''s so'\n---\n\nBecause it's so.\n"


def test_findings_by_the_thousand_do_not_grow_with_the_square() -> None:
    from copydesk_rules.names.outdated_name import OutdatedName

    text = "Headline of the day\n\n" + "The train left Kiev on Monday.\n\n" * 4000
    outcome = check(read(Source.from_text(text, "x.txt")), [], [OutdatedName()], Settings())
    assert len(outcome.findings) == 4000
    assert max(len(fix.edits) for finding in outcome.findings for fix in finding.fixes) == 1


def test_a_rule_that_takes_too_long_again_and_again_is_not_asked_any_more() -> None:
    class Long(Rule):
        """Takes too long, on every article."""

        name = "Test.Long"
        asked = 0

        def check(self, article: Article) -> Iterator[Finding]:
            self.asked += 1
            raise OutOfTime
            yield

    rule, other = Long(), Long()
    one = read(Source.from_text("Headline\n\nThe mayor said so.\n", "a.txt"))
    said = [check(one, [], [rule], Settings()).crashes[0].error for _ in range(9)]
    assert rule.asked == MOST_CUTS
    assert ["and was ended" in line for line in said] == [True] * MOST_CUTS + [False] * (9 - MOST_CUTS)
    assert "is not asked any more" in said[-1]
    check(one, [], [other], Settings())
    assert other.asked == 1


def test_where_an_object_is_in_memory_is_not_said() -> None:
    class Odd(Rule):
        """Raises an object."""

        name = "Test.Odd"

        def check(self, article: Article) -> Iterator[Finding]:
            raise ValueError(object(), self.check)
            yield

    one = read(Source.from_text("Headline\n\nThe mayor said so.\n", "a.txt"))
    (crash,) = check(one, [], [Odd()], Settings()).crashes
    assert " at 0x" not in crash.error
    assert "<object object>" in crash.error
