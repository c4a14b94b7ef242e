"""Quotes.SingleAndDouble."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from copydesk.facts.marks import DOUBLE, Pair
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Options, Related, Rule, Span, pattern
from copydesk_rules.quotes._running import Marked, is_aside, marked

Level = Literal["double", "single"]

_AT_LEAST = 4  # quotations of one sort that show what an article does
_TIMES = 4  # as many of one sort as of the other
_OTHER_PLACES = 4
_OTHER = {'"': "'", "“": "‘", "”": "’", "'": '"', "‘": "“", "’": "”"}
# What a word means, and the sorts of plants, stand in single marks in any house (Chicago 7.53, 8.132).
_GLOSS = pattern(
    r"(?:\b(?:mean(?:s|t|ing)?|translat\w+(?:\s+(?:as|to|roughly\s+as))?|literally|i\.e\.,?|cultivars?|variet(?:y|ies)|"
    r"(?:word|term|name|[A-Z]\w+(?:ish|ese|ian|ic|man))\s+for)|\w\s\()\s*$"
)
_TITLES = frozenset(("headline", "standfirst", "heading", "caption"))


@dataclass(frozen=True)
class SingleAndDoubleOptions(Options):
    """`marks`: what the house sets around a quotation in the body; without it, what the article mostly does.

    `headline`: the same for headline, standfirst, headings and captions; without it they are left alone.
    """

    marks: Literal["", "double", "single"] = ""
    headline: Literal["", "double", "single"] = ""


class _Quoted(NamedTuple):
    """An outermost pair of marks and the part in which it stands."""

    one: Marked
    pair: Pair

    @property
    def level(self) -> Level:
        return "double" if self.one.part.words[self.pair.opening] in DOUBLE else "single"

    @property
    def span(self) -> Span:
        return self.one.part.text_span(self.pair.opening, self.pair.closing + 1)


class SingleAndDouble(Rule):
    """Quotations stand in single marks in some places and in double ones in others, or within their own kind.

    American papers set double marks around a quotation and single ones within it, and so do most British papers in
    the body, with single ones in headlines; book publishers in Britain do the reverse. Two kinds side by side make
    readers look for a difference. A house says which it sets (`marks`, `headline`); else the article is held to
    what it mostly does itself, if that is plain. It is said once for the article, with a fix for all places.
    Headlines, lines without a stop, block quotations, glosses (hund, ‘dog’) and plants (the apple ‘Gala’) are left
    alone.

    Source: AP Stylebook, “quotation marks”; Guardian style guide, “quotation marks”; Chicago Manual of Style 13.30.
    """

    name = "Quotes.SingleAndDouble"
    severity = "suggestion"
    in_quotations = True
    options: SingleAndDoubleOptions = SingleAndDoubleOptions()
    examples = [
        Bad(
            '"It is late," she said. "We go." He said: "No." It was "over". They saw \'several\' boats.',
            found="'several'",
            fixed='"It is late," she said. "We go." He said: "No." It was "over". They saw "several" boats.',
        ),
        Bad(
            "‘It’s late,’ she said. ‘We go.’ He said: ‘No.’ It was ‘over’. “They said ‘it’s over’,” he said.",
            found="“They said ‘it’s over’,”",
            fixed="‘It’s late,’ she said. ‘We go.’ He said: ‘No.’ It was ‘over’. ‘They said “it’s over”,’ he said.",
        ),
        Bad(
            '"They told me "never" twice," he said.',
            found='"never"',
            fixed="\"They told me 'never' twice,\" he said.",
        ),
        Bad(
            "The ‘boss’ left. “We go,” she said.",
            options=SingleAndDoubleOptions(marks="double"),
            found="‘boss’",
            fixed="The “boss” left. “We go,” she said.",
        ),
        Bad(
            "The boss left.",
            headline='Boss "left" early',
            options=SingleAndDoubleOptions(headline="single"),
            found='"left"',
            fixed_headline="Boss 'left' early",
        ),
        Good('"It is late," she said. He called it \'over\' in the \'90s. "No."'),
        Good('"Go." "Stay." "Run." "They said \'never\'," he said. "Rock \'n\' roll," said the boys\' \'em all.'),
        Good('"Go." "Stay." "Run." "Hide," she said. The German word for \'dog\' is Hund, which means \'hound\'.'),
        Good('"Go." "Stay." "Run." "Hide," she said.', headline="She said 'go'"),
        Good("‘Go.’ ‘Stay.’ ‘Run.’ ‘They said “never”,’ he said."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        body: list[_Quoted] = []
        titles: list[_Quoted] = []
        nested: list[_Quoted] = []
        for one in marked(article):
            if not one.marks.pairs:
                continue
            if one.part.kind in _TITLES:
                titles += _outermost(one)
            elif not is_aside(one.part):
                body += _outermost(one)
            nested += _within_their_kind(one)
        wanted = self.options.marks or _habit(body)
        if wanted:
            yield from _finding(_against(body, wanted, glosses=bool(self.options.marks)), wanted, self.options.marks)
        if self.options.headline:
            against = _against(titles, self.options.headline, glosses=True)
            yield from _finding(against, self.options.headline, self.options.headline)
        if nested:
            yield _nested_finding(nested)


def _outermost(one: Marked) -> Iterator[_Quoted]:
    """Yield pairs of English marks in no other; what an unpaired mark may hold is left out, and block quotations."""
    if one.part.kind == "quote":
        return
    found, words = one.marks, one.part.words
    end = min(found.unclosed, default=len(words))
    start = max((place for place in found.unopened if words[place] in DOUBLE), default=-1)
    for pair in found.pairs:
        if pair.depth == 0 and start < pair.opening < end and _is_english(words, pair) and not _is_code(words, pair):
            yield _Quoted(one, pair)


def _within_their_kind(one: Marked) -> Iterator[_Quoted]:
    """Yield the double pairs that stand directly in double pairs."""
    around: dict[int, Pair] = {}
    for pair in one.marks.pairs:
        outer = around.get(pair.depth - 1)
        around[pair.depth] = pair
        if outer is not None and pair.depth == 1:
            quoted = _Quoted(one, pair)
            if quoted.level == _Quoted(one, outer).level == "double" and _is_english(one.part.words, pair):
                yield quoted


def _is_code(words: str, pair: Pair) -> bool:
    """Whether a program's call has the marks: print('all', 'of');."""
    called = pair.opening > 1 and words[pair.opening - 1] == "(" and words[pair.opening - 2].isalnum()
    return called or words.startswith(");", pair.closing + 1)


