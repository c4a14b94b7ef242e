"""A name in the headline that the article never mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from copydesk.facts import names, quotations
from copydesk.facts.introductions.lexicon import THINGS
from copydesk.facts.names import Mention, Word
from copydesk.facts.names.fame import is_place
from copydesk.facts.names.lexicon import given_names, ordinary_words
from copydesk.rules import Article, Bad, Finding, Good, Options, Part, Rule, Span, change_to
from copydesk_rules.headline._citing import cited, closest_sentence
from copydesk_rules.headline._headline_names import DAYS, MONTHS, is_a_name, mentions_in, strays, word_before
from copydesk_rules.headline._known_as import KnownNames
from copydesk_rules.headline._meant import are_forms_of_one, likely
from copydesk_rules.headline._name_forms import fold, same_names
from copydesk_rules.headline._sides import held_against_the_story, news_in
from copydesk_rules.headline._style import capitalises_all


@dataclass(frozen=True)
class NameOptions(Options):
    """`aliases`: names that stand for each other, in groups: ["the Met", "Metropolitan Museum"].

    `also`: what else is held against the story. `tags`: what the desk puts before headlines, besides “Factbox” and
    its like: "Long read".
    """

    aliases: tuple[tuple[str, ...], ...] = field(default=())
    also: tuple[Literal["standfirst", "caption"], ...] = ("standfirst", "caption")
    tags: tuple[str, ...] = ()


class UnsupportedName(Rule):
    """The headline has a name that the story never mentions, in any form.

    The headline of another version, a mix-up of two people, a slip of the one who wrote it last: readers see it
    first. The rule knows a name by its surname or nickname, by its acronym (EU, RFK), as a nationality (Israel,
    Israeli), a short form (Calif., Dems, Blago), a capital or an office for its government (Moscow, the White
    House), and a country or state by a town in it. In a headline that capitalises every word it looks only at words
    that are known as names. Weekdays and months are compared where the story has others. The finding cites the
    names of the story that fit the place best; it offers one as a fix only where the two are likely forms of one
    name (Hydron, Hydorn) or it alone has the same surname; else the fix could put another person in. Standfirsts
    and captions may well name what the story does not; there the rule speaks up only where the story has the name
    with another given name or surname.

    Source: AP Stylebook, “headlines” (they must be borne out by the story). Which names stand for each other:
    The World Factbook (nationalities, capitals), AP Stylebook (“state names”), and newsroom use.
    """

    name = "Headline.UnsupportedName"
    severity = "warning"
    options: NameOptions = NameOptions()
    examples = [
        Bad(
            "Former adviser Paul Keller was sentenced on Tuesday in Denver. Keller will serve four years, the judge "
            "said.",
            headline="Paul Brandt sentenced to four years in Denver",
            found="Brandt",
        ),
        Bad(
            "Former adviser Paul Brandt was sentenced on Tuesday in Denver. Brandt will serve four years, the judge "
            "said.",
            headline="Paul Brant sentenced to four years in Denver",
            found="Brant",
            fixed_headline="Paul Brandt sentenced to four years in Denver",
        ),
        Bad(
            "A court in Nairobi fined the carrier on Monday. Kenyan officials welcomed the ruling.",
            headline="Uganda court fines carrier over delays",
            found="Uganda",
        ),
        Bad(
            "Prime Minister Jana Novak resigned on Monday after a vote in the Czech parliament. Novak had led since "
            "May.",
            headline="Prime Minister Dvorak Resigns After Vote in Parliament",
            found="Dvorak",
        ),
        Bad(
            "The ferry left Dover on Saturday with 90 people aboard.",
            headline="Ferry leaves Dover on Sunday with 90 aboard",
            found="Sunday",
            fixed_headline="Ferry leaves Dover on Saturday with 90 aboard",
        ),
        Bad(
            "The governor of Costa Rica's central bank resigned on Friday. Costa Rica is in recession.",
            headline="Central bank governor quits in Minister Rica",
            found="Minister",
            fixed_headline="Central bank governor quits in Costa Rica",
        ),
        Good("Israeli forces crossed the border, the prime minister said.", headline="Israel crosses border"),
        Good("The Russian foreign ministry protested on Monday.", headline="Moscow protests over visas"),
        Good("Leaders of the European Union met in Ghent.", headline="EU leaders meet"),
        Good("The US president vetoed the bill on Friday.", headline="White House vetoes bill"),
        Good("Michael Rowan, a senator, will not run again.", headline="Mike Rowan will not run"),
        Good("A fire near Fresno, California, grew overnight.", headline="Calif. Wildfire Grows Overnight"),
        Good("A storm hit Galveston on Monday.", headline="Storm Hits Texas"),
        Good("The World Health Organization spoke of 30 cases.", headline="WHO reports 30 cases"),
        Good("The river rose in Kharkiv on Monday.", headline="Flood reaches 12 villages in Kharkov"),
        Good("The talks went on in Geneva.", headline="Stalemate Looms as Grifters Circle Bigly"),
        Good("Robert F. Kennedy's archive was sold.", headline="RFK archive sold"),
        Good("A man was arrested in Leeds.", headline="'Ghost Rider' Arrested in Leeds"),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        known: dict[bool, KnownNames] = {}  # one for the headline, and one for standfirst and captions
        for part in held_against_the_story(article, self.options.also):
            tops = part is article.headline
            if tops not in known:
                known[tops] = KnownNames(article, part, self.options.aliases)
            yield from self._unknown(article, part, known[tops])

    def _unknown(self, article: Article, part: Part, known: KnownNames) -> Iterator[Finding]:
        news = part.text_span(*news_in(part.words, self.options.tags))
        titled = capitalises_all(part.words[slice(*news_in(part.words, self.options.tags))])
        quoted = [part.text_span(*one.span) for one in article.cache.get(quotations, part, quotations.local)]
        mentions = mentions_in(article, part)
        for mention in mentions:
            if not news.contains(mention.span) or any(span.contains(mention.span) for span in quoted):
                continue  # titles, and what others call somebody
            lead = word_before(article, mention)
            key = (*lead, *mention.key)
            if lead and known.has_another_before(key, 0):
                start = article.text.rindex(lead[0], 0, mention.span.start)
                word = Word(lead[0], start, start + len(lead[0]))
                yield from _findings(article, part, mention, [word], known)
                continue
            unknown = [
                word
                for at, word in enumerate(mention.words)
                if (is_a_name(article, mention, at, titled=titled) and not known.knows(key, at + len(lead)))
                or known.has_another_before(key, at + len(lead))
            ]
            if (
                not unknown
                or _only_a_given_name(article, part, mention, unknown)
                or _only_a_tail(article, mention, unknown, known)
            ):
                continue
            if part is article.headline or _is_mixed_up(article, part, mention, unknown):
                yield from _findings(article, part, mention, unknown, known)
        if part is not article.headline:
            return
        for stray in strays(article, part, mentions, titled=titled):
            if not news.contains(stray.span) or known.knows(stray.key, 0):
                continue
            if likely(article, part, stray, stray.words):
                yield from _findings(article, part, stray, stray.words, known)


def _only_a_given_name(article: Article, headline: Part, mention: Mention, unknown: Sequence[Word]) -> bool:
    """Whether the body has the surname and calls nobody by another given name: it leaves the given name out."""
    surname = mention.words[-1].text
    if list(unknown) != list(mention.words[:-1]) or len(mention.words) > 2 or surname.lower() in ordinary_words():
        return False
    if is_place(surname) or fold(surname) in same_names():
        return False
    return not any(
        len(one.words) > 1 and fold(one.words[-1].text) == fold(surname) and not headline.span.contains(one.span)
        for one in article.facts(names).mentions
    )


def _only_a_tail(article: Article, mention: Mention, unknown: Sequence[Word], known: KnownNames) -> bool:
    """Whether the body has the name always without its last word, which says what bears it: Tesla for Tesla Motors.

    The same of the given name behind an East Asian surname: Kim for Kim Jong-un.
    """
    last = mention.words[-1]
    if list(unknown) != [last] or len(mention.words) < 2 or known.has_before_another(mention.words[-2].text):
        return False
    given = article.text[last.end : last.end + 1] == "-" and article.text[last.end + 1 : last.end + 2].islower()
    return given or (last.text.lower() in THINGS and mention.words[-2].text.lower() not in given_names())


def _is_mixed_up(article: Article, part: Part, mention: Mention, unknown: Sequence[Word]) -> bool:
    """Whether the story has the rest of the name with other words; what it lacks altogether a standfirst may add."""
    kept = {word.text for word in mention.words if word not in unknown}
    return bool(kept) and any(
        kept & {word.text for word in one.words} for _, one in likely(article, part, mention, unknown)
    )


def _findings(
    article: Article, headline: Part, mention: Mention, unknown: Sequence[Word], known: KnownNames
) -> Iterator[Finding]:
    span = Span(unknown[0].start, unknown[-1].end)
    words = article.words_at(span)
    for calendar in (DAYS, MONTHS):
        inside = unknown[-1] is not mention.words[-1]  # March Faire
        if words.lower() in calendar and not inside and not mention.after[:1].isupper():
            yield from _other_day(article, headline, span, words, known, calendar)
            return
    others = likely(article, headline, mention, unknown)
    places: list[Span | None] = [one.span for _, one in others] or [closest_sentence(article, headline.words)]
    instead = f"; it has “{others[0][0]}”" if others else ""
    fixes = tuple(change_to(span, text) for text in _same_name(mention, unknown, words, others))
    yield Finding(
        span,
        f"“{words}” stands nowhere in the article{instead}.",
        related=tuple(one for place in dict.fromkeys(places) for one in cited(article, place)),
        fixes=fixes,
        confidence=0.75,
        evidence="sought as a surname, an acronym, a nationality, a short form, and a place for its government",
        fault="spelling" if fixes else "",
    )


def _same_name(
    mention: Mention, unknown: Sequence[Word], words: str, others: Sequence[tuple[str, Mention]]
) -> list[str]:
    """Return which of the story's names are the headline's in another form, or the only one with its last word."""
    last = mention.words[-1]
    with_last = [text for text, one in others if last not in unknown and one.words[-1].text == last.text]
    alone = with_last if len(with_last) == 1 else []
    return [text for text, _ in others if text in alone or are_forms_of_one(words, text)]


def _other_day(
    article: Article, above: Part, span: Span, words: str, known: KnownNames, calendar: frozenset[str]
) -> Iterator[Finding]:
    """Yield that the article has another weekday, or another month, if it has one."""
    for part in known.parts:
        for token in part.tokens:
            day = part.words[token.start : token.end]
            if day.lower() in calendar:
                place = part.text_span(*token)
                yield Finding(
                    span,
                    f"The {above.kind} has “{words}”; the article has “{day}”.",
                    related=cited(article, place),
                    fixes=(change_to(span, day),),
                    confidence=0.7,
                )
                return
