"""Arabic names with their article: al-Qaeda, al Qaeda, Al-Qaeda, Al Qaeda."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from copydesk.facts.names import Mention, Names
from copydesk.rules import Article, Span
from copydesk_rules.names._places import Place


def written_with_article(article: Article, known: Names) -> Iterator[list[Place]]:
    """Yield the names with an Arabic article that are written in more than one way, each with all its places."""
    text = article.text
    if "al-" not in text and "Al-" not in text and "el-" not in text and "El-" not in text:
        return  # two ways without a hyphen are al Qaeda and Al Qaeda: too little to tell from a person called Al
    # Names that another rule finds spelt two ways are compared by their letters, the others by their sounds.
    two_ways = {spelling.text.lower() for group in known.variants for spelling in group.spellings}
    found: dict[tuple[str, str, bool], list[Place]] = defaultdict(list)
    for mention in known.mentions:
        for kind, name, place, opens in _with_article(text, mention):
            key = name if name in two_ways else _sounds(name)
            found[kind, key, _named_before(mention)].append(_as_inside(place) if opens else place)
    for places in found.values():
        forms = {place.form for place in places}
        if len(forms) > 1 and any("-" in form for form in forms):
            yield places


def _sounds(name: str) -> str:
    """Return a name as its romanizations sound: Qaeda, Qaida and Qa'ida are one, and Shabaab and Shabab."""
    for written, sound in (("'", ""), ("’", ""), ("ae", "ai"), ("ay", "ai"), ("aa", "a"), ("ee", "i"), ("oo", "u")):
        name = name.replace(written, sound)
    return name.replace("ou", "u")


def _named_before(mention: Mention) -> bool:
    return len(mention.words) > 1 and mention.words[0].text not in ("Al", "El")


def _as_inside(place: Place) -> Place:
    return place._replace(form=place.form[0].lower() + place.form[1:])


def _with_article(text: str, mention: Mention) -> Iterator[tuple[str, str, Place, bool]]:
    """Yield the article in small letters, the name behind it, the place of both, and whether it opens a sentence."""
    if mention.style != "sentence":
        return
    words = mention.words
    for index, word in enumerate(words):
        start, name = word.start, word.text
        if name[2:3] in "-‑" and name[:2] in ("Al", "El") and len(name) > 5:
            yield name[:2].lower(), name[3:].lower(), Place(name, word.span), word.opens
        elif (
            text[start - 3 : start - 1] in ("al", "el") and text[start - 1] in "-‑ " and not text[start - 4].isalnum()
        ):
            place = Place(text[start - 3 : start] + name, Span(start - 3, word.end))
            yield text[start - 3 : start - 1], name.lower(), place, False
        elif index and words[index - 1].text in ("Al", "El") and text[start - 1] == " ":
            before = words[index - 1]
            place = Place(text[before.start : word.end], Span(before.start, word.end))
            yield before.text.lower(), name.lower(), place, before.opens
