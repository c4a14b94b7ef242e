"""Reading TOML that anybody may have written, with one line for whatever is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from copydesk.errors import CopydeskError

_DEEPEST = 50  # tables and lists within each other
_ENDLESS_KEY = re.compile(rf"(?:[\w\"'-]+[ \t]*\.[ \t]*){{{_DEEPEST}}}[\w\"'-]+[ \t]*[]=]")
_WHOLE = range(-(2**63), 2**63)  # whole numbers that TOML has


class BadToml(CopydeskError):
    """A file that is not TOML, or has in it what no file of ours has. The message begins with its name."""


def has_endless_key(text: str) -> bool:
    """Whether a key has more names than tables may be deep: each makes a table, at the cost of all before it."""
    return _ENDLESS_KEY.search(text) is not None


def parse_toml(text: str, file: object) -> dict[str, Any]:
    """Return what a TOML file says. `file` is its name, for errors.

    Raises BadToml: for broken TOML, with line and column; for tables nested too deep; for NUL in a key or a text; for
    a number that is too large.
    """
    import tomllib  # late: many articles have no such file beside them

    if has_endless_key(text):
        raise BadToml(f"{file}: has a key that is nested deeper than {_DEEPEST}; take some of its names away")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # “Expected '=' after a key (at line 3, column 5)”
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"{file}:{place[1]}:{place[2]}" if place else f"{file}:{text.count(chr(10)) + 1}:1"
        reason = re.sub(r" ?\(at .*\)$", "", str(error))
        raise BadToml(f"{where}: is not valid TOML: {reason}") from None
    except RecursionError:
        raise BadToml(f"{file}: its tables or lists are nested deeper than {_DEEPEST}; take some away") from None
    except ValueError:  # Python reads no number of more than some thousand digits
        raise BadToml(f"{file}: has a number that is too large; make it smaller") from None
    for key, wrong in _wrong(data):
        raise BadToml(f"{file}: {key}: {wrong}")
    return data


def _wrong(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield keys and what is wrong with what they have."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), data)]
    while waiting:
        keys, value = waiting.pop()
        if len(keys) > _DEEPEST:
            yield f"{'.'.join(keys[:3])}…", f"is nested deeper than {_DEEPEST}; take some tables or lists away"
        elif isinstance(value, dict):
            waiting += (((*keys, key), each) for key, each in value.items())
            if any("\0" in key for key in value):
                yield ".".join(keys) or "a key", "has a NUL character in a key; delete it"
        elif isinstance(value, list):
            waiting += (((*keys, str(number)), each) for number, each in enumerate(value, 1))
        elif isinstance(value, str) and "\0" in value:
            yield ".".join(keys), "has a NUL character; delete it"
        elif isinstance(value, int) and value not in _WHOLE:
            yield ".".join(keys), "is a number that is too large; make it smaller"


_WORDING = (
    ("`array`", "a list"),
    ("`str`", "a text"),
    ("`int`", "a whole number"),
    ("`float`", "a number"),
    ("`bool`", "true or false"),
    ("`object`", "a table"),
    ("`null`", "nothing"),
    ("Expected ", "must be "),
    ("Object contains", "has an"),
    ("Object missing", "lacks the"),
)
_PLACE = re.compile(r" - at `\$([^`]*)`")


def plain(message: str) -> str:
    """Turn msgspec's words for data that does not fit into an editor's: “must be a text (at entry 2, rule)”."""
    place = _PLACE.search(message)
    said = _PLACE.sub("", message)
    for theirs, ours in _WORDING:
        said = said.replace(theirs, ours)
    where = _named(place[1]) if place else ""
    return f"{said} (at {where})" if where else said


def _named(path: str) -> str:
    """Return a place in data, `[0].rule`, as it is counted by people: “entry 1, rule”."""
    entries = re.sub(r"\[(\d+)\]", lambda number: f".entry {int(number[1]) + 1}", path)
    return ", ".join(filter(None, entries.replace("[...]", "").split(".")))
