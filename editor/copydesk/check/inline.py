"""Comments in the copy that silence findings: stets of our own, and those of Vale.

    <!-- stet -->                               everything in the part that it stands in; where it stands
    <!-- stet Names.InconsistentSpelling -->    alone, in the part that follows; or only these rules and packs
    <!-- stet Names, Units: as the desk agreed -->
    <!-- vale off -->  <!-- vale on -->         everything between the two
    <!-- vale Pack.Rule = NO -->  … = YES -->   a rule, or a pack, between the two
    <!-- vale Pack.Rule["words"] = NO -->       only where the rule marks these words

A comment is what a reader of the article does not see: in a plain text, or in code, there are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from copydesk.article import Article, Edit, Source, Span, Stretches, read
from copydesk.article.edits import apply
from copydesk.article.readers import reader_for
from copydesk.check.places import Places
from copydesk.patterns import pattern
from copydesk.rules import Finding

_AT_A_GLANCE = pattern(r"<!--\s*+(?:stet|vale)\b")
_COMMENT = pattern(
    r"<!--\s*+(?:"
    r"stet(?:\s++(?P<names>[^:<>]{0,1000}?))?\s*+(?::[^<>]{0,1000}?)?"
    r"|vale\s++(?P<switch>on|off)"
    r"|vale\s++(?P<rule>[\w.-]++)(?:\[(?P<words>[^\]<>]{0,1000}+)\])?\s*+=\s*+(?P<wanted>YES|NO)"
    r")\s*+-->"
)
_SEPARATOR = pattern(r"[\s,]+")
_REST_OF_LINE = pattern(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_EMPTY = "<!-- -->"  # a comment that keeps the place of one
_EMPTY_LINE = pattern(r"[ \t]*(?:\r\n|\n|\r)")
_ENDS_EMPTY = pattern(r"[\r\n][ \t]*(?:\r\n|(?<!\r)\n|\r)\Z")
_QUOTED_WORDS = pattern(r'"([^"]*)"')


class Comment(msgspec.Struct, frozen=True):
    """A stet in the copy. `names` are rules and packs; without any, everything is meant."""

    span: Span
    names: tuple[str, ...]
    note: str = ""

    def __str__(self) -> str:
        return f"<!-- stet{' ' if self.names else ''}{', '.join(self.names)}{self.note} -->"


class Useless(NamedTuple):
    """A stet in the copy that silences nothing of one of its names; an empty name: nothing at all."""

    comment: Comment
    name: str


class _Region(NamedTuple):
    """A stretch of the text in which a rule (empty: every rule) is not heard, or only not of some words."""

    rule: str
    words: frozenset[str]
    span: Span


class _Regions:
    """Where rules are not heard, by rule and word."""

    def __init__(self, regions: Iterable[_Region]) -> None:
        spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for region in regions:
            for word in region.words or ("",):
                spans[region.rule, word].append(region.span)
        self._stretches = {key: Stretches(found) for key, found in spans.items()}

    def silence(self, finding: Finding, text: str) -> bool:
        """Whether a finding lies where its rule, its pack or any rule is not heard of its words."""
        if not self._stretches:
            return False
        words = ("", text[slice(*finding.span)])
        keys = ((name, word) for name in _names_for(finding) for word in words)
        return any(
            stretches.hold(finding.span.start) for key in keys if (stretches := self._stretches.get(key)) is not None
        )


def silenced(article: Article, findings: Sequence[Finding]) -> tuple[set[int], list[Useless]]:
    """Return which findings comments in the copy silence, by index, and the stets that silence nothing."""
    if not _AT_A_GLANCE.search(article.text):
        return set(), []
    comments = list(_comments(article))
    regions = _Regions(_regions(comments, len(article.text)))
    by_vale = {index for index, finding in enumerate(findings) if regions.silence(finding, article.text)}
    by_stet, useless = _by_stets(article, findings, [_stet(match) for match in comments if _is_stet(match)])
    return by_vale | by_stet, useless


def _by_stets(
    article: Article, findings: Sequence[Finding], stets: Sequence[Comment]
) -> tuple[set[int], list[Useless]]:
    if not stets:
        return set(), []
    places = Places(article)
    meant: dict[tuple[Span, str], list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        if (part := places.part_of(finding.span)) is not None:
            for name in _names_for(finding):
                meant[part.span, name].append(index)
    let_stand: set[tuple[Span, str]] = set()
    useless: list[Useless] = []
    for stet in stets:
        part = places.part_behind(stet.span) or places.following(stet.span)
        for name in stet.names or ("",):
            if part is not None and (part.span, name) in meant:
                let_stand.add((part.span, name))
            else:
                useless.append(Useless(stet, name))
    return {index for key in let_stand for index in meant[key]}, useless


def _names_for(finding: Finding) -> Iterator[str]:
    """Yield the names under which a comment may mean a finding: none at all, its pack's, its rule's."""
    pieces = finding.rule.split(".")
    return (".".join(pieces[:number]) for number in range(len(pieces) + 1))


def _is_stet(match: re.Match[str]) -> bool:
    return not (match["switch"] or match["rule"])


def _stet(match: re.Match[str]) -> Comment:
    names = tuple(dict.fromkeys(filter(None, _SEPARATOR.split(match["names"] or ""))))
    _, colon, note = match.group().removesuffix("-->").partition(":")
    return Comment(Span(*match.span()), names, f"{colon}{note.rstrip()}")


def _regions(comments: Sequence[re.Match[str]], end: int) -> Iterator[_Region]:
    """Yield where Vale's comments switch rules off: each until it is switched on again, else to the end."""
    off: dict[tuple[str, frozenset[str]], int] = {}
    for match in comments:
        if _is_stet(match):
            continue
        key = (match["rule"] or "", frozenset(_QUOTED_WORDS.findall(match["words"] or "")))
        if match["switch"] == "off" or match["wanted"] == "NO":
            off.setdefault(key, match.end())
        elif (start := off.pop(key, None)) is not None:
            yield _Region(*key, Span(start, match.start()))
    for key, start in off.items():
        yield _Region(*key, Span(start, end))


