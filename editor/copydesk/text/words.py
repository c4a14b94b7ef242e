"""Every word form met so far, once: its lower case, its class and the lexicons that it is in.

A form is interned with the space before it or without, so that a row of ids is enough to give back the text. Ids are
only good inside one process: they are never kept, and enter no cache key.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

# The class of a form is one byte, so that the classes of a paragraph can be searched as bytes.
LOWER, CAPITALISED, UPPER, MIXED = b"w", b"W", b"U", b"X"
DIGITS, FRACTION, SIGN, STOP, COMMA, PUNCTUATION, SPACE = b"0", b"/", b"$", b".", b",", b"!", b" "

_MOST_FORMS = 200_000  # names and figures are without end: past that, a new table begins between two articles
FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SIGNS = "$£€¥₽₹₩₺₴₪฿₫"


class Words:
    """A table of forms; lists in parallel, by id. `id_of[form]` adds a form that is new.

    `lexicons_of` says by a bit each in which lexicons a lower-case word is.
    """

    def __init__(self, lexicons_of: Callable[[str], int] = lambda lower: 0) -> None:
        self._lexicons_of = lexicons_of
        self.text: list[str] = []  # without the space before it
        self.space: list[int] = []  # how many code points of space are before it
        self.lower: list[str] = []
        self.kind: list[bytes] = []
        self.lexicons: list[int] = []
        self.begins_value = bytearray()  # kept up by `values`: it may be shorter than the lists
        self.id_of = _Ids(self)

    def add(self, form: str) -> int:
        """Add a form, with the space before it. Returns its id."""
        text = form.lstrip()
        lower = text.lower().replace("’", "'")
        self.text.append(text)
        self.space.append(len(form) - len(text))
        self.lower.append(lower)
        self.kind.append(_kind(text))
        self.lexicons.append(self._lexicons_of(lower))
        return len(self.text) - 1

    @property
    def is_full(self) -> bool:
        return len(self.text) >= _MOST_FORMS


class _Ids(dict[str, int]):
    """Form → id; a form that is missing is added."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, form: str) -> int:
        made = self[form] = self._words.add(form)
        return made


def _kind(text: str) -> bytes:
    if not text:
        return SPACE
    first = text[0]
    if first.isdecimal() or (first == "." and text[1:2].isdecimal()):
        return DIGITS
    if first.isalpha() or (first in "'’" and text[1:2].isalpha()):
        return _case(text)
    if first in FRACTIONS or first in _RAISED:
        return FRACTION
    if first in _SIGNS:
        return SIGN
    return STOP if first in ".!?…" else COMMA if first == "," else PUNCTUATION


def _case(text: str) -> bytes:
    if text.islower() or not (text[0].isupper() or text[0].islower() or text.isupper()):
        return LOWER
    if text[0].isupper() and (text[1:].islower() or len(text) == 1):
        return CAPITALISED
    return UPPER if text.isupper() else MIXED


_tables: list[Words] = []


def words() -> Words:
    """Return the table of this process. Between articles a full one is replaced: see `renew`."""
    if not _tables:
        from copydesk.text.lexicons import bits_of

        _tables.append(Words(bits_of))
    return _tables[-1]


def renew() -> None:
    """Begin a new table if this one is full. What was read with the old one goes on with the old one."""
    if _tables and _tables[-1].is_full:
        _tables.clear()


@cache
def fraction_value(character: str) -> tuple[int, int]:
    """Return numerator and denominator of a fraction that is one character: ¾ is (3, 4)."""
    import unicodedata

    top, _, bottom = unicodedata.normalize("NFKC", character).partition("\u2044")
    return int(top), int(bottom)
