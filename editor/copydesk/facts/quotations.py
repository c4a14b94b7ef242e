"""Direct quotations: the words between quotation marks, and who is said to have spoken them.

A quotation that runs over several paragraphs opens again in each and closes in the last (Chicago Manual of
Style 13.32), so an opening mark that is never closed in its paragraph holds to the paragraph's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts import marks
from copydesk.facts.marks import DOUBLE, Marks
from copydesk.patterns import pattern

# Verbs of saying as they stand beside a quotation, in the forms of newspaper prose.
_SPEECH = (
    "said|says|say|saying|told|tells|telling|added|adds|adding|asked|asks|asking|wrote|writes|writing|written|stated|"
    "states|stating|explained|explains|explaining|replied|replies|insisted|insists|argued|argues|warned|warns|warning|"
    "claimed|claims|claiming|announced|announces|announcing|declared|declares|declaring|continued|continues|noted|"
    "notes|noting|admitted|admits|confirmed|confirms|denied|denies|tweeted|tweets|posted|posts|testified|testifies|"
    "recalled|recalls|recalling|quipped|joked|jokes|commented|comments|commenting|remarked|remarks|responded|responds|"
    "concluded|concludes|observed|observes|reads|shouted|shouting|yelled|cried|whispered|exclaimed|suggested|suggests|"
    "described|describes|reported|reports|revealed|reveals|complained|complains|urged|urges|acknowledged|"
    "acknowledges|conceded|concedes|asserted|asserts|alleged|alleges|emphasized|emphasised|stressed|stresses|thought|"
    "thinks|mused|muses|vowed|vows|pledged|pledges|promised|promises|predicted|predicts|pointed out|points out|"
    "went on|goes on|opined|lamented|laments|boasted|joined in|chanted|sang|sings|quoted|called|calls"
)
_CAPITAL = r"(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|Sgt|Capt|Rev|Prof|St)\.|[A-Z][\w’'-]*)"
_LINK = r"(?:of|de|van|von|bin|al|la|du|the|and)"
_NAME = rf"(?:(?:{_CAPITAL}|{_LINK})\s+){{0,6}}[A-Z][\w’'-]+|he|she|they|it|I|we|who|one|others?"
_NOUN = r"(?:the|a|an|his|her|its|their|one|another)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
_SAID_AFTER = pattern(
    rf"\s*[,–—-]?\s*(?:(?:{_SPEECH})\s+(?P<behind>(?:[a-z-]+\s+){{0,5}}(?:{_NAME})|{_NOUN})|"
    rf"(?P<before>{_NAME}|{_NOUN})(?:,\s[^,“”\"]{{1,80}},)?\s+(?:\w+ly\s+|has\s+|had\s+|have\s+|also\s+|later\s+|then\s+){{0,2}}"
    rf"(?:{_SPEECH})\b)"
)
_ACCORDING = pattern(rf"\s*,?\s*(?:according to|in the words of)\s+({_NAME}|{_NOUN})")
_CLAUSE = pattern(
    r"\s+(?!(?:on|in|at|to|of|after|before|during|when|while|as|later|last|via)\b)\w"
)  # a sentence of its own
_BEFORE_VERB = pattern(
    rf"(?:\b(?P<name>{_NAME})|(?P<noun>\b(?i:{_NOUN})))(?:,\s[^,“”\"]{{1,80}},)?(?:\s+(?:who|has|have|had|also|later|then|\w+ly)){{0,3}}\s+$"
)
_SAYING_WORDS = frozenset(verb.split()[0] for verb in _SPEECH.split("|")) | {"according"}
_WORD = pattern(r"[a-z]+")
_LOOK_BACK = 200  # code points
_LONGEST_SPEAKER = 90
_BETWEEN = 70  # from the verb to the quotation: whom it is said to, when and where


class Quotation(msgspec.Struct, frozen=True):
    """A direct quotation: `span` includes its marks. `speaker` is as the text gives it, or empty.

    `whole` says that it has the length of speech, five words or more; shorter ones are words held at a
    distance (“aircraft-like”) or titles as often as speech.
    """

    span: Span
    words: str
    speaker: str = ""

    @property
    def whole(self) -> bool:
        return self.words.count(" ") >= 4


def local(part: Part) -> tuple[Quotation, ...]:
    """Return the part's quotations, spans relative to the part; what goes on behind its speaker is the speaker's."""
    return tuple(_spoken(part.words, _spans(part.words, marks.local(part))))


def _spans(words: str, found: Marks) -> list[Span]:
    spans = marks.outermost(found)
    # Only double marks run on into the next paragraph; a stray single one is an apostrophe ('90s, 'tis).
    unclosed = [place for place in found.unclosed if words[place] in DOUBLE]
    if not unclosed:
        return spans
    kept: list[Span] = []
    for span in sorted((*spans, *(Span(place, len(words)) for place in unclosed))):
        if kept and kept[-1].end > span.start:
            # What is open goes on over single marks within it, and ends at the latest where double ones open.
            if words[span.start] not in DOUBLE or kept[-1].end < len(words):
                continue
            kept[-1] = Span(kept[-1].start, len(words[: span.start].rstrip()))
        kept.append(span)
    return kept


def _spoken(words: str, spans: Sequence[Span]) -> Iterator[Quotation]:
    last, end = "", 0
    for index, span in enumerate(spans):
        limit = spans[index + 1].start if index + 1 < len(spans) else len(words)
        speaker = _speaker(words, span, end, limit)
        said = words[span.start + 1 : span.end].rstrip("”\"’'»“‘")
        if not speaker and last and not any(map(str.isalnum, words[end : span.start].partition(". ")[2])):
            speaker = last  # “Yes,” she said. “It is.”
        yield Quotation(span, said, speaker)
        last, end = speaker or last, span.end


def _speaker(words: str, span: Span, start: int, limit: int) -> str:
    """Return who speaks, from what stands between the quotation before (`start`) and the one behind (`limit`)."""
    limit = min(limit, span.end + _LOOK_BACK)
    if _says(words, span.end, limit):
        after = _SAID_AFTER.match(words, span.end, limit)
        if after and not (words[span.end - 2] == "." and after["before"] and _CLAUSE.match(words, after.end())):
            return after["behind"] or after["before"]
        according = _ACCORDING.match(words, span.end, limit)
        if according:
            return according[1]
    verb = _verb_before(words, max(start, span.start - _LOOK_BACK), span.start)
    if verb is None:
        return ""
    start = max(start, verb.start - _LONGEST_SPEAKER, words.rfind(". ", 0, verb.start) + 1)
    before = _BEFORE_VERB.search(words, start, verb.start)
    return (before["name"] or before["noun"]) if before else ""


def _verb_before(words: str, start: int, end: int) -> Span | None:
    """Return the last word of saying in the sentence that leads to a quotation."""
    found = None
    for match in _WORD.finditer(words, start, end):
        if match.group() in _SAYING_WORDS:
            found = match
    if found is None or end - found.end() > _BETWEEN or ". " in words[found.end() : end]:
        return None
    return Span(*found.span())


def _says(words: str, start: int, end: int) -> bool:
    """Whether a word of saying stands there: a quick look before the patterns."""
    return not _SAYING_WORDS.isdisjoint(_WORD.findall(words, start, end))


def combine(article: Article, locals_: Sequence[tuple[Quotation, ...]]) -> tuple[Quotation, ...]:
    """Return all quotations of the article in order, spans in the text.

    What a paragraph goes on quoting from the one before is the same speaker's.
    """
    found: list[Quotation] = []
    speaker, runs_on = "", False
    for part, quotations in zip(article.parts, locals_, strict=True):
        for number, quotation in enumerate(quotations):
            if number == 0 and runs_on and quotation.span.start == 0 and not quotation.speaker:
                quotation = replace(quotation, speaker=speaker)
            found.append(replace(quotation, span=part.text_span(*quotation.span)))
        last = quotations[-1] if quotations else None
        runs_on = last is not None and last.span.end == len(part.words) and part.words[-1] not in "”\"’'»"
        speaker = found[-1].speaker if found else ""
    return tuple(found)
