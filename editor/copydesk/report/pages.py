"""Where the page about a rule is: in the package that the rule comes from, so that it opens without a network."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

FILE_NAME = "rules.html"  # in a package with rules: a page with a section for each, whose id is the rule's name


def page_of(rule: str) -> str:
    """Return the address of the page about a rule, “Pack.Rule”; empty where its package has none.

    No rule is imported for it.
    """
    page = _page_of_pack(rule.partition(".")[0])
    return page and f"{page}#{quote(rule)}"


@cache
def _page_of_pack(pack: str) -> str:
    from importlib.metadata import entry_points

    for entry_point in entry_points(group="copydesk.rules", name=pack):
        spec = find_spec(entry_point.module.partition(".")[0])
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            page = Path(folder, FILE_NAME).absolute()
            if page.is_file():
                return page.as_uri()
    return ""


def linked(text: str, address: str) -> str:
    """Return text that a terminal shows as a link (OSC 8); as it is without an address."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if address else text
