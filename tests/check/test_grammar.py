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
