"""What a house has settled: which rules, how grave, with which options, on which articles."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

import msgspec

from copydesk.engines.languagetool.options import LanguageToolOptions

# `trial` findings are counted in statistics and shown nowhere else: a rule on probation.
Level = Literal["error", "warning", "suggestion", "trial"]

GRAMMAR = "Grammar"  # the pack that an engine's findings belong to


class ArticleSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[article]`: what holds where an article does not say otherwise."""

    language: str = ""  # read from the article, if it is English
    genre: str = "news"


class Styles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[styles]`: a folder of packs of YAML rules, and the packs to use."""

    path: str = ""
    use: tuple[str, ...] = ()


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[grammar]`: the engine, and rules of it that the house does not want.

    “auto” is Harper at once, and in the terminal LanguageTool when it comes, where it is set up. `all_rules` are
    also those that a copy desk leaves out, with nothing explained by names or quotations: to see what an engine says.
    `dictionary` is a file of the house's words, beside the settings.
    """

    engine: Literal["auto", "harper", "languagetool", "both", "off"] = "auto"
    ignore: tuple[str, ...] = ()
    all_rules: bool = False
    dictionary: str = ""
    languagetool: LanguageToolOptions = LanguageToolOptions()


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[overrides]]`: what is different for some files, by glob, or for some genres.

    Globs are relative to the settings file's folder; `*` also goes down into folders.
    """

    files: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = {}

    def holds(self, path: str, genre: str) -> bool:
        """Whether this is about an article at `path` (relative, with slashes) of a genre."""
        by_file = not self.files or any(fnmatchcase(path, glob) for glob in self.files)
        by_genre = not self.genres or genre in self.genres
        return by_file and by_genre and bool(self.files or self.genres)


class Settings(msgspec.Struct, frozen=True):
    """What the house has settled. `file` is where it stands, `folder` what its paths are relative to.

    `by_user` says that the user named them; else they were found with what is checked, and may be anybody's.
    """

    file: Path | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = {}
    severity: Mapping[str, Level] = {}
    overrides: tuple[Override, ...] = ()
    styles: Styles = Styles()
    styles_folder: Path | None = None
    names: Mapping[str, tuple[str, ...]] = {}
    units: Mapping[str, str] = {}
    grammar: Grammar = Grammar()
    grammar_folder: Path | None = None
    article: ArticleSettings = ArticleSettings()
    by_user: bool = False

    @property
    def folder(self) -> Path:
        return self.file.parent if self.file else Path.cwd()

    @property
    def styles_path(self) -> Path | None:
        return (self.styles_folder or self.folder) / self.styles.path if self.styles.path else None

    @property
    def dictionary_path(self) -> Path | None:
        """The file of the house's words, if it has one."""
        return (self.grammar_folder or self.folder) / self.grammar.dictionary if self.grammar.dictionary else None

    def wants(self, rule: str) -> bool:
        """Whether the rule, a pack or “Pack.Rule”, is selected and not ignored.

        Asked of a pack alone: whether any rule of it may be wanted.
        """
        if any(covers(name, rule) for name in self.ignore):
            return False
        if not self.select:
            return True
        selected = self.select + self.extend_select
        return any(covers(name, rule) or ("." not in rule and name.startswith(f"{rule}.")) for name in selected)

    def asks_for(self, rule: str) -> bool:
        """Whether the house wants a rule that is off: selects it by its name, or settles something of it."""
        return any(rule in settled for settled in (self.select, self.extend_select, self.options, self.severity))

    @property
    def engine_used(self) -> str:
        """Return the name of the grammar engine that these settings ask, or an empty string.

        For “auto” it is Harper: a desk and a pipeline that say no more than that agree.
        """
        if self.grammar.engine == "off" or not self.wants(GRAMMAR):
            return ""
        return "harper" if self.grammar.engine == "auto" else self.grammar.engine

    def level_of(self, rule: str) -> Level | None:
        """Return how grave the house takes a rule to be: what names the rule itself before what names its pack."""
        fitting = [name for name in self.severity if covers(name, rule)]
        return self.severity[max(fitting, key=len)] if fitting else None

    def choosing(
        self,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        extend_select: tuple[str, ...] = (),
        *,
        all_rules: bool = False,
    ) -> Settings:
        """Return these settings with another selection of rules, more rules ignored, and more selected.

        What `extend_select` names is selected even if the settings ignore it; `all_rules` is of the grammar engine's.
        """
        ignored = tuple(name for name in self.ignore if name not in extend_select) + ignore
        return msgspec.structs.replace(
            self,
            select=select or self.select,
            extend_select=extend_select if select else self.extend_select + extend_select,
            ignore=ignored,
            grammar=msgspec.structs.replace(self.grammar, all_rules=True) if all_rules else self.grammar,
        )

    def for_article(self, path: Path, genre: str) -> Settings:
        """Return the settings with the overrides that hold for one article."""
        if not self.overrides:
            return self
        try:
            relative = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            relative = path.name
        ignore, severity = self.ignore, dict(self.severity)
        for override in self.overrides:
            if override.holds(relative, genre):
                ignore += override.ignore
                severity |= override.severity
        return msgspec.structs.replace(self, ignore=ignore, severity=severity)


def covers(name: str, rule: str) -> bool:
    """Whether `name`, a rule, a pack or the first parts of a dotted name, takes in `rule`."""
    return rule == name or rule.startswith(f"{name}.")
