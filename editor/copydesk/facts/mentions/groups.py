"""Words, noun groups and ages in a row of tokens, as what is beside a name is read."""

from __future__ import annotations

import re
from functools import cache

from copydesk.article import Span
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.records import Age
from copydesk.text import Analysis, Tokens, lexicon
from copydesk.text.tables import table

CAPITAL = frozenset(b"WUX")
CAPITALS = re.compile(b"[WUX]+")
LOWER, DIGITS = b"w"[0], b"0"[0]
_ELDEST = 115
DETERMINERS = frozenset("a an the its his her their our my one another this that".split())
POSSESSIVE = frozenset("his her their its my our".split())
POINTING = frozenset(("the", "this", "that"))


def unit_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the word that begins at a token, in lower case, and the token past it: “34-year-old” is one."""
    past = at + 1
    while _hyphen(tokens, past) and past + 1 < len(tokens):
        past += 2
    return "".join(tokens.lower(one) for one in range(at, past)), past


def _hyphen(tokens: Tokens, at: int) -> bool:
    return tokens.lower(at) == "-" and not tokens.space(at) and not tokens.space(at + 1)


def unit_before(tokens: Tokens, past: int) -> tuple[str, int]:
    """Return the word that ends before a token, in lower case, and where it begins."""
    first = past - 1
    while first >= 2 and _hyphen(tokens, first - 1):
        first -= 2
    return ("".join(tokens.lower(one) for one in range(first, past)), first) if past > 0 else ("", 0)


_OTHER_STOPS = """who which whose where not also to he she it they we i you via amid despite like including
    plus""".split()


@cache
def stops() -> frozenset[str]:
    """Return the words that are in no noun group but for its beginning."""
    words = lexicon("preposition") | lexicon("auxiliary") | lexicon("conjunction")
    return words | frozenset(_OTHER_STOPS)


@cache
def verbs() -> frozenset[str]:
    irregular = {form for forms in table("irregular")["verbs"].values() for form in forms.split()}
    return lexicon("auxiliary") | lexicon("saying.verbs") | lexicon("living") | irregular


ADVERBS = frozenset("also now then still never already not later once often".split())
_PLURALS = ("ss", "us", "ers", "ors", "ists", "ings", "ions")


@cache
def verb_like(word: str) -> bool:
    """Whether a word after a noun is more likely a verb, or an adverb before one, than another noun."""
    if word in verbs() or word in ADVERBS or (word.endswith(("ed", "ly")) and len(word) > 4):
        return True
    return word.endswith("s") and not word.endswith(_PLURALS) and len(word) > 3


def is_verb(text: Analysis, at: int) -> bool:
    """Whether a token after a name is its verb; of words in -s, which may be plural nouns, the sentence decides."""
    word = text.tokens.lower(at)
    if not verb_like(word) or word in verbs() or not word.endswith("s"):
        return verb_like(word)
    return text.phrases.tag(at) == "Z"


def ends_group(text: Analysis, at: int) -> bool:
    """Whether a noun group cannot go on with the token `at`."""
    tokens = text.tokens
    if at >= len(tokens) or tokens.kinds[at] not in b"wWUX0":
        return True
    word = tokens.lower(at)
    if word == "'s" or word in stops() or word in verbs():
        return True
    tag = text.phrases.tag(at)
    if tag not in "NSPJGA#" or (verb_like(word) and tag not in "NS"):
        return True
    return tag in "JG" and text.phrases.tag(at + 1) not in "NSPJGA#"


def digits_age(tokens: Tokens, at: int) -> Age | None:
    word = tokens.lower(at)
    if 0 <= at < len(tokens) and tokens.kinds[at] == DIGITS and word.isdigit() and 0 < int(word) <= _ELDEST:
        return Age(int(word), tokens.span(at, at + 1))
    return None


def age_in(tokens: Tokens, at: int) -> Age | None:
    """Return the age in “34-year-old”, which begins at a token."""
    if tokens.lower(at + 1) == "-" and tokens.lower(at + 2) in ("year", "years") and tokens.lower(at + 4) == "old":
        return digits_age(tokens, at)
    return None


@cache
def nouns() -> frozenset[str]:
    ends = frozenset(known.kinds_of_name_word()) | frozenset(known.kinds_of_place_word())
    places = frozenset(known.kinds_of_place_noun())
    return known.person_nouns() | frozenset(known.kinds_of_noun()) | places | known.ranks() | ends


def modifies(unit: str) -> bool:
    return unit not in stops() and unit not in DETERMINERS and unit != "'s"


def owner_before(tokens: Tokens, past: int) -> Span:
    """Return the name or the noun before “’s”."""
    first = past - 1
    while first > 0 and tokens.kinds[first] in CAPITAL and tokens.kinds[first - 1] in CAPITAL:
        first -= 1
    return tokens.span(first, past)
