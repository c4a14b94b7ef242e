"""`copydesk dictionary`: words of one's own and of the house's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from copydesk.errors import CopydeskError

Run = Callable[..., Result]
TEXT = "A headline\n\nThey did recieve it at noon.\n"
SPELLING = ("--select", "Grammar", "--format", "concise")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of one's own words; the working folder has an article."""
    path = tmp_path / "config" / "dictionary.txt"
    monkeypatch.setattr("copydesk.check.dictionary.personal", lambda: path)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    return path


def test_a_word_that_was_added_is_not_misspelt_until_it_is_removed(run: Run, own: Path) -> None:
    assert "a.txt:3:10: warning" in run("check", "a.txt", *SPELLING).stdout
    assert run("dictionary", "add", "recieve", "VoIP").stdout == f"Added to {own}: recieve, VoIP\n"
    assert run("dictionary", "list").stdout == "recieve\nVoIP\n"
    assert "a.txt:3" not in run("check", "a.txt", *SPELLING).stdout  # nor from the cache
    assert run("dictionary", "add", "recieve").stdout == "Known already: recieve\n"
    assert run("dictionary", "remove", "recieve").stdout == f"Removed from {own}: recieve\n"
    assert "a.txt:3:10: warning" in run("check", "a.txt", *SPELLING).stdout


def test_the_houses_words_are_where_its_settings_are(run: Run, own: Path, tmp_path: Path) -> None:
    Path("copydesk.toml").write_text('[grammar]\ndictionary = "words.txt"\n')
    with pytest.raises(CopydeskError, match=r"words\.txt: there is no such dictionary"):
        run("check", "a.txt", *SPELLING)
    run("dictionary", "add", "--house", "recieve")
    assert (tmp_path / "words.txt").read_text() == "recieve\n"
    assert not own.exists()
    assert run("dictionary", "list", "--house").stdout == "recieve\n"
    assert "a.txt:3" not in run("check", "a.txt", *SPELLING).stdout


def test_a_house_without_one_and_a_word_that_is_not_there_are_said(run: Run) -> None:
    with pytest.raises(CopydeskError, match=r"the settings name no dictionary: set dictionary = "):
        run("dictionary", "add", "--house", "recieve")
    with pytest.raises(CopydeskError, match="does not have: none"):
        run("dictionary", "remove", "none")
    with pytest.raises(CopydeskError, match="is not a word"):
        run("dictionary", "add", "two words")
