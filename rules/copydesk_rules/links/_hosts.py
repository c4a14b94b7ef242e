"""Sites that a reader cannot reach, or is not meant to: the machine itself, private networks, staging, tools."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from copydesk.rules import pattern
from copydesk_rules.links._address import Address, numbers_of, own_labels

# RFC 6761, RFC 6762, RFC 8375, RFC 9476, and the names that networks at home and in offices give themselves.
_INSIDE_ENDINGS = (".local", ".localhost", ".internal", ".intranet", ".intra", ".lan", ".corp", ".home.arpa", ".test",
                   ".invalid", ".localdomain")  # fmt: skip
_STAGING = frozenset("staging stage stg stag preprod preproduction pre-prod pre-production uat qa acceptance".split())
_MAYBE_STAGING = frozenset("dev develop development test testing preview previews drafts sandbox".split())
# Sites of these names that are meant for everybody.
_PUBLIC = pattern(
    r"(?:dev\.(?:mysql|azure|twitter|bukkit|w3|to|epicgames|mi|opera|chromium)\.\w+|preview\.redd\.it|test\.pypi\.org"
    r"|sandbox\.paypal\.com|stage\.\w+\.(?:com|org))"
)
_PREVIEW_SERVICES = pattern(
    r"(?:deploy-preview-\d+--[\w-]+|[\w-]+--[\w-]+)\.netlify\.app"
    r"|[\w-]+-git-[\w-]+\.vercel\.app|(?:dev|test)-[\w-]+\.pantheonsite\.io"
    r"|[\w.-]+\.(?:ngrok\.io|ngrok-free\.app|ngrok\.app|loca\.lt|trycloudflare\.com|serveo\.net|localtest\.me|lvh\.me"
    r"|nip\.io|app\.github\.dev|gitpod\.io)"
)


def is_inside(host: str) -> bool:
    """Whether a host is the machine itself, or one of a private network."""
    if host in ("localhost", "[::1]", "[::]") or host.endswith(_INSIDE_ENDINGS):
        return True
    if re.match(r"\[f[cd][0-9a-f]{2}:|\[fe80:", host):
        return True
    if "." not in host and not host.startswith("["):
        return re.fullmatch(r"[a-z][a-z0-9-]*", host) is not None  # a name without a dot is one of a house
    numbers = numbers_of(host)
    if numbers is None:
        return False
    first, second = numbers[:2]
    return (
        first in (0, 10, 127)
        or (first == 172 and 16 <= second < 32)
        or (first, second) in ((192, 168), (169, 254))
        or (first == 100 and 64 <= second < 128)
    )


_STOPGAP = pattern(
    r"(?:www\.)?(?:example\.com|(?:your|my)-?(?:web)?(?:site|domain|company|link|url|page|name)(?:-?here|name)?\.\w{2,6}"
    r"|(?:domain|website|site|link|url|company|placeholder)name?\.com|(?:insert|add)-?(?:link|url)(?:-?here)?\.\w{2,6})"
)


def is_stopgap(host: str) -> bool:
    """Whether a host keeps the place of one: example.com, which RFC 2606 reserves, or yourwebsite.com."""
    return _STOPGAP.fullmatch(host) is not None


@cache
def endings() -> frozenset[str]:
    """Return what the name of a site may end in: IANA's list, in ASCII and as it is read, and .onion (RFC 7686)."""
    text = (Path(__file__).parent / "data" / "endings.txt").read_text(encoding="utf-8")
    return frozenset((*text.partition("\n")[2].split(), "onion"))


def is_staging(host: str) -> bool:
    """Whether a host's name says that it shows pages before they are published."""
    if _PUBLIC.fullmatch(host):
        return False
    if _PREVIEW_SERVICES.fullmatch(host):
        return True
    before = own_labels(host)[:-1]
    if any(label in _STAGING for label in before) or (before and before[0] in _MAYBE_STAGING):
        return True
    return any(_HYPHENED.search(label) for label in before)


_HYPHENED = pattern(r"(?:^|-)(?:staging|stg|preprod|uat)(?:-|$)|-dev\d?$|^dev-|-preview$")

_CMS = pattern(
    r"/wp-admin(?:/|$)|/wp-login\.php|/editor\.html/|/cf#/|/ghost/(?:#|editor)|/umbraco/|/sitecore/shell|/typo3/|/administrator/index"
    r"|/node/\d+/edit\b|/admin/(?:content|articles?|posts?|pages?|edit|node)\b|/admin/(?:[\w-]+/)+(?:edit|change)\b|/cms/(?:edit|admin)\b"
)
_PREVIEW = pattern(
    r"[?&](?:(?:preview|draft)=(?:true|1)|preview_id=|preview_nonce=|_ppp=|is_preview=)", re.IGNORECASE
)
_DOCUMENT = pattern(r"/(?:document|spreadsheets|presentation|forms|drawings)/.*/edit\b")
_MAIL = pattern(r"mail\.google\.com|outlook\.(?:office|live|office365)\.com")


def tool_of(parts: Address) -> str | None:
    """Return what an address opens that is no published page, in words; None of most."""
    if parts.host == "docs.google.com" and _DOCUMENT.search(parts.rest):
        return "opens a document for editing"
    if parts.host.endswith(".slack.com") and "/archives/" in parts.rest:
        return "opens a conversation of colleagues"
    if _MAIL.fullmatch(parts.host):
        return "opens somebody's mail"
    if _CMS.search(parts.rest):
        return "leads into the content management system"
    return "shows a preview" if _PREVIEW.search(parts.rest) else None
