"""What editing leaves behind in copy: a table, one row for each kind, and the search for them in a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.facts.names.lexicon import ordinary_words
from copydesk.rules import Part, Span, pattern
from copydesk_rules.copy._desk_notes import BRACKETED, PARENTHESISED
from copydesk_rules.copy._row import Accepts, Row, row


class Found(NamedTuple):
    """A leftover in a part, `span` relative to the part."""

    span: Span
    kind: Row


def _no_talk_of(subject: str) -> Accepts:
    """Accept a match unless the copy around it talks of such things: of date formats, of dummy text, of a quiz."""
    talk = pattern(subject, re.IGNORECASE)
    return lambda words, match: not talk.search(words, max(0, match.start() - 80), match.end() + 80)


_no_format = _no_talk_of(r"format|\border\b|\bstyle|notation|written|convention|standard|syntax|placeholder|template")
_no_filler = _no_talk_of(r"placeholder|dummy|filler|typograph|Cicero|gibberish|\bquia\b|generator|printers")
_no_quiz = _no_talk_of(r"\bblanks?\b|\bquiz|puzzle|crossword|fill(?:ed|ing)?[ -]in|riddle|complete the")
_no_code = _no_talk_of(
    r"\bcode\b|programm|syntax|\bvariables?\b|template|placeholder|\bshell\b|command line|\bscripts?\b"
)


def _shortens_nothing(words: str, match: re.Match[str]) -> bool:
    """Whether the letters in brackets are not an acronym of the words before, as in “Techniker Krankenkasse (TK)”."""
    letters = match.group().strip("()").lower()
    before = re.findall(r"\w+", words[max(0, match.start() - 80) : match.start()])[-5:]
    initials = "".join(word[0] for word in before).lower()
    return letters not in initials and not (before and before[-1].lower().startswith(letters[0]))


def _short(words: str, match: re.Match[str]) -> bool:
    return len(words) < 80


def _in_running_copy(words: str, match: re.Match[str]) -> bool:
    return len(words) > 24 and not words[: match.start()].endswith(": ") and _no_quiz(words, match)


_TO_COME = ("“{}”: something is still to come here.", "TK is an editor's mark for “to come”")
_SLOT = ("“{}” stands where the words themselves should.", "a slot of the page was never filled in")
_FIGURE = ("“{}”: the figure is missing.", "Xs keep the place of a figure that was to be filled in")
_FIELD = ("“{}”: a field of the template was not filled in.", "a program or a person was to put the words here")
_TO_DESK = ("“{}”: a note to the desk is still here.", "it is addressed to colleagues, not to readers")

_DESK_NOUN = r"""
    (?:headline|hed|dek|subhead(?:ing|line)?|sub-?hed|standfirst|strapline|lede|byline|cutline|caption|pull[ -]?quote
    |(?:body|article) (?:text|copy)|intro(?:duction)? (?:text|copy|para(?:graph)?)|placeholder text)"""
# What a story template asks for. In capitals only: “[the city]” is a reporter's explanation in a quotation.
_NAME = r"""
    (?:(?:FIRST|LAST|FULL|YOUR|COMPANY|TEAM|CITY|FILE|USER|PRODUCT|JOB|EVENT|CLIENT|INSERT|CONTACT|SPOKESPERSON)
    [ _-]?(?:NAME|TITLE|HERE|DATE|QUOTE|NUMBER|COMPANY)
    |NAME|SURNAME|TITLE|AGE|DATE|DAY|MONTH|YEAR|PLACE|LOCATION|CITY|TOWN|COUNTRY|VENUE|NUMBER|AMOUNT|FIGURE|PRICE
    |TEAM|SCORE|QUOTE|SOURCE|SPOKESPERSON|SPOKESMAN|LINK|URL|EMAIL|PHONE|ADDRESS|FIELD|PLACEHOLDER|VARIABLE|VALUE
    |HEADLINE|BYLINE|AUTHOR|CAPTION|CREDIT|IMAGE|PRODUCT|EVENT|COMPANY|ORGANI[SZ]ATION|PERCENT(?:AGE)?)"""

LONE_TK = row(r"(?<![\w.’'&/<@#-])TK(?![’'&/-]?\w|,? [A-Z]| ?\d|>|\.\w)", *_TO_COME, words="tk")
# What shows that TK is a name here: TK Maxx, DJ TK, TK's, Tom “TK” Brown, flight TK 1980. “Mayor TK” shows nothing.
_TK_NAMED = pattern(r"\bTK[’']s\b|\bTK,? [A-Z][a-z]|[“\"‘']TK[”\"’']|\bTK ?\d|\bT\.K\.|\(TK\) [A-Z]")
_BEFORE_TK = pattern(r"\b([A-Z][A-Za-z.]*) TK\b")
_RANKS = frozenset("mr mrs ms dr prof rev hon gov sen rep sgt lt col gen maj capt cpl pvt det insp supt st".split())


def tk_is_a_name(words: str) -> bool:
    """Whether some words show that the letters are somebody's or something's name."""
    if _TK_NAMED.search(words):
        return True
    known = ordinary_words() | _RANKS
    return any(before.lower().rstrip(".") not in known for before in _BEFORE_TK.findall(words))


_PLACEHOLDERS = (
    row(
        rf"""
        (?<![\w.])(?:TK){{2,}}(?!\w)|(?<![\w.<])TK TK(?!\w)|(?<!\w)[$£€]TK(?!\w)
        |(?<![\w.<])TK(?= ?%| per ?cent\b| (?:m|b|tr)illion\b|-year-old| (?:years|people|words)\b)
        |\b(?:{_DESK_NOUN}|graf|quote|name|title|photo|pic|art|number|figure|stat|date|age|link|cite|source|bio)s?
        [ ]tk(?![\w’'&]| (?-i:[A-Z][a-z]))""",
        *_TO_COME,
        words=" ".join("tk" * times for times in range(1, 9)),
        any_case=True,
    ),
    row(r"\(TK\)", *_TO_COME, words="tk", accepts=_shortens_nothing),
    LONE_TK,
    row(
        rf"""
        \b(?:your )?(?:{_DESK_NOUN}|(?:body|text|copy|title|quote|name|photo|image|paragraph|content)(?= go))
        (?: text)? (?:goes|to go|go) (?:in )?here\b
        |\b(?:insert|enter|add|type|write|paste|put) (?:(?:a|an|the|your) )?{_DESK_NOUN}(?: text)? here\b
        |\b(?:click (?:here )?to (?:edit|add)|type|enter) (?:your )?(?:text|title|headline|caption)
        (?: here)?\s*\.?$""",
        *_SLOT,
        words="here click type enter",
        any_case=True,
        quoted=False,
    ),
    row(
        rf"""
        ^\W{{0,3}}(?:your|main|sub|this is (?:a|the))? ?
        (?:{_DESK_NOUN}|title|text|copy|quote|photo|image|picture|link) (?:text )?(?:here|to come|tbc|tbd)\W{{0,3}}$
        |^\W{{0,3}}(?:this is )?(?:an? |the |some )?(?:placeholder|dummy|filler)
        [ ](?:text|copy|headline|hed|title|caption|standfirst|quote|image|story|article|paragraph)\b
        [^“”"]{{0,40}}$""",
        *_SLOT,
        words="here come tbc tbd placeholder dummy filler",
        any_case=True,
        accepts=_short,
    ),
    row(
        r"""
        \blorem ipsum\b(?: dolor sit amet\b[^.]{0,200}\.?)?|\bdolor sit amet\b
        |\bconsectetue?r adipisc\w+|\bsed do eiusmod\b""",
        "Dummy text: “{}”.",
        "Lorem ipsum is the printers' dummy text, put where copy was to come",
        words="ipsum amet consectetur consectetuer eiusmod",
        any_case=True,
        quoted=False,
        accepts=_no_filler,
    ),
    row(
        r"""
        [$£€¥](?<![\w$£€¥].) ?(?:X+(?:[.,]X+)+(?!\w)|X{2,4}(?:m|bn)?\b|X(?= ?(?:m|b|tr)illion\b|(?:m|bn)\b))
        |\b[Xx]{2,3}(?= ?%| per ?cent\b| (?:hundred|thousand|[mb]illion|trillion)\b|-year-old\b)
        |(?:(?<=least )|(?<=than )|(?<=about )|(?<=killed )|(?<=some )|(?<=nearly )|(?<=aged )|(?<=around ))
        X{2,3}(?=[ ,.]|$)(?! (?:chromosome|male|female|wom[ae]n|m[ae]n|girl|boy|athlete|and XY)| [A-Z])
        |\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\.? XX\b
        |\bX{1,2},XXX\b|\bX{5,}\b""",
        *_FIGURE,
        strings="xx|$|£|€",
        accepts=_no_format,
    ),
    row(
        r"""
        (?<![\w.-])(?:(?<=by )|(?<=said )|(?<=says )|(?<=from )|(?<=with )|(?<=at )|(?<=in )|(?<=of )|(?<=told )
        |(?<=to )|(?<=^)|(?<=[“"])|(?<=[”"] ))
        X{3,4}(?= (?:said|says|told|added)\b|,[”"] (?:said|he|she|they)\b|, \d\d?,)""",
        "“{}”: a name or a quotation is missing.",
        "Xs keep the place of words that were to be filled in",
        strings="xx",
    ),
    row(
        r"""
        \b(?:DD[/.-]MM(?:[/.-]YY(?:YY)?)?|MM[/.-]DD(?:[/.-]YY(?:YY)?)?|YYYY[/.-]MM(?:[/.-]DD)?
        |XX[/.-]XX(?:[/.-](?:XX|\d\d)+)?|HH:MM|XX[:.]XX(?: ?[ap]\.?m\b\.?)?)(?![\w/])""",
        "“{}”: the date or time is missing.",
        "a template's pattern stands where the date should",
        words="dd mm yyyy hh xx",
        any_case=True,
        accepts=_no_format,
    ),
    row(
        r"(?:(?<= )|(?<=[($£€]))_{3,}(?=[ .,;:)%]|$)",
        "“{}”: a blank was left to fill in.",
        "underscores keep the place of words to come",
        strings="__",
        quoted=False,
        accepts=_in_running_copy,
    ),
)
FIELD = row(
    r"""
    \{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,60}\}|#\{[^{}\n]{1,60}\}|\{%[^%\n]{1,80}%\}
    |(?<![\w\\])\{(?!sic\})(?:[A-Za-z_][\w.]+(?: [A-Za-z_]\w*){0,3}|\d|)\}(?!\w)""",
    *_FIELD,
    strings="{",
    accepts=_no_code,
)
_FIELDS = (
    FIELD,
    row(
        r"%(?:\(\w{1,30}\)[sdif]|(?<![\w%]%)(?:\d\$)?[sd@](?![\w%])|[A-Z]{2,}(?:_[A-Z]+)*%)|<%=?[^%\n]{1,80}%>",
        *_FIELD,
        strings="%",
        accepts=_no_code,
    ),
    row(
        rf"\$(?<!\w\$)(?:{_NAME}|[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+|[a-z]{{2,}}(?:[A-Z][a-z]+)+)(?!\w)",
        *_FIELD,
        strings="$",
        accepts=_no_code,
    ),
    row(
        rf"""
        \[\[[^\[\]\n]{{1,60}}\]\]|[\[<«]{_NAME}[\]>»]|«\w{{2,20}}_\w{{2,20}}»
        |\[[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\]|\[object Object\]
        |<(?:(?:insert|enter) [^<>]{{1,50}}|your [^<>]{{1,30}}|(?:first |last |full )?name|date|place|headline|number
        |amount|quote|figure|placeholder|company name|job title|spokes(?:person|man|woman)|link|caption|city)>
        |\[(?:insert|enter|add|your) [^\[\]]{{1,60}} here\]
        |\[(?:Your|First|Last|Full|Company|Job|Product|Client|Event|City|Team|Spokesperson)
        [ ](?:Name|Title|Company|Date|City)\]""",
        *_FIELD,
        strings="[|<|«",
        accepts=_no_code,
    ),
    row(
        r"\[(?:Name|Date|Amount|Number|Headline|Quote|Figure|Percentage|Location|Surname)\]",
        *_FIELD,
        strings="[",
        quoted=False,
    ),
    row(r"@@\w{2,30}@@|(?<!\w)__[A-Z]{3,}(?:_[A-Z]+)*__(?!\w)", *_FIELD, strings="@@|__"),
    row(
        r"#(?:REF!|N/A\b|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)",
        "“{}”: a spreadsheet's error stands where the figure should.",
        "the cell that the figure was copied from is broken",
        strings="#",
    ),
)
_REMARKS = (
    row(
        r"""
        \b(?:NOTE|QUERY) (?:TO|FOR) (?:THE )?(?:(?:NEWS|COPY|PICTURE|PHOTO|WEB|SUBS?|NIGHT) ?)?
        (?:DESK|SUBS|SUB-?EDITORS?|COPY[ -]?EDITORS?|ED)\b(?:[:—–-].{0,200})?
        |\b(?i:(?:note|query) (?:to|for) (?:the )?(?:(?:news|copy|picture|photo|web|subs?|night) ?)?
        (?:desk|subs|sub-?editors?|copy[ -]?editors?|ed)):.{0,200}
        |\b(?i:(?:subs?|desk|eds?|editors?|legal|lawyers?)[,:—–-]? (?:please|pls|plz)
        [ ](?:check|confirm|verify|add|insert|cut|trim|note|read|use|keep|see|advise))\b
        |\b(?i:(?:please|pls|plz) (?:check|confirm|verify),? (?:subs?|desk|eds?))\b
        |\bFAO (?i:subs|desk|editors?)\b""",
        *_TO_DESK,
        words="note query please pls plz fao",
        quoted=False,
    ),
    row(
        r"""
        (?:\*\*+|\bXX+|//+|>>+|!!+|\?\?+) ?(?:CHECK|CONFIRM|VERIFY|QUERY|FIX|LEGAL)\b
        (?: ?(?:XX+\b|\*\*+|//+|<<+|!!+|\?\?+))?""",
        *_TO_DESK,
        words="check confirm verify query fix legal",
        strings="xx",
    ),
    row(
        r"(?:(?<=^)|(?<=[ (\[]))(?:TODO|FIXME)(?=:| (?:check|add|confirm|write|fix|ask|find|insert|link)|\))",
        "“{}”: a task that was left for later.",
        "TODO and FIXME mark what still has to be done",
        words="todo fixme",
    ),
    row(
        r"""
        ^\W{0,4}(?:(?:STRICTLY )?(?:NOT FOR PUBLICATION|EMBARGOED (?:UNTIL|TILL|TO|FOR))|DO NOT PUBLISH
        |DO NOT USE BEFORE|HOLD FOR (?:RELEASE|LEGAL|COMMENT)|(?:FIRST|ROUGH|WORKING) DRAFT\b|DRAFT (?:ONLY|COPY|V?\d)
        |NOT LEGALLED|AWAITING LEGAL|(?:CHECK|CONFIRM) WITH |NEEDS? LEGAL )[^.]{0,80}""",
        "“{}”: an instruction to colleagues is still here.",
        "it is addressed to colleagues, not to readers",
        words="""publication publications embargoed publish published publishing before hold draft legalled awaiting
        legal check confirm""",
    ),
    row(
        r"""
        \bas an? (?:\w+ )?(?:large )?language model\b[^.]{0,80}
        |^(?:certainly|sure|of course|absolutely)[!,.] (?:here(?:[’']s| is| are)|below is)\b[^.\n]{0,120}
        |^here(?:[’']s| is) (?:a|an|the|your) (?:\w+ )?(?:revised|rewritten|polished|improved|shortened)
        [ ](?:version|draft|article|paragraph|headline)\b[^.\n]{0,80}
        |\bif you(?: want|[’']d like| would like), i can (?:also )?(?:create|write|draft|make|provide|give)\b
        [^.\n]{0,120}
        |\b(?:would you like|do you want) me to (?:also )?(?:create|write|draft|expand|rewrite|adjust|shorten|tweak)\b
        [^.?\n]{0,100}
        |\bmy (?:last )?knowledge (?:update|cut-?off)\b|:contentReference\[|\boaicite\b|\bturn\d+search\d+\b""",
        "“{}”: a chatbot's reply to whoever asked it, not copy.",
        "the answer was pasted with the remarks around it",
        words="language here below me knowledge contentreference oaicite",
        strings=", i can|turn0|turn1",
        any_case=True,
        quoted=False,
    ),
)
_ROWS = (*_PLACEHOLDERS, *_FIELDS, *_REMARKS)
# What any leftover has one of: most parts have none, and need no look at each row.
_WORDS = frozenset[str]().union(*(kind.words for kind in _ROWS))
_STRINGS = tuple(dict.fromkeys(string for kind in _ROWS for string in kind.strings))

