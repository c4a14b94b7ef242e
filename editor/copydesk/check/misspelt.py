"""Whether a word that an engine does not know is misspelt: it may be a name, foreign, or just in no dictionary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.article import Article, Part, Span
from copydesk.check.dictionary import NO_WORDS, Dictionary
from copydesk.engines import Remark
from copydesk.engines.language import reads_as_foreign
from copydesk.facts import names
from copydesk.facts.marks import read as read_marks
from copydesk.facts.words.dialects import neutral
from copydesk.facts.words.dictionary import is_word
from copydesk.facts.words.slips import is_derived, is_joined, is_slip
from copydesk.patterns import pattern
from copydesk.text.inflection import doublets

_APOSTROPHES = frozenset("'’‘")
_FOREIGN = 3  # unknown words in a sentence, and the share of its words, from which on it is in another language
_FOREIGN_SHARE = 0.25
_TERM = 3  # times that a word comes in an article, from which on it is likely one of the subject's

_BEFORE = pattern(r"(?:[\[\]@#/\d<*]|\w\.)\Z")
_BEHIND = pattern(r"[\[\]@™®*…]|\.[a-z\d]|\.\.\.")
# Small words of other languages, none of English: what is beside them is foreign too (el lobizon, nom de guerre).
_FOREIGN_BEFORE = pattern(r"\b(?:el|los|las|les|du|des|il|lo|gli|della|der|das|den|het|de la|de)\s+\Z", re.IGNORECASE)
_FOREIGN_WORDS = frozenset("el los las les du des del il gli della der das den het von".split())
# Who is called by what he signs with: user lerde; — ilhan tanir (@tanir); Image: schankz/Shutterstock.
_SIGNS = pattern(r"\s(?:[\w.’'-]+\s){0,2}\(@\w")
_CREDIT = pattern(r"\W*(?:photo|image|picture|video|art)s?(?:\scredits?)?:\s[^.!?]{1,100}\Z", re.IGNORECASE)
_SIGNED = pattern(r"\b(?:users?|redditor|username|handle|blogger|commenter)\s+\Z", re.IGNORECASE)
_FOREIGN_BEHIND = pattern(r"\s+(?:de|du|des|del|della|di|der|von|et)\s")

# How much commoner than usual, as a power of ten, the word meant has to be.
_IF_REPEATED = 1.0
_IF_DERIVED = 1.0  # it may have been made for the occasion
_IF_CAPITAL = 1.0  # it may be a name that the article has only here
_IF_EXPLAINED = 1.0  # seven pheras, a ritual; sambar (dhal)

_IF_COMPOUND = 1.0  # shar-pei
_IF_NAME_FOLLOWS = 1.0  # and it has a capital itself

_EXPLAINED_BEHIND = pattern(r",\s+(?:an?|or|meaning|literally)\s|\s+[(\[]")
_JOINED = pattern(r"-([a-z]+)\b")
_NAME_FOLLOWS = pattern(r"\s[A-Z][a-z]")


class Spelling:
    """What an article itself, and those who edit it, know of spelling. `remarks` has one entry for each part."""

    def __init__(
        self, article: Article, remarks: Sequence[Sequence[Remark]], dictionary: Dictionary = NO_WORDS
    ) -> None:
        self._known = article.facts(names)
        self._dictionary = dictionary
        unknown = [
            (part, span)
            for part, found in zip(article.parts, remarks, strict=True)
            for span in {remark.span for remark in found if remark.spelling}  # two engines may say so of one word
        ]
        self._times = Counter(part.words[slice(*span)].lower() for part, span in unknown)
        self._introduced = {part.words[slice(*span)].lower() for part, span in unknown if _is_introduced(part, span)}
        self._explained = {part.words[slice(*span)].lower() for part, span in unknown if _is_explained(part, span)}

    def is_right(self, part: Part, remark: Remark, *, quoted: bool) -> bool:
        """Whether words that an engine does not know are right for all that.

        In a quotation they are, unless they are a slip that comes once.
        """
        words = part.words[remark.span.start : remark.span.end]
        if self._known.explains(words) or words in self._dictionary or _is_part_of_a_form(part, remark.span):
            return True
        if words.lower() in self._introduced or _is_elided(part, remark.span):
            return True
        pieces = words.split()
        if len(pieces) > 1:  # LanguageTool takes two words together where a space may have slipped
            return any(
                not one.islower() or self._known.explains(one) or one in self._dictionary for one in pieces
            ) or not any(not is_word(one) and is_slip(one) for one in pieces)
        if quoted and (not words.islower() or self._times[words] > 1):
            return True
        return _is_no_plain_word(words) or _is_a_word(words, remark) or not self._is_slip(part, words, remark, quoted)

    def _is_slip(self, part: Part, words: str, remark: Remark, quoted: bool) -> bool:
        repeated = self._times[words.lower()] >= _TERM
        more = _IF_REPEATED * repeated + _IF_CAPITAL * words[:1].isupper() + _IF_DERIVED * is_derived(words)
        more += _IF_EXPLAINED * (words.lower() in self._explained) + _IF_COMPOUND * _has_hyphen(part, remark.span)
        if words[:1].isupper() and _NAME_FOLLOWS.match(part.words, remark.span.end):
            more += _IF_NAME_FOLLOWS
        return is_slip(words, remark.replacements, more, spoken=quoted)


def _is_elided(part: Part, span: Span) -> bool:
    """Whether an apostrophe beside a word stands for letters of it: ’tis, goin’."""
    before, behind = part.words[max(0, span.start - 1) : span.start], part.words[span.end : span.end + 1]
    if before not in _APOSTROPHES and behind not in _APOSTROPHES:
        return False
    apostrophes = read_marks(part.words).apostrophes
    if span.start - 1 in apostrophes:
        return True
    return span.end in apostrophes and is_word(f"{part.words[slice(*span)].lower()}g")


def foreign_sentences(part: Part, remarks: Sequence[Remark]) -> list[Span]:
    """Return the sentences of a part that are in another language.

    Unknown small words show it, or that the commonest words of other languages are more than those of English.
    """
    unknown = {remark.span for remark in remarks if remark.spelling and part.words[remark.span.start].islower()}
    found = []
    for sentence in part.sentences:
        if not any(sentence.contains(remark.span) for remark in remarks):
            continue
        words = part.words[sentence.start : sentence.end].split()
        count = sum(sentence.contains(span) for span in unknown)
        if (count >= _FOREIGN and count >= len(words) * _FOREIGN_SHARE) or reads_as_foreign(words):
            found.append(sentence)
    return found


def _is_a_word(words: str, remark: Remark) -> bool:
    """Whether this is a word after all, spelt as some country does: legalise, where an engine offers legalize."""
    if is_word(words) or words.lower() in doublets():
        return True
    key = neutral(words)
    return any(text[:1].isupper() == words[:1].isupper() and neutral(text) == key for text in remark.replacements)


def _is_part_of_a_form(part: Part, span: Span) -> bool:
    """Whether the word is part of what is none: an editor's involve[d], a figure (£6bn), an address, a handle."""
    before = _BEFORE.search(part.words, max(span.start - 2, 0), span.start)
    return before is not None or _BEHIND.match(part.words, span.end) is not None or _is_end_of_a_name(part, span)


