"""Notes and queries to the desk, in brackets: what is one, and what is a reporter's own bracket."""

from __future__ import annotations

from copydesk_rules.copy._row import Row, row


def _note(form: str, *, any_case: bool = False, quoted: bool = True) -> Row:
    return row(
        form,
        "“{}”: a note to the desk is still here.",
        "it asks colleagues to do something before publication",
        any_case=any_case,
        quoted=quoted,
        note=True,
    )


def _query(form: str, *, any_case: bool = False) -> Row:
    return row(
        form,
        "“{}”: a query is still here.",
        "it asks colleagues a question, not readers",
        any_case=any_case,
        quoted=False,
        note=True,
    )


_VERB = r"""
    (?:(?:double|fact|cross|spell)?[ -]?check(?:ing)?|confirm(?:ing)?|verify|clarify|insert|chase|re-?write|recast
    |expand|add|replace|delete|update|fix|pls|plz|please|awaiting|waiting
    |needs? (?:to |a |more |check|confirm|legal|rewrit|sourc|link|quot))"""
_OBJECT = r"""
    (?:spellings?|names?|titles?|ages?|facts?|figures?|quotes?|quotations?|numbers?|dates?|times?|sources?|links?
    |photos?|pics?|pix|pictures?|captions?|credits?|headlines?|standfirst|paras?|paragraphs?|copy|legal|lawyers?
    |police|reporters?|author|style|this|these|here|later|attribution|context|details?|background|location|rank
    |response|comments?|map|graphic|video|embed|intro|ending|section)"""
_COLLEAGUE = r"""
    (?:note to (?:the )?(?:\w+ )?(?:eds?|editors?|desk|subs?|self|author|reporter|designer)
    |(?:for|fao|to) (?:the )?(?:\w+ )?(?:desk|subs|eds?|editor|legal|lawyers?)
    |(?:copy|news|picture|photo|web|sub|night) ?desk|desk|subs?|query|qy|au|todo|to do|fixme|legal|fact[ -]?check)"""
_WRITER = r"(?:eds?|editors?|editor[’']s note|ed\.? note|sub|lawyers?|writer|reporter|author|note|nb|n\.b\.|q)"

