"""What one part says beside its names, and its pronouns and definite nouns, before anybody knows whose they are.

Names are runs of words with a capital: what follows one is filed under the offset where it ends, what leads in to it
under the offset where it begins. All spans are relative to the part.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from copydesk.article import Part, Span
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.groups import (
    CAPITAL,
    CAPITALS,
    DETERMINERS,
    LOWER,
    POINTING,
    POSSESSIVE,
    age_in,
    digits_age,
    is_verb,
    modifies,
    nouns,
    owner_before,
    stops,
    unit_at,
    unit_before,
    verb_like,
    verbs,
)
from copydesk.facts.mentions.records import Age, Kin, Role
from copydesk.facts.mentions.references import Reference, references_in, rivals_in
from copydesk.facts.mentions.roles import appositive, copular, deed, stated_in
from copydesk.text import Analysis, Tokens, analysis_of

_SKIPPED = frozenset("aged now then currently formerly also himself herself".split())


class After(msgspec.Struct, frozen=True, gc=False):
    """What follows a name. `next` is the word right after it, `verb` the first one that may be its verb.

    `relative` is the “who” or “which” of its clause, `owned` the noun that it has after “’s” (“the firm's profit”).
    """

    next: str = ""
    verb: str = ""
    relative: str = ""
    owned: str = ""
    possessive: bool = False
    age: Age | None = None
    roles: tuple[Role, ...] = ()
    kin: Kin | None = None


class Before(msgspec.Struct, frozen=True, gc=False):
    """What leads in to a name: a role (“the retailer”), an age, a relation, a preposition or “the”."""

    word: str = ""
    age: Age | None = None
    roles: tuple[Role, ...] = ()
    kin: Kin | None = None


class Around(msgspec.Struct, frozen=True, gc=False):
    """What one part says beside its names, and its pronouns and nouns."""

    after: dict[int, After] = {}
    before: dict[int, Before] = {}
    references: tuple[Reference, ...] = ()


_NOTHING = Around()


def local(part: Part) -> Around:
    """Return what a part says beside its names, with its pronouns and definite nouns."""
    if part.kind in ("note", "byline", "dateline"):
        return _NOTHING
    text = analysis_of(part.words)
    references = list(references_in(text))
    after, before = _beside_names(text)
    of_names, of_pronouns = stated_in(text)
    for end in of_names.keys() & after.keys():
        after[end] = replace(after[end], roles=(*after[end].roles, *of_names[end]))
    references = [replace(one, roles=of_pronouns.get(one.span.start, ())) for one in references]
    return Around(after, before, (*references, *rivals_in(text, references)))


def _beside_names(text: Analysis) -> tuple[dict[int, After], dict[int, Before]]:
    """Return what follows runs of words with a capital, by their ends, and what leads in to them, by their starts."""
    tokens = text.tokens
    after: dict[int, After] = {}
    before: dict[int, Before] = {}
    for run in CAPITALS.finditer(tokens.kinds):
        before[tokens.start(run.start())] = _before(tokens, run.start())
        after[tokens.ends[run.end() - 1]] = _after(text, run.end())
    return after, before


def _after(text: Analysis, at: int) -> After:
    tokens = text.tokens
    word = tokens.lower(at)
    if word == "'s" or (word in ("'", "’") and not tokens.space(at)):
        return After(word, possessive=True, owned=_owned(tokens, at + 1))
    if word == "(":
        age = digits_age(tokens, at + 1)
        return After(word, age=age if tokens.lower(at + 2) in (")", ",") else None)
    if word == "who":
        return After(word, relative=word, roles=deed(tokens, at + 1))
    if word == "-":
        return After(f"-{tokens.lower(at + 1)}")
    if word in ("is", "was"):
        return After(word, word, roles=copular(tokens, at))
    if word != ",":
        return After(word, word if is_verb(text, at) else "")
    return _aside(tokens, at + 1)


def _owned(tokens: Tokens, at: int) -> str:
    """Return the head of the noun group that a name has: “chief executive” gives “executive”."""
    head = ""
    for _ in range(4):
        if at >= len(tokens) or tokens.kinds[at] != LOWER or tokens.lower(at) in stops():
            break
        head, at = unit_at(tokens, at)
        if verb_like(tokens.lower(at)) and head in known.person_nouns():
            break
    return head


def _aside(tokens: Tokens, at: int) -> After:
    """Read what stands between commas after a name: an age, what it is, or a clause with “who”."""
    while tokens.lower(at) in _SKIPPED:
        at += 1
    age = digits_age(tokens, at)
    if age is not None and not _ends_age(tokens, at + 1):
        age = None
    elif age is not None:
        at += 2 if tokens.lower(at + 1) == "," else 1
    relative = tokens.lower(at) if tokens.lower(at) in ("who", "which", "whose", "where") else ""
    if relative and age is None and tokens.lower(at + 1) in ("is", "was") and _ends_age(tokens, at + 3):
        age = digits_age(tokens, at + 2)  # “Okafor, who is 20 and”
    if relative:
        return After(",", relative=relative, age=age, roles=copular(tokens, at + 1) or deed(tokens, at + 1))
    if verb_like(tokens.lower(at)) and age is None:  # “his successor, Ana Silva, left”
        return After(",", tokens.lower(at))
    roles, kin, past = appositive(tokens, at)
    if _leads_on(tokens, at, past):  # “the Times, the mayor's aide, Ana Silva, said”
        roles, kin = (), None
    verb = tokens.lower(past + 1) if tokens.lower(past) == "," else ""
    inner = roles and tokens.lower(at) in ("a", "an") and age is None and age_in(tokens, at + 1)
    return After(",", verb if verb_like(verb) else "", "", "", False, age or (inner or None), roles, kin)


def _leads_on(tokens: Tokens, at: int, past: int) -> bool:
    """Whether what stands between commas is rather said of the name behind it."""
    if tokens.lower(past) != "," or past + 1 >= len(tokens) or tokens.kinds[past + 1] not in CAPITAL:
        return False
    return tokens.lower(at) not in ("a", "an")


_AFTER_AGE = frozenset("and who was is from of at said has had when".split())


def _ends_age(tokens: Tokens, at: int) -> bool:
    """Whether a number between commas may be an age, by what follows: no unit, no noun that it counts."""
    return tokens.lower(at) in _AFTER_AGE or at >= len(tokens) or tokens.lower(at) in (",", ".", ";", ")", "—", "–")


_HELD = frozenset("shares share stake stakes holding interest investment investors confidence faith trust".split())


def _before(tokens: Tokens, at: int) -> Before:
    word = tokens.lower(at - 1) if at else ""
    if not word:
        return Before()
    if word == ",":
        return _led_in(tokens, at - 1, ",")
    if word == "old":
        unit, first = unit_before(tokens, at)
        return Before("old", age_in(tokens, first)) if unit.endswith("-old") else Before(word)
    if word == "in" and tokens.lower(at - 2) in _HELD:
        return Before("of")
    if tokens.kinds[at - 1] == LOWER:
        return _led_in(tokens, at, word)
    return Before(word)


def _led_in(tokens: Tokens, past: int, word: str) -> Before:
    """Read the noun group that ends before a token: “the company's chief executive”, “his wife”, “software firm”."""
    head, first = unit_before(tokens, past)
    if word == "of":
        noun, begin = unit_before(tokens, past - 1)
        if noun in ("mayor", "governor", "bishop", "archbishop", "mp", "outskirts", "streets", "centre", "center"):
            return Before(f"{noun} of")
        if noun not in known.kinds_of_noun() and noun not in known.kinds_of_place_noun():
            return Before(word)
        return Before(word, roles=(Role(noun, noun, tokens.span(begin, past - 1), definite=True),))
    if head not in nouns() and head.rpartition("-")[2] not in nouns():
        return Before(word)
    age, start = None, first
    for _ in range(5):
        unit, begin = unit_before(tokens, first)
        kinds = b"w0WUX" if word == "," else b"w0"
        if not unit or tokens.kinds[begin] not in kinds or unit in verbs() or not modifies(unit):
            break
        first = begin
        if unit.endswith(("-year-old", "-years-old")):
            age = age_in(tokens, begin)
            break
        start = begin
    determiner = tokens.lower(first - 1)
    owner = tokens.span(first - 1, first) if determiner in POSSESSIVE else None
    if determiner == "'s" and first >= 2:
        owner = owner_before(tokens, first - 1)
    if word == "," and not (determiner in DETERMINERS or owner is not None):
        return Before(word)
    words = tokens.words[tokens.start(start) : tokens.ends[past - 1]].lower()
    definite = determiner in POINTING or owner is not None
    role = Role(head, words, tokens.span(first, past), "", definite)
    kin = None
    if head in known.kin() and owner is not None:
        kin = Kin(head, Span(owner.start, role.span.end), owner)
    return Before(word, age, (role,), kin)
