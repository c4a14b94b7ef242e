"""Unsaved work survives a crash, is the user's alone, and goes when it is saved."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from copydesk.session import Journal, Session

Open = Callable[[Path], Session]


def kept_files(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "state" / "recovery").glob("*"))


def test_unsaved_work_is_offered_again(session: Session, path: Path, open_session: Open) -> None:
    session.accept(session.marks[0].id)
    session.dismiss(session.marks[0].id)
    session.keep_recovery()
    again = open_session(path)
    recovered = again.recoverable()
    assert recovered is not None
    assert recovered.same_file
    again.recover(recovered)
    assert again.text == session.text
    assert again.changed
    assert len(again.dismissed) == 1
    again.undo()
    assert again.text == path.read_text()
    assert not again.changed


def test_what_was_dismissed_is_dismissed_again(
    session: Session, path: Path, open_session: Open, recheck: Callable[..., None]
) -> None:
    session.dismiss(session.marks[0].id)
    session.keep_recovery()
    again = open_session(path)
    recovered = again.recoverable()
    assert recovered is not None
    again.recover(recovered)
    recheck(again)
    assert len(again.marks) == 5
    assert again.words(again.marks[0].span) == "Kiev"
    assert again.marks[0].span.start == 9


def test_the_folder_and_the_file_are_the_users_alone(session: Session, tmp_path: Path) -> None:
    session.accept(session.marks[0].id)
    session.keep_recovery()
    (file,) = kept_files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_saving_forgets_it(session: Session, path: Path, tmp_path: Path, open_session: Open) -> None:
    session.accept(session.marks[0].id)
    session.keep_recovery()
    session.save()
    assert kept_files(tmp_path) == []
    assert open_session(path).recoverable() is None


def test_undoing_everything_forgets_it(session: Session, tmp_path: Path) -> None:
    session.accept(session.marks[0].id)
    session.keep_recovery()
    session.undo()
    session.keep_recovery()
    assert kept_files(tmp_path) == []


def test_work_older_than_a_changed_file_is_not_offered(session: Session, path: Path, open_session: Open) -> None:
    session.accept(session.marks[0].id)
    session.keep_recovery()
    path.write_text("A new version, from elsewhere")
    os.utime(path, (time.time() + 60, time.time() + 60))
    assert open_session(path).recoverable() is None
    os.utime(path, (time.time() - 60, time.time() - 60))
    recovered = open_session(path).recoverable()
    assert recovered is not None
    assert not recovered.same_file


def test_a_broken_recovery_file_is_ignored(session: Session, path: Path, tmp_path: Path, open_session: Open) -> None:
    session.accept(session.marks[0].id)
    session.keep_recovery()
    (file,) = kept_files(tmp_path)
    for broken in ("", "[]", '{"text": 1}', "\udc00".encode("utf-8", "surrogatepass").decode("latin-1")):
        file.write_text(broken)
        assert open_session(path).recoverable() is None


def test_what_was_kept_long_ago_goes(session: Session, tmp_path: Path) -> None:
    session.accept(session.marks[0].id)
    session.keep_recovery()
    stale = tmp_path / "state" / "recovery" / "0123.json"
    stale.write_text("{}")
    os.utime(stale, (0, 0))
    session.forget_recovery()
    assert kept_files(tmp_path) == []


def test_each_article_has_a_recovery_file_of_its_own(tmp_path: Path) -> None:
    one, other = Journal(tmp_path / "a.txt", tmp_path), Journal(tmp_path / "b.txt", tmp_path)
    assert one.path != other.path
    assert Journal(tmp_path / "x" / ".." / "a.txt", tmp_path).path == one.path


def test_without_a_journal_nothing_is_kept(session: Session, path: Path) -> None:
    from copydesk.article import Source, read

    bare = Session(read(Source.from_path(path)), path)
    bare.keep_recovery()
    bare.forget_recovery()
    assert bare.recoverable() is None
