"""What was said to colleagues, or to a machine: notes to the desk, directions of a wire, a chatbot's replies."""

from __future__ import annotations

import re

from copydesk_rules.copy._fields import EMPTY_FIELD
from copydesk_rules.copy._row import no_code, row
from copydesk_rules.copy._to_come import SLOT

_TO_DESK = ("“{}”: a note to the desk is still here.", "it is addressed to colleagues, not to readers")

_LEADING_ON = frozenset("from until till at on of to for by in about was is cost costs".split())


def _is_wanted(words: str, match: re.Match[str]) -> bool:
    """Whether the sentence wants a word there: “open from ??”, not “No motive ??”."""
    before = words[max(0, match.start() - 12) : match.start()].split()
    if not before or not words[match.start() - 1].isspace():
        return False
    goes_on = len(match.group()) == 3 and before[-1].islower() and words[match.end() :].lstrip()[:1].islower()
    return goes_on or before[-1] in _LEADING_ON


REMARKS = (
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
        (?:\*\*+|\bXX+|//+|>>+|!!+|\?\?+) ?(?:CHECK|CONFIRM|VERIFY|QUERY|FIX|LEGAL|INSERT|UPDATE|NEEDS?|HOLD
        |GET|ADD|REWRITE|PLS|PLEASE|DO NOT (?:RUN|USE|PUBLISH|PRINT)|check with|insert)\b
        (?:[^*/<>!?.]{1,60}(?=XX|\*\*|//|<<|!!|\?\?))?
        (?: ?(?:XX+\b|\*\*+|//+|<<+|!!+|\?\?+))?|^\?{3,}$
        |>>+ ?(?:[A-Z0-9 ,.’'!:-]{8,160}\??|[^<>\n]{3,160}\?) ?<<+
        |\b(?:QUOTE|LINK|PHOTO|PIC|PICTURE|ART|MAP|REAX|REACTION|CAPTION|HED|HEADLINE|GRAPHIC|VIDEO|STAT|FIGURE|COMMENT
        |DETAIL|BYLINE|STANDFIRST|COPY|TEXT)S? TO (?:COME|FOLLOW)\b""",
        *_TO_DESK,
        strings="**|xx|//|>>|!!|??| to come| to follow",
    ),
    row(
        r"""
        ^\W{0,4}(?:(?:NB|N\.B\.|FAO|Attn|Note (?:for|to)),?:? (?:the )?
        (?:subs?|(?:\w+ )?desk|eds?|editors?|copy ?editors?|legal|lawyers?))\b.{0,200}$""",
        *_TO_DESK,
        words="nb fao attn note",
        any_case=True,
        quoted=False,
    ),
    row(
        r"\bPICKS? ?UP\b[^a-z\n]{0,30}\b(?:GRAF|PARA|PAR|PGH)S?\b[^a-z\n]{0,40}",
        *_TO_DESK,
        words="graf grafs para paras par pars pgh pghs",
        also="pick picks pickup",
    ),
    row(
        r"(?:^|(?<=[.!?”\"] ))(?:SUBS?|(?:(?:NEWS|COPY|PICTURE) ?)?DESK|PIX) ?: .{3,160}",
        *_TO_DESK,
        words="subs sub desk newsdesk copydesk pix",
    ),
    row(
        r"""
        ^\W{0,4}(?:(?:EDS|EDITORS|NOTE TO EDITORS?|Eds|Note to [Ee]ditors?)\b ?[:—–-] ?.{1,200}
        |(?:BEGIN|END|START)S? OPTIONAL (?:TRIM|CUT|MATERIAL)S?
        |OPTIONAL (?:TRIM|CUT|MATERIAL)S? (?:BEGIN|END|FOLLOW)S?
        |(?:STORY|COPY) (?:CAN|MAY) END HERE\b.{0,60}|MORE (?:FOLLOWS|TO COME|LATER)|[—–-]{1,3} ?more ?[—–-]{1,3}
        |WITH (?:PHOTO|GRAPHIC|VIDEO)S?
        |NOTE: .{3,80}\bneeds? (?:updating|checking|confirming)|EMBARGO(?:ED)? ?(?:[:—–-]|UNTIL|TILL) ?.{1,80}
        |(?:ADDS|SUBS|UPDATES|CORRECTS) .{0,40}\b(?:graf|para|grafs|paras|byline|dateline|headline)\b.{0,100})
        \W{0,4}$""",
        "“{}”: a direction to editors is still here.",
        "wires send such lines with the copy, for desks and not for readers",
        words="""eds editors editor note optional follows embargo embargoed adds subs updates corrects here more photo
        photos graphic graphics video videos""",
    ),
    row(
        r"""
        ^[*_#>]{0,4}(?:meta ?(?:title|description)|seo[ -](?:headline|hed|title|description|keywords?)|slug(?:line)?
        |(?:sub-?)?hed|dek|web ?head(?:line)?|standfirst|sub-?head|strapline|social (?:headline|copy|text)|tweet text
        |cut-?line|pull ?quote|word ?count|focus keyword|alt text|url slug)[*_]{0,3}
        (?: ?\([^()\n]{1,40}\))?:\W{0,3}.{1,300}$""",
        "“{}”: a field of the publishing system stands in the copy.",
        "it was pasted with the words that belong into it",
        words="""meta metatitle metadescription seo slug slugline hed subhed dek webhead webheadline web standfirst
        subhead sub strapline social tweet cutline cut pullquote pull wordcount word focus alt url""",
        any_case=True,
        quoted=False,
    ),
    row(
        r"""
        ^\W{0,4}(?:(?:this is (?:only )?a )?test (?:post|article|story|page|entry)\b.{0,60}
        |test(?: test)+(?:,? (?:please )?ignore)?
        |(?:asdf|qwerty)\w*\b.{0,40}|blah(?:[ ,]+blah)*
        |(?:please )?(?:delete|ignore|remove) this(?: (?:paragraph|para|line|text|post))?
        |(?:write|start writing|type|enter) (?:your|the) (?:story|article|text|post)(?: here)?|type (?:something|here)
        |(?:add|insert|write|enter) (?:a |the )?(?:caption|headline|title|quote|photo|image|alt text)(?: here)?
        |null|undefined|nan)\W{0,4}$""",
        *SLOT,
        words="""test asdf asdfasdf asdfgh asdfghjkl qwerty qwertyuiop blah delete ignore remove write writing type
        enter add insert null undefined nan""",
        any_case=True,
        quoted=False,
    ),
    row(
        r"(?:^|(?<=[.!?] ))Blah(?:,? blah){2,}\.",
        *SLOT,
        words="blah",
        quoted=False,
    ),
    row(
        r"(?:\bblah,? )+(?:[a-z]+ ){0,3}(?:quotes?|comment|text|copy)\b[^.!?”\"]{0,40}\bblah\b",
        *SLOT,
        words="blah",
    ),
    row(r"\bNaN\b(?! (?:bread|on))", *EMPTY_FIELD, words="nan", accepts=no_code),
    row(
        r"\bFIXME\b|(?:(?<=^)|(?<=[ (\[]))TODO(?=:| (?:check|add|confirm|write|fix|ask|find|insert|link|the)|\))",
        "“{}”: a task that was left for later.",
        "TODO and FIXME mark what still has to be done",
        words="todo fixme",
        accepts=no_code,
    ),
    row(
        r"""
        ^\W{0,4}(?:(?:STRICTLY )?(?:NOT FOR PUBLICATION|EMBARGOED (?:UNTIL|TILL|TO|FOR))|DO NOT PUBLISH
        |DO NOT USE BEFORE|HOLD FOR (?:RELEASE|LEGAL|COMMENT)|(?:FIRST|ROUGH|WORKING) DRAFT\b|DRAFT (?:ONLY|COPY|V?\d)
        |NOT LEGALLED|AWAITING LEGAL|(?:CHECK|CONFIRM) WITH |NEEDS? LEGAL )[^.]{0,80}""",
        "“{}”: an instruction to colleagues is still here.",
        "it is addressed to colleagues, not to readers",
        words="""publication publications embargoed publish published publishing hold draft legalled awaiting legal
        check confirm use""",
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
        |^i(?:[’']ve| have) (?:rewritten|revised|edited|shortened|polished|updated|drafted) (?:the|your|this)
        [ ](?:article|story|text|draft|copy|piece|headline|paragraph)\b[^.\n]{0,100}
        |\bmy (?:last )?knowledge (?:update|cut-?off)\b|:contentReference\[|\boaicite\b""",
        "“{}”: a chatbot's reply to whoever asked it, not copy.",
        "the answer was pasted with the remarks around it",
        words="""knowledge contentreference oaicite rewritten revised edited improved shortened polished updated
        drafted""",
        strings="language model| me to |, i can|, here|! here|. here|, below is|! below is|. below is",
        also="model certainly sure course absolutely here you i knowledge contentreference oaicite",
        any_case=True,
        quoted=False,
    ),
    row(
        r"""
        ^(?:would you like|do you want|shall i|should i)\b(?: me)?[^.!?\n]{4,120}\?$
        |^(?:regenerate(?: response)?|stop generating|(?:chatgpt|copilot|gemini|claude) said:|as an ai\b.{0,80})$
        |^translated (?:with|by) (?:www\.)?(?:deepl|google|chatgpt)\b.{0,40}$
        |^(?:hi|hello|hey|dear|morning) \w+, .{0,60}\b(?:copy|attached|below|filed|as agreed|\d+ words)\b.{0,120}$""",
        "“{}”: what was said to a colleague, or to a machine, is still here.",
        "it was pasted with the copy",
        words="""would shall should want regenerate generating said ai translated hi hello hey dear morning""",
        any_case=True,
        quoted=False,
    ),
    row(
        r"""
        【\d+†[^】\n]{1,40}】|(?:cite|\b)turn\d+search\d+\b|^i hope this helps!?$
        |\blet me know if you(?:[’']d| would) like (?:me to|any changes)\b[^.\n]{0,60}
        |^i[’']m sorry,? but i (?:can[’']?t|cannot) (?:fulfill?|assist|help with|comply)\b[^.\n]{0,60}
        |^here(?:[’']s| is) a (?:\w+ )?draft of (?:the|your) (?:\w+ )?(?:story|article|piece)\b[^.\n]{0,60}""",
        "“{}”: a chatbot's reply to whoever asked it, not copy.",
        "the answer was pasted with the remarks around it",
        words="helps changes sorry draft",
        strings="†|turn0|turn1|citeturn|let me know if",
        any_case=True,
        quoted=False,
    ),
    row(
        r"""
        (?:<<|//|\*\*\*) ?(?i:check|confirm|verify|query)(?: \w+){0,4} ?(?:>>|//|\*\*\*)""",
        *_TO_DESK,
        words="check confirm verify query",
    ),
    row(
        r"\?{2,6}(?=[ .,;)]|$)",
        "“{}”: something is still to come here.",
        "question marks keep the place of what nobody knew yet",
        strings=" ??",
        accepts=_is_wanted,
    ),
)
