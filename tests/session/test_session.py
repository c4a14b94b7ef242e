"""Answers, the one undo stack, and findings that stay the same ones over edits and new checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Edit, Source, Span, read
from copydesk.rules import Finding, Fix, Related, change_to
from copydesk.session import Reading, Session
from copydesk.session.session import difference

Recheck = Callable[..., None]
Find = Callable[[str], tuple[Finding, ...]]


def words(session: Session) -> list[str]:
    return [session.words(mark.span) for mark in session.marks]


def test_accepting_changes_the_text_and_answers_the_finding(session: Session) -> None:
    first = session.marks[0]
    step = session.accept(first.id)
    assert step is not None
    assert step.title == "Change to “Kyiv”"
    assert session.text.startswith("Kyiv and Kiev again")
    assert session.mark(first.id) is None
    assert not session.fresh
    assert session.changed


def test_other_findings_keep_identity_and_place(session: Session, recheck: Recheck) -> None:
    ids = [mark.id for mark in session.marks]
    session.replace(Span(0, 4), "Ukraine's capital")
    assert [mark.id for mark in session.marks] == ids[1:]
    assert words(session) == ["Kiev", "Kiev", "because,", "Kiev", "Teh"]
    recheck(session)
    assert [mark.id for mark in session.marks] == ids[1:]


def test_a_finding_that_moved_without_our_doing_is_known_by_the_words_around(session: Session, find: Find) -> None:
    last = session.marks[-1]
    reading = Reading(0, tuple(find(session.text))[-1:])
    session.take(reading)
    assert session.marks[0].id == last.id


def test_another_suggestion_can_be_accepted(session: Session) -> None:
    session.accept(session.marks[-1].id, 1)
    assert session.text.endswith("Ten end.\n")


@pytest.mark.parametrize("fix", [-1, 2])
def test_a_suggestion_that_is_not_there_changes_nothing(session: Session, fix: int) -> None:
    assert session.accept(session.marks[-1].id, fix) is None
    assert session.accept(12345) is None
    assert session.change_all(12345) is None
    assert session.dismiss(12345) is None
    assert not session.changed


def test_change_all_is_one_step(session: Session) -> None:
    before = session.text
    change = session.everywhere(session.marks[0].id)
    assert change is not None
    assert change.places == 4
    step = session.change_all(session.marks[0].id)
    assert step is not None
    assert step.title == "Change to “Kyiv” in 4 places"
    assert session.text == before.replace("Kiev", "Kyiv")
    session.undo()
    assert session.text == before
    assert len(session.marks) == 6


def test_change_all_takes_the_rules_own_fix_for_all_places(session: Session) -> None:
    spans = [mark.span for mark in session.marks if session.words(mark.span) == "Kiev"]
    everywhere = Fix("Change all", tuple(Edit(*span, "Kyiv") for span in spans[:2]), everywhere=True)
    here = Finding(spans[0], "", fixes=(change_to(spans[0], "Kyiv"), everywhere), rule="Names.Old")
    session.take(Reading(0, (here,)))
    change = session.everywhere(session.marks[0].id)
    assert change is not None
    assert change.places == 2


def test_deletions_are_alike_only_where_the_words_are(session: Session) -> None:
    text = session.text
    one, other = text.index("because,"), text.index("cake,")
    findings = [
        Finding(
            Span(at, at + length), "", fixes=(Fix("Delete the comma", (Edit(at + length - 1, at + length, ""),)),)
        )
        for at, length in ((other, 5), (one, 8))
    ]
    session.take(Reading(0, tuple(findings)))
    change = session.everywhere(session.marks[0].id)
    assert change is not None
    assert change.places == 1


def test_dismissing_hides_the_finding_and_undo_brings_it_back(session: Session, recheck: Recheck) -> None:
    mark = session.marks[1]
    session.dismiss(mark.id)
    recheck(session)
    assert session.mark(mark.id) is None
    assert len(session.marks) == 5
    assert session.changed
    session.undo()
    assert session.mark(mark.id) is not None
    assert not session.changed
    recheck(session)
    assert session.mark(mark.id) is not None


def test_what_was_dismissed_stays_so_after_edits_before_it(session: Session, recheck: Recheck) -> None:
    mark = session.marks[1]
    session.dismiss(mark.id)
    session.accept(session.marks[0].id)
    session.replace(Span(0, 0), "In ")
    recheck(session)
    assert words(session) == ["Kiev", "because,", "Kiev", "Teh"]


def test_undo_and_redo_in_order(session: Session, recheck: Recheck) -> None:
    start = session.text
    session.accept(session.marks[0].id)
    session.dismiss(session.marks[0].id)
    session.replace(Span(0, 0), "“")
    end = session.text
    titles = [step.title for step in session.steps]
    undone = [session.undo() for _ in range(3)]
    assert [step.title for step in undone if step] == titles[::-1]
    assert session.text == start
    assert len(session.marks) == 6
    assert session.undo() is None
    for _ in range(3):
        session.redo()
    assert session.text == end
    assert session.redo() is None
    recheck(session)
    assert len(session.marks) == 4


def test_a_new_answer_ends_what_could_be_done_again(session: Session) -> None:
    session.accept(session.marks[0].id)
    session.undo()
    assert session.can_redo
    session.dismiss(session.marks[0].id)
    assert not session.can_redo


def test_an_own_replacement_that_changes_nothing_is_no_step(session: Session) -> None:
    assert session.replace(Span(0, 4), "Kiev") is None
    assert session.steps == ()


def test_a_late_reading_is_carried_forward_or_dropped(session: Session, find: Find) -> None:
    late = Reading(session.revision, find(session.text))
    session.replace(Span(0, 4), "The capital")
    assert session.take(late)
    assert words(session) == ["Kiev", "Kiev", "because,", "Kiev", "Teh"]
    assert not session.fresh
    session.take(Reading(session.revision, find(session.text)))
    assert session.fresh
    assert not session.take(late), "older than what is known"
    assert not session.take(Reading(session.revision + 1, ())), "of a text that there never was"


def test_a_first_answer_is_taken_until_the_complete_one_comes(session: Session, find: Find) -> None:
    session.replace(Span(0, 0), "x")
    some = find(session.text)
    assert session.take(Reading(session.revision, some[:1], complete=False))
    assert len(session.marks) == 1
    assert not session.fresh
    assert session.take(Reading(session.revision, some))
    assert session.fresh
    assert not session.take(Reading(session.revision, some[:1], complete=False))


def test_a_reading_of_forgotten_revisions_is_dropped(session: Session, find: Find) -> None:
    old = Reading(1, find(session.text))
    for _ in range(250):
        session.replace(Span(0, 0), "x")
    assert not session.take(old)


def test_related_places_and_fixes_move_along_or_are_forgotten(session: Session) -> None:
    finding = Finding(
        Span(9, 13),
        "",
        related=(Related(Span(0, 4), "here"), Related(Span(25, 29))),
        fixes=(Fix("both", (Edit(0, 4, "Kyiv"), Edit(9, 13, "Kyiv"))), change_to(Span(9, 13), "Kyiv")),
    )
    session.take(Reading(0, (finding,)))
    session.replace(Span(0, 4), "Ukraine")
    moved = session.marks[0].finding
    assert moved.span == Span(12, 16)
    assert [place.span for place in moved.related] == [Span(28, 32)]
    assert [fix.title for fix in moved.fixes] == ["Change to “Kyiv”"]


def test_the_blocks_move_along(session: Session) -> None:
    session.replace(Span(0, 4), "Kyiv, Kyiv")
    assert session.words(session.blocks[0].span) == "Kyiv, Kyiv and Kiev again"


def test_lines_are_counted_in_the_text_as_it_is(session: Session) -> None:
    assert session.line_of(len(session.text) - 2) == 3
    session.replace(Span(0, 0), "a\r\nb\n")
    assert session.line_of(len(session.text) - 2) == 5


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_difference_of_two_texts_turns_one_into_the_other(before: str, after: str) -> None:
    edit = difference(before, after)
    assert (edit is None) == (before == after)
    if edit is not None:
        assert before[: edit.start] + edit.text + before[edit.end :] == after


_ANSWERS = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), st.integers(0, 5)),
        st.tuples(st.just("all"), st.integers(0, 5)),
        st.tuples(st.just("dismiss"), st.integers(0, 5)),
        st.tuples(st.just("check"), st.just(0)),
        st.tuples(st.just("undo"), st.just(0)),
        st.tuples(st.just("redo"), st.just(0)),
        st.tuples(st.sampled_from(["", "Kiev", "é界", "\n", "Teh because,"]), st.integers(0, 60)),
    ),
    max_size=12,
)


@given(_ANSWERS)
def test_whatever_was_done_can_be_undone_and_done_again(find: Find, answers: list[tuple[str, int]]) -> None:
    text = "Kiev and Kiev again\n\nThe Kiev cake, because, of Kiev's bakers. Teh end.\n"
    with TemporaryDirectory() as folder:
        session = Session(read(Source.from_text(text, "article.txt")), Path(folder) / "article.txt")
        session.take(Reading(0, find(session.text)))
        for what, where in answers:
            _do(session, what, where, find)
            for mark in session.marks:
                assert 0 <= mark.span.start <= mark.span.end <= len(session.text)
                assert session.words(mark.span) in ("Kiev", "Teh", "because,")
        end = session.text
        steps = len(session.steps)
        while session.undo():
            pass
        assert session.text == text
        assert session.dismissed == ()
        assert not session.changed
        for _ in range(steps):
            session.redo()
        assert session.text == end


def _do(session: Session, what: str, where: int, find: Find) -> None:
    id_ = session.marks[where % len(session.marks)].id if session.marks else 0
    match what:
        case "accept":
            session.accept(id_)
        case "all":
            session.change_all(id_)
        case "dismiss":
            session.dismiss(id_)
        case "check":
            session.take(Reading(session.revision, find(session.text)))
        case "undo":
            session.undo()
        case "redo":
            session.redo()
        case _:
            start = min(where, len(session.text))
            session.replace(Span(start, min(start + where % 7, len(session.text))), what)
