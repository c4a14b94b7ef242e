"""What words say that something rose or fell, and by how much: the patterns of percentages."""

from __future__ import annotations

import re

from copydesk.facts.figures import AMOUNT, BETWEEN, PERCENT, POINTS, YEAR
from copydesk.patterns import pattern

_UP = (
    r"ro[s]e|ris(?:e|es|en|ing)|increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owing)|growth|climb(?:s|ed"
    r"|ing)?|jump(?:s|ed|ing)?"
    r"|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|leap(?:s|t|ed|ing)?"
    r"|up|higher|added|rocketed"
    r"|swell(?:ed|ing)?|swollen|expand(?:s|ed|ing)|expansion|rais(?:e|es|ed|ing)|lifted|skyrocketed"
    r"|spiked|boosted|shot\sup|upturn"
    r"|rebound(?:s|ed|ing)?|hike[ds]?|hiking"
)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slip(?:s"
    r"|ped|ping)?|s[au]nk|sink(?:s|ing)?"
    r"|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|slump(?:s|ed|ing)?|down|lower"
    r"|lowered|los(?:t|ing)|shr[aiu]nk"
    r"|shrinking|dip(?:s|ped|ping)?|slid(?:e|es|ing)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|shed"
    r"|gave\sup|giving\sup|off"
    r"|contract(?:ed|ing|ion)|dived|dive|eased|slashed|slashing|trimmed"
)
CHANGE = pattern(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.I)
FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
FACTOR = pattern(
    r"(?:\b(?P<hedge>more\sthan|nearly|almost|about|roughly|over|just\sover|just\sunder)\s)?\b(?:"
    r"(?P<factor>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es|e)\b(?!-)|(?P<fold>two|three|four|five|six|seven"
    r"|eight|nine|ten)-?fold\b)",
    re.I,
)
FOLDS = "two three four five six seven eight nine ten".split()
# What may stand between “to” and a figure: “to just over”, “to a record high of”, “from the previous month's”.
_FILLERS = (
    r"(?:(?:an?|the|its|their|his|about|around|just|only|nearly|almost|over|some|roughly|approximately"
    r"|at\sleast|more\sthan|less\sthan"
    r"|under|up\sto|as\smuch\sas|as\smany\sas|previous|earlier|record|high|low|total|of|all-time|\w+-year"
    r"|\w+-month|an?\sestimated|closing|close"
    r"|adjusted|revised|current|original|initial|further|another|exactly|level|figure|peak|par|barely"
    r"|merely|slightly|well|then|annual|seasonally"
    r"|last\s(?:year|month|week|quarter)['’]s|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s"
    r"|yesterday['’]s|(?:year|month)['’]s)[\s-]+){0,5}"
)
BY = pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s(?:of|by|back|sharply|slightly|steeply|more\sthan|almost"
    rf"|further|dramatically|to\sa|\w+ly|in\s\w+|a\s\w+))?\s(?:by\s)?{_FILLERS}$",
    re.I,
)
FROM = pattern(
    rf"(?:\bfrom|\bthan|\bcompared\s(?:with|to)|\bagainst|\bversus|\bvs\.?)\s{_FILLERS}$"
    r"|\b(?:from|than|compared\s(?:with|to)|against)\s(?:an?|the|its|last)\s(?:(?!loss|deficit)[\w'’-]+\s){1,6}of\s$"
    r"|^\son\s(?:the|its|their|his|her|an?|last\s\w+['’]s)\s(?:previous\s|earlier\s|revised\s|adjusted\s)?$",
    re.I,
)
TO = pattern(
    rf"\b(?:to(?:\s(?:close|finish|end|settle|stand|trade|reach|hit|total|be)(?:\s(?:at|the\sday\sat"
    rf"|the\sday))?)?|at|reaching|totall?ing|hitting)\s{_FILLERS}$",
    re.I,
)
OR = pattern(
    rf"(?:[,—–]|\s-)\s?(?:or|equal\sto|equivalent\sto|that\sis)\s{_FILLERS}$|[(]\s?(?:or\s)?{_FILLERS}$", re.I
)
# “0.19 percent or 123.89 points”, “8 points or 0.7 percent”, but not “8 or 9 percent”
PLAIN_OR = pattern(r"\s(?:[a-z]+\s)?or\s$")
# “ended 2.43 points or 0.12 percent lower at 2,017.99”: what changed stands before the word that says so.
ENDED = pattern(rf"\b(?:ended|closed|finished|settled|opened|traded|stood|was|were)\s{_FILLERS}$", re.I)
LOWER_BEHIND = pattern(
    rf"(?:\s[a-z]+)?(?:(?:,?\sor\s|\s\(){AMOUNT}(?:\s[a-z]+)?\)?,?)?\s"
    r"(?:(?P<up>higher|up|firmer|stronger)|(?P<down>lower|down|weaker|softer|easier))\b"
)
APPOSED = pattern(
    r"[^,;.:]{0,40},\s(?:up|down|off|(?:an?\s)(?:rise|increase|gain|jump|drop|fall|decline|decrease|growth)\sof)\b"
)
FOLD_BEHIND = pattern(r"[\s-]?(?:fold|times)\b")
EACH = pattern(r"\s(?:per|a|an|each)\s?(?:share|unit|head|person|barrel|tonne|ton|ounce|stock)?\b")
NOUN_BEHIND = pattern(
    r"\s(?:[a-z-]+\s){0,2}?(?:(?P<up>rise|increase|gain|jump|growth|surge|leap|climb|hike|higher|more|up)"
    r"|(?P<down>fall|drop|decline|"
    r"decrease|slump|dip|plunge|cut|reduction|lower|less|down|contraction|loss))\b",
    re.I,
)
BREAK = pattern(
    r"[;:.?!]|\b(?:while|whereas|but|although|though|as|after|with|which|who|because|since|when|if|and|or"
    r"|said|says)\b(?!\s(?:from|to)\b)",
    re.I,
)
RANKED = pattern(r"\b(?:place|places|rank\w*|No|spot|chart|position|odds|seed\w*|table|handicap|ratio)\b|\bto-", re.I)
QUICK = frozenset(
    """
    percent per cent pct rose rise rises risen rising increase increased increasing grew grow grown growing
    climbed jumped surged soared gained leapt up higher fell fall fallen falling drop dropped dropping decline
    declined decrease decreased slipped sank plunged plummeted tumbled slumped down lower cut reduced doubled
    tripled trebled quadrupled halved shrank dipped slid raised doubling tripling trebling halving twofold
    threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold fold
""".split()
)

