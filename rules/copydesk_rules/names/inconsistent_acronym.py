"""Names.InconsistentAcronym."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from copydesk.facts import acronyms
from copydesk.facts.acronyms import Acronyms, Use
from copydesk.facts.names.lexicon import ordinary_words
from copydesk.rules import Article, Bad, Edit, Finding, Good, Related, Rule, Span, change_all, change_to, pattern
from copydesk_rules.names._acronyms import well_known
from copydesk_rules.names._bodies import bodies
from copydesk_rules.names._left_alone import is_left_alone

# What the names of bodies have that are known by the letters of their names in another language.
_TRANSLATED = frozenset("movement front forces army liberation revolutionary popular democratic people's".split())
_OFTEN = 3  # places of the one for a single one of the other to be a slip, where nothing says what they mean
_SHORTEST = 3  # letters; of two, either order is some other body's


class _Slip(NamedTuple):
    wrong: str
    right: str
    why: str


class InconsistentAcronym(Rule):
    """The letters of an acronym change places: the NSF here, the NFS there.

    The eye reads both as the same word. The letters that the article gives beside the full name, or that follow its
    words, are right; where the name is not spelt out, those that the article uses otherwise. Reported where the odd
    one is not explained itself, is no acronym or word that everybody knows, and occurs less often.

    Source: Reuters Handbook of Journalism, “acronyms”; AP Stylebook, “abbreviations and acronyms”.
    """

    name = "Names.InconsistentAcronym"
    severity = "warning"
    fault = "spelling"
    examples = [
        Bad(
            "The grant came from the National Science Foundation, or NSF. The team asked the NFS for more in May.",
            found="NFS",
            fixed="The grant came from the National Science Foundation, or NSF. The team asked the NSF for more in "
            "May.",
        ),
        Bad(
            "Fighters known as the RSF took the town. The RSF gave no figures. Residents said that the RFS had "
            "shelled the market.",
            found="RFS",
        ),
        Bad("Doctors of the National Health Mission (NMH) met. The NHM pays them.", found="NMH"),
        Bad("Doctors of the National Health Mission (NHM) met. The NMH pays them.", found="NMH"),
        Bad("The Royal Society for the Protection of Birds (RPSB) counted them.", found="RPSB"),
        Bad("The Food Standards Agency came. A spokesman for the FAS said that nobody was ill.", found="FAS"),
        Good("The National Science Foundation (NSF) pays. So does the National Food Service (NFS)."),
        Good("The Democratic Forces for the Liberation of Rwanda (FDLR) fled. The FDLR said nothing."),
        Good("The SDP lost in Hull. In Berlin the SPD won, and the SPD will govern."),
        Good("Boys of the BBC and the BCB met."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(acronyms)
        uses: dict[str, list[Use]] = defaultdict(list)
        for use in found.uses:
            uses[use.text].append(use)
        for slip in _slips(article, found, uses):
            yield from _findings(article, slip)


def _slips(article: Article, found: Acronyms, uses: Mapping[str, Sequence[Use]]) -> Iterator[_Slip]:
    by_letters: dict[str, list[str]] = defaultdict(list)
    for text in {**uses, **found.expanded}:
        if len(text) >= _SHORTEST:
            by_letters["".join(sorted(text))].append(text)
    for text, name in sorted(found.initials.items()):
        words = name.lower().split()
        if bodies().isdisjoint(words) or not _TRANSLATED.isdisjoint(words):
            continue
        if (alike := by_letters.get("".join(sorted(text)))) and text not in alike:
            alike.append(text)
    for alike in by_letters.values():
        for wrong in alike if len(alike) == 2 else ():
            (right,) = (text for text in alike if text != wrong)
            if (
                _swapped(wrong, right)
                and not _is_its_own(found, wrong)
                and (why := _why(article, found, uses, wrong, right))
            ):
                yield _Slip(wrong, right, why)


def _swapped(one: str, other: str) -> bool:
    """Whether two words differ by two neighbouring letters that change places."""
    differing = [at for at, (mine, other_s) in enumerate(zip(one, other, strict=True)) if mine != other_s]
    return len(differing) == 2 and differing[1] - differing[0] == 1


def _is_its_own(found: Acronyms, text: str) -> bool:
    """Whether letters mean something themselves: the article has words for them, or everybody knows them."""
    return text in found.initials or text in well_known() or text.lower() in ordinary_words()


def _why(article: Article, found: Acronyms, uses: Mapping[str, Sequence[Use]], wrong: str, right: str) -> str:
    """Return why one order of the letters is right, or empty if nothing says so."""
    if right in found.spelt_out or (right in found.initials and right not in uses):
        return f"“{right}” has the first letters of the name"
    if wrong in found.expanded:
        return ""
    if right in found.expanded:
        return f"“{right}” is given for {found.expanded[right]}"
    many, few = (len(uses.get(text, ())) for text in (right, wrong))
    if few != 1 or many < 2 or (many < _OFTEN and not _is_introduced(article, right)):
        return ""
    return f"{right} {many}×, {wrong} {few}×"


def _is_introduced(article: Article, text: str) -> bool:
    """Whether the article says that something is called so."""
    called = pattern(rf"\b(?:known|abbreviated) (?:\w+ )?as (?:the )?[“\"‘']?{re.escape(text)}\b")
    return any(called.search(part.words) for part in article.parts if text.lower() in part.vocabulary)


def _findings(article: Article, slip: _Slip) -> Iterator[Finding]:
    spans = list(_places(article, slip.wrong))
    rights = _places(article, slip.right)
    related = tuple(Related(span, f"“{slip.right}” here") for span in islice(rights, 1))
    everywhere = change_all((Edit(*span, slip.right) for span in spans), slip.right)
    for span in spans:
        yield Finding(
            span,
            f"“{slip.wrong}” is “{slip.right}” elsewhere.",
            related,
            (change_to(span, slip.right), *everywhere),
            confidence=0.85,
            evidence=slip.why,
        )


def _places(article: Article, text: str) -> Iterator[Span]:
    """Yield where letters stand, in brackets too, and may be judged."""
    for part in article.parts:
        if text.lower() in part.vocabulary:
            letters = pattern(rf"(?<![\w.@#/$£€-]){re.escape(text)}(?=s?(?![\w@/]|-[\dA-Z]|\.\w))")
            for match in letters.finditer(part.words):
                if not is_left_alone(part, *match.span()):
                    yield part.text_span(*match.span())
