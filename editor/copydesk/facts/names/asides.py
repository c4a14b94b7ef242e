"""What a part says beside its names: that one has another form, and that a place is a city, a town or a village."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from copydesk.article import Part
from copydesk.facts.names.lexicon import SETTLEMENTS
from copydesk.patterns import pattern
from copydesk.text import contrasting

if TYPE_CHECKING:
    from copydesk.facts.names.mentions import Mention

_GLOSS = pattern(
    r"\b(?:(?:also|often|sometimes|variously|formerly|previously|once|then|better|originally) "
    r"(?:spelled|spelt|written|known|called|named|rendered|transliterated)"
    r"|formerly(?= (?:the )?[“\"‘']?[A-Z])|(?:known|spelled|spelt|written) as|renamed|nicknamed"
    r"|chang(?:es?|ed|ing) [^.;:]{0,40}\bname to|misspelled|misspelt|a\.?k\.?a|née|alias"
    r"|not to be confused)\b|\[sic|\(sic"
)
# Every gloss has one of these words: a quick look, and hardly any paragraph has one.
_GLOSSING = frozenset(
    """spelled spelt written known called named rendered transliterated formerly renamed nicknamed misspelled misspelt
    aka k née alias confused name""".split()
)
_DETERMINERS = frozenset("the a an this that its their another every one two three some many any each other".split())
_DEMONYM_ENDINGS = ("ian", "ean", "ish", "ese", "can", "ench", "utch", "man", "qi", "eli", "stani", "eek", "iss")
_PART_OF_PLACE = pattern(r"\b(?:old|inner|new|upper|lower|twin|sister|home|walled) $")
# “Sudza city is …”: in “Moscow city court” the noun belongs to what follows.
_AFTER_NOUN = pattern(
    r"\s*(?:$|[.,;:)”—–]|(?:is|was|has|had|will|in|on|at|by|and|or|that|which|where|who|after|before|since|from|near|to"
    r"|as|with|but|when|while|during|for|about|lies|fell|early|late|last|this|today|yesterday)\b)"
)


class Description(NamedTuple):
    """What a settlement is called beside its name: the noun (“town”) and its span. `mention` counts in the part.

    `leads` says that it stands before the name (“town of Sudza”), not behind it (“Sudza city”).
    """

    noun: str
    start: int
    end: int
    mention: int
    leads: bool


def glosses(part: Part) -> Iterator[tuple[int, int]]:
    """Yield where a part says that a name has another form: the sentence's number, and where the words end."""
    ends = [second.start for _, second in contrasting(part)]
    if not _GLOSSING.isdisjoint(part.vocabulary) or "sic" in part.words:
        ends += (match.end() for match in _GLOSS.finditer(part.words))
    for end in ends:
        for index, span in enumerate(part.sentences):
            if span.start < end <= span.end:
                yield index, end


def descriptions(words: str, mentions: tuple[Mention, ...]) -> Iterator[Description]:
    """Yield what the mentions of a part are called beside their names."""
    for index, mention in enumerate(mentions):
        if mention.before.endswith(" of ") and mention.before[:-4] in SETTLEMENTS:
            start = mention.words[0].start - len(mention.before)
            if not _PART_OF_PLACE.search(words, max(start - 12, 0), start):
                yield Description(mention.before[:-4], start, start + len(mention.before) - 4, index, True)
        elif mention.after in SETTLEMENTS and not _an_adjective(mention):
            start = mention.words[-1].end + 1
            end = start + len(mention.after)
            if _AFTER_NOUN.match(words, end):
                yield Description(mention.after, start, end, index, False)


def _an_adjective(mention: Mention) -> bool:
    """Whether a mention before a noun says of what country it is: a Russian city, the French town."""
    last = mention.words[-1]
    if last.possessive or last.text.endswith(_DEMONYM_ENDINGS):
        return True
    before = mention.before.split()
    return bool(before) and before[-1] in _DETERMINERS
