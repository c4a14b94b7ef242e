"""Links.TelephoneShape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.facts import links
from copydesk.facts.links import Link
from copydesk.rules import Article, Bad, Finding, Good, Part, Rule, Span, pattern

# What may follow a country's code, where the country's plan settles it (ITU-T E.164, national numbering plans).
_BEHIND = {
    "1": r"[2-9]\d{9}", "7": r"\d{10}", "31": r"\d{9}", "33": r"[1-9]\d{8}", "34": r"[5-9]\d{8}", "39": r"\d{6,11}",
    "41": r"\d{9}", "44": r"[237]\d{9}|1\d{8,9}|[589]\d{6,9}", "45": r"\d{8}", "47": r"\d{8}", "48": r"\d{9}",
    "49": r"\d{5,11}", "61": r"\d{9}", "64": r"\d{8,10}", "81": r"\d{9,10}", "91": r"\d{10}",
    "353": r"1\d{7}|[24-79]\d{6,8}|8\d{8}", "380": r"\d{9}", "972": r"\d{8,9}",
}  # fmt: skip
_ANYWHERE = r"\d{7,15}"

_CUE = pattern(
    r"\b(?:tel(?:ephone)?|(?:tele)?phone|call(?:ing|s|ed)?|ring(?:ing)?|text(?:ing)?|dial(?:led|ling)?|fax"
    r"|hotline|help ?line|mobile|cell|whatsapp|freephone|toll[ -]free"
    r"|(?:reach(?:ed)?|reported|booked|renewed) (?:on|at))\b"
    r"[^.!?;\d+(]{0,40}(?:\. ?)?$",
    re.IGNORECASE,
)
# Words of which a cue has one: a quick look.
_CUES = frozenset(
    """tel telephone phone call calling calls called ring ringing text texting dial dialled dialling fax hotline
    helpline mobile cell whatsapp freephone toll reach reached reported booked renewed help""".split()
)
_LIST = pattern(r"(?:,? or|,? and|,|;|/) ?")
_DIGIT = pattern(r"\d")
_NUMBER = pattern(r"(?:\+ ?)?\(?\d(?:[ .\-–/()]{0,2}\d){5,20}\)?(?![\d%]|[.,]\d)")
_TOLL_FREE = pattern(
    r"(?:1[ .-]\(?8(?:00|33|44|55|66|77|88)\)?[ .-]|\(8(?:00|33|44|55|66|77|88)\) ?|8(?:00|33|44|55|66|77|88)[.-])"
    r"\d{2,}(?:[ .-]\d+)*"
)
# Forms with how many digits they have: (212) 555-0123, 212-555-0123; Australian, (07) 5550 1234; British,
# 0161 496 0123, 020 7946 0958, 07700 900123, and 01204 523456, which is one shorter in some towns.
_SETTLED = {
    pattern(r"\([2-9]\d\d\) ?\d{3}[ .-]\d{1,7}"): (10,),
    pattern(r"[2-9]\d\d[.-][2-9]\d\d[.-]\d{5,6}"): (10,),
    pattern(r"\(0[2-9]\) ?\d{4}[ -]\d{1,7}"): (10,),
    pattern(r"0(?:1\d1|11\d)[ -]\d{3}[ -]\d+|02\d[ -]\d{4}[ -]\d+|07\d{3}[ -]\d{3}[ -]?\d+|080[08] \d{3} \d+"): (11,),
    pattern(r"01[2-9]\d{2}[ -]\d+(?:[ -]\d+)?"): (10, 11),
}
# What shows by itself that it is a telephone number.
_PLAIN = pattern(r"\([2-9]\d\d\) \d{3}-\d{1,7}|\(0\d\) ?\d{4}[ -]\d{1,7}|\+\d{1,3} ?\(0\)[\d .-]+")
_OPENING = pattern(r"\(\d{2,3}\) ?\d|\+\d")
_MIXED = pattern(r"[OIl](?:(?<=\d.)|(?=\d))")
_WITH_LETTERS = pattern(r"(?<![\w-])(?=[\d().\s-]{0,12}[OIl])\(?[\dOIl]{3}\)?[ .-][\dOIl]{3}[.-][\dOIl]{4}\b(?!-)")
_HALF_BRACKETED = pattern(r"\((?:0\d{2,4}|[2-9]\d\d) \d[\d -]{4,9}\d(?=[^)\n]{0,120}(?:[.!?]|$))(?![ -]?\d)")
_STOPGAPS = frozenset(("1234567890", "0000000000", "1111111111", "9999999999", "0123456789", "5555555555"))


class TelephoneShape(Rule):
    """A telephone number that has a digit too many or too few, or is a stopgap.

    A wrong number in print rings at a stranger's, or nowhere, and for a helpline that is no trifle. Judged are only
    numbers beside words such as “call” and “tel.”, those that a plus sign or brackets show to be some, and telephone
    links, and only where the form is settled: behind a country code, toll-free and bracketed American numbers,
    123-456-7890, British ones in their usual groups; in Markdown and HTML also a link that dials another number than
    it shows.

    Source: ITU-T E.164 and the national numbering plans; the North American Numbering Plan.
    """

    name = "Links.TelephoneShape"
    severity = "warning"
    in_addresses = True
    in_quotations = True
    reads_source = True
    examples = [
        Bad("Call the helpline on 1-800-555-019 at any time.", found="1-800-555-019"),
        Bad("Tips: call +44 20 7946 095 or text us.", found="+44 20 7946 095"),
        Bad("Phone (212) 555-01234 for tickets.", found="(212) 555-01234"),
        Bad("For tickets call 123-456-7890.", found="123-456-7890"),
        Bad("Ring +44 020 7946 0958 before noon.", found="+44 020 7946 0958"),
        Good("Call 1-800-555-0199, (212) 555-0123, 020 7946 0958, +44 (0)20 7946 0958, +33 1 99 00 12 34 or 999."),
        Good("Police called 112 officers in 2014-2015, and 2,500 calls came on 800 1200 lines. Call 1-800-FLOWERS."),
        Good("The call came at 10.30-11.15 on 12-05-2019, case 2019-0012-33; the score was 1234567890."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for part in article.parts:
            for finding in article.cache.get(self, part, lambda part: tuple(_in_copy(part))):
                yield finding.in_text(part)
        for link in article.facts(links):
            if link.target[:4].lower() == "tel:":
                yield from _in_link(link)


def _in_copy(part: Part) -> Iterator[Finding]:
    words, end = part.words, -1
    cued = not _CUES.isdisjoint(part.vocabulary)
    if not _DIGIT.search(words) or not (cued or _OPENING.search(words)):
        return
    for match in _WITH_LETTERS.finditer(words) if _MIXED.search(words) else ():
        if sum(map(str.isdigit, match.group())) > 6:
            yield Finding(Span(*match.span()), "A letter stands in this number for a digit.", confidence=0.9)
    for match in _HALF_BRACKETED.finditer(words) if "(" in words else ():
        yield Finding(Span(*match.span()), "The bracket of this number is never closed.", confidence=0.85)
    for number in _NUMBER.finditer(words):
        start = number.start()
        goes_on = end >= 0 and _LIST.fullmatch(words, end, start)
        if goes_on or (cued and _CUE.search(words[max(0, start - 60) : start])) or _is_plain(number.group()):
            end = number.end()
            written = number.group()
            if written.endswith(")") and written.count("(") < written.count(")"):
                written = written[:-1]
            if fault := _fault(written):
                yield Finding(Span(start, start + len(written)), fault, confidence=0.85)


def _is_plain(number: str) -> bool:
    """Whether a number's form alone shows that it is one to dial: “+49 341 97319 00”, not “+12 500 000”."""
    groups = re.findall(r"\d+", number)
    if number.startswith("+") and len(groups) > 2 and groups[0] in _BEHIND:
        return any(len(group) != 3 for group in groups[1:])
    return _PLAIN.fullmatch(number) is not None


