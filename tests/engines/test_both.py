"""Two engines as one."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.article import Part, Source, Span, read
from copydesk.engines import Remark
from copydesk.engines.both import Both
from copydesk.engines.remembered import Remembered
from copydesk.engines.taken import MOST_UNKNOWN, most_unknown_of

(_, PART) = read(Source.from_text("Headline\n\nThey recieve an book at noon.\n", "a.txt")).parts


class Says:
    """An engine that says what it is given."""

    version = "1"

    def __init__(self, name: str, *remarks: Remark) -> None:
        self.name = name
        self._remarks = remarks

    def speaks(self, language: str) -> bool:
        return language == "en-US"

    def start(self) -> None: ...

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        return ("said by both", f"said by {self.name}")

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        return [self._remarks for _ in parts]


def both(first: Sequence[Remark], second: Sequence[Remark]) -> list[Remark]:
    (found,) = Both(Says("quick", *first), Says("deep", *second)).check([PART])
    return list(found)


def test_all_that_either_says_is_kept_and_says_who_says_it() -> None:
    first = Remark(Span(13, 15), "AnA", "Use a.", ("a",))
    second = Remark(Span(13, 15), "A_VS_AN", "Use “a”.", ("a",))
    assert [(remark.rule, remark.source) for remark in both([first], [second])] == [
        ("A_VS_AN", "Deep"),
        ("AnA", "Quick"),
    ]


def test_what_is_not_the_same_stays_apart_and_says_who_says_it() -> None:
    first = Remark(Span(13, 20), "Other", "…", ("a novel",))
    second = Remark(Span(13, 15), "A_VS_AN", "Use “a”.", ("a",))
    assert [(remark.rule, remark.source) for remark in both([first], [second])] == [
        ("A_VS_AN", "Deep"),
        ("Other", "Quick"),
    ]


def test_two_engines_are_named_and_tell_a_thing_once() -> None:
    engine = Both(Says("quick"), Says("deep"))
    assert (engine.name, engine.version) == ("quick and deep", "1 and 1")
    assert engine.notices([PART]) == ("said by both", "said by quick", "said by deep")
    assert engine.speaks("en-US")
    assert not engine.speaks("de")


def test_two_engines_are_given_what_the_slower_one_takes() -> None:
    slow = Says("slow")
    slow.most_unknown = 7  # type: ignore[attr-defined]
    assert most_unknown_of(Remembered(Both(Says("quick"), slow), "")) == 7
    assert most_unknown_of(Remembered(Says("quick"), "")) == MOST_UNKNOWN
