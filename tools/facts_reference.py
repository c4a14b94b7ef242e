"""Make the second half of docs/facts.md: the records that `copydesk.facts` exports, from their docstrings.

python tools/facts_reference.py
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import Any

import copydesk.facts

PAGE = Path(__file__).parent.parent / "docs" / "facts.md"
MARK = "<!-- From here on: tools/facts_reference.py -->\n"


def page() -> str:
    """Return the page, with its second half made anew."""
    first, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return first + MARK + "".join(_facts())


def _facts() -> Iterator[str]:
    records: dict[str, tuple[str, ...]] = copydesk.facts._RECORDS
    for fact, names in records.items():
        module = import_module(f"copydesk.facts.{fact}")
        yield f"\n## {fact}\n\n{_text(module)}\n"
        for name in names:
            record = getattr(module, name)
            if inspect.isclass(record):
                yield f"\n### {name}\n\n{_text(record)}\n\n{_fields(record)}"


def _text(of: Any) -> str:
    """Return a docstring, with what is set in by four spaces as code."""
    first, _, rest = (inspect.getdoc(of) or "").partition("\n")
    return f"{first}\n{dedent(rest)}".strip()


def _fields(record: type) -> str:
    rows = [f"- `{name}`: `{shown}`" for name, shown in _annotations(record).items()]
    for base in reversed(record.__mro__):
        for name, held in vars(base).items():
            if name[0] != "_" and _is_property(held) and base.__module__.startswith("copydesk."):
                about = inspect.getdoc(held) or ""
                rows.append(f"- `{name}`" + (f": {' '.join(about.split())}" if about else ""))
    return "\n".join(dict.fromkeys(rows)) + "\n"


def _annotations(record: type) -> dict[str, str]:
    found: dict[str, str] = {}
    for base in reversed(record.__mro__):
        found |= {name: str(shown) for name, shown in vars(base).get("__annotations__", {}).items() if name[0] != "_"}
    return {name: shown for name, shown in found.items() if not shown.startswith("ClassVar")}


def _is_property(held: Any) -> bool:
    return isinstance(held, property) or type(held).__name__ == "cached_property"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
