"""Marks that overlap in any way: whatever comes, what is written nests, and no word is lost."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.report.layers import DEEPEST, Mark, Point, steps

PLACE = st.integers(0, 12)
MARK = st.tuples(PLACE, PLACE, st.sampled_from(["finding", "cut"]))


def written(words: str, marks: list[Mark], points: list[Point] = []) -> str:  # noqa: B006
    tags = {"open": "<{}>", "close": "</{}>"}
    return "".join(
        step.text if step.mark is None else tags[step.do].format(step.mark.key)
        for step in steps(words, marks, points)
    )


def test_nested_marks_stay_nested() -> None:
    assert written("one two three", [Mark(0, 13, 1), Mark(4, 7, 2)]) == "<1>one <2>two</2> three</1>"


def test_crossing_marks_are_cut_where_they_cross() -> None:
    assert written("one two three", [Mark(0, 7, 1), Mark(4, 13, 2)]) == "<1>one <2>two</2></1><2> three</2>"


def test_a_point_stands_behind_what_ends_and_before_what_begins() -> None:
    assert (
        written("onetwo", [Mark(0, 3, 1), Mark(3, 6, 2)], [Point(3, "*"), Point(0, "^")]) == "^<1>one</1>*<2>two</2>"
    )


@given(st.lists(MARK, max_size=12), st.lists(PLACE, max_size=5))
def test_whatever_comes_it_nests_and_keeps_the_words(given: list[tuple[int, int, str]], at: list[int]) -> None:
    words = "abcdefghijkl"
    marks = [Mark(min(a, b), max(a, b), key, kind) for key, (a, b, kind) in enumerate(given)]  # type: ignore[arg-type]
    text, points, opened, covered = "", 0, [], dict.fromkeys(marks, "")
    for step in steps(words, marks, [Point(place, "*") for place in at]):
        if step.do == "open":
            opened.append(step.mark)
            assert sum(mark.kind == "finding" for mark in opened if mark) <= DEEPEST
        elif step.do == "close":
            assert opened.pop() == step.mark
        elif step.do == "point":
            points += 1
        else:
            text += step.text
            for mark in opened:
                assert mark is not None
                covered[mark] += step.text
    assert (text, points, opened) == (words, len(at), [])
    # Where marks are not too deep, each covers just its words.
    if len(marks) <= DEEPEST and sum(mark.kind == "cut" for mark in marks) <= 1:
        assert all(covered[mark] == words[mark.start : mark.end] for mark in marks)
