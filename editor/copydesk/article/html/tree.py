"""A page of HTML as elements and leaves: the runs of text between one block's edge and the next."""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import NamedTuple

from copydesk.article.html.roles import (
    BLOCKS,
    CODE,
    HEADINGS,
    STRUCK,
    TELLING,
    UNREAD,
    is_around,
    is_aside,
    is_hidden,
    is_note_link,
    roles,
)  # fmt: skip
from copydesk.article.html.tokens import RAW, Token, attribute_places, attributes, tokens
from copydesk.article.pieces import PLACEHOLDER

_FOOTNOTE = re.compile(r"\s*<a\b", re.IGNORECASE)
# What a new one of these ends, and the elements beyond which it ends nothing.
_ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
    "tbody": (("thead", "tbody", "tfoot"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot"), ("table",)),
}
_MATTERS = frozenset(("figure", "blockquote", "li", "header", *HEADINGS))
_LOOK_UP = 50  # elements; a list item further out than that is not ended by the next


class Element:
    """A block element. Those inside it have the numbers from `number` + 1 to `last`.

    `inside` are the names and roles of it and of what it is in, as far as they matter; `around` is the number
    of the innermost element with what stands around an article that it is in, or -1, and `apart` that of the
    innermost which is no aside.
    """

    __slots__ = ("apart", "around", "hidden", "inside", "last", "name", "number", "parent", "roles")

    def __init__(self, name: str, given: dict[str, str], parent: Element | None, number: int) -> None:
        self.name = name
        self.parent = parent
        self.number = number
        self.last = number
        self.roles = roles(name, given)
        self.hidden: bool = is_hidden(given) or (parent is not None and parent.hidden)
        self.around: int = number if is_around(name, given) else parent.around if parent else -1
        self.apart: int = parent.apart if parent else -1
        if self.around == number and not is_aside(name, given):
            self.apart = number
        self.inside: frozenset[str] = parent.inside if parent else frozenset()
        if name in _MATTERS and name not in self.inside:
            self.inside |= {name}
        if not self.roles <= self.inside:
            self.inside |= self.roles


class Picture(NamedTuple):
    """An image's alternative text: what it stands in, and its place."""

    element: Element
    start: int
    end: int


class Leaf:
    """Text that is one block's. `runs` are its places; a third element is what is seen there instead."""

    __slots__ = ("element", "length", "linked", "marks", "runs")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.runs: list[tuple[int, int, str | None]] = []
        self.length = 0
        self.linked = 0  # how much of it stands in links
        self.marks: set[str] = set()


class Tree:
    """Reads `text` from `start` to `end`.

    Of the page's head, `language`, `title` and `meta` are kept: places in the text, those of `meta` by name.
    """

    def __init__(self, text: str, start: int, end: int, *, xml: bool = False) -> None:
        self.elements: list[Element] = []
        self.leaves: list[Leaf] = []
        self.pictures: list[Picture] = []
        self.times: list[tuple[Element, str]] = []  # what every `<time datetime>` stands in, and says
        self.language = ""
        self.title: tuple[int, int] | None = None
        self.meta: dict[str, tuple[int, int]] = {}
        self._text = text
        self._end = end
        self._stack = [Element("", {}, None, 0)]
        self.elements.append(self._stack[0])
        self._open: Counter[str] = Counter()
        self._in_title = False  # whether the title comes next
        self._leaf: Leaf | None = None
        self._breaks = 0  # `<br>`s without text between
        self._links = 0
        self._muted: tuple[str, bool] | None = None  # what is not read now, and whether a block's edge ends that
        self._muted_depth = 0
        self._closings: dict[str, int] = {}  # where the next end tag of a name stands
        for token in tokens(text, start, end, xml=xml):
            self._take(token)
        while self._stack:
            self._pop()
        self._flush()

    def _take(self, token: Token) -> None:
        if self._muted is not None and self._still_muted(token):
            if self._in_title and token.what == "text":
                self.title = token.start, token.end
            self._in_title = False
            return
        if token.what == "text":
            self._take_text(token)
        elif token.what == "open":
            self._take_open(token)
        elif token.name in BLOCKS:
            self._close(token.name)
        elif token.name == "a":
            self._links = max(0, self._links - 1)

    def _still_muted(self, token: Token) -> bool:
        """Whether a token belongs to an element that is not read."""
        assert self._muted is not None
        name, until_block = self._muted
        if until_block and token.what != "text" and token.name in BLOCKS:
            self._muted = None
            return False
        if token.name == name:
            self._muted_depth += 1 if token.what == "open" else -1
            if self._muted_depth == 0:
                self._muted = None
        return True

    def _mute(self, name: str, *, until_block: bool, behind: int) -> bool:
        """Read nothing up to the end tag of `name`, if there is one."""
        closing = self._closings.get(name, 0)
        if closing < behind:  # else the one that was found before is the next
            found = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(self._text, behind, self._end)
            closing = self._closings[name] = found.start() if found else sys.maxsize
        if closing == sys.maxsize and name not in RAW:
            return False
        self._muted, self._muted_depth = (name, until_block), 1
        return True

    def _take_text(self, token: Token) -> None:
        is_blank = self._text[token.start : token.end].isspace()
        leaf = self._leaf if is_blank else self._begun()
        if leaf is None:
            return
        leaf.runs.append((token.start, token.end, None))
        leaf.length += token.end - token.start
        leaf.linked += token.end - token.start if self._links else 0
        if not is_blank:
            self._breaks = 0

    def _begun(self) -> Leaf | None:
        """Return the leaf that is being read, a new one if need be; None where nothing is shown."""
        if self._leaf is None and not self._stack[-1].hidden and self._stack[-1].name != "head":
            self._leaf = Leaf(self._stack[-1])
        return self._leaf

    def _take_open(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._open_block(token)
        elif name == "br":
            self._break(token)
        elif name in ("meta", "title"):
            self._take_head(token)
        elif name in UNREAD:
            self._mute(name, until_block=False, behind=token.end)
        elif name in CODE:
            if self._mute(name, until_block=True, behind=token.end) and (leaf := self._begun()) is not None:
                leaf.runs.append((token.start, token.end, PLACEHOLDER))
        elif name in STRUCK or (name == "sup" and _FOOTNOTE.match(self._text, token.end)):
            self._mute(name, until_block=True, behind=token.end)
        else:
            self._take_inline(token)

    def _take_inline(self, token: Token) -> None:
        if token.name == "a":
            self._links += 1
        has_attributes = token.attributes[0] < token.attributes[1]
        if token.name == "img" and has_attributes and not self._stack[-1].hidden:
            self._take_picture(token)
        if token.name == "time" or (has_attributes and TELLING.search(self._text, *token.attributes)):
            given = attributes(self._text, token)
            if token.name == "time" and given.get("datetime"):
                self.times.append((self._stack[-1], given["datetime"]))
            if is_hidden(given) and token.name not in ("img", "input", "wbr"):
                self._mute(token.name, until_block=True, behind=token.end)
                return
            if token.name == "a" and is_note_link(given):
                self._links -= 1
                self._mute("a", until_block=True, behind=token.end)
                return
            if (leaf := self._begun()) is not None:
                leaf.marks |= {*roles(token.name, given), *(("time",) if token.name == "time" else ())}

    def _take_picture(self, token: Token) -> None:
        place = attribute_places(self._text, token).get("alt")
        if place is not None and place[0] < place[1] and not is_hidden(attributes(self._text, token)):
            self.pictures.append(Picture(self._stack[-1], *place))

    def _break(self, token: Token) -> None:
        """Read a `<br>` as a space; two of them, as old pages have them, as the end of a paragraph."""
        if self._leaf is not None:
            self._breaks += 1
            self._leaf.runs.append((token.start, token.end, " "))
            if self._breaks > 1:
                self._flush()

    def _take_head(self, token: Token) -> None:
        if token.name == "title":
            self._in_title = self.title is None
            self._mute("title", until_block=False, behind=token.end)
            return
        places = attribute_places(self._text, token)
        given = attributes(self._text, token)
        for key in ("property", "name", "itemprop"):
            if key in given and "content" in places:
                self.meta.setdefault(given[key].lower(), places["content"])

    def _open_block(self, token: Token) -> None:
        name = token.name
        self._flush()
        self._end_implied(name)
        if name == "hr":
            return
        given = attributes(self._text, token) if token.attributes[0] < token.attributes[1] else {}
        if name == "html":
            self.language = given.get("lang") or given.get("xml:lang", "")
        element = Element(name, given, self._stack[-1], len(self.elements))
        self.elements.append(element)
        self._stack.append(element)
        self._open[name] += 1

    def _end_implied(self, name: str) -> None:
        """End what the beginning of `name` ends without saying so."""
        top = self._stack[-1].name
        if top in ("p", "head") or (name in HEADINGS and top in HEADINGS):
            self._pop()
        if name in _ENDS:
            ended, limits = _ENDS[name]
            for element in self._stack[: -_LOOK_UP - 1 : -1]:
                if element.name in limits:
                    return
                if element.name in ended:
                    self._pop_to(element)
                    return

    def _close(self, name: str) -> None:
        self._flush()
        if name in HEADINGS and self._stack[-1].name in HEADINGS:
            name = self._stack[-1].name
        if self._open[name]:
            while self._pop() != name:
                pass

    def _pop_to(self, element: Element) -> None:
        while self._stack[-1] is not element:
            self._pop()
        self._pop()

    def _pop(self) -> str:
        element = self._stack.pop()
        element.last = len(self.elements) - 1
        self._open[element.name] -= 1
        return element.name

    def _flush(self) -> None:
        """End the leaf that is being read."""
        if self._leaf is not None and self._leaf.length:
            self.leaves.append(self._leaf)
        self._leaf = None
        self._breaks = 0
