"""The frames of words that are taken for each other."""

import pytest

from copydesk.text import Patterns, analysis_of, pattern
from copydesk_rules.language._frames import _pieces, frames, words


def found(frame: str, wrong: str, text: str) -> list[str]:
    made = Patterns([pattern(frame, *_pieces(frame, wrong))])
    owned = wrong.endswith("'s")
    return [match.text.words(match["word"][0], match["word"][1] + owned) for match in made.matches(analysis_of(text))]


@pytest.mark.parametrize(
    ("frame", "wrong", "text"),
    [
        ("take* ?over the _", "reigns", "She took the reigns."),
        ("take* ?over the _", "reigns", "Taking over the reigns was hard."),
        ("_ own", "it's", "It has it’s own rules."),
        ("other _ !,|-", "then", "The other then the old one."),
        ("/. he _ to", "lead", "He lead to that."),
        ("pay* ..3 a _", "complement", "He paid the new team a complement."),
    ],
)
def test_a_frame_finds_its_word(frame: str, wrong: str, text: str) -> None:
    assert [word.replace("’", "'") for word in found(frame, wrong, text)] == [wrong]


@pytest.mark.parametrize(
    ("frame", "wrong", "text"),
    [
        ("take* ?over the _", "reigns", "The reigns were long."),
        ("other _ !,|-", "then", "Any other then-current member."),
        ("/. he _ to", "lead", "Could he lead to that?"),
        ("more _ /#", "then", "More then followed."),
    ],
)
def test_a_frame_leaves_the_rest(frame: str, wrong: str, text: str) -> None:
    assert not found(frame, wrong, text)


def test_a_frame_without_its_word_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="the frame “take the” has no _"):
        list(_pieces("take the", "reigns"))


@pytest.mark.parametrize("word", sorted(words()))
def test_every_frame_can_be_read_and_offers_another_word(word: str) -> None:
    patterns, slips = frames(word)
    assert list(patterns.matches(analysis_of("Nothing."))) == []
    assert all(slip.wrong != slip.right for slip in slips.values())
