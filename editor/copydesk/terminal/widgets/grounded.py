"""A widget that works out once what it is painted on."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class Grounded(Widget):
    """Keeps its style until that changes; the framework's `rich_style` mixes it anew for every line."""

    _ground: Style | None = None

    @property
    def ground(self) -> Style:
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def notify_style_update(self) -> None:
        self._ground = None
        super().notify_style_update()