SHARES = (
    # 13 of the 659 members, or 2 per cent; 39 out of 54 (72%)
    pattern(
        rf"(?P<part>{AMOUNT})(?:\s[a-z-]+){{0,2}}\s(?:out\s)?of\s(?:the|its|their|all|a\stotal\sof)?\s?"
        rf"(?:[\w’'-]+\s)?(?P<whole>{AMOUNT})"
        rf"(?:\s[\w’'-]+){{0,4}}?(?:,\sor\s|\s\(|\s[–—-]\s|,\s)(?:or\s)?{_FILLERS}(?P<percent>{PERCENT})",
        re.I,
    ),
    # 2 per cent of members - 13 out of 659; 2 per cent (13 of 659)
    pattern(
        rf"(?P<percent>{PERCENT})(?:\sof)?(?:\s[\w’'-]+){{0,5}}?(?:,\sor\s|\s\(|\s?[–—]\s?|\s-\s|,\s)"
        rf"(?:or\s)?{_FILLERS}(?P<part>{AMOUNT})"
        rf"(?:\s[a-z-]+){{0,2}}\s(?:out\s)?of\s(?:the|its|their|all|a\stotal\sof)?\s?(?:[\w’'-]+\s)?"
        rf"(?P<whole>{AMOUNT})",
        re.I,
    ),
    # 100m, which is less than 8 per cent of the country's 1.3 billion people; 8 tonnes, or 5 percent, of the 160
    pattern(
        rf"(?P<part>{AMOUNT})(?!m\b){BETWEEN}{{0,80}}?(?:\b(?:represent(?:s|ed|ing)?|amount(?:s|ed|ing)\sto"
        rf"|account(?:s|ed|ing)\sfor|equivalent\sto|equal\sto|or)|,)\s"
        rf"{_FILLERS}(?P<percent>{PERCENT}),?\sof\s(?:the|its|their|all)?\s?"
        rf"(?:(?:[\w’'-]+\s){{0,2}}|(?:[\w’'-]+\s){{1,4}}(?:estimated\sat|worth|of)\s)(?P<whole>{AMOUNT})",
        re.I,
    ),
    # 200 million tonnes a year, of which 20 per cent, or 40 million
    pattern(
        rf"(?P<whole>{AMOUNT}){BETWEEN}{{0,40}}?\bof\swhich\s{_FILLERS}(?P<percent>{PERCENT})"
        rf"(?:,?\sor\s|\s\(){_FILLERS}(?P<part>{AMOUNT})",
        re.I,
    ),
    # of the 100 people asked, 45 (45 per cent)
    pattern(
        rf"\bof\s(?:(?:the|all|its|their|those)\s)?(?P<whole>{AMOUNT})"
        rf"(?!-){BETWEEN}{{0,40}}?,\s{_FILLERS}(?P<part>{AMOUNT})"
        rf"(?:\s[a-z]+){{0,2}}(?:,\sor\s|\s\(){_FILLERS}(?P<percent>{PERCENT})",
        re.I,
    ),
    # of the 100 members, 45 per cent, or 45 people
    pattern(
        rf"\bof\s(?:the|all|its|their|those)\s(?P<whole>{AMOUNT}){BETWEEN}{{0,40}}?"
        rf"(?P<percent>{PERCENT})(?:,\sor\s|\s\(){_FILLERS}(?P<part>{AMOUNT})",
        re.I,
    ),
)


SIGN = pattern(AMOUNT)
STATED = pattern(f"{PERCENT}|{POINTS}")
TIMES = frozenset("hour day week month quarter year decade".split())
DURING = pattern(r"\b(?:for|in|over|during|within|last|first|past|next|final|previous|latest)\s(?:the\s)?(?:\w+\s)?$")
RESUMED = pattern(r"^[^,;.]{0,12},?\s(?:up|down)\sfrom\b")
SURE = pattern(
    r"(?:ro[s]e|risen|increas(?:ed|es)|gr(?:ew|own)|climb(?:ed|s)|jump(?:ed|s)|surg(?:ed|es)|soar(?:ed|s)"
    r"|fell|fallen|dropp?(?:ed|s)"
    r"|declined|decreased|slipped|s[au]nk|plung(?:ed|es)|plummeted|tumbled|slumped|skyrocketed|dipped|shrank|shrunk)",
    re.I,
)
WENT = pattern(r"\b(?:went|gone|go|goes|going|moved|edged|ended|closed|shot|crept|was|were)\s$")
INFINITIVE = pattern(r"\b(?:to|will|would|could|may|might|should|can|did|not)\s(?:also\s)?$")
EXTREME = pattern(r"\b(?:low|high|peak|record|par)\b")
YEARS = pattern(rf"\s?\b(?:in|for|and|since)\s(?:the\s)?(?:year\s)?{YEAR}")
