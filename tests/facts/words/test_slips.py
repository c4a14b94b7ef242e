"""What tells a slip of the keys from a word that no dictionary has yet."""

import pytest

from copydesk.facts.words.slips import is_derived, is_slip


@pytest.mark.parametrize(
    "word", ["squasher", "fanless", "hoaxster", "signmaking", "emailgate", "tellings", "nonelderly", "reteams"]
)
def test_a_word_may_be_made_for_the_occasion(word: str) -> None:
    assert is_derived(word)


@pytest.mark.parametrize("word", ["recieve", "goverment", "begining", "occured", "fromm", "witht", "teh", ""])
def test_a_slip_is_not_made_of_words(word: str) -> None:
    assert not is_derived(word)


@pytest.mark.parametrize(
    ("word", "spoken"),
    [("witht", True), ("justs", True), ("fromm", True), ("recieve", True), ("gonnae", False), ("occured", False)],
)
def test_a_slip_is_one_in_speech_too_unless_that_is_how_it_sounds(word: str, spoken: bool) -> None:
    suggestions = {"gonnae": ("gonna",), "occured": ("occurred",)}.get(word, ())
    assert is_slip(word, suggestions, spoken=spoken)


@pytest.mark.parametrize("word", ["talkin", "ol", "gonnae", "thinkin", "wus", "dae", "dat"])
def test_speech_as_it_is_heard_is_no_slip(word: str) -> None:
    assert not is_slip(word, ("talking", "old", "gonna"), spoken=True)


@pytest.mark.parametrize(("word", "like"), [("varmala", "armada"), ("noframe", "frame"), ("zymes", "times")])
def test_of_two_slips_in_a_word_none_is_its_first_letter(word: str, like: str) -> None:
    assert not is_slip(word, (like,))


@pytest.mark.parametrize(
    ("word", "meant"), [("orginial", "original"), ("plametic", "plastic"), ("priveledge", "privilege")]
)
def test_two_slips_behind_the_first_letter_are_slips(word: str, meant: str) -> None:
    assert is_slip(word, (meant,))
