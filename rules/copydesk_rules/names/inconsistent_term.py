"""Names.InconsistentTerm."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.facts import quotations
from copydesk.rules import (
    Article,
    Bad,
    Edit,
    Finding,
    Fix,
    Good,
    Part,
    Related,
    Rule,
    Span,
    Stretches,
    change_all,
    pattern,
)
from copydesk_rules.names._dialect import dialect
from copydesk_rules.names._left_alone import is_in_address_or_title
from copydesk_rules.names._look import Phrases
from copydesk_rules.names._terms import NO_ARTICLE, TERMS, WITH_ARTICLE, TermSet

_SET_OF = {form: terms for terms in TERMS for form in terms.forms}


def _as_pattern(form: str) -> str:
    first = f"[{form[0]}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])
    return first + re.escape(form[1:]).replace("'", "['’]")


_PATTERNS = {form: pattern(rf"(?<![\w-]){_as_pattern(form)}(?!(?!s\b)\w)") for form in _SET_OF}
_LOOK = Phrases(_SET_OF, endings=("", "s"))
_GLOSS = pattern(r"\b(?:also (?:known|called)|known as|formerly|officially|renamed|so-called|called)\b")
# Part of a longer name: the National World War II Museum, the Persian Gulf Bank.
_OPENERS = "The|In|A|An|During|After|Before|Since|Both|Unlike"
_NAME_BEFORE = pattern(rf"\b(?!(?:{_OPENERS}) )[A-Z][\w’'-]* $")
_NAME_BEHIND = pattern(r" [A-Z][a-z]")


class Use(NamedTuple):
    """A term where it stands: its form as listed, and its span in a part or in the text."""

    form: str
    start: int
    end: int


class InconsistentTerm(Rule):
    """One thing goes by two terms in one article, such as World War II and the Second World War.

    One house, one term: two terms make readers look for a difference. The form to keep is the one that goes with
    the article's spelling, American or British, even where the other is more frequent; where both are good in
    either, the more frequent, then the first. Longer names (the National World War II Museum) keep theirs, and
    an article that explains the two is left alone.

    Source: AP Stylebook; Guardian style guide; as noted in the evidence.
    """

    name = "Names.InconsistentTerm"
    severity = "warning"
    examples = [
        Bad(
            "It was the first raid since World War II. The Defense Ministry said that after the Second World War "
            "no troops had crossed here.",
            found="Second World War",
            fixed="It was the first raid since World War II. The Defense Ministry said that after World War II "
            "no troops had crossed here.",
        ),
        Bad(
            "The harbour was built before World War I. World War I closed it. "
            "Since the First World War it has silted.",
            found=("World War I", "World War I"),
            fixed="The harbour was built before the First World War. The First World War closed it. "
            "Since the First World War it has silted.",
        ),
        Bad(
            "The Czech Republic voted. The Czech Republic joined in 2004. Ministers of Czechia were there.",
            found="Czechia",
            fixed="The Czech Republic voted. The Czech Republic joined in 2004. "
            "Ministers of the Czech Republic were there.",
        ),
        Bad(
            "Mobile phones rang. The color of her cellphone was red.",
            found="Mobile phone",
            fixed="Cellphones rang. The color of her cellphone was red.",
        ),
        Bad(
            "Shiite parties won most seats. Leaders of the Shia alliance met the American ambassador at the Defense "
            "Ministry. Other Shiites stayed away.",
            found="Shia",
        ),
        Bad(
            "Tankers pass through the Strait of Hormuz. A ship was seized in the Straits of Hormuz on Sunday.",
            fixed="Tankers pass through the Strait of Hormuz. A ship was seized in the Strait of Hormuz on Sunday.",
        ),
        Good("Shia LaBeouf plays a Shiite cleric, and ISIS fighters burn the village."),
        Good("Troops fought in World War I and World War II."),
        Good("He works at the National World War II Museum. The Second World War is his subject."),
        Good("Turkey, which is officially called Türkiye, won. Türkiye will host the next games."),
        Good("“My father fought in the Second World War,” he said. World War II took four of his uncles."),
        Good("Covid-19 is caused by a coronavirus. US officials spoke; the United States has spent more."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        quoted = Stretches(quotation.span for quotation in article.facts(quotations))
        uses: dict[TermSet, list[Use]] = defaultdict(list)
        explained: set[TermSet] = set()
        for part in filter(_LOOK.may_be_in, article.parts):
            here, sets = article.cache.get(InconsistentTerm, part, _in_part)
            explained |= sets
            for use in here:
                span = part.text_span(use.start, use.end)
                if not quoted.contain(span):
                    uses[_SET_OF[use.form]].append(Use(use.form, *span))
        for terms, places in uses.items():
            if terms not in explained and len({use.form for use in places}) > 1:
                yield from _findings(article, terms, places)


def _in_part(part: Part) -> tuple[tuple[Use, ...], frozenset[TermSet]]:
    """Return the terms in one part, and the sets that a sentence there explains."""
    words = part.words
    if part.kind in ("note", "byline"):
        return (), frozenset()
    uses = tuple(
        sorted(
            (
                Use(form, *match.span())
                for form in _LOOK.possible(part)
                for match in _PATTERNS[form].finditer(words)
                if not _in_longer_name(words, match) and not is_in_address_or_title(part, *match.span())
            ),
            key=lambda use: use.start,
        )
    )
    explained: set[TermSet] = set()
    for sentence in part.sentences if uses else ():
        here = [use for use in uses if sentence.start <= use.start < sentence.end]
        gloss = _GLOSS.search(words, sentence.start, sentence.end)
        for terms in {_SET_OF[use.form] for use in here}:
            if gloss or len({use.form for use in here if _SET_OF[use.form] is terms}) > 1:
                explained.add(terms)
    return uses, frozenset(explained)


def _in_longer_name(words: str, match: re.Match[str]) -> bool:
    if _NAME_BEHIND.match(words, match.end()):
        return True
    return _NAME_BEFORE.search(words[max(match.start() - 30, 0) : match.start()]) is not None


def _findings(article: Article, terms: TermSet, places: list[Use]) -> Iterator[Finding]:
    kept, why = _kept(article, terms, places)
    model = next((use for use in places if use.form == kept), None)
    wrong = [use for use in places if use.form != kept]
    edits = [_edit(article, use, kept) for use in wrong]
    everywhere = change_all(edits, kept)
    for use, edit in zip(wrong, edits, strict=True):
        fixes = [Fix(f"Change to “{edit.text}”", (edit,)), *everywhere]
        other = model or next(one for one in places if one.form != use.form)
        yield Finding(
            Span(use.start, use.end),
            f"“{use.form}” and “{other.form}” are one thing.",
            (Related(Span(other.start, other.end), f"called “{other.form}” here"),),
            tuple(fixes),
            confidence=0.9,
            evidence=f"{why} ({terms.source})" if terms.source else why,
        )


def _kept(article: Article, terms: TermSet, places: list[Use]) -> tuple[str, str]:
    """Return the form to keep, and why."""
    spelling = dialect(article)
    fitting = terms.american if spelling == "US" else terms.british
    if fitting:
        return (
            fitting,
            f"“{fitting}” goes with the article's {'American' if spelling == 'US' else 'British'} spelling",
        )
    counts = Counter(use.form for use in places)
    form, count = counts.most_common(1)[0]  # the first in the text, among equals
    return form, f"“{form}” stands {count} of {len(places)} times"


def _edit(article: Article, use: Use, form: str) -> Edit:
    """Return the edit that puts `form` in a term's place, with its capital, article and plural."""
    old = article.text[use.start : use.end]
    new = form[0].upper() + form[1:] if old[0].isupper() else form
    start = use.start
    if form in NO_ARTICLE and (article_before := re.search(r"\b[Tt]he $", article.text[max(start - 4, 0) : start])):
        start -= 4
        if article_before.group()[0] == "T":
            new = new[0].upper() + new[1:]
    elif use.form in NO_ARTICLE and form in WITH_ARTICLE:
        new = f"{'The' if _opens_sentence(article, start) else 'the'} {new}"
    if "’" in article.text:
        new = new.replace("'", "’")
    return Edit(start, use.end, new)


def _opens_sentence(article: Article, position: int) -> bool:
    part = article.part_at(position)
    return part is not None and any(part.text_span(*span).start == position for span in part.sentences)
