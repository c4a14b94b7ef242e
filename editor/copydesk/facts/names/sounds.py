"""Which letters different romanisations give to one sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

# Letters that different romanisations (English, German, French, Polish, scholarly; Hepburn and others for
# Japanese) give to one sound. Source: the tables of BGN/PCGN, ISO 9, DIN 1460, Hepburn and Kunrei.
_SOUNDS = (
    "y i j ij yi iy ii yj ji".split(),
    "u ou oo w".split(),
    "o ou oh oo".split(),
    "u uu uh".split(),
    "ya ia ja a yya jja".split(),
    "yu iu ju u".split(),
    "ye ie je e yo".split(),
    "v w f ff".split(),
    "k c q ck ch".split(),
    "kh h ch x k".split(),
    "g gh h gu".split(),
    "sh sch s sz sj ch x sy".split(),
    "ch tch tsch cz tsj tj c tx ti ty".split(),
    "shch sch szcz sh".split(),
    "zh j dzh dj g sch sj z ž dz".split(),
    "ts tz c z cz t".split(),
    "s z ss sz c".split(),
    "ks x".split(),
    "dz z ds".split(),
    "j dj dzh zh dz z y zy jy".split(),
    "ei ai ey ay ee".split(),
    "ee i ie".split(),
    "ae e ay".split(),
    "oe o u".split(),
    "ue u".split(),
    "eo u".split(),
    "f ph p".split(),
    "t th".split(),
    "f h".split(),
    "tsu tu".split(),
    "chi ti".split(),
    "cho tyo".split(),
    "shi si".split(),
    "ji zi".split(),
    "niu new nyu nu".split(),
    "os ous us".split(),
)
# Sounds that only the end of a word tells: Russian, Ukrainian, Belarusian, Polish, German, Latvian, Lithuanian.
_ENDINGS = (
    "sky ski skii skiy skij skyi skyj skis tsky".split(),
    "ov ow off of au aw ou ev ew eff ef eu".split(),  # one letter in Gorbachev and Gorbachov
    "in ine".split(),
)


def _pairs(groups: Iterable[list[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for group in groups for one in group for other in group if one != other)


def _others(groups: Iterable[list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(groups):
        found[one].add(other)
    return {one: frozenset(others) for one, others in found.items()}


SAME_SOUND: Mapping[str, frozenset[str]] = _others(_SOUNDS)
"""Under letters, the other letters that may stand for their sound."""
LAST_SOUNDS = _pairs(_ENDINGS)
"""Pairs of endings that may stand for one."""
LONGEST = max(map(len, (*SAME_SOUND, *(one for one, _ in LAST_SOUNDS))))
