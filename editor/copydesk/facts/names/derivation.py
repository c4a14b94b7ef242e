"""Words that are made of one another: a country and its people, a man's and a woman's surname."""

from __future__ import annotations

# Endings that make another name of one: a people, a language, an adjective, a plural, a land.
_DERIVING = frozenset(
    """n an ian ean ns ans ians ese ish ic ics ist ists ism ite ites is s es ia as
    land i en ens ien iens mark ne nes er ers""".split()
)
_ADJECTIVES = frozenset("an ian ean".split())
# A woman's surname beside a man's, in Slavic languages: both may be right, as of a couple.
_FEMININE = frozenset(
    (
        ("", "a"),
        ("", "wa"),
        ("", "na"),
        ("y", "aya"),
        ("y", "a"),
        ("i", "a"),
        ("yi", "a"),
        ("iy", "aya"),
        ("ij", "aja"),
    )
)
# A place's name and the Slavic adjective made of it: Khabarovsk and Khabarovsky, Kanayevka and Kanayevsky.
_SLAVIC_ADJECTIVES = ("sky", "ski", "skiy", "skaya", "skoye")
_SLAVIC_PLACES = frozenset(("", "a", "o", "y", "ka", "ki"))


def _tails(one: str, other: str) -> tuple[str, str, str]:
    shared = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        shared += 1
    return one[:shared], one[shared:], other[shared:]


def derived(one: str, other: str) -> bool:
    """Whether one plain word is made from the other, or both from one name: Slovak, Slovakia; Sweden, Swedes.

    Two forms that do the same work are no derivation: Belarusian and Belarussian, Iranian and Iranan.
    """
    stem, here, there = _tails(one, other)
    if len(stem) < 3 or len(here) > 5 or len(there) > 5:
        return False
    if _slavic_adjective(one, other) or _slavic_adjective(other, one):
        return True
    if not here or not there:
        return (here or there) in _DERIVING and (here or there) != stem[-1]
    return here in _DERIVING and there in _DERIVING and not (here in _ADJECTIVES and there in _ADJECTIVES)


def _slavic_adjective(place: str, adjective: str) -> bool:
    for ending in _SLAVIC_ADJECTIVES:
        stem = adjective.removesuffix(ending)
        if len(stem) > 3 and stem != adjective and place.removesuffix("sk").startswith(stem):
            return place.removesuffix("sk").removeprefix(stem) in _SLAVIC_PLACES
    return False


def gendered(one: str, other: str) -> bool:
    """Whether the plain words may be a man's and a woman's form of one surname: Petrov, Petrova."""
    stem, here, there = _tails(one, other)
    return len(stem) > 3 and ((here, there) in _FEMININE or (there, here) in _FEMININE)
