"""Numbers.Inconsistent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from copydesk.facts import figures
from copydesk.facts.figures import Figure, moved
from copydesk.rules import Article, Bad, Finding, Good, Related, Rule, pattern
from copydesk_rules.numbers._context import context, sentence_of, stem
from copydesk_rules.numbers._writing import put_right

_SHARED = 2  # words that two sentences must have in common besides noun and verb
_NOUN = pattern(r"[\s-](?P<phrase>[a-z][a-z’'-]*(?:\s[a-z][a-z’'-]*){0,2})")
_STOP = frozenset(
    """
    of in on at to for from by with and or but who that which were was are is have has had been being after
    before since as when while during than into over under near about there here more other others additional
    further also have away ago later earlier old per each every apart times
""".split()
)
_VERB_BEFORE = pattern(
    r"\b(?P<verb>[a-z]{3,}(?:ed|ing)|kill|kills|holds?|held|has|have|had|took|taken|built|sold|bought|won"
    r"|lost|hit|cut|shot|led|owns?|runs?)"
    r"(?:\sa\stotal\sof|\sthe|\sall|\sits|\shis|\stheir)?\s$"
)
_VERB_BEHIND = pattern(
    r"^(?:\s[a-z-]+){0,4}?\s(?:were|was|have\sbeen|had\sbeen|are|is|had|have)\s(?:also\s)?"
    r"(?P<verb>[a-z]{3,}(?:ed|en|t|ung|n))\b|^(?:\s[a-z-]+){0,3}?\s(?P<died>died|perished)\b"
)
# Words by which a sentence says that its figure is another one: a count that grew, other ones, or another day's.
_OTHERWISE = pattern(
    r"\b(?:another|other|others|more|further|additional|also|previous\w*|earlier|initial\w*|originally"
    r"|at first|now|so far|since|by then|later|"
    r"ro[s]e|risen|rising|increas\w+|grew|grow\w*|raised?|lowered|revised|updated|up to|at least|fewer"
    r"|less|last\s(?:year|month|week)|this\s(?:year|month|week)|in\s\d{4}|"
    r"separate\w*|each|per|average|about|around|some|nearly|almost|over|estimat\w+|including|among"
    r"|remaining|of\s(?:them|those|these)|one of|out of|"
    r"according to \w+ media|newspapers?|reports? (?:vary|differ)|dispute\w*|instead|not|only|next|will|would|could"
    r"|may|might|if|expected|plan\w*|still|yet|already|"
    r"first|second|third|again|both|between|from)\b",
    2,
)


class _Claim(NamedTuple):
    """A figure with the noun it counts and the verb that goes with it."""

    figure: Figure
    noun: str
    verb: str


class Inconsistent(Rule):
    """Two figures for one thing: 82 settlements captured above, 28 below.

    The rule compares figures that count the same noun with the same verb in sentences about the same thing, and
    leaves alone what says of itself that it is another count: more, at least, since then, another day's.

    Source: Reuters Handbook, “figures” (“check that figures are consistent throughout”); AP Stylebook, “numerals”.
    """

    name = "Numbers.Inconsistent"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            "Sirsky said his troops had captured 82 settlements in the Kursk region.\n\n"
            "The army has set up an office in the Kursk region. Sirsky's troops captured 28 settlements "
            "there, he said.",
            found="28",
            fixed="Sirsky said his troops had captured 82 settlements in the Kursk region.\n\n"
            "The army has set up an office in the Kursk region. Sirsky's troops captured 82 settlements "
            "there, he said.",
        ),
        Bad(
            "The fire in the Rosewood tower killed 19 people, the coroner found.\n\n"
            "Families of the 17 people killed by the fire in the Rosewood tower heard the coroner in silence.",
            found="17",
        ),
        Good(
            "Police arrested 12 people in Leeds on Friday. Police arrested 15 people in Hull on Saturday.\n\n"
            "At least 19 people were killed. Another 17 people were killed a day later."
        ),
        Good(
            "The fire killed 19 people, the coroner said. A fire in the same tower killed 17 people in 1999.\n\n"
            "Troops captured 82 settlements. They had captured 28 settlements by Monday."
        ),
        Good("He scored 12 points in the first half. He scored 19 points in the second half for the Lions."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        claims: dict[tuple[str, str], list[_Claim]] = {}
        for part, here in zip(article.parts, article.facts(figures).bare, strict=True):
            for figure in here if part.kind != "headline" else ():
                if figure.kind == "count" and not figure.number.hedge and figure.unit:
                    claim = _claim(article, moved(figure, part))
                    if claim is not None:
                        claims.setdefault((claim.noun, claim.verb), []).append(claim)
        for same in claims.values():
            first = same[0]
            for other in same[1:]:
                if other.figure.value != first.figure.value and _about_one_thing(article, first.figure, other.figure):
                    yield _finding(article, first, other)


def _claim(article: Article, figure: Figure) -> _Claim | None:
    found = _NOUN.match(article.text, figure.span.end)
    if found is None or figure.value != int(figure.value) or found[0].startswith("-"):
        return None
    words: list[str] = []
    for word in found["phrase"].split():
        if word in _STOP or (words and word.endswith("ed")):
            break
        words.append(word)
    if not words or not words[-1].endswith(("s", "people", "men", "women", "children")):
        return None
    sentence = sentence_of(article, figure)
    before, behind = article.text[sentence.start : figure.span.start], article.text[figure.span.end : sentence.end]
    if verb := _VERB_BEFORE.search(before):
        return _Claim(figure, stem(words[-1]), _event(verb["verb"]))
    passive = _VERB_BEHIND.match(behind)
    if passive is not None:
        return _Claim(figure, stem(words[-1]), _event(passive["verb"] or "killed"))
    tail = behind.split()[len(words) : len(words) + 1]
    if tail and tail[0].strip(",.").endswith("ed"):  # “the 17 people killed by the fire”
        return _Claim(figure, stem(words[-1]), _event(tail[0].strip(",.")))
    return None


def _event(verb: str) -> str:
    return stem({"died": "killed", "perished": "killed"}.get(verb, verb))


def _about_one_thing(article: Article, one: Figure, other: Figure) -> bool:
    first, second = sentence_of(article, one), sentence_of(article, other)
    if first == second or _OTHERWISE.search(article.prose_at(first)) or _OTHERWISE.search(article.prose_at(second)):
        return False
    shared = (context(article, one) & context(article, other)) - {stem(one.unit), stem(other.unit)}
    return len(shared) > _SHARED and _names(article.prose_at(first)) & _names(article.prose_at(second)) != set()


_NAME = pattern(r"\b[A-Z][\w-]{3,}")
_NO_NAMES = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday They This That These Those There Then Some Many
    Most With From When While After Before Police Officials Families However Although
""".split()
)


def _names(words: str) -> set[str]:
    return set(_NAME.findall(words)) - _NO_NAMES


def _finding(article: Article, first: _Claim, other: _Claim) -> Finding:
    fix = put_right(article, other.figure, first.figure.value, exact=True)
    noun = article.text[other.figure.span.end : other.figure.span.end + 30].split()[0].strip(",.")
    return Finding(
        other.figure.number.span,
        f"{article.prose_at(other.figure.number.span)} {noun} here, "
        f"{article.prose_at(first.figure.number.span)} above.",
        related=(Related(first.figure.span, "another figure"),),
        fixes=(fix,) if fix else (),
        confidence=0.6,
    )
