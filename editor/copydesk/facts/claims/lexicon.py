"""Verbs of saying with how firmly they put a thing, and families of acts that mean much the same."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from copydesk.facts.claims.verbs import forms
from copydesk.facts.lexicons import lines, words

Firmness = Literal["fact", "said", "claimed", "alleged", "planned", "denied", "asked"]

_DATA = Path(__file__).parent / "data"
_FIRMNESSES: tuple[Firmness, ...] = ("said", "claimed", "alleged", "planned", "denied", "asked")

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


def _saying_forms() -> dict[str, SayingForm]:
    found: dict[str, SayingForm] = {}
    for firmness in _FIRMNESSES:
        for verb in words(_DATA / "saying.yaml", firmness):
            for form in set(forms(verb)):
                found[form] = SayingForm(verb, firmness)
    return found


def _act_forms() -> dict[str, list[ActForm]]:
    found: dict[str, list[ActForm]] = {}
    for line in lines(_DATA / "acts.yaml", "acts"):
        family = line.split()
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


SAYING_FORMS = _saying_forms()
ACT_FORMS = _act_forms()
