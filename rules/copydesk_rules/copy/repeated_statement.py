"""A sentence of the body that says again what one shortly before has said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import quotations
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Related, Rule, Span, Stretches, pattern
from copydesk_rules.copy._clauses import Content, Sentence, sentences
from copydesk_rules.copy.duplicate_text import DuplicateText

_NEAR = 4  # sentences: further off, a long article may well have to remind its reader
_UNITS = 4  # words of meaning that a repeated clause has at least, a name counting as one
_DIFFERENT = 3  # of these
_IN_A_ROW = b"\1" * _UNITS
_SKIPPED = 2  # words of meaning that the first telling may have between two of them
_WHOLE = 6  # words of meaning of a sentence that stands twice
_STOPPED = pattern(r"[.!?…:;,–—-][\s’”\"'»)\]]*$")  # captions and links have no stop
_CUT_OFF = pattern(r"(?:…|\.\.\.)[\s.’”\"'»)\]]*$")  # an excerpt of another report, to be told in own words
_LIGHT = frozenset(
    "a an the that is are was were be been has have had said says".split()
)  # may differ between the two


class RepeatedStatement(Rule):
    """A clause says over again, in nearly the same words, what a sentence shortly before has said.

    Repetition creeps in when an article is put together from several reports: each tells the core once. It costs
    space and makes a reader look for a difference that is not there. Two things are reported: a main or reported
    clause whose subject, verb and object all stood, in this order, at most four sentences earlier, and a whole
    sentence that stands twice. The standfirst and the first paragraph, which sum up by design, direct quotations,
    excerpts that are cut off (…), interviews, questions and captions are left alone; so is a clause with another
    number, a denial or a second event, and a sentence that adds a figure.

    Source: The Guardian style guide, “repetition”; Gowers, Plain Words, on avoiding the superfluous.
    """

    name = "Copy.RepeatedStatement"
    severity = "suggestion"
    examples = [
        Bad(
            "Talks went on.\n\nEarlier that day the drones carried out an attack targeting four army bases. A source "
            "said that the attack targeted four bases in the north and one depot.",
            found="the attack targeted four bases",
        ),
        Bad(
            "The strike has ended.\n\nOn Monday the company signed a three-year contract with the union. The "
            "minister praised both sides. The company signed a three-year contract at noon.",
            found="The company signed a three-year contract",
        ),
        Bad(
            "The dam broke.\n\nEngineers had inspected the northern wall of the dam in March.\n\nThe lake is empty."
            "\n\nFive villages were flooded.\n\nEngineers had inspected the northern wall of the dam in March.",
            found="Engineers had inspected the northern wall of the dam in March.",
        ),
        Bad(
            "The dam broke.\n\nEngineers had inspected its cracked northern wall in March. The lake is empty. "
            "Engineers had inspected its cracked northern wall in March. Five villages were flooded.",
            found="Engineers had inspected its cracked northern wall in March.",
            fixed="The dam broke.\n\nEngineers had inspected its cracked northern wall in March. The lake is empty. "
            "Five villages were flooded.",
        ),
        Good(
            "The strike has ended.\n\nOn Monday the company signed a three-year contract with the union. The company "
            "did not sign a three-year contract with the pilots."
        ),
        Good(
            "It is over.\n\nOn Monday some left. The company will sign a lasting contract with northern pilots in "
            "May.\n\nThe company will not sign a lasting contract with northern pilots in May."
        ),
        Good("It is over.\n\nUnpaid hospital costs fell sharply. Their unpaid hospital costs fell from 4% to 2%."),
        Good("It burned.\n\nThe fire killed four young men on Monday. The fire killed six young men in all."),
        Good(
            "It burned.\n\nPolice arrested four young men on Monday. On Friday they arrested another four young men."
        ),
        Good(
            "It burned.\n\nThe mayor said the fire had destroyed three wooden houses. “The fire destroyed three "
            "wooden houses,” he said. “We were lucky.”"
        ),
        Good(
            "Reports differ.\n\nLoggers on the border have cut down what experts call the oldest northern tree ….\n\n"
            "According to a report, loggers on the border have cut down the oldest northern tree."
        ),
        Good(
            "The company signed a three-year contract with the union.\n\nThe company signed a three-year contract "
            "after long talks."
        ),
        Good(  # DuplicateText tells of those
            "A line.\n\nThe company signed a three-year contract on Monday. Buses will run every ten minutes.\n\n"
            "Some feared worse. The company signed a three-year contract on Monday. Buses will run every ten minutes."
        ),
        Good("Rules changed.\n\nThe Green Party won three seats. The Labour Party won three seats. Others won none."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = list(self._said_again(article))
        # What stands twice as a whole, DuplicateText tells of.
        pasted = [finding.span for finding in DuplicateText().check(article)] if found else []
        yield from (finding for finding in found if not any(span.overlaps(finding.span) for span in pasted))

    def _said_again(self, article: Article) -> Iterator[Finding]:
        told = list(_told(article))
        quoted = Stretches(quotation.span for quotation in article.facts(quotations) if quotation.whole)
        whole: dict[tuple[str, ...], _Told] = {}
        for number, one in enumerate(told):
            finding = _sentence_again(one, whole) or _clause_again(one, told[max(0, number - _NEAR) : number])
            if finding is not None and not quoted.overlap(finding.span):
                yield finding


class _Told(NamedTuple):
    """A sentence of the body with its part and the number of its paragraph."""

    part: Part
    paragraph: int
    sentence: Sentence


def _told(article: Article) -> Iterator[_Told]:
    story = [part for part in article.body if part is not article.perhaps_standfirst]
    for number, part in enumerate(story):
        if part.kind == "paragraph" and _STOPPED.search(part.words):
            for sentence in article.cache.get(sentences, part, sentences):
                yield _Told(part, number, sentence)


def _much_shared(one: _Told, other: _Told) -> bool:
    """Whether enough words of meaning in a row stand in another sentence for a clause to be there: a quick look."""
    shared = one.sentence.meaning & other.sentence.meaning
    return len(shared) >= _DIFFERENT and _IN_A_ROW in bytes(map(shared.__contains__, one.sentence.stems))


def _sentence_again(one: _Told, whole: dict[tuple[str, ...], _Told]) -> Finding | None:
    """Report a sentence if it stands in `whole`, by its words of meaning, and put it there if it does not."""
    key = tuple(one.sentence.stems)
    if len(key) < _WHOLE:
        return None
    earlier = whole.setdefault(key, one)
    if earlier is one:
        return None
    if earlier.sentence.spoken or not earlier.sentence.cores:  # a caption or a list entry has no verb
        whole[key] = one
        return None
    if one.sentence.spoken or not one.sentence.cores or _bare(one) != _bare(earlier):
        return None  # “up” for “down”, a “not”: small words may make all the difference
    return _finding(one, one.sentence.span, earlier, earlier.sentence.span, _deletion(one))


def _bare(one: _Told) -> list[str]:
    return [word for word in one.sentence.words if word not in _LIGHT]


def _clause_again(one: _Told, just_before: Sequence[_Told]) -> Finding | None:
    before = [other for other in just_before if _much_shared(one, other)]
    if not before or one.sentence.spoken:
        return None
    for core in one.sentence.cores:
        content = [content for content in one.sentence.content if core.start <= content.word < core.end]
        if not content or content[-1].unit - content[0].unit + 1 < _UNITS:
            continue
        for other in reversed(before):
            if other.sentence.spoken or (other.paragraph == 0 != one.paragraph) or _CUT_OFF.search(other.part.words):
                continue
            first, last = _found_again(content, other.sentence.content)
            if _figures(one) - _figures(other):
                continue  # “fell”, and then by how much
            if last and one.sentence.flags(core.start, core.end - 1) == other.sentence.flags(first, last):
                span = Span(one.sentence.tokens[core.start].start, one.sentence.tokens[core.end - 1].end)
                place = Span(other.sentence.tokens[first].start, other.sentence.tokens[last].end)
                return _finding(one, span, other, place)
    return None


def _figures(one: _Told) -> set[str]:
    return {word for word in one.sentence.words if word[0].isdigit()}


def _found_again(wanted: Sequence[Content], given: Sequence[Content]) -> tuple[int, int]:
    """Return the first and last word numbers of the words of `wanted`, in order, in `given`; 0, 0 if not there."""
    for start, content in enumerate(given):
        if content.stem != wanted[0].stem:
            continue
        position = start
        for word in wanted[1:]:
            window = range(position + 1, min(position + 2 + _SKIPPED, len(given)))
            position = next((place for place in window if given[place].stem == word.stem), -1)
            if position < 0:
                break
        else:
            return content.word, given[position].word
    return 0, 0


def _deletion(one: _Told) -> tuple[Fix, ...]:
    """Return the fix that deletes the sentence with the blank beside it, if its paragraph has others."""
    spans, span = one.part.sentences, one.sentence.span
    number = spans.index(span)
    if len(spans) == 1:
        return ()
    cut = Span(spans[number - 1].end, span.end) if number else Span(span.start, spans[1].start)
    return (Fix("Delete this sentence", (Edit(*one.part.text_span(*cut), ""),)),)


def _finding(one: _Told, span: Span, other: _Told, place: Span, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding(
        one.part.text_span(*span),
        "This has been said just before: say it once."
        if one.paragraph - other.paragraph < 2
        else "This has been said above: say it once.",
        related=(Related(other.part.text_span(*place), "said here first"),),
        fixes=fixes,
        confidence=0.6,
        evidence="the same subject, verb and object, in the same order",
    )
