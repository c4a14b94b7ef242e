"""Links.Malformed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.facts import links
from copydesk.facts.links import Link
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Rule, change_to, pattern
from copydesk_rules.links._address import address, numbers_of
from copydesk_rules.links._hosts import endings, is_inside
from copydesk_rules.links._slips import slips


class _Fault(NamedTuple):
    """What is wrong with an address, and it put right, if it is plain how; `sure` if nothing else is meant."""

    what: str
    right: str | None = None
    sure: bool = False


class Malformed(Rule):
    """An address that no browser can follow: a mistyped scheme, a blank, a bracket or a full stop too many.

    Addresses are pasted in a hurry, and half a selection more or less makes a link that leads nowhere: “htp://”,
    “http//”, “https://https://”, “www,paper.com”, a link without https:// (a browser takes it for a page of one's own
    site), a blank in it, the sentence's comma at its end, two addresses run together, a host that cannot exist or has
    an ending that nobody has, a password, “[words] (address)” in Markdown. Only the looks are judged: nothing is
    fetched.

    Source: RFC 3986 (URIs), RFC 1123, section 2.1 (host names), and IANA's list of top-level domains.
    """

    name = "Links.Malformed"
    severity = "error"
    in_addresses = True
    in_quotations = True
    reads_source = True
    examples = [
        Bad(
            "See htp://www.example.org/report for more.",
            found="htp://www.example.org/report",
            fixed="See http://www.example.org/report for more.",
        ),
        Bad(
            "The data are at https//data.example.org.",
            found="https//data.example.org",
            fixed="The data are at https://data.example.org.",
        ),
        Bad(
            "It is on http://https://example.org/list now.",
            found="http://https://example.org/list",
            fixed="It is on https://example.org/list now.",
        ),
        Bad(
            "Go to www,example.org or wwww.example.net.",
            found=("www,example.org", "wwww.example.net"),
            fixed="Go to www.example.org or www.example.net.",
        ),
        Bad("The form (https://example..org/form) is online.", found="https://example..org/form"),
        Bad("Read https://example.org/a_(b today.", found="https://example.org/a_(b"),
        Bad("It runs at http://300.12.1.4/ for now.", found="http://300.12.1.4/"),
        Good("See https://en.wikipedia.org/wiki/Mercury_(planet), http://www.example.org. Or www.example.co.uk!"),
        Good(
            "Type “http://” and then the name; the either/or, w/o and km/h are no links, nor is ftp://ftp.example.org."
        ),
        Good('load("http:\\/\\/www.example.org\\/news.js")'),
        Good("The old page: https://web.archive.org/web/2020/http://example.org/ (hxxp://bad.example is defanged)."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        yield from slips(article)
        for link in article.facts(links):
            if link.form == "reference":  # its definition is looked at
                if not link.target:
                    yield Finding(link.span, "Nothing says where this link leads to.", confidence=0.9)
                continue
            fault = _fault(link, article.text)
            if fault is not None:
                yield Finding(
                    link.target_span,
                    fault.what,
                    fixes=_fixes(link, fault, article),
                    confidence=0.95,
                    evidence=f"the link goes to “{link.target}”" if link.form != "bare" else "",
                )


def _fixes(link: Link, fault: _Fault, article: Article) -> tuple[Fix, ...]:
    written = article.words_at(link.target_span)
    if fault.right is None or written != link.target:
        return ()
    span = link.target_span
    if fault.right == "":
        return (Fix("Delete", (Edit(*span, ""),)),)
    return (change_to(span, fault.right, safe=fault.sure),)


def _fault(link: Link, text: str) -> _Fault | None:
    target = link.target
    if not target.strip() or target[0] in "#?" or _IGNORED.match(target) or _FILLED_IN.search(target):
        return None
    if not link.closed:
        return _Fault("The address of this link is never closed.") if _LIKE_ADDRESS.search(target) else None
    if _EMPTY.fullmatch(target):  # as a target of markup it is another rule's
        return _split_scheme(link, text) if link.form == "bare" else None
    if invisible := _INVISIBLE.search(target):
        code = f"U+{ord(invisible.group()):04X}"
        return _Fault(
            f"A character that nobody sees stands in this address ({code}).", _INVISIBLE.sub("", target), True
        )
    return (
        _typing(target)
        or _together(target)
        or _blank(link, text)
        or _missing_scheme(link)
        or _host(target)
        or _path(link)
        or _ending(link)
    )


_IGNORED = pattern(
    r"(?:mailto|tel|sms|javascript|data|about|hxxps?|blob|file|news|geo|urn|doi|magnet):", re.IGNORECASE
)
_FILLED_IN = pattern(r"\{\{|\{%|<%|:\\/")  # by the site, when the page is built, or by a script (“http:\/\/”)
_LIKE_ADDRESS = pattern(r"://|^www\.|\.(?:com|org|net|html?)\b", re.IGNORECASE)
_EMPTY = pattern(r"[a-z]+:/*", re.IGNORECASE)
_TO_FOLLOW = pattern(
    r"\b(?:sign up|register|read|online|more|apply|donate|book|available|found|is|are) (?:at|on|via) $|\bvisit $"
)
_NEXT_HOST = pattern(r"[ \t](?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b")


def _split_scheme(link: Link, text: str) -> _Fault | None:
    """Return the fault of “https:// www.example.org”; a scheme that stands alone is spoken of, not linked."""
    if not text.startswith("://", link.target_span.end - 3):
        return None
    if _NEXT_HOST.match(text, link.target_span.end):
        return _Fault("A blank divides this address: it ends here.")
    if _TO_FOLLOW.search(text, max(0, link.target_span.start - 20), link.target_span.start):
        return _Fault("This address has only a beginning.")
    return None


