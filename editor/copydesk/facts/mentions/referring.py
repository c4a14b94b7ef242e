"""Whose the pronouns and the definite nouns are.

After Lappin and Leass (“An algorithm for pronominal anaphora resolution”, 1994): whatever is mentioned gains weight,
a subject more than an object, half of it is lost with each sentence, and a pronoun means the heaviest thing that it
can mean. A noun means the one that the article calls so (“the mayor”), or the heaviest of its kind (“the company”).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal

from copydesk.article import Span
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.kinds import Kind, kind_of_role, places
from copydesk.facts.mentions.linking import Thing
from copydesk.facts.mentions.namings import Naming
from copydesk.facts.mentions.records import Role, Sex
from copydesk.facts.mentions.references import PRONOUNS, TOLD, Reference
from copydesk.facts.mentions.sexes import likely
from copydesk.facts.mentions.speaking import speakers
from copydesk.facts.quotations import Quotation
from copydesk.text import lexicon

Sort = Kind | Literal["thing"]

_SUBJECT, _OTHER, _ASIDE = 80.0, 50.0, 30.0
_ADDED = 0.3  # how much of the smaller weight is added to the larger where a thing is mentioned again
_DECAY = 0.5  # what is left of a weight a sentence later
_RECENT = 12  # things that a pronoun may mean
_FARTHEST = {"pronoun": 14, "noun": 30}  # sentences
_UNKNOWN_SEX = 0.7
_NEXT_SUBJECT = 1.5  # how much more the nearest subject of the sentence weighs for “his” and “her”
_ACCUSED = frozenset("defendant accused offender fraudster thief attacker killer".split())
_OF_COURTS = frozenset(
    "judge justice prosecutor barrister lawyer solicitor attorney inspector detective constable".split()
)
_PLAIN_KINDS = frozenset("council court police school church army government university".split())
_OF_NO_KIND = 0.6  # what an organisation of which no kind is known weighs for a noun
_OBJECT = 0.4  # what a thing of another sentence weighs for an “it” that is an object
_QUOTED = 0.5  # what a mention weighs within a quotation
_TOLD_ONE = 90.0  # somebody who is told something is who it is about
_GAP = 3  # code points between a quotation and its “she said”
_SOON = 2  # sentences from somebody without a name to the name
_THING = 0.7  # what a thing without a name weighs beside a name
_WILLED = frozenset(
    "plans planned wants wanted hopes hoped expects expected employs employed owns owned sells sold".split()
)
_LONGEST_DETERMINER = 8  # code points: “another ”
_LEAST, _LEAST_OF_PEOPLE = 3.0, 0.2  # the weight that something needs to be meant
_PREPOSITIONS = frozenset(
    "of in on at by for with from to into near about against between among over under after before".split()
)


@dataclass(eq=False)
class Candidate:
    """A thing that may be meant, or somebody without a name (`thing` is None), while the article is read."""

    kind: Sort
    thing: Thing | None
    sex: Sex = ""
    proved: bool = False  # the sex: by more than the given name
    heads: dict[str, Role | None] = field(default_factory=dict)
    calls: dict[str, list[frozenset[str]]] = field(default_factory=dict)  # all words, by the last
    kinds: frozenset[str] = frozenset()
    ages: set[int] = field(default_factory=set)
    weight: float = 0.0
    sentence: int = 0
    part: int = 0
    clause: int = -1  # the offset at which it was last a subject
    acted: int = -1  # the sentence that was in
    at: int = -1  # the offset at which it was last mentioned
    free: bool = False  # last the subject of a verb of saying, or told: “him” may mean it all the same

    def takes(self, head: str, role: Role | None, words: str) -> None:
        """Take in a noun that something is called by, with those that copy may use instead."""
        for noun in (head, *known.also_called(head)):
            self.heads.setdefault(noun, role)
        self.calls.setdefault(head, []).append(frozenset(words.split()))

    def weight_in(self, sentence: int) -> float:
        return self.weight * _DECAY ** (sentence - self.sentence)

    def gains(self, weight: float, sentence: int, part: int) -> None:
        held = self.weight_in(sentence)
        self.weight = max(held, weight) + _ADDED * min(held, weight)
        self.sentence, self.part = sentence, part


@dataclass(frozen=True, eq=False)
class Referred:
    """A pronoun or a noun and what it means. `reference` has its span in the text."""

    reference: Reference
    thing: Thing
    part: int
    sure: bool
    quoted: bool


@dataclass(frozen=True, eq=False)
class Place:
    """A name or a reference in the order of the text; `sentence` counts through the article."""

    start: int
    part: int
    sentence: int
    name: tuple[Thing, Naming] | None = None
    reference: Reference | None = None


def refer(
    text: str, things: Sequence[Thing], references: Iterable[tuple[int, Reference]],
    quotations: Sequence[Quotation], first_sentences: Sequence[int],
) -> list[Referred]:  # fmt: skip
    """Return what the references mean, in the order of the text; those that mean nothing named are left out."""
    order = [
        Place(naming.start, naming.part, first_sentences[naming.part] + naming.sentence, (thing, naming))
        for thing in things
        for naming, _, _ in thing.held
    ]
    namings = [naming for thing in things for naming, _, _ in thing.held]
    asides = [role.span for naming in namings for role in (*naming.before.roles, *naming.after.roles)]
    within = _Within(asides)
    order += [
        Place(reference.span.start, part, first_sentences[part] + reference.sentence, reference=reference)
        for part, reference in references
        if reference.pronoun or not within.begins(reference.span)
    ]
    order.sort(key=lambda place: place.start)
    quoted = sorted(quotations, key=lambda one: one.span)
    people = [place.name for place in order if place.name is not None and place.name[0].kind == "person"]
    spoken = speakers(text, quoted, [(naming, thing) for thing, naming in people])
    return list(_Reader(things, quoted, spoken).read(order))


class _Within:
    """Spans that may be asked whether they hold another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def begins(self, span: Span) -> bool:
        """Whether one of the spans begins where `span` does or after its determiner, and goes on to its end."""
        at = bisect_right(self._starts, span.start + _LONGEST_DETERMINER) - 1
        return at >= 0 and self._spans[at].start >= span.start and self._spans[at].end >= span.end

    def holds(self, offset: int) -> int:
        """Return the number of the span that holds an offset, or -1."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self._spans[at].end else -1


class _Reader:
    def __init__(
        self, things: Sequence[Thing], quotations: Sequence[Quotation], spoken: Sequence[Thing | str | None]
    ) -> None:
        self._candidates = {thing: _candidate(thing) for thing in things}
        self._quotations = quotations
        self._speakers = spoken
        self._said: Candidate | None = None  # who was last said to say something
        self._newcomer: Candidate | None = None  # who came in last without a name
        self._pending: list[tuple[Reference, int, bool]] = []  # the pronouns that mean the newcomer
        self._ends = [quotation.span.end for quotation in quotations]
        self._inside: dict[int, set[Candidate]] = {}  # the people spoken of in each quotation
        self._quoted = _Within(quotation.span for quotation in self._quotations)
        self._recent: dict[Sort, deque[Candidate]] = {
            kind: deque() for kind in ("person", "organisation", "place", "thing")
        }
        self._latest: dict[str, Candidate] = {}  # by what it is called

    def read(self, order: Iterable[Place]) -> Iterator[Referred]:
        for place in order:
            if place.name is not None:
                thing, naming = place.name
                yield from self._meet(self._candidates[thing], naming, place)
                continue
            reference = place.reference
            assert reference is not None
            number = self._quoted.holds(reference.span.start)
            found = self._meant(reference, place, number)
            if found is None:
                continue
            self._take_in(found, reference, place, number)
            if found.thing is not None:
                yield Referred(reference, found.thing, place.part, True, number >= 0)
            elif reference.pronoun and found is self._newcomer:
                self._pending.append((reference, place.part, number >= 0))

    def _meant(self, reference: Reference, place: Place, number: int) -> Candidate | None:
        """Return what a reference means; `number` is that of the quotation around it, or -1."""
        speaker = self._speaker(number)
        if reference.new:
            return self._kin(reference, place) or self._new(reference)
        if not reference.pronoun:
            return self._noun(reference, place, speaker) or self._unnamed(reference)
        quoted = self._quotations[number].span.start if number >= 0 else -1
        return self._pronoun(reference, place, self._spoken_of(reference) | {speaker}, quoted)

    def _new(self, reference: Reference) -> Candidate:
        """Return somebody or something that comes in without a name."""
        found = _somebody(reference)
        if reference.subject and found.kind == "person" and reference.indefinite:
            self._newcomer, self._pending = found, []
        return found

    def _take_in(self, found: Candidate, reference: Reference, place: Place, number: int) -> None:
        """Take in what a reference means."""
        says = reference.subject and reference.verb in lexicon("saying.verbs")
        if reference.subject or reference.told:
            found.free = says or reference.told
        weight = _SUBJECT if reference.subject else _TOLD_ONE if reference.told else _ASIDE
        self._seen(found, weight * _QUOTED if number >= 0 else weight, place)
        self._inside.setdefault(number, set()).add(found)
        if says and found.kind == "person":
            self._said = found
        for role in reference.roles:
            found.takes(role.head, role, role.words)

    def _kin(self, reference: Reference, place: Place) -> Candidate | None:
        """Return the one person who was brought in as somebody's sister, where “her sister” comes again."""
        if reference.indefinite or reference.head not in known.kin():
            return None
        recent = [
            one for one in self._within_reach(("person",), place, "noun") if reference.head in one.heads and one.thing
        ]
        return recent[0] if len(recent) == 1 else None

    def _meet(self, candidate: Candidate, naming: Naming, place: Place) -> list[Referred]:
        """Take in a name. Returns the pronouns before it that turn out to mean its bearer."""
        before: list[Referred] = []
        if self._is_the_one(candidate, naming, place) and candidate.thing is not None:
            before = [Referred(one, candidate.thing, part, True, quoted) for one, part, quoted in self._pending]
            self._pending = []
        if (number := self._quoted.holds(naming.start)) >= 0:
            self._inside.setdefault(number, set()).add(candidate)
        candidate.free = naming.verb in lexicon("saying.verbs")
        self._seen(candidate, _weight_of(naming), place)
        saying = lexicon("saying.verbs")
        if candidate.kind == "person" and (naming.verb in saying or naming.before.word in saying):
            self._said = candidate
        return before

    def _is_the_one(self, candidate: Candidate, naming: Naming, place: Place) -> bool:
        """Take a name for that of somebody who came in without one: “A former mayor was jailed. Ray Dunn, 61,”."""
        newcomer = self._newcomer
        introduced = naming.after.age or naming.after.relative
        if newcomer is None or candidate.kind != "person" or candidate.weight or not introduced:
            return False
        jobs = [head for head in candidate.heads if head in known.person_nouns()]
        sexes = {newcomer.sex, candidate.sex} - {""}
        if place.sentence - newcomer.sentence > _SOON or jobs or len(sexes) > 1:
            return False
        candidate.heads |= newcomer.heads
        candidate.sex = candidate.sex or newcomer.sex
        self._newcomer = None
        if newcomer in self._recent["person"]:
            self._recent["person"].remove(newcomer)
        return True

    def _spoken_of(self, reference: Reference) -> set[Candidate | None]:
        """Return whom a quotation speaks of right before “she said”: they are seldom the speaker."""
        if not reference.subject or reference.verb not in lexicon("saying.verbs"):
            return set()
        number = bisect_right(self._ends, reference.span.start) - 1
        near = number >= 0 and reference.span.start - self._ends[number] <= _GAP
        return {*self._inside.get(number, ())} if near else set()

    def _speaker(self, number: int) -> Candidate | None:
        """Return who speaks in a quotation; a pronoun stands for whoever spoke last."""
        spoken = self._speakers[number] if number >= 0 else None
        if isinstance(spoken, str):
            return self._said if self._said is not None and self._said.sex in (spoken, "") else None
        return self._candidates[spoken] if spoken is not None else None

    def _seen(self, candidate: Candidate, weight: float, place: Place) -> None:
        candidate.gains(weight, place.sentence, place.part)
        candidate.at = place.start
        if weight in (_SUBJECT, _TOLD_ONE, _SUBJECT * _QUOTED):
            candidate.clause, candidate.acted = place.start, place.sentence
        self._latest |= dict.fromkeys(candidate.heads, candidate)
        recent = self._recent[candidate.kind]
        if candidate in recent:
            recent.remove(candidate)
        recent.append(candidate)
        if len(recent) > _RECENT:
            recent.popleft()

    def _within_reach(self, kinds: Sequence[Sort], place: Place, limit: str) -> Iterator[Candidate]:
        for kind in kinds:
            for candidate in self._recent[kind]:
                if place.sentence - candidate.sentence <= _FARTHEST[limit]:
                    yield candidate

    # Pronouns.

    def _pronoun(
        self, reference: Reference, place: Place, others: AbstractSet[Candidate | None], quoted: int
    ) -> Candidate | None:
        """Return whom a pronoun means, none of `others`. `quoted` is where the quotation around it begins, or -1."""
        kind = PRONOUNS[reference.head]
        if kind == "they":
            return self._they(reference, place)
        if kind == "it":
            return self._it(reference, place, quoted)
        best, most = None, _LEAST_OF_PEOPLE
        people = list(self._within_reach(("person",), place, "pronoun"))
        for candidate in people:
            weight = candidate.weight_in(place.sentence) * self._fits(candidate, kind, reference)
            weight *= self._in_clause(candidate, reference, place)
            if candidate in others:
                weight = 0.0
            if weight > most:
                best, most = candidate, weight
        if best is None and reference.subject:
            of_sex = (one for one in people if one.sex == kind and one.thing and one not in others)
            best = max(of_sex, key=lambda one: one.at, default=None) or self._lone(people)
        if best is not None and not best.sex:
            best.sex = "she" if kind == "she" else "he"
        return best

    def _in_clause(self, candidate: Candidate, reference: Reference, place: Place) -> float:
        """Return how much more, or less, what the sentence said last weighs for its next pronoun."""
        people = self._recent["person"]
        if reference.praised:  # “praised Stote for his courage”
            return _NEXT_SUBJECT * 2 if candidate.at == max(one.at for one in people) else 1.0
        subject = max((one.clause for one in people if one.acted == place.sentence), default=-1)
        if candidate.clause != subject or subject < 0:
            return 1.0
        if reference.object:
            return 1.0 if candidate.free else 0.0
        return _NEXT_SUBJECT if reference.head in ("his", "her") or reference.said else 1.0

    def _lone(self, people: Sequence[Candidate]) -> Candidate | None:
        """Return the only person there is, if just the given name speaks against it."""
        named = [one for one in people if one.thing]
        return named[0] if len(people) == len(named) == 1 and not named[0].proved else None

    def _they(self, reference: Reference, place: Place) -> Candidate | None:
        """Return the organisation that says something of itself: “The club said they would appeal.”"""
        if not reference.said:
            return self._club(place)
        recent = self._within_reach(("person", "organisation"), place, "pronoun")
        here = [one for one in recent if one.acted == place.sentence]
        said = max(here, key=lambda one: one.clause, default=None)
        return said if said is not None and "club" in said.kinds else None

    def _club(self, place: Place) -> Candidate | None:
        """Return the club that “they” means, where one is near and nobody else may be meant."""
        near = [
            one
            for one in self._within_reach(("organisation",), place, "pronoun")
            if place.sentence - one.sentence <= 2
        ]
        best = max(near, key=lambda one: one.weight_in(place.sentence), default=None)
        return best if best is not None and "club" in best.kinds else None

    def _fits(self, candidate: Candidate, sex: str, reference: Reference) -> float:
        if candidate.sex and candidate.sex != sex:
            return 0.0
        return 1.0 if candidate.sex else _UNKNOWN_SEX if candidate.thing else _UNKNOWN_SEX / 2

    def _it(self, reference: Reference, place: Place, quoted: int) -> Candidate | None:
        best, most = None, _LEAST
        acts = reference.verb in lexicon("saying.verbs") or reference.verb in _WILLED
        things = list(self._within_reach(("organisation", "place", "thing"), place, "pronoun"))
        subject = max((one.clause for one in things if one.acted == place.sentence), default=-1)
        for candidate in things:
            weight = candidate.weight_in(place.sentence) * self._acts(candidate, place)
            if reference.said and candidate.clause == subject >= 0:
                weight *= _NEXT_SUBJECT
            if candidate.at < quoted and place.sentence - candidate.sentence > 1:
                continue  # who speaks seldom says “it” of what only the reporter named
            if not reference.subject and reference.head == "it" and candidate.sentence != place.sentence:
                weight *= _OBJECT
            if weight >= most and not (acts and candidate.kind == "thing" and not candidate.kinds):
                best, most = candidate, weight
        return best

    def _acts(self, candidate: Candidate, place: Place) -> float:
        """Return how much a thing is one that does something; a place only where it was the subject just before."""
        if candidate.kind == "organisation":
            return 1.0
        if candidate.kind == "thing":
            return 1.0 if candidate.kinds else _THING  # a committee without a name does things as well
        return 0.6 if candidate.clause >= 0 and place.sentence - candidate.sentence <= 1 else 0.0

    # Nouns.

    def _noun(self, reference: Reference, place: Place, speaker: Candidate | None) -> Candidate | None:
        head = reference.head
        if reference.age is not None:
            return self._aged(reference, place)
        recent = [one for kinds in self._recent.values() for one in kinds if head in one.heads]
        called = recent or [one for one in (self._latest.get(head),) if one is not None]
        called = [one for one in called if _agrees(one, reference) and one is not speaker]
        called = [one for one in called if one.kind != "organisation" or _may_be(one, reference)]
        if reference.restricted == "of" and reference.of:
            called = [one for one in called if _same_of(one.heads[head], reference.of)]
        elif reference.restricted:
            return None
        if head in known.person_nouns() | known.ranks():
            called = [one for one in called if one.kind != "person" or not self._acts_here(one, place)]
        if called:
            return max(called, key=lambda one: one.weight_in(place.sentence))
        if reference.restricted:
            return None
        if head in known.kinds_of_noun():
            return self._of_kind(reference, place)
        if head in known.kinds_of_place_noun():
            return self._place(reference, place)
        if head in _ACCUSED:
            return self._accused(place)
        return self._only_one(reference, place)

    def _accused(self, place: Place) -> Candidate | None:
        """Return who is before the court: the heaviest of those who hold no office there."""
        people = (
            one
            for one in self._within_reach(("person",), place, "pronoun")
            if one.heads.keys().isdisjoint(_OF_COURTS)
        )
        return max(people, key=lambda one: one.weight_in(place.sentence), default=None)

    def _acts_here(self, candidate: Candidate, place: Place) -> bool:
        """Whether somebody is the last subject of the sentence already: a noun after it means another."""
        if candidate.acted != place.sentence:
            return False
        return candidate.clause == max(one.clause for one in self._recent["person"] if one.acted == place.sentence)

    def _unnamed(self, reference: Reference) -> Candidate | None:
        """Return something new for a noun that fits nothing, so that the pronouns after it are not another's."""
        if reference.head in known.person_nouns():
            return _somebody(reference) if not reference.restricted else None
        return Candidate("thing", None, kinds=known.kinds_of_noun().get(reference.head, frozenset()))

    def _only_one(self, reference: Reference, place: Place) -> Candidate | None:
        """Return the one person of the sentence before, if the noun that begins this one may mean nobody else."""
        head = reference.head
        if not reference.subject or not reference.opens or head in known.kin() or head not in known.person_nouns():
            return None
        near = [one for one in self._within_reach(("person",), place, "noun") if place.sentence - one.sentence <= 1]
        if len(near) != 1 or near[0].thing is None or near[0].sentence == place.sentence:
            return None
        sex = known.sex_of_noun(head)
        if (sex and near[0].sex not in (sex, "")) or (
            head in known.jobs() and not known.jobs().isdisjoint(near[0].heads)
        ):
            return None  # whoever is called a driver is not “the detective”
        return near[0]

    def _aged(self, reference: Reference, place: Place) -> Candidate | None:
        assert reference.age is not None
        people = [one for one in self._within_reach(("person",), place, "noun") if not self._acts_here(one, place)]
        same = [one for one in people if reference.age.years in one.ages]
        open_ = [one for one in people if not one.ages]
        return max(same or open_, key=lambda one: one.weight_in(place.sentence), default=None)

    def _of_kind(self, reference: Reference, place: Place) -> Candidate | None:
        kinds = known.kinds_of_noun()[reference.head]
        open_ = kinds.isdisjoint(_PLAIN_KINDS)  # a bank may be called just Altaira; a council is called a council
        bare = reference.words.count(" ") == 1
        fitting = [
            one
            for one in self._within_reach(("organisation",), place, "noun")
            if (one.kinds & kinds or (not one.kinds and open_ and bare)) and _may_be(one, reference)
        ]
        return max(
            fitting, key=lambda one: one.weight_in(place.sentence) * (1.0 if one.kinds else _OF_NO_KIND), default=None
        )

    def _place(self, reference: Reference, place: Place) -> Candidate | None:
        near = list(self._within_reach(("place",), place, "noun"))
        fitting = [one for one in near if reference.head in one.kinds]
        if not fitting and reference.head in ("town", "village", "city", "hamlet"):
            fitting = [one for one in near if not one.kinds]  # in no list: it may be any
        return max(fitting, key=lambda one: one.weight_in(place.sentence), default=None)


