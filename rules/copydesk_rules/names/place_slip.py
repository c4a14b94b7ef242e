"""Names.PlaceSlip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from copydesk.facts import names
from copydesk.facts.gazetteer import Place, gazetteer
from copydesk.facts.names import Mention, Names
from copydesk.facts.names.fame import is_known
from copydesk.facts.names.lexicon import PLACE_PREPOSITIONS
from copydesk.rules import Article, Bad, Edit, Finding, Good, Rule, change_all, change_to
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._near_places import METROPOLIS
from copydesk_rules.names._place_slips import nearest_of_many, of_river, with_letters_moved

_BEFORE = PLACE_PREPOSITIONS | frozenset("of for above below beside beyond via".split())
_SHORTEST = 8  # letters of a name of one word
_LONGEST = 3  # words of a country's name, or a place's
_ENOUGH = 2  # other places of its country in the article


_Countries = Mapping[str, set[str]]


class _Right(NamedTuple):
    name: str
    country: str
    people: int


class PlaceSlip(Rule):
    """A place's name of several words is one slip off, or has two letters in another order: Addis Abbaba, Llandielo.

    Nothing in the article contradicts a name that is wrong every time. Reported where the words before it are a
    place's (in, from), no place has the name, and one has it but for the slip: a metropolis, or a place of any size
    in a country of which the article has other places. “On” and “upon” are held to the one that the town has.

    Source: GeoNames.
    """

    name = "Names.PlaceSlip"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    examples = [
        Bad(
            "Talks will be held at its headquarters in Addis Abbaba next week.",
            found="Addis Abbaba",
            fixed="Talks will be held at its headquarters in Addis Ababa next week.",
        ),
        Bad(
            "Two bridges followed, at Bergen and at Berwick-on-Tweed.",
            found="Berwick-on-Tweed",
            fixed="Two bridges followed, at Bergen and at Berwick-upon-Tweed.",
        ),
        Bad("The road from Swansea to Carmarthen was shut three miles below Llandielo.", found="Llandielo"),
        Good("Talks will be held at its headquarters in Addis Ababa next week."),
        Good("The brewery is in Burton-on-Trent, the pottery in Stoke-on-Trent."),
        Good("The farm is three miles below Llandielo."),
        Good("Shares in San Franciscan firms rose. They flew from Port Louise."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        known = article.facts(names)
        suspects: dict[str, list[Mention]] = defaultdict(list)
        for mention in known.mentions:
            suspects[article.text[slice(*mention.span)]].append(mention)
        countries = cache(lambda: _countries(known))  # seldom asked for
        for name, mentions in suspects.items():
            if any(map(_stands_as_place, mentions)) and (right := _right(known, name, countries)) is not None:
                yield from _findings(article, name, right, mentions)


def _stands_as_place(mention: Mention) -> bool:
    return not mention.title and mention.before.rstrip().rpartition(" ")[2].lower() in _BEFORE


def _right(known: Names, name: str, countries: Callable[[], _Countries]) -> _Right | None:
    """Return the place that is meant, if one is."""
    if "-" in name and (place := of_river(name)) is not None:
        town, _, river = name.split("-")
        return _Right(f"{town}-{place.name.lower().split('-')[1]}-{river}", place.country, place.population)
    if (near := nearest_of_many(name)) is not None:
        if near.thousands >= METROPOLIS or _has_country(countries(), name, near.country):
            return _Right(near.name, near.country, near.thousands * 1000)
        return None
    if not name.isalpha() or len(name) < _SHORTEST or not name[1:].islower() or not _is_unknown(name):
        return None
    moved = [place for place in with_letters_moved(name) if place.name not in known.spellings]
    if moved and not known.spellings[name].full and _has_country(countries(), name, moved[0].country):
        return _Right(moved[0].name, moved[0].country, moved[0].population)
    return None


@lru_cache(maxsize=20_000)
def _is_unknown(name: str) -> bool:
    return not is_known(name) and not gazetteer().knows(name)


def _countries(known: Names) -> _Countries:
    """Return the countries of the article: those that are named, and under the others their places that are."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in known.mentions:
        name = " ".join(mention.key)
        place = _largest(name) if len(mention.key) <= _LONGEST else None
        if place is not None and place.kind == "country":
            found[place.country].update(("", name))  # the country itself is enough
        elif place is not None and _stands_as_place(mention):
            found[place.country].add(name)
    return found


@lru_cache(maxsize=20_000)
def _largest(name: str) -> Place | None:
    return next(iter(gazetteer().lookup(name)), None)


def _has_country(countries: _Countries, name: str, country: str) -> bool:
    """Whether the article has the country's name, or places of it besides the one that is judged."""
    return len(countries.get(country, set()) - {name}) >= _ENOUGH


def _findings(article: Article, name: str, right: _Right, mentions: list[Mention]) -> Iterator[Finding]:
    spans = [mention.span for mention in mentions if not _left_alone(article, mention)]
    everywhere = change_all((Edit(*span, right.name) for span in spans), right.name)
    for span in spans:
        yield Finding(
            span,
            f"“{name}” may be meant for “{right.name}”.",
            fixes=(change_to(span, right.name), *everywhere),
            confidence=0.85,
            evidence=f"GeoNames: {right.name}, {right.country}, {right.people:,} people",
        )


def _left_alone(article: Article, mention: Mention) -> bool:
    part = article.parts[mention.part]
    start = part.prose.offset(mention.span.start)
    return is_left_alone(part, start, start + mention.span.end - mention.span.start)
