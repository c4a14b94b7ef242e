"""Which country's English an article is in."""

import pytest

from copydesk.article import Article, Source
from copydesk.check.outcome import read_article
from copydesk.check.settings import ArticleSettings, Settings


def article(text: str, name: str = "a.txt", language: str = "") -> Article:
    return read_article(Source.from_text(text, name), Settings(article=ArticleSettings(language=language)))


def language(body: str) -> str:
    return article(f"Council meets\n\n{body}\n").language


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The neighbours recognised the colour of the harbour.", "en-GB"),
        ("Mr Jones said 4 per cent of councillors had travelled.", "en-GB"),
        ("Mrs Shah paid £40 on 3 March.", "en-GB"),
        ("The organisation apologised and analysed the programme.", "en-GB"),
        ("The neighbors recognized the color of the harbor.", "en-US"),
        ("Mr. Jones said 4 percent of council members had traveled.", "en-US"),
        ("On March 3 the sheriff left downtown.", "en-US"),
        ("Sydney harbour was grey. In Melbourne and Perth, neighbours of Australian centres travelled.", "en-AU"),
        ("In Toronto, Ottawa and Calgary, neighbours of Canadian centres travelled.", "en-CA"),
        ("Sydney, Melbourne and Perth favor the color gray.", "en-US"),  # a report from abroad
        ("London and Toronto neighbours, in England and Canada, in Wales and Ottawa, travelled.", "en-GB"),
        # Too little, or as much of one as of the other.
        ("The council met on Tuesday and voted.", "en"),
        ("The Labour Party and the Defense Department met at Pearl Harbor and the Globe Theatre.", "en"),
        ("He liked the color. She liked the colour.", "en"),
        ("They advised him to exercise, promised a prize and raised the size of the enterprise.", "en"),
    ],
)
def test_the_words_show_it(body: str, expected: str) -> None:
    assert language(body) == expected


BRITISH = "The neighbours recognised the colour of the harbour.\n"


def test_what_settings_or_the_article_say_holds() -> None:
    assert article(f"Council meets\n\n{BRITISH}", language="en-US").language == "en-US"
    assert article(f"---\ntitle: T\nlang: en-AU\n---\n{BRITISH}", "a.md").language == "en-AU"
    assert article(f"---\ntitle: T\nlang: de\n---\n{BRITISH}", "a.md").language == "de"
    assert article(f"---\ntitle: T\nlang: en\n---\n{BRITISH}", "a.md").language == "en-GB"
    assert article(f"<html lang=en-IE><body><h1>H</h1><p>{BRITISH}", "a.html").language == "en-IE"
