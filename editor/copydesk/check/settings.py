"""Settings: `copydesk.toml`, or `[tool.copydesk]` in pyproject.toml, found upwards from the article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from copydesk.errors import CopydeskError, nearest

FILE_NAME = "copydesk.toml"


class BadSettings(CopydeskError):
    """A settings file that cannot be used."""


class ArticleSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[article]`: what holds where an article does not say otherwise."""

    language: str = "en-US"
    genre: str = "news"


class Styles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[styles]`: a folder of packs of YAML rules, and the packs to use."""

    path: str = ""
    use: tuple[str, ...] = ()


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[grammar]`: the engine, and rules of it that the house does not want."""

    engine: Literal["harper", "off"] = "harper"
    ignore: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True):
    """What the house has settled. `file` is where it stands, `folder` what its paths are relative to."""

    file: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = {}
    styles: Styles = Styles()
    names: Mapping[str, tuple[str, ...]] = {}
    grammar: Grammar = Grammar()
    article: ArticleSettings = ArticleSettings()

    @property
    def folder(self) -> Path:
        return self.file.parent if self.file else Path.cwd()

    @property
    def styles_path(self) -> Path | None:
        return self.folder / self.styles.path if self.styles.path else None

    def wants(self, rule: str) -> bool:
        """Whether the rule, a pack or “Pack.Rule”, is selected and not ignored.

        Asked of a pack alone: whether any rule of it may be wanted.
        """
        if any(_covers(name, rule) for name in self.ignore):
            return False
        if not self.select:
            return True
        return any(_covers(name, rule) or ("." not in rule and name.startswith(f"{rule}.")) for name in self.select)

    def choosing(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Settings:
        """Return these settings with another selection of rules, and more rules ignored."""
        return msgspec.structs.replace(self, select=select or self.select, ignore=self.ignore + ignore)


def _covers(name: str, rule: str) -> bool:
    return rule == name or rule.startswith(f"{name}.")


def load_settings(beside: Path, config: Path | None = None) -> Settings:
    """Return the settings for the article or folder at `beside`, or those in `config`.

    Raises BadSettings: no such file, broken TOML with line and column, an unknown key with the nearest known one.
    """
    if config is not None:
        if not config.is_file():
            raise BadSettings(f"{config}: there is no such settings file")
        return _read(config)
    start = beside if beside.is_dir() else beside.parent
    return _settings_above(start.absolute())


@lru_cache(maxsize=4096)
def _settings_above(folder: Path) -> Settings:
    for candidate in (folder / FILE_NAME, folder / "pyproject.toml"):
        if candidate.is_file() and (candidate.name == FILE_NAME or _table(candidate) is not None):
            return _read(candidate)
    return Settings() if folder.parent == folder else _settings_above(folder.parent)


def _table(file: Path) -> dict[str, Any] | None:
    """Return the settings in a file as plain data; None for a pyproject.toml that has none."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(f"{file}: cannot be read: {error}") from None
    if file.name == "pyproject.toml" and "tool.copydesk" not in text:
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # “Expected '=' after a key (at line 3, column 5)”
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"{file}:{place[1]}:{place[2]}" if place else f"{file}:{text.count(chr(10)) + 1}:1"
        reason = re.sub(r" ?\(at .*\)$", "", str(error))
        raise BadSettings(f"{where}: is not valid TOML: {reason}") from None
    if file.name != "pyproject.toml":
        return data
    table: dict[str, Any] | None = data.get("tool", {}).get("copydesk")
    return table


def _read(file: Path) -> Settings:
    data = _table(file) or {}
    tables = {"rules", "styles", "names", "grammar", "article"}
    _refuse_unknown(file, "", data, tables)
    for key in tables & data.keys():
        if not isinstance(data[key], dict):
            raise BadSettings(f"{file}: “{key}” must be a table: [{key}]")
    rules = data.get("rules", {})
    chosen = {key: value for key, value in rules.items() if key in ("select", "ignore")}
    options = {key: value for key, value in rules.items() if key not in chosen}
    for key, value in options.items():
        if not isinstance(value, dict):
            raise BadSettings(f"{file}: [rules] has no key “{key}”.{nearest(key, ('select', 'ignore'))}")
    return Settings(
        file=file,
        select=_converted(file, "rules.select", chosen.get("select", ()), tuple[str, ...]),
        ignore=_converted(file, "rules.ignore", chosen.get("ignore", ()), tuple[str, ...]),
        options=options,
        styles=_struct(file, "styles", data, Styles),
        names=_converted(file, "names", data.get("names", {}), dict[str, tuple[str, ...]]),
        grammar=_struct(file, "grammar", data, Grammar),
        article=_struct(file, "article", data, ArticleSettings),
    )


def _struct(file: Path, table: str, data: Mapping[str, Any], kind: type[Any]) -> Any:
    given = data.get(table, {})
    _refuse_unknown(file, table, given, kind.__struct_fields__)
    return _converted(file, table, given, kind)


def _refuse_unknown(file: Path, table: str, given: Mapping[str, Any], known: Any) -> None:
    for key in given:
        if key not in known:
            where = f"[{table}] has" if table else "settings have"
            raise BadSettings(f"{file}: {where} no key “{key}”.{nearest(key, known)}")


def _converted(file: Path, where: str, value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise BadSettings(f"{file}: {where}: {_plain(str(error))}") from None


def _plain(message: str) -> str:
    """Turn msgspec's wording into an editor's."""
    for theirs, ours in _WORDING:
        message = message.replace(theirs, ours)
    return message


_WORDING = (
    ("`array`", "a list"),
    ("`str`", "a text"),
    ("`int`", "a whole number"),
    ("`float`", "a number"),
    ("`bool`", "true or false"),
    ("`object`", "a table"),
    (" - at `$", " (at `"),
    ("Expected ", "must be "),
)


def filled_options(settings: Settings, rule: str, default: Any) -> Any:
    """Return a rule's options: the dataclass `default`, with what the settings say put in.

    Raises BadSettings for an unknown key or a value of the wrong type.
    """
    given = settings.options.get(rule)
    if not given or settings.file is None:
        return default
    known = default.__dataclass_fields__
    _refuse_unknown(settings.file, f'rules."{rule}"', given, known)
    merged = {name: getattr(default, name) for name in known} | dict(given)
    return _converted(settings.file, f'rules."{rule}"', merged, type(default))
