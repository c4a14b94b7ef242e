"""The forms of English verbs: from a form to its verb, and back."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

# Base, past, participle where it differs: the irregular verbs that news uses.
_IRREGULAR = """
be was been|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid|bind bound|
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|
burst burst|buy bought|cast cast|catch caught|choose chose chosen|come came come|cost cost|cut cut|deal dealt|
dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|
feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got|give gave given|go went gone|
grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|
know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|lose lost|make made|mean meant|
meet met|outbid outbid|overrun overran overrun|overtake overtook overtaken|overthrow overthrew overthrown|
pay paid|put put|quit quit|read read|resell resold|retake retook retaken|ride rode ridden|ring rang rung|
rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|
shoot shot|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|speak spoke spoken|
spend spent|split split|spread spread|stand stood|steal stole stolen|stick stuck|strike struck|
swear swore sworn|sweep swept|swim swam swum|take took taken|teach taught|tear tore torn|tell told|
think thought|throw threw thrown|understand understood|undergo underwent undergone|wake woke woken|
wear wore worn|win won|withdraw withdrew withdrawn|withhold withheld|write wrote written|
arise arose arisen|mislead misled|overcome overcame overcome|rebuild rebuilt|shrink shrank shrunk|slide slid|
spin spun|undo undid undone|uphold upheld|upset upset
"""
_PASTS: dict[str, tuple[str, str]] = {}
for _row in _IRREGULAR.replace("\n", "").split("|"):
    _base, _past, *_rest = _row.split()
    _PASTS[_base] = (_past, _rest[0] if _rest else _past)
_BASES = {form: base for base, forms in _PASTS.items() for form in forms if form not in {"found", "lay", "bound"}}
_BASES |= {
    "found": "find",
    "bound": "bind",
    "is": "be",
    "are": "be",
    "were": "be",
    "am": "be",
    "has": "have",
    "does": "do",
}

IRREGULAR_PASTS: frozenset[str] = frozenset(form for forms in _PASTS.values() for form in forms)
_VOWELS = "aeiou"
# A final consonant is doubled behind a stressed short vowel; stress cannot be read off the spelling.
_DOUBLING = frozenset(
    """acquit admit allot ban bar begin bid blot commit compel confer control cut defer deter dig drop equip expel
    fit forget get grab grip hit hop incur infer jet knit let log mar nab net occur omit outbid pen permit
    pin plan plot prefer propel put quip quit rebut recur refer regret rob run scan scrap set shut sit slam
    slap slip snub spin split spot stab step stop strip submit sum swap swim tap transfer transmit trap trim
    tug upset wed win""".split()
)


class Forms(NamedTuple):
    """The forms of one verb: capture, captures, captured, captured, capturing."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


@cache
def forms(base: str) -> Forms:
    """Return the forms of a verb given by its base form."""
    stem = base + base[-1] if base in _DOUBLING else base
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        third, regular = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        regular = base + "d" if base.endswith("e") else stem + "ed"
    third = {"be": "is", "have": "has"}.get(base, third)
    past, participle = _PASTS.get(base, (regular, regular))
    dropped = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be" else stem
    ing = base[:-2] + "ying" if base.endswith("ie") else dropped + "ing"
    return Forms(base, third, past, participle, ing)


_ENDINGS = {  # by their last letter
    "s": (("ings", ""), ("ies", "y"), ("es", ""), ("s", "")),
    "g": (("ing", ""),),
    "d": (("ied", "y"), ("ed", "")),
    "y": (("edly", ""),),
}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a key that the forms of a word share, verb or noun: targets, targeted, targeting; took, taken.

    Rough on purpose: a final e and doubled consonants are dropped, possessives too. For comparing words only.
    """
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _BASES.get(word, word)
    for ending, instead in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word.removesuffix(ending) + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word
