"""Whether a word that an engine does not know is misspelt: it may be a name, foreign, or another country's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.article import Article, Part, Span
from copydesk.engines import Remark
from copydesk.engines.dialects import neutral
from copydesk.facts import names
from copydesk.facts.names.lexicon import ordinary_words

_FOREIGN = 3  # unknown words in a sentence, and the share of its words, from which on it is in another language
_FOREIGN_SHARE = 0.25
_TERM = 3  # times that a word comes in an article, from which on it is one of the subject's
_LONG = 9  # letters
_CODE = 2  # letters


class Spelling:
    """What an article itself knows of spelling. `remarks` has one entry for each of its parts."""

    def __init__(self, article: Article, remarks: Sequence[Sequence[Remark]]) -> None:
        self._known = article.facts(names)
        self._times = Counter(
            part.words[remark.span.start : remark.span.end].lower()
            for part, found in zip(article.parts, remarks, strict=True)
            for remark in found
            if remark.spelling
        )

    def is_right(self, part: Part, remark: Remark, *, quoted: bool) -> bool:
        """Whether words that an engine does not know are right for all that.

        In a quotation they are, unless they are a slip of the keys: speech is written as it was heard.
        """
        words = part.words[remark.span.start : remark.span.end]
        if self._known.explains(words) or _is_a_word(words, remark) or _is_bracketed(part, remark.span):
            return True
        pieces = words.split()
        if len(pieces) > 1:  # LanguageTool takes two words together where a space may have slipped
            return any(not one.islower() or self._known.explains(one) for one in pieces)
        return _is_no_plain_word(words) or self._is_a_term(words, remark, quoted)

    def _is_a_term(self, words: str, remark: Remark, quoted: bool) -> bool:
        """Whether a word is one of its subject's: it comes again and again, and is no slip of a common word."""
        if not words.islower():
            return quoted
        times = self._times[words.lower()]
        if quoted:
            return times > 1 or not _is_slip(words, remark)
        return times >= _TERM and not _is_slip(words, remark)


def foreign_sentences(part: Part, remarks: Sequence[Remark]) -> list[Span]:
    """Return the sentences of a part that are in another language, as far as unknown small words show it."""
    unknown = [remark.span for remark in remarks if remark.spelling and part.words[remark.span.start].islower()]
    if len(unknown) < _FOREIGN:
        return []
    found = []
    for sentence in part.sentences:
        count = sum(sentence.contains(span) for span in unknown)
        if count >= _FOREIGN:
            words = len(part.words[sentence.start : sentence.end].split())
            if count >= words * _FOREIGN_SHARE:
                found.append(sentence)
    return found


def _is_slip(words: str, remark: Remark) -> bool:
    """Whether a word is a slip of the keys: it is one slip, in a long word two, from a common word."""
    from rapidfuzz.distance import OSA

    most = 1 if len(words) < _LONG else 2
    meant = (text for text in remark.replacements if text.islower() and _is_ordinary(text))
    return any(OSA.distance(words, text, score_cutoff=most) <= most for text in meant)


def _is_a_word(words: str, remark: Remark) -> bool:
    """Whether this is a word after all, spelt as some country does: our list has metres, Harper offers legalize."""
    if _is_ordinary(words):
        return True
    key = neutral(words)
    for text in remark.replacements:
        if text.isupper() and not words.isupper():
            # Between CSAE and “csae” there is a slip as often as an acronym; short ones are codes: ru, dnf.
            if text.lower() == words and len(words) <= _CODE:
                return True
        elif text.lower() == words.lower() or (text[:1].isupper() == words[:1].isupper() and neutral(text) == key):
            return True  # Flickr and doppler are names, whatever becomes of their capital
    return False


def _is_bracketed(part: Part, span: Span) -> bool:
    """Whether an editor has put part of the word in brackets: [i]ncreasingly, involve[d]."""
    return part.words[max(span.start - 1, 0) : span.start] in ("[", "]") or part.words[span.end : span.end + 1] in (
        "[",
        "]",
    )


def _is_ordinary(word: str) -> bool:
    return word.lower().replace("’", "'").removesuffix("'s") in ordinary_words()


def _is_no_plain_word(words: str) -> bool:
    """Whether this is a form that no dictionary has: an acronym, a model number, letters beyond English."""
    return words.isupper() or any(not character.isalpha() for character in words.strip("’'-")) or not words.isascii()
