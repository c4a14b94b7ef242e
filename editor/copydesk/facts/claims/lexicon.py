"""Verbs of saying with how firmly they put a thing, and families of acts that mean much the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from copydesk.article.sentences import small_words
from copydesk.facts.claims.verbs import forms
from copydesk.facts.lexicons import lines, words

Groups = tuple[tuple[str, ...], ...]
Firmness = Literal["fact", "said", "claimed", "alleged", "planned", "denied", "asked"]

_DATA = Path(__file__).parent / "data"
FIRMNESSES: tuple[Firmness, ...] = ("said", "claimed", "alleged", "planned", "denied", "asked")

# Verbs whose present tense is also a noun: insurance claims, plans for reform.
ALSO_NOUNS = frozenset(words(_DATA / "saying.yaml", "also_nouns"))

# Acts, by the first verbs of their families, that are done by announcing them: “Envoy delays trip”.
ANNOUNCED = frozenset(words(_DATA / "acts.yaml", "announced"))


class SayingForm(NamedTuple):
    """One form of a verb of saying."""

    verb: str
    firmness: Firmness


class ActForm(NamedTuple):
    """One form of a verb of acting: `kind` is shared by the verbs of a family, `form` a field of `Forms`."""

    verb: str
    kind: str
    particle: tuple[str, ...]
    fields: frozenset[str]


class Lexicon(NamedTuple):
    """Verbs of saying and of acting by their forms; a text that uses any has one of the `small_words`."""

    saying: Mapping[str, SayingForm]
    acts: Mapping[str, Sequence[ActForm]]
    small_words: frozenset[str]


@cache
def lexicon(saying: Groups = (), acts: Groups = ()) -> Lexicon:
    """Return the verbs of the lexicon, with a house's own.

    A group of `saying` is a firmness and verbs that put a thing so (“claimed”, “reckon”); one of `acts` is verbs that
    mean much the same, a particle behind its verb with “_” (“mothball”, “close_down”).
    Raises ValueError for a firmness that there is not.
    """
    kinds = [(firmness, words(_DATA / "saying.yaml", firmness)) for firmness in FIRMNESSES]
    for group in saying:
        firmness = next((known for known in FIRMNESSES if group and known == group[0]), None)
        if firmness is None:
            raise ValueError(f"“{' '.join(group)}” does not begin with one of {', '.join(FIRMNESSES)}")
        kinds.append((firmness, list(group[1:])))
    families = [line.split() for line in lines(_DATA / "acts.yaml", "acts")]
    by_saying, by_act = _saying_forms(kinds), _act_forms([*families, *map(list, acts)])
    return Lexicon(by_saying, by_act, frozenset(small_words(" ".join((*by_saying, *by_act)))))


def _saying_forms(kinds: Iterable[tuple[Firmness, Sequence[str]]]) -> dict[str, SayingForm]:
    return {
        form: SayingForm(verb, firmness) for firmness, verbs in kinds for verb in verbs for form in set(forms(verb))
    }


def _act_forms(families: Iterable[Sequence[str]]) -> dict[str, list[ActForm]]:
    found: dict[str, list[ActForm]] = {}
    for family in families:
        for entry in family:
            verb, *particle = entry.split("_")
            by_form: dict[str, set[str]] = {}
            for field, form in forms(verb)._asdict().items():
                by_form.setdefault(form, set()).add(field)
            for form, fields in by_form.items():
                act = ActForm(verb, family[0], tuple(particle), frozenset(fields))
                found.setdefault(form, []).append(act)
    for acts in found.values():
        acts.sort(key=lambda act: -len(act.particle))  # “took control of” before a bare verb
    return found


SAYING_FORMS = lexicon().saying
ACT_FORMS = lexicon().acts
