"""Language.MissingWord."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.rules import Bad, Edit, Finding, Fix, Good, Part, PartRule
from copydesk.text import Match, Patterns, analysis_of, either, named, other, pattern, tagged, verb_forms

# Verbs that another follows with “to” alone. Not “help” and “dare”, which do without; Quirk et al. 16.38-16.39.
_VERBS = "wish want intend refuse decline hope agree decide manage vow pledge threaten aim attempt promise".split()
_ALIKE = frozenset("failed unable willing unwilling".split())
_WISHES = frozenset(form for verb in _VERBS for form in verb_forms(verb)) | _ALIKE
_SUBJECTS = frozenset("i you we they he she it who that which to not would also still had has have".split())
# Bases that are nothing else: no noun, adjective or past form.
_BASES = frozenset(
    """achieve acquire adopt allow appear apply arrive ask avoid be become begin believe bring build choose comply
    continue create decide defend deliver discuss eat enter establish expand follow get give go grow happen
    improve include introduce keep know learn lose maintain make meet obtain persuade
    prevent proceed protect prove provide publish reach receive remain remove replace resign resolve retain retire
    reveal see seek sell send speak spend succeed take tell undergo withdraw write""".split()
)
_NOUNS = frozenset("wish desire intention willingness refusal ability inability reluctance determination".split())
_TO_COME = frozenset("due expected set likely unlikely scheduled supposed".split())
_DONE = frozenset(
    verb_forms(verb).participle
    for verb in """allow announce appoint approve ask build charge choose complete consider create decide deliver
    elect expect finish force give hold introduce keep launch make name open publish raise reduce release remove
    replace reveal see sell send sentence show sign take tell test use vote""".split()
)
_DETERMINERS = frozenset("the a an his her its their".split())
_BEFORE_OF = frozenset("charge front behalf favour favor spite terms excess pursuit support".split())
_MOST = frozenset(
    "largest biggest best most few first oldest worst richest busiest main fastest tallest smallest last".split()
)
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson".split())
_BEFORE_MORE = frozenset("for by of with lasted took cost".split())
_LEADING = _WISHES | _NOUNS | _TO_COME | {"according", "one"} | _BEFORE_OF | _SPOKESMEN | _BEFORE_MORE
_FOLLOWING = _BASES | _DONE | _DETERMINERS | {"than"}
_BARE = named("base", _BASES)
_FRAMES = Patterns(
    (
        pattern("verb", either(_SUBJECTS, tagged("NSP")), named("from", _WISHES), _BARE, other("to")),
        pattern("noun", tagged("dqJ'"), named("from", _NOUNS), _BARE, other("to")),
        pattern("to", frozenset(("is", "are", "was", "were", "be", "been")), named("from", _TO_COME), _BARE),
        pattern("to", named("from", "according"), named("base", _DETERMINERS)),
        pattern(
            "of", frozenset(("in", "on")), named("from", _BEFORE_OF), named("base", _DETERMINERS), tagged("NSPJ")
        ),
        pattern("of", named("from", "one"), named("base", "the"), _MOST),
        pattern("for", named("from", _SPOKESMEN), named("base", "the"), tagged("NSP")),
        pattern("more", named("from", _BEFORE_MORE), named("base", "than"), tagged("#")),
        pattern("be", named("from", _TO_COME, "to"), named("base", _DONE), frozenset(("to", "by"))),
    )
)
_MISSING = {"verb": "to", "noun": "to"}


class MissingWord(PartRule):
    """A small word is missing: “they wish retire”, “it is due to asked to name the hall”, “one the largest”.

    A verb or noun that only an infinitive with “to” may follow has a bare one after it, or “to” has a participle; or
    a phrase that is only said with “of”, “to” or “more” is without it.

    Source: Quirk et al., A Comprehensive Grammar of the English Language, 16.38.
    """

    name = "Language.MissingWord"
    severity = "warning"
    examples = [
        Bad(
            "Drivers who wish retire at 60 may do so.",
            found="wish retire",
            fixed="Drivers who wish to retire at 60 may do so.",
        ),
        Bad("The firm refused provide the files.", fixed="The firm refused to provide the files."),
        Bad("He had no wish retire.", fixed="He had no wish to retire."),
        Bad(
            "It is due to asked to name the hall.",
            found="due to asked",
            fixed="It is due to be asked to name the hall.",
        ),
        Bad("It is one the largest farms in Kent.", fixed="It is one of the largest farms in Kent."),
        Bad("She is in charge the school.", fixed="She is in charge of the school."),
        Bad("It will rain, according the forecast.", fixed="It will rain, according to the forecast."),
        Good("They went in support the next day. He has one the size of a dog. It cost more than 20 pounds."),
        Good("The delays are due to increased traffic and reduced staff. It is due to be asked to name it."),
        Good("Drivers who wish to retire may do so. Those who want may retire."),
        Good("They hope Retire Wales will pay. She promised rises. The wish list is long."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        if _LEADING.isdisjoint(part.vocabulary) or _FOLLOWING.isdisjoint(part.vocabulary):
            return
        for match in _FRAMES.matches(analysis_of(part.words)):
            if match.text.tokens.text(match["base"][0]).islower():
                yield _finding(match)


def _finding(match: Match) -> Finding:
    tokens = match.text.tokens
    (first, _), (base, past) = match["from"], match["base"]
    at = tokens.start(base)
    word = _MISSING.get(match.pattern.name, match.pattern.name)
    return Finding(
        tokens.span(first, past),
        f"“{word.capitalize()}” is missing between “{tokens.text(base - 1)}” and “{tokens.text(base)}”.",
        fixes=(Fix(f"Put “{word}” in", (Edit(at, at, f"{word} "),)),),
        confidence=0.9,
    )
