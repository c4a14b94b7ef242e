"""An engine that remembers what it said of the same words: in this process, and on disk if there is a store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from copydesk.article import Part
from copydesk.engines.engine import Engine, Remark
from copydesk.engines.taken import most_unknown_of

_LIMIT = 20_000  # texts, of which the half is kept that was asked for last

Said = tuple[tuple[Remark, ...], ...]  # the remarks on each part of a text


class Store(Protocol):
    """Where remarks are kept from run to run. It raises nothing: `problem` says why it keeps nothing."""

    problem: str

    def get_many(self, keys: Iterable[str]) -> dict[str, Said]: ...
    def put_many(self, made: Mapping[str, Said]) -> None: ...
    def __hash__(self) -> int: ...


class Remembered:
    """An engine with a memory. `stamp` is everything but the words that its answers depend on.

    What it said is remembered text by text, as the engine has `texts` (see `Engine`): of a long article one changed
    paragraph, or the pages around it, is read again.
    """

    def __init__(self, engine: Engine, stamp: str, store: Store | None = None) -> None:
        self._engine = engine
        self._stamp = stamp
        self._store = store
        self._texts: Callable[[Sequence[Part]], list[Sequence[Part]]] = getattr(engine, "texts", _one_text)
        # Two generations: what is asked for moves into the young one, and when that is full the old one goes.
        self._young: dict[str, Said] = {}
        self._old: dict[str, Said] = {}

    @property
    def name(self) -> str:
        return self._engine.name

    @property
    def version(self) -> str:
        return self._engine.version

    @property
    def most_unknown(self) -> int:
        return most_unknown_of(self._engine)

    def rules(self) -> frozenset[str]:
        """Return the names of all rules of the engine; none if it does not know them."""
        known: Callable[[], frozenset[str]] = getattr(self._engine, "rules", frozenset)
        return known()

    def start(self) -> None:
        self._engine.start()

    def speaks(self, language: str) -> bool:
        return self._engine.speaks(language)

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        return self._engine.notices(parts)

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        """Return the remarks on each part, from memory where the same words were read before."""
        texts = self._texts(parts)
        keys = [self._key(text) for text in texts]
        said = self._recalled(keys)
        fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in said}
        said |= self._asked(fresh)
        if len(self._young) + len(said) > _LIMIT // 2:
            self._old, self._young = self._young, {}
        self._young |= said
        return [remarks for key in keys for remarks in said[key]]

    def _recalled(self, keys: Sequence[str]) -> dict[str, Said]:
        """Return what was said before, from this process or the store."""
        said: dict[str, Said] = {}
        for key in keys:
            known = self._young.get(key) or self._old.get(key)
            if known is not None:
                said[key] = known
        missing = [key for key in keys if key not in said]
        return said | self._store.get_many(missing) if self._store and missing else said

    def _asked(self, texts: Mapping[str, Sequence[Part]]) -> dict[str, Said]:
        if not texts:
            return {}
        if all(len(text) == 1 for text in texts.values()):
            answers = self._engine.check([part for text in texts.values() for part in text])
            said: dict[str, Said] = {key: (answer,) for key, answer in zip(texts, answers, strict=True)}
        else:
            said = {key: tuple(self._engine.check(text)) for key, text in texts.items()}
        if self._store:
            self._store.put_many(said)
        return said

    def _key(self, text: Sequence[Part]) -> str:
        digest = hashlib.blake2b(self._stamp.encode(), digest_size=16)
        for part in text:
            digest.update(b"\0" + part.words.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def _one_text(parts: Sequence[Part]) -> list[Sequence[Part]]:
    return [parts]
