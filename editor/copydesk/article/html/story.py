"""Where on a page the article stands, and what each leaf of it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from copydesk.article.article import Kind, Part
from copydesk.article.edits import Span
from copydesk.article.entities import reference_at
from copydesk.article.html.roles import HEADINGS
from copydesk.article.html.tree import Element, Leaf, Tree
from copydesk.article.kinds import copy_parts, is_note
from copydesk.article.pieces import PLACEHOLDER, Weaver, part_of, refuse_endless
from copydesk.article.prose import Prose
from copydesk.article.source import Source
from copydesk.article.templates import captions, within

_PARAGRAPH_AT_LEAST = 80  # code points of text that stands in no `<p>`, to be taken for copy without a full stop
_SENTENCE = re.compile(r"\w[.!?…][”\"’')\]]*(?:\s|$)")
_BYLINE_AT_MOST = 150  # code points
_DATE_AT_MOST = 80
_STANDFIRST_WORDS = 6  # a subheading right under the headline with fewer is the first section's
_NO_WORDS = re.compile(r"\S*(?:\.\w{2,4}|\d[\w-]*|_\S*)")  # names of files, as some programs give them for a text
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_ATTRIBUTE_ESCAPES = (("<", "&lt;"), ('"', "&quot;"), ("'", "&#39;"))
_SPECIAL = re.compile(rf"&|{PLACEHOLDER}+")
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"))
_SITE = re.compile(r"\s+(?:\||-|–|—|::|»)\s+(?!.*\s(?:\||-|–|—|::|»)\s).*$", re.DOTALL)


class Story:
    """The article on a page. `text` is the source's, but with placeholders where templates' tags stand.

    Of a `piece` of HTML in another format all is copy that is shown.
    """

    def __init__(self, source: Source, text: str, tree: Tree, *, titled: bool, piece: bool = False) -> None:
        self._source = source
        self._text = text
        self._tree = tree
        self.root = _root(tree)
        self._titled = titled
        self._piece = piece
        self._parts: list[Part] = []
        self._paragraphs = 0  # so far
        self._has_standfirst = False

    def parts(self) -> list[Part]:
        """Return the article's parts in the order of the text."""
        headline = None if self._titled else self._headline()
        begun = False
        for leaf in self._tree.leaves:
            if leaf is headline:
                begun = True
                self._add("headline", leaf)
            elif self._holds(leaf.element):
                self._read(leaf)
            elif begun and not self._paragraphs and leaf.element.around < 0:
                self._read_between(leaf)
        # A stray title in the midst of the copy is no headline, and a picture there no caption.
        if headline is None and not self._titled:
            self._parts = beside(self._parts, self._titles())
        if not self._parts and not self._piece:
            return []  # there is no article
        return beside(self._parts, (*self._descriptions(), *self._pictures()))

    def dates(self) -> Iterator[str]:
        """Yield the times that the page gives, those inside the article first."""
        times = self._tree.times
        yield from (value for element, value in times if self._holds(element) and element.around <= self.root.number)
        yield from (value for element, value in times if element.around < 0 and element.number < self.root.number)

    def _holds(self, element: Element) -> bool:
        return self.root.number <= element.number <= self.root.last

    def _headline(self) -> Leaf | None:
        """Return the leaf that is the headline: the article's first `<h1>`, else the page's."""
        found = [leaf for leaf in self._tree.leaves if "h1" in leaf.element.inside and self._prose(leaf)]
        return min(found, key=self._rank, default=None)

    def _rank(self, leaf: Leaf) -> tuple[bool, bool, bool, int]:
        element = leaf.element
        return not self._holds(element), element.around >= 0, "header" in element.inside, element.number

    def _titles(self) -> Iterator[Part]:
        """Yield the headline that the page's head gives."""
        place = self._tree.meta.get("og:title")
        escapes: tuple[tuple[str, str], ...] = (('"', "&quot;"), ("'", "&#39;"), *_ESCAPES)
        if place is None and self._tree.title is not None:
            title = self._text[slice(*self._tree.title)]
            site = _SITE.search(title)
            start, end = self._tree.title
            place, escapes = (start, start + site.start() if site else end), _ESCAPES
        if place is not None:
            weaver = Weaver(self._source.text)
            self._weave(weaver, *place)
            prose = weaver.prose(escapes)
            if prose is not None:
                yield part_of("headline", prose)

    def _descriptions(self) -> Iterator[Part]:
        """Yield the page's description, which is shown where the page is linked to; others if they differ from it."""
        seen: set[str] = set()
        for name in _DESCRIPTIONS if not self._piece else ():
            prose = self._attribute(*self._tree.meta.get(name, (0, 0)))
            if prose is not None and prose.words not in seen:
                seen.add(prose.words)
                yield part_of("standfirst", prose)

    def _pictures(self) -> Iterator[Part]:
        """Yield the alternative texts of the article's pictures, and what templates' tags in it say of theirs."""
        for element, start, end in self._tree.pictures:
            if self._holds(element) and element.apart <= self.root.number:
                prose = self._attribute(start, end)
                if prose is not None and not _NO_WORDS.fullmatch(prose.words):
                    yield part_of("caption", prose)
        if (found := captions(self._source.text)) and PLACEHOLDER in self._text:
            for leaf in self._tree.leaves:
                if self._holds(leaf.element) and leaf.element.apart <= self.root.number:
                    for start, end, _ in leaf.runs:
                        yield from within(found, Span(start, end))

    def _attribute(self, start: int, end: int) -> Prose | None:
        weaver = Weaver(self._source.text)
        self._weave(weaver, start, end)
        unquoted = () if self._text[start - 1 : start] in ("'", '"') else ((" ", "&#32;"),)
        return weaver.prose((*_ATTRIBUTE_ESCAPES, *unquoted))

    def _read(self, leaf: Leaf) -> None:
        """Add what a leaf inside the article is, if it is copy."""
        element = leaf.element
        prose = self._prose(leaf)
        if prose is None:
            return
        under_headline = bool(self._parts) and self._parts[-1].kind == "headline"
        kind = self._special(leaf, prose)
        level = _heading(element)
        if kind is None and level == 2 and under_headline and len(prose.words.split()) >= _STANDFIRST_WORDS:
            kind = "standfirst"
        if kind is None and ("note" in element.inside or is_note(prose.words)):
            kind = "note"
        if kind is not None:
            self._has_standfirst = self._has_standfirst or kind == "standfirst"
            self._parts.append(part_of(kind, prose))
        elif element.apart > self.root.number or "header" in element.inside or "figure" in element.inside:
            return
        elif level:
            self._parts.append(part_of("heading", prose, level))
        elif self._is_copy(leaf, prose):
            self._paragraphs += 1
            kind = _kind(element)
            self._parts += copy_parts(prose, self._parts) if kind == "paragraph" else [part_of(kind, prose)]

    def _read_between(self, leaf: Leaf) -> None:
        """Add what stands between a headline and an article that does not enclose it."""
        prose = self._prose(leaf)
        kind = self._special(leaf, prose) if prose else None
        if prose is not None and kind is not None:
            self._has_standfirst = self._has_standfirst or kind == "standfirst"
            self._parts.append(part_of(kind, prose))

    def _special(self, leaf: Leaf, prose: Prose) -> Kind | None:
        """Return the kind of a leaf that its classes give; None if they say that it is copy, or nothing."""
        inside, words = leaf.element.inside, prose.words
        if leaf.element.apart > self.root.number and "caption" not in inside:
            return None
        if "caption" in inside:
            return "caption"
        if "standfirst" in inside and not self._paragraphs and not self._has_standfirst:
            return "standfirst"
        if (
            ("byline" in inside or "byline" in leaf.marks)
            and len(words) <= _BYLINE_AT_MOST
            and words[-1] not in ".!?"
        ):
            return "byline"
        if "time" in leaf.marks and len(words) <= _DATE_AT_MOST and words[-1] not in ".!?":
            return "dateline"
        return None

    def _is_copy(self, leaf: Leaf, prose: Prose) -> bool:
        """Whether text is what the reader came for, rather than a button or a list of other stories."""
        name, words = leaf.element.name, prose.words
        is_links = leaf.linked * 10 >= leaf.length * 9 and bool(leaf.linked)
        if (self._piece and any(map(str.isalnum, words))) or (
            name in ("p", "td", "th", "dd", "dt", "summary")
            and not (is_links and leaf.element.around > self.root.number)
        ):
            return True
        if is_links:
            return False
        return name in ("li", "blockquote") or len(words) >= _PARAGRAPH_AT_LEAST or bool(_SENTENCE.search(words))

    def _add(self, kind: Kind, leaf: Leaf) -> None:
        if (prose := self._prose(leaf)) is not None:
            self._parts.append(part_of(kind, prose))

    def _prose(self, leaf: Leaf) -> Prose | None:
        refuse_endless(self._source, leaf.runs[0][0], leaf.length)
        weaver = Weaver(self._source.text)
        for begins, ends, seen in leaf.runs:
            if seen is None:
                self._weave(weaver, begins, ends)
            elif seen == " ":
                weaver.blank(begins, ends)
            else:
                weaver.shown(seen, begins, ends)
        return weaver.prose(_ESCAPES)

    def _weave(self, weaver: Weaver, start: int, end: int) -> None:
        """Add a stretch of text, with its character references and placeholders."""
        position = start
        while (special := _SPECIAL.search(self._text, position, end)) is not None:
            weaver.verbatim(position, special.start())
            position = special.end()
            if special.group() != "&":
                weaver.shown(PLACEHOLDER, *special.span())
            elif (reference := reference_at(self._text, special.start(), open_ended=True)) is not None:
                seen, position = reference
                weaver.shown(seen, special.start(), position)
            else:
                weaver.verbatim(*special.span())
        weaver.verbatim(position, end)


