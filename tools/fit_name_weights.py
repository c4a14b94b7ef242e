"""Fit the weights of `copydesk.facts.names.weights` to look-alike names of published articles, labelled by hand.

    python tools/fit_name_weights.py DATA [--more DIR]… [--folds 5] [--write]

DATA holds names_articles.jsonl (id, headline, body), names_pairs.jsonl (id, a, b, label: “inconsistent”, “distinct”
or another word for what is neither), articles.jsonl and names_variants.jsonl (a, b: spellings of one name, of which
one is put into an article that uses the other). Each DIR holds articles.jsonl and pairs.jsonl of the first two kinds.
The labels of those that the weights were fitted with besides DATA are in bench/name_labels, without the articles;
their ids say where each is published. A look-alike pair that nobody labelled counts as two names.

The model is a logistic regression, each weight the sum of one for all pairs and one for the pair's column, with a
ridge that pulls towards PRIOR. `--folds` prints what it finds in articles that it was not fitted on. It takes about a
minute, and gives the same weights every time.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from copydesk.article import Source, read
from copydesk.facts import names
from copydesk.facts.names.observations import observations
from copydesk.facts.names.pairs import acquaintance, paired
from copydesk.facts.names.similarity import likeness
from copydesk.facts.names.spellings import lookalikes

WEIGHTS_FILE = Path(__file__).parent.parent / "editor" / "copydesk" / "facts" / "names" / "weights.py"
ALIKE = {"inconsistent": 1, "distinct": 0}
PRIOR = {
    "in one name": -3.0,
    "derived": -4.0,
    "a plural": -6.0,
    "each begins another name": -2.0,
    "each has another given name": -1.5,
    "side by side": -1.0,
    "first letter differs": -2.0,
}  # what is known beforehand
RIDGE = 0.3
COLUMN_RIDGE = 3.0  # what a column says apart from the others needs more witnesses
PASSES = 30
MOST_OF_A_PAIR = 3  # of Iran and Iraq, say, which hundreds of articles have
VARIANTS_COUNT = 1.2  # they are real spellings, but not where they stand
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Case(NamedTuple):
    """A pair of spellings in an article: what holds of it, and whether it is one name."""

    group: str
    pair: frozenset[str]
    kind: str
    alike: int
    column: int
    seen: tuple[str, ...]


Weights = Mapping[str, Sequence[float]]


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def candidates(headline: str, body: str) -> Iterator[tuple[frozenset[str], int, tuple[str, ...]]]:
    """Yield the look-alikes of an article: the two words, the column of the weights, what holds of them."""
    text = f"{headline.strip()}\n\n{body.strip()}\n"
    for one, other in lookalikes(read(Source.from_text(text, "article.txt")).facts(names).spellings.values()):
        alike = likeness(one.plain, other.plain)
        if alike is not None:
            pair = paired(one, other, alike)
            yield frozenset((one.text, other.text)), acquaintance(pair), tuple(observations(pair))


Labels = dict[tuple[str, frozenset[str]], str]


def labels_in(path: Path) -> Labels:
    return {(row["id"], frozenset((row["a"], row["b"]))): row["label"] for row in rows(path)}


def labelled(articles: Path, labels: Labels, kind: str) -> Iterator[Case]:
    seen: Counter[frozenset[str]] = Counter()
    for row in rows(articles):
        for pair, column, observed in candidates(row["headline"], row["body"]):
            label = labels.get((row["id"], pair), "unlabelled")
            seen[pair] += 1
            if label in ALIKE or (label == "unlabelled" and seen[pair] <= MOST_OF_A_PAIR):
                named = kind if label in ALIKE else "unlabelled"
                yield Case(row["id"], pair, named, ALIKE.get(label, 0), column, observed)


def names_in(body: str) -> list[str]:
    """Return the words of an article that look like names and stand there three times or more."""
    words = _WORD.findall(body)
    lower = {word for word in words if word[0].islower()}
    counted = Counter(re.sub(r"['’]s$", "", word) for word in words if word[0].isupper())
    return [w for w, n in counted.most_common() if n > 2 and len(w) > 4 and w.lower() not in lower and w.isalpha()]


def variants(articles: Path, pairs: Path) -> Iterator[Case]:
    """Yield real spellings of one name, one of them put once into an article that uses the other."""
    chance = random.Random(23)
    hosts = [row for row in rows(articles) if names_in(row["body"])]
    for row in rows(pairs):
        host = chance.choice(hosts)
        target = chance.choice(names_in(host["body"])[:3])
        usual, slip = chance.sample([row["a"], row["b"]], 2)
        pattern = re.compile(rf"\b{re.escape(target)}\b")
        body = pattern.sub(usual, host["body"])
        spot = chance.choice(list(re.finditer(rf"\b{re.escape(usual)}\b", body))[1:])
        body = body[: spot.start()] + slip + body[spot.end() :]
        for pair, column, observed in candidates(pattern.sub(usual, host["headline"]), body):
            if pair == {usual, slip}:
                yield Case(host["id"], pair, "variants", 1, column, observed)


def fit(cases: Sequence[Case]) -> dict[str, list[float]]:
    """Return the weight of each observation in each column, by coordinate descent."""
    members: dict[tuple[str, int], list[int]] = defaultdict(list)  # column -1 is all of them
    for index, case in enumerate(cases):
        for observed in case.seen:
            members[observed, -1].append(index)
            members[observed, case.column].append(index)
    weights = {key: PRIOR.get(key[0], 0.0) if key[1] < 0 else 0.0 for key in members}
    odds = [sum(weights[observed, -1] for observed in case.seen) for case in cases]
    shares = [VARIANTS_COUNT if case.kind == "variants" else 1.0 for case in cases]
    for _ in range(PASSES):
        for key, indices in members.items():
            ridge, prior = (RIDGE, PRIOR.get(key[0], 0.0)) if key[1] < 0 else (COLUMN_RIDGE, 0.0)
            slope = ridge * (weights[key] - prior)
            curve = ridge
            for index in indices:
                likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds[index]))))
                slope += shares[index] * (likely - cases[index].alike)
                curve += shares[index] * likely * (1 - likely)
            step = max(-1.0, min(1.0, -slope / curve))
            weights[key] += step
            for index in indices:
                odds[index] += step
    found = dict.fromkeys(observed for observed, _ in members)
    return {
        observed: [weights[observed, -1] + weights.get((observed, column), 0.0) for column in range(3)]
        for observed in found
    }


def confidence(weights: Weights, case: Case) -> float:
    odds = sum(weights[observed][case.column] for observed in case.seen if observed in weights)
    return 1 / (1 + math.exp(-odds))


def held_out(cases: Sequence[Case], folds: int) -> dict[Case, float]:
    """Return how likely each case is, by weights fitted without its article and without its two words."""
    groups = sorted({case.group for case in cases})
    random.Random(1).shuffle(groups)
    fold = {group: index % folds for index, group in enumerate(groups)}
    found: dict[Case, float] = {}
    for number in range(folds):
        rest = [case for case in cases if fold[case.group] == number]
        words = {case.pair for case in rest if case.kind != "unlabelled"}
        weights = fit([case for case in cases if fold[case.group] != number and case.pair not in words])
        found.update((case, confidence(weights, case)) for case in rest)
    return found


def report(found: Mapping[Case, float]) -> Iterator[str]:
    for limit in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        line = f"{limit}:"
        for kind in dict.fromkeys(case.kind for case in found):
            ours = [case for case in found if case.kind == kind]
            flagged = Counter(case.alike for case in ours if found[case] >= limit)
            wanted = sum(case.alike for case in ours)
            right = flagged[1] / max(flagged.total(), 1)
            line += f"  {kind}: " + (
                f"precision {right:.3f} recall {flagged[1] / wanted:.3f}" if wanted else f"{flagged.total()} flagged"
            )
        yield line


def table(weights: Weights) -> str:
    """Return the weights as the table in the module."""
    lines = (
        f'    "{name}": ({", ".join(f"{round(value, 1) + 0.0:.1f}" for value in weights[name])}),'
        for name in sorted(weights, key=_order)
        if any(abs(value) >= 0.05 for value in weights[name])
    )
    return "\n".join(lines)


_GROUPS = (
    "bias",
    "edits",
    "cost",
    "length",
    "once",
    "both",
    "known apart",
    "unheard",
    "rare",
    "known",
    "common",
    "shared",
)


def _order(name: str) -> tuple[int, str]:
    return next((index for index, group in enumerate(_GROUPS) if name.startswith(group)), len(_GROUPS)), name


def write(weights: Weights) -> None:
    before, _, rest = WEIGHTS_FILE.read_text(encoding="utf-8").partition("    # the table\n")
    after = rest[rest.index("    # the table's end\n") :]
    WEIGHTS_FILE.write_text(f"{before}    # the table\n{table(weights)}\n{after}", encoding="utf-8")


def load(data: Path, more: Sequence[Path]) -> list[Case]:
    labels: Labels = {}
    for path in (data / "names_pairs.jsonl", *(folder / "pairs.jsonl" for folder in more)):
        labels |= labels_in(path)
    cases = [*labelled(data / "names_articles.jsonl", labels, "names")]
    cases += variants(data / "articles.jsonl", data / "names_variants.jsonl")
    for folder in more:
        cases += labelled(folder / "articles.jsonl", labels, folder.name)
    return cases


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--more", type=Path, action="append", default=[])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="put the weights into the module")
    given = parser.parse_args()
    cases = load(given.data, given.more)
    if given.folds:
        print("held out", *report(held_out(cases, given.folds)), sep="\n")
    weights = fit(cases)
    print("fitted on", *report({case: confidence(weights, case) for case in cases}), sep="\n")
    if given.write:
        write(weights)


if __name__ == "__main__":
    main()
