"""What was to be put in later: TK, Xs for figures and names, slots of a page, dummy text."""

from __future__ import annotations

import re

from copydesk.facts.names.lexicon import ordinary_words
from copydesk.rules import pattern
from copydesk_rules.copy._row import no_talk_of, row

_no_format = no_talk_of(r"format|\border\b|\bstyle|notation|written|convention|standard|syntax|placeholder|template")
_no_filler = no_talk_of(
    r"placeholder|pangram|typeface|\bfonts?\b|keyboard|dummy|filler|typograph|Cicero|gibberish|\bquia\b|generator|printers"
)
_no_word_of_tk = no_talk_of(
    r"\bTcl\b|\bPerl\b|toolkit|journalis|reporters? (?:write|use)|editors? (?:write|use|have)|shorthand"
)
_no_quiz = no_talk_of(r"\bblanks?\b|\bquiz|puzzle|crossword|fill(?:ed|ing)?[ -]in|riddle|complete the")


def _shortens_nothing(words: str, match: re.Match[str]) -> bool:
    """Whether the letters in brackets are not an acronym of the words before, as in “Techniker Krankenkasse (TK)”."""
    letters = match.group().strip("()").lower()
    before = re.findall(r"\w+", words[max(0, match.start() - 80) : match.start()])[-5:]
    initials = "".join(word[0] for word in before).lower()
    return letters not in initials and not (before and before[-1].lower().startswith(letters[0]))


_NUMBERED = frozenset(
    "size part act chapter article book volume title section phase type class day king pope".split()
)


def _counts(words: str, match: re.Match[str]) -> bool:
    """Whether Xs stand where a number of things would: “will treat XX patients”, not “Pius XX does”."""
    before = re.findall(r"[\w’'-]+", words[max(0, match.start() - 40) : match.start()])
    return bool(before) and before[-1].islower() and before[-1] not in _NUMBERED


def _short(words: str, match: re.Match[str]) -> bool:
    return len(words) < 80


def _in_running_copy(words: str, match: re.Match[str]) -> bool:
    return len(words) > 24 and not words[: match.start()].endswith(": ") and _no_quiz(words, match)


_TO_COME = ("“{}”: something is still to come here.", "TK is an editor's mark for “to come”")
SLOT = ("“{}” stands where the words themselves should.", "a slot of the page was never filled in")
_FIGURE = ("“{}”: the figure is missing.", "Xs keep the place of a figure that was to be filled in")

# The words of lorem ipsum and of what generators make of it.
_LATIN = """
    lorem ipsum dolor dolore dolorem sit amet consectetur consectetuer adipiscing adipisicing elit sed eiusmod
    tempor incididunt ut labore et magna aliqua aliquam aliquet aliquip enim ad minim veniam quis nostrud
    exercitation ullamco laboris nisi nisl ex ea commodo consequat duis aute irure in reprehenderit voluptate
    velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui
    officia deserunt mollit anim id est laborum curabitur pretium tincidunt lacus gravida orci odio a nunc
    euismod eget ultricies vitae vestibulum pellentesque habitant morbi tristique senectus netus malesuada fames
    turpis egestas maecenas praesent donec phasellus suspendisse vivamus fusce mauris nec ac faucibus felis
    lectus sapien urna diam purus libero"""
_FILLER = r"(?:text|copy|blah|asdf\w*|x{3,}|words?|test)"
_DESK_NOUN = r"""
    (?:headline|hed|dek|subhead(?:ing|line)?|sub-?hed|standfirst|strapline|lede|byline|cutline|caption|pull[ -]?quote
    |(?:body|article) (?:text|copy)|intro(?:duction)? (?:text|copy|para(?:graph)?)|placeholder text)"""

LONE_TK = row(r"(?<![\w.’'&/<@#-])TK(?![’'&/-]?\w|,? [A-Z]| ?\d|>|\.\w)", *_TO_COME, words="tk")
# What shows that TK is a name here: TK Maxx, DJ TK, TK's, Tom “TK” Brown, flight TK 1980. “Mayor TK” shows nothing.
_TK_NAMED = pattern(
    r"\b(?:known|called|nicknamed|dubbed|writes?|used?|using|letters|abbreviation) (?:[^.,;]{1,30} )?(?:as )?TK\b"
    r"|\bTK[’']s\b|\bTK,? [A-Z][a-z]|[“\"‘']TK[”\"’']|\bTK ?\d|\bT\. ?K\."
    r"|\bTK, as (?:he|she|they|everybody|everyone)\b|\(TK\) [A-Z]"
)
_BEFORE_TK = pattern(r"\b([A-Z][A-Za-z.]*) TK\b")
_RANKS = frozenset("mr mrs ms dr prof rev hon gov sen rep sgt lt col gen maj capt cpl pvt det insp supt st".split())


def tk_is_a_name(words: str) -> bool:
    """Whether some words show that the letters are somebody's or something's name."""
    if _TK_NAMED.search(words):
        return True
    small = (before.lower().rstrip(".") for before in _BEFORE_TK.findall(words))
    return any(word not in _RANKS and word not in ordinary_words() for word in small)


