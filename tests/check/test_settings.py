"""Settings: found upwards, read strictly, errors a person can act on."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from copydesk.check.settings import Settings
from copydesk.check.settings_file import BadSettings, filled_options, load_settings
from copydesk.errors import CopydeskError
from copydesk.rules import Options


def settings_in(folder: Path, text: str, name: str = "copydesk.toml") -> Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(folder / "article.txt")


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "article.txt")
    assert settings.file is None
    assert settings.grammar.engine == "auto"
    assert settings.engine_used == "harper", "a desk and a pipeline that say no more agree"
    assert settings.wants("Names.InconsistentSpelling")


def test_the_nearest_file_above_the_article_is_taken(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('[names]\nKyiv = ["Kiev"]\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert load_settings(below / "x.txt").names == {"Kyiv": ("Kiev",)}


def test_pyproject_counts_only_with_a_table_of_ours(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('[grammar]\nengine = "off"\n')
    below = tmp_path / "package"
    below.mkdir()
    (below / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_settings(below / "x.txt").grammar.engine == "off"
    (below / "pyproject.toml").write_text('[tool.copydesk.rules]\nignore = ["Units"]\n')
    settings = load_settings(below / "y" / "x.txt", below / "pyproject.toml")
    assert settings.ignore == ("Units",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[grammer]\n", r"copydesk\.toml: settings have no key “grammer”\. Did you mean “grammar”\?"),
        ("[rules]\nselect = []", "rules.select is empty, so that nothing would be checked"),
        ('[names]\nKyiv = ["Kiev", " "]', "names: an entry of “Kyiv” is empty"),
        (f'[names]\nKyiv = ["{"K" * 201}"]', "has 201 characters; a name may have 200"),
        ("[grammar]\nengin = 'off'\n", r"\[grammar\] has no key “engin”\. Did you mean “engine”\?"),
        ("[rules]\nselekt = ['Names']\n", r"\[rules\] has no key “selekt”\. Did you mean “select”\?"),
        ("[grammar]\nengine = 'harpy'\n", r"grammar: Invalid enum value 'harpy'"),
        ("[rules]\nselect = 'Names'\n", r"rules\.select: must be a list, got a text"),
        ("names = 3\n", r"“names” must be a table: \[names\]"),
        ("[rules]\nselect = [\n  'Names'\n[grammar]\n", r"copydesk\.toml:4:\d+: is not valid TOML"),
        ("a = 1\nb = = 2\n", r"copydesk\.toml:2:5: is not valid TOML: "),
    ],
)
def test_bad_settings_are_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadSettings, match=message) as caught:
        settings_in(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_a_settings_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="there is no such settings file"):
        load_settings(tmp_path, tmp_path / "nope.toml")


@dataclass(frozen=True)
class Limits(Options):
    most: int = 3
    words: tuple[str, ...] = ()


def test_options_are_filled_and_typed(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, '[rules."House.Limit"]\nmost = 5\n')
    assert filled_options(settings, "House.Limit", Limits()) == Limits(most=5)
    assert filled_options(settings, "House.Other", Limits()) == Limits()


@pytest.mark.parametrize(
    ("line", "message"),
    [("mots = 5", r"has no key “mots”\. Did you mean “most”\?"), ('most = "five"', r"must be a whole number")],
)
def test_bad_options_are_refused(tmp_path: Path, line: str, message: str) -> None:
    settings = settings_in(tmp_path, f'[rules."House.Limit"]\n{line}\n')
    with pytest.raises(BadSettings, match=message):
        filled_options(settings, "House.Limit", Limits())


@pytest.mark.parametrize(
    ("select", "ignore", "wanted", "unwanted"),
    [
        (("Names",), (), ["Names", "Names.X"], ["Units", "NamesOfOthers.X"]),
        (("Names.X",), (), ["Names", "Names.X"], ["Names.Y"]),
        ((), ("Names.X",), ["Names", "Names.Y", "Units.Z"], ["Names.X"]),
        (("Names",), ("Names.X",), ["Names.Y"], ["Names.X", "Units.Z"]),
    ],
)
def test_rules_are_chosen_by_pack_or_by_name(
    select: tuple[str, ...], ignore: tuple[str, ...], wanted: list[str], unwanted: list[str]
) -> None:
    settings = Settings(select=select, ignore=ignore)
    assert all(settings.wants(name) for name in wanted)
    assert not any(settings.wants(name) for name in unwanted)


def test_a_house_extends_another_settings_file(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "base.toml").write_text(
        '[names]\nKyiv = ["Kiev"]\n[rules]\nignore = ["Dates"]\n[styles]\npath = "styles"\nuse = ["House"]\n'
        '[severity]\nUnits = "error"\n'
    )
    settings = settings_in(
        tmp_path, 'extends = "house/base.toml"\n[names]\nOdesa = ["Odessa"]\n[rules]\nignore = ["Copy"]\n'
    )
    assert settings.names == {"Kyiv": ("Kiev",), "Odesa": ("Odessa",)}
    assert settings.ignore == ("Dates", "Copy")
    assert settings.styles_path == tmp_path / "house" / "styles"
    assert settings.level_of("Units.MissingConversion") == "error"


def test_a_house_extends_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "newsroom_style"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('settings are data: nothing of a package is run')")
    (package / "copydesk.toml").write_text('[names]\nKyiv = ["Kiev"]\n')
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (tmp_path / "desk").mkdir()
    assert settings_in(tmp_path / "desk", 'extends = "newsroom-style"\n').names == {"Kyiv": ("Kiev",)}


@pytest.mark.parametrize("name", ["trap", "trap.inner", "trap.inner.deep"])
@pytest.mark.parametrize("where", ["working folder", "settings' folder", "below", "above", "elsewhere"])
def test_extends_imports_nothing_and_looks_for_no_package_in_what_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, where: str
) -> None:
    desk = tmp_path / "house" / "desk"
    place = {"below": desk / "lib", "above": tmp_path / "house", "elsewhere": tmp_path / "site"}.get(where, desk)
    package = place.joinpath(*name.split("."))
    package.mkdir(parents=True)
    desk.mkdir(parents=True, exist_ok=True)
    (package / "copydesk.toml").write_text('[names]\nKyiv = ["Kiev"]\n')
    for folder in (package, *package.relative_to(place).parents):
        (place / folder / "__init__.py").write_text(f"open({str(tmp_path / 'sprung')!r}, 'w')")
    monkeypatch.setattr("sys.path", [str(place), *sys.path])
    monkeypatch.chdir(place if where == "working folder" else "/")
    text = f'extends = "{name}"\n'
    if where == "elsewhere":
        assert settings_in(desk, text).names == {"Kyiv": ("Kiev",)}
    else:
        with pytest.raises(CopydeskError, match="neither a file nor an installed package"):
            settings_in(desk, text)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "nowhere"\n', "names “nowhere”, which is neither a file nor an installed package"),
        ('extends = "copydesk.toml"\n', "goes in a circle"),
        ("extends = 3\n", "must be a file or an installed package"),
        ('[[overrides]]\nfile = ["a"]\n', r"no key “file”\. Did you mean “files”"),
        ('[severity]\nNames = "fatal"\n', "severity: Invalid enum value 'fatal'"),
    ],
)
def test_bad_extensions_and_overrides_are_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadSettings, match=message):
        settings_in(tmp_path, text)


def test_overrides_hold_for_some_files_and_some_genres(tmp_path: Path) -> None:
    settings = settings_in(
        tmp_path,
        '[[overrides]]\nfiles = ["live/*"]\nignore = ["Headline"]\n'
        '[[overrides]]\ngenres = ["sport", "opinion"]\nseverity = { Units = "trial" }\n',
    )
    live = settings.for_article(tmp_path / "live" / "may" / "a.txt", "news")
    sport = settings.for_article(tmp_path / "a.txt", "sport")
    assert not live.wants("Headline.X")
    assert live.level_of("Units.X") is None
    assert sport.wants("Headline.X")
    assert sport.level_of("Units.X") == "trial"


def test_a_rule_that_is_off_is_asked_for_by_name_or_by_settling_it(tmp_path: Path) -> None:
    assert not Settings().asks_for("Headline.Length")
    assert not Settings(select=("Headline",)).asks_for("Headline.Length")
    assert Settings(select=("Headline.Length",)).asks_for("Headline.Length")
    assert Settings().choosing(extend_select=("Headline.Length",)).asks_for("Headline.Length")
    assert settings_in(tmp_path, '[rules]\nextend_select = ["Headline.Length"]').asks_for("Headline.Length")
    assert settings_in(tmp_path, '[rules."Headline.Length"]\nmost = 60').asks_for("Headline.Length")


def test_more_can_be_selected_than_the_settings_say() -> None:
    settings = Settings(select=("Names",), ignore=("Dates",))
    assert settings.choosing(extend_select=("Dates",)).wants("Dates.X")
    assert not settings.choosing(extend_select=("Units",)).wants("Dates.X")


def test_a_key_of_thousands_of_names_is_refused_before_it_takes_memory(tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text("a." * 20_000 + "a = 1\n")
    with pytest.raises(CopydeskError, match="nested deeper than 50"):
        load_settings(tmp_path / "a.txt")
