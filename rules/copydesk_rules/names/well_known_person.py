"""Names.WellKnownPerson."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copydesk.facts import mentions, names
from copydesk.facts.mentions import Mentions, Person
from copydesk.facts.names import Mention, Names
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import TITLES
from copydesk.facts.names.similarity import plain
from copydesk.rules import Article, Bad, Edit, Finding, Good, Rule, Span, change_all, change_to
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._well_known import MOST_FAMOUS, Slip, fits, nearest

_UNKNOWN = 1.9  # Zipf frequency: below it hardly anybody bears the name
_KNOWN, _FAR = 50, 1.0  # Wikipedias; Zipf frequency by which such a person's name is the more frequent
_OFTEN = 4  # places; who is named more often is somebody, known or not
_MANY_WORDS = 3  # a name of so many, all but one of them right, is nobody else's


class WellKnownPerson(Rule):
    """A well-known person's name is one slip off wherever it stands: Le Corbussier, Antonio Guterrez.

    Nothing in the article contradicts a name that is wrong every time. Reported where all other words of the name are
    a well-known person's, nobody well known bears the form, the form is a rare one, and the words around it fit the
    person: an architect, a United Nations. Somebody with an age or an address is another.

    Source: Pantheon 1.0 (MIT Media Lab); the current members of the US Congress (congress-legislators).
    """

    name = "Names.WellKnownPerson"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    examples = [
        Bad(
            "The building is by the architect Le Corbussier. Nobody lives there.",
            found="Corbussier",
            fixed="The building is by the architect Le Corbusier. Nobody lives there.",
        ),
        Bad(
            "U.N. Secretary-General Antonio Guterrez spoke. Guterrez had no plan.",
            found=("Guterrez", "Guterrez"),
        ),
        Bad("The naturalist Alfred Russell Wallace collected birds there.", found="Russell"),
        Good("The building is by the architect Le Corbusier. Nobody lives there."),
        Good("Antonio Guterrez, 34, a plumber from Leeds, won. The government paid."),
        Good("The shop of Antonio Guterrez is closed."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(names)
        slips: dict[str, Slip] = {}
        for mention in found.mentions:
            key = _without_titles(mention.key)
            if len(key) > 1 and (slip := _nearest(key)) is not None:
                word = key[slip.number]
                if word not in slips and self._is_meant(article, found, mention, slip, word):
                    slips[word] = slip
        for word, slip in slips.items():
            yield from _findings(article, found, word, slip)

    def _is_meant(self, article: Article, found: Names, mention: Mention, slip: Slip, word: str) -> bool:
        if word in self.house.names or slip.right in found.spellings:
            return False
        strong = len(slip.person.words) >= _MANY_WORDS
        if not strong and not _is_rare(word, slip, len(found.spellings[word].occurrences)):
            return False
        beside = article.parts[max(mention.part - 1, 0) : mention.part + 2]
        fitting = any(fits(slip.person, part.vocabulary) for part in beside)
        famous = slip.person.wikipedias >= MOST_FAMOUS and slip.number > 0
        if not fitting and not (strong or famous):
            return False
        return not _is_private(article.facts(mentions), mention)


def _is_rare(word: str, slip: Slip, occurrences: int) -> bool:
    """Whether hardly anybody bears a name, or, of the most famous people's, far fewer than the right one."""
    seen = zipf(plain(word))
    if slip.person.wikipedias >= MOST_FAMOUS and slip.number == 0:
        return occurrences <= _OFTEN  # Brittany Spears: the surname says who is meant
    if seen >= _UNKNOWN:
        return slip.person.wikipedias >= _KNOWN and zipf(plain(slip.right)) - seen >= _FAR
    return seen == 0 or occurrences <= _OFTEN


_nearest = lru_cache(maxsize=20_000)(nearest)


def _without_titles(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the titles and the letters that lead it: U.N. Secretary-General Antonio Guterres."""
    start = 0
    while start < len(key) and (key[start].count(".") > 1 or not TITLES.isdisjoint(key[start].lower().split("-"))):
        start += 1
    return key[start:]


def _is_private(who: Mentions, mention: Mention) -> bool:
    """Whether the article gives an age, or kin, of the one who is named there."""
    person = who.who(mention.span)
    return isinstance(person, Person) and any(one.age or one.kin for one in person.mentions)


def _findings(article: Article, found: Names, word: str, slip: Slip) -> Iterator[Finding]:
    spans = [place.span for place in found.spellings[word].occurrences if not _left_alone(article, place.span)]
    everywhere = change_all((Edit(*span, slip.right) for span in spans), slip.right)
    whole = " ".join(slip.person.words)
    for span in spans:
        yield Finding(
            span,
            f"“{word}” may be meant for “{slip.right}”, as in {whole}.",
            fixes=(change_to(span, slip.right), *everywhere),
            confidence=0.85,
            evidence=f"{whole}, {slip.person.country}: in {slip.person.wikipedias} Wikipedias",
        )


def _left_alone(article: Article, span: Span) -> bool:
    part = article.part_at(span.start)
    if part is None:
        return True
    start = part.prose.offset(span.start)
    return is_left_alone(part, start, start + span.end - span.start)
