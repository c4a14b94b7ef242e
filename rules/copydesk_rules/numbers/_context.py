"""What a figure is about, by the words around it."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.facts.figures import Figure
from copydesk.rules import Article, Span, pattern

_NEAR = 400  # code points beside a figure: a “sentence” of a thousand words is none
_WORD = pattern(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    """
    the and for with that this was were are has have had but not its his her their from into than then also said
    says will would could about over more most some all out who which what when where after before while been
    being our your they them there these those million billion trillion thousand hundred dollars euros pounds
    dollar euro pound year years week month day new one two three according worth total nearly almost around
    least percent per cent can may any other another each under between during because first last next under
    make made get got take took come came according reported announced told monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november december
""".split()
)


def sentence_of(article: Article, figure: Figure) -> Span:
    """Return the sentence that a figure stands in, or what is near of a long one, as a span of the text."""
    part = article.part_at(figure.span.start)
    if part is None:
        return figure.span
    index = bisect_right(part.sentences, part.prose.offset(figure.span.start), key=lambda span: span.start) - 1
    if index < 0:
        return figure.span
    start, end = part.text_span(*part.sentences[index])
    return Span(max(start, figure.span.start - _NEAR), min(end, figure.span.end + _NEAR))


def context(article: Article, figure: Figure) -> frozenset[str]:
    """Return the telling words of a figure's sentence, as stems."""
    return stems(article.prose_at(sentence_of(article, figure)))


def stems(words: str) -> frozenset[str]:
    """Return the words of a text that say something, without common endings."""
    return frozenset(stem(word) for word in _WORD.findall(words.lower()) if word not in _EMPTY)


def stem(word: str) -> str:
    """Return a word without the ending of a plural or a verb: “captured” and “captures” are one."""
    for ending in ("ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > 4 else word
