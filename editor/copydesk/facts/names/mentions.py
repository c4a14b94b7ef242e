"""Runs of words with a capital in one part: what may be a name there, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from copydesk.article import Part, Span
from copydesk.facts.names.asides import Description, descriptions, glosses
from copydesk.facts.names.lexicon import MONTHS_AND_DAYS, NOT_NAMES, PARTICLES, TITLES
from copydesk.patterns import pattern
from copydesk.text import correcting

Style = Literal["sentence", "title", "caps"]

_LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
_UPPER = "".join(chr(code) for code in _LATIN if chr(code).isupper())
_LETTER = r"[^\W\d_]"
# Both begin with the letter itself and then look back over it: so the engine skips to where one is.
_TOKEN = pattern(
    rf"[{_UPPER}](?<![^\W_].)(?:\.(?:[{_UPPER}]\.)*(?:[{_UPPER}](?![^\W_]))?"  # U.S., J., J.R.R.
    rf"|{_LETTER}*(?:['’ʼ‘‐‑-]{_LETTER}+)*)"
)
_LOWER = pattern(r"\b[a-zß-öø-ÿ][a-zA-ZÀ-ɏ]*(?:['’-][a-zA-ZÀ-ɏ]+)*")  # ranges are quicker than classes
_CONTRACTED = pattern(r"(?:n['’]t|['’](?:ll|ve|re|d|m))$", re.IGNORECASE)
_LOWER_TAIL = pattern(rf"(?<={_LETTER})[-‐‑][a-zß-öø-ÿ][^{_UPPER}]*$")  # Kiev-based, but not Rostov-on-Don
_OPENERS = pattern(r"[\"“‘'(\[—–•*\s-]*")
_MANY = 25  # words in small letters: so many make running text
_FEWEST = 3  # words with a capital in a headline that has it throughout
_BEGINNING = 100  # code points
_LONGEST_NAME = 25  # words; what is longer are no names but lists, or lines that are shouted
_LONGEST_GAP = 15  # code points between two words of one name
_PARTICLE_GAP = pattern(rf"\s(?:(?:{'|'.join(sorted(PARTICLES))})[\s'’-]){{1,3}}(?:(?<=[\s'’-]))")
_SMALL = pattern(r"[a-z][\w’'-]*")
_WORD_AFTER = pattern(r"(?:['’]s?)?[ -]([^\W\d_]+)")
_ABBREVIATED = frozenset(
    "St Gen Lt Col Sgt Gov Sen Rep Rev Mr Mrs Ms Dr Prof Capt Maj Adm Cmdr Hon Pres Jr Sr Mt Ft".split()
)


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a name, without “’s”. `opens`: a capital there proves nothing, as at a sentence's start."""

    text: str
    start: int
    end: int
    opens: bool = False
    possessive: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A name where it stands: its words, the title before it that is none of them, and its surroundings.

    `before` are up to two words in small letters right before it, `after` the word right behind it.
    Offsets count from the part's beginning, and in what `combine` made from the text's.
    """

    words: tuple[Word, ...]
    title: str
    before: str
    after: str
    sentence: int
    part: int = 0
    style: Style = "sentence"

    @property
    def span(self) -> Span:
        """The name's span, without its title and without “’s”."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def key(self) -> tuple[str, ...]:
        return tuple([word.text for word in self.words])


class PartNames(NamedTuple):
    """What may be names in one part, and what settlements are called there.

    `glosses` are the places where a sentence says that a name has another form: its number, and where the words end
    that say so. `prose` are the part's words, if they tell what is written in small letters.
    """

    mentions: tuple[Mention, ...] = ()
    descriptions: tuple[Description, ...] = ()
    glosses: tuple[tuple[int, int], ...] = ()
    prose: str = ""


def in_part(part: Part) -> PartNames:
    """Return what may be names in one part, spans relative to the part; those that a correction mentions are none."""
    words = part.words
    tokens = list(_tokens(part))
    style = _style(words, tokens)
    if style == "caps":
        return PartNames()  # acronyms, names and shouted words look all the same
    corrections = correcting(part)
    mentions = tuple(
        mention
        for mention in _mentions(part, tokens, style)
        if not any(span.start <= mention.words[0].start < span.end for span in corrections)
    )
    return PartNames(mentions, tuple(descriptions(words, mentions)), tuple(glosses(part)), words)


def small_words(words: str, end: int | None = None) -> list[str]:
    """Return the words that are written with a small letter, as far as the offset `end`."""
    return _LOWER.findall(words, 0, len(words) if end is None else end)


