"""Names.UndefinedAcronym."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.facts import acronyms
from copydesk.facts.names.lexicon import ordinary_words
from copydesk.rules import Article, Bad, Finding, Good, Options, Rule, pattern
from copydesk_rules.names._acronyms import well_known
from copydesk_rules.names._left_alone import is_left_alone

_NAME_BEHIND = pattern(r" [A-Z][a-z]")
_TIME_BEFORE = pattern(r"(?:\d|[ap]\.?m\.?) $")


def _is_another_thing(article: Article, use: acronyms.Use) -> bool:
    """Whether capitals are for emphasis (others beside them, an English word), a time zone's, or part of a name."""
    before = article.text[max(use.span.start - 15, 0) : use.span.start]
    beside = [*before.split()[-1:], *article.text[use.span.end : use.span.end + 15].split()[:1]]
    shouted = any(len(word) > 1 and word.strip(",.;:?!").isupper() for word in beside)
    named = _NAME_BEHIND.match(article.text, use.span.end) is not None
    return shouted or named or use.text.lower() in ordinary_words() or _TIME_BEFORE.search(before) is not None


@dataclass(frozen=True)
class UndefinedAcronymOptions(Options):
    """Acronyms that the house's readers know, for example ["SEIU"]."""

    known: tuple[str, ...] = ()


class UndefinedAcronym(Rule):
    """An acronym is not expanded, in an article that expands others.

    Readers who do not know it stop there; and an article that explains the WMO and not NCAR was edited in a hurry.
    The first use in the body is reported. Silent where an article expands none (the house does not), where the full
    name stands anywhere, on words in capitals for emphasis, and on what everybody knows: BBC, EU, UN, FBI, NATO. Off
    until a house asks for it.

    Source: AP Stylebook and Guardian style guide, “abbreviations and acronyms”.
    """

    name = "Names.UndefinedAcronym"
    severity = "suggestion"
    on = False
    options: UndefinedAcronymOptions = UndefinedAcronymOptions()
    examples = [
        Bad(
            "The World Meteorological Organization (WMO) agrees. A study by NCAR found less rain; the WMO cited it.",
            found="NCAR",
        ),
        Bad("The FAA (Federal Aviation Administration) said so. The NTSB sent two men.", found="NTSB"),
        Good("The WMO agrees. A study by NCAR found less rain."),
        Good("The World Meteorological Organization (WMO) agrees. The BBC, the EU and NATO said nothing."),
        Good("The World Health Organization (WHO) agrees. The National Rifle Association did not; the NRA is angry."),
        Good(
            "The World Meteorological Organization (WMO) agrees. The SEIU struck.",
            options=UndefinedAcronymOptions(known=("SEIU",)),
        ),
        Good("The World Meteorological Organization (WMO) agrees. King Louis XIV drove an SUV. It was NOT his."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(acronyms)
        if not found.expanded:
            return
        seen: set[str] = set()
        for use in found.uses:
            part = article.part_at(use.span.start)
            if part is None or not (part.is_body or part.kind == "standfirst") or part.kind == "heading":
                continue
            if use.text in seen or self._is_understood(use.text, found) or _is_another_thing(article, use):
                continue
            seen.add(use.text)
            start = part.prose.offset(use.span.start)
            if not is_left_alone(part, start, start + len(use.text)):
                acronym, phrase = next(iter(found.expanded.items()))
                yield Finding(
                    use.span,
                    f"“{use.text}” is not expanded.",
                    confidence=0.7,
                    evidence=f"the article expands others: {acronym}, {phrase}",
                )

    def _is_understood(self, acronym: str, found: acronyms.Acronyms) -> bool:
        return (
            acronym in found.expanded
            or acronym in found.spelt_out
            or acronym in well_known()
            or acronym in self.options.known
        )
