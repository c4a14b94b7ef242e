"""The command palette: every action of the key table, by name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Provider

from copydesk.terminal.keys import KEYS, Key

_NOT_LISTED = {"choose", "palette", "app.focus_next", "back"}


class Commands(Provider):
    """Offers the review screen's actions."""

    @property
    def _keys(self) -> list[Key]:
        return [key for key in KEYS if key.action not in _NOT_LISTED]

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        for key in self._keys:
            yield DiscoveryHit(f"{key.title}  ({key.shown})", partial(self._run, key), help=key.help)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        matcher = self.matcher(query)
        for key in self._keys:
            score = matcher.match(f"{key.title} {key.help}")
            if score > 0:
                yield Hit(
                    score, matcher.highlight(key.title), partial(self._run, key), help=f"{key.shown}  {key.help}"
                )

    async def _run(self, key: Key) -> None:
        await self.screen.run_action(key.action)
