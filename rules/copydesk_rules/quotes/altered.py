"""Quotes.Altered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from copydesk.facts import quotations
from copydesk.facts.quotations import Quotation
from copydesk.lazily import cached_property
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Related, Rule, Span
from copydesk_rules.quotes._alignment import (
    Alignment,
    Change,
    Word,
    align,
    says_something,
    shift_of,
    small_words,
    words_of,
)
from copydesk_rules.quotes._running import is_title

_SHARED = 5  # words that two quotations have in common
_CONTENT = 3  # of them, words that say something
_MOST_CHANGED = 3  # words
_SHARE = 0.2  # of what is compared
_CAPITALS = 0.9  # of the words of a title, at least
_LONGEST = 500  # words of a quotation that are looked at
_CANDIDATES = 5  # earlier quotations that one is compared with
_PLACES = ("paragraph", "quote", "item", "standfirst", "caption")
_PRONOUNS = frozenset("he she they it we i who one".split())


@dataclass(frozen=True)
class _Said:
    """A quotation and its part."""

    quotation: Quotation
    part: Part

    @cached_property
    def start(self) -> int:
        return self.part.prose.offset(self.quotation.span.start) + 1

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.part.words, self.start, self.start + len(self.quotation.words))[:_LONGEST]


class Altered(Rule):
    """A quotation stands twice in the article, the second time with other words.

    A source said it one way. Where the introduction quotes “a significant breach of trust” and the full sentence
    below has “a serious breach of trust”, one of the two is no quotation. Excerpts are left alone, and so is what
    dots or brackets own up to; short forms, capitals, spelling and punctuation do not count, nor do two speakers
    who use much the same words, nor titles.

    Source: AP Stylebook, “quotations in the news” (never alter quotations, even to correct grammar); Guardian style
    guide, “quotes”.
    """

    name = "Quotes.Altered"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "The minister spoke of “a significant breach of public trust” on Monday. He left.\n\n“It was a "
            "serious breach of public trust,” he told parliament.",
            found="serious",
            fixed="The minister spoke of “a significant breach of public trust” on Monday. He left.\n\n“It was a "
            "significant breach of public trust,” he told parliament.",
        ),
        Bad(
            '"We lost 21 men in the first hour of the attack," said Colonel Ruiz. Ruiz wrote: "We lost 12 '
            'men in the first hour of the attack and held the bridge."',
            found="12",
            fixed='"We lost 21 men in the first hour of the attack," said Colonel Ruiz. Ruiz wrote: "We '
            'lost 21 men in the first hour of the attack and held the bridge."',
        ),
        Bad(
            '"I did not know the rear brakes had failed," she said. Later: "I did know the rear brakes had failed."',
            found="did know",
            fixed='"I did not know the rear brakes had failed," she said. Later: "I did not know the rear '
            'brakes had failed."',
        ),
        Good(
            '"We lost 21 men in the first hour of the attack," said Colonel Ruiz. She spoke of "men [lost] in the '
            'first hour of the attack" and of "21 men in the ... hour of the attack".'
        ),
        Good(
            '"We\'ll not give up the fight for these schools," said Ruiz. "We will not give up the fight for these '
            'schools," she had said before.'
        ),
        Good('"I am not guilty of all these charges," said Ruiz. "I am innocent of all these charges," Dover said.'),
        Good('"We will win this in May," she said. "We will lose this in June," he said. "We will go on."'),
        Good("“Tests Confirm Ana Ruiz Is Lawful Heir Of Dover” is made up. “Ana Ruiz is the lawful heir of Dover.”"),
        Good('"The defence of our harbour comes first," he said. He said "the defense of our harbor comes first".'),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        first: dict[tuple[str, ...], int] = {}  # runs of words, and the quotation that has them first
        quoted = list(_all_said(article))
        for index, said in enumerate(quoted):
            small = small_words(said.quotation.words)
            runs = list(zip(small, small[1:], small[2:], strict=False))
            before = {first[run]: None for run in runs if run in first and says_something(run)}
            findings = (_compared(said, quoted[number]) for number in islice(before, _CANDIDATES))
            finding = next((one for one in findings if one is not None), None)
            if finding is not None:
                yield finding
            for run in runs:
                first.setdefault(run, index)


def _all_said(article: Article) -> Iterator[_Said]:
    for quotation in article.facts(quotations):
        if quotation.whole:
            part = article.part_at(quotation.span.start)
            if part is not None and part.kind in _PLACES and not is_title(quotation.words, _CAPITALS):
                yield _Said(quotation, part)


def _compared(said: _Said, before: _Said) -> Finding | None:
    """Return what is to be said of a quotation that shares a run of words with one before."""
    if _by_others(said.quotation.speaker, before.quotation.speaker):
        return None
    shift = shift_of(said.words, before.words)
    if shift is None:
        return None
    found = align(said.words, before.words, shift)
    changed = sum(max(one.here.end - one.here.start, one.there.end - one.there.start) for one in found.changes)
    if not changed or len(found.matched) < _SHARED or found.content < _CONTENT:
        return None
    if changed > min(_MOST_CHANGED, _SHARE * (len(found.matched) + changed)):
        return None
    return _finding(said, before, found)


def _by_others(one: str, other: str) -> bool:
    """Whether two quotations are said by two people: their names differ."""
    names = [speaker.split()[-1] for speaker in (one, other) if speaker and speaker.lower() not in _PRONOUNS]
    return len(names) == 2 and all(name[0].isupper() for name in names) and names[0] != names[1]


def _finding(said: _Said, before: _Said, found: Alignment) -> Finding:
    change = found.changes[0]
    beside = 0 if all(start < end for start, end in change) else 1  # left out on one side: with the words beside it
    span, other = _shown(said.words, change.here, beside), _shown(before.words, change.there, beside)
    here, there = said.part.words[slice(*span)], before.part.words[slice(*other)]
    place, place_before = said.part.text_span(*span), before.part.text_span(*other)
    return Finding(
        place,
        f"Quoted above with other words: {'; '.join(_told(said, before, one) for one in found.changes)}.",
        related=(Related(before.part.text_span(*_around(before, other)), "quoted here"),),
        fixes=(
            Fix(f"Change to “{there}”, as above", (Edit(*place, there),)),
            Fix(f"Change “{there}” above to “{here}”", (Edit(*place_before, here),)),
        ),
        confidence=0.6,
        evidence=f"{len(found.matched)} words in common",
    )


def _told(said: _Said, before: _Said, change: Change) -> str:
    here = " ".join(word.text for word in said.words[slice(*change.here)])
    there = " ".join(word.text for word in before.words[slice(*change.there)])
    if not here:
        return f"“{there}” is missing here"
    return f"“{here}” here, “{there}” there" if there else f"“{here}” is added here"


def _shown(words: Sequence[Word], change: Span, beside: int) -> Span:
    return Span(words[change.start - beside].span.start, words[change.end - 1 + beside].span.end)


def _around(said: _Said, span: Span) -> Span:
    start = said.part.words.rfind(" ", 0, max(0, span.start - 30)) + 1
    end = said.part.words.find(" ", span.end + 30)
    return Span(start, len(said.part.words) if end < 0 else end)
