"""HTML as an article: the story found on its page, and the words in it as a reader sees them."""

from __future__ import annotations

from datetime import date

from copydesk.article.article import Article, Part
from copydesk.article.front_matter import front_matter
from copydesk.article.html.story import Story, beside
from copydesk.article.html.tree import Tree
from copydesk.article.kinds import date_of, genre_of, language_of, notes_marked
from copydesk.article.readers import HTML
from copydesk.article.source import Source, UnreadableSource
from copydesk.article.templates import masked

__all__ = ["Html", "beside", "parts_between"]

_DATES = ("article:published_time", "datepublished", "date", "dc.date", "parsely-pub-date")


class Html:
    """Reader of web pages and of pieces of them."""

    suffixes = HTML

    def read(self, source: Source, *, language: str = "en-US", genre: str = "news") -> Article:
        """Return the article in `source`. Raises UnreadableSource if there is none, or its front matter is broken."""
        head = front_matter(source)
        text = masked(source.text)
        is_xml = source.name.lower().endswith(".xhtml") or text.startswith("<?xml")
        tree = Tree(text, head.end, len(text), xml=is_xml)
        story = Story(source, text, tree, titled=any(part.kind == "headline" for part in head.parts))
        parts = (*head.parts, *notes_marked(story.parts()))
        if not parts:
            raise UnreadableSource(f"{source.name}: there is no article on this page: there is nothing to check")
        given = head.language or tree.language
        section = genre_of(_meta(text, tree, "article:section"), known_only=True)
        return Article(
            source,
            parts,
            head.date or _date(text, tree, story),
            language_of(given, language) if given else language,
            head.genre or section or genre,
        )


def parts_between(source: Source, text: str, start: int, end: int) -> list[Part]:
    """Return the parts of a piece of HTML that stands in another format; headings in it are no headlines."""
    story = Story(source, text, Tree(text, start, end), titled=True, piece=True)
    return story.parts()


def _date(text: str, tree: Tree, story: Story) -> date | None:
    """Return the day that the page is dated: its head says it, else the first time given at the article."""
    for name in _DATES:
        if day := date_of(_meta(text, tree, name)):
            return day
    return next((day for value in story.dates() if (day := date_of(value.strip()))), None)


def _meta(text: str, tree: Tree, name: str) -> str:
    place = tree.meta.get(name)
    return text[slice(*place)].strip() if place else ""
