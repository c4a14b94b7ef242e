"""Keys under which the spellings of one name meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.patterns import pattern

# Every alternative begins with a letter of its own, so that the engine skips to where one is.
_SIBILANTS = pattern(r"s(?:h?ts?ch|t?sch|ch|[hz]|)|t(?:s?ch|sh|sj|[xzs])|c(?:[zh]|(?=[eiy]))|zh?|d(?:zh?|j)|x")
_CLASSES = str.maketrans("cqgvwpdfm", "kkkbbbtbn", "aeiouyhj")
_REPEATED = pattern(r"(.)\1+")
_PLAIN_C = pattern(r"(?<!s)c(?=[aou])")  # a ts in Slavic and Hungarian spelling
_DEEP = pattern(r"[kc]h|x")
_JAPANESE = pattern(
    r"(?:(?:[kstnhmyrwgzdbpjf]|[kstnhmrgbpzj]y|sh|ch|ts|tts|ss|kk|tt|pp|tch)?[aiueo](?:h(?![aiueo]))?|n(?![aiueoy]))+"
)
_KUNREI = pattern(r"sh|sy|ch|ty|ts|zy|jy|j|f|(?<=[aiueo])h(?![aiueo])|(?<=o)[uoh]|(?<=u)[uh]")
_KUNREI_FORMS = {
    **{"sh": "s", "sy": "s", "ch": "t", "ty": "t", "ts": "t", "zy": "z", "jy": "z", "j": "z", "f": "h"},
    **dict.fromkeys("uoh", ""),
}


@lru_cache(maxsize=20_000)
def keys(word: str) -> tuple[str, ...]:
    """Return keys of a plain word such that two words that may be one name share at least one.

    They are the word with each letter left out (a slip of one letter), its consonants by class, whole and with
    one left out, with kh, ch, h and x as they may be read (another romanisation), and for a Japanese name its
    sounds. Two that begin alike may be forms of one name.
    """
    found = dict.fromkeys((word, *_with_one_left_out(word)))  # in order: with a set, it would change from run to run
    bones = _bones(word)
    for read in dict.fromkeys((bones, *_other_bones(word))):
        found["#" + read if len(read) > 1 else f"#{read}-{word[-1]}"] = None
    if len(bones) > 3:
        found.update(dict.fromkeys([f"#{rest}" for rest in _with_one_left_out(bones)]))
    if len(word) > 4:
        found["^" + word[:4]] = None
    if _JAPANESE.fullmatch(word):
        found["=" + _KUNREI.sub(lambda match: _KUNREI_FORMS[match.group()], word)] = None
    return tuple(found)


def _bones(word: str) -> str:
    return _REPEATED.sub(_first, _SIBILANTS.sub("s", word).translate(_CLASSES)).replace("ks", "s")


def _first(repeated: re.Match[str]) -> str:
    return repeated[1]


def _other_bones(word: str) -> Iterator[str]:
    """Yield a word's consonants as they are if it is read otherwise.

    With ch and x as in German or Greek, j as in English or German, w as a vowel, or c as ts.
    """
    if "h" in word or "x" in word:
        yield _bones(_DEEP.sub("", word))
        if "ch" in word or "x" in word:
            yield _bones(_DEEP.sub("k", word))
    if _PLAIN_C.search(word):
        yield _bones(_PLAIN_C.sub("ts", word))
    if "w" in word:
        yield _bones(word.replace("w", "u"))
    if "j" in word:
        yield _bones(word.replace("j", "zh"))
        yield _bones(word.replace("j", "y"))


def _with_one_left_out(letters: str) -> list[str]:
    return [letters[:index] + letters[index + 1 :] for index in range(len(letters))]
