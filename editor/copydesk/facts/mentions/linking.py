"""Which names are one thing's: surnames and given names join full names, short names and acronyms join organisations.

People who share a surname stay apart: a surname alone is the one's who is meant by its title or was named last, and
it is then marked as not sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import combining, normalize

from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.groups import verb_like
from copydesk.facts.mentions.kinds import Kind, is_adjective, places, scores
from copydesk.facts.mentions.namings import Naming
from copydesk.facts.mentions.records import Form, Sex
from copydesk.facts.mentions.sexes import likely
from copydesk.facts.names.lexicon import PARTICLES, given_names, ordinary_words
from copydesk.facts.nicknames import is_initial, may_be_one, short_for
from copydesk.text import lexicon, singular

Key = tuple[str, ...]

_ENOUGH, _ENOUGH_OF_TWO = 1.5, 1.0  # what must speak for a kind at least; for a person of two names
_LITTLE = 0.7
_WITH_FIRMS = frozenset(
    "at for by with from joined bought buy buys acquired acquire sold sued owns owned runs".split()
)
# Kinds of organisation that bear the name of their place: Leeds City Council, Thirlby Hockey Club.
_NAMED_FOR_PLACES = frozenset("council school hospital police university court club newspaper church museum".split())
_FROM_NAME = 200  # code points from a name to the “his” of “his father, Con”
_GROWN_UP = 16  # years: a child has no courtesy title
_TITLED = 4.0  # what speaks for a person who has a title, an age or a role
_FORMS = frozenset("inc ltd limited plc llc corp co company group".split())
_SMALL = frozenset("of the for and in on to de et des du a an &".split())


@dataclass(eq=False)
class Thing:
    """What the names of an article speak of, while it is put together."""

    kind: Kind
    key: Key
    held: list[tuple[Naming, Form, bool]] = field(default_factory=list)
    acronym: str = ""
    last: int = -1  # the offset of its latest mention so far
    alone: bool = False  # it was named by the surname alone
    titled: bool = False  # it was named by the surname with a title

    @property
    def given(self) -> Key:
        return self.key[:-1]

    @property
    def surname(self) -> str:
        return self.key[-1]


def link(namings: Sequence[Naming], alike: Mapping[str, str], expanded: Mapping[str, str]) -> list[Thing]:
    """Return the things that the names speak of. `alike` gives for a word the spelling that stands for all."""
    return _Linker(namings, alike, expanded).things()


class _Linker:
    def __init__(self, namings: Sequence[Naming], alike: Mapping[str, str], expanded: Mapping[str, str]) -> None:
        self._namings = namings
        same = _Spellings(alike, frozenset(text for naming in namings for text in naming.texts))
        self._keys = [tuple(map(same.of, naming.texts)) for naming in namings]
        self._by_key: dict[Key, list[Naming]] = defaultdict(list)
        for key, naming in zip(self._keys, namings, strict=True):
            self._by_key[key].append(naming)
        self._scores = {key: scores(held) for key, held in self._by_key.items()}
        self._acronym_of = {tuple(phrase.split()): letters for letters, phrase in expanded.items()}
        self._people: dict[str, list[Thing]] = defaultdict(list)  # by surname
        self._given: dict[str, list[Thing]] = defaultdict(list)
        self._by_short: dict[str, list[Thing]] = defaultdict(list)  # by short forms of the given name
        self._by_first: dict[str, list[Thing]] = defaultdict(list)
        self._by_word: dict[str, list[Thing]] = defaultdict(list)
        self._by_last: dict[str, list[Thing]] = defaultdict(list)
        self._by_letters: dict[str, Thing] = {}
        self._owner: dict[Key, Thing] = {}
        self._firm: dict[str, Thing] = {}  # by a word that is somebody's surname as well
        self._lone: list[Thing] = []  # people of one name
        self._all: list[Thing] = []

    def things(self) -> list[Thing]:
        long = sorted((key for key in self._by_key if len(key) > 1), key=_full_words, reverse=True)
        for key in long:
            self._settle(key)
        for key in self._by_key:
            if len(key) == 1:
                self._settle_one(key)
        for key, naming in zip(self._keys, self._namings, strict=True):
            self._hand_over(key, naming)
        return [thing for thing in self._all if thing.held]

    def kind(self, key: Key) -> Kind | None:
        totals = self._scores[key]
        best = max(totals, key=lambda kind: totals[kind])
        return (
            best if totals[best] >= _ENOUGH or (best == "person" and len(key) > 1 and totals[best] >= 1.0) else None
        )

    # Names of several words.

    def _settle(self, key: Key) -> None:
        kind = self.kind(key)
        if all(_is_a_title(word) for word in key):
            return  # “the Prime Minister” is a noun
        if _full_words(key) == 1 and len(self._people[key[-1]]) == 1:  # De Graaf
            self._owner[key] = self._people[key[-1]][0]
            return
        short = any(_short_for(key, one.key) for one in self._by_first[key[0]])
        if short and self._scores[key]["person"] < _TITLED and not self._is_in(key):
            kind = "organisation"
        if self._letters(key) or any(len(one) > 2 and (one,) in self._by_key for one in _initials(key)):
            kind = "organisation" if kind != "place" and self._scores[key]["person"] < _TITLED else kind
        if kind == "person":
            self._person(key)
        elif kind == "organisation":
            self._organisation(key)
        elif kind == "place":
            self._owner[key] = self._new("place", key)
            self._by_last[key[-1]].append(self._owner[key])
        elif kind is None and self._may_be_a_firm(key):
            self._organisation(key)

    def _may_be_a_firm(self, key: Key) -> bool:
        """Whether a name that says nothing of its kind stands as those of firms do: “works at Kalora Blooms”."""
        if min(self._scores[key].values()) < -_TITLED or _is_a_word(key[0].lower()) or is_adjective(key[0]):
            return False
        return any(
            one.before.word in _WITH_FIRMS or one.verb or one.after.owned or one.after.relative == "which"
            for one in self._by_key[key]
        )

    def _new(self, kind: Kind, key: Key) -> Thing:
        thing = Thing(kind, key)
        self._all.append(thing)
        return thing

    def _person(self, key: Key) -> None:
        for thing in self._people[key[-1]]:
            if _may_be_given(thing.given[0], key[0]) or thing.key[-len(key) :] == key:
                self._owner[key] = thing
                return
        thing = self._new("person", key)
        self._owner[key] = thing
        self._people[key[-1]].append(thing)
        for word in key[:-1]:
            self._given[word].append(thing)
            for short in short_for(word) - {word.lower()}:
                self._by_short[short].append(thing)

    def _organisation(self, key: Key) -> None:
        for thing in self._by_first[key[0]]:
            if _short_for(key, thing.key):
                self._owner[key] = thing
                return
        thing = self._new("organisation", key)
        self._owner[key] = thing
        self._by_first[key[0]].append(thing)
        self._by_last[key[-1]].append(thing)
        for word in key:
            self._by_word[word].append(thing)
        for letters in (self._letters(key), *_initials(key)):
            if letters:
                self._by_letters.setdefault(letters, thing)

    def _letters(self, key: Key) -> str:
        """Return the acronym that the article gives beside a name, or empty."""
        return self._acronym_of.get(key, "")

    # Names of one word.

    def _settle_one(self, key: Key) -> None:
        (word,) = key
        if word in self._by_letters:
            self._owner[key] = self._by_letters[word]
            self._by_letters[word].acronym = word
            return
        upper = word.upper()
        if upper in self._by_letters and any(naming.before.word == "(" for naming in self._by_key[key]):
            self._owner[key] = self._by_letters[upper]  # “Advisory Committee on Business Appointments (Acoba)”
            self._by_letters[upper].acronym = word
            return
        if self._is_a_bearers(key):
            if len(self._by_first[word]) == 1:
                self._firm[word] = self._by_first[word][0]
            return  # one of them: `_hand_over` says which
        kind, person = self.kind(key), self._scores[key]["person"]
        if is_adjective(word) or (_is_a_title(word) and person < _TITLED) or self._is_plural(key):
            return
        short = self._short_for(key)
        if short is not None and (short.kind == "place" or kind != "person"):
            self._owner[key] = short
        elif kind == "place":
            self._owner[key] = self._new("place", key)
        elif kind == "person" and (person >= _TITLED or not _is_a_word(word.lower())):
            self._person_alone(key)
        elif kind == "organisation" and (len(word) > 2 or word.isupper()):
            self._organisation(key)
        elif word.lower() in known.kinds_of_name_word() and any(map(_with_small_article, self._by_key[key])):
            self._organisation(key)  # the Treasury
        elif kind is None and not _is_a_word(word.lower()) and len(word) > 2:
            self._guess(key)

    def _is_a_bearers(self, key: Key) -> bool:
        """Whether a name is the surname or a given name of somebody with a full name, and not rather a place's."""
        (word,), totals = key, self._scores[key]
        within = any(naming.before.word in ("in", "near") for naming in self._by_key[key])
        if not within and (word in self._given or len(self._nicknamed(word)) == 1):
            return True
        known_place = totals["place"] >= max(totals["person"], 2.0) + 1.5
        return (word in self._people or word in self._given) and not known_place

    def _short_for(self, key: Key) -> Thing | None:
        """Return the one organisation, or place, that a name is the short form of."""
        (word,), held = key, self._by_key[key]
        short = [one for one in self._by_first[word] if self._may_be_short(key, one)] or self._named_with(word)
        if not short and all(map(_with_article, held)):
            short = self._by_last[word]  # “the Front”
        if len(short) != 1 or (short[0].kind != "place" and self.kind(key) == "place" and self._is_in(key)):
            return None
        return short[0]

    def _is_in(self, key: Key) -> bool:
        """Whether a name is a place's rather than the short form of a firm's: a country, or mostly “in” it."""
        held = self._by_key[key]
        within = sum(one.before.word in ("in", "near", "across") for one in held)
        return self._scores[key]["place"] >= _TITLED + 1.5 or 2 * within >= len(held)

    def _is_plural(self, key: Key) -> bool:
        """Whether a name is but a plural noun that opens its sentences: Medics, Regulators."""
        small = key[0].lower()
        one = singular(small)
        return one != small and one in ordinary_words() and all(naming.opens for naming in self._by_key[key])

    def _may_be_short(self, key: Key, thing: Thing) -> bool:
        """Whether one word means an organisation that begins with it, and not the place that it is named for."""
        kinds = frozenset(kind for word in thing.key for kind in known.kinds_of_name_word().get(word.lower(), ()))
        if not kinds & _NAMED_FOR_PLACES:
            return True
        held = self._by_key[key]
        return "club" in kinds and any(one.verb or one.after.possessive for one in held)

    def _named_with(self, word: str) -> list[Thing]:
        """Return the organisations that have a word in their name which is no common one, or a club's (“Rovers”)."""
        if "club" in known.kinds_of_name_word().get(word.lower(), ()):
            return [thing for thing in self._by_word[word] if thing.key[-1] == word]
        if _is_a_word(word.lower()):
            return []
        return [one for one in self._by_word[word] if self._may_be_short((word,), one)]

    def _guess(self, key: Key) -> None:
        """Take a name of which little is known for a place if the gazetteer has it, else for an organisation."""
        totals, held = self._scores[key], self._by_key[key]
        if totals["organisation"] < 0 or all(map(_describes, held)) or all(naming.opens for naming in held):
            return
        small = key[0].lower()
        if totals["place"] < 1 and (small in given_names() or likely(small)) and not any(map(_with_article, held)):
            self._person_alone(key)
        elif self._by_first[key[0]]:
            self._owner[key] = self._new("place", key)  # what a school or a council is named for
        elif totals["place"] >= _LITTLE and (places(key[0]) or any(one.before.word == "from" for one in held)):
            self._owner[key] = self._new("place", key)
        elif totals["organisation"] >= _LITTLE and totals["person"] < _LITTLE:
            self._organisation(key)

    def _person_alone(self, key: Key) -> None:
        thing = self._new("person", key)
        self._owner[key] = thing
        self._people[key[0]].append(thing)
        self._lone.append(thing)

    # Every place where a name stands.

    def _hand_over(self, key: Key, naming: Naming) -> None:
        thing = self._owner.get(key)
        if thing is not None:
            form: Form = "full" if key == thing.key else _form(thing, key)
            self._take(thing, naming, form, True)
            return
        if len(key) > 1:
            return
        (word,) = key
        bearers = self._people.get(word, [])
        form = "surname"
        if not bearers:
            bearers, form = self._given.get(word) or self._nicknamed(word), "given"
        if not bearers or (naming.before.word == "the" and not naming.title):
            return
        firm = self._firm.get(word)
        if firm is not None and not naming.title and (firm.alone or all(one.last < 0 for one in bearers)):
            firm.alone = True
            self._take(firm, naming, "short", True)
            return
        chosen, sure = _chosen(bearers, naming)
        if form == "surname" and naming.title and _is_another(chosen, naming):
            chosen, sure = self._relative(chosen, naming), False
        chosen.alone = chosen.alone or (form == "surname" and not naming.title)
        chosen.titled = chosen.titled or bool(naming.title)
        self._take(chosen, naming, form, sure)

    def _nicknamed(self, word: str) -> list[Thing]:
        """Return who may be called by the short form of a given name: Manny, of Emmanuel Tetteh."""
        return self._by_short.get(word.lower(), [])

    def _relative(self, bearer: Thing, naming: Naming) -> Thing:
        """Return who shares a surname with somebody of the other sex: “Walsh's husband, Dean” is Mr Walsh."""
        sexes = (_sex_of_title(naming), "")
        places = [one.span for one, _, _ in bearer.held]
        for thing in self._lone:
            kin = thing.held[0][0].before.kin if thing.held else None
            if kin is None or kin.whose is None or known.sex_of_noun(kin.word) not in sexes:
                continue
            if any(span.start <= kin.whose.end and kin.whose.start <= span.end + _FROM_NAME for span in places):
                return thing
        made = self._new("person", (bearer.surname,))
        self._people[bearer.surname].append(made)
        return made

    def _take(self, thing: Thing, naming: Naming, form: Form, sure: bool) -> None:
        thing.held.append((naming, form, sure))
        thing.last = naming.start


