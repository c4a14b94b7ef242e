"""Names.InconsistentPronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts import Mentions, Person, mentions
from copydesk.rules import Article, Bad, Finding, Good, Part, Related, Rule, Span, change_to, pattern
from copydesk.text import lexicon, singular
from copydesk_rules.names._left_alone import is_left_alone

# “Then the sun comes up,” he said: who speaks there is named in the paragraph.
_SPEAKS = pattern(
    r"(?:[”\"’'] |^|(?<=[.?!] ))([Hh]e|[Ss]he)"
    r" (?:said|says|added|told|recalled|explained|admitted|joked|argued|insisted)\b"
)
_WORD = pattern(r"[A-Za-z-]+")
_SHOWN = 2  # titles and pronouns that say which sex somebody is of
_NEAR = 2  # paragraphs before
_OTHER = {"he": "she", "she": "he"}


class InconsistentPronoun(Rule):
    """A speaker is he in one place and she in the others.

    Reported where a pronoun beside a quotation can mean nobody but the one who is named in the paragraph: no other
    person, by name or by noun (a doctor, his mother), is there, none of the other sex in the two paragraphs before,
    and the article calls the person otherwise at least twice. Silent where that is not sure, and on “they”.

    Source: Reuters Handbook of Journalism, “accuracy”.
    """

    name = "Names.InconsistentPronoun"
    severity = "warning"
    examples = [
        Bad(
            "Ms Mamani is a physiologist. She grew up in Lima.\n\nIt is cold, Lourdes Mamani said. "
            "“Then the sun comes up,” he said, “and they fight.”\n\nMs Mamani said that she loved them.",
            found="he",
        ),
        Good(
            "Ms Mamani is a physiologist. She grew up in Lima.\n\nIt is cold, Lourdes Mamani said, and "
            "her brother agreed. “Then the sun comes up,” he said.\n\nMs Mamani said that she loved them."
        ),
        Good(
            "Ms Mamani is a physiologist. She works with Tom Bell.\n\nIt is cold, Lourdes Mamani said. "
            "“Then the sun comes up,” he said.\n\nMs Mamani said that she loved them."
        ),
        Good("Lourdes Mamani loves birds.\n\nMamani was tired. “Then the sun comes up,” they said."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        who: Mentions | None = None
        for number, part in enumerate(article.parts):
            if not part.is_body or part.kind == "heading" or part.vocabulary.isdisjoint(_OTHER):
                continue
            for match in _SPEAKS.finditer(part.words):
                who = who or article.facts(mentions)
                span = part.text_span(*match.span(1))
                person = _speaker(who, number, span, match[1].lower())
                if person is None or _speaks_of_another(part, person, match.start()):
                    continue
                if not is_left_alone(part, *match.span(1)):
                    yield _finding(span, match[1], person)


def _speaker(who: Mentions, number: int, span: Span, said: str) -> Person | None:
    """Return the person of the other sex who alone is named before a pronoun that means nobody known."""
    if who.who(span) is not None:
        return None
    here = [person for person in who.people if _is_named(person, range(number, number + 1), span.start)]
    if len(here) != 1 or here[0].sex != _OTHER[said] or _times_shown(here[0]) < _SHOWN:
        return None
    near = range(number - _NEAR, number + 1)
    others = (person for person in who.people if person is not here[0] and person.sex != here[0].sex)
    return None if any(_is_named(person, near, span.start) for person in others) else here[0]


def _is_named(person: Person, parts: Sequence[int], end: int) -> bool:
    return any(mention.named and mention.part in parts and mention.span.end <= end for mention in person.mentions)


def _times_shown(person: Person) -> int:
    """Return how many titles and pronouns that are surely the person's the article has."""
    return len(person.titles) + sum(mention.sure and mention.words.lower() != "they" for mention in person.pronouns)


def _speaks_of_another(part: Part, person: Person, end: int) -> bool:
    """Whether a noun before `end` calls somebody else: a doctor, his mother."""
    own = [role.span for role in person.roles]
    for match in _WORD.finditer(part.words, 0, end):
        if any(match[0].lower() in lexicon(f"{name}.nouns") for name in ("office", "occupation", "person", "kin")):
            span = part.text_span(*match.span())
            if singular(match[0].lower()) == match[0].lower() and not any(held.overlaps(span) for held in own):
                return True
    return False


def _finding(span: Span, said: str, person: Person) -> Finding:
    right = _OTHER[said.lower()]
    model = next((mention for mention in person.pronouns if mention.words.lower() == right), person.first)
    put = right.capitalize() if said[0].isupper() else right
    return Finding(
        span,
        f"{person.name} is “{right}” elsewhere.",
        (Related(model.span, f"“{model.words}” here"),),
        (change_to(span, put),),
        confidence=0.75,
        evidence=f"nobody else is named in the paragraph; {_times_shown(person)} pronouns and titles say “{right}”",
    )
