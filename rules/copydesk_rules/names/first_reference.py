"""Names.FirstReference."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import introductions, names
from copydesk.facts.introductions import Naming, Person
from copydesk.facts.names.lexicon import NOT_NAMES, famous, given_names, ordinary_words
from copydesk.facts.nicknames import is_initial
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, change_to
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import (
    RELATIVES,
    follows_a_name,
    is_sport_or_other_copy,
    offset,
    stands_as_no_person,
)

# What people and firms do: with no more to go by, the full name must be a person's beyond doubt.
_DOING = frozenset("was is has had will would did does could also never soon".split())
_ARTICLES = frozenset(("Al", "El", "Ul"))


class FirstReference(Rule):
    """The body names a person by the surname first, and gives the full name only farther down.

    Paragraphs that were moved leave the introduction behind: readers meet “Okafor” and learn later who that is. The
    first mention in the body carries the full name, whatever the headline says. Only the body counts, and only a
    person who is named in full later: the famous by one name, titles (President Duda), families and sport are left
    alone.

    Source: AP Stylebook, “names”; Guardian style guide, “names”.
    """

    name = "Names.FirstReference"
    severity = "suggestion"
    examples = [
        Bad(
            "Okafor said the bridge would reopen on Friday. It took a month. Daniel Okafor, the city's chief "
            "engineer, had promised as much.",
            found="Okafor",
            fixed="Daniel Okafor said the bridge would reopen on Friday. It took a month. Daniel Okafor, the "
            "city's chief engineer, had promised as much.",
        ),
        Bad(
            "The fire began in the kitchen, according to Lindqvist. Three crews came.\n\n“It was hot,” said Maria "
            "Lindqvist, 41, who lives next door.",
            found="Lindqvist",
        ),
        Bad(
            "Lindqvist said the mill would stay open. Prices had fallen for a year.\n\nUnions had feared the worst "
            "when Norsund CEO Maria Lindqvist told investors in May.",
            found="Lindqvist",
            fixed="Maria Lindqvist said the mill would stay open. Prices had fallen for a year.\n\nUnions had feared "
            "the worst when Norsund CEO Maria Lindqvist told investors in May.",
        ),
        Good("Daniel Okafor, the chief engineer, spoke first. Okafor said the bridge would reopen."),
        Good("President Duda said he would sign. The law was drafted by Andrzej Duda's own office, said an aide."),
        Good("Okafor said he was sorry. His wife, Grace Okafor, said nothing."),
        Good("Ford said profits rose. Henry Ford, who founded the firm, would have been pleased, said an analyst."),
        Good("Picasso said little. Pablo Picasso's granddaughter, who owns the drawing, said more."),
        Good("Okafor, whose full name is Daniel Okafor, said the bridge was safe."),
        Good("Shabaab has denied it. Al Shabaab said on Monday that it would return."),
        Good("Alzheimer's was named later. Alois Alzheimer, who described it, said it was rare."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for person in article.facts(introductions).people:
            if person.given and (found := _too_late(article, person)) and not is_sport_or_other_copy(article):
                yield _finding(article, person, *found)


def _too_late(article: Article, person: Person) -> tuple[Naming, Naming] | None:
    """Return the surname that opens and the full name that follows in another sentence, if they are one person's."""
    body = [
        naming for naming in person.namings if article.parts[naming.mention.part].kind in ("standfirst", "paragraph")
    ]
    if not body or body[0].full:
        return None
    first = body[0]
    full = next(filter(_is_full, body), None)
    if (
        full is None
        or not (first.sure or (_acts(first) and full.sure))
        or first.title
        or first.mention.words[0].possessive
    ):
        return None
    if (first.mention.part, first.mention.sentence) == (full.mention.part, full.mention.sentence):
        return None
    small = person.surname.lower()
    alone = [naming.mention for naming in person.namings if not naming.full]
    if len(article.facts(names).spellings[person.surname].full) > sum(naming.full for naming in person.namings):
        return None  # the name is also part of another: of a firm's, a law's, another person's
    if (
        small in famous()
        or small in ordinary_words()
        or stands_as_no_person(person.surname, alone)
        or _of_a_family(article, full)
    ):
        return None
    part = article.parts[first.mention.part]
    start = offset(article, first.mention)
    if follows_a_name(article.text, first.span.start) or is_left_alone(part, start, start + len(person.surname)):
        return None
    return first, full


def _is_full(naming: Naming) -> bool:
    """Whether a name has a given name, not just an initial, an article (Al Qaeda) or the word that opens its sentence
    (In Tillerson).
    """
    return naming.full and not all(
        is_initial(word) or word.lower() in NOT_NAMES or (word in _ARTICLES and not _is_described(naming))
        for word in naming.given
    )


def _is_described(naming: Naming) -> bool:
    """Whether more than a verb says that a person is named: Senator Al Franken."""
    return bool(naming.title or naming.role or naming.age)


def _acts(first: Naming) -> bool:
    """Whether a verb follows: “Okafor was”, “Okafor moved”."""
    after = first.mention.after
    return after in _DOING or (after.endswith("ed") and len(after) > 4)


def _of_a_family(article: Article, full: Naming) -> bool:
    """Whether the full name is given as that of a relative: his wife, Grace Okafor."""
    part = article.parts[full.mention.part]
    start = offset(article, full.mention)
    around = part.words[max(start - 40, 0) : start + 80].lower().replace(",", " ").split()
    return not RELATIVES.isdisjoint(around)


def _full_name(article: Article, full: Naming) -> str:
    """Return the name as it stands in the text, without what else has capitals before it (ExxonMobil CEO)."""
    words = full.mention.words
    if len(words) == 1:  # a given name that opens a sentence may be no part of the mention
        return f"{full.given[0]} {words[0].text}"
    first = next((word for word in words[:-1] if word.text.lower() in given_names()), words[0])
    return article.text[first.start : full.span.end]


def _finding(article: Article, person: Person, first: Naming, full: Naming) -> Finding:
    name = _full_name(article, full)
    return Finding(
        first.span,
        f"“{person.surname}” stands here before the full name, “{name}”, is given.",
        (Related(full.span, "the full name follows here"),),
        (change_to(first.span, name),),
        confidence=0.8,
        evidence="a first mention has the full name: AP Stylebook",
    )
