"""Headline.Period."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Rule, pattern

_FULL_STOP = pattern(r"(?<![.…!?])\.(?P<behind>[”\"’')\]]*)\s*$")
_LAST_WORD = pattern(r"[^\s(“\"‘'—–/-]+$")
_INITIALS = pattern(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]")  # U.S, p.m, J
_INNER_STOP = pattern(r"[.!?][”\"’')]*\s+[“\"‘'(]?[A-Z0-9]")
# Abbreviations that keep their stop, in American newspaper style.
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr jr sr st mt ft inc corp co ltd bros vs etc est no dept gov sen rep gen col sgt lt capt prof rev
    ave blvd rd jan feb aug sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo al approx vol""".split()
)


class Period(Rule):
    """A headline ends with a full stop.

    A headline is a title, not a sentence, and newspapers have set it without a stop for a century. Abbreviations
    (U.S., Inc., and what the article itself writes with a stop) keep theirs, and a headline of two sentences
    may end as it likes. The rule is off until a house asks for it.

    Source: AP Stylebook, “headlines”; Guardian style guide, “headlines”.
    """

    name = "Headline.Period"
    severity = "warning"
    on = False
    in_quotations = True
    examples = [
        Bad(
            headline="Council closes four libraries.",
            found="libraries.",
            fixed_headline="Council closes four libraries",
        ),
        Bad(
            headline="Mayor: “We will not close a school.”",
            found="school.”",
            fixed_headline="Mayor: “We will not close a school”",
        ),
        Good(headline="Council closes four libraries"),
        Good(headline="Council closes four libraries..."),
        Good(headline="Mayor flies to the U.S."),
        Good(headline="Council sues Acme Inc."),
        Good("The Acme Mfg. plant is open, and Acme Mfg. says it will grow.", headline="Council sues Acme Mfg."),
        Good(headline="No vote. No money. No schools."),
        Good(headline="Who closed the libraries?"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        part = article.headline
        stop = _FULL_STOP.search(part.words) if part else None
        if part is None or stop is None or _INNER_STOP.search(part.words, 0, stop.start()):
            return
        word = _LAST_WORD.search(part.words, 0, stop.start())
        if word is None or _is_abbreviated(article, word.group()):
            return
        edit = Edit(*part.text_span(stop.start(), stop.start() + 1), "")
        yield Finding(
            part.text_span(word.start(), stop.end("behind")),
            "A headline takes no full stop.",
            fixes=(Fix("Delete the full stop", (edit,), safe=True),),
        )


def _is_abbreviated(article: Article, word: str) -> bool:
    """Whether the stop belongs to the word: an abbreviation, or one that the article writes so within sentences."""
    if word.lower() in _ABBREVIATIONS or _INITIALS.fullmatch(word):
        return True
    return any(_goes_on(part, word) for part in article.body)


def _goes_on(part: Part, word: str) -> bool:
    start = part.words.find(f"{word}.")
    while start >= 0:
        behind = part.words[start + len(word) + 1 :][:2]
        if behind[:1] in (",", ";", ":") or (behind[:1] == " " and behind[1:].islower()):
            return True
        start = part.words.find(f"{word}.", start + 1)
    return False
