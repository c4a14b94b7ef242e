"""Verbs of saying with how firmly they put a thing, and families of acts that mean much the same."""

from __future__ import annotations

from typing import Literal, NamedTuple

from copydesk.facts.claims.verbs import forms

Firmness = Literal["fact", "said", "claimed", "alleged", "planned", "denied", "asked"]

# How firmly a verb of saying puts what is said, in the eyes of a copy editor: “said” is neutral, “claimed” casts
# doubt (AP Stylebook, “claim”; Guardian style guide, “claim”).
SAYING: dict[Firmness, tuple[str, ...]] = {
    "said": (
        *("say", "tell", "add", "state", "announce", "report", "note", "explain", "write", "declare", "confirm"),
        *("reveal", "admit", "acknowledge", "testify", "disclose", "recall", "reply", "tweet"),
    ),
    "claimed": ("claim", "assert", "insist", "contend", "argue", "boast"),
    "alleged": ("allege", "suspect", "suggest", "believe"),
    "planned": (
        *(
            "plan",
            "intend",
            "vow",
            "pledge",
            "promise",
            "threaten",
            "aim",
            "hope",
            "want",
            "seek",
            "propose",
            "offer",
        ),
        *("prepare", "expect", "agree"),
    ),
    "denied": ("deny", "dispute", "refute", "reject"),
    "asked": ("ask", "urge", "demand", "request", "beg", "implore"),
}

# Verbs whose present tense is also a noun: insurance claims, plans for reform.
ALSO_NOUNS = frozenset(
    "demand request claim report plan note state hope aim offer promise dispute tweet reply boast".split()
)

# Each line is one kind of act; a headline may use one verb of it and the article another. Only verbs that
# keep their meaning with any object; a verb with two common senses is left out.
_ACTS = """
capture seize occupy conquer overrun annex take_control_of gain_control_of seize_control_of
recapture retake reclaim
beat defeat thrash trounce
kill slay
resign quit step_down stand_down
sign
buy acquire purchase
arrest detain
ban outlaw prohibit
sack dismiss oust
destroy demolish
withdraw pull_out
evacuate
sue
indict
convict
acquit
cancel scrap
postpone delay
rescue
hijack
assassinate
legalize legalise
approve ratify
veto
launch
close shut
reopen
deport expel
extradite
pardon
suspend
impose
abolish repeal
appoint nominate
boycott
merge
evict
impeach
invade
join
divorce
marry wed
"""


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
    for firmness, verbs in SAYING.items():
        for verb in verbs:
            for form in set(forms(verb)):
                found[form] = SayingForm(verb, firmness)
    return found


def _act_forms() -> dict[str, list[ActForm]]:
    found: dict[str, list[ActForm]] = {}
    for line in _ACTS.split("\n"):
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
