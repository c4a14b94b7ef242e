"""Consistency.Spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from copydesk.rules import Article, Bad, Finding, Good, Part, Rule, pattern
from copydesk_rules.consistency._two_ways import MOST_WORDS, Place, in_own_words, two_ways

_AMERICAN = frozenset(("EN", "EN-US"))
_SHORTEST = 5  # letters of a word
# How words of two spellings become one, the American; each on a whole word in small letters.
_ONE_WAY = tuple(
    (re.compile(wrong), right)
    for wrong, right in (
        (r"([bdlmnpvi])our(?=(?:s|ed|ing|ite|ites|able|ably|ful|less|hood|hoods|ly|al|ally|er|ers)?$)", r"\1or"),
        (r"([a-z]{3}[iy])s(?=(?:e|es|ed|er|ers|ing|ation|ations)$)", r"\1z"),
        (r"^(cent|meag|lust|theat|spect|calib|somb|sab|och|saltpet|fib|lit)re(?=s?$)", r"\1er"),
        (r"^(def|off|pret)ence(?=s?$)", r"\1ense"),
        (
            r"^(travel|cancel|label|model|signal|marvel|quarrel|counsel|channel|tunnel|funnel|jewel|dial|total|rival"
            r"|level|fuel|duel|equal|initial|panel|parcel|pencil|pedal|shovel|spiral|towel|unravel)l(?=(?:ed|ing|er|ers"
            r"|ings|ors?)$)",
            r"\1",
        ),
        (r"^(catal|anal|dial|monol|epil|prol)ogue(?=s?$)", r"\1og"),
        (r"^focuss(?=ed|ing|es)", "focus"),
        (r"^programme(?=s?$)", "program"),
        (r"^grey(?=s|er|est|ing|ed|$)", "gray"),
        (r"^advisor", "adviser"),
        (r"^judgement", "judgment"),
        (r"^ageing$", "aging"),
        (r"^sceptic", "skeptic"),
        (r"^manoeuv", "maneuv"),
        (r"^(an|p)ae(?=sthe|diat)", r"\1e"),
        (r"^jewellery$", "jewelry"),
        (r"^aluminium$", "aluminum"),
        (r"^moustache", "mustache"),
        (r"^artefact", "artifact"),
        (r"^(s?m)ould(?=s|y|ed|ing|er|ered|ering|$)", r"\1old"),
        (r"^skilful", "skillful"),
        (r"^(fulfi|enro|insta|disti)l(?=s?$|ment)", r"\1ll"),
        (r"^(learn|burn|dream|lean|spoil)t$", r"\1ed"),
        (r"^plough", "plow"),
        (r"^pyjama", "pajama"),
    )
)
_WORD = pattern(r"(?<![\w’'@#/.-])[A-Za-z][a-z]{4,}(?![\w@/-]|[’']\w|\.\w)")
# A word that may be changed by the above, or be what another is changed into.
_TELLING = re.compile(
    "our|or|is|iz|ys|yz|re|er|en[cs]e|l|og|focus|program|gr[ae]y|advis|judg|agei?ng|ptic|uv|sthe|diat|tache|fact|ould"
    "|[nlm]t$|ed$|plo|jama"
)


class Spelling(Rule):
    """One word is spelt two ways: neighbour and neighbor, organise and organize, focused and focussed.

    Each is right somewhere; an article, and a paper, has one of them. What the article does most is kept. Names and
    quotations keep their own.

    Source: the Oxford Style Manual, “US spelling”; Guardian and AP stylebooks.
    """

    name = "Consistency.Spelling"
    severity = "suggestion"
    examples = [
        Bad(
            "Neighbours called. The neighbors were right, and a neighbour wept. The neighbours left.",
            found="neighbors",
            fixed="Neighbours called. The neighbours were right, and a neighbour wept. The neighbours left.",
        ),
        Bad(
            "The plan was reorganised. They had reorganized it twice; the reorganised one is new.",
            found="reorganized",
        ),
        Bad("It is a program of the college; the program is new. This programme ends.", found="programme"),
        Good("The Labour Party and a labor union met. The Globe Theatre is a theater."),
        Good("“My neighbor,” he said. His neighbour agreed. A tour of the tor; a prize to prise open."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        parts = [part for part in article.parts if part.kind not in ("note", "byline", "dateline")]
        words = frozenset[str]().union(*(part.vocabulary for part in parts))
        ways: dict[str, set[str]] = defaultdict(set)
        for word in words:
            if len(word) >= _SHORTEST:
                ways[american(word)].add(word)
        double = ((key, spellings) for key, spellings in sorted(ways.items()) if len(spellings) == 2)
        for key, spellings in islice(double, MOST_WORDS):
            if key in spellings:
                (other,) = spellings - {key}
                places = [place for part in parts for place in _places(part, key, other)]
                usual = key if article.language.upper() in _AMERICAN else other
                yield from two_ways(article, in_own_words(article, places), evidence="one word", usual=usual)


@lru_cache(maxsize=1 << 15)
def american(word: str) -> str:
    """Return a word in small letters as it is spelt in America, so that two spellings of a word become one."""
    if _TELLING.search(word) is None:
        return word
    for wrong, right in _ONE_WAY:
        word = wrong.sub(right, word)
    return word


def _places(part: Part, one: str, other: str) -> Iterator[Place]:
    """Yield where either spelling is; a word with a capital inside a sentence may be a name's."""
    if part.vocabulary.isdisjoint((one, other)):
        return
    for match in _WORD.finditer(part.words):
        word = match.group()
        if word.lower() in (one, other) and (word.islower() or match.start() == 0 or _opens(part, match.start())):
            right = other if word.lower() == one else one
            right = right.capitalize() if word[0].isupper() else right
            yield Place(word.lower(), part.text_span(*match.span()), right)


def _opens(part: Part, start: int) -> bool:
    return part.words[max(start - 2, 0) : start].rstrip()[-1:] in (".", "!", "?")
