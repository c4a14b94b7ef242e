"""Review: an editor walks the findings with single keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer

from copydesk.errors import CopydeskError
from copydesk.rules import SEVERITIES
from copydesk.session import SaveRefused, Session, Step
from copydesk.session.checker import Answer, Checker
from copydesk.session.saving import Reason
from copydesk.session.walk import Walk
from copydesk.session.work import Failure
from copydesk.terminal import panels
from copydesk.terminal.glyphs import PLURALS, SIGNS, visible
from copydesk.terminal.keys import KEYS, bindings
from copydesk.terminal.messages import Answered, Chosen
from copydesk.terminal.screens.ask import Ask, Reply
from copydesk.terminal.screens.help import Help
from copydesk.terminal.screens.own_words import OwnWords
from copydesk.terminal.theme import Inks
from copydesk.terminal.widgets.bar import Bar, Item
from copydesk.terminal.widgets.lines import Lines
from copydesk.terminal.widgets.page import Page, View
from copydesk.terminal.wording import counted, one_line, shortened

if TYPE_CHECKING:
    from textual.command import Provider

    from copydesk.terminal.app import CopydeskApp

_RECOVERY_AFTER = 1.0  # seconds without a further change until unsaved work is written down
_WIDE_FROM = 100  # columns from which the panels stand beside the page
_HEADLINE_ROWS = 5


def _commands() -> type[Provider]:
    from copydesk.terminal.commands import Commands  # late: not before somebody wants the palette

    return Commands


class Review(Screen[None]):
    """The article with its findings, and what is to be said of them around it."""

    BINDINGS = cast("list[BindingType]", bindings())
    COMMANDS = {_commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE_FROM, "-wide"), (140, "-roomy")]
    AUTO_FOCUS = "#page"

    def __init__(self, session: Session, checker: Checker) -> None:
        super().__init__()
        self.session = session
        self.walk_ = Walk(session)
        self._checker = checker
        self._related: int | None = None
        self._said = ""  # what the status line says of the last thing done
        self._failure = ""
        self._asked = session.revision  # the newest revision that the checker was given
        self._recovery_timer: Timer | None = None
        self._notices: set[str] = set()
        self._looked_at: object = None

    @property
    def inks(self) -> Inks:
        return cast("CopydeskApp", self.app).inks

    def compose(self) -> ComposeResult:
        yield Bar(id="header")
        with Container(id="desk"):
            yield Page(self.inks, id="page")
            with Container(id="side"):
                yield Lines(id="headline")
                yield Lines(id="list")
                yield Lines(id="details", can_focus=True)
        yield Bar(id="status")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        self.query_one("#headline").border_title = "Headline"
        self._checker.start(self._deliver)
        self.show()
        self._offer_recovery()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show)

    # Showing

    def show(self) -> None:
        """Bring everything on the screen up to date with the session."""
        if not self.is_mounted:
            return
        self._show_page()
        self._show_panels()
        self._show_bars()

    def _show_page(self) -> None:
        session, walk = self.session, self.walk_
        mark = walk.current
        page = self.query_one(Page)
        related = mark.finding.related[self._related].span if mark and self._related is not None else None
        page.show(
            View(session.text, session.line_starts, session.blocks, session.marks, mark, walk.fix, related), self.inks
        )
        target = related or (mark.span if mark else None)
        if target is not None and (target, mark) != self._looked_at:
            self._looked_at = target, mark
            page.look_at(target)

    def _show_panels(self) -> None:
        walk, inks = self.walk_, self.inks
        wide = self.app.size.width >= _WIDE_FROM
        headline, list_, details = (self.query_one(f"#{name}", Lines) for name in ("headline", "list", "details"))
        rows = _HEADLINE_ROWS if wide else 1
        headline.show(panels.headline_lines(walk, inks, headline.content_size.width, rows=rows))
        list_.show(panels.Listing(walk, inks, list_.scrollable_content_region.width))
        total = len(self.session.marks)
        list_.border_title = f"Findings {walk.number} of {total}" if total else "Findings"
        if walk.number:
            list_.reveal(walk.number - 1)
        lines = panels.details_lines(
            walk, inks, details.scrollable_content_region.width, self._related, brief=not wide
        )
        if lines != details.lines:
            details.show(lines)
            details.scroll_to(y=0, animate=False)
        details.border_title = "Details" if walk.current else "Done" if self.session.fresh else "Findings"

    def _show_bars(self) -> None:
        inks, session = self.inks, self.session
        left = [Item(" copydesk ", inks.accent), Item(f" {visible(session.path.name)}", inks.strong)]
        if session.changed:
            left.append(Item(" ●", inks.severity["warning"]))
            left.append(Item(" unsaved", inks.dim))
        right = []
        for severity in SEVERITIES:
            number = sum((mark.finding.severity or "warning") == severity for mark in session.marks)
            if number:
                words = counted(number, *PLURALS[severity]) if self.app.size.width >= _WIDE_FROM else str(number)
                right.append(Item(f"{SIGNS[severity]} {words}   ", inks.severity[severity]))
        self.query_one("#header", Bar).show(left, right)
        self.query_one("#status", Bar).show(*self._status())
        wide = self.app.size.width >= _WIDE_FROM
        self.query_one("#keys", Bar).show(
            self._key_items(), [Item("^p commands ", inks.dim, "palette")] if wide else []
        )

    def _status(self) -> tuple[list[Item], list[Item]]:
        inks = self.inks
        state = self.session.engine
        if self._failure:
            return [Item(f" {one_line(self._failure)}", inks.severity["error"])], []
        if not self.session.fresh:
            state = "checking…" if self.session.complete or self.session.checked < 0 else "checking grammar…"
        return [Item(f" {self._said}", inks.dim)], [Item(f"{state} ", inks.dim)]

    def _key_items(self) -> list[Item]:
        inks, items = self.inks, [Item(" ", self.inks.dim)]
        wide = self.app.size.width >= _WIDE_FROM
        for key in KEYS:
            if key.label and (wide or key.action != "own_words"):
                first = key.shown.split()[0]
                action = "" if key.action == "choose" else key.action
                items += (
                    Item(first, inks.key, action),
                    Item(f" {key.label}{'  ' if wide else ' '}", inks.dim, action),
                )
        return items

    # The checker

    def _deliver(self, answer: Answer) -> None:
        self.post_message(Answered(answer))  # may be called on any thread

    def on_answered(self, message: Answered) -> None:
        answer = message.answer
        if isinstance(answer, Failure):
            self._failure = str(answer)
        elif self.session.take(answer):
            self._failure = ""
            before = self.walk_.current
            self.walk_.settle()
            if self.walk_.current is None or before is None or self.walk_.current.id != before.id:
                self._related = None
            self._keep_related()
            for notice in answer.notices:
                if notice not in self._notices:
                    self._notices.add(notice)
                    self.notify(one_line(notice), severity="warning", timeout=8, markup=False)
        self.show()

    def _keep_related(self) -> None:
        mark = self.walk_.current
        if mark is None or self._related is None or self._related >= len(mark.finding.related):
            self._related = None

    def _changed(self) -> None:
        """See to what follows from a change: a new check, and unsaved work written down."""
        self._related = None
        if self.session.revision != self._asked:
            self._asked = self.session.revision
            self._checker.ask(self.session.job())
        if self._recovery_timer is not None:
            self._recovery_timer.stop()
        self._recovery_timer = self.set_timer(_RECOVERY_AFTER, self._keep_recovery)
        self.show()

    def _keep_recovery(self) -> None:
        try:
            self.session.keep_recovery()
        except (CopydeskError, OSError) as error:
            self._say(one_line(f"Unsaved work could not be kept safe: {error}"))

    def _offer_recovery(self) -> None:
        recovered = self.session.recoverable()
        if recovered is None:
            return
        from datetime import datetime

        when = datetime.fromtimestamp(recovered.when)
        question = f"There is work from {when.day} {when:%B, %H:%M} that was never saved."
        if not recovered.same_file:
            question += " The file has changed since then; taking it up replaces what is in the file now."
        replies = [Reply("t", "Take it up", "take"), Reply("f", "Forget it", "forget")]

        def answered(value: str | None) -> None:
            if value == "take":
                self.session.recover(recovered)
                self.walk_.settle()
                self._say("Taken up. u goes back to the file as it is.")
                self._changed()
            elif value == "forget":
                self.session.forget_recovery()

        self.app.push_screen(Ask("Unsaved work", question, replies), answered)

    # Walking

    def on_chosen(self, message: Chosen) -> None:
        message.stop()
        self.run_worker(self.run_action(message.action), exclusive=False)

    def action_step(self, by: int) -> None:
        self._related = None
        around = self.walk_.step(by)
        self._say(("From the top again." if by > 0 else "Round to the end.") if around else "")

    def action_ends(self, index: int) -> None:
        if self.session.marks:
            self.action_select(self.session.marks[index].id)

    def action_select(self, id_: int) -> None:
        self._related = None
        self.walk_.select(id_)
        self._say("")

    def action_scroll(self, by: int) -> None:
        page = self.query_one(Page)
        page.scroll_relative(y=by * (page.size.height - 3), animate=False)

    def action_related(self) -> None:
        mark = self.walk_.current
        if mark is None or not mark.finding.related:
            self._say("No other places bear on this one.")
            return
        index = 0 if self._related is None else self._related + 1
        self.action_look(index if index < len(mark.finding.related) else -1)

    def action_look(self, index: int) -> None:
        """Look at a related place of the current finding; -1 is the finding itself."""
        mark = self.walk_.current
        self._related = index if mark is not None and 0 <= index < len(mark.finding.related) else None
        self._say("esc goes back to the finding." if self._related is not None else "")

    def action_back(self) -> None:
        self._related = None
        self.set_focus(self.query_one(Page))
        self._looked_at = None
        self._say("")

    # Answering

    def action_choose(self, number: int) -> None:
        mark = self.walk_.current
        if mark is None or number > len(mark.finding.fixes):
            self._say(f"There is no suggestion {number}.")
        elif self.walk_.choice == number - 1 and len(mark.finding.fixes) > 0:
            self.action_accept()
        else:
            self.walk_.choose(number - 1)
            self._say(f"{number} again, or a, makes it.")

    def action_accept(self) -> None:
        self._answered(self.walk_.accept() if self._has_fix() else None)

    def action_change_all(self) -> None:
        self._answered(self.walk_.change_all() if self._has_fix() else None)

    def action_dismiss(self) -> None:  # type: ignore[override]
        self._answered(self.walk_.dismiss())

    def action_learn(self) -> None:
        mark = self.walk_.current
        if mark is None or not mark.finding.spelling:
            self._say("Only a word that is in no dictionary can be added to yours.")
            return
        try:
            self._answered(self.walk_.learn())
        except CopydeskError as error:
            self.notify(one_line(str(error)), title="Not added", severity="error", timeout=10, markup=False)

    def _has_fix(self) -> bool:
        if self.walk_.current is not None and self.walk_.fix is None:
            self._say("No suggestion here: e for your own words, d to let it stand.")
        return self.walk_.fix is not None

    def _answered(self, step: Step | None) -> None:
        if step is not None:
            self._said = f"{shortened(one_line(step.title), 60)}. u undoes."
            self._changed()

    def action_own_words(self) -> None:
        mark = self.walk_.current
        if mark is None:
            return
        words = self.session.prose(mark.span)

        def answered(new: str | None) -> None:
            if new is None or not self.walk_.select(mark.id):
                return
            try:
                self._answered(self.walk_.own_words(new))
            except CopydeskError as error:
                self.notify(one_line(str(error)), title="Not changed", severity="error", timeout=10, markup=False)

        self.app.push_screen(OwnWords(words), answered)

    def action_undo(self) -> None:
        self._redone("Undone", self.walk_.undo, "Nothing to undo.")

    def action_redo(self) -> None:
        self._redone("Done again", self.walk_.redo, "Nothing to do again.")

    def _redone(self, what: str, again: Callable[[], Step | None], nothing: str) -> None:
        try:
            step = again()
        except CopydeskError as error:  # the dictionary cannot be written
            self.notify(one_line(str(error)), severity="error", timeout=10, markup=False)
            return
        if step is None:
            self._say(nothing)
        else:
            self._said = f"{what}: {shortened(one_line(step.title), 60)}."
            self._changed()

    def _say(self, words: str) -> None:
        self._said = words
        self.show()

    # The article

    @work
    async def action_save(self) -> None:
        await self.save()

    async def save(self) -> bool:
        """Save, asking what to do where that is refused. Returns whether the article was saved."""
        force: set[Reason] = set()
        while True:
            try:
                self.session.save(force)
            except SaveRefused as refused:
                replies = [Reply("w", refused.remedy, refused.reason)]
                if not await self.app.push_screen_wait(Ask("Not saved", one_line(str(refused)), replies)):
                    self._say("Not saved.")
                    return False
                force.add(refused.reason)
            except CopydeskError as error:
                self._say("")
                self.notify(one_line(str(error)), title="Not saved", severity="error", timeout=10, markup=False)
                return False
            else:
                self._say(f"Saved {visible(self.session.path.name)}.")
                return True

    @work(exclusive=True, group="quit")
    async def action_quit(self) -> None:
        if self.session.changed:
            replies = [Reply("s", "Save and quit", "save"), Reply("d", "Discard the changes", "discard")]
            question = f"{visible(self.session.path.name)} has changes that are not saved."
            reply = await self.app.push_screen_wait(Ask("Quit?", question, replies))
            if not reply or (reply == "save" and not await self.save()):
                return
        self.session.forget_recovery()
        self.app.exit()

    # The program

    def action_help(self) -> None:
        self.app.push_screen(Help())

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_daylight(self) -> None:
        cast("CopydeskApp", self.app).change_daylight()
