"""A headline as it is written in sentence case: names as the body has them, and all else small."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk_rules.headline._capitals import PREFIXES, Capitals, is_grammar, is_name_too, is_ordinary, spoken
from copydesk_rules.headline._words import Word, capitalised, in_capitals

_PLAIN_WORDS = 3  # ordinary words with capitals that show a headline to be in title case
_ALL_PLAIN_WORDS = 2  # the same, where no ordinary word is small


def to_sentence(words: Sequence[Word], capitals: Capitals) -> dict[Word, str]:
    """Return the words to change, and what to; none where the headline is in sentence case."""
    shouted, in_title_case = in_capitals(words), _in_title_case(words)
    edits: dict[Word, str] = {}
    for number, word in enumerate(words):
        if shouted:
            text = spoken(word.text, capitals)
        elif word.quoted or word.anew or word.shouted or word.has_inner_capital:
            text = word.text
        elif word.text[0].islower():
            text = _as_name(word.text, capitals)
        elif in_title_case:
            text = _in_sentence(words, number, capitals)
        else:
            text = word.text.lower() if _is_surely_small(words, number, capitals) else word.text
        if word.first and not _begins_small(text, capitals):
            text = capitalised(text)
        if text != word.text:
            edits[word] = text
    return edits


def _in_title_case(words: Sequence[Word]) -> bool:
    weighty = [
        word for word in words if len(word.text) > 3 and not word.first and not word.quoted and is_ordinary(word.text)
    ]
    capitals = sum(word.text[0].isupper() for word in weighty)
    return capitals >= max(_PLAIN_WORDS, 0.8 * len(weighty)) or capitals == len(weighty) >= _ALL_PLAIN_WORDS


def _is_surely_small(words: Sequence[Word], number: int, capitals: Capitals) -> bool:
    """Whether a lone capital in a headline in sentence case is a slip: the body never has it, nor is it in a name."""
    text = words[number].text
    beside = [words[one] for one in (number - 1, number + 1) if 0 <= one < len(words)]
    if (
        words[number].numbered
        or any(word.text[0].isupper() and not word.first for word in beside)
        or not text.isalpha()
    ):
        return False
    if is_grammar(text):
        return len(text) > 1
    return capitals.small(text) > 0 and not capitals.capital(text) and is_ordinary(text)


def _as_name(text: str, capitals: Capitals) -> str:
    """Return a small word with the capital that the body always gives it, if it can only be a name."""
    form = capitals.form(text)
    if form is None or len(form) != len(text) or len(text) < 3 or form.isupper():
        return text
    return text if capitals.small(text) or is_ordinary(text) else form


def _in_sentence(words: Sequence[Word], number: int, capitals: Capitals) -> str:
    """Return a word of a headline in title case as it is written in sentence case."""
    text = words[number].text
    if text in ("I", "I'm", "I’m", "I've", "I’ve", "I'll", "I’ll") or "." in text:
        return text
    beside = [words[one].text for one in (number - 1, number + 1) if 0 <= one < len(words)]
    if any(capitals.together(text, other) for other in beside):
        return text
    if "-" in text and not capitals.capital(text):
        return "-".join(_small(piece, capitals) if piece else "" for piece in text.split("-"))
    return _small(text, capitals)


def _small(text: str, capitals: Capitals) -> str:
    """Return a word without its capital, unless the body shows it to be a name."""
    if text.isupper() and len(text) > 1:
        return text
    if text.lower() in PREFIXES:
        return text.lower()
    if is_ordinary(text):
        in_names, small = capitals.capital(text), capitals.small(text)
        is_name = capitals.capital(text, alone=True) > small or (in_names and not small and is_name_too(text))
        return text if is_name else text.lower()
    return text.lower() if capitals.small(text) and not capitals.capital(text) else text


def _begins_small(text: str, capitals: Capitals) -> bool:
    """Whether a word begins small even where others would not: iPhone."""
    form = capitals.form(text) or text
    return form[0].islower() and not form.islower()
