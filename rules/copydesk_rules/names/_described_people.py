"""What an article calls one person that cannot hold together: two ages, or two ranks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.facts.introductions import Naming, Person
from copydesk.rules import Article, Edit, Finding, Fix, Related, Span, change_to
from copydesk_rules.names._people import RELATIVES, offset, sentence_of, speaks_of_other_times

# Ranks by the last word of a title: a lieutenant colonel is addressed as colonel, a major general as general.
# Not here: captain and commander, which teams, ships and plain jobs have too.
_RANKS = {
    **dict.fromkeys(("private", "pvt"), "private"),
    **dict.fromkeys(("corporal", "cpl"), "corporal"),
    **dict.fromkeys(("sergeant", "sgt"), "sergeant"),
    **dict.fromkeys(("lieutenant", "lt"), "lieutenant"),
    **dict.fromkeys(("major", "maj"), "major"),
    **dict.fromkeys(("colonel", "col"), "colonel"),
    **dict.fromkeys(("general", "gen", "brigadier", "brig"), "general"),
    **dict.fromkeys(("admiral", "adm"), "admiral"),
    **dict.fromkeys(("senator", "sen"), "senator"),
    **dict.fromkeys(("representative", "rep", "congressman", "congresswoman"), "representative"),
}
_CIVIL_GENERALS = frozenset(
    "attorney secretary director solicitor consul governor surgeon postmaster auditor comptroller inspector".split()
)
_NAMESAKES = frozenset(("junior", "senior", "jr", "sr", "namesake", "elder", "younger", "unrelated"))


def conflicts(article: Article, people: Sequence[Person]) -> Iterator[Finding]:
    """Yield the ages and ranks of one person that contradict each other."""
    for person in people:
        if len(person.namings) < 2:
            continue
        ages = [naming for naming in person.namings if naming.age is not None]
        if len({naming.age for naming in ages}) > 1:
            yield from _ages(article, person, [naming for naming in ages if _of_now(article, naming)])
        ranked = [(naming, rank) for naming in person.namings if (rank := _rank(naming))]
        if len({rank for _, rank in ranked}) > 1 and not any("promot" in part.words for part in article.parts):
            yield from _ranks(
                article, person, [(naming, rank) for naming, rank in ranked if _of_now(article, naming)]
            )


def _of_now(article: Article, naming: Naming) -> bool:
    """Whether a sentence speaks of this person as of now, and of no relative who may bear the same name."""
    part = article.parts[naming.mention.part]
    start = offset(article, naming.mention)
    sentence = sentence_of(part, start)
    words = part.words[sentence.start : sentence.end].lower().replace(",", " ").replace(".", " ").split()
    return RELATIVES.isdisjoint(words) and _NAMESAKES.isdisjoint(words) and not speaks_of_other_times(part, start)


def _ages(article: Article, person: Person, ages: Sequence[Naming]) -> Iterator[Finding]:
    counts = Counter(naming.age for naming in ages)
    if len(counts) < 2:
        return
    kept = max(counts, key=lambda age: counts[age])  # the first in the text, among equals
    model = next(naming for naming in ages if naming.age == kept)
    for naming in ages:
        span = naming.age_span
        if naming.age != kept and span is not None and model.age_span is not None:
            yield Finding(
                span,
                f"{person.surname} is {naming.age} here and {kept} elsewhere.",
                (Related(model.age_span, f"{kept} here"),),
                (change_to(span, str(kept)),),
                confidence=0.8,
                evidence=f"{kept}: {counts[kept]}, {naming.age}: {counts[naming.age]}",
            )


def _rank(naming: Naming) -> str:
    """Return what rank a title or a role is, as one word for all its short forms; empty if it is none."""
    words = [
        word.rstrip(".") for word in (naming.title or naming.role.partition(" of ")[0]).replace("-", " ").split()
    ]
    if not words:
        return ""
    if words[-1] in ("general", "gen") and len(words) > 1 and words[-2] in _CIVIL_GENERALS:
        return ""
    return "sergeant" if "sergeant" in words else _RANKS.get(words[-1], "")


def _ranks(article: Article, person: Person, ranked: Sequence[tuple[Naming, str]]) -> Iterator[Finding]:
    counts = Counter(rank for _, rank in ranked)
    if len(counts) < 2:
        return
    kept = max(counts, key=lambda rank: counts[rank])
    model = next(naming for naming, rank in ranked if rank == kept)
    for naming, rank in ranked:
        if rank == kept:
            continue
        title = _title_span(article, naming)
        right = _title_span(article, model)
        fixes: tuple[Fix, ...] = ()
        if title and right:
            words = article.text[right.start : right.end]
            fixes = (Fix(f"Change to “{words}”", (Edit(*title, words),)),)
        yield Finding(
            title or naming.span,
            f"{person.surname} is {_a(rank)} here and {_a(kept)} elsewhere.",
            (Related(_title_span(article, model) or model.span, f"{_a(kept)} here"),),
            fixes,
            confidence=0.8,
            evidence=f"{kept}: {counts[kept]}, {rank}: {counts[rank]}",
        )


def _a(rank: str) -> str:
    return f"an {rank}" if rank[0] in "aeiou" else f"a {rank}"


def _title_span(article: Article, naming: Naming) -> Span | None:
    """Return where the title stands, right before the name."""
    title = naming.title or naming.role.rpartition(" ")[2]
    start = naming.span.start - len(title) - 1
    written = article.text[max(start, 0) : naming.span.start - 1]
    return Span(start, naming.span.start - 1) if title and written.lower() == title else None
