"""Links.Empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.facts import links
from copydesk.facts.links import Link
from copydesk.rules import Article, Bad, Finding, Good, Rule, pattern

_NOWHERE = pattern(
    r"#!?|#?(?:url|link|href|tk|tktk|tbc|tbd|todo|x{3,}|placeholder|undefined|null|none|nan)"
    r"|#?(?:insert|add|your)[ _-]?(?:link|url)(?:[ _-]?here)?|(?:link|url)[ _-]?here"
    r"|javascript:\s*(?:void\(0\)|void 0|false)?;?|https?:/{0,2}|mailto:|tel:|about:blank",
    re.IGNORECASE,
)


class Empty(Rule):
    """A link without words, or without anywhere to go: “[report]()”, “href="#"”.

    An address that was to be filled in later is not seen on the page: the words are blue, and nothing happens. A link
    without words cannot be clicked at all, and a screen reader reads its address out. Pictures and buttons that a
    program answers are left alone. Only Markdown and HTML have such links.

    Source: WCAG 2.2, success criterion 2.4.4, and its failure F89 (a link without an accessible name).
    """

    name = "Links.Empty"
    severity = "error"
    in_addresses = True
    in_quotations = True
    reads_source = True
    examples = [
        Bad("The [report]() is out, and so is [the map](#).", found=("[report]()", "[the map](#)")),
        Bad("The report [](https://www.example.org/report) is out.", found="[](https://www.example.org/report)"),
        Good("The [report](https://www.example.org/report) and its [first page](#page-1) are out."),
        Good("The page is at https://www.example.org/#top; type # to search, or [press] (return)."),
        Good("Type “http://” and then the name."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for link in article.facts(links):
            if link.form in ("bare", "reference"):
                continue
            if _leads_nowhere(link):
                yield Finding(link.span, "This link leads nowhere: its address was never filled in.", confidence=0.95)
            elif link.words == "":
                yield Finding(link.span, "This link has no words to click on.", confidence=0.95, evidence=link.target)


def _leads_nowhere(link: Link) -> bool:
    target = link.target.strip()
    return not link.scripted and link.closed and (not target or _NOWHERE.fullmatch(target) is not None)
