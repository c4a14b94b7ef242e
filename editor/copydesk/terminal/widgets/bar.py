"""One row across the screen: words on the left, words on the right, some of which can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from copydesk.terminal.messages import Chosen
from copydesk.terminal.widgets.grounded import Grounded


class Item(NamedTuple):
    """Some words of a bar, and the action that a click on them stands for."""

    words: str
    style: Style
    action: str = ""


class Bar(Grounded):
    """A row of items. Where there is no room for all, the left ones are cut."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: Sequence[Item] = ()
        self._right: Sequence[Item] = ()

    def show(self, left: Sequence[Item], right: Sequence[Item] = ()) -> None:
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        ground, width = self.ground, self.size.width
        if y:
            return Strip.blank(width, ground)
        right = Strip([Segment(item.words, ground + item.style) for item in self._right])
        left = Strip([Segment(item.words, ground + item.style) for item in self._left])
        room = max(0, width - right.cell_length)
        return Strip.join([left.adjust_cell_length(room, ground), right]).adjust_cell_length(width, ground)

    def on_click(self, event: events.Click) -> None:
        width = sum(cell_len(item.words) for item in self._right)
        cell = 0 if event.x < self.size.width - width else self.size.width - width
        for item in self._right if cell else self._left:
            cell += cell_len(item.words)
            if event.x < cell:
                if item.action:
                    self.post_message(Chosen(item.action))
                return
