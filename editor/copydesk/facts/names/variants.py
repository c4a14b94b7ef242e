"""Names spelt two ways: groups of spellings that are meant for one name, and the form that a gazetteer prefers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from copydesk.article import Span
from copydesk.facts.gazetteer import Place, gazetteer
from copydesk.facts.names.distinct import are_two
from copydesk.facts.names.evidence import DOUBTFUL, Verdict, judge
from copydesk.facts.names.fame import fame, is_known
from copydesk.facts.names.lexicon import PLACE_PREPOSITIONS, SETTLEMENTS
from copydesk.facts.names.similarity import likeness, plain
from copydesk.facts.names.spellings import Occurrence, Spelling, lookalikes

_APART = 0.3  # two spellings less likely than this to be one name are never brought together by a third
_MOST_PAIRS = 5_000  # that are judged; an article has some dozens
_MOST_SPELLINGS = 12  # of one name
_RIGHT_BEHIND = 40  # code points between “also known as” and the name that it gives
_SIC = 6  # code points from a name to the end of “ [sic”
_HEARD_OF = 1.0  # fame of a spelling that is in some list, and so hardly a slip
_KNOWN_COUNTS = 1.6  # in doublings: as if it occurred three times as often
_FAME_TELLS = 0.05  # what one step of fame adds to the likelihood, of two names that a slip may be meant for
_AREAS = frozenset((*SETTLEMENTS, "region", "province", "district", "county", "state", "oblast", "airport", "suburb"))

Sentence = tuple[int, int]


class Glosses(msgspec.Struct, frozen=True):
    """Where the article says itself that a name has another form: in which sentences, and where the words end
    that say so (“also spelled”), in the text.
    """

    sentences: frozenset[Sentence] = frozenset()
    ends: tuple[int, ...] = ()


class Variants(msgspec.Struct, frozen=True):
    """Two or more spellings of one name, the first in the text first.

    `usual` is the form that a gazetteer prefers, where it knows the place and the form is none of these;
    `preferred` is the one of these to prefer. `confidence` and `observations` say how sure it is, and why.
    """

    spellings: tuple[Spelling, ...]
    preferred: Spelling
    usual: Place | None
    confidence: float
    observations: tuple[str, ...]


class Found(NamedTuple):
    """The names that are spelt two ways, in the order of the text; and the limit that was met, if any was."""

    groups: tuple[Variants, ...]
    too_much: str


def find(words: Mapping[str, Spelling], glosses: Glosses) -> Found:
    """Return the groups of spellings that are meant for one name.

    What the article itself says is another form of the name is left out.
    """
    verdicts: dict[frozenset[str], Verdict] = {}
    too_much: dict[str, None] = {}
    for number, (here, there) in enumerate(lookalikes(words.values())):
        if number == _MOST_PAIRS:
            too_much[f"compares at most {_MOST_PAIRS:,} pairs of names that look alike"] = None
            break
        judged = judge(here, there)
        if judged is not None:
            verdicts[frozenset((here.text, there.text))] = judged
    groups: dict[str, frozenset[str]] = {}
    for pair, verdict in sorted(verdicts.items(), key=_surest_first):
        one, other = (words[text] for text in sorted(pair))
        if verdict.confidence < DOUBTFUL or _is_glossed(one, other, glosses) or are_two(one, other):
            continue
        merged = frozenset(pair).union(*(groups.get(text, frozenset()) for text in pair))
        if len(merged) > _MOST_SPELLINGS:
            too_much[f"takes at most {_MOST_SPELLINGS} spellings for one name"] = None
        elif not _torn(merged, verdicts):
            groups.update(dict.fromkeys(merged, merged))
    order = {text: index for index, text in enumerate(words)}
    found = [
        _variants([words[text] for text in sorted(group, key=order.__getitem__)], verdicts)
        for group in set(groups.values())
    ]
    found.sort(key=lambda group: order[group.spellings[0].text])
    return Found(tuple(found), ", and ".join(too_much))


def _surest_first(item: tuple[frozenset[str], Verdict]) -> tuple[float, list[str]]:
    """Order pairs: a slip is likely meant for the best known of the names that it is like."""
    pair, verdict = item
    return -verdict.confidence - _FAME_TELLS * max(map(fame, pair)), sorted(pair)


def _is_glossed(one: Spelling, other: Spelling, glosses: Glosses) -> bool:
    """Whether the article explains one as a form of the other: “Sudzha, also spelled Sudja”; “Sudja [sic]”.

    The words that say so stand between the two in one sentence, right before the rarer one, or right behind it.
    """
    if not glosses.ends:
        return False
    rarer = (one if one.count < other.count else other).occurrences[0].span
    if any(0 <= rarer.start - end <= _RIGHT_BEHIND or 0 < end - rarer.end <= _SIC for end in glosses.ends):
        return True
    return any(
        (mine.mention.part, mine.mention.sentence) == (yours.mention.part, yours.mention.sentence)
        and _one_between(mine.span, yours.span, glosses.ends)
        for mine in one.occurrences
        if (mine.mention.part, mine.mention.sentence) in glosses.sentences
        for yours in other.occurrences
    )


def _one_between(one: Span, other: Span, ends: Sequence[int]) -> bool:
    first, second = sorted((one, other))
    return any(first.end < end <= second.start for end in ends)


def _torn(group: frozenset[str], verdicts: Mapping[frozenset[str], Verdict]) -> bool:
    ordered = sorted(group)
    return any(
        verdict.confidence < _APART
        for index, one in enumerate(ordered)
        for other in ordered[index + 1 :]
        if (verdict := verdicts.get(frozenset((one, other)))) is not None
    )


def _variants(group: Sequence[Spelling], verdicts: Mapping[frozenset[str], Verdict]) -> Variants:
    pairs = [
        verdict
        for index, one in enumerate(group)
        for other in group[index + 1 :]
        if (verdict := verdicts.get(frozenset((one.text, other.text)))) is not None
    ]
    surest = max(pairs, key=lambda verdict: verdict.confidence)
    usual = usual_place(group)
    slip = any(fame(spelling.text) < _HEARD_OF for spelling in group)
    # Stable: the first in the text, if all else is equal.
    ranked = sorted(group, key=lambda spelling: _preference(spelling, slip=slip), reverse=True)
    listed = None
    if usual is not None:
        listed = next((spelling for spelling in group if spelling.plain == plain(usual.name)), None)
    return Variants(
        tuple(group), listed or ranked[0], None if listed else usual, surest.confidence, surest.observations
    )


def _preference(spelling: Spelling, *, slip: bool) -> tuple[float, float]:
    """How much speaks for a spelling: how often it occurs; among equals that it is known, that a full name has it.

    Where one may be a slip, as nobody has heard of it, a well-known one counts for more than it occurs.
    """
    known = _KNOWN_COUNTS * (slip and is_known(spelling.text))
    among_equals = 1.3 * is_known(spelling.text) + 0.2 * min(fame(spelling.text), 3.0) + 0.5 * bool(spelling.full)
    return math.log2(spelling.count) + known, among_equals


def usual_place(group: Sequence[Spelling]) -> Place | None:
    """Return the place that a group of spellings stands for, if they stand for one and a gazetteer knows which.

    One of the spellings must be listed; the name that GeoNames prefers must be like all of them.
    """
    if not any(_of_a_place(place) for spelling in group for place in spelling.occurrences[:12]):
        return None
    found: dict[int, Place] = {}
    for spelling in group:
        for place in gazetteer().lookup(spelling.text):
            if place.name.isalpha() and all(_alike(plain(place.name), other.plain) for other in group):
                found[place.number] = place
    return max(found.values(), key=lambda place: place.population, default=None)


def _alike(one: str, other: str) -> bool:
    alike = likeness(one, other)
    return alike is not None and alike.cost <= 1.0


def _of_a_place(place: Occurrence) -> bool:
    """Whether a word stands as the names of places do, and alone: in Sudzha, the town of Sudzha, Sudzha region."""
    mention = place.mention
    if len(mention.words) > 1 or mention.title:
        return False
    before = mention.before.split()
    return (
        mention.after in _AREAS
        or bool(before and before[-1] in PLACE_PREPOSITIONS)
        or (len(before) == 2 and before[1] == "of" and before[0] in _AREAS)
    )
