"""What one part says beside its names, and its pronouns and definite nouns, before anybody knows whose they are.

Names are runs of words with a capital: what follows one is filed under the offset where it ends, what leads in to it
under the offset where it begins. All spans are relative to the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from copydesk.article import Part, Span
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.records import Age, Kin, Role
from copydesk.text import Analysis, NounGroup, Tokens, analysis_of, lexicon
from copydesk.text.tables import table

PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
_CAPITAL = frozenset(b"WUX")
_CAPITALS = re.compile(b"[WUX]+")
_LOWER, _DIGITS = b"w"[0], b"0"[0]
_ELDEST = 115
_DETERMINERS = frozenset("a an the its his her their our my one another this that".split())
_POSSESSIVE = frozenset("his her their its my our".split())
_POINTING = frozenset(("the", "this", "that"))
_OBJECT = frozenset("of for at in from with to on by".split())  # what a role may go on with
_RESTRICTS = frozenset("of who that which behind whose where".split())
_SKIPPED = frozenset("aged now then currently formerly also himself herself".split())
_MOST_UNITS = 8
_MOST_OF = 10
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
_PERSON_ENDINGS = ("ist", "man", "woman", "eer", "ian", "smith", "maker", "worker", "holder", "keeper")


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


class Reference(msgspec.Struct, frozen=True, gc=False):
    """A pronoun, or a noun that the article takes for known: “the company”, “the former teacher”.

    `head` is the pronoun or the noun in lower case, `words` all of it; `restricted` the word of a phrase that says
    which one is meant (“the company that built it”), `of` its words. `subject` says that a verb follows, `opens`
    that it opens its sentence; `names` are the words with a capital in it. `new` is somebody who comes in without a
    name: “a man”, “her sister”; `inanimate` is a thing that an “it” may mean. `verb` is the word after a
    pronoun; `said` that a verb of saying is right before it; `object` that it is no subject and owns nothing.
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
    restricted: str = ""
    of: str = ""
    age: Age | None = None
    new: bool = False
    opens: bool = False
    names: tuple[str, ...] = ()
    inanimate: bool = False
    indefinite: bool = False
    roles: tuple[Role, ...] = ()


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
    references = list(_references(text))
    after, before = _beside_names(text)
    of_names, of_pronouns = _stated(text)
    for end in of_names.keys() & after.keys():
        after[end] = replace(after[end], roles=(*after[end].roles, *of_names[end]))
    references = [replace(one, roles=of_pronouns.get(one.span.start, ())) for one in references]
    return Around(after, before, (*references, *_rivals(text, references)))


_STATING = frozenset("as became become becomes named appointed elected".split())


def _stated(text: Analysis) -> tuple[dict[int, tuple[Role, ...]], dict[int, tuple[Role, ...]]]:
    """Return what clauses say that their subjects are, of names by their ends, of pronouns by where they begin.

    “She stepped down as chief executive”, “Hamm was named chairman”, “He was director of the observatory”.
    """
    tokens, phrases = text.tokens, text.phrases
    of_names: dict[int, tuple[Role, ...]] = {}
    of_pronouns: dict[int, tuple[Role, ...]] = {}
    for at, one in enumerate(tokens.ids):
        word = tokens.table.lower[one]
        if word in ("he", "she") and tokens.lower(at + 1) in ("is", "was"):
            if roles := _copular(tokens, at + 1):
                of_pronouns[tokens.start(at)] = roles
            continue
        found = _role(tokens, at + 1) if word in _STATING else None
        if found is None or found[0].head not in known.offices() | known.occupations():
            continue
        subject = phrases.clause_at(at - 1 if word == "as" and at else at).subject
        if subject is None or subject.past > at:
            continue
        if phrases.tag(subject.head) == "P":
            of_names[tokens.ends[subject.past - 1]] = (found[0],)
        elif tokens.lower(subject.head) in ("he", "she"):
            of_pronouns[tokens.start(subject.head)] = (found[0],)
    return of_names, of_pronouns


def _beside_names(text: Analysis) -> tuple[dict[int, After], dict[int, Before]]:
    """Return what follows runs of words with a capital, by their ends, and what leads in to them, by their starts."""
    tokens = text.tokens
    after: dict[int, After] = {}
    before: dict[int, Before] = {}
    for run in _CAPITALS.finditer(tokens.kinds):
        before[tokens.start(run.start())] = _before(tokens, run.start())
        after[tokens.ends[run.end() - 1]] = _after(text, run.end())
    return after, before


