"""From an engine's remarks to findings: what names explain is dropped, and spacing is told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.article import Article, Edit, Part, Span
from copydesk.check.dictionary import NO_WORDS, Dictionary
from copydesk.check.doubled import undoubled
from copydesk.check.misspelt import Spelling, foreign_sentences
from copydesk.check.quoted import Quoted
from copydesk.check.settings import GRAMMAR
from copydesk.engines import Remark
from copydesk.facts import quotations
from copydesk.facts.words.slips import is_slip, likeliest_first
from copydesk.rules import Finding, Fix, Related
from copydesk.text import correcting

_MOST_FIXES = 5
_TERM = 2  # words
_DIALECT = 2  # words in a paragraph's quotations that are neither known nor slips
_MARKS = "“”‘’\"'.,;:!?()"
SPACING = f"{GRAMMAR}.Spacing"
_IN_QUOTATION = "in a direct quotation: change it only if it was not said, or written, so"


def grammar_findings(
    article: Article,
    remarks: Sequence[Sequence[Remark]],
    dictionary: Dictionary = NO_WORDS,
    *,
    all_rules: bool = False,
) -> Iterator[Finding]:
    """Yield a finding for each remark that an editor should see; with `all_rules`, for each there is.

    `remarks` has one entry for each of the article's parts. The engine's rule becomes `Grammar.RULE`.
    Headlines have a grammar of their own, so of them, as of datelines and bylines, nothing is said. Inside a direct
    quotation an engine is heard only where a word is misspelt by a slip of the keys. `dictionary` has words that are
    right though no engine knows them. A paragraph that quotes several words that are neither known nor slips is in
    dialect there.
    """
    if all_rules:
        for part, found in zip(article.parts, remarks, strict=True):
            yield from (_finding(part, remark, len(remark.replacements)) for remark in found)
        return
    spelling = Spelling(article, remarks, dictionary)
    quoted = [quotation.span for quotation in article.facts(quotations)]
    within = Quoted(article)
    terms = _terms(article, quoted)
    spacing: list[tuple[Span, Remark]] = []
    for part, found in zip(article.parts, remarks, strict=True):
        if part.kind in ("headline", "byline", "dateline"):
            continue
        foreign = [*foreign_sentences(part, found), *correcting(part)] if found else []
        dialect = _in_dialect(part, found, within)
        for remark in undoubled(part.words, found):
            if remark.span in dialect or any(sentence.contains(remark.span) for sentence in foreign):
                continue
            span = part.text_span(*remark.span)
            inside = within.contains(span)
            if remark.spacing:
                if not inside:
                    spacing.append((span, remark))
            elif remark.spelling:
                if article.words_at(span).lower() not in terms and not spelling.is_right(part, remark, quoted=inside):
                    finding = _finding(part, remark, _MOST_FIXES)
                    yield replace(finding, severity="suggestion", evidence=_IN_QUOTATION) if inside else finding
            elif not inside:
                yield _finding(part, remark, _MOST_FIXES)
    yield from _told_once(spacing)


def _in_dialect(part: Part, remarks: Sequence[Remark], within: Quoted) -> set[Span]:
    """Return where a part quotes words that an engine does not know, if several are no slips either: a dialect's."""
    unknown = {
        remark.span: remark.replacements
        for remark in remarks
        if remark.spelling
        and part.words[slice(*remark.span)].islower()
        and within.contains(part.text_span(*remark.span))
    }
    if len(unknown) < _DIALECT:
        return set()
    words = {part.words[slice(*span)]: replacements for span, replacements in unknown.items()}
    strange = [word for word, replacements in words.items() if not is_slip(word, replacements, spoken=True)]
    return set(unknown) if len(strange) >= _DIALECT else set()


def _terms(article: Article, quoted: Sequence[Span]) -> frozenset[str]:
    """Return the words that stand alone in quotation marks, or with one more: terms, which the article explains."""
    phrases = (article.text[slice(*quotation)].lower().split() for quotation in quoted)
    return frozenset(word.strip(_MARKS) for phrase in phrases if len(phrase) <= _TERM for word in phrase)


def _finding(part: Part, remark: Remark, most: int) -> Finding:
    span = part.text_span(*remark.span)
    replacements: Sequence[str] = remark.replacements
    if remark.spelling:
        replacements = likeliest_first(part.words[slice(*remark.span)], replacements)
    return Finding(
        span,
        remark.message,
        fixes=tuple(_fix(span, text) for text in replacements[:most]),
        evidence=remark.source,
        rule=f"{GRAMMAR}.{remark.rule}",
        severity="suggestion" if remark.suggestion else "warning",
        spelling=remark.spelling,
        fault="spelling" if remark.spelling else "",
    )


def _fix(span: Span, text: str) -> Fix:
    return Fix(f"Change to “{text}”" if text else "Delete", (Edit(*span, text),))


def _told_once(found: Sequence[tuple[Span, Remark]]) -> Iterator[Finding]:
    """Yield one finding for all that is wrong with spacing, at the first place of it."""
    apart: list[tuple[Span, Remark]] = []
    for span, remark in sorted(found, key=lambda each: each[0]):
        if not (apart and apart[-1][0].end > span.start):
            apart.append((span, remark))
    if not apart:
        return
    (span, remark), others = apart[0], apart[1:]
    edits = tuple(Edit(*place, one.replacements[0]) for place, one in apart if one.replacements)
    fixes = [_fix(span, remark.replacements[0])] if remark.replacements else []
    if others and edits:
        fixes.append(Fix(f"Put the spacing right in all {len(edits)} places", edits, everywhere=True))
    more = (
        f" (and so in {len(others)} other places)"
        if len(others) > 1
        else " (and so in another place)"
        if others
        else ""
    )
    yield Finding(
        span,
        f"{remark.message.rstrip('.')}{more}.",
        related=tuple(Related(place, one.message) for place, one in others),
        fixes=tuple(fixes),
        evidence=remark.source,
        rule=SPACING,
        severity="suggestion",
    )
