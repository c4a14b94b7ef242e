"""Quotation marks told from apostrophes and primes, and paired."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.facts.marks import read


def pairs(words: str) -> list[str]:
    return [words[pair.opening : pair.closing + 1] for pair in read(words).pairs]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("“She told me ‘never’,” he said.", ["“She told me ‘never’,”", "‘never’"]),
        ("He said 'the boys' coats', and 'no'.", ["'the boys' coats'", "'no'"]),
        ("the 'bosses' and the 'workers' party'", ["'bosses'", "'workers' party'"]),
        ("'Rock 'n' roll is dead,' he said.", ["'Rock 'n' roll is dead,'"]),
        ("She was 'goin' home' then.", ["'goin' home'"]),
        ("’Tis the season of the ’90s, ’cause we’re back", []),
        ("a ‘cause for alarm’, he said", ["‘cause for alarm’"]),
        (
            "„Die Welt“ und „Świat” and « Le Monde » and ‹so› and ‚so‘",
            ["„Die Welt“", "„Świat”", "« Le Monde »", "‹so›", "‚so‘"],
        ),
        ('He is 6\'2", she 5\' 10", the record 12" and "fit".', ['"fit"']),
        ('"We need 6" and 8" pipes," he said. "Now."', ['"We need 6" and 8" pipes,"', '"Now."']),
        ("“He is 6' 2\" tall,” she said.", ["“He is 6' 2\" tall,”"]),
        ("It is at 51°30’26”N 0°7’39”W, “off it”.", ["“off it”"]),
        ('"We need 12"', ['"We need 12"']),
        ('51°30\'26"N and "north"', ['"north"']),
        ('said:"We go."Then he—"the boss"—left', ['"We go."', '"the boss"']),
        ("\"It was 'over'\u2009\", he said", ["\"It was 'over'\u2009\"", "'over'"]),
        ("‘Abd al-Rahman met the boys' father", []),
        ('<p align="center"> and x = """y"""', []),
        ('<p align="center">', ['"center"']),
        ("the ''Mona Lisa'' in ''Paris''", []),
        ("“Come in“ and ”out”", ["“Come in“", "”out”"]),
    ],
)
def test_pairs(words: str, expected: list[str]) -> None:
    assert pairs(words) == expected


@pytest.mark.parametrize(
    ("words", "unclosed", "unopened"),
    [
        ('"Yes, he said. "No."', [0], []),
        ('Yes," he said. "No."', [], [4]),
        ('"The "big" one," he said', [], []),
        ("He said: 'We go.", [9], []),
        ("“He said, ‘We go.”", [10], []),
        ("the '90s and o'clock and goin' and the boys'", [], []),
        ("We never knew,' she said.", [], [14]),
    ],
)
def test_marks_without_a_partner(words: str, unclosed: list[int], unopened: list[int]) -> None:
    found = read(words)
    assert (list(found.unclosed), list(found.unopened)) == (unclosed, unopened)


def test_depth_counts_the_pairs_around() -> None:
    assert [pair.depth for pair in read("“A ‘b’ c,” and “d ‘e “f” g’ h”").pairs] == [0, 1, 0, 1, 2]


@given(st.text(alphabet="ab s.,:1 \u2009'\"“”‘’«»„()[", max_size=60))
def test_every_mark_has_one_part_to_play(words: str) -> None:
    found = read(words)
    places = [place for pair in found.pairs for place in (pair.opening, pair.closing)]
    places += [*found.unclosed, *found.unopened, *found.apostrophes]
    assert len(places) == len(set(places))
    assert set(found.backwards) <= set(places)
    for one in found.pairs:
        assert one.opening < one.closing
        for other in found.pairs:  # pairs lie in each other or apart
            assert not one.opening < other.opening < one.closing < other.closing
