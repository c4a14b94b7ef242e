"""Arabic names with their article: al-Qaeda, al Qaeda, Al-Qaeda, Al Qaeda. All the places of one are one group."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from copydesk.facts import quotations
from copydesk.facts.names import Mention, Names
from copydesk.rules import Article, Span, Stretches, pattern
from copydesk_rules.names._places import Place

_ARTICLES = ("al", "el", "ul")
_ARTICLE = 3  # code points, with what joins it to the name
_HYPHENED = pattern(r"(?i:\b[aeu]l-)")
_ARTICLE_BEFORE = pattern(r"(?i:\b[aeu]l[-‑ ])$")
_BEFORE_WORDS = pattern(r"[^\w]*")


class Articled(NamedTuple):
    """A name with its article where it stands: “al” and “qaeda” of al-Qaeda, both in lower case.

    `opens` says that it begins a sentence, and so with a capital; `named`, that a given name precedes it.
    `article` is empty where the name stands without it (Qaeda fighters).
    """

    article: str
    name: str
    place: Place
    opens: bool
    named: bool

    @property
    def form(self) -> str:
        """The form without regard to its first capital, which a sentence may ask for."""
        return _with_capital(self.place.form, capital=False)


def articled_names(article: Article, known: Names) -> Iterator[list[Articled]]:
    """Yield the names with an Arabic article that are written in more than one way, each with all its places."""
    if not any(_HYPHENED.search(part.words) for part in article.parts):
        return  # two ways without a hyphen are al Qaeda and Al Qaeda: too little to tell from a person called Al
    spelt = _one_for_all_spellings(known)
    found: dict[tuple[str, str], list[Articled]] = defaultdict(list)
    for mention in known.mentions:
        for one in _articled(article, mention, spelt):
            found[one.article, spelt.get(one.name, _sounds(one.name))].append(one)
    for (kind, name), group in found.items():
        forms = {one.place.form for one in group}
        if kind and len(forms) > 1 and any("-" in form[:_ARTICLE] for form in forms):
            yield sorted([*group, *found.get(("", name), ())], key=lambda one: one.place.span)


def spelt_two_ways(article: Article, known: Names) -> Iterator[Span]:
    """Yield the places of names that are spelt, not only written, in two ways after their article.

    What is quoted is as it was written, and does not count.
    """
    quoted = Stretches(quotation.span for quotation in article.facts(quotations) if quotation.whole)
    for group in articled_names(article, known):
        if len({one.name for one in group if not quoted.contain(one.place.span)}) > 1:
            yield from (one.place.span for one in group)


def right_forms(
    group: Sequence[Articled], settled: str | None, wrong: Collection[str]
) -> Iterator[tuple[Articled, str]]:
    """Yield each place with the form that it should have, so that the whole group agrees.

    `settled` is the house's form; none of `wrong` is chosen where there is another. The capital is compared apart
    from the rest: a sentence begins with one, and al-Assad alone may be written otherwise than after a given name.
    """
    spelt = Counter(one.name for one in group)
    forms = Counter(one.form for one in group if one.article)
    chosen = settled or max(forms, key=lambda form: (_is_right(form, wrong), spelt[_bare(form)], forms[form]))
    capitals = {named: _capital(group, named=named) for named in (False, True)}
    if settled:
        capitals = dict.fromkeys(capitals, settled[0].isupper())
    for one in group:
        if one.article:
            yield one, _with_capital(chosen, capital=one.opens or capitals[one.named])
        else:
            yield one, one.place.form if one.name == _bare(chosen) else chosen[_ARTICLE:]


def _is_right(form: str, wrong: Collection[str]) -> bool:
    return form not in wrong and _with_capital(form, capital=True) not in wrong


def _capital(group: Sequence[Articled], *, named: bool) -> bool:
    """Whether the article has a capital inside sentences, mostly, else in the other kind of places, else at first."""
    inside = [(one.named == named, one.place.form[0].isupper()) for one in group if one.article and not one.opens]
    counts = Counter(inside)
    choices = dict.fromkeys(capital for here, capital in inside if here)
    return max(choices, key=lambda capital: (counts[True, capital], counts[False, capital]), default=False)


def _with_capital(form: str, *, capital: bool) -> str:
    return (form[0].upper() if capital else form[0].lower()) + form[1:]


def _one_for_all_spellings(known: Names) -> dict[str, str]:
    """Return one name for each that the article spells two ways, under all of them, without their articles."""
    found: dict[str, str] = {}
    for group in known.variants:
        kept = _sounds(_bare(group.preferred.text))
        found |= {_bare(spelling.text): kept for spelling in group.spellings}
    return found


def _bare(text: str) -> str:
    small = text.lower()
    return small[_ARTICLE:] if small[:2] in _ARTICLES and small[2:3] in ("-", "‑", " ") else small


def _sounds(name: str) -> str:
    """Return a name as its romanizations sound: Qaeda, Qaida and Qa'ida are one, and Shabaab and Shabab."""
    for written, sound in (("'", ""), ("’", ""), ("ae", "ai"), ("ay", "ai"), ("aa", "a"), ("ee", "i"), ("oo", "u")):
        name = name.replace(written, sound)
    return name.replace("ou", "u")


def _articled(article: Article, mention: Mention, spelt: Collection[str]) -> Iterator[Articled]:
    """Yield the names with an article in a mention; those without one only if they are `spelt` in two ways."""
    if mention.style != "sentence":
        return
    text, words = article.text, mention.words
    for at, word in enumerate(words):
        begin, end = word.span
        if word.text[2:3] in ("-", "‑") and word.text[:2].lower() in _ARTICLES and len(word.text) > 5:
            kind, name = word.text[:2].lower(), word.text[_ARTICLE:].lower()
        elif _ARTICLE_BEFORE.search(text, max(begin - _ARTICLE - 1, 0), begin):
            begin -= _ARTICLE
            kind, name = text[begin : begin + 2].lower(), word.text.lower()
        elif word.text.lower() in spelt and text[begin - 1 : begin] not in ("-", "‑"):
            kind, name = "", word.text.lower()
        else:
            continue
        opens = (words[0].opens and begin == words[0].start) or _opens(article, begin)
        named = at > 0 and words[0].end < begin
        yield Articled(kind, name, Place(text[begin : word.start] + word.text, Span(begin, end)), opens, named)


def _opens(article: Article, begin: int) -> bool:
    """Whether a name begins a sentence, so that its article has a capital there."""
    part = article.part_at(begin)
    if part is None:
        return False
    start = part.prose.offset(begin)
    number = bisect_right(part.sentences, start, key=lambda span: span.start) - 1
    opening = _BEFORE_WORDS.match(part.words, part.sentences[number].start, start) if number >= 0 else None
    return opening is not None and opening.end() == start
