"""What of Harper a copy desk does not want, each with the reason. Reviewed on 60,000 words of published news."""

from __future__ import annotations

# Harper's own categories of which nothing is wanted.
KINDS_LEFT_OUT = {
    "Readability": "long sentences are the writer's business",
    "Style": "house style decides",
    "Enhancement": "a matter of taste",
    "Redundancy": "a matter of taste, and mostly of speech that is quoted",
    "Regionalism": "a word's country is not a mistake",
    "Formatting": "spacing and typography come from the wire or the publishing system",
}

# Groups of rules, as Harper arranges them in its settings, that are switched off: what is off costs no time.
GROUPS_LEFT_OUT = {
    "Proper Nouns": "names are the business of our own rules, which know the article",
    "Initialisms": "chat shorthand (AFAIK, BRB) does not get into copy",
    "Style and Redundancy": "a matter of taste, and mostly of speech that is quoted",
    "Numbers and Units": "house style and our own rules decide",
    "Regionalisms and Dialect": "a word's country is not a mistake",
    "Capitalization and Case": "fires on abbreviations, handles and foreign words",
}
RULES_KEPT = frozenset(("RepeatedWords", "CorrectNumberSuffix", "WasComprisedOf", "MoreBetter"))  # of those groups

RULES_LEFT_OUT = {
    # Of the categories above, since what is off costs Harper no time.
    "NoFrenchSpaces": "two spaces after a stop: spacing",
    "Spaces": "spacing",
    "UseEllipsisCharacter": "typography",
    "EllipsisLength": "typography",
    "OxfordComma": "news style (AP) leaves the serial comma out",
    "NoOxfordComma": "house style decides",
    # Wrong more often than right on published news.
    "SplitWords": "takes technical words apart: supercooling → super cooling",
    "MergeWords": "joins words of two names: Boeing 707s and → sand",
    "TransposedSpace": "takes foreign names apart: Quai des → Qua ides",
    "CompoundNouns": "joins open compounds: air bases, Coast Guard, coal mines",
    "PhrasalVerbAsCompoundNoun": "splits nouns: meltdown → melt down",
    "DisjointPrefixes": "re-elected and co-sponsored are right in news style",
    "OrthographicConsistency": "takes acronyms for misspelt words: AIS → AIs",
    "MassNouns": "brines, waters and sands are fine",
    "UpdatePlaceNames": "Names.OutdatedName does this, with its sources",
    "QuantifierNumeralConflict": "misreads “both eleven and twelve”",
    "WrongNegative": "fires on French and Spanish words",
    "UnclosedQuotes": "a quotation that runs over paragraphs is open in each",
    "OneOfTheSingular": "misreads “one of the sixteen”",
    "MissingTo": "misreads nouns: attempted suicide",
    "MissingPreposition": "misreads the end of a quotation",
    "WhomSubjectOfVerb": "“some of whom were” is right",
    "PronounVerbAgreement": "misreads the past tense: he struck",
    "AvoidCurses": "a surname can be a curse: Dick Durbin",
    "PronounContraction": "misreads “were a draft to be imposed”",
    "ModalBeAdjective": "takes the surname May for the verb",
    "InflectedVerbAfterTo": "misreads “according to agreed facts”",
    "NounVerbConfusion": "misreads “affect over two hundred”",
    "ThereToTheir": "fires on questions",
    "ToTwoToo": "misreads “human to human”",
    "ThenThan": "misreads “then-current”",
    "Someone": "misreads “some one of us”",
    "ViciousCircle": "both circle and cycle are in the dictionaries",
    "OkToOkay": "OK is news style",
    "OnFloor": "misreads “in the ocean floor”",
    "NeedToNoun": "misreads names",
    "Dashes": "typography",
    "QuoteSpacing": "typography",
}
