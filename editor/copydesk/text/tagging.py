"""The part of speech of each word of a sentence: what it may be, narrowed by its neighbours.

The rules are those a reader uses without noticing: after “the” comes a noun, after “to” the base of a verb, after
“was” a participle, and one clause has one finite verb. They are not a tagger; a word that stays open is what it
usually is. Source: Quirk et al., A Comprehensive Grammar of the English Language, 2.34-2.45.
"""

from __future__ import annotations

from copydesk.text.fixed_tags import CAPITALS, fixed_tags
from copydesk.text.lexicons import lexicon
from copydesk.text.parts_of_speech import NOUNS, is_known, tags_of
from copydesk.text.tokens import Tokens
from copydesk.text.values import Values
from copydesk.text.words import CAPITALISED, DIGITS, FRACTION, SIGN

_FEW = 4  # capitals that are names in any sentence
_NOMINAL = frozenset("dqJ#'")  # what a noun or a word that describes one follows
_MARKS = {",": ",", "(": "(", "[": "(", ")": ")", "]": ")", "“": '"', "”": '"', '"': '"', "—": "-", "–": "-",
          "-": "-", ":": ":", ";": ":", "%": "#", "&": "c", "’": "'", "'": "'"}  # fmt: skip
_FINITE = frozenset("EZXM")
_AHEAD = 12  # tokens in which the verb that a participle leaves open is looked for
_SUBJECT = 12  # tokens in which a subject has its verb
_CLOSED_TAGS = frozenset("dqowitckMX")


def tag(tokens: Tokens, values: Values, first: int, past: int) -> str:
    """Return the tags of the tokens from `first` to `past`, a sentence, one letter each."""
    return _Sentence(tokens, values, first, past).tagged()


