"""A comma that cuts a conjunction off from the clause it opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.rules import Bad, Edit, Finding, Fix, Good, Part, PartRule, Span, pattern

# Only conjunctions that cannot stand alone as an adverb (as “though”, “since”, “still” and “however” can).
_CONJUNCTIONS = ("because", "although", "even though", "even if", "unless", "whereas", "until", "till")
_HINTS = tuple(f"{conjunction}," for conjunction in _CONJUNCTIONS)
_LAST_WORDS = frozenset(conjunction.split()[-1] for conjunction in _CONJUNCTIONS)
_CONJUNCTION = pattern(rf"\b(?P<conjunction>{'|'.join(_CONJUNCTIONS)}),\s+(?=\S)", re.IGNORECASE)
_PRONOUNS = frozenset("i you he she it we they this that these those there".split())
_DETERMINERS = frozenset("the a an my your his her its our their".split())
# Behind a determiner these make a time or a manner, not a subject: “Although, a year later, …”.
_ADVERBIAL = pattern(
    r"\b(?:second|minute|hour|day|night|week|month|year|decade|century|morning|afternoon|evening|time|moment|"
    r"weekend|season|way|while|bit|little|lot|more|less|fewer|better|worse|sooner|later|longer|other|same|next|"
    r"record|truth|fact|matter|whole|contrary)s?\b",
    re.IGNORECASE,
)
# A pronoun can only be the subject of the clause if a verb follows: “because, this week” is none.
_SUBJECT_AND_VERB = pattern(r"[\w’']+\s+(?P<verb>[\w’']+)")
_AFTER_DEMONSTRATIVE = frozenset(
    """is was isn't isn’t wasn't wasn’t are were has had have does did will would can could may might must should
    means meant makes made seems seemed remains remained comes came appears appeared gives gave takes took""".split()
)
_CLOSING = pattern(r"[,—–)]|\s-\s")
# An aside that has a subject names who says or thinks so, and is short: “the council hopes”.
_SAYING = pattern(
    r"\b(?:sa(?:y|ys|id)|add(?:s|ed)|told|tells?|argue[sd]?|hope[sd]?|think|thinks|thought|believe[sd]?|know|knows|knew|"
    r"mean|guess|suppose[sd]?|admit(?:s|ted)|note[sd]|warn(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|explain(?:s|ed)|"
    r"suggest(?:s|ed)|report(?:s|ed)|fear(?:s|ed)|felt|feels?|recall(?:s|ed)|writes?|wrote|see|understand)\b"
)
_ASIDE_AT_MOST = 7  # words


class StrayComma(PartRule):
    """A comma stands straight behind a conjunction that opens a clause: “Because, this is …”.

    The conjunction belongs to its clause, and nothing may part the two. The comma usually comes from
    treating “because” or “although” like “however”, which is an adverb and takes one. Where the comma opens
    an aside that a second comma closes (“Although, as she said, …”) both are right, and this rule is silent.

    Source: IconLogic's lessons on grammar, “Should a comma go after *although*?” (2012): a subordinating conjunction
    is part of its clause, and no comma follows unless an interruption does.
    """

    name = "Grammar.StrayComma"
    severity = "warning"
    examples = [
        Bad(
            "Because, this is the first time that a minister has resigned over a tweet.",
            found="Because,",
            fixed="Because this is the first time that a minister has resigned over a tweet.",
        ),
        Bad(
            "Although, the microbes grew more slowly than they would in air.",
            found="Although,",
            fixed="Although the microbes grew more slowly than they would in air.",
        ),
        Bad(
            "The council voted no because, it said the bridge cost too much. She stayed, even though, he left.",
            found=("because,", "even though,"),
            fixed="The council voted no because it said the bridge cost too much. She stayed, even though he left.",
        ),
        Bad(
            "Until, they finish the inquiry into the crash at the station, nobody may speak.",
            fixed="Until they finish the inquiry into the crash at the station, nobody may speak.",
        ),
        Good("Although, as she said, the bridge is old, it is safe."),
        Good("Because, he said, the bridge was old, it had to be closed."),
        Good("The bridge stays shut until, the council hopes, a buyer is found."),
        Good("However, this is the first time. Nevertheless, he left. Though, it must be said, she had tried."),
        Good("Because, a year later, nothing had changed, they sued."),
        Good("They sued because, this week alone, the river had flooded twice."),
        Good("Unless, of course, it rains. Because, you know, it might."),
        Good("They left because — this is the point — nobody had told them."),
        Good("Words such as because, although, that and whereas open a clause."),
    ]

    def check_part(self, part: Part) -> Iterator[Finding]:
        words = part.words
        if _LAST_WORDS.isdisjoint(part.vocabulary):
            return
        lowered = words.lower()
        if not any(hint in lowered for hint in _HINTS):
            return  # many times faster than the pattern, and so in nearly every paragraph
        for match in _CONJUNCTION.finditer(words):
            if not _opens_clause(words, match):
                continue
            comma = match.end("conjunction")
            conjunction = match["conjunction"]
            yield Finding(
                Span(match.start(), comma + 1),
                f"“{conjunction.capitalize()}” belongs to the words that follow: no comma.",
                fixes=(Fix("Remove the comma", (Edit(comma, comma + 1, ""),), safe=True),),
                confidence=0.95,
            )


def _opens_clause(words: str, match: re.Match[str]) -> bool:
    """Whether a subject and its verb follow the comma, and no second mark closes an aside."""
    rest = words[match.end() : match.end() + 240]
    sentence = re.split(r"[.;:!?](?:\s|$)", rest, maxsplit=1)[0]
    closing = _CLOSING.search(sentence)
    if closing is not None:
        aside = sentence[: closing.start()].split()
        if len(aside) <= _ASIDE_AT_MOST or _SAYING.search(" ".join(aside[:5])):
            return False
    opener = re.match(r"[\w’']+", sentence)
    if opener is None:
        return False
    word = opener.group().lower()
    base = re.split(r"[’']", word)[0]
    if base in _DETERMINERS:
        return len(sentence.split()) > 2 and not _ADVERBIAL.search(" ".join(sentence.split()[:3]))
    if base not in _PRONOUNS:
        return False
    if base in {"this", "that", "these", "those"} and base == word:
        verb = _SUBJECT_AND_VERB.match(sentence)
        return verb is not None and verb["verb"].lower() in _AFTER_DEMONSTRATIVE
    return len(sentence.split()) > 1
