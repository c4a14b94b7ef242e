"""The rules for quotation marks beyond their examples: fixes, paragraphs, formats, and what they leave alone."""

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.check.check import check
from copydesk.check.settings import Settings
from copydesk.rules import Rule
from copydesk_rules.quotes.altered import Altered
from copydesk_rules.quotes.single_and_double import SingleAndDouble, SingleAndDoubleOptions
from copydesk_rules.quotes.straight_and_curly import StraightAndCurly
from copydesk_rules.quotes.unattributed import Unattributed
from copydesk_rules.quotes.unbalanced import Unbalanced


def article(body: str, name: str = "x.txt", genre: str = "news") -> Article:
    head = {"x.md": "# Headline\n\n", "x.txt": "Headline\n\n"}.get(name, "")
    return read(Source.from_text(f"{head}{body}\n", name), genre=genre)


def marked(rule: Rule, body: str, name: str = "x.txt", genre: str = "news") -> list[str]:
    text = article(body, name, genre)
    return [text.words_at(finding.span) for finding in rule.check(text)]


def fixed(rule: Rule, body: str, name: str = "x.txt") -> str:
    text = article(body, name)
    (finding,) = rule.check(text)
    return apply(text.text, finding.fixes[0].edits)


class TestUnbalanced:
    def test_a_quotation_over_several_paragraphs(self) -> None:
        assert (
            marked(Unbalanced(), "He said: “We left. It was dark.\n\n“We walked.\n\n“We came.”\n\nThey stayed.") == []
        )

    def test_one_that_is_never_closed_in_its_last_paragraph(self) -> None:
        body = "He said: “We left. It was dark.\n\n“We walked. It rained.\n\nThey stayed. He left."
        assert marked(Unbalanced(), body) == ["“We"]

    def test_paragraphs_that_do_not_open_again_are_mended_together(self) -> None:
        body = 'He wrote: "We left. It was dark.\n\nWe walked. It rained.\n\nWe came home." They stayed.'
        assert marked(Unbalanced(), body) == ["We"]
        assert '\n\n"We walked. It rained.\n\n"We came home."' in fixed(Unbalanced(), body)

    def test_an_open_mark_before_a_quotation_of_the_other_sort_runs_on_nowhere(self) -> None:
        body = '"We left, Ana Ruiz said. “We walked,” Tom Dover said.\n\n"We came," she said. It rained.'
        assert marked(Unbalanced(), body) == ['"We']

    def test_a_heading_between_does_not_end_a_quotation(self) -> None:
        assert (
            marked(Unbalanced(), "“We left. It rained.\n\n## The road\n\n“We walked.”\n\nThey stayed.", "x.md") == []
        )

    @pytest.mark.parametrize(("opening", "closing"), ["“”", "‘’", '""', "''"])
    @pytest.mark.parametrize(
        "between",
        [
            (),
            ("The harbour at night",),
            ("MORE: Sisters ‘lost’ at sea",),
            ("ADVERTISEMENT", "— Ana Ruiz (@anaruiz) May 3, 2014"),
            ("?",),
        ],
    )
    def test_what_has_no_stop_between_two_paragraphs_does_not_end_a_quotation(
        self, opening: str, closing: str, between: tuple[str, ...]
    ) -> None:
        spoken = f"{opening}We left. I can’t say why."
        runs_on = "\n\n".join(("It was late.", f"Lee said: {spoken}", *between, f"{spoken}{closing}", "It rained."))
        assert marked(Unbalanced(), runs_on) == []
        ends = "\n\n".join(("It was late.", f"Lee said: {spoken}", *between, "They stayed. It rained."))
        assert len(marked(Unbalanced(), ends)) == 1

    def test_a_straight_mark_may_close_a_curly_one_before_a_colon(self) -> None:
        assert marked(Unbalanced(), "MORE: ‘I could have gone': Woman’s escape. It rained.") == []

    def test_guillemets_by_themselves_are_arrows(self) -> None:
        assert marked(Unbalanced(), "We left. More »\n\nIt was late. Next › They stayed.") == []

    def test_a_list_of_quoted_items(self) -> None:
        assert marked(Unbalanced(), "Banners:\n\n- “Go home”\n- 'No'\n- the '90s\n- \"6'2\"\"", "x.md") == []

    def test_code_is_no_copy(self) -> None:
        assert marked(Unbalanced(), 'Type `print("a` and then go.', "x.md") == []

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ('"We go, the mayor said. He left.', None),
            ('"We go, said the mayor. He left.', '"We go," said the mayor. He left.'),
            ("We never knew,” she said.", "“We never knew,” she said."),
            (
                "The mayor said on Monday, We will go.” It rained.",
                "The mayor said on Monday, “We will go.” It rained.",
            ),
            ("The judge told them: “You had every chance.", "The judge told them: “You had every chance.”"),
        ],
    )
    def test_a_fix_only_where_it_is_plain(self, body: str, expected: str | None) -> None:
        text = article(body)
        (finding,) = Unbalanced().check(text)
        assert not any(fix.safe for fix in finding.fixes)
        if expected is None:
            assert finding.fixes == ()
        else:
            assert apply(text.text, finding.fixes[0].edits) == f"Headline\n\n{expected}\n"

    def test_marks_turned_the_wrong_way_are_good_elsewhere(self) -> None:
        text = read(Source.from_text("Rubrik\n\n”Kom in”, sade hon.\n"), language="sv")
        assert list(Unbalanced().check(text)) == []

    def test_what_is_wrong_throughout_is_told_once(self) -> None:
        story = "He said: “We left. It was dark. “We walked,” he said. They stayed.\n\n"
        text = article(story * 5)
        (finding,) = Unbalanced().check(text)
        assert "in other places" in finding.message
        assert [text.words_at(one.span) for one in finding.related] == ["“We"] * 4
        assert len(list(Unbalanced().check(article(story * 2)))) == 2
        assert len(list(Unbalanced().check(article("“Come in,“ she said.\n\n" * 5)))) == 5  # each is safely mended

    def test_much_that_is_wrong_in_one_part_is_not_told_place_by_place(self) -> None:
        assert len(marked(Unbalanced(), "“a " * 500)) == 1


