"""Draw the picture of the editor for the README: the sample, checked by the real rules, at one of its findings.

python tools/screenshot.py [docs/editor.svg] [--words Sudza] [--size 132x40] [--theme copydesk-dark]
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from copydesk.article import Source, read
from copydesk.check.settings import Settings
from copydesk.session import Session
from copydesk.session.checker import BackgroundChecker
from copydesk.terminal.app import CopydeskApp
from copydesk.terminal.screens.review import Review

ROOT = Path(__file__).parents[1]
_CELL = 12.2  # width of a character in the drawing
_TEXT = re.compile(r'(<text [^>]*?\bx=")([\d.]+)("[^>]*? textLength=")([\d.]+)("[^>]*>)([^<]*)(</text>)')
_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)  # fetched from elsewhere; any monospaced font will do
_BLANK = "&#160;"


def tidied(svg: str) -> str:
    """Return the drawing without fonts, and without blanks at the ends of words: viewers differ over both."""

    def shifted(match: re.Match[str]) -> str:
        head, x, between, length, tail, words, close = match.groups()
        before = behind = 0
        while words.startswith(_BLANK):
            words, before = words[len(_BLANK) :], before + 1
        while words.endswith(_BLANK):
            words, behind = words[: -len(_BLANK)], behind + 1
        if not words:
            return ""
        x = f"{float(x) + before * _CELL:.1f}"
        length = f"{float(length) - (before + behind) * _CELL:.1f}"
        return f"{head}{x}{between}{length}{tail}{words}{close}"

    return _TEXT.sub(shifted, _FONT.sub("", svg))


async def picture(words: str, size: tuple[int, int], theme: str) -> str:
    """Return the editor as SVG, looking at the finding on `words`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(ROOT / "samples" / "sudzha.txt", folder))
        session = Session(read(Source.from_path(path)), path)
        checker = BackgroundChecker(Settings())
        checker.ask(session.job())
        app = CopydeskApp(session, checker, theme)
        async with app.run_test(size=size) as pilot:
            while not session.fresh:
                await pilot.pause(0.05)
            for mark in session.marks:
                if session.words(mark.span) == words:
                    assert isinstance(app.screen, Review)
                    app.screen.action_select(mark.id)
                    break
            await pilot.pause(0.1)
            return tidied(app.export_screenshot(title="copydesk edit sudzha.txt"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "docs" / "editor.svg")
    parser.add_argument("--words", default="Sudza")
    parser.add_argument("--size", default="132x40")
    parser.add_argument("--theme", default="copydesk-dark")
    arguments = parser.parse_args()
    columns, rows = map(int, arguments.size.split("x"))
    arguments.out.parent.mkdir(exist_ok=True)
    arguments.out.write_text(
        asyncio.run(picture(arguments.words, (columns, rows), arguments.theme)), encoding="utf-8"
    )
    print(arguments.out)


if __name__ == "__main__":
    main()
