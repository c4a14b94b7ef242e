"""The records of `mentions`: people, organisations and places, each with all its mentions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from copydesk.article import Span
from copydesk.facts.gazetteer import Place as Known
from copydesk.lazily import cached_property

Form = Literal["full", "surname", "given", "short", "acronym", "pronoun", "noun"]
Sex = Literal["she", "he", ""]


class Role(msgspec.Struct, frozen=True, gc=False):
    """What the words beside a mention say that somebody or something is: “a teacher from Leeds”.

    `head` is the noun in lower case (“teacher”), `words` the noun with what modifies it (“former chief executive”),
    `of` what a preposition adds (“of the council”), `span` all of it in the text. `definite` is true after “the”,
    “its” or a possessive.
    """

    head: str
    words: str
    span: Span
    of: str = ""
    definite: bool = False


class Age(msgspec.Struct, frozen=True, gc=False):
    """An age in years beside a mention; `span` is the figure."""

    years: int
    span: Span


class Kin(msgspec.Struct, frozen=True, gc=False):
    """A relation that leads in a mention: “his wife, Ana Silva”. `span` is “his wife”, `whose` the span of “his”."""

    word: str
    span: Span
    whose: Span | None = None


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One place where the article speaks of a person, an organisation or a place.

    `span` is what stands there in the text, with the title and without “’s”; `name` is the part of it that is the
    name, empty for pronouns and nouns. `words` are as a reader sees them. `form` says how the thing is named: in
    full, by surname or given name, by a short form or an acronym, by a pronoun, or by a noun (“the company”).
    `title` is what stands before the name (“dr”, “chief constable”), in lower case. `sure` is false where another
    thing of the article could be meant as well.
    """

    span: Span
    words: str
    form: Form
    part: int
    sentence: int
    name: Span = Span(0, 0)
    title: str = ""
    roles: tuple[Role, ...] = ()
    age: Age | None = None
    kin: Kin | None = None
    quoted: bool = False
    sure: bool = True

    @property
    def named(self) -> bool:
        """Whether the thing is named here, not meant by a pronoun or a noun."""
        return self.form not in ("pronoun", "noun")

    @property
    def bare(self) -> str:
        """The words without the title."""
        return self.words[self.name.start - self.span.start :] if self.title else self.words


@dataclass(frozen=True, eq=False)
class Entity:
    """Something that an article names. `name` is its fullest form, `mentions` are in the order of the text."""

    name: str
    mentions: tuple[Mention, ...] = field(repr=False)

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """What the article says that it is, wherever it says so."""
        return tuple(role for mention in self.mentions for role in mention.roles)

    @cached_property
    def pronouns(self) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if mention.form == "pronoun")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All forms of the name, without titles, in the order in which they first occur."""
        return tuple(dict.fromkeys(mention.bare for mention in self.mentions if mention.named))


@dataclass(frozen=True, eq=False)
class Person(Entity):
    """A person. `given` are the given names of the fullest form, empty where only a surname is known.

    `sex` is “she” or “he” where titles, nouns, pronouns beside the name or, last, the given name say so.
    """

    surname: str = ""
    given: tuple[str, ...] = ()
    sex: Sex = ""

    @cached_property
    def titles(self) -> tuple[Mention, ...]:
        """The mentions that have a title before the name."""
        return tuple(mention for mention in self.mentions if mention.title)

    @cached_property
    def ages(self) -> tuple[Age, ...]:
        return tuple(mention.age for mention in self.mentions if mention.age)


@dataclass(frozen=True, eq=False)
class Organisation(Entity):
    """An organisation. `kinds` are those of `lexicon/organisations.toml`; `acronym` its letters, or empty."""

    kinds: frozenset[str] = frozenset()
    acronym: str = ""


@dataclass(frozen=True, eq=False)
class Place(Entity):
    """A place. `known` is what the gazetteer has under its name, the largest first; it may be empty."""

    known: tuple[Known, ...] = ()


@dataclass(frozen=True, eq=False)
class Mentions:
    """The people, organisations and places of an article, each in the order of its first mention."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def all(self) -> tuple[Person | Organisation | Place, ...]:
        return (*self.people, *self.organisations, *self.places)

    def who(self, span: Span) -> Person | Organisation | Place | None:
        """Return what the words of a span speak of: that of the last mention inside it, or of the one around it.

        The span may be a pronoun, a definite noun, a name, or a noun group with a name in it. None if it is none.
        """
        if span in self._exactly:
            return self._exactly[span]
        starts, ends, owners = self._index
        at = bisect_right(starts, max(span.end - 1, span.start)) - 1
        return owners[at] if at >= 0 and ends[at] > span.start else None

    @cached_property
    def _exactly(self) -> dict[Span, Person | Organisation | Place]:
        return {mention.span: one for one in self.all for mention in one.mentions}

    @cached_property
    def _index(self) -> tuple[list[int], list[int], list[Person | Organisation | Place]]:
        things = self.all
        rows = sorted((*mention.span, number) for number, one in enumerate(things) for mention in one.mentions)
        return [row[0] for row in rows], [row[1] for row in rows], [things[row[2]] for row in rows]
