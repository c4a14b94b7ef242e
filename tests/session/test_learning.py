"""A word that is put into the editor's dictionary while an article is edited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.article import Source, Span, read
from copydesk.check.dictionary import words_in
from copydesk.errors import CopydeskError
from copydesk.rules import Finding
from copydesk.session import Journal, Reading, Session

TEXT = "A headline\n\nTheir blogzine is older than any blogzine, and the Blogzine's tieless editor.\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "dictionary.txt"
    monkeypatch.setattr("copydesk.check.dictionary.personal", lambda: path)
    return path


@pytest.fixture
def session(tmp_path: Path, own: Path) -> Session:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    session = Session(read(Source.from_path(path)), path, Journal(path, tmp_path / "state"))
    check(session)
    return session


def check(session: Session) -> None:
    """Take what a check would find that does not know the dictionary."""
    words = re.finditer(r"[Bb]logzine's|blogzine|tieless", session.text)
    found = [Finding(Span(*word.span()), "?", rule="Grammar.SpellCheck", spelling=True) for word in words]
    found.append(Finding(Span(0, 1), "?", rule="Grammar.Other"))
    session.take(Reading(session.revision, tuple(sorted(found, key=lambda finding: finding.span))))


def misspelt(session: Session) -> list[str]:
    return [session.words(mark.span) for mark in session.marks if mark.finding.spelling]


def test_a_word_that_was_learnt_is_not_reported_again_wherever_it_stands(session: Session, own: Path) -> None:
    step = session.learn(session.marks[1].id)
    assert step is not None
    assert step.title == "Add “blogzine” to your dictionary"
    assert words_in(own) == ["blogzine"]
    assert misspelt(session) == ["tieless"]
    assert not session.changed
    check(session)
    assert misspelt(session) == ["tieless"]


def test_undoing_takes_it_out_and_doing_again_puts_it_in(session: Session, own: Path) -> None:
    session.learn(session.marks[1].id)
    session.undo()
    assert words_in(own) == []
    assert misspelt(session) == ["blogzine", "blogzine", "Blogzine's", "tieless"]
    session.redo()
    assert words_in(own) == ["blogzine"]
    assert misspelt(session) == ["tieless"]


def test_undoing_leaves_a_word_that_was_there_before(session: Session, own: Path) -> None:
    own.write_text("blogzine\n")
    session.learn(session.marks[1].id)
    session.undo()
    assert words_in(own) == ["blogzine"]


def test_only_a_word_that_no_engine_knows_can_be_learnt(session: Session, own: Path) -> None:
    assert session.learn(session.marks[0].id) is None
    assert session.learn(999) is None
    assert not own.exists()


def test_a_dictionary_that_cannot_be_read_changes_nothing(session: Session, own: Path) -> None:
    own.write_bytes(b"caf\xe9\n")
    with pytest.raises(CopydeskError, match="cannot be read"):
        session.learn(session.marks[1].id)
    assert misspelt(session) == ["blogzine", "blogzine", "Blogzine's", "tieless"]
    assert session.undo() is None