_STOPGAP_HEADLINE = row(
    r"""
    (?:untitled(?: (?:document|draft|article|post|story))?|headline|headline goes here|hed|title
    |(?:new|test) (?:article|post|story|headline|page)|test(?: test)+|test ?\d*|dummy|asdf\w*|tbc|tbd|tk|x{3,})\W*""",
    "“{}” is no headline yet.",
    "the system's default, or a stopgap, stands where the headline should",
    any_case=True,
)

_SQUARE = pattern(r"\[([^\[\]\n]{1,240})\]")
_ROUND = pattern(r"\(([^()\n]{1,160})\)")


def scan(part: Part) -> tuple[Found, ...]:
    """Return the leftovers that a part shows by itself, in order and without overlaps, spans relative to it."""
    found = sorted(_all(part), key=lambda one: (one.span.start, -one.span.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def _all(part: Part) -> Iterator[Found]:
    words = part.words
    if part.kind == "headline" and _STOPGAP_HEADLINE.pattern.fullmatch(words):
        yield Found(Span(0, len(words)), _STOPGAP_HEADLINE)
    lowered = words.lower()
    if _looks_like_any(_WORDS, _STRINGS, part, lowered):
        for kind in _ROWS:
            if _looks_like_any(kind.words, kind.strings, part, lowered):
                yield from _matches(kind, words)
    for needed, brackets, rows in (("[", _SQUARE, BRACKETED), ("(", _ROUND, PARENTHESISED)):
        if needed in words:
            for match in brackets.finditer(words):
                inner = match.group(1).strip()
                if note := next((kind for kind in rows if kind.pattern.fullmatch(inner)), None):
                    yield Found(Span(*match.span()), note)


def _looks_like_any(words: frozenset[str], strings: tuple[str, ...], part: Part, lowered: str) -> bool:
    return not words.isdisjoint(part.vocabulary) or any(string in lowered for string in strings)


def _matches(kind: Row, words: str) -> Iterator[Found]:
    for match in kind.pattern.finditer(words):
        if kind.accepts(words, match):
            yield Found(Span(match.start(), match.start() + len(match.group().rstrip())), kind)
