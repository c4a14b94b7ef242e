"""Make the table of `copydesk.facts.names.frequency` from wordfreq's English list and the US census's names.

    pip install wordfreq==3.1.1
    python tools/build_word_frequencies.py CENSUS

CENSUS holds dist.all.last, dist.male.first and dist.female.first of the 1990 US census (public domain).
wordfreq (https://github.com/rspeer/wordfreq) counts words in subtitles, books, the web and encyclopedias; its
data are CC BY-SA 4.0, and so is the table. A name of the census counts as if everybody were named equally often.
"""

from __future__ import annotations

import argparse
import math
import struct
from collections import defaultdict
from pathlib import Path

from copydesk.facts.gazetteer import fold
from copydesk.facts.names.frequency import BUCKETS, ENTRY, HEADER, MAGIC, PATH, STEP, address

SHORTEST = 3
SURNAMES_IN_TEXT = 2.6  # how much rarer a name is among words than among people, as a power of ten


def from_wordfreq() -> dict[str, float]:
    """Return the Zipf frequency of every word of wordfreq's large English list: its count in a thousand million."""
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]

    words: dict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict("en", wordlist="large").items():
        if word.isalpha() and len(word) >= SHORTEST:
            words[fold(word)] += share
    return {word: math.log10(share) + 9 for word, share in words.items()}


def from_census(folder: Path) -> dict[str, float]:
    """Return what the frequencies of names among people say of their frequencies among words."""
    found: dict[str, float] = {}
    for name in ("dist.all.last", "dist.male.first", "dist.female.first"):
        for line in (folder / name).read_text().splitlines():
            word, percent = line.split()[:2]
            share = max(float(percent), 0.0002) / 100
            found[word.lower()] = max(found.get(word.lower(), 0.0), math.log10(share) + 9 - SURNAMES_IN_TEXT)
    return found


def write(words: dict[str, float], path: Path) -> None:
    """Write the table: see `frequency` for its layout."""
    buckets: list[dict[int, int]] = [{} for _ in range(BUCKETS)]
    for word, zipf in words.items():
        bucket, fingerprint = address(word)
        level = min(max(round(zipf / STEP), 1), 255)
        buckets[bucket][fingerprint] = max(level, buckets[bucket].get(fingerprint, 0))
    starts, entries, count = [0], bytearray(), 0
    for bucket in buckets:
        for fingerprint, level in sorted(bucket.items()):
            entries += ENTRY.pack(fingerprint, level)
        count += len(bucket)
        starts.append(count)
    path.write_bytes(HEADER.pack(MAGIC, count) + struct.pack(f"<{BUCKETS + 1}I", *starts) + bytes(entries))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("census", type=Path)
    words = from_wordfreq()
    for word, zipf in from_census(parser.parse_args().census).items():
        words[word] = max(words.get(word, 0.0), zipf)
    write(words, PATH)


if __name__ == "__main__":
    main()
