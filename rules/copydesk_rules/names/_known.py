"""Names that are often spelt wrong: the wrong forms, the right one, where it is meant, and who says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copydesk_rules.names._look import small_words

_DATA = Path(__file__).parent / "data" / "known_spellings.txt"


class Misspelling(NamedTuple):
    """A wrong form and the right one. If there are `words`, one of them must stand in the article.

    `telling` is the word of the wrong form that is wrong, in lower case, `small` are all its words: a quick look for
    them finds the parts that may have it.
    """

    wrong: str
    right: str
    words: tuple[str, ...]
    source: str
    telling: str
    small: frozenset[str]

    @property
    def pattern(self) -> str:
        return re.escape(self.wrong).replace("'", "['’]").replace(r"\ ", r"\s+")

    @property
    def surname(self) -> tuple[str, str] | None:
        """The wrong and the right surname, if the name is a person's whose surname is what is wrong."""
        wrong, right = self.wrong.split(), self.right.split()
        if len(wrong) < 2 or len(right) != len(wrong) or wrong[-1] == right[-1] or not wrong[-1].isalpha():
            return None
        return wrong[-1], right[-1]


@cache
def telling_words() -> frozenset[str]:
    """Return the words one of which any part with a wrong form has."""
    return frozenset(misspellings())


@cache
def misspellings() -> Mapping[str, tuple[Misspelling, ...]]:
    """Return the wrong forms under the word in lower case that tells them."""
    found: dict[str, list[Misspelling]] = defaultdict(list)
    for one in _read():
        found[one.telling].append(one)
    return {telling: tuple(ones) for telling, ones in found.items()}


def misspelt(forms: Collection[str], text: str) -> frozenset[str]:
    """Return the forms of one name that are known as misspellings of another of them, in an article's text.

    A form that is wrong beside some words, or in a longer name, is so only where the article has those.
    """
    found = frozenset(
        form
        for form in forms
        for other, beside in _corrections().get(form, ())
        if other in forms and (not beside or any(words in text for words in beside))
    )
    return found if len(found) < len(set(forms)) else frozenset()


@cache
def _corrections() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return the right forms under the wrong ones: of whole names, and of what differs in them.

    With each come words, or names, of which the article must have one.
    """
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for one in dict.fromkeys(one for ones in misspellings().values() for one in ones):
        found[one.wrong].append((one.right, one.words))
        wrong, right = one.wrong.split(), one.right.split()
        ahead = behind = 0
        while min(len(wrong), len(right)) - ahead > 1 and wrong[ahead] == right[ahead]:
            ahead += 1
        while min(len(wrong), len(right)) - ahead - behind > 1 and wrong[-1 - behind] == right[-1 - behind]:
            behind += 1
        if ahead or behind:
            pair = [" ".join(words[ahead : len(words) - behind]) for words in (wrong, right)]
            # A surname alone is the person's where the article has the person; “Columbia” may be a country.
            found[pair[0]].append((pair[1], (one.wrong,) if behind else (one.wrong, one.right)))
    return {form: tuple(rights) for form, rights in found.items()}


def _read() -> Iterator[Misspelling]:
    source = ""
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            source = line[3:]
        elif line and not line.startswith("#"):
            forms, _, rest = line.partition(" > ")
            right, _, words = rest.partition(" | ")
            for wrong in forms.split("; "):
                context = tuple(words.split(", ")) if words else ()
                yield Misspelling(
                    wrong, right, context, source, _telling(wrong, right), frozenset(small_words(wrong))
                )


def _telling(wrong: str, right: str) -> str:
    """Return the longest small word that only the wrong form has; of forms with the same words, the longest one."""
    kept = small_words(right)
    of_wrong = small_words(wrong)
    return max([word for word in of_wrong if word not in kept] or of_wrong, key=len)