def _is_introduced(part: Part, span: Span) -> bool:
    """Whether what stands beside a word shows that it is foreign, or what somebody signs with."""
    if part.words[slice(*span)].lower() in _FOREIGN_WORDS or _CREDIT.match(part.words):
        return True
    window = part.words, max(span.start - 12, 0), span.start
    if _FOREIGN_BEFORE.search(*window) or _SIGNED.search(*window):
        return True
    return any(behind.match(part.words, span.end) for behind in (_FOREIGN_BEHIND, _SIGNS))


def _has_hyphen(part: Part, span: Span) -> bool:
    """Whether a hyphen joins a word to another that no dictionary has."""
    behind = _JOINED.match(part.words, span.end)
    return behind is not None and not is_word(behind[1])


def _is_explained(part: Part, span: Span) -> bool:
    """Whether the article says what a word means, or uses it to say what another means."""
    if part.words[max(span.start - 1, 0) : span.start] == "(" and part.words[span.end : span.end + 1] == ")":
        return True
    return _EXPLAINED_BEHIND.match(part.words, span.end) is not None


def _is_end_of_a_name(part: Part, span: Span) -> bool:
    """Whether the word is the last part of a name with a hyphen: Jang Song-thaek."""
    if part.words[max(span.start - 1, 0) : span.start] != "-":
        return False
    begins = part.words.rfind(" ", 0, span.start) + 1
    return part.words[begins].isupper() and not any(sentence.start == begins for sentence in part.sentences)


def _is_no_plain_word(words: str) -> bool:
    """Whether this is a form that no dictionary has: an acronym, a model number or brand, letters beyond English."""
    if words.isupper() or not words.isascii() or any(not letter.isalpha() for letter in words.strip("’'-")):
        return True
    return not words[1:].islower() and len(words) > 1 and not is_joined(words)
