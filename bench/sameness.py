"""Check the same files many times, each time in another way: the report must be the same byte for byte.

    python bench/sameness.py FOLDER        a folder of articles

Runs differ in the number of processes, the order of the arguments, the cache (off, filled now, filled before) and
the seed of Python's hashes. Exits 1 at the first difference.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

COPYDESK = Path(sys.executable).with_name("copydesk")
RUNS = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", default="json")
    parser.add_argument("--ignore", default="", help="packs or rules to leave out: Grammar is slow")
    arguments = parser.parse_args()
    files = sorted(path for path in arguments.folder.rglob("*") if path.is_file())
    chance = random.Random(1)
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as cache:
        for number in range(RUNS):
            paths = list(files)
            if number:
                chance.shuffle(paths)
            options = ["--format", arguments.format, "--exit-zero", "--jobs", str(number % 3 + 1)]
            options += ["--ignore", arguments.ignore] if arguments.ignore else []
            options += ["--no-cache"] if number % 2 else []
            environment = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONHASHSEED": str(number)}
            done = subprocess.run(
                [COPYDESK, "check", *options, *paths], env=environment, capture_output=True, check=True
            )
            seen.add(hashlib.sha256(done.stdout).hexdigest())
            if len(seen) > 1:
                sys.exit(f"run {number + 1} differs from those before: {' '.join(options)}, PYTHONHASHSEED={number}")
    print(f"{len(files)} files, {RUNS} runs, one report: {seen.pop()[:12]} ({len(done.stdout):,} bytes)")


if __name__ == "__main__":
    main()
