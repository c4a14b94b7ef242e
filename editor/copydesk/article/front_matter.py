"""Front matter: the YAML (`---`) or TOML (`+++`) at the beginning of a file, read as parts and as what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from copydesk.article.article import Kind, Part
from copydesk.article.kinds import date_of, genre_of
from copydesk.article.pieces import Weaver, collapsed, part_of
from copydesk.article.prose import Prose
from copydesk.article.source import Source, UnreadableSource
from copydesk.plain_toml import has_endless_key

_LONGEST = 100_000  # code points
_BRACKETS_AT_MOST = 2_000  # more of them take the YAML library a time that grows with their square

# What content systems call them; of several that are given the first is taken.
_HEADLINE = ("headline", "title")
_STANDFIRST = ("standfirst", "dek", "subtitle", "subheadline")
_ABOVE = ("description", "summary", "excerpt")  # each of them is printed somewhere: on other pages, in results
_BYLINE = ("byline", "author", "authors")
_DATE = ("date", "published", "pubdate", "published_at", "datepublished", "publishdate")
_LANGUAGE = ("lang", "language", "locale")
_GENRE = ("kind", "genre", "type")
_KEYS = frozenset((*_HEADLINE, *_STANDFIRST, *_ABOVE, *_BYLINE, "dateline", *_DATE, *_LANGUAGE, *_GENRE))

_YAML = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(?=(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[\w\"'][^\r\n]*:|---)")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*(?:\r\n|\n|\r)")
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)

_SINGLE_ESCAPES = (("'", "''"),)
_DOUBLE_ESCAPES = (("\\", "\\\\"), ('"', '\\"'))
_BACKSLASHED = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*(?:\r\n|\n|\r)\s*|.)", re.DOTALL
)
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "N": "\n", "L": "\n", "P": "\n", "_": "\xa0"}


@dataclass(frozen=True)
class FrontMatter:
    """What the head of a file says. The body begins at the text's code point `end`."""

    end: int
    parts: tuple[Part, ...] = ()
    date: date | None = None
    language: str | None = None
    genre: str | None = None


class _Value(NamedTuple):
    """A scalar: what it means, and its place in the text with its quotation marks (none: not known)."""

    path: tuple[str | int | None, ...]
    value: str
    start: int = 0
    end: int = 0
    style: str = ""


def front_matter(source: Source) -> FrontMatter:
    """Return a file's front matter; an empty one, that ends where it begins, if there is none.

    Raises UnreadableSource with line and column where it is broken.
    """
    text = source.text
    for opening, closing, read in ((_YAML, _YAML_END, _yaml_values), (_TOML, _TOML_END, _toml_values)):
        begins = opening.match(text)
        # Carriage returns are made newlines, in their place, for `^` and `$` to see them.
        head = text[: _LONGEST + 10].replace("\r", "\n") if begins else ""
        ends = closing.search(head, begins.end()) if begins else None
        if begins and ends:
            values = read(source, begins.end(), ends.start())
            return FrontMatter(0) if values is None else _understood(text, values, ends.end())
    return FrontMatter(0)


def _understood(text: str, values: list[_Value], end: int) -> FrontMatter:
    by_key: dict[str, list[_Value]] = {}
    for value in values:
        if len(value.path) == 1 or value.path[-1] == "name" or isinstance(value.path[-1], int):
            by_key.setdefault(str(value.path[0]).lower(), []).append(value)

    def first(keys: tuple[str, ...]) -> list[_Value]:
        return next((by_key[key] for key in keys if key in by_key), [])

    parts: list[Part] = []
    wanted: tuple[tuple[Kind, tuple[str, ...], int], ...] = (
        ("headline", _HEADLINE, 1),
        ("standfirst", _STANDFIRST, 1),
        *(("standfirst", (key,), 1) for key in _ABOVE),
        ("byline", _BYLINE, 20),
        ("dateline", ("dateline",), 1),
    )
    for kind, keys, at_most in wanted:
        for value in first(keys)[:at_most]:
            prose = _prose(text, value)
            if prose is not None:
                parts.append(part_of(kind, prose))
    dates = [date_of(value.value) for value in first(_DATE)[:1]]
    languages = [value.value for value in first(_LANGUAGE)[:1]]
    genres = [genre for key in _GENRE for value in by_key.get(key, ()) if (genre := genre_of(value.value))]
    return FrontMatter(
        end,
        tuple(sorted(parts, key=lambda part: part.span)),
        dates[0] if dates else None,
        languages[0] if languages else None,
        genres[0] if genres else None,
    )


def _prose(text: str, value: _Value) -> Prose | None:
    """Return the prose of a scalar; None where its characters cannot be told from the text's one by one."""
    weaver = Weaver(text)
    start, end = value.start, value.end
    escapes: tuple[tuple[str, str], ...] = ()
    if value.style in ("'", '"', '"""'):
        start, end = start + len(value.style), end - len(value.style)
    if value.style == "'":
        escapes = _SINGLE_ESCAPES
        _weave_escaped(weaver, text, start, end, re.compile("''"))
    elif value.style in ('"', '"""'):
        escapes = _DOUBLE_ESCAPES
        _weave_escaped(weaver, text, start, end, _BACKSLASHED)
    else:
        if value.style in ("|", ">"):  # the indicator's line comes first
            start = end if (line := re.compile(r"[^\r\n]*").match(text, start, end)) is None else line.end()
        weaver.verbatim(start, end)
    prose = weaver.prose(escapes)
    return prose if prose is not None and prose.words == collapsed(value.value) else None


