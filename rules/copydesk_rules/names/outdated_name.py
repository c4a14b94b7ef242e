"""Names.OutdatedName."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.facts.names.lexicon import MONTHS_AND_DAYS, NOT_NAMES, TITLES, ordinary_words
from copydesk.rules import (
    Article,
    Bad,
    Edit,
    Finding,
    Fix,
    Good,
    House,
    Options,
    Part,
    Rule,
    Span,
    change_all,
    change_to,
    pattern,
)
from copydesk_rules.names._left_alone import is_left_alone
from copydesk_rules.names._look import Phrases
from copydesk_rules.names._outdated import BY_OLD, FIXED, Renaming

_LONGEST_FIRST = sorted(BY_OLD, key=len, reverse=True)
_OLD = pattern(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w|-[A-Z]|['’](?!s\b)\w)")
_LOOK = Phrases(BY_OLD)
_FIXED = pattern("|".join(FIXED).replace("{old}", "|".join(map(re.escape, BY_OLD))))
_HISTORY = pattern(
    r"\b(?:then (?:called|known|named|still)|so-called|formerly|previously|once (?:called|known)|known as|called|"
    r"renamed|former name|old name|now (?:called|known|named)|Soviet[- ](?:era|times?|days|Union|Army)|tsarist|"
    r"colonial(?: era)?|the Raj|British (?:rule|India)|empire|imperial|medieval|(?:1[0-9]|20)th[- ]century)\b",
    re.IGNORECASE,
)
_COUNTED = r"(?!\s*(?:[a-z]+\s)?(?:people|troops|soldiers|kilomet|miles|met|tons|square|homes))"
_YEAR = pattern(rf"(?<![\d,.$€£-])(1[0-9]{{3}}|20[0-9]{{2}})(?![\d,.]\d)s?\b{_COUNTED}")
_CAPITAL_BEFORE = pattern(r"([A-Z][\w’'.-]*) $")
_CAPITAL_BEHIND = pattern(r"(?:['’]s)? ([A-Z][\w’'-]*)")
_PLACE_NOUNS = frozenset("Oblast Region Province State City District Airport".split())


@dataclass(frozen=True)
class OutdatedNameOptions(Options):
    """Former names that the house keeps, for example ["Burma"]."""

    keep: tuple[str, ...] = ()


class OutdatedName(Rule):
    """A place goes by a name that news copy no longer uses for it: Kiev for Kyiv, Swaziland for Eswatini.

    The old name dates the copy, and often takes a side. Dishes, clubs, battles and longer names that keep it (chicken
    Kiev, Peking University, the Bombay High Court) are left alone, and so are sentences about the time before
    the change or about the change itself. A house that keeps an old name says so with the option `keep`.

    Source: AP Stylebook; Guardian style guide; US Board on Geographic Names; the governments named in the evidence.
    """

    name = "Names.OutdatedName"
    severity = "warning"
    fault = "spelling"
    in_quotations = True
    options: OutdatedNameOptions = OutdatedNameOptions()
    examples = [
        Bad(
            "Kiev said on Monday that Kiev's forces had held the line.",
            found=("Kiev", "Kiev"),
            fixed="Kyiv said on Monday that Kyiv's forces had held the line.",
        ),
        Bad("A Kiev-based firm built it.", fixed="A Kyiv-based firm built it."),
        Bad("In Kiev, the mayor spoke.", headline="Kiev Says Drones Struck Depot", found=("Kiev", "Kiev")),
        Bad(
            "The king of Swaziland met leaders in Bombay.",
            found=("Swaziland", "Bombay"),
            fixed="The king of Eswatini met leaders in Mumbai.",
        ),
        Bad(
            "Ukrainian drones left Odessa in the morning.",
            found="Odessa",
            fixed="Ukrainian drones left Odesa in the morning.",
        ),
        Good("They ate chicken Kiev and Peking duck, and a Bombay mix before."),
        Good("The museum in Odessa, Texas, opens in May. Odessa has 114,000 people."),
        Good("In 1943 the Red Army retook Kiev. The Battle of Kiev had lasted weeks."),
        Good("The case went to the Bombay High Court. She studied at Peking University."),
        Good("Mumbai, formerly Bombay, is the largest city. The port then called Rangoon was smaller."),
        Good("Burma shirts", options=OutdatedNameOptions(keep=("Burma",))),
        Good("Dynamo Kiev won 2-0. Kievan Rus was a medieval state."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        kept = {*self.options.keep, *_settled_by(self.house)}
        in_body: set[str] = set()
        doubtful: list[tuple[Renaming, Span]] = []
        found: list[tuple[Renaming, Span]] = []
        for part in filter(_LOOK.may_be_in, article.parts):
            for renaming, start, end in article.cache.get(OutdatedName, part, _in_part):
                if renaming.old in kept or not _meant(renaming, article):
                    continue
                span = part.text_span(start, end)
                if part.is_body or part.kind == "standfirst":
                    in_body.add(renaming.old)
                    found.append((renaming, span))
                else:
                    doubtful.append((renaming, span))
        found += (one for one in doubtful if one[0].old in in_body or not in_body)
        edits: dict[Renaming, list[Edit]] = defaultdict(list)
        for renaming, span in found:
            edits[renaming].append(Edit(*span, renaming.new_in(article.language)))
        everywhere = {one: change_all(alike, one.new_in(article.language)) for one, alike in edits.items()}
        for renaming, span in sorted(found, key=lambda one: one[1]):
            yield _finding(renaming, renaming.new_in(article.language), span, everywhere[renaming])


def _settled_by(house: House) -> set[str]:
    """Return the forms that the house's style sheet rules on: another rule reports what it rules out."""
    return {*house.names, *(form for forms in house.names.values() for form in forms)}