def _style(words: str, tokens: list[Word]) -> Style:
    long_capitals = sum([len(token.text) > 3 and not token.opens for token in tokens])
    shouted = len(tokens) > 3 and all(token.text.isupper() for token in tokens)
    if long_capitals < _FEWEST and not shouted:
        return "sentence"
    for end in (_BEGINNING, len(words)):  # the beginning tells, nearly always
        lower = small_words(words, end)
        if len(lower) >= _MANY or (lower and long_capitals <= 2 * sum([len(word) > 3 for word in lower])):
            return "sentence"
    if shouted and not lower:
        return "caps"
    return "title" if long_capitals >= _FEWEST else "sentence"


def _tokens(part: Part) -> Iterator[Word]:
    words = part.words
    starts = {match.end() for sentence in part.sentences if (match := _OPENERS.match(words, sentence.start))}
    for match in _TOKEN.finditer(words):
        text, (start, end) = match.group(), match.span()
        possessive = False
        if not text.isalpha():
            if _CONTRACTED.search(text):
                continue
            text, possessive = _without_endings(text)
            end = start + len(text)
        opens = start in starts or words[start - 1] in '"“‘' or words[max(start - 2, 0) : start] == ": "
        yield Word(text, start, end, opens, possessive or words[end : end + 1] in ("'", "’"))


def _without_endings(text: str) -> tuple[str, bool]:
    """Return a word without “’s” and without a tail in small letters (“-based”), and whether “’s” was there."""
    possessive = len(text) > 2 and text[-2] in "'’" and text[-1] in "sS"
    if possessive:
        text = text[:-2]
    tail = _LOWER_TAIL.search(text)
    return (text[: tail.start()] if tail else text), possessive


def _mentions(part: Part, tokens: list[Word], style: Style) -> Iterator[Mention]:
    words = part.words
    sentence, ends = 0, [span.end for span in part.sentences]
    run: list[Word] = []
    for token in tokens:
        if run and not _joined(words, run[-1], token):
            yield from _mention(words, run, sentence, style)
            run = []
        while sentence + 1 < len(ends) and token.start >= ends[sentence]:
            sentence += 1
        run.append(token)
    if run:
        yield from _mention(words, run, sentence, style)


def _a_day(word: str) -> bool:
    """Whether a word is a weekday or a month, no part of the name beside it: told CNN Wednesday, in Kyiv Monday."""
    return word.endswith(("day", "ber", "uary", "July", "March")) and word.lower() in MONTHS_AND_DAYS


def _joined(words: str, one: Word, other: Word) -> bool:
    """Whether two capitalised words belong to one run: nothing but a space or particles between them."""
    if other.start - one.end > _LONGEST_GAP or one.possessive or other.opens:
        return False
    if _a_day(one.text) or _a_day(other.text):
        return False
    gap = words[one.end : other.start]
    if gap == " ":
        return True
    if gap == ". ":
        return one.text in _ABBREVIATED
    return _PARTICLE_GAP.fullmatch(gap) is not None


def _mention(words: str, run: list[Word], sentence: int, style: Style) -> Iterator[Mention]:
    """Yield the mentions in a run: what stands before a title is one of its own (Ukrainian President Zelensky)."""
    while run and run[0].text.lower() in NOT_NAMES:
        run = run[1:]
    pieces, title = _titled(run)
    for index, piece in enumerate(pieces):
        if not piece or len(piece) > _LONGEST_NAME:
            continue
        after = _WORD_AFTER.match(words, piece[-1].end)
        yield Mention(
            tuple(piece),
            title if index == len(pieces) - 1 else "",
            _words_before(words, piece[0].start),
            after.group(1) if after else "",
            sentence,
            style=style,
        )


def _words_before(words: str, position: int) -> str:
    """Return up to two words in small letters that stand right before `position`, with the blanks behind them."""
    if position < 2 or words[position - 1] != " ":
        return ""
    second = words.rfind(" ", 0, position - 1)
    if not _small(words[second + 1 : position - 1]):
        return ""
    if second > 0:
        first = words.rfind(" ", 0, second)
        if _small(words[first + 1 : second]):
            return words[first + 1 : position]
    return words[second + 1 : position]


def _small(word: str) -> bool:
    """Whether something is a word in small letters, without a punctuation mark at its ends."""
    return "a" <= word[:1] <= "z" and (word.isalpha() or _SMALL.fullmatch(word) is not None)


def _titled(run: list[Word]) -> tuple[list[list[Word]], str]:
    """Split a run at the titles in it, if a name follows them."""
    if len(run) == 1:
        return [run], ""
    last = -1
    for index, word in enumerate(run[:-1]):
        if word.text.lower().rstrip(".") in TITLES:
            last = index
    if last < 0:
        return [run], ""
    first = last
    while first > 0 and run[first - 1].text.lower() in TITLES:
        first -= 1
    title = " ".join(word.text for word in run[first : last + 1])
    return [run[:first], run[last + 1 :]], title
