"""What of Harper a copy desk does not want, each with the reason. Reviewed on 500,000 words of published news."""

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
    "RoadMap": "dictionaries differ: roadmap",
    "WellBeing": "dictionaries differ: wellbeing",
    "Worldwide": "misreads the World Wide Web",
    "MercedesBenzHyphen": "names are the business of our own rules",
    "ClicheAccent": "accents are house style",
    "Nonetheless": "“none the less” is British",
    "Oxymorons": "a matter of taste",
    "OutOfDate": "“it is out of date” has no hyphens",
    "BuiltIn": "“in-built” is British",
    "InvestIn": "“investment into” is idiom",
    "Damages": "damages are what a court awards",
    "HelloGreeting": "misreads the game Halo",
    "TheyToThem": "misreads a clause without “that”: the help they need",
    "FindOut": "“find out some tips” is English",
    "ThatThan": "misreads “the danger that when …”, “the longer that …”",
    "HowTo": "misreads “how people live”",
    "NotTo": "misreads “say no to”",
    "PronounInflectionBe": "misreads an object before a verb: charges against him are …",
    "MissingDeterminer": "misreads “provide comment”",
    "PronounKnew": "misreads “anything new”, “someone new”",
    "AdjectiveDoubleDegree": "takes “more modest” for a double",
    "There": "takes “the re-opening” apart",
    "WereWhere": "misreads “the issues they should consider were”",
    "TheirToTheyre": "misreads “one of their most embarrassing”",
    "TheirToThere": "misreads “as if it is their right”",
    "DoubleModal": "takes the surname May for the verb; what stands twice is told anyway",
    "InDemandInDepth": "misreads “a drop in demand”",
    "HopHope": "misreads hip hop",
    "AWhile": "“it will take a while” is right",
    "AsHow": "misreads a comparison: as interested in how … as how",
    "Overall": "misreads “turn over all documents”",
    "Everyone": "misreads “each and every one of us”",
    "Confident": "a confidant is a person",
    "NominalWants": "“as is his wont” is right",
    "WebScraping": "misreads scraps",
    "AskNoPreposition": "misreads “told to us”",
    "TheHowWhy": "misreads the band The Who",
    "ThatWhich": "“that that” is speech, or right",
}

# Right about half of the time, and worth a look.
RULES_SUGGESTED = {
    "HelpedPast": "right of “helped pushed”, wrong of “helped found”",
    "ItsContraction": "right of “its been”, wrong of “so its backing”",
    "SingleBe": "right of “will be is”, wrong where a clause is the subject",
    "ThatThis": "right of “the this season”, wrong of names: the This Morning presenter",
    "ThereIsAgreement": "right of “there was suspicions”, wrong of “there are few”",
    "ToAdverb": "right of “on to how to”, wrong of “as to how to”",
}

# Spacing, which wires and pasting produce in heaps: told once an article, with every place.
SPACING = frozenset(("CommaFixes",))
