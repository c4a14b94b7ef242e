"""Copy.Leftover."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from copydesk.article.readers import HTML, MARKDOWN
from copydesk.facts import quotations
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Rule, Span, Stretches, pattern
from copydesk_rules.copy._ending import breaks_off
from copydesk_rules.copy._fields import FIELD
from copydesk_rules.copy._leftovers import Found, leftovers
from copydesk_rules.copy._row import Row
from copydesk_rules.copy._to_come import LONE_TK, tk_is_a_name

_TK = pattern(r"TK|T\. ?K\.")
_LONGEST_HEADING = 20  # code points of one that seven signs underline
_ABOVE = 10_000  # code points above such a line that are looked at
_LONGEST_SHOWN = 60  # code points of the words that a message repeats


class Leftover(Rule):
    """Something meant for the desk, not for readers: “TK”, a stopgap headline, a note, an empty template field.

    What is left over from editing is printed as it stands, and readers share it. The kinds: TK and TKTK; “hed goes
    here”; lorem ipsum; notes and queries to the desk in brackets (“[ed: confirm spelling]”); merge conflict markers;
    template fields that nothing filled ({{name}}, %s, [COMPANY NAME], “$XX million”, “DD/MM”), spreadsheet errors
    and formulas, a chatbot's remarks; what programs add (“@@ -3,6 +3,8 @@”, “[caption id=…]”, “Sent from my iPad”,
    time codes); and a last paragraph that breaks off in mid-sentence (a warning where it may only want its
    stop). A reporter's own brackets (“[sic]”, “[the president]”, “[…]”, “[T]he”), TK Maxx, cashtags and talk of date
    formats are left alone.

    Source: Merriam-Webster on TK, the newsroom's “to come”. What it costs: in August 2023 The
    Columbus Dispatch published that “The Worthington Christian [[WINNING_TEAM_MASCOT]] defeated the Westerville North
    [[LOSING_TEAM_MASCOT]] 2-1”; in November 2025 Dawn printed a chatbot's “If you want, I can also create an even
    snappier ‘front-page style’ version” below a business report.
    """

    name = "Copy.Leftover"
    severity = "error"
    in_quotations = True
    reads_source = True
    examples = [
        Bad("The plant employs TK people in the valley.", found="TK"),
        Bad("Sales rose to TKTK in May, the company said.", found="TKTK"),
        Bad("Prices rose again in May.", headline="Headline goes here", found="Headline goes here"),
        Bad(
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
            found="Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        ),
        Bad(
            "Anna Smyth [ed: confirm spelling] has run the clinic since May.",
            found="[ed: confirm spelling]",
            fixed="Anna Smyth has run the clinic since May.",
        ),
        Bad(
            "About 40 people (XX please check) were in the building.",
            found="(XX please check)",
            fixed="About 40 people were in the building.",
        ),
        Bad(
            "NOTE TO DESK: lawyers have seen this.\n\nThe case goes on.",
            found="NOTE TO DESK: lawyers have seen this.",
        ),
        Bad(
            "The Worthington Christian [[WINNING_TEAM_MASCOT]] beat Westerville North [[LOSING_TEAM_MASCOT]] 2-1.",
            found=("[[WINNING_TEAM_MASCOT]]", "[[LOSING_TEAM_MASCOT]]"),
        ),
        Bad("Dear {{ first_name }}, the firm made $XX million in %s.", found=("{{ first_name }}", "$XX", "%s")),
        Bad(
            "<<<<<<< HEAD\nTwelve people were hurt.\n=======\nThirteen people were hurt.\n>>>>>>> update\n",
            found=("<<<<<<< HEAD", "=======", ">>>>>>> update"),
        ),
        Bad(
            "The fire began on Monday in a warehouse.\n\nOn Tuesday the brigade said that it had put out most of the",
            found="On Tuesday the brigade said that it had put out most of the",
        ),
        Good("“We [the council] have lost [sic] the keys,” he said. “[T]hey are gone […] for good.”"),
        Good("“I [check] my post twice a day and [call the police] when it is late,” she said."),
        Good("TK Maxx opened a shop. Techniker Krankenkasse (TK) insures 11 million people. TK pays for the shots."),
        Good("Shares of $AAPL fell. Super Bowl XXX was played in 1996. Xerox Corp <XRX> gained 5%."),
        Good("Write the date in the DD/MM/YYYY format, and check (if you can) that the kick-off is still TBC."),
        Good("The market opens at 8am (check with your grocer). More details will follow."),
        Good(
            "The fire began on Monday in a warehouse.\n\nNobody was hurt in it, the brigade said.\n\n"
            "Reporting by Ann Lee in Rome; editing by Bo Yang"
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        quoted = Stretches(quotation.span for quotation in article.facts(quotations))
        all_found = list(leftovers(article))
        to_come = {id(part) for part, found in all_found if part.words[slice(*found.span)] == "(TK)"}
        tk_is_named = any(_names_tk(part, to_come) for part in article.parts if _TK.search(part.words))
        for part, found in all_found:
            span = part.text_span(*found.span)
            if found.kind is LONE_TK and tk_is_named:
                continue
            if found.kind.quoted or not quoted.hold(span.start):
                yield _finding(part, found)
        yield from _fields_in_markup(article)
        yield from _merge_markers(article)
        yield from _broken_off(article, all_found)


def _names_tk(part: Part, to_come: Container[int]) -> bool:
    """Whether a part shows that TK is somebody's name, or an acronym that it gives.

    `to_come` are the identities of the parts in which “(TK)” was reported.
    """
    return tk_is_a_name(part.words) or ("(TK)" in part.words and id(part) not in to_come)


def _finding(part: Part, found: Found) -> Finding:
    words = part.words[found.span.start : found.span.end]
    return Finding(
        part.text_span(*found.span),
        _message(found.kind, words),
        fixes=_deletion(part, found) if found.kind.note else (),
        confidence=0.95,
        evidence=found.kind.reason,
    )


def _message(kind: Row, words: str) -> str:
    shown = " ".join(words.split())
    return kind.message.format(shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1].rstrip() + "…")


def _deletion(part: Part, found: Found) -> tuple[Fix, ...]:
    """Return the fix that deletes a note within a sentence, with the blank before it."""
    start, end = found.span
    before, after = part.words[:start], part.words[end:]
    if not before.strip() or not after.strip():
        return ()  # at the end, whether the sentence is then whole is for an editor to see
    if before[-1].isspace() and (after[0].isspace() or after[0] in ".,;:!?)”"):
        start = len(before.rstrip())
    elif after[0].isspace():
        return ()
    span = part.text_span(start, end)
    if span.end - span.start != end - start:
        return ()  # markup stands in between
    return (Fix("Delete the note", (Edit(*span, ""),)),)


# A page's own variables ({{ page.title }}, {{ price | round }}) are for the site to fill in, a lone name for people.
_LONE_FIELD = pattern(r"(?<![`{])\{\{[ \t]*[A-Za-z]\w*(?:[ \t]\w+){0,3}[ \t]*\}\}(?![`}])")
_CODE_TAG = pattern(r"<(/?)(?:code|pre|script|style|template|textarea)\b", re.IGNORECASE)


def _fields_in_markup(article: Article) -> Iterator[Finding]:
    """Yield template fields in the copy of Markdown and HTML, where a part's words have no tags of templates."""
    text = article.text
    if article.source.suffix not in (*MARKDOWN, *HTML) or "{{" not in text or "{%" in text:
        return
    fences = _fences(article)
    for part in article.parts:
        for match in _LONE_FIELD.finditer(text, *part.span) if "{{" not in part.words else ():
            if not _in_code(fences, match.start()) and not _in_code_tag(text, match.start()):
                yield Finding(
                    Span(*match.span()), _message(FIELD, match.group()), confidence=0.9, evidence=FIELD.reason
                )


