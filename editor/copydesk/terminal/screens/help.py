"""The help: every key, by what one wants to do."""

from __future__ import annotations

from itertools import groupby

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from copydesk.rules import SEVERITIES
from copydesk.terminal.glyphs import SIGNS
from copydesk.terminal.keys import KEYS


class Help(ModalScreen[None]):
    """Shows the keys."""

    BINDINGS = [Binding("escape,q,question_mark,f1,enter,ctrl+q", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="card") as card:
            card.border_title = "Keys"
            card.border_subtitle = "esc closes"
            yield Static(_table())


def _table() -> Content:
    rows = []
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        rows.append(Content.styled(group, "bold"))
        rows += (
            Content.from_markup("[bold $accent]$shown[/]  $help", shown=f"{key.shown:>12}", help=key.help)
            for key in keys
        )
        rows.append(Content(""))
    signs = "   ".join(f"{SIGNS[severity]} {severity}" for severity in SEVERITIES)
    rows.append(Content(f"{'':>14}{signs}"))
    return Content("\n").join(rows)
