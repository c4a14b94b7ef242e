"""Names.InconsistentSpelling."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from copydesk.facts import names, quotations
from copydesk.facts.names import Spelling, Variants
from copydesk.facts.names.fame import fame
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
    TooMuch,
    change_all,
    change_to,
)
from copydesk_rules.names._articles import spelt_two_ways
from copydesk_rules.names._known import misspelt
from copydesk_rules.names._left_alone import is_in_address_or_title
from copydesk_rules.names._outdated import is_renaming


class InconsistentSpelling(Rule):
    """One name is spelt two ways in one article.

    A reader cannot tell a slip from a second person or place, and the name is the fact that readers check first.
    Spellings are compared letter by letter (a slip of the keyboard, another romanization) and by how they stand: a
    surname that nobody introduced beside one that was, the same given name, counts, names that are both well known.
    What is as likely two names as one is left alone, and so is an article that says itself that a name has two forms.

    The form to change to is the house's, else the gazetteer's (GeoNames), else the one that is better known, more
    frequent, or given in full.

    Source: AP Stylebook, “names”; Reuters Handbook of Journalism, “accuracy”; romanizations of BGN/PCGN and ISO 9;
    place names of GeoNames.
    """

    name = "Names.InconsistentSpelling"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    across = True
    examples = [
        Bad(
            "Frank Cronin runs the plant. Cronin said work will resume on Friday. “We hope so,” Chronin said.",
            found="Chronin",
            fixed="Frank Cronin runs the plant. Cronin said work will resume on Friday. “We hope so,” Cronin said.",
        ),
        Bad(
            "Troops took the town of Sudza. The road to Sudja is closed, and Sudza's market with it.",
            found=("Sudza", "Sudja", "Sudza"),
            fixed="Troops took the town of Sudzha. The road to Sudzha is closed, and Sudzha's market with it.",
        ),
        Bad(
            "Army chief Oleksandr Sirsky visited the front. Sirski's men had advanced at night.",
            found="Sirski",
            fixed="Army chief Oleksandr Sirsky visited the front. Sirsky's men had advanced at night.",
        ),
        Bad(
            "Police in Mississippi closed the bridge. Two more bridges in Misssissippi stay open.",
            fixed="Police in Mississippi closed the bridge. Two more bridges in Mississippi stay open.",
        ),
        Bad(
            "The minister, Ana Poliakova, resigned. Nobody had expected it of Polyakova, said an aide to Poliakova.",
            found="Polyakova",
        ),
        Bad(
            "Thomas Jasper chairs the association. “The documents are too long,” Japsper said in an interview.",
            found="Japsper",
            fixed="Thomas Jasper chairs the association. “The documents are too long,” Jasper said in an interview.",
        ),
        Bad(
            "The striker Cesc Fabregas was fit again. A long ball by Faregas found the net after ten minutes.",
            found="Faregas",
        ),
        Bad(
            "The dam in Tadzhikistan held. Engineers in Tadzkhikistan had feared the worst since Monday.",
            found="Tadzkhikistan",
        ),
        Bad(
            "The firm's man in Tokyo, Tito Ayal, had no details. Ayala told a seminar that a port would be built.",
            found="Ayal",
        ),
        Good("The drug unit of Emwazi Ltd is for sale. Kim Emwazi founded it, and the Emwazis still own it."),
        Good("Kim Jong-il ruled until 2011. Kim Jong-un, his son, took over from Kim Jong-il."),
        Good("The governor of Khabarovsky Krai left. Crowds marched in Khabarovsk and in Khabarovsky Krai."),
        Good("Kiichi Miyazawa met Koichi Kato on Monday. Miyazawa and Kato did not speak to reporters."),
        Good("The train runs from Bangalore to Mangalore twice a day. Mangalore is on the coast."),
        Good("Jiangsu and Jiangxi both reported floods. Officials in Jiangsu said the worst was over."),
        Good("Hindus and Sikhs prayed together. A Hindu priest said the Sikh community had helped."),
        Good("Slovakia won 3-1. The Slovak coach praised his team, and Slovaks danced in the streets."),
        Good("The town of Sudzha, also spelled Sudja, lies near the border. Few had heard of Sudzha before."),
        Good("Anna Petrova and her husband, Ivan Petrov, founded the firm. Petrova left in 2010, Petrov in 2012."),
        Good("David Walliams met Robbie Williams backstage. Williams sang, and Walliams joked."),
        Good(
            "Trump said that Hamza bin Laden was dead. “Hamza bin Ladin was a leader of the group,” his statement "
            "read. “The loss of Hamza bin Ladin deprives it of a symbol,” it read. Nobody had seen bin Laden die."
        ),
        Good("Write to press@cronin.org, or to @Chronin. Cronin answers letters, said Frank Cronin."),
        Good("The film “Chronin” opens in May. Frank Cronin wrote it, and Cronin plays in it."),
        Good("Rob Schultz scored twice and Dave Shultz once. Schultz is the captain."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        known = article.facts(names)
        compared = Stretches(spelt_two_ways(article, known) if known.variants else ())
        for group in known.variants:
            judged = _judged(article, group, compared)
            left = _left_to_this_rule(_without_quoted_form(article, judged), self.house)
            if left is not None:
                yield from _findings(article, left, self.house)
        if known.too_much:
            raise TooMuch(known.too_much)


@dataclass(frozen=True)
class _Choice:
    """The forms to choose from, best first, and the fixes that make all places alike."""

    group: Variants
    forms: tuple[str, ...]
    everywhere: tuple[Fix, ...]


def _judged(article: Article, group: Variants, compared: Stretches) -> Variants:
    """Leave out the places where no spelling is judged: addresses, handles, titles of works.

    `compared` are names with an Arabic article, which `Names.InconsistentForm` compares as wholes.
    """
    kept = []
    for spelling in group.spellings:
        places = tuple(
            place
            for place in spelling.occurrences
            if not _left_alone(article, place.span) and not compared.overlap(place.span)
        )
        if places:
            kept.append(spelling if len(places) == spelling.count else Spelling(spelling.text, places))
    preferred = next((spelling for spelling in kept if spelling.text == group.preferred.text), None)
    return replace(group, spellings=tuple(kept), preferred=preferred or group.preferred)


def _without_quoted_form(article: Article, group: Variants) -> Variants:
    """Leave out a spelling that stands more than once, and only in quotations, where the better-known one never does.

    It is then the form of what is quoted, a document say, and the article keeps to its own outside.
    """
    quoted = Stretches(quotation.span for quotation in article.facts(quotations) if quotation.whole)
    inside = {
        spelling.text: sum(quoted.contain(place.span) for place in spelling.occurrences)
        for spelling in group.spellings
    }
    foreign = [
        spelling
        for spelling in group.spellings
        if 1 < spelling.count == inside[spelling.text]
        and not any(inside[other.text] for other in group.spellings if other is not spelling)
        and fame(spelling.text) < max(fame(other.text) for other in group.spellings)
    ]
    return replace(group, spellings=tuple(spelling for spelling in group.spellings if spelling not in foreign))


def _left_alone(article: Article, span: Span) -> bool:
    part = article.part_at(span.start)
    if part is None:
        return False
    start = part.prose.offset(span.start)
    return is_in_address_or_title(part, start, start + span.end - span.start)


def _left_to_this_rule(group: Variants, house: House) -> Variants | None:
    """Leave out what the house's style sheet or the table of renamed places settles; None if no two are left."""
    ruled_out = {form for forms in house.names.values() for form in forms}
    kept = tuple(spelling for spelling in group.spellings if spelling.text not in ruled_out)
    if len(kept) < 2 or all(
        is_renaming(one.text, other.text) for one in kept for other in kept if one.text != other.text
    ):
        return None
    preferred = group.preferred if group.preferred in kept else max(kept, key=lambda spelling: spelling.count)
    return replace(group, spellings=kept, preferred=preferred)