def _comments(article: Article) -> Iterator[re.Match[str]]:
    """Yield the comments that are meant for us."""
    quoted: Stretches | None = None
    for match in _COMMENT.finditer(article.text):
        span = Span(*match.span())
        part = article.part_at(span.start)
        if part is not None and part.prose.shows(span):
            continue  # it is read as it stands, or as code
        if quoted is None:
            quoted = Stretches(_quoted(article))
        if not quoted.contain(span):
            yield match


def _quoted(article: Article) -> Iterator[Span]:
    """Yield the stretches outside the copy in which nothing is a comment: blocks of code, scripts."""
    source = article.source
    suffixes = reader_for(source.name).suffixes
    if ".html" in suffixes:
        from copydesk.article.html.tokens import tokens

        yield from (
            Span(token.start, token.end) for token in tokens(source.text, 0, len(source.text)) if token.what == "text"
        )
    elif ".md" in suffixes:
        from markdown_it import MarkdownIt

        from copydesk.article.front_matter import front_matter

        first = bisect_left(source.line_starts, front_matter(source).end)
        starts = (*source.line_starts[first:], len(source.text))
        parser = MarkdownIt("commonmark")
        parser.core.ruler.enableOnly(["normalize", "block"])
        for block in parser.parse(source.text[starts[0] :]):
            if block.type in ("fence", "code_block") and block.map:
                yield Span(starts[block.map[0]], starts[block.map[1]])


def without(article: Article, useless: Sequence[Useless]) -> list[Edit]:
    """Return the edits that take useless stets out of the copy, or the useless names out of them."""
    names: dict[Comment, set[str]] = {}
    for comment, name in useless:
        names.setdefault(comment, set()).add(name)
    edits = []
    for comment, gone in names.items():
        left = tuple(name for name in comment.names if name not in gone)
        if left:
            edits.append(Edit(*comment.span, str(Comment(comment.span, left, comment.note))))
        else:
            removal = _removal(article, comment.span)
            behind = edits[-1].end if edits else 0  # of two side by side, both would take the blank between
            edits.append(Edit(max(removal.start, behind), max(removal.end, behind), removal.text))
    if _words_after(article, edits) >= _words_after(article, ()):
        return edits
    # Without a comment before it, “```” or a few spaces begin code: there an empty comment is left.
    return [
        Edit(*comment.span, _EMPTY) if not edit.text else edit for comment, edit in zip(names, edits, strict=True)
    ]


def _words_after(article: Article, edits: Sequence[Edit]) -> int:
    """Return how many code points of prose, spaces left out, the article has after some edits."""
    source = Source.from_text(apply(article.text, edits), article.source.name)
    return sum(len("".join(part.words.split())) for part in read(source).parts)


def _removal(article: Article, span: Span) -> Edit:
    """Return the edit that removes a comment: with its line where it has one, else with a blank at its side.

    Paragraphs stay the paragraphs that they were.
    """
    text = article.text
    line_start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    behind = _REST_OF_LINE.match(text, span.end)
    assert behind is not None
    empty_before = line_start == 0 or _ENDS_EMPTY.search(text, max(0, line_start - 80), line_start)
    empty_behind = _EMPTY_LINE.match(text, behind.end())
    is_last = behind.end() == len(text)
    begins_line = not text[line_start : span.start].strip()
    if not begins_line or behind[1].strip():
        if begins_line and not (empty_before and (empty_behind or is_last)) and _is_markdown(article):
            return Edit(*span, _EMPTY)  # what begins with a comment is a block of its own
        return Edit(*_with_a_blank(text, span), "")
    if empty_before and empty_behind:
        return Edit(line_start, empty_behind.end(), "")
    if empty_before or empty_behind or is_last:
        return Edit(line_start, behind.end(), "")
    return Edit(line_start, behind.end(1), "")  # an empty line stays: without it the paragraphs would become one


def _with_a_blank(text: str, span: Span) -> Span:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before in (" ", "\t") and after in ("", " ", "\t", "\r", "\n"):
        return Span(span.start - 1, span.end)
    return Span(span.start, span.end + 1) if after == " " and before in ("", "\r", "\n") else span


def _is_markdown(article: Article) -> bool:
    return ".md" in reader_for(article.source.name).suffixes