_SCHEME = pattern(
    r"(ftps?|[htps]{3,8})(:/{1,3}|::/{1,3}|//|;/{1,2}|:\\{1,2}|[.,]//|:(?=[\w-]+\.[a-z]))", re.IGNORECASE
)
_DOUBLED = pattern(r"(?:https?(?::/{0,2}|/{2}))+(?=https?(?::/{0,2}|/{2}))", re.IGNORECASE)
_WWW = pattern(r"(https?://)?(?:(ww|w{4,6})\.|w{3},)(?=[\w-]+\.)", re.IGNORECASE)
_MAILTO = pattern(r"(?:mailt|maito|malito|mialto|mailot|mailo|maillto|mail to|mailto;)(?=:|;|(?<=;))", re.IGNORECASE)


def _typing(target: str) -> _Fault | None:
    """Return the fault of a beginning that the fingers got wrong."""
    if doubled := _DOUBLED.match(target):
        rest = target[doubled.end() :]
        return _Fault("“http” stands twice in this address.", re.sub(r"^(https?):?/*", r"\1://", rest), True)
    scheme = _SCHEME.match(target)
    if scheme and scheme.group().lower() not in ("http://", "https://", "ftp://", "ftps://"):
        name = scheme.group(1).lower()
        right = name if name.startswith("ftp") else "https" if name.endswith("s") else "http"
        return _Fault(
            f"“{scheme.group()}” is no way to begin an address.", f"{right}://{target[scheme.end() :]}", True
        )
    if _MAILTO.match(target):
        return _Fault("“mailto:” is mistyped.", "mailto:" + re.sub(r"^[^:;]*[:;]+", "", target), True)
    if www := _WWW.match(target):
        return _Fault(f"“{www.group()}” is mistyped.", f"{www.group(1) or ''}www.{target[www.end() :]}", True)
    return None


