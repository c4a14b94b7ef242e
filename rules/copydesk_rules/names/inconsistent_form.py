"""Names.InconsistentForm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from copydesk.facts import names
from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.names import Names, Occurrence
from copydesk.facts.names.lexicon import given_names, known_names, ordinary_words
from copydesk.rules import (
    Article,
    Bad,
    Edit,
    Finding,
    Fix,
    Good,
    House,
    Related,
    Rule,
    Span,
    Stretches,
    change_all,
    change_to,
    pattern,
)
from copydesk_rules.names._articles import Articled, articled_names, right_forms
from copydesk_rules.names._known import misspelt
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import given_name_before
from copydesk_rules.names._places import Place
from copydesk_rules.names._possessives import named_with_apostrophe
from copydesk_rules.names._whole_names import plain, whole_names

_SHORTEST = 4  # letters; shorter ones are alike by chance
_LONGEST_ACRONYM = 6  # letters of a word that is usually written in capitals: UNESCO
_SIZEABLE = 50_000  # people; smaller places are called as anything is: Nato
_LIKE_DATELINE = pattern(r"[A-Z][A-Z.’'/ -]*[A-Z](?:,[^:—–|(]{1,40})?(?:\s\([^)]{1,30}\))?\s?(?::|—|–|-|\|)\s")
_HELD = pattern(r"[A-Z]{3,}[a-z]{3,}")  # with the shift key
_DIFFERENCES = (
    ("initials with or without stops", "."),
    ("with or without an apostrophe", "'"),
    ("a hyphen, a blank or neither", "- "),
)


class InconsistentForm(Rule):
    """One name is written in two forms: al-Qaeda and Al Qaeda, MacDonald and Macdonald, J.K. Rowling and JK Rowling.

    The letters agree, so spelling checkers and readers in a hurry pass over them; a careful reader does not, and an
    archive files them apart. Forms differ in capitals, hyphens, blanks, apostrophes or the stops of initials. The
    house's form is kept, else the more frequent, else the one with its apostrophe, else the first; of two as frequent
    either can be taken everywhere. Two people (Amy MacDonald, Ian Macdonald) and
    capitals that a headline or a sentence's start asks for are left alone, and so is what is quoted: a statement that
    has al-Qa'ida is quoted as it was written.

    Source: AP Stylebook and Guardian style guide, “names”; the name's owner has the last word.
    """

    name = "Names.InconsistentForm"
    severity = "warning"
    examples = [
        Bad(
            "Leaders of al-Qaeda met there. Officials said that al Qaeda had lost the town, and al-Qaeda denied it.",
            found="al Qaeda",
            fixed="Leaders of al-Qaeda met there. Officials said that al-Qaeda had lost the town, and al-Qaeda "
            "denied it.",
        ),
        Bad(
            "Leaders of al-Qaeda met. Officials said that al Qaida had lost the town. Soldiers of Al-Qaeda had left.",
            found=("al Qaida", "Al-Qaeda"),
        ),
        Bad(
            "Fighters of al-Shabab left. A spokesman for Al-Shabab said that al-Shabab would return.",
            found="Al-Shabab",
        ),
        Bad(
            "Fiona MacDonald runs the inn. “We had snow,” said Macdonald. MacDonald closed the bar.",
            found="Macdonald",
            fixed="Fiona MacDonald runs the inn. “We had snow,” said MacDonald. MacDonald closed the bar.",
        ),
        Bad(
            "Shares of BancOhio rose. National City bought BancOhio last year; Bancohio had lost money.",
            found="Bancohio",
        ),
        Bad(
            "The syndicates of Lloyd's of London lost money. A member said Lloyds had been warned, and that "
            "Lloyd's knew.",
            found="Lloyds",
            fixed="The syndicates of Lloyd's of London lost money. A member said Lloyd's had been warned, and "
            "that Lloyd's knew.",
        ),
        Bad(
            "Ms OBrien won the seat. Voters liked O'Brien.",
            found="OBrien",
            fixed="Ms O'Brien won the seat. Voters liked O'Brien.",
        ),
        Bad(
            "A letter by J.K. Rowling was sold. Fans of JK Rowling had come far, and J.K. Rowling signed books.",
            found="JK Rowling",
        ),
        Bad(
            "The factory of Rolls-Royce shut. Unions said Rolls Royce had told nobody, which Rolls-Royce denies.",
            found="Rolls Royce",
        ),
        Bad("Kim Jong-un walked in. Aides of Kim Jong Un clapped.", found="Kim Jong Un"),
        Good("SUDZA, Russia: The mayor spoke in Sudza on Monday. Nobody was hurt in Sudza."),
        Good("They met in PARIS. Nobody was hurt in Paris, and Paris was calm."),
        Good("Snow fell. John MacDonald dug. Flora Macdonald swept. MacDonald was cold, and Macdonald was not."),
        Good("Amy MacDonald sang. Ian Macdonald, the drummer, left in May, and MacDonald was sad."),
        Good("Al-Qaeda denied it. Leaders of al-Qaeda met there."),
        Good("The al-Qaeda cell was small.", headline="Police Say Al-Qaeda Cell Was Small"),
        Good(
            "Lloyds, the bank, cut its dividend. Shares in Lloyds fell. Lloyd's, the insurance market, said it would "
            "pay. A member of Lloyd's wept."
        ),
        Good("Lloyd's brother Tom spoke. The Lloyds have lived here since 1900, and Lloyd's shop since 1950."),
        Good("The New York-based firm left New York. A US-China deal failed, and US China policy with it."),
        Good("Leaders of al-Qaeda met. “We will find al-Qa'ida,” the statement said, and al-Qaeda answered."),
        Good("Nato met. The sign read NATO GO HOME."),
        Good("The state oil firm Petroleos Mexicanos (PEMEX) cut its price. Pemex said rivals had done so in May."),
        Good("The firm, formerly written Walmart, was called Wal-Mart in 1990."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        known = article.facts(names)
        articled = [*articled_names(article, known)]
        for group in articled:
            judged = [one for one in group if not _left_alone(article, one.place, self.house)]
            yield from _findings_with_article(article, judged, self.house)
        compared = Stretches(one.place.span for group in articled for one in group)
        groups = [*_words(article, known), *whole_names(article, known), *named_with_apostrophe(article, known)]
        seen: set[Span] = set()
        for places in groups:
            kept = [
                place
                for place in places
                if not compared.overlap(place.span) and not _left_alone(article, place, self.house)
            ]
            if len({place.form for place in kept}) > 1:
                for finding in _findings(article, kept, self.house):
                    if finding.span not in seen:
                        seen.add(finding.span)
                        yield finding


def _left_alone(article: Article, place: Place, house: House) -> bool:
    if any(place.form in forms for forms in house.names.values()):
        return True
    part = article.part_at(place.span.start)
    if part is None or part.kind in ("dateline", "byline", "note"):
        return True
    start = part.prose.offset(place.span.start)
    return is_left_alone(part, start, start + len(place.form))


def _words(article: Article, known: Names) -> Iterator[list[Place]]:
    """Yield the words that differ in capitals, hyphens or apostrophes: BancOhio, Bancohio; Wal-Mart, Walmart."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in known.spellings:
        if len(text) >= _SHORTEST and "." not in text:
            found[plain(text)].append(text)
    for letters, texts in found.items():
        if len({text.replace("’", "'") for text in texts}) < 2 or letters in ordinary_words():
            continue
        if not _one_name(article, known, letters, texts):
            continue
        yield sorted(
            (
                Place(text, occurrence.span)
                for text in texts
                for occurrence in known.spellings[text].occurrences
                if not _shouted(article, text, occurrence.span)
                and not _introduced_acronym(article, text, occurrence.span)
            ),
            key=lambda place: place.span,
        )


