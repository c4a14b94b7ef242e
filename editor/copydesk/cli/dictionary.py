"""`copydesk dictionary`: words that are right though no grammar engine knows them."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.command import Group
from copydesk.cli.output import echo
from copydesk.errors import CopydeskError

_house = click.option("--house", is_flag=True, help="The house's, which the settings name, instead of your own.")
_config = click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings to use instead of those found."
)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def dictionary() -> None:
    """Look after words that are right though no grammar engine knows them.

    Your own are kept in your configuration folder; the house's in the file that the settings name:
    dictionary = "words.txt" in [grammar].
    """


@dictionary.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@_house
@_config
def add(words: tuple[str, ...], house: bool, config: Path | None) -> None:
    """Take words as right from now on."""
    from copydesk.check.dictionary import add as put

    path = _file(config, house=house)
    added = put(path, words)
    known = [word for word in words if word not in added]
    if added:
        echo(f"Added to {path}: {', '.join(added)}")
    if known:
        echo(f"Known already: {', '.join(known)}")


@dictionary.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@_house
@_config
def remove(words: tuple[str, ...], house: bool, config: Path | None) -> None:
    """Take words out again."""
    from copydesk.check.dictionary import remove as take

    path = _file(config, house=house)
    removed = take(path, words)
    missing = [word for word in words if word not in removed]
    if removed:
        echo(f"Removed from {path}: {', '.join(removed)}")
    if missing:
        raise CopydeskError(f"{path} does not have: {', '.join(missing)}")


@dictionary.command("list")
@_house
@_config
def list_(house: bool, config: Path | None) -> None:
    """Print the words, one a line."""
    from copydesk.check.dictionary import words_in

    for word in words_in(_file(config, house=house)):
        echo(word)


def _file(config: Path | None, *, house: bool) -> Path:
    """Return the dictionary that is meant. Raises CopydeskError if the house has none."""
    from copydesk.check.dictionary import personal
    from copydesk.check.settings_file import load_settings

    if not house:
        return personal()
    path = load_settings(Path.cwd(), config).dictionary_path
    if path is None:
        raise CopydeskError('the settings name no dictionary: set dictionary = "words.txt" in [grammar]')
    return path
