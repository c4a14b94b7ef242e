"""What a pronoun means, as far as the subjects before it say; `mentions` knows better where a name is meant."""

from __future__ import annotations

from bisect import bisect_left

from copydesk.text import Analysis, NounGroup

_FAR = 8  # clauses back, in which a pronoun has its subject


def antecedent(text: Analysis, at: int) -> NounGroup | None:
    """Return what a pronoun means as far as the subjects before it say, in its sentence and the one before."""
    phrases, lower = text.phrases, text.tokens.lower(at)
    wanted = "SP" if lower in ("they", "their") else "P" if lower in ("he", "she", "his", "her") else "NP"
    sentence = phrases.sentence_at(at)
    for number in (sentence, sentence - 1)[: sentence + 1]:
        clauses = phrases.clauses(number)
        past = bisect_left(clauses, at, key=lambda clause: clause.first)
        for clause in reversed(clauses[max(past - _FAR, 0) : past]):
            subject = clause.subject
            if subject is not None and subject.past <= at and phrases.tag(subject.head) in wanted:
                return subject
    return None