def _references(text: Analysis) -> Iterator[Reference]:
    tokens = text.tokens
    lower = tokens.table.lower
    for at, word in enumerate([lower[one] for one in tokens.ids]):
        if word in PRONOUNS or ("'" in word and word.partition("'")[0] in PRONOUNS):
            reference = _pronoun(text, at, word.partition("'")[0])
            if reference is not None:
                yield reference
        if word in _POINTING:
            reference = _noun(text, at)
        elif word in _BRINGS_IN:
            reference = _somebody(text, at)
        else:
            continue
        if reference is not None:
            yield reference


# Units: words, with the hyphens inside them as one.


def _unit(tokens: Tokens, at: int) -> tuple[str, int]:
    """Return the word that begins at a token, in lower case, and the token past it: “34-year-old” is one."""
    past = at + 1
    while _hyphen(tokens, past) and past + 1 < len(tokens):
        past += 2
    return "".join(tokens.lower(one) for one in range(at, past)), past


def _hyphen(tokens: Tokens, at: int) -> bool:
    return tokens.lower(at) == "-" and not tokens.space(at) and not tokens.space(at + 1)


def _unit_before(tokens: Tokens, past: int) -> tuple[str, int]:
    """Return the word that ends before a token, in lower case, and where it begins."""
    first = past - 1
    while first >= 2 and _hyphen(tokens, first - 1):
        first -= 2
    return ("".join(tokens.lower(one) for one in range(first, past)), first) if past > 0 else ("", 0)


_OTHER_STOPS = """who which whose where not also to he she it they we i you via amid despite like including
    plus""".split()


@cache
def _stops() -> frozenset[str]:
    """Return the words that are in no noun group but for its beginning."""
    words = lexicon("preposition") | lexicon("auxiliary") | lexicon("conjunction")
    return words | frozenset(_OTHER_STOPS)


@cache
def _verbs() -> frozenset[str]:
    irregular = {form for forms in table("irregular")["verbs"].values() for form in forms.split()}
    return lexicon("auxiliary") | lexicon("saying.verbs") | lexicon("living") | irregular


_ADVERBS = frozenset("also now then still never already not later once often".split())
_PLURALS = ("ss", "us", "ers", "ors", "ists", "ings", "ions")


@cache
def verb_like(word: str) -> bool:
    """Whether a word after a noun is more likely a verb, or an adverb before one, than another noun."""
    if word in _verbs() or word in _ADVERBS or (word.endswith(("ed", "ly")) and len(word) > 4):
        return True
    return word.endswith("s") and not word.endswith(_PLURALS) and len(word) > 3


def _is_verb(text: Analysis, at: int) -> bool:
    """Whether a token after a name is its verb; of words in -s, which may be plural nouns, the sentence decides."""
    word = text.tokens.lower(at)
    if not verb_like(word) or word in _verbs() or not word.endswith("s"):
        return verb_like(word)
    return text.phrases.tag(at) == "Z"


def _ends_group(text: Analysis, at: int) -> bool:
    """Whether a noun group cannot go on with the token `at`."""
    tokens = text.tokens
    if at >= len(tokens) or tokens.kinds[at] not in b"wWUX0":
        return True
    word = tokens.lower(at)
    if word == "'s" or word in _stops() or word in _verbs():
        return True
    tag = text.phrases.tag(at)
    if tag not in "NSPJGA#" or (verb_like(word) and tag not in "NS"):
        return True
    return tag in "JG" and text.phrases.tag(at + 1) not in "NSPJGA#"


def _digits_age(tokens: Tokens, at: int) -> Age | None:
    word = tokens.lower(at)
    if 0 <= at < len(tokens) and tokens.kinds[at] == _DIGITS and word.isdigit() and 0 < int(word) <= _ELDEST:
        return Age(int(word), tokens.span(at, at + 1))
    return None


def _age_in(tokens: Tokens, at: int) -> Age | None:
    """Return the age in “34-year-old”, which begins at a token."""
    if tokens.lower(at + 1) == "-" and tokens.lower(at + 2) in ("year", "years") and tokens.lower(at + 4) == "old":
        return _digits_age(tokens, at)
    return None


