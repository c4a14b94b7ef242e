"""The people of an article: who is introduced by a full name, with which title, role and age, and is named again.

A name is a person's if its surroundings say so: a title before it, an age or a role behind it, a verb of saying
beside it, or a given name at its head. A surname that stands alone belongs to the one person who bears it; if several
do, it belongs to none. `article.facts(introductions)` returns `People`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts import names
from copydesk.facts.introductions.lexicon import HONORIFICS, LIVING, ROLES, SAYING, SUFFIXES, THINGS
from copydesk.facts.names import Mention
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.lexicon import PARTICLES, given_names
from copydesk.facts.nicknames import is_initial
from copydesk.patterns import pattern

_SAID_BEFORE = ("according to ", *(f"{verb} " for verb in sorted(SAYING)))
_SUFFERED = pattern(  # what is done only to people
    r" was (?:\w+ly )?(?:born|arrested|jailed|sentenced|hospitali[sz]ed|handcuffed|pronounced|stabbed|shot|acquitted|"
    r"convicted|extradited|arraigned|handed|elected|appointed|educated|buried|cremated)\b"
)
_AGE_BEHIND = pattern(r", (?:(?:who is |now )?aged? )?(\d{1,3})(?=[,.;)]| and\b)| \((\d{1,3})\)")
_AGE_BEFORE = pattern(r"\b(\d{1,3})[- ]year[- ]old (?:[a-z][\w’'-]* ){0,3}(?=[A-Z])")
_ELDEST = 112
_SHARED = frozenset(("Abu", "Umm"))
_ROLE = (
    r"(?<![\w’'-])((?:[a-z][\w’'-]* ){0,3}?"
    r"(?:mayor|governor|chief executive|chief|director|chairman|chairwoman|chair|president|head|leader|spokesman|"
    r"spokeswoman|spokesperson|secretary|minister|ambassador|commissioner|coach|manager|sheriff|superintendent|executive|editor|"
    r"founder|owner|principal|lawyer|attorney|captain|colonel|general|major|analyst|economist|professor))\b"
)
_ROLE_BEHIND = pattern(
    rf", (?:(?:the|a|an|its|his|her|their|then|now|who is|who was|[A-Z][\w-]*['’]s) ){{0,2}}{_ROLE}"
    r"(?: (?:of|for|at|with|to) (?:the )?([A-Z][\w’'-]*))?"
)
_ROLE_AHEAD = pattern(rf"{_ROLE}, $")  # the firm's chief executive, Peter Collins, said
_LONGEST_PARTICLES = 15  # code points
_PARTICLES_BEFORE = pattern(rf"(?:\b(?:{'|'.join(sorted(PARTICLES))})[ -])+$")
_HYPHENED_PARTICLE = pattern(r"([A-Za-z]l)-(.+)")  # Al-Nusra
_LONGEST_ROLE = 50  # code points


class Naming(msgspec.Struct, frozen=True):
    """A person named in one place. `given` is empty where the surname stands alone.

    `title` is what stands before the name as its title, in lower case; `role` is what else the place says the person
    is (“police chief”, “mayor of leeds”). `age_span` is where the age's figure stands in the text. `sure` says that
    the surroundings, not only the look of the name, make it a person's.
    """

    mention: Mention
    given: tuple[str, ...]
    surname: str
    title: str = ""
    role: str = ""
    age: int | None = None
    age_span: Span | None = None
    sure: bool = False

    @property
    def full(self) -> bool:
        return bool(self.given)

    @property
    def span(self) -> Span:
        """Where the name stands in the text, without its title."""
        return self.mention.span


class Person(msgspec.Struct, frozen=True):
    """One person: all namings in the order of the text. `given` is that of the first full name, empty without one."""

    surname: str
    given: tuple[str, ...]
    namings: tuple[Naming, ...]


class People(msgspec.Struct, frozen=True):
    """The people of an article, and under each surname all who bear it."""

    people: tuple[Person, ...]
    by_surname: Mapping[str, tuple[Person, ...]]


class Hints(msgspec.Struct, frozen=True):
    """What one part says before names: ages (“the 34-year-old driver”), under the offset where the name begins."""

    ages: Mapping[int, tuple[int, int, int]] = {}


_NONE = Hints()


def local(part: Part) -> Hints:
    """Return the ages that stand before names in one part: the figure and its span, offsets relative to the part."""
    if part.kind in ("note", "byline") or "-year" not in part.words:
        return _NONE
    return Hints({match.end(): (int(match[1]), *match.span(1)) for match in _AGE_BEFORE.finditer(part.words)})


def combine(article: Article, locals_: Sequence[Hints]) -> People:
    """Return the people of the article."""
    mentions = article.facts(names).mentions
    full: dict[str, dict[tuple[str, ...], list[Naming]]] = defaultdict(dict)
    bare: dict[str, list[Naming]] = defaultdict(list)
    particles = _particles(article.text, mentions)
    for mention in mentions:
        if len(mention.words) > 1:
            naming = _full(mention, article.parts[mention.part], locals_[mention.part])
            if naming is None:
                continue
            if len(naming.given) == 1 and (naming.given[0].lower(), naming.surname) in particles:
                bare[naming.surname].append(replace(naming, given=()))
                continue
            bearers = full[naming.surname]
            key = next((given for given in bearers if _one_person(given, naming.given)), naming.given)
            bearers.setdefault(key, []).append(naming)
    for mention in _alone(article.text, mentions, full):
        naming = _bare(mention, article.parts[mention.part], locals_[mention.part])
        if naming.full:
            full[naming.surname].setdefault(naming.given, []).append(naming)
        else:
            bare[naming.surname].append(naming)
    by_surname = {
        surname: tuple(_bearers(surname, full.get(surname, {}), bare.get(surname, [])))
        for surname in dict.fromkeys((*full, *bare))
    }
    return People(tuple(person for bearers in by_surname.values() for person in bearers), by_surname)


def _particles(text: str, mentions: Sequence[Mention]) -> frozenset[tuple[str, str]]:
    """Return the particles in lower case and the names after them, as the article shows that they are particles.

    “Van” of Van Persie is no given name where Robin van Persie is named too, nor “Al” of Al Qaeda beside al-Qaeda.
    """
    if not any(len(mention.words) > 1 and mention.words[0].text.lower() in PARTICLES for mention in mentions):
        return frozenset()
    found: set[tuple[str, str]] = set()
    for mention in mentions:
        for at, word in enumerate(mention.words):
            if small := _PARTICLES_BEFORE.search(text, max(word.start - _LONGEST_PARTICLES, 0), word.start):
                found.update((particle, word.text) for particle in small[0].replace("-", " ").split())
            if hyphened := _HYPHENED_PARTICLE.match(word.text):
                found.add((hyphened[1].lower(), hyphened[2]))
            if at > 1:
                found.add((mention.words[at - 1].text.lower(), word.text))
    return frozenset(found)


def _alone(text: str, mentions: Sequence[Mention], full: Collection[str]) -> Iterator[Mention]:
    """Yield the single words that are people's surnames: of somebody with a full name, or beside a verb of saying."""
    single = [mention for mention in mentions if len(mention.words) == 1]
    surnames = {
        mention.words[0].text
        for mention in single
        if mention.title
        or mention.after in SAYING
        or mention.before.endswith(_SAID_BEFORE)
        or mention.after in LIVING
        or (not mention.after and text.startswith((", who", ", aged"), mention.words[0].end))
        or (not mention.before and _given_before(text, mention.words[0].start))
        or (mention.after == "was" and _SUFFERED.match(text, mention.words[0].end))
    }
    surnames = {surname for surname in surnames if len(surname) > 2 and not surname.isupper()}
    surnames.update(full)
    for mention in single:
        if mention.words[0].text in surnames:
            yield mention


