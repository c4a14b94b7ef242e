"""What a copy desk wants of LanguageTool's rules, each with the reason. Reviewed on 700,000 words of published news.

What is not named here is heard as a warning. `--all-rules`, or `all_rules = true` in `[grammar]`, lifts all of it.
"""

from __future__ import annotations

from typing import Literal

Hearing = Literal["warning", "suggestion", "spacing", "off"]

# LanguageTool's categories of which nothing is wanted.
CATEGORIES_OFF = {
    "REPETITIONS_STYLE": "sentences that begin alike are the writer's business",
    "STYLE": "house style decides",
    "CREATIVE_WRITING": "a matter of taste",
    "PLAIN_ENGLISH": "a matter of taste",
    "REDUNDANCY": "a matter of taste, and mostly of speech that is quoted",
    "WIKIPEDIA": "rules of another house",
    "COLLOQUIALISMS": "speech is reported as it was said",
    "REGIONALISMS": "a word's country is not a mistake",
    "BRITISH_ENGLISH": "a word's country is not a mistake",
    "AMERICAN_ENGLISH_STYLE": "a word's country is not a mistake",
    "GENDER_NEUTRALITY": "house style decides",
    "PROPER_NOUNS": "names are the business of our own rules, which know the article",
    "TEXT_ANALYSIS": "figures about a text are no findings",
}

# Categories that are right often enough to mention, and a matter of style often enough not to insist.
CATEGORIES_SUGGESTED = {
    "PUNCTUATION": "punctuation is house style as often as a mistake",
    "TYPOGRAPHY": "typography comes from the publishing system",
    "COMPOUNDING": "dictionaries differ on hyphens",
    "COLLOCATIONS": "idiom: right more often than not, but not by rule",
    "NONSTANDARD_PHRASES": "idiom: right more often than not, but not by rule",
    "CASING": "capitals are house style as often as a mistake",
    "MULTITOKEN_SPELLING": "names are spelt in more ways than one list knows",
}

# Spacing, which wires and pasting produce in heaps: told once an article, with every place.
SPACING = {
    "WHITESPACE_RULE": "two spaces after a stop, or between words",
    "CONSECUTIVE_SPACES": "two spaces between words",
    "SENTENCE_WHITESPACE": "no space after a stop, where lines were joined",
    "COMMA_PARENTHESIS_WHITESPACE": "a space on the wrong side of a comma or bracket",
    "SPACE_BEFORE_PARENTHESIS": "no space before a bracket",
    "SPACE_BETWEEN_NUMBER_AND_WORD": "no space between a figure and a word",
}

