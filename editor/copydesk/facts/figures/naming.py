"""What only the whole article says of its figures: owners by their fullest name, nouns from the paragraph before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from copydesk.article import Article, Span
from copydesk.facts.figures.records import UNSAID, Figure
from copydesk.facts.mentions import Entity, Mentions, Organisation, Person
from copydesk.facts.quotations import Quotation
from copydesk.text import lexicon

_LEGAL_FORMS = (" plc", " Inc", " Ltd", " Corp", " Co", " AG", " SA", " LLC")
_FIRST_PERSON = frozenset("i my we our us me".split())
_PRONOUNS = frozenset("it its he she his her they them their this that these those you your what".split())
_MEASURES = frozenset(("money", "percent", "points"))
_BESIDE = 60  # code points from a quotation to its speaker
_LEAST_MENTIONS = 3  # of what an article is about


def named(article: Article, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures of an article, spans in its text, with names and nouns from all of it."""
    from copydesk.facts import mentions, quotations

    known = article.facts(mentions)
    quoted = article.facts(quotations)
    topic, noun = _subject_of(known), ""
    for figure in figures:
        owner = _owner(known, figure)
        if isinstance(owner, Person) and figure.kind in _MEASURES and _speaks(article, figure):
            owner, figure = None, replace(figure, owner="", owner_span=None)
        if owner is not None:
            figure = replace(figure, owner=owner.name)
            topic = owner.name if isinstance(owner, Organisation) else topic
        elif figure.owner.partition("'")[0] in _FIRST_PERSON:
            figure = replace(figure, owner=_speaker(article, known, quoted, figure.span) or figure.owner)
        elif figure.owner in _PRONOUNS:
            figure = replace(figure, owner="", owner_span=None)
        elif not figure.owner and figure.noun and _is_of_firm(figure):
            figure = replace(figure, owner=topic)
        if figure.noun.startswith(UNSAID):
            figure = replace(figure, noun=noun)
        elif figure.noun and figure.kind == "count":
            noun = figure.noun
        yield figure


def _is_of_firm(figure: Figure) -> bool:
    """Whether a figure without an owner may be of what the article is about: revenue grew, visitor numbers fell."""
    if figure.noun not in lexicon("firm"):
        return False
    return figure.kind in _MEASURES or (figure.kind == "count" and figure.role in ("from", "to", "by"))


def _speaks(article: Article, figure: Figure) -> bool:
    """Whether the owner of a figure is only who says it: Silva said reserves stood at £4m."""
    end = figure.owner_span.end if figure.owner_span is not None else 0
    words = article.text[end : end + _BESIDE].split()
    return bool(words) and words[0].lower() in lexicon("speech")


def _subject_of(known: Mentions) -> str:
    """Return the organisation that an article is about: the one that it speaks of most."""
    most = max(known.organisations, key=lambda one: len(one.mentions), default=None)
    return most.name if most is not None and len(most.mentions) >= _LEAST_MENTIONS else ""


def _owner(known: Mentions, figure: Figure) -> Entity | None:
    if figure.owner_span is None:
        return None
    last = figure.owner_span.end  # what the last of the words means: not Leeds, of “the Leeds factory”
    owner = known.who(Span(last - 1, last))
    if owner is None and figure.owner.endswith(_LEGAL_FORMS):
        owner = known.who(figure.owner_span)
    return owner


def _speaker(article: Article, known: Mentions, quoted: Iterable[Quotation], span: Span) -> str:
    """Return who says the words that a span is in, by the fullest name."""
    said = next((one for one in quoted if one.span.start <= span.start < one.span.end and one.speaker), None)
    if said is None:
        return ""
    for start in (said.span.end, max(said.span.start - _BESIDE, 0)):
        at = article.text.find(said.speaker, start, start + _BESIDE + len(said.speaker))
        if at >= 0 and (owner := known.who(Span(at, at + len(said.speaker)))) is not None:
            return owner.name
    return said.speaker if said.speaker.lower() not in _PRONOUNS else ""
