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
        ('"Hello, he said. "We go."', ['"Hello, he said.', '"We go."']),
        ("“He told me ‘never’ and left. We", ["“He told me ‘never’ and left. We"]),
        ('He read "The "big" report" at noon.', ['"The "big" report"']),
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
        ("“It was like that,” said study author Professor Ana Ruiz.", "study author Professor Ana Ruiz"),
        ("“It was like that,” the mayor of the town said.", "the mayor of the town"),
        ("“It was like that,” according to Mary Jones.", "Mary Jones"),
        ("“It was like that.” Jones said the road was closed.", ""),
        ("The road, she said, was “closed to all of us”. The mayor left.", "she"),
    ],
)
def test_speakers(words: str, speaker: str) -> None:
    article = read(Source.from_text(f"Headline\n\n{words}\n"))
    assert [quotation.speaker for quotation in article.facts(quotations)] == [speaker]


def speakers(words: str) -> list[str]:
    article = read(Source.from_text(f"Headline\n\n{words}\n"))
    return [quotation.speaker for quotation in article.facts(quotations)]


def test_what_goes_on_behind_its_speaker_is_the_speakers() -> None:
    assert speakers("“I am here,” said Ana Ruiz. “So are you.”") == ["Ana Ruiz", "Ana Ruiz"]
    assert speakers("“I am here,” said Ana Ruiz. It rained. “So are you.”") == ["Ana Ruiz", ""]


def test_what_runs_on_into_the_next_paragraph_is_the_same_speakers() -> None:
    text = "Ana Ruiz said: “I am here. It rains.\n\n“So are you, all of you.”\n\n“Nobody knows who says this.”"
    assert speakers(text) == ["Ana Ruiz", "Ana Ruiz", ""]