def _one_name(article: Article, known: Names, letters: str, texts: Iterable[str]) -> bool:
    """Whether words that differ in their form alone are one name: not two people's, and no word that is shouted."""
    if any(text.isupper() for text in texts) and letters in known_names():
        return False
    beside = [{_beside(article, place) for place in known.spellings[text].occurrences} for text in texts]
    for one, other in pairwise(beside):
        given, others = ({word for word in words if word.lower() in given_names()} for words in (one, other))
        if given and others and given.isdisjoint(others):
            return False  # Amy MacDonald and Ian Macdonald
        if "" not in one and "" not in other and one.isdisjoint(other):
            return False  # neither ever stands alone, and each stands with other words
    return True


def _beside(article: Article, place: Occurrence) -> str:
    """Return the word of the same name that stands beside a word; empty if there is none."""
    words = place.mention.words
    beside = words[place.at - 1 if place.at else 1] if len(words) > 1 else None
    return beside.text if beside else given_name_before(article, place.span.start)


def _shouted(article: Article, text: str, span: Span) -> bool:
    """Whether a word is in capitals for no form of its own: a city, a dateline, beside other words that are."""
    if not text.isupper():
        return False
    places = gazetteer().lookup(text.title())
    if (places and places[0].population >= _SIZEABLE) or _opens_dateline(article, span):
        return True
    around = article.text[max(span.start - 15, 0) : span.start].split()[-1:]
    around += article.text[span.end : span.end + 15].split()[:1]
    return len(text) > _LONGEST_ACRONYM or any(len(word) > 1 and word.strip(",.;:?!").isupper() for word in around)


def _opens_dateline(article: Article, span: Span) -> bool:
    """Whether a paragraph begins with a word in capitals as a dateline does: “SUDZA, Russia: …”."""
    part = article.part_at(span.start)
    line = _LIKE_DATELINE.match(part.words) if part else None
    return part is not None and line is not None and part.prose.offset(span.start) < line.end()


