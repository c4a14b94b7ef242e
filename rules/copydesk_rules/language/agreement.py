"""Language.Agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copydesk.rules import Bad, Finding, Good, Part, PartRule, Related, change_to
from copydesk.rules import pattern as text_pattern
from copydesk.text import (
    Analysis,
    Match,
    NounGroup,
    Patterns,
    analysis_of,
    lexicon,
    named,
    opt,
    other,
    pattern,
    plural,
    singular,
    tagged,
    verb_forms,
)

_SINGULAR_OF = {
    "have": "has",
    "are": "is",
    "were": "was",
    "haven't": "hasn't",
    "aren't": "isn't",
    "weren't": "wasn't",
}
_PLURAL_OF = {one: many for many, one in _SINGULAR_OF.items()}
_VERBS = frozenset((*_SINGULAR_OF, *_PLURAL_OF))
# Nouns joined by prepositions and participles alone, up to the verb: the pattern of cells found in the tests.
_SUBJECT = re.compile(r"(?:^|(?<=[.,k:;w\"]))(?P<head>d[JNAP]*[NS])(?:R?[AEG]?[it][dqJANSP#]*[NS])+$")
# Bases that are no nouns, after one noun with its adjectives.
_BASES = frozenset(
    "take become remain seem appear begin continue include provide receive allow bring contain".split()
)
_BARE = Patterns(
    (
        pattern(
            "bare",
            frozenset(("the", "a", "an", "this", "that", "his", "her", "its", "their")),
            opt(tagged("JN")),
            opt(tagged("JN")),
            named("noun", tagged("N")),
            named("verb", _BASES),
            tagged("dtiJRNS#"),
        ),
    )
)
_DETERMINERS = frozenset("the those these his her its their our".split())
_MANY = frozenset("two three four five six seven eight nine ten several many numerous various".split())
_MANY_VERBS, _ONE_VERBS = frozenset(("have", "are", "were")), frozenset(("has", "is", "was"))
# Subjects of a few words, with their verb right behind: one of the men have, there is two reasons, he and his son was
_SHORT = Patterns(
    (
        pattern("one", other("than", "or", "no", "and", "but"), named("noun", "one"), "of", _DETERMINERS,
                opt(tagged("J#N")), opt(tagged("JN")), tagged("S"), named("verb", _MANY_VERBS)),
        pattern("one", tagged("."), named("noun", "one"), "of", _DETERMINERS, opt(tagged("J#N")), opt(tagged("JN")),
                tagged("S"), named("verb", _MANY_VERBS)),
        pattern("each", named("noun", "each"), "of", _DETERMINERS, opt(tagged("J#N")), opt(tagged("JN")), tagged("S"),
                named("verb", _MANY_VERBS)),
        pattern("there", "there", named("verb", frozenset(("is", "was"))), _MANY, opt(tagged("J")), opt(tagged("JN")),
                named("noun", tagged("S"))),
        pattern("he and", frozenset(("he", "she")), named("noun", "and"), frozenset(("his", "her")),
                opt(tagged("JN")), tagged("N"), named("verb", _ONE_VERBS)),
        pattern("the and the", tagged("."), "the", opt(tagged("J")), tagged("SN"), named("noun", "and"), "the",
                opt(tagged("J")), tagged("NS"), named("verb", frozenset(("was", "is")))),
    )
)  # fmt: skip
_TURNED_ON = frozenset("one each there he she".split())
_TWO = text_pattern(r"(?:^|[.!?]\s)The\s(?:\w+\s){1,2}and\sthe\s")
_AMOUNTS = frozenset(
    """minute hour day week month year second mile kilometre kilometer metre meter pound dollar euro percent goal
    point""".split()
)
_NEAR = 14  # tokens from “of” to the verb
_SINGULARS_IN_S = frozenset("news politics economics series means species headquarters crossroads works".split())
_OPENS = frozenset(
    ("", ".", "!", "?", "but", "because", "although", "though", "while", "whereas", "when", "since", "that", ",")
)
_BEFORE_HEAD = frozenset("the this that his her its their our my every each".split())


class Agreement(PartRule):
    """The verb goes with a noun that only belongs to the subject: the pattern of the tests have.

    The subject is the noun before “of”, in a clause that begins with it and has nothing but nouns and what belongs to
    them up to the verb; or a noun in the singular that opens the sentence, with the base of a verb right after. What
    is many in one word (a number of, a team of), names and quantities are left alone.

    Source: Quirk et al., A Comprehensive Grammar of the English Language, 10.36, “attraction” or “proximity”; AP
    Stylebook, “verbs”.
    """

    name = "Language.Agreement"
    severity = "warning"
    examples = [
        Bad(
            "The pattern of the tests have been found.",
            found="have",
            fixed="The pattern of the tests has been found.",
        ),
        Bad("The results of the test was sent on.", found="was", fixed="The results of the test were sent on."),
        Bad(
            "He left because the cost of the new trains are high.",
            fixed="He left because the cost of the new trains is high.",
        ),
        Bad(
            "The annual meeting take place on Thursday.",
            found="take",
            fixed="The annual meeting takes place on Thursday.",
        ),
        Good("The team take part in June. The board remain confident. Let the meeting take place in June."),
        Bad("The number of cases in the two towns have risen.", found="have"),
        Bad("One of the two men have been freed.", fixed="One of the two men has been freed."),
        Bad("There is two reasons for it.", fixed="There are two reasons for it."),
        Bad("He and his brother was born in Hull.", fixed="He and his brother were born in Hull."),
        Good("A number of cases have risen. More than one of the men have left. There is ten minutes left."),
        Good("He is one of the men who have left. The majority of voters were for it. A range of goods are sold."),
        Good("The pattern of the tests has been found. The results of the test were sent on."),
        Good("The Times of London has said so. The price of bread and that of eggs are high."),
        Good("If the price of shares were lower, the sale of the houses and flats are no reason."),
        Good("The size of the houses they have is known. The rest of the children were at home."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        if not _BASES.isdisjoint(part.vocabulary):
            yield from map(_third, filter(_is_singular, _BARE.matches(analysis_of(part.words))))
        if _VERBS.isdisjoint(part.vocabulary):
            return
        if not _TURNED_ON.isdisjoint(part.vocabulary) or _TWO.search(part.words):
            found = filter(_is_counted, _SHORT.matches(analysis_of(part.words)))
            yield from map(_short, {match["verb"]: match for match in found}.values())
        if "of" not in part.vocabulary:
            return
        text = analysis_of(part.words)
        lower = text.tokens.table.lower
        for at, one in enumerate(text.tokens.ids):
            if lower[one] in _VERBS and text.tokens.text(at).islower():
                yield from _checked(text, at)


def _is_counted(match: Match) -> bool:
    """Whether the plural of a short subject is of things, one by one: not ten minutes, nor a name."""
    tokens, (noun, _) = match.text.tokens, match["noun"]
    named = not tokens.text(noun).islower() and noun not in tokens.sentence_starts
    return not named and match.text.phrases.singular(noun) not in _AMOUNTS


def _short(match: Match) -> Finding:
    """Return what is to be said of the verb of a short subject."""
    verb, noun = match["verb"][0], match["noun"][0]
    right = (_SINGULAR_OF | _PLURAL_OF)[match.text.tokens.lower(verb)]
    finding = _finding(match.text, verb, noun, right)
    if match.text.tokens.lower(noun) == "and":
        return replace(finding, message=f"Two are joined by “and”: {right}, not {match.text.tokens.text(verb)}.")
    return finding


def _is_singular(match: Match) -> bool:
    """Whether the noun of “the annual meeting take” is one, and no group of people."""
    tokens, (noun, _) = match.text.tokens, match["noun"]
    word = tokens.lower(noun)
    if match.first not in tokens.sentence_starts or not tokens.text(noun).islower():
        return False
    return singular(word) == word and not word.endswith("s") and word not in lexicon("collective")


def _third(match: Match) -> Finding:
    """Return what is to be said of a base after a noun in the singular: the annual meeting take place."""
    verb, noun = match["verb"][0], match["noun"][0]
    return _finding(match.text, verb, noun, verb_forms(match.text.tokens.lower(verb)).third)


def _finding(text: Analysis, verb: int, noun: int, right: str) -> Finding:
    span = text.tokens.span(verb, verb + 1)
    return Finding(
        span,
        f"The subject is “{text.tokens.text(noun)}”: {right}, not {text.tokens.text(verb)}.",
        related=(Related(text.tokens.span(noun, noun + 1), "The subject."),),
        fixes=(change_to(span, right),),
        confidence=0.9,
    )


def _checked(text: Analysis, verb: int) -> Iterator[Finding]:
    head = _head(text, verb)
    if head is None:
        return
    written = text.tokens.lower(verb)
    right = _wanted(text, head, verb).get(written)
    if right:
        yield _finding(text, verb, head.head, right)


def _head(text: Analysis, verb: int) -> NounGroup | None:
    """Return the first group of “the pattern of the tests” before a verb, where a clause begins with it."""
    tokens, phrases = text.tokens, text.phrases
    first, _ = tokens.sentence(verb)
    before = [tokens.lower(index) for index in range(first, verb)]
    opening = [at for at, word in enumerate(before) if word in _BEFORE_HEAD and (not at or before[at - 1] in _OPENS)]
    if not opening or "of" not in before[opening[-1] :][-_NEAR:]:
        return None  # before anything is tagged
    tags = phrases.tags(phrases.sentence_at(verb))[: verb - first]
    match = _SUBJECT.search(tags)
    if match is None:
        return None
    group = phrases.group_at(first + match.start("head"))
    if group is None or group.past != first + match.end("head") or tokens.lower(group.past) != "of":
        return None
    opens = group.first == first or tokens.lower(group.first - 1) in _OPENS
    return group if opens and tokens.lower(group.first) in _BEFORE_HEAD else None


def _wanted(text: Analysis, head: NounGroup, verb: int) -> dict[str, str]:
    """Return the verb forms that are wrong after a head, each with the right one."""
    tokens, phrases = text.tokens, text.phrases
    word, letter = tokens.lower(head.head), phrases.tag(head.head)
    if head.head != head.past - 1 or "c" in phrases.tags_of(head):
        return {}
    if word == "number" and tokens.lower(head.first) == "the" and phrases.tag(verb - 1) == "S":
        return _SINGULAR_OF  # a number of pupils have, the number of pupils has
    if singular(word) in lexicon("collective") or word in _SINGULARS_IN_S:
        return {}
    if "-" in map(tokens.text, range(head.first, head.past)):
        return {}
    nearest = phrases.tag(verb - 1)
    if letter == "N" and nearest == "S" and not word.endswith("s"):
        return _SINGULAR_OF
    if letter == "S" and nearest == "N" and plural(singular(word)) == word:
        return _PLURAL_OF
    return {}
