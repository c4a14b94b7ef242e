"""Whether an article is in American or British spelling."""

from __future__ import annotations

import re
from typing import Literal

from copydesk.rules import Article, pattern

Dialect = Literal["US", "UK"]

# Words that newspapers use often, American first; none that is another word on the other side (meter, tire, program).
_PAIRS = """
color colour|labor labour|harbor harbour|neighbor neighbour|favor favour|honor honour|rumor rumour|humor humour|
behavior behaviour|armor armour|defense defence|offense offence|center centre|theater theatre|fiber fibre|
kilometer kilometre|centimeter centimetre|millimeter millimetre|liter litre|traveler traveller|traveled travelled|
traveling travelling|canceled cancelled|labeled labelled|modeling modelling|jewelry jewellery|skeptic sceptic|
gray grey|plow plough|aluminum aluminium|airplane aeroplane|organization organisation|recognize recognise|
realize realise|apologize apologise|criticize criticise|criticized criticised|emphasize emphasise|analyze analyse|
mobilize mobilise|authorize authorise|percent per cent|aging ageing|mom mum|pediatric paediatric
"""
_WORDS: dict[str, Dialect] = {}
for _pair in _PAIRS.replace("\n", "").split("|"):
    _american, _british = _pair.split(" ", 1)
    _WORDS[_american], _WORDS[_british] = "US", "UK"
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
_STEM = pattern(rf"\b({'|'.join(map(re.escape, _LONGEST_FIRST))})(?:s|es|ed|ing|ly|ist|ists|al)?\b")


def dialect(article: Article) -> Dialect:
    """Return the spelling that most of the telling words have; the article's language where they tell nothing.

    Capitalised words count too (Defense Ministry), but a name of a body abroad keeps its own spelling, so each
    word counts once.
    """
    seen = {match.group(1).lower() for part in article.parts for match in _STEM.finditer(part.words.lower())}
    american = sum(_WORDS[word] == "US" for word in seen)
    british = len(seen) - american
    if american != british:
        return "US" if american > british else "UK"
    return "US" if article.language.upper() in ("EN", "EN-US") else "UK"
