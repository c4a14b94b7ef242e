"""Which amounts count or measure: not those that are a name, an age, a date or a pronoun."""

from __future__ import annotations

from copydesk.text import Amount, Analysis, lexicon

_OLDEST = 120
_AGED = frozenset("age ages man woman boy girl child pensioner teenager".split())
_HYPHENS = frozenset("-‐‑–")


def is_figure(text: Analysis, amount: Amount) -> bool:
    """Whether an amount counts or measures something."""
    if amount.kind in ("year", "age") or text.phrases.tag(amount.core[0]) == "T":
        return False
    return not any(
        kind(text, amount) for kind in (_is_score, _is_glued, _is_article, _is_nominal, _is_pronoun, _is_age)
    )


def _is_score(text: Analysis, amount: Amount) -> bool:
    """Whether a number is one side of a score: 108-97; not of “2-4 people”."""
    here = (*text.values.starting.get(amount.first, ()), *text.values.ending.get(amount.past, ()))
    return amount.kind == "number" and any(
        value.kind == "score" and text.phrases.tag(value.past) not in "NSJ" for value in here
    )


def _is_glued(text: Analysis, amount: Amount) -> bool:
    """Whether letters are right behind a number that are no unit: 5S, 8Y0rq."""
    tokens = text.tokens
    if amount.kind != "number" or amount.past >= len(tokens) or tokens.space(amount.past):
        return False
    return tokens.text(amount.past)[0].isalpha()


def _is_article(text: Analysis, amount: Amount) -> bool:
    """Whether “a” only says that there is one: a degree, a day, a couple; a third breast is not a part of one."""
    lower = text.tokens.lower(amount.first)
    if lower not in ("a", "an", "another", "half"):
        return False
    if amount.kind in ("quantity", "duration"):
        return amount.number <= 1
    if amount.kind == "fraction":
        return text.phrases.tag(amount.past) in "NSJP" or text.tokens.text_at(amount.past) in _HYPHENS
    return False


def _is_nominal(text: Analysis, amount: Amount) -> bool:
    """Whether a number names one of several: Level 3, Flight 370, version two."""
    if amount.kind != "number" or (amount.step < 1 and amount.words):
        return False
    tokens, tag, at = text.tokens, text.phrases.tag, amount.first - 1
    if amount.first == 0 and tokens.text_at(amount.past) in (".", ")"):
        return True  # the number of an item
    if not tokens.space(amount.first):
        return False
    if tokens.lower(at) in lexicon("numbered") or (tokens.text_at(at) == "." and tokens.lower(at - 1) == "no"):
        return tag(amount.past) not in "NS"
    if tokens.lower(at).endswith("s") and tokens.lower(at - 1) == "the":
        return False  # Labour won 21 seats and the Conservatives 14
    return tag(at) == "P" and not amount.words and amount.number < 10_000 and tag(amount.past) not in "NSJ"


def _is_pronoun(text: Analysis, amount: Amount) -> bool:
    """Whether “one” is a pronoun or an article: the one, one of them, one day."""
    if not amount.words or amount.number != 1 or amount.kind != "number":
        return False
    before = text.tokens.lower(amount.first - 1)
    if text.tokens.lower(amount.past) == "in" and amount.past + 1 in text.values.inside_numbers:
        return False  # one in five
    return text.phrases.tag(amount.past) not in "NSJ" or before in ("the", "this", "no", "any", "another")


def _is_age(text: Analysis, amount: Amount) -> bool:
    """Whether a bare number is somebody's age: Ana Silva, 34, who; he was 86; at the age of 12."""
    tokens, tag = text.tokens, text.phrases.tag
    if amount.kind != "number" or amount.step != 1 or not 0 < amount.number <= _OLDEST:
        return False
    before, bare = amount.first - 1, tag(amount.past) in ",.):;ck"
    if tokens.lower(before) == "of" and tokens.lower(before - 1) in _AGED:
        return bare or tokens.lower(before - 1) in ("age", "ages")
    if tokens.lower(before) == ",":
        return bare and tag(before - 1) in "PNS" and tag(before - 2) != "#" and not amount.words
    if tokens.lower(before) in ("was", "is", "were", "are") and bare:
        subject = text.phrases.clause_at(amount.first).subject
        named = subject is not None and (
            tokens.lower(subject.head) in ("he", "she", "i", "who") or tag(subject.head) == "P"
        )
        return named and not amount.words
    return tokens.lower(before) == "at" and bare and tag(before - 1) in '.,"ck'
