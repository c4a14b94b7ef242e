"""Names.GivenName."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from copydesk.facts import introductions
from copydesk.facts.introductions import Naming, Person
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.lexicon import given_names, known_names, ordinary_words
from copydesk.facts.nicknames import is_initial, may_be_one
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule, Span, change_all, change_to, pattern
from copydesk_rules.names._given_slips import GivenSlip, given_slips
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import RELATIVES, offset, sentence_of, speaks_of_other_times

# Offices that one person holds at a time; of two people with one surname hardly both.
_HELD_BY_ONE = frozenset(
    """president mayor governor chief chairman chairwoman chair director secretary minister sheriff superintendent
    ambassador commissioner coach manager executive editor owner principal spokesman spokeswoman spokesperson head
    leader premier chancellor archbishop bishop captain founder""".split()
)
_NOT_NOW = frozenset(
    "former ex late then acting deputy vice assistant retired ex-president incoming outgoing".split()
)
_NO_MODIFIERS = frozenset("the a an its his her their city town local by with and said says told as".split())
_BEFORE = pattern(r"[^\w\s]+")


class _Role(NamedTuple):
    head: str
    modifiers: frozenset[str]
    of: str


class GivenName(Rule):
    """One office-holder has two given names: police chief Mark Jones here, police chief Mike Jones there.

    The surname is right, so nobody stumbles; one of the two given names belongs to nobody, or to somebody else.
    Reported where surname and office agree and the office is one that a single person holds; and where two given
    names look alike (Oluwaseun and Oluwatobi Balogun) and the second stands once, with nothing that introduces
    another person. Short forms (Mike for Michael), relatives, predecessors, and two people named in one sentence are
    left alone.

    Source: AP Stylebook, “names”; Reuters Handbook of Journalism, “accuracy”.
    """

    name = "Names.GivenName"
    severity = "warning"
    examples = [
        Bad(
            "Police chief Mark Jones said the road would stay closed. Jones had no figures.\n\nDivers searched the "
            "lake. Police chief Mike Jones said they would go on at dawn.",
            found="Mike Jones",
            fixed="Police chief Mark Jones said the road would stay closed. Jones had no figures.\n\nDivers searched "
            "the lake. Police chief Mark Jones said they would go on at dawn.",
        ),
        Bad(
            "Susan Keller, the mayor of Bergen, opened the bridge.\n\nIt cost twice what was planned. Mayor Sandra "
            "Keller said it was worth it.",
            found="Sandra Keller",
        ),
        Bad(
            "Acme's chief executive, Peter Collins, said that 300 jobs would go.\n\nUnions will fight it. Paul "
            "Collins, Acme's chief executive, wrote to the staff.",
            found="Paul Collins",
        ),
        Bad(
            "For the defence, Oluwaseun Balogun said that his client was sorry. He had no record.\n\nOluwatobi "
            "Balogun asked for a fine.",
            found="Oluwatobi Balogun",
            fixed="For the defence, Oluwaseun Balogun said that his client was sorry. He had no record.\n\nOluwaseun "
            "Balogun asked for a fine.",
        ),
        Bad(
            "Gurpreet Sandhu, 23, scored twice. “Gurpreet won us this,” her coach said.\n\nGurdeep Sandhu said she "
            "was tired.",
            found="Gurdeep Sandhu",
        ),
        Bad(
            "Councillor Michael Dunn proposed it. Dunn has sat since 2011.\n\nThe vote was close. Councillor Martin "
            "Dunn said he was pleased.",
            found="Martin Dunn",
        ),
        Good(
            "Councillor Michael Dunn proposed it. Dunn has sat since 2011.\n\nThe vote was close. Martin Dunn, a "
            "baker, said he was pleased."
        ),
        Good("Fidel Castro fell ill. Castro is 88.\n\nIn Havana Raul Castro said that he was well."),
        Good("Gurpreet Sandhu, 23, scored twice. Gurdeep Sandhu, her sister, hit the post."),
        Good("Gurpreet Sandhu, 23, scored twice. Gurdeep Sandhu, 19, hit the post."),
        Good("Police chief Michael Jones said the road would stay closed. Police chief Mike Jones had no figures."),
        Good("Fire chief Mark Jones said the road would stay closed. Police chief Mike Jones had no figures."),
        Good("Mayor Mark Jones opened the bridge. His brother, Mayor Mike Jones of Bath, sent flowers."),
        Good("Senator Tim Scott voted for it. Senator Rick Scott did not."),
        Good(
            "Mayor Susan Keller opened the bridge. It was planned under Mayor Sandra Keller, who left office in 1998."
        ),
        Good("President Donald Trump and first lady Melania Trump left. Melania Trump waved."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for bearers in article.facts(introductions).by_surname.values():
            if len(bearers) > 1:
                for one, other in combinations(bearers, 2):
                    if (pair := _same_office(article, one, other)) is not None:
                        yield _finding(article, one, other, *pair)
        for slip in given_slips(article):
            yield _finding_of_slip(slip)


def _same_office(article: Article, one: Person, other: Person) -> tuple[Naming, Naming, str] | None:
    """Return where two people with one surname hold the same office, and the office; None if they may be two."""
    if not one.given or not other.given or _may_be_two_or_short(one.given[0], other.given[0]):
        return None
    for first in one.namings:
        for second in other.namings:
            role, same = _role(article, first), _role(article, second)
            if role is None or same is None or not _agree(role, same):
                continue
            if _apart(article, first, second):
                return first, second, role.head
    return None


def _may_be_two_or_short(one: str, other: str) -> bool:
    """Whether given names can be one person's, are but a slip apart (another rule's), or are no names."""
    if is_initial(one) or is_initial(other) or may_be_one(one, other):
        return True
    known = [name.lower() in given_names() for name in (one, other)]
    if not any(known) or OSA.distance(one, other) <= 1:
        return True
    return not all(known or _may_be_given(name) for known, name in zip(known, (one, other), strict=True))


def _may_be_given(name: str) -> bool:
    """Whether a word that is not listed as a given name may be one: no word, place or nationality that is known."""
    small = name.lower()
    return name.istitle() and small not in ordinary_words() and small not in known_names() and not is_place(name)


def _role(article: Article, naming: Naming) -> _Role | None:
    """Return the office that a place gives a person, if it is one that a single person holds now."""
    words, _, of = (naming.role or naming.title).partition(" of ")
    *modifiers, head = words.split() or [""]
    # The words before the name, whatever their capitals: “Fire chief” at a sentence's start, “Fire Chief”.
    before = _BEFORE.split(article.text[max(naming.span.start - 40, 0) : naming.span.start].lower())[-1].split()
    if head not in _HELD_BY_ONE or not _NOT_NOW.isdisjoint((*modifiers, *before[-4:])):
        return None
    if before and before[-1] == head:
        modifiers += before[-3:-1]
    return _Role(head, frozenset(modifiers) - _NO_MODIFIERS, of)


def _agree(one: _Role, other: _Role) -> bool:
    if one.head != other.head or (one.of and other.of and one.of != other.of):
        return False
    return one.modifiers <= other.modifiers or other.modifiers <= one.modifiers


def _apart(article: Article, first: Naming, second: Naming) -> bool:
    """Whether two namings stand in two sentences that speak of now, and of no relatives."""
    if (first.mention.part, first.mention.sentence) == (second.mention.part, second.mention.sentence):
        return False
    for naming in (first, second):
        part = article.parts[naming.mention.part]
        start = offset(article, naming.mention)
        sentence = sentence_of(part, start)
        words = part.words[sentence.start : sentence.end].lower().replace(",", " ").replace(".", " ").split()
        if not RELATIVES.isdisjoint(words) or speaks_of_other_times(part, start):
            return False
        if part.kind in ("headline", "heading") or is_left_alone(part, start, start + 1):
            return False
    return True


def _finding(article: Article, one: Person, other: Person, first: Naming, second: Naming, office: str) -> Finding:
    """Report the given name that stands less often, or else the later one."""
    kept, wrong, at, place = one, other, first, second
    if _count(other) > _count(one):
        kept, wrong, at, place = other, one, second, first
    name, right = _words(article, place), _words(article, at)
    given = Span(place.span.start, place.mention.words[0].end)
    edits = tuple(
        Edit(naming.span.start, naming.mention.words[0].end, kept.given[0]) for naming in wrong.namings if naming.full
    )
    whole = kept.given[0] + article.text[given.end : place.span.end]  # with its particles: van Persie
    fixes = [Fix(f"Change to “{whole}”", change_to(given, kept.given[0]).edits)]
    fixes += change_all(edits, kept.given[0])
    return Finding(
        place.span,
        f"“{name}” is “{right}” elsewhere, with the same office.",
        (Related(at.span, f"“{right}” here"),),
        tuple(fixes),
        confidence=0.8,
        evidence=f"both are called {office}; {kept.given[0]} {_count(kept)}×, {wrong.given[0]} {_count(wrong)}×",
    )


def _finding_of_slip(slip: GivenSlip) -> Finding:
    """Report the full name that stands once."""
    odd, (right, *_) = slip.odd, slip.person.given
    wrong = odd.bare.split()[0]
    given = Span(odd.name.start, odd.name.start + len(wrong))
    model = next(mention for mention in slip.person.mentions if mention.form == "full")
    return Finding(
        odd.name,
        f"“{odd.bare}” is “{model.bare}” elsewhere.",
        (Related(model.name, f"“{model.bare}” here"),),
        (Fix(f"Change to “{right}{odd.bare[len(wrong) :]}”", change_to(given, right).edits),),
        confidence=0.75,
        evidence=f"{wrong} stands once, and nothing introduces another person",
    )


def _count(person: Person) -> int:
    return sum(naming.full for naming in person.namings)


def _words(article: Article, naming: Naming) -> str:
    return article.text[naming.span.start : naming.span.end]
