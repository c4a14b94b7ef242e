import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Finding
from copydesk.rules.testing import heard
from copydesk_rules.copy.leftover import Leftover

DATA = tomllib.loads(Path(__file__).with_name("leftovers.toml").read_text(encoding="utf-8"))
GENUINE = DATA.pop("genuine")
PLANTED = [(kind, line) for kind, table in DATA.items() for line in table["lines"]]
LEAD = "A fire broke out in the old dance hall on Monday, the brigade said. It burned for a day."
LAST = "The council will vote on Friday, and the brigade will be there."
CONFLICT = "The brigade came.\n<<<<<<< HEAD\nTwelve were hurt.\n=======\nTen were hurt.\n>>>>>>> x\nIt is over.\n"


def article(line: str, kind: str = "", name: str = "x.txt") -> Article:
    headline = line if kind == "headlines" else "Old dance hall burns"
    body = [LEAD] if kind == "headlines" else [LEAD, line]
    return read(Source.from_text("\n\n".join((headline, *body, *([] if kind == "endings" else [LAST]))) + "\n", name))


def marked(article: Article) -> list[str]:
    return [article.words_at(finding.span) for finding in _found(article)]


def _found(article: Article) -> list[Finding]:
    return sorted(heard(Leftover(), article), key=lambda finding: finding.span)


@pytest.mark.parametrize(("kind", "line"), PLANTED)
def test_every_planted_leftover_is_marked_and_nothing_else(kind: str, line: str) -> None:
    wanted = re.findall("⟦(.*?)⟧", line)
    assert marked(article(re.sub("[⟦⟧]", "", line), kind)) == wanted


@pytest.mark.parametrize("line", GENUINE["lines"])
def test_what_reporters_write_is_left_alone(line: str) -> None:
    assert marked(article(line)) == []


@pytest.mark.parametrize("line", GENUINE["endings"])
def test_what_may_end_a_story_is_left_alone(line: str) -> None:
    assert marked(article(line, "endings")) == []


def test_notes_to_the_desk_can_be_deleted_within_a_sentence() -> None:
    copy = article("Anna Smyth [CHECK], 40, has run it, (XX please check) she said. [insert quote] All is well.")
    fixes = [finding.fixes for finding in _found(copy)]
    assert not any(fix.safe for some in fixes for fix in some)
    fixed = apply(copy.text, [edit for some in fixes for fix in some for edit in fix.edits])
    assert "Anna Smyth, 40, has run it, she said. All is well." in fixed


def test_in_markdown_code_and_underlined_headings_are_left_alone() -> None:
    copy = (
        f"# Old hall burns\n\n{LEAD}\n\nHeading\n=======\n\n```\n<<<<<<< HEAD\n{{{{name}}}}\n```\n\nUse `%s` here.\n"
    )
    assert marked(read(Source.from_text(copy, "x.md"))) == []
    assert marked(read(Source.from_text(f"# Old hall burns\n\n{CONFLICT}", "x.md"))) == [
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> x",
    ]


def test_windows_line_ends_make_no_difference() -> None:
    copy = read(Source.from_text(f"Old hall burns\n\n{CONFLICT}".replace("\n", "\r\n"), "x.txt"))
    assert marked(copy) == ["<<<<<<< HEAD", "=======", ">>>>>>> x"]


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "{{" * 10_000, "TK " * 10_000, "$X " * 10_000, "_" * 20_000, "(check " * 5_000]
)
def test_odd_text_costs_no_more_than_it_is_long(text: str, calls: Callable[[Callable[[], object]], int]) -> None:
    def cost(length: int) -> int:
        copy = article(text[:length])
        return calls(lambda: list(Leftover().check(copy)))

    cost(100)
    assert cost(len(text)) < 6 * cost(len(text) // 4) + 20_000


@pytest.mark.parametrize("name", ["story.md", "story.html"])
def test_a_field_that_nothing_filled_is_seen_in_markup_and_a_sites_own_variables_are_not(name: str) -> None:
    line = "Dear {{ first_name }}, see {{ page.title }} and {{ price | round }}, or `{{ code }}`"
    if name.endswith(".html"):
        body = f"<h1>Fire in hall</h1><p>{LEAD}</p><p>{line.replace('`', '')} <code>{{{{ code }}}}</code>.</p>"
        assert marked(read(Source.from_text(body.replace("or {{ code }} ", "or "), name))) == ["{{ first_name }}"]
    else:
        assert marked(article(line + ".", name=name)) == ["{{ first_name }}"]


def test_in_a_template_fields_are_at_home() -> None:
    text = "{% for name in names %}Dear {{ name }}, it burned for a day, the brigade said.{% endfor %}"
    assert marked(article(text, name="story.md")) == []


@pytest.mark.parametrize("label", ["RELATED READING:", "Read more", "See also:", "More from this section"])
def test_a_title_under_a_label_of_links_is_no_broken_end(label: str) -> None:
    title = "CNN corrals an unconfirmed audio scoop from the owner of the hall in Leeds"
    assert not list(Leftover().check(article(f"{LAST}\n\n{label}\n\n{title}", "endings")))
    assert list(Leftover().check(article(f"{LAST}\n\n{title}", "endings")))


@pytest.mark.parametrize(
    "ending", ["The men were swapped for the prisoner in May", "Leeds have won at last in Serie A"]
)
def test_a_name_is_no_word_that_cannot_be_the_last(ending: str) -> None:
    assert not any(finding.severity is None for finding in Leftover().check(article(ending, "endings")))


@pytest.mark.parametrize("label", ["GRAPHIC VIDEO", "VIDEO", "PHOTOS", "EXPLICIT CONTENT"])
def test_a_label_for_readers_is_no_note_to_the_desk(label: str) -> None:
    assert marked(article(f"They threw stones at the hall in Hama [{label}] on Monday.")) == []
