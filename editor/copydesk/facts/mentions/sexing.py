"""Whether the article speaks of a person as “she” or “he”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.records import Mention, Sex
from copydesk.facts.mentions.references import PRONOUNS
from copydesk.facts.mentions.sexes import likely


def sex_of(key: Sequence[str], mentions: Sequence[Mention]) -> Sex:
    """Return the sex that most titles, nouns and pronouns say; else that of nearly all with the given name."""
    counted: Counter[Sex] = Counter()
    for mention in mentions:
        said = [known.sex_of_noun(word) for word in mention.title.split()]
        said += [known.sex_of_noun(role.head) for role in mention.roles]
        if mention.form == "pronoun":
            pronoun = PRONOUNS[mention.words.lower()]
            said += ["she"] if pronoun == "she" else ["he"] if pronoun == "he" else []
        counted.update(sex for sex in said if sex)
    if counted:
        return counted.most_common(1)[0][0]
    return likely(key[0]) if len(key) > 1 else ""