# After a name.


def _after(text: Analysis, at: int) -> After:
    tokens = text.tokens
    word = tokens.lower(at)
    if word == "'s" or (word in ("'", "’") and not tokens.space(at)):
        return After(word, possessive=True, owned=_owned(tokens, at + 1))
    if word == "(":
        age = _digits_age(tokens, at + 1)
        return After(word, age=age if tokens.lower(at + 2) in (")", ",") else None)
    if word == "who":
        return After(word, relative=word, roles=_deed(tokens, at + 1))
    if word == "-":
        return After(f"-{tokens.lower(at + 1)}")
    if word in ("is", "was"):
        return After(word, word, roles=_copular(tokens, at))
    if word != ",":
        return After(word, word if _is_verb(text, at) else "")
    return _aside(tokens, at + 1)


def _owned(tokens: Tokens, at: int) -> str:
    """Return the head of the noun group that a name has: “chief executive” gives “executive”."""
    head = ""
    for _ in range(4):
        if at >= len(tokens) or tokens.kinds[at] != _LOWER or tokens.lower(at) in _stops():
            break
        head, at = _unit(tokens, at)
        if verb_like(tokens.lower(at)) and head in known.person_nouns():
            break
    return head


def _aside(tokens: Tokens, at: int) -> After:
    """Read what stands between commas after a name: an age, what it is, or a clause with “who”."""
    while tokens.lower(at) in _SKIPPED:
        at += 1
    age = _digits_age(tokens, at)
    if age is not None and not _ends_age(tokens, at + 1):
        age = None
    elif age is not None:
        at += 2 if tokens.lower(at + 1) == "," else 1
    relative = tokens.lower(at) if tokens.lower(at) in ("who", "which", "whose", "where") else ""
    if relative:
        return After(",", relative=relative, age=age, roles=_copular(tokens, at + 1) or _deed(tokens, at + 1))
    if verb_like(tokens.lower(at)) and age is None:  # “his successor, Ana Silva, left”
        return After(",", tokens.lower(at))
    roles, kin, past = _appositive(tokens, at)
    if _leads_on(tokens, at, past):  # “the Times, the mayor's aide, Ana Silva, said”
        roles, kin = (), None
    verb = tokens.lower(past + 1) if tokens.lower(past) == "," else ""
    inner = roles and tokens.lower(at) in ("a", "an") and age is None and _age_in(tokens, at + 1)
    return After(",", verb if verb_like(verb) else "", "", "", False, age or (inner or None), roles, kin)


def _leads_on(tokens: Tokens, at: int, past: int) -> bool:
    """Whether what stands between commas is rather said of the name behind it."""
    if tokens.lower(past) != "," or past + 1 >= len(tokens) or tokens.kinds[past + 1] not in _CAPITAL:
        return False
    return tokens.lower(at) not in ("a", "an")


_AFTER_AGE = frozenset("and who was is from of at said has had when".split())


def _ends_age(tokens: Tokens, at: int) -> bool:
    """Whether a number between commas may be an age, by what follows: no unit, no noun that it counts."""
    return tokens.lower(at) in _AFTER_AGE or at >= len(tokens) or tokens.lower(at) in (",", ".", ";", ")", "—", "–")


# What somebody is called for what they do.
_DEEDS = {
    "chairs": "chair", "chaired": "chair", "owns": "owner", "founded": "founder", "leads": "leader",
    "coaches": "coach", "manages": "manager", "edits": "editor", "runs": "boss", "heads": "head",
}  # fmt: skip


def _deed(tokens: Tokens, at: int) -> tuple[Role, ...]:
    """Return what somebody is who does something: “who chairs the cooperative”."""
    noun = _DEEDS.get(tokens.lower(at), "")
    return (Role(noun, noun, tokens.span(at, at + 1)),) if noun else ()


def _copular(tokens: Tokens, at: int) -> tuple[Role, ...]:
    """Read “is a teacher”, “was the chief executive of Tessera” after “who”."""
    if tokens.lower(at) not in ("is", "was") or tokens.lower(at + 1).endswith("ing"):
        return ()
    return _appositive(tokens, at + 1)[0]