# Reporters explain and mend quotations between square brackets (“[the president]”, “[sic]”), so a verb alone is no
# note, and what could be such a mending is none inside a quotation.
BRACKETED = (
    _note(
        r"""
        (?:CHECK|CONFIRM|VERIFY|INSERT|ADD|QUERY|NEEDS?|PLS|PLEASE|LEGAL|QUOTE|PIC|PIX|MORE HERE|MORE TO COME|TO COME
        |TBC|TBD|TK|TKTK|CQ|XX+|SPELLING|SOURCE|LINK|EMBED|MAP|CITATION NEEDED|MISSING|PULL ?QUOTE|CUT|TRIM|REWRITE
        |REDO|STET|DRAFT|OPTIONAL|FACT[ -]?CHECK|TEXT|COPY)\b[^a-z]{0,100}(?:(?<=:).{0,200}|(?<=: ).{0,200})?
        |TK [a-z].{1,80}|(?:[\w’'-]+ ){1,8}(?:tk|tktk|TK|TKTK|tbc|tbd|TBC|TBD)
        |\#?(?:tk|TK)|tktk|cq|tbc|tbd|sp\??|\?{2,}|xx+""",
    ),
    _note(
        rf"""
        (?:{_WRITER}|{_COLLEAGUE})\.? ?[:—–,-] *
        (?:{_VERB}|can (?:we|you)|do we|is this|are (?:these|we)|should (?:we|this)|who|which|what|where (?:is|was)
        |spelling|not sure)\b.{{0,200}}
        |{_COLLEAGUE} ?[:—–] *.{{1,200}}|{_WRITER} ?[:—–] *.{{1,160}}\b(?:pls|plz)\b.{{0,160}}""",
        any_case=True,
    ),
    _note(
        rf"""
        (?:(?:XX+|\*+|\?\?+|!!+) ?)?{_VERB}(?: \w+){{0,3}} (?:{_OBJECT}|with .{{1,40}})\b.{{0,80}}
        |(?:XX+|\*+|\?\?+|!!+) ?(?:check|confirm|verify|please|pls|add|query)\b.{{0,80}}
        |(?:please|pls|plz) (?:check|confirm|verify|fix|add|insert|update|advise|supply|replace|rewrite)\b.{{0,80}}
        |insert .{{1,60}}
        |(?:photo|picture|image|quote|caption|map|graphic|link|video|name|figures?|details?|more|response|reaction)
        (?: to come| to follow| to be added| to be confirmed| to be supplied| goes here
        | here| tk| tbc| needed| missing)
        |(?:to be|needs?|needs to be) (?:checked|checking|confirmed|confirming|verified|legalled|updated|rewritten)
        |citation needed|source needed""",
        any_case=True,
        quoted=False,
    ),
    _query(
        r"""
        (?:is this|are these|are we|do we|can we|should we|should this|did he|did she)\b.{0,80}\?
        |(?:spelling|sp|source|date|age|title|name|correct|true|surname|rank|figure|who says|says who
        |which one)\?+""",
        any_case=True,
    ),
    _query(
        r"""
        (?:who|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have|can|could|should)\b[^.!?]{3,80}\?
        |[A-Z]{2,3} ?[:–—-] ?[^.!]{4,120}\?|(?:[$£€%]|[a-z]{3,20})\?+""",
    ),
    _note(
        r"""
        .*\b(?:please|pls|plz) (?:check|confirm|verify|advise|fix|supply)\b.*
        |.*\bdelete as (?:appropriate|applicable|necessary)\b.*
        |(?-i:(?:PHOTO|PIC|PICTURE|IMAGE|GRAPHIC|VIDEO|QUOTE|LINK|MAP|BOX|CAPTION)\b
        [^a-z]{0,60}\b(?:HERE|TK|TO COME|NEEDED|MISSING)\b).*
        |[A-Z][a-z]+ ?[,:–—-] ?(?:can|could|please|pls|will|do|did|have) (?:you|we|u|check|ring|call|ask)\b.*""",
        any_case=True,
    ),
    _note(
        r"""
        (?=.*\w\?)(?=.*\b(?:need|needs|fix|check|confirm|who|why|which|really|source|right|sure|our|we|us)\b).{8,240}
        |(?:hi|hey|hello|dear|morning|evening) [A-Z][a-z]+\b.{2,200}
        |(?=.*\b(?:feel free to|let me know|can you|could you|sorry this|thx)\b).{8,240}""",
        any_case=True,
        quoted=False,
    ),
    _note(
        r"(?:check|confirm|verify|query|source|spelling|fact[ -]?check)(?: this)?",
        any_case=True,
        quoted=False,
    ),
    _note(
        r"""
        .{8,160} ?[–—-] ?[A-Z]{2,3}
        |(?:needs?|this needs?|we need|still need|have asked|ask|asked|waiting for|chasing|check with)
        [ ][^.!?]{3,100}""",
        quoted=False,
    ),
    _note(
        r"""
        (?!(?:(?:GRAPHIC|EXPLICIT|EXCLUSIVE|FULL|RAW|LIVE|WATCH)[ ])?(?:PIC|PICTURE|IMAGE|PHOTO|VIDEO|FOOTAGE|AUDIO
        |GRAPHIC|CONTENT|GALLERY)S?$)
        (?:GET|ADD|USE|RUN|PUT|CROP|LINK|SEE|WITH|PIC|VIDEO|GRAPHIC|PHOTO|NB|LEDE|INTRO|LEGAL|LAWYER(?:ED)?)
        (?: [A-Z][A-Z’'-]*){0,6}|[Ll]ink(?:s|ed)? (?:to|here)\b.{0,60}|(?:NB|nb)\b.{1,120}|lawyered|legalled
        |(?:UPDATE|UPDATING|NOTE)S?:? (?:add|insert|check|with|get|needs?|after|before|once|when)\b.{1,120}""",
        quoted=False,
    ),
    _note(
        r"""
        (?:(?:fc|fact[ -]?check|pics?): .{1,80}|fact[ -]?check(?:ed)?|embed (?:tweet|video|post|map|graphic)\b.{0,40}
        |link        |sub-?head(?:ing)?|cross-?head|(?:side-?bar|box)(?: begins?| ends?)?|legalled .{1,40}|ends copy
        |(?:can )?(?:cut|trim|delete|move|lose|drop) (?:from|if|this|here|last|par|para|graf|up|down)\b.{0,60}
        |(?:(?-i:[A-Z]{2,5})|subs?|desk|legal|lawyers?) to (?:update|follow|come|check|file|add|write)\b.{0,40}
        |@\w+:? (?:can you|is this)\b.{1,80}\?|(?:repeats?|same as) (?:\w+ ){0,3}(?:above|below)
        |(?:full|first|last) name|number|x+)""",
        any_case=True,
        quoted=False,
    ),
)
# Round brackets hold ordinary asides (“(check with your doctor)”), so only what no reader is ever told counts.
PARENTHESISED = (
    _note(
        rf"""
        (?:XX+|\*\*+|\?\?+|!!+) ?(?:please |pls )?(?:check|confirm|verify|query)\b.{{0,80}}|XX+ please .{{1,60}}
        |(?:please|pls|plz) (?:check|confirm|verify)(?: (?:this|spelling|name|date|figures?|age|title|quote))?
        |(?:double[ -]?|fact[ -]?)?check (?:this|spelling|facts?|figures?|quote|name|sp)[.?!]?|(?-i:CHECK(?: [A-Z]+)*)
        |(?:spelling|sp)\?+|needs? (?:checking|confirming|to be checked|legalling)
        |needs? to (?:check|confirm|verify|ask|chase|ring)\b.{{0,120}}
        |(?-i:[A-Z][a-z]+) ?[,:–—-] ?(?:can|could|please|pls|will) (?:you|we|u|check|ring|call|ask)\b.{{0,120}}
        |(?:subs?|desk|legal) to (?:check|confirm)|\?{{3,}}|tktk|(?-i:cq)|(?-i:TODO)\b.{{0,80}}
        |(?:ed|eds|editors?|subs?|desk) ?[:—–-] *(?:{_VERB}|adds?|updates?|story|copy)\b.{{0,80}}
        |(?:subs?|(?:\w+ )?desk|eds?|legal) ?[:–—-] ?.{{0,160}}
        \b(?:par|para|graf|copy|piece|story|intro|spelt|spelling|pls|please|run|seen|yet|\w+\?)(?:\b|$).{{0,120}}
        |(?-i:LEGAL|SUBS?|(?:(?:COPY|NEWS|PICTURE) ?)?DESK|PIX|PICS|LAWYERS?|TO DESK|FAO [A-Z]+) ?[:—–-] ?.{{3,200}}
        |note to (?:the )?(?:eds?|editors?|desk|subs?)\b.{{0,100}}
        |(?:quote|reax|more|detail|picture)s? to (?:come|follow)
        |is (?:this|that) (?:the )?(?:right|correct)\b.{{0,60}}\?
        |insert (?:\w+ ){{0,3}}here|insert {_OBJECT}
        |verify|check date|(?:desk|subs?|eds?),? (?:pls|please) .{{1,60}}
        |(?:link|photo|pic|caption|video) to come|eds: *(?:with|recasts?|corrects?|changes|drops?)\b.{{0,80}}
        |(?-i:MORE(?: TO (?:FOLLOW|COME))?\b[^a-z]{{0,80}}|OPTIONAL (?:TRIM|CUT|ADD)[ A-Z]{{0,20}}|DRAFT)""",
        any_case=True,
    ),
)
