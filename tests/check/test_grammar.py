"""What an engine says, and what of it an editor hears."""

import pytest

from copydesk.article import Source, Span, read
from copydesk.check.grammar import grammar_findings
from copydesk.engines import Remark


def heard(
    body: str, word: str, *replacements: str, rule: str = "SpellCheck", headline: str = "A headline"
) -> list[str]:
    article = read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))
    remarks: list[tuple[Remark, ...]] = []
    for part in article.parts:
        start = part.words.find(word)
        span = Span(start, start + len(word))
        spelling = rule == "SpellCheck"
        remarks.append((Remark(span, rule, "…", replacements, spelling),) if start >= 0 else ())
    return [article.words_at(finding.span) for finding in grammar_findings(article, remarks)]


def test_a_slip_is_heard_with_its_fix() -> None:
    assert heard("He did recieve it.", "recieve", "receive") == ["recieve"]


@pytest.mark.parametrize(
    ("body", "word", "replacement"),
    [
        ("President Zelensky met Gen. Oleksandr Syrskyi.", "Zelensky", "Zelenskyy"),
        ("They met in Sudja. Troops entered Sudja.", "Sudja", "Sudra"),
        ("The meeting was cancelled at noon.", "cancelled", "canceled"),
        ("The road is 3 metres wide.", "metres", "methes"),
        ("They want to legalise it.", "legalise", "legalize"),
        ("He works for the AFMIG there.", "AFMIG", "AMIGO"),
        ("They ate smörgås there.", "smörgås", "smörgåsbord"),
    ],
)
def test_names_acronyms_foreign_letters_and_other_countries_spellings_are_not_misspelt(
    body: str, word: str, replacement: str
) -> None:
    assert heard(body, word, replacement) == []


def test_headlines_have_a_grammar_of_their_own() -> None:
    assert heard("Copy.", "Dies", "dies", rule="AnA", headline="Mayor Dies") == []


def test_names_explain_spelling_only() -> None:
    assert heard("He met an Zelensky there.", "Zelensky", "the Zelensky", rule="AnA") == ["Zelensky"]


@pytest.mark.parametrize("word", ["building", "word", "house", "quite", "minister"])
def test_a_word_with_two_letters_swapped_is_the_first_to_be_offered(word: str) -> None:
    swapped = word[:2] + word[3] + word[2] + word[4:]
    article = read(Source.from_text(f"Headline\n\nThey saw the {swapped} there.\n", "a.txt"))
    span = Span(start := len("They saw the "), start + len(word))
    remark = Remark(span, "SpellCheck", "…", ("bridling", "wood", word, "hose"), spelling=True)
    (finding,) = grammar_findings(article, [(), (remark,)])
    assert finding.fixes[0].title == f"Change to “{word}”"


QUOTED = "The minister said: “We will {} the money at noon, as was agreed.” He left."


def test_in_a_quotation_only_a_slip_of_the_keys_is_heard() -> None:
    assert heard(QUOTED.format("recieve"), "recieve", "receive", "relieve") == ["recieve"]
    assert heard(QUOTED.format("an receive"), "an", "a", rule="AnA") == []
    assert heard(QUOTED.format("gonnae"), "gonnae", "gonadal") == []
    assert heard(QUOTED.format("spend witht"), "witht", "with") == ["witht"]


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("dinnae recieve cannae", ["goverment"]),
        ("dinnae recieve", ["recieve", "goverment"]),
        ("recieve witht", ["recieve", "witht", "goverment"]),
    ],
)
def test_a_quotation_with_several_words_that_are_no_slips_is_in_dialect(quoted: str, said: list[str]) -> None:
    article = read(Source.from_text(f"A headline\n\n{QUOTED.format(quoted)} A goverment fell.\n", "a.txt"))
    words = article.parts[-1].words
    meant = {"recieve": "receive", "witht": "with", "goverment": "government"}
    unknown = [(words.index(word), word) for word in (*quoted.split(), "goverment")]
    remarks = [
        Remark(Span(at, at + len(word)), "SpellCheck", "…", (meant.get(word, "xyz"),), spelling=True)
        for at, word in unknown
    ]
    assert [article.words_at(finding.span) for finding in grammar_findings(article, [(), remarks])] == said


@pytest.mark.parametrize(
    ("body", "word", "replacements"),
    [
        ("He was [e]xtremely pleased with it.", "xtremely", ["extremely"]),
        ("The photo is from flickr and shows him.", "flickr", ["Flickr", "flicker"]),
        ("It was put at ru in the list.", "ru", ["RU", "run"]),
        ("He lives near the Quai des Orfevres there.", "Quai des", ["Quaid es"]),
        ("She wrote it as @recieve there.", "recieve", ["receive"]),
        ("She read it at recieve.com there.", "recieve", ["receive"]),
        ("He met Jang Song-thaek there.", "thaek", ["thank"]),
        ("The crash was called a “wels” there.", "wels", ["well"]),
        ("A wels is a fish. It is called “el wels” there.", "wels", ["well"]),
        ("It came by el recieve there.", "recieve", ["receive"]),
        ("She has a recieve de guerre there.", "recieve", ["receive"]),
        ("The user recieve wrote it there.", "recieve", ["receive"]),
        ("They used recieve™ there.", "recieve", ["receive"]),
        ("They read <recieve> there.", "recieve", ["receive"]),
        ("They take seven pheras, a ritual, there.", "pheras", ["phrase"]),
        ("They ate sambar (dhal) there.", "dhal", ["deal"]),
        ("It’s a silurus glanis [the Latin name] there.", "glanis", ["glands"]),
        ("It stood in the Diario las Americas there.", "las", ["was"]),
        ("— ilhan tanir (@WashingtonPoint) August 19, 2014", "tanir", ["tapir", "their"]),
        ("Image: schankz/Shutterstock", "schankz", ["shank"]),
        ("A shar-pei came.", "shar", ["share"]),
        ("They seek recourse for mis… there.", "mis", ["miss"]),
        ("He said n*gga there.", "gga", ["gag"]),
        ("It rained. Senad Mehmedbasic told them.", "Senad", ["Send", "Senate"]),
    ],
)
def test_editors_brackets_names_without_their_capital_and_codes_are_not_misspelt(
    body: str, word: str, replacements: list[str]
) -> None:
    assert heard(body, word, *replacements) == []


