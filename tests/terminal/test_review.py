"""An editor at work on the sample."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from copydesk.article import Span
from copydesk.rules import Finding, Related
from copydesk.session import Journal
from copydesk.terminal.app import CopydeskApp
from copydesk.terminal.screens.ask import Ask
from copydesk.terminal.screens.help import Help
from copydesk.terminal.screens.own_words import OwnWords
from copydesk.terminal.screens.review import Review
from copydesk.terminal.widgets.lines import Lines

WIDE = (120, 40)
Seen = Callable[[CopydeskApp], str]
Open = Callable[..., CopydeskApp]


def here(app: CopydeskApp) -> str:
    """Return the words of the current finding."""
    review = app.screen_stack[1]
    assert isinstance(review, Review)
    mark = review.walk_.current
    return app.session.words(mark.span) if mark else ""


@asynccontextmanager
async def opened(app: CopydeskApp, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """Run the app until its first screen stands."""
    async with app.run_test(size=size, notifications=True) as pilot:
        for _ in range(100):
            await pilot.pause()
            if len(app.screen_stack) > 1 and app.session.checked >= 0:
                break
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_walking_accepting_and_saving_changes_only_those_words(app: CopydeskApp, article: Path) -> None:
    before = article.read_text()
    async with opened(app, size=WIDE) as pilot:
        await pilot.pause()
        assert here(app) == "the Russian city"
        await press(pilot, "n")
        assert here(app) == "Sudza"
        await press(pilot, "a")
        assert here(app) == "Kiev"
        await press(pilot, "enter", "s")
    assert article.read_text() == before.replace("Sudza", "Sudzha", 1).replace("Kiev", "Kyiv", 1)


async def test_change_all_undo_redo_save(app: CopydeskApp, article: Path) -> None:
    before = article.read_bytes()
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "A")
        changed = app.session.text
        assert "Sudza" not in changed
        assert "Sudja" not in changed
        assert changed.count("Sudzha") == 4
        await press(pilot, "u")
        assert app.session.text.encode() == before
        assert here(app) == "Sudza"
        await press(pilot, "ctrl+r", "u", "U", "ctrl+s")
        assert article.read_bytes() == before.replace(b"Sudza", b"Sudzha").replace(b"Sudja", b"Sudzha")
        assert not app.session.changed


async def test_another_suggestion_is_shown_first_and_then_made(app: CopydeskApp, seen: Seen) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "2")
        assert "town of Sudza Sudja less" in seen(app)
        assert "town of Sudza less" in app.session.text
        await press(pilot, "2")
        assert "town of Sudja less" in app.session.text
        await press(pilot, "7")
        assert "There is no suggestion 7." in seen(app)


async def test_letting_stand(app: CopydeskApp, article: Path, seen: Seen) -> None:
    before = article.read_bytes()
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "d")
        assert "12" in str(app.screen.query_one("#list", Lines).border_title)
        assert "unsaved" in seen(app)
        await press(pilot, "u")
        assert here(app) == "the Russian city"
        await press(pilot, "U", "s")
    assert article.read_bytes() == before
    assert 'rule = "Headline.UnnamedSubject"' in article.with_name("stet.toml").read_text()


async def test_going_round_first_and_last(app: CopydeskApp, seen: Seen) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "p")
        assert "Round to the end." in seen(app)
        assert here(app) == "Kiev"
        await press(pilot, "down")
        assert "From the top again." in seen(app)
        await press(pilot, "G")
        assert here(app) == "Kiev"
        await press(pilot, "g")
        assert here(app) == "the Russian city"


async def test_related_places(app: CopydeskApp, seen: Seen) -> None:
    async with opened(app, size=(80, 24)) as pilot:
        await press(pilot, "r")
        assert "No other places" in seen(app)
        await press(pilot, "n", "r")
        assert "esc goes back" in seen(app)
        assert "8  Sirski" in seen(app)
        assert "town of" not in seen(app)
        await press(pilot, "r")
        assert "town of Sudza Sudzha less" in seen(app)
        await press(pilot, "r", "escape")
        assert here(app) == "Sudza"


async def test_the_storys_sentence_is_read_beside_the_headline(
    open_app: Open, tmp_path: Path, seen: Seen, checker
) -> None:  # type: ignore[no-untyped-def]
    sentence = "Mayor Ana Ruiz told reporters that 11 villages in Loreto had been cut off since the morning."
    path = tmp_path / "flood.txt"
    path.write_text("Flood reaches 12 villages in Loreto\n\n" + "It rained.\n\n" * 30 + sentence + "\n")

    def find(text: str) -> Iterator[Finding]:
        start = text.index(sentence)
        related = (Related(Span(start, start + len(sentence))),)
        yield Finding(
            Span(14, 16), "“12” stands nowhere.", related, rule="Headline.UnsupportedNumber", severity="warning"
        )

    checker.find = find
    app = open_app(path)
    async with opened(app, size=WIDE) as pilot:
        await pilot.pause()
        rows = seen(app).splitlines()
        assert any("Flood reaches 12 villages" in row for row in rows)
        shown = " ".join(" ".join(row.partition("▏")[2].split()) for row in rows)
        assert sentence in shown


async def test_no_suggestion_is_said(app: CopydeskApp, seen: Seen) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "a")
        assert "No suggestion here" in seen(app)
        await press(pilot, "A", "u")
        assert "Nothing to undo." in seen(app)
        await press(pilot, "U")
        assert "Nothing to do again." in seen(app)


async def test_own_words(app: CopydeskApp) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "e")
        assert isinstance(app.screen, OwnWords)
        await press(pilot, "escape")
        assert not app.session.changed
        await press(pilot, "e", *"Sudzha", "enter")
        assert app.session.text.startswith("Zelensky claims to occupy Sudzha\n")
        assert here(app) == "Sudza"


async def test_everything_answered_is_a_calm_sight(open_app: Open, tmp_path: Path, seen: Seen) -> None:
    path = tmp_path / "short.txt"
    path.write_text("A headline\n\nKiev and Kiev.\n")
    app = open_app(path)
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "a", "d")
        assert "✓ Nothing left to look at" in seen(app)
        assert "1 changed, 1 let stand." in seen(app)
        assert "✓ The article bears it out." in seen(app)
        await press(pilot, "a", "A", "d", "e", "n", "p", "r", "g", "1", "u")
        assert here(app) == "Kiev"


async def test_before_the_first_answer(app: CopydeskApp, checker, seen: Seen) -> None:  # type: ignore[no-untyped-def]
    checker.held = True
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.1)
        assert "Checking…" in seen(app)
        await press(pilot, "n", "a", "d")
        checker.release()
        await pilot.pause()
        assert "Checking…" not in seen(app)
        assert here(app) == "the Russian city"


async def test_findings_that_come_late_do_not_move_the_editor(app: CopydeskApp, checker) -> None:  # type: ignore[no-untyped-def]
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n")
        checker.held = True
        await press(pilot, "a", "a")
        assert here(app) == "last Wednesday"
        checker.release()
        await pilot.pause()
        assert here(app) == "last Wednesday"
        assert app.session.fresh


async def test_a_checker_that_fails_is_reported(app: CopydeskApp, checker, seen: Seen) -> None:  # type: ignore[no-untyped-def]
    async with opened(app, size=WIDE) as pilot:
        await pilot.pause()
        checker.fail("The checks stopped working.")
        await pilot.pause()
        assert "The checks stopped working." in seen(app)
        await press(pilot, "n", "a")
        assert "The checks stopped working." not in seen(app)


async def test_quitting_with_nothing_unsaved(app: CopydeskApp, checker) -> None:  # type: ignore[no-untyped-def]
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "q")
    assert checker.stopped


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting_asks(app: CopydeskApp, article: Path, key: str) -> None:
    before = article.read_bytes()
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "a", key)
        assert isinstance(app.screen, Ask)
        await press(pilot, "escape")
        assert isinstance(app.screen, Review)
        await press(pilot, key, "ctrl+q")
        assert isinstance(app.screen, Review), "a second quit calls the question off"
        await press(pilot, key, "d")
    assert article.read_bytes() == before


async def test_save_and_quit(app: CopydeskApp, article: Path) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "a", "q", "s")
    assert "Sudzha" in article.read_text()


async def test_a_file_changed_on_disk(app: CopydeskApp, article: Path, seen: Seen) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "a")
        article.write_text("Someone else's\n")
        await press(pilot, "s")
        assert "was changed by someone else" in seen(app)
        await press(pilot, "escape")
        assert article.read_text() == "Someone else's\n"
        assert "Not saved." in seen(app)
        await press(pilot, "q", "s", "w")
    assert "Sudzha" in article.read_text()


async def test_a_read_only_file(app: CopydeskApp, article: Path, seen: Seen) -> None:
    article.chmod(0o444)
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "a", "q", "s")
        assert "sudzha.txt is read-only." in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, Review), "still open: nothing is lost"
        assert app.session.changed
        await press(pilot, "s", "enter")
        assert not app.session.changed


async def test_a_disk_that_refuses(app: CopydeskApp, monkeypatch: pytest.MonkeyPatch, seen: Seen) -> None:
    from copydesk.errors import CopydeskError

    def refuse(*_: object) -> None:
        raise CopydeskError("sudzha.txt: cannot be written: No space left on device")

    monkeypatch.setattr("copydesk.session.saving.write_atomically", refuse)
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n", "a", "s")
        await pilot.pause(0.2)
        assert "No space left" in seen(app)
        assert app.session.changed


async def test_unsaved_work_is_offered(open_app: Open, article: Path, tmp_path: Path, seen: Seen) -> None:
    first = open_app(article)
    async with opened(first, size=WIDE) as pilot:
        await press(pilot, "n", "a")
        first.session.keep_recovery()
    second = open_app(article)
    async with opened(second, size=WIDE) as pilot:
        await pilot.pause()
        assert "There is work from" in seen(second)
        await press(pilot, "t")
        assert "Sudzha" in second.session.text
        assert second.session.changed
        await press(pilot, "u")
        assert not second.session.changed
        await press(pilot, "q")
    assert Journal(article, tmp_path / "state").find(second.session.source) is None


async def test_unsaved_work_can_be_forgotten(open_app: Open, article: Path, seen: Seen) -> None:
    first = open_app(article)
    async with opened(first, size=WIDE) as pilot:
        await press(pilot, "n", "a")
        first.session.keep_recovery()
    second = open_app(article)
    async with opened(second, size=WIDE) as pilot:
        await press(pilot, "f")
        assert second.session.recoverable() is None


async def test_the_mouse(app: CopydeskApp) -> None:
    async with opened(app, size=WIDE) as pilot:
        await pilot.pause()
        await pilot.click("#list", offset=(10, 3))
        await pilot.pause()
        assert here(app) == "Kiev"
        await pilot.click("#page", offset=(8 + 17, 10))  # “Sudza” in line 4
        await pilot.pause()
        assert here(app) == "Sudza"
        await pilot.click("#details", offset=(8, 8))
        await pilot.pause()
        review = app.screen
        assert isinstance(review, Review)
        assert review.walk_.choice == 1
        await pilot.click("#keys", offset=(18, 0))  # accept
        await pilot.pause()
        assert app.session.text.count("Sudja") == 2
        await pilot.click("#page", offset=(60, 2))  # nothing there
        await pilot.pause()
        assert here(app) == "Kiev"


async def test_help_and_palette(app: CopydeskApp, seen: Seen) -> None:
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Help)
        assert "Stet: it is not reported again" in seen(app)
        await press(pilot, "escape", "ctrl+p")
        await press(pilot, *"first")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Review)


async def test_light_and_dark(app: CopydeskApp) -> None:
    async with opened(app, size=WIDE) as pilot:
        dark = app.inks
        await press(pilot, "t")
        assert app.inks != dark
        await press(pilot, "t")
        assert app.inks == dark


async def test_a_small_window_and_a_window_that_changes(app: CopydeskApp, seen: Seen) -> None:
    async with opened(app, size=(40, 10)) as pilot:
        await press(pilot, "n", "n", "pagedown", "pageup", "space")
        await pilot.resize_terminal(160, 50)
        await pilot.pause(0.2)
        assert "Kiev Kyiv forces" in seen(app)
        await pilot.resize_terminal(20, 6)
        await pilot.pause(0.2)


async def test_without_colour(article: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch, seen: Seen) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = open_app(article)
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n")
        assert "Sudza→Sudzha" in seen(app)
        styles = {
            segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if "Kiev" in segment.text and segment.style
        }
        assert any(style.underline and style.bold for style in styles)


async def test_control_characters_and_wide_ones(open_app: Open, tmp_path: Path, seen: Seen) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("標題 \x1b[2J headline\n\n基輔 Kiev\x07 é 👩‍🚒 and Kiev.\n", encoding="utf-8")
    app = open_app(path)
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n")
        text = seen(app)
        assert "標題 ␛[2J headline" in text
        assert "\x1b" not in text
        await press(pilot, "a")
        assert app.session.text.endswith("and Kyiv.\n")


async def test_pictures_made_of_several_leave_the_border_where_it_is(open_app: Open, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("Kiev 👩‍🚒 wins\n\nIn Kiev 👩‍👩‍👧 and 🏳️‍🌈 ❤️ 👍🏽 met Kiev👩‍🚒Kiev.\n", encoding="utf-8")
    app = open_app(path)
    async with opened(app, size=WIDE) as pilot:
        await press(pilot, "n")
        for strip in app.screen._compositor.render_strips():
            assert sum(cell_len(character) for segment in strip for character in segment.text) == WIDE[0]


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("opened-80x24", (80, 24), ["n"]),
        ("opened-120x40", (120, 40), ["n"]),
        ("opened-160x50", (160, 50), ["n", "n", "n", "n"]),
        ("related-120x40", (120, 40), ["n", "r"]),
        ("help-120x40", (120, 40), ["question_mark"]),
        ("quit-80x24", (80, 24), ["n", "a", "q"]),
    ],
)
async def test_what_is_seen(  # type: ignore[no-untyped-def]
    app: CopydeskApp, matches_snapshot, name: str, size: tuple[int, int], keys: list[str]
) -> None:
    async with opened(app, size=size) as pilot:
        await press(pilot, *keys)
        await pilot.pause(0.3)
        app.screen.refresh()
        await pilot.pause(0.1)
        matches_snapshot(app, name)


async def test_one_key_puts_a_word_into_the_editors_dictionary(
    open_app: Open, checker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seen: Seen
) -> None:
    own = tmp_path / "dictionary.txt"
    monkeypatch.setattr("copydesk.check.dictionary.personal", lambda: own)

    def found(text: str) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "No article.", rule="Grammar.Article", severity="warning")
        for match in re.finditer("blogzine", text):
            yield Finding(Span(*match.span()), "?", rule="Grammar.SpellCheck", severity="warning", spelling=True)

    checker.find = found
    article = tmp_path / "a.txt"
    article.write_text("A headline\n\nTheir blogzine is older than any blogzine.\n")
    app = open_app(article)
    async with opened(app, size=WIDE) as pilot:
        await pilot.pause()
        await press(pilot, "w")
        assert "Only a word that is in no dictionary" in seen(app)
        await press(pilot, "n")
        assert "adds it to your dictionary" in seen(app)
        await press(pilot, "w")
        assert own.read_text() == "blogzine\n"
        assert [mark.finding.rule for mark in app.session.marks] == ["Grammar.Article"]
        await press(pilot, "u")
        assert own.read_text() == ""
        assert len(app.session.marks) == 3
        own.write_bytes(b"\xff\n")
        await press(pilot, "w")
        assert len(app.session.marks) == 3
    assert article.read_text() == "A headline\n\nTheir blogzine is older than any blogzine.\n"
