"""What mentions words rather than uses them: corrections (“misspelt Merkel as Merkle”) and contrasts (“X, not Y”)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from copydesk.article.article import Part
from copydesk.article.edits import Span
from copydesk.patterns import pattern

_STORY = "(?:article|story|report|headline|piece|caption|post|page)"
_CORRECTING = pattern(
    r"\b(?:mis-?spel(?:led|t|ls?|ling)|misidentified|misnamed|misstated"
    r"|(?:wrongly|incorrectly|mistakenly|erroneously) (?:named|called|identified|given|gave|spelled|spelt|wrote"
    r"|written|referred|described|said|stated|listed|reported|rendered)"
    rf"|(?:earlier|previous|original) version of (?:this|the) {_STORY}"
    rf"|this {_STORY} (?:was|has been) (?:since )?(?:amended|corrected|changed)|should have read)\b",
    re.IGNORECASE,
)
_WORDS = frozenset(
    """misspelled misspelt misspells misspell misspelling mis misidentified misnamed misstated wrongly incorrectly
    mistakenly erroneously version amended corrected changed should""".split()
)
_CONTRAST = pattern(
    r"(?P<one>[A-Z]\w+)[’”\"']?,? (?:and |but )?(?:not|instead of|rather than) [“‘\"']?(?P<other>[A-Z]\w+)"
    r"|\bnot [“‘\"']?(?P<wrong>[A-Z]\w+)[’”\"']?,? but [“‘\"']?(?P<right>[A-Z]\w+)"
)
_CONTRASTING = frozenset(("not", "instead", "rather"))
_ALIKE = 0.6  # how much of two names has to be the same letters
_LONGEST = 50  # letters


def correcting(part: Part) -> list[Span]:
    """Return the sentences of a part that say how words are, or were, wrong; spans are relative to it."""
    if _WORDS.isdisjoint(part.vocabulary):
        return []
    places = [match.start() for match in _CORRECTING.finditer(part.words)]
    return [span for span in part.sentences if any(span.start <= place < span.end for place in places)]


def contrasting(part: Part) -> list[tuple[Span, Span]]:
    """Return where a part holds two forms of one name against each other: both, relative to the part."""
    if _CONTRASTING.isdisjoint(part.vocabulary):
        return []
    found = []
    for match in _CONTRAST.finditer(part.words):
        first, second = ("one", "other") if match["one"] else ("wrong", "right")
        if _are_forms_of_one(match[first], match[second]):
            found.append((Span(*match.span(first)), Span(*match.span(second))))
    return found


def mentioned(part: Part) -> list[Span]:
    """Return where a part mentions words rather than uses them; spans are relative to it."""
    return sorted([*correcting(part), *(Span(one.start, other.end) for one, other in contrasting(part))])


def _are_forms_of_one(one: str, other: str) -> bool:
    if one == other or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio() >= _ALIKE
