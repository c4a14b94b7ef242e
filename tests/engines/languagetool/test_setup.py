"""Setting LanguageTool up from a repository in this process: what comes, what breaks off, what is refused."""

from __future__ import annotations

import hashlib
import io
import resource
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from copydesk.cli.main import copydesk
from copydesk.engines.languagetool import places, setup
from copydesk.engines.languagetool.jar import manifest
from copydesk.engines.languagetool.jars import Jar, pinned
from copydesk.engines.languagetool.server import Server
from copydesk.errors import CopydeskError

from .conftest import FakeJava

pytest.importorskip("jgo")


def jar_bytes(name: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nClass-Path: ./\r\n\r\n")
        jar.writestr("META-INF/SIGNED.SF", "signature")
        jar.writestr(f"{name}.class", name * 5000)
    return data.getvalue()


class Repository:
    """A Maven repository on this machine. `fault` says what it does wrong with which file."""

    def __init__(self) -> None:
        self.files = {name: jar_bytes(name) for name in ("languagetool-server", "language-en", "slf4j-api")}
        self.fault: dict[str, str] = {}
        self.served: list[str] = []
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *arguments: object) -> None:
                pass

            def do_GET(self) -> None:
                name = self.path.rpartition("/")[2].partition("-1.0")[0]
                if not self.path.endswith(".jar") or name not in repository.files:
                    self.send_error(404)
                    return
                body, fault = repository.files[name], repository.fault.get(name, "")
                repository.served.append(name)
                if fault == "missing":
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2])
                if fault != "half":
                    self.wfile.write(
                        b"?" * (len(body) - len(body) // 2) if fault == "changed" else body[len(body) // 2 :]
                    )

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def jars(self) -> tuple[Jar, ...]:
        return tuple(
            Jar(f"org.example:{name}:1.0", len(body), hashlib.sha256(body).hexdigest())
            for name, body in self.files.items()
        )

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    repository = Repository()
    monkeypatch.setattr(setup, "pinned", lambda: repository.jars)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield repository
    repository.close()


def test_a_set_up_is_whole_and_runs(home: Path, java: FakeJava, repository: Repository) -> None:
    came: list[int] = []
    done = setup.set_up(repository.url, came.append)
    assert (done.version, done.java) == (places.VERSION, str(java.command))
    assert sum(came) == sum(map(len, repository.files.values()))
    (archive,) = done.archives
    assert archive.read_bytes() == b"classes"
    assert f"-XX:SharedArchiveFile={archive}" in done.arguments
    with zipfile.ZipFile(done.jar) as jar:
        text = jar.read("META-INF/MANIFEST.MF").decode().replace("\r\n ", "")
        assert "META-INF/SIGNED.SF" not in jar.namelist()
    assert "Main-Class: org.languagetool.server.HTTPServer" in text
    assert "Class-Path: language-en-1.0.jar slf4j-api-1.0.jar\r\n" in text
    assert Server(done).url()
    assert not (home / places.VERSION / "fetching").exists()


def test_what_is_there_is_not_fetched_again(home: Path, java: FakeJava, repository: Repository) -> None:
    setup.set_up(repository.url)
    first = list(repository.served)
    setup.set_up(repository.url)
    assert repository.served == first
    assert len(java.starts) == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("changed", "its hash is another"),
        ("half", "cannot be fetched|its hash is another"),
        ("missing", "does not have it"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_not_used_and_the_rest_is_kept(
    home: Path, java: FakeJava, repository: Repository, fault: str, said: str
) -> None:
    repository.fault = {"slf4j-api": fault}
    with pytest.raises(CopydeskError, match=said):
        setup.set_up(repository.url)
    assert places.own_copy() is None
    assert not (home / places.VERSION / "lib" / "slf4j-api-1.0.jar").exists()
    repository.fault, before = {}, list(repository.served)
    setup.set_up(repository.url)
    assert places.own_copy() is not None
    assert "slf4j-api" in repository.served[len(before) :]
    assert len(repository.served) <= len(before) + 3


def test_one_that_was_killed_half_way_is_begun_where_it_stood(
    home: Path, java: FakeJava, repository: Repository
) -> None:
    jars = home / places.VERSION / "lib"
    jars.mkdir(parents=True)
    (jars / "language-en-1.0.jar").write_bytes(repository.files["language-en"])
    half = home / places.VERSION / "fetching" / "org" / "example" / "slf4j-api" / "1.0"
    half.mkdir(parents=True)
    (half / "slf4j-api-1.0.jar").write_bytes(repository.files["slf4j-api"][:100])
    (jars / "languagetool-server-1.0.jar").write_bytes(b"half")
    setup.set_up(repository.url)
    assert sorted(repository.served) == ["languagetool-server", "slf4j-api"]


def test_without_a_network_it_says_so(home: Path, java: FakeJava, repository: Repository) -> None:
    repository.close()
    with pytest.raises(CopydeskError, match="there is no connection"):
        setup.set_up(repository.url)
    assert places.own_copy() is None


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte, where this machine lets us have one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk can be had here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_without_room_is_seen_before_anything_is_fetched(
    small_disk: Path, home: Path, java: FakeJava, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("places", "setup"):
        monkeypatch.setattr(f"copydesk.engines.languagetool.{module}.home", lambda: small_disk / "languagetool")
    with pytest.raises(CopydeskError, match=r"there is no room: \d+ MB are needed, \d MB are free"):
        setup.set_up(repository.url)
    assert repository.served == []


def test_a_disk_that_fills_up_meanwhile_is_one_line(home: Path, java: FakeJava, repository: Repository) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))  # less than a jar has
    try:
        with pytest.raises(CopydeskError, match=r"cannot be written: File too large$"):
            setup.set_up(repository.url)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert places.own_copy() is None
    setup.set_up(repository.url)
    assert places.own_copy() is not None


def test_two_at_once_do_the_work_once(home: Path, java: FakeJava, repository: Repository) -> None:
    threads = [Thread(target=setup.set_up, args=(repository.url,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(repository.served) == sorted(repository.files)
    assert len(java.starts) == 1


@pytest.mark.parametrize(("how", "said"), [("old", "is 8"), (None, "no Java was found")])
def test_java_is_looked_at_first(
    home: Path, java: FakeJava, repository: Repository, monkeypatch: pytest.MonkeyPatch, how: str | None, said: str
) -> None:
    monkeypatch.setattr("copydesk.engines.languagetool.java._packaged", lambda: [])
    monkeypatch.setenv("PATH", str(java.folder) if how else str(home))
    if how:
        java.command.write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n")
    with pytest.raises(CopydeskError, match=said):
        setup.set_up(repository.url)
    assert repository.served == []


def test_a_java_of_the_package_serves_where_there_is_no_other(
    home: Path, java: FakeJava, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    packaged = java.folder / "packaged"
    packaged.write_text("#!/bin/sh\necho 'openjdk version \"25.0.1\"' >&2\n")
    packaged.chmod(0o755)
    monkeypatch.setattr("copydesk.engines.languagetool.java._packaged", lambda: [str(packaged)])
    monkeypatch.setattr(setup, "_train", lambda installation, folder: [])
    done = setup.set_up(repository.url)
    assert done.java == str(packaged)
    assert done.archives == ()


def test_removing_ends_the_server_and_frees_the_room(home: Path, java: FakeJava, repository: Repository) -> None:
    Server(setup.set_up(repository.url)).url()
    assert setup.remove() > 0
    assert not home.exists()
    assert setup.remove() == 0


def test_the_command_from_dry_run_to_remove(home: Path, java: FakeJava, repository: Repository) -> None:
    def run(*words: str) -> str:
        result = CliRunner().invoke(copydesk, ["setup", *words], standalone_mode=False, catch_exceptions=False)
        return result.output

    assert "not set up: copydesk setup languagetool" in run()
    assert "3 files" in run("languagetool", "--dry-run")
    assert repository.served == []
    assert f"LanguageTool {places.VERSION} is set up" in run("languagetool", "--repository", repository.url)
    report = run()
    assert "quick start" in report
    assert "none is running" in report
    assert "Freed" in run("languagetool", "--remove")
    assert "not set up" in run()
    assert "nothing to remove" in run("languagetool", "--remove")


def test_a_folder_of_the_users_own_is_used(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = tmp_path / "theirs"
    for version in ("6.6", "6.10"):
        (theirs / f"LanguageTool-{version}").mkdir(parents=True)
        (theirs / f"LanguageTool-{version}" / "languagetool-server.jar").touch()
    monkeypatch.setenv("LTP_PATH", str(theirs))
    found = places.installation()
    assert found is not None
    assert found.version == "6.10"
    monkeypatch.setenv("LTP_PATH", str(home))
    with pytest.raises(CopydeskError, match="no LanguageTool is there"):
        places.installation()


def test_lines_of_a_manifest_are_as_short_as_java_wants() -> None:
    names = [jar.file for jar in pinned()]
    data = manifest("org.example.Main", names)
    assert all(len(line) <= 70 for line in data.split(b"\r\n"))
    unwrapped = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert unwrapped == [
        "Manifest-Version: 1.0",
        "Main-Class: org.example.Main",
        f"Class-Path: {' '.join(names)}",
        "",
        "",
    ]


def test_the_pinned_jars_are_named_and_hashed() -> None:
    jars = pinned()
    assert len({jar.file for jar in jars}) == len(jars) > 40
    assert all(len(jar.sha256) == 64 and jar.bytes > 0 for jar in jars)
    assert any(jar.artifact == f"org.languagetool:languagetool-server:{places.VERSION}" for jar in jars)
