"""Words that tell what a capital means: titles, particles, nouns for places, and what English and names know."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_COMMENT = re.compile("^#.*", re.MULTILINE)

# Words before a name that say who somebody is and are no part of the name, in lower case without full stops.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess prince
    princess king queen emperor empress sheikh sheik sultan emir pope cardinal archbishop bishop reverend rev
    father brother sister rabbi imam ayatollah president vice-president premier chancellor minister secretary
    governor gov senator sen representative rep congressman congresswoman mp mayor councillor councilman
    councilwoman ambassador envoy chairman chairwoman chair chief director commissioner judge justice attorney
    sheriff constable inspector sergeant sgt corporal cpl private pvt lieutenant lt captain capt major maj
    colonel col general gen brigadier brig admiral adm commander cmdr marshal officer detective coach manager
    spokesman spokeswoman spokesperson leader deputy foreign prime vice analyst economist executive
    señor señora monsieur madame herr frau don doña saint""".split()
)

# Words in small letters that stand inside names: Ludwig van Beethoven, Rio de Janeiro, Bab el-Mandeb.
PARTICLES = frozenset(
    """de del della di da dos das do du des la le les el al ul van von der den ter ten zu zur bin bint ibn ben abu af
    av und""".split()
)

# Words right before the name of a place rather than of a person.
PLACE_PREPOSITIONS = frozenset("in at near from to into of around outside toward towards across through over".split())

# What kinds of settlement there are, from large to small; a place is one of them at a time.
SETTLEMENTS = ("city", "town", "village", "hamlet")

MONTHS_AND_DAYS = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday""".split()
)

# Words with a capital that are grammar or trade terms rather than names, wherever they stand.
NOT_NAMES = frozenset(
    """i mr mrs ms dr the a an and or but nor so yet for of in on at by to from with as if it its he she we you they
    his her their our my your this that these those there here who what when where why how which not no yes is are
    was were be been has have had do does did will would can could may might must shall should""".split()
)


@cache
def ordinary_words() -> frozenset[str]:
    """Return the common words of English, in lower case; inflected forms are listed."""
    return _words("ordinary.txt")


@cache
def given_names() -> frozenset[str]:
    """Return frequent given names, in lower case."""
    return _words("given.txt")


@cache
def known_names() -> frozenset[str]:
    """Return well-known names, given names left out, and adjectives made of names, in lower case."""
    return _words("known.txt")


@cache
def famous() -> frozenset[str]:
    """Return the names, in lower case, of people whom readers know without a given name."""
    return _words("famous.txt")


def _words(name: str) -> frozenset[str]:
    return frozenset(_COMMENT.sub("", (_DATA / name).read_text(encoding="utf-8")).split())