def _fault(number: str) -> str | None:
    """Return what is wrong with a number as it is written, in words."""
    digits = re.sub(r"\D", "", number)
    if digits in _STOPGAPS:
        return "This number is a stopgap."
    if number.startswith("+"):
        return _international(number, digits)
    if _TOLL_FREE.fullmatch(number):
        own = len(digits) - digits.startswith("1")
        return f"A toll-free number has 10 digits, this one {own}." if own != 10 else None
    for form, lengths in _SETTLED.items():
        if form.fullmatch(number) and len(digits) not in lengths:
            return f"A number of this form has {lengths[-1]} digits, this one {len(digits)}."
    return None


def _international(number: str, digits: str) -> str | None:
    code = next((digits[:length] for length in (1, 2, 3) if digits[:length] in _BEHIND), "")
    own = digits.removeprefix(code)
    if "(0)" in number:
        own = own.removeprefix("0")
    elif code and own.startswith("0"):
        return f"Behind +{code} the number goes on without the 0."
    if re.fullmatch(_BEHIND.get(code, _ANYWHERE), own):
        return None
    where = f"behind +{code}" if code else "behind a plus sign"
    return f"No telephone number {where} looks like this: it has {len(own)} digits."


def _in_link(link: Link) -> Iterator[Finding]:
    number = link.target[4:].split(";", 1)[0]
    digits = re.sub(r"\D", "", number)
    if not number.strip():
        return  # an empty link is another rule's
    if len(digits) < 3 or re.search(r"[^\d+() .\-–%*#]", number):
        yield Finding(link.target_span, f"“{number}” is no telephone number.", confidence=0.9)
    elif fault := _fault(number):
        yield Finding(link.target_span, fault, confidence=0.9)
    elif link.words and not re.search(r"[A-Za-z]", link.words):
        shown = re.sub(r"\D", "", link.words.replace("(0)", ""))
        if len(shown) >= 6 and shown[-6:] != digits[-6:]:
            yield Finding(link.target_span, f"The link shows {link.words} and dials {number}.", confidence=0.9)
