"""One article of the proof: its parts one below the other, each followed by its notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from copydesk.article import Edit, Part, Span
from copydesk.check.outcome import Checked
from copydesk.report.documentation import RuleText
from copydesk.report.layers import Mark, Point, steps
from copydesk.report.report import fixes_here
from copydesk.report.text import excerpt
from copydesk.report.visible import harmless_markup, visible
from copydesk.rules import Finding, Fix, Related

_MOST_RELATED = 4
_MOST_FIXES = 3
_MOST_PARTS = 8  # that one finding is marked in
_MOST_EDITS = 8  # of one correction that are drawn in the copy
_LONGEST_WORDS = 90  # of copy repeated in a note

_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = re.compile("  +")
_CARET = '<span class="caret {}" aria-hidden="true">‸</span>'
_TAGS = {
    "headline": ("h2", ""),
    "standfirst": ("p", "standfirst"),
    "byline": ("p", "byline"),
    "dateline": ("p", "dateline"),
    "paragraph": ("p", ""),
    "caption": ("p", "caption"),
    "note": ("p", "note"),
    "cell": ("p", "cell"),
}


class Galley:
    """Writes one checked article. `number` tells it from others on the page, in every id."""

    def __init__(self, checked: Checked, path: str, number: int, rules: Mapping[str, RuleText]) -> None:
        self._article = checked.article
        self._findings = checked.findings
        self._path = path
        self._number = number
        self._rule_numbers = {name: index for index, name in enumerate(rules, 1)}
        self._ends = [part.span.end for part in self._article.parts]
        self._first_of: dict[tuple[str, str, str], int] = {}  # a note that later ones are like

    def html(self) -> Iterator[str]:
        """Yield the article's HTML, part by part."""
        notes, marked, elsewhere = self._placed()
        places = self._places()
        label = f"h{self._number}"
        headline = self._article.headline
        yield f'<article class="galley" id="a{self._number}" lang="{escape(self._article.language)}" '
        yield f'aria-labelledby="{label if headline else f"s{self._number}"}">\n'
        yield self._slug()
        for index, part in enumerate(self._article.parts):
            name = f' id="{label}"' if part is headline else ""
            yield self._part(part, name, marked.get(index, ()), places.get(index, ()), notes.get(index, ()))
            yield from self._notes(notes.get(index, ()), self._line(part.span.start))
        if elsewhere:
            yield '<p class="elsewhere">Elsewhere in the file</p>\n'
        for key in elsewhere:
            yield self._line_of(key)
            yield from self._notes([key], self._line(self._findings[key].span.start))
        if not self._findings:
            yield '<p class="nothing">Nothing to report.</p>\n'
        yield "</article>\n"

    def _slug(self) -> str:
        words = sum(len(part.words.split()) for part in self._article.parts)
        date = self._article.date
        facts = [f"{words:,} words", date.isoformat() if date else "", self._article.genre, self._article.language]
        path = f'<span class="path" id="s{self._number}">{_text(self._path)}</span>'
        spans = "".join(f"<span>{_text(fact)}</span>" for fact in facts if fact)
        return f'<p class="slug" lang="en">{path}{spans}</p>\n'

    # Where things go.

    def _placed(self) -> tuple[dict[int, list[int]], dict[int, list[int]], list[int]]:
        """Return the findings whose notes stand at each part, those to mark in each part, and those in no part."""
        notes: dict[int, list[int]] = {}
        marked: dict[int, list[int]] = {}
        elsewhere: list[int] = []
        for key, finding in enumerate(self._findings):
            parts = list(self._parts_of(finding.span))
            if parts:
                notes.setdefault(parts[0], []).append(key)
            else:
                elsewhere.append(key)
            for index in parts:
                marked.setdefault(index, []).append(key)
        return notes, marked, elsewhere

    def _parts_of(self, span: Span) -> Iterator[int]:
        """Yield the indices of the parts that a span stands in: it shares words with them, or touches the one."""
        parts = self._article.parts
        first = bisect_left(self._ends, span.start)
        if first < len(parts) and self._ends[first] == span.start < span.end:
            first += 1
        for index in range(first, min(first + _MOST_PARTS, len(parts))):
            start = parts[index].span.start
            if start < span.end or start == span.start:
                yield index
            else:
                return

    def _places(self) -> dict[int, list[int]]:
        """Return the offsets in each part that notes refer to."""
        found: dict[int, dict[int, None]] = {}
        for finding in self._findings:
            for related in finding.related[:_MOST_RELATED]:
                for index in self._parts_of(Span(related.span.start, related.span.start)):
                    found.setdefault(index, {})[related.span.start] = None
        return {index: list(offsets) for index, offsets in found.items()}

    # The copy.

    def _part(self, part: Part, name: str, marked: Sequence[int], places: Sequence[int], notes: Sequence[int]) -> str:
        line = f'<span class="line" aria-hidden="true">{self._line(part.span.start)}</span>'
        words = self._marked_words(part, marked, places, frozenset(notes))
        if part.kind == "heading":
            level = min(max(part.level, 2) + 1, 6)
            return f'<h{level} class="copy">{line}{words}</h{level}>\n'
        if part.kind == "item":
            return f'<ul class="copy"><li>{line}{words}</li></ul>\n'
        if part.kind == "quote":
            return f'<blockquote class="copy">{line}<p>{words}</p></blockquote>\n'
        tag, style = _TAGS[part.kind]
        return f'<{tag}{name} class="copy{style and f" {style}"}" dir="auto">{line}{words}</{tag}>\n'

    def _marked_words(self, part: Part, marked: Sequence[int], places: Sequence[int], noted: frozenset[int]) -> str:
        marks: list[Mark] = []
        carets: list[Point] = []
        references: list[Point] = []
        for key in marked:
            finding = self._findings[key]
            start, end = self._in_prose(part, finding.span)
            marks.append(Mark(start, end, key))
            if key in noted:
                references.append(Point(end, self._reference(key)))
            for edit in _edits_shown(finding):
                if not part.span.contains(edit.span):
                    continue
                cut, until = self._in_prose(part, edit.span)
                marks.append(Mark(cut, until, key, "cut"))
                if edit.start == edit.end:
                    carets.append(Point(cut, _CARET.format(_severity(finding))))
        anchors = [
            Point(part.prose.offset(at), f'<span class="place" id="{self._place(at)}"></span>') for at in places
        ]
        return "".join(self._written(part.words, marks, [*carets, *references, *anchors]))

    def _in_prose(self, part: Part, span: Span) -> tuple[int, int]:
        """Return where a span of the text begins and ends in the words of a part, cut to the part."""
        start = part.prose.offset(span.start) if span.start > part.span.start else 0
        end = part.prose.offset(span.end) if span.end < part.span.end else len(part.words)
        return start, max(start, end)

    def _written(self, words: str, marks: Sequence[Mark], points: Sequence[Point]) -> Iterator[str]:
        for step in steps(words, marks, points):
            if step.do == "text":
                yield _BLANKS.sub(_kept, _text(_LINE_END.sub(" ", step.text)))
            elif step.do == "point":
                yield step.text
            else:
                assert step.mark is not None
                yield self._tag(step.mark, opening=step.do == "open")

    def _tag(self, mark: Mark, *, opening: bool) -> str:
        if mark.kind == "cut":
            return '<s class="cut">' if opening else "</s>"
        if not opening:
            return "</mark>"
        return f'<mark class="{_severity(self._findings[mark.key])}" aria-describedby="{self._note_id(mark.key)}">'

    def _reference(self, key: int) -> str:
        severity, note = _severity(self._findings[key]), self._note_id(key)
        return (
            f'<a class="ref {severity}" id="m{self._number}-{key + 1}" href="#{note}" aria-describedby="{note}">'
            f'<span class="hidden">note </span>{key + 1}</a>'
        )

    def _line_of(self, key: int) -> str:
        """Return the line of a finding that stands in no part, such as one in front matter."""
        finding = self._findings[key]
        shown, before, marked = excerpt(self._article, finding.span)
        line = self._line(finding.span.start)
        words = self._written(
            shown, [Mark(before, before + marked, key)], [Point(before + marked, self._reference(key))]
        )
        return f'<p class="copy raw"><span class="line" aria-hidden="true">{line}</span>{"".join(words)}</p>\n'

    # The margin.

    def _notes(self, keys: Sequence[int], line: int) -> Iterator[str]:
        if keys:
            yield f'<ol class="notes" start="{keys[0] + 1}" lang="en">\n'
            yield from (self._note(key, line) for key in keys)
            yield "</ol>\n"

    def _note(self, key: int, part_line: int) -> str:
        finding, number = self._findings[key], key + 1
        severity = _severity(finding)
        line = self._line(finding.span.start)
        about = [f"<strong>{severity}</strong>", self._rule_link(finding.rule)]
        first = self._first_of.setdefault((finding.rule, finding.message, finding.evidence), key)
        if first == key:
            said = self._said(finding)
        else:
            said = ""
            about.insert(0, f'As <a href="#{self._note_id(first)}">note {first + 1}</a>')
        if line != part_line:
            about.append(f"line {line}")
        return (
            f'<li class="{severity}" id="{self._note_id(key)}" value="{number}">'
            f'<a class="number" href="#m{self._number}-{number}">{number}'
            f'<span class="hidden"> back to the copy</span></a>'
            f'{self._suggested(finding)}{said}<p class="small">{" · ".join(about)}</p></li>\n'
        )

    def _rule_link(self, rule: str) -> str:
        return f'<a href="#r{self._rule_numbers[rule]}">{_text(rule)}</a>'

    def _said(self, finding: Finding) -> str:
        """Return what is wrong, where else to look, and why."""
        related = "; ".join(self._related(each) for each in finding.related[:_MOST_RELATED])
        lines = [related, _text(finding.evidence)]
        return f"<p>{_text(finding.message)}</p>" + "".join(f'<p class="small">{line}</p>' for line in lines if line)

    def _related(self, related: Related) -> str:
        line = self._line(related.span.start)
        message = related.message or f"“{_short(' '.join(self._seen(related.span).split()))}”"
        where = f"line {line}"
        if next(self._parts_of(Span(related.span.start, related.span.start)), None) is not None:
            where = f'<a href="#{self._place(related.span.start)}">{where}</a>'
        return f"{where}: {_text(message)}"

    def _suggested(self, finding: Finding) -> str:
        written: list[str] = []
        struck: Span | None = None  # the words that the correction before takes out need no saying again
        for fix in fixes_here(finding)[:_MOST_FIXES]:
            alone = fix.edits[0] if len(fix.edits) == 1 else None
            written.append(self._fix(fix, again=alone is not None and bool(alone.text) and alone.span == struck))
            struck = alone.span if alone else None
        alternatives = ' <span class="or">or</span> '.join(written)
        return f'<p class="fix">{alternatives}</p>' if written else ""

    def _fix(self, fix: Fix, *, again: bool) -> str:
        """Return a correction as it would stand on a proof, or its title where that would take too many words."""
        title = f"<ins>{_text(_short(fix.title))}</ins>"
        if len(fix.edits) != 1:
            return title
        (edit,) = fix.edits
        if not edit.text.strip() and edit.end - edit.start <= 2:
            return title  # a comma struck out is not to be seen
        old, new = _short(self._seen(edit.span)), _short(edit.text)
        pieces = []
        if old and not again:
            pieces.append(f'<span class="hidden">take out </span><del>{_text(old)}</del>')
        if new.strip():
            sign = "" if old else '<span aria-hidden="true">‸ </span>'
            pieces.append(
                f'<span class="hidden">{"put" if old else "insert"} </span>{sign}<ins>{_text(new.strip())}</ins>'
            )
        return " ".join(pieces) or title

    def _seen(self, span: Span) -> str:
        """Return the words of a span as a reader sees them, without markup."""
        index = next(self._parts_of(span), None)
        if index is None or not self._article.parts[index].span.contains(span):
            return self._article.words_at(span)
        part = self._article.parts[index]
        return part.words[slice(*self._in_prose(part, span))]

    def _line(self, offset: int) -> int:
        return self._article.source.locate(offset)[0]

    def _note_id(self, key: int) -> str:
        return f"n{self._number}-{key + 1}"

    def _place(self, offset: int) -> str:
        return f"p{self._number}-{offset}"


def _edits_shown(finding: Finding) -> tuple[Edit, ...]:
    """Return what the best correction changes, to be drawn in the copy."""
    best = next(iter(fixes_here(finding)), None)
    return best.edits[:_MOST_EDITS] if best else ()


def _severity(finding: Finding) -> str:
    return finding.severity or "warning"


def _kept(blanks: re.Match[str]) -> str:
    return "\xa0" * (len(blanks.group()) - 1) + " "  # a browser would make one of them


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1].rstrip()}…"


def _text(text: str) -> str:
    return harmless_markup(escape(visible(text), quote=True))
