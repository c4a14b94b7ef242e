"""What a figure counts or measures: the noun of its group, of the group with “of” or “in” at it, or the subject."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.facts.figures.pronouns import antecedent
from copydesk.text import Amount, Analysis, NounGroup, lexicon
from copydesk.text.tables import table

_CHANGES = (lexicon("rise.nouns") | lexicon("fall.nouns") | {"growth", "change"}) - lexicon("result")
# Verbs that say what their subject amounts to, besides those of rising and falling.
_AMOUNTING = (
    lexicon("amount") | lexicon("rise.verbs") | lexicon("fall.verbs") | lexicon("halve") | lexicon("multiply")
)
_ON_OBJECT = lexicon("raise") | lexicon("reduce") | lexicon("rise.verbs") | lexicon("set")
_SET = lexicon("set") | lexicon("raise") | lexicon("reduce")
_HYPHENS = frozenset("-‐‑")
# Words that may be between a preposition or a verb and its figure: about, more than, a further.
_BEFORE_FIGURES = lexicon("hedge_about") | lexicon("hedge_over") | lexicon("hedge_under") | lexicon("before_figure")
_MOST_BEFORE = 5
_ASIDE = 8
_VERB = 16  # tokens from a verb to its figure
_BE = frozenset("is are was were be been".split())
_TO = frozenset("to at by from of".split())
_WHERE = frozenset("from north south east west off away".split())
_PLACES = ("of", "in")


class Counted(NamedTuple):
    """A noun in the singular with its group; `carried` says that the noun has to come from a figure before."""

    noun: str = ""
    group: NounGroup | None = None
    carried: bool = False


def counted(text: Analysis, amount: Amount) -> Counted:
    """Return what an amount counts or measures."""
    for way in (_dimension, _joined, _in_its_group, _behind, _before_of, _of_verb):
        if (found := way(text, amount)) is not None:
            return found
    return Counted(carried=amount.kind in ("number", "fraction"))


def preceding(text: Analysis, first: int) -> int:
    """Return the token before an amount, past what only says how exact it is: of “of more than 40” it is “of”."""
    lower, at = text.tokens.lower, first - 1
    for _ in range(_MOST_BEFORE):
        least = lower(at) != "at" or lower(at + 1) in ("least", "most")
        if not (least and lower(at) in _BEFORE_FIGURES) and not (
            lower(at) == "to" and lower(at - 1) in ("up", "close")
        ):
            break
        at -= 1
    return at


def past_aside(text: Analysis, at: int) -> int:
    """Return the token past a short bracket that begins at one; `at` where none does."""
    if text.tokens.text_at(at) == "(":
        for index in range(at, at + _ASIDE):
            if text.tokens.text_at(index) == ")":
                return index + 1
    return at


def _dimension(text: Analysis, amount: Amount) -> Counted | None:
    """Each ship is 182 metres long; the slide, about 200 metres wide."""
    if amount.kind != "quantity" or text.tokens.lower(amount.past) not in lexicon("dimension"):
        return None
    at = preceding(text, amount.first)
    return Counted("", text.phrases.group_at(at - 1) if text.tokens.text_at(at) == "," else None)


def _joined(text: Analysis, amount: Amount) -> Counted | None:
    """A six-member panel, a 3,500-seat arena: what has so many is the noun; where there is none, what it has."""
    tokens = text.tokens
    if tokens.text_at(amount.past) not in _HYPHENS or tokens.space(amount.past) or amount.kind != "number":
        return None
    group = text.phrases.group_at(amount.first)
    if group is not None and group.head > amount.past + 1 and text.phrases.tag(group.head) in "NSP":
        return Counted(text.phrases.noun(group), group)
    return Counted(text.phrases.singular(amount.past + 1), group)


def _in_its_group(text: Analysis, amount: Amount) -> Counted | None:
    """340 pupils; a £3m budget; a 12 per cent rise in profits."""
    group = text.phrases.group_at(amount.past - 1)
    if group is None or group.head < amount.past or text.phrases.tag(group.head) not in "NSP":
        return None
    if "#" in text.phrases.tags_of(group)[amount.past - group.first :]:
        return None  # $510 two years ago
    noun = text.phrases.noun(group)
    if amount.kind not in ("number", "fraction") and text.tokens.lower(group.head) in _CHANGES:
        return _changing(text, group) or Counted(noun, group)
    return Counted(noun, group)


def _changing(text: Analysis, change: NounGroup) -> Counted | None:
    """Return what a rise is one of: a 12 per cent rise in profits, the city's 12 per cent tax rise."""
    phrases = text.phrases
    of = phrases.of_group(change, *_PLACES)
    if of is not None and phrases.tag(of.head) in "NSP" and not phrases.is_time(of):
        return Counted(phrases.noun(of), of)
    if change.head - 1 >= change.first and phrases.tag(change.head - 1) == "N":
        return Counted(phrases.singular(change.head - 1), change)
    return None