def _weight_of(naming: Naming) -> float:
    if naming.after.possessive:
        return _ASIDE
    if naming.after.age or naming.after.roles or naming.after.relative or naming.before.word == ",":
        return _SUBJECT
    if naming.opens and naming.after.next == ",":
        return _SUBJECT
    if naming.before.word in TOLD:
        return _TOLD_ONE
    if naming.before.word in _PREPOSITIONS:
        return _OTHER if naming.before.word == "by" else _ASIDE
    if naming.verb:
        return _SUBJECT
    return _OTHER


def _candidate(thing: Thing) -> Candidate:
    made = Candidate(thing.kind, thing)
    for naming, _, _ in thing.held:
        _called(made, naming)
    if thing.kind == "person":
        _sexed(made, thing)
        return made
    if len(thing.key) > 1:  # “the observatory” of Royal Kestrel Observatory, “the river” of River Beck
        made.heads |= dict.fromkeys((thing.key[-1].lower(), thing.key[0].lower()))
    if thing.kind == "organisation":
        called = (kind for head in made.heads if (kind := known.kind_of_noun(head)))
        made.kinds = known.kinds_of(thing.key) or next(called, frozenset())
    else:
        made.kinds = _place_nouns(thing) | made.heads.keys()
    return made


def _called(made: Candidate, naming: Naming) -> None:
    """Add what one place says that something is."""
    for role in (*naming.before.roles, *naming.after.roles):
        if kind_of_role(role) in (made.kind, None):
            made.takes(role.head, role, role.words)
    made.ages |= {age.years for age in (naming.before.age, naming.after.age) if age}
    for word in known.called_by(naming.title):
        made.takes(word, None, naming.title)
    if naming.after.next in known.kinds_of_noun() and made.kind == "organisation":
        made.heads.setdefault(naming.after.next, None)


