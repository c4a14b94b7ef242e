"""Names.InconsistentRank."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import Mention, Person, mentions
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, Span, change_to, pattern
from copydesk_rules.names._left_alone import is_left_alone

# Nobody has two of one row at a time. What is shorter (Inspector, of a chief inspector) contradicts nothing.
_ROWS = tuple(
    frozenset(row.split())
    for row in (
        "constable sergeant inspector superintendent commander sheriff trooper",
        "private corporal sergeant lieutenant captain major colonel brigadier general marshal",
        "commander captain commodore admiral lieutenant",
        "reverend canon archdeacon dean bishop archbishop vicar rabbi imam",
        "judge magistrate justice coroner",
        "councillor alderman mp senator congressman congresswoman representative",
        "mrs miss",
        "baron baroness earl viscount duke duchess count countess prince princess",
    )
)
_IN_FULL = {
    "sgt": "sergeant", "insp": "inspector", "supt": "superintendent", "pc": "constable", "capt": "captain",
    "maj": "major",
    "col": "colonel", "gen": "general", "lt": "lieutenant", "cpl": "corporal", "pvt": "private", "brig": "brigadier",
    "adm": "admiral", "cmdr": "commander", "rev": "reverend", "cllr": "councillor", "councilor": "councillor",
    "councilman": "councillor", "councilwoman": "councillor", "sen": "senator", "rep": "representative",
    "di": "inspector", "ds": "sergeant", "dci": "inspector", "dc": "constable",
}  # fmt: skip
_MOST = 200  # titles of one person
_RANKS = frozenset[str]().union(*_ROWS, _IN_FULL)
_TITLED = pattern(
    rf"\b(?=[A-Z])(?P<rank>{'|'.join(sorted(word.capitalize() for word in _RANKS))}|DI|DS|DCI|DC|PC)\.? "
    r"(?:(?!(?:of|the)\b)[A-Z][\w’'.-]* ){0,2}(?P<name>[A-Z][\w’'-]+)"
)
_CHANGES = frozenset(
    """promoted promotion then former formerly appointed elected ordained consecrated elevated retired demoted acting
    became becoming married""".split()
)


class InconsistentRank(Rule):
    """Somebody has two ranks: Chief Inspector Bell here, Superintendent Bell there.

    A reader takes them for two people, and the one who is demoted in print rings the desk. Reported where two titles
    of one person exclude each other (police, army, navy, church, bench, council; Mrs and Miss) and the odd one occurs
    once. Where somebody is promoted, or was something then, nothing is said.

    Source: AP Stylebook, “military titles”, “titles”; Guardian style guide, “titles”.
    """

    name = "Names.InconsistentRank"
    severity = "warning"
    examples = [
        Bad(
            "Chief Inspector Ann Bell led the raid. Bell said that two men were held.\n\nThree dogs were found. "
            "Superintendent Bell thanked the neighbours.",
            found="Superintendent",
            fixed="Chief Inspector Ann Bell led the raid. Bell said that two men were held.\n\nThree dogs were "
            "found. Chief Inspector Bell thanked the neighbours.",
        ),
        Bad(
            "Mrs Joan Reid has lived there since 1950. Mrs Reid is 90.\n\nMiss Reid said that she would never move.",
            found="Miss",
        ),
        Bad("Capt. Lucy Frost flew it. Capt. Frost was calm.\n\nMajor Frost landed at noon.", found="Major"),
        Good("Professor Lena Holt led the study. Dr Holt said that more work was needed."),
        Good("Chief Inspector Ann Bell led the raid. Inspector Bell thanked the neighbours."),
        Good("Inspector Ann Bell led the raid. She was promoted in May. Superintendent Bell now works in Leeds."),
        Good("Sgt Ian Cole stopped the lorry. Inspector Tom Cole, no relation, found the driver."),
        Good("Councillor Raj Patel is mayor. Mayor Patel spoke."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        if not _has_two_ranks(article):
            return
        for person in article.facts(mentions).people:
            if (pair := _two_ranks(person)) and not _changes(article, pair):
                yield from _finding(article, *pair)


def _has_two_ranks(article: Article) -> bool:
    """Whether a word with a capital has two ranks before it, a few words apart: a look before people are made out."""
    ranks: dict[str, set[str]] = {}
    for part in article.parts:
        for match in _TITLED.finditer(part.words) if not _RANKS.isdisjoint(part.vocabulary) else ():
            rank = match["rank"].lower()
            ranks.setdefault(match["name"], set()).add(_IN_FULL.get(rank, rank))
    return any(len(of_one) > 1 for of_one in ranks.values())


def _rank(title: str) -> frozenset[str]:
    """Return the words of a title that are ranks, in full."""
    words = (_IN_FULL.get(word, word) for word in title.lower().replace(".", "").split())
    return frozenset(word for word in words if word in _RANKS)


def _two_ranks(person: Person) -> tuple[Mention, Mention] | None:
    """Return a mention with the rank that somebody has, and the only one with another; None if they agree."""
    ranked = [(rank, mention) for mention in person.mentions if mention.title and (rank := _rank(mention.title))]
    if len({rank for rank, _ in ranked}) < 2 or len(ranked) > _MOST:
        return None
    for at, (rank, mention) in enumerate(ranked):
        others = [other for index, (other, _) in enumerate(ranked) if index != at]
        if others and (at or len(others) > 1) and all(_exclude(rank, other) for other in others):
            kept = next(one for index, (_, one) in enumerate(ranked) if index != at)
            return (kept, mention) if len(others) > 1 or at else None
    return None


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether nobody has both of two ranks: other words of one row, none of them in both."""
    if one & other:
        return False
    return any(one & row and other & row for row in _ROWS)


def _changes(article: Article, pair: tuple[Mention, Mention]) -> bool:
    """Whether the article speaks of a change of rank around one of two mentions."""
    numbers = {number for mention in pair for number in (mention.part - 1, mention.part) if number >= 0}
    return any(not _CHANGES.isdisjoint(article.parts[number].vocabulary) for number in numbers)


def _finding(article: Article, kept: Mention, odd: Mention) -> Iterator[Finding]:
    part = article.parts[odd.part]
    start = part.prose.offset(odd.span.start)
    if is_left_alone(part, start, start + 1):
        return
    right, wrong = (article.text[one.span.start : one.name.start].rstrip() for one in (kept, odd) if one.name)
    span = Span(odd.span.start, odd.span.start + len(wrong))
    yield Finding(
        span,
        f"{odd.bare} is “{right}” elsewhere, not “{wrong}”.",
        (Related(kept.span, f"“{right}” here"),),
        (change_to(span, right),),
        confidence=0.75,
        evidence="nobody has both at a time, and nothing says that one followed the other",
    )
