"""What the names in which two look-alike spellings stand tell of whether they are one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from copydesk.facts.names.fame import is_place
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import PLACE_PREPOSITIONS, given_names, ordinary_words
from copydesk.facts.names.pairs import GENERIC, MOST, Pair
from copydesk.facts.names.similarity import likeness, plain
from copydesk.facts.names.spellings import Occurrence, Spelling

_SPEAKING = frozenset(
    """said says say added adds told tells asked noted notes explained explains warned argued argues insisted insists
    admitted replied claimed claims declared stressed commented confirmed denied suggested believes thinks hopes
    wrote writes announced recalled continued concluded testified""".split()
)
_NEAR = 1.0  # what two spellings may cost that share out the work of one name


def observations(pair: Pair) -> Iterator[str]:
    """Compare the other words of the names that the two stand in."""
    minor, major = pair.minor, pair.major
    if not minor.full and not major.full:
        yield "both alone"
    elif not minor.full:
        yield "the rarer alone, the other in a full name"
        if any(map(_ends_name, major.full[:MOST])):
            yield "the rarer alone, the other introduced"
    elif not major.full:
        yield "the rarer in a full name, the other alone"
        if any(map(_ends_name, minor.full[:MOST])):
            yield "the rarer introduced, the other not"
    else:
        yield from _of_two_full_names(pair)
    if _speaks_unintroduced(minor, major) or _speaks_unintroduced(major, minor):
        yield "speaks, but only the other is introduced"
    if pair.alike.cost <= _NEAR and (_only_introduces(minor, major) or _only_introduces(major, minor)):
        yield "one only in full, the other only alone behind it"
    if not minor.full and all(map(_listed, minor.occurrences[:MOST])):
        yield "the rarer only in a list"
    if (_plays(minor, _begins_name, _ends_name) and _plays(major, _ends_name, _begins_name)) or (
        _plays(minor, _ends_name, _begins_name) and _plays(major, _begins_name, _ends_name)
    ):
        yield "one begins a name, the other ends one"
    if any(map(_foreign, minor.full[:MOST])) != any(map(_foreign, major.full[:MOST])):
        yield "one in a foreign name"


def _plays(spelling: Spelling, role: Callable[[Occurrence], bool], never: Callable[[Occurrence], bool]) -> bool:
    """Whether a spelling stands in one role in a full name, and never in the other."""
    places = spelling.full[:MOST]
    return any(map(role, places)) and not any(map(never, places))


def _ends_name(place: Occurrence) -> bool:
    return 0 < place.at == len(place.mention.words) - 1


def _begins_name(place: Occurrence) -> bool:
    return place.at == 0 < len(place.mention.words) - 1


def _speaks_unintroduced(spelling: Spelling, introduced: Spelling) -> bool:
    """Whether a surname speaks, or is a Mr, that nobody introduced, while somebody did the other."""
    if spelling.full or not any(map(_ends_name, introduced.full[:MOST])):
        return False
    return any(map(_speaks, spelling.occurrences[:MOST]))


def _only_introduces(introduced: Spelling, spelling: Spelling) -> bool:
    """Whether one surname stands in full names alone, and the other only by itself further down, as no place does.

    A person is given in full once and by the surname after that, so the two share out the work of one name.
    """
    if spelling.full or not all(map(_has_given_name, introduced.occurrences[:MOST])):
        return False
    if spelling.occurrences[-1].span.start < introduced.occurrences[0].span.end:
        return False
    if spelling.text.lower() in ordinary_words() or is_place(spelling.text):
        return all(map(_speaks, spelling.occurrences[:MOST]))
    return not any(map(_follows_preposition, spelling.occurrences[:MOST]))


def _follows_preposition(place: Occurrence) -> bool:
    before = place.mention.before.split()
    return bool(before) and before[-1] in PLACE_PREPOSITIONS


def _speaks(place: Occurrence) -> bool:
    mention = place.mention
    if mention.title.lower().rstrip(".") in ("mr", "mrs", "ms", "dr", "sir", "lord", "lady", "miss", "professor"):
        return True
    return mention.after in _SPEAKING or mention.before.endswith((" said ", " says ")) or mention.before == "said "


def _listed(place: Occurrence) -> bool:
    """Whether a word stands alone between punctuation marks, as in a line-up."""
    mention = place.mention
    return len(mention.words) == 1 and not (
        mention.before or mention.after or mention.title or mention.words[0].opens
    )


def _foreign(place: Occurrence) -> bool:
    """Whether a particle stands in a name beside a word: Banco do Brasil, Ludwig van Beethoven."""
    words = place.mention.words
    before = place.at > 0 and words[place.at].start - words[place.at - 1].end > 1
    behind = place.at + 1 < len(words) and words[place.at + 1].start - words[place.at].end > 1
    return before or behind


def _of_two_full_names(pair: Pair) -> Iterator[str]:
    minor, major = pair.minor, pair.major
    shared = max(
        (_agreement(here, there) for here in minor.full[:8] for there in major.full[:8]),
        default=0,
    )
    if shared:
        yield ("shared company", "shared company", "shared telling company", "shared long company")[shared]
        return
    yield "other company"
    if all(map(_has_given_name, (*minor.full[:4], *major.full[:4]))):
        yield "each has another given name"
    if len(minor.full) == minor.count and len(major.full) == major.count:
        yield "neither ever alone"
    if all(map(_ends_name, (*minor.full[:4], *major.full[:4]))):
        yield "each ends another name"
    if all(map(_begins_name, (*minor.full[:4], *major.full[:4]))):
        yield "each begins another name"


def _has_given_name(place: Occurrence) -> bool:
    """Whether what stands before the last word of a name looks like a given name, not like a firm's or a title."""
    if not _ends_name(place):
        return False
    first = plain(place.mention.words[0].text)
    return first in given_names() or (first.isalpha() and first not in ordinary_words() and len(first) > 1)


def _agreement(here: Occurrence, there: Occurrence) -> int:
    """Return how well the other words of two full names agree.

    0 is not at all, 1 in a word, 2 in one that few names have, 3 in more than one.
    """
    agreed = [word for step in (-1, 1) for word in _common(here, there, step)]
    if not agreed:
        return 0
    return 3 if len(agreed) > 1 else 2 if len(agreed[0]) > 1 and zipf(agreed[0]) < GENERIC else 1


def _common(here: Occurrence, there: Occurrence, step: int) -> Iterator[str]:
    """Yield the words that stand on one side of both, from the nearest on, as long as they agree."""
    for distance in (step, 2 * step):
        mine, yours = _neighbour(here, distance), _neighbour(there, distance)
        if not mine or not yours or not _same(mine, yours):
            return
        yield min(mine, yours, key=len)


def _same(mine: str, yours: str) -> bool:
    if mine == yours or _initial_of(mine, yours) or _initial_of(yours, mine):
        return True
    if len(mine) <= 3 or len(yours) <= 3:
        return False
    alike = likeness(mine, yours)
    return alike is not None and alike.cost <= 0.7


def _neighbour(place: Occurrence, step: int) -> str:
    index = place.at + step
    words = place.mention.words
    return plain(words[index].text) if 0 <= index < len(words) else ""


def _initial_of(initial: str, name: str) -> bool:
    return len(initial) == 1 and name.startswith(initial)
