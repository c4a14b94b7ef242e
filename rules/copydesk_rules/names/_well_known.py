"""Well-known people, and whose name is one slip from a name of the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from copydesk.facts.gazetteer import fold
from copydesk.rules import pattern

_DATA = Path(__file__).parent / "data" / "people.txt"
_UMLAUTS = pattern("(?<=[aou])e")
_DOUBLED = pattern(r"(.)\1+")
_SOFT = pattern("[aeiouyhj]")
_ALIKE = str.maketrans("wqczg", "vkksk")
# Countries whose names are written in Latin letters, and so have one spelling.
_OUR_LETTERS = frozenset(
    """Argentina|Australia|Austria|Belgium|Brazil|Canada|Chile|Colombia|Croatia|Cuba|Czech Republic|Denmark|Estonia|
    Finland|France|Germany|Hungary|Iceland|Ireland|Italy|Jamaica|Latvia|Lithuania|Luxembourg|Mexico|Netherlands|
    New Zealand|Norway|Peru|Philippines|Poland|Portugal|Romania|Slovakia|Slovenia|South Africa|Spain|Sweden|
    Switzerland|Turkey|United Kingdom|United States|Uruguay|Venezuela""".replace("\n    ", "").split("|")
)
MOST_FAMOUS = 80  # Wikipedias
_SHORTEST = 5  # letters; a shorter word is one letter from too many names
# Words of an article that fit a person of a field.
_OF_FIELD = {
    "politics": """president minister prime secretary general secretary-general government election party parliament
    senator senate congress congressman congresswoman governor chancellor leader politician king
    queen emperor war army judge court economist nobel activist republican democrat
    democrats lawmaker united nations""",
    "sport": """goal goals striker midfielder defender goalkeeper football footballer soccer match league cup tennis
    wimbledon open champion race driver formula olympic medal coach manager player basketball boxer cycling tour
    wrestler chess team club season""",
    "screen": "film films actor actress movie movies star director directed oscar hollywood television show starring",
    "music": "singer song songs album band music musician composer symphony opera concert guitarist rapper piano",
    "letters": "writer author novel novels novelist poet poem poems play plays book books philosopher playwright",
    "religion": "pope saint bishop cardinal church archbishop religious theologian monk prophet priest",
    "art": """painter painting paintings artist architect building buildings designed sculptor
    sculpture photographer photographs museum gallery exhibition fashion designer art chapel""",
    "science": """scientist physicist chemist biologist naturalist physics theory mathematician nobel inventor
    engineer engineering explorer astronaut discovered species evolution railway bridge expedition laboratory
    physician psychologist astronomer viaduct science university professor""",
    "business": "billionaire chief executive founder company investor entrepreneur businessman chairman",
}


class WellKnown(NamedTuple):
    """A well-known person: the name's words, the field, the country, and how many Wikipedias have a page."""

    words: tuple[str, ...]
    field: str
    country: str
    wikipedias: int


class Slip(NamedTuple):
    """The word of a name, by its number, that is one slip from that of a well-known person."""

    number: int
    right: str
    person: WellKnown


def fits(person: WellKnown, vocabulary: frozenset[str]) -> str:
    """Return a word of an article's part that fits a person, or empty."""
    telling = _words_of(person.field) | set(person.country.lower().split()) - {"united", "states", "kingdom"}
    return min(telling & vocabulary, default="")


def nearest(words: Sequence[str]) -> Slip | None:
    """Return the slip that makes a name of another's, if exactly one well-known person's name is so near.

    None where a well-known person bears the very name.
    """
    folded = [fold(word) for word in words]
    found: list[Slip] = []
    for person in (*_people(folded[0]), *_bearers().get(folded[-1], ())):
        if len(person.words) == len(words):
            differing = [at for at, word in enumerate(person.words) if fold(word) != folded[at]]
            if not differing:
                return None
            if len(differing) == 1 and _near(folded[differing[0]], fold(person.words[differing[0]]), person):
                found.append(Slip(differing[0], person.words[differing[0]], person))
    return found[0] if len(found) == 1 else None


def _near(one: str, other: str, person: WellKnown) -> bool:
    """Whether two words, folded, are one slip apart, and not two ways to write one name in our letters."""
    if len(other) < _SHORTEST or len(one) < _SHORTEST - 1 or one[0] != other[0]:
        return False
    if OSA.distance(one, other, score_cutoff=1) > 1 or _UMLAUTS.sub("", one) == _UMLAUTS.sub("", other):
        return False
    if sorted(one) == sorted(other):
        return True  # two letters in another order
    return person.country in _OUR_LETTERS or _skeleton(one) != _skeleton(other)


def _skeleton(word: str) -> str:
    """Return what all romanizations of a name have in common: neither vowels nor doubled letters nor h."""
    return _DOUBLED.sub(r"\1", _SOFT.sub("", word.translate(_ALIKE)))


@cache
def _words_of(field: str) -> frozenset[str]:
    return frozenset(_OF_FIELD[field].split())


@cache
def _people(first: str) -> tuple[WellKnown, ...]:
    """Return the people the first word of whose names is `first`, folded."""
    return tuple(_read(name, person) for line in _lines().get(first, ()) for name, person in _split(line))


def _split(line: str) -> Iterator[tuple[str, str]]:
    first, _, people = line.partition("\t")
    return ((first, person) for person in people.split(";"))


def _read(first: str, person: str) -> WellKnown:
    rest, field, country, wikipedias = person.split(",")
    return WellKnown((first, *rest.split()), field, country, int(wikipedias))


@cache
def _bearers() -> Mapping[str, Sequence[WellKnown]]:
    """Return the most famous people under the last words of their names, folded: their given names are known too."""
    found: dict[str, list[WellKnown]] = defaultdict(list)
    for first, lines in _lines().items():
        for line in lines:
            for name, person in _split(line):
                if int(person.rpartition(",")[2]) >= MOST_FAMOUS and fold(name) == first:
                    known = _read(name, person)
                    found[fold(known.words[-1])].append(known)
    return found


@cache
def _lines() -> Mapping[str, Sequence[str]]:
    """Return the lines of the list under their first words, folded: António and Antonio are one."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            found[fold(line.partition("\t")[0])].append(line)
    return found


def is_well_known(name: str) -> bool:
    """Whether a name is that of one of the well-known people, as the list has it."""
    folded = fold(name)
    return any(fold(" ".join(person.words)) == folded for person in _people(folded.partition(" ")[0]))
