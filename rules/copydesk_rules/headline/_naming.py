"""What the article calls a thing: “the Russian town of Sudzha”, “Nanterre, a French suburb”, “carmaker Acme”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.facts import names
from copydesk.facts.gazetteer import gazetteer
from copydesk.rules import Article, Part, Span, pattern

# Nouns that describe one thing among many, which has a name of its own. Nouns of one family are exchangeable
# (a headline says city, the article town). Institutions and unique things (president, economy, court) are not here.
_FAMILIES = (
    "city town village settlement municipality hamlet suburb port resort",
    "region province district county prefecture oblast",
    "country nation",
    "island isle",
    "company firm manufacturer conglomerate",
    "airline carrier",
    "carmaker automaker",
    "bank lender",
    "retailer supermarket",
    "club team",
    "university college",
    "school",
    "hospital clinic",
    "hotel resort",
    "airport airfield",
    "museum gallery",
    "factory plant",
    "mine",
    "dam",
    "bridge",
    "church cathedral",
    "prison jail",
    "newspaper daily",
    "magazine",
    "charity",
    "startup start-up",
    "ship ferry tanker freighter vessel",
    "volcano mountain",
    "river",
    "lake",
    "actor actress",
    "singer rapper",
    "footballer striker goalkeeper midfielder",
    "golfer",
    "boxer",
    "cyclist",
    "swimmer",
    "senator lawmaker congressman congresswoman",
    "billionaire businessman businesswoman entrepreneur",
    "journalist reporter",
    "author novelist writer",
    "scientist physicist biologist",
    "banker",
    "bishop archbishop",
)
PLACES = frozenset(" ".join(_FAMILIES[:4]).split())
FAMILY: dict[str, frozenset[str]] = {}
for _family in _FAMILIES:
    for _noun in _family.split():
        FAMILY[_noun] = FAMILY.get(_noun, frozenset()) | frozenset(_family.split())

# Such words pick out something known, or speak of no one thing: the first city, the world's oldest bank.
SELECTING = pattern(
    r"(?:whole|entire|same|other|next|last|first|second|third|fourth|fifth|only|best|worst|most|least|more|own|new|old|"
    r"former|local|national|federal|central|state|royal|supreme|world|capital|home|host|inner|right|wrong|perfect|ideal|"
    r"wider|many|few|two|three|four|five|six|seven|eight|nine|ten|all|every|"
    r"largest|biggest|\w{3,}est|\w+[’']s?)",
    re.IGNORECASE,
)
_FUNCTION = frozenset("a an the of in on at to for by with from and or is are was were that who".split())
_OPENERS = frozenset(
    "he she it this that these those i we they you there well but and so on in at for from after before the".split()
)
_WORD = r"[^\W\d_][\w’'-]*"
_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:(?:de|la|le|el|al|of|the|von|van|du|da|di|del)\s){{0,2}}{_CAPITAL}){{0,4}})"
# “company President Smith” names the president.
_TITLE = pattern(
    r"(?:President|Chief|Chairman|Chairwoman|Chair|CEO|Director|Mayor|Governor|Minister|Mr|Mrs|Ms|Dr|Council|Police|Hall|"
    r"Manager|Coach|Captain|Spokesman|Spokeswoman|Officials?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_IN = pattern(r"\b(?:in|at|near|from|outside|of)\s+$", re.IGNORECASE)
_POSSESSIVE = pattern(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place of the article that names a thing and says what it is.

    `modifiers` are the words before the noun, without its article; `span` is in the text; `kind_first`
    says that the noun came before the name, `of` that “of” joins them.
    """

    span: Span
    name: str
    noun: str
    modifiers: tuple[str, ...]
    kind_first: bool
    of: bool = False


def namings(article: Article, nouns: frozenset[str]) -> Iterator[Naming]:
    """Yield the places of the body that name something one of `nouns` describes, in order."""
    alternatives = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    kind = rf"(?P<modifiers>(?:{_WORD}\s+){{0,4}}?)(?P<noun>{alternatives})"
    before = pattern(rf"\b(?:the|a|an|its|their|his|her)\s+{kind}(?P<of>\s+of)?(?:\s+|,\s+|\s+called\s+){_NAME}")
    bare = pattern(rf"\b(?P<modifiers>(?:{_CAPITAL}\s+)?)(?P<noun>{alternatives})(?P<of>)\s+{_NAME}")
    after = pattern(rf"(?<!, ){_NAME}(?:,|\s+is|\s+was)\s+(?:the|a|an|one of the)\s+{kind}\b")
    for part in article.body:
        found = {naming.span: naming for naming in _in_part(part, before, bare, after)}
        yield from (found[span] for span in sorted(found))


def _in_part(part: Part, *patterns: re.Pattern[str]) -> Iterator[Naming]:
    for number, form in enumerate(patterns):
        for match in form.finditer(part.words):
            naming = _naming(part, match, kind_first=number < 2)
            if naming is not None:
                yield naming


def _naming(part: Part, match: re.Match[str], *, kind_first: bool) -> Naming | None:
    """Return what `match` names, or None where the words only look like it."""
    noun, of = match["noun"], kind_first and bool(match["of"])
    name = _POSSESSIVE.sub("", match["name"])
    modifiers = match["modifiers"].split()
    lead = max((place + 1 for place, word in enumerate(modifiers) if word.lower() in _FUNCTION), default=0)
    modifiers = modifiers[lead:]
    if not _is_name(name, noun) or any(map(SELECTING.fullmatch, modifiers)):
        return None  # “the capital city of Chile”, “Turin, the fourth city”
    if not kind_first:
        inside = noun not in PLACES and _IN.search(part.words, max(0, match.start() - 10), match.start())
        if lead or inside:
            return None  # “Jones, the mayor of the city”; “in Lyon, a company said”
        return Naming(part.text_span(match.start("name"), match.end()), name, noun, tuple(modifiers), kind_first)
    if noun in PLACES and not of and "," not in match.group():
        return None  # “the city Jones left”
    blank = match.start("noun") - len(match["modifiers"])
    words = re.findall(r"\S+\s+", match["modifiers"])
    start = blank + sum(map(len, words[:lead]))
    return Naming(
        part.text_span(start, match.start("name") + len(name)), name, noun, tuple(modifiers), kind_first, of
    )


def _is_name(name: str, noun: str) -> bool:
    """Whether `name` can be that of a thing called `noun`: no pronoun, no country unless the noun is for one."""
    if name.split()[0].lower() in _OPENERS or _TITLE.match(name) or re.search(r"[’']s\s", name):
        return False
    if noun not in PLACES or noun in ("country", "nation"):
        return True
    return all(place.kind == "city" for place in gazetteer().lookup(name)[:1])  # “the Ural region of Russia”


def spellings(name: str, article: Article) -> tuple[str, ...]:
    """Return the ways in which the article spells `name`, the form to prefer first.

    That is the gazetteer's where it knows the place: also for a spelling that stands alone, if it lists that
    as a variant of one place only.
    """
    for group in article.facts(names).variants:
        written = [spelling.text for spelling in group.spellings]
        if name in written:
            return (group.usual.name if group.usual else group.preferred.text, *written)
    places = gazetteer().lookup(name)
    if len(places) == 1 and places[0].by_variant and places[0].name.isascii():
        return places[0].name, name
    return (name,)
