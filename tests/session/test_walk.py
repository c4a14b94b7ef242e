"""Walking the findings: every answer leads on, and one's place is not lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.article import Span
from copydesk.session import Reading, Session
from copydesk.session.walk import Walk


@pytest.fixture
def walk(session: Session) -> Walk:
    return Walk(session)


def here(walk: Walk) -> str:
    mark = walk.current
    assert mark is not None
    return f"{walk.number} {walk.session.words(mark.span)}"


def test_steps_go_round(walk: Walk) -> None:
    assert here(walk) == "1 Kiev"
    assert not walk.step(1)
    assert here(walk) == "2 Kiev"
    assert not walk.step(-1)
    assert walk.step(-1)
    assert here(walk) == "6 Teh"
    assert walk.step(1)
    assert here(walk) == "1 Kiev"


def test_answers_lead_on(walk: Walk) -> None:
    walk.accept()
    assert here(walk) == "1 Kiev"
    assert walk.session.marks[0].span == Span(9, 13)
    walk.dismiss()
    assert here(walk) == "1 Kiev"
    walk.own_words("Kyjiv")
    assert here(walk) == "1 because,"
    walk.accept()
    walk.accept()
    assert here(walk) == "1 Teh"
    walk.accept()
    assert walk.current is None
    assert walk.number == 0
    assert walk.fix is None
    assert walk.accept() is None
    assert not walk.step(1)


def test_the_last_answer_goes_back_to_the_last_finding(walk: Walk) -> None:
    walk.step(-1)
    walk.accept()
    assert here(walk) == "5 Kiev"


def test_a_choice_is_kept_per_finding(walk: Walk) -> None:
    walk.step(-1)
    assert not walk.choose(2)
    assert walk.choose(1)
    walk.step(-1)
    assert walk.choice == 0
    walk.step(1)
    assert walk.choice == 1
    assert walk.fix is not None
    walk.accept()
    assert walk.session.text.endswith("Ten end.\n")


def test_undo_goes_back_to_what_it_had_answered(walk: Walk) -> None:
    walk.step(3)
    walk.accept()
    walk.step(-1)
    walk.undo()
    assert here(walk) == "4 because,"
    walk.redo()
    assert here(walk) == "4 Kiev"


def test_change_all_and_undo(walk: Walk) -> None:
    walk.step(1)
    walk.change_all()
    assert here(walk) == "1 because,"
    walk.undo()
    assert here(walk) == "2 Kiev"


def test_a_new_check_does_not_move_the_editor(walk: Walk, recheck: Callable[..., None]) -> None:
    walk.step(2)
    walk.session.replace(Span(0, 0), "Once: ")
    recheck(walk.session)
    walk.settle()
    assert here(walk) == "3 Kiev"


def test_where_a_finding_vanishes_the_next_one_is_taken(walk: Walk) -> None:
    walk.step(2)
    session = walk.session
    rest = tuple(mark.finding for mark in session.marks if session.words(mark.span) != "Kiev")
    session.take(Reading(session.revision, rest))
    walk.settle()
    assert here(walk) == "1 because,"
    session.take(Reading(session.revision, ()))
    walk.settle()
    assert walk.current is None
    assert not walk.select(99)
