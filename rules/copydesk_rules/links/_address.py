"""The pieces of a web address, taken leniently: a broken one has pieces too."""

from __future__ import annotations

import re
from typing import NamedTuple

from copydesk.rules import pattern

_SCHEME = pattern(r"([a-z][a-z0-9+.-]*):(//)?", re.IGNORECASE)
_PORT = pattern(r":([^:\]]*)$")


class Address(NamedTuple):
    """An address in pieces, scheme and host in lower case; `scheme` is empty where it has none."""

    scheme: str
    host: str
    port: str
    rest: str

    @property
    def is_web(self) -> bool:
        return self.scheme in ("http", "https", "ftp") or (not self.scheme and self.host != "")


def address(target: str) -> Address:
    """Take a target apart. One without a scheme has a host only behind `//` or where it begins with `www.`."""
    match = _SCHEME.match(target)
    if match and (match.group(2) or match.group(1).lower() not in ("http", "https", "ftp")):
        scheme, rest = match.group(1).lower(), target[match.end() :]
        if not match.group(2):
            return Address(scheme, "", "", rest)
    elif target.startswith("//"):
        scheme, rest = "", target[2:]
    elif target.lower().startswith("www."):
        scheme, rest = "", target
    else:
        return Address("", "", "", target)
    cut = re.search(r"[/?#\\]", rest)
    authority, rest = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")
    authority = authority.rsplit("@", 1)[-1]
    port = _PORT.search(authority)
    host = authority[: port.start()] if port else authority
    return Address(scheme, host.lower(), port.group(1) if port else "", rest)


def numbers_of(host: str) -> tuple[int, ...] | None:
    """Return the four numbers of an IPv4 address; None of anything else."""
    pieces = host.split(".")
    if len(pieces) != 4 or not all(piece.isascii() and piece.isdigit() and int(piece) < 256 for piece in pieces):
        return None
    return tuple(int(piece) for piece in pieces)


_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())


def own_labels(host: str) -> list[str]:
    """Return the pieces of a host's name before the ending: `["www", "paper"]` of www.paper.co.uk."""
    labels = host.split(".")
    long = len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2
    return labels[: -2 if long else -1]


def own_name(host: str) -> str:
    """Return the name that its owner chose: `paper` of www.paper.co.uk."""
    labels = own_labels(host)
    return labels[-1] if labels else ""
