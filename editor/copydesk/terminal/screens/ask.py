"""A question over the page, answered with one key or a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

_MARGIN = "  "


class Reply(NamedTuple):
    """A possible answer: its key, what it says, and what the question returns."""

    key: str
    words: str
    value: str


class Ask(ModalScreen[str]):
    """Asks something. Returns the reply's value; the empty string when it is called off."""

    BINDINGS = [
        Binding("escape", "reply('')", show=False),
        Binding("enter", "first", show=False),
        Binding("q,ctrl+q", "reply('')", show=False),
    ]

    def __init__(self, title: str, question: str, replies: Sequence[Reply]) -> None:
        super().__init__()
        self._title, self._question, self._replies = title, question, replies

    def compose(self) -> ComposeResult:
        with Vertical(classes="card") as card:
            card.border_title = self._title
            yield Static(Content(self._question))
            yield Static(self._answers(), classes="answers")

    def _answers(self) -> Content:
        rows = []
        for index, reply in enumerate([*self._replies, Reply("esc", "Cancel", "")]):
            key = f"{reply.key} ↵" if index == 0 else reply.key
            row = Content.from_markup(
                f"[@click=screen.reply('{reply.value}')][bold $accent]{key:<5}[/]  $words[/]", words=reply.words
            )
            rows.append(row)
        return Content("\n").join(rows)

    def on_key(self, event: events.Key) -> None:
        for reply in self._replies:
            if event.character is not None and event.character.lower() == reply.key:
                event.stop()
                self.dismiss(reply.value)

    def action_reply(self, value: str) -> None:
        self.dismiss(value)

    def action_first(self) -> None:
        self.dismiss(self._replies[0].value)
