"""Whatever stands beside whatever: quantities lie in the text in order, and every fix can be made."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.article.edits import apply
from copydesk.facts import quantities
from copydesk.rules.testing import first_fixes
from copydesk.text.units import known
from copydesk_rules.units.false_precision import FalsePrecision
from copydesk_rules.units.inconsistent_precision import InconsistentPrecision
from copydesk_rules.units.inconsistent_unit_style import InconsistentUnitStyle
from copydesk_rules.units.missing_conversion import MissingConversion, MissingConversionOptions
from copydesk_rules.units.unlikely_unit import UnlikelyUnit
from copydesk_rules.units.wrong_conversion import WrongConversion

RULES = (
    MissingConversion(MissingConversionOptions(when="always")),
    WrongConversion(),
    FalsePrecision(),
    InconsistentPrecision(),
    InconsistentUnitStyle(),
    UnlikelyUnit(),
)
NUMBERS = (
    *"0 1 2 5 10 35.5 0.0 1,000 000 half-a one-half a -5 ½ 3½ 1/2 zero 3.5m 5k $5 £5m 6'2\" 11st 99999999999".split(),
    *(
        "2.5 million",
        "minus 10",
        "10 to 20",
        "5 or 6",
        "between 5 and 7",
        "6 ft 2 in",
        "11st 5lb",
        "about 100",
        "10 000",
    ),
)
WORDS = tuple(word for unit in known() for word in (unit.singular, unit.plural, unit.short))
MARKS = (
    *(" ", " (", ") ", ", ", " or ", "; ", "/", " – ", " = ", " is ", " to ", "-", ". ", " “", "” ", "\n\n", " by "),
    *("°", '" ', "' ", " warmer ", " of water ", " per day ", " winds ", " summer ", "[", "]"),
)
numbers, units = st.sampled_from(NUMBERS), st.sampled_from(WORDS)
quantity = st.tuples(numbers, units).map(" ".join)
pairs = st.tuples(quantity, quantity).map(lambda pair: f" {pair[0]} ({pair[1]}) ")
copy = st.lists(st.one_of(numbers, units, quantity, pairs, st.sampled_from(MARKS)), max_size=25).map("".join)


@settings(max_examples=150)
@given(copy, st.sampled_from(("en-US", "en-GB")))
def test_nothing_fails(body: str, language: str) -> None:
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"), language=language)
    end = 0
    for found in article.facts(quantities).all:
        assert end <= found.amounts[0].span.start <= found.amounts[-1].span.end <= found.span.end
        end = found.span.end
    for rule in RULES:
        apply(article.text, first_fixes(list(rule.check(article))))
