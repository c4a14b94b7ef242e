"""Names.MisspeltPlace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copydesk.facts import names
from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names import Mention, Names, Spelling
from copydesk.facts.names.fame import is_known
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import PLACE_PREPOSITIONS
from copydesk.facts.names.similarity import plain
from copydesk.rules import Article, Bad, Edit, Finding, Good, Rule, Span, change_all, change_to, pattern
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._near_places import NearPlace, nearest

_SHORTEST = 6  # letters; shorter names are one letter from too many others
_PREPOSITIONS = frozenset("in near outside around at from to between".split())
_SETTLEMENTS = frozenset(
    """city town capital village port suburb suburbs outskirts municipality district province mayor residents people
    streets north south east west""".split()
)
# Thousands of people. Where its country stands beside a place it may be of any size in the list; where the country is
# named elsewhere in the article, it must be large; a metropolis needs no country.
_LARGE = 250
_HOMES = {"en-GB": ("GB", "IE"), "en-US": ("US",), "en-AU": ("AU", "NZ"), "en-CA": ("CA",), "en-ZA": ("ZA",)}
_COUNTRY_BEHIND = pattern(r", (?:in )?(?:the )?((?:[A-Z][\w.’'-]+)(?: [A-Z][\w’'-]+){0,2})")


class MisspeltPlace(Rule):
    """A place is spelt as no place is, one letter from a known one, mostly in a country that the article names.

    “Khartuom, Sudan”: the name stands once, or wrong every time, so nothing in the article contradicts it, and
    spelling checkers know few places. Reported only where the words around a name say that it is a place (in, near,
    the city of), no place and no name in the index is spelt that way, and exactly one larger place is nearly
    spelt that way: in the country beside it, in that whose English the article is in, in one that the article names,
    or a metropolis.

    Source: GeoNames.
    """

    name = "Names.MisspeltPlace"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    examples = [
        Bad(
            "Shells fell on the market in Khartuom, Sudan, on Monday. Doctors in Khartuom counted nine dead.",
            found=("Khartuom", "Khartuom"),
            fixed="Shells fell on the market in Khartoum, Sudan, on Monday. Doctors in Khartoum counted nine dead.",
        ),
        Bad("The plant is near Guadlajara, Mexico, and makes brakes.", found="Guadlajara"),
        Bad("Police in Brazil searched the city of Salvadro for the men.", found="Salvadro"),
        Bad("Thousands marched in Germany on Saturday. In Dusseldrof, police counted 5,000.", found="Dusseldrof"),
        Bad("The mayor of Pitsburgh, Pennsylvania, spoke first.", found="Pitsburgh"),
        Bad("The head of a school in Marsielle said so.", found="Marsielle"),
        Good("He was raised in Hargeisa, in Somalia, and went to school there."),
        Good("Shells fell on the market in Khartoum, Sudan, on Monday."),
        Bad("They flew from Berlin and landed in Naiorbi on Monday.", found="Naiorbi"),
        Good("A meteorite fell near the village of Carancas in 2007, said a man from Lima."),
        Good("Shells fell on the market in Ghazny on Monday. Nobody was hurt."),
        Good("The singer Maria Guadlajara lives in Mexico. She trusts in Guadlajara's songs."),
        Good("They met in Kherston, a hamlet in Ukraine of ten houses; the town of Keston lies in England."),
        Good("A village near Lakeside, Kenya, is named Nairoby, formerly spelt Nairobi."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        known = article.facts(names)
        suspects: dict[str, list[Mention]] = {}
        for mention in known.mentions:
            if len(mention.words) == 1 and _stands_as_place(article, mention):
                suspects.setdefault(mention.words[0].text, []).append(mention)
        countries: list[str] | None = None  # of the article; seldom asked for
        for word, mentions in suspects.items():
            if _is_unknown(word) and _only_a_place(known, known.spellings[word], mentions):
                if countries is None:
                    countries = _named_countries(known)
                place = _meant(article, countries, word, mentions)
                if place is not None and place.name not in known.spellings and _is_rarer(word, place.name):
                    yield from _findings(article, known.spellings[word], place)


def _stands_as_place(article: Article, mention: Mention) -> bool:
    """Whether the words around a name say that it is a place's: in X, In X at a sentence's start, the mayor of X."""
    word = mention.words[0]
    if word.opens or len(word.text) < _SHORTEST or not word.text[1:].islower() or mention.style != "sentence":
        return False
    rest, _, last = mention.before[:-1].rpartition(" ")
    if not last:
        last = "in" if article.text.startswith("In ", word.start - 3) else ""
    if last in _PREPOSITIONS or (last == "of" and rest in _SETTLEMENTS):
        return True
    return last in PLACE_PREPOSITIONS | {"of"} and _countries_behind(article, mention) != ()


@lru_cache(maxsize=20_000)
def _is_unknown(word: str) -> bool:
    small = word.lower()
    plural = small[-1] == "s" and is_known(small[:-1])
    # GeoNames has misspellings among a place's other names: Middlesborough. Those in use (Marseilles) are well known.
    return not (plural or is_known(word) or any(not place.by_variant for place in gazetteer().lookup(word)))


def _is_rarer(word: str, name: str) -> bool:
    """Whether a word is written less often than a name: Hargeisa, which GeoNames has as Hargeysa, is not."""
    return zipf(plain(word)) < zipf(plain(name))


def _only_a_place(known: Names, spelling: Spelling, mentions: list[Mention]) -> bool:
    """Whether a word is never part of a longer name, and another rule has not found it spelt two ways."""
    if spelling.full or any(mention.title for mention in mentions):
        return False
    return not any(spelling.text == other.text for group in known.variants for other in group.spellings)


def _meant(article: Article, named: list[str], word: str, mentions: list[Mention]) -> NearPlace | None:
    """Return the place that is meant: of the country behind the name, else a large one of another that is named."""
    for mention in mentions:
        if beside := _countries_behind(article, mention):
            return next((place for country in beside if (place := nearest(word, country))), None)
    near = {place for country in named if (place := nearest(word, country)) and place.thousands >= _LARGE}
    near |= {place for country in _homes(article) if (place := nearest(word, country))}
    small = any("village" in mention.before or "town" in mention.before for mention in mentions)
    if not small and (metropolis := nearest(word)):
        near.add(metropolis)
    listed = {place.name for place in gazetteer().lookup(word)}
    near = {place for place in near if place.name in listed} or near
    return near.pop() if len(near) == 1 else None


def _homes(article: Article) -> tuple[str, ...]:
    """Return the codes of the countries whose English an article is in."""
    return _HOMES.get(article.language, ())


def _countries_behind(article: Article, mention: Mention) -> tuple[str, ...]:
    """Return the codes of the country, or of the country of the state, that is named right behind a place."""
    behind = _COUNTRY_BEHIND.match(article.text, mention.span.end)
    return _countries(behind[1]) if behind else ()


def _named_countries(known: Names) -> list[str]:
    keys = {mention.key for mention in known.mentions if len(mention.words) < 4}
    return sorted({country for key in keys for country in _countries(" ".join(key))})


@lru_cache(maxsize=20_000)
def _countries(name: str) -> tuple[str, ...]:
    """Return the codes of the countries called `name`, and that of the United States for one of its states."""
    return tuple(sorted({place.country for place in gazetteer().lookup(name) if place.kind != "city"}))


def _findings(article: Article, spelling: Spelling, place: NearPlace) -> Iterator[Finding]:
    spans = [occurrence.span for occurrence in spelling.occurrences if not _left_alone(article, occurrence.span)]
    everywhere = change_all((Edit(*span, place.name) for span in spans), place.name)
    for span in spans:
        yield Finding(
            span,
            f"“{spelling.text}” may be meant for “{place.name}”.",
            fixes=(change_to(span, place.name), *everywhere),
            confidence=0.8,
            evidence=f"GeoNames: {place.name}, {place.country}, {place.thousands * 1000:,} people",
        )


def _left_alone(article: Article, span: Span) -> bool:
    part = article.part_at(span.start)
    if part is None:
        return True
    start = part.prose.offset(span.start)
    return is_left_alone(part, start, start + span.end - span.start)
