"""Score the packs Numbers and Dates on real sentences whose figures hang together, as published and with one changed.

    python bench/sums.py gather --bench-data FOLDER [--texts FOLDER] [--lines FILE] > candidates.jsonl
    python bench/sums.py score  --bench-data FOLDER [--texts FOLDER] [--lines FILE] [--show 20]

The set is sums.jsonl beside this file: where a sentence stands (source, article, code points of its text), what
kind of sum it holds, and one change of one figure or weekday. The texts stay where they are: --bench-data is a
folder with articles.jsonl, names_articles.jsonl and headline_numbers.jsonl (`id`, `headline`, `body`); --texts a
folder of text files, such as those of the BBC news data set (Greene and Cunningham, 2006: business/001.txt …);
--lines a file with one article a line (the Lee background corpus). Rows whose text is not given are left out and
counted.

`gather` knows nothing of how copy is worded. It tries the arithmetic on all figures of a sentence and keeps those
that fit: a percentage and two others of which one is that much more; a total and its parts; a weekday beside a
date; a year of birth and an age; two years and their distance. Then it changes a figure's digit, or the weekday, at
random, so that the sum no longer holds. What fits by chance was taken out by hand afterwards.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from sums_gather import Row, gather

SET = Path(__file__).with_name("sums.jsonl")
FILES = ("articles", "names_articles", "headline_numbers")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("gather", "score"))
    parser.add_argument("--bench-data", type=Path, required=True)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--lines", type=Path)
    parser.add_argument("--show", type=int, default=0, help="list so many misses and false alarms")
    given = parser.parse_args()
    texts = dict(articles(given))
    if given.command == "gather":
        for row in gather(texts):
            print(json.dumps(asdict(row), ensure_ascii=False))
    else:
        score(texts, given.show)


def articles(given: argparse.Namespace) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield (source, article) and text."""
    for name in FILES:
        for line in (given.bench_data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield (name, str(one["id"])), f"{one['headline'].strip()}\n\n{one['body'].strip()}\n"
    for path in sorted(given.texts.glob("*/*.txt")) if given.texts else ():
        yield ("texts", f"{path.parent.name}/{path.name}"), path.read_text(encoding="utf-8", errors="replace")
    if given.lines:
        for number, line in enumerate(given.lines.read_text(encoding="utf-8").splitlines()):
            yield ("lines", str(number)), f"An article\n\n{line.strip()}\n"


def score(texts: Mapping[tuple[str, str], str], show: int) -> None:
    """Print how many sentences are left alone as published, and how many changes are found."""
    from copydesk.article import Source
    from copydesk.check.desk import Desk
    from copydesk.check.settings import Grammar, Settings

    desk = Desk(Settings(grammar=Grammar(engine="off")))
    rules = [rule for rule in desk.rules if rule.name.startswith(("Numbers.", "Dates."))]
    counts: Counter[tuple[str, str]] = Counter()
    shown: Counter[str] = Counter()
    for line in SET.read_text(encoding="utf-8").splitlines():
        row = Row(**json.loads(line))
        text = texts.get((row.source, row.article))
        if text is None or text[row.at : row.at + len(row.was)] != row.was:
            counts[row.kind, "without its text"] += 1
            continue
        wrong = text[: row.at] + row.becomes + text[row.at + len(row.was) :]
        results = []
        for version, end in ((text, row.end), (wrong, row.end + len(row.becomes) - len(row.was))):
            article = desk.read(Source.from_text(version, "article.txt"))
            results.append(
                [
                    (rule.name, finding)
                    for rule in rules
                    for finding in rule.check(article)
                    if any(
                        row.start <= place.start < end
                        for place in (finding.span, *(other.span for other in finding.related))
                    )
                ]
            )
        published = [finding for _, finding in results[0]]
        known = {(name, finding.message) for name, finding in results[0]}
        found = [name for name, finding in results[1] if (name, finding.message) not in known]
        counts[row.kind, "rows"] += 1
        counts[row.kind, "left alone"] += not published
        counts[row.kind, "found"] += bool(found)
        for what, bad in (("FALSE ALARM", published), ("MISS", not found)):
            if bad and shown[what] < show:
                shown[what] += 1
                words = " ".join(text[row.start : row.end].split())
                print(f"{what} {row.kind} {row.was} → {row.becomes}: {words[:300]}", file=sys.stderr)
    print(json.dumps(summary(counts), indent=1))


def summary(counts: Counter[tuple[str, str]]) -> dict[str, dict[str, float]]:
    kinds = sorted({kind for kind, _ in counts})
    for kind in kinds:
        for what in ("rows", "left alone", "found", "without its text"):
            counts["all", what] += counts[kind, what]
    return {
        kind: {
            "rows": counts[kind, "rows"],
            "left alone": round(counts[kind, "left alone"] / max(counts[kind, "rows"], 1), 3),
            "found": round(counts[kind, "found"] / max(counts[kind, "rows"], 1), 3),
            "without its text": counts[kind, "without its text"],
        }
        for kind in (*kinds, "all")
    }


if __name__ == "__main__":
    main()
