"""The one reading of English that facts and rules share: tokens, values, phrases, and patterns over them."""

from copydesk.text.analysis import Analysis, analysis_of
from copydesk.text.clauses import Clause, NounGroup
from copydesk.text.corrections import contrasting, correcting, mentioned
from copydesk.text.inflection import plural, singular, verb_forms
from copydesk.text.lexicons import lexicon
from copydesk.text.patterns import (
    Match,
    Pattern,
    Patterns,
    Piece,
    amount,
    either,
    gap,
    named,
    opt,
    other,
    pattern,
    row,
    tagged,
    unless,
    value,
)
from copydesk.text.phrases import Listing, Phrases
from copydesk.text.tokens import Tokens, tokens_of
from copydesk.text.units import begins_unit, british
from copydesk.text.values import Amount, Day, Pair, Period, Time, Value, Values, values_of

__all__ = [
    "Amount", "Analysis", "Clause", "Day", "Listing", "Match", "NounGroup", "Pair", "Pattern", "Patterns",
    "Period", "Phrases", "Piece", "Time", "Tokens", "Value", "Values", "amount", "analysis_of", "begins_unit",
    "british", "contrasting", "correcting", "either", "gap", "lexicon", "mentioned", "named", "opt", "other",
    "pattern", "plural", "row", "singular", "tagged", "tokens_of", "unless", "value", "values_of", "verb_forms",
]  # fmt: skip
