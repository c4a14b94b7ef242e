"""Whatever stands in house rules, baselines, stets, dictionaries and options: one line or a report, no traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.check import settings_file
from copydesk.errors import CopydeskError

Run = Callable[..., Result]
TEXT = "Kiev mayor\n\nThe train left Kiev on Monday.\n\nIt was 105 kilometers away, and the heating was off.\n"
any_input = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, a pack of styles and a dictionary; it is the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    Path("styles/House").mkdir(parents=True)
    return tmp_path


def ends_well(run: Run, *arguments: str) -> None:
    """Run a command as the program does; the errors that it puts in one line are the only ones."""
    settings_file.forget()
    try:
        code = run(*arguments).return_value
    except (CopydeskError, click.ClickException, OSError):
        code = 2
    assert code in (None, 0, 1, 2)


_KEYS = """extends message level scope tokens swap raw ignorecase nonword exceptions action limit tests append
    capitalize quotes safe link description name vocab""".split()
_VALUES = """existence substitution script '%s' [a,b] {a:b} ~ true 3 -1 99999999999999999999 ² [[a]] {a:{b:c}} '('
    ['('] '(?P<x>' '\\' {'(a':b} {a:'\\9'} {'(a)':'$1$9'} error headline {name:replace,params:[a]}
    '(a+)+$' 'a{1000000000}'
    '\\p{Zz}' '%s%s%s' '%' {name:edit,params:[regex,'(','b']}""".split()
values = st.sampled_from([value.replace(":", ": ") for value in _VALUES]) | st.text("ab:-[]{}'\"|>%&*!?#\\t$().+^")


@any_input
@given(keys=st.dictionaries(st.sampled_from(_KEYS), values, max_size=2), raw=st.binary(max_size=40) | st.none())
def test_any_house_rule(run: Run, keys: dict[str, str], raw: bytes | None) -> None:
    rule = {"extends": "existence", "message": "'%s'", "tokens": "[heating]"} | keys
    text = "\n".join(f"{key}: {value}" for key, value in rule.items())
    Path("styles/House/A.yml").write_bytes(text.encode() if raw is None else raw)
    Path("copydesk.toml").write_text("[styles]\npath = 'styles'\nuse = ['House']\n[rules]\nselect = ['House']\n")
    ends_well(run, "check", "a.txt", "--no-cache")
    ends_well(run, "rules", "test", "styles/House/A.yml")


@any_input
@given(raw=st.binary(max_size=40) | st.text("[]stet=\n'\"{}rulewods3", max_size=40).map(str.encode))
def test_any_stets_baseline_and_dictionary(run: Run, raw: bytes) -> None:
    Path("copydesk.toml").write_text("[grammar]\ndictionary = 'words'\n[rules]\nselect = ['Names.OutdatedName']\n")
    for name in ("words", "baseline.toml", "stet.toml"):
        Path("words").write_text("Kyiv\n")
        Path(name).write_bytes(raw)
        ends_well(run, "check", "a.txt", *(("--baseline", name) if name == "baseline.toml" else ()))
        ends_well(run, "dictionary", "list")
    ends_well(run, "check", "a.txt", "--fix")
    Path("stet.toml").unlink(missing_ok=True)
    Path("a.txt").write_text(TEXT)


_OPTIONS = """--format --select --extend-select --ignore --min-severity --fail-level --baseline --config --jobs
    --changed-since --stdin-filename""".split()
_GIVEN = [
    "",
    "x",
    "a.txt",
    "..",
    "/nope/x",
    "-1",
    "0",
    "9" * 30,
    "²",
    "x" * 5000,
    "json",
    "HEAD",
    "--",
    "\udcff",
    "[",
]


@any_input
@given(
    options=st.lists(st.tuples(st.sampled_from(_OPTIONS), st.sampled_from(_GIVEN) | st.text("a,.-*\n/", max_size=4))),
    path=st.sampled_from(["a.txt", "-", ".", "nope", "x" * 5000]),
)
def test_any_options(run: Run, options: list[tuple[str, str]], path: str) -> None:
    Path("copydesk.toml").write_text("[grammar]\nengine = 'off'\n[rules]\nselect = ['Names.OutdatedName']\n")
    ends_well(run, "check", path, *(word for option in options for word in option), "--no-cache")
