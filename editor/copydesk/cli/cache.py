"""`copydesk cache`: the results that are kept so that nothing is checked twice."""

from __future__ import annotations

import click

from copydesk.cli.command import Group
from copydesk.cli.output import echo
from copydesk.errors import CopydeskError


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def cache() -> None:
    """Look after the results that are kept on disk."""


@cache.command()
def clean() -> None:
    """Delete the kept results, and say how much room they took."""
    from copydesk.check.cache import RemarkCache, ResultCache

    try:
        freed = ResultCache().clean() + RemarkCache().clean()
    except OSError as error:
        raise CopydeskError(f"{error.filename}: cannot be deleted: {error.strerror}") from None
    echo(f"Freed {_in_words(freed)}.")


def _in_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size < 1_000:
        return f"{size} byte{'' if size == 1 else 's'}"
    for unit in ("kB", "MB", "GB"):
        size_in_unit = size / 1_000
        if size_in_unit < 1_000 or unit == "GB":
            return f"{size_in_unit:,.1f} {unit}"
        size = round(size_in_unit)
    raise AssertionError
