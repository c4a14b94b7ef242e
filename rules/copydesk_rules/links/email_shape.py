"""Links.EmailShape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.facts import links
from copydesk.facts.links import Link
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Rule, Span, change_to, pattern
from copydesk_rules.links._hosts import endings

_TLD = r"(?:com|org|net|edu|gov|info|co\.uk|org\.uk|ac\.uk|gov\.uk)"
_LOCAL = r"[\w+-]+(?:\.[\w+-]+)*"
_HOST = r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}"
# Endings that do not exist and are one slip of the fingers from one that does.
_NO_ENDING = {"con": "com", "cmo": "com", "ocm": "com", "comm": "com", "coom": "com", "vom": "com", "xom": "com",
              "cim": "com", "ogr": "org", "rog": "org", "orgg": "org", "nte": "net", "nett": "net"}  # fmt: skip

_AT_TWICE = pattern(rf"(?<![\w@.+-]){_LOCAL}@(?:@|[\w.-]+@)[\w.-]*\w")
_COMMA = pattern(rf"(?<![\w@.+-]){_LOCAL}@[\w-]+(?:\.[\w-]+)*,(?:{_TLD}|[a-z]{{2}})\b(?![\w@])")
_DOTS = pattern(
    rf"(?<![\w@.+-])(?:[\w+.-]+\.\.[\w+.-]*@{_HOST}|{_LOCAL}@[\w.-]*\.\.[\w.-]*\w|\.{_LOCAL}@{_HOST}|{_LOCAL}\.@{_HOST}|{_LOCAL}@\.[\w.-]+)\b"
)
_BLANK = pattern(rf"(?<![\w@.+-]){_LOCAL}@ [\w-]+(?:\.[\w-]+)*\.{_TLD}\b")
_ENDING = pattern(rf"(?<![\w@.+-]){_LOCAL}@[\w-]+(?:\.[\w-]+)*\.({'|'.join(_NO_ENDING)})\b(?![.@-]\w)", re.IGNORECASE)
_HYPHEN = pattern(rf"(?<![\w@.+-]){_LOCAL}@(?:-[\w.-]+|[\w-]*-\.[\w.-]+)\b")
_NO_HOST = pattern(
    rf"\b(?:[Ee]-?mail(?:ed|ing|s)?|(?:write|writing|sent|send|apply|addressed|forwarded?) to"
    rf"|(?:reached|reachable|contacted|available) (?:at|on|via)|contact)"
    rf"(?: (?:us|him|her|them|me|at|to|on|the|address|desk|is))*:? ({_LOCAL}@[\w-]+)(?![\w@.-]*\w)"
)

_SHOWN_ENDING = pattern(rf"(?<![\w@.+-]){_LOCAL}@[\w-]+(?:\.[\w-]+)*\.([^\W\d_]{{2,}})\b(?![.@-]\w)")

_POPULAR = pattern(
    rf"(?<![\w@.+-]){_LOCAL}@(?:gmail|yahoo|hotmail|icloud|protonmail|googlemail)\b(?![\w@-]|\.\w)", re.IGNORECASE
)

_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_RIGHT = pattern(rf"{_ATOM}(?:\.{_ATOM})*@{_HOST}", re.IGNORECASE)
_SHOWN = pattern(rf"{_LOCAL}@{_HOST}", re.IGNORECASE)


class EmailShape(Rule):
    """An e-mail address that cannot be one, or a link to another than it shows.

    Readers who write to “desk@paper,com” or “desk@paper.con” get nothing but an error, and nobody at the desk hears
    of it. Two @, two dots, a comma or a blank in the address, an ending that does not exist; in a link also a
    “mailto:” without an address, an address without “mailto:”, and one that leads to another than it shows. Handles
    (@paper, @paper@mastodon.example) are left alone.

    Source: RFC 5321, section 4.1.2 (what an address is made of).
    """

    name = "Links.EmailShape"
    severity = "warning"
    in_addresses = True
    in_quotations = True
    reads_source = True
    examples = [
        Bad("Write to desk@paper,com with tips.", found="desk@paper,com", fixed="Write to desk@paper.com with tips."),
        Bad("Tips go to ann.lee@@paper.org, or to news@paper@org.", found=("ann.lee@@paper.org", "news@paper@org")),
        Bad("Her address is ann..lee@paper.org.", found="ann..lee@paper.org"),
        Bad("Mail tips@paper.con today.", found="tips@paper.con", fixed="Mail tips@paper.com today."),
        Bad("Send them to tips@ paper.org by noon.", found="tips@ paper.org"),
        Bad("Email the desk at tips@paper for more.", found="tips@paper"),
        Bad("Write to [the desk](mailto:desk.paper.org).", found="mailto:desk.paper.org"),
        Good("Write to ann.lee+tips@news.paper.co.uk, or follow @paper and @ann@mastodon.example."),
        Good("He dined @ cafe.com, he joked. A KN@PPSTER fan sold 5 apples @ 2 dollars. Meet @paper.org on Bluesky."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for part in article.parts:
            if "@" in part.words:
                for finding in _in_copy(part):
                    yield finding.in_text(part)
        for link in article.facts(links):
            if link.form in ("markdown", "html", "definition"):
                yield from _in_link(link, article)


def _in_copy(part: Part) -> Iterator[Finding]:
    words = part.words
    taken: list[Span] = []
    for fault, message in _FAULTS:
        for match in fault.finditer(words):
            if fault is _SHOWN_ENDING and match.group(1).lower() in endings():
                continue
            group = 1 if fault is _NO_HOST else 0
            span = Span(*match.span(group))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Finding(span, message, fixes=_fixes(fault, match, span), confidence=0.9)


_FAULTS = (
    (_AT_TWICE, "This e-mail address has @ twice."),
    (_COMMA, "This e-mail address has a comma for a dot."),
    (_DOTS, "This e-mail address has a dot too many."),
    (_BLANK, "A blank stands in this e-mail address."),
    (_ENDING, "This e-mail address has an ending that does not exist."),
    (_HYPHEN, "This e-mail address has a hyphen too many."),
    (_NO_HOST, "This e-mail address lacks its ending."),
    (_POPULAR, "This e-mail address lacks its ending."),
    (_SHOWN_ENDING, "This e-mail address has an ending that does not exist."),
)


def _fixes(pattern: re.Pattern[str], match: re.Match[str], span: Span) -> tuple[Fix, ...]:
    written = match.group()
    if pattern is _COMMA:
        return (change_to(span, written.replace(",", ".")),)
    if pattern is _BLANK:
        return (change_to(span, written.replace("@ ", "@")),)
    if pattern is _ENDING:
        ending = match.group(1)
        return (change_to(span, written[: -len(ending)] + _NO_ENDING[ending.lower()]),)
    return ()


def _in_link(link: Link, article: Article) -> Iterator[Finding]:
    target = link.target
    if target.lower().startswith("mailto:"):
        written = target[7:].split("?", 1)[0]
        if written.startswith("/"):
            begin = link.target_span.start + len("mailto:")
            cut = Edit(begin, begin + len(written) - len(written.lstrip("/")), "")
            fix = Fix("Delete the slashes", (cut,))
            yield Finding(link.target_span, "“mailto:” takes no slashes.", fixes=(fix,), confidence=0.9)
            return
        addresses = [one.strip() for one in _unquoted(written).split(",")]
        if written.strip() and not all(_RIGHT.fullmatch(one) for one in addresses):
            yield Finding(link.target_span, f"“{written}” is no e-mail address.", confidence=0.9)
        elif _SHOWN.fullmatch(link.words or "") and (link.words or "").lower() != written.strip().lower():
            message = f"The link shows “{link.words}” and writes to “{written}”."
            yield Finding(link.target_span, message, confidence=0.9)
    elif _SHOWN.fullmatch(target):
        place = link.target_span.start
        add = Fix("Add “mailto:”", (Edit(place, place, "mailto:"),))
        yield Finding(link.target_span, "“mailto:” is missing: this leads to a page of the site.", fixes=(add,))


def _unquoted(written: str) -> str:
    if "%" not in written:
        return written
    from urllib.parse import unquote

    return unquote(written)
