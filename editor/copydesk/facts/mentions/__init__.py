"""Who is who: the people, organisations and places of an article, each with every mention.

`article.facts(mentions)` returns `Mentions`. A mention is a name in any of its forms, a pronoun, or a definite noun
(“the company”, “the 34-year-old”). Only what has a name somewhere in the article is here.

    who = article.facts(mentions).who(span)  # the person, organisation or place that the words of a span mean
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts import acronyms, names, quotations
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.around import Around, local
from copydesk.facts.mentions.kinds import Kind, kind_of_role, places
from copydesk.facts.mentions.linking import Thing, link
from copydesk.facts.mentions.namings import SUFFIXES, Naming, namings_of
from copydesk.facts.mentions.records import (
    Age,
    Entity,
    Form,
    Kin,
    Mention,
    Mentions,
    Organisation,
    Person,
    Place,
    Role,
    Sex,
)
from copydesk.facts.mentions.references import Reference
from copydesk.facts.mentions.referring import Referred, refer
from copydesk.facts.mentions.sexing import sex_of

__all__ = [
    "Age", "Entity", "Form", "Kin", "Mention", "Mentions", "Organisation", "Person", "Place", "Role", "Sex",
    "combine", "local",
]  # fmt: skip


def combine(article: Article, locals_: Sequence[Around]) -> Mentions:
    """Return who is who in the article; all spans are the text's."""
    read = article.facts(names)
    alike = {spelling.text: group.preferred.text for group in read.variants for spelling in group.spellings}
    things = link(namings_of(article, locals_), alike, article.facts(acronyms).expanded)
    first_sentences = list(accumulate((len(part.sentences) for part in article.parts), initial=0))
    references = [
        (index, _in_text(part, reference))
        for index, (part, around) in enumerate(zip(article.parts, locals_, strict=True))
        for reference in around.references
    ]
    referred = refer(article.text, things, references, article.facts(quotations), first_sentences)
    by_thing: dict[Thing, list[Referred]] = {}
    for one in referred:
        by_thing.setdefault(one.thing, []).append(one)
    made = [_entity(thing, by_thing.get(thing, ())) for thing in things]
    made.sort(key=lambda one: one.first.span)
    return Mentions(
        tuple(one for one in made if isinstance(one, Person)),
        tuple(one for one in made if isinstance(one, Organisation)),
        tuple(one for one in made if isinstance(one, Place)),
    )


def _in_text(part: Part, reference: Reference) -> Reference:
    age = reference.age and replace(reference.age, span=part.text_span(*reference.age.span))
    roles = tuple(replace(role, span=part.text_span(*role.span)) for role in reference.roles)
    return replace(reference, span=part.text_span(*reference.span), age=age, roles=roles)


def _entity(thing: Thing, referred: Sequence[Referred]) -> Person | Organisation | Place:
    found = [_named(thing.kind, naming, form, sure) for naming, form, sure in thing.held]
    found += [_referred(one) for one in referred]
    found.sort(key=lambda mention: mention.span)
    mentions = tuple(found)
    name = _full_name(mentions)
    if not name or name.count(" ") < len(thing.key) - 1:
        name = " ".join(thing.key)
    if thing.kind == "person":
        return Person(name, mentions, thing.surname, thing.given, sex_of(thing.key, mentions))
    if thing.kind == "organisation":
        return Organisation(name, mentions, known.kinds_of(thing.key), thing.acronym)
    return Place(name, mentions, places(name))


def _full_name(mentions: Sequence[Mention]) -> str:
    """Return the longest form in full, the first of them."""
    forms = (mention.bare for mention in mentions if mention.form == "full")
    longest = max(forms, key=len, default="")
    first, _, last = longest.rpartition(" ")
    return first if " " in first and last in SUFFIXES else longest


def _named(kind: Kind, naming: Naming, form: Form, sure: bool) -> Mention:
    after, before = naming.after, naming.before
    roles = tuple(role for role in (*before.roles, *after.roles) if kind_of_role(role) in (kind, None))
    return Mention(
        naming.span, naming.words, form, naming.part, naming.sentence,
        name=Span(naming.start, naming.end), title=naming.title, roles=roles,
        age=after.age or before.age, kin=after.kin or before.kin, sure=sure,
    )  # fmt: skip


def _referred(one: Referred) -> Mention:
    reference = one.reference
    form: Form = "pronoun" if reference.pronoun else "noun"
    return Mention(
        reference.span, reference.words, form, one.part, reference.sentence, age=reference.age, quoted=one.quoted,
        roles=reference.roles, sure=one.sure,
    )  # fmt: skip