def _weave_escaped(weaver: Weaver, text: str, start: int, end: int, escape: re.Pattern[str]) -> None:
    position = start
    for match in escape.finditer(text, start, end):
        weaver.verbatim(position, match.start())
        seen = _shown(match.group())
        if seen.isspace() and seen != "\xa0":
            weaver.blank(*match.span())
        else:
            weaver.shown(seen, *match.span())
        position = match.end()
    weaver.verbatim(position, end)


def _shown(escape: str) -> str:
    """Return what `''`, or a backslash and what follows, stands for."""
    if escape == "''":
        return "'"
    code = escape[1:]
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF else ""
    if code.isspace() and ("\n" in code or "\r" in code):
        return ""  # the line goes on
    return _CONTROL.get(code, code)


class _Open:
    """A mapping or sequence that is being read, and the key or index it is at."""

    def __init__(self, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.at: str | int | None = None if is_mapping else -1
        self._wants_key = is_mapping

    def takes(self, scalar: str | None) -> bool:
        """Take the next node (None: it is no scalar) and return whether it is a value rather than a key."""
        if not self.is_mapping:
            assert isinstance(self.at, int)
            self.at += 1
            return True
        if self._wants_key:
            self.at = scalar
        self._wants_key = not self._wants_key
        return self._wants_key


def _placed(path: tuple[str | int | None, ...], event: Any, base: int) -> _Value:
    return _Value(path, event.value, base + event.start_mark.index, base + event.end_mark.index, event.style or "")


def _yaml_values(source: Source, start: int, end: int) -> list[_Value] | None:
    """Return the scalars not more than three deep; None if this is no mapping."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = source.text[start:end]
    if text.count("[") + text.count("{") > _BRACKETS_AT_MOST:
        raise _broken(source, start, "YAML", f"it has more than {_BRACKETS_AT_MOST:,} brackets")
    values: list[_Value] = []
    opened: list[_Open] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
            elif isinstance(event, yaml.NodeEvent):
                scalar = event.value if isinstance(event, yaml.ScalarEvent) else None
                is_value = opened[-1].takes(scalar) if opened else False
                if isinstance(event, yaml.CollectionStartEvent):
                    opened.append(_Open(isinstance(event, yaml.MappingStartEvent)))
                elif not opened:
                    return None
                elif is_value and scalar is not None and len(opened) <= 3:
                    values.append(_placed(tuple(level.at for level in opened), event, start))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        index = mark.index if mark is not None else getattr(error, "position", 0)
        problem = getattr(error, "problem", None) or getattr(error, "reason", "") or "it cannot be read"
        raise _broken(source, start + min(index, len(text)), "YAML", problem) from None
    return values


_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOML_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_TOML_STRING = re.compile(r"""(\"\"\"|'''|"|')(?:\\.|(?!\1).)*+\1""", re.DOTALL)


def _toml_values(source: Source, start: int, end: int) -> list[_Value] | None:
    """Return the values at the top; of strings with their places."""
    import tomllib

    text = source.text[start:end]
    if has_endless_key(text):
        raise _broken(source, start, "TOML", "a key has more names than tables may be deep")
    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # broken TOML, or a number of thousands of digits
        place = _TOML_PLACE.search(str(error))
        offset = len(text)
        if place and place[1]:
            first, _ = source.locate(start)
            offset = source.line_starts[first + int(place[1]) - 2] - start + int(place[2]) - 1
        problem = str(error)[: place.start()] if place else str(error)
        raise _broken(source, start + min(offset, len(text)), "TOML", problem) from None
    top = table.start() if (table := _TOML_TABLE.search(text)) else len(text)
    values = []
    for key, value in data.items():
        if key.lower() not in _KEYS:
            continue
        if isinstance(value, date):
            values.append(_Value((key,), value.isoformat()))
        elif isinstance(value, str):
            values.append(_toml_string(source.text, key, value, start, start + top))
    return values


def _toml_string(text: str, key: str, value: str, start: int, end: int) -> _Value:
    """Return a string of TOML with its place between `start` and `end`, if it has one that is found."""
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=[ \t]*", re.MULTILINE).search(text, start, end)
    written = _TOML_STRING.match(text, found.end(), end) if found else None
    if written is None:
        return _Value((key,), value)
    marks = written[1]
    if marks[0] == "'":  # nothing is escaped in it
        return _Value((key,), value, written.start() + len(marks), written.end() - len(marks))
    return _Value((key,), value, *written.span(), marks)


def _broken(source: Source, offset: int, language: str, problem: str) -> UnreadableSource:
    line, column = source.locate(offset)
    return UnreadableSource(f"{source.name}:{line}:{column}: the front matter is not valid {language}: {problem}")
