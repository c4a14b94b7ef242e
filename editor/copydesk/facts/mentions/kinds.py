"""Whether a name is a person's, an organisation's or a place's, by what its words are and by what is beside it.

Each thing that speaks for a kind has a weight and counts once for a name, however often it is seen: “a teacher” after
a name weighs more than the look of the name. The weights are by hand, from reading news; their order matters most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from copydesk.facts.gazetteer import Place as Known
from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.groups import verb_like
from copydesk.facts.mentions.namings import Naming
from copydesk.facts.mentions.records import Role
from copydesk.facts.mentions.sexes import likely
from copydesk.facts.names.lexicon import SETTLEMENTS, famous, given_names, known_names, ordinary_words
from copydesk.text import lexicon

Kind = Literal["person", "organisation", "place"]
Vote = tuple[Kind, str, float]

_CORPORATE = frozenset("inc ltd limited plc llc llp corp gmbh pty incorporated corporation".split())
_IN = frozenset(("in", "near", "around", "across", "throughout"))
_TO = frozenset("from to at of outside towards toward into through over between on".split())
_FROM = frozenset(("from", "in", "near", "at"))
_OWNED_BY_FIRMS = frozenset(
    """executive chairman chairwoman chair shares share profit profits revenue revenues sales earnings employees staff
    customers headquarters board shareholders investors spokesman spokeswoman spokesperson management subsidiary
    factory plant factories stores members membership trustees website app products product brand ceo""".split()
)
_FIRST_OF_FEATURE = frozenset("lake mount river cape port loch fort isle rue calle place via".split())
_COUNTRIES = frozenset(
    "us uk u.s u.k usa uae eu u.s. u.k. d.c. england scotland wales europe africa asia america".split()
)
_PLACES_OF = frozenset((*SETTLEMENTS, "state", "province", "county", "island", "port", "capital"))
_JOINED_ON = ("Mc", "Mac", "O'", "O’", "De", "Di", "Van", "La", "Le")  # what a capital follows in a surname
_OF_A_COUNTRY = (
    "ian",
    "ish",
    "ese",
    "ench",
    "utch",
    "eek",
    "iss",
    "stani",
    "qi",
    "eli",
    "ean",
    "rman",
    "ican",
    "elsh",
)
_EITHER = frozenset(("owner", "co-owner", "partner", "winner", "champion"))  # a person or a body
_ENOUGH = 12  # places where a name stands: more say nothing new
_BIG, _LARGE = 100_000, 500_000
_KNOWN_SIZE = 20_000  # people: smaller places are places only where something else says so


def scores(namings: Sequence[Naming]) -> dict[Kind, float]:
    """Return how much speaks for each kind, over the places where one name stands, or the first of them."""
    cast = {(kind, label): weight for kind, label, weight in _by_shape(namings[0].texts, namings[0].joined)}
    for naming in namings[:_ENOUGH]:
        cast |= {(kind, label): weight for kind, label, weight in (*_by_lead(naming), *_by_follower(naming))}
    totals: dict[Kind, float] = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    for (kind, _), weight in cast.items():
        totals[kind] += weight
    return totals


@lru_cache(maxsize=20_000)
def places(name: str) -> tuple[Known, ...]:
    """Return what the gazetteer has under a name; small places by another name are none of them."""
    found = gazetteer().lookup(name)
    return tuple(one for one in found if one.kind != "city" or not one.by_variant or one.population > _KNOWN_SIZE)


@lru_cache(maxsize=20_000)
def _by_shape(texts: tuple[str, ...], joined: bool) -> tuple[Vote, ...]:
    return tuple(_of_words(texts, joined))


def _of_words(texts: tuple[str, ...], joined: bool) -> Iterator[Vote]:
    last, first = texts[-1].lower(), texts[0].lower()
    if len(texts) == 1:
        yield from _of_one_word(texts[0])
        return
    yield from _known_place(" ".join(texts))
    if any(one.kind != "city" for one in places(texts[0])) and first not in given_names():
        yield "person", "after a country", -2.0
    if is_adjective(texts[0]):
        yield "person", "after a country", -3.0
    if last in lexicon("thing") or all(text.isupper() and text.lower() in ordinary_words() for text in texts):
        yield from _of_a_thing()
    letters = texts[0].isupper() and len(first) > 2
    given = (not letters and (first in given_names() or bool(likely(first)))) or (
        len(first.rstrip(".")) == 1 and first != "a"
    )
    doubtful = given and len(texts) == 2 and last in known_names()
    if last in known.kinds_of_name_word() and last not in known_names():
        given = False
    if given:
        yield "person", "given name", 1.5 if first in ordinary_words() else 3.0
    elif (
        len(texts) < 4
        and not joined
        and len(last) > 1
        and last not in known.kinds_of_name_word()
        and not any(map(_is_no_surname, texts))
    ):
        yield "person", "shape", 1.0
    if _CORPORATE.intersection(word.lower().rstrip(".") for word in texts):
        yield "organisation", "corporate form", 6.0
    if last in known.kinds_of_name_word() or (joined and _kinds_of_joined(texts)):
        yield "organisation", "word of the kind", 1.5 if doubtful else 4.0
    if last in known.kinds_of_place_word() or first in _FIRST_OF_FEATURE:
        yield "place", "word of the kind", 2.0 if doubtful else 3.5
    if joined and "&" in texts:
        yield "organisation", "and", 3.0


def _of_a_thing() -> Iterator[Vote]:
    yield "person", "thing", -4.0
    yield "organisation", "thing", -2.0
    yield "place", "thing", -6.0


def _is_no_surname(word: str) -> bool:
    return word.lower() in ordinary_words() or (word.isupper() and len(word) > 1 and "." not in word)


def is_adjective(text: str) -> bool:
    """Whether a word looks like one made of a country: Spanish, Ukrainian, Japanese."""
    if text.lower() in given_names() or not text.lower().endswith(_OF_A_COUNTRY):
        return False
    return not any(one.kind != "city" for one in places(text))


def _of_one_word(text: str) -> Iterator[Vote]:
    small = text.lower()
    if small in _COUNTRIES or small in lexicon("known_region"):
        yield "place", "country", 6.0
        return
    if is_adjective(text):
        yield from _of_a_thing()
        return
    if small in lexicon("thing"):
        yield from _of_a_thing()
    yield from _known_place(text)
    if text.isupper() and len(text) > 4 and any(one.population > _BIG for one in places(text)):
        yield "place", "dateline", 2.0
    if text.isupper() and len(text) > 3 and small in ordinary_words():
        yield from _of_a_thing()  # SHOUTED
    elif text.isupper() and 2 <= len(text) <= 7:
        yield "organisation", "acronym", 2.5 if len(text) < 6 else 0.7
    elif small in famous():
        yield "person", "famous", 2.0
    elif small in given_names() or likely(small):
        yield "person", "given name", 0.3 if small in ordinary_words() else 1.0
    elif small in known_names():
        yield "person", "surname", 0.3
    elif small not in ordinary_words() and not text.isupper():
        yield "organisation", "no known name", 0.8
    if any(map(str.isupper, text[1:])) and not text.isupper() and not text.startswith(_JOINED_ON):
        yield "organisation", "capital inside", 1.5


def _known_place(name: str) -> Iterator[Vote]:
    found = places(name)
    if found:
        largest = found[0]
        if largest.kind != "city":
            yield "place", "country", 4.0
        elif largest.population >= _KNOWN_SIZE and name.lower() not in famous():
            doubtful = name.lower() in given_names() or name.lower() in ordinary_words()
            yield "place", "known", 0.5 if doubtful else 3.0 if largest.population >= _LARGE else 2.0
        elif " " in name:
            yield "place", "known", 1.0


def _kinds_of_joined(texts: tuple[str, ...]) -> bool:
    return any(text.lower() in known.kinds_of_name_word() for text in texts)


def _by_lead(naming: Naming) -> Iterator[Vote]:
    before = naming.before
    if naming.title:
        yield "person", "title", 5.0
    if before.kin:
        yield "person", "kin", 5.0
    if before.age:
        yield "person", "age before", 5.0
    letters = len(naming.texts) == 1 and naming.texts[0].isupper()
    for role in () if letters else before.roles:
        kind = kind_of_role(role)
        if before.word == "of":
            if kind == "place" and role.head in _PLACES_OF:
                yield "place", "of", 5.0
        elif kind:
            yield kind, "led in", 3.0 if before.word == "," else 4.0
    if not naming.title:
        yield from _by_word_before(naming)


def _by_word_before(naming: Naming) -> Iterator[Vote]:
    before = naming.before
    if before.word == "the" and naming.after.next.isalpha() and not verb_like(naming.after.next):
        return  # “the Obama administration”: what it says is of the noun
    if before.word == "the":
        yield "person", "the", -4.0
        yield "organisation", "the", 1.5 if len(naming.texts) > 1 else 0.5
    elif before.word in _IN or before.word.endswith(" of"):
        yield "place", "in", 2.0
        yield "person", "in", -1.0
    elif before.word in _TO:
        yield "place", "to", 0.7
        if before.word in ("of", "at") and len(naming.texts) > 1:  # Meera Joshi of Holt Ames
            yield "organisation", "of", 0.8
            yield "person", "of", -0.8


def _by_follower(naming: Naming) -> Iterator[Vote]:
    after = naming.after
    if after.relative == "where":
        yield "place", "where", 3.0
    if len(naming.texts) == 1 and naming.before.word in _FROM and not naming.title:
        return  # “a teacher from Leeds, who”
    if after.age:
        yield "person", "age", 4.0
    if after.kin or after.owned in known.kin():
        yield "person", "kin after", 4.0
    for role in after.roles:
        kind = kind_of_role(role)
        if kind:
            yield kind, "aside", 4.0
    if after.owned in _OWNED_BY_FIRMS:
        yield "organisation", "owns", 2.5
    elif after.next in _OWNED_BY_FIRMS:
        yield "organisation", "firm's", 2.0
    if after.next in known.kinds_of_noun() and after.next not in known.kinds_of_place_noun():
        yield "organisation", "noun of the kind", 2.0
    yield from _by_place(naming)
    yield from _by_verb(naming)


def _by_place(naming: Naming) -> Iterator[Vote]:
    following = naming.after.next
    if following in ("-based", "-born", "-area"):
        yield "place", "-based", 1.5
    if naming.sentence == 0 and len(naming.texts) == 1 and following in ("—", "–"):
        yield "place", "dateline", 3.0
    elif naming.opens and naming.texts[0].isupper() and len(naming.texts[0]) > 5 and following == ",":
        yield "place", "dateline", 2.0


def _by_verb(naming: Naming) -> Iterator[Vote]:
    word = naming.verb or naming.after.next
    if naming.after.relative in ("who", "whose"):
        last = naming.texts[-1].lower()
        body = len(naming.texts) > 1 and (last in known.kinds_of_name_word() or last in known.kinds_of_place_word())
        yield ("organisation" if body else "person"), "who", 3.0  # “Victoria Park, who play”
        yield "person", "who of a body", -2.0 if body else 0.0
    elif naming.after.relative == "which":
        yield "organisation", "which", 1.0
        yield "place", "which", 0.5
    if word in lexicon("living"):
        yield "person", "lives", 2.5
    elif word in lexicon("saying.verbs"):
        yield "person", "says", 1.5 if len(naming.texts) > 1 or naming.title else 0.6
        yield "organisation", "says", 0.9
    elif naming.verb and len(naming.texts) == 1 and naming.before.word != "the":
        yield "organisation", "acts", 0.7


def kind_of_role(role: Role) -> Kind | None:
    head = role.head
    if head in _EITHER or (head in known.person_nouns() and head in known.kinds_of_noun()):
        return None  # a publisher, an owner
    if head in known.person_nouns() or head.rpartition("-")[2] in known.person_nouns() or head.endswith("year-old"):
        return "person"
    if head in known.kinds_of_noun() and head not in known.kinds_of_place_noun():
        return "organisation"
    if head in known.kinds_of_place_noun():
        return "place"
    return "person" if head.endswith(("ist", "man", "woman", "eer")) else None
