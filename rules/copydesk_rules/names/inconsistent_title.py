"""Names.InconsistentTitle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from copydesk.facts import Mention, Person, Role, mentions
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, change_to, pattern
from copydesk.text import lexicon, plural
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import speaks_of_other_times

# An office with one word before it, which nobody's name, place or second office follows.
_OFFICE = pattern(
    r"\b[Tt]he ([a-z]+) ([a-z]+)(?=[ ,.;:’”\"'])"
    r"(?!,? (?:of|for|at|in|to|from|who|whose)\b)(?!(?: [a-z]+)?,? [A-Z])(?!, (?:an?|the)\b)"
)
_NOT_NOW = frozenset(
    "former ex late then acting deputy vice assistant associate retired new next first old interim outgoing".split()
)
_NO_KIND = frozenset("lord chief lady major party police fire".split())  # many offices begin so, held side by side
# Offices that have two names, or that speak for another: no change.
_SAME = frozenset("chair chairman chairwoman chairperson spokesman spokeswoman spokesperson boss leader head".split())


class _Office(NamedTuple):
    kind: str  # the word before it: “county”
    head: str


class _Held(NamedTuple):
    person: Person
    mention: Mention
    role: Role


class InconsistentTitle(Rule):
    """Somebody's office changes: the county clerk here, the county treasurer there.

    The office is a real one, so that only the rest of the article says that another is meant. Reported where one
    person is introduced with an office of a kind (county, medical, finance), an office of the same kind stands
    once without a name, and the article names nobody who holds it. Former, acting and deputy offices, chairs and
    spokesmen are left alone. It is a question: the other may exist.

    Source: Reuters Handbook of Journalism, “accuracy”; AP Stylebook, “titles”.
    """

    name = "Names.InconsistentTitle"
    severity = "suggestion"
    examples = [
        Bad(
            "Rosa Arteta, the county clerk, counted the ballots. Arteta was tired.\n\nThe results will be certified "
            "by the county treasurer this month.",
            found="county treasurer",
            fixed="Rosa Arteta, the county clerk, counted the ballots. Arteta was tired.\n\nThe results will be "
            "certified by the county clerk this month.",
        ),
        Good("Rosa Arteta, the county clerk, counted the ballots. The county clerk was tired."),
        Good(
            "Rosa Arteta, the county clerk, counted the ballots. The county treasurer, Tom Roe, paid. Only the "
            "county treasurer can."
        ),
        Good("Ann Lee, the finance spokesman, was angry. The finance minister has said nothing."),
        Good("Rosa Arteta, the county clerk, counted the ballots. She was then the county treasurer for a year."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = [
            (_Office(match[1], match[2]), part, match)
            for part in article.parts
            if part.is_body and part.kind != "heading"
            for match in _OFFICE.finditer(part.words)
        ]
        times = Counter(office for office, _, _ in found)
        once = [one for one in found if times[one[0]] == 1 and _is_judged(one[0])]
        rivals = _offices_of(article, {office.kind for office, _, _ in once})
        once = [one for one in once if len(rivals[one[0].kind]) > 1]
        held = _held(article) if once else {}
        for office, part, match in once:
            holders = held.get(office.kind, ())
            if len(holders) != 1 or not _is_another(article, office, holders[0]):
                continue
            if not is_left_alone(part, *match.span()) and not speaks_of_other_times(part, match.start()):
                yield _finding(part, office, holders[0], match.start(1), match.end(2))


def _offices_of(article: Article, kinds: set[str]) -> Mapping[str, set[str]]:
    """Return the offices of some kinds that the article speaks of, whoever holds them."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in article.parts:
        if not kinds.isdisjoint(part.vocabulary):
            for kind, head in pairwise(part.small_words):
                if kind in kinds and _is_judged(_Office(kind, head)):
                    found[kind].add(head)
    return found


def _held(article: Article) -> Mapping[str, list[_Held]]:
    """Return who is introduced with an office, under the word before it."""
    found: dict[str, list[_Held]] = defaultdict(list)
    for person in article.facts(mentions).people:
        seen: set[_Office] = set()
        for mention in person.mentions:
            for role in mention.roles:
                words = role.words.lower().split()
                if len(words) == 2 and role.definite and _is_judged(office := _Office(*words)) and office not in seen:
                    seen.add(office)
                    found[office.kind].append(_Held(person, mention, role))
    return found


def _is_judged(office: _Office) -> bool:
    if office.kind in _NOT_NOW or office.kind in _NO_KIND or office.head in _SAME:
        return False
    return office.head in lexicon("office.nouns") | lexicon("occupation.nouns") and plural(office.head) != office.head


def _is_another(article: Article, office: _Office, holder: _Held) -> bool:
    """Whether an office that is judged is not the holder's, and the article has it nowhere else."""
    head = holder.role.head
    if office.head == head or plural(head) == office.head:
        return False
    return article.text.lower().count(office.head) == 1


def _finding(part: Part, office: _Office, holder: _Held, start: int, end: int) -> Finding:
    right = holder.role.words
    return Finding(
        (span := part.text_span(start, end)),
        f"Is “{' '.join(office)}” meant for “{right}”? {holder.person.name} is introduced so.",
        (Related(holder.role.span, f"“{right}” here"),),
        (change_to(span, right),),
        confidence=0.6,
        evidence=f"nobody in the article is called {' '.join(office)} by name",
    )
