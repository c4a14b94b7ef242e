"""British and American spellings of one word: which country a word is spelt for is no spelling mistake.

The dictionary has every country's spellings of the words that it has. What is left are those that are made daily,
with the one ending that countries spell two ways: tokenise, tokenize.

Source: Oxford Style Manual, on -ize and -ise.
"""

from __future__ import annotations

import re

_ENDING = re.compile(r"([iy])s(e|ed|es|er|ers|ing|ation|ations|able)$")


def neutral(word: str) -> str:
    """Return a key that the spellings of a word with -ise and with -ize share. For comparing only."""
    return _ENDING.sub(r"\1z\2", word.lower().replace("’", "'"))
