"""Names.KnownSpelling."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.facts import names
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Rule, Span, change_all, change_to, pattern
from copydesk_rules.names._known import Misspelling, misspellings, telling_words
from copydesk_rules.names._left_alone import is_left_alone


class _Place(NamedTuple):
    """A wrong form where it stands in the text, and the right one for it there."""

    known: Misspelling
    span: Span
    words: str
    right: str


class KnownSpelling(Rule):
    """A well-known name is spelt as many misspell it: Warren Buffet, Nieman Marcus, Columbia for the country.

    Where a name is wrong all through, nothing in the article contradicts it, and a spelling checker knows most of the
    wrong forms as words. These are names that papers had to correct, some of them over and over. A form that is
    somebody's right one elsewhere is reported only where the article shows who is meant: Columbia beside Bogotá.

    Source: published corrections and lists of the names that are misspelt most often, named in the evidence.
    """

    name = "Names.KnownSpelling"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    examples = [
        Bad(
            "Shares rose after Warren Buffet bought more. Buffet said nothing.",
            found=("Warren Buffet", "Buffet"),
            fixed="Shares rose after Warren Buffett bought more. Buffett said nothing.",
        ),
        Bad(
            "The store is a Nieman Marcus; the shoppers come from Cincinatti.",
            found=("Nieman Marcus", "Cincinatti"),
            fixed="The store is a Neiman Marcus; the shoppers come from Cincinnati.",
        ),
        Bad(
            "Rebels in Columbia freed two soldiers. A spokesman in Bogotá said Columbia's army had not been told.",
            found=("Columbia", "Columbia"),
            fixed="Rebels in Colombia freed two soldiers. A spokesman in Bogotá said Colombia's army had not "
            "been told.",
        ),
        Bad(
            "A statue of Mahatma Ghandi was vandalised overnight in Davis, police said.",
            found="Mahatma Ghandi",
            fixed="A statue of Mahatma Gandhi was vandalised overnight in Davis, police said.",
        ),
        Bad(
            "She trained at John Hopkins University before moving to Tuscon.",
            found=("John Hopkins University", "Tuscon"),
        ),
        Good("The hotel's buffet is known for its oysters, and Warren Street for its traffic."),
        Good(
            "Columbia has admitted 2,000 students. A woman from Bogotá was among those whom Columbia University took."
        ),
        Good("The senator, whose name is often misspelled Hilary Clinton, laughed."),
        Good("John Hopkins, 34, of Leeds, was fined. Jane Austin, his neighbour, had called the police."),
        Good("More is at www.mannypacquaio.example.com and on the account @MannyPacquaio, she said."),
        Good("The play “Waiting for Mahatma Ghandi” opens in May."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = [
            (part, *match)
            for part in article.parts
            if not telling_words().isdisjoint(part.vocabulary)
            for match in article.cache.get(KnownSpelling, part, _in_part)
        ]
        if not found:
            return
        others = {known for part, known, start, end in found if _anothers(part, known, start, end)}
        places = [
            _place(article, *match)
            for match in found
            if match[1] not in others and _meant(article, match[1]) and match[1].wrong not in self.house.names
        ]
        if not places or not (places := _not_two_ways(article, places)):
            return
        places += _surnames_alone(article, places)
        places.sort(key=lambda place: place.span)
        alike: dict[Misspelling, list[Edit]] = defaultdict(list)
        for place in places:
            alike[place.known].append(Edit(*place.span, place.right))
        everywhere = {known: change_all(edits, known.right) for known, edits in alike.items()}
        for place in places:
            yield _finding(place, everywhere[place.known])


def _in_part(part: Part) -> tuple[tuple[Misspelling, int, int], ...]:
    """Return the wrong forms in one part that stand nowhere where they are to be left alone."""
    vocabulary = part.vocabulary
    return tuple(
        (one, *match.span())
        for word in telling_words() & vocabulary
        for one in misspellings()[word]
        if one.small <= vocabulary
        for match in pattern(rf"(?<![\w@#’'-]){one.pattern}(?!\w|-[A-Z])").finditer(part.words)
        if not is_left_alone(part, *match.span())
    )


def _meant(article: Article, known: Misspelling) -> bool:
    return not known.words or any(word in article.text for word in known.words)


def _anothers(part: Part, known: Misspelling, start: int, end: int) -> bool:
    """Whether a word that needs context is part of a longer name there: then the article may mean that one."""
    return bool(known.words) and " " not in known.wrong and _in_longer_name(part.words, start, end)


def _place(article: Article, part: Part, known: Misspelling, start: int, end: int) -> _Place:
    right = known.right.replace("'", "’") if "’" in article.text else known.right
    return _Place(known, part.text_span(start, end), part.words[start:end], right)


_NAME_BEFORE = pattern(r"(?:^|[^.!?”\"]\s)(?!In |The |From |But |And )[A-Z][\w’'-]* $")
_NAME_BEHIND = pattern(r" (?:[A-Z][a-z]|University|College)")


def _in_longer_name(words: str, start: int, end: int) -> bool:
    """Whether a word that may be right elsewhere is part of a longer name: Columbia University, South Columbia."""
    return (
        _NAME_BEHIND.match(words, end) is not None
        or _NAME_BEFORE.search(words[max(start - 40, 0) : start]) is not None
    )


def _not_two_ways(article: Article, places: list[_Place]) -> list[_Place]:
    """Leave out names of which the article has the right spelling too: another rule compares the two."""
    groups = [{spelling.text for spelling in group.spellings} for group in article.facts(names).variants]
    return [place for place in places if not any(_differing(place.known) <= group for group in groups)]


def _differing(known: Misspelling) -> set[str]:
    return set(known.wrong.split()) ^ set(known.right.split())


def _surnames_alone(article: Article, places: list[_Place]) -> Iterator[_Place]:
    """Yield the misspelt surnames that stand alone elsewhere: Buffet, after Warren Buffet."""
    taken = sorted(place.span for place in places)
    for known in dict.fromkeys(place.known for place in places):
        if (pair := known.surname) is None:
            continue
        wrong, right = pair
        for part in article.parts:
            if wrong.lower() not in part.vocabulary:
                continue
            for match in pattern(rf"(?<![\w@#’'.-]){wrong}(?!\w|-[A-Z])").finditer(part.words):
                span = part.text_span(*match.span())
                before = bisect(taken, span)  # they do not overlap: only the neighbours can
                alone = not any(other.overlaps(span) for other in taken[max(before - 1, 0) : before + 1])
                if alone and not is_left_alone(part, *match.span()):
                    yield _Place(known, span, wrong, right)


def _finding(place: _Place, everywhere: tuple[Fix, ...]) -> Finding:
    return Finding(
        place.span,
        f"“{place.words}” is usually a misspelling of “{place.right}”.",
        fixes=(change_to(place.span, place.right), *everywhere),
        confidence=0.95,
        evidence=f"source: {place.known.source}",
    )
