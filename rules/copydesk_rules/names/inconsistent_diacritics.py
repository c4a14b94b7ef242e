"""Names.InconsistentDiacritics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from copydesk.facts import names
from copydesk.facts.names import Spelling
from copydesk.facts.names.lexicon import TITLES
from copydesk.facts.names.similarity import accents, plain
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
    change_all,
    change_to,
)  # fmt: skip
from copydesk_rules.names._known import misspelt
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._people import given_name_before

_SHORTEST = 3  # letters
_NO_LETTERS = str.maketrans("", "", "'’‘ʼ‐‑-.")


class InconsistentDiacritics(Rule):
    """One name is written with accents and without: Erdoğan and Erdogan, Bogotá and Bogota.

    Both may be right; a newspaper uses one of them. Wire copy without accents, pasted into a paper's own, is where
    they meet, and a search finds only half. The house's form is kept, else the more frequent, else the one with more
    accents, else the one that stands in a full name. Two people (Raúl Castro, Raul Meireles) are left alone, and
    so is an article that explains the spelling.

    Source: AP Stylebook, “accent marks”; Guardian style guide, “accents”; Chicago Manual of Style 11.
    """

    name = "Names.InconsistentDiacritics"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    examples = [
        Bad(
            "President Recep Tayyip Erdoğan flew to Ankara. Aides said Erdogan was tired. Erdoğan slept.",
            found="Erdogan",
            fixed="President Recep Tayyip Erdoğan flew to Ankara. Aides said Erdoğan was tired. Erdoğan slept.",
        ),
        Bad(
            "The plane left Bogota at noon. Storms over Bogotá had held it up. In Bogota, the rain went on.",
            found="Bogotá",
            fixed="The plane left Bogota at noon. Storms over Bogota had held it up. In Bogota, the rain went on.",
        ),
        Bad("Lech Wałęsa spoke. “I was there,” said Walesa.", found="Walesa"),
        Bad("Beyoncé sang for an hour. Fans of Beyonce waited.", headline="Beyoncé sings at last", found="Beyonce"),
        Bad(
            "Lech Walesa spoke. “I was there,” said Wałęsa.",
            found="Walesa",
            fixed="Lech Wałęsa spoke. “I was there,” said Wałęsa.",
        ),
        Bad("José Mourinho left the pitch. Then Jose Mourinho came back.", found="Jose"),
        Good("Raúl Castro spoke in Havana. Raul Meireles scored in Porto."),
        Bad("President Erdoğan flew to Ankara. Recep Tayyip Erdogan was tired.", found="Erdogan"),
        Bad("J. García came. José Garcia left.", found="Garcia"),
        Good("José Garcia came first. Maria García was second. Garcia was glad; García was not."),
        Good("Ana Suárez won. Tom Suarez lost, and Lia Suarez came third."),
        Good("Erdoğan, also written Erdogan, spoke. Erdoğan left."),
        Good("See www.erdogan.org for more. Erdoğan did not comment."),
        Good("Their résumé is long. To resume work, Resume Ltd needs money."),
        Good("The film “Jose” is new. José Mourinho liked it."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found: dict[str, list[Spelling]] = defaultdict(list)
        spellings = article.facts(names).spellings
        accented = {plain(text) for text in spellings if not text.isascii()}
        for text, spelling in spellings.items() if accented else ():
            if len(text) >= _SHORTEST and spelling.plain in accented and not _ruled_out(text, self.house):
                found[spelling.plain].append(spelling)
        for group in found.values():
            yield from _findings(article, group, self.house)


def _ruled_out(text: str, house: House) -> bool:
    return any(text in forms for forms in house.names.values())


def _letters(text: str) -> str:
    """Return a word as its letters with their accents: without capitals, apostrophes and hyphens."""
    return text.lower().translate(_NO_LETTERS)


def _findings(article: Article, group: Sequence[Spelling], house: House) -> Iterator[Finding]:
    judged = [spelling for spelling in (_judged(article, one) for one in group) if spelling.occurrences]
    if len({_letters(spelling.text) for spelling in judged}) < 2:
        return
    misspellings = misspelt([spelling.text for spelling in judged], article.text)
    kept = max(judged, key=lambda spelling: (spelling.text not in misspellings, _preference(spelling, house)))
    letters = _letters(kept.text)
    wrong = [one for one in judged if _letters(one.text) != letters and _one_name(article, one, kept)]
    places = [(one, place.span) for one in wrong for place in one.occurrences]
    everywhere = [*change_all((Edit(*span, kept.text) for _, span in places), kept.text)]
    if len(wrong) == 1 and wrong[0].text not in misspellings:
        edits = tuple(Edit(*place.span, wrong[0].text) for place in kept.occurrences)
        which = f"all {len(edits)}" if len(edits) > 1 else f"“{kept.text}”"
        everywhere.append(Fix(f"Change {which} to “{wrong[0].text}”", edits, everywhere=True))
    for spelling, span in sorted(places, key=lambda item: item[1]):
        yield Finding(
            span,
            f"“{spelling.text}” is written “{kept.text}” elsewhere.",
            (Related(kept.occurrences[0].span, f"written “{kept.text}” here"),),
            (change_to(span, kept.text), *everywhere),
            confidence=0.9,
            evidence=f"only accents differ; {kept.text} {kept.count}×, {spelling.text} {spelling.count}×",
        )


def _judged(article: Article, spelling: Spelling) -> Spelling:
    """Return a spelling with only those places where spellings are judged."""
    places = tuple(place for place in spelling.occurrences if not _left_alone(article, place.span))
    return spelling if len(places) == spelling.count else Spelling(spelling.text, places)


def _left_alone(article: Article, span: Span) -> bool:
    part = article.part_at(span.start)
    if part is None:
        return True
    start = part.prose.offset(span.start)
    return is_left_alone(part, start, start + span.end - span.start)


def _preference(spelling: Spelling, house: House) -> tuple[bool, int, int, bool]:
    return spelling.text in house.names, spelling.count, accents(spelling.text), bool(spelling.full)


def _one_name(article: Article, one: Spelling, other: Spelling) -> bool:
    """Whether two spellings are of one name: one stands alone somewhere, as no given name does, or both with the same
    other name.
    """
    mine, yours = _beside(article, one), _beside(article, other)
    pairs = [(name, each) for name in mine - {""} for each in yours - {""}]
    if any(_is_one(name, each) for name, each in pairs):
        return True
    if pairs and all(TITLES.isdisjoint(pair) for pair in pairs):
        return False  # José Garcia and Maria García
    begins = any(place.at == 0 for spelling in (one, other) for place in spelling.full)
    several = max(len(mine - {""}), len(yours - {""})) > 1
    return not begins and not several and bool("" in mine or "" in yours)


def _is_one(name: str, other: str) -> bool:
    """Whether two plain words beside a spelling are one, or an initial and its name."""
    return name == other or (min(len(name), len(other)) == 1 and name[0] == other[0])


def _beside(article: Article, spelling: Spelling) -> frozenset[str]:
    """Return the plain words next to a spelling in names; an empty one where it is alone."""
    found: set[str] = set()
    for place in spelling.occurrences:
        words = place.mention.words
        near = [words[index].text for index in (place.at - 1, place.at + 1) if 0 <= index < len(words)]
        near = near or [given_name_before(article, place.span.start)]
        found.update(plain(word) for word in near)
    return frozenset(found)
