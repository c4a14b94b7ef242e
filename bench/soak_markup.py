"""What of a file is not prose, read by other parsers than ours: tags, addresses, entities and code, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import PurePath

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


def markup_of(name: str, text: str) -> list[str]:
    """Return the markup of a file's text by its name's ending, in order; none for plain text."""
    suffix = PurePath(name).suffix
    if suffix == ".html":
        return _of_html(text)
    return _of_markdown(text) if suffix == ".md" else []


def is_kept(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether all markup is still there, in order, but for elements that have nothing left in them.

    Entities may come besides: a “&” that a fix brings is written as one. Comments that are stets may go: `--fix`
    takes out those that silence nothing.
    """
    return before == after or _without_empty(before) == _without_empty(after)


def _without_empty(markup: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for each in markup:
        if each == "&amp;" or "<!-- stet " in each:
            continue
        if kept and each.startswith("/") and kept[-1].split(" ")[0] == each[1:]:
            kept.pop()
        else:
            kept.append(each)
    return kept


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {_but_prose(attrs)}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {_but_prose(attrs)}/")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_entityref(self, name: str) -> None:
        self.found.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.found.append(f"&#{name};")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.found.append(data)


def _but_prose(attributes: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Leave out the texts of images and descriptions: what is in them may change."""
    return [(name, held) for name, held in attributes if name not in ("alt", "content", "title")]


def _of_html(text: str) -> list[str]:
    tags = _Tags()
    tags.feed(text)
    tags.close()
    return tags.found


def _of_markdown(text: str) -> list[str]:
    from markdown_it import MarkdownIt

    text = re.sub(
        r"\A---[ \t]*\n.*?\n---[ \t]*\n", "", text.replace("\r\n", "\n").replace("\r", "\n"), flags=re.DOTALL
    )
    found: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "inline":
            for child in token.children or ():
                if child.type == "image":
                    found.append(f"img {child.attrs.get('src')}")
                elif child.type == "html_inline":
                    found += _of_html(child.content)
                elif child.type == "code_inline":
                    found.append(f"code {child.content}")
                elif child.type != "text" and child.nesting:
                    end = "/" if child.nesting < 0 else ""
                    attributes = "" if child.nesting < 0 else f" {child.attrs.get('href', '')}"
                    found.append(f"{end}{child.tag}{attributes}")
        elif token.type in ("fence", "code_block", "html_block"):
            found.append(f"{token.type} {_of_html(token.content) if token.type == 'html_block' else token.content}")
        else:
            found.append(f"{'/' if token.nesting < 0 else ''}{token.tag}{'' if token.nesting < 0 else ' '}")
    return found
