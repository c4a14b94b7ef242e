"""What is known of a quantity, and of a conversion."""

from __future__ import annotations

from typing import Literal

import msgspec

from copydesk.article import Span
from copydesk.facts.numbers import Number
from copydesk.text.units import Unit

Joint = Literal["", "to", "and", "or", "by"]
Use = Literal["measure", "event", "product", "rate", "doubtful"]
Setting = Literal["brackets", "square", "slash", "or", "comma", "dash", "equivalence"]


class Quantity(msgspec.Struct, frozen=True):
    """A measured amount.

    `amounts` are one number, or those of a range or of sides (“10 by 20 meters”), whose `joint` says so; all are
    in `unit`, also for six feet two (6.17 feet), where `compound` is set. `unit_span` covers the words of the unit,
    `unit_words` are these words, `gap` is what is before them and `between` what is between the amounts.
    `difference` says of a temperature that it lies between two readings; None where the copy does not tell.
    `use` is “event” for a race or a shot at goal (the 100-meter final), “product” for a size that is a name (a
    9 mm pistol, a 55-inch television), “rate” for part of one (9 pounds an acre) and “doubtful” where it may not
    be a quantity at all (20C, 5 in).
    """

    span: Span
    amounts: tuple[Number, ...]
    unit: Unit
    unit_span: Span
    is_short: bool
    unit_words: str = ""
    gap: str = " "
    between: str = ""
    joint: Joint = ""
    hyphenated: bool = False
    compound: bool = False
    difference: bool | None = False
    use: Use = "measure"


class Conversion(msgspec.Struct, frozen=True):
    """One quantity given in two units. `first` is the earlier one, whichever was measured.

    `setting` says how: “equivalence” for a general one (a mile is 1.6 kilometers), “or” where the two may as well
    be alternatives.
    """

    first: Quantity
    second: Quantity
    setting: Setting

    @property
    def crosses(self) -> bool:
        """Whether it takes readers from one system of units to another; “1.2 tonnes (1,200 kg)” does not."""
        return self.first.unit.system != self.second.unit.system or self.first.unit.system == "either"

    @property
    def span(self) -> Span:
        return Span(self.first.span.start, self.second.span.end)


class Quantities(msgspec.Struct, frozen=True):
    """The quantities of a part or an article, in the order of the text, and which converts which."""

    all: tuple[Quantity, ...] = ()
    conversions: tuple[Conversion, ...] = ()
