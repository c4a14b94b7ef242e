"""Reading settings: `copydesk.toml`, or `[tool.copydesk]` in pyproject.toml, found upwards from the article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import msgspec

from copydesk.check.settings import ArticleSettings, Grammar, Level, Override, Settings, Styles
from copydesk.errors import CopydeskError, nearest
from copydesk.plain_file import read_text
from copydesk.plain_toml import BadToml, parse_toml, plain

FILE_NAME = "copydesk.toml"
_KEYS = frozenset(("extends", "rules", "severity", "overrides", "styles", "names", "units", "grammar", "article"))
_LONGEST_NAME = 200  # code points: the longest official name of an organisation has fewer
_SHOWN = 40  # code points of it in a message
_CHOICES = ("select", "extend_select", "ignore")  # keys of [rules] that are not a rule's own table


class BadSettings(CopydeskError):
    """A settings file that cannot be used."""


def load_settings(beside: Path, config: Path | None = None) -> Settings:
    """Return the settings for the article or folder at `beside`, or those in `config`.

    Raises BadSettings: no such file, broken TOML with line and column, an unknown key with the nearest known one.
    """
    if config is not None:
        if not os.path.exists(config):
            raise BadSettings(f"{config}: there is no such settings file")
        return msgspec.structs.replace(_read(config), by_user=True)
    # os.path, which takes what may not be looked at for nothing: that it cannot be read is said of the article.
    start = beside if os.path.isdir(beside) else beside.parent
    return _settings_above(start.absolute())


def forget() -> None:
    """Read settings anew from now on."""
    _settings_above.cache_clear()


@lru_cache(maxsize=4096)
def _settings_above(folder: Path) -> Settings:
    for candidate in (folder / FILE_NAME, folder / "pyproject.toml"):
        if os.path.lexists(candidate) and (candidate.name == FILE_NAME or _table(candidate) is not None):
            return _read(candidate)
    return Settings() if folder.parent == folder else _settings_above(folder.parent)


def _table(file: Path) -> dict[str, Any] | None:
    """Return the settings in a file as plain data; None for a pyproject.toml that has none."""
    try:
        text = read_text(file)
    except OSError as error:
        raise BadSettings(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadSettings(f"{file}: is not valid UTF-8; save it as UTF-8") from None
    is_shared = file.name == "pyproject.toml"
    if is_shared and "copydesk" not in text:
        return None
    try:
        data = parse_toml(text, file)
    except BadToml as error:
        raise BadSettings(str(error)) from None
    if not is_shared:
        return data
    tools = data.get("tool")
    table = tools.get("copydesk") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BadSettings(f"{file}: “tool.copydesk” must be a table: [tool.copydesk]")
    return table


def _read(file: Path, below: tuple[Path, ...] = ()) -> Settings:
    """Read a settings file on top of the one that it extends. `below` are the files that lead here."""
    data = _table(file) or {}
    _refuse_unknown(file, "", data, _KEYS)
    base = Settings()
    if "extends" in data:
        base = _extended(file, data["extends"], (*below, Path(os.path.realpath(file))))
    for key in (_KEYS - {"extends", "overrides"}) & data.keys():
        if not isinstance(data[key], dict):
            raise BadSettings(f"{file}: “{key}” must be a table: [{key}]")
    own = _own(file, data)
    # Tables of names grow, key by key; lists and single values are replaced where this file sets them.
    return msgspec.structs.replace(
        own,
        select=own.select or base.select,
        extend_select=base.extend_select + own.extend_select,
        ignore=base.ignore + own.ignore,
        options={**base.options, **own.options},
        severity={**base.severity, **own.severity},
        overrides=base.overrides + own.overrides,
        styles=own.styles if "styles" in data else base.styles,
        styles_folder=file.parent if "styles" in data else base.styles_folder,
        names={**base.names, **own.names},
        units={**base.units, **own.units},
        grammar=own.grammar if "grammar" in data else base.grammar,
        grammar_folder=file.parent if "grammar" in data else base.grammar_folder,
        article=own.article if "article" in data else base.article,
    )


def _extended(file: Path, target: object, below: tuple[Path, ...]) -> Settings:
    """Read the settings that `extends` names: a file, relative to this one, or an installed package's."""
    if not isinstance(target, str):
        raise BadSettings(f"{file}: “extends” must be a file or an installed package")
    path = Path(os.path.realpath(file.parent / target))
    if not os.path.isfile(path):
        path = next(_of_packages(target.replace("-", "_"), file), path)
    if not os.path.isfile(path):
        raise BadSettings(f"{file}: “extends” names “{target}”, which is neither a file nor an installed package")
    if path in below:
        raise BadSettings(f"{file}: “extends” goes in a circle: {' → '.join(map(str, (*below, path)))}")
    return _read(path, below)


