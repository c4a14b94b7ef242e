"""Quotes.Unattributed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.facts import quotations
from copydesk.facts.claims.verbs import stem
from copydesk.facts.quotations import Quotation
from copydesk.rules import Article, Bad, Finding, Good, Part, Rule, Span, pattern
from copydesk_rules.quotes._running import is_aside, is_title

_GENRES = frozenset(("news", "sport"))
_AT_LEAST = 6  # words
_WORD = pattern(r"[a-z]+")
_LABEL = pattern(r"(?:\(\([^)]{1,60}\)\)|(?:Q|A|Question|Answer)\s?[.:]|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}:)\s")
_OPENING = ("“", '"', "‘", "'", "«", "„")
_MOST = 2  # such quotations in a story
_LABELS = 3  # paragraphs that begin with one, in an interview
# Verbs of saying, and nouns for what is said, written, sung or held up: a sentence with one tells where words come
# from. Compared by their stems.
_TELLING = frozenset(
    map(
        stem,
        """according accuse acknowledge add address admit advertise advice agree allege announce announcement answer
    apologise apologize argue argument ask assert attribute banner begin began believe blog boast book broadcast
    call caption chant cite claim comment complain concede conclude confess confirm continue conversation cry
    criticise criticize declare defend deny describe disclose email emphasise emphasize entitle exclaim explain
    express feel felt forum graffiti heading headline hint hope imagine inscribe inscription insist instruct
    interview joke judgment lament leaflet letter line lyrics maintain manifesto memo mention message motto muse
    note observe opine point placard plaque pledge poem post poster praise predict promise proverb
    question quip quote quotation read reaction recall refrain remark remember repeat reply report respond
    response retort reveal rule ruling say said sing sang song saw scream section sentence shout sign slogan
    speak speech spoke spokesman spokesperson spokeswoman state statement stress suggest summarise summarize
    talk telegram tell told testify testimony text think thought title transcript tweet urge verdict verse voice
    voicemail vow warn whisper wonder wording words write wrote written yell adage""".split(),
    )
)


class Unattributed(Rule):
    """A whole sentence of somebody’s speech stands in a news story, and nobody is said to have spoken it.

    Readers must know who speaks, and from the first sentence on. The rule reports a quotation that is a sentence of
    its own, in a paragraph where nothing says or hints where the words come from, nor in the paragraphs beside it.
    Interviews, features, letters, slogans and pages made of quotations are left alone.

    Source: AP Stylebook, “attribution”; Guardian style guide, “quotes”; Associated Press, News Values and Principles.
    """

    name = "Quotes.Unattributed"
    severity = "suggestion"
    in_quotations = True
    examples = [
        Bad(
            "The school burned down in the night. Firefighters came from three towns. None was hurt.\n\n“We "
            "lost everything that we had built here.”\n\nThe mayor opened a fund for the pupils. It holds $3m.",
            found="“We lost everything that we had built here.”",
        ),
        Bad(
            "The vote is due in May. It needs a miracle.\n\nThe bill has few friends. “It will never pass "
            "in this form, believe me.” A first draft failed last year.\n\nIts sponsors meet on Monday.",
            found="“It will never pass in this form, believe me.”",
        ),
        Good(
            "The school burned down, Mayor Ana Ruiz said on Monday. It was old.\n\n“We lost everything that we "
            "had built here.”\n\nRuiz opened a fund."
        ),
        Good(
            "The school burned down. “We lost everything we had built here,” Ana Ruiz said. “It is a shame for us.”"
        ),
        Good(
            "The school burned down. It was old.\n\n“We lost everything that we had built here.”\n\n– Ana Ruiz, mayor"
        ),
        Good("The crowd came at noon. They held up banners: “No more schools without water and light!” It rained."),
        Good("The band closed with “We Will All Go Together When We Go.” The crowd went home."),
        Good(
            "The school burned down. “It was old,” said Ana Ruiz.\n\n“We had asked for money.\n\n“Nobody came to see "
            "us, not once.\n\n“Now there is nothing left to see here.”\n\nThe vote is on Monday."
        ),
        Good("She had one rule. “Never trust a man who lies to his dog” was it. He had none."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        if article.genre not in _GENRES:
            return
        found = [
            one for one in article.facts(quotations) if not one.speaker and one.words.count(" ") >= _AT_LEAST - 1
        ]
        if not found:
            return
        paragraphs = [part for part in article.parts if part.is_body and part.kind != "heading"]
        if sum(_LABEL.match(part.words) is not None for part in paragraphs) >= _LABELS:
            return
        alone = list(_alone(article, paragraphs, found))
        if len(alone) > _MOST:
            return  # a letter, or a page of quotations: who speaks is told once for all
        for quotation in alone:
            yield Finding(
                quotation.span,
                "Nothing here says who speaks: attribute this quotation.",
                confidence=0.6,
                evidence="no speaker and no word of saying in this paragraph or beside it",
            )


def _alone(article: Article, paragraphs: Sequence[Part], found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the first quotation of each paragraph in which, and beside which, nothing tells who speaks."""
    for index, part in enumerate(paragraphs):
        if part.kind != "paragraph":
            continue
        inside = [one for one in found if part.span.contains(one.span) and _stands_alone(part, one)]
        if not inside:
            continue
        first = index
        while first and (paragraphs[first].words.startswith(_OPENING) or is_aside(paragraphs[first])):
            first -= 1  # a quotation that runs over several paragraphs, and captions between them
        if not _told_of(article, paragraphs[max(0, min(first, index - 1)) : index + 2]):
            yield inside[0]


def _stands_alone(part: Part, quotation: Quotation) -> bool:
    """Whether a quotation begins and ends where sentences do, in the words of a speaker."""
    start = part.prose.offset(quotation.span.start)
    words, said = part.words, quotation.words.rstrip()
    before = words[:start].rstrip()
    if not said[:1].isupper() or not said.endswith((".", "!", "?", "…")) or is_title(said):
        return False
    behind = words[start + 1 + len(quotation.words) :].lstrip("”\"’'»")
    return (not before or before[-1] in '.!?”"') and (not behind or (behind[0] == " " and not behind[1:2].islower()))


def _told_of(article: Article, parts: Sequence[Part]) -> bool:
    """Whether anything in these paragraphs, outside quotations, says or hints where words come from."""
    spoken = [one for one in article.facts(quotations) if any(part.span.contains(one.span) for part in parts)]
    if any(one.speaker for one in spoken):
        return True
    for part in parts:
        inside = [one.span for one in spoken if part.span.contains(one.span)]
        if part.words.lstrip()[:1] in ("–", "—", "-", "―"):
            return True  # — Ana Ruiz, mayor
        outside = _outside(part, inside)
        if ":" in outside or not _TELLING.isdisjoint(map(stem, _WORD.findall(outside.lower()))):
            return True
    return False


def _outside(part: Part, quoted: Sequence[Span]) -> str:
    words, end, kept = part.words, 0, []
    for span in quoted:
        kept.append(words[end : part.prose.offset(span.start)])
        end = part.prose.offset(span.end) if span.end < part.span.end else len(words)
    return " ".join((*kept, words[end:]))
