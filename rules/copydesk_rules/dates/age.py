"""Dates.Age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copydesk.facts import article_day, lives
from copydesk.facts.lives import Days, Life, Statement, ages, births, is_open, meet
from copydesk.facts.writing_numbers import in_words, ordinal_ending
from copydesk.rules import Article, Bad, Finding, Fix, Good, Related, Rule, change_to

_MOST = 12  # statements about one person that are compared


class Age(Rule):
    """An age does not fit the year of birth: born in 1960, and 70 in 2024.

    Nothing hurts a family more in an obituary, or is asked to be corrected more often. The year that the age is for
    is the one beside it, the year of death, or that of the article's own date; an article that gives none of them is
    left alone. Two ages of one person are held against each other too. Before and after a birthday both ages are
    right, unless the full date of birth is given.

    Source: AP Stylebook, “ages” and “obituaries”; Reuters Handbook, “ages” (“check against the date of birth”).
    """

    name = "Dates.Age"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Smith was born in 1960 in Leeds. Smith, who turned 70 in 2024, retired last year.",
            found="70",
            fixed="Smith was born in 1960 in Leeds. Smith, who turned 64 in 2024, retired last year.",
        ),
        Bad(
            "May 16, 2019\n\nThe singer Doris Day died on Monday. Day was born in Cincinnati in 1932.",
            headline="Actor Doris Day dies at 97",
            found="97",
        ),
        Bad(
            "June 3, 2024\n\nMaria Lopez, 52, won the race. Lopez, born on May 4, 1982, began running at school.",
            found="52",
        ),
        Bad("The painter Ann Hill (1922–2009) died in Leeds aged 97.", found="97"),
        Bad(
            "March 19, 2024\n\nAnn Jacob joined as a trainee in 1985, at the age of 16. Jacob turned 58 last month.",
            found="16",
            fixed="March 19, 2024\n\nAnn Jacob joined as a trainee in 1985, at the age of 18. Jacob turned 58 last "
            "month.",
        ),
        Bad(
            "Farhad Daneshvar joined in the autumn of 1956, when he was 24. Daneshvar was born on March 9, 1934.",
            found="24",
            fixed="Farhad Daneshvar joined in the autumn of 1956, when he was 22. Daneshvar was born on March 9, "
            "1934.",
        ),
        Good("May 16, 2019\n\nDoris Day died aged 97. Day was born in 1922, and her son in 1942."),
        Good("Smith was born in 1960. Smith, 70, retired last year."),
        Good("June 3, 2024\n\nHis son Tom, 12, watched. Lopez, born in 1982, won at 41. At 19 she had come second."),
        Good("June 3, 2024\n\nAnn Hill, born in 1950, died in 2001 aged 51. Hill was 20 when she first sang."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(lives)
        known = article.facts(article_day) if found else None
        written = known.day if known else None
        for life in found:
            yield from _conflicts(article, life, written)


Known = tuple[Statement, Days]


def _conflicts(article: Article, life: Life, written: date | None) -> Iterator[Finding]:
    """Yield the statement that fits none of the others; of two, the age that is not the birth."""
    found = zip(life.statements, births(life, written), strict=True)
    known = [(one, birth) for one, birth in found if birth is not None][:_MOST]
    if len(known) < 2 or meet([birth for _, birth in known]) is not None:
        return
    for index, (one, _) in enumerate(known):
        rest = [*known[:index], *known[index + 1 :]]
        right = meet([birth for _, birth in rest])
        if right is not None and (len(known) > 2 or _is_doubtful(known, index)):
            yield from _finding(article, life, one, rest, right, written)
            return


def _is_doubtful(known: list[Known], index: int) -> bool:
    """Whether, of two statements, one is the first to doubt: an age before a birth, one of then before one of now."""
    one, other = known[index][0], known[1 - index][0]
    if "born" in (one.said, other.said):
        return one.said != "born"
    return one.moment is not None or other.moment is None


def _finding(
    article: Article, life: Life, one: Statement, rest: list[Known], right: Days, written: date | None
) -> Iterator[Finding]:
    first = rest[0][0]
    born = f"Born in {right.first.year}" if right.first.year == right.last.year else ""
    born = born or f"Born in {right.first.year} or {right.last.year}"
    fixes: tuple[Fix, ...] = ()
    if one.said == "born":
        message = f"{born}, by the age."
    else:
        fitting = [years for years in ages(one, right, written, life) if years > 0]
        if not fitting or (one.said == "birthday" and len(fitting) > 2 and not is_open(one)):
            return
        either = " or ".join(str(years) for years in fitting[:2])
        message = f"{born}: that makes {either}, not {one.years}."
        if is_open(one):
            message = f"{born}: that makes no more than {fitting[-1]}."
        fixes = tuple(_fixes(article, one, fitting))
    related = "the birth" if first.said == "born" else "another age"
    yield Finding(one.span, message, related=(Related(first.span, related),), fixes=fixes, confidence=0.75)


def _fixes(article: Article, one: Statement, fitting: list[int]) -> Iterator[Fix]:
    """Yield the ages that fit, the nearest to the stated one first, written as it is."""
    words = article.words_at(one.span)
    for years in sorted(fitting[-2:], key=lambda years: abs(years - one.years)):
        if words.isdigit():
            yield change_to(one.span, str(years))
        elif words[:1].isdigit():
            yield change_to(one.span, f"{years}{ordinal_ending(years)}")
        elif one.said == "age":
            yield change_to(one.span, in_words(years) or str(years))
