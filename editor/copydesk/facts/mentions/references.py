"""The pronouns and definite nouns of one part, before anybody knows what they mean, and what an “it” may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.article import Span
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.groups import (
    ADVERBS,
    CAPITAL,
    POINTING,
    age_in,
    digits_age,
    ends_group,
    modifies,
    nouns,
    unit_at,
    verb_like,
)
from copydesk.facts.mentions.records import Age, Role
from copydesk.text import Analysis, NounGroup, Tokens, lexicon

PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
_RESTRICTS = frozenset("of who that which behind whose where".split())
# Nouns that with a word before them mean something else each time: the services business, the drama group.
# What modifies a noun that means another: “the next manager”.
_ANOTHER = frozenset(
    """next other first second third fourth fifth last only previous best worst biggest largest smallest latest oldest
    youngest opposing rival neighbouring neighboring following""".split()
)
_BRINGS_IN = frozenset("a an one another his her their 's".split())
_WEAK = frozenset(
    """business group body service office network unit board panel brand platform provider parent outfit giant station
    channel site building authority trust fund department agency commission""".split()
)


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A pronoun, or a noun that the article takes for known: “the company”, “the former teacher”.

    `head` is the pronoun or the noun in lower case, `words` all of it; `restricted` the word of a phrase that says
    which one is meant (“the company that built it”), `of` its words. `subject` says that a verb follows, `opens`
    that it opens its sentence; `names` are the words with a capital in it. `new` is somebody who comes in without a
    name: “a man”, “her sister”; `inanimate` is a thing that an “it” may mean. `verb` is the word after a
    pronoun; `said` that a verb of saying is right before it; `object` that it is no subject and owns nothing,
    `told` that it is whom something is said to,
    `praised` that “for” is before it: “praised Stote for his courage”.
    """

    span: Span
    sentence: int
    head: str
    words: str
    pronoun: bool = False
    subject: bool = False
    verb: str = ""
    said: bool = False
    object: bool = False
    told: bool = False
    praised: bool = False
    restricted: str = ""
    of: str = ""
    age: Age | None = None
    new: bool = False
    opens: bool = False
    names: tuple[str, ...] = ()
    inanimate: bool = False
    indefinite: bool = False
    roles: tuple[Role, ...] = ()


def references_in(text: Analysis) -> Iterator[Reference]:
    tokens = text.tokens
    lower = tokens.table.lower
    for at, word in enumerate([lower[one] for one in tokens.ids]):
        if word in PRONOUNS or ("'" in word and word.partition("'")[0] in PRONOUNS):
            reference = _pronoun(text, at, word.partition("'")[0])
            if reference is not None:
                yield reference
        if word in POINTING:
            reference = _noun(text, at)
        elif word in _BRINGS_IN:
            reference = _somebody(text, at)
        else:
            continue
        if reference is not None:
            yield reference


