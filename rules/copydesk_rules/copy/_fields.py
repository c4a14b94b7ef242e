"""Fields of a template that nothing filled."""

from __future__ import annotations

from copydesk_rules.copy._row import no_code, no_talk_of, row

EMPTY_FIELD = ("“{}”: a field of the template was not filled in.", "a program or a person was to put the words here")

# What a story template asks for. In capitals only: “[the city]” is a reporter's explanation in a quotation.
_NAME = r"""
    (?:(?:FIRST|LAST|FULL|YOUR|COMPANY|TEAM|CITY|FILE|USER|PRODUCT|JOB|EVENT|CLIENT|INSERT|CONTACT|SPOKESPERSON)
    [ _-]?(?:NAME|TITLE|HERE|DATE|QUOTE|NUMBER|COMPANY)
    |NAME|SURNAME|TITLE|AGE|DATE|DAY|MONTH|YEAR|PLACE|LOCATION|CITY|TOWN|COUNTRY|VENUE|NUMBER|AMOUNT|FIGURE|PRICE
    |TEAM|SCORE|QUOTE|SOURCE|SPOKESPERSON|SPOKESMAN|LINK|URL|EMAIL|PHONE|ADDRESS|FIELD|PLACEHOLDER|VARIABLE|VALUE
    |HEADLINE|BYLINE|AUTHOR|CAPTION|CREDIT|IMAGE|PRODUCT|EVENT|COMPANY|ORGANI[SZ]ATION|PERCENT(?:AGE)?)"""

FIELD = row(
    r"""
    \{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,60}\}|#\{[^{}\n]{1,60}\}|\{%[^%\n]{1,80}%\}
    |(?<![\w\\])\{(?!(?:sic|at|dot|AT|DOT)\})(?:[A-Za-z_][\w.]+(?: [A-Za-z_]\w*){0,3}|\d|)
    (?:\|[^{}\n]{0,40})?\}(?!\w)""",
    *EMPTY_FIELD,
    strings="{",
    accepts=no_code,
)
FIELDS = (
    FIELD,
    row(
        r"%(?:\(\w{1,30}\)[sdif]|(?<![\w%]%)(?:\d\$)?[sd@](?![\w%])|[A-Z]{2,}(?:_[A-Z]+)*%)|<%=?[^%\n]{1,80}%>",
        *EMPTY_FIELD,
        strings="%",
        accepts=no_code,
    ),
    row(
        rf"\$(?<!\w\$)(?:{_NAME}|[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+|[a-z]{{2,}}(?:[A-Z][a-z]+)+)(?!\w)",
        *EMPTY_FIELD,
        strings="$",
        accepts=no_code,
    ),
    row(
        rf"""
        [\[<«](?:
        {_NAME}[\]>»]
        |(?<=\[)(?:\[[^\[\]\n]{{1,60}}\]\]|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\]|object Object\]
        |(?:insert|enter|add|your) [^\[\]]{{1,60}} here\]
        |(?:Your|First|Last|Full|Company|Job|Product|Client|Event|City|Team|Spokesperson)
        [ ](?:Name|Title|Company|Date|City)\]|City, State\]|NAME OF [A-Z ]{{3,30}}\]|%\w{{2,30}}%\])
        |(?<=«)\w{{2,20}}_\w{{2,20}}»
        |(?<=<)<?(?:(?:[Ii]nsert|INSERT|[Ee]nter|ENTER) [^<>]{{1,50}}|your [^<>]{{1,30}}
        |(?:first |last |full )?name|date|place|headline|number|amount|quote|figure|placeholder|company name|job title
        |spokes(?:person|man|woman)|link|caption|city)>{{1,2}})""",
        *EMPTY_FIELD,
        strings="[|<|«",
        accepts=no_code,
    ),
    row(
        r"\[(?:Name|Date|Amount|Number|Headline|Quote|Figure|Percentage|Location|Surname)\]",
        *EMPTY_FIELD,
        strings="[name|[date|[amount|[number|[headline|[quote|[figure|[percentage|[location|[surname",
        quoted=False,
    ),
    row(
        r"""
        @(?<!\w@)(?:@\w{2,30}@@|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+@(?!\w))
        |(?<=[a-z] )\#{2,4}(?=[ .,%°])|(?<!\w)__[A-Z]{3,}(?:_[A-Z]+)*__(?!\w)""",
        *EMPTY_FIELD,
        strings="@| ##|__",
    ),
    row(
        r"\bINSERT[-_](?:[A-Z]+[-_])*(?:LINK|URL|NAME|PHOTO|QUOTE|DATE|HERE|IMAGE|TEXT|TITLE)\b",
        *EMPTY_FIELD,
        words="insert",
    ),
    row(r"\btranslation missing: [a-z]{2}\.[\w.]+", *EMPTY_FIELD, words="missing", also="translation"),
    row(
        r"""
        \#(?:REF!|N/A\b|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|(?<![\w=!<>])=[A-Z]{2,12}\([^)\n]{1,60}\)
        |(?<![\w=!<>])=[A-Z]{1,2}\d{1,5}[-+*/][A-Z]{1,2}\d{1,5}\b""",
        "“{}”: what a spreadsheet reckons with, or its error, stands where the figure should.",
        "the cell was copied, or what it counts with is broken",
        strings="#|=",
        accepts=no_talk_of(r"spreadsheet|\bcell\b|formula|\bExcel\b|\berror\b"),
    ),
    row(
        r"""
        \#\#[A-Z_]{3,30}\#\#|\*\|[A-Z][A-Z0-9_:]{1,30}\|\*|%%\w{2,30}%%|<<[A-Z]\w{1,20}(?:[ _]\w{1,20}){0,2}>>
        |\{[$!][A-Za-z][\w.]{1,40}\}|\[(?:TEAM|PLAYER|PARTY|PERSON|CITY) (?:[A-Z]|\d)\]""",
        *EMPTY_FIELD,
        strings="##|*|%%|<<|{$|{!|[team|[player|[party|[person|[city",
        accepts=no_code,
    ),
    row(
        r"""
        (?<![\w-])[$£€]?NaN(?![\w’'-])|\bInvalid Date\b|(?<=\w )\#{5,}(?= \w)
        |\bError! (?:Reference|Bookmark)\b[^.]{0,30}|\b(null|undefined|None),? \1\b
        |(?<=[$£€])(?:undefined|null|None)\b
        |\b(?:undefined|null)
        (?= (?:per ?cent|million|billion|people|votes|points|beat|said|won|lost|scored)\b)""",
        "“{}”: a program's error stands where the words should.",
        "the value that was to be filled in could not be worked out",
        words="nan invalid error null undefined none",
        strings="#####",
        accepts=no_code,
    ),
)