def _is_english(words: str, pair: Pair) -> bool:
    return words[pair.opening] in _OTHER and words[pair.closing] in _OTHER


def _habit(quoted: Sequence[_Quoted]) -> Level | Literal[""]:
    """Return what an article mostly sets around quotations, if that is plain."""
    double = sum(one.level == "double" for one in quoted)
    single = len(quoted) - double
    if double >= max(_AT_LEAST, _TIMES * single):
        return "double"
    return "single" if single >= max(_AT_LEAST, _TIMES * double) else ""


def _against(quoted: Sequence[_Quoted], wanted: Level, *, glosses: bool) -> list[_Quoted]:
    """Return the quotations that are set otherwise; `glosses` too, where the house has said what it wants."""
    return [
        one
        for one in quoted
        if one.level != wanted
        and (glosses or not _GLOSS.search(one.one.part.words, max(0, one.pair.opening - 40), one.pair.opening))
    ]


def _finding(against: Sequence[_Quoted], wanted: Level, by_house: str) -> Iterator[Finding]:
    if not against:
        return
    why = f"The house sets {wanted} marks here." if by_house else f"The article sets {wanted} marks elsewhere."
    more = f" ({len(against)} places)" if len(against) > 1 else ""
    first = against[0]
    yield Finding(
        first.span,
        f"{why.removesuffix('.')}: this quotation stands in {first.level} ones{more}.",
        related=tuple(Related(one.span, "and here") for one in against[1:_OTHER_PLACES]),
        fixes=_fixes(against, wanted),
        confidence=0.9 if by_house else 0.7,
    )


def _nested_finding(nested: Sequence[_Quoted]) -> Finding:
    return Finding(
        nested[0].span,
        "This quotation stands in double marks within double marks: readers take its beginning for the other’s end.",
        related=tuple(Related(one.span, "and here") for one in nested[1:_OTHER_PLACES]),
        fixes=_fixes(nested, "single"),
        confidence=0.8,
    )


def _fixes(against: Sequence[_Quoted], wanted: Level) -> tuple[Fix, ...]:
    edits = tuple(edit for one in against for edit in _swapped(one))
    if len(against) == 1:
        return (Fix(f"Set it in {wanted} marks", edits),)
    return (Fix(f"Set all {len(against)} in {wanted} marks", edits),)


def _swapped(quoted: _Quoted) -> list[Edit]:
    """Return the edits that change a pair's marks from single to double or back, and all those within it."""
    part, outer = quoted.one.part, quoted.pair
    places = [
        place
        for pair in quoted.one.marks.pairs
        if outer.opening <= pair.opening and pair.closing <= outer.closing and _is_english(part.words, pair)
        for place in (pair.opening, pair.closing)
    ]
    return [Edit(*part.text_span(place, place + 1), _OTHER[part.words[place]]) for place in sorted(places)]
