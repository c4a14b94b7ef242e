"""One server a user: found, raced for, killed, idle, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.engines.languagetool import server
from copydesk.engines.languagetool.places import Installation
from copydesk.engines.languagetool.server import Server, servers
from copydesk.errors import CopydeskError

from .conftest import FakeJava, is_alive

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")


def eventually(what: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.02)
    return False


def test_a_server_is_started_once_and_found_by_others(set_up: Installation, java: FakeJava) -> None:
    url = Server(set_up).url()
    assert Server(set_up).url() == url
    assert len(java.starts) == 1
    (state,) = servers()
    assert url.endswith(f":{state.port}")


_CLIENT = """
import sys
from pathlib import Path
from copydesk.engines.languagetool import places, server
server.home = places.home = lambda: Path(sys.argv[1])
print(server.Server(places.own_copy()).url())
"""


def test_eight_that_race_have_one_server(set_up: Installation, java: FakeJava, home: Path) -> None:
    clients = [
        subprocess.Popen([sys.executable, "-c", _CLIENT, str(home)], stdout=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    urls = {client.communicate(timeout=60)[0].strip() for client in clients}
    assert len(urls) == 1
    assert urls.pop().startswith("https://127.0.0.1:")
    assert len(java.starts) == 1


def test_it_outlives_the_client_that_started_it_and_ends_when_idle(
    set_up: Installation, java: FakeJava, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_IDLE", "1.5")
    client = subprocess.Popen(
        [sys.executable, "-c", _CLIENT + "\nimport time\nsys.stdout.flush()\ntime.sleep(60)", str(home)],
        stdout=subprocess.PIPE,
    )
    assert client.stdout is not None
    assert client.stdout.readline().startswith(b"https://")
    client.kill()
    client.wait()
    client.stdout.close()
    (process,) = java.starts
    assert is_alive(process)
    for _ in range(4):  # as long as it is used, it stays
        time.sleep(0.6)
        Server(set_up).used()
    assert is_alive(process)
    assert eventually(lambda: not is_alive(process))
    assert eventually(lambda: servers() == [])


@linux
def test_a_server_does_not_outlive_its_keeper(set_up: Installation, java: FakeJava) -> None:
    server = Server(set_up)
    server.url()
    (state,) = servers()
    os.kill(state.keeper, signal.SIGKILL)
    assert eventually(lambda: not is_alive(state.server))
    server.url()
    assert len(java.starts) == 2
    assert len(servers()) == 1


def test_a_keeper_does_not_outlive_its_server(set_up: Installation, java: FakeJava) -> None:
    server = Server(set_up)
    first = server.url()
    (state,) = servers()
    os.kill(state.server, signal.SIGKILL)
    assert eventually(lambda: servers() == [])
    assert server.url() != first
    assert len(java.starts) == 2


def test_a_server_that_outlived_its_keeper_is_ended_by_the_next(
    set_up: Installation, java: FakeJava, home: Path
) -> None:
    server = Server(set_up)
    server.url()
    server.stop()
    # Where the kernel does not end it: a process that has the server's lock, and is named in what the keeper left.
    left_behind = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys, time\n"
            "lock = open(sys.argv[1], 'w')\nfcntl.flock(lock, fcntl.LOCK_EX)\n"
            "print('held', flush=True)\ntime.sleep(60)",
            str(server.folder / "server.lock"),
        ],
        stdout=subprocess.PIPE,
    )
    assert left_behind.stdout is not None
    assert left_behind.stdout.readline() == b"held\n"
    (server.folder / "state.json").write_text(
        f'{{"state": "up", "keeper": 1, "server": {left_behind.pid}, "port": 1}}'
    )
    server.url()
    assert left_behind.wait(10) == -signal.SIGKILL
    left_behind.stdout.close()


def test_a_port_that_was_taken_in_between_costs_another_try(set_up: Installation, java: FakeJava) -> None:
    java.behave("port taken")
    assert Server(set_up).url()
    assert len(java.starts) == 2


@pytest.mark.parametrize(
    ("how", "said"), [("broken", "find or load main class"), ("old", "needs Java 17 or newer, .* is 8")]
)
def test_why_it_cannot_be_started_is_said(set_up: Installation, java: FakeJava, how: str, said: str) -> None:
    java.behave(how)
    with pytest.raises(CopydeskError, match=said):
        Server(set_up).url()
    assert eventually(lambda: servers() == [])


def test_a_client_that_is_killed_while_starting_one_leaves_no_lock(
    set_up: Installation, java: FakeJava, home: Path
) -> None:
    for delay in (0.0, 0.1, 0.2, 0.3):
        client = subprocess.Popen([sys.executable, "-c", _CLIENT, str(home)], stdout=subprocess.DEVNULL)
        time.sleep(delay)
        client.kill()
        client.wait()
    assert Server(set_up).url()
    assert len(servers()) == 1
    assert len([process for process in java.starts if is_alive(process)]) == 1


def test_whoever_starts_one_too_many_uses_the_one_that_there_is(set_up: Installation, java: FakeJava) -> None:
    url = Server(set_up).url()
    state = Server(set_up)._start()  # as if the look had come before the other keeper had taken its lock
    assert url.endswith(f":{state.port}")
    assert Server(set_up).url() == url
    assert len(java.starts) == 1


def test_stopping_spares_a_server_that_took_the_place_of_the_one_meant(set_up: Installation) -> None:
    server = Server(set_up)
    url = server.url()
    server.stop("https://127.0.0.1:1")
    assert server.url() == url
    server.stop(url)
    assert servers() == []


@pytest.mark.parametrize("given", ["soon", "-1", "nan", "inf", "1e999", "²"])
def test_a_time_to_idle_that_is_no_number_is_one_line(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_IDLE", given)
    with pytest.raises(CopydeskError, match=f"COPYDESK_LANGUAGETOOL_IDLE must be a number of seconds.* “{given}”"):
        server._idle()
