"""Links.TwoTargets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.facts import links
from copydesk.facts.links import Link
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, pattern
from copydesk_rules.links._address import address, own_name

# Words that say what kind of thing is linked, or how it was said: different things of one kind share them.
_GENERAL = frozenset(
    """a an and as at by for from in into is it its of on or our the this that to was with more here see read click
    about also all another other new recent earlier previous last this latest first second full original own same
    study report statement release paper article story interview analysis review research book video website site page
    letter document documents tweet post thread press news survey poll data figures account blog column essay map
    chart photo photos picture list table transcript speech guide said says told reported announced wrote found
    published revealed warned called showed shows according week month year monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december source pdf
    link download episode part chapter section watch listen""".split()
)
_WORD = pattern(r"[^\W_]+")
_TRACKING = pattern(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|cmpid|smid)=[^&#]*&?")


class TwoTargets(Rule):
    """One text links to two different places in the article, or shows one site and leads to another.

    A link that was copied with its address and then only half changed gives two places the same name, and one of them
    is wrong: “Clean Water Act” leads to the act here and to a concert there. Words that name a kind of thing (“the
    report”, “here”, “said on Friday”) or the site itself (“The New York Times”) lead to different places with good
    reason and are left alone, as are tracking marks and http for https.

    Source: WCAG 2.2, success criterion 2.4.9: links with the same text lead to the same place.
    """

    name = "Links.TwoTargets"
    severity = "warning"
    in_addresses = True
    in_quotations = True
    reads_source = True
    examples = [
        Bad(
            "The [Clean Water Act](https://law.example.org/water) passed. Under the [Clean Water Act]"
            "(https://music.example.net/tour), rivers are safe.",
            found="https://music.example.net/tour",
        ),
        Bad(
            "Claim at [www.national-trains.org](https://ticketshop.net/claims).",
            found="https://ticketshop.net/claims",
        ),
        Good(
            "The [New York Times](https://nytimes.com/a) and the [New York Times](https://nytimes.com/b) said so "
            "[here](https://example.org/1), [here](https://example.org/2) and [in a report](https://example.org/3)."
        ),
        Good(
            "The [Clean Water Act](https://law.example.org/water) passed. The [Clean Water Act]"
            "(http://www.law.example.org/water/?utm_source=mail) is safe."
        ),
        Good("Clean Water Act: https://example.org/a and https://example.org/b"),
        Good("One text with one address is as it should be: www.example.org and www.example.org."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        first: dict[str, Link] = {}
        defined: dict[str, Link] = {}
        for link in article.facts(links):
            if link.form == "definition":
                yield from _elsewhere(link, defined)
            if link.form not in ("markdown", "reference", "html") or not link.words or not link.target:
                continue
            if shown := _another_site(link):
                yield Finding(
                    link.target_span,
                    f"The link shows {shown} and leads to {address(link.target).host}.",
                    confidence=0.8,
                    evidence=link.target,
                )
            if _names_one_thing(link):
                yield from _elsewhere(link, first)


def _elsewhere(link: Link, first: dict[str, Link]) -> Iterator[Finding]:
    """Report a link that leads elsewhere than the `first` of its words; the first is put there."""
    earlier = first.setdefault((link.words or "").casefold(), link)
    if _place(earlier.target) != _place(link.target):
        yield Finding(
            link.target_span,
            f"“{link.words}” leads to another place here than above.",
            related=(Related(earlier.target_span, "leads here above"),),
            confidence=0.7,
            evidence=f"{earlier.target}, then {link.target}",
        )


_ADDRESS = pattern(r"(?:https?://)?(www\.)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)
# They lead on to sites of all names.
_SHORT = frozenset(
    "bit.ly t.co tinyurl.com goo.gl ow.ly lnkd.in amzn.to youtu.be fb.me is.gd buff.ly trib.al dlvr.it j.mp".split()
)


def _another_site(link: Link) -> str | None:
    """Return the site that the link's words show, if it leads to another; None of most."""
    shown, parts = _ADDRESS.fullmatch(link.words or ""), address(link.target)
    if shown is None or not (shown[1] or "://" in shown[0]) or not parts.is_web or parts.host in _SHORT:
        return None
    own, there = own_name(shown[2].lower()), own_name(parts.host)
    if min(len(own), len(there)) < 4 or own in link.target.lower() or there in own or _within(there, own):
        return None
    return (shown[1] or "") + shown[2]


def _names_one_thing(link: Link) -> bool:
    """Whether the words mean one thing: two words or more that say which, and not the site that they lead to."""
    words = _WORD.findall(link.words or "")
    telling = [word for word in words if word.lower() not in _GENERAL and (not word.isdigit() or len(word) == 4)]
    if len(telling) < 2 or link.target[:1] in ("#", "") or "@" in (link.words or ""):
        return False
    site = own_name(address(link.target).host)
    squeezed, initials = "".join(words).lower(), "".join(word[0] for word in words).lower()
    return not site or not (site == initials or site in squeezed or squeezed in site or _within(site, squeezed))


def _within(letters: str, words: str) -> bool:
    """Whether the letters stand in the words in this order: “nytimes” in “thenewyorktimes”."""
    rest = iter(words)
    return len(letters) >= 5 and all(letter in rest for letter in letters if letter != "-")


def _place(target: str) -> str:
    """Return a target without what does not change where it leads."""
    place = re.sub(r"^(?:https?:)?//(?:www\.)?", "", target.strip(), flags=re.IGNORECASE)
    return _TRACKING.sub("", place).rstrip("/?&#").casefold()
