"""Time the index of place names: opening it, and look-ups of known, unknown and much-borne names.

python bench/gazetteer.py
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from copydesk.facts.gazetteer import PATH, Gazetteer

KNOWN = ["Kyiv", "Kiev", "Sudza", "Gdańsk", "Nizhny Novgorod", "London", "Ukraine", "Odessa", "Köln", "Ouagadougou"]
UNKNOWN = ["Zelensky", "Kremlin", "Sirski", "Xyzzy", "the", "sovereign", "Parliament", "Qwertyuiop"]
CROWDED = ["Santa Maria", "San Antonio", "Santa Cruz", "San Pedro", "Washington", "Springfield"]


def milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def report(what: str, names: list[str]) -> None:
    # A fresh reader for each look-up, so that none profits from blocks another has unpacked.
    lookups = [partial(Gazetteer().lookup, name) for name in names for _ in range(20)]
    cold = [milliseconds(lookup) for lookup in lookups]
    warm = [milliseconds(lookup) for lookup in lookups]
    print(f"{what:22} cold {statistics.median(cold):.3f} ms (most {max(cold):.3f}), ", end="")
    print(f"warm {statistics.median(warm):.3f} ms")


def main() -> None:
    opened = [milliseconds(Gazetteer) for _ in range(50)]
    print(f"file                   {PATH.stat().st_size:,} bytes, {len(Gazetteer()):,} places")
    print(f"open                   first {opened[0]:.3f} ms, median {statistics.median(opened):.3f} ms")
    report("look up, known", KNOWN)
    report("look up, unknown", UNKNOWN)
    for name in CROWDED:
        report(f"look up {name}", [name])


if __name__ == "__main__":
    main()
