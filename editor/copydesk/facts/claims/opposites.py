"""Verbs that say the opposite of each other, and verbs that a headline can get the wrong way round.

Plain Python, not YAML: every check imports it. Sources: the antonyms of Princeton WordNet 3.1 for these verbs, cut
down to what news says of prices, votes, courts and matches; nouns that headlines use as verbs are left out.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from copydesk.facts.claims.verbs import Forms, forms

# One pair of opposites a line, parted by “/”; the first verb of a side is the one to offer.
_PAIRS = """
rise climb increase gain soar surge jump rally grow / fall decline decrease drop plunge slump tumble sink shrink slide
win / lose
approve pass back endorse ratify adopt accept support / reject oppose veto refuse
convict / acquit clear
open reopen / close shut
allow permit legalize legalise / ban prohibit outlaw forbid block
raise hike lift / cut lower slash reduce
begin start launch / end stop halt cease
join enter / leave quit exit
hire appoint / fire sack dismiss
confirm / deny
arrest detain / release free
uphold / overturn quash
strengthen / weaken
expand / shrink
extend / shorten
admit / deny
agree / refuse
"""
# “A beats B” is not “B beats A”.
_DIRECTED = """sue beat defeat thrash accuse buy acquire attack invade bomb shoot kill arrest hire fire sack praise
criticize criticise blame thank endorse slam challenge back attack replace overtake outbid mock insult threaten
reject snub pay owe follow""".split()


class Opposite(NamedTuple):
    """One side of a pair: all forms of its verbs, those of the other side, and the other side's first verb."""

    same: frozenset[str]
    other: frozenset[str]
    offered: Forms


@cache
def opposites() -> dict[str, tuple[Opposite, ...]]:
    """Return the opposites of each verb that has any, by its base form."""
    found: dict[str, list[Opposite]] = {}
    for line in _PAIRS.strip().splitlines():
        sides = [side.split() for side in line.split("/")]
        for one, other in (sides, sides[::-1]):
            same = frozenset(form for verb in one for form in forms(verb))
            opposite = Opposite(same, frozenset(form for verb in other for form in forms(verb)), forms(other[0]))
            for verb in one:
                found.setdefault(verb, []).append(opposite)
    return {verb: tuple(pairs) for verb, pairs in found.items()}


@cache
def opposed() -> dict[str, str]:
    """Return the base form of each form of a verb that has an opposite."""
    return {form: verb for verb in opposites() for form in forms(verb)}


@cache
def directed() -> dict[str, Forms]:
    """Return the forms of verbs that go from one to another, with all the forms of their verb."""
    return {form: forms(verb) for verb in _DIRECTED for form in forms(verb)}
