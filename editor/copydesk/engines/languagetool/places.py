"""Where LanguageTool is: our own copy, or a folder that the user has already."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import msgspec

from copydesk.errors import CopydeskError

VERSION = "6.8"  # of the pinned jars
NOT_INSTALLED = 'LanguageTool needs packages that are not installed: pip install "copydesk[languagetool]"'
NOT_SET_UP = "LanguageTool is not set up: run “copydesk setup languagetool”, or choose another [grammar] engine"
_MAIN = "org.languagetool.server.HTTPSServer"  # with a key, by which it is known to be ours


class SetUp(msgspec.Struct, frozen=True):
    """`installed.json`, written when everything else is there: what was set up, and the Java it was set up with."""

    version: str
    java: str
    archives: list[str]  # of classes that Java has at hand, each on top of the one before


@dataclass(frozen=True)
class Installation:
    """A LanguageTool that can be started. `java` may be empty: it is then looked for."""

    version: str
    jar: Path
    java: str = ""
    archives: tuple[Path, ...] = ()

    @property
    def arguments(self) -> list[str]:
        """What to tell Java: to compile little, collect on one thread, and hold no more than it needs.

        That is a third of the memory and half the wait.
        """
        files = os.pathsep.join(map(str, self.archives))
        archive = [f"-XX:SharedArchiveFile={files}", "-Xlog:disable", "-Xlog:all=off"] if files else []
        return [
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx640m",  # for a second variant of English, and long texts; what is free goes back
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:MaxNewSize=64m",
            "-Dsun.net.httpserver.nodelay=true",  # else each answer waits 40 ms
            *archive,
            "-cp",
            str(self.jar),
            _MAIN,
        ]


def is_installed() -> bool:
    """Whether the package is there through which a server is asked."""
    return find_spec("language_tool_python") is not None


def home() -> Path:
    """Return the folder that our own copy belongs in; it need not exist."""
    from platformdirs import user_data_path

    return user_data_path("copydesk") / "languagetool"


def copy_folder() -> Path:
    """Return the folder of our own copy in the pinned version."""
    return home() / VERSION


def installation() -> Installation | None:
    """Return the LanguageTool to use: the user's own (`LTP_PATH`, as language-tool-python has it) before ours.

    Raises CopydeskError if `LTP_PATH` names a folder that holds none.
    """
    theirs = os.environ.get("LTP_PATH")
    return _in_folder(Path(theirs)) if theirs else own_copy()


def own_copy() -> Installation | None:
    """Return the copy that `copydesk setup languagetool` made, if it was finished."""
    folder = copy_folder()
    try:
        done = msgspec.json.decode((folder / "installed.json").read_bytes(), type=SetUp)
    except (OSError, msgspec.MsgspecError):
        return None
    jar = folder / "lib" / "languagetool-server.jar"
    if not jar.is_file():
        return None
    return Installation(done.version, jar, done.java, tuple(folder / name for name in done.archives))


def _in_folder(folder: Path) -> Installation:
    found = sorted(folder.glob("LanguageTool-*/languagetool-server.jar"), key=lambda jar: _numbers(jar.parent.name))
    if (folder / "languagetool-server.jar").is_file():
        found.append(folder / "languagetool-server.jar")
    if not found:
        raise CopydeskError(f"LTP_PATH names {folder}, but no LanguageTool is there")
    jar = found[-1]
    version = re.search(r"\d[\w.]*", jar.parent.name)
    return Installation(version[0] if version else "", jar)


def _numbers(name: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", name)]
