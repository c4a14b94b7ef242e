"""The keeper: the parent of one LanguageTool server, which ends it when nobody has used it for a while.

A script of its own, run by path with the standard library alone, so that it costs some ten megabytes. It ends when
the server ends, and the server ends with it: on Linux the kernel sees to that even if the keeper is killed,
elsewhere the server's lock tells the next keeper whom to end. It never has words of any article, and takes no answer
for its server's that did not come with the server's key.

Run as `python keeper.py FOLDER`. FOLDER has `command.json` (see `server.Command`); it writes `state.json` there.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import http.client
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

_PR_SET_PDEATHSIG = 1
_TRIES = 3  # of ports: one that was free may be taken by the time the server has started
_LOOK = 0.02  # seconds between looks whether the server listens
_STARTS_WITHIN = 60.0
_CAUSE = "Caused by: "  # in what Java says, the last is what it comes down to


class _Ended(BaseException):
    """The keeper was asked to end."""


def main(folder: Path) -> int:
    """Keep a server until it ends, or nobody uses it any more. Returns 0, or 1 if it could not be started."""
    if not _is_the_only_one(folder):
        return 0
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _end)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    command = json.loads((folder / "command.json").read_text())
    server: subprocess.Popen[bytes] | None = None
    try:
        server_lock = _bury_the_last(folder)
        for _ in range(_TRIES):
            port = _free_port()
            server = _launch(folder, command["arguments"], port, server_lock)
            _write(folder, {"state": "starting", "keeper": os.getpid(), "server": server.pid})
            if _listens(folder, server, port):
                break
            server = None
        if server is None:
            _write(folder, {"state": "failed", "keeper": os.getpid(), "why": _last_words(folder)})
            return 1
        os.close(server_lock)  # from now on it is the server's alone
        _write(folder, {"state": "up", "keeper": os.getpid(), "server": server.pid, "port": port})
        _keep(server, folder / "used", command["idle"])
    except _Ended:
        pass
    finally:
        if server is not None:
            _kill(server)
    (folder / "state.json").unlink(missing_ok=True)
    return 0


def _is_the_only_one(folder: Path) -> bool:
    """Take the keeper's lock, for as long as this process lives. Returns whether no other keeper has it."""
    lock = os.open(folder / "keeper.lock", os.O_RDWR | os.O_CREAT, 0o600)
    for _ in range(50):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError:
            time.sleep(_LOOK)  # others hold it for a moment, to see whether there is a keeper
    return False


def _end(number: int, frame: object) -> None:
    raise _Ended


def _bury_the_last(folder: Path) -> int:
    """Return the server's lock, once no server of a keeper that died holds it any more."""
    lock = os.open(folder / "server.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return lock
    except OSError:
        pass
    # A server holds it, and so its number is still its own.
    with contextlib.suppress(OSError, ValueError, KeyError):
        os.kill(int(json.loads((folder / "last.json").read_text())["server"]), signal.SIGKILL)
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _launch(folder: Path, arguments: list[str], port: int, lock: int) -> subprocess.Popen[bytes]:
    (folder / "used").touch()
    keeper = os.getpid()
    with open(folder / "server.log", "wb") as log:
        return subprocess.Popen(
            [*arguments, "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            cwd=folder,
            pass_fds=(lock,),
            preexec_fn=lambda: _die_with(keeper),
        )


def _die_with(keeper: int) -> None:
    """Have the kernel kill this process, the server to be, when its keeper dies. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != keeper:
            os._exit(1)  # it died before that


def _listens(folder: Path, server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server answers, and proves to be ours. Returns whether it does; one that does not is killed."""
    ours = ssl.create_default_context(cafile=folder / "server.pem")
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=ours))
    deadline = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with ask.open(f"https://127.0.0.1:{port}/v2/healthcheck", timeout=5) as answer:
                return bool(answer.status == 200)
        except (OSError, http.client.HTTPException):  # not yet; or someone else has the port, and ours will end
            time.sleep(_LOOK)
    _kill(server)
    return False


def _keep(server: subprocess.Popen[bytes], used: Path, idle: float) -> None:
    """Return when the server ends, or has not been used for `idle` seconds."""
    while True:
        try:
            unused = time.time() - used.stat().st_mtime
        except OSError:
            return  # the folder was taken away
        if unused >= idle:
            return
        try:
            # A clock that was set back must not keep it for ever, nor a long sleep of the machine.
            server.wait(timeout=min(max(idle - unused, 0.05), 5))
            return
        except subprocess.TimeoutExpired:
            pass


def _kill(server: subprocess.Popen[bytes]) -> None:
    server.kill()
    server.wait()


def _last_words(folder: Path) -> str:
    """Return the line in which the server said why it could not start."""
    try:
        lines = (folder / "server.log").read_text(errors="replace").splitlines()
    except OSError:
        return ""
    lines = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("at ")]
    telling = [line for line in lines if "Exception" in line or "Error" in line or "rror:" in line]
    causes = [line.removeprefix(_CAUSE) for line in telling if line.startswith(_CAUSE)]
    return (causes[-1:] or telling or lines or [""])[0][:300]


def _write(folder: Path, state: dict[str, Any]) -> None:
    temporary = folder / f"state.{os.getpid()}.tmp"
    temporary.write_text(json.dumps(state))
    temporary.replace(folder / "state.json")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