def _somebody(reference: Reference) -> Candidate:
    """Return somebody without a name: “a man”, “her sister”."""
    if reference.inanimate:
        return Candidate("thing", None, kinds=known.kinds_of_noun().get(reference.head, frozenset()))
    sex = known.sex_of_noun(reference.head)
    return Candidate("person", None, sex, bool(sex), {reference.head: None})


def _sexed(made: Candidate, thing: Thing) -> None:
    for head in made.calls:
        if sex := known.sex_of_noun(head):
            made.sex, made.proved = sex, True
            return
    made.sex = likely(thing.key[0]) if len(thing.key) > 1 else ""


def _place_nouns(thing: Thing) -> frozenset[str]:
    found = places(" ".join(thing.key))
    if not found:
        return frozenset()
    if found[0].kind == "country":
        return frozenset(("country", "nation", "republic", "kingdom"))
    if found[0].kind == "state":
        return frozenset(("state",))
    return frozenset(("city", "town") if found[0].population > 50_000 else ("town", "village"))


_TELL_APART = frozenset("parish district county city town local high primary secondary central national".split())
_LOOSE = frozenset(
    """former ex new then late present current veteran young same struggling outgoing incoming acting the this
    that""".split()
)


def _agrees(candidate: Candidate, reference: Reference) -> bool:
    """Whether what modifies a noun does not speak against somebody: “the interior minister” is no prime minister."""
    said = {word for word in reference.words.lower().split()[1:-1] if word not in _LOOSE}
    calls = candidate.calls.get(reference.head, ())
    return not said or not calls or any(said <= words or len(words) == 1 for words in calls)


def _may_be(candidate: Candidate, reference: Reference) -> bool:
    """Whether names within a noun speak for a thing: “the Harrow company” is no other town's.

    So do the words that tell bodies of one kind apart: “the parish council” is no district council.
    """
    if candidate.thing is None:
        return False
    if "company" not in candidate.kinds and candidate.kinds:
        said = {word for word in reference.words.lower().split()[1:-1] if word not in _LOOSE}
        name = {word.lower() for word in candidate.thing.key}
        if said & known.kinds_of_name_word().keys() - name or said & _TELL_APART - name:
            return False
    names = reference.names
    if not names:
        return True
    known_words = {
        *candidate.thing.key,
        *(word for role in candidate.heads.values() if role for word in role.words.split()),
    }
    return any(name in known_words or name.lower() in known_words for name in names)


def _same_of(role: Role | None, of: str) -> bool:
    if role is None or not role.of:
        return False
    return bool({word for word in role.of.lower().split() if len(word) > 3} & set(of.lower().split()))