def _findings(article: Article, group: Variants, house: House) -> Iterator[Finding]:
    # What is known as a misspelling of another form is never offered, however often it stands.
    wrong = misspelt([spelling.text for spelling in group.spellings], article.text) - set(house.names)
    best = _best_form(group, house, wrong)
    by_count = sorted(group.spellings, key=lambda spelling: -spelling.count)
    forms = dict.fromkeys([best, group.preferred.text, *(spelling.text for spelling in by_count)])
    forms = {form: None for form in forms if form not in wrong}
    everywhere = (fix for form in [*forms][:2] for fix in change_all(_edits(group, form), form))
    choice = _Choice(group, tuple(forms), tuple(everywhere))
    found = [
        _finding(choice, spelling, index)
        for spelling in group.spellings
        if spelling.text != best
        for index in range(spelling.count)
    ]
    yield from sorted(found, key=lambda finding: finding.span)


def _best_form(group: Variants, house: House, wrong: Collection[str]) -> str:
    settled = (spelling.text for spelling in group.spellings if spelling.text in house.names)
    usual = group.usual.name if group.usual else group.preferred.text
    if usual in wrong:
        usual = max((one for one in group.spellings if one.text not in wrong), key=lambda one: one.count).text
    return next(settled, usual)


def _finding(choice: _Choice, spelling: Spelling, index: int) -> Finding:
    group, here = choice.group, spelling.occurrences[index].span
    others = sorted(
        (other for other in group.spellings if other is not spelling),
        key=lambda other: [*choice.forms, other.text].index(other.text),
    )
    related = tuple(Related(other.occurrences[0].span, f"spelt “{other.text}” here") for other in others)
    forms = [form for form in choice.forms if form != spelling.text]
    fixes = [*(change_to(here, form) for form in forms), *choice.everywhere]
    return Finding(
        here,
        _message(choice, spelling, others[0]),
        related,
        tuple(fixes),
        confidence=group.confidence,
        evidence=_evidence(choice),
    )


