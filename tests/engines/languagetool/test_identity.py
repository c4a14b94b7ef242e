"""Another user's process that answers for our server gets no copy, whenever it takes the port."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import stat
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from copydesk.engines.languagetool.identity import Identity, make_private
from copydesk.engines.languagetool.java import find_java
from copydesk.engines.languagetool.places import Installation
from copydesk.engines.languagetool.server import Server
from copydesk.errors import CopydeskError

from .conftest import FakeJava, engine, parts_of

pytest.importorskip("language_tool_python")
KEYS = Path(__file__).parent / "keys"
COPY = "They recieve what nobody may read yet."


class Impostor:
    """Answers everything as LanguageTool would, and keeps what it was sent."""

    def __init__(self, port: int, key: Path | None) -> None:
        heard: list[bytes] = []

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *arguments: object) -> None:
                pass

            def do_GET(self) -> None:
                body = b'[{"name": "English", "code": "en", "longCode": "en-US"}]'
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                heard.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.do_GET()

        self.heard = heard
        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        if key is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(key)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def impostor() -> Iterator[Callable[[int, Path | None], Impostor]]:
    made: list[Impostor] = []

    def make(port: int, key: Path | None) -> Impostor:
        made.append(Impostor(port, key))
        return made[-1]

    yield make
    for one in made:
        one.end()


@pytest.mark.parametrize("key", [None, KEYS / "theirs.pem"], ids=["plain", "with a key of its own"])
def test_who_takes_the_port_after_our_server_gets_nothing_and_another_server_answers(
    set_up: Installation, java: FakeJava, impostor: Callable[[int, Path | None], Impostor], key: Path | None
) -> None:
    one = engine()
    one.check(parts_of("First."))
    first = Server(set_up).state()
    assert first is not None
    # As if it had ended in a pause, and its keeper had not seen it yet: the address that we know is another's.
    os.kill(first.keeper, 9)
    while _answers(first.port):
        pass
    theirs = impostor(first.port, key)
    assert [remark.rule for remark in one.check(parts_of(COPY))[1]] == ["MORFOLOGIK_RULE_EN_US"]
    assert theirs.heard == []


@pytest.mark.parametrize("key", [None, KEYS / "theirs.pem"], ids=["plain", "with a key of its own"])
def test_who_is_taken_for_our_server_throughout_is_refused_in_a_line(
    set_up: Installation,
    java: FakeJava,
    impostor: Callable[[int, Path | None], Impostor],
    monkeypatch: pytest.MonkeyPatch,
    key: Path | None,
) -> None:
    theirs = impostor(0, key)
    port = theirs._server.server_address[1]
    monkeypatch.setattr(Server, "url", lambda self: f"https://127.0.0.1:{port}")
    (Server(set_up).folder).mkdir(parents=True)
    shutil.copy(KEYS / "ours.pem", Server(set_up).certificate)
    with pytest.raises(CopydeskError, match=r"^LanguageTool stopped working, twice: [^\n]*$"):
        engine().check(parts_of(COPY))
    assert theirs.heard == []


_RACE = """
import re, socket, ssl, sys, threading
from pathlib import Path
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments): pass
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"OK")
    def do_POST(self):
        print("heard", self.rfile.read(int(self.headers["Content-Length"])), flush=True)
        self.do_GET()

print("ready", flush=True)
seen = set()
while True:
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = line.read_bytes()
            found = re.search(rb"--port\\0(\\d+)", command)
            if not found or found[1] in seen or sys.argv[1].encode() not in command:
                continue
            seen.add(found[1])
            server = ThreadingHTTPServer(("127.0.0.1", int(found[1])), Handler)
        except OSError:
            continue
        if len(sys.argv) > 2:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[2])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print("taken", flush=True)
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("setpriv"),
    reason="only root can be somebody else",
)
@pytest.mark.parametrize("own_key", [False, True], ids=["plain", "with a key of its own"])
def test_another_user_who_wins_every_race_for_the_port_gets_nothing(
    set_up: Installation, java: FakeJava, own_key: bool
) -> None:
    java.behave("late")
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/env", "python3", "-c", _RACE]
    command.append(str(set_up.jar))  # nobody else's server
    if own_key:
        command.append("/dev/stdin")  # its folders need not be open to nobody
    with subprocess.Popen(
        command, stdin=(KEYS / "theirs.pem").open(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as racer:
        assert racer.stdout is not None
        if racer.stdout.readline() != "ready\n":
            pytest.skip("nobody has no python3 here")
        try:
            with pytest.raises(CopydeskError, match=r"^LanguageTool cannot be started: [^\n]*in use[^\n]*$"):
                engine().check(parts_of(COPY))
        finally:
            racer.kill()
        said = racer.stdout.read().split("\n")
    assert said.count("taken") >= 3
    assert not [line for line in said if line.startswith("heard")]
    assert java.asked == []


def test_the_key_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o777)
    make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("planted", ["file", "link", "theirs"])
def test_a_folder_that_is_not_ours_gets_no_key(tmp_path: Path, planted: str) -> None:
    folder = tmp_path / "run"
    if planted == "file":
        folder.touch()
    elif planted == "link":
        folder.symlink_to(tmp_path)
    elif os.geteuid() == 0:
        folder.mkdir()
        os.chown(folder, 65534, 65534)
    else:
        pytest.skip("only root can make somebody else's folder")
    with pytest.raises((CopydeskError, FileExistsError)):
        make_private(folder)


def test_a_real_java_makes_a_key_that_python_takes(tmp_path: Path) -> None:
    try:
        java = find_java().command
    except CopydeskError as error:
        pytest.skip(str(error))
    identity = Identity(tmp_path)
    identity.make(java)
    context = ssl.create_default_context(cafile=identity.certificate)
    assert context.cert_store_stats()["x509"] == 1
    before = identity.certificate.read_bytes()
    identity.make(java)
    assert identity.certificate.read_bytes() == before


def test_why_no_key_can_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"its key cannot be made: [^\n]*$"):
        Identity(tmp_path).make("/bin/false")


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
