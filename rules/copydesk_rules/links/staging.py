"""Links.Staging."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.facts import links
from copydesk.facts.links import Link
from copydesk.rules import Article, Bad, Finding, Good, Rule, pattern
from copydesk_rules.links._address import address
from copydesk_rules.links._hosts import is_inside, is_staging, is_stopgap, tool_of


class Staging(Rule):
    """A link to a place that readers cannot reach: one's own machine, a staging site, the desk's tools.

    While a page is made, links are copied from where it is made. Published, localhost and 192.168.… lead nowhere, a
    staging or preview site asks for a password or shows what nobody has cleared, and a document's “/edit” address
    lets strangers in; a stopgap (yourwebsite.com) was never filled in. Public sites that happen to be called dev.…
    are left alone.

    Source: RFC 1918 (private addresses), RFC 6761 (localhost, .test), RFC 6762 (.local); WordPress's preview
    addresses.
    """

    name = "Links.Staging"
    severity = "error"
    in_addresses = True
    in_quotations = True
    reads_source = True
    examples = [
        Bad("The results are at http://localhost:3000/results now.", found="http://localhost:3000/results"),
        Bad("See http://192.168.1.20/story and https://staging.paper.example.com/story.",
            found=("http://192.168.1.20/story", "https://staging.paper.example.com/story")),
        Bad("Sign at https://docs.google.com/document/d/1aBc/edit?usp=sharing today.",
            found="https://docs.google.com/document/d/1aBc/edit?usp=sharing"),
        Bad("Read https://paper.example.com/?p=12&preview=true first.",
            found="https://paper.example.com/?p=12&preview=true"),
        Bad("It is at https://paper.example.com/wp-admin/post.php?post=7 still.",
            found="https://paper.example.com/wp-admin/post.php?post=7"),
        Bad("The [rules](https://www.yourwebsite.com/rules) are out.", found="https://www.yourwebsite.com/rules"),
        Good("See https://dev.mysql.com/doc/ and https://www.test.de/ and https://dev.to/page."),
        Good("The stage is at https://www.stage.co.uk/ and the list on https://docs.google.com/spreadsheets/d/e/2PACX/pubhtml."),
        Good("Their addresses, 8.8.8.8 and https://172.67.10.2/, are public."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        for link in article.facts(links):
            what = _place(link) if link.form != "reference" else None  # its definition is looked at
            if what is not None:
                yield Finding(
                    link.target_span,
                    f"Readers cannot use this link: it {what}.",
                    confidence=0.95,
                    evidence=link.target,
                )


# What an address bar shows of a PDF in a viewer, a page’s source, a file on a telephone.
_IN_ONE_BROWSER = pattern(
    r"(?:[a-z-]+-extension|chrome|edge|view-source|blob|content):(?://|http)|cid:", re.IGNORECASE
)


_STOPGAP_PATH = pattern(r"/(?:your|insert|add)[-_](?:link|url|page|text|slug)\b", re.IGNORECASE)


def _place(link: Link) -> str | None:
    target = link.target
    if re.match(r"file:/{2,}[^/]|[a-z]:\\|\\\\\w", target, re.IGNORECASE):
        return "leads to a file on somebody's machine"
    if _IN_ONE_BROWSER.match(target):
        return "works only in the browser or the mail that it was copied from"
    parts = address(target)
    if parts.is_web and parts.host not in ("", "http", "https"):  # of a scheme written twice, another rule speaks
        if is_inside(parts.host):
            return "leads to a private network or to one's own machine"
        if is_staging(parts.host):
            return "leads to a site for staging or testing"
        if (link.form != "bare" and is_stopgap(parts.host)) or _STOPGAP_PATH.search(parts.rest):
            return "is a stopgap, for an address that was never filled in"
    elif not target.startswith("/") or link.form == "bare":
        return None
    return tool_of(parts)