class TestStraightAndCurly:
    def test_it_is_said_once(self) -> None:
        assert len(marked(StraightAndCurly(), '"A." "B." "C." “D.” “E.”\n\n“F,” and it’s “G”.')) == 1

    def test_the_other_way_is_offered_too(self) -> None:
        text = article('"A," he said. "It\'s \'so\'." “B.”')
        (finding,) = StraightAndCurly().check(text)
        assert [fix.title for fix in finding.fixes] == ["Make all 2 straight", "Make all 7 curly"]
        assert [fix.everywhere for fix in finding.fixes] == [False, True]
        assert apply(text.text, finding.fixes[1].edits) == "Headline\n\n“A,” he said. “It’s ‘so’.” “B.”\n"

    def test_character_references_are_changed_whole(self) -> None:
        page = '<html><body><article><h1>Head</h1><p>&ldquo;A.&rdquo; “B.” “C,” said "D".</p></article></body></html>'
        text = read(Source.from_text(page, "x.html"))
        (finding,) = StraightAndCurly().check(text)
        assert "said “D”." in apply(text.text, finding.fixes[0].edits)
        assert '"A." "B." "C," said "D".' in apply(text.text, finding.fixes[1].edits)

    def test_no_fix_is_safe_within_a_quotation(self) -> None:
        text = article('"A is the dog’s, as we said," he said. "B." "C."')
        (finding,) = check(text, [], [StraightAndCurly()], Settings()).findings
        assert not any(fix.safe for fix in finding.fixes)


class TestSingleAndDouble:
    def test_all_places_are_changed_together(self) -> None:
        rule = SingleAndDouble(SingleAndDoubleOptions(marks="double"))
        text = article("He said ‘no’, and ‘never’, and “so”.")
        (finding,) = rule.check(text)
        assert finding.message == "The house sets double marks here: this quotation stands in single ones (2 places)."
        assert apply(text.text, finding.fixes[0].edits) == "Headline\n\nHe said “no”, and “never”, and “so”.\n"

    def test_a_house_that_sets_single_marks(self) -> None:
        rule = SingleAndDouble(SingleAndDoubleOptions(marks="single"))
        assert fixed(rule, "\"They said 'never',\" he said.") == "Headline\n\n'They said \"never\",' he said.\n"

    def test_block_quotations_are_left_alone(self) -> None:
        rule = SingleAndDouble(SingleAndDoubleOptions(marks="double"))
        assert marked(rule, "> He said ‘no’ to us.\n\nIt rained.", "x.md") == []

    def test_an_article_that_does_both_shows_no_habit(self) -> None:
        assert marked(SingleAndDouble(), "“A.” “B.” “C.” “D.” ‘E.’ ‘F.’") == []

    def test_what_an_unclosed_mark_may_hold_is_not_counted(self) -> None:
        rule = SingleAndDouble(SingleAndDoubleOptions(marks="double"))
        assert marked(rule, "“He told us ‘never’ and went. It rained.\n\n“We stayed.”") == []

    def test_a_line_without_a_stop_is_a_headline_of_its_own(self) -> None:
        body = '"Go." "Stay." "Run." "Hide," she said.\n\nBoss ‘left’ early\n\nIt is late.'
        assert marked(SingleAndDouble(), body) == []

    def test_a_programs_marks_are_none_of_the_copys(self) -> None:
        body = '"Go." "Stay." "Run." "Hide," she said. It is late: get(\'a\', \'b\'); put(\'c\');.'
        assert marked(SingleAndDouble(), body) == []

    def test_double_marks_in_a_single_quotation_that_runs_on_are_right(self) -> None:
        body = "‘Go.’ ‘Stay.’ ‘Run.’ ‘Hide,’ he said.\n\nShe said: ‘The “boss” left.\n\n‘It is late.’"
        assert marked(SingleAndDouble(), body) == []


