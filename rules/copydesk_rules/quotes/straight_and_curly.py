"""Quotes.StraightAndCurly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from copydesk.facts import marks
from copydesk.facts.marks import CURLY, STRAIGHT, Marks
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Options, Part, Related, Rule, Span

_OTHER_PLACES = 4  # shown with the finding


@dataclass(frozen=True)
class StraightAndCurlyOptions(Options):
    """`apostrophes`: whether apostrophes count too, or quotation marks alone."""

    apostrophes: bool = True


class _Place(NamedTuple):
    """A mark: its part, its place there, and what it is straight and curly."""

    part: Part
    place: int
    straight: str
    curly: str

    @property
    def is_straight(self) -> bool:
        return self.part.words[self.place] in STRAIGHT

    @property
    def span(self) -> Span:
        return self.part.text_span(self.place, self.place + 1)


class StraightAndCurly(Rule):
    """An article has both straight and curly quotation marks, or apostrophes.

    A mixture is what pasting from elsewhere leaves behind. Either sort is good by itself: agencies send straight
    marks all through, printed copy wants curly ones. What the article has more of is kept. It is said once for the
    article, with a fix for all places. Feet and inches, and marks of other languages, are left alone.

    Source: Chicago Manual of Style 6.115 (“smart” quotation marks); AP Stylebook (agency copy is straight).
    """

    name = "Quotes.StraightAndCurly"
    severity = "suggestion"
    in_quotations = True
    options: StraightAndCurlyOptions = StraightAndCurlyOptions()
    examples = [
        Bad(
            '"We saw it," said Ana Ruiz. “It was the dog’s.” It wasn\'t, said the owner of "Rex".',
            found="“",
            fixed='"We saw it," said Ana Ruiz. "It was the dog\'s." It wasn\'t, said the owner of "Rex".',
        ),
        Bad(
            "“We saw it,” said Ana Ruiz. “It was the dog’s.” The door is 6' 2\" high, but 'low'.",
            found="'",
            fixed="“We saw it,” said Ana Ruiz. “It was the dog’s.” The door is 6' 2\" high, but ‘low’.",
        ),
        Bad(
            "It’s the dog’s, isn’t it? They didn't say in the '90s.",
            found="'",
            fixed="It’s the dog’s, isn’t it? They didn’t say in the ’90s.",
        ),
        Good('"We saw it," said Ana Ruiz. "It was the dog\'s \'dinner\'."'),
        Good('“We saw it,” said Ana Ruiz. “It was the dog’s ‘dinner’,” 6\'2" wide and 12" long.'),
        Good('"We saw it," said Ana Ruiz of the weekly „Die Welt“, « in the evening ».'),
        Good("'Abd al-Rahman" + ' said "no" to ‘Ali and left the boys\' room.'),
        Good(
            '"We saw it," she said. It’s true.',
            options=StraightAndCurlyOptions(apostrophes=False),
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        if not any(sign in part.words for part in article.parts for sign in CURLY):
            return  # most copy from agencies
        found = [
            place
            for part, read in zip(article.parts, article.facts(marks), strict=True)
            for place in _places(part, read, apostrophes=self.options.apostrophes)
        ]
        straight = [place for place in found if place.is_straight]
        if not straight or len(straight) == len(found):
            return
        curly = [place for place in found if not place.is_straight]
        fewer, more = (curly, straight) if len(curly) < len(straight) else (straight, curly)
        first = fewer[0]
        yield Finding(
            first.span,
            f"Straight and curly marks are mixed: {len(straight)} straight, {len(curly)} curly.",
            related=tuple(Related(place.span, "and here") for place in fewer[1:_OTHER_PLACES]),
            # What is wrong are all the fewer marks together; the other way is a change of the whole article.
            fixes=(_change_all(fewer), replace(_change_all(more), everywhere=True)),
            confidence=0.9,
        )


def _places(part: Part, read: Marks, *, apostrophes: bool) -> Iterator[_Place]:
    """Yield the marks of a part of which it is known what they are; those of other languages are left out."""
    words = part.words
    known = dict.fromkeys(read.unclosed, "“‘") | dict.fromkeys(read.unopened, "”’")
    for pair in read.pairs:
        if words[pair.opening] in "„«»‹›‚":
            continue
        known |= {pair.opening: "“‘", pair.closing: "”’"}
    if apostrophes:
        # ‘Ali and 6'2" are no apostrophes, but what they are cannot be told from a mark set wrong.
        known |= {place: "”’" for place in read.apostrophes if words[place] != "‘" and not _in_figure(words, place)}
    for place in sorted(known):
        mark, curly = words[place], known[place]
        if mark in '"“”':
            yield _Place(part, place, '"', curly[0])
        elif mark in CURLY or mark in STRAIGHT:
            yield _Place(part, place, "'", curly[1])


def _in_figure(words: str, place: int) -> bool:
    return words[place - 1 : place].isdigit() and words[place + 1 : place + 2].isdigit()


def _change_all(places: list[_Place]) -> Fix:
    """Return the fix that makes straight marks curly, or curly ones straight."""
    to_curly = places[0].is_straight
    edits = tuple(Edit(*place.span, place.curly if to_curly else place.straight) for place in places)
    which = f"all {len(edits)}" if len(edits) > 1 else "it"
    return Fix(f"Make {which} {'curly' if to_curly else 'straight'}", edits)