_EMPTY_ADJECTIVES = frozenset(
    """possible impossible likely unlikely clear unclear hard difficult easy important obvious true necessary better
    best good great wrong right time worth hoped thought believed understood expected reported alleged claimed
    estimated known unknown vital crucial essential common rare a an the not about up too now only just because like
    his her their my our that what how where when why all also still no one nice sad unusual normal fair ironic safe
    natural early late day night summer winter spring autumn raining snowing hot cold warm cloudy over so as to in
    on""".split()
)
_EMPTY_VERBS = frozenset(
    """seems seemed appears appeared turns turned happens happened rains rained matters mattered emerged means meant
    follows followed helps helped""".split()
)
# Verbs that are empty before some words: “it took two hours”, “it comes as prices rise”, “it makes sense”.
_EMPTY_BEFORE = {
    **dict.fromkeys(
        ("takes", "took"), frozenset("time years months weeks days hours minutes a more about two".split())
    ),
    **dict.fromkeys(("comes", "came"), frozenset("as after amid when days hours weeks months just at on".split())),
    **dict.fromkeys(("makes", "made"), frozenset("sense no little clear it for".split())),
    **dict.fromkeys(("looks", "looked", "feels", "felt", "sounds", "remains"), frozenset("like as that to".split())),
}
# Verbs that have bodies as their objects: “officers had advised it”.
_TO_BODIES = frozenset(
    """told tell tells asked ask advised advise urged accused sued joined join left founded floated owned owns led
    leads fined ordered backed criticised criticized regulates regulate turned follow follows""".split()
)
TOLD = frozenset("told asked warned reminded informed urged ordered sentenced jailed accused".split())
_THINKING = frozenset("thought thinks believed believes knew knows hoped hopes felt feels feared fears".split())
_EMPTY_OBJECTS = frozenset("that to hard clear easy possible difficult if".split())  # “made it clear that”
_BE = frozenset("is was 's be been isn't wasn't".split())
_NOT_EMPTY = frozenset(
    """able unable willing unwilling ready keen due set bound free proud determined sorry pleased happy glad confident
    aware grateful disappointed delighted committed sure certain prepared forced obliged responsible""".split()
)
_CLAUSE_OPENERS = frozenset("that if whether how why when".split())


def _is_empty(text: Analysis, at: int) -> bool:
    """Whether an “it” means nothing: “it is likely that”, “it seems”, “made it clear” (Quirk et al. 6.17, 18.33)."""
    tokens = text.tokens
    past = at + 1
    while tokens.lower(past) in lexicon("auxiliary") | ADVERBS | {"'s"} and tokens.lower(past) not in _BE:
        past += 1
    word = tokens.lower(past)
    if word in _BE:
        past += 1
        while tokens.lower(past) in _BE or tokens.lower(past).endswith("ly"):
            past += 1
        word, following = tokens.lower(past), tokens.lower(past + 1)
        if word in _NOT_EMPTY:
            return False
        if text.phrases.tag(past) in "JG" and (following in _CLAUSE_OPENERS or following == "to"):
            return True
        return word in _EMPTY_ADJECTIVES or word in lexicon("determiner")
    if tokens.lower(past + 1) in _EMPTY_BEFORE.get(word, ()) or (
        text.phrases.tag(past + 1) == "#" and word == "took"
    ):
        return True
    return word in _EMPTY_VERBS or (past == at + 1 and word in _EMPTY_OBJECTS)


def _pronoun(text: Analysis, at: int, word: str) -> Reference | None:
    tokens = text.tokens
    if word == "it" and not _is_subject(tokens, at):
        if tokens.lower(at - 1) not in _TO_BODIES:
            return None
    elif word == "it" and _is_empty(text, at):
        return None
    start = tokens.start(at)
    span = Span(start, start + len(word))
    subject = word in ("he", "she", "they") or (word == "it" and _is_subject(tokens, at))
    words = tokens.words[span.start : span.end]
    before = tokens.lower(at - 2) if tokens.lower(at - 1) == "that" else tokens.lower(at - 1)
    said = subject and (before in lexicon("saying.verbs") or before in _THINKING)
    objects = _is_object(text, at, word)
    told = objects and tokens.lower(at - 1) in TOLD
    return Reference(
        span, tokens.sentence_of[at], word, words, True, subject, tokens.lower(at + 1), said, objects, told,
        tokens.lower(at - 1) == "for",
    )  # fmt: skip


def _is_object(text: Analysis, at: int, word: str) -> bool:
    return word == "him" or (word == "her" and text.phrases.tag(at + 1) not in "NSPJGA#")


def _is_subject(tokens: Tokens, at: int) -> bool:
    """Whether an “it” is a verb's subject, not its object."""
    following = tokens.lower(at + 1)
    return following in ("'s", "'d") or verb_like(following) or "'" in tokens.lower(at)


