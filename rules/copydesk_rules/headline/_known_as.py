"""Whether an article's body knows a name of its headline, in any form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from copydesk.facts.gazetteer import Place, gazetteer
from copydesk.facts.names.lexicon import given_names, ordinary_words
from copydesk.lazily import cached_property
from copydesk.rules import Article, Part, pattern
from copydesk_rules.headline._name_forms import (
    PIECE,
    fold,
    initial,
    is_contraction,
    neighbours,
    runs,
    same_names,
    squeezed,
)
from copydesk_rules.headline._sides import story_below

_CAPITALISED = pattern(r"[^\W\d_a-zß-öø-ÿ][\w.’'&-]*")
_INITIALS = pattern(r"[^\W\d_]+|\d+|&")
_LOCATED = pattern(
    r"\b(?:in|at|near|from|to|of|outside|around|across)\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})"
)
# What may differ at the end of two forms of one name: Israel, Israeli; Italy, Italian; Democrats, Democratic.
_ENDINGS = frozenset(
    """a ae al an ans ate e ean eans en er ers es ese esque gate i ia ian ians ic ics ie ies in ine ish ism ist ists
    ita ite ites ization land mania n nd ns o os s sk ski stan y ys ya""".split()
)  # fmt: skip
_SMALLEST_STEM = 4
_LONGEST_CONTRACTION = 4  # letters
_LONGEST_ACRONYM = 10  # words that it is made of
_VOWELS = frozenset("aeiou")
_LONG, _PIECE = 6, 3  # letters of a word that may be found within another, or in two pieces, and of each of these
_KNOWN = 50_000  # people: such a town is meant by its name alone
_MOST_PLACES = 60
_SIZEABLE = 15_000  # people: a smaller place tells a reader nothing of where it is


class KnownNames:
    """The words of an article below its headline, as forms under which a name may be known there.

    `aliases` are a house's own groups of names that stand for each other.
    """

    def __init__(self, article: Article, above: Part, aliases: Sequence[Sequence[str]] = ()) -> None:
        self.parts = story_below(article, above)
        self._aliases = [frozenset(map(fold, group)) for group in aliases]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, folded, in small letters."""
        found = frozenset[str]().union(*(part.vocabulary for part in self.parts))
        return found | {fold(word) for word in found if not word.isascii()} | frozenset(map(fold, self._capitalised))

    @cached_property
    def _capitalised(self) -> frozenset[str]:
        return frozenset(word for part in self.parts for word in _CAPITALISED.findall(part.words))

    @cached_property
    def _stems(self) -> Mapping[str, frozenset[str]]:
        """The capitalised words by their first three letters, folded and without “’s”."""
        found: dict[str, set[str]] = defaultdict(set)
        for word in self._capitalised:
            for piece in PIECE.findall(fold(word.removesuffix("’s").removesuffix("'s"))):
                found[piece[:3]].add(piece)
        return {start: frozenset(pieces) for start, pieces in found.items()}

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        return frozenset(
            fold(word) for word in self._capitalised if len(word) > 1 and word.replace(".", "").isupper()
        )

    @cached_property
    def _running(self) -> str:
        return f" {' '.join(map(_running, self.parts))} "

    @cached_property
    def _first_letters(self) -> str:
        words = _INITIALS.findall(" ".join(part.words for part in self.parts))
        without = (word for word in words if word not in ("of", "the", "and", "for"))
        return f"{''.join(word[0] for word in words)} {''.join(word[0] for word in without)}".lower()

    @cached_property
    def _initials_of_names(self) -> frozenset[str]:
        """The initials of every run of capitalised words, small words between them left out or kept."""
        found: set[str] = set()
        for part in self.parts:
            for run in runs(part.words):
                for without in (False, True):
                    letters = [initial(word) for word in run if not (without and word[0].islower())]
                    for start in range(len(letters)):
                        for end in range(start + 1, min(len(letters), start + 7) + 1):
                            found.add("".join(letters[start:end]))
        return frozenset(found)

    def knows(self, name: Sequence[str], at: int) -> bool:
        """Whether the body has the word `at` of a name in any form: itself, derived, short, or for what it stands."""
        word = name[at]
        plain = fold(word)
        if self.has(plain) or self._derived(plain) or self._abbreviated(word) or self._within(plain):
            return True
        if "-" in word:  # ex-Israeli, US-led, Turkish-Libyan
            pieces = [piece for piece in PIECE.findall(word) if piece.lower() not in ordinary_words()]
            return all(len(piece) < 3 or self.knows((piece,), 0) for piece in pieces)
        if self._as_acronym(name, at):
            return True
        if any(self._stands_for(fold(" ".join(whole))) for whole in (name, *neighbours(name, at))):
            return True
        if self._parts_ways(name, at):
            return False
        return self._stands_for(plain) or self._lies_in(" ".join(name)) or self._lies_in(word) or self._is_spelt(word)

    def _is_spelt(self, word: str) -> bool:
        """Whether the body has the same place by another of its names: Kharkiv for Kharkov."""
        wanted = {(place.name, place.country) for place in gazetteer().lookup(word)[:1]}
        others = [other for other in self._capitalised if other[0] == word[0]] if wanted else []
        return any((one.name, one.country) in wanted for other in others for one in gazetteer().lookup(other)[:1])

    def _parts_ways(self, name: Sequence[str], at: int) -> bool:
        """Whether the body has the name with another word in this place: it is that of a person or a thing.

        Such a word stands for nothing else: “Robert Congress” is not about lawmakers.
        """
        before, behind = name[at - 1] if at else "", name[at + 1] if at + 1 < len(name) else ""
        if before and before.lower() in given_names():
            return True
        pairs = self._neighbours
        return any(
            len(other) > 3 and other.lower() not in ordinary_words() and fold(other) in side
            for other, side in ((before, pairs[0]), (behind, pairs[1]))
        )

    @cached_property
    def _neighbours(self) -> tuple[frozenset[str], frozenset[str]]:
        """The capitalised words that another one follows right away, and those that one stands before."""
        pairs = _pairs(self.parts)
        return frozenset(one for one, _ in pairs), frozenset(other for _, other in pairs)

    def has_another_before(self, name: Sequence[str], at: int) -> bool:
        """Whether the next word is the end of a place's name, and the body has always another word before it.

        “Minister Rica” where the body has Costa Rica and nothing else that ends so.
        """
        if at + 1 >= len(name):
            return False
        together = f"{name[at]} {name[at + 1]}"
        if any(together in part.words for part in self.parts):
            return False  # nearly always: spare the article's pairs of words
        word, behind = fold(name[at]), fold(name[at + 1])
        if len(word) < 3 or behind in ordinary_words():
            return False
        pieces = frozenset(PIECE.findall(name[at + 1].lower()))
        parts = [part for part in self.parts if pieces <= part.vocabulary]
        found = re.compile(rf" (\S*)(?= {' '.join(PIECE.findall(behind))} )")
        before = {one for part in parts for one in found.findall(f"  {_running(part)} ")}
        if len(before) != 1:
            return False
        first = before.pop()
        if first.startswith(word):
            return False  # S. Korea
        places = gazetteer().lookup(f"{first} {behind}".title())[:1]
        if not any(place.kind != "city" or place.population >= _SIZEABLE for place in places):
            return False
        return {one for one, other in _pairs(parts) if other == behind} == {first}

    def has_before_another(self, word: str) -> bool:
        """Whether the body has a name in which another word stands behind this one."""
        return fold(word) in self._neighbours[0]

    def has(self, plain: str) -> bool:
        """Whether the body has a folded word, whole or in all its pieces."""
        if any(plain in part.vocabulary for part in self.parts):
            return True  # before all words are folded: most names are there as they are
        if plain in self.words or plain.removesuffix("s") in self.words or plain + "s" in self.words:
            return True
        pieces = PIECE.findall(plain)
        return len(pieces) > 1 and all(len(piece) < 2 or piece in self.words for piece in pieces)

    def _derived(self, plain: str) -> bool:
        """Whether a word of the body is made of the same stem: Israeli for Israel, Blago for Blagojevich."""
        for other in self._stems.get(plain[:3], ()):
            if len(plain) >= 3 and (other.startswith(plain) or squeezed(other) == squeezed(plain)):
                return True
            if len(plain) >= 5 and other.startswith(plain.removesuffix("s")):
                return True  # Techs for Technologies
            shared = next((i for i, (a, b) in enumerate(zip(plain, other, strict=False)) if a != b), None)
            shared = min(len(plain), len(other)) if shared is None else shared
            if shared < _SMALLEST_STEM and shared < min(len(plain), len(other)):
                continue
            if shared >= 3 and {plain[shared:], other[shared:]} - {""} <= _ENDINGS:
                return True
        return False

    def _within(self, plain: str) -> bool:
        """Whether the body has a word within another, or in two: Reddit in redditor, Gunbattle in gun battle."""
        if len(plain) < _LONG:
            return False
        if any(word.startswith(plain) or word.endswith(plain) for word in self.words):
            return True
        cuts = range(_PIECE, len(plain) - _PIECE + 1)
        return any(f" {plain[:cut]} {plain[cut:]} " in self._running for cut in cuts)

    def _abbreviated(self, word: str) -> bool:
        """Whether the body spells out what `word` shortens: Calif., Intl., Dept, Qld."""
        short = fold(word)
        if len(short) < 3:
            return False
        if "." in word and any(other.startswith(short) for other in self._stems.get(short[:3], ())):
            return True
        if len(short) > _LONGEST_CONTRACTION or not short.isascii():
            return False
        # In small letters many words have these letters; without vowels hardly any has them by chance.
        among = self.words if _VOWELS.isdisjoint(short[1:-1]) else map(fold, self._capitalised)
        return any(is_contraction(short, other) for other in among)

    def _stands_for(self, form: str) -> bool:
        groups = [*same_names().get(form, ()), *(group for group in self._aliases if form in group)]
        return any(
            f" {other} " in self._running or f" {other}s " in self._running
            for group in groups
            for other in group
            if other != form
        )

    def _as_acronym(self, name: Sequence[str], at: int) -> bool:
        """Whether the body has the words of an acronym, or the acronym of the words."""
        word = name[at]
        letters = "".join(PIECE.findall(fold(word)))
        if word.isupper() or (len(word) <= 6 and sum(map(str.isupper, word)) >= 2):
            if (len(letters) > 2 and letters in self._first_letters) or letters in self._initials_of_names:
                return True
            return letters.endswith("s") and letters[:-1] in self._initials_of_names
        letters_of = [initial(part) for part in name]
        for start in range(max(0, at + 1 - _LONGEST_ACRONYM), at + 1):
            for end in range(at + 1, min(len(name), start + _LONGEST_ACRONYM) + 1):
                if end - start > 1:
                    initials = "".join(letters_of[start:end])
                    short = len(initials) < 3 and name[start].lower() in given_names()
                    if (initials in self._acronyms and not short) or fold("".join(name[start:end])) in self.words:
                        return True
        return False

    def _lies_in(self, name: str) -> bool:
        """Whether the name is a country's or a state's, and the body places something in a town there."""
        plain = fold(name)
        if any(place.kind == "city" and place.population >= _SIZEABLE for place in gazetteer().lookup(name)[:1]):
            return False
        forms = {name, *(form for group in same_names().get(plain, ()) for form in group)}
        homes = [place for form in sorted(forms) for place in gazetteer().lookup(form)[:1] if place.kind != "city"]
        if not homes:
            return False
        return any(
            place.country == home.country and (home.kind == "country" or place.state == home.state)
            for home in homes
            for place in self._places
        )

    @cached_property
    def _places(self) -> list[Place]:
        """The states and countries that the body names, and the towns that it says something is in."""
        located = {match for part in self.parts for match in _LOCATED.findall(part.words)}
        names = located | {word for word in self._capitalised if fold(word) in same_names()}
        names |= {name.split()[0] for name in located}
        others = {word for word in self._capitalised if len(word) > 3 and word.lower() not in given_names()}
        found: list[Place] = []
        for name in [*sorted(names)[:_MOST_PLACES], *sorted(others - names)[:_MOST_PLACES]]:
            places = gazetteer().lookup(name.removesuffix("’s").removesuffix("'s"))
            least = _SIZEABLE if name in names else _KNOWN
            found += [place for place in places[:1] if place.kind != "city" or place.population >= least]
        return found


def _running(part: Part) -> str:
    """Return the words of a part, folded and without “’s”, with one blank between them."""
    return " ".join(PIECE.findall(fold(part.words.replace("’s ", " ").replace("'s ", " "))))


def _pairs(parts: Iterable[Part]) -> frozenset[tuple[str, str]]:
    """Return the capitalised words that stand side by side, folded and without “’s”."""
    found = (pair for part in parts for run in runs(part.words) for pair in pairwise(run))
    return frozenset((_bare(one), _bare(other)) for one, other in found if one[0].isupper() and other[0].isupper())


def _bare(word: str) -> str:
    return fold(word.removesuffix("’s").removesuffix("'s"))
