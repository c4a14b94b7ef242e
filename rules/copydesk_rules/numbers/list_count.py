"""Numbers.ListCount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts import figures, quotations
from copydesk.facts.figures import Figure
from copydesk.facts.writing_numbers import in_words
from copydesk.rules import (
    Article,
    Bad,
    Finding,
    Good,
    Part,
    Related,
    Rule,
    Span,
    Stretches,
    change_to,
    pattern,
)
from copydesk.text import Analysis, analysis_of

_FEWEST, _MOST = 2, 12  # things that are announced and then named one by one
_LONGEST, _ABBREVIATED = 8, 2  # tokens of a name; letters of a word before its full stop: St.
_SMALL = frozenset("the of de la le du von van al el upon in under".split())
_OPENS = pattern(
    r"(?! (?:of|out)\b)(?:-| )(?:[a-z][\w’'-]*(?: |(?=[,:]))){1,7}?"
    r"(?:, |: |\s?[—–] ?|- |called |named |namely |, namely )(?=[A-Z])"
)
_PARTIAL = pattern(
    r"\s?(?:,? (?:among|included|including|as well as|plus|and|or|in particular|especially|alone|both|respectively)\b"
    r"|\s?\()"
)
_EARLIER = pattern(r"\b(?:first|last|next|other|another|of|in|among|from|top|least|than)\s\Z")
_NAMED_THERE = pattern(r"(?:called|named|namely|:|[—–])\s?\Z")


class ListCount(Rule):
    """A list names more than it announces: the four stations, Aske, Wharnley, Coldbeck, Low Mere and Thrang.

    Something was added to the list, or taken out of it, after it was counted. Reported where a number of things is
    followed at once by their names, and these are one or two too many, or one too few behind a colon, a dash or
    “called”. What goes on (“among others”, “as well as”) is left alone.

    Source: Reuters Handbook of Journalism, “figures”; AP Stylebook, “numerals” (“check the arithmetic”).
    """

    name = "Numbers.ListCount"
    severity = "warning"
    examples = [
        Bad(
            "The four stations that lost their trains, Aske, Wharnley, Coldbeck, Low Mere and Thrang, are shut.",
            found="four",
            fixed="The five stations that lost their trains, Aske, Wharnley, Coldbeck, Low Mere and Thrang, are "
            "shut.",
        ),
        Bad("The show fills five rooms called Line, Pole, Storm, Night, Dust and Exchange.", found="five"),
        Bad("Trains stop at three towns: Leeds and Hull.", found="three"),
        Good("The four stations that lost their trains, Aske, Wharnley, Coldbeck and Thrang, are shut."),
        Good("The two firms, Marks & Spencer and Barnes and Noble, agreed."),
        Good("Three towns, Leeds and Hull among them, are dry. Six countries, France and Spain included, voted."),
        Good("The two winners, Ann Lee, 34, and Tom Roe, a baker from Leeds, danced."),
        Good("Two of the towns, Leeds, Hull and York, are dry."),
        Good("The three men, Smith of Leeds and his sons, left. The 27 countries, Spain and France say, agree."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        quoted = Stretches(quotation.span for quotation in article.facts(quotations))
        for part, here in zip(article.parts, article.facts(figures).bare, strict=True):
            for figure in here if part.is_body and part.kind != "heading" else ():
                finding = _wrong(part, figure)
                if finding is not None and not quoted.contain(finding.span):
                    yield finding


def _wrong(part: Part, figure: Figure) -> Finding | None:
    number, span = figure.value, figure.number.span
    if figure.kind != "count" or not _FEWEST <= number <= _MOST or number != int(number) or figure.number.hedge:
        return None
    opening = _OPENS.match(part.words, span.end)
    if opening is None or _EARLIER.search(part.words, 0, span.start):
        return None
    text = analysis_of(part.words)
    names = _names(text, text.tokens.at(opening.end()))
    if not names or _PARTIAL.match(part.words, names[-1].end):
        return None
    over = len(names) - int(number)
    if not (0 < over <= 2 or (over == -1 and _NAMED_THERE.search(opening.group()) and len(names) > 1)):
        return None
    return _finding(part, figure, names)


def _names(text: Analysis, at: int) -> list[Span]:
    """Return the spans of the names of a list, “A, B and C”, from a token on; none where anything else is in it."""
    tokens, found, last = text.tokens, list[Span](), False
    while True:
        past = _past_name(text, at)
        if past == at:
            return []
        found.append(tokens.span(at, past))
        if last:
            ends = tokens.text_at(past) in (",", ".", ";", ":", "—", "–", "") or text.phrases.tag(past) in "VXS"
            return found if ends else []
        at = past + (tokens.text_at(past) == ",")
        last = tokens.lower(at) == "and"
        if at == past and not last:
            return []
        at += last


def _past_name(text: Analysis, first: int) -> int:
    """Return the token past a name that begins at one: Low Mere, St. John's, the Isle of Man."""
    tokens, past = text.tokens, first
    while past - first < _LONGEST:
        word = tokens.text_at(past)
        small = word.lower() in _SMALL and tokens.text_at(past + 1)[:1].isupper()
        joined = word in ("-", "’s", "'s", ".") and past > first and not tokens.space(past)
        if word == "." and len(tokens.text_at(past - 1)) > _ABBREVIATED:
            joined = False
        if not (word[:1].isupper() or small or joined):
            break
        past += 1
    return past


def _finding(part: Part, figure: Figure, names: Sequence[Span]) -> Finding:
    words = part.words[slice(*figure.number.span)]
    many = in_words(len(names)) if words.isalpha() else str(len(names))
    many = (many or str(len(names))).capitalize() if words[:1].isupper() else many or str(len(names))
    last = part.words[slice(*names[-1])]
    span = part.text_span(*figure.number.span)
    listed = part.text_span(names[0].start, names[-1].end)
    return Finding(
        span,
        f"“{words}” are announced, and {in_words(len(names)) or len(names)} are named, down to “{last}”.",
        related=(Related(listed, "the names"),),
        fixes=(change_to(span, many),),
        confidence=0.7,
    )
