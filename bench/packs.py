"""How long the packs Units, Numbers and Dates take for 1,000 words, the facts they look at included.

    python bench/packs.py [FOLDER] [--times 9]

FOLDER holds articles (.txt) to be timed; without it they are made up, with as many figures as news has (21 in 1,000
words of Wikinews), and more conversions, percentages and dates. Each run has articles of its own, so that nothing is
remembered from the run before. What is timed is CPU time, from articles that were read to the last finding;
the best of several runs counts.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.settings import Grammar, Settings

PACKS = ("Units", "Numbers", "Dates")
LIMIT = 0.003  # seconds for 1,000 words
ARTICLES, WORDS = 20, 1_000  # of made-up copy a run
_WITH_FIGURES = 0.1  # of the sentences
_FIGURES = (
    "The village lies {n} kilometers ({miles} miles) from the border, which is {m} miles long.",
    "Sales rose {p} per cent, from ${n} million to ${m} million, in the three months to June 2024.",
    "At least {n} people were hurt, {p} of them on Monday, two days after Saturday's storm.",
    "The club was founded in 19{p} and has {m} members, among them {p} women.",
    "It was {p} degrees Celsius in the shade on Tuesday, 13 August 2024, said the mayor, who is {p}.",
)
_OTHERS = (
    "“We had hoped to open the road before the winter,” she said, and left with a number of other members.",
    "Nobody in the town had heard of the plan, the minister's office said, until it was in the papers.",
    "It was then that the owners asked the council to keep the mill open for another year at least.",
    "Trains were late again, and a spokesman said that the line needs more money than it gets today.",
    "The council wrote to the owners, who have not answered, and to the ministry, which never does.",
)


def made_up(chance: random.Random) -> str:
    """Return an article of so many words in which some sentences have figures."""
    paragraphs, words = ["Council hears of a bridge that is late"], 0
    while words < WORDS:
        sentences = []
        for _ in range(4):
            kind = _FIGURES if chance.random() < _WITH_FIGURES else _OTHERS
            n = chance.randrange(20, 900)
            figures = {"n": n, "miles": round(n / 1.609), "m": chance.randrange(20, 2_000)}
            sentences.append(chance.choice(kind).format(**figures, p=chance.randrange(10, 60)))
        paragraphs.append(" ".join(sentences))
        words += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def texts_for(folder: Path | None, run: int) -> list[str]:
    """Return the texts of one run: the folder's, each changed a little, or others that are made up."""
    if folder is None:
        chance = random.Random(run)
        return [made_up(chance) for _ in range(ARTICLES)]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    return [
        "\n".join(f"{line} {'x' * run}" if line.strip() else line for line in text.splitlines()) for text in texts
    ]


def seconds(desk: Desk, texts: list[str]) -> float:
    """Return how long the packs take for the articles, per 1,000 words."""
    rules = [rule for rule in desk.rules if rule.name.split(".")[0] in PACKS]
    spent = 0.0
    for text in texts:
        article = desk.read(Source.from_text(text, "article.txt"))
        start = time.process_time()
        for rule in rules:
            for _ in rule.check(article):
                pass
        spent += time.process_time() - start
    return spent / sum(len(text.split()) for text in texts) * 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of .txt files")
    parser.add_argument("--times", type=int, default=9)
    given = parser.parse_args()
    desk = Desk(Settings(grammar=Grammar(engine="off")))
    seconds(desk, texts_for(given.folder, 0))  # patterns are compiled and tables read once
    runs = sorted(seconds(desk, texts_for(given.folder, run + 1)) for run in range(max(1, given.times)))
    print(f"{'packs Units, Numbers and Dates':36} {'best':>6} {'median':>7} {'limit':>6}   ms per 1,000 words")
    what = str(given.folder or "made-up copy")
    print(f"{what:36} {runs[0] * 1000:6.2f} {runs[len(runs) // 2] * 1000:7.2f} {LIMIT * 1000:6.2f}")


if __name__ == "__main__":
    main()
