"""Names.InconsistentDescription."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from copydesk.facts import introductions, names
from copydesk.facts.gazetteer import Place, gazetteer
from copydesk.facts.names import Described, Names
from copydesk.facts.names.variants import usual_place
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, TooMuch, change_all, change_to
from copydesk_rules.names._described_people import conflicts

# What a population speaks for. GeoNames counts people; what is called a city varies by country, so the
# bounds are wide and between them nothing is said.
_SURELY_TOWN, _SURELY_CITY, _SURELY_VILLAGE = 15_000, 100_000, 1_000
_METROPOLIS = 500_000  # of two places with one name, the one that is meant unless the article says otherwise


class InconsistentDescription(Rule):
    """One place is called a city here and a town there, or one person has two ages or two ranks.

    A reader takes them for two places, or doubts both. A place is the same thing throughout, whichever way it
    is spelt. The population that GeoNames has supports one noun or the other; else the more frequent, else the first.
    A person is 34 throughout, and a colonel: two ages or ranks are reported where both speak of now. Promotions,
    birthdays, relatives of one name, and a lieutenant colonel who is addressed as colonel are left alone.

    Source: Reuters Handbook of Journalism, “accuracy”; populations of GeoNames.
    """

    name = "Names.InconsistentDescription"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Soldiers entered the town of Sudza. A new office works in the city of Sudja.",
            found="city",
            fixed="Soldiers entered the town of Sudza. A new office works in the town of Sudja.",
        ),
        Bad(
            "Fire broke out in the village of Arlesheim. The village of Arlesheim has one doctor. "
            "Arlesheim town is old.",
            found="town",
        ),
        Bad(
            "She was born in the town of Birmingham. The city of Birmingham is proud of her.",
            found="town",
            fixed="She was born in the city of Birmingham. The city of Birmingham is proud of her.",
        ),
        Bad(
            "Colonel Ivan Petrenko said the line had held. Petrenko had no figures.\n\nGeneral Petrenko later left "
            "for the north. The men like the colonel, said a soldier. Colonel Petrenko did not say why.",
            found="General",
        ),
        Bad(
            "Lucy Hale, 34, of Leeds, was driving. She left the road.\n\nPolice named the driver as Lucy Hale, 35.",
            found="35",
        ),
        Bad(
            "The 34-year-old driver Lucy Hale was hurt. A friend said that Hale, 43, had been tired.",
            found="43",
            fixed="The 34-year-old driver Lucy Hale was hurt. A friend said that Hale, 34, had been tired.",
        ),
        Good("Lt. Col. Ana Ruiz spoke first. “We held,” said Colonel Ruiz."),
        Good(
            "Lucy Hale, 34, was driving. In 2012, Lucy Hale, 21, had won a race. Her sister Ann Hale, 31, was hurt."
        ),
        Good("Captain Joe Hart, 34, won the toss. Major Joe Hart, who was promoted in May, read the letter."),
        Good("Attorney General Jo Ball spoke. Colonel Jo Ball of the reserve is her cousin."),
        Good("The city of Kursk and the town of Sudzha are 90 kilometers apart. Kursk city is larger."),
        Good("The old town of Dubrovnik is a jewel. The city of Dubrovnik charges an entrance fee."),
        Good("It is a Russian city. The Russian town of Sudzha lies farther south."),
        Good("Kansas City is a city in Missouri. The town of Kansas, Illinois, is another."),
        Good("Moscow city court heard the case in the town of Zelenograd."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        yield from conflicts(article, article.facts(introductions).people)
        known = article.facts(names)
        for places in _places(known).values():
            nouns = Counter(place.noun for place in places)
            if len(nouns) > 1:
                yield from _findings(known, places, nouns)
        if known.described and known.too_much:
            raise TooMuch(known.too_much)


def _places(known: Names) -> dict[str, list[Described]]:
    """Return the described mentions of each place, under one of its names whatever its spelling."""
    alike = {spelling.text: group.spellings[0].text for group in known.variants for spelling in group.spellings}
    found: dict[str, list[Described]] = defaultdict(list)
    for place in known.described:
        found[" ".join(alike.get(word, word) for word in place.mention.key)].append(place)
    return found


def _findings(known: Names, places: Sequence[Described], nouns: Counter[str]) -> Iterator[Finding]:
    listed = _listed(known, places)
    noun = _supported(nouns, listed) or nouns.most_common(1)[0][0]
    model = next(place for place in places if place.noun == noun)
    wrong = [place for place in places if place.noun != noun]
    listing = f"GeoNames: {listed.name}, {listed.country}, population {listed.population:,}" if listed else ""
    everywhere = change_all((Edit(*place.span, noun) for place in wrong), noun)
    for place in wrong:
        name = " ".join(model.mention.key)
        fixes = [change_to(place.span, noun)]
        if not place.leads:
            fixes.append(Fix(f"Delete “{place.noun}”", (Edit(place.span.start - 1, place.span.end, ""),)))
        fixes += everywhere
        yield Finding(
            place.span,
            f"This place is a {place.noun} here and a {noun} elsewhere.",
            (Related(model.span, f"“{name}” is a {noun} here"),),
            tuple(fixes),
            confidence=0.9,
            evidence=listing or f"{noun}: {nouns[noun]}, {place.noun}: {nouns[place.noun]}",
        )


def _listed(known: Names, places: Sequence[Described]) -> Place | None:
    """Return the place as the gazetteer has it, if it can only mean one."""
    first = places[0].mention
    if len(first.words) == 1:
        for group in known.variants:
            if any(spelling.text == first.words[0].text for spelling in group.spellings):
                return group.usual or usual_place(group.spellings)
    found = [place for place in gazetteer().lookup(" ".join(first.key)) if place.kind == "city" and place.population]
    if len(found) > 1 and found[0].population < min(20 * found[1].population, _METROPOLIS):
        return None
    return found[0] if found else None


def _supported(nouns: Counter[str], listed: Place | None) -> str | None:
    if listed is None or not listed.population:
        return None
    if listed.population >= _SURELY_CITY and "city" in nouns:
        return "city"
    if listed.population < _SURELY_VILLAGE:
        return next((noun for noun in ("village", "hamlet", "town") if noun in nouns), None)
    if listed.population < _SURELY_TOWN and "town" in nouns and "city" in nouns:
        return "town"
    return None
