"""Headline.Length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.rules import Bad, Finding, Good, Options, Part, PartRule, Span


@dataclass(frozen=True)
class LengthOptions(Options):
    """`most`: how many characters a headline may have, blanks and punctuation included."""

    most: int = 70


class Length(PartRule):
    """A headline is longer than the house allows.

    Search engines and phones cut off a headline that is too long, often at the word that matters. Characters are
    counted as readers see them: markup does not count, é is one however it is coded, and so is a flag. The words
    that do not fit are marked. The rule is off until a house asks for it; search engines show about 70 characters.

    Source: Google Search Central, “title links”; BBC News style guide, “headlines” (55 characters).
    """

    name = "Headline.Length"
    severity = "warning"
    looks_at = "headline"
    on = False
    in_quotations = True
    options: LengthOptions = LengthOptions()
    examples = [
        Bad(
            headline="Council votes to close four of the city’s libraries after a stormy night of protest and song",
            found="night of protest and song",
        ),
        Bad(headline="Mayor quits over leaks", options=LengthOptions(most=10), found="quits over leaks"),
        Bad(
            headline="Donaudampfschifffahrt resumes",
            options=LengthOptions(most=20),
            found="Donaudampfschifffahrt resumes",
        ),
        Good(headline="Council votes to close four of the city’s libraries"),
        Good(headline="Cafe\u0301 owner 👩‍👩‍👧 wins", options=LengthOptions(most=17)),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        words = part.words
        if len(words) <= self.options.most:
            return
        length, fits = _seen(words, self.options.most)
        if length <= self.options.most:
            return
        # The whole of the first word that does not fit is marked; a headline of one word is marked whole.
        start = fits if words[fits - 1].isspace() else words.rfind(" ", 0, fits + 1) + 1
        yield Finding(
            Span(start, len(words)),
            f"The headline has {length} characters; {self.options.most} are allowed.",
        )


def _seen(words: str, most: int) -> tuple[int, int]:
    """Return how many characters readers see, and where in `words` those end that are allowed."""
    if words.isascii():
        return len(words), most
    import regex  # wanted here alone, and slow to load

    ends = [match.end() for match in regex.finditer(r"\X", words)]
    return len(ends), ends[most - 1] if len(ends) > most else len(words)
