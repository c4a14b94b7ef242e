"""What noun groups say that somebody or something is: “a teacher from Leeds”, “stepped down as chief executive”."""

from __future__ import annotations

from copydesk.article import Span
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.groups import (
    DETERMINERS,
    POINTING,
    POSSESSIVE,
    nouns,
    stops,
    unit_at,
    verb_like,
    verbs,
)
from copydesk.facts.mentions.records import Kin, Role
from copydesk.text import Analysis, Tokens

_OBJECT = frozenset("of for at in from with to on by".split())  # what a role may go on with
_MOST_UNITS = 8
_MOST_OF = 10
_PERSON_ENDINGS = ("ist", "man", "woman", "eer", "ian", "smith", "maker", "worker", "holder", "keeper")
# What somebody is called for what they do.
_DEEDS = {
    "chairs": "chair", "chaired": "chair", "owns": "owner", "founded": "founder", "leads": "leader",
    "coaches": "coach", "manages": "manager", "edits": "editor", "runs": "boss", "heads": "head",
}  # fmt: skip


def deed(tokens: Tokens, at: int) -> tuple[Role, ...]:
    """Return what somebody is who does something: “who chairs the cooperative”."""
    noun = _DEEDS.get(tokens.lower(at), "")
    return (Role(noun, noun, tokens.span(at, at + 1)),) if noun else ()


def copular(tokens: Tokens, at: int) -> tuple[Role, ...]:
    """Read “is a teacher”, “was the chief executive of Tessera” after “who”."""
    if tokens.lower(at) not in ("is", "was") or tokens.lower(at + 1).endswith("ing"):
        return ()
    return appositive(tokens, at + 1)[0]


def appositive(tokens: Tokens, at: int) -> tuple[tuple[Role, ...], Kin | None, int]:
    """Read the roles that begin at a token, joined by “and”; return them and the token past them."""
    roles: list[Role] = []
    kin = None
    while (found := role_at(tokens, at)) is not None:
        role, past, whose = found
        if not roles and role.head in known.kin() and whose is not None:
            kin = Kin(role.head, role.span, whose)
        roles.append(role)
        at = past
        if tokens.lower(at) != "and":
            break
        at += 1
    return tuple(roles), kin, at


def role_at(tokens: Tokens, at: int) -> tuple[Role, int, Span | None] | None:
    """Read one noun group that says what somebody is. Returns it, the token past it, and the span of a possessive."""
    first, whose, determiner = at, None, tokens.lower(at)
    if determiner in DETERMINERS:
        whose = tokens.span(at, at + 1) if determiner in POSSESSIVE else None
        at += 1
    elif determiner in verbs():
        return None
    start, units = at, list[str]()
    while len(units) < _MOST_UNITS and not _ends_role(tokens, at, units):
        if tokens.lower(at) == "'s":
            whose, start, units = tokens.span(first, at), at + 1, []
            determiner, at = "the", at + 1
            continue
        unit, at = unit_at(tokens, at)
        units.append(unit)
    if not units or not _calls_something(units, determiner):
        return None
    past, of = at, ""
    if tokens.lower(at) in _OBJECT and not tokens.lower(at + 1).isdigit():
        while past - at < _MOST_OF and not _closes(tokens, past) and tokens.lower(past) not in _SAYS_WHEN:
            past += 1
        of = tokens.words[tokens.start(at) : tokens.ends[past - 1]]
    elif verb_like(tokens.lower(at)) and not tokens.lower(at).endswith("ed"):
        return None  # “…, the company said”
    words = tokens.words[tokens.start(start) : tokens.ends[at - 1]]
    definite = determiner in POINTING or whose is not None
    return Role(units[-1], words.lower(), tokens.span(first, past), of, definite), past, whose


_SAYS_WHEN = frozenset("but on after before when while until since over amid last earlier".split())


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
    return word in stops() or bool(units and units[-1] in nouns() and verb_like(word))


def _calls_something(units: list[str], determiner: str) -> bool:
    head = units[-1]
    if head in nouns() or head.rpartition("-")[2] in nouns() or head.endswith("year-old"):
        return True
    return determiner in ("a", "an") and head.endswith(_PERSON_ENDINGS)


_STATING = frozenset("as became become becomes named appointed elected".split())


def stated_in(text: Analysis) -> tuple[dict[int, tuple[Role, ...]], dict[int, tuple[Role, ...]]]:
    """Return what clauses say that their subjects are, of names by their ends, of pronouns by where they begin.

    “She stepped down as chief executive”, “Hamm was named chairman”, “He was director of the observatory”.
    """
    tokens, phrases = text.tokens, text.phrases
    of_names: dict[int, tuple[Role, ...]] = {}
    of_pronouns: dict[int, tuple[Role, ...]] = {}
    for at, one in enumerate(tokens.ids):
        word = tokens.table.lower[one]
        if word in ("he", "she") and tokens.lower(at + 1) in ("is", "was"):
            if roles := copular(tokens, at + 1):
                of_pronouns[tokens.start(at)] = roles
            continue
        found = role_at(tokens, at + 1) if word in _STATING else None
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
