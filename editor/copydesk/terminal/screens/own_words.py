"""A small prompt: other words in the place of those marked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from copydesk.terminal.wording import one_line


class OwnWords(ModalScreen[str | None]):
    """Asks for words. Returns them, or None when it is called off."""

    BINDINGS = [Binding("escape", "call_off", show=False)]

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        with Vertical(classes="card") as card:
            card.border_title = "In your own words"
            yield Static(Content.from_markup("Instead of [bold]$words[/]", words=f"“{one_line(self._words)}”"))
            # What cannot be typed into one line is not put there to be typed over.
            yield Input(self._words if one_line(self._words) == self._words else "", select_on_focus=True)
            yield Static(
                Content.from_markup("[bold $accent]↵[/] change   [bold $accent]esc[/] cancel"), classes="answers"
            )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    def action_call_off(self) -> None:
        self.dismiss(None)