def _noun(text: Analysis, at: int) -> Reference | None:
    """Return the definite noun that a determiner begins, if a person or an organisation may be called so."""
    tokens = text.tokens
    first, units, age = at, list[str](), None
    at += 1
    while len(units) < 5 and at < len(tokens) and tokens.kinds[at] in b"wWUX0":
        begin = at
        unit, at = unit_at(tokens, at)
        if not modifies(unit):
            return None
        units.append(unit)
        if unit.endswith(("-year-old", "-years-old")):
            age = age_in(tokens, begin)
        called = unit in nouns() or unit.endswith("-old") or unit.rpartition("-")[2] in known.person_nouns()
        if unit in _ANOTHER:
            return None
        if unit in _WEAK and any(not one.endswith("-based") for one in units[:-1]):
            return None
        if called and ends_group(text, at) and tokens.kinds[begin] in b"w0WUX":
            following = tokens.lower(at)
            restricted, of = "", ""
            if following in _RESTRICTS:
                restricted, of = following, tokens.words[tokens.ends[at] : tokens.ends[min(at + 4, len(tokens) - 1)]]
            if restricted == "of" and tokens.lower(at + 1).endswith("ing"):
                restricted = ""  # “accused the agency of treating”
            subject = verb_like(following)
            if following == "," and age is None and (age := digits_age(tokens, at + 1)) is not None:
                age = age if tokens.lower(at + 2) == "," else None
                subject = age is not None
            span = tokens.span(first, at)
            words = tokens.words[span.start : span.end]
            head = "year-old" if unit.endswith("-old") and age is not None else unit
            return Reference(
                span, tokens.sentence_of[first], head, words, subject=subject, restricted=restricted,
                of=of, age=age, opens=first == tokens.sentence(first)[0], names=_capitals(tokens, first + 1, at),
            )  # fmt: skip
    return None


def _capitals(tokens: Tokens, first: int, past: int) -> tuple[str, ...]:
    return tuple(
        tokens.text(at)
        for at in range(first, past - 1)
        if tokens.kinds[at] in CAPITAL and tokens.lower(at + 1) not in ("-", "'s")
    )


def _somebody(text: Analysis, at: int) -> Reference | None:
    """Return somebody whom the article brings in without a name, if the noun group after a token does that."""
    tokens = text.tokens
    first, units = at, 0
    at += 1
    while units < 5 and at < len(tokens) and tokens.kinds[at] in b"w0":
        unit, at = unit_at(tokens, at)
        if not modifies(unit):
            return None
        units += 1
        if unit in known.person_nouns() and ends_group(text, at):
            span = tokens.span(first, at)
            words = tokens.words[span.start : span.end]
            subject = verb_like(tokens.lower(at)) or tokens.lower(at) == "who"
            return Reference(
                span, tokens.sentence_of[first], unit, words, subject=subject, new=True,
                indefinite=tokens.lower(first) in ("a", "an"),
            )  # fmt: skip
    return None


def rivals_in(text: Analysis, references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield the things beside each “it” and “its” that it may mean instead of something with a name."""
    asked = {one.sentence for one in references if one.pronoun and PRONOUNS[one.head] == "it"}
    phrases, tokens = text.phrases, text.tokens
    for sentence in sorted(asked | {number - 1 for number in asked if number}):
        subjects = {clause.subject for clause in phrases.clauses(sentence)}
        for group in phrases.groups(sentence):
            if _is_thing(text, group):
                span = tokens.span(group.first, group.past)
                words = tokens.words[span.start : span.end]
                head, subject = tokens.lower(group.head), group in subjects
                yield Reference(span, sentence, head, words, subject=subject, new=True, inanimate=True)


def _is_thing(text: Analysis, group: NounGroup) -> bool:
    phrases = text.phrases
    noun = text.tokens.lower(group.head)
    if phrases.tag(group.head) != "N" or phrases.is_time(group) or noun in known.person_nouns():
        return False
    return not (noun in nouns() and text.tokens.lower(group.first) in POINTING)
