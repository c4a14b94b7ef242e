"""What words say that figures are parts of another: the patterns of sums."""

from __future__ import annotations

import re

from copydesk.facts.figures import ANY, BETWEEN, PERCENT, SUM
from copydesk.patterns import pattern

N = SUM
_WORD = r"(?:\s(?!and\b|including\b|or\b)[A-Za-z][\w'’-]*)"
_PERSONS = (
    "people|persons?|men|man|women|woman|children|child|boys?|girls?|sons?|daughters?|brothers?|sisters?"
    "|adults?|teenagers?|babies|baby"
    "|males?|females?|pupils?|students?|soldiers?|troops|civilians?|officers?|officials?|policemen"
    "|policewomen|firefighters?|passengers?|crew"
    "|members?|victims?|workers?|employees|players?|patients?|migrants?|refugees?|tourists?|nationals"
    "|citizens|residents|pilots?|drivers?"
    "|guards?|militants?|rebels?|attackers?|protesters?|prisoners?|hostages?|suspects?|defendants?"
    "|Democrats|Republicans|independents?"
    "|Conservatives|lawmakers|senators|candidates|justices|judges|jurors|jurists|teachers|doctors|nurses"
    "|bystanders|dead|deaths?|injured|wounded|others?"
    "|MPs|minors|Americans|Britons|foreigners|grandchildren|siblings|kids|toddlers?|infants?|couples?"
    "|diplomats?|lawyers?|relatives|marines|sailors?|agents?|inmates|voters|visitors|fans|staff|ministers?"
    "|(?:[a-z]{3,}(?:ists?|cians?))"
)
PERSON = pattern(rf"\b(?:{_PERSONS})\b", re.I)
KINDS = (
    pattern(
        r"\b(?:titles?|awards?|prizes?|medals?|trophies|trophy|nominations?|honou?rs|Oscars?|Emmys?"
        r"|Grammys?|Baftas?|Brits?)\b"
    ),
    pattern(
        r"\b(?:accidents?|collisions?|crash(?:es)?|incidents?|attacks?|bombings?|shootings?|explosions?"
        r"|blasts?|raids?|strikes?|killings?|murders?"
        r"|assaults?|fires?|quakes?|earthquakes?|storms?|charges?|counts?|offen[cs]es?|cases?)\b"
    ),
)
_A_PERSON = (
    r"\ban?\s(?:[\w-]+\s)?(?:man|woman|boy|girl|child|son|daughter|brother|sister|baby|teenager|toddler"
    r"|soldier|officer|civilian|pilot|driver|policeman)\b"
)
_ITEM = rf"(?:(?:the\s(?:other|remaining)\s|another\s|some\s|about\s)?{N}(?!-){_WORD}{{1,6}}?|{_A_PERSON})"
_LIST = rf"{_ITEM}(?:,\s{_ITEM})*,?\s(?:and|plus|as\swell\sas)\s{_ITEM}"
_THEN = r"(?=\W|$)"
MADE_UP = pattern(
    rf"(?P<total>{N})(?!-)(?P<noun>{_WORD}{{1,6}}?)(?P<link>:\s|\s?[—–]\s?|\s-\s|\s\(|,\s(?:namely"
    rf"|made\sup\sof|comprising|consisting\sof)\s"
    rf"|\s(?:made\sup\sof|comprising|consisting\sof)\s|,\s)(?P<list>{_LIST}){_THEN}",
)
INCLUDING = pattern(
    rf"(?<!top\s)(?P<total>{N})(?!-)(?P<noun>{_WORD}{{0,12}}?)(?:,|\s?[—–]|\s-|\s\()?\s?"
    rf"(?P<link>\bincluding|\bamong\sthem|\bincludes|\bincluded)\s"
    rf"(?:at\sleast\s|about\s|some\s|more\sthan\s|nearly\s|almost\s|over\s)?(?P<list>{N}(?!-)"
    rf"(?:{_WORD}{{0,6}}?,?\s(?:and\s|,\s)?(?:another\s)?(?:{N}(?!-)|{_A_PERSON}))*)"
)
OTHER = pattern(
    rf"(?P<part>{N})\s(?:\w+\s)?of\s(?:the|those|its|their|his|her|these)\s(?:\w+['’]s?\s)?"
    rf"(?P<total>{N})[^.{ANY}]{{0,160}}?(?<!of\s)\bthe\s(?:other|remaining)\s(?P<rest>{N})",
    re.I,
)
# 29 out of 30 charges, 36 of his 50 matches, three of the four, 18 times out of the last 20
OUT_OF = pattern(
    rf"(?P<part>{N})(?:\s[a-z]+){{0,4}}?(?:\s[–—-])?\sout\sof\s(?!which\b|whom\b)(?:the\s|every\s|a\s|an\s|its\s|their\s"
    rf"|his\s|her\s|all\s)?(?:(?:[a-z]+\s){{0,3}}?|(?:[a-z]+\s){{1,4}}of\s)(?P<total>{N})"
    rf"|(?P<part2>{N})\sof\s(?:the|those|its|their|his|her|these|all|[\w]+['’]s?)\s(?:[\w-]+\s)?"
    rf"(?P<total2>{N})(?![\w-])",
    re.I,
)
# 21 people, 14 of them Australians; 25 million, 10 million of which
OF_THEM = pattern(
    rf"(?P<total>{N})(?!-){BETWEEN}{{0,110}}?(?:,|[—–(]|\s-|\bbecause)\s?"
    rf"(?:(?:but|only|just|some|at\sleast|about|including|and|with|nearly|almost|around)\s){{0,2}}"
    rf"(?P<part>{N}\s(?:more\s)?of\s(?:them|whom|which)\b"
    rf"(?:\s(?:in|from|at)\s[\w\s]{{2,30}}?\sand\s(?:another\s)?{N}(?=\s(?:in|from|at)\s))?)"
)
OF_WHICH = pattern(
    rf"(?P<total>{N})(?!-){BETWEEN}{{0,110}}?\bof\s(?:which|whom)\s(?:(?:more|less|fewer)\sthan\s"
    rf"|about\s|some\s|at\sleast\s|only\s)?(?P<part>{N})(?!-)"
)
LISTED = pattern(rf"(?P<list>{N}(?:[^.;()–—{ANY}]{{1,20}}{N}){{1,8}}),?\s(?:and\s)?(?:a\s)?total\s(?P<total>{N})")
OF_THE = pattern(
    rf"\bof\s(?:the|those|its|their|these)\s(?P<total>{N}){_WORD}{{0,6}},\s{BETWEEN}{{0,30}}?"
    rf"(?P<list>{N}{BETWEEN}{{0,60}}"
    rf"(?:{N}{BETWEEN}{{0,60}}){{0,5}}?\b(?:and|while)\s(?:the\s(?:other|remaining)|the\srest,)\s(?P<last>{N}))",
    re.I,
)
TOTAL_BEHIND = pattern(
    rf"(?P<list>{N}(?!-){_WORD}{{0,5}}(?:,\s{N}(?!-){_WORD}{{0,5}})*,?\s(?:and|plus)\s"
    rf"(?:another\s)?{N}(?!-){_WORD}{{0,5}}?),?\s(?:[–—-]\s)?"
    rf"(?:(?:(?:for|making|giving|with)\s)?(?:a\s(?:combined\s)?total\sof|totall?ing|or)\s(?P<total>{N})"
    rf"(?P<noun>{_WORD}{{0,3}})|(?P<in_all>{N})(?:\speople)?\sin\s(?:all|total)\b)"
)
PAIR = pattern(rf"(?<!from\s)(?P<a>{PERCENT})(?:\sto\s|\s?[–—-]\s?)(?P<b>{PERCENT})")
SEXES = pattern(
    rf"(?P<a>{PERCENT})\s(?:of\s(?:them|whom|those)\s)?(?:are|were|is|was)\s(?:men|women|male|female|boys"
    rf"|girls)\b{BETWEEN}{{0,40}}?"
    rf"(?P<b>{PERCENT})\s(?:of\s|are\s|were\s)?(?:men|women|male|female|boys|girls)\b"
)
REST = pattern(rf"(?P<a>{PERCENT}){BETWEEN}{{1,90}}?\bthe\s(?:other|remaining)\s(?P<b>{PERCENT})")
VOTES = pattern(r"\b(?:votes?|voted|voters|ballots?|electorate|seats|respondents|polled|poll|polls)\b", re.I)
OF_THE_VOTE = pattern(
    rf"{PERCENT}(?:\sof\s(?:the|all)\s(?:popular\s|total\s|final\s)?vote\b|(?:\sof\s(?:\w+\s)?voters)?\svoted\b)"
)
AMONG = pattern(r"(?:\s[\w-]+){0,3},?\s(?:among\sthem|included|inclusive)\b")
MEMBERS = pattern(
    rf"(?P<total>{N})-(?:member|person|strong|man|woman|seat)\s[^.;,{ANY}]{{1,40}}?(?:\bhas\b|\bhad\b"
    rf"|\bof\b|\bwith\b|\bcompris\w+|:|—|\bconsist\w*\sof)\s(?P<list>{_LIST}){_THEN}"
)
NEEDED = pattern(r"[^.,;]{0,20}\b(?:needed|required|necessary)\b")
NOT_SHARES = pattern(r"\b(?:turnout|participation|from|compared|up|down|against|respectively|counted|than)\b", re.I)
CUES = frozenset(
    "out of including include includes included among whom which them other remaining total totaling "
    "totalling comprising consisting made rest voted vote votes and".split()
)

MEASURES = frozenset(
    """
    hour minute second day week month year decade mile kilometer kilometre meter metre km m foot feet inch kg
    pound ton tonne time percent point per goal run wicket degree""".split()
)
SIGNS = pattern(f"[{ANY}]")
ONE = pattern(_A_PERSON)
PLACED = pattern(rf"[{ANY}]\s(?:in|from|at|on|of|near|by|to|were|who|with|and)\b|[{ANY}][,.;)]|[{ANY}]$")
# A figure behind something that may open a list, and one more behind “and”.
LISTING = pattern(
    rf"(?:[:—–(,]|-\s|\sof\s|comprising\s)\s?(?:the\s\w+\s|another\s|some\s|about\s)?{N}.*\s(?:and|plus"
    rf"|as\swell\sas)\s"
)
