"""Words that the headline rules go by.

Words are data (`data/*.yaml`), with their sources; what is a number for each word, or a pattern, stands here.
Sources: AP Stylebook, “numerals”, “headlines”, “ages”; the idioms and titles are those of the trade's own lists
(Guardian style guide, “numbers”; Chicago Manual of Style 9.2 to 9.7). A house adds its own by options.
"""

from __future__ import annotations

from pathlib import Path

from copydesk.facts.lexicons import lines, words

_DATA = Path(__file__).parent / "data"

# Figures that state no quantity, with the words that make them so.
IDIOMS = tuple(lines(_DATA / "figures.yaml", "idioms"))

# Months, in full and as papers shorten them, as a pattern.
MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?"
)

# What is numbered rather than counted, as a pattern: No. 24, Category 5, Route 66, Apollo 13.
LABELS = (
    r"nos?|number|category|cat|chapter|route|rt|highway|interstate|flight|gate|pier|area|channel|article|section|"
    r"title|proposition|prop|measure|amendment|phase|stage|level|tier|type|class|group|grade|game|week|round|day|"
    r"season|episode|part|volume|vol|version|formula|apollo|bowl|size|unit|room|studio|windows|iphone|galaxy|playstation|xbox|"
    r"rule|act|page|top|catch|ocean[’']s|class of|fortune|terminal|platform|schedule|super|psalm|verse|form|"
    r"bus|final|sweet|elite|s&p|ftse|nasdaq|nikkei|dax|sector|zone|district|ward|lot|chapter|step|lap|hole|covid|"
    + MONTHS
)
DATES = frozenset(
    """jan january feb february mar march apr april may june jul july aug august sept september oct october nov
    november dec december page""".split()
)

# Units of time with their worth in hours, for “48 hours” where the article says two days.
TIME_UNITS = {
    **{"second": 1 / 3600, "minute": 1 / 60, "min": 1 / 60, "hour": 1.0, "hr": 1.0, "day": 24.0, "night": 24.0},
    **{"weekend": 168.0, "week": 168.0, "month": 730.5, "year": 8766.0, "yr": 8766.0, "decade": 87660.0},
    **{"centurie": 876600.0, "century": 876600.0},
}

# Words that stand for a number of things.
GROUPS = {
    **{"pair": 2.0, "couple": 2.0, "both": 2.0, "twins": 2.0, "twin": 2.0, "duo": 2.0, "twice": 2.0, "double": 2.0},
    **{"doubled": 2.0, "doubles": 2.0, "doubling": 2.0, "trio": 3.0, "triplets": 3.0, "thrice": 3.0, "triple": 3.0},
    **{"tripled": 3.0, "threesome": 3.0, "quartet": 4.0, "quadruplets": 4.0, "quadruple": 4.0, "foursome": 4.0},
    **{"quintuplets": 5.0, "quintet": 5.0, "sextuplets": 6.0, "septuplets": 7.0, "octuplets": 8.0, "dozen": 12.0},
    **{"score": 20.0, "fortnight": 14.0, "decade": 10.0, "century": 100.0, "centennial": 100.0, "centenary": 100.0},
    **{"bicentennial": 200.0, "bicentenary": 200.0, "millennium": 1000.0, "half": 50.0, "centenarian": 100.0},
    **{"quadrupled": 4.0, "tenfold": 10.0, "biennial": 2.0, "monthlong": 1.0, "weeklong": 7.0, "another": 2.0},
}

# Parts of a whole in words, as percentages.
FRACTIONS = {
    **{"half": 50.0, "halves": 50.0, "third": 33.3, "thirds": 66.7, "quarter": 25.0, "quarters": 75.0, "fifth": 20.0},
    **{"sixth": 16.7, "seventh": 14.3, "eighth": 12.5, "tenth": 10.0, "twentieth": 5.0},
}

# Signs and names of currencies, with the currencies that they may mean.
MONEY = {
    **{"$": frozenset(("dollar",)), "dollar": frozenset(("dollar",)), "cent": frozenset(("dollar", "euro"))},
    **{
        "£": frozenset(("pound",)),
        "pound": frozenset(("pound",)),
        "€": frozenset(("euro",)),
        "euro": frozenset(("euro",)),
    },
    **{"¥": frozenset(("yen", "yuan")), "yen": frozenset(("yen",)), "yuan": frozenset(("yuan",))},
    **{"₹": frozenset(("rupee",)), "rupee": frozenset(("rupee",)), "₽": frozenset(("rouble",))},
    **{"rouble": frozenset(("rouble",)), "ruble": frozenset(("rouble",))},
}

# Acronyms that are words like others; parts of the world that everybody places; what stands for the one thing of its
# sort at hand (the Open, the Treasury, the Bill).
ACRONYMS = frozenset(words(_DATA / "common_capitals.yaml", "acronyms"))
REGIONS = frozenset(words(_DATA / "common_capitals.yaml", "regions"))
GENERIC = frozenset(words(_DATA / "common_capitals.yaml", "generic"))

# Superlatives that headlines like, each with the words that bear it out.
_SAME_DEGREE = [line.split() for line in lines(_DATA / "superlatives.yaml", "same_degree")]
SUPERLATIVES = {line[0]: frozenset(line) for line in _SAME_DEGREE}

# What lists are made of, as a pattern: 12 things to know, 10 best, five places to see.
LISTED = (
    "things|ways|reasons|facts|lessons|takeaways|tips|questions|moments|myths|signs|steps|highlights|revelations|secrets|"
    "tricks|ideas|theories|places|people|books|films|movies|songs|shows|stories|picks|gifts|recipes|rules|mistakes|hacks|"
    "quotes|photos|charts|words|best|worst|most|biggest|greatest|deadliest|weirdest|strangest|hottest|coolest|richest|"
    "funniest|to (?:savor|watch|know|see|read|try|avoid|remember|follow|visit|do)"
)

TIMES = {
    **dict.fromkeys(("twice", "double", "doubled", "doubles", "doubling", "twofold"), 2.0),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "threefold", "thrice"), 3.0),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), 4.0),
    **dict.fromkeys(("half", "halved", "halves", "halving"), 0.5),
    **dict.fromkeys(("tenfold",), 10.0),
}

# Ordinals in words with their values.
ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth""".split(),
        start=1,
    )
} | {"twentieth": 20.0, "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 100.0}  # fmt: skip