def _appositive(tokens: Tokens, at: int) -> tuple[tuple[Role, ...], Kin | None, int]:
    """Read the roles that begin at a token, joined by “and”; return them and the token past them."""
    roles: list[Role] = []
    kin = None
    while (found := _role(tokens, at)) is not None:
        role, past, whose = found
        if not roles and role.head in known.kin() and whose is not None:
            kin = Kin(role.head, role.span, whose)
        roles.append(role)
        at = past
        if tokens.lower(at) != "and":
            break
        at += 1
    return tuple(roles), kin, at


def _role(tokens: Tokens, at: int) -> tuple[Role, int, Span | None] | None:
    """Read one noun group that says what somebody is. Returns it, the token past it, and the span of a possessive."""
    first, whose, determiner = at, None, tokens.lower(at)
    if determiner in _DETERMINERS:
        whose = tokens.span(at, at + 1) if determiner in _POSSESSIVE else None
        at += 1
    elif determiner in _verbs():
        return None
    start, units = at, list[str]()
    while len(units) < _MOST_UNITS and not _ends_role(tokens, at, units):
        if tokens.lower(at) == "'s":
            whose, start, units = tokens.span(first, at), at + 1, []
            determiner, at = "the", at + 1
            continue
        unit, at = _unit(tokens, at)
        units.append(unit)
    if not units or not _calls_something(units, determiner):
        return None
    past, of = at, ""
    if tokens.lower(at) in _OBJECT:
        while past - at < _MOST_OF and not _closes(tokens, past) and tokens.lower(past) not in _SAYS_WHEN:
            past += 1
        of = tokens.words[tokens.start(at) : tokens.ends[past - 1]]
    elif verb_like(tokens.lower(at)) and not tokens.lower(at).endswith("ed"):
        return None  # “…, the company said”
    words = tokens.words[tokens.start(start) : tokens.ends[at - 1]]
    definite = determiner in _POINTING or whose is not None
    return Role(units[-1], words.lower(), tokens.span(first, past), of, definite), past, whose


_SAYS_WHEN = frozenset("on after before when while until since over amid last earlier".split())


def _closes(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens) or tokens.kinds[at] not in b"wWUX0!":
        return True
    return tokens.lower(at) in ("who", "which", "whose", "(", ")", ";", ":", "—", "–", '"', "“", "”")


def _ends_role(tokens: Tokens, at: int, units: list[str]) -> bool:
    if at >= len(tokens) or tokens.kinds[at] not in b"wWUX0":
        return True
    word = tokens.lower(at)
    if word == "'s":
        return not units
    return word in _stops() or bool(units and units[-1] in _nouns() and verb_like(word))


@cache
def _nouns() -> frozenset[str]:
    ends = frozenset(known.kinds_of_name_word()) | frozenset(known.kinds_of_place_word())
    places = frozenset(known.kinds_of_place_noun())
    return known.person_nouns() | frozenset(known.kinds_of_noun()) | places | known.ranks() | ends


def _calls_something(units: list[str], determiner: str) -> bool:
    head = units[-1]
    if head in _nouns() or head.rpartition("-")[2] in _nouns() or head.endswith("year-old"):
        return True
    return determiner in ("a", "an") and head.endswith(_PERSON_ENDINGS)


# Before a name.

_HELD = frozenset("shares share stake stakes holding interest investment investors confidence faith trust".split())


def _before(tokens: Tokens, at: int) -> Before:
    word = tokens.lower(at - 1) if at else ""
    if not word:
        return Before()
    if word == ",":
        return _led_in(tokens, at - 1, ",")
    if word == "old":
        unit, first = _unit_before(tokens, at)
        return Before("old", _age_in(tokens, first)) if unit.endswith("-old") else Before(word)
    if word == "in" and tokens.lower(at - 2) in _HELD:
        return Before("of")
    if tokens.kinds[at - 1] == _LOWER:
        return _led_in(tokens, at, word)
    return Before(word)


