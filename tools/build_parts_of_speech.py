"""Make the table of `copydesk.text.parts_of_speech` from lemminflect and the lexicon of Brill's tagger.

    python tools/build_parts_of_speech.py LEMMINFLECT BRILL

LEMMINFLECT is the folder `lemminflect/resources` of the package lemminflect 0.2.3 (MIT licence), with infl_lu.csv.gz;
BRILL is the file `en-lexicon.txt` of the package textblob 0.20.1 (MIT licence; copyright of the lexicon 1993 by the
Massachusetts Institute of Technology and the University of Pennsylvania). Only plain words in lower case are taken.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from copydesk.text.inflection import singular
from copydesk.text.parts_of_speech import write

MOST_SIGNATURES = 250  # one byte each
_PLAIN = re.compile(r"[a-z]+")
_PENN = {
    "NN": "N", "NNS": "S", "VB": "B", "VBP": "B", "VBZ": "Z", "VBD": "E", "VBN": "A", "VBG": "G",
    "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R",
}  # fmt: skip


def inflected(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (form, tag, lemma) of every form that lemminflect lists."""
    with gzip.open(folder / "infl_lu.csv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            lemma, kind, *forms = line.rstrip("\n").split(",")
            if not _PLAIN.fullmatch(lemma):
                continue
            for form, tag in _forms(lemma, kind, forms):
                for each in form.split("/"):
                    if _PLAIN.fullmatch(each):
                        yield each, tag, lemma


def _forms(lemma: str, kind: str, forms: list[str]) -> Iterator[tuple[str, str]]:
    if kind == "noun":
        yield lemma, "N"
        yield from ((form, "S") for form in forms)
    elif kind == "verb":
        yield lemma, "B"
        past, participle, *others = forms
        yield from ((past, "E"), (participle or past, "A"), *zip(others, "GZ", strict=False))
    elif kind in ("adj", "adv"):
        tag = "J" if kind == "adj" else "R"
        yield from ((form, tag) for form in (lemma, *forms))


def usual_tags(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the commonest tag of the words of Brill's lexicon that are of an open class."""
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if _PLAIN.fullmatch(word) and tag in _PENN:
            yield word, _PENN[tag]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("lemminflect", type=Path)
    parser.add_argument("brill", type=Path)
    given = parser.parse_args()
    possible: dict[str, list[str]] = {}
    singulars: dict[str, str] = {}
    nouns = {lemma for _, tag, lemma in inflected(given.lemminflect) if tag == "S"}
    for form, tag, lemma in inflected(given.lemminflect):
        tags = possible.setdefault(form, [])
        if tag not in tags:
            tags.append(tag)
        if tag == "S" and form != lemma and singular(form) not in nouns:
            singulars.setdefault(form, lemma)
    for word, tag in usual_tags(given.brill):
        tags = possible.setdefault(word, [tag])
        possible[word] = [tag, *(each for each in tags if each != tag)]
    signatures = Counter("".join(tags) for tags in possible.values())
    kept = {one for one, _ in signatures.most_common(MOST_SIGNATURES)}
    table = {word: "".join(tags) for word, tags in possible.items() if len(word) > 1}
    table = {word: tags if tags in kept else tags[:2] for word, tags in table.items()}
    table = {word: tags for word, tags in table.items() if tags in kept}
    write(table, singulars)
    print(f"{len(table):,} forms, {len(kept)} signatures, {len(singulars):,} irregular plurals")


if __name__ == "__main__":
    main()
