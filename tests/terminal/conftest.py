"""A checker without rules, a session on a copy of the sample, and snapshots of the screen as text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copydesk.article import Edit, Source, Span, read
from copydesk.rules import Finding, Fix, Related, change_to
from copydesk.session import Job, Journal, Reading, Session
from copydesk.session.checker import Deliver
from copydesk.session.work import Failure, blocks_of
from copydesk.terminal.app import CopydeskApp

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "sudzha.txt"


def found(text: str) -> Iterator[Finding]:
    """What rules might say of the sample, by the simplest means: the tests are not about rules."""
    spelt = [Span(*match.span()) for match in re.finditer("Sudza|Sudja", text)]
    for span in spelt:
        words = text[slice(*span)]
        others = tuple(Related(o, f"spelt {text[slice(*o)]} here") for o in spelt if text[slice(*o)] != words)
        fixes = [change_to(span, form) for form in ("Sudzha", "Sudza", "Sudja") if form != words]
        fixes.append(Fix("Change every place to “Sudzha”", tuple(Edit(*o, "Sudzha") for o in spelt), everywhere=True))
        yield Finding(
            span,
            "This town is spelt two ways: Sudza and Sudja. Gazetteers have Sudzha.",
            others,
            tuple(fixes),
            confidence=0.95,
            evidence="GeoNames has Sudzha, 5,984 people, in Kursk Oblast",
            rule="Names.InconsistentSpelling",
            severity="warning",
        )
    for match in re.finditer("Kiev", text):
        span = Span(*match.span())
        fixed = (change_to(span, "Kyiv", safe=True),)
        yield Finding(span, "The house writes Kyiv.", (), fixed, rule="Names.OutdatedName", severity="error")
    for match in re.finditer(r"1,150 square kilometers(?! \()", text):
        span = Span(*match.span())
        fix = Fix("Add (444 square miles)", (Edit(span.end, span.end, " (444 square miles)"),))
        message = "Other distances here are given in miles too; this one is not."
        yield Finding(span, message, (), (fix,), rule="Units.MissingConversion", severity="warning")
    for match in re.finditer("the Russian city$", text, re.MULTILINE):
        message = "The headline speaks of “the Russian city”, but nothing above the text says which."
        yield Finding(Span(*match.span()), message, rule="Headline.UnnamedSubject", severity="warning")
    for match in re.finditer("last Wednesday", text):
        message = "“last Wednesday” may be yesterday or eight days ago."
        yield Finding(Span(*match.span()), message, rule="Dates.Ambiguous", severity="suggestion")
    for match in re.finditer("Because,", text):
        span = Span(*match.span())
        fixes = (Fix("Delete the comma", (Edit(span.end - 1, span.end, ""),), safe=True),)
        yield Finding(
            span, "No comma stands after “because”.", (), fixes, rule="Grammar.StrayComma", severity="error"
        )


class FakeChecker:
    """Checks at once, in this thread; or, while `held`, when `release` is called."""

    def __init__(self, find: Callable[[str], Iterator[Finding]] = found) -> None:
        self.find = find
        self.held = False
        self.jobs: list[Job] = []
        self.stopped = False
        self._deliver: Deliver | None = None

    def start(self, deliver: Deliver) -> None:
        self._deliver = deliver
        if not self.held:
            self.release()

    def ask(self, job: Job) -> None:
        self.jobs.append(job)
        if not self.held:
            self.release()

    def release(self) -> None:
        jobs, self.jobs = self.jobs, []
        if self._deliver is None:
            self.jobs = jobs
            return
        for job in jobs:
            self._deliver(self.reading(job))

    def reading(self, job: Job) -> Reading:
        article = read(Source.from_text(job.text, job.name))
        findings = sorted(self.find(job.text), key=lambda finding: finding.span)
        return Reading(
            job.revision,
            tuple(findings),
            blocks=blocks_of(article),
            reasons={finding.rule: "Readers who stumble stop trusting the desk." for finding in findings},
            engine="harper 0.2.0",
        )

    def fail(self, line: str) -> None:
        assert self._deliver is not None
        self._deliver(Failure(line))

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def checker() -> FakeChecker:
    return FakeChecker()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A copy of the sample."""
    return Path(shutil.copy(SAMPLE, tmp_path / "sudzha.txt"))


@pytest.fixture
def app(article: Path, checker: FakeChecker, tmp_path: Path) -> CopydeskApp:
    return app_on(article, checker, tmp_path)


def app_on(path: Path, checker: FakeChecker, state: Path, theme: str | None = "copydesk-dark") -> CopydeskApp:
    session = Session(read(Source.from_path(path)), path, Journal(path, state / "state"))
    checker.ask(session.job())
    return CopydeskApp(session, checker, theme)


@pytest.fixture
def open_app(checker: FakeChecker, tmp_path: Path) -> Callable[..., CopydeskApp]:
    """Opens any file in the editor, with the fake checker."""
    return lambda path, theme="copydesk-dark": app_on(path, checker, tmp_path, theme)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots of the screen anew")


@pytest.fixture
def matches_snapshot(request: pytest.FixtureRequest) -> Callable[[CopydeskApp, str], None]:
    """Compares the screen, as lines of text, with `snapshots/NAME.txt`."""

    def compare(app: CopydeskApp, name: str) -> None:
        path = Path(__file__).parent / "snapshots" / f"{name}.txt"
        seen = screen_text(app)
        if request.config.getoption("--update-snapshots", default=False):
            path.write_text(seen, encoding="utf-8")
        assert seen == path.read_text(encoding="utf-8"), f"run pytest tests/terminal --update-snapshots, see {path}"

    return compare


def screen_text(app: CopydeskApp) -> str:
    """Return what is on the screen, without styles."""
    strips = app.screen._compositor.render_strips()
    return "".join("".join(segment.text for segment in strip).rstrip() + "\n" for strip in strips)


@pytest.fixture
def seen() -> Callable[[CopydeskApp], str]:
    return screen_text
