"""Comments in the copy: what they cost grows with how many there are, and they are found as one by one."""

import sys

import pytest

from copydesk.article import Source, Span, read
from copydesk.check.inline import silenced
from copydesk.rules import Finding

BLOCKS = {
    "regions": "<!-- vale off -->\n\nThe the.\n\n<!-- vale on -->\n\nThe the.\n\n",
    "rules": "<!-- vale Names.R{n} = NO -->\n\nThe the.\n\n",
    "stets": "<!-- stet -->\n\nThe the.\n\n",
    "stets in one paragraph": "The the <!-- stet Names --> ",
}


def steps(block: str, number: int) -> int:
    """Return how many calls it takes to silence the findings of a text of so many blocks."""
    text = "# Harbour plan\n\n" + "".join(block.replace("{n}", str(n)) for n in range(number))
    article = read(Source.from_text(text, "a.md"))
    found = [
        Finding(Span(at, at + 3), "twice", rule="Names.R1")
        for at in range(len(text))
        if text.startswith("The the", at)
    ]
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        silenced(article, found)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("block", BLOCKS.values(), ids=list(BLOCKS))
def test_comments_cost_what_they_are_many(block: str) -> None:
    assert steps(block, 160) < 5 * steps(block, 40) + 500


def test_regions_of_one_rule_and_word_silence_that_word_alone() -> None:
    switches = [f'<!-- vale Names.R1["The"] = {wanted} -->' for wanted in ("NO", "YES")]
    text = f"# Plan\n\n{switches[0]}\n\nThe the.\n\n{switches[1]}\n\nThe the.\n"
    article = read(Source.from_text(text, "a.md"))
    first, second = text.index("The the"), text.rindex("The the")
    found = [
        Finding(Span(at, at + 3), "twice", rule=rule)
        for at in (first, first + 4, second)
        for rule in ("Names.R1", "Names.R10")
    ]
    assert silenced(article, found) == ({0}, [])
