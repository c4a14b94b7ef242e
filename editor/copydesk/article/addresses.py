"""What is in the words of an article and yet no prose: addresses, handles, names of files, paths."""

from __future__ import annotations

from copydesk.article.edits import Span
from copydesk.patterns import pattern

_ADDRESS = pattern(
    r"(?:(?<![A-Za-z\u0300-\u036f])[A-Za-z][A-Za-z0-9+.-]{1,15}://|(?<![\w\u0300-\u036f])www\.)[^\s<>\"“”]+"
    r"|(?<![\w.+\u0300-\u036f-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|(?<![\w\u0300-\u036f])[@#](?=\w*[^\W\d])\w+(?:[.-]\w+)*"
    r"|(?<![\w\u0300-\u036f-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|int|info|biz|news|co|uk|eu|io|ai|tv|fm|ua|ru|de|fr"
    r"|html?|php|pdf|docx?|xlsx?|pptx?|odt|txt|csv|json|xml|ya?ml|toml|md|jpe?g|png|gif|svg|webp|mp[34]|wav|mov|zip)\b"
    r"(?:/[^\s<>\"“”]*)?"
    r"|(?<![^\s(\[{\"'“‘])(?:~|\.{1,2})?/(?:[\w.+-]+/)+[\w.+-]*"
    r"|(?<![^\s(\[{\"'“‘])(?:[A-Za-z]:|\\)\\[\w.+-][^\s<>\"“”]*"
)
# Wiki links, mathematics, lists of attributes.
_MARKUP = pattern(
    r"\[\[[^\[\]\n]{1,200}+\]\]|(?<![\w$])\$(?=[A-Za-z\\])[^$\n]{1,200}+(?<!\s)\$(?![\w$])"
    r"|\{:?\s?[#.](?=[A-Za-z])[^{}\n]{1,200}+\}"
)
_HINT = pattern(r"[/@#\[${\\]|\.[^\W\d_]|www\.")  # every one has one of them
_END = ".,;:!?…)]}'’”*_"  # what ends a sentence, or quotes it, ends no address


def addresses(words: str) -> tuple[Span, ...]:
    """Return where addresses, handles, hashtags and names of files are in words, in order and apart."""
    if _HINT.search(words) is None:
        return ()
    found = []
    for match in _ADDRESS.finditer(words):
        end = match.start() + len(match.group().rstrip(_END))
        if end > match.start():
            found.append(Span(match.start(), end))
    marked = [Span(*match.span()) for match in _MARKUP.finditer(words)]
    if not marked:
        return tuple(found)
    found = [one for one in found if not any(one.overlaps(other) for other in marked)]
    return tuple(sorted((*found, *marked)))
