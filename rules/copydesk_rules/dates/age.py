"""Dates.Age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copydesk.facts import article_day, lives
from copydesk.facts.lives import Age as Years
from copydesk.facts.lives import Birth
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, change_to, pattern
from copydesk_rules.dates._who import same, tells_of_kin, who


class Age(Rule):
    """An age does not fit the year of birth: born in 1960, and 70 in 2024.

    Nothing hurts a family more in an obituary, or is asked to be corrected more often. The year that the age is for
    is the one beside it, the year of death, or that of the article's own date; an article that gives none of them is
    left alone. Before and after a birthday both ages are right, unless the full date of birth is given.

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
        Good("May 16, 2019\n\nDoris Day died aged 97. Day was born in 1922, and her son in 1942."),
        Good("Smith was born in 1960. Smith, 70, retired last year."),
        Good("June 3, 2024\n\nHis son Tom, 12, watched. Lopez, born in 1982, won at 41. At 19 she had come second."),
        Good("June 3, 2024\n\nAnn Hill, born in 1950, died in 2001 aged 51. Hill was 20 when she first sang."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.facts(lives)
        if not found.births or not found.ages:
            return
        if len(found.births) > _MOST:
            return  # a list of people
        births = [(who(article, birth), birth) for birth in found.births]
        known_day = article.facts(article_day)
        written = known_day.day if known_day else None
        for age in found.ages:
            whose = who(article, age)
            if not whose and len(births) > 1:
                continue
            known = {
                birth.year: birth
                for ones, birth in births
                if any(same(article, one, other) for one in ones for other in whose)
                or (_one_sentence(article, birth, age) and not ones and not whose and len(births) == 1)
            }
            if len(known) != 1:
                continue
            (birth,) = known.values()
            expected = _expected(article, birth, age, written)
            if expected and age.years not in expected:
                yield _finding(article, birth, age, expected)


def _one_sentence(article: Article, birth: Birth, age: Years) -> bool:
    """Whether one sentence gives both, of somebody it need not name: “Born in 1960, he is 64.”"""
    return birth.sentence == age.sentence and not tells_of_kin(article, birth)


def _expected(article: Article, birth: Birth, age: Years, written: date | None) -> tuple[int, ...]:
    """Return the ages that fit, the likeliest first; none where no year is known to compare with."""
    year = age.in_year or (birth.died if age.at_death else 0)
    if year and year <= birth.year:
        return ()
    if year:
        return (year - birth.year, year - birth.year - 1)
    if written is None or _past(article, age, written):
        return ()
    if birth.month and birth.day and not age.at_death:
        had = (written.month, written.day) >= (birth.month, birth.day)
        exact = written.year - birth.year - (not had)
        soon = abs((written - date(written.year, birth.month, min(birth.day, 28))).days) <= 7
        return (exact, exact + 1, exact - 1) if soon else (exact,)
    return (written.year - birth.year - 1, written.year - birth.year)


_MOST = 20  # births in an article that is about people, and no table of them
_YEAR = pattern(r"\b(?:1[89]|20)\d\d\b")
_ENDS = pattern(r"(?:years\sold)?\s?(?:[.,;]|$)")
_OBITUARY = pattern(r"\b(?:[Dd]ie[sd]|[Dd]ead|[Dd]eath)\b")
_PRESENT = ("is ", "now ", "dies", "died", "dead")


def _past(article: Article, age: Years, written: date) -> bool:
    """Whether an age is one of long ago: “at 19 she had come second”, “he was 20 when”."""
    before = article.text[max(age.sentence.start, age.span.start - 24) : age.span.start].lower()
    behind = article.text[age.span.end : min(age.sentence.end, age.span.end + 30)].lstrip()
    if age.at_death:
        low, high = max(age.sentence.start, age.span.start - 300), min(age.sentence.end, age.span.end + 300)
        years = _YEAR.findall(article.text, low, high)
        return any(int(year) != written.year for year in years)
    if before.endswith("was ") and _ENDS.match(behind):
        return not _OBITUARY.search(article.headline.words if article.headline else "")
    if before.endswith((", ", "is ", "now ")) or article.text[age.span.end : age.span.end + 9] == "-year-old":
        return False
    return not (
        before.endswith(("aged ", "age ", "age of ", "at ")) and any(word in before for word in _PRESENT)
    ) or behind.startswith("when")


def _finding(article: Article, birth: Birth, age: Years, expected: tuple[int, ...]) -> Finding:
    right = expected[0]
    either = f"{min(expected)} or {max(expected)}" if len(expected) == 2 else str(right)
    return Finding(
        age.span,
        f"Born in {birth.year}: that makes {either}, not {age.years}.",
        related=(Related(birth.span, "the birth"),),
        fixes=tuple(
            change_to(age.span, str(years))
            for years in sorted(expected[:2], key=lambda years: abs(years - age.years))
        ),
        confidence=0.75,
    )
