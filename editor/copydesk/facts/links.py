"""Links: Markdown's (in plain text too), HTML's, and bare addresses, each with its target and where that stands.

Targets are no prose, so they are read from the text around and within the parts, not from the parts' words. Code,
comments and scripts are passed over. Everything is found by scanning forward once, so that no text takes long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

import msgspec

from copydesk.article import Article, Part, Span, readers
from copydesk.patterns import pattern

Form = Literal["bare", "markdown", "reference", "definition", "html", "image"]

MARKDOWN = frozenset((*readers.MARKDOWN, ".mkd"))
_LONGEST = 2000  # code points of a target
_LONGEST_WORDS = 500  # code points of the words of a Markdown link

_BARE = pattern(
    r"""(?<![\w@/.\\&=-])(?:[a-z][a-z0-9+.-]{1,15}://|[htps]{3,8}(?::{1,2}/{1,3}|//|;/{1,2}|:\\{1,2}|[.,]//)|https?:(?=www\.)|w{2,6}[.,](?=\w))
    [^\s<>"“”«»„’`|—]*""",
    re.IGNORECASE | re.VERBOSE,
)
# What every bare address has; it ends in a sign that is rare, so that the engine skips to where one is.
_HINT = pattern(r"[.,/\\](?:(?<=//)|(?<=[:;][/\\])|(?<=[wW]{2}[.,]))")
_REFERENCE = pattern(r"(?<![\\!\]])\[([^\[\]]{1,300})\]\[([^\[\]\r\n]{0,200})\]")
_LETTER = pattern(r"[^\W\d_]")
_DEFINITION = pattern(r"^ {0,3}\[(?!\^)([^\[\]\r\n]{1,200})\]:[ \t]*<?([^\s<>]+)>?", re.MULTILINE)
_TARGET = pattern(r"$|#|/|www\.|[a-z][a-z0-9+-]{1,11}:|[\w-]+(?:\.[\w-]+)+/", re.IGNORECASE)
_TITLE = pattern(r"""[ \t]+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))[ \t]*$""")
_QUOTED = pattern(
    r"""[ \t]+(?:"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*')(?=[ \t]*\))"""
)  # a title may hold brackets
_TAG = pattern(r"<[^<>]*>")
_ANCHOR = pattern(r"<(a|img)\b([^<>]*)>|</a\s*>", re.IGNORECASE)
_ATTRIBUTE = pattern(r"""(?<![\w-])(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_NEVER_CLOSED = pattern(r"""(?<![\w-])href\s*=\s*["']([^"']*)$""", re.IGNORECASE)
_WORKS_BY_SCRIPT = pattern(r"(?<![\w-])(?:on\w+|role|data-[\w-]+)\s*=", re.IGNORECASE)
_SAYS_MORE = pattern(r"<(?:img|svg|picture|video|i|span)\b[^<>]*>", re.IGNORECASE)
_LABELLED = pattern(r"(?<![\w-])(?:aria-label|title)\s*=", re.IGNORECASE)


class Link(msgspec.Struct, frozen=True):
    """A link. `span` is all of it, `target_span` the address as it stands in the text; `target` has entities read.

    Of a “reference”, “[words][1]”, the `target_span` is what stands in the second brackets, and the target is empty
    if nothing says what that means. `words` are those that a reader clicks on, of a “definition” its name; None where
    the address itself is shown, or a picture. `closed` is false where the bracket or quotation mark around an address
    is never closed; `scripted` says that a program answers the click.
    """

    span: Span
    form: Form
    target: str
    target_span: Span
    words: str | None = None
    closed: bool = True
    scripted: bool = False


def local(part: Part) -> None:
    """Return nothing: targets are not part of any part's words."""


def combine(article: Article, locals_: Sequence[None]) -> tuple[Link, ...]:
    """Return the links of the article's copy, in order, spans in the text."""
    if not article.parts:
        return ()
    suffix = article.source.suffix
    text, found = article.text, list[Link]()
    if suffix in MARKDOWN:
        text = _masked_code(text)
    if suffix in MARKDOWN or suffix in readers.HTML:
        text = _masked(_masked(text, "<!--", "-->"), "<script", "</script>")
        found += _of_html(text, article)
    if suffix not in readers.HTML:
        found += _of_markdown(text, article, loose=suffix in MARKDOWN)
    if _HINT.search(text):
        taken = sorted(link.span for link in found)
        bare = _TAG.sub(lambda tag: " " * len(tag.group()), text) if suffix in readers.HTML else text
        found += _bare(bare, article.parts, taken, is_html=suffix in readers.HTML)
    return tuple(sorted(found, key=lambda link: link.span))


def _masked(text: str, opening: str, closing: str) -> str:
    """Blank out what stands between two marks, and the marks, without moving anything."""
    pieces, position = [], 0
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start)
        end = len(text) if end < 0 else end + len(closing)
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


_CODE = pattern(r"^ {0,3}(`{3,}|~{3,})[^\n]*$|(?<!`)(`{1,3})(?!`)[^`\n]{1,500}(?<!`)\2(?!`)", re.MULTILINE)


def _masked_code(text: str) -> str:
    pieces, position, fence = [], 0, -1
    for match in _CODE.finditer(text):
        if match.group(1) and fence < 0:
            fence = match.start()
        elif match.group(1) or fence < 0:
            start = match.start() if fence < 0 else fence
            pieces += [text[position:start], " " * (match.end() - start)]
            position, fence = match.end(), -1
    if fence >= 0:
        pieces += [text[position:fence], " " * (len(text) - fence)]
        position = len(text)
    return "".join((*pieces, text[position:])) if pieces else text


def _of_html(text: str, article: Article) -> Iterator[Link]:
    starts, ends = [part.span.start for part in article.parts], [part.span.end for part in article.parts]
    opened: re.Match[str] | None = None
    for match in _ANCHOR.finditer(text):
        name = (match.group(1) or "").lower()
        if name == "img":
            if starts[0] <= match.start() <= ends[-1] and (link := _html(match, Span(*match.span()), None)):
                yield link
            continue
        if opened is not None:
            span = Span(opened.start(), match.end() if not name else match.start())
            first = bisect_left(ends, span.start)
            overlaps = first < len(starts) and starts[first] <= span.end
            if overlaps and (link := _html(opened, span, article.text[opened.end() : match.start()])):
                yield link
        opened = match if name else None


def _html(tag: re.Match[str], span: Span, inner: str | None) -> Link | None:
    wanted = "src" if inner is None else "href"
    attribute = next((one for one in _ATTRIBUTE.finditer(tag[2]) if one.group(1).lower() == wanted), None)
    if attribute is None:
        return None if inner is None else _without_address(tag, span, inner)
    group = next(number for number in (2, 3, 4) if attribute.group(number) is not None)
    target = _unescaped(attribute.group(group))
    place = Span(*attribute.span(group)).shifted(tag.start(2))
    if inner is None:
        return Link(span, "image", target, place)
    words: str | None = " ".join(_unescaped(_TAG.sub(" ", inner)).replace("\xa0", " ").split())
    if not words and (_SAYS_MORE.search(inner) or _LABELLED.search(tag[2])):
        words = None
    return Link(span, "html", target, place, words, scripted=_WORKS_BY_SCRIPT.search(tag[2]) is not None)


def _without_address(tag: re.Match[str], span: Span, inner: str) -> Link | None:
    """Return the link of a tag whose address is never closed, or that has words and nothing else; None of anchors."""
    if opened := _NEVER_CLOSED.search(tag[2]):
        return Link(span, "html", opened[1], Span(*opened.span(1)).shifted(tag.start(2)), closed=False)
    is_bare = not tag[2].strip() and _TAG.sub("", inner).strip()
    return Link(span, "html", "", Span(tag.end(), tag.end()), inner) if is_bare else None


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _of_markdown(text: str, article: Article, *, loose: bool) -> Iterator[Link]:
    """Yield links in Markdown's way; in plain text, unless `loose`, only where a target looks like one."""
    begin, end = article.parts[0].span.start, article.parts[-1].span.end
    line_end = text.find("\n", end)  # a link without words ends behind the last word
    end = len(text) if line_end < 0 else line_end
    position = text.find("](", max(0, begin - 1))
    while 0 <= position <= end:
        start = _opening(text, position)
        if start is not None:
            link = _markdown(text, start, position, article.text[start + 1 : position])
            if loose or _TARGET.match(link.target):
                yield link
        position = text.find("](", position + 2)
    if loose:
        yield from _of_references(text, begin)


def _of_references(text: str, begin: int) -> Iterator[Link]:
    """Yield Markdown's definitions, “[1]: address”, and the links that go by them, “[words][1]”."""
    targets: dict[str, str] = {}
    for match in _DEFINITION.finditer(text, begin):
        yield Link(Span(*match.span()), "definition", match.group(2), Span(*match.span(2)), match.group(1))
        targets.setdefault(match.group(1).casefold(), match.group(2))
    for match in _REFERENCE.finditer(text, begin):
        target = targets.get((match.group(2) or match.group(1)).casefold(), "")
        words = " ".join(match.group(1).split())
        if target or (_LETTER.search(words) and _LETTER.search(match.group(2))):  # “[3][4]” are notes
            yield Link(Span(*match.span()), "reference", target, Span(*match.span(2)), words)


def _opening(text: str, closing: int) -> int | None:
    """Return where the bracket opens that closes at `closing`, on the same paragraph; None if it never did."""
    depth = 0
    for place in range(closing - 1, max(-1, closing - 1 - _LONGEST_WORDS), -1):
        character = text[place]
        if character == "]" and text[place - 1] != "\\":
            depth += 1
        elif character == "[" and text[place - 1 : place] != "\\":
            if not depth:
                return place
            depth -= 1
        elif character == "\n" and text[place - 1 : place] in ("\n", ""):
            return None
    return None


def _markdown(text: str, start: int, middle: int, inner: str) -> Link:
    first, depth, place, closed = middle + 2, 0, middle + 2, False
    following = text.find("](", first)  # no target holds the beginning of another
    end = min(len(text), first + _LONGEST, following if following >= 0 else len(text))
    while place < end and text[place] not in "\r\n":
        if text[place] in " \t" and (title := _QUOTED.match(text, place, end)):
            place = title.end()
            continue
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            if not depth:
                closed = True
                break
            depth -= 1
        place += 1
    if not closed:  # the address ends where a blank does
        place = next((at for at in range(first, end) if text[at].isspace()), end)
    written = text[first:place]
    title = _TITLE.search(written)
    bare = written[: title.start()] if title else written
    target = bare.strip()
    if target.startswith("<") and target.endswith(">") and target[1:2] != "%":  # <%= … %> is a template's
        target = target[1:-1]
    target_start = first + (bare.index(target) if target else 0)
    image = start > 0 and text[start - 1] == "!"
    words = None if image else " ".join(re.sub(r"[*_~`]|!\[|\]\([^()]*\)", "", inner).split())
    if words == "" and "![" in inner:
        words = None
    return Link(
        Span(start, place + closed),
        "image" if image else "markdown",
        _unescaped(target),
        Span(target_start, target_start + len(target)),
        words,
        closed,
    )


def _bare(text: str, parts: Sequence[Part], taken: Sequence[Span], *, is_html: bool) -> Iterator[Link]:
    starts = [span.start for span in taken]
    reach = list(accumulate((span.end for span in taken), max))  # links may stand in links: pictures
    for part in parts:
        for match in _BARE.finditer(text, *part.span):
            index = bisect_left(starts, match.end()) - 1
            if index >= 0 and reach[index] > match.start():
                continue
            written = _without_stop(match.group())
            if _SHORTENED.search(match.group()):
                continue
            span = Span(match.start(), match.start() + len(written))
            yield Link(span, "bare", _unescaped(written) if is_html else written, span)


# “http://en.wikipedia.org…hemp”: what a page shows of a long address, and no address.
_SHORTENED = pattern(r"…|\.\.\.$")


def _without_stop(address: str) -> str:
    """Return a bare address without the sentence's punctuation behind it."""
    while address:
        last = address[-1]
        if last in ".,;:!?'*_~‘…" or (
            last in ")]}" and address.count(last) > address.count("([{"[")]}".index(last)])
        ):
            address = address[:-1]
        else:
            break
    return address
