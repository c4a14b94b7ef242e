"""Which name of the body may have been meant by a name of the headline that the body has not."""

from __future__ import annotations

from collections.abc import Sequence, Set

from copydesk.facts import names
from copydesk.facts.names import Cluster, Mention, Word
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.lexicon import MONTHS_AND_DAYS, NOT_NAMES, PLACE_PREPOSITIONS, known_names, ordinary_words
from copydesk.facts.names.similarity import likeness, plain
from copydesk.rules import Article, Part
from copydesk_rules.headline._citing import sentence_at
from copydesk_rules.headline._headline_names import word_before
from copydesk_rules.headline._name_forms import fold, same_names
from copydesk_rules.headline._sentences import content

_MONTHS = frozenset("jan feb mar apr jun jul aug sep oct nov dec".split())
_MOST_FIXES = 2
_MOST_NAMES = 500  # of the article that are considered
_MOST_PLACES = 12
_LIKE = 1.2  # what two forms of one name cost at most, as `likeness` counts
_PER_LETTER = 0.2
_SHORTEST = 5  # letters of the shorter
_LEAST_FIT = 8  # a name that fits no better is a guess


def likely(article: Article, headline: Part, mention: Mention, unknown: Sequence[Word]) -> list[tuple[str, Mention]]:
    """Return the names of the body that may have been meant, best first, each as the headline would have it."""
    above = {
        word.text for one in article.facts(names).mentions if headline.span.contains(one.span) for word in one.words
    }
    lead = word_before(article, mention)
    wanted = content(headline.words)
    kept = [word.text for word in mention.words if word not in unknown]
    ranked = []
    for index, cluster in enumerate(article.facts(names).clusters[:_MOST_NAMES]):
        inside = [one for one in cluster.mentions if not headline.span.contains(one.span)]
        named = _name_below(cluster, inside, {word.text for word in unknown})
        if not named or not _worth_offering(named):
            continue
        shared = [word for word in kept if word in named]
        if not shared and above & set(named):
            continue  # the headline has it already
        score = _fit(mention, unknown, cluster, inside, shared, lead) + _told_with(article, wanted, inside)
        ranked.append((-score, index, _as_written(named, shared, mention, inside), inside[0]))
    ranked.sort(key=lambda row: row[:2])
    best = [row for row in ranked if -row[0] >= max(_LEAST_FIT, 0.6 * -ranked[0][0]) and row[2]]
    return [(text, one) for _, _, text, one in best[:_MOST_FIXES]]


def _name_below(cluster: Cluster, inside: Sequence[Mention], unknown: Set[str]) -> list[str]:
    """Return the words of a name as the body has it, without those of the headline that it has not; none if it has.

    A headline's “Paul Brant” and the body's “Paul Brandt” may be in one cluster, as one name spelt two ways.
    """
    if inside and unknown.isdisjoint(cluster.name.split()):
        return cluster.name.split()
    others = [list(one.key) for one in inside if unknown.isdisjoint(one.key)]
    return max(others, key=len, default=[])


def are_forms_of_one(one: str, other: str) -> bool:
    """Whether two names are so alike that they are likely forms of one, not two people or places.

    Short names (Chen, Chan), and names that are both well known (Miller, Muller), are alike by chance.
    """
    here, there = plain(one), plain(other)
    if here == there:
        return True
    alike = likeness(here, there, _LIKE)
    if alike is None or alike.length < _SHORTEST or alike.cost > min(_LIKE, alike.length * _PER_LETTER):
        return False
    return not (here in known_names() and there in known_names())


def _told_with(article: Article, wanted: frozenset[str], inside: Sequence[Mention]) -> int:
    """How many words of the headline stand in one sentence with the name, at most."""
    places = dict.fromkeys(sentence_at(article, one.span) for one in inside[:_MOST_PLACES])
    return max(len(wanted & content(article.words_at(place))) for place in places)


def _worth_offering(named: Sequence[str]) -> bool:
    last = named[-1].lower()
    if last in MONTHS_AND_DAYS or last in _MONTHS or any(word.isupper() and len(word) < 3 for word in named):
        return False
    return len(named) > 1 or (last not in ordinary_words() and len(last) > 2)


def _fit(
    mention: Mention,
    unknown: Sequence[Word],
    cluster: Cluster,
    inside: Sequence[Mention],
    shared: Sequence[str],
    lead: Sequence[str],
) -> float:
    """How well a name of the body fits: what stands beside it, what sort of name it is, how often it stands."""
    score = min(len(inside), 6) + 8.0 * len(shared)
    title = mention.title.split()[-1:] or list(lead[-1:])
    if title and any(one.title.lower().split()[-1:] == [title[0].lower()] for one in inside):
        score += 6
    if mention.after and any(one.after == mention.after for one in inside):
        score += 1
    before = mention.before.split()[-1:]
    if before and before[0] not in NOT_NAMES and any(one.before.split()[-1:] == before for one in inside):
        score += 6
    place = is_place(unknown[-1].text) and not mention.title
    if before and before[0] in PLACE_PREPOSITIONS | {"of"} and not mention.title:
        there = any(one.before.split()[-1:] == before for one in inside)
        score += 4 if there and cluster.kind != "person" else -4 if cluster.kind == "person" else 0
    if cluster.kind == ("place" if place else "person"):
        score += 4
    elif cluster.kind != "unknown" or (not place and fold(cluster.name) in same_names()):
        score -= 4
    elif not place:
        score += 2 + (len(cluster.name.split()) > 1)
    one, other = unknown[-1].text, cluster.name.split()[-1]
    if one[:1] == other[:1]:
        score += 1 + 3 * (one[:3] == other[:3]) + 3 * (one[:4] == other[:4])
    return score


def _as_written(named: Sequence[str], shared: Sequence[str], mention: Mention, inside: Sequence[Mention]) -> str:
    if shared:
        return " ".join(word for word in named if word not in shared)
    short = [one for one in inside if len(one.words) == 1]
    return " ".join(min(short or inside, key=lambda one: len(one.words)).key)