def _meant(renaming: Renaming, article: Article) -> bool:
    if article.date is not None and article.date.year < renaming.since:
        return False
    if renaming.only_in and article.language not in renaming.only_in:
        return False
    text = article.text
    if any(word in text for word in renaming.never_with.split("|") if word):
        return False
    return any(word in text for word in renaming.only_with.split("|"))


def _in_part(part: Part) -> tuple[tuple[Renaming, int, int], ...]:
    """Return the former names in one part that nothing there excuses."""
    words = part.words
    if part.kind in ("note", "byline"):
        return ()
    matches = list(_OLD.finditer(words))
    if not matches:
        return ()
    fixed = [match.span() for match in _FIXED.finditer(words)]
    return tuple(
        (renaming, *match.span())
        for match in matches
        if (renaming := BY_OLD[match.group()])
        and not any(start <= match.start() < end for start, end in fixed)
        and not _within_longer_name(part, match)
        and not is_left_alone(part, *match.span())
        and not _historical(part, match.start(), renaming)
    )


def _within_longer_name(part: Part, match: re.Match[str]) -> bool:
    """Whether capitalised words beside it make it part of another name: Bombay High Court, West Burma."""
    words = part.words
    before = _CAPITAL_BEFORE.search(words, max(match.start() - 30, 0), match.start())
    if before is not None and not _no_name(before.group(1)) and before.start() > 0:
        return True
    behind = _CAPITAL_BEHIND.match(words, match.end())
    if behind is None or words[match.end() : match.end() + 1] in ("'", "’"):
        return False
    if part.kind in ("headline", "heading"):
        return False
    word = behind.group(1)
    return not (_no_name(word) or word in _PLACE_NOUNS)


def _no_name(word: str) -> bool:
    small = word.lower().rstrip(".")
    return (
        small in NOT_NAMES
        or small in TITLES
        or small in MONTHS_AND_DAYS
        or (small in ordinary_words() and small.endswith("ly"))
    )


def _historical(part: Part, position: int, renaming: Renaming) -> bool:
    """Whether the sentence speaks of the time before the change, or names both names."""
    sentence = next((span for span in part.sentences if span.start <= position < span.end), Span(0, len(part.words)))
    words = part.words[sentence.start : sentence.end]
    if _HISTORY.search(words) or re.search(rf"\b{re.escape(renaming.new)}\b", words.replace(renaming.old, "")):
        return True
    return any(int(year.group(1)) < renaming.since for year in _YEAR.finditer(words))


def _finding(renaming: Renaming, new: str, span: Span, everywhere: tuple[Fix, ...]) -> Finding:
    return Finding(
        span,
        f"“{renaming.old}” is now “{new}”.",
        fixes=(change_to(span, new), *everywhere),
        confidence=0.95,
        evidence=f"since {renaming.since}: {renaming.source}",
    )