def _led_in(tokens: Tokens, past: int, word: str) -> Before:
    """Read the noun group that ends before a token: “the company's chief executive”, “his wife”, “software firm”."""
    head, first = _unit_before(tokens, past)
    if word == "of":
        noun, begin = _unit_before(tokens, past - 1)
        if noun in ("mayor", "governor", "bishop", "archbishop", "mp", "outskirts", "streets", "centre", "center"):
            return Before(f"{noun} of")
        if noun not in known.kinds_of_noun() and noun not in known.kinds_of_place_noun():
            return Before(word)
        return Before(word, roles=(Role(noun, noun, tokens.span(begin, past - 1), definite=True),))
    if head not in _nouns() and head.rpartition("-")[2] not in _nouns():
        return Before(word)
    age, start = None, first
    for _ in range(5):
        unit, begin = _unit_before(tokens, first)
        kinds = b"w0WUX" if word == "," else b"w0"
        if not unit or tokens.kinds[begin] not in kinds or unit in _verbs() or not _modifies(unit):
            break
        first = begin
        if unit.endswith(("-year-old", "-years-old")):
            age = _age_in(tokens, begin)
            break
        start = begin
    determiner = tokens.lower(first - 1)
    owner = tokens.span(first - 1, first) if determiner in _POSSESSIVE else None
    if determiner == "'s" and first >= 2:
        owner = _owner(tokens, first - 1)
    if word == "," and not (determiner in _DETERMINERS or owner is not None):
        return Before(word)
    words = tokens.words[tokens.start(start) : tokens.ends[past - 1]].lower()
    definite = determiner in _POINTING or owner is not None
    role = Role(head, words, tokens.span(first, past), "", definite)
    kin = None
    if head in known.kin() and owner is not None:
        kin = Kin(head, Span(owner.start, role.span.end), owner)
    return Before(word, age, (role,), kin)


def _modifies(unit: str) -> bool:
    return unit not in _stops() and unit not in _DETERMINERS and unit != "'s"


def _owner(tokens: Tokens, past: int) -> Span:
    """Return the name or the noun before “’s”."""
    first = past - 1
    while first > 0 and tokens.kinds[first] in _CAPITAL and tokens.kinds[first - 1] in _CAPITAL:
        first -= 1
    return tokens.span(first, past)


# Pronouns and definite nouns.


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
    while tokens.lower(past) in lexicon("auxiliary") | _ADVERBS | {"'s"} and tokens.lower(past) not in _BE:
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
    return Reference(
        span,
        tokens.sentence_of[at],
        word,
        words,
        True,
        subject,
        tokens.lower(at + 1),
        said,
        _is_object(text, at, word),
    )


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
        unit, at = _unit(tokens, at)
        if not _modifies(unit):
            return None
        units.append(unit)
        if unit.endswith(("-year-old", "-years-old")):
            age = _age_in(tokens, begin)
        called = unit in _nouns() or unit.endswith("-old") or unit.rpartition("-")[2] in known.person_nouns()
        if unit in _ANOTHER:
            return None
        if unit in _WEAK and any(not one.endswith("-based") for one in units[:-1]):
            return None
        if called and _ends_group(text, at) and tokens.kinds[begin] in b"w0WUX":
            following = tokens.lower(at)
            restricted, of = "", ""
            if following in _RESTRICTS:
                restricted, of = following, tokens.words[tokens.ends[at] : tokens.ends[min(at + 4, len(tokens) - 1)]]
            if restricted == "of" and tokens.lower(at + 1).endswith("ing"):
                restricted = ""  # “accused the agency of treating”
            subject = verb_like(following)
            if following == "," and age is None and (age := _digits_age(tokens, at + 1)) is not None:
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
        if tokens.kinds[at] in _CAPITAL and tokens.lower(at + 1) not in ("-", "'s")
    )


def _somebody(text: Analysis, at: int) -> Reference | None:
    """Return somebody whom the article brings in without a name, if the noun group after a token does that."""
    tokens = text.tokens
    first, units = at, 0
    at += 1
    while units < 5 and at < len(tokens) and tokens.kinds[at] in b"w0":
        unit, at = _unit(tokens, at)
        if not _modifies(unit):
            return None
        units += 1
        if unit in known.person_nouns() and _ends_group(text, at):
            span = tokens.span(first, at)
            words = tokens.words[span.start : span.end]
            subject = verb_like(tokens.lower(at)) or tokens.lower(at) == "who"
            return Reference(
                span, tokens.sentence_of[first], unit, words, subject=subject, new=True,
                indefinite=tokens.lower(first) in ("a", "an"),
            )  # fmt: skip
    return None


def _rivals(text: Analysis, references: Sequence[Reference]) -> Iterator[Reference]:
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
    return not (noun in _nouns() and text.tokens.lower(group.first) in _POINTING)