def _behind(text: Analysis, amount: Amount) -> Counted | None:
    """40 per cent of pupils; three of the men; half their crop."""
    phrases, link = text.phrases, text.tokens.lower(amount.past)
    if amount.kind == "fraction" and phrases.tag(amount.past) == "d" and (whole := phrases.group_at(amount.past)):
        return Counted(phrases.noun(whole), whole)
    if link == "in":
        return _in_what(text, amount)
    if link != "of":
        return None
    at = amount.past + 1
    while phrases.tag(at) in "T'":
        at += 1  # half of last year's crop
    of = phrases.group_at(at)
    if of is None or of.first > at:
        return Counted(carried=True) if text.tokens.lower(amount.past + 1) in ("whom", "which") else None
    while phrases.tag(of.past) == "'" and (owned := phrases.group_at(of.past + 1)) is not None:
        of = owned  # four of Trump's children
    return _of_what(text, of)


def _in_what(text: Analysis, amount: Amount) -> Counted | None:
    """Return the noun behind “in”: £4m in fines, one in five children."""
    phrases, of = text.phrases, text.phrases.group_at(amount.past + 1)
    if of is None or of.first > amount.past + 1:
        return None
    if amount.kind == "number" and amount.past + 1 in text.values.inside_numbers:
        return Counted(phrases.noun(of), of)
    tags = phrases.tags_of(of)
    if amount.kind != "money" or tags[0] not in "JNS" or tags[-1] == "P" or phrases.is_time(of):
        return None
    return Counted(phrases.noun(of), of)


def _of_what(text: Analysis, of: NounGroup) -> Counted | None:
    phrases, head = text.phrases, text.tokens.lower(of.head)
    if phrases.tag(of.head) in "odqJA":
        return Counted(carried=True)  # three of them, of those, of the injured
    if phrases.tag(of.head) == "P" and phrases.singular(of.head) == head:
        return None  # 60 miles of Baghdad; but 40 per cent of Americans
    if phrases.tag(of.head) == "#" and head == "olds":
        return Counted(text.words(*of[:2]).lower().removesuffix("s"), of)  # 82 per cent of five-year-olds
    if phrases.tag(of.head) == "#" or phrases.is_time(of):
        return None
    if head in lexicon("size"):
        return _hanging(text, of) or Counted(carried=True)
    return Counted(phrases.noun(of), of)


def _before_of(text: Analysis, amount: Amount) -> Counted | None:
    """A budget of £3m; a rise of 12 per cent in profits."""
    phrases = text.phrases
    at = preceding(text, amount.first)
    if text.tokens.lower(at) == "worth":
        at -= text.tokens.text_at(at - 1) == ","
    elif text.tokens.lower(at) not in ("of", "at"):
        return None
    if (group := phrases.group_at(at - 1)) is None or group.past != at:
        return None
    head = text.tokens.lower(group.head)
    if phrases.tag(group.head) not in "NSP" or phrases.is_time(group):
        return None
    if amount.kind == "number" and (head in lexicon("collective") or head in lexicon("result")):
        return Counted(carried=True)  # a party of 11, a loss of 22 (seats)
    if head in lexicon("size"):
        return _hanging(text, group) or _of_verb(text, amount) or Counted(carried=True)
    if head in _CHANGES:
        after = phrases.group_at(amount.past + 1) if text.tokens.lower(amount.past) in _PLACES else None
        if after is not None and not phrases.is_time(after):
            return Counted(phrases.noun(after), after)
        return _changing(text, group) or _of_verb(text, amount) or Counted(phrases.noun(group), group, carried=True)
    return Counted(phrases.noun(group), group)


