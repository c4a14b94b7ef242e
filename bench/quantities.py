"""Measure how quantities are read, on the specs and tests of two other libraries (both MIT, neither kept here).

python bench/quantities.py --recognizers DIR --quantulum DIR [--show]

DIR is a checkout of microsoft/Recognizers-Text (Specs/NumberWithUnit/English) or of nielstron/quantulum3. A case
is right if every quantity that it expects in a unit we know is found with value, unit and span, and nothing else is
taken for one. Cases with nothing in a unit we know are counted apart, as look-alikes to be left alone. A range
counts read as a whole or by its ends, as the suite has it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from copydesk.article import Span
from copydesk.facts.quantities.arithmetic import converted
from copydesk.facts.quantities.links import conversions_in
from copydesk.facts.quantities.recognition import quantities_in
from copydesk.facts.quantities.records import Quantity
from copydesk.text.units import Unit, known, unit_named

_ALIASES = {
    "c": "celsius",
    "f": "fahrenheit",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "metric ton": "tonne",
    "ton": "ton",
    "pound-mass": "pound",
    "mile per hour": "mile_per_hour",
}


class Expected(NamedTuple):
    span: Span
    value: float | None
    unit: Unit | None  # None for one that we do not know
    is_alone: bool = False  # a unit without a number


class Case(NamedTuple):
    suite: str
    text: str
    expected: list[Expected]
    kinds: frozenset[str]  # which are judged: a suite on lengths says nothing about temperatures


def unit_of(name: str) -> Unit | None:
    name = name.lower().replace("metre", "meter").replace("litre", "liter")
    name = _ALIASES.get(name, name).replace(" ", "_")
    return unit_named(name) if name in {unit.name for unit in known()} else None


def recognizers(folder: Path) -> Iterator[Case]:
    every = {unit.kind for unit in known()}
    for model in ("Dimension", "Temperature"):
        kinds = frozenset({"temperature"} if model == "Temperature" else every - {"temperature"})
        path = folder / "Specs" / "NumberWithUnit" / "English" / f"{model}Model.json"
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            expected = []
            for result in case["Results"]:
                resolution = result["Resolution"]
                # A unit by itself has no value, and is no quantity; a degree of angle is none of ours.
                unit = unit_of(resolution["unit"]) if resolution["value"] is not None else None
                unit = unit if unit and unit.kind in kinds else None
                value = float(resolution["value"]) if unit else None
                span = Span(result["Start"], result["End"] + 1)
                expected.append(Expected(span, value, unit, resolution["value"] is None))
            yield Case(f"Recognizers {model}", case["Input"], expected, kinds)


def quantulum(folder: Path) -> Iterator[Case]:
    kinds = frozenset(unit.kind for unit in known())
    for name in ("quantities", "quantities.ambiguity"):
        path = folder / "quantulum3" / "_lang" / "en_US" / "tests" / f"{name}.json"
        for case in json.loads(path.read_text(encoding="utf-8")):
            expected, end = [], 0
            for result in case["res"]:
                words = result["surface"].removeprefix("between ")
                start = case["req"].find(words, end)
                end = max(end, start + len(words))
                unit = unit_of(result["unit"]) if words != "absolute zero" else None
                expected.append(Expected(Span(start, start + len(words)), result["value"] if unit else None, unit))
            yield Case("quantulum3", case["req"], expected, kinds)


def readings(quantity: Quantity) -> Iterator[tuple[Span, float]]:
    """Yield what a quantity may be taken for: the whole, its first amount, its last."""
    values = [float(number.value) for number in quantity.amounts]
    yield quantity.span, sum(values) / len(values)
    if len(values) > 1:
        last = quantity.amounts[-1].span.start
        yield Span(last, quantity.span.end), values[-1]
        yield Span(quantity.span.start, last - len(quantity.between)), values[0]


def is_same_unit(ours: Unit, theirs: Unit) -> bool:
    if ours == theirs:
        return True
    return ours.kind == theirs.kind and any(
        abs(converted(1.0, one, other) - 1) < 1e-9 for one in ours.meanings for other in theirs.meanings
    )


def meets(quantity: Quantity, expected: Expected) -> bool:
    if expected.unit is None or not is_same_unit(quantity.unit, expected.unit):
        return False
    return any(
        span == expected.span and abs(value - (expected.value or 0)) <= 1e-6 * max(1, abs(value))
        for span, value in readings(quantity)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def faults(case: Case) -> list[str]:
    """Say what is missing and what is too much."""
    _, everything = conversions_in(case.text, quantities_in(case.text))
    found = [q for q in everything if q.use != "doubtful" and q.unit.kind in case.kinds]
    wanted = [expected for expected in case.expected if expected.unit]
    missing = [case.text[slice(*e.span)] for e in wanted if not any(meets(q, e) for q in found)]
    unknown = [expected for expected in case.expected if not expected.unit]
    extra = [
        quantity
        for quantity in found
        if not any(meets(quantity, expected) for expected in wanted)
        # What a suite reads as a unit by itself, or in a unit of its own (meters per millisecond), is not judged.
        and not any((quantity.use == "rate" or e.is_alone) and _overlap(quantity.span, e.span) for e in unknown)
    ]
    return [f"not found: {words}" for words in missing] + [f"too much: {case.text[slice(*q.span)]}" for q in extra]


def report(cases: Iterable[Case], show: bool) -> None:
    counts: dict[tuple[str, str], list[int]] = {}
    for case in cases:
        sort = "with units" if any(expected.unit for expected in case.expected) else "look-alikes"
        wrong = faults(case)
        total = counts.setdefault((case.suite, sort), [0, 0])
        total[0] += not wrong
        total[1] += 1
        if wrong and show:
            print(f"{case.suite}: {case.text}\n    {'; '.join(wrong)}")
    for (suite, sort), (right, total_) in sorted(counts.items()):
        print(f"{suite:24} {sort:12} {right:4} of {total_:4}  {right / total_:.3f}")
    right, total_ = (sum(column) for column in zip(*counts.values(), strict=True))
    print(f"{'all':37} {right:4} of {total_:4}  {right / total_:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recognizers", type=Path, help="a checkout of microsoft/Recognizers-Text")
    parser.add_argument("--quantulum", type=Path, help="a checkout of nielstron/quantulum3")
    parser.add_argument("--show", action="store_true", help="list the cases that are not right")
    given = parser.parse_args()
    cases: list[Case] = []
    if given.recognizers:
        cases += recognizers(given.recognizers)
    if given.quantulum:
        cases += quantulum(given.quantulum)
    if not cases:
        parser.error("give --recognizers or --quantulum")
    report(cases, given.show)


if __name__ == "__main__":
    main()
