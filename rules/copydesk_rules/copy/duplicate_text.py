"""Copy.DuplicateText."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Related, Rule, Span, pattern
from copydesk_rules.copy._pasted import Match, Words, in_doubt, repeats
from copydesk_rules.copy._residue import is_script

_CLOSING = ("”", '"', "’", "'", "»")
_OPENING = ("“", '"', "‘", "'", "«", "„")
_KINDS = ("paragraph", "item", "quote")
_SENTENCE_STOP = pattern(r"[.!…][\s’”\"'»)\]]*$")
_STOPPED = pattern(r"[.!?…:;,–—-][\s’”\"'»)\]]*$")
_QUESTION = pattern(r"\?\s*$")
_NUMBERED = pattern(r"\d{1,3}[.)]\s")  # an entry of a list
_UNSTOPPED = 25  # words of a paragraph without a stop: shorter ones are lines of a song, or labels
_PARAGRAPH = 12  # words of a paragraph that stands twice; shorter ones are refrains, sign-offs, credits
_ITEM = 8  # words of an entry of a list
_PARAGRAPH_NEARLY = 15  # words, if the paragraph is only nearly the same
_SENTENCE_NEARLY = 10
_RUN = 14  # words of sentences that stand twice, two of them or more
_LABEL = pattern(r"\(\(|(?:[A-Z][\w.’'-]*\s?){1,3}:\s")  # who speaks: “((WN)) How …”, “Q: …”
_LABELLED = 3  # paragraphs of an interview that say so, at least
_REFRAIN = 30  # words: a shorter paragraph that stands three times or more is there on purpose


class DuplicateText(Rule):
    """A paragraph, or two sentences and more in a row, that stand twice in the article.

    Text is moved by copying it, and the first copy stays; or two versions of a paragraph are kept side by side while
    one is chosen, and both are published. Word for word (but for capitals, punctuation and line ends) it is an
    error, nearly word for word a warning. Wherever the earlier copy stands, the later one is reported. Headline,
    standfirst and captions may repeat the body, and so may a line without a stop, which plain text has for captions;
    what is quoted may be given in full as well; lines of songs, sign-offs and paragraphs cast in one mould with other
    figures are left alone. In an interview only a whole paragraph counts, word for word: people do say things twice.

    Source: desk practice; no style guide has to ask for it, and proofreaders are taught to look for it where text was
    moved.
    """

    name = "Copy.DuplicateText"
    severity = "error"
    in_quotations = True
    reads_source = True
    examples = [
        Bad(
            "It is hers.\n\nDivers found it on Monday in forty metres of water near Split, the museum said.\n\n"
            "It had lain there since 1911.\n\n"
            "Divers found it on Monday in forty metres of water near Split, the museum said.",
            found="Divers found it on Monday in forty metres of water near Split, the museum said.",
            fixed="It is hers.\n\n"
            "Divers found it on Monday in forty metres of water near Split, the museum said.\n\n"
            "It had lain there since 1911.",
        ),
        Bad(
            "The line will close for two years. Buses will run every ten minutes instead.\n\n"
            "Many had feared worse.\n\n"
            "The mayor was content. The line will close for two years. Buses will run every ten minutes instead.",
            found="The line will close for two years. Buses will run every ten minutes instead.",
            fixed="The line will close for two years. Buses will run every ten minutes instead.\n\n"
            "Many had feared worse.\n\nThe mayor was content.",
        ),
        Bad(
            "A hall.\n\nThe orchestra will move into the old tram depot next spring, once the roof has been "
            "mended and a stage has been built, its director said.\n\nTickets will cost less.\n\n"
            "The orchestra will move into the old tram depot next spring, once the roof was mended and a new stage "
            "has been built, its director said.",
            found="The orchestra will move into the old tram depot next spring, once the roof was mended and a new "
            "stage has been built, its director said.",
        ),
        Good(
            "Divers found the wreck in forty metres of water, the museum said.\n\nIt had lain there since 1911.",
            headline="Divers found the wreck in forty metres of water, the museum said.",
        ),
        Good("Oh, the river runs down to the sea\n\nAnd it calls me\n\nOh, the river runs down to the sea\n\nENDS"),
        Good(
            "In the first race Smith beat Jones by 3 lengths over the course of 2,000 metres on the lake.\n\n"
            "In the second race Smith beat Jones by 5 lengths over the course of 2,000 metres on the lake."
        ),
        Good(
            "Q: Why do you run?\n\nA: I have always been active here, and took part in an election for the party."
            "\n\nQ: What next?\n\nA: I have always been active here, and took part in one election for the party."
        ),
        Good("The lake froze over. Nobody was surprised.\n\nThe river froze over. Nobody was surprised."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        parts = [part for part in article.parts if part.kind in _KINDS]
        pieces = _without_refrains([_words(part) for part in parts])
        doubtful = in_doubt(pieces)
        if not any(doubtful):
            return
        pieces = [words if doubt else () for words, doubt in zip(pieces, doubtful, strict=True)]
        said = _is_interview(article)
        found = repeats(pieces, least=_ITEM, least_nearly=None if said else _PARAGRAPH_NEARLY)
        found = {
            number: match for number, match in found.items() if _is_meant(parts[number], parts[match.earlier], match)
        }
        places = {part.span: number for number, part in enumerate(article.parts)} if found else {}
        for first, last in _in_a_row(found):
            later, earlier = parts[first : last + 1], parts[found[first].earlier : found[last].earlier + 1]
            what = "This paragraph stands" if first == last else f"These {last - first + 1} paragraphs stand"
            likeness = min(found[number].likeness for number in range(first, last + 1))
            before = places[later[0].span] - 1
            fixes = _deletion(article.text, article.parts[before].span.end if before >= 0 else 0, later)
            yield _finding(what, _around(later), _around(earlier), likeness, fixes)
        if not said:
            # What a block quote shows in large letters may well stand in the copy too.
            rest = [bool(words) and number not in found for number, words in enumerate(pieces)]
            looked_at = [
                wanted and part.kind != "quote" and not _is_caption(part)
                for part, wanted in zip(parts, rest, strict=True)
            ]
            yield from _repeated_runs(parts, looked_at)


def _is_interview(article: Article) -> bool:
    labelled = (part for part in article.body if _LABEL.match(part.words))
    return article.genre == "q&a" or len(list(islice(labelled, _LABELLED))) == _LABELLED


def _is_meant(later: Part, earlier: Part, match: Match) -> bool:
    """Whether one part may be there instead of the other: no block quote for copy, no answer for another answer.

    A line without a stop is a caption or a summary, and may say what the copy says.
    """
    if _is_quoted(later) != _is_quoted(earlier) or _is_caption(later) != _is_caption(earlier):
        return False
    if match.likeness < 1 and _is_caption(later):
        return False  # captions of one event have much in common
    if match.likeness == 1:
        if later.kind != "item" and len(later.small_words) < _PARAGRAPH:
            return False
        return (later.kind == "quote") == (earlier.kind == "quote")
    start, end = later.sentences[0]
    if "quote" in (later.kind, earlier.kind):
        return False
    return not later.words[start:end].endswith("?")


def _is_quoted(part: Part, start: int = 0) -> bool:
    words = part.words.rstrip()
    return words.startswith(_OPENING) or words.startswith(_OPENING, start) or words.endswith(_CLOSING)


def _is_caption(part: Part) -> bool:
    return part.kind == "paragraph" and not _STOPPED.search(part.words)


def _without_refrains(pieces: Sequence[Words]) -> list[Words]:
    counts = Counter(pieces)
    return [words if counts[words] < 3 or len(words) >= _REFRAIN else () for words in pieces]


def _words(part: Part) -> Words:
    if _QUESTION.search(part.words) or is_script(part.words):
        return ()  # in interviews the same is asked of several people
    words = part.small_words
    if _NUMBERED.match(part.words):
        words = words[1:]
    complete = part.kind == "item" or len(words) >= _UNSTOPPED or _SENTENCE_STOP.search(part.words)
    return words if complete else ()


def _in_a_row(found: Mapping[int, Match]) -> list[tuple[int, int]]:
    """Return first and last of the pieces that repeat, in a row, pieces that stand in a row too."""
    rows: list[tuple[int, int]] = []
    for number in sorted(found):
        match = found[number]
        if rows and rows[-1][1] == number - 1:
            before = found[number - 1]
            if match.earlier == before.earlier + 1 and (match.likeness == 1) == (before.likeness == 1):
                rows[-1] = (rows[-1][0], number)
                continue
        rows.append((number, number))
    return rows


def _around(parts: Sequence[Part]) -> Span:
    return Span(parts[0].span.start, parts[-1].span.end)


def _finding(what: str, later: Span, earlier: Span, likeness: float, fixes: tuple[Fix, ...]) -> Finding:
    if likeness == 1:
        message, evidence = f"{what} above already.", "word for word"
    else:
        message = f"{what} above in nearly the same words: is one an older version?"
        evidence = f"{likeness:.0%} of the words are the same, in the same order"
    return Finding(
        later,
        message,
        related=(Related(earlier, "stands here first"),),
        fixes=fixes if likeness == 1 else (),  # of two versions, which to keep is for an editor to see
        confidence=round(likeness, 2) if likeness < 1 else 0.98,
        evidence=evidence,
        severity=None if likeness == 1 else "warning",
    )


def _deletion(text: str, start: int, later: Sequence[Part]) -> tuple[Fix, ...]:
    """Return the fix that deletes paragraphs with the blank lines before them, if they have their lines alone.

    `start` is where the part before them ends.
    """
    ends = [start, *(part.span.end for part in later)]
    gaps = [text[end : part.span.start] for end, part in zip(ends, later, strict=False)]
    rest = text[ends[-1] : ends[-1] + 200].splitlines()[:1]
    if any(gap.strip() or "\n" not in gap.replace("\r", "\n") for gap in gaps) or any(line.strip() for line in rest):
        return ()
    title = "Delete this paragraph" if len(later) == 1 else f"Delete these {len(later)} paragraphs"
    return (Fix(title, (Edit(ends[0], ends[-1], ""),)),)


class _Sentence(NamedTuple):
    part: Part
    number: int
    span: Span


def _repeated_runs(parts: Sequence[Part], looked_at: Sequence[bool]) -> Iterator[Finding]:
    pieces = list[Words]()
    for part, wanted in zip(parts, looked_at, strict=True):
        pieces += part.small_sentences if wanted else [()] * len(part.small_sentences)
    refrains = {words for words, count in Counter(pieces).items() if count > 2 and len(words) < _REFRAIN}
    found = repeats([() if words in refrains else words for words in pieces], least=1, least_nearly=_SENTENCE_NEARLY)
    if len(found) < 2:
        return
    sentences = [_Sentence(part, number, span) for part in parts for number, span in enumerate(part.sentences)]
    for first, last in _in_a_row(found):
        length = sum(len(words) for words in pieces[first : last + 1])
        distinct = found[last].earlier < first
        if last > first and length >= _RUN and distinct:
            later, earlier = sentences[first : last + 1], sentences[found[first].earlier : found[last].earlier + 1]
            if _is_quoted(later[0].part, later[0].span.start) != _is_quoted(earlier[0].part, earlier[0].span.start):
                continue
            likeness = min(found[number].likeness for number in range(first, last + 1))
            what = f"These {len(later)} sentences stand"
            yield _finding(what, _extent(later), _extent(earlier), likeness, _cut(later))


def _extent(sentences: Sequence[_Sentence]) -> Span:
    first, last = sentences[0], sentences[-1]
    return Span(first.part.text_span(*first.span).start, last.part.text_span(*last.span).end)


def _cut(run: Sequence[_Sentence]) -> tuple[Fix, ...]:
    """Return the fix that deletes sentences of one paragraph with the blank beside them, if it has others."""
    part, spans = run[0].part, run[0].part.sentences
    if run[-1].part is not part or len(run) == len(spans):
        return ()
    first, last = run[0].number, run[-1].number
    cut = Span(spans[first - 1].end, spans[last].end) if first else Span(0, spans[last + 1].start)
    return (Fix(f"Delete these {len(run)} sentences", (Edit(*part.text_span(*cut), ""),)),)