def beside(parts: list[Part], others: Iterable[Part]) -> list[Part]:
    """Return the parts in their order, and with them those of the others that stand in none of them."""
    starts = [part.span.start for part in parts]
    if starts != sorted(starts):
        parts = sorted(parts, key=lambda part: part.span)
        starts = [part.span.start for part in parts]
    free = []
    for other in others:
        index = bisect_left(starts, other.span.end)
        if not index or parts[index - 1].span.end <= other.span.start:
            free.append(other)
    return sorted((*parts, *free), key=lambda part: part.span) if free else parts


def _heading(element: Element) -> int:
    """Return the level of the heading that an element is, or is in; 0 if it is in none."""
    return next((int(name[1]) for name in sorted(element.inside & HEADINGS)), 0)


def _kind(element: Element) -> Kind:
    if element.name in ("td", "th"):
        return "cell"
    if "blockquote" in element.inside:
        return "quote"
    return "item" if "li" in element.inside else "paragraph"


def _root(tree: Tree) -> Element:
    """Return the element that holds the article: `<article>`, `<main>`, else the one with most paragraphs in it."""
    for with_around in (False, True):
        own, near = _weights(tree, with_around)
        total = own[:]
        for element in reversed(tree.elements):
            if element.parent is not None:
                total[element.parent.number] += total[element.number]
        stories = [element for element in tree.elements if "story" in element.roles and total[element.number]]
        if stories:
            most = max(total[element.number] for element in stories)
            # The innermost that holds most of it: the article in `<main>`, not `<main>` with its teasers.
            enough = [element for element in stories if total[element.number] >= 0.7 * most]
            articles = [element for element in enough if element.name == "article"]
            return (articles or enough)[-1]
        if not any(element.name in ("html", "body") for element in tree.elements[:10]):
            return tree.elements[0]
        densest = max(tree.elements, key=lambda element: near[element.number])
        if near[densest.number]:
            return densest
    return tree.elements[0]


def _weights(tree: Tree, with_around: bool) -> tuple[list[float], list[float]]:
    """Return, for every element, how much copy is its own, and how much is right inside it or one step deeper."""
    own = [0.0] * len(tree.elements)
    near = own[:]
    for leaf in tree.leaves:
        element = leaf.element
        if (element.around >= 0 and not with_around) or leaf.linked * 2 > leaf.length:
            continue
        if element.inside & {"figure", "header"} or (element.name != "p" and leaf.length < _PARAGRAPH_AT_LEAST):
            continue
        own[element.number] += leaf.length
        holder = element.parent if element.name == "p" and element.parent else element
        near[holder.number] += leaf.length
        if holder.parent is not None:
            near[holder.parent.number] += leaf.length / 2
    return own, near
