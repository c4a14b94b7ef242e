"""The page: the article as it reads, with findings where they stand and the suggestion by the words it replaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from copydesk.article import Span
from copydesk.rules import SEVERITIES, Fix, Severity
from copydesk.session import Mark
from copydesk.session.work import Block
from copydesk.terminal.glyphs import SIGNS, is_sign
from copydesk.terminal.layout import Insertion, Layout, Row
from copydesk.terminal.messages import Chosen
from copydesk.terminal.theme import Inks
from copydesk.terminal.widgets.grounded import Grounded
from copydesk.terminal.wording import trimmed

_GUTTER = 8  # a sign, a line number, and air
_MEASURE = 88  # cells in a row of copy: longer ones tire the eye
_AIR_BELOW = 2  # empty rows after the end
_SPACED_FROM = 20  # rows from which paragraphs stand apart
_TINTED_AT_MOST = 120  # characters; more words than that in colour are a stain


class _Tint(NamedTuple):
    """A style over a span of the text. Later ones lie over earlier ones."""

    span: Span
    style: Style


class View(NamedTuple):
    """Everything that the page shows."""

    text: str
    line_starts: Sequence[int]
    blocks: Sequence[Block]
    marks: Sequence[Mark]
    current: Mark | None = None
    fix: Fix | None = None
    related: Span | None = None  # the related place that is being looked at


class Page(Grounded, ScrollView, can_focus=True, inherit_bindings=False):  # arrows walk the findings
    """Shows a `View`. Posts `Chosen` with “select(id)” when a finding is clicked."""

    def __init__(self, inks: Inks, *, id: str) -> None:
        super().__init__(id=id)
        self._inks = inks
        self._view = View("", (0,), (), ())
        self._layout_ = Layout("", (0,), 40)
        self._known: dict[str, Sequence[int]] = {}
        self._laid_out: object = None
        self._tints: list[list[_Tint]] = []  # by line
        self._signs: dict[int, Severity] = {}  # by row

    def show(self, view: View, inks: Inks) -> None:
        """Show another view, or the same one in other inks."""
        self._view, self._inks = view, inks
        self._lay_out()
        self._colour()
        self.refresh()

    def look_at(self, span: Span) -> None:
        """Scroll so that a span is seen with something around it."""
        first, last = self._layout_.rows_of(span)
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        air = min(3, max(0, height // 4))
        if first - air >= top and last + air < top + height:
            return
        self.scroll_to(y=max(0, first - height // 3), animate=False)

    # Laying out

    def _lay_out(self) -> None:
        view = self._view
        insertions = tuple(self._insertions())
        key = (view.text, self.size, view.blocks, insertions)
        if key == self._laid_out:
            return
        width = self._measure()
        if self._layout_.width != max(8, width):
            self._known.clear()
        self._layout_ = Layout(
            view.text,
            view.line_starts,
            width,
            blocks=view.blocks,
            insertions=insertions,
            spaced=self.size.height >= _SPACED_FROM,
            memory=self._known,
        )
        self._laid_out = key
        self.virtual_size = Size(0, self._layout_.height + _AIR_BELOW + self._air_above)

    def _measure(self) -> int:
        return min(_MEASURE, self.scrollable_content_region.width - _GUTTER - 2)

    @property
    def _margin(self) -> int:
        """Cells left of the gutter: the page stands in the middle of a wide pane."""
        return max(0, (self.scrollable_content_region.width - _GUTTER - 2 - self._layout_.width) // 2)

    @property
    def _air_above(self) -> int:
        return 1 if self.size.height >= _SPACED_FROM else 0

    def _insertions(self) -> Iterable[Insertion]:
        if self._view.fix is None:
            return
        for edit in self._view.fix.edits:
            edit = trimmed(edit, self._view.text)
            if not edit.text:
                continue
            words = edit.text
            if edit.start < edit.end and not words[0].isspace():
                words = f"→{words}" if self._inks.monochrome else f" {words}"
            yield Insertion(edit.end, words)

    def _colour(self) -> None:
        """Work out which styles lie over which lines, and the signs in the gutter."""
        view, inks = self._view, self._inks
        tints = [_Tint(block.span, inks.strong) for block in view.blocks if block.kind in ("headline", "heading")]
        tints += (_Tint(block.span, Style(italic=True)) for block in view.blocks if block.kind == "standfirst")
        self._signs = {}
        for mark in sorted(view.marks, key=lambda mark: mark.span.start - mark.span.end):  # the longest first
            severity = mark.finding.severity or "warning"
            ink = inks.marked[severity]
            if mark.span.end - mark.span.start > _TINTED_AT_MOST:
                ink = Style(underline=True)
            tints.append(_Tint(_visible_span(mark.span, view.text), ink))
            row = self._layout_.row_of(mark.span.start)
            if row not in self._signs or SEVERITIES.index(severity) < SEVERITIES.index(self._signs[row]):
                self._signs[row] = severity
        tints += self._tints_of_current()
        self._tints = [[] for _ in view.line_starts]
        for tint in tints:
            last = max(tint.span.start, tint.span.end - 1)
            for line in range(self._layout_.line_of(tint.span.start), self._layout_.line_of(last) + 1):
                self._tints[line].append(tint)

    def _tints_of_current(self) -> Iterable[_Tint]:
        view, inks = self._view, self._inks
        if view.current is None:
            return
        for place in view.current.finding.related:
            yield _Tint(place.span, inks.elsewhere)
        yield _Tint(_visible_span(view.current.span, view.text), inks.here)
        if view.related is not None:
            yield _Tint(view.related, inks.here)
        for edit in view.fix.edits if view.fix else ():
            cut = trimmed(edit, view.text)
            if cut.start < cut.end:
                yield _Tint(cut.span, inks.old)

    def on_resize(self) -> None:
        self._lay_out()
        self._colour()
        if self._view.current is not None:
            self.call_after_refresh(self.look_at, self._view.related or self._view.current.span)

    # Drawing

    def render_line(self, y: int) -> Strip:
        width, ground = self.size.width, self.ground
        index = y + self.scroll_offset.y - self._air_above
        row = self._layout_.row(index)
        if row is None:
            return Strip.blank(width, ground)
        segments = [Segment(" " * self._margin, ground), *self._gutter(index, row, ground)]
        for run in row.runs:
            if run.start < 0:
                words = run.shown.lstrip(" ")
                segments.append(Segment(" " * (len(run.shown) - len(words)), ground))
                segments.append(Segment(words, ground + self._inks.new))
            else:
                segments += self._inked(run.shown, run.start, self._tints[row.line], ground)
        return Strip(segments).adjust_cell_length(width, ground)

    def _gutter(self, index: int, row: Row, ground: Style) -> Iterable[Segment]:
        severity = self._signs.get(index)
        sign = (
            Segment(f" {SIGNS[severity]}", ground + self._inks.severity[severity])
            if severity
            else Segment("  ", ground)
        )
        number = f"{row.line + 1:>4}  " if row.first else " " * 6
        current = self._view.current
        here = row.first and current is not None and self._layout_.line_of(current.span.start) == row.line
        return sign, Segment(number, ground + (self._inks.dim if here else self._inks.faint))

    def _inked(self, shown: str, start: int, tints: Sequence[_Tint], ground: Style) -> Iterable[Segment]:
        """Yield a run of text in its styles."""
        end = start + len(shown)
        over = [tint for tint in tints if tint.span.start < end and start < tint.span.end]
        edges = {start, end}
        for tint in over:
            edges |= {max(start, tint.span.start), min(end, tint.span.end)}
        low = start
        for high in sorted(edges)[1:]:
            style = ground
            for tint in over:
                if tint.span.start <= low and high <= tint.span.end:
                    style += tint.style
            yield from self._with_signs(shown[low - start : high - start], low, style)
            low = high

    def _with_signs(self, shown: str, start: int, style: Style) -> Iterable[Segment]:
        """Yield words with the pictures of control characters in them set apart."""
        text = self._view.text[start : start + len(shown)]
        if shown == text:
            yield Segment(shown, style)
            return
        for character, sign in zip(text, shown, strict=True):
            yield Segment(sign, style + self._inks.dim if is_sign(character) else style)

    # Clicking

    def on_click(self, event: events.Click) -> None:
        row = self._layout_.row(event.y + self.scroll_offset.y - self._air_above)
        offset = row.offset_at(event.x - self._margin - _GUTTER) if row else None
        if offset is None:
            return
        under = [
            mark for mark in self._view.marks if mark.span.start <= offset < max(mark.span.end, mark.span.start + 1)
        ]
        if under:
            shortest = min(under, key=lambda mark: mark.span.end - mark.span.start)
            self.post_message(Chosen(f"select({shortest.id})"))


def _visible_span(span: Span, text: str) -> Span:
    """Return the span, or the character behind an empty one (before it, at the end of a line)."""
    if span.start < span.end:
        return span
    if span.start < len(text) and text[span.start] not in "\r\n":
        return Span(span.start, span.start + 1)
    return Span(max(0, span.start - 1), span.start)
