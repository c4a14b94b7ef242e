"""Dates.Elapsed."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import article_day, elapsed
from copydesk.facts.elapsed import DAYS, Gap
from copydesk.facts.elapsed import Elapsed as Count
from copydesk.facts.writing_numbers import ordinal_ending
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, Span, Stretches
from copydesk_rules.dates._counts import is_turned, mends, misfit
from copydesk_rules.dates._near_misses import near_misses


class Elapsed(Rule):
    """A count of years or minutes does not fit its two ends: founded in 1987, and celebrating its 40th year in 2024.

    Anniversaries are counted wrong more often than anything but ages. Where only one year is given, the article's
    own date is the other end; an article without a date is left alone. A year more or less, which depends on the
    month, is left alone too, save for anniversaries. Times of day are counted as exactly as they are given. Where
    the words do not say between which years a count is, it is wrong if it misses two around it by ten, or has their
    digits swapped.

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
            "The school opened in 1998. It closed in 2019 after 31 years.",
            found="31",
            fixed="The school opened in 1998. It closed in 2019 after 21 years.",
        ),
        Bad("It was first played in 1902. The centenary was marked in 2012.", found="centenary"),
        Good("He was jailed for 14 years in 2004 and freed in 2028. A lease of 99 years was signed in 1930."),
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
        Bad(
            "Designed in 1973, it opened three years later, in 1967.",
            found="1967",
            fixed="Designed in 1973, it opened three years later, in 1976.",
        ),
        Bad(
            "The wall burst at 2.50am, 20 minutes after a warning was sent at 3.10am.",
            found="20 minutes after",
            fixed="The wall burst at 2.50am, 20 minutes before a warning was sent at 3.10am.",
        ),
        Bad(
            "The van came at 5.52am. It left 14 minutes later, at 6.16am.",
            found="14",
            fixed="The van came at 5.52am. It left 24 minutes later, at 6.16am.",
        ),
        Bad(
            "June 18, 2024\n\nThe war began on April 15, 2023.\n\nNow in its 13th month, the war goes on.",
            found="13th month",
            fixed="June 18, 2024\n\nThe war began on April 15, 2023.\n\nNow in its 15th month, the war "
            "goes on.",
        ),
        Good("June 18, 2024\n\nThe club was founded in 1987. The club is in its 10th year in the new hall."),
        Good("The van came at 11.50pm and left 20 minutes later, at 12.10am. It was back two hours later, at 2.05."),
        Good("The three-year plan covers 1987-1989. From 1999 to 2003 he spent two years in prison."),
    ]  # fmt: skip

    def check(self, article: Article) -> Iterator[Finding]:
        written = article.facts(article_day)
        counts = article.facts(elapsed).counts
        for found in counts:
            if found.unit in DAYS:
                continue  # Dates.Conflict counts days
            wrong = misfit(found, written.day if written else None)
            if wrong is not None and (wrong.high > 0 or found.end is not None):
                yield _finding(article, found, wrong)
        counted = Stretches(found.span for found in counts)
        yield from (finding for finding in near_misses(article) if not counted.overlap(finding.span))


def _finding(article: Article, found: Count, wrong: Gap) -> Finding:
    fixes = tuple(mends(article, found, wrong))
    span = found.span
    if is_turned(found, wrong) and found.way is not None:
        span = Span(min(span.start, found.way.start), max(span.end, found.way.end))
    elif fixes and len(fixes[0].edits) == 1:
        span = fixes[0].edits[0].span
    ends = [moment.span for moment in (found.begin, found.end) if moment is not None]
    places = [Related(place, "counted from here") for place in (*ends, found.span) if not place.overlaps(span)]
    return Finding(
        span,
        _message(article, found, wrong),
        related=tuple(sorted(places, key=lambda one: one.span)),
        fixes=fixes,
        confidence=0.8,
    )


def _message(article: Article, found: Count, wrong: Gap) -> str:
    assert found.begin is not None
    first = article.words_at(found.begin.span)
    last = article.words_at(found.end.span) if found.end else "the article’s date"
    if wrong.high < 0:
        return f"{last} was before {first}."
    number = int(wrong.best)
    size = f"{number} {found.unit}{'s' if number != 1 else ''}"
    if found.counted == "running":
        return f"From {first} to {last}, the {number}{ordinal_ending(number)} {found.unit} is running."
    return f"From {first} to {last} is {size}, not {article.words_at(found.span)}."
