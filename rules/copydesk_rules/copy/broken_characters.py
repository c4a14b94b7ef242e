"""Copy.BrokenCharacters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Related, Rule, Span, change_to, pattern

_FOLLOWING = f"[\x80-\xbf{bytes(range(0x80, 0xC0)).decode('cp1252', 'ignore')}]"
# Characters of two bytes and more in UTF-8, each byte read as a character of Windows-1252.
_GARBLED = pattern(f"(?:[Â-ß]{_FOLLOWING}|[à-ï]{_FOLLOWING}{{2}}|[ð-ô]{_FOLLOWING}{{3}})+")
_LEADING = pattern(f"[Â-ô]{_FOLLOWING}")  # a first byte and a second: most articles, with accents too, have none
_FOREIGN_RUN = pattern(r"[^\x00-\x7f]{2,}")
_ENTITY = pattern(r"&(?:[A-Za-z]{2,8}[12]?|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_ABOUT_CODE = pattern(r"\bHTML\b|\bXML\b|\bentit(?:y|ies)\b|\bcode\b")
_LOST = pattern("[\ufffd\ufffc\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]+")

_CAPITALS = pattern(r"[^\W\d_]*$")  # the letters before a place, which may all be capitals
_PAIRS = {
    "”": "“",
    "»": "«",
    "›": "‹",
}  # closing quotation marks that follow a capital as the second byte of a garble
_FEWEST = 2  # capitals that make a word one in capitals

Places = tuple[tuple[Span, str], ...]  # what is broken in a part, and what it is in truth


class BrokenCharacters(Rule):
    """A character that a change of encoding garbled (“donâ€™t”) or lost (“don�t”), or a page's code for one.

    Copy passes through mail, spreadsheets and old systems, and one that takes UTF-8 for Windows-1252 turns every
    curly quotation mark and every accent into two or three odd letters: a name is then wrong in print and cannot be
    found in the archive. What was garbled can be read back, and the fix does so; what was lost has to be looked up.

    Source: the Unicode Standard, section 3.9 (U+FFFD for what cannot be decoded); what counts as garbled is ftfy's
    judgement (Robyn Speer, “ftfy: fixes text for you”, 2019), which leaves real foreign words alone.
    """

    name = "Copy.BrokenCharacters"
    severity = "error"
    in_quotations = True
    reads_source = True
    examples = [
        Bad(
            "Beyond the river they donâ€™t sell it, JosÃ© said.",
            found=("â€™", "Ã©"),
            fixed="Beyond the river they don’t sell it, José said.",
        ),
        Bad("The ticket is â‚¬5, or Â£4.", found=("â‚¬", "Â£"), fixed="The ticket is €5, or £4."),
        Bad("They said they don\ufffdt sell it.", found="\ufffd"),
        Bad("Smith &amp; Sons don&rsquo;t sell it.", fixed="Smith & Sons don’t sell it."),
        Good("“¡Ñandú!”, the Ýmir sagas, CAFÉ™, Ångström’s “Œuvre” and 25 °C—all of it is right."),
        Good("In HTML, a page's code, an ampersand is written as &amp;. AT&T;s lawyers and R&D; it is in order."),
        Good("The film “IRMÃ” won; “AMANHÃ”—so it is called—came second, and «JOÃO, JOÃ» third. “Ã” is a letter."),
        Bad("In MALMÃ– the CÃ”TE, “in CÃ”TE”, and TOKYÃ” are read back.", found=("Ã–", "Ã”", "Ã”", "Ã”")),
        Good("Zoë’s “naïve” façade; Erdoğan; Лев; 東京; 😀 — nothing is wrong here either."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        if _LEADING.search(article.text):
            yield from _found(
                article, _GARBLED, _read_back, "read in the wrong encoding", "UTF-8 read as Windows-1252"
            )
        if "&" in article.text:
            yield from _found(article, _ENTITY, _decoded, "still in the code of a web page", "a character reference")
        if _LOST.search(article.text) or "&#" in article.text:
            yield from _lost(article)


def _found(
    article: Article, hint: re.Pattern[str], reader: Callable[[Part], Places], what: str, evidence: str
) -> Iterator[Finding]:
    places = [
        (part.text_span(*span), right)
        for part in article.parts
        if hint.search(part.words)
        for span, right in article.cache.get(reader, part, reader)
    ]
    edits = tuple(Edit(*span, right) for span, right in places)
    for span, right in places:
        fixes = [change_to(span, right, safe=True)]
        if len(edits) > 1:
            fixes.append(Fix(f"Put all {len(edits)} such places right", edits, everywhere=True))
        yield Finding(
            span,
            f"“{article.words_at(span)}” is “{right}”, {what}.",
            fixes=tuple(fixes),
            confidence=0.98,
            evidence=evidence,
        )


def _decoded(part: Part) -> Places:
    """Return the character references in a part, unless it is about such code, and what they stand for."""
    if _ABOUT_CODE.search(part.words):
        return ()
    found = ((Span(*match.span()), unescape(match.group())) for match in _ENTITY.finditer(part.words))
    return tuple((span, right) for span, right in found if ";" not in right)


def _read_back(part: Part) -> Places:
    """Return what in a part was garbled, and what it was before."""
    from ftfy import fix_encoding

    found = []
    for run in _FOREIGN_RUN.finditer(part.words):
        if fix_encoding(run.group()) != run.group():
            for garbled in _GARBLED.finditer(part.words, *run.span()):
                right = _original(garbled.group())
                if right is not None and not _is_copy(part.words, Span(*garbled.span()), right):
                    found.append((Span(*garbled.span()), right))
    return tuple(found)


def _is_copy(words: str, span: Span, right: str) -> bool:
    """Whether this is a word in capitals, by its last letter, and a mark behind it, as somebody wrote them: “AMANHÃ”.

    Then what it would be read back as does not fit the word (AMANHû, AMANHД), or the mark closes a quotation.
    """
    letter, mark = words[span.start], words[span.start + 1 : span.end]
    before = _CAPITALS.search(words, 0, span.start)
    capitals = before[0] if before else ""
    behind = words[span.end : span.end + 1]
    if letter == "Â" or len(mark) != 1 or behind.isalpha() or (capitals and not capitals.isupper()):
        return False  # “Â” garbles whatever follows it, a closing mark too
    fits = right.isupper() and right.isalpha() and right < "\u0180"
    return (len(capitals) >= _FEWEST and not fits) or _closes(words, span.start + 1)


def _closes(words: str, at: int) -> bool:
    """Whether a quotation mark closes one that is open, and none behind it does."""
    opening = _PAIRS.get(words[at])
    if opening is None:
        return False
    is_open = words.rfind(opening, 0, at) > words.rfind(words[at], 0, at)
    closing, another = words.find(words[at], at + 1), words.find(opening, at + 1)
    return is_open and (closing < 0 or 0 <= another < closing)


def _original(garbled: str) -> str | None:
    """Return what was garbled, once or twice over; None if some of it was lost too."""
    right = garbled
    while _GARBLED.fullmatch(right):
        right = b"".join(map(_byte, right)).decode(errors="replace")
    if right == "\x85":  # the one control that is a line's end in Unicode; in Windows-1252 an ellipsis
        return "…"
    return None if _LOST.search(right) or garbled == "Ã\x82" else right  # “Â” begins what was garbled twice


def _byte(character: str) -> bytes:
    """Return the byte that was read as a character: Windows-1252, or ISO 8859-1, whose 0x80 to 0x9F are controls."""
    return bytes([ord(character)]) if character <= "\xff" else character.encode("cp1252")


def _lost_in(article: Article, part: Part) -> list[Span]:
    lost = [Span(*match.span()) for match in _LOST.finditer(part.words) if not _stands_for_code(article, part, match)]
    read_back = article.cache.get(_read_back, part, _read_back) if lost else ()
    return [span for span in lost if not any(span.overlaps(garbled) for garbled, _ in read_back)]


def _stands_for_code(article: Article, part: Part, match: re.Match[str]) -> bool:
    """Whether an object's sign is in the part alone, which has it where code or a template's tag stands."""
    written = article.words_at(part.text_span(*match.span()))
    return set(match.group()) == {"\ufffc"} and "\ufffc" not in written and not written.startswith("&")


def _lost(article: Article) -> Iterator[Finding]:
    """Yield one finding for all that was lost: who looks one up has the source before them for the others."""
    lost = [part.text_span(*span) for part in article.parts for span in _lost_in(article, part)]
    if not lost:
        return
    first, *others = lost
    also = f", and in {len(others)} other place{'s' if len(others) > 1 else ''}" if others else ""
    yield Finding(
        first,
        f"A character was lost here{also}: look it up.",
        related=tuple(Related(span, "lost here too") for span in others),
        confidence=0.98,
        evidence="it could not be decoded, or no reader can see it",
    )
