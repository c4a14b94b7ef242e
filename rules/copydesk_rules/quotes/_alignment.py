"""Two quotations held side by side: whether they are the same words, and which of them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from copydesk.rules import Span, pattern

# A word; what a reporter put in brackets, square or round; dots for what is left out.
_TOKEN = pattern(
    r"\[[^\]]*\]|\(\.\.\.\)|\([^()]{1,40}\)|…|\.\s?\.\s?\.|[$£€]?\d[\d.,]*\d%?|[^\W_]+(?:['’‐‑-][^\W_]+)*%?"
)
_PIECE = pattern(r"[^\W_]+")
_WILD = frozenset("[(….")
_SMALL = frozenset(
    """a an the and or but nor so yet of in on at to for from by with as if than then that this these those
    there here it its is are was were be been being am do does did have has had having will would shall should
    can could may might must not no i you he she we they me him her us them my your his our their who what which
    when where why how all some any very just too also about into over up out more most don't it's that's i'm
    we're they're can't go goes going went gone come comes came get gets got know think want make made say said
    see like people thing things time back now then""".split()
)
_SHORT_FORMS = {
    "n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "'d": " would", "'s": " is",
}  # fmt: skip
_IRREGULAR = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "gonna": "going to",
}
_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten".split(), "1 2 3 4 5 6 7 8 9 10".split(), strict=True)
)
_MARGIN = 2  # words looked at beyond the shorter quotation's ends


class Word(NamedTuple):
    """A word of a quotation: as compared, as written, and its span in its part. `key` is empty for brackets."""

    key: str
    text: str
    span: Span


class Change(NamedTuple):
    """Words of one quotation, by their numbers, that stand for words of another; either may be none."""

    here: Span
    there: Span


class Alignment(NamedTuple):
    """What two quotations share and what differs. `matched` are the keys of the words in common."""

    matched: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def content(self) -> int:
        """How many of the shared words say something."""
        return sum(key not in _SMALL for key in self.matched)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a part's text between two of its code points."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        token = match.group()
        key = "" if token[0] in _WILD else token.lower().replace("’", "'").replace("‑", "-").replace("‐", "-")
        found.append(Word(key, token, Span(*match.span())))
    return found


def small_words(text: str) -> list[str]:
    """Return the words of a quotation for a quick look whether it shares any with another."""
    return _PIECE.findall(text.lower())


def says_something(run: Sequence[str]) -> bool:
    """Whether not all words of a run are small ones that any two sentences share."""
    return "" not in run and not _SMALL.issuperset(run)


def shift_of(here: Sequence[Word], there: Sequence[Word]) -> int | None:
    """Return how much later the first run of words that two quotations share stands in `there` than in `here`."""
    known = {run: number for number, run in reversed(list(enumerate(_runs(there))))}
    shared = (known[run] - number for number, run in enumerate(_runs(here)) if run in known and says_something(run))
    return next(shared, None)


def _runs(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    keys = [word.key for word in words]
    return zip(keys, keys[1:], keys[2:], strict=False)


def align(here: Sequence[Word], there: Sequence[Word], shift: int) -> Alignment:
    """Align two quotations; `shift` is how much later a run that they share stands in `there` than in `here`.

    Only changes between words in common count, so one may be an excerpt of the other. Changes beside dots and
    brackets, where the reporter says that words were changed, are left out.
    """
    first = max(0, -shift - _MARGIN)
    last = min(len(here), len(there) - shift + _MARGIN)
    start = max(0, first + shift - _MARGIN)
    end = min(len(there), last + shift + _MARGIN)
    ours, theirs = here[first:last], there[start:end]
    operations = Levenshtein.opcodes([word.key for word in ours], [word.key for word in theirs])
    steps = [(step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end) for step in operations]
    while steps and steps[0][0] != "equal":
        steps.pop(0)
    while steps and steps[-1][0] != "equal":
        steps.pop()
    matched: list[str] = []
    changes: list[Change] = []
    for tag, a, b, c, d in steps:
        if tag == "equal":
            matched += [word.key for word in ours[a:b]]
        elif changes and changes[-1].here.end == first + a and changes[-1].there.end == start + c:
            changes[-1] = Change(Span(changes[-1].here.start, first + b), Span(changes[-1].there.start, start + d))
        else:
            changes.append(Change(Span(first + a, first + b), Span(start + c, start + d)))
    return Alignment(tuple(matched), tuple(one for one in changes if _is_real(here, there, one)))


def _is_real(here: Sequence[Word], there: Sequence[Word], change: Change) -> bool:
    ours, theirs = here[slice(*change.here)], there[slice(*change.there)]
    beside = (
        *here[max(0, change.here.start - 1) : change.here.end + 1],
        *there[max(0, change.there.start - 1) : change.there.end + 1],
    )
    if not all(word.key for word in beside):
        return False
    return _plain(ours) != _plain(theirs)


def _plain(words: Sequence[Word]) -> str:
    """Return words without what only differs in writing: short forms, hyphens, figures, British endings."""
    text = " ".join(_expanded(word.key) for word in words).replace("%", " percent")
    text = text.replace("ise", "ize").replace("isation", "ization").replace("our", "or").replace("ll", "l")
    return "".join(sign for sign in text if sign.isalnum())


def _expanded(key: str) -> str:
    if key in _IRREGULAR:
        return _IRREGULAR[key]
    for ending, full in _SHORT_FORMS.items():
        if key.endswith(ending):
            return key.removesuffix(ending) + full
    return _NUMBERS.get(key, key)
