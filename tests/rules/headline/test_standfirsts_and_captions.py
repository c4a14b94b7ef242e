"""Names and figures of standfirsts and captions, as the readers of Markdown and HTML find them."""

import pytest

from copydesk.article import Source, read
from copydesk.rules import Rule
from copydesk_rules.headline.unsupported_name import NameOptions, UnsupportedName
from copydesk_rules.headline.unsupported_number import NumberOptions, UnsupportedNumber

STORY = """A fire on the ferry Aldana killed 23 people off Palawan on Sunday, the navy said. It had 250 passengers.

Captain Ana Ruiz was the last to leave. Ruiz told reporters in Manila that the pumps had failed.

The navy sent four ships and took 190 people to Palawan."""
PAGE = """<html><body><article><h1>Ferry burns off Palawan</h1><p class="standfirst">{standfirst}</p>{story}
<figure><img src="x.jpg"><figcaption>{caption}</figcaption></figure></article></body></html>"""
POST = '---\ntitle: Ferry burns off Palawan\nstandfirst: "{standfirst}"\n---\n\n{story}\n'


def found(text: str, name: str, *rules: Rule) -> list[tuple[str, str]]:
    article = read(Source.from_text(text, name))
    rules = rules or (UnsupportedName(), UnsupportedNumber())
    places = [finding.span for rule in rules for finding in rule.check(article)]
    return [(part.kind, article.words_at(span)) for span in places if (part := article.part_at(span.start))]


def page(standfirst: str = "The pumps had failed.", caption: str = "The ferry in May.") -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
    return PAGE.format(standfirst=standfirst, caption=caption, story=story)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Captain Ana Delgado was the last to leave.", ["Delgado"]),
        ("The fire on the ferry killed 32 people.", ["32"]),
        ("The navy sent seven ships.", ["seven"]),
        ("Captain Ana Ruiz was the last to leave, and 23 people died.", []),
        # A standfirst and a caption may well tell what the story does not.
        ("The owner, Joss Tellman of Cebu, has two other ferries, 40 years old.", []),
        ("Photograph: Wen Liu/Reuters, 2019", []),
    ],
)
def test_what_the_story_has_otherwise_is_reported(words: str, marked: list[str]) -> None:
    assert found(page(standfirst=words), "x.html") == [("standfirst", word) for word in marked]
    assert found(page(caption=words), "x.html") == [("caption", word) for word in marked]
    assert found(POST.format(standfirst=words, story=STORY), "x.md") == [("standfirst", word) for word in marked]


def test_a_house_may_leave_them_out() -> None:
    text = page("Captain Ana Delgado left when 32 people had died.", "Captain Ana Delgado.")
    assert len(found(text, "x.html")) == 3
    neither = UnsupportedName(NameOptions(also=())), UnsupportedNumber(NumberOptions(also=()))
    assert found(text, "x.html", *neither) == []
    only = UnsupportedName(NameOptions(also=("caption",)))
    assert found(text, "x.html", only) == [("caption", "Delgado")]
