"""Whether the last paragraph breaks off in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from copydesk.rules import Article, Part, Span, pattern


class Ending(NamedTuple):
    """The last paragraph and the span in it of its unfinished sentence; `sure` that it breaks off in mid-sentence."""

    part: Part
    sentence: Span
    sure: bool


_SHORT = 8  # words: a shorter last line is a sign-off, a credit, an address
_SHORT_HANGING = 6  # the same, where the last word cannot be one: “said the”
_LONG_ALONE = 12  # words: of a story in one paragraph

_CLOSING = r"[\s’”\"'»)\]}*_†‡¹²³⁴⁵⁶⁷⁸⁹⁰\d]{0,8}"
_STOPPED = pattern(rf"[.!?…:]{_CLOSING}$|[)\]■●◆▪□♦*•]\W{{0,2}}$")
# “ENDS”, “-30-”, “Reuters”, “AFP/jk”, “###”.
_SIGN_OFF = pattern(
    r"\W*(?:ends?|more|mf|30|reuters?|afp|ap|upi|pa(?: media)?|bloomberg|dpa|aap|ani|pti|\w{2,4}/\w{2,4})?\W*\Z",
    re.IGNORECASE,
)
_NO_COPY = pattern(
    r"""\b(?:reporting|editing|writing|edited|compiled|translated|produced|photograph\w*|graphics?|illustrations?
        |written|words|pictures)\ (?:by|from)\b
    | \b(?:contributed|contributing)\ (?:to|reporting)
    | [©|\t] | ^\W*[-–—*•‣▪·]\s | ^\d+[.)]\s | ^\(c\)
    | https?://\S*$ | www\.\S*$ | \S@\S+$ | \s[@\#]\w+$
    | ^[^.!?]{1,40}:\s
    | ^\w+(?:\ [\w.’'-]+){1,3}\ is\ (?:a|an|the)\b.{0,40}\b(?:reporter|editor|writer|correspondent|journalist
        |columnist|professor|author|director|fellow|researcher)\b
    | ^(?:follow|contact|see|read|subscribe|sign\ up|click|visit|tickets|source|more|originally|via)\b
    | ^(?:like|join|find)\ us\b | ^this\ (?:article|story|post|piece)\b.*\b(?:published|appeared)\b
    | ^(?:art|artworks?|photos?|pictures?|images?|videos?|footage)\b
    | [a-z]{2}(?-i:[A-Z])[a-z]{2}.*[a-z]{2}(?-i:[A-Z])[a-z]{2}""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADS_TO_LINKS = pattern(
    r"\W*(?:related|more|further|read|see|also|recommended|you may)\b[^.!?]{0,30}:?\W*\Z", re.IGNORECASE
)
# A score, a quotation, the short text of a label: it may well have been the end.
_MAYBE_WHOLE = pattern(r"\d\W*$|[”\"»]$|:\s+\w+(?:\s+\w+){0,3}$")
_HANGING = frozenset(
    """a an the of to in on at by for with from and or but that which who whose whom as than because although while if
    when where whether into onto over under between among against during before after since until near through its
    their his her my our your is are was were be been being has have had will would could should may might must can
    does did not said says told no very about around every each some these those this it's""".split()
)
_LAST_WORD = pattern(r"([\w’'-]+)\W*$")
_CLOSED = pattern(r"[”\"»]$|[–—-]\s?[”\"’']+$")  # a quotation: what is quoted may break off


def breaks_off(article: Article) -> Ending | None:
    """Return the last paragraph if it breaks off.

    One without a final stop does for sure if its last word cannot be one, and probably if all other paragraphs have
    their stop. Lists, credits, sign-offs, bylines and addresses at the end of a story are passed over or left alone.
    """
    body = list(article.body)
    while body and _signs_off(body[-1]):
        body.pop()
    if not body or body[-1].kind != "paragraph":
        return None
    last = body[-1]
    words = last.words.rstrip()
    sure = _hangs(words)
    if (
        _STOPPED.search(words)
        or len(last.tokens) < (_SHORT_HANGING if sure and words[-1] not in "–—-" else _SHORT)
        or _NO_COPY.search(words)
        or words.isupper()
    ):
        return None
    sentence = last.sentences[-1]
    end = words[sentence.start : sentence.end]
    if (len(end.split()) < 3 or end.isupper()) and not sure:
        return None  # a sign-off on the line itself: “… of lower oil prices. REUTER”
    if sure or (not (_MAYBE_WHOLE.search(words) or _is_among_links(body)) and _others_stop(body[:-1], last)):
        return Ending(last, sentence, sure)
    return None


def _is_among_links(body: Sequence[Part]) -> bool:
    """Whether the last paragraph follows a label of links, or a line that has no stop either."""
    before = body[-2].words.rstrip() if len(body) > 1 else "."
    return not _STOPPED.search(before) or _LEADS_TO_LINKS.match(before) is not None


def _signs_off(part: Part) -> bool:
    words = part.words
    return len(words) < 24 and _SIGN_OFF.match(words) is not None


def _hangs(words: str) -> bool:
    """Whether the end cannot be a sentence's: “said the”, “in London,”, “ex-”, a quotation left open.

    A capital makes a name of a word: in May, Serie A.
    """
    if words[-1] in ",;–—-(" or _left_open(words):
        return True
    last = _LAST_WORD.search(words)
    return last is not None and not _CLOSED.search(words) and last.group(1) in _HANGING


def _left_open(words: str) -> bool:
    opened, closed = words.count("“"), words.count("”")
    return opened == closed + 1 and words.rfind("“") > words.rfind("”") and "„" not in words


def _others_stop(before: Sequence[Part], last: Part) -> bool:
    """Whether all other paragraphs end in a stop, so that one which does not is no habit of the page."""
    others = [part for part in before if part.kind == "paragraph" and len(part.tokens) >= _SHORT]
    if not others:
        return len(last.tokens) >= _LONG_ALONE and len(last.sentences) > 1
    return all(_STOPPED.search(part.words.rstrip()) for part in others)
