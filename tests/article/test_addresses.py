"""What is in the words and is no prose."""

import pytest

from copydesk.article.addresses import addresses


@pytest.mark.parametrize(
    "path", ["/home/Kiev/file.txt", "~/Kiev/notes", "./Kiev/a", "../Kiev/b.md", r"C:\Users\Kiev"]
)
@pytest.mark.parametrize("around", ["See {} now.", "See ({}).", "See “{}”.", "{}", "It is in {}."])
def test_paths_are_addresses(path: str, around: str) -> None:
    words = around.format(path)
    assert [words[slice(*span)] for span in addresses(words)] == [path]


@pytest.mark.parametrize(
    "words", ["He/she said so.", "and/or", "24/7 / 365", "He said / she said", r"a \ b", "a \\* b"]
)
def test_strokes_between_words_make_no_path(words: str) -> None:
    assert addresses(words) == ()


def test_wiki_links_formulas_and_attributes_are_no_prose() -> None:
    words = "See [[Kiev]] and $k_{iev}$ for $5 or $6. {#kiev .Kiev}"
    assert [words[slice(*span)] for span in addresses(words)] == ["[[Kiev]]", "$k_{iev}$", "{#kiev .Kiev}"]