@lru_cache(maxsize=20_000)
def _without_accents(text: str) -> str:
    return "".join(letter for letter in normalize("NFD", text) if not combining(letter))


def _with_article(naming: Naming) -> bool:
    return naming.before.word == "the"


def _with_small_article(naming: Naming) -> bool:
    return naming.before.word == "the" and not naming.opens


def _describes(naming: Naming) -> bool:
    """Whether a word stands before a noun, as adjectives do: “Argentine folklore”."""
    following = naming.after.next
    return following.isalpha() and not verb_like(following) and following not in lexicon("preposition") | _SMALL


def _full_words(key: Key) -> int:
    return sum(word.lower() not in PARTICLES for word in key)


class _Spellings:
    """Which spelling of a word stands for all: accents make no other name."""

    def __init__(self, alike: Mapping[str, str], texts: frozenset[str]) -> None:
        self._alike = alike
        self._texts = texts
        self._first: dict[str, str] = {}

    def of(self, text: str) -> str:
        if len(text) > 2 and text.isupper() and text.capitalize() in self._texts:
            text = text.capitalize()  # in a dateline
        text = self._alike.get(text, text)
        return self._first.setdefault(text if text.isascii() else _without_accents(text), text)


def _may_be_given(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one[0] == other[0]
    return may_be_one(one, other)


def _is_a_title(word: str) -> bool:
    return word.lower().rstrip(".") in known.titles() or word.lower() in known.person_nouns() or word in _SMALL


def _is_a_word(small: str) -> bool:
    return small in ordinary_words() or small in known.titles()


def _chosen(bearers: Sequence[Thing], naming: Naming) -> tuple[Thing, bool]:
    """Return which of several people a surname alone means, and whether that is sure."""
    if len(bearers) == 1:
        return bearers[0], True
    sex = _sex_of_title(naming)
    fitting = [one for one in bearers if not sex or sex_of_thing(one) in (sex, "")] or bearers
    if len(fitting) == 1:
        return fitting[0], True
    met = [one for one in fitting if one.last >= 0]
    alone = [one for one in met if one.alone] or [one for one in met if not one.titled and not sex]
    if alone:
        return min(alone, key=lambda thing: thing.held[0][0].start), len(met) == 1
    return max(fitting, key=lambda thing: thing.last), len(met) == 1


def _sex_of_title(naming: Naming) -> Sex:
    return next((sex for word in naming.title.split() if (sex := known.sex_of_noun(word))), "")


def _is_another(bearer: Thing, naming: Naming) -> bool:
    """Whether a title cannot be the only bearer's of a surname: by the sex of either, or by whose husband one has."""
    sex = _sex_of_title(naming)
    if not sex:
        return False
    own = sex_of_thing(bearer)
    ages = [age.years for one, _, _ in bearer.held for age in (one.after.age, one.before.age) if age]
    if (own and own != sex) or any(age < _GROWN_UP for age in ages):
        return True
    return not own and any(known.sex_of_noun(one.after.owned) == sex for one, _, _ in bearer.held)


def sex_of_thing(thing: Thing) -> Sex:
    """Return the sex that titles, roles and, last, the given name say."""
    for naming, _, _ in thing.held:
        words = [*naming.title.split(), *(role.head for role in (*naming.before.roles, *naming.after.roles))]
        for word in words:
            if sex := known.sex_of_noun(word):
                return sex
    if len(thing.key) > 1 or thing.key[0].lower() in given_names():
        return likely(thing.key[0])
    return ""


def _form(thing: Thing, key: Key) -> Form:
    if thing.kind == "person":
        return "full" if len(key) > 1 else "surname" if key[0] == thing.surname else "given"
    return "acronym" if len(key) == 1 and key[0] == thing.acronym else "short"


def _short_for(short: Key, long: Key) -> bool:
    """Whether one name of an organisation is a shorter form of another: Harrow Mills of Harrow Mills Ltd."""
    if len(short) >= len(long) or any(one.kind != "city" for one in places(" ".join(short))):
        return False
    if long[: len(short)] == short:
        return not places(" ".join(short)) or short[-1].lower() in known.kinds_of_name_word()
    return len(short) > 1 and short[-1] == long[-1] and short[0] == long[0]


def _initials(key: Key) -> Iterable[str]:
    words = [piece for word in key for piece in word.split("-") if piece]
    if len(words) > 1:
        yield "".join(word[0] for word in words if word not in _SMALL)
        yield "".join(word[0].upper() for word in words if word not in ("the", "&"))
        yield "".join(word[0] for word in words if word not in _SMALL and word.lower().rstrip(".") not in _FORMS)