class TestAltered:
    FIRST = "“We will not close a single school in this city,” Mayor Ana Ruiz said."

    def message(self, later: str) -> list[str]:
        return [finding.message for finding in Altered().check(article(f"{self.FIRST}\n\nIt rained.\n\n{later}"))]

    def test_the_message_tells_what_differs(self) -> None:
        assert self.message("“We will not close a single hospital in this city,” Ruiz said.") == [
            "Quoted above with other words: “hospital” here, “school” there."
        ]
        assert self.message("“We will close a single school in this city,” Ruiz said.") == [
            "Quoted above with other words: “not” is missing here."
        ]
        assert self.message("She “will not close a single small school in this city”.") == [
            "Quoted above with other words: “small” is added here."
        ]

    def test_either_place_can_be_changed(self) -> None:
        text = article(f"{self.FIRST}\n\nShe “will not close a single college in this city”.")
        (finding,) = Altered().check(text)
        assert [fix.title for fix in finding.fixes] == [
            "Change to “school”, as above",
            "Change “school” above to “college”",
        ]
        assert apply(text.text, finding.fixes[1].edits).count("college") == 2

    @pytest.mark.parametrize(
        "later",
        [
            "She “will not close a single school”.",
            "“We’ll not close a single school in this city!” Ruiz said.",
            "“[The council] will not close a single ... city” school, she said.",
            "“We will not close a single [public] school in this city,” Ruiz said.",
            "“We will not close a single hospital in this city,” Tom Dover said.",
            "“We will not close anything at all in this town,” Ruiz said.",
        ],
    )
    def test_excerpts_and_open_changes_are_left_alone(self, later: str) -> None:
        assert self.message(later) == []


class TestUnattributed:
    def test_captions_in_a_quotation_of_several_paragraphs_are_passed_over(self) -> None:
        body = (
            "The school burned down. Ana Ruiz wrote:\n\n'We had asked for money, for years.\n\nThe school in May\n\n"
            "'Nobody came to see us, not once.\n\n'We have nothing left to see here.'\n\nThe vote is on Monday. It "
            "rained."
        )
        assert marked(Unattributed(), body) == []

    BODY = (
        "The school burned down. It was old.\n\n“We lost everything that we had built.”\n\nA fund is open. It rained."
    )

    def test_news_only(self) -> None:
        assert marked(Unattributed(), self.BODY) == ["“We lost everything that we had built.”"]
        assert marked(Unattributed(), self.BODY, genre="feature") == []

    def test_block_quotations_and_interviews_are_left_alone(self) -> None:
        quote = "The school burned down. It was old.\n\n> “We lost everything that we had built.”\n\nA fund is open."
        assert marked(Unattributed(), quote, "x.md") == []
        interview = "\n\n".join(f"Q: Why was that?\n\nAna Ruiz: It rained. {number}" for number in range(3))
        assert marked(Unattributed(), f"{interview}\n\n“We lost everything that we had built.”") == []

    @pytest.mark.parametrize(
        "last",
        ["– Ana Ruiz", "Ana Ruiz was among those who spoke. It rained.", "The banner stayed for a week. It rained."],
    )
    def test_a_hint_beside_it_is_enough(self, last: str) -> None:
        body = self.BODY.replace("A fund is open. It rained.", last)
        assert marked(Unattributed(), body) == []


def test_a_quotation_goes_on_after_a_caption_that_comes_twice() -> None:
    caption = "Residents in shock. Luohe is the city where it happened."
    said = "Cai Tuan, 27, said: “I had gone to see a neighbour.\n\n{}“I ran back to the house.”"
    assert marked(Unbalanced(), said.format(f"{caption}\n\n{caption}\n\n")) == []
    assert marked(Unbalanced(), said.format(f"{caption}\n\n")) == ["“I"]


def test_words_that_brackets_of_either_kind_replace_are_not_altered() -> None:
    body = (
        '"We will keep a close eye on {} activity across the northern border," said Ryder.\n\n'
        '"We will keep a close eye on their activity across the northern border," Ryder had said.'
    )
    assert (
        marked(Altered(), body.format("(Islamic State)")) == marked(Altered(), body.format("[Islamic State]")) == []
    )
    assert marked(Altered(), body.format("Islamic State")) != []


def test_a_quotation_may_begin_with_another() -> None:
    body = (
        "Ana said: ‘We left.\n\n‘“Gull” is the name of the boat.\n\n‘We sold it.’ She said: ‘It was old.’ "
        "He said: ‘It was not old.’ They said: ‘It sank.’"
    )
    assert marked(Unbalanced(), body) == []
    assert marked(SingleAndDouble(), body) == []


def test_a_quotation_goes_on_after_many_captions() -> None:
    captions = "\n\n".join(f"Nikolai with spoon {number} in the kitchen" for number in range(6))
    said = f"He said: ‘When I came round I felt groggy.\n\nScroll down for video\n\n{captions}\n\n"
    assert marked(Unbalanced(), f"{said}‘My mum was there.’") == []
    assert marked(Unbalanced(), f"{said}It was Monday.") == ["‘When"]
