"""Names.NeverIntroduced."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from copydesk.facts import introductions, names
from copydesk.facts.introductions import Person
from copydesk.facts.names import Mention, Names, Spelling
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, pattern
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import (
    RELATIVES,
    follows_a_name,
    is_sport_or_other_copy,
    may_be_no_surname,
    offset,
    sentence_of,
    stands_as_no_person,
)

# What only people do behind their names: “Novak, who was”, “Novak said he”, “Novak, 34,”, “Novak's wife”.
_OF_A_PERSON = pattern(
    r",? (?:said|says|told|added|claimed|admitted|denied|insisted|recalled|wrote|explained|testified)(?: that)? "
    r"(?:he|she)\b"
    r"|['’]s? (?:wife|husband|mother|father|parents|lawyer|attorney|solicitor|son|daughter|brother|sister|death"
    r"|widow)\b"
    r"|, \d{1,3}, |, who (?:is|was|has|had|lives|lived|works|worked|denies|denied) "
    r"| (?:died|married|graduated|testified|wept|smiled|laughed|nodded|retired|lives|lived|pleaded)\b"
    r"| was (?:born|arrested|jailed|sentenced|hospitali[sz]ed|stabbed|shot|acquitted|convicted|extradited|educated)\b"
)
# In a clause of small letters that begins with the name: “Novak left before he”, “Novak and his”.
_PRONOUN = pattern(r"(?: [a-z][\w’'-]*,?){1,5}? (?:he|she|his|himself|herself)\b")
_BY_ONE_NAME = pattern(
    r"\b(?:one name|single name|only name|mononym|pseudonym|identified only|not (?:his|her|their) real name"
    r"|stage name|fictional|characters?|novel|interviewed?)\b"
)
_NAMED_THERE = pattern(
    r"\b(?:named|called (?=[A-Z“\"])|identified|surname|last name|first name|given name|nickname|nicknamed|known as"
    r"|goes by|went by|calls? (?:him|her)self|rapper|singer|film|movie|play|series|dog|cat|horse)\b"
)
# A nickname or a gloss stands before the name (Jo “Ace” Novak); behind speech a stop stands before the mark.
_AFTER_NICKNAME = pattern(r"[^\s,.?!…][\"'”’)]$")
_LINKS = frozenset(
    """said says told asked that and but or as when while if because after before since until to by of from for with
    against about than although though where which whom then so not only even also at on in like""".split()
)


class NeverIntroduced(Rule):
    """A person goes by the surname alone all through the article; who it is was lost in editing.

    The paragraph that introduced her was cut or moved, and the second mention became the first. Reported at the first
    mention, and only where the words around the name show that it is a person's (“Novak, who”, “Novak said she”).
    People whom the world knows by one name, given names, titles (Judge Novak), sport, interviews and reviews are
    left alone.

    Source: AP Stylebook, “names”: full names on first reference; Guardian style guide, “names”.
    """

    name = "Names.NeverIntroduced"
    severity = "warning"
    examples = [
        Bad(
            "Neighbours said the dog had barked for two days. Hrvatin said he had called the council twice. “Nobody "
            "came,” Hrvatin said.\n\nThe council said it would answer Hrvatin's letter.",
            found="Hrvatin",
        ),
        Bad(
            "The jury was out for three hours. Okonjo-Bell, who denied both charges, wept.\n\nOkonjo-Bell's lawyer "
            "said there would be an appeal.",
            found="Okonjo-Bell",
        ),
        Bad(
            "The council voted to close the library. “It is a sad day,” Hrvatin said.\n\nHrvatin said she would "
            "appeal to the minister.",
            found="Hrvatin",
        ),
        Good("Luka Hrvatin said he had called the council twice. “Nobody came,” Hrvatin said."),
        Good("The Hrvatian man said he had a fever. Hrvatian doctors said he would live, as Hrvatian men do."),
        Good("Jo Zehaf-Bibeau was shot. Police said Bibeau, who was born in 1982, had no job. Bibeau had a car."),
        Good("Shakespeare said he was sorry. Shakespeare's wife got the bed."),
        Good("Judge Hrvatin said he had read the letters. Hrvatin's ruling is due."),
        Good("Microsoft said it would appeal. Microsoft told reporters so."),
        Good("A man identified only as Hrvatin said he had seen it all. Hrvatin's car was hit."),
        Good("Hrvatin scored the winning goal in the last minute of the match. The striker, a substitute, left the "
             "team in June; the coach said the club and its players missed him. Hrvatin said he would play on."),
        Good("Madonna said she would tour. Madonna's manager said so too."),
        Good("Amelia said she had heard a bang. Amelia's mother ran outside."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        known = article.facts(names)
        people = article.facts(introductions).by_surname
        found = [
            spelling
            for text, spelling in known.spellings.items()
            if spelling.count > 1
            and not spelling.full
            and text not in self.house.names
            and not any(person.given or _has_title(person) for person in people.get(text, ()))
            and _never_introduced(article, known, spelling)
        ]
        if found and not is_sport_or_other_copy(article) and not _explains_names(article):
            yield from map(_finding, found)


def _has_title(person: Person) -> bool:
    return any(naming.title or naming.role for naming in person.namings)


def _never_introduced(article: Article, known: Names, spelling: Spelling) -> bool:
    surname = spelling.text
    if len(surname) < 3 or surname[1:].isupper():
        return False
    body = [place.mention for place in spelling.occurrences if _in_copy(article, place.mention)]
    if len(body) < 2 or any(mention.title for mention in body) or not _is_a_person(article, body):
        return False
    if may_be_no_surname(surname) or stands_as_no_person(surname, body) or _like_another(known, surname):
        return False
    if any(
        follows_a_name(article.text, place.span.start) or _is_no_person_there(article.text, place.span.start)
        for place in spelling.occurrences
    ):
        return False
    part = article.parts[body[0].part]
    start = offset(article, body[0])
    return not _is_introduced(part, body[0], start) and not is_left_alone(part, start, start + len(surname))


def _in_copy(article: Article, mention: Mention) -> bool:
    part = article.parts[mention.part]
    return (part.is_body or part.kind == "standfirst") and mention.style == "sentence"


def _is_a_person(article: Article, mentions: list[Mention]) -> bool:
    """Whether the words behind a name say so: once beyond doubt, or twice by a pronoun in the same clause."""
    by_pronoun = 0
    for mention in mentions:
        words = article.parts[mention.part].words
        end = offset(article, mention) + mention.span.end - mention.span.start
        if _OF_A_PERSON.match(words, end):
            return True
        by_pronoun += not mention.words[0].possessive and _PRONOUN.match(words, end) is not None
    return by_pronoun > 1


def _is_introduced(part: Part, mention: Mention, start: int) -> bool:
    """Whether the first mention introduces somebody all the same: “rapper Stormzy”, “her husband, Christo”."""
    before = mention.before.split()
    if before and before[-1] not in _LINKS:
        return True
    opening = part.words[max(start - 25, 0) : start].rstrip()
    if _AFTER_NICKNAME.search(opening) or not RELATIVES.isdisjoint(opening.replace(",", " ").split()):
        return True
    sentence = sentence_of(part, start)
    return _NAMED_THERE.search(part.words, sentence.start, sentence.end) is not None


def _is_no_person_there(text: str, start: int) -> bool:
    """Whether a word has an article before it (“The Chinese man”), or is the rest of a garbled one (O�Leary)."""
    return text[max(start - 4, 0) : start].endswith(("The ", "A ", "An ", "�"))


def _like_another(known: Names, surname: str) -> bool:
    """Whether a name of the article is nearly the same: this may be a misspelling or a part of it
    (Zehaf-Bibeau), or have its article (El-Rashid)."""
    most = 1 if len(surname) < 6 else 2
    return any(
        other.full
        and (
            OSA.distance(text, surname, score_cutoff=most) <= most
            or text.endswith(f"-{surname}")
            or surname.endswith(f"-{text}")
        )
        for text, other in known.spellings.items()
    )


def _explains_names(article: Article) -> bool:
    """Whether the article says that somebody goes by one name, or is about a book or an interview."""
    return any(_BY_ONE_NAME.search(part.words) for part in article.parts)


def _finding(spelling: Spelling) -> Finding:
    first, *others = spelling.occurrences
    return Finding(
        first.span,
        f"“{spelling.text}” is never introduced with a full name.",
        tuple(Related(place.span, "named again here") for place in others[:3]),
        confidence=0.75,
        evidence=f"the surname stands alone {spelling.count} times; nothing says who this is",
    )
