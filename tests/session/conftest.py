"""Sessions on small texts, and readings of them by the simplest of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.article import Edit, Source, Span, read
from copydesk.rules import Finding, Fix, change_to
from copydesk.session import Journal, Reading, Session
from copydesk.session.work import blocks_of

TEXT = "Kiev and Kiev again\n\nThe Kiev cake, because, of Kiev's bakers. Teh end.\n"


def findings_in(text: str) -> tuple[Finding, ...]:
    """Kiev → Kyiv, teh → the, and a comma behind “because”."""
    found = [
        Finding(Span(*m.span()), "Kyiv, now", fixes=(change_to(Span(*m.span()), "Kyiv"),), rule="Names.Old")
        for m in re.finditer("Kiev", text)
    ]
    for m in re.finditer("Teh", text):
        span = Span(*m.span())
        found.append(Finding(span, "?", fixes=(change_to(span, "The"), change_to(span, "Ten")), rule="Grammar.Teh"))
    for m in re.finditer("because(,)", text):
        fix = Fix("Delete the comma", (Edit(*m.span(1), ""),))
        found.append(Finding(Span(*m.span()), "no comma", fixes=(fix,), rule="Grammar.Comma"))
    return tuple(sorted(found, key=lambda finding: finding.span))


def check(session: Session, *, complete: bool = True) -> None:
    """Take what a check of the session's text as it is now would find."""
    job = session.job()
    blocks = blocks_of(read(Source.from_text(job.text, job.name))) if job.text.strip() else ()
    session.take(Reading(job.revision, findings_in(job.text), blocks=blocks, complete=complete))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def open_session(tmp_path: Path) -> Callable[[Path], Session]:
    def opened(path: Path) -> Session:
        session = Session(read(Source.from_path(path)), path, Journal(path, tmp_path / "state" / "recovery"))
        check(session)
        return session

    return opened


@pytest.fixture
def session(path: Path, open_session: Callable[[Path], Session]) -> Session:
    return open_session(path)


@pytest.fixture(scope="session")
def recheck() -> Callable[..., None]:
    return check


@pytest.fixture(scope="session")
def find() -> Callable[[str], tuple[Finding, ...]]:
    return findings_in
