#!/usr/bin/env python3
"""Score the fact of figures on articles that somebody labelled by hand.

    python evals/figures.py LABELLED.jsonl [--show 40] [--of noun]

Each line of LABELLED has `id`, `text` and `figures`: `text` of the figure as printed, `nth` occurrence of it, `noun`,
`owner`, `time` (null where none is said) and `role`. A figure is found if ours begins inside it. Nouns and roles have
to be the same. Owners and times are compared without determiners and prepositions, and a shorter form of a name
(“Silva” for “Dr Ana Silva”) is right if it has the same last word.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from copydesk.article import Article, Source, Span, read
from copydesk.facts import figures, mentions
from copydesk.facts.figures import Figure
from copydesk.text import singular

Same = Callable[[str], object]
FIELDS = ("noun", "owner", "time", "role")
_SMALL = frozenset(
    "the a an its his her their this on in at by of during for since over from to until between".split()
)


class Scored(NamedTuple):
    """A labelled figure and ours, None if it was not found; `right` are the fields that agree."""

    article: str
    label: dict[str, Any]
    figure: Figure | None
    right: frozenset[str]
    context: str


def place(text: str, words: str, nth: int) -> Span:
    """Return the span of the nth occurrence of some words. Raises ValueError if there are fewer."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def agree(field: str, expected: str | None, given: str, same: Same) -> bool:
    """Whether what the fact says of a field is what the label says; `same` knows the names of one thing."""
    if field == "role":
        return expected == given
    if field == "noun":
        return singular((expected or "").casefold()) == singular(given.casefold())
    if field == "owner" and expected and given and same(expected) is not None and same(expected) is same(given):
        return True
    one, other = _plain(expected or ""), _plain(given)
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if field == "time":
        return bool(shorter) and set(shorter) <= set(longer)
    if not shorter or not set(shorter) <= set(longer):
        return False
    whole = (expected or "") if len(_plain(expected or "")) < len(_plain(given)) else given
    common = (
        whole.split()[-1].islower() and shorter == longer[: len(shorter)]
    )  # children, of “children at the school”
    short_form = field == "owner" and shorter == longer[: len(shorter)] and same(whole) is None
    return shorter[-1] == longer[-1] or common or short_form


def _by_name(article: Article) -> dict[str, object]:
    """Return what the article calls each person, organisation and place, with the thing itself."""
    found: dict[str, object] = {}
    for one in article.facts(mentions).all:
        named = [mention.words for mention in one.mentions if mention.form != "pronoun"]
        found |= dict.fromkeys(
            (one.name, *one.names, *(words.removeprefix("the ").removeprefix("The ") for words in named)), one
        )
    return found


def _plain(words: str) -> list[str]:
    found = re.findall(r"[^\W_]+", words.casefold().replace("’s", "").replace("'s", ""))
    while found and found[0] in _SMALL:
        found.pop(0)
    return found


def scored(line: dict[str, Any]) -> Iterator[Scored]:
    """Yield the labelled figures of one article."""
    article = read(Source.from_text(line["text"], "a.txt"))
    ours = sorted(article.facts(figures).all, key=lambda one: one.number.span)
    same = _by_name(article).get
    starts = [one.number.span.start for one in ours]
    for label in line["figures"]:
        span = place(line["text"], label["text"], label["nth"])
        at = bisect_left(starts, span.start)
        figure = ours[at] if at < len(ours) and starts[at] < span.end else None
        right = {field for field in FIELDS if figure and agree(field, label[field], getattr(figure, field), same)}
        context = line["text"][max(span.start - 90, 0) : span.end + 70].replace("\n", " ")
        yield Scored(line["id"], label, figure, frozenset(right), context)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--show", type=int, default=0, help="list so many misses")
    parser.add_argument("--of", choices=("found", *FIELDS), help="list misses of one field alone")
    given = parser.parse_args()
    lines = [json.loads(line) for line in given.labelled.read_text(encoding="utf-8").splitlines() if line.strip()]
    results = [one for line in lines for one in scored(line)]
    found = [one for one in results if one.figure]
    print(f"found {len(found)} of {len(results)} figures ({len(found) / max(len(results), 1):.3f})")
    for field in FIELDS:
        right = sum(field in one.right for one in found)
        print(f"{field:6} {right} of {len(found)} ({right / max(len(found), 1):.3f})")
    both = sum({"noun", "owner"} <= one.right for one in found)
    print(f"noun and owner both {both} of {len(found)} ({both / max(len(found), 1):.3f})")
    misses = Counter((one.label["role"], one.figure.role) for one in found if one.figure and "role" not in one.right)
    if given.show:
        print("roles missed:", ", ".join(f"{a}→{b} {n}" for (a, b), n in misses.most_common(20)))
    for one in _missed(results, given.of)[: given.show]:
        _print(one, given.of)


def _missed(results: list[Scored], of: str | None) -> list[Scored]:
    if of == "found":
        return [one for one in results if one.figure is None]
    wanted = {of} if of else set(FIELDS)
    return [one for one in results if (one.figure is not None or not of) and not wanted <= one.right]


def _print(one: Scored, of: str | None) -> None:
    print(f"\n{one.article} …{one.context}…\n  “{one.label['text']}”", end="")
    if one.figure is None:
        print(" not found")
        return
    for field in (of,) if of and of != "found" else FIELDS:
        if field not in one.right:
            print(f"  {field}: {one.label[field]!r}, ours {getattr(one.figure, field)!r}", end="")
    print()


if __name__ == "__main__":
    main()
