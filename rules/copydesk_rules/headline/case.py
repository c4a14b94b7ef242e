"""Headline.Case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Options, Part, Rule
from copydesk_rules.headline._capitals import Capitals
from copydesk_rules.headline._sentence_case import to_sentence
from copydesk_rules.headline._title_case import Convention, to_title
from copydesk_rules.headline._words import Word, words_of


@dataclass(frozen=True)
class CaseOptions(Options):
    """`style`: sentence case (Fed leaves rates unchanged) or title case (Fed Leaves Rates Unchanged).

    `convention`: for title case, which words stay small: AP Stylebook or Chicago Manual of Style.
    """

    style: Literal["sentence", "title"] = "sentence"
    convention: Convention = "ap"


class Case(Rule):
    """A headline is not in the house’s case: sentence case or title case.

    Capitals say what is a name. In sentence case only the first word and names have one; in title case all words
    of weight, by the rules of the AP Stylebook (every word of four letters or more) or of the Chicago Manual (short
    prepositions stay small). What is a name is read from the body’s capitals: acronyms, iPhone and al-Qaida keep
    their form. Words on which the conventions differ (up, in, to), and the first word behind a colon, may be
    either. The rule is off until a house asks for it.

    Source: AP Stylebook, “headlines”, “composition titles”; Chicago Manual of Style 8.159 (17th ed.), 8.160 (18th);
    Guardian style guide, “headlines”.
    """

    name = "Headline.Case"
    severity = "warning"
    on = False
    in_quotations = True
    options: CaseOptions = CaseOptions()
    examples = [
        Bad(
            "The council in Lyon closed the last library on Monday, the mayor said. Protests followed, as NATO met.",
            headline="Lyon Council Closes the Last Library as NATO Meets",
            fixed_headline="Lyon council closes the last library as NATO meets",
        ),
        Bad(
            "Police in Lyon arrested a man on Monday. The man is 40.",
            headline="Police arrest Man in Lyon",
            found="Man",
            fixed_headline="Police arrest man in Lyon",
        ),
        Bad(
            "Apple will stop making the iPhone in Shenzhen, the company told McDonald Partners.",
            headline="APPLE TO STOP MAKING IPHONE IN SHENZHEN",
            fixed_headline="Apple to stop making iPhone in Shenzhen",
        ),
        Bad(
            "The mayor of Lyon resigned on Monday.",
            headline="Mayor of lyon resigns",
            found="lyon",
            fixed_headline="Mayor of Lyon resigns",
        ),
        Bad(
            "Police arrested a man.",
            headline="Police arrest man with gun in the hills above Lyon",
            options=CaseOptions(style="title"),
            fixed_headline="Police Arrest Man With Gun in the Hills Above Lyon",
        ),
        Bad(
            "Police arrested a man.",
            headline="Police arrest man with gun from Lyon",
            options=CaseOptions(style="title", convention="chicago"),
            fixed_headline="Police Arrest Man with Gun from Lyon",
        ),
        Bad(
            "Ludwig van Beethoven wrote on his iPad.",
            headline="The Man Who is Ludwig van Beethoven Writes On iPad The Whole Day",
            options=CaseOptions(style="title"),
            found="is Ludwig van Beethoven Writes On iPad The",
            fixed_headline="The Man Who Is Ludwig van Beethoven Writes On iPad the Whole Day",
        ),
        Good(
            "The Foreign Ministry in Kyiv said a foreign minister had met the Pope. White House aides met in May.",
            headline="Foreign Ministry: Pope met White House aides in May",
        ),
        Good("The film won.", headline="‘The Last Man on Earth’ wins best picture at Venice"),
        Good("The council met.", headline="Council met: No vote was held, says NATO chief"),
        Good(
            "She lives in The Hague. It is 5 km off.",
            headline="Court in The Hague Is 5 km Off, and amazon.com Sells It From al-Raqqa",
            options=CaseOptions(style="title"),
        ),
        Good(
            "Turn off the light.",
            headline="Mayor Turns Off the Light to Look In on Rock ’n’ Roll of the ’90s",
            options=CaseOptions(style="title"),
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        part = article.headline
        words = list(words_of(part)) if part else []
        if part is None or not words:
            return
        capitals = Capitals(article, (word.text for word in words))
        if self.options.style == "sentence":
            edits = to_sentence(words, capitals)
            told = "only the first word and names have a capital"
        else:
            edits = to_title(words, capitals, self.options.convention)
            told = (
                "by the AP Stylebook’s rules" if self.options.convention == "ap" else "by the Chicago Manual’s rules"
            )
        if not edits:
            return
        first, last = min(word.span.start for word in edits), max(word.span.end for word in edits)
        yield Finding(
            part.text_span(first, last),
            f"The house’s headlines are in {self.options.style} case: {told}.",
            fixes=(_fix(part, edits),),
            confidence=0.8,
            evidence="names as the article’s body writes them",
        )


def _fix(part: Part, edits: dict[Word, str]) -> Fix:
    words, end = [], 0
    for word in sorted(edits, key=lambda word: word.span.start):
        words += [part.words[end : word.span.start], edits[word]]
        end = word.span.end
    written = "".join((*words, part.words[end:]))
    changes = tuple(Edit(*part.text_span(*word.span), text) for word, text in edits.items())
    return Fix(f"Change to “{written}”", changes)
