"""An engine's memory: what was read before is not read again, here or from the disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from copydesk.article import Part, Source, Span, read
from copydesk.check.cache import RemarkCache
from copydesk.engines import Remark, remembered
from copydesk.engines.remembered import Remembered


class Letters:
    """An engine that remarks on every “z”, and knows what it was given to read."""

    name, version = "letters", "1"

    def __init__(self, *, alone: bool) -> None:
        self._alone = alone
        self.read: list[str] = []

    def texts(self, parts: Sequence[Part]) -> list[Sequence[Part]]:
        return [(part,) for part in parts] if self._alone else [parts]

    def start(self) -> None:
        pass

    def speaks(self, language: str) -> bool:
        return True

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        return ()

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        self.read += [part.words for part in parts]
        return [
            tuple(
                Remark(Span(at, at + 1), "Z", "A z.", ("s",), spelling=True)
                for at, letter in enumerate(part.words)
                if letter == "z"
            )
            for part in parts
        ]


def parts_of(*paragraphs: str) -> tuple[Part, ...]:
    return read(Source.from_text("\n\n".join(("Headline", *paragraphs)) + "\n", "a.txt")).parts


BEFORE = parts_of("The zoo opened.", "Many came.", "Many came.")
AFTER = parts_of("The zoo opened.", "Many zebras came.", "Many came.")


def test_of_an_article_only_the_changed_paragraph_is_read_again() -> None:
    letters = Letters(alone=True)
    one = Remembered(letters, "letters")
    one.check(BEFORE)
    assert letters.read == ["Headline", "The zoo opened.", "Many came."], "the same words once"
    letters.read.clear()
    assert one.check(AFTER) == Letters(alone=True).check(AFTER)
    assert letters.read == ["Many zebras came."]


def test_what_is_read_as_a_whole_is_read_again_as_a_whole() -> None:
    letters = Letters(alone=False)
    one = Remembered(letters, "letters")
    assert one.check(BEFORE) == one.check(BEFORE) == Letters(alone=False).check(BEFORE)
    assert len(letters.read) == len(BEFORE)
    one.check(AFTER)
    assert len(letters.read) == len(BEFORE) + len(AFTER)


@pytest.mark.parametrize("alone", [True, False])
def test_another_process_finds_it_on_the_disk(tmp_path: Path, alone: bool) -> None:
    said = Remembered(Letters(alone=alone), "letters", RemarkCache(tmp_path / "remarks.sqlite3")).check(BEFORE)
    letters = Letters(alone=alone)
    assert Remembered(letters, "letters", RemarkCache(tmp_path / "remarks.sqlite3")).check(BEFORE) == said
    assert letters.read == []
    Remembered(letters, "in another language", RemarkCache(tmp_path / "remarks.sqlite3")).check(BEFORE)
    assert letters.read


def test_a_store_that_cannot_be_used_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = RemarkCache(tmp_path / "file" / "remarks.sqlite3")
    assert Remembered(Letters(alone=True), "letters", store).check(BEFORE) == Letters(alone=True).check(BEFORE)
    assert "cannot be used" in store.problem


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_LIMIT", 20)
    letters = Letters(alone=True)
    one = Remembered(letters, "letters")
    for number in range(100):
        one.check(parts_of(f"It was told {number} times."))
    assert letters.read.count("Headline") == 1, "what is asked for again stays"
    one.check(parts_of("It was told 0 times."))
    assert letters.read.count("It was told 0 times.") == 2
