#!/usr/bin/env python3
"""Score who is who: chains of mentions labelled by hand against those of `copydesk.facts.mentions`.

    python evals/chains.py SET.jsonl [--show 40] [--kind person]

A row of the set has `id`, `text` (the headline is its first line) and `chains`: each with `kind` (person,
organisation, place), `name`, and `mentions`, of which each has `text` and `nth`, the number of its whole-word
occurrence.

A chain and one of our entities are a pair where they share most mentions, each in one pair at most. A labelled
mention is right where it is in its chain's entity (recall); of the mentions of paired entities those are right that
the chain has (precision). B-cubed (Bagga and Baldwin, 1998) counts the same over all mentions without pairs.
Two mentions are one where they begin or end alike and one holds the other, so that a title more or less is no miss.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from copydesk.article import Source, Span, read
from copydesk.facts import mentions

KINDS = {"person": "people", "organisation": "organisations", "place": "places"}


class Chain(NamedTuple):
    """A labelled chain: what it is of, and where its mentions are."""

    kind: str
    name: str
    spans: tuple[Span, ...]


class Miss(NamedTuple):
    """A mention that is wrong: labelled and not found, or found and not labelled."""

    row: str
    what: str
    name: str
    around: str


class Tally:
    """What is counted for one kind."""

    def __init__(self) -> None:
        self.labelled = self.found = self.ours = self.ours_right = self.without = 0
        self.cubed_recall: list[float] = []
        self.cubed_precision: list[float] = []
        self.misses: list[Miss] = []

    def line(self, kind: str) -> str:
        recall, precision = _share(self.found, self.labelled), _share(self.ours_right, self.ours)
        cubed = _mean(self.cubed_precision), _mean(self.cubed_recall)
        return (
            f"{kind}: mentions right {self.found} of {self.labelled} ({recall:.3f}), precision {precision:.3f}, "
            f"F {_harmonic(precision, recall):.3f}; B-cubed P {cubed[0]:.3f} R {cubed[1]:.3f} F "
            f"{_harmonic(*cubed):.3f}; entities without a chain {self.without}"
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def chains_of(row: dict[str, Any]) -> list[Chain]:
    """Return the chains of a row. Raises ValueError for a mention that its text does not have."""
    found = []
    for chain in row["chains"]:
        spans = tuple(_placed(row, mention["text"], mention["nth"]) for mention in chain["mentions"])
        found.append(Chain(chain["kind"], chain["name"], spans))
    return found


def _placed(row: dict[str, Any], text: str, nth: int) -> Span:
    places = [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", row["text"])]
    if nth > len(places):
        raise ValueError(f"{row['id']}: “{text}” is not there {nth} times")
    span = places[nth - 1]
    return Span(span.start, span.end - 2) if text.endswith(("'s", "’s")) else span


def is_one(one: Span, other: Span) -> bool:
    """Whether two spans are one mention: they begin or end alike, and one holds the other."""
    return (one.start == other.start or one.end == other.end) and (one.contains(other) or other.contains(one))


def score(row: dict[str, Any], tallies: dict[str, Tally]) -> None:
    """Count one row."""
    read_as = read(Source.from_text(row["text"], "row.txt")).facts(mentions)
    for kind, attribute in KINDS.items():
        gold = [chain for chain in chains_of(row) if chain.kind == kind]
        ours = [tuple(mention.span for mention in one.mentions) for one in getattr(read_as, attribute)]
        _count(row, gold, ours, tallies[kind])


def _count(row: dict[str, Any], gold: Sequence[Chain], ours: Sequence[Sequence[Span]], tally: Tally) -> None:
    shared = Counter[tuple[int, int]]()
    held: dict[tuple[int, int], set[int]] = {}
    for number, chain in enumerate(gold):
        for other, spans in enumerate(ours):
            right = {at for at, span in enumerate(chain.spans) if any(is_one(span, mine) for mine in spans)}
            if right:
                shared[number, other], held[number, other] = len(right), right
    pairs: dict[int, int] = {}
    for (number, other), _ in shared.most_common():
        if number not in pairs and other not in pairs.values():
            pairs[number] = other
    tally.without += sum(not any(key[1] == other for key in shared) for other in range(len(ours)))
    for number, chain in enumerate(gold):
        other = pairs.get(number, -1)
        right = held.get((number, other), set())
        mine = ours[other] if other >= 0 else ()
        extra = [span for span in mine if not any(is_one(span, one) for one in chain.spans)]
        tally.labelled += len(chain.spans)
        tally.found += len(right)
        tally.ours += len(mine)
        tally.ours_right += len(mine) - len(extra)
        _cube(number, chain, held, ours, tally)
        missed = [span for at, span in enumerate(chain.spans) if at not in right]
        tally.misses += _misses(row, chain.name, "missed", missed)
        tally.misses += _misses(row, chain.name, "wrong", extra)


def _cube(
    number: int, chain: Chain, held: dict[tuple[int, int], set[int]], ours: Sequence[Sequence[Span]], tally: Tally
) -> None:
    for at in range(len(chain.spans)):
        inside = [(len(right), other) for (mine, other), right in held.items() if mine == number and at in right]
        if not inside:
            tally.cubed_recall.append(0.0)
            continue
        right, other = max(inside)
        tally.cubed_recall.append(right / len(chain.spans))
        tally.cubed_precision.append(min(right / len(ours[other]), 1.0))


def _misses(row: dict[str, Any], name: str, what: str, spans: Iterable[Span]) -> list[Miss]:
    return [Miss(row["id"], what, name, _around(row["text"], span)) for span in spans]


def _around(text: str, span: Span) -> str:
    before, after = text[max(span.start - 60, 0) : span.start], text[span.end : span.end + 50]
    return f"{before}[[{text[span.start : span.end]}]]{after}".replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list so many misses of each kind")
    parser.add_argument("--kind", choices=list(KINDS), help="only misses of this kind")
    asked = parser.parse_args()
    tallies = {kind: Tally() for kind in KINDS}
    for line in asked.set.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("chains"):
            score(row, tallies)
    for kind, tally in tallies.items():
        print(tally.line(kind))
    for kind, tally in tallies.items():
        if asked.kind in (None, kind):
            for miss in tally.misses[: asked.show]:
                print(f"  {kind} {miss.row} {miss.what} ({miss.name}): {miss.around}")


if __name__ == "__main__":
    main()
