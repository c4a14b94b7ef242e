"""Where an article has other people's words: they are reported on with care, and never changed by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from copydesk.article import Article, Edit, Span, Stretches
from copydesk.article.set_apart import set_apart
from copydesk.facts import quotations
from copydesk.rules import Finding, Fix
from copydesk.text import mentioned as mentions


class Quoted:
    """The direct quotations of an article, in marks or set apart by markup, the titles that it names, and what notes
    and corrections mention.
    """

    def __init__(self, article: Article) -> None:
        apart = set_apart(article)
        speech = [quotation.span for quotation in article.facts(quotations)]
        self._speech = Stretches((*speech, *apart.quoted))
        mentioned = (
            part.text_span(*span)
            for part in article.parts
            for span in ((Span(0, len(part.words)),) if part.kind == "note" else mentions(part))
        )
        self._all = Stretches((*speech, *apart.quoted, *apart.named, *mentioned))

    def contains(self, span: Span) -> bool:
        """Whether a span is within a quotation."""
        return self._speech.contain(span)

    def touches(self, edits: Iterable[Edit]) -> bool:
        """Whether any of some edits changes a quotation, a title or a correction."""
        return any(self._all.overlap(edit.span) or self._all.contain(edit.span) for edit in edits)

    def outside(self, finding: Finding, fixes: Iterable[Fix]) -> Iterator[Fix]:
        """Yield the fixes of a finding; those that change all places alike leave out quotations and titles.

        What is found within one is changed wherever it is. Marks and blanks are nobody's words.
        """
        inside = self._all.contain(finding.span)
        for fix in fixes:
            kept = [edit for edit in fix.edits if not (_has_letters(edit) and self.touches([edit]))]
            if not fix.everywhere or inside or len(kept) == len(fix.edits):
                yield fix
            elif len(kept) > 1:
                yield replace(fix, title=_retitled(fix, len(kept)), edits=tuple(kept))


def _has_letters(edit: Edit) -> bool:
    return any(map(str.isalpha, edit.text))


def _retitled(fix: Fix, places: int) -> str:
    """Return the title of a fix that changes so many places of those that it said."""
    counted = fix.title.replace(f"all {len(fix.edits)} ", f"{places} ", 1)
    return f"{counted}, not in quotations"
