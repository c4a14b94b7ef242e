"""Forms of English words: plurals, verb forms and what they are forms of.

Regular forms follow Quirk et al., A Comprehensive Grammar of the English Language, 3.5-3.10 (verbs) and 5.78-5.86
(nouns); irregular ones are in `lexicon/irregular.toml`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from copydesk.text.tables import table

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


class VerbForms(NamedTuple):
    """The forms of a verb: rise, rises, rose, risen, rising."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def plural(noun: str) -> str:
    """Return the plural of a noun in lower case; of “member of parliament” that of its first word."""
    if noun in _irregular("plurals"):
        return _irregular("plurals")[noun]
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


def singular(noun: str) -> str:
    """Return the singular of a noun in lower case; the noun itself if it is no plural."""
    if noun in _singulars():
        return _singulars()[noun]
    if noun.endswith(("ss", "us", "is")) or len(noun) < 4 or not noun.endswith("s"):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return noun[:-2]
    return noun[:-1]


def verb_forms(verb: str) -> VerbForms:
    """Return the forms of a verb, given as its base in lower case; of “step_down” those of its first word."""
    verb, _, particle = verb.partition("_")
    past, participle = _past(verb)
    forms = VerbForms(verb, _third(verb), past, participle, _gerund(verb))
    return VerbForms(*(f"{form}_{particle}" for form in forms)) if particle else forms


def _past(verb: str) -> tuple[str, str]:
    if verb in _irregular("verbs"):
        past, _, participle = _irregular("verbs")[verb].partition(" ")
        return past, participle or past
    if verb.endswith("e"):
        return f"{verb}d", f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied", f"{verb[:-1]}ied"
    regular = f"{_doubled(verb)}ed"
    return regular, regular


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith((*_HISSING, "o")) else f"{verb}s"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def _doubled(verb: str) -> str:
    """Double the last consonant after one stressed vowel: drop, dropp-; where the stress is, the table says."""
    if verb in _irregular("doubled"):
        return verb + verb[-1]
    one_syllable = sum(letter in _VOWELS for letter in verb) == 1
    closed = len(verb) > 2 and verb[-1] not in _VOWELS | set("wxy") and verb[-2] in _VOWELS
    return verb + verb[-1] if one_syllable and closed else verb


@cache
def doublets() -> frozenset[str]:
    """Return the pasts that are right beside regular ones: “leant” beside “leaned” (Quirk et al. 3.13)."""
    return frozenset(_irregular("doublets").values())


@cache
def _irregular(kind: str) -> dict[str, str]:
    return dict(table("irregular")[kind])


@cache
def _singulars() -> dict[str, str]:
    return {many: one for one, many in _irregular("plurals").items()}
