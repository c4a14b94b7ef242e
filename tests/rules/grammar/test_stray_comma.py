import pytest

from copydesk.article import Source, read
from copydesk.article.edits import apply
from copydesk_rules.grammar.stray_comma import StrayComma


def fixed(sentence: str) -> str:
    text = read(Source.from_text(f"Headline\n\n{sentence}\n", "x.txt"))
    found = list(StrayComma().check(text))
    assert all(fix.safe for finding in found for fix in finding.fixes)
    return apply(text.text, [edit for finding in found for edit in finding.fixes[0].edits]).split("\n")[2]


@pytest.mark.parametrize(
    "sentence",
    [
        "Because, we have a condition that nobody met.",
        "Although, the price fell.",
        "They stayed, even though, he had gone.",
        "Unless, it rains we play.",
        "Whereas, their rivals did nothing at all.",
    ],
)
def test_the_comma_goes(sentence: str) -> None:
    conjunction = next(
        word for word in sentence.split() if word.lower().strip(",") in sentence.lower() and "," in word
    )
    assert fixed(sentence).count(",") == sentence.count(",") - 1, conjunction


@pytest.mark.parametrize(
    "sentence",
    [
        "Because, sometimes, it rains.",
        "Because, frankly, they lost.",
        "Although, to be fair, he had tried.",
        "Although, he told reporters on Thursday, he had tried.",
        "Until, I suppose, they find a buyer.",
        "Because, this time, they had help.",
        "Because, these days, everything is online.",
        "Although, the next day, he left.",
        "Although, the very next day he left.",
        "However, this is new. Still, it is cheap. Then, there is the cost. Though, he left.",
        "Even so, it is cheap. So, this is it.",
        "The words because, although and unless.",
        "He said because, Because, although, he",
    ],
)
def test_a_comma_with_a_reason_stays(sentence: str) -> None:
    assert fixed(sentence) == sentence
