"""The one server of a user: found, or started in the background, by whichever copydesk needs it first.

A keeper (`keeper.py`) is its parent, and holds a lock as long as it lives: so a look at the lock, which no kill
leaves behind, says whether there is a server. Who starts one holds another lock meanwhile, and the rest wait.
"""

from __future__ import annotations

import hashlib
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from copydesk.engines.languagetool.identity import Identity, make_private
from copydesk.engines.languagetool.java import OLDEST, ask, find_java
from copydesk.engines.languagetool.places import Installation, home
from copydesk.errors import CopydeskError

_IDLE = 900.0  # seconds without use after which the server ends; `COPYDESK_LANGUAGETOOL_IDLE` says otherwise
_PATIENCE = 90.0  # seconds that starting may take on a machine that is busy
_LOOK = 0.02  # seconds between looks whether it has started
_CHECK_LIMIT = 40_000  # milliseconds; past that the server itself gives a check up
_PROPERTIES = f"""\
pipelineCaching=true
maxPipelinePoolSize=4
pipelineExpireTimeInSeconds=3600
cacheSize=1000
cacheTTLSeconds=3600
maxCheckTimeMillis={_CHECK_LIMIT}
"""

_keepers: list[subprocess.Popen[bytes]] = []  # those started here: kept so that they can be reaped


class Command(msgspec.Struct, frozen=True):
    """`command.json`: what the keeper is to start, and how long it keeps it unused."""

    arguments: list[str]
    idle: float


class State(msgspec.Struct, frozen=True):
    """`state.json`, as the keeper writes it: “starting”, “up” or “failed”, with process numbers and the port."""

    state: str
    keeper: int = 0
    server: int = 0
    port: int = 0
    why: str = ""

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"


class Server:
    """The server of one installation, whoever started it."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        # Homes are shared between machines, servers are not; and every LanguageTool has its own.
        key = hashlib.blake2b(f"{platform.node()}\0{installation.jar}".encode(), digest_size=4).hexdigest()
        self.folder = home() / "run" / key
        self._identity = Identity(self.folder)

    @property
    def certificate(self) -> Path:
        """What every connection to the server is held to before it gets any copy (see `identity`)."""
        return self._identity.certificate

    def url(self) -> str:
        """Return the address of the server, which is started first if there is none.

        Raises CopydeskError with one line if it cannot be started.
        """
        state = self._found()
        if state is None:
            with self._starting():
                state = self._found() or self._start()
        self.used()
        return state.url

    def used(self) -> None:
        """Tell the keeper that somebody needs the server."""
        with suppress(OSError):
            os.utime(self.folder / "used")

    def state(self) -> State | None:
        """Return what the keeper says; None if there is no keeper."""
        return state_in(self.folder)

    def stop(self, which: str = "") -> None:
        """End the server, if there is one and its address is still `which` (any, if that is empty)."""
        with self._starting():
            state = self.state()
            if state is None or (which and which != state.url):
                return  # somebody else has replaced it
            with suppress(OSError):
                os.kill(state.keeper, signal.SIGTERM)
            deadline = time.monotonic() + 10
            while _is_kept(self.folder) and time.monotonic() < deadline:
                time.sleep(_LOOK)
            if _is_kept(self.folder):
                with suppress(OSError):
                    os.kill(state.keeper, signal.SIGKILL)

    def _found(self) -> State | None:
        """Return the state of a server that is up. One that is just starting is waited for."""
        deadline = time.monotonic() + _PATIENCE
        while _is_kept(self.folder):
            state = _read(self.folder)
            if state is not None and state.state == "up":
                return state
            if time.monotonic() > deadline:
                raise CopydeskError(f"LanguageTool has not started within {_PATIENCE:.0f} seconds")
            time.sleep(_LOOK)
        return None

    def _start(self) -> State:
        """Start a server. The lock is held."""
        java = self._java()
        self._prepare(java)
        script = Path(__file__).with_name("keeper.py")
        _keepers[:] = [keeper for keeper in _keepers if keeper.poll() is None]
        keeper = subprocess.Popen(
            [sys.executable, "-I", "-S", str(script), str(self.folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            start_new_session=True,  # Ctrl-C in the terminal is not for it
        )
        _keepers.append(keeper)
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            ended = keeper.poll() is not None
            state = _read(self.folder)
            if state is not None and state.keeper == keeper.pid and state.state != "starting":
                if state.state == "up":
                    return state
                raise CopydeskError(
                    f"LanguageTool cannot be started: {_too_old(java) or state.why or 'Java ended at once'}"
                )
            if ended:
                # Somebody who was killed before this had started another, which has taken the lock by now.
                other = self._found()
                if other is None:
                    raise CopydeskError("LanguageTool cannot be started: its keeper was ended")
                return other
            time.sleep(_LOOK)
        raise CopydeskError(f"LanguageTool has not started within {_PATIENCE:.0f} seconds")

    def _java(self) -> str:
        java = self._installation.java
        return java if java and Path(java).exists() else find_java().command

    def _prepare(self, java: str) -> None:
        idle = _idle()
        arguments = [java, *self._installation.arguments, "--config", "server.properties"]
        self._identity.make(java)
        try:
            (self.folder / "server.properties").write_text(_PROPERTIES + self._identity.properties)
            (self.folder / "command.json").write_bytes(msgspec.json.encode(Command(arguments, idle)))
            if not _is_kept(self.folder):  # the next keeper sees to a server that outlived the last one
                with suppress(FileNotFoundError):
                    (self.folder / "state.json").replace(self.folder / "last.json")
        except OSError as error:
            raise CopydeskError(f"LanguageTool cannot be started: {error.filename}: {error.strerror}") from None

    @contextmanager
    def _starting(self) -> Iterator[None]:
        """Hold the lock of who starts or stops a server. The kernel frees it if this process is killed."""
        try:
            import fcntl
        except ImportError:
            raise CopydeskError(
                "on Windows copydesk starts no LanguageTool of its own: start one, and set grammar.languagetool.url"
            ) from None
        try:
            make_private(self.folder)
            lock = os.open(self.folder / "start.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CopydeskError(f"LanguageTool cannot be started: {error.filename}: {error.strerror}") from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _idle() -> float:
    """Return after how many seconds without use the server ends. Raises CopydeskError if that is no number."""
    given = os.environ.get("COPYDESK_LANGUAGETOOL_IDLE") or str(_IDLE)
    try:
        seconds = float(given)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < float("inf"):
        raise CopydeskError(f"COPYDESK_LANGUAGETOOL_IDLE must be a number of seconds, 0 or more; it is “{given}”")
    return seconds


def _too_old(command: str) -> str:
    """Return what to say of a Java that is too old; it may be another than at the time of the set-up."""
    java = ask(command)
    return f"it needs Java {OLDEST} or newer, {command} is {java.major}" if java and java.major < OLDEST else ""


def servers() -> list[State]:
    """Return the servers of this user that run on this machine."""
    states = (state_in(folder) for folder in sorted((home() / "run").glob("*")))
    return [state for state in states if state is not None]


def state_in(folder: Path) -> State | None:
    """Return what the keeper of a folder says; None if it has none."""
    return _read(folder) if _is_kept(folder) else None


def _read(folder: Path) -> State | None:
    try:
        return msgspec.json.decode((folder / "state.json").read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError):
        return None


def _is_kept(folder: Path) -> bool:
    """Whether a living keeper holds its lock."""
    try:
        import fcntl

        lock = os.open(folder / "keeper.lock", os.O_RDWR)
    except (ImportError, OSError):
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)
    return False