def _hanging(text: Analysis, group: NounGroup) -> Counted | None:
    """Return the noun that a word such as “number” or “level” is of."""
    of = text.phrases.of_group(group, *_PLACES)
    if of is None or text.phrases.is_time(of) or text.phrases.tag(of.head) not in "NS":
        return None
    return Counted(text.phrases.noun(of), of)


def _of_verb(text: Analysis, amount: Amount) -> Counted | None:
    """Profit rose to £4m; the council raised its tax by 5 per cent; unemployment was 4 per cent."""
    clause = text.phrases.clause_at(amount.first)
    away = amount.unit in table("units")["length"] and text.tokens.lower(past_aside(text, amount.past)) in _WHERE
    if clause.verb < 0 or clause.verb > amount.first or away:
        return None
    link = preceding(text, amount.first)
    if amount.kind == "number" and text.tokens.lower(link) == "to" and _counts(text, link - 1):
        return Counted(carried=True)  # 28 votes to 17
    if text.tokens.lower(link) not in _TO and not (link >= clause.verb and _is_verbal(text, link)):
        return None
    last = _verb_before(text, clause.verb, amount.first)
    word = text.tokens.lower(last)
    thing = text.phrases.group_at(last + 1) if word in _ON_OBJECT else None
    if thing is not None and (text.phrases.tag(thing.head) not in "NSP" or "#" in text.phrases.tags_of(thing)):
        thing = None
    if thing is not None and thing.past <= amount.first and text.tokens.lower(preceding(text, amount.first)) in _TO:
        return Counted(text.phrases.noun(thing), thing)
    passive = word in _SET and text.tokens.lower(clause.verb) in _BE
    if clause.subject is None or not (passive or word in _AMOUNTING):
        return None
    if text.phrases.tag(clause.subject.head) == "o" and (meant := antecedent(text, clause.subject.head)) is not None:
        return Counted(text.phrases.noun(meant), meant)
    if text.phrases.tag(clause.subject.head) in "o#dq":
        return Counted(carried=True)
    if len(text.phrases.tags_of(clause.subject)) > 1 and text.tokens.lower(clause.subject.head) == "numbers":
        return Counted(text.phrases.singular(clause.subject.head - 1), clause.subject)  # visitor numbers
    if text.phrases.tag(clause.subject.head) == "P" and not text.tokens.text(clause.subject.head).isupper():
        return None  # Pillai hit 74
    if text.tokens.lower(clause.subject.head) in lexicon("size"):
        noun = (
            "" if text.phrases.tags_of(clause.subject) in ("dN", "dJN", "dS") else text.phrases.noun(clause.subject)
        )
        return _hanging(text, clause.subject) or Counted(noun, carried=not noun)
    return Counted(text.phrases.noun(clause.subject), clause.subject)


def _counts(text: Analysis, at: int) -> bool:
    group = text.phrases.group_at(at)
    return group is not None and "#" in text.phrases.tags_of(group)


def _is_verbal(text: Analysis, at: int) -> bool:
    """Whether a figure is right behind a verb and what belongs to it: rose sharply by, was down, is now."""
    return text.phrases.tag(at) in "EZXMBVAGR" or text.tokens.lower(at) in ("up", "down", "than", ",", "or", "be")


def _verb_before(text: Analysis, verb: int, before: int) -> int:
    """Return the last word of the verb right before a figure: risen of “has not yet risen by 5 per cent”."""
    for index in range(before - 1, max(verb, before - _VERB), -1):
        if text.phrases.tag(index) in "EZVBAG" and text.phrases.group_at(index) is None:
            return index
    return verb
