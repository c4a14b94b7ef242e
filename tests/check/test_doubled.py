"""Remarks that would say a word twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Span
from copydesk.check.doubled import undoubled
from copydesk.engines import Remark


def remarks(words: str, *changes: tuple[int, str]) -> list[Remark]:
    """Return remarks on words by their number: what they should be."""
    spans, at = [], 0
    for word in words.split():
        at = words.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return [Remark(spans[number], "AnA", "Incorrect.", (new,)) for number, new in changes]


@pytest.mark.parametrize(
    ("words", "changes", "about", "offered"),
    [
        ("It was a an façade.", [(2, "an"), (3, "a")], "a an", ("a", "an")),
        ("It was a an house.", [(2, "an")], "a an", ("an",)),
        ("It was an a apple.", [(3, "an")], "an a", ("an",)),
        ("A an façade.", [(1, "a")], "A an", ("A",)),
    ],
)
def test_they_are_one_about_both_words(
    words: str, changes: list[tuple[int, str]], about: str, offered: tuple[str, ...]
) -> None:
    (found,) = undoubled(words, remarks(words, *changes))
    assert (words[slice(*found.span)], found.replacements) == (about, offered)


def test_others_stay_as_they_are() -> None:
    said = remarks("It was a apple and an pear.", (2, "an"), (5, "a"))
    assert undoubled("It was a apple and an pear.", said) == said
    said = [Remark(Span(3, 10), "RepeatedWords", "Repeated?", ("so",))]
    assert undoubled("It so so so far.", said) == said


WORDS = st.lists(st.sampled_from("a an the The apple house".split()), min_size=1, max_size=6)


@given(WORDS, st.lists(st.tuples(st.integers(0, 5), st.sampled_from(("a", "an", "the"))), max_size=4))
def test_no_correction_doubles_a_word_beside_it(words: list[str], changes: list[tuple[int, str]]) -> None:
    text = " ".join(words)
    said = remarks(text, *sorted((number, new) for number, new in changes if number < len(words)))
    for remark in undoubled(text, said):
        for new in remark.replacements:
            if " " not in text[slice(*remark.span)]:
                before, behind = text[: remark.span.start].split(), text[remark.span.end :].split()
                assert new.lower() not in {word.lower() for word in (*before[-1:], *behind[:1])}
