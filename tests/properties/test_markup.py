"""Markup hides no fact: whatever stands around the words of an article, the same is said of them."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from random import Random

import pytest

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.settings import Settings

SAMPLE = (Path(__file__).parents[2] / "samples" / "sudzha.txt").read_text(encoding="utf-8").split("\n")
# One paragraph each for facts of many kinds.
FACTS = [
    "The vote on Monday, 3 March 2024 was lost. The next is on 31 April 2025, in the week of Tuesday, March 4, 2025.",
    "Jane Okafor, 34, who was born on 5 May 1980, said 12 of the 30 members, or 60 percent, had left.",
    "It rose from 40 percent to 50 percent, an increase of 25 percent, and from $20 to $30, a rise of 10 percent.",
    "The dam is 30 meters (90 feet) high and 5 kilometers (3 miles) long; the road is 12 km long, at 65 mph.",
    "“It was fair, she said. The council of Springfeld spent 3 million euros, €4m and US$5 million.",
    "The team won 3-2 after trailing 2-1. The WHO and the World Health Organisation met at the the hall in 2019.",
    "He lived from 1950 to 1945. The company was founded in 1990, 20 years ago. They seen an hour, and a hour more.",
    "Police said five people died: three men and one woman. The vote was 51 to 48. TK. Ask legal [check].",
]
PARAGRAPHS = [*SAMPLE[1:], *FACTS]
PIECE = re.compile(r"[^\W_]+")


def _entity(word: str) -> str:
    return f"&#{ord(word[0])};{word[1:]}"


def _link(word: str) -> str:
    return f"[{word}](https://en.wikipedia.org/wiki/{next(_numbers)})"


def _anchor(word: str) -> str:
    return f'<a href="https://en.wikipedia.org/wiki/{next(_numbers)}">{word}</a>'


_numbers = count()
IN_HTML = {
    "bold": "<b>{}</b>".format,
    "italic": "<em>{}</em>".format,
    "span": '<span class="x" data-y="1">{}</span>'.format,
    "comment": "<!-- a note -->{}".format,
    "comment behind": "{}<!-- 3 -->".format,
    "entity": _entity,
    "anchor": _anchor,
}
IN_MARKDOWN = IN_HTML | {"strong": "**{}**".format, "emphasis": "*{}*".format, "link": _link}


def written(paragraphs: list[str], name: str) -> str:
    if name.endswith(".html"):
        copy = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
        return f"<html><body><article><h1>{SAMPLE[0]}</h1>\n{copy}</article></body></html>\n"
    return "\n\n".join((f"# {SAMPLE[0]}", *paragraphs)) + "\n"


@cache
def desk() -> Desk:
    return Desk(Settings())


def said(text: str, name: str) -> Counter[tuple[str, str]]:
    checked = desk().check_source(Source.from_text(text, name))
    assert checked.crashes == ()
    return Counter((finding.rule, checked.article.prose_at(finding.span)) for finding in checked.findings)


@cache
def said_without(name: str) -> Counter[tuple[str, str]]:
    return said(written(PARAGRAPHS, name), name)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("name", "marks"), [("a.md", IN_MARKDOWN), ("a.html", IN_HTML)])
def test_markup_around_words_changes_nothing(name: str, marks: dict[str, Callable[[str], str]], seed: int) -> None:
    random = Random(seed)
    rate = (0.02, 0.1, 0.4)[seed % 3]

    def marked(match: re.Match[str]) -> str:
        if random.random() > rate:
            return match.group()
        mark = random.choice(sorted(marks))
        if mark == "comment" and not match.start():
            return match.group()  # what begins with a comment is no paragraph of Markdown
        return marks[mark](match.group())

    paragraphs = [PIECE.sub(marked, paragraph) for paragraph in PARAGRAPHS]
    assert said(written(paragraphs, name), name) == said_without(name)


@pytest.mark.parametrize(
    "date",
    [
        "**Monday,** 3 March 2024",
        "**Monday**, 3 March 2024",
        "<b>Monday</b>, 3 March 2024",
        "Monday, *3 March 2024*",
        "Monday, 3 [March](https://example.com/march) 2024",
        "Monday&#44; 3 March 2024",
        "Monday,<!-- a note --> 3 March 2024",
        "Mon<i>day</i>, 3&#32;March 2024",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_weekday_and_its_date_are_found_together(date: str, name: str) -> None:
    if name == "a.html":
        date = re.sub(r"\*\*(.*?)\*\*|\*(.*?)\*|\[(.*?)\]\(.*?\)", r"<b>\1\2\3</b>", date)
    found = said(written([f"The vote of {date} was lost."], name), name)
    assert found["Dates.WeekdayMismatch", "Monday"] == 1
