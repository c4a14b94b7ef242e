"""Saving: what was not edited is the same byte for byte, and nobody's changes are lost."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.article import Span
from copydesk.check.stets import read_stets
from copydesk.session import Reading, SaveRefused, Session

Open = Callable[[Path], Session]


def refusal(session: Session) -> SaveRefused:
    with pytest.raises(SaveRefused) as caught:
        session.save()
    return caught.value


def test_only_the_edited_words_differ(session: Session, path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o640)
    session.accept(session.marks[0].id)
    session.save()
    assert path.read_bytes() == b"Kyiv" + before[4:]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert not session.changed


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfKiev\r\nin two\rlines\n",
        "Kiev\r\nin œuvre\u2028and more".encode("utf-16"),
        "Kiev caf\xe9 and Kiev, a long line of plain words\r\n".encode("cp1252"),
    ],
    ids=["mark and mixed line ends", "utf-16", "cp1252"],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, open_session: Open, raw: bytes) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(raw)
    session = open_session(path)
    session.replace(Span(0, 4), "Lviv")
    session.save()
    code = "utf-16-le" if raw.startswith(b"\xff\xfe") else "ascii"
    assert path.read_bytes() == raw.replace("Kiev".encode(code), "Lviv".encode(code), 1)


def test_undo_after_saving_makes_the_session_unsaved_again(session: Session, path: Path) -> None:
    before = path.read_bytes()
    session.accept(session.marks[0].id)
    session.save()
    session.undo()
    assert session.changed
    session.save()
    assert path.read_bytes() == before


def test_a_file_changed_by_someone_else_is_not_overwritten_unasked(session: Session, path: Path) -> None:
    session.accept(session.marks[0].id)
    path.write_text("Somebody else's words")
    refused = refusal(session)
    assert refused.reason == "changed"
    assert refused.remedy == "Overwrite it"
    assert path.read_text() == "Somebody else's words"
    assert session.changed
    session.save({"changed"})
    assert path.read_text().startswith("Kyiv and Kiev")
    assert not session.changed


def test_a_file_that_went_away_is_written_again_only_if_asked(session: Session, path: Path) -> None:
    session.accept(session.marks[0].id)
    path.unlink()
    assert refusal(session).reason == "missing"
    session.save({"missing"})
    assert path.exists()


def test_a_read_only_file_is_left_alone_unless_asked(session: Session, path: Path) -> None:
    session.accept(session.marks[0].id)
    path.chmod(0o444)
    refused = refusal(session)
    assert refused.reason == "read-only"
    assert str(refused) == "article.txt is read-only."
    session.save({"read-only"})
    assert path.read_text().startswith("Kyiv")


def test_a_character_that_the_encoding_lacks(tmp_path: Path, open_session: Open) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"Kiev caf\xe9 and a long line of plain English words")
    session = open_session(path)
    session.replace(Span(0, 4), "Київ")
    refused = refusal(session)
    assert refused.reason == "encoding"
    assert "“К” (U+041A) cannot be written in the file's encoding, cp1252" in str(refused)
    assert refused.remedy == "Save as UTF-8"
    session.save({"encoding"})
    assert path.read_text(encoding="utf-8") == session.text


def test_what_stands_is_kept_beside_the_article_when_it_is_saved(session: Session, path: Path) -> None:
    before = path.read_bytes()
    stets = path.with_name("stet.toml")
    session.dismiss(session.marks[0].id)
    assert not stets.exists()
    session.save()
    assert not session.changed
    assert 'words = "Kiev"' in stets.read_text()
    assert path.read_bytes() == before
    session.undo()
    assert session.changed
    session.save()
    assert not stets.exists()


def test_what_the_stet_file_silences_comes_back_when_its_dismissal_is_undone(session: Session, find) -> None:  # type: ignore[no-untyped-def]
    from copydesk.session import Reading

    mark = session.marks[0]
    session.dismiss(mark.id)
    session.save()
    session.undo()
    finding, *others = find(session.text)
    session.take(Reading(session.revision, tuple(others), stetted=(finding,)))
    assert session.mark(mark.id) is not None


def test_a_dismissal_whose_words_were_edited_is_no_longer_kept(session: Session, path: Path) -> None:
    session.dismiss(session.marks[0].id)
    session.save()
    session.replace(Span(0, 4), "Odesa")
    session.save()
    assert not path.with_name("stet.toml").exists()
    session.undo()
    session.save()
    assert path.with_name("stet.toml").exists()


def test_one_answer_lets_all_stand_that_is_said_of_the_fault(session: Session, path: Path) -> None:
    mark = session.marks[0]
    other = replace(mark.finding, rule="Names.Other")
    told = replace(mark.finding, also=(other,))
    session.take(Reading(session.revision, (told,)))
    session.replace(Span(len(session.text), len(session.text)), "More.\n")
    session.dismiss(session.marks[0].id)
    session.save()
    rules = [stet.rule for stet in read_stets(path.with_name("stet.toml"))]
    assert rules == ["Names.Old", "Names.Other"]
    session.undo()
    session.save()
    assert not path.with_name("stet.toml").exists()


def test_a_link_stays_a_link(tmp_path: Path, path: Path, open_session: Open) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    session = open_session(link)
    session.accept(session.marks[0].id)
    session.save()
    assert link.is_symlink()
    assert path.read_text().startswith("Kyiv")