_INVISIBLE = pattern("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SECOND = pattern(r"(?<=[a-z0-9])(?<!%[0-9a-f][0-9a-f])(?:https?://|www\.(?=[\w-]+\.[a-z]{2,}))", re.IGNORECASE)
_SAME_AGAIN = pattern(r"(https?://[^/\s]+/).*(?<!=)(?<!%3D)\1", re.IGNORECASE)


def _together(target: str) -> _Fault | None:
    """Return the fault of two addresses without a space between them. An archive's holds another behind a slash."""
    if _SECOND.search(target, 8) or _SAME_AGAIN.match(target):
        return _Fault("Two addresses run together here.")
    return None


def _blank(link: Link, text: str) -> _Fault | None:
    if link.form == "bare" or not re.search(r"\s", link.target):
        return None
    if text[link.target_span.start - 1 : link.target_span.start] == "<":
        return None  # Markdown's way to write an address with blanks
    joined = re.sub(r"(?<=[/.:])\s+|\s+(?=[/.:])", "", link.target)
    return _Fault("A blank stands in this address.", re.sub(r"\s+", "%20", joined))


_HOST_ALONE = pattern(
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|co\.uk|org\.uk|ac\.uk|gov\.uk|com\.au)(?=$|[/?#:])", re.IGNORECASE
)


def _missing_scheme(link: Link) -> _Fault | None:
    """Return the fault of “www.example.org” as a target: without a scheme it is a page beside this one."""
    if link.form == "bare" or not (link.target.lower().startswith("www.") or _HOST_ALONE.match(link.target)):
        return None
    return _Fault("https:// is missing: this leads to a page of the same site.", f"https://{link.target}")


_LABEL = pattern(r"(?!-)[\w-]{1,63}(?<!-)\Z")
_SECRET = pattern(r"[a-z]+://[^/?#\s:@]+:[^/?#\s@]+@", re.IGNORECASE)


def _host(target: str) -> _Fault | None:
    parts = address(target)
    if parts.host.startswith("[") and not parts.host.endswith("]"):
        return _Fault("The bracket of this address is never closed.")
    if not parts.is_web or parts.host.startswith("[") or numbers_of(parts.host) or is_inside(parts.host):
        return None
    if not parts.host:
        return None if target.count("/") == len(target) else _Fault("This address names no site.")
    if _SECRET.match(target):
        return _Fault("A name and a password stand in this address.")
    if parts.port and not (parts.port.isdigit() and int(parts.port) < 65536):
        return _Fault(f"“{parts.port}” is no port of a site.")
    labels = parts.host.removesuffix(".").split(".")
    if ".." in parts.host or not labels[0]:
        return _Fault(f"A dot too many: “{parts.host}”.", _with_host(target, parts.host))
    if not all(_LABEL.match(label) for label in labels) or len(parts.host) > 253:
        return _Fault(f"No site can be called “{parts.host}”.")
    if labels[-1].isdigit() or len(labels[-1]) < 2 or len(labels) < 2:
        return _Fault(f"No site can be called “{parts.host}”.")
    if labels[-1] not in endings() and labels[0] not in ("your", "my", "some"):  # “http://your.favourite.mirror/”
        return _Fault(f"No site's name ends in “.{labels[-1]}”.")
    if run_on := _RUN_ON.fullmatch(labels[0]):
        return _Fault(f"Is the dot behind “www” missing in “{parts.host}”?", _dotted(target, run_on.group()))
    return None


_RUN_ON = pattern(r"www(?!hats|orld)[a-z]{5,}")


def _dotted(target: str, label: str) -> str:
    place = target.lower().find(label)
    return f"{target[: place + 3]}.{target[place + 3 :]}"


def _with_host(target: str, host: str) -> str:
    right = re.sub(r"\.{2,}", ".", host).lstrip(".")
    place = target.lower().find(host)
    return target[:place] + right + target[place + len(host) :]


_BY_PROGRAM = pattern(r"/(?:undefined|null|NaN|\[object Object\]|%5Bobject%20Object%5D)/?(?:$|[?#])")
_NO_ESCAPE = pattern(r"%(?![0-9a-f]{2}).{0,2}", re.IGNORECASE)


def _path(link: Link) -> _Fault | None:
    """Return the fault of what follows the host: a stopgap, or characters that no address has."""
    parts = address(link.target)
    if not parts.is_web or link.form == "bare":
        return None
    if _BY_PROGRAM.match(parts.rest):
        return _Fault("A program wrote this address, and left it unfilled.")
    if stopgap := re.search(r"<[\w -]*>?", parts.rest):
        return _Fault(f"“{stopgap.group()}” stands in this address: was it to be filled in?")
    if escape := _NO_ESCAPE.search(re.split(r"[?#]", parts.rest, maxsplit=1)[0]):
        return _Fault(f"“{escape.group()}” stands for no character; a percent sign is written %25.")
    return None


_TRAILING = pattern(r"""[,;’”“"'>\]}|\\]+$|(?<!:)/?:$""")
_DOT = pattern(r"(?<!\.)\.$")
_DOT_BELONGS = pattern(r"(?:\b[A-Z]|Inc|Jr|Sr|Co|Corp|Ltd|St|Bros|vs|etc|No|Dr|Mr|Mrs|al)\.$")


def _ending(link: Link) -> _Fault | None:
    """Return the fault of what the sentence, or the markup, left at the end of an address, and of brackets in it."""
    target = link.target
    if "://" not in target and not target.startswith("/"):
        return None
    if "&amp;" in target:
        return _Fault("“&amp;” stands in this address for “&”.", target.replace("&amp;", "&"))
    if link.form != "bare":
        if trailing := _TRAILING.search(target):
            return _Fault(f"“{trailing.group()}” does not belong to this address.", target[: trailing.start()])
        if _DOT.search(target) and not _DOT_BELONGS.search(target):
            return _Fault("The full stop does not belong to this address.", target[:-1])
    opened, closed = target.count("("), target.count(")")
    if closed > opened and target.endswith(")"):
        return _Fault("The bracket does not belong to this address.", target[:-1])
    if opened > closed:
        return _Fault("A bracket in this address is never closed: the end may be missing.")
    return None
