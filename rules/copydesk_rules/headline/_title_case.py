"""A headline as it is written in title case, by the conventions of the AP Stylebook or of the Chicago Manual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from copydesk.facts.names.lexicon import PARTICLES
from copydesk.rules import pattern
from copydesk_rules.headline._capitals import PREFIXES, Capitals, spoken
from copydesk_rules.headline._words import Word, capitalised, in_capitals

Convention = Literal["ap", "chicago"]
Wanted = Literal["small", "capital", "either"]

_ARABIC = pattern(r"(?:al|el|as|ash|an|at|ad|ar|az|ul|bin)[-‐‑]\w")
_ALWAYS_SMALL = frozenset("a an the of and or nor but at for vs".split())
# Short words that are prepositions as often as adverbs (Turn Off the Light), the “to” of infinitives, which AP
# writes with a capital and of prepositions without, and conjunctions on which newspapers differ.
_EITHER = frozenset("in on up off out by as if so yet per via pro than to".split())
# Chicago leaves prepositions small; since its 18th edition (2024) only those of up to four letters.
_SHORT_PREPOSITIONS = frozenset("to as from with into onto upon".split())
_LONG_PREPOSITIONS = frozenset(
    """about above across after against along amid among around atop before behind below beneath beside besides
    between beyond concerning despite down during except inside like near outside over past regarding since through
    throughout till toward towards under underneath unlike until within without""".split()
)


def wanted(word: str, convention: Convention) -> Wanted:
    """Return how a word in the midst of a title is written; `word` in small letters."""
    if word in _ALWAYS_SMALL:
        return "small"
    if convention == "chicago":
        if word in _SHORT_PREPOSITIONS:
            return "small"
        if word in _LONG_PREPOSITIONS:
            return "either"
    return "either" if word in _EITHER else "capital"


def _prefers_capital(word: str) -> bool:
    """Whether a word that may be either had better have a capital: an adverb more often than not, or a long one."""
    return word in ("up", "off", "out", "so", "yet", "if", "than") or word in _LONG_PREPOSITIONS


def to_title(words: Sequence[Word], capitals: Capitals, convention: Convention) -> dict[Word, str]:
    """Return the words to change, and what to; none where the headline is in title case."""
    shouted = in_capitals(words)
    edits: dict[Word, str] = {}
    wrong = False
    for number, word in enumerate(words):
        text = spoken(word.text, capitals) if shouted else word.text
        plain = text.lower()
        how = "capital" if word.first or word.last else wanted(plain, convention)
        if _has_own_form(words, number, text):
            written = text
        elif how == "capital":
            written = _compound(text, convention)
        elif how == "either" or word.anew:
            written = capitalised(text) if how == "either" and _prefers_capital(plain) else text
        else:
            after = words[number - 1].text
            following = words[number + 1].text if number + 1 < len(words) else ""
            is_name = capitals.together(text, following) or capitals.together(after, text)
            written = text if is_name else plain
        if written != word.text:
            edits[word] = written
            wrong = wrong or how != "either"
    return edits if wrong or shouted else {}


def _has_own_form(words: Sequence[Word], number: int, text: str) -> bool:
    """Whether a word is written as it is in any case: iPhone, NATO, van Beethoven, 5 km, amazon.com, al-Raqqa."""
    word = words[number]
    if word.has_inner_capital or "." in text or _ARABIC.match(text):
        return True
    if len(text) > 1 and text.isupper():
        return True
    if text not in PARTICLES or text in ("an", "at"):
        return False
    before = next((one.text for one in reversed(words[:number]) if one.text not in PARTICLES), "")
    behind = next((one.text for one in words[number + 1 :] if one.text not in PARTICLES), "")
    return before[:1].isupper() and behind[:1].isupper()


def _compound(text: str, convention: Convention) -> str:
    """Return a word with a capital, and a compound with one on each part that would have one by itself."""
    first, *others = text.split("-")
    if first.lower() in PREFIXES:
        return "-".join((capitalised(first), *others))
    return "-".join((capitalised(first), *(_later_part(one, convention) for one in others)))


def _later_part(part: str, convention: Convention) -> str:
    plain = part.lower()
    how = wanted(plain, convention)
    return capitalised(part) if part and (how == "capital" or (how == "either" and _prefers_capital(plain))) else part