# Rules that are wrong, or no mistake, more often than right on published news.
RULES_OFF = {
    "COMMA_COMPOUND_SENTENCE": "the comma before “and” between short clauses is the writer's choice",
    "COMMA_COMPOUND_SENTENCE_2": "the comma before “and” between short clauses is the writer's choice",
    "QUOTATION_MARKS_COMMA": "which side of a quotation mark the comma goes is house style",
    "EN_QUOTES": "the form of quotation marks is house style",
    "EN_UNPAIRED_QUOTES": "a quotation that runs over paragraphs is open in each",
    "EN_UNPAIRED_BRACKETS": "fires on lists numbered 1) and on brackets across paragraphs",
    "UNLIKELY_OPENING_PUNCTUATION": "fires on datelines and on what a reader leaves of markup",
    "THE_PUNCT": "fires on words put in brackets by an editor",
    "RB_RB_COMMA": "“very very” is speech",
    "PRP_COMMA": "misreads “to me it seemed”",
    "OK_OK_COMMA": "speech",
    "COMMA_THANKS": "speech",
    "FINAL_ADVERB_COMMA": "the comma before “too” is the writer's choice",
    "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE": "news style leaves it out after short phrases: In 2014 he …",
    "COMMA_AFTER_A_MONTH": "misreads British dates",
    "NOWADAYS_COMMA": "news style leaves it out after a short adverb",
    "INTERJECTIONS_PUNCTUATION": "speech",
    "DASH_RULE": "the form of dashes is house style",
    "HYPHEN_TO_EN": "the form of dashes is house style",
    "LIGATURES": "æ in a foreign or older word is right",
    "UPPERCASE_SENTENCE_START": "fires on what follows brackets, initials and names written small",
    "ET_AL": "wants a form for references in papers",
    "NON_STANDARD_WORD": "words that dictionaries take up late",
    "EN_WORD_COHERENCY": "two spellings in one article are often one of them in a name or a title",
    "EN_DATE_WEEKDAY_CURRENTYEAR": "takes this year for the article's; our own rule on dates knows it",
    "DATE_WEEKDAY": "our own rule on dates knows the article's date",
    "CURRENCY": "house style decides",
    "NUMBERS_IN_WORDS": "house style decides",
    "PER_CENT": "house style decides",
    "CAPITALIZATION_NNP_DERIVED": "house style decides",
    "GERMAN_QUOTES": "quotation marks of words in another language",
    "FR": "takes a language's code for a word",
    "IN_JANUARY": "misreads “in February 6; in March”",
    "IF_IS": "misreads “and if they so if they”",
    "IF_OF": "misreads “wonder if the”",
    "YOU_THING": "misreads “give you things to do”",
    "OUR_OUT": "misreads “ruled out contamination”",
    "NOW": "takes an answer “No” for “Now”",
    "POSSESSIVE_APOSTROPHE": "takes a noun before a noun for a possessive: fisheries minister, explosives expert",
    "IM_I_M": "takes an abbreviation (instant messaging, Isle of Man) for “I'm”",
    "CONFUSION_OF_ME_I": "“me and my child” is speech",
    "THESE_ONES": "speech",
    "PRP_RB_JJ": "misreads “come out of it very happy”",
    "PRP_MD_NN": "misreads a noun after “may”, and the surname May",
    "NNS_IN_NNP_VBZ": "misreads “people of Australia”",
    "DETERMINER_GEOGRAPHICAL_WORD": "misreads “the Sahara”, “the Lebanon”, “this Russia”",
    "INCORRECT_POSSESSIVE_FORM_AFTER_A_NUMBER": "misreads a model number: the Falcon 9 rocket's",
    "ADVERB_OR_HYPHENATED_ADJECTIVE": "misreads two adjectives: the current expected date",
    "FEWER_LESS": "“two centimetres or less” is right: a quantity, not a count",
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBP": "“the government are” is right in British English",
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBD": "“the team were” is right in British English",
    "PCT_SINGULAR_NOUN_PLURAL_VERB_AGREEMENT": "“10 percent of the public are” is right",
    "NODT_DOZEN": "misreads “between 10 and 50, say, million”",
    "WORLDS_BEST": "misreads “world largest producer list”",
    "CD_NN": "misreads model names and times: Windows 10 user, 20 second",
    "THERE_S_MANY": "“there's three days” is speech",
    "THERE_IS_A_LOT_OF": "“there's a lot of them” is speech",
    "MENTION_ABOUT": "speech",
    "KIND_OF_A": "speech",
    "BUNCH_OF": "speech",
    "MUCH_COUNTABLE": "misreads “how much time people”",
    "HARDWARES": "speech",
    "ALLOW_TO": "misreads “allowed to be”",
    "ALLUDE_ELUDE": "both words are in the dictionaries",
    "MANY_NN_U": "misreads “how many hydrogen planets”",
    "MAY_BE": "misreads “Or may be”",
    "IT_VBZ": "misreads “made it plans” and nouns in headings",
    "FOR_EVER_US": "misreads “for ever being”",
    "MID_HYPHEN": "takes a place's name apart: Mid Wales",
    "COUNTER_COMPOUNDS": "takes the names of bodies apart: Counter Terrorism Command",
    "QUESTION_MARK": "an indirect question takes none",
    "SENTENCE_FRAGMENT": "fragments are a style",
    "THE_SUPERLATIVE": "news leaves the article out: named best film, will be hardest hit",
    "EN_SPECIFIC_CASE": "house style decides on the Labour party and Brent crude; of names our own rules know more",
    "CAPITALIZATION": "house style decides: western Europe",
    "CAFE_DIACRITIC": "cafe has no accent in news style (AP)",
    "MAKER_COMPOUNDS": "dictionaries differ: car maker",
    "EN_COMPOUNDS_ANTI_VIRUS": "dictionaries differ: anti-virus",
    "EN_COMPOUNDS_BINGE_DRINKING": "the noun has no hyphen",
    "EN_COMPOUNDS_EXXON_MOBIL": "names are the business of our own rules",
    "EN_COMPOUNDS_WAL_MART": "names are the business of our own rules; the firm wrote itself so till 2018",
    "CA_BRAND_NEW": "dictionaries differ: brand new",
    "NNP_AGREEMENT": "a team is plural in British English: England find themselves",
    "CC_NNP_VBP": "a team is plural in British English: if England slump",
    "HALO_HALLO": "misreads the game Halo",
    "ALLY_ALLAY": "an ally is a person",
    "COMA_COMMA": "one falls into a coma",
    "AXED_ASKED": "to axe is news style",
    "ENGLISH_WRONG_WORD_IN_CONTEXT_SIGN_SING": "artists are signed",
    "AT_TIME": "misreads “at an 11 a.m. conference”",
    "IN_1990s": "misreads “in 1930s London”",
    "STARS_AND_STEPS": "misreads a year before a title: the 1977 Star Wars",
    "KEY_WORDS": "dictionaries differ: key words",
    "LISTEN_TO_MOVIES": "misreads “watch and listen to films”",
    "AT_THE_JOB": "misreads “another crack at the job”",
}

