"""Stets: found again after edits, silent where two places could be meant."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Span
from copydesk.check.fingerprint import fingerprint
from copydesk.check.stets import Kept, add_stet, matched, read_stets, remove_stet, stet_for, stets_about
from copydesk.errors import CopydeskError
from copydesk.rules import Finding

TEXT = (
    "Headline\n\nTroops entered the town of Sudja on Monday, officials said.\n\n"
    "By Friday the market square of Sudja was empty again.\n"
)


def findings(text: str, word: str = "Sudja", rule: str = "Names.X") -> list[Finding]:
    found, start = [], text.find(word)
    while start >= 0:
        found.append(Finding(Span(start, start + len(word)), "spelt two ways", rule=rule, severity="warning"))
        start = text.find(word, start + 1)
    return found


def stet(text: str, index: int, article: Path = Path("a.txt")) -> Kept:
    return stet_for(article, text, findings(text)[index])


def divide(text: str, found: list[Finding], stets: list[Kept]) -> tuple[list[Finding], list[Finding], list[Kept]]:
    """Return the findings that remain, those let stand, and the stets that match nothing."""
    silenced, unused = matched(text, found, stets)
    remaining = [finding for index, finding in enumerate(found) if index not in silenced]
    return remaining, [found[index] for index in sorted(silenced)], unused


def let_stand(text: str, *stets: Kept) -> list[int]:
    _, stetted, _ = divide(text, findings(text), list(stets))
    return [finding.span.start for finding in stetted]


def test_a_stet_silences_its_place_alone() -> None:
    remaining, stetted, unused = divide(TEXT, findings(TEXT), [stet(TEXT, 1)])
    assert [finding.span for finding in stetted] == [findings(TEXT)[1].span]
    assert [finding.span for finding in remaining] == [findings(TEXT)[0].span]
    assert unused == []


def test_it_is_found_again_after_edits_moves_and_wrapping() -> None:
    kept = stet(TEXT, 1)
    edited = TEXT.replace("market square", "main\nsquare").replace("empty again", "still empty")
    first, second = edited.split("\n\n")[1:]
    moved = f"Headline\n\n{second.strip()}\n\n{first}\n"
    assert let_stand(moved, kept) == [moved.index("Sudja")]


def test_where_two_places_fit_alike_neither_is_silenced() -> None:
    kept = stet(TEXT, 0)
    doubled = TEXT + "\nTroops entered the town of Sudja on Monday, officials said.\n"
    assert let_stand(doubled, kept) == []
    _, _, unused = divide(doubled, findings(doubled), [kept])
    assert unused == [kept]


def test_a_place_that_is_merely_alike_is_no_rival_to_the_very_same() -> None:
    alike = TEXT + "\nTroops entered the town of Sudja on Tuesday, officials said.\n"
    remaining = let_stand(alike, stet(alike, 0), stet(alike, 2))
    assert remaining == [findings(alike)[0].span.start, findings(alike)[2].span.start]


def test_as_many_alike_as_there_are_stets_are_silenced() -> None:
    doubled = TEXT + "\nTroops entered the town of Sudja on Monday, officials said.\n"
    twice = [stet(TEXT, 0), stet(TEXT, 0)]
    _, stetted, unused = divide(doubled, findings(doubled), twice)
    assert len(stetted) == 2
    assert unused == []


def test_it_does_not_leak_to_another_place_when_its_own_is_gone() -> None:
    kept = stet(TEXT, 0)
    gone = TEXT.replace("Troops entered the town of Sudja on Monday, officials said.", "Nothing happened.")
    assert let_stand(gone, kept) == []


def test_another_rule_at_the_same_place_is_heard() -> None:
    other = findings(TEXT, rule="House.Y")
    remaining, _, _ = divide(TEXT, other, [stet(TEXT, 0)])
    assert remaining == other


def test_a_file_is_written_read_and_taken_back(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    (tmp_path / "stet.toml").write_text('# Agreed with the desk.\n[[stet]]\nrule = "Names.Y"\nwords = "Odesa"\n')
    kept = stet(TEXT, 0, article)
    add_stet(kept)
    add_stet(kept)
    assert sorted(each.stet.rule for each in stets_about(article)) == ["Names.X", "Names.Y"]
    assert (tmp_path / "stet.toml").read_text().startswith("# Agreed with the desk.")
    remove_stet(kept)
    assert [each.stet.rule for each in stets_about(article)] == ["Names.Y"]


def test_the_file_goes_with_its_last_stet(tmp_path: Path) -> None:
    kept = stet(TEXT, 0, tmp_path / "a.txt")
    add_stet(kept)
    remove_stet(kept)
    assert not (tmp_path / "stet.toml").exists()


def test_a_stet_for_one_file_says_nothing_of_another(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / "stet.toml").write_text('[[stet]]\nrule = "N.X"\nwords = "a"\nfile = "below/a.txt"\n')
    assert len(stets_about(below / "a.txt")) == 1
    assert stets_about(below / "b.txt") == []


@pytest.mark.parametrize("text", ["[[stet]\n", '[[stet]]\nwords = "a"\n', '[[stet]]\nrule="x"\nwords="y"\nwat=1\n'])
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "stet.toml").write_text(text)
    with pytest.raises(CopydeskError, match=r"stet\.toml: cannot be used as a stet file"):
        read_stets(tmp_path / "stet.toml")


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.text(st.characters(codec="utf-8"), max_size=200))
def test_fingerprints_do_not_see_what_is_far_away(before: str, after: str) -> None:
    near = " one two three four five six seven eight Sudja one two three four five six seven "
    plain = findings(near)[0]
    around = before + near + after
    start = len(before) + near.index("Sudja")
    moved = Finding(Span(start, start + 5), "other words", rule="Names.X")
    assert fingerprint(around, moved) == fingerprint(near, plain)


def test_a_finding_without_words_is_let_stand_too(tmp_path: Path) -> None:
    text = "Headline\n\nHe left.She stayed.\n"
    place = text.index("She")
    missing = Finding(Span(place, place), "a blank is missing", rule="Names.X", severity="warning")
    add_stet(stet_for(tmp_path / "a.txt", text, missing))
    remaining, _, _ = divide(text, [missing], stets_about(tmp_path / "a.txt"))
    assert remaining == []
