"""Direct quotations told from apostrophes, and their speakers."""

import pytest

from copydesk.article import Source, read
from copydesk.facts import quotations


def quoted(words: str) -> list[str]:
    article = read(Source.from_text(f"Headline\n\n{words}\n"))
    return [article.words_at(quotation.span) for quotation in article.facts(quotations)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“I am here,” he said. “So are you.”", ["“I am here,”", "“So are you.”"]),
        ("He said: 'It's the dogs' dinner,' and left.", ["'It's the dogs' dinner,'"]),
        ("The boys' and girls' teams met in the '90s.", []),
        ("117 'aircraft-like' drones", ["'aircraft-like'"]),
        ("She called it ‘the workers’ party’ on Monday.", ["‘the workers’ party’"]),
        ('He is 6\' 2" tall and "fit".', ['"fit"']),
        ('She said, "We pledge this, and', ['"We pledge this, and']),
    ],
)
def test_marks_and_apostrophes(words: str, expected: list[str]) -> None:
    assert quoted(words) == expected


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“I am here now, at last,” said John Smith.", "John Smith"),
        ("“I am here now, at last,” Smith said.", "Smith"),
        ("Mary Jones told reporters: “It was like that.”", "Mary Jones"),
        ("“It was like that.” Nobody answered.", ""),
    ],
)
def test_speakers(words: str, speaker: str) -> None:
    article = read(Source.from_text(f"Headline\n\n{words}\n"))
    assert [quotation.speaker for quotation in article.facts(quotations)] == [speaker]
