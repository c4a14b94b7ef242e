"""Whether a word that no dictionary has is a slip of the keys, or just a word that the dictionary lacks.

Most of what spelling engines do not know in published news is right: trades have their own words (“backheel”,
“dexamethasone”), and new ones are made daily. What tells a slip is the word that was meant: it is near, and many
times commoner. How many times it has to be, depends on how keys slip: letters are swapped, left out and doubled far
more often than a first or a last letter is wrong (Damerau 1964; Kukich 1992, 2.1), and of two slips in a word hardly
ever one is its first letter, while a new word is mostly like an
old one but for its beginning or ending. The least ratios were measured on 5,000 slips, real and made, and on what
Harper and LanguageTool do not know in 560,000 words of news (`bench/typing_errors.py` shows what is kept).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import ordinary_words
from copydesk.facts.words.dictionary import is_word

# The least ratio, as a power of ten, of how common the word meant is to how common this one is, by what slipped.
_LEAST = {
    "swapped": 1.5,
    "missing": 1.5,
    "missing first": 2.4,
    "missing last": 2.0,
    "doubled": 1.5,
    "extra": 2.5,
    "extra first": 3.0,
    "extra last": 3.5,
    "wrong": 2.7,
    "wrong vowel": 1.5,
    "wrong first": 2.8,
    "wrong last": 2.9,
}
_SHORT = 4  # letters, up to which many words are alike
_SHORT_MORE = 0.7
_TINY = 2  # letters, so short that only a swap in one of the commonest words can be told
_TWO = 3.0  # the least ratio for two slips in one word
_TWO_SHORTER = 4.5  # and in one of less than
_LONG = 7  # letters
_SCRAMBLED = 3.5  # for the same letters in another order
_THREE = 3.5
_LONGER = 9
# How speech is written: ’orrible, talkin, gonnae.
_DROPPED = frozenset("dgt")  # last letters that speech drops
_DRAWN_OUT = frozenset("aehouy")
_NAMES_ASIDE = 3.0  # how common at most a word in small letters counts: what is above that, it is as a name (Tim)
_VOWELS = frozenset("aeiou")

# Endings that make new words daily, and the least letters before them.
_ENDINGS = (
    *((ending, 3) for ending in ("less", "like", "ness", "ster", "wise", "gate")),
    *((ending, 4) for ending in ("er", "ers", "ed", "ing", "ings", "ly", "able", "ish", "ism", "ist", "ists", "ity")),
    *((ending, 4) for ending in ("ize", "izes", "ized", "izing", "ise", "ises", "ised", "ising", "ees", "ee")),
)
_HALF = 4  # letters of each half of a compound
# Beginnings that do the same, and the least letters behind them.
_BEGINNINGS = (
    "re",
    "anti",
    "counter",
    "inter",
    "micro",
    "multi",
    "non",
    "over",
    "post",
    "pre",
    "super",
    "ultra",
    "un",
    "under",
)
_STEM = 5

# What a lost space joins to the word beside it. With particles English makes words, lockdown, outbid.
_SMALL = frozenset(
    """the of and to that for with as at from this these those has have had he she it his her its their they we you is
    are was were be been but not no or who which what when would will said""".split()
)
_PARTICLES = frozenset("in on by if so".split())


@lru_cache(maxsize=20_000)
def is_slip(word: str, suggestions: Sequence[str] = (), more: float = 0.0, *, spoken: bool = False) -> bool:
    """Whether a word that is not in the dictionary is a slip for one that is common.

    `suggestions` are what an engine would put in its place; other common words are looked for too. `more` is how much
    commoner still the word meant has to be, as a power of ten. In what was `spoken`, and written as it was heard, an
    end that is cut off or drawn out is no slip.
    """
    if is_joined(word):
        return True
    small = word.lower()
    known = zipf(_plain(small))
    if word == small:
        known = min(known, _NAMES_ASIDE)
    near = tuple(_near(small, suggestions))
    if spoken and any(_is_dropped(small, meant) for meant in near):
        return False
    return any(zipf(_plain(meant)) - known >= _least(small, meant, known, spoken) + more for meant in near)


def likeliest_first(word: str, suggestions: Sequence[str]) -> list[str]:
    """Return suggestions for a word, those first that have two neighbouring letters swapped: keys slip most so."""
    return sorted(suggestions, key=lambda meant: not _is_swap(word.lower(), meant.lower()))


def _is_swap(word: str, meant: str) -> bool:
    return sorted(word) == sorted(meant) and _distance(word, meant) == 1


def _least(word: str, meant: str, known: float, spoken: bool) -> float:
    """Return the least ratio, as a power of ten, that makes a word a slip for another."""
    distance = _distance(word, meant)
    if distance == 1:
        how = _what_slipped(word, meant)
        if how == "swapped":
            return _LEAST[how]
        if len(word) <= _TINY or (spoken and _is_speech(how, word, meant)):
            return float("inf")
        return _LEAST[how] + _SHORT_MORE * (len(word) <= _SHORT)
    if distance == 2 and sorted(word) == sorted(meant):
        return _SCRAMBLED
    if word[:1] != meant[:1]:
        return float("inf")
    if distance == 2 and len(word) > _SHORT:
        return _TWO if len(word) >= _LONG else _TWO_SHORTER
    if distance == 3 and len(word) >= _LONGER and not known:
        return _THREE
    return float("inf")


def _is_speech(how: str, word: str, meant: str) -> bool:
    """Whether a word may be another as it is spoken: a sound dropped at an end, the last one drawn out, or a
    short word with other sounds (wus, dae, dat).
    """
    if len(word) <= _SHORT and how != "doubled":
        return True
    if how == "missing last":
        return meant[-1] in _DROPPED
    return how == "missing first" or (how == "extra last" and word[-1] in _DRAWN_OUT)


def _is_dropped(word: str, meant: str) -> bool:
    """Whether a word is another without the last sound of its ending: thinkin, whatever else is near it."""
    return word.endswith("in") and meant == f"{word}g"


def _what_slipped(word: str, meant: str) -> str:
    """Return what made one word of the other; they are one slip apart."""
    begin = _shared(word, meant)
    end = _shared(word[::-1], meant[::-1])
    if len(word) == len(meant):
        if len(word) - begin - end == 2:
            return "swapped"
        if begin == 0 or end == 0:
            return "wrong first" if begin == 0 else "wrong last"
        return "wrong vowel" if {word[begin], meant[begin]} <= _VOWELS else "wrong"
    longer, how = (word, "extra") if len(word) > len(meant) else (meant, "missing")
    if 0 < begin < len(longer) and longer[begin - 1] == longer[begin]:
        return "doubled"
    return f"{how} first" if begin == 0 else f"{how} last" if end == 0 else how


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _near(word: str, suggestions: Sequence[str]) -> Iterator[str]:
    """Yield the words that may be meant: those of an engine, and the common ones."""
    yield from (text.lower() for text in suggestions if text.replace("’", "'").replace("'", "").isalpha())
    yield from _common_near(word)


@lru_cache(maxsize=20_000)
def _common_near(word: str) -> tuple[str, ...]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= _SHORT else 1
    lengths = range(len(word) - most, len(word) + most + 1)
    return tuple(
        meant
        for length in lengths
        for meant, _, _ in process.extract(
            word, _common_words().get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=None
        )
    )


@cache
def _common_words() -> dict[int, list[str]]:
    by_length: dict[int, list[str]] = defaultdict(list)
    for word in sorted(ordinary_words()):
        by_length[len(word)].append(word)
    return by_length


def _distance(word: str, meant: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(word, meant, score_cutoff=3))


def is_joined(word: str) -> bool:
    """Whether a space is missing in a word: between a small one and another, both common."""
    small = word.lower()
    known = zipf(_plain(small))
    for at in range(2, len(small) - 1):
        one, other = small[:at], small[at:]
        if word[at].isupper():
            return one in _SMALL | _PARTICLES and word[:at].islower()  # ofTexas, theBBC
        ends = {one, other}
        if ends & _SMALL and (ends <= _SMALL | _PARTICLES or ends <= ordinary_words()):
            rarer = min(zipf(_plain(end)) if len(end) > 2 else 6.0 for end in ends)
            if rarer - known >= _LEAST["missing"]:
                return True
    return False


def is_derived(word: str) -> bool:
    """Whether a word in small letters may be made of a known one, by an ending or a beginning, or of two.

    Squasher, fanless, valorizes; nonelderly; signmaking. A “begining” is none: its last letter should have been
    doubled.
    """
    if any(word.endswith(ending) and _takes(word.removesuffix(ending), ending, least) for ending, least in _ENDINGS):
        return True
    if any(
        len(stem := word.removeprefix(begin)) >= _STEM and stem != word and is_word(stem) for begin in _BEGINNINGS
    ):
        return True
    return any(is_word(word[:at]) and is_word(word[at:]) for at in range(_HALF, len(word) - _HALF + 1))


def _takes(stem: str, ending: str, least: int) -> bool:
    """Whether a stem of so many letters at least is a word that takes an ending as it stands, or for an “e”."""
    if len(stem) < least:
        return False
    if ending[0] not in _VOWELS:
        return is_word(stem)
    return is_word(f"{stem}e") or (is_word(stem) and not is_word(stem + stem[-1] + ending))


def _plain(word: str) -> str:
    return word.replace("’", "").replace("'", "")
