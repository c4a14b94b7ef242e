"""Hostile copy: for each family a text of any number of units, made to cost a checker dear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count, cycle, islice, product
from typing import NamedTuple

_HEADLINE = "Council votes 12-3 for the harbour plan of Ruth Okafor"
_LONGEST = 90_000  # characters of a paragraph; of more than 100,000 no reader makes one
_LONGEST_TOKEN = 1_000
_STORY = "The council voted 12-3 on Monday for a plan of Ruth Okafor, 54, to widen the harbour by 3 km (1.9 miles)."


class Text(NamedTuple):
    """A file: how it ends, and what is in it."""

    suffix: str
    text: str


Family = Callable[[int], Text]

_SYLLABLES = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_UNITS = "km miles kg pounds feet metres acres hectares litres gallons mph tonnes".split()


def names() -> Iterator[str]:
    """Yield invented surnames, all different."""
    for size in count(3):
        for syllables in product(_SYLLABLES, repeat=size):
            yield "".join(syllables).capitalize() + "n"


def spellings() -> Iterator[str]:
    """Yield one name in ever other spellings."""
    for middle in names():
        yield f"Zelen{middle.lower()[:6]}sky"


def _every(*texts: str) -> Callable[[], Iterator[str]]:
    return lambda: cycle(texts)


def _numbered(template: str) -> Callable[[], Iterator[str]]:
    return lambda: (
        template.format(
            n=n, m=n * 7 + 3, day=n % 28 + 1, month=_MONTHS[n % 12], weekday=_DAYS[n * 5 % 7], year=1700 + n % 320,
            unit=_UNITS[n % 12], other=_UNITS[n * 5 % 12], name=name,
        )
        for n, name in zip(count(1), names())
    )  # fmt: skip


# What tokens are made of.
_TOKENS = {
    "letters": "abcdefghij",
    "one letter": "a",
    "capitals": "ABCDEFGHIJ",
    "capital": "A",
    "X": "X",
    "mixed case": "aB",
    "title case": "Ab",
    "digits": "1234567890",
    "zeros": "0",
    "letters and digits": "a1b2",
    "digits with commas": "1,",
    "thousands": "123,",
    "decimals": "1.2",
    "full stops": ".",
    "commas": ",",
    "exclamation marks": "!",
    "question marks": "?!",
    "colons": ":",
    "double marks": '"',
    "single marks": "'",
    "curly opening": "“",
    "curly closing": "”",
    "curly single": "‘’",
    "guillemets": "«»",
    "opening brackets": "(",
    "closing brackets": ")",
    "square brackets": "[",
    "square pairs": "[]",
    "braces": "{",
    "angle brackets": "<",
    "hyphens": "-",
    "dashes": "—",
    "letters and hyphens": "a-",
    "capitals and hyphens": "Ab-",
    "letters and apostrophes": "a'",
    "underscores": "_",
    "stars": "*",
    "hashes": "#",
    "slashes": "/",
    "words and slashes": "ab/",
    "backslashes": "\\",
    "backticks": "`",
    "tildes": "~",
    "pipes": "|",
    "equals": "=",
    "ats": "@",
    "ampersands": "&",
    "dollars": "$",
    "per cents": "%",
    "degrees": "°",
    "abbreviation": "A.B.C.",
    "domain": "ab.",
    "address at": "ab.cd@",
    "emoji": "😀",
    "emoji joined": "👩\u200d",
    "flags": "🇬🇧",
    "combining": "\u0301",
    "letters combining": "e\u0301",
    "zero width": "\u200b",
    "joiner": "a\u200d",
    "soft hyphens": "a\u00ad",
    "right to left": "שלום",
    "override": "\u202e",
    "han": "漢字",
    "full width": "Ａ１",
    "superscripts": "x²",
    "fractions": "½",
    "fraction slash": "1\u2044",
    "no-break spaces": "\u00a0",
    "spaces": " ",
    "tabs": "\t",
    "replacement": "\ufffd",
    "mojibake": "â€™",
}

# So many units with blanks between: in one paragraph, in one each, and in the headline.
_ROWS: dict[str, Callable[[], Iterator[str]]] = {
    "word": _every("word"),
    "the": _every("the"),
    "capitalised word": _every("Council"),
    "one name": _every("Okafor"),
    "one full name": _every("Ruth Okafor"),
    "names": names,
    "full names": lambda: (f"Ruth {name}" for name in names()),
    "given names": lambda: (f"{name} Okafor" for name in names()),
    "names in sentences": lambda: (f"Then {name} left." for name in names()),
    "names with commas": lambda: (f"{name}," for name in names()),
    "spellings": spellings,
    "spellings in sentences": lambda: (f"They saw {name} there." for name in spellings()),
    "accents": lambda: (name.replace("a", "á") if n % 2 else name for n, name in enumerate(names())),
    "titles": lambda: (f"Mayor {name}, the mayor of {name}ville," for name in names()),
    "descriptions": lambda: (f"The town of {name} is near the village of {name}." for name in names()),
    "described people": lambda: (f"{name} Smith, a teacher or doctor, spoke." for name in names()),
    "one described": _numbered("Ruth Okafor, {n}, a teacher, spoke."),
    "possessives": lambda: (f"{name}'s" for name in names()),
    "honorifics": lambda: (f"Mr. {name} said so." for name in names()),
    "initials": _every("J. K. L. Smith"),
    "hyphened names": lambda: (f"{name}-Smith" for name in names()),
    "acronyms": lambda: (name[:5].upper() for name in names()),
    "acronyms explained": lambda: (f"{name} Relief Fund ({name[0]}RF)" for name in names()),
    "one acronym": _every("NATO"),
    "abbreviations": _every("A.B.C."),
    "short abbreviations": _every("U.S."),
    "dotted": _every("e.g. i.e. etc."),
    "one number": _every("7"),
    "numbers": _numbered("{n}"),
    "numbers with nouns": _numbered("{n} people"),
    "counts": _numbered("{n} people died and {m} were hurt."),
    "numbers in words": _every("seventeen"),
    "number words": _every("two hundred and"),
    "ordinals": _numbered("{n}th"),
    "years": _numbered("{year}"),
    "years apart": _numbered("born in {year}, died in {year}"),
    "ages": _numbered("{name} Smith, {n},"),
    "ranges": _numbered("{n}-{m}"),
    "scores": _numbered("won {n}-{m}"),
    "votes": _numbered("voted {n} to {m} for it."),
    "sums": _numbered("{n} + {m} = {n},"),
    "totals": _numbered("{m} people, {n} men and {n} women, died."),
    "list of counts": _numbered("{n} men,"),
    "lists": _every("apples,"),
    "and": _every("and"),
    "or commas": _every("a, b and c,"),
    "three men": _numbered("{n} boats, {n} cars and {m} planes"),
    "weekdays": _numbered("{weekday}"),
    "dates": _numbered("{month} {day}, {year}"),
    "dates with weekdays": _numbered("{weekday}, {month} {day}, {year},"),
    "weekdays and dates": _numbered("on {weekday}, {day} {month},"),
    "slash dates": _numbered("{day}/{day}/{year}"),
    "months": _numbered("{month}"),
    "one date": _every("March 3, 2024"),
    "ago": _numbered("{n} years ago"),
    "times": _every("7:30 p.m."),
    "money": _numbered("${n}"),
    "money in millions": _numbered("£{n} million"),
    "currencies": _numbered("€{n} (${m})"),
    "rates": _numbered("{n} euros ({m} dollars)"),
    "units": _numbered("{n} {unit}"),
    "one unit": _every("5 km"),
    "conversions": _numbered("{n} {unit} ({m} {other})"),
    "dimensions": _every("3 x"),
    "feet and inches": _numbered("{n} feet 3 inches"),
    "coordinates": _numbered("51°{day}'N"),
    "temperatures": _numbered("{n}C (41F)"),
    "percentages": _numbered("{n}%"),
    "percentages rise": _numbered("rose {n} percent to {m} from {n}."),
    "percentages of": _numbered("{n} of {m}, or {day} percent,"),
    "shares": _numbered("{day} percent were men and {n} percent women."),
    "quoted words": _every("“word”"),
    "quoted letters": _numbered("“{name} said this and that to them all,” he said."),
    "straight quotations": _every('"He said so," she said.'),
    "single quotations": _every("'He said so,' she said."),
    "nested quotations": _every("“He ‘said"),
    "unbalanced": _every("“He said so."),
    "closing only": _every("He said so.”"),
    "mixed marks": _every("“so\""),
    "apostrophes": _every("'tis"),
    "same quotation": _every("“We will build a new harbour for the town,” Okafor said."),
    "altered quotations": _numbered("“We will build harbour {n} for the town of {name},” Okafor said."),
    "brackets": _every("(so)"),
    "brackets open": _every("(so"),
    "squares open": _every("[TK"),
    "notes": _every("[CHECK] TK XXX"),
    "tk": _every("TK"),
    "placeholders": _every("XX"),
    "lorem": _every("lorem ipsum dolor sit amet"),
    "dashes spaced": _every("so —"),
    "hyphens spaced": _every("so -"),
    "ellipses": _every("so ..."),
    "sentence": _every("He went home."),
    "sentences": _numbered("{name} went home at {n}."),
    "long sentence": _every("and the council went on to say that it was so"),
    "statement repeated": _every("The council voted on Monday for a new plan to widen the harbour by a mile."),
    "statements alike": _numbered("The council voted on Monday for a plan to widen harbour {n} by a mile."),
    "claims": _every("Okafor did not resign. Okafor resigned."),
    "deeds": _numbered("{name} killed Okafor. Okafor killed {name}."),
    "headlines": _numbered("{name} wins {n} votes as {name} denies it"),
    "said": _every("he said"),
    "the the": _every("the the"),
    "doubled": _every("very very"),
    "misspelt": lambda: (name.lower() for name in names()),
    "foreign": _every("der die das und ist nicht"),
    "addresses": _numbered("https://{name}.example/{n}"),
    "one address": _every("https://town.example/a"),
    "broken addresses": _every("htp:/town"),
    "www": _every("www.town"),
    "emails": _numbered("{name}@town.example"),
    "broken emails": _every("a@b@c"),
    "at": _every("@"),
    "telephones": _numbered("+44 20 7946 {n}"),
    "telephone digits": _every("020"),
    "handles": _numbered("@{name}"),
    "hashtags": _numbered("#{name}"),
    "coins": _every("0x12ab"),
    "emoji words": _every("😀"),
    "combining words": _every("e\u0301"),
    "rtl words": _every("שלום"),
    "capital letters": _every("A"),
    "single letters": _every("a"),
    "capitals shouted": _every("THE COUNCIL VOTED"),
    "of": _every("University of"),
    "of the": _every("of the"),
    "who": _every("who said that"),
    "not": _every("not"),
    "than": _numbered("more than {n}"),
    "about": _every("about"),
    "compass": _every("north of"),
    "places": _every("Paris, Texas,"),
    "countries": _every("Ukraine"),
    "kiev": _every("Kiev"),
    "states": _every("Springfield, Ill.,"),
    "datelines": _every("PARIS (Reuters) -"),
    "bylines": _every("By Ruth Okafor"),
    "entities": _every("&amp;"),
    "comment": _every("<!-- so -->"),
    "semicolons": _every("so;"),
    "colons spaced": _every("so:"),
    "born": _numbered("{name} Smith was born in {year} and is {n}."),
}  # fmt: skip


def _endless(text: str) -> Family:
    """One token of so many characters."""
    return lambda n: Text(".txt", f"{_HEADLINE}\n\n{(text * n)[:n]}\n\n{_STORY}\n")


def _token(text: str) -> Family:
    """Tokens as long as any that is read, of so many characters together."""
    token = (text * _LONGEST_TOKEN)[:_LONGEST_TOKEN]
    return lambda n: Text(".txt", f"{token[:80]}\n\n{_joined([token] * (n // _LONGEST_TOKEN))}\n\n{_STORY}\n")


def _row(make: Callable[[], Iterator[str]]) -> Family:
    return lambda n: Text(".txt", f"{_HEADLINE}\n\n{_STORY}\n\n{_joined(islice(make(), n))}\n")


def _joined(units: Iterable[str]) -> str:
    """Return the units with blanks between, in paragraphs as long as any may be."""
    paragraphs: list[str] = []
    paragraph: list[str] = []
    size = 0
    for unit in units:
        size += len(unit) + 1
        if size > _LONGEST:
            paragraphs.append(" ".join(paragraph))
            paragraph, size = [], len(unit) + 1
        paragraph.append(unit)
    return "\n\n".join([*paragraphs, " ".join(paragraph)])


def _paragraphs(make: Callable[[], Iterator[str]]) -> Family:
    return lambda n: Text(".txt", "\n\n".join([_HEADLINE, _STORY, *islice(make(), n)]) + "\n")


def _headline(make: Callable[[], Iterator[str]]) -> Family:
    return lambda n: Text(".txt", f"{' '.join(islice(make(), n))}\n\n{_STORY}\n\n{_STORY}\n")


def _both(make: Callable[[], Iterator[str]], other: Callable[[], Iterator[str]]) -> Family:
    """Half of the units in the headline, the others in the body."""
    return lambda n: Text(
        ".txt", f"{' '.join(islice(make(), n // 2))}\n\n{_STORY}\n\n{_joined(islice(other(), n // 2, n))}\n"
    )


def _marked(suffix: str, unit: str, before: str = "", after: str = "", ending: str = "") -> Family:
    """`unit` so many times between `before` and `after`, then `ending` as often."""
    top = f"# {_HEADLINE}\n\n" if suffix == ".md" else f"<h1>{_HEADLINE}</h1>\n"
    if before.startswith("---"):
        top = ""
    return lambda n: Text(suffix, top + before + _units(unit, n) + ending * n + after + f"\n\n{_STORY}\n")


def _units(unit: str, n: int) -> str:
    return "".join(unit.replace("{n}", str(number)) for number in range(n)) if "{n}" in unit else unit * n


_MARKDOWN = {
    "emphasis": "*a ",
    "strong": "**a ",
    "both": "*a **b ",
    "closed emphasis": "*a* ",
    "underscores": "_a ",
    "links": "[a](b) ",
    "links in new lines": "[a](https://town.example/{n})\n\n",
    "one text two targets": "[the report](https://town.example/{n}) ",
    "link text": "[a",
    "link text closed": "[a]",
    "link target": "[a](",
    "images": "![a](b)",
    "reference": "[a{n}]: https://town.example/{n}\n",
    "references used": "[a{n}][a{n}]\n\n[a{n}]: b\n\n",
    "footnotes": "a[^{n}]\n\n[^{n}]: b\n\n",
    "code": "`a` ",
    "backticks": "`" + "a ``",
    "quotes": "> ",
    "quotes lines": "> a\n",
    "quotes and lists": "> - ",
    "lists deep": "- ",
    "list items": "- a {n}\n",
    "numbered items": "{n}. a\n",
    "headings": "## a {n}\n\n",
    "tables": "| a | b |\n",
    "html": "<b>a</b> ",
    "html open": "<b>a ",
    "html blocks": "<div>\n\na\n\n",
    "comments": "<!-- a -->\n\n",
    "comment open": "<!-- a ",
    "vale": "<!-- vale off -->\n\na b the the\n\n<!-- vale on -->\n\n",
    "vale rules": "<!-- vale Names.R{n} = NO -->\n\nthe the\n\n",
    "vale off": "<!-- vale off -->\n\nthe the\n\n",
    "stets": "<!-- stet -->\n\nthe the\n\n",
    "stets named": "<!-- stet Names.R{n} -->\n\nthe the\n\n",
    "stets in one": "the the <!-- stet --> ",
    "entities": "&amp;",
    "entity starts": "&am",
    "escapes": "\\*",
    "line ends": "a\n",
    "blank lines": "\n",
    "blank lines returns": "\r",
    "hard breaks": "a  \n",
    "rules": "---\n\n",
    "setext": "a\n===\n",
    "shortcodes": "{{< figure caption=\"a\" >}}\n\n",
    "shortcodes open": "{{< figure ",
    "templates": "{{ a }} ",
    "addresses": "<https://town.example/{n}> ",
    "angle": "<a ",
    "tildes": "~~a ",
    "fences": "```\na\n```\n\n",
    "fence open": "```\n",
    "pairs": "**Mon**day ",
}  # fmt: skip
_HTML = {
    "divs open": "<div>",
    "tags open": "<b>a ",
    "paragraphs open": "<p>a {n}",
    "paragraphs": "<p>a {n}</p>",
    "spans": "<span>a</span> ",
    "cells": "<td>a {n}",
    "rows": "<tr><td>a</td><td>{n}</td></tr>",
    "items open": "<li>a",
    "lists": "<ul><li>a ",
    "closing": "</div>",
    "closing others": "<b></i>",
    "attributes": '<a href="https://town.example/{n}" title="a">a</a> ',
    "attributes open": '<a href="',
    "attribute names": "<a b ",
    "less than": "5 < 6 ",
    "entities": "&#287;",
    "entities named": "&amp;",
    "entities open": "&#",
    "comments": "<!-- a -->",
    "comment open": "<!--",
    "doctype": "<!DOCTYPE html>",
    "declaration": "<![CDATA[",
    "processing": "<?a ",
    "scripts": "<script>a</script>",
    "script open": "<script>",
    "styles": "<style>a",
    "sub": "km<sup>2</sup> ",
    "breaks": "a<br>",
    "figures": "<figure><img alt='a'><figcaption>a {n}</figcaption></figure>",
    "images": "<img alt='a b' src='c'>",
    "asides": "<aside>a</aside>",
    "quotes": "<blockquote>",
    "headings": "<h2>a {n}</h2>",
    "articles": "<article>",
    "buttons": "<button>a",
    "formatting": "<b><i>",
    "stets": "<p>the the <!-- stet --></p>",
    "vale": "<!-- vale off --><p>the the</p><!-- vale on -->",
    "vale rules": "<!-- vale Names.R{n} = NO --><p>the the</p>",
    "templates": "{{ a }} ",
    "meta": '<meta name="a{n}" content="b">',
    "nul": "\0",
}
_CLOSED = {
    "divs": ("<div>", "</div>"),
    "spans deep": ("<span>a", "</span>"),
    "quotes deep": ("<blockquote>", "</blockquote>"),
    "lists deep": ("<ul><li>", "</ul>"),
    "tables deep": ("<table><tr><td>", "</table>"),
    "bold deep": ("<b>", "</b>"),
}
_FRONT_MATTER = {
    "keys": "key{n}: a\n",
    "one key": "title: a\n",
    "list": "- a\n",
    "deep": "a: {",
    "deep list": "[",
    "indented": " a:\n",
    "quoted": "'a''",
    "unclosed": "a: 'b\n",
    "comments": "# a\n",
    "anchors": "a{n}: &b{n} [*b{n}]\n",
    "text": "summary: >\n  word\n",
}


def families() -> dict[str, Family]:
    """Return all families by name: `token/letters`, `row/names`, `md/links`."""
    found = {f"token/{name}": _token(text) for name, text in _TOKENS.items()}
    found |= {f"row/{name}": _row(make) for name, make in _ROWS.items()}
    found |= {f"paragraphs/{name}": _paragraphs(make) for name, make in _ROWS.items()}
    found |= {f"headline/{name}": _headline(make) for name, make in _ROWS.items()}
    found |= {f"endless/{name}": _endless(text) for name, text in _TOKENS.items()}
    found |= {f"both/{name}": _both(make, make) for name, make in _ROWS.items()}
    found |= {f"md/{name}": _marked(".md", unit) for name, unit in _MARKDOWN.items()}
    found |= {f"html/{name}": _marked(".html", unit) for name, unit in _HTML.items()}
    found |= {f"html/{name}": _marked(".html", unit, ending=ending) for name, (unit, ending) in _CLOSED.items()}
    found |= {
        f"md/front matter {name}": _marked(".md", unit, "---\n", "\n---\n\n") for name, unit in _FRONT_MATTER.items()
    }
    found["paragraphs/newlines"] = lambda n: Text(".txt", _HEADLINE + "\n" * n + _STORY + "\n")
    found["paragraphs/returns"] = lambda n: Text(".txt", _HEADLINE + "\r" * n + _STORY + "\n")
    found["paragraphs/separators"] = lambda n: Text(".txt", _HEADLINE + "\n" + "a\u2028" * n + _STORY + "\n")
    found["paragraphs/blank"] = lambda n: Text(".txt", _HEADLINE + "\n" + "  \n\t\n" * n + _STORY + "\n")
    found["paragraphs/form feeds"] = lambda n: Text(".txt", _HEADLINE + "\n" + "a\f\v" * n + _STORY + "\n")
    found["paragraphs/nul"] = lambda n: Text(".txt", _HEADLINE + "\n\n" + "a\0" * n + _STORY + "\n")
    return found
