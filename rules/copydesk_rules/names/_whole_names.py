"""Names of several words that agree but for hyphens, blanks or stops: Kim Jong-un and Kim Jong Un."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from copydesk.facts.names import Names, Spelling
from copydesk.facts.names.fame import is_place
from copydesk.rules import Article, Span
from copydesk_rules.names._places import Place

# What two forms of one name may differ in, besides capitals.
_MARKS = str.maketrans("", "", " -'’‘ʼ‐‑.\u00a0")


def plain(form: str) -> str:
    """Return what two forms of one name have in common: its letters, in lower case."""
    lowered = form.lower()
    return lowered if lowered.isalpha() else lowered.translate(_MARKS)


def whole_names(article: Article, known: Names) -> Iterator[list[Place]]:
    """Yield names of several words, or with hyphens, that agree but for marks: Kim Jong-un and Kim Jong Un."""
    text = article.text
    found: dict[str, list[Place]] = defaultdict(list)
    plains: dict[tuple[str, ...], str] = {}
    forms: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention in known.mentions:
        words = mention.words
        if len(words) > 1 or "-" in words[0].text:
            key, end = mention.key, words[-1].end
            letters = plains.get(key) or plains.setdefault(key, plain("".join(key)))
            if text[end : end + 1] == "-" and (tail := _tail(text, end)):
                letters, key = letters + tail[1:], (*key, tail)
            forms[letters].add(key)
            found[letters].append(Place("", Span(words[0].start, end)))
    for letters, keys in forms.items():
        if len(keys) > 1:
            places = [_with_words(text, letters, place.span) for place in found[letters]]
            spellings = {place.form.replace("’", "'") for place in places}
            if len({form.lower() for form in spellings}) > 1 and not _two_things(known, spellings):
                yield places


def _with_words(text: str, letters: str, span: Span) -> Place:
    """Return the place of a name with its words as written, with a tail (“-un”), without the sentence's stop."""
    start, end = span
    form = " ".join(text[start:end].split())
    if form[-1] == "." and form.count(".") == 1:
        form, end = form[:-1], end - 1
    if plain(form) != letters:
        tail = _tail(text, end)
        form, end = form + tail, end + len(tail)
    return Place(form, Span(start, end))


def _tail(text: str, end: int) -> str:
    """Return “-un” of Kim Jong-un, which stands behind `end`."""
    length = 1
    while text[end + length : end + length + 1].islower():
        length += 1
    return text[end : end + length] if 2 < length < 8 else ""


def _two_things(known: Names, forms: Iterable[str]) -> bool:
    """Whether a hyphen joins two names that the article has apart too: US-China, beside US China policy."""
    hyphened = [form.split("-") for form in forms if "-" in form]
    return any(
        all(piece.isupper() or is_place(piece) or _alone(known.spellings, piece) for piece in pieces)
        for pieces in hyphened
    )


def _alone(spellings: Mapping[str, Spelling], piece: str) -> bool:
    spelling = spellings.get(piece.split(" ")[-1])
    return spelling is not None and len(spelling.full) < spelling.count
