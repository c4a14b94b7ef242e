"""A headline that speaks of “the Russian city” and names it nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.facts.gazetteer import gazetteer
from copydesk.rules import Article, Bad, Finding, Fix, Good, House, Part, Related, Rule, change_to, pattern
from copydesk_rules.headline._naming import FAMILY, PLACES, SELECTING, Naming, namings, spellings
from copydesk_rules.headline._style import in_style

_NOUNS = "|".join(sorted(map(re.escape, FAMILY), key=len, reverse=True))
_PHRASE = pattern(
    rf"\bthe\s+(?P<modifiers>(?:[^\W\d_][\w’'-]*\s+){{1,3}}?)(?P<noun>{_NOUNS})\b(?![’'-])", re.IGNORECASE
)
# What may follow a phrase that is complete: another clause, a verb, a day. A preposition, a participle or a
# relative pronoun restricts it (“the Russian city of …”, “the French town hit by …”), and a name gives it away.
_COMPLETE = pattern(
    r"\s*(?:$|[,;:.!)”\"’'–—]|-\s|(?:and|or|but|as|after|before|amid|while|until|since|despite|over|to|is|are|was|were|has|"
    r"have|had|will|would|could|may|might|must|says?|said|falls?|fell|closes?|wins?|loses?|again|today|yesterday|"
    r"tomorrow|next|(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    re.IGNORECASE,
)
# Features and teasers hold the name back on purpose.
_TEASER = pattern(
    r"\s*(?:why|how|what|who|when|where|inside|meet|behold|this|these|here[’']s|here|welcome|could|should|is|are|can|"
    r"did|does|do|my|\d+)\b|.*(?:\?|…|\.\.\.|\b(?:you|your|you[’']re|i|i[’']m|we|our)\b)",
    re.IGNORECASE,
)
_GENRES_OF_NEWS = frozenset(["news", "sport", "business"])


class UnnamedSubject(Rule):
    """The headline says “the Russian city” of one that neither it nor the standfirst names, while the article does.

    “The” promises that the reader knows which one. In a list of headlines, on a phone or in a search result
    nothing stands above it, so the reader cannot. Either name it (“Russian town of Sudzha”) or drop the
    article (“Russian city”). The rule speaks up only where the article names exactly one thing of that
    description, and never of institutions, of a description that goes on (“the town of …”, “the actor
    who …”), or in features, questions and teasers.

    Source: The Chicago Manual of Style, 5.72 (a definite article points to what is known); AP Stylebook,
    “headlines” (headlines stand by themselves and drop articles).
    """

    name = "Headline.UnnamedSubject"
    severity = "warning"
    examples = [
        Bad(
            "Heavy rain fell all night. The river burst its banks in the Italian town of Faenza on Tuesday. Hundreds "
            "fled from Faenza to Bologna.",
            headline="Hundreds flee the Italian town after floods",
            found="the Italian town",
            fixed_headline="Hundreds flee Italian town of Faenza after floods",
        ),
        Bad(
            "Brussels fined the Swedish retailer Lagerkvist on Monday. The fine is the second for Lagerkvist.",
            headline="EU Fines the Swedish Retailer Over Late Payments",
            found="the Swedish Retailer",
            fixed_headline="EU Fines Swedish Retailer Lagerkvist Over Late Payments",
        ),
        Bad(
            "Police stormed a house in Nanterre, a French suburb, before dawn on Friday.",
            headline="Police raid shakes the French suburb",
            found="the French suburb",
            fixed_headline="Police raid shakes French suburb of Nanterre",
        ),
        Good(
            "The river burst its banks in the Italian town of Faenza.",
            headline="Faenza: hundreds flee the Italian town after floods",
        ),
        Good(
            "The river burst its banks in the Italian town of Faenza.\n\nIt rained all day.\n\nHundreds fled.",
            headline="Hundreds flee the Italian town",
            standfirst="Floods drive families in Faenza from their homes.",
        ),
        Good("It lies in the Italian town of Faenza.", headline="Floods hit the Italian town that rain forgot"),
        Good("It lies in the Italian town of Faenza.", headline="How the Italian town saved its theatre"),
        Good("It lies in the Italian town of Faenza.", headline="Floods hit Italian town"),
        Good("She spoke at the White House in Washington.", headline="Protesters leave the White House"),
        Good("He won the Premier League with Leeds.", headline="Fans turn on the Premier League as prices rise"),
        Good("The mayor of the town of Faenza resigned.", headline="Mayor promises to clean up the town"),
        Good(
            "Fighting reached the Russian town of Sudzha and the Russian town of Rylsk.",
            headline="Troops enter the Russian town",
        ),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None or article.genre not in _GENRES_OF_NEWS or _TEASER.match(headline.words):
            return
        for match in _PHRASE.finditer(headline.words):
            modifiers = match["modifiers"].split()
            if _COMPLETE.match(headline.words, match.end()) and not any(map(SELECTING.fullmatch, modifiers)):
                finding = _finding(article, headline, match, modifiers, self.house)
                if finding is not None:
                    yield finding


def _finding(
    article: Article, headline: Part, match: re.Match[str], modifiers: Sequence[str], house: House
) -> Finding | None:
    """Return the finding on one phrase if the body names exactly one thing so described, the headline none."""
    noun = match["noun"].lower()
    described = [
        naming for naming in namings(article, FAMILY[noun]) if _same_description(modifiers, naming.modifiers)
    ]
    if not described or (noun in PLACES and _names_a_place(article)):
        return None
    first = described[0]
    known = spellings(first.name, article)
    if any(not _is_one_of(other.name, known) for other in described) or _named_above(article, known):
        return None
    name = next((form for form, others in house.names.items() if first.name in others), known[0])
    span = headline.text_span(match.start(), match.end())
    return Finding(
        span,
        f"The headline does not say which {noun}; the article does: “{article.words_at(first.span)}”.",
        related=tuple(Related(naming.span, "named here") for naming in described[:3]),
        fixes=tuple(_fixes(headline, match, first, name, modifiers)),
        confidence=0.8,
        evidence="neither headline nor standfirst names it",
    )


def _same_description(wanted: Sequence[str], given: Sequence[str]) -> bool:
    return {word.lower() for word in wanted} <= {word.lower() for word in given}


def _is_one_of(name: str, known: Sequence[str]) -> bool:
    """Whether `name` is one of these forms, or a shorter or longer one: Acme, Acme Holdings."""
    return any(name in form or form in name for form in known)


def _above(article: Article) -> str:
    perhaps = article.perhaps_standfirst
    above = [part for part in article.parts if part.kind in ("headline", "standfirst") or part is perhaps]
    return " ".join(part.words for part in above)


def _named_above(article: Article, forms: Sequence[str]) -> bool:
    words = set(re.findall(r"[^\W\d_]+", _above(article).casefold()))
    return any(piece in words for form in forms for piece in re.findall(r"[^\W\d_]{3,}", form.casefold()))


def _names_a_place(article: Article) -> bool:
    """Whether headline or standfirst name a city that the body names too: it may be the one that is meant."""
    body = "\n".join(part.words for part in article.body)
    for word in set(re.findall(r"\b[A-Z][\w’-]{2,}", _above(article))):
        name = re.sub(r"[’']s?$", "", word)
        places = gazetteer().lookup(name)
        sizeable = bool(places) and places[0].kind == "city" and places[0].population >= 5_000
        if sizeable and re.search(rf"\b(?:in|at|near|of|to|from|into)\s+{re.escape(name)}\b", body):
            return True
    return False


def _fixes(
    headline: Part, match: re.Match[str], naming: Naming, name: str, modifiers: Sequence[str]
) -> Iterator[Fix]:
    span = headline.text_span(match.start(), match.end())
    wanted = {word.lower() for word in modifiers}
    kept = [word for word in naming.modifiers if word.lower() in wanted]
    of = ["of"] if naming.noun in PLACES else []
    opens = match.start() == 0
    for words in (" ".join([*kept, naming.noun, *of, name]), name):
        yield change_to(span, in_style(words, headline.words, opens=opens))
