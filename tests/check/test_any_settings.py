"""Whatever a settings file, a `.gitignore` or a file of stets has in it: one line, or a check; never a traceback."""

from __future__ import annotations

import datetime
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.files import articles_in
from copydesk.check.keys import key_of
from copydesk.check.outcome import settings_for
from copydesk.check.settings_file import BadSettings, load_settings
from copydesk.check.stets import read_stets
from copydesk.errors import CopydeskError
from copydesk.rules.loading import installed_rules

TEXT = "Kiev mayor\n\nThe train left Kiev on Monday.\n\nIt was 105 kilometers away, and the heating was off.\n"

_WORDS = ["", "Kiev", "Names", "names", "Grammar", "en-US", "..", "/", "styles", "harper", "off", "http://[::1"]
_ODD = ["error", "trial", "*", "[z-a]", "a\0b", "\n", "x" * 5000, "Names.", ".", "Copy.None", "e\u0301"]
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(_WORDS + _ODD)
scalars = texts | st.integers() | st.integers(-2, 3) | st.booleans() | st.floats() | st.dates() | st.times()
values = st.recursive(
    scalars | st.datetimes() | st.sampled_from([2**63, 10**30]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
words = st.lists(texts, max_size=3)
levels = st.dictionaries(texts, texts, max_size=2)
KNOWN = {
    "extends": texts,
    "rules": {"select": words, "extend_select": words, "ignore": words},
    "severity": levels,
    "overrides": st.lists(
        st.fixed_dictionaries({}, optional={"files": words, "genres": words, "ignore": words, "severity": levels})
    ),
    "styles": {"path": texts, "use": words},
    "names": st.dictionaries(texts, words, max_size=2),
    "grammar": {"engine": st.just("off"), "ignore": words, "all_rules": st.booleans(), "dictionary": texts}
    | {"languagetool": {"url": texts, "allow_remote": st.booleans(), "language": texts}},
    "article": {"language": texts, "genre": texts},
}
OPTIONS = {rule.name: list(rule.options.__dataclass_fields__) for rule in installed_rules()[0]}


def tables(known: Any) -> st.SearchStrategy[Any]:
    """Return tables with known keys, which have what they should, or anything."""
    if not isinstance(known, dict):
        return known | values if isinstance(known, st.SearchStrategy) else values
    inner = {key: tables(value) for key, value in known.items()}
    return st.fixed_dictionaries({}, optional=inner) | st.fixed_dictionaries({}, optional=inner) | values


@st.composite
def documents(draw: st.DrawFn) -> str:
    inner = {key: tables(value) for key, value in KNOWN.items()}
    data = draw(st.fixed_dictionaries({}, optional=inner))
    name = draw(st.sampled_from(sorted(name for name, keys in OPTIONS.items() if keys)))
    if draw(st.booleans()) and isinstance(rules := data.setdefault("rules", {}), dict):
        rules[name] = {key: draw(values) for key in OPTIONS[name]}
    return "\n".join(f"{key} = {written(value)}" for key, value in data.items())


def written(value: Any) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(letter):08x}" for letter in value) + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)} = {written(each)}" for key, each in value.items()) + "}"
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else repr(value)


def checked(folder: Path) -> None:
    """Check an article with the settings of a folder; an error for the user is the only one that may come."""
    with suppress(CopydeskError):
        found = load_settings(folder / "a.txt")
        desk = Desk(found)
        article = desk.read(Source.from_text(TEXT, str(folder / "a.txt")))
        assert key_of(article, settings_for(found, article))
        desk.check(article)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(text=documents())
def test_known_keys_with_anything_in_them(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "copydesk.toml").write_text(text, encoding="utf-8")
        checked(Path(folder))


