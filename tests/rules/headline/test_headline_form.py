"""The form of a headline: its length, its case, its full stop. All off until a house asks."""

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Rule
from copydesk_rules.headline._title_case import wanted
from copydesk_rules.headline.case import Case, CaseOptions
from copydesk_rules.headline.length import Length, LengthOptions
from copydesk_rules.headline.period import Period

BODY = """The Foreign Ministry in Kyiv said on Monday that NATO’s secretary, Ana de la Cruz, would meet Pope Leo.
The pope and a foreign minister talk about wheat, an iPad app and McDonald’s. They met in The Hague."""


def article(headline: str, body: str = BODY) -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "x.txt"))


def fixed(rule: Rule, headline: str, body: str = BODY) -> str:
    text = article(headline, body)
    found = list(rule.check(text))
    return apply(text.text, found[0].fixes[0].edits).split("\n")[0] if found else headline


@pytest.mark.parametrize("rule", [Length, Case, Period])
def test_off_until_a_house_asks(rule: type[Rule]) -> None:
    assert not rule.on


class TestLength:
    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("x.txt", "Mayor quits café\n\nIt rained.\n"),
            ("x.txt", "Mayor quits cafe\u0301\n\nIt rained.\n"),
            ("x.md", "# Mayor **quits** [café](https://example.com/very/long)\n\nIt rained.\n"),
            (
                "x.html",
                "<html><body><article><h1>Mayor <i>quits</i> caf&eacute;</h1><p>Rain.</p></article></body></html>",
            ),
        ],
    )
    def test_characters_are_what_readers_see(self, name: str, text: str) -> None:
        one = read(Source.from_text(text, name))
        assert list(Length(LengthOptions(most=16)).check(one)) == []
        (finding,) = Length(LengthOptions(most=15)).check(one)
        assert finding.message == "The headline has 16 characters; 15 are allowed."

    def test_what_does_not_fit_is_marked_from_its_first_word(self) -> None:
        text = article("Council closes library after storm")
        for most, words in ((14, "library after storm"), (15, "library after storm"), (16, "library after storm")):
            (finding,) = Length(LengthOptions(most=most)).check(text)
            assert text.words_at(finding.span) == words
        (finding,) = Length(LengthOptions(most=22)).check(text)
        assert text.words_at(finding.span) == "after storm"


class TestPeriod:
    @pytest.mark.parametrize(
        ("headline", "expected"),
        [
            ("Council closes library.", "Council closes library"),
            ("‘We will not close it.’", "‘We will not close it’"),
            ("Council (finally) closes library (again.)", "Council (finally) closes library (again)"),
            ("Mayor flies to the U.S.", None),
            ("Mayor leaves at 5 p.m.", None),
            ("Storm hits Norfolk, Va.", None),
            ("Yes. No. Perhaps.", None),
            ("Council closes …", None),
            ("Library to go?", None),
        ],
    )
    def test_full_stops(self, headline: str, expected: str | None) -> None:
        assert fixed(Period(), headline) == (expected or headline)


class TestSentenceCase:
    @pytest.mark.parametrize(
        ("headline", "expected"),
        [
            (
                "Foreign Ministry Says Pope Leo to Meet Foreign Minister",
                "Foreign Ministry says Pope Leo to meet foreign minister",
            ),
            (
                "Wheat Price Talks at The Hague: Ana de la Cruz on Monday",
                "Wheat price talks at The Hague: Ana de la Cruz on Monday",
            ),
            ("iPad App Helps NATO Feed High-Risk Towns", "iPad app helps NATO feed high-risk towns"),
            ("FOREIGN MINISTRY IN KYIV USES IPAD APP", "Foreign Ministry in Kyiv uses iPad app"),
            ("Foreign ministry in kyiv talks about Wheat", "Foreign ministry in Kyiv talks about wheat"),
            ("wheat talks begin in Kyiv", "Wheat talks begin in Kyiv"),
            ("Pope Leo talks With minister in Kyiv", "Pope Leo talks with minister in Kyiv"),
        ],
    )
    def test_fixes(self, headline: str, expected: str) -> None:
        assert fixed(Case(), headline) == expected
        assert fixed(Case(), expected) == expected

    @pytest.mark.parametrize(
        "headline",
        [
            "‘The Last Train to Kyiv’ opens in The Hague",
            "“The Last Train to Kyiv” opens",
            "Storm in Category 3 hits Kyiv: What we know",
            "Foreign Minister Cruz meets Pope Leo",
            "Plan B for wheat: U.S. steps in",
        ],
    )
    def test_left_alone(self, headline: str) -> None:
        assert fixed(Case(), headline) == headline


class TestTitleCase:
    @pytest.mark.parametrize(
        ("headline", "ap", "chicago"),
        [
            ("Pope talks with minister", "Pope Talks With Minister", "Pope Talks with Minister"),
            ("A Man is in The House", "A Man Is in the House", "A Man Is in the House"),
            ("What the Deal Is Made of", "What the Deal Is Made Of", "What the Deal Is Made Of"),
            ("iPad app is 5 km off The Hague", "iPad App Is 5 km Off The Hague", "iPad App Is 5 km Off The Hague"),
            ("The high-risk, follow-up plan", "The High-Risk, Follow-Up Plan", "The High-Risk, Follow-Up Plan"),
            ("Cruz Ends Ana de la Cruz era", "Cruz Ends Ana de la Cruz Era", "Cruz Ends Ana de la Cruz Era"),
            ("KYIV TALKS WITH NATO", "Kyiv Talks With NATO", "Kyiv Talks with NATO"),
        ],
    )
    def test_fixes(self, headline: str, ap: str, chicago: str) -> None:
        for convention, expected in (("ap", ap), ("chicago", chicago)):
            rule = Case(CaseOptions(style="title", convention=convention))
            assert fixed(rule, headline) == expected
            assert fixed(rule, expected) == expected

    def test_what_the_conventions_leave_open_is_not_reported(self) -> None:
        for headline in (
            "Pope To Meet Minister",
            "Pope to Meet Minister",
            "Mayor Turns up Heat",
            "Mayor Turns Up Heat",
        ):
            assert fixed(Case(CaseOptions(style="title")), headline) == headline

    @pytest.mark.parametrize(
        ("word", "ap", "chicago"),
        [
            ("the", "small", "small"),
            ("with", "capital", "small"),
            ("through", "capital", "either"),
            ("is", "capital", "capital"),
            ("to", "either", "small"),
            ("up", "either", "either"),
        ],
    )
    def test_conventions(self, word: str, ap: str, chicago: str) -> None:
        assert (wanted(word, "ap"), wanted(word, "chicago")) == (ap, chicago)
