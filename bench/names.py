"""How long the names of an article take, from 1,000 to 100,000 words: reading them, and weighing which are one.

    python bench/names.py [--times 3]

The articles are made up, of people, firms and places with names from the package's own lists, two of a hundred with
a slip in them; each run has an article of its own, so that nothing is remembered from the run before. What is timed
is the facts `names` and its variants on one core, in CPU time, the best of several runs.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from copydesk.article import Article, Source, read
from copydesk.facts import names
from copydesk.facts.names.lexicon import given_names, known_names

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
LIMITS = {1_000: 0.003, 100_000: 1.0}  # seconds
_SLIPS = 0.02
_SENTENCES = (
    "{given} {surname}, who runs the works at {place}, told the council on Monday that the bridge would be late.",
    "“We had hoped to open the road before the winter,” {surname} said, and left with a number of other members.",
    "Nobody in {place} had heard of the plan, the minister's office said, until it was in the papers last week.",
    "It was then that {surname} wrote to the owners, asking them to keep the mill open for at least another year.",
    "Trains from {place} were late again, and a spokesman said that the line needs more money than it gets today.",
)


def article(words: int, seed: int) -> Article:
    """Return a made-up article of so many words, the same for the same seed."""
    text = "Council hears of a bridge that is late\n\n" + "\n\n".join(_paragraphs(words, random.Random(seed)))
    return read(Source.from_text(text, "article.txt"))


def _paragraphs(words: int, chance: random.Random) -> Iterator[str]:
    given, surnames = sorted(given_names()), sorted(known_names())
    people: list[dict[str, str]] = []
    while words > 0:
        if not people or chance.random() < 0.3:
            drawn = chance.choice(given), chance.choice(surnames), chance.choice(surnames)
            people.append(dict(zip(("given", "surname", "place"), map(str.capitalize, drawn), strict=True)))
        person = chance.choice(people[-8:])
        sentences = [_slipped(chance.choice(_SENTENCES).format(**person), person, chance) for _ in range(3)]
        paragraph = " ".join(sentences)
        words -= len(paragraph.split())
        yield paragraph


def _slipped(sentence: str, person: dict[str, str], chance: random.Random) -> str:
    name = person["surname"]
    if chance.random() > _SLIPS:
        return sentence
    at = chance.randrange(1, len(name))
    return sentence.replace(name, name[:at] + name[at - 1] + name[at:])


def seconds(words: int, seed: int) -> tuple[float, int]:
    """Return how long the names of one article take, and how many are spelt two ways."""
    one = article(words, seed)
    for part in one.parts:
        _ = part.sentences, part.vocabulary  # every fact needs them, so they are nobody's cost
    start = time.process_time()
    found = one.facts(names).variants
    return time.process_time() - start, len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    seconds(1_000, 0)  # the lists are read once
    print("words      seconds   ms per 1,000 words   spelt two ways")
    for words in SIZES:
        runs = [
            seconds(words, words + number) for number in range(1, max(1, times) * (3 if words < 10_000 else 1) + 1)
        ]
        best, found = min(runs)
        limit = f"   limit {LIMITS[words]} s" if words in LIMITS else ""
        print(f"{words:7,}   {best:9.4f}   {best / words * 1e6:18.2f}   {found:14}{limit}")


if __name__ == "__main__":
    main()
