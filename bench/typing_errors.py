#!/usr/bin/env python3
"""Typing errors put into published articles: what an engine finds raw, and what of it reaches the editor.

    python bench/typing_errors.py ARTICLES [--engine harper] [--errors FILE] [--number 200] [--seed 17]

ARTICLES is a folder of .txt files, or a file of JSON lines with `headline` and `body`. FILE has real errors, a line
each: “wrong->right”, as in the dictionary of codespell (`pip install codespell`; data CC BY-SA 3.0). Without it the
errors are made: a letter left out, doubled, swapped with the next, or a neighbour's on the keyboard hit beside or
instead of it. One goes into each article, into a word in small letters. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from copydesk.article import Source, Span
from copydesk.check.desk import Desk
from copydesk.check.settings import GRAMMAR, Grammar, Settings
from copydesk.facts.words.dictionary import is_word

_WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@dataclass(frozen=True)
class Case:
    """An article with an error in it: the text, where the error stands, and the word that was meant."""

    text: str
    span: Span
    meant: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--engine", default="harper")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--show", action="store_true", help="list what is lost")
    chosen = parser.parse_args()
    order = random.Random(chosen.seed)
    texts = list(_articles(chosen.articles))
    order.shuffle(texts)
    errors = _listed(chosen.errors) if chosen.errors else None
    cases = list(_cases(texts, errors, chosen.number, order))
    raw, ours = (_desk(chosen.engine, all_rules=all_rules) for all_rules in (True, False))
    seen = [case for case in cases if _finds(raw, case)]
    lost = [case for case in seen if not _finds(ours, case)]
    figures = {
        "engine": chosen.engine,
        "errors": len(cases),
        "found_raw": len(seen),
        "found": len(seen) - len(lost),
        "kept": round(1 - len(lost) / len(seen), 4) if seen else None,
    }
    print(json.dumps(figures))
    if chosen.show:
        for case in lost:
            print(f"lost: {case.text[slice(*case.span)]} for {case.meant}", file=sys.stderr)
    return 0


def _articles(path: Path) -> Iterator[str]:
    if path.is_dir():
        yield from (file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt")))
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield f"{row['headline'].strip()}\n\n{row['body'].strip()}\n"


def _listed(path: Path) -> dict[str, list[str]]:
    """Return real errors by the word that was meant; those with more than one meaning, or no error, left out."""
    errors: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("->")
        if wrong.isalpha() and right.isalpha() and len(right) > 3 and not is_word(wrong):
            errors.setdefault(right, []).append(wrong)
    return errors


def _cases(
    texts: list[str], errors: dict[str, list[str]] | None, number: int, order: random.Random
) -> Iterator[Case]:
    made = 0
    while made < number:
        before = made
        for text in texts:
            body = text.index("\n\n")
            places = [match for match in _WORD.finditer(text, body) if errors is None or match[0] in errors]
            if not places or made == number:
                continue
            place = order.choice(places)
            wrong = order.choice(errors[place[0]]) if errors else _slipped(place[0], order)
            if not is_word(wrong):
                made += 1
                changed = text[: place.start()] + wrong + text[place.end() :]
                yield Case(changed, Span(place.start(), place.start() + len(wrong)), place[0])
        if made == before:
            return


def _slipped(word: str, order: random.Random) -> str:
    at = order.randrange(1, len(word))
    beside = order.choice(_beside(word[at]))
    return order.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at - 1] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
            word[:at] + beside + word[at:],
            word[:at] + beside + word[at + 1 :],
        )
    )


def _beside(letter: str) -> str:
    """Return the letters beside one on the keyboard."""
    row = next(row for row in _ROWS if letter in row)
    at = row.index(letter)
    return row[max(at - 1, 0) : at] + row[at + 1 : at + 2]


def _desk(engine: str, *, all_rules: bool) -> Desk:
    grammar = msgspec.convert({"engine": engine, "all_rules": all_rules}, Grammar)
    return Desk(Settings(select=(GRAMMAR,), grammar=grammar))


def _finds(desk: Desk, case: Case) -> bool:
    outcome = desk.outcome(desk.read(Source.from_text(case.text, "a.txt")))
    if outcome.crashes:
        raise SystemExit(outcome.crashes[0].error)
    return any(finding.span.overlaps(case.span) for finding in outcome.findings)


if __name__ == "__main__":
    sys.exit(main())
