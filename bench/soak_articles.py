"""Random articles with settings and stets, for the soak: what the rules' own examples say, mixed and damaged.

A case is made from a seed alone, so that one that fails can be made again.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

ENCODINGS = ("utf-8",) * 6 + ("utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1")
LINE_ENDS = ("\n",) * 5 + ("\r\n", "\r")
SUFFIXES = (".txt", ".md", ".md", ".html", ".html")

ODD = (
    "José", "Jose\u0301 Marti\u0301nez", "👩‍👩‍👧", "🇺🇦", "1️⃣", "👍🏽", "\u200b", "\u00ad", "\u200f", "القاهرة",
    "Київ", "東京", "ﬁ", "…", "—",
    "’tis", "goin’", "6\"", "51°30′26″N", "1⁄2", "½", "2.5 x 2.3 x 6.9 cm", "0-60 mph", "a_b_c", "*", "_", "<",
    "&", "&amp;", "`", "[", "]",
    "|", "\\", "$5", "£0.00m", "1e13", "10 000", "１２", "٣٤", "Kiev", "kiev@example.org",
    "https://example.org/kiev-news", "@kiev", "#kiev",
    "kiev.txt", "U.S.", "A.B.C.", "Mr", "St.", "TK", "XXX", "{{ site.url }}", "%s", "::error::x", "##[group]",
    "\x1b[31m", "\t", "   ",
)  # fmt: skip

HOUSE_RULES = {
    "Terms.yml": "extends: substitution\nmessage: 'Write “%s”, not “%s”.'\nlevel: warning\nsafe: true\n"
    "swap:\n  Kiev: Kyiv\n  utilise: use\n  white house: White House\n  per cent: percent\n  J(ose|osé): José\n",
    "Very.yml": "extends: existence\nmessage: '“%s” says nothing.'\nlevel: suggestion\n"
    "tokens: [very, 'in order to', some, said]\naction:\n  name: remove\n",
    "Twice.yml": "extends: repetition\nmessage: '“%s” is repeated.'\nlevel: error\nalpha: true\ntokens: ['[^\\s]+']\n"
    "action:\n  name: edit\n  params: [truncate, ' ']\n",
    "Long.yml": "extends: occurrence\nmessage: 'A long sentence.'\nscope: sentence\nmax: 25\ntoken: '\\b(\\w+)\\b'\n",
    "Heads.yml": "extends: capitalization\nmessage: '“%s” is in title case.'\nscope: heading\nmatch: $sentence\n",
}

GOOD_SETTINGS = (
    "[rules]\nselect = [\"Names\", \"Units\"]\n", "[rules]\nignore = [\"Dates.Ambiguous\"]\n",
    "[rules]\nextend_select = [\"Headline.Length\"]\n", "[severity]\n\"Names.InconsistentSpelling\" = \"error\"\n",
    "[severity]\nUnits = \"trial\"\n", "[names]\nKyiv = [\"Kiev\"]\n\"White House\" = [\"white house\"]\n",
    "[rules.\"Units.MissingConversion\"]\nwhen = \"always\"\n",
    "[[overrides]]\nfiles = [\"*.md\"]\nignore = [\"Headline\"]\n",
    "[article]\nlanguage = \"en-GB\"\n", "[article]\ngenre = \"sport\"\n",
)  # fmt: skip

BAD_SETTINGS = (
    "[grammer]\nengine = 1\n", "extends = \"nowhere.toml\"\n", "[names\n", "\x00", "[rules]\nselect = [\"Nams\"]\n",
    "[styles]\npath = \"nowhere\"\nuse = [\"X\"]\n", "[[rules]]\n", "[severity]\nUnits = \"fatal\"\n",
)  # fmt: skip


@dataclass
class Case:
    """One article as a file, and the files beside it. `engine` is which grammar engine its settings name."""

    seed: int
    name: str
    raw: bytes
    engine: str
    files: dict[str, str] = field(default_factory=dict)


def make_case(seed: int, sentences: Sequence[str], engines: Sequence[str]) -> Case:
    """Return the case of a seed. `sentences` is copy to draw from: a string may hold several."""
    order = random.Random(seed)
    suffix = order.choice(SUFFIXES)
    paragraphs = [_paragraph(order, sentences) for _ in range(order.randint(1, 14))]
    text = _WRITERS[suffix](order, paragraphs)
    if order.random() < 0.1:
        text = _damaged(order, text)
    text = text.replace("\n", order.choice(LINE_ENDS)) if order.random() < 0.9 else _mixed_line_ends(order, text)
    encoding = order.choice(ENCODINGS)
    raw = text.encode(encoding, "replace" if encoding in ("cp1252", "latin-1") else "surrogatepass")
    if order.random() < 0.03:
        raw = _flipped(order, raw)
    case = Case(seed, f"article{suffix}", raw, order.choice(engines))
    _add_settings(case, order)
    if order.random() < 0.3:
        case.files["stet.toml"] = _stets(order, text)
    return case


def _paragraph(order: random.Random, sentences: Sequence[str]) -> str:
    words = " ".join(order.choice(sentences) for _ in range(order.randint(1, 4))).split()
    words = words[:180]
    for _ in range(order.choice((0, 0, 1, 2, 5))):
        index = order.randrange(len(words)) if words else 0
        change: Callable[[], list[str]] = order.choice(
            (
                lambda: [],
                lambda index=index: words[index : index + 1] * 2,
                lambda: [order.choice(ODD)],
                lambda index=index: [_misspelt(order, words[index])] if words else [],
                lambda: [str(order.randrange(10 ** order.randint(1, 9)))],
                lambda index=index: [words[index].upper()] if words else [],
            )
        )
        words[index : index + 1] = change()
    return " ".join(words) or "Nothing."


def _misspelt(order: random.Random, word: str) -> str:
    index = order.randrange(len(word))
    return word[:index] + order.choice("aeiouszy’-") + word[index + order.randint(0, 1) :]


def _damaged(order: random.Random, text: str) -> str:
    start = order.randrange(len(text) + 1)
    end = min(len(text), start + order.randint(0, 60))
    return (
        text[:start]
        + order.choice(("", "\n\n", "<", "**", "`", "---\n", "<!--", "“", order.choice(ODD)))
        + text[end:]
    )


def _mixed_line_ends(order: random.Random, text: str) -> str:
    return "".join(order.choice(("\n", "\r\n", "\r", "\u2028")) if each == "\n" else each for each in text)


def _flipped(order: random.Random, raw: bytes) -> bytes:
    changed = bytearray(raw)
    changed[order.randrange(len(changed))] = order.randrange(256)
    return bytes(changed)


def _dressed(order: random.Random, words: list[str], marks: Sequence[tuple[str, str]]) -> str:
    """Return the words with random inline markup around runs of them, some of it inside a word."""
    out, index = [], 0
    while index < len(words):
        if order.random() < 0.12:
            length = order.randint(1, 4)
            before, after = order.choice(marks)
            run = words[index : index + length]
            if order.random() < 0.3 and len(run[0]) > 2:
                cut = order.randint(1, len(run[0]) - 1)
                out.append(f"{before}{run[0][:cut]}{after}{run[0][cut:]}")
                out += run[1:]
            else:
                out.append(f"{before}{' '.join(run)}{after}")
            index += length
        else:
            out.append(words[index])
            index += 1
    return " ".join(out)


_MD_MARKS = (
    ("**", "**"), ("*", "*"), ("_", "_"), ("***", "***"), ("`", "`"), ("[", "](https://example.org/kiev-news)"),
    ("<b>", "</b>"), ("~~", "~~"),
    ("[", "][1]"), ("<span class=\"kiev\">", "</span>"), ("", "[^1]"), ("<!-- kiev -->", ""), ("**[",
    "](kiev.html)**"), ("![", "](kiev.png)"),
)  # fmt: skip

_HTML_MARKS = (
    ("<b>", "</b>"), ("<em>", "</em>"), ("<a href=\"https://example.org/kiev-news\">", "</a>"), ("<code>",
    "</code>"), ("<i><b>", "</b></i>"),
    ("<span data-x='1 < 2'>", "</span>"), ("", "<br>"), ("<!-- kiev -->", ""), ("<sup>", "</sup>"), ("<q>",
    "</q>"), ("", "&nbsp;"), ("&#287;", ""),
    ("", "<img alt=\"Kiev’s mayor\" src=kiev.png>"), ("<abbr title='x'>", "</abbr>"), ("<del>", "</del>"), ("",
    "<wbr>"), ("&lsquo;", "&rsquo;"),
)  # fmt: skip


def _plain(order: random.Random, paragraphs: list[str]) -> str:
    gap = order.choice(("\n", "\n\n", "\n\n", "\n \n"))
    return gap.join(paragraphs) + order.choice(("", "\n", "\n\n"))


def _markdown(order: random.Random, paragraphs: list[str]) -> str:
    blocks = [_dressed(order, paragraph.split(), _MD_MARKS) for paragraph in paragraphs]
    prefixes = ("",) * 8 + ("> ", "- ", "1. ", "## ", "    ", "| ", "> > ", "- [ ] ")
    blocks = [f"{order.choice(prefixes)}{block}" for block in blocks]
    head = f"# {paragraphs[0]}\n\n"
    if order.random() < 0.4:
        quote = order.choice(("", "'", '"'))
        title = paragraphs[0].replace("'", "''") if quote == "'" else paragraphs[0].replace('"', "")
        head = f"---\ntitle: {quote}{title[:120]}{quote}\ndate: 2024-03-0{order.randint(1, 9)}\n"
        head += f"summary: {paragraphs[-1][:80]}\n---\n\n"
    if order.random() < 0.2:
        blocks.insert(order.randrange(len(blocks) + 1), _table(order, paragraphs))
    if order.random() < 0.2:
        blocks.insert(order.randrange(len(blocks) + 1), f"```\n{paragraphs[-1]}\n```")
    if order.random() < 0.2:
        blocks.append(f"[^1]: {paragraphs[-1]}\n\n[1]: https://example.org/kiev 'Kiev'")
    if order.random() < 0.2:
        blocks.insert(0, order.choice(("<!-- vale off -->", "<!-- stet Names -->", "<!-- stet Grammar -->")))
    return head + "\n\n".join(blocks) + "\n"


def _table(order: random.Random, paragraphs: list[str]) -> str:
    cells = [" ".join(paragraph.split()[:3]).replace("|", "") for paragraph in paragraphs[:6]]
    rows = [f"| {order.choice(cells)} | {order.choice(cells)} |" for _ in range(3)]
    return "\n".join([rows[0], "| --- | --- |", *rows[1:]])


def _html(order: random.Random, paragraphs: list[str]) -> str:
    def written(paragraph: str) -> str:
        return _dressed(order, [escape(word, quote=False) for word in paragraph.split()], _HTML_MARKS)

    blocks = []
    for paragraph in paragraphs[1:]:
        tag = order.choice(("p",) * 8 + ("h2", "li", "blockquote", "aside", "figcaption", "td", "div", "summary"))
        close = f"</{tag}>" if order.random() < 0.95 else ""
        blocks.append(f"<{tag}>{written(paragraph)}{close}")
    body = "\n".join(blocks)
    if order.random() < 0.5:
        return f"<h1>{written(paragraphs[0])}</h1>\n{body}\n"
    meta = f'<meta name=description content="{escape(paragraphs[-1][:100])}">'
    return (
        f"<!doctype html><html><head><title>{escape(paragraphs[0])}</title>{meta}"
        "<style>p { kiev: 1 }</style></head>\n"
        f"<body><article><h1>{written(paragraphs[0])}</h1>\n{body}\n</article>"
        "<script>var kiev = '<p>';</script></body></html>\n"
    )


_WRITERS: dict[str, Callable[[random.Random, list[str]], str]] = {".txt": _plain, ".md": _markdown, ".html": _html}


def _add_settings(case: Case, order: random.Random) -> None:
    lines = order.sample(GOOD_SETTINGS, 1) if order.random() < 0.5 else []
    if order.random() < 0.08:
        lines = [order.choice(BAD_SETTINGS)]
    if order.random() < 0.3:
        lines.append('[styles]\npath = "styles"\nuse = ["House"]\n')
        for name, rule in HOUSE_RULES.items():
            if order.random() < 0.8:
                case.files[f"styles/House/{name}"] = rule if order.random() < 0.95 else _damaged(order, rule)
    if not any("[gramm" in line for line in lines):
        lines.append(f'[grammar]\nengine = "{case.engine}"\n')
    text = "".join(sorted(lines, key=lambda line: line.startswith("[")))
    if order.random() < 0.03:
        text = _damaged(order, text)
    case.files["copydesk.toml"] = text


def _stets(order: random.Random, text: str) -> str:
    words = text.split()
    entries = []
    for _ in range(order.randint(1, 3)):
        index = order.randrange(len(words))
        word, before = (each.replace("\\", "").replace('"', "") for each in (words[index], words[index - 1]))
        rule = order.choice(
            ("Names.InconsistentSpelling", "Grammar.SpellCheck", "Units.WrongConversion", "Names.OutdatedName")
        )
        entries.append(f'[[stet]]\nrule = "{rule}"\nwords = "{word}"\nbefore = "{before}"\n')
    stets = "\n".join(entries)
    return stets if order.random() < 0.9 else _damaged(order, stets)
