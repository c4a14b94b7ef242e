"""What an engine is kept from, and that all places stay where they are."""

from copydesk.article import Article, Source, read
from copydesk.engines import engine_for
from copydesk.engines.taken import LONGEST_SENTENCE, LONGEST_WORD, MOST_CHARACTERS, MOST_UNKNOWN, blanked, how_many

WRONG = "There is a wrnog word."


def article(*paragraphs: str) -> Article:
    return read(Source.from_text("\n\n".join(("Harbour plan", *paragraphs)) + "\n", "a.txt"))


def test_a_word_as_long_as_any_is_given() -> None:
    part = article(f"The {'a' * LONGEST_WORD} left.").parts[1]
    assert blanked(part) == (part.words, ())


def test_endless_words_and_sentences_are_blanks_of_their_length() -> None:
    for endless in ("a1" * LONGEST_WORD, "so (" * LONGEST_SENTENCE):
        part = article(f"{WRONG} {endless[: LONGEST_SENTENCE + 1]} {WRONG}").parts[1]
        words, (span,) = blanked(part)
        assert len(words) == len(part.words)
        assert words[: span.start] == part.words[: span.start]
        assert not words[span.start : span.end].strip()
        assert words[span.end :] == part.words[span.end :]


def test_harper_finds_what_is_around_them_at_its_place() -> None:
    one = article(f"{WRONG} Then {'b2' * LONGEST_WORD} left. {WRONG}")
    engine = engine_for("harper", "en-US")
    part, remarks = one.parts[1], engine.check(one.parts)[1]
    assert [part.words[slice(*remark.span)] for remark in remarks if remark.spelling] == ["wrnog", "wrnog"]
    (notice,) = engine.notices(one.parts)
    assert "words of more than 60 letters" in notice
    assert not engine.notices(article(WRONG).parts)


def test_of_a_shelf_of_books_the_beginning_is_given() -> None:
    paragraph = "The plan went through. " * 400
    parts = article(*[paragraph] * 80).parts
    number = how_many(parts)
    assert MOST_CHARACTERS - len(paragraph) < sum(len(part.words) for part in parts[:number]) <= MOST_CHARACTERS


def test_of_words_that_nobody_knows_there_may_be_so_many() -> None:
    paragraphs = [" ".join(f"xq{number * 100 + n:05}zq" for n in range(100)) for number in range(60)]
    parts = article(*paragraphs).parts
    assert MOST_UNKNOWN // 100 - 1 <= how_many(parts) <= MOST_UNKNOWN // 100 + 1
    assert 5 - 1 <= how_many(parts, 500) <= 5 + 1
    assert how_many(article("The plan went through. " * 4_000).parts) == len(
        article("The plan went through. " * 4_000).parts
    )