def _of_packages(name: str, file: Path) -> Iterator[Path]:
    """Yield the settings of the installed packages that go by a name. Nothing of a package is imported.

    What is checked is not installed, wherever Python looks for modules: the working folder, the folder of the
    settings file, and those above and below that one count only where they are Python's own.
    """
    import site
    import sys

    if not all(part.isidentifier() for part in name.split(".")):
        return
    own = {os.path.realpath(folder) for folder in (*site.getsitepackages(), site.getusersitepackages())}
    here, house = os.path.realpath(os.curdir), Path(os.path.realpath(file.parent))
    for entry in filter(os.path.isabs, sys.path):
        folder = Path(os.path.realpath(entry))
        is_checked = str(folder) == here or folder.is_relative_to(house) or house.is_relative_to(folder)
        settings = Path(folder, *name.split("."), FILE_NAME)
        if (str(folder) in own or not is_checked) and os.path.isfile(settings):
            yield Path(os.path.realpath(settings))


def _own(file: Path, data: Mapping[str, Any]) -> Settings:
    rules = data.get("rules", {})
    chosen = {key: value for key, value in rules.items() if key in _CHOICES}
    options = {key: value for key, value in rules.items() if key not in chosen}
    for key, value in options.items():
        if not isinstance(value, dict):
            raise BadSettings(f"{file}: [rules] has no key “{key}”.{nearest(key, _CHOICES)}")
    overrides = _converted(file, "overrides", data.get("overrides", ()), tuple[Any, ...])
    for override in overrides:
        if isinstance(override, dict):
            _refuse_unknown(file, "[overrides]", override, Override.__struct_fields__)
    return Settings(
        file=file,
        select=_selected(file, chosen),
        extend_select=_converted(file, "rules.extend_select", chosen.get("extend_select", ()), tuple[str, ...]),
        ignore=_converted(file, "rules.ignore", chosen.get("ignore", ()), tuple[str, ...]),
        options=options,
        severity=_converted(file, "severity", data.get("severity", {}), dict[str, Level]),
        overrides=_converted(file, "overrides", overrides, tuple[Override, ...]),
        styles=_struct(file, "styles", data, Styles),
        names=_names(file, data.get("names", {})),
        units=_units(file, data.get("units", {})),
        grammar=_struct(file, "grammar", data, Grammar),
        article=_struct(file, "article", data, ArticleSettings),
    )


def _selected(file: Path, chosen: Mapping[str, Any]) -> tuple[str, ...]:
    selected: tuple[str, ...] = _converted(file, "rules.select", chosen.get("select", ()), tuple[str, ...])
    if "select" in chosen and not selected:
        raise BadSettings(
            f"{file}: rules.select is empty, so that nothing would be checked; leave it out for all rules"
        )
    return selected


def _names(file: Path, given: Any) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = _converted(file, "names", given, dict[str, tuple[str, ...]])
    for name, forms in names.items():
        for form in (name, *forms):
            if not form.strip():
                raise BadSettings(
                    f"{file}: names: an entry of “{name[:_SHOWN]}” is empty; write a name, or take it out"
                )
            if len(form) > _LONGEST_NAME:
                limit = f"a name may have {_LONGEST_NAME}"
                raise BadSettings(f"{file}: names: “{form[:_SHOWN]}…” has {len(form):,} characters; {limit}")
    return names


def _units(file: Path, given: Any) -> dict[str, str]:
    units: dict[str, str] = _converted(file, "units", given, dict[str, str])
    return {normalize("NFC", name): definition for name, definition in units.items()}


def _struct(file: Path, table: str, data: Mapping[str, Any], kind: type[Any]) -> Any:
    given = data.get(table, {})
    _refuse_unknown(file, table, given, kind.__struct_fields__)
    for field in msgspec.structs.fields(kind):  # a table within the table
        inner = isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)
        if inner and isinstance(given.get(field.name), dict):
            _refuse_unknown(file, f"{table}.{field.name}", given[field.name], field.type.__struct_fields__)
    return _converted(file, table, given, kind)


def _refuse_unknown(file: Path, table: str, given: Mapping[str, Any], known: Iterable[str]) -> None:
    for key in given:
        if key not in known:
            where = f"[{table}] has" if table else "settings have"
            raise BadSettings(f"{file}: {where} no key “{key}”.{nearest(key, known)}")


def _converted(file: Path, where: str, value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise BadSettings(f"{file}: {where}: {plain(str(error))}") from None


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
