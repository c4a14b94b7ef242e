"""Consistency.Compound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise

from copydesk.facts.names.frequency import zipf
from copydesk.rules import Article, Bad, Finding, Good, Part, Rule, pattern
from copydesk.text import analysis_of, plural, singular
from copydesk_rules.consistency._two_ways import MOST_WORDS, Place, in_own_words, two_ways

_HYPHENED = pattern(r"(?<![\w’'-])([A-Za-z][a-z]+)-([a-z]+)(?![\w-]|[’']\w)")
_PAIR = pattern(r"(?<![\w’'-])([A-Za-z][a-z]{2,}) (?=([a-z]{3,})(?![\w-]))")
_SHORTEST = 6  # letters of a compound
_CLOSED = ""  # the way of a compound in one word
_USUAL = 3.0  # Zipf frequency from which that is how most write it
# What is another word in two: any one, some times.
_OTHERS = frozenset(
    """anyone everyone someone anything everything something nothing anyway anywhere everywhere somewhere sometimes
    sometime anymore maybe everyday altogether already alright always also almost although into onto upon within
    without cannot today tonight tomorrow however whatever whenever wherever whoever forever throughout therefore
    furthermore nevertheless nonetheless meanwhile otherwise likewise somehow somewhat hereby thereby whereby whereas
    because become before behind below beside between beyond outside inside overall another indeed instead thereafter
    hereafter""".split()
)
_NOT_THE_SAME = ("re", "un", "pre", "mis")  # re-sign, un-ionised: a hyphen that parts two meanings


class Compound(Rule):
    """A compound is written with a hyphen and in one word, or in one word and in two: time-table, timetable.

    Readers see it, and a search finds half. No list says which is right: the house does, or else the article, by what
    it does most. Words that mean something else in two (any one, some times) are left alone, and so are quotations.

    Source: Chicago Manual of Style, 7.81-7.89; Guardian style guide, “hyphens”.
    """

    name = "Consistency.Compound"
    severity = "suggestion"
    examples = [
        Bad(
            "The timetable is new. Staff had asked for a time-table of their own. The timetable has gaps.",
            found="time-table",
            fixed="The timetable is new. Staff had asked for a timetable of their own. The timetable has gaps.",
        ),
        Bad("Super-markets cut prices. Three supermarkets and one more supermarket are shut.", found="Super-markets"),
        Bad("The healthcare bill rose. New health care is dear, and healthcare staff left.", found="health care"),
        Bad("It is a longterm plan. The long-term costs are high.", found="longterm"),
        Bad("The home-made bread is dear. A homemade pie is not.", found="home-made"),
        Bad(
            "A god son came. The god son left. Her godson wept.",
            found="godson",
            fixed="A god son came. The god son left. Her god son wept.",
        ),
        Good("He will re-sign for the club and not resign. Anyone may come; any one of them will do."),
        Good("The timetable is new. “We want a time-table,” he said."),
        Good("The long-term plan is good in the long term."),
        Good("He has a back yard; the Backyard Company does not."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        parts = [part for part in article.parts if part.kind not in ("note", "byline", "dateline")]
        words = frozenset[str]().union(*(part.vocabulary for part in parts))
        found: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for part in parts:
            for first, second, place in _apart(part, words):
                found[first, second].append(place)
        for (first, second), places in islice(found.items(), MOST_WORDS):
            joint = places[0].way
            places += (place for part in parts for place in _closed(part, first, second, joint))
            own = in_own_words(article, places)
            usual = (
                _CLOSED
                if zipf(first + second) >= _USUAL
                else next((place.way for place in own if place.way), _CLOSED)
            )
            yield from two_ways(article, own, evidence="one compound", usual=usual)


def _apart(part: Part, words: frozenset[str]) -> Iterator[tuple[str, str, Place]]:
    """Yield the compounds of a part, in the singular, with a hyphen or in two words, that stand in one word too."""
    for match in _HYPHENED.finditer(part.words) if "-" in part.words else ():
        if match[1].lower() not in _NOT_THE_SAME and _is_closed_too(match[1] + match[2], words):
            first, second = match[1].lower(), singular(match[2])
            yield first, second, Place("-", part.text_span(*match.span()), match[1] + match[2])
    small = part.small_words
    if not any(first + second in words or f"{first}{second}s" in words for first, second in pairwise(small)):
        return
    for match in _PAIR.finditer(part.words):
        if _is_closed_too(match[1] + match[2], words) and _are_nouns(part, *match.span(2)):
            span = part.text_span(match.start(), match.end(2))
            yield match[1].lower(), singular(match[2]), Place(" ", span, match[1] + match[2])


def _is_closed_too(letters: str, words: frozenset[str]) -> bool:
    """Whether an article has a compound in one word, in either number."""
    lower = letters.lower()
    if len(lower) < _SHORTEST or lower in _OTHERS:
        return False
    return lower in words or singular(lower) in words or plural(singular(lower)) in words


def _are_nouns(part: Part, start: int, end: int) -> bool:
    """Whether a word and the one before it are nouns, so that they may be one."""
    text = analysis_of(part.words)
    at = text.tokens.at(start)
    return text.phrases.tag(at) in "NS" and text.phrases.tag(at - 1) in "NJ" and text.tokens.ends[at] == end


def _closed(part: Part, first: str, second: str, joint: str) -> Iterator[Place]:
    """Yield where a compound is in one word, in either number; a name with a capital is another word.

    `joint` is what it has between its two words elsewhere.
    """
    forms = [first + form for form in (second, plural(second))]
    if part.vocabulary.isdisjoint(forms):
        return
    for match in pattern(rf"(?<![\w’'-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE).finditer(part.words):
        if match.group().islower() or match.start() == 0 or part.words[match.start() - 2] in ".!?":
            apart = f"{match.group()[: len(first)]}{joint}{match.group()[len(first) :]}"
            yield Place(_CLOSED, part.text_span(*match.span()), apart)
