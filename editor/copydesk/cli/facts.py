"""`copydesk facts FILE`: the list to verify, of who and what an article speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.command import Command
from copydesk.cli.output import echo, out_utf8

if TYPE_CHECKING:
    from copydesk.article import Article, Span
    from copydesk.facts.mentions import Entity, Mention, Mentions


@click.command(cls=Command)
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings to use instead of those found."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def facts(file: Path, config: Path | None, format_: str) -> None:
    """List the people, organisations and places of the article FILE, with what it says of each and where.

    Places are given as line:column.
    """
    from copydesk.article import Source
    from copydesk.check.outcome import read_article
    from copydesk.check.settings_file import load_settings
    from copydesk.facts import mentions

    article = read_article(Source.from_path(file), load_settings(file, config))
    found = article.facts(mentions)
    if format_ == "json":
        import msgspec

        out_utf8().write(msgspec.json.encode(as_records(article, found)).decode() + "\n")
        return
    for line in lines(article, found):
        echo(line)


def lines(article: Article, found: Mentions) -> Iterator[str]:
    """Yield the list as a person reads it."""
    at = _Places(article)
    for title, entities in (
        ("People", found.people),
        ("Organisations", found.organisations),
        ("Places", found.places),
    ):
        if not entities:
            continue
        yield title
        for one in entities:
            yield f"  {one.name}{_brief(one)}"
            yield from (f"    {line}" for line in _details(one, at))
        yield ""


def _brief(one: Entity) -> str:
    """Return what is known of something beside its name, in brackets."""
    from copydesk.facts.mentions import Organisation, Person, Place

    known: list[str] = []
    if isinstance(one, Person):
        known = [one.sex, *dict.fromkeys(str(age.years) for age in one.ages)]
    elif isinstance(one, Organisation):
        known = [one.acronym]
    elif isinstance(one, Place) and one.known:
        known = [one.known[0].kind if one.known[0].kind != "city" else one.known[0].country]
    known = [each for each in known if each]
    return f" ({', '.join(known)})" if known else ""


def _details(one: Entity, at: _Places) -> Iterator[str]:
    roles = {f"{role.words} {role.of}".strip(): at(role.span) for role in reversed(one.roles)}
    if roles:
        yield "; ".join(f"{words} {place}" for words, place in reversed(roles.items()))
    yield _forms((mention for mention in one.mentions if mention.named), at)
    others = [mention for mention in one.mentions if not mention.named]
    if others:
        yield f"also {_forms(others, at)}"


def _forms(mentions: Iterable[Mention], at: _Places) -> str:
    places: dict[str, list[str]] = {}
    for mention in mentions:
        places.setdefault(mention.words if mention.named else mention.words.lower(), []).append(at(mention.span))
    return "; ".join(f"{words} {', '.join(where)}" for words, where in places.items())


class _Places:
    """Offsets of the text as line:column."""

    def __init__(self, article: Article) -> None:
        self._source = article.source

    def __call__(self, span: Span) -> str:
        line, column = self._source.locate(span.start)
        return f"{line}:{column}"


def as_records(article: Article, found: Mentions) -> dict[str, list[dict[str, Any]]]:
    """Return the list for a machine: offsets are code points of the text."""
    return {
        "people": [
            {**_record(one), "surname": one.surname, "given": one.given, "pronoun": one.sex} for one in found.people
        ],
        "organisations": [
            {**_record(one), "kinds": sorted(one.kinds), "acronym": one.acronym} for one in found.organisations
        ],
        "places": [_record(one) for one in found.places],
    }


def _record(one: Entity) -> dict[str, Any]:
    return {"name": one.name, "mentions": one.mentions}
