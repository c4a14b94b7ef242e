"""The words of `text/lexicon/*.toml` that this fact asks for, by what they call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from copydesk.facts.mentions.records import Sex
from copydesk.text import singular
from copydesk.text.tables import table

GENERAL = frozenset("organisation organization body institution group entity".split())  # nouns for any organisation


def _held(file: str, names: Iterable[str], key: str) -> frozenset[str]:
    return frozenset(word for name in names for word in table(file)[name].get(key, "").split())


@cache
def titles() -> frozenset[str]:
    """Return what stands before a name and is none of it: courtesy titles, ranks, offices."""
    courtesy = _held("people", ("courtesy_he", "courtesy_she", "courtesy", "rank"), "words")
    return courtesy | _held("people", ("office",), "nouns")


@cache
def person_nouns() -> frozenset[str]:
    """Return what a person may be called: offices, occupations, kin and others."""
    return _held("people", ("office", "occupation", "person", "kin"), "nouns")


@cache
def offices() -> frozenset[str]:
    return _held("people", ("office",), "nouns")


@cache
def occupations() -> frozenset[str]:
    return _held("people", ("occupation",), "nouns")


@cache
def also_called(noun: str) -> tuple[str, ...]:
    """Return what else copy calls somebody of an office or an occupation: a striker is a player."""
    return tuple(table("people")["also_called"].get(noun, "").split())


@cache
def ranks() -> frozenset[str]:
    """Return titles that copy uses as nouns: “the general”."""
    return frozenset(_RANKS.split())


_RANKS = """general colonel captain sergeant lieutenant admiral commander brigadier corporal archbishop
bishop cardinal canon vicar sheriff professor doctor rabbi imam judge baroness duke duchess king queen prince
princess pope"""


@cache
def jobs() -> frozenset[str]:
    """Return the nouns for occupations that are no offices as well."""
    return occupations() - offices()


@cache
def called_by(title: str) -> tuple[str, ...]:
    """Return the words of a title, and what those in short stand for: “det supt” → det, supt, detective, …"""
    words = title.split()
    short = table("people")["abbreviated"]
    return (*words, *(called for word in words for called in short.get(word, "").split()))


@cache
def kin() -> frozenset[str]:
    return _held("people", ("kin",), "nouns")


@cache
def sex_of_noun(noun: str) -> Sex:
    """Return the sex that a noun or a title has in itself."""
    words = (noun, noun.rpartition("-")[2] if noun not in kin() else noun)
    if any(word in _held("people", ("courtesy_he", "person_he"), "words") for word in words):
        return "he"
    return "she" if any(word in _held("people", ("courtesy_she", "person_she"), "words") for word in words) else ""


@cache
def kinds_of_name_word() -> Mapping[str, frozenset[str]]:
    """Return under each word that a name may end with the kinds of organisation that it then is."""
    return _by_word("organisations", "names")


@cache
def kinds_of_noun() -> Mapping[str, frozenset[str]]:
    """Return under each noun for an organisation the kinds that it may call so."""
    found = dict(_by_word("organisations", "nouns"))
    every = frozenset(table("organisations"))
    return found | dict.fromkeys(GENERAL, every)


@cache
def kind_of_noun(noun: str) -> frozenset[str]:
    """Return the kind of organisation that a noun names first of all: “company” is no airline's own word."""
    places = {
        kind: held["nouns"].split().index(noun)
        for kind, held in table("organisations").items()
        if noun in held["nouns"].split()
    }
    return frozenset((min(places, key=lambda kind: places[kind]),)) if places and noun not in GENERAL else frozenset()


def kinds_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the kinds of organisation that a name's words say: the last word first, else the first that says so."""
    words = [text.lower() for text in texts]
    head = words[: words.index("of")] if "of" in words else words[: words.index("for")] if "for" in words else words
    for word in (*head[-1:], *words[-1:], *reversed(words)):
        for one in (word, singular(word)):
            if one in kinds_of_name_word():
                return kinds_of_name_word()[one]
    return frozenset()


@cache
def kinds_of_place_word() -> Mapping[str, frozenset[str]]:
    return _by_word("places", "names")


@cache
def kinds_of_place_noun() -> Mapping[str, frozenset[str]]:
    return _by_word("places", "nouns")


def _by_word(file: str, key: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind, held in table(file).items():
        for word in held.get(key, "").split():
            found[word].add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
