"""How long the command line takes, as whole processes: `make bench`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPYDESK = Path(sys.executable).with_name("copydesk")
SAMPLE = ROOT / "samples" / "sudzha.txt"
RUNS = 9

# What is run, and how long it may take on an idle machine (seconds).
CASES = (
    (("--help",), 0.2),
    (("check", "--exit-zero", "--no-cache", "--ignore", "Grammar", str(SAMPLE)), 0.4),
    (("check", "--exit-zero", "--no-cache", str(SAMPLE)), 1.0),
    (("check", "--exit-zero", str(SAMPLE)), 0.3),
)


def main() -> None:
    """Print the fastest, median and slowest of several runs of each case."""
    print(f"{'command':70} {'min':>6} {'median':>7} {'max':>6} {'limit':>6}")
    for arguments, limit in CASES:
        times = sorted(seconds(arguments) for _ in range(RUNS))
        name = "copydesk " + " ".join(argument.removeprefix(f"{ROOT}/") for argument in arguments)
        print(f"{name:70} {times[0]:6.2f} {statistics.median(times):7.2f} {times[-1]:6.2f} {limit:6.2f}")


def seconds(arguments: tuple[str, ...]) -> float:
    """Return how long one run takes, from start to exit."""
    start = time.perf_counter()
    subprocess.run([COPYDESK, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