def _given_before(text: str, start: int) -> bool:
    """Whether a given name stands before a name that it is no part of, as it opens a sentence and is a word: Mark."""
    if text[start - 1 : start] not in (" ", "\n"):
        return False
    begin = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1
    return text[begin].isupper() and text[begin : start - 1].lower() in given_names()


def _bearers(surname: str, full: Mapping[tuple[str, ...], list[Naming]], bare: list[Naming]) -> Iterator[Person]:
    if len(full) == 1:
        ((given, introduced),) = full.items()
        yield Person(surname, given, tuple(sorted(introduced + bare, key=lambda naming: naming.span)))
        return
    for given, introduced in full.items():
        yield Person(surname, given, tuple(introduced))
    if not full and any(naming.sure for naming in bare):
        yield Person(surname, (), tuple(bare))


def _one_person(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two given names can be one person's: the same first name, or its initial.

    Of names that begin as many do (Abu Hussain, Abu Abdullah) the next word tells.
    """
    names_of_one, names_of_other = list(one), list(other)
    first, second = names_of_one[0], names_of_other[0]
    if first == second:
        return first not in _SHARED or names_of_one[1:2] == names_of_other[1:2]
    return (is_initial(first) or is_initial(second)) and first[0] == second[0]


def _bare(mention: Mention, part: Part, hints: Hints) -> Naming:
    surname = mention.words[0].text
    before = _word_before(mention, part)
    honorific = before.rstrip(".").lower()
    title = mention.title.lower() or (honorific if honorific in HONORIFICS else "")
    age, role, sure = _around(mention, part, hints)
    span = part.text_span(*age[1:]) if age else None
    # A given name that opens a sentence and is a word as well (John, Mark, Grant) may be no part of the mention.
    apart = mention.words[0].opens or before.endswith(".")
    given = (before,) if not apart and before[:1].isupper() and before.lower() in given_names() else ()
    return Naming(mention, given, surname, title, role, age[0] if age else None, span, sure or bool(title))


def _word_before(mention: Mention, part: Part) -> str:
    """Return the word right before a mention: Mr. and John may stand there."""
    start = part.prose.offset(mention.words[0].start)
    words = part.words[max(start - 15, 0) : start].split()
    return (words[-1] if words else "").lstrip("“\"‘'(")


def _full(mention: Mention, part: Part, hints: Hints) -> Naming | None:
    texts = [word.text for word in mention.words]
    while len(texts) > 1 and texts[-1] in SUFFIXES:
        texts.pop()
    if len(texts) < 2 or len(texts[-1]) < 3 or texts[-1].isupper() or any(text.lower() in THINGS for text in texts):
        return None
    title = mention.title.lower()
    age, role, sure = _around(mention, part, hints)
    sure = sure or bool(title or role)
    if not sure and not is_initial(texts[0]) and (texts[0].lower() not in given_names() or is_place(" ".join(texts))):
        return None
    span = part.text_span(*age[1:]) if age else None
    return Naming(mention, tuple(texts[:-1]), texts[-1], title, role, age[0] if age else None, span, sure)


def _around(mention: Mention, part: Part, hints: Hints) -> tuple[tuple[int, int, int] | None, str, bool]:
    """Return the age and the role that stand beside a mention, and whether it speaks, or is spoken of as a person."""
    words, last = part.words, mention.words[-1]
    end = part.prose.offset(last.end - 1) + 1
    role = _role_before(mention.before)
    speaks = (mention.after in SAYING or mention.after in LIVING) and not last.possessive
    speaks = speaks or mention.before.endswith(_SAID_BEFORE)
    behind = words[end : end + 6]
    if behind.startswith((", ", " (")):
        if found := _AGE_BEHIND.match(words, end):
            group = 1 if found[1] else 2
            if 1 <= int(found[group]) <= _ELDEST:
                return (int(found[group]), *found.span(group)), role, True
        if behind.startswith(", who"):
            speaks = True
        if not ROLES.isdisjoint(part.vocabulary) and (told := _ROLE_BEHIND.match(words, end)):
            role = role or " of ".join(group.lower() for group in told.groups() if group)
        start = part.prose.offset(mention.words[0].start)
        if not role and behind.startswith(", ") and words.startswith(", ", start - 2):
            ahead = _ROLE_AHEAD.search(words, max(start - _LONGEST_ROLE, 0), start)
            role = ahead[1] if ahead else ""
    if hints.ages and (age := hints.ages.get(part.prose.offset(mention.words[0].start))):
        return age, role, True
    return None, role, speaks


def _role_before(before: str) -> str:
    return before[:-1] if before and before[:-1].rpartition(" ")[2] in ROLES else ""
