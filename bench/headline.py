"""How long the packs Headline and Quotes take for an article of 1,000 words: `make bench`.

    python bench/headline.py [--times 20]

The facts that they share with the other packs (names, numbers, quotations, marks, claims) are read before and
timed by themselves; what is timed for each rule is its own work on one core, in CPU time, the fastest of several
runs, each with an article read anew.
"""

from __future__ import annotations

import argparse
import time

from names import article  # the made-up article of the bench beside this one

import copydesk_rules.headline
import copydesk_rules.quotes
from copydesk.article import Article
from copydesk.facts import claims, marks, names, numbers, quotations
from copydesk.rules import Rule
from copydesk.rules.loading import rules_in

WORDS = 1_000
LIMIT = 0.003  # seconds, for both packs together


def main() -> None:
    """Print the fastest run of each rule, of the shared facts, and of both packs together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    times = parser.parse_args().times
    rules = [rule() for pack in (copydesk_rules.headline, copydesk_rules.quotes) for rule in rules_in(pack)]
    fastest: dict[str, float] = {}
    for run in range(times):
        read = article(WORDS, run)
        taken = {"shared facts": _facts(read)} | {rule.name: _check(rule, read) for rule in rules}
        taken["both packs"] = sum(taken[rule.name] for rule in rules)
        fastest = {name: min(seconds, fastest.get(name, seconds)) for name, seconds in taken.items()}
    for name, seconds in sorted(fastest.items(), key=lambda row: row[1]):
        limit = f"   limit {1000 * LIMIT:.0f} ms" if name == "both packs" else ""
        print(f"{name:28} {1000 * seconds:6.2f} ms{limit}")


def _facts(read: Article) -> float:
    start = time.process_time()
    for fact in (names, numbers, quotations, marks, claims):
        read.facts(fact)
    return time.process_time() - start


def _check(rule: Rule, read: Article) -> float:
    start = time.process_time()
    list(rule.check(read))
    return time.process_time() - start


if __name__ == "__main__":
    main()
