"""A list of written lines, some of which can be clicked. Quick: nothing is laid out, only visible lines are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from copydesk.terminal.messages import Chosen
from copydesk.terminal.widgets.grounded import Grounded

Ink = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Line:
    """A line in inks, the ground under all of it, and the action that a click stands for."""

    inks: tuple[Ink, ...] = ()
    action: str = ""
    ground: Style | None = None

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.inks)


class Lines(Grounded, ScrollView):
    """Shows lines; scrolls if there are more than fit. Posts `Chosen` when one with an action is clicked."""

    FOCUS_ON_CLICK = False

    def __init__(self, *, id: str, can_focus: bool = False) -> None:
        super().__init__(id=id)
        self.can_focus = can_focus
        self._lines: Sequence[Line] = ()

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if lines == self._lines:
            return
        self._lines = lines
        self.virtual_size = Size(0, len(lines))
        self.refresh()

    def reveal(self, index: int) -> None:
        """Scroll so that a line is seen, with one on either side."""
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if index - 1 < top:
            self.scroll_to(y=max(0, index - 1), animate=False)
        elif index + 2 > top + height:
            self.scroll_to(y=index + 2 - height, animate=False)

    def render_line(self, y: int) -> Strip:
        width, ground = self.size.width, self.ground
        index = y + self.scroll_offset.y
        if index >= len(self._lines):
            return Strip.blank(width, ground)
        line = self._lines[index]
        if line.ground is not None:
            ground = ground + line.ground
        segments = [Segment(words, ground + ink) for words, ink in line.inks]
        return Strip(segments).adjust_cell_length(width, ground)

    def on_click(self, event: events.Click) -> None:
        inside = event.get_content_offset(self)
        index = inside.y + self.scroll_offset.y if inside is not None else -1
        if 0 <= index < len(self._lines) and self._lines[index].action:
            event.stop()
            self.post_message(Chosen(self._lines[index].action))
