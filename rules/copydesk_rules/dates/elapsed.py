"""Dates.Elapsed."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import spans_of_time
from copydesk.facts.numbers import numbers_in
from copydesk.facts.spans_of_time import SpanOfTime
from copydesk.facts.writing_numbers import alike, ordinal_ending
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule, Span, change_to, pattern
from copydesk_rules.dates._when import written_on

_ORDINAL = pattern(r"\d+(?:st|nd|rd|th)")
_LAST_IN_WORDS = 10
_ONE_WORD = ("centenary", "centennial", "bicentenary", "bicentennial")


class Elapsed(Rule):
    """A number of years does not fit the years beside it: founded in 1987, and celebrating its 40th year in 2024.

    Anniversaries are counted wrong more often than anything but ages. Where only one year is given, the article's
    own date is the other end; an article without a date is left alone. A year more or less, which depends on the
    month, is left alone too, save for anniversaries.

    Source: AP Stylebook, “anniversary”; Guardian style guide, “anniversaries”; plain subtraction.
    """

    name = "Dates.Elapsed"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "The club, founded in 1987, is celebrating its 40th anniversary in 2024.",
            found="40th anniversary",
            fixed="The club, founded in 1987, is celebrating its 37th anniversary in 2024.",
        ),
        Bad(
            "He served eleven years as mayor, from 2008 to 2016.",
            found="eleven",
            fixed="He served eight years as mayor, from 2008 to 2016.",
        ),
        Bad(
            "Troops left in 2011 and returned six years later, in 2014.",
            found="six",
            fixed="Troops left in 2011 and returned three years later, in 2014.",
        ),
        Bad(
            "March 20, 2023\n\nCrowds marked the 25th anniversary of the 2003 invasion.",
            fixed="March 20, 2023\n\nCrowds marked the 20th anniversary of the 2003 invasion.",
        ),
        Bad("March 20, 2023\n\nThe mill closed in 1998, 35 years ago.", found="35"),
        Bad(
            "The firm, founded in 1912, celebrated its centenary in 2002.",
            fixed="The firm, founded in 1912, celebrated its 90th anniversary in 2002.",
        ),
        Good("The club, founded in 1987, celebrated its 37th anniversary in 2024 and is in its 38th year."),
        Good("He served almost eight years as mayor, from 2008 to 2016. The album was to mark its 10th anniversary."),
        Good("He ruled as prime minister, 1980–1987; then as president, 1987–2017; for 37 years."),
        Good("Crowds marked the 25th anniversary of the 2003 invasion. The mill closed in 1998, 35 years ago."),
        Good("March 20, 2023\n\nThe band, formed in 1994, will mark its 30th anniversary next year."),
        Good("The three-year plan covers 1987-1989. From 1999 to 2003 he spent two years in prison."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.facts(spans_of_time):
            if found.years is not None and (wrong := _worth(article, found)) is not None:
                yield _finding(article, found, wrong)


def _worth(article: Article, found: SpanOfTime) -> int | None:
    """Return how many years it really is, if that is not what the copy says."""
    if len(found.ends) == 2:
        years = found.ends[1].value - found.ends[0].value
        if years < 0 and found.counted == "years":
            return None  # the order is wrong, and another rule says so
    else:
        written = written_on(article)
        if written is None:
            return None
        years = written.year - found.ends[0].value
    assert found.years is not None
    low, high = found.shift
    if found.counted == "ordinal year":
        high += 1
    if years + low - found.slack <= found.years <= years + high + found.slack or years <= 0:
        return None
    return years


def _finding(article: Article, found: SpanOfTime, years: int) -> Finding:
    words = article.words_at(found.span)
    first = str(found.ends[0].value)
    last = str(found.ends[1].value) if len(found.ends) == 2 else "the article’s date"
    return Finding(
        found.span,
        f"From {first} to {last} is {years} year{'s' if years != 1 else ''}, not {found.years}.",
        related=tuple(Related(end.span, "counted from here") for end in found.ends),
        fixes=_fixes(found.span, words, found.years or 1, years + (found.counted == "ordinal year")),
        confidence=0.8,
    )


def _fixes(span: Span, words: str, stated: int, years: int) -> tuple[Fix, ...]:
    """Return the fix that states `years` as the words do: with the ending of an ordinal, in decades, in words."""
    if figure := _ORDINAL.match(words):
        return (change_to(span, f"{years}{ordinal_ending(years)}{words[figure.end() :]}"),)
    if words.lower() in _ONE_WORD:
        return (change_to(span, f"{years}{ordinal_ending(years)} anniversary"),)
    number = next(iter(numbers_in(words)), None)
    if number is None or not number.value:
        return ()
    amount = years * number.value / stated  # decades are stated in tens
    if amount != int(amount) or (amount == 1) != (number.value == 1):
        return ()  # nor is it “1 years”
    if number.form == "words" and number.value <= _LAST_IN_WORDS < amount:
        return (change_to(span, str(int(amount))),)
    new = alike(amount, number, words)
    return (change_to(span, new[0].upper() + new[1:] if words[0].isupper() else new),) if new else ()