def _introduced_acronym(article: Article, text: str, span: Span) -> bool:
    """Whether a word in capitals stands in brackets behind what it is short for: Petroleos Mexicanos (PEMEX)."""
    return text.isupper() and article.text[span.start - 1] == "(" and article.text[span.end : span.end + 1] == ")"


def _findings(article: Article, places: list[Place], house: House) -> Iterator[Finding]:
    counts: dict[str, int] = defaultdict(int)
    for place in places:
        counts[place.form] += 1
    settled = next((form for form in counts if form in house.names), None)
    wrong_forms = misspelt(counts, article.text)

    def preference(form: str) -> tuple[bool, int, bool, int]:
        """Return what speaks for a form: among equals no shift key held too long (DOGfight), then an apostrophe."""
        return form not in wrong_forms, counts[form], not _HELD.search(form), _apostrophes(form)

    kept = settled or max(counts, key=preference)
    model = next(place for place in places if place.form == kept)
    wrong = [place for place in places if place.form != kept]
    everywhere = change_all((Edit(*place.span, kept) for place in wrong), kept)
    if not settled:
        everywhere += _other_way(
            places, kept, {form for form in counts if preference(form)[:2] == preference(kept)[:2]}
        )
    for whole in wrong:
        place, right = _differing(whole, model)
        yield Finding(
            place.span,
            f"“{place.form}” is written “{right.form}” elsewhere.",
            (Related(right.span, f"written “{right.form}” here"),),
            (change_to(place.span, right.form), *everywhere),
            confidence=0.85,
            evidence=f"{_difference(whole.form, kept)}; {kept} {counts[kept]}×, {whole.form} {counts[whole.form]}×",
        )


def _apostrophes(form: str) -> int:
    return form.count("'") + form.count("’")


def _other_way(places: Sequence[Place], kept: str, equals: Set[str]) -> tuple[Fix, ...]:
    """Return the fix that makes a form the other, where two are as frequent and nobody knows which is right."""
    if len(equals) != 2 or len({place.form for place in places}) != 2:
        return ()
    (other,) = equals - {kept}
    edits = tuple(Edit(*place.span, other) for place in places if place.form == kept)
    which = f"all {len(edits)}" if len(edits) > 1 else f"“{kept}”"
    return (Fix(f"Change {which} to “{other}”", edits, everywhere=True),)


def _findings_with_article(article: Article, group: list[Articled], house: House) -> Iterator[Finding]:
    if not any(one.article for one in group):
        return
    settled = next((one.place.form for one in group if one.place.form in house.names), None)
    rights = [*right_forms(group, settled, misspelt({one.place.form for one in group}, article.text))]
    wrong = [(one, right) for one, right in rights if not _agrees(one, right)]
    everywhere = change_all((Edit(*one.place.span, right) for one, right in wrong), wrong[0][1]) if wrong else ()
    models = {right: _model(group, right) for right in {right for _, right in wrong}}
    for one, right in wrong:
        model = models[right]
        yield Finding(
            one.place.span,
            f"“{one.place.form}” is written “{right}” elsewhere.",
            (Related(model.span, f"written “{model.form}” here"),),
            (change_to(one.place.span, right), *everywhere),
            confidence=0.85,
            evidence=_difference(one.place.form, right),
        )


def _model(group: Sequence[Articled], right: str) -> Place:
    """Return a place that has a form, or has it but for its first capital."""
    return min(group, key=lambda one: (one.place.form != right, one.form[1:] != right[1:])).place


def _agrees(one: Articled, right: str) -> bool:
    """Whether a place has its form; a small letter that begins a sentence is no other form."""
    return one.place.form == right or (one.opens and one.place.form[1:] == right[1:])


def _differing(place: Place, model: Place) -> tuple[Place, Place]:
    """Return the piece of a compound that differs, and the model's: WArner of Borg-WArner; else both whole."""
    one, other = place.form.split("-"), model.form.split("-")
    at = [number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    whole = all(span.end - span.start == len(form) for form, span in (place, model))
    if len(one) != len(other) or len(one) == 1 or len(at) != 1 or not whole or len(one[at[0]]) < _SHORTEST:
        return place, model
    return _piece(place, one, at[0]), _piece(model, other, at[0])


def _piece(place: Place, pieces: list[str], number: int) -> Place:
    start = place.span.start + sum(len(piece) + 1 for piece in pieces[:number])
    return Place(pieces[number], Span(start, start + len(pieces[number])))


def _difference(one: str, other: str) -> str:
    for what, marks in _DIFFERENCES:
        if any(one.replace("’", "'").count(mark) != other.replace("’", "'").count(mark) for mark in marks):
            return what
    return "capitals differ"
