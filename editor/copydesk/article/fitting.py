"""Fitting edits into a text: around what is not prose, between graphemes, written as the format wants it.

A rule says what the words should be. Markup, addresses, entities and code are none of them: an edit that reaches
across is split, so that they stay as they are and where they are. What cannot be split is not made.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Literal, NamedTuple
from unicodedata import normalize

from copydesk.article.addresses import addresses
from copydesk.article.aligning import Alignment
from copydesk.article.article import Article
from copydesk.article.edits import Edit, OverlappingEdits, Span, apply, ordered
from copydesk.article.graphemes import is_border
from copydesk.article.inert import is_inert
from copydesk.article.pieces import collapsed
from copydesk.article.readers import is_plain, read
from copydesk.article.source import Source, UnreadableSource
from copydesk.patterns import pattern

_HARD_BREAK = pattern(r"[^\S\n\r]{2}[\n\r]")
_OPENING = pattern(
    r"(?:(?P<link>\[|<a\b[^<>]*\shref\b[^<>]*>)|<(?P<name>[A-Za-z][\w-]*)(?:\s[^<>]*)?>|(?P<mark>\*{1,3}|_{1,3}|~~))\Z",
    re.IGNORECASE,
)
_LINK_ENDS = pattern(r"\]|</a>", re.IGNORECASE)
_BRACKET = pattern(r"[\[\]]")
_LONGEST_LABEL = 1000  # code points
_LONGEST_TAG = 500  # code points
_MOST_READ_AGAIN = 5_000_000  # code points that are read again to see what changes do: a story a thousand times
_TAG = pattern(r"<(/?)([A-Za-z][\w-]*)[^<>]*?(/?)>")
_NO_WORD = pattern(r"\]\(|<!--|<(?:a|img|code)\b|`|\ufffc", re.IGNORECASE)


class Unfit(Exception):
    """An edit that cannot be made as a rule wants it: the message says why in a few words."""


class _Run(NamedTuple):
    """Prose from `start` to `end`, and its place in the text.

    `kind` is “letters” where both run in step, “whole” where it can be replaced only as a whole, and “fixed” where
    it stays as it is.
    """

    start: int
    end: int
    place: Span
    kind: Literal["letters", "whole", "fixed"]


@dataclass(frozen=True, slots=True)
class _Fit:
    """What is made of one edit.

    `promises` are the changes of parts' words: number of the part, span in its words, new words. `inert` says that
    nothing but these words can change by it. `sides` says that it could be made at another side of some markup.
    """

    edits: tuple[Edit, ...]
    promises: tuple[tuple[int, Span, str], ...] = ()
    inert: bool = True
    sides: bool = False


class Fitting:
    """Fits edits into one article's text, and remembers what it made of each.

    Where an edit stands beside markup, the article is read again as it would be. That is done only so often, as it
    takes time by the length of the article: then such edits are Unfit.

    `in_addresses` is for rules that ask to be heard there: addresses among the words are words to them.
    `loosely` is for words that a person types: where they are quite others, they go before the markup among the old,
    and addresses may be typed over.
    """

    def __init__(self, article: Article, *, in_addresses: bool = False, loosely: bool = False) -> None:
        self._article = article
        self._in_addresses = in_addresses or loosely
        self._loosely = loosely
        self._is_plain = is_plain(article.source.name)
        self._fits: dict[tuple[Edit, bool], _Fit | Unfit] = {}
        self._known: dict[tuple[Edit, ...], tuple[Edit, ...] | Unfit] = {}
        self._read_again = 0

    def __call__(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Return edits that have the same effect on the words, and none on anything else. Raises Unfit."""
        if edits not in self._known:
            try:
                self._known[edits] = self._fitted(edits)
            except Unfit as unfit:
                self._known[edits] = unfit
        known = self._known[edits]
        if isinstance(known, Unfit):
            raise known
        return known

    def _fitted(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        for before in (True, False):
            fits = [self._fit(edit, before) for edit in edits]
            made = tuple(one for fit in fits for one in fit.edits)
            try:
                ordered(made, len(self._article.text))
            except OverlappingEdits:
                raise Unfit("its changes overlap") from None
            if self._is_plain or all(fit.inert for fit in fits):
                self._refuse_to_leave_nothing(fits)
                return made
            if self._reads_as_promised(made, fits):
                return made
            if not any(fit.sides for fit in fits):
                break
        raise Unfit("the words would not be read so among the markup here")

    def _fit(self, edit: Edit, before: bool) -> _Fit:
        key = (edit, before)
        if key not in self._fits:
            try:
                self._fits[key] = self._made(edit, before)
            except Unfit as unfit:
                self._fits[key] = unfit
        fit = self._fits[key]
        if isinstance(fit, Unfit):
            raise fit
        return fit

    def _made(self, edit: Edit, before: bool) -> _Fit:
        if self._loosely and self._is_plain:
            self._refuse_split(edit)
            return _Fit((edit,))
        if "\n" in edit.text or "\r" in edit.text:
            raise Unfit("a line end stands in the new words")
        parts = self._article.parts
        first = bisect_left(parts, edit.start, key=lambda part: part.span.end)
        if first and (first == len(parts) or edit.end < parts[first].span.start) and edit.start == edit.end:
            first -= 1  # behind markup that ends after a part's last word
        elif first == len(parts) or parts[first].span.start > edit.end:
            if self._loosely:
                return _Fit((edit,), inert=False)
            raise Unfit("it stands outside the words of the article")
        part = parts[first]
        last = first
        while last + 1 < len(parts) and parts[last + 1].span.start < edit.end:
            last += 1
        if edit.start < edit.end and (last > first or not part.span.contains(edit.span)):
            fit = self._across(edit, first, last)
        else:
            fit = _PartFitting(
                self._article, first, edit, before=before, in_addresses=self._in_addresses, loosely=self._loosely
            ).fit()
        for one in fit.edits:
            self._refuse_split(one)
        return fit

    def _across(self, edit: Edit, first: int, last: int) -> _Fit:
        """Fit an edit that takes away whole parts, with what there is between them and the part before."""
        text, parts = self._article.text, self._article.parts
        if parts[first].span.end == edit.start and first < last:
            first += 1
        gone = parts[first : last + 1]
        taken = text[edit.start : edit.end]
        if edit.text or any(not edit.span.contains(part.span) for part in gone):
            raise Unfit("it reaches beyond a paragraph")
        if not self._is_plain and (_NO_WORD.search(taken) or not _is_balanced(taken)):
            raise Unfit("markup, an address or code stands in these words")
        if any(part.addresses for part in gone):
            raise Unfit("an address stands in these words")
        promises = tuple((number, Span(0, len(parts[number].words)), "") for number in range(first, last + 1))
        return _Fit((edit,), promises, inert=False)

    def _refuse_split(self, edit: Edit) -> None:
        text = self._article.text
        start, end = max(0, edit.start - 50), edit.end + 50
        around = text[start : edit.start] + edit.text + text[edit.end : end]
        place = edit.start - start
        if not (
            is_border(text, edit.start)
            and is_border(text, edit.end)
            and is_border(around, place)
            and is_border(around, place + len(edit.text))
        ):
            raise Unfit("it would part a letter and its accent")

    def _reads_as_promised(self, edits: Sequence[Edit], fits: Sequence[_Fit]) -> bool:
        """Whether the text reads as promised when the edits are made."""
        article = self._article
        self._read_again += len(article.text)
        if self._read_again > _MOST_READ_AGAIN:
            raise Unfit("the article is too long to be read again for each change beside markup")
        try:
            promised = self._promised(fits)
            again = read(Source.from_text(apply(article.text, edits), article.source.name))
        except (OverlappingEdits, UnreadableSource):
            return False
        return _read(part.words for part in again.parts) == _read(promised)

    def _promised(self, fits: Sequence[_Fit]) -> list[str]:
        """Return the words of all parts as they are to be. Raises OverlappingEdits."""
        changes: dict[int, list[Edit]] = {}
        for fit in fits:
            for number, span, words in fit.promises:
                changes.setdefault(number, []).append(Edit(*span, words))
        return [apply(part.words, changes.get(number, ())) for number, part in enumerate(self._article.parts)]

    def _refuse_to_leave_nothing(self, fits: Sequence[_Fit]) -> None:
        changed = {number for fit in fits for number, _, _ in fit.promises}
        if len(changed) == len(self._article.parts) and not _read(self._promised(fits)):
            raise Unfit("nothing would be left")


def _read(words: Iterator[str] | Sequence[str]) -> list[str]:
    return [normalize("NFC", seen) for each in words if (seen := collapsed(each)).strip("\ufffc ")]


def _is_balanced(text: str) -> bool:
    """Whether each tag in a piece of text has its other one in it."""
    count: dict[str, int] = {}
    for closing, name, empty in _TAG.findall(text):
        count[name] = count.get(name, 0) + (0 if empty else -1 if closing else 1)
    return not any(count.values())


class _PartFitting:
    """Fits one edit into one part."""

    def __init__(
        self, article: Article, number: int, edit: Edit, *, before: bool, in_addresses: bool, loosely: bool
    ) -> None:
        self._text = article.text
        self._number = number
        self._part = part = article.parts[number]
        self._edit = edit
        self._before = before
        self._loosely = loosely
        self._sides = False
        self._start, self._end = part.prose.offset(edit.start), part.prose.offset(edit.end)
        self._addresses = () if in_addresses else part.addresses

    def fit(self) -> _Fit:
        """Return what is made of the edit. Raises Unfit."""
        edit, part = self._edit, self._part
        words, start, end = part.words, self._start, self._end
        if start == end and edit.start < edit.end:
            if self._loosely:
                return _Fit((edit,), inert=False)
            raise Unfit("markup stands there, no word")
        if not (is_border(words, start) and is_border(words, end)):
            raise Unfit("it would part a letter and its accent")
        made = self._insertion() if start == end else self._replacement()
        self._refuse_other_addresses()
        inert = all(part.span.contains(one.span) and is_inert(self._text, one, part) for one in made)
        labels = self._labels(made)
        promises = ((self._number, Span(start, end), edit.text),)
        return _Fit((*made, *labels), promises, inert and not labels, self._sides)

    def _labels(self, made: Sequence[Edit]) -> tuple[Edit, ...]:
        """Return what keeps the labels of reference links whose words are their label: [Kiev] → [Kyiv][Kiev]."""
        text, kept = self._text, []
        for edit in made if "[" in text else ():
            start, end = self._bracket(edit.start - 1, -1), self._bracket(edit.end, 1)
            if start is None or end is None or (start and text[start - 1] == "!"):
                continue
            label = f"[{text[start + 1 : end]}]"
            if text.startswith("[]", end + 1):
                kept.append(Edit(end + 1, end + 3, label))
            elif text[end + 1 : end + 2] not in ("(", "["):
                kept.append(Edit(end + 1, end + 1, label))
        return tuple(dict.fromkeys(kept))

    def _bracket(self, position: int, step: Literal[-1, 1]) -> int | None:
        """Return where the bracket is that opens (or closes) the link around a position; None outside a link."""
        text, prose = self._text, self._part.prose
        wanted = "[" if step < 0 else "]"
        if step < 0:
            near = text[max(position + 1 - _LONGEST_LABEL, 0) : position + 1][::-1]
        else:
            near = text[position : position + _LONGEST_LABEL]
        for match in _BRACKET.finditer(near):
            place = position + step * match.start()
            if not prose.shows(Span(place, place + 1)):
                return place if match.group() == wanted else None
        return None

    def _refuse_other_addresses(self) -> None:
        """Raise Unfit if an address would go on in the new words."""
        if not (there := self._addresses):
            return
        words = self._part.words
        changed = words[: self._start] + self._edit.text + words[self._end :]
        left = iter([changed[slice(*address)] for address in addresses(changed)])
        if not all(words[slice(*address)] in left for address in there):
            raise Unfit("an address stands in these words, or beside them")

    def _insertion(self) -> tuple[Edit, ...]:
        """Put words between two: behind those before, or else before those that follow."""
        prose, offset = self._part.prose, self._start
        chunk, limit = next(stretch for stretch in prose.stretches if offset <= stretch[1])
        in_step = limit - chunk.prose == chunk.end - chunk.start
        if (chunk.prose < offset < limit and not in_step) or any(
            address.start < offset < address.end for address in self._addresses
        ):
            raise Unfit("an address or a character’s code stands there")
        behind = prose.span(offset, offset).start
        before = prose.span(offset, offset + 1).start if offset < len(prose.words) else behind
        places = list(dict.fromkeys((self._edit.start, behind, before)))
        self._sides = len(places) > 1
        place = places[0 if self._before else 1 % len(places)]
        return (Edit(place, place, prose.written(self._edit.text)),)

    def _replacement(self) -> tuple[Edit, ...]:
        prose, new = self._part.prose, self._edit.text
        runs = list(self._runs())
        if len(runs) == 1 and runs[0].kind == "letters" and prose.written(new) == new:
            return (Edit(*runs[0].place, new),)
        made: list[Edit] = []
        for edit in self._pieces(runs, Alignment(self._part.words[self._start : self._end], new)):
            edit = self._with_emptied(edit)
            while made and made[-1].end == edit.start:
                before = made.pop()
                edit = self._with_emptied(Edit(before.start, edit.end, before.text + edit.text))
            made.append(edit)
        return tuple(made)

    def _runs(self) -> Iterator[_Run]:
        """Yield the runs that the edit reaches, in order and without a hole."""
        last: _Run | None = None
        for run in self._all_runs():
            if last is not None and last.kind == run.kind == "letters" and last.place.end == run.place.start:
                last = _Run(last.start, run.end, Span(last.place.start, run.place.end), "letters")
                continue
            if last is not None:
                yield from _cut(last, self._addresses)
            last = run
        assert last is not None  # the edit replaces words
        yield from _cut(last, self._addresses)

    def _all_runs(self) -> Iterator[_Run]:
        prose = self._part.prose
        first = bisect_right(prose.chunks, self._start, key=lambda chunk: chunk.prose) - 1
        for chunk, limit in islice(prose.stretches, first, None):
            if chunk.prose >= self._end:
                return
            place = Span(chunk.start, chunk.end)
            start, end = max(chunk.prose, self._start), min(limit, self._end)
            if limit - chunk.prose == chunk.end - chunk.start:
                yield from self._in_step(start, end, chunk.start - chunk.prose)
            elif (start, end) != (chunk.prose, limit):
                raise Unfit("it would part a character’s code")
            else:
                kind = _kind(self._text[slice(*place)], prose.words[start:end])
                yield _Run(start, end, place, kind)

    def _in_step(self, start: int, end: int, by: int) -> Iterator[_Run]:
        """Yield runs of letters, and apart from them the line ends that are read as blanks."""
        words, text = self._part.words, self._text
        odd = [] if words[start:end] == text[start + by : end + by] else range(start, end)
        for offset in odd:
            if words[offset] != text[offset + by]:
                if start < offset:
                    yield _Run(start, offset, Span(start + by, offset + by), "letters")
                yield _Run(offset, offset + 1, Span(offset + by, offset + by + 1), "whole")
                start = offset + 1
        if start < end:
            yield _Run(start, end, Span(start + by, end + by), "letters")

    def _pieces(self, runs: Sequence[_Run], alignment: Alignment) -> Iterator[Edit]:
        """Yield an edit for each run with what of the new words belongs to it, and for what comes between two."""
        prose, new = self._part.prose, self._edit.text
        borders = [(0, 0), *(self._place(alignment, run.end) for run in runs[:-1]), (len(new), len(new))]
        for run, following, ((_, begins), (ends, goes_on)) in zip(
            runs, (*runs[1:], None), pairwise(borders), strict=True
        ):
            words, old = new[begins:ends], prose.words[run.start : run.end]
            if run.kind == "fixed" and words != old:
                raise Unfit("markup, an address, an entity or code stands in these words")
            if words != old:
                yield self._within(run, old, words)
            if ends < goes_on:
                self._sides = self._sides or following is not None
                place = run.place.end if self._before or following is None else following.place.start
                yield Edit(place, place, prose.written(new[ends:goes_on]))

    def _place(self, alignment: Alignment, offset: int) -> tuple[int, int]:
        place = alignment.place(offset - self._start)
        if place is None and self._loosely:
            place = alignment.end_around(offset - self._start)
        if place is None or not all(is_border(self._edit.text, end) for end in place):
            raise Unfit("markup, an address or code stands in these words")
        return place

    def _within(self, run: _Run, old: str, new: str) -> Edit:
        """Return the edit that makes the words of a run new; what needs no change of them stays as it is written."""
        prose, (start, end) = self._part.prose, run.place
        written = prose.written(new)
        if run.kind == "letters" and (written != new or not new):
            before = 0
            while before < min(len(old), len(new)) and old[before] == new[before]:
                before += 1
            while not (is_border(old, before) and is_border(new, before)):
                before -= 1
            behind = 0
            while behind < min(len(old), len(new)) - before and old[-1 - behind] == new[-1 - behind]:
                behind += 1
            while not (is_border(old, len(old) - behind) and is_border(new, len(new) - behind)):
                behind -= 1
            return Edit(start + before, end - behind, prose.written(new[before : len(new) - behind]))
        return Edit(start, end, written)

    def _with_emptied(self, edit: Edit) -> Edit:
        """Return an edit that takes away the element, too, of which it takes away all words.

        Raises Unfit if that is a link.
        """
        text, (start, end) = self._text, edit.span
        if edit.text or start == end or any(chunk.start < start < chunk.end for chunk in self._part.prose.chunks):
            return edit
        if any(chunk.start < end < chunk.end for chunk in self._part.prose.chunks):
            return edit
        while (opening := _OPENING.search(text, max(0, start - _LONGEST_TAG), start)) is not None:
            if opening["link"] and _LINK_ENDS.match(text, end):
                raise Unfit("a link would lose its words")
            closing = f"</{opening['name']}>" if opening["name"] else opening["mark"] or "]"
            if text[end : end + len(closing)].lower() != closing.lower():
                break
            if opening["mark"] and (text[start].isspace() or text[end - 1].isspace()):
                break
            start, end = opening.start(), end + len(closing)
        return replace(edit, start=start, end=end)


def _kind(written: str, seen: str) -> Literal["whole", "fixed"]:
    """Return whether what is read otherwise than it is written may be replaced."""
    if written.isspace():
        return "fixed" if _HARD_BREAK.search(written) else "whole"
    is_escape = written in ("''", f"\\{seen}") or normalize("NFC", written) == seen
    return "whole" if is_escape else "fixed"


def _cut(run: _Run, addresses: Sequence[Span]) -> Iterator[_Run]:
    """Yield a run with what is in addresses apart, fixed."""
    start = run.start
    for address in addresses:
        first, last = max(start, address.start), min(run.end, address.end)
        if first < last:
            if start < first:
                yield _part_of(run, start, first)
            yield _part_of(run, first, last)._replace(kind="fixed")
            start = last
    if start < run.end:
        yield _part_of(run, start, run.end)


def _part_of(run: _Run, start: int, end: int) -> _Run:
    if run.kind != "letters":
        return run  # it is one character
    by = run.place.start - run.start
    return _Run(start, end, Span(start + by, end + by), run.kind)
