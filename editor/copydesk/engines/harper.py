"""Harper, the embedded engine: offline, in this process, quick.

Making its dictionary takes most of a second of one core, without the interpreter's lock: `start` does it
on a thread while rules run on this one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Thread
from typing import TYPE_CHECKING, Any

from copydesk.article import Part, Span
from copydesk.engines.engine import Remark
from copydesk.engines.false_alarms import is_false_alarm
from copydesk.engines.hearing import Heard, Hearing
from copydesk.engines.taken import LONGEST_SENTENCE, LONGEST_WORD, blanked
from copydesk.errors import CopydeskError

if TYPE_CHECKING:
    import harper

_BETWEEN = "\n\n"  # paragraphs, which Harper takes one at a time
_BATCH = 20_000  # characters

_DIALECTS = {"en-us": 0, "en-gb": 1, "en-au": 2, "en-ca": 3, "en-in": 4, "en-nz": 2, "en-ie": 1, "en-za": 1}


class Harper:
    """The engine of the package `harper-py`."""

    name = "harper"

    def __init__(self, language: str = "en-US", ignore: Sequence[str] = (), *, all_rules: bool = False) -> None:
        self._dialect = _DIALECTS.get(language.lower(), 0)
        self._all_rules = all_rules
        self._hearing = Hearing(self.name)
        self._left_out = set(ignore) if all_rules else {*ignore, *self._hearing.rules("off")}
        self._waking: Thread | None = None
        self._linter: harper.Linter | None = None
        self._broken = ""
        self._rules: frozenset[str] = frozenset()

    @property
    def version(self) -> str:
        from importlib.metadata import version

        return version("harper-py")

    def speaks(self, language: str) -> bool:
        return language.lower().partition("-")[0] == "en"

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        kept = sum(bool(blanked(part)[1]) for part in parts)
        if not kept:
            return ()
        where = "a paragraph" if kept == 1 else f"{kept:,} paragraphs"
        return (
            f"Harper was kept from words of more than {LONGEST_WORD} letters, or sentences of more than "
            f"{LONGEST_SENTENCE:,} characters, in {where}",
        )

    def start(self) -> None:
        if self._waking is None:
            self._waking = Thread(target=self._wake, name="harper")
            self._waking.start()

    def _wake(self) -> None:
        try:
            self._linter = self._make()
        except Exception as error:  # whoever asks is told
            self._broken = f"the grammar engine Harper is not installed properly: {error}"

    def _awake(self) -> harper.Linter:
        """Return the linter, once it is made."""
        self.start()
        assert self._waking is not None
        self._waking.join()
        if self._linter is None:
            raise CopydeskError(self._broken)
        return self._linter

    def _make(self) -> harper.Linter:
        import harper

        linter = harper.Linter(harper.Dialect(self._dialect))
        self._rules = frozenset(linter.get_lint_config())  # before some are switched off: after it, there are those
        # Half of its time goes into rules that a copy desk does not want: they are switched off in it.
        off = () if self._all_rules else self._hearing.groups_off
        for group in linter.get_structured_lint_config()["settings"]:
            if group.get("Group", {}).get("label") in off:
                self._left_out |= set(_rules_in(group)) - self._hearing.named
        linter.set_lint_config(dict.fromkeys(self._left_out, False))
        return linter

    def rules(self) -> frozenset[str]:
        """Return the names of all its rules, once it is awake."""
        self._awake()
        return self._rules

    def texts(self, parts: Sequence[Part]) -> list[Sequence[Part]]:
        """Return the parts each for itself, as Harper reads them."""
        return [(part,) for part in parts]

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        """Return Harper's remarks on each part."""
        linter = self._awake()
        remarks: dict[str, tuple[Remark, ...]] = {}
        given = {part.words: blanked(part) for part in parts}
        for batch in _batches(given):
            remarks |= self._remarks(linter, batch, given)
        return [remarks[part.words] for part in parts]

    def _remarks(
        self, linter: harper.Linter, batch: Sequence[str], given: Mapping[str, tuple[str, tuple[Span, ...]]]
    ) -> dict[str, tuple[Remark, ...]]:
        """Return the remarks on each of some paragraphs. Harper has them in one text: it is a fifth quicker so.

        `given` is what of each it is given, and where that is blank instead.
        """
        starts = [0]
        for words in batch:
            starts.append(starts[-1] + len(words) + len(_BETWEEN))
        found: list[list[Remark]] = [[] for _ in batch]
        text = _BETWEEN.join(given[words][0] for words in batch)
        for rule, lints in linter.organized_lints(text, language="plaintext").items():
            for lint in lints:
                index = bisect_right(starts, lint.span.start) - 1
                start, end = lint.span.start - starts[index], lint.span.end - starts[index]
                blank = any(span.overlaps(Span(start, end)) for span in given[batch[index]][1])
                crosses = blank or end > len(batch[index])
                heard = "warning" if self._all_rules else self._hearing.of(rule, lint.lint_kind)
                if crosses or heard == "off" or rule in self._left_out:
                    continue
                if not self._all_rules and is_false_alarm(rule, batch[index], start, end):
                    continue
                found[index].append(self._remark(rule, lint, Span(start, end), heard))
        return {
            words: tuple(sorted(remarks, key=lambda remark: (remark.span, remark.rule)))
            for words, remarks in zip(batch, found, strict=True)
        }

    def _remark(self, rule: str, lint: harper.Lint, span: Span, heard: Heard) -> Remark:
        import harper

        replacements = []
        for suggestion in lint.suggestions:
            kept = lint.problem_text if suggestion.kind is harper.SuggestionKind.INSERT_AFTER else ""
            replacements.append(kept + suggestion.replacement_text)
        return Remark(
            span,
            rule,
            _plain(lint.message),
            tuple(replacements),
            spelling=self._hearing.is_spelling(rule),
            spacing=heard == "spacing",
            suggestion=heard == "suggestion",
        )


def _batches(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    """Yield the paragraphs, each once, in texts of a size that Harper can be given."""
    batch: list[str] = []
    length = 0
    for words in dict.fromkeys(paragraphs):
        if batch and length + len(words) > _BATCH:
            yield batch
            batch, length = [], 0
        batch.append(words)
        length += len(words)
    if batch:
        yield batch


def _rules_in(group: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the rules in a group of Harper's settings, whatever groups it holds."""
    if "Bool" in group:
        yield group["Bool"]["name"]
    for inner in group.get("Group", {}).get("child", {}).get("settings", ()):
        yield from _rules_in(inner)


def _plain(message: str) -> str:
    """Give Harper's Markdown code marks as quotation marks."""
    pieces = message.split("`")
    if len(pieces) % 2 == 0:
        return message
    return "".join(piece if index % 2 == 0 else f"“{piece}”" for index, piece in enumerate(pieces))