@settings(max_examples=100)
@given(raw=st.binary(max_size=40) | st.text('[]{}="\\\n.ab0-:', max_size=60).map(str.encode))
def test_any_bytes(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (
            ("copydesk.toml", raw),
            ("pyproject.toml", b"[tool.copydesk]\n" + raw),
            ("stet.toml", raw),
        ):
            Path(folder, name).write_bytes(text)
            checked(Path(folder))
            Path(folder, name).unlink()


@settings(max_examples=300)
@given(
    raw=st.text("!#*?[]^-\\/ a.\t\x0b\u2028{}()+|$\r\n", max_size=30).map(str.encode) | st.binary(max_size=20),
    spoilt=st.sampled_from([b"", b"!", b"/", b"a\\", b"[\xff-+]"]),
)
def test_any_gitignore(raw: bytes, spoilt: bytes) -> None:
    with tempfile.TemporaryDirectory() as name, suppress(CopydeskError):
        folder = Path(name)
        (folder / "a.txt").write_text(TEXT)
        (folder / ".gitignore").write_bytes(raw + b"\n" + spoilt)
        assert articles_in([folder]) == [folder / "a.txt"]


def test_a_line_that_is_no_pattern_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / ".gitignore").write_text("*.bak\n\n!\n")
    with pytest.raises(CopydeskError, match=r"\.gitignore:3: “!” is no pattern; delete it"):
        articles_in([tmp_path])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("copydesk.toml", "a = " + "[" * 1000 + "]" * 1000, "nested deeper than 50"),
        ("copydesk.toml", "a = " + "[" * 60 + "]" * 60, "a.1.1…: is nested deeper than 50"),
        ("copydesk.toml", ".".join("a" * 60) + " = 1", "nested deeper than 50"),
        ("pyproject.toml", "[[tool.copydesk]]\n", "“tool.copydesk” must be a table: [tool.copydesk]"),
        ("pyproject.toml", "[tool]\ncopydesk = 3\n", "“tool.copydesk” must be a table"),
        ("copydesk.toml", "[rules]\nselect = ['Names', \"a\\u0000b\"]\n", "rules.select.2: has a NUL character"),
        ("copydesk.toml", '[names]\n"Ky\\u0000iv" = []\n', "names: has a NUL character in a key"),
        ("copydesk.toml", f"[rules.\"Headline.Length\"]\nmost = {10**30}\n", "is a number that is too large"),
        ("copydesk.toml", f"a = {'1' * 5000}\n", "has a number that is too large"),
        ("copydesk.toml", "overrides = 3\n", "overrides: must be a list"),
    ],
)  # fmt: skip
def test_what_no_settings_have(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(CopydeskError) as caught:
        Desk(load_settings(tmp_path / "a.txt"))
    assert isinstance(caught.value, BadSettings)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("styles", "said"),
    [
        (f"path = '{'x' * 5000}'\nuse = ['House']\n", "there is no such folder of styles"),
        ("path = 'none'\nuse = ['House']\n", "there is no such folder of styles"),
        ("path = '.'\nuse = ['House']\n", "there is no pack “House”"),
        ("use = ['House']\n", "names packs and no “path”"),
    ],
)
def test_styles_that_are_not_there_leave_the_other_rules(tmp_path: Path, styles: str, said: str) -> None:
    (tmp_path / "copydesk.toml").write_text(f"[styles]\n{styles}")
    desk = Desk(load_settings(tmp_path / "a.txt"))
    (line,) = desk.unchecked
    assert said in line
    assert "\n" not in line
    assert desk.rules
    checked = desk.check(desk.read(Source.from_text(TEXT, str(tmp_path / "a.txt"))))
    assert checked.unchecked == (line,)


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 1000, "stet = 3\n", '[[stet]]\nrule = "a\\u0000"\n', "[[stet]]\nrule = 1"]
)
def test_what_no_stets_have(tmp_path: Path, text: str) -> None:
    (tmp_path / "stet.toml").write_text(text)
    with pytest.raises(CopydeskError, match=r"stet\.toml: cannot be used as a stet file: "):
        read_stets(tmp_path / "stet.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[stet]]\nrule = "A.B"\n[[stet]]\nrule = 1\n', "must be a text, got a whole number (at entry 2, rule)"),
        ('[[stet]]\nrules = "A.B"\n', "has an unknown field `rules` (at entry 1)"),
        ("stet = 3\n", "must be a list, got a whole number"),
    ],
)
def test_what_is_wrong_with_a_stet_is_said_plainly(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "stet.toml").write_text(text)
    with pytest.raises(CopydeskError) as caught:
        read_stets(tmp_path / "stet.toml")
    assert str(caught.value) == f"{tmp_path}/stet.toml: cannot be used as a stet file: {said}"