TO_COME = (
    row(
        rf"""
        (?<![\w.])(?:TK){{2,}}(?!\w)|(?<![\w.])TKth\b|(?<=, )tk(?=,)|(?<![\w.<])TK TK(?!\w)|(?<!\w)[$£€]TK(?!\w)
        |(?<![\w.<])TK(?= ?%| per ?cent\b| (?:m|b|tr)illion\b|-year-old| (?:years|people|words)\b)
        |\b(?:{_DESK_NOUN}|graf|quote|name|title|photo|pic|art|number|figure|stat|date|age|link|cite|source|bio)s?
        [ ]tk(?![\w’'&]| (?-i:[A-Z][a-z]))|\b(?-i:[A-Z]{{3,}}S? TK)(?![\w’'&])
        |(?<=[a-z] )(?-i:tk)(?= [a-z]{{2,}}\b)
        |(?<![\w.<-])(?-i:TK)(?=-(?!based|led|owned|style|backed|funded)[a-z]{{2,}})""",
        *_TO_COME,
        words="tkth " + " ".join("tk" * times for times in range(1, 9)),
        any_case=True,
        accepts=_no_word_of_tk,
    ),
    row(r"\(TK\)", *_TO_COME, words="tk", accepts=_shortens_nothing),
    LONE_TK,
    row(
        rf"""
        \b(?:your )?(?:{_DESK_NOUN}|(?:body|text|copy|title|quote|name|photo|image|paragraph|content)(?= go))
        (?: text)? (?:goes|to go|go) (?:in )?here\b|^(?:headline|hed|title) (?:in )?here\b.{{0,60}}
        |\b(?-i:(?<![A-Z] )(?:(?:INSERT|ADD|PUT|YOUR|BYLINE|ALT|MAIN|AUTHOR|PULL) )?
        (?:BYLINE|AUTHOR|NAME|QUOTE|PHOTO|PIC|IMAGE|PICTURE|LINK|TEXT|COPY|DATE|CAPTION|TITLE
        |HEADLINE|FIGURE|VIDEO|GRAPHIC|MAP|STANDFIRST|LOGO)S? (?:GOES |TO GO )?HERE)\b
        |\b(?:insert|enter|add|type|write|paste|put) (?:(?:a|an|the|your) )?{_DESK_NOUN}(?: text)? here\b
        |\b(?:click (?:here )?to (?:edit|add)|type|enter) (?:(?:your|an?|the) )?(?:text|title|headline|caption)
        (?: here)?\s*\.?$""",
        *SLOT,
        words="here click type enter",
        also="""go goes insert add type enter write paste put click headline hed title byline author name quote photo
        pic image picture link text copy date caption figure video graphic map standfirst logo""",
        any_case=True,
        quoted=False,
    ),
    row(
        rf"""
        ^\W{{0,3}}(?:your|main|sub|this is (?:a|the))? ?
        (?:{_DESK_NOUN}|title|text|copy|quote|photo|image|picture|link) (?:text )?
        (?:here|to come|tbc|tbd)(?:,? please)?\W{{0,3}}$
        |^\W{{0,3}}(?:sub-?head|(?:sub-?)?hed|headline|dek|standfirst|strapline|byline|cut-?line|pull[ -]?quote)
        \W{{0,3}}$
        |^\W{{0,3}}(?:this is )?(?:an? |the |some )?(?:placeholder|dummy|filler)
        [ ](?:text|copy|headline|hed|title|caption|standfirst|quote|image|story|article|paragraph)\b
        [^“”"]{{0,40}}$""",
        *SLOT,
        words="""here come tbc tbd placeholder dummy filler sub subhead subhed headline hed dek standfirst strapline
        byline cut cutline pull pullquote""",
        any_case=True,
        accepts=_short,
    ),
    row(
        r"""
        \blorem ipsum dolor sit amet\b[^.]{0,200}\.?|\b(?!(?-i:Lorem Ipsum))lorem ipsum\b|^\W*lorem ipsum\W*$
        |\bdolor sit amet\b
        |\bconsectetue?r adipisc\w+|\bsed do eiusmod\b|\bthe quick brown fox jump(?:s|ed) over the lazy dog\b""",
        "Dummy text: “{}”.",
        "Lorem ipsum is the printers' dummy text, put where copy was to come",
        words="ipsum amet consectetur consectetuer eiusmod lazy",
        any_case=True,
        quoted=False,
        accepts=_no_filler,
    ),
    row(
        r"""
        [$£€¥](?<![\w$£€¥].) ?(?:X+(?:[.,]X+)+(?!\w)|X{2,4}(?:m|bn)?\b|[xX]{1,3},\d{3}\b|xx+(?:m|bn)?\b
        |X(?= ?(?:m|b|tr)illion\b|(?:m|bn)\b))
        |\b[Xx]{2,3}(?= ?%| per ?cent\b| (?:hundred|thousand|[mb]illion|trillion)\b|-year-old\b)
        |(?:(?<=least )|(?<=than )|(?<=about )|(?<=killed )|(?<=some )|(?<=nearly )|(?<=aged )|(?<=around )
        |(?<=who is )|(?<=who was ))X{2,3}(?=[ ,.]|$)
        (?! (?:chromosome|male|female|wom[ae]n|m[ae]n|girl|boy|athlete|and XY)| [A-Z])
        |\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\.? XX\b
        |\bX{1,2},XXX\b|\bX{5,12}\b|\b(?:19|20)XX\b|\bXXX[-. ]XXX[-. ]XXXX\b
        |\b[Xx]{2}(?= (?:January|February|March|April|May|June|July|August|September|October|November
        |December)\b)""",
        *_FIGURE,
        strings="xx| x|$x|£x|€x|¥x",
        accepts=_no_format,
    ),
    row(
        r"[$£€](?:\?{1,4}|(?:00(?:\.0{1,2})?|0\.0{1,2})(?= (?:m|b|tr)illion\b|(?:m|bn)\b))",
        *_FIGURE,
        strings="$|£|€",
        accepts=_no_format,
    ),
    row(r"[Pp](?<!\w.)(?:ages?|p?\.) (?:X{2,4}|0{1,3})\b", *_FIGURE, words="page pages pp p"),
    row(
        r"00(?<=[a-z], ..)(?=, (?:an?|of|from|who|said|was)\b)|\(00\)(?<=[a-z] .{4})",
        *_FIGURE,
        strings=", 00,|(00)",
    ),
    row(
        r"""
        \bX{2,3}(?= (?:[a-z]+ )?(?!chromosomes|athletes|females|males|does|was|has|says|gives|takes|makes)[a-z]{3,}s\b
        |[ ]people\b| m[ae]n\b| wom[ae]n\b)""",
        *_FIGURE,
        strings=" xx",
        accepts=_counts,
    ),
    row(
        r"(?:F(?:irst ?[Nn]ame|orename)|FIRST ?NAME) (?:Last ?[Nn]ame|Surname|LAST ?NAME)\b",
        "“{}”: a name is missing.",
        "it keeps the place of somebody's name",
        words="firstname first forename",
        also="lastname last surname",
    ),
    row(
        r"""
        (?<![\w.-])(?:(?<=by )|(?<=said )|(?<=says )|(?<=from )|(?<=with )|(?<=at )|(?<=in )|(?<=of )|(?<=told )
        |(?<=to )|(?<=^)|(?<=[“"])|(?<=[”"] ))
        X{3,4}(?= (?:said|says|told|added)\b|,[”"] (?:said|he|she|they)\b|, \d\d?,)
        |(?<=, )X{3,4}(?=, (?:who|will|was|is)\b)
        |^[Xx]{3,4}(?= (?:said|says|told|was|is)\b)|\bXx{3,9}\b(?: Xx{2,9}\b)*""",
        "“{}”: a name or a quotation is missing.",
        "it keeps the place of words that were to be filled in",
        strings="xx",
    ),
    row(
        r"""
        \b(?:DD[/.-]MM(?:[/.-]YY(?:YY)?)?|MM[/.-]DD(?:[/.-]YY(?:YY)?)?|YYYY[/.-]MM(?:[/.-]DD)?
        |DD (?:Month|MMM|Mon|MM) YYYY|(?:Month|Mon) (?:DD|XX),? (?:YYYY|20XX)
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
    row(
        r"""
        (?<![\w.<])TK-?(?:NAME|AGE|DATE|QUOTE|TITLE|NUMBER|FIGURE)S?(?!\w)|(?<![\w.<-])TK-TK(?![\w-])
        |(?<!\w)[$£€]TK(?:m|bn|k)(?!\w)""",
        *_TO_COME,
        strings="tk",
    ),
    row(
        rf"\b(?:(?:{'|'.join(_LATIN.split())})\b(?:[ \n]|[,.;] ?|$)){{5,}}",
        "Dummy text: “{}”.",
        "words of lorem ipsum, the printers' dummy text, in a row",
        words=" ".join(word for word in _LATIN.split() if len(word) > 4),
        any_case=True,
        accepts=_no_filler,
    ),
    row(
        rf"^\W*{_FILLER}(?:[ ,.]+{_FILLER}){{2,}}\W*$",
        *SLOT,
        words="text copy blah asdf test word words",
        strings="xxx",
        any_case=True,
        quoted=False,
        accepts=_short,
    ),
    row(
        r"""
        (?:(?<=About )|(?<=Around )|(?<=Nearly ))X{2,3}(?= [a-z])
        |(?:(?<=bout )|(?<=least )|(?<=nearly ))xx(?= [a-z])
        |\b[Xx]{2,3}(?= (?:minutes|seconds|hours|days|weeks|months|years|votes|points|miles|kilomet(?:er|re)s)\b)
        |\bRs\.? ?X{2,}\b|\b[Xx]{2,3}(?=th\b)|\b(?:Mrs?|Ms|Dr)\.? (?:X{4,}|Xx{2,})\b
        |\bX\.X(?= ?%| per ?cent\b)|\b00?,000\b""",
        *_FIGURE,
        strings="xx|x.x|00,000",
        accepts=_no_format,
    ),
)
