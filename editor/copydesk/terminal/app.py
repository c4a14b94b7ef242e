"""The terminal editor."""

from __future__ import annotations

import gc

from textual.app import App
from textual.binding import Binding

from copydesk.session import Session
from copydesk.session.checker import Checker
from copydesk.terminal.screens.review import Review
from copydesk.terminal.theme import DARK, LIGHT, THEMES, Inks, preferred


class CopydeskApp(App[None]):
    """Shows one session. `theme` is the name of a theme; by default the one that suits the terminal."""

    CSS_PATH = "styles.tcss"
    TITLE = "copydesk"
    COMMANDS = set()  # the review screen brings its own; changing to other themes or sizes is no business of a desk
    BINDINGS = [Binding("ctrl+q", "leave", show=False, priority=False)]

    def __init__(self, session: Session, checker: Checker, theme: str | None = None) -> None:
        super().__init__()
        self.session = session
        self._checker = checker
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme or preferred()
        self.inks = self._mixed()

    def _mixed(self) -> Inks:
        return Inks.of(self.current_theme, monochrome=self.no_color)

    def on_mount(self) -> None:
        self.title = self.session.path.name
        self.theme_changed_signal.subscribe(self, lambda _: self._repaint())
        self.push_screen(Review(self.session, self._checker))
        # What is there now stays to the end: the collector need not walk it between two key presses.
        if not self.is_headless:
            self.call_later(_settle_memory)

    def _repaint(self) -> None:
        self.inks = self._mixed()
        for screen in self.screen_stack:
            if isinstance(screen, Review):
                screen.show()

    def change_daylight(self) -> None:
        """Change between the light and the dark theme."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def action_leave(self) -> None:
        """Quit, but never past a question that is still open."""
        if isinstance(self.screen, Review):
            self.screen.action_quit()

    async def action_quit(self) -> None:
        self.action_leave()

    def on_unmount(self) -> None:
        self._checker.stop()


def _settle_memory() -> None:
    gc.collect()
    gc.freeze()