RULES_SUGGESTED = {
    "MISSING_HYPHEN": "a 14 day period: most style guides hyphenate, some houses do not",
    "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA": "However, at the start of a sentence: most houses want the comma",
    "HE_VERB_AGR": "right of persons; of a team, which is plural in British English, it is wrong",
    "ANY_MORE": "any more or anymore: by country",
    "ADVERB_VERB_ADVERB_REPETITION": "right of adverbs, wrong of names: West claimed West Virginia",
    "VICE_VERSA": "dictionaries differ on the hyphen",
    "ADVISE_VBG": "idiom: right more often than not",
    "DEPEND_ON": "idiom: right more often than not",
}

# Beginnings of the names of families of rules.
FAMILIES_OFF = {
    "EN_DIACRITICS_": "accents are house style; that one article keeps to one form is our own rule's business",
}
FAMILIES_SUGGESTED = {
    "EN_COMPOUNDS_": "one word, two, or a hyphen: dictionaries differ",
    "EN_SIMPLE_REPLACE_": "names and terms of one list: JP Morgan is no mistake, Dan Akroyd is one",
}
ENDINGS_SUGGESTED = {
    "_COMPOUNDS": "one word, two, or a hyphen: dictionaries differ",
    "_HYPHEN": "dictionaries differ on hyphens",
}

# What these say is that a word is not in a list, which proves little of a name.
SPELLING = ("MORFOLOGIK_RULE_", "HUNSPELL_", "EN_MULTITOKEN_SPELLING_")


def hearing(rule: str, category: str) -> Hearing:
    """Return how a copy desk hears a rule of a category."""
    if rule in SPACING:
        return "spacing"
    if (
        rule in RULES_OFF
        or rule.startswith(tuple(FAMILIES_OFF))
        or (category in CATEGORIES_OFF and rule not in RULES_SUGGESTED)
    ):
        return "off"
    suggested = (
        rule in RULES_SUGGESTED
        or category in CATEGORIES_SUGGESTED
        or rule.startswith(tuple(FAMILIES_SUGGESTED))
        or rule.endswith(tuple(ENDINGS_SUGGESTED))
    )
    return "suggestion" if suggested else "warning"