class _Sentence:
    """A sentence while it is tagged, from left to right; indexes count from its first token."""

    def __init__(self, tokens: Tokens, values: Values, first: int, past: int) -> None:
        self.tokens, self.first = tokens, first
        self.lower = [tokens.table.lower[one] for one in tokens.ids[first:past]]
        self.kinds = tokens.kinds[first:past]
        self.titled = _is_titled(tokens, first, past)
        self.fixed = fixed_tags(tokens, values, first, past, self.lower)
        self.possible = [self._possible(at) for at in range(past - first)]
        self.tags: list[str] = []
        self.closed = any(lower in (".", "!", "?") for lower in self.lower[-2:])  # a sentence, not a label
        self.finite = False  # whether this clause has its verb
        self.relative = False  # whether it is one with “who” or “which”, and a comma may end it

    def tagged(self) -> str:
        tags, speech = self.tags, lexicon("speech")
        for at, possible in enumerate(self.possible):
            chosen = possible if len(possible) == 1 and possible not in "AG" else self._narrowed(at, possible)
            tags.append(chosen)
            if chosen in _FINITE:
                self.relative = self.relative and not self.finite
                self.finite = self.lower[at] not in speech
            elif chosen == "," and self.relative and self.finite:
                self.finite = self.relative = False
            elif chosen in "kw:.c" or "k" in possible or (chosen == "-" and tags[at - 1 : at] != ["J"]):
                self.finite, self.relative = False, chosen == "w"
        return "".join(tags)

    def _possible(self, at: int) -> str:
        if at in self.fixed:
            return self.fixed[at]
        lower, kind = self.lower[at], self.kinds[at]
        if kind in CAPITALS and not self.titled:
            return self._capitalised(at, lower)
        if kind in b"wWUX":
            return tags_of(lower) if lower != "'s" else "'X"
        if kind in DIGITS + FRACTION + SIGN:
            return "#"
        return _MARKS.get(lower, ".")

    def _capitalised(self, at: int, lower: str) -> str:
        """A capital makes a name, but at the beginning of a sentence or a quotation only if no word is known so."""
        tags = tags_of(lower)
        if lower == "i" or lower == "'s":
            return "o" if lower == "i" else "'"
        opens = at == 0 or self.lower[at - 1] in ('"', "“", "‘", ":", "•", "-")
        if tags[0] in _CLOSED_TAGS and (opens or len(lower) > 1):
            return tags if self.kinds[at] in CAPITALISED else "P"
        if not opens or self.kinds[at] not in CAPITALISED:
            return "P"
        follows = at + 1 < len(self.kinds) and self.kinds[at + 1] in CAPITALS
        if follows and tags_of(self.lower[at + 1])[0] not in _CLOSED_TAGS and tags[0] in "NSJ":
            return "P"
        return tags if is_known(lower) else "P"

    def _narrowed(self, at: int, possible: str) -> str:
        before, parted = self._before(at)
        following = self.possible[at + 1] if at + 1 < len(self.possible) else "."
        if possible == "'X":  # the city's; it's
            return "X" if before in "owRd." or following[0] in "dRV" else "'"
        if "d" in possible or "i" in possible:
            return self._function_word(at, possible, before, following)
        if before in _NOMINAL:
            return self._in_group(possible, before, following)
        if before in "tM" and "B" in possible:
            return "B" if before == "M" or possible[0] == "B" or following[0] in "do#iqR" else possible[0]
        if before == "X":
            return self._after_auxiliary(at, possible)
        if before == "i":
            return self._after_preposition(possible, following)
        if before in "ow":
            return _first(possible, "AJRNSG" if self.finite else "EZB", possible[0])
        if before in NOUNS or before == ",":
            return self._after_noun(at, possible, "R" if parted else before, following)
        return self._open(possible, following)

    def _before(self, at: int) -> tuple[str, bool]:
        """Return the tag before a word, past an adverb, and whether there was one."""
        if not at:
            return ".", False
        before, parted = self.tags[at - 1], False
        if before == "R" and at > 1:
            before, parted = self.tags[at - 2], True
        been = before == "V" and self.lower[at - 1] in ("been", "being")
        contracted = before == "o" and self.lower[at - 1].endswith(("'ve", "'re", "'m"))
        return "X" if been or contracted else before, parted

    def _function_word(self, at: int, possible: str, before: str, following: str) -> str:
        """“her house”, “told her”; “that man”, “the man that”, “said that”; “after lunch”, “after he left”."""
        if possible == "do":
            return "d" if set(following) & set("NSJ#P") and following[0] not in "RiX" else "o"
        if "w" in possible:
            if before in NOUNS or before == ",":
                return "w"
            return "k" if before in "BZEAGJVoTc" else "d" if following[0] in "NJ" else "o"
        if possible == "ik":
            return "k" if following[0] == "o" or self._has_subject(at) else "i"
        if possible[0] == "R":  # up, down
            return "i" if following[0] == "d" and before not in "BEZAGV" else "R"
        return possible[0]

    def _in_group(self, possible: str, before: str, following: str) -> str:
        """After a determiner, an adjective or a number: what describes a noun if one may follow, else the noun."""
        leads_on = bool(set(following) & set("NSP")) and following[0] not in "itckwMXo"
        if before == "#" and possible[0] in "EJR" and not (leads_on and (possible[0] != "E" or "A" in possible)):
            return possible[0]  # three died; 480 metres long
        if leads_on:
            return _first(possible, "JNAGS" if possible[0] in "JAGER" else "NJSAG", possible[0])
        if before == "#" and possible == "Z":
            return "S"  # seven assists
        chosen = _first(possible, "SNJAR" if "N" in possible else "SJGAR", possible[0])
        return "N" if chosen == "G" and following[0] not in "d#Poq" else chosen  # a £4m signing

    def _after_auxiliary(self, at: int, possible: str) -> str:
        asked = self.lower[at - 1] in ("do", "does", "did", "don't", "didn't", "doesn't")
        wanted = "B" if asked else possible[0] if possible[0] in "JR" else "AGJRNS"
        chosen = next((one for one in wanted if one in possible), possible[0])
        return "V" if chosen in "AG" else chosen

    def _after_preposition(self, possible: str, following: str) -> str:
        if "G" in possible and following[0] in "do#qP":
            return "G"
        if possible == "G" and following[0] in "c,.it":
            return "N"
        leads_on = bool(set(following) & set("NSP")) and following[0] not in "itck"
        return _first(possible, "JNSAGR" if leads_on and possible[0] in "JA" else "SNGJAR", possible[0])

    def _after_noun(self, at: int, possible: str, before: str, following: str) -> str:
        """The noun goes on, or its verb comes: one that agrees with it, and not a second one."""
        verb = "".join(one for one in possible if one in "BZEA")
        if not verb:
            return self._open(possible, following)
        finite = self.finite and not (self.relative and possible[0] in "EZ")  # farmers who lost land | got
        if "E" in verb and not finite and (possible[0] in "EAZ" or following[0] in "dito#qRPk"):
            speaks = self.lower[at] in lexicon("speech") and following[0] != "t"
            if "A" in verb and not speaks and following[0] not in "doPk#" and self._verb_comes(at):
                return "A"
            return "E"
        if "A" in verb and possible[0] in "AE":
            return "A"
        if finite:
            return _first(possible, "SNJARG", possible[0])
        agrees = "Z" in verb and before != "S" and following[0] not in "EXMZ"
        ahead = self._is_verb_ahead(at) or self._verb_comes(at)
        if agrees and not ahead and (possible[0] == "Z" or following[0] in "dtoq#ki"):
            return "Z"
        if "B" in verb and before in "SR" and (before == "R" or possible[0] == "B" or following[0] in "dtoq#iR"):
            return "B"  # nurses strike on; researchers commonly use
        if possible[0] in "NB" and self.closed and not ahead:
            return "E" if "E" in verb else "Z" if agrees else _first(possible, "SN", possible[0])
        if agrees and not ahead and not self.closed and following[0] in "NJPS":
            return "Z"  # council backs plan
        return _first(possible, "SNJR", possible[0])

    def _is_verb_ahead(self, at: int) -> bool:
        """Whether another word is likely to be the verb of this clause."""
        for index in range(at + 1, min(at + _AHEAD, len(self.possible))):
            one = self.possible[index]
            if one[0] in "kw:,c":
                return False
            sure = one[0] in "EZXM" or (one[0] == "B" and "N" not in one)
            if sure and self.possible[index - 1][0] not in "tdi":
                return True
        return False

    def _verb_comes(self, at: int) -> bool:
        """Whether the clause still has its verb before it: “the men injured in the crash were …”."""
        for index in range(at + 1, min(at + _AHEAD, len(self.possible))):
            one = self.possible[index]
            if one[0] in "XM":
                return self.possible[index - 1][0] not in "oc,"
            if one in ("c", "k", ":", ".", '"') or one[0] in "wko":
                return False
        return False

    def _has_subject(self, at: int) -> bool:
        """Whether a subject and its verb follow: “as revenue climbed”, not “after the vote”."""
        for index in range(at + 1, min(at + _SUBJECT, len(self.possible))):
            one = self.possible[index][0]
            if one in "XMEZ" or (one == "B" and "S" in self.possible[index - 1]):
                return index > at + 1
            if one not in "dqJNSP#RTi":
                return False
        return False

    def _open(self, possible: str, following: str) -> str:
        if possible[0] in "BJZ" and following[0] in ("XMEZ" if possible[0] == "J" else "XM"):
            return _first(possible, "NS", possible[0])  # exports are
        if following[0] == "#" and self.tags[-1:] == ["c"] and set(possible) & set("EB"):
            return "E" if "E" in possible else "B"  # was long and cost £4m
        if possible[0] in "JNA" and "J" in possible and set(following) & NOUNS and following[0] not in "it":
            return "J"
        return possible[0]


def _first(possible: str, wanted: str, otherwise: str) -> str:
    """Return the usual tag if it is wanted, else the first wanted one that is possible."""
    if possible[0] in wanted:
        return possible[0]
    return next((one for one in wanted if one in possible), otherwise)


def _is_titled(tokens: Tokens, first: int, past: int) -> bool:
    """Whether capitals say nothing, as in a headline that has them at most words."""
    kinds = tokens.kinds[first:past]
    capitals = sum(map(kinds.count, CAPITALS))
    if capitals <= _FEW or kinds.count(b"w") >= 2 * capitals:
        return False
    small = sum(kinds[index] in b"w" and len(tokens.lower(first + index)) > 3 for index in range(past - first))
    return small * 4 < capitals