def _in_code_tag(text: str, position: int) -> bool:
    tags = _CODE_TAG.findall(text, max(0, position - 2000), position)
    return bool(tags) and not tags[-1]


_MARKER = pattern(r"^(?:<{7}|>{7}|\|{7})(?:[ \t]+[^\r\n]{1,200})?[ \t]*(?=\r?$)|^={7}[ \t]*(?=\r?$)", re.MULTILINE)
_FENCE = pattern(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def _merge_markers(article: Article) -> Iterator[Finding]:
    """Yield the markers of a merge that was never finished; seven equals signs alone may underline a heading."""
    text = article.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "\n=======" not in text and "\n|||||||" not in text:
        return
    fences = _fences(article)
    markers = [match for match in _MARKER.finditer(text) if not _in_code(fences, match.start())]
    if all(match.group()[0] == "=" for match in markers):
        last = len(text.rstrip())
        markers = [match for match in markers if _divides(text, match, last)]
        if len(markers) > 1 or article.source.suffix in MARKDOWN:
            return  # lines between sections, or below headings
    for match in markers:
        yield Finding(
            Span(match.start(), match.start() + len(match.group().rstrip())),
            f"“{match.group()[:7]}”: two versions of this were merged, and the conflict is still here.",
            confidence=0.98,
            evidence="version control writes such lines where two changes clash",
        )


def _divides(text: str, marker: re.Match[str], last: int) -> bool:
    """Whether a line stands between lines of copy, the last of which ends at `last`, and underlines no heading."""
    above = text[max(0, marker.start() - _ABOVE) : marker.start()].rstrip().rpartition("\n")[2]
    return len(above) > _LONGEST_HEADING and marker.end() < last


def _fences(article: Article) -> list[int]:
    """Return where in Markdown the lines stand between which there is code."""
    if article.source.suffix not in MARKDOWN:
        return []
    return [match.start() for match in _FENCE.finditer(article.text)]


def _in_code(fences: Sequence[int], position: int) -> bool:
    return bisect_left(fences, position) % 2 == 1


def _broken_off(article: Article, reported: Sequence[tuple[Part, Found]]) -> Iterator[Finding]:
    ending = breaks_off(article)
    if ending is None:
        return
    part, sentence, sure = ending
    if any(other is part and one.span.end >= sentence.end - 1 for other, one in reported):
        return  # what is missing has been said already
    yield Finding(
        part.text_span(*sentence),
        "The last paragraph breaks off in mid-sentence."
        if sure
        else "The last paragraph has no end: a stop, or more, is missing.",
        confidence=0.95 if sure else 0.8,
        evidence="no stop ends it",
        severity=None if sure else "warning",  # an author's line at the end has no stop either
    )
