"""Deeds that a headline may state though the story only reports that somebody says so, with the marks of doubt.

The deeds are data (`data/deeds.yaml`); what tells doubt and settlement apart are patterns. Sources: AP Stylebook,
“accused”, “allege”, “claim”, “suspect”, and its libel manual; Guardian style guide, “allegedly”, “claim”; BBC
Editorial Guidelines, 11 (war, terror) and 18 (law).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copydesk.facts.claims.verbs import forms
from copydesk.facts.lexicons import lines
from copydesk.patterns import pattern

_LEXICON = Path(__file__).parent / "data" / "deeds.yaml"

# Who says so is no mark of doubt in itself; that a charge or a claim is all there is, is one.
ALLEGED = pattern(
    r"\b(?:alleg\w+|accus\w+|charged\s+(?:\w+\s+){0,3}with|charges?\s+(?:of|that)|suspect\w*|purported\w*|supposedly|"
    r"(?:is|are|was|were)\s+(?:said|believed|thought)\s+to\s+have|indictment|indicted|complaint|lawsuit)\b",
    re.IGNORECASE,
)
CLAIMED = pattern(
    r"\b(?:claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|contend(?:s|ed)?|insist(?:s|ed)?|boast(?:s|ed)?)\b", re.IGNORECASE
)
# The law has spoken, or the one accused has: what was alleged is a fact now.
SETTLED = pattern(
    r"\b(?:convict\w*|found\s+guilty|plead(?:ed|s)?\s+guilty|pled\s+guilty|guilty\s+plea|sentenc\w+|confess\w*|admit\w*|"
    r"verdict|confirm\w*|acknowledg\w*|surveillance|footage|video|witness\w*|caught\s+on)\b",
    re.IGNORECASE,
)
# In a headline: words and marks that leave it to somebody else to vouch for what is said.
DISTANCE = pattern(
    r"[:?“”\"‘]|(?<![\w])'|\b(?:accus\w*|alleg\w*|claim\w*|say|says|said|suspect\w*|charg\w*|reported\w*|reports?|den\w+|may|might|"
    r"could|would|should|can|if|whether|after|over|plans?|to|threat\w*|vow\w*|trial|court|case|probe|lawsuit|sues?|sued|according|"
    r"believ\w*|plead\w*|guilty|convict\w*|sentenc\w*|jail\w*|admits?|confess\w*)\b|\s[–—-]\s",
    re.IGNORECASE,
)
# What a person is called who did it, with the crime: “accused molester” calls him one before any verdict.
CULPRITS = dict(line.split(" / ") for line in lines(_LEXICON, "culprits"))


@cache
def deeds(kind: str, further: tuple[str, ...] = ()) -> dict[str, tuple[str, frozenset[str]]]:
    """Return, for each form of a verb of that kind (“crime”, “battle”), its base and all words for the deed.

    `further` are a house's own lines: verbs, and behind “/” nouns for the deed (“forage / foraging”).
    """
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for line in (*lines(_LEXICON, kind), *further):
        verbs, _, nouns = line.partition("/")
        bases = [verb for verb in verbs.split() if "_" not in verb]
        words = frozenset(nouns.split()).union(*(forms(base) for base in bases))
        for base in bases:
            for form in forms(base):
                found.setdefault(form, (base, words))
    return found


# The steps of the law: the words of a headline, the stems that bear them out, and those of the steps below.
_STEPS = (
    (
        "convicted guilty",
        "convict guilt verdict sentenc jail admit confess",
        "accus charg alleg suspect trial indict arrest",
    ),
    (
        "charged indicted",
        "charg indict arraign prosecut count convict guilt sentenc plead",
        "arrest detain suspic question held custod",
    ),
    (
        "arrested detained",
        "arrest detain custod held charg nab apprehend caught captur taken jail indict surrender prison",
        "question sought wanted interview",
    ),
)


class Step(NamedTuple):
    """A step of the law: the stems of a story that bear it out, and those that fall short of it."""

    borne_out: tuple[str, ...]
    short: tuple[str, ...]


@cache
def steps() -> dict[str, Step]:
    """Return the steps of the law under the words by which a headline tells of them."""
    return {
        word: Step(tuple(borne_out.split()), tuple(short.split()))
        for words, borne_out, short in _STEPS
        for word in words.split()
    }
