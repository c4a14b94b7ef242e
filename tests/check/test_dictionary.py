"""Words that are right though no engine knows them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.check.desk import Desk
from copydesk.check.dictionary import Dictionary, add, as_entry, dictionary_for, remove, words_in
from copydesk.check.keys import key_of
from copydesk.check.settings import Grammar, Settings
from copydesk.errors import CopydeskError

TEXT = "A headline\n\nThey did recieve it, and the recieve was late. It is Recieve’s.\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the editor's own words, which is not there yet."""
    path = tmp_path / "config" / "dictionary.txt"
    monkeypatch.setattr("copydesk.check.dictionary.personal", lambda: path)
    return path


@pytest.mark.parametrize(
    "word", ["blogzine", "Blogzine", "BLOGZINE", "blogzine's", "Blogzine’s", "Kyivpastrans", "VoIP"]
)
def test_words_are_right_however_they_are_capitalised_and_so_are_their_possessives(word: str) -> None:
    assert word in Dictionary(frozenset(("blogzine", "Kyivpastrans", "VoIP")))


@pytest.mark.parametrize("word", ["blogzines", "kyivpastrans", "voip", "", "'s"])
def test_a_name_is_right_as_it_stands_and_no_other_word_is(word: str) -> None:
    assert word not in Dictionary(frozenset(("blogzine", "Kyivpastrans", "VoIP")))


def test_words_are_put_in_once_and_taken_out_with_the_rest_as_it_was(own: Path) -> None:
    assert add(own, ["blogzine", "VoIP", "blogzine"]) == ["blogzine", "VoIP"]
    own.write_text("# ours\n\nblogzine  # since May\nVoIP\n")
    assert add(own, ["VoIP", "tieless"]) == ["tieless"]
    assert words_in(own) == ["blogzine", "tieless", "VoIP"]
    assert remove(own, ["VoIP", "none"]) == ["VoIP"]
    assert own.read_text() == "# ours\n\nblogzine  # since May\ntieless\n"


@given(st.lists(st.text(st.characters(categories=("L",)), min_size=1), max_size=5))
def test_what_was_put_in_is_there(words: list[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder, "dictionary.txt")
        add(path, words)
        assert set(words_in(path)) == set(words)
        assert all(word in Dictionary(frozenset(words_in(path))) for word in words)


@pytest.mark.parametrize("word", ["two words", "", "  ", "12", "#hashtag"])
def test_what_is_no_word_is_refused(own: Path, word: str) -> None:
    with pytest.raises(CopydeskError, match="is not a word"):
        add(own, [word])
    assert not own.exists()


def test_a_finding_is_put_in_without_its_possessive() -> None:
    assert as_entry("Recieve’s") == "Recieve"


def heard(settings: Settings) -> list[str]:
    checked = Desk(settings).check_source(Source.from_text(TEXT, "a.txt"))
    assert checked.crashes == ()
    return [TEXT[slice(*finding.span)] for finding in checked.findings]


def test_the_editors_words_the_houses_and_the_style_sheets_are_not_misspelt(own: Path, tmp_path: Path) -> None:
    plain = Settings(select=("Grammar",))
    assert "recieve" in heard(plain)
    add(own, ["recieve"])
    assert heard(plain) == []
    remove(own, ["recieve"])
    house = tmp_path / "words.txt"
    add(house, ["recieve"])
    named = Settings(select=("Grammar",), grammar=Grammar(dictionary="words.txt"), grammar_folder=tmp_path)
    assert heard(named) == []
    assert heard(Settings(select=("Grammar",), names={"recieve": ()})) == []


def test_a_result_is_kept_under_the_words_that_were_right(own: Path) -> None:
    article = read(Source.from_text(TEXT, "a.txt"))
    before = key_of(article, Settings())
    add(own, ["recieve"])
    after = key_of(article, Settings())
    assert after != before
    remove(own, ["recieve"])
    assert key_of(article, Settings()) == before
    off = Settings(grammar=Grammar(engine="off"))
    before = key_of(article, off)
    add(own, ["recieve"])
    assert key_of(article, off) == before  # no engine is asked, so no word is misspelt


def test_a_dictionary_that_is_not_there_or_cannot_be_read_is_one_line(own: Path, tmp_path: Path) -> None:
    missing = Settings(grammar=Grammar(dictionary="none.txt"), grammar_folder=tmp_path)
    with pytest.raises(CopydeskError, match=r"none\.txt: there is no such dictionary; \[grammar\] names it"):
        dictionary_for(missing)
    own.parent.mkdir()
    own.write_bytes(b"caf\xe9\n")
    with pytest.raises(CopydeskError, match="cannot be read: it is not UTF-8"):
        dictionary_for(Settings())


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="wants a folder that cannot be written")
def test_a_dictionary_that_cannot_be_written_is_one_line(own: Path) -> None:
    own.parent.mkdir(mode=0o500)
    with pytest.raises(CopydeskError, match="cannot be written"):
        add(own, ["blogzine"])
