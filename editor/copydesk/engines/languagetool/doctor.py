"""What there is for grammar on this machine: engines, versions, sizes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from copydesk.engines.languagetool.java import find_java
from copydesk.engines.languagetool.places import installation, own_copy
from copydesk.engines.languagetool.server import servers
from copydesk.engines.languagetool.setup import size_of
from copydesk.errors import CopydeskError


def report() -> Iterator[tuple[str, str]]:
    """Yield what is looked at, and what there is, a line each."""
    yield "Harper", _package("harper-py")
    yield "language-tool-python", _package("language-tool-python")
    yield "jgo", _package("jgo")
    try:
        java = find_java()
        yield "Java", f"{java.version}, {java.command}"
    except CopydeskError as error:
        yield "Java", str(error)
    yield "LanguageTool", _copy()
    running = servers()
    for state in running:
        where = state.url if state.port else state.state
        memory = _memory(state.server)
        yield "server", f"{where}, process {state.server}" + (f", {memory / 1e6:,.0f} MB" if memory else "")
    if not running:
        yield "server", "none is running; the first check that needs one starts it"


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return 'not installed: pip install "copydesk[languagetool]"'


def _copy() -> str:
    try:
        found = installation()
    except CopydeskError as error:
        return str(error)
    if found is None:
        return "not set up: copydesk setup languagetool"
    folder = found.jar.parent.parent if found == own_copy() else found.jar.parent
    theirs = " (LTP_PATH)" if os.environ.get("LTP_PATH") else ""
    quick = ", quick start" if found.archives else ""
    return f"{found.version or 'of unknown version'}, {folder}{theirs}, {size_of(folder) / 1e6:,.0f} MB{quick}"


def _memory(process: int) -> int:
    """Return the memory that a process takes, in bytes; 0 where the system does not say."""
    try:
        with open(f"/proc/{process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
