"""What an element is to an article, as far as its name, classes and roles say."""

from __future__ import annotations

import re
from collections.abc import Mapping

BLOCKS = frozenset(
    """html head body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p section summary table caption
    tbody td tfoot th thead tr ul""".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Elements with nothing to read in them.
UNREAD = frozenset(
    """script style template noscript svg math iframe object video audio canvas select button textarea datalist pre
    noembed noframes xmp""".split()
)
CODE = frozenset(("code", "kbd", "samp"))
STRUCK = frozenset(("del", "s", "strike"))

_AROUND = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))
_AROUND_ROLES = frozenset("navigation banner complementary contentinfo search dialog".split())
_AROUND_CLASSES = frozenset(
    """share sharing social related newsletter promo advert advertisement ad ads comments sidebar breadcrumb
    breadcrumbs pagination cookie cookies subscribe subscription paywall tags bio signup recommended trending menu nav
    navigation footer toolbar teaser teasers""".split()
)
_STANDFIRST = frozenset(("standfirst", "dek", "deck", "summary", "lede", "subtitle", "subheadline"))
_BYLINE = frozenset(("byline", "author", "authors"))
_NOTE = re.compile(
    r"correction|clarification|editors?[-_]?note|(?:foot|end)notes?(?![-_]?(?:ref|back))", re.IGNORECASE
)
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "doc-endnotes"))
_NOTE_LINKS = frozenset(("doc-noteref", "doc-backlink"))  # roles of links to a footnote, and back from it
_NOTE_LINK = re.compile(r"(?:foot|end)?note[-_]?(?:ref|link|back)|(?:^|\s)reversefootnote(?:\s|$)", re.IGNORECASE)
_PULL_QUOTE = re.compile(r"pull[-_]?quote", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASSES = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|assistive-text)(?:\s|$)")
_NONE: frozenset[str] = frozenset()
_BY_NAME = {
    "article": frozenset(("story",)),
    "main": frozenset(("story",)),
    "figcaption": frozenset(("caption",)),
    "caption": frozenset(("caption",)),
    "address": frozenset(("byline",)),
}
_SPLIT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")

TELLING = re.compile(r"hidden|class|style|rel|itemprop|role", re.IGNORECASE)  # attributes that say something here


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown, or shown to no one who sees the page."""
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
        or _HIDDEN_CLASSES.search(attributes.get("class", "")) is not None
    )


def is_around(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element holds what stands around an article rather than the article."""
    if name in _AROUND:
        return True
    if not attributes:
        return False
    return attributes.get("role", "").lower() in _AROUND_ROLES or _is_of_the_page(attributes)


def is_aside(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element that holds what stands around an article is an aside of it: a box with more to read."""
    around = _AROUND_ROLES - {"complementary"}
    return name == "aside" and attributes.get("role", "") not in around and not _is_of_the_page(attributes)


def is_note_link(attributes: Mapping[str, str]) -> bool:
    """Whether a link leads to a footnote, or back from it: its words are a number or an arrow."""
    return attributes.get("role", "").lower() in _NOTE_LINKS or bool(_NOTE_LINK.search(attributes.get("class", "")))


def roles(name: str, attributes: Mapping[str, str]) -> frozenset[str]:
    """Return which of “standfirst”, “byline”, “note”, “caption”, “blockquote”, “story” an element says it is."""
    if not attributes:
        return _BY_NAME.get(name, _NONE)
    found = set(_BY_NAME.get(name, _NONE))
    components, itemprop = _components(attributes), attributes.get("itemprop", "").lower().split()
    if not _STANDFIRST.isdisjoint(components) or {"description", "alternativeheadline"} & set(itemprop):
        found.add("standfirst")
    if not _BYLINE.isdisjoint(components) or "author" in itemprop or "author" in attributes.get("rel", "").split():
        found.add("byline")
    if _NOTE.search(attributes.get("class", "")) or attributes.get("role", "").lower() in _NOTE_ROLES:
        found.add("note")
    if _PULL_QUOTE.search(attributes.get("class", "")):
        found.add("blockquote")
    if not {"caption", "figcaption"}.isdisjoint(components):
        found.add("caption")
    if "articlebody" in itemprop or attributes.get("role", "").lower() == "main":
        found.add("story")
    return frozenset(found)


def _is_of_the_page(attributes: Mapping[str, str]) -> bool:
    """Whether classes say that an element is the page's: a menu, an advertisement."""
    return not _AROUND_CLASSES.isdisjoint(_components(attributes))


def _components(attributes: Mapping[str, str]) -> list[str]:
    classes = attributes.get("class")
    return [word.lower() for word in _SPLIT.split(classes)] if classes else []