def _edits(group: Variants, form: str) -> Iterator[Edit]:
    for spelling in group.spellings:
        if spelling.text != form:
            yield from (Edit(*place.span, form) for place in spelling.occurrences)


def _message(choice: _Choice, spelling: Spelling, other: Spelling) -> str:
    usual = choice.group.usual
    if usual is not None and choice.forms[0] == usual.name:
        return f"“{spelling.text}” and “{other.text}” are one place, usually spelt “{usual.name}”."
    return f"“{spelling.text}” is spelt “{other.text}” elsewhere."


def _evidence(choice: _Choice) -> str:
    counts = ", ".join(f"“{spelling.text}” {_times(spelling.count)}" for spelling in choice.group.spellings)
    said = [told for observation, told in _TELLING.items() if observation in choice.group.observations]
    usual = choice.group.usual
    listed = f"; GeoNames prefers “{usual.name}” ({usual.country}, population {usual.population:,})" if usual else ""
    return "; ".join([counts, *[*dict.fromkeys(said)][:_REASONS]]) + listed


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


_REASONS = 2  # that an editor is told
# What an editor is told of the observations that speak for one name, the most telling first.
_TELLING = {
    "romanised": "two romanizations of the same sounds",
    "swapped": "two letters are swapped",
    "exchanged": "two letters are exchanged",
    "doubled": "a letter is doubled or not",
    **dict.fromkeys(
        ("unheard of beside known", "unheard of beside common"), "one is well known, the other in no list"
    ),
    "known apart > 2.5": "one is far better known than the other",
    "speaks, but only the other is introduced": "one is quoted without an introduction, the other has one",
    "one only in full, the other only alone behind it": "one stands only in full, the other only alone after it",
    "the rarer alone, the other introduced": "one stands only by itself, the other in a full name",
    "the rarer introduced, the other not": "the one that stands in a full name is spelt otherwise after it",
    **dict.fromkeys(("shared telling company", "shared long company"), "both stand with the same other name"),
    "same title": "both have the same title",
    "same word before": "the same word stands before both",
    "same word after": "the same word follows both",
}