@pytest.mark.parametrize(
    ("body", "word", "replacements"),
    [
        ("He did it untill noon.", "untill", ["until"]),
        ("In that csae he won.", "csae", ["CSAE", "case"]),
        ("He was told fromm the start.", "fromm", ["Fromm", "from"]),
        ("A well-knwon man came.", "knwon", ["known"]),
        ("The sargeant-at-arms came.", "sargeant", ["sergeant"]),
        ("It was recieved.", "recieved", ["received"]),
        ("The houses bear dmage from it.", "bear dmage", ["bear damage", "beard mage"]),
    ],
)
def test_slips_that_are_like_names_or_another_countrys_words_are_heard(
    body: str, word: str, replacements: list[str]
) -> None:
    assert heard(body, word, *replacements) == [word]


def test_a_sentence_in_another_language_is_not_misspelt() -> None:
    body = "He said it in Spanish. Nuestras acciones estaran dirigidas siempre. They recieve it."
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))
    words = article.parts[1].words
    unknown = ("acciones", "estaran", "dirigidas", "siempre", "recieve")
    spans = [Span(words.index(word), words.index(word) + len(word)) for word in unknown]
    remarks = [(), tuple(Remark(span, "SpellCheck", "…", ("x",), spelling=True) for span in spans)]
    assert [article.words_at(finding.span) for finding in grammar_findings(article, remarks)] == ["recieve"]


def test_of_a_sentence_whose_commonest_words_are_another_languages_nothing_is_said() -> None:
    spanish = "He said so. Y a Iair, que lo quería, un momento muy especial."
    assert heard(spanish, "a Iair", "an Iair", rule="AnA") == []
    dutch = "Rafael van der Vaart met the man of the match, a owner of the club."
    assert heard(dutch, "a owner", "an owner", rule="AnA") == ["a owner"]


def test_what_comes_again_and_again_is_a_term_unless_it_is_a_plain_slip() -> None:
    def marked(body: str, word: str, meant: str) -> int:
        article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))
        words = article.parts[1].words
        spans = [Span(at, at + len(word)) for at in range(len(words)) if words.startswith(word, at)]
        remarks = [(), tuple(Remark(span, "SpellCheck", "…", (meant,), spelling=True) for span in spans)]
        return len(list(grammar_findings(article, remarks)))

    body = "The {0} is large. A {0} can be old, and every {0} eats."
    assert marked(body.format("wels"), "wels", "wells") == 0
    assert marked(body.format("goverment"), "goverment", "government") == 3


def test_spacing_is_told_once_with_every_place() -> None:
    body = "One  two three. Four  five “six  seven” and so on  to the end."
    article = read(Source.from_text(f"A headline\n\n{body}\n", "a.txt"))
    words = article.parts[1].words
    spans = [Span(at, at + 2) for at in range(len(words)) if words.startswith("  ", at)]
    remarks = [(), tuple(Remark(span, "DOUBLE", "Two spaces.", (" ",), spacing=True) for span in spans)]
    (finding,) = grammar_findings(article, remarks)
    assert (finding.rule, finding.severity, finding.message) == (
        "Grammar.Spacing",
        "suggestion",
        "Two spaces (and so in 2 other places).",
    )
    here, everywhere = finding.fixes
    assert (len(here.edits), here.everywhere) == (1, False)
    assert (len(everywhere.edits), everywhere.everywhere) == (3, True)
    assert len(list(grammar_findings(article, remarks, all_rules=True))) == 4


def test_with_all_rules_nothing_is_held_back() -> None:
    article = read(Source.from_text("Mayor Zelensky\n\nHe met Zelensky there.\n", "a.txt"))
    remarks = [
        (Remark(Span(0, 5), "X", "…", tuple("abcdefgh")),),
        (Remark(Span(7, 15), "SpellCheck", "…", (), spelling=True),),
    ]
    found = list(grammar_findings(article, remarks, all_rules=True))
    assert [len(finding.fixes) for finding in found] == [8, 0]
    assert list(grammar_findings(article, remarks)) == []


def test_elisions_are_not_misspelt() -> None:
    assert heard("‘It was ’tis time,’ she said.", "tis", "this") == []
    assert heard("They were goin’ home.", "goin", "going", "coin") == []
    assert heard("The recieve’ was that.", "recieve", "receive") == ["recieve"]
