"""Patterns: sequences over words and values, matched from the rarest step both ways."""

from __future__ import annotations

import pytest

from copydesk.text.analysis import analysis_of
from copydesk.text.lexicons import lexicon
from copydesk.text.patterns import (
    Match,
    Pattern,
    Patterns,
    amount,
    either,
    gap,
    named,
    opt,
    other,
    pattern,
    row,
    tagged,
    unless,
    value,
)

RISE = lexicon("rise")


def first(one: Pattern, text: str) -> Match | None:
    return next(Patterns([one]).matches(analysis_of(text)), None)


def words(match: Match | None) -> str:
    assert match is not None
    return match.text.tokens.words[slice(*match.span)]


def test_a_pattern_reads_like_the_phrase_it_finds() -> None:
    change = pattern("change", RISE, gap(3), "from", amount("old"), gap(4), "to", amount("new"))
    match = first(change, "Last year sales rose in May from $40m to $50m, it said.")
    assert words(match) == "rose in May from $40m to $50m"
    assert match is not None
    assert (match["old"].number, match["new"].number) == (40_000_000, 50_000_000)


def test_a_gap_stays_within_the_clause() -> None:
    change = pattern("change", RISE, gap(9), "to", amount("new"))
    assert first(change, "Sales rose. He went to 5 shops.") is None
    assert first(change, "Sales rose; he went to 5 shops.") is None
    assert first(change, "Sales rose in the year to 5 million.") is not None


def test_a_reading_is_taken_back_where_it_leads_nowhere() -> None:
    votes = pattern("votes", amount("part"), "of", amount("whole"), "votes")
    match = first(votes, "She had 12 of 1 520 votes.")
    assert match is not None
    assert match["whole"].number == 1520
    assert first(pattern("groups", amount("one"), amount("other"), "votes"), "She had 1 520 votes.") is not None


def test_where_has_the_last_word() -> None:
    bigger = pattern(
        "bigger", amount("a"), gap(5), amount("b"), where=lambda found: found["a"].number < found["b"].number
    )
    match = first(bigger, "Of 9, 5 and 7 came.")
    assert match is not None
    assert (match["a"].number, match["b"].number) == (5, 7)


def test_choices_options_and_what_must_not_follow() -> None:
    share = pattern(
        "share", value("rate", "percent"), opt("all"), either("of", row("out", "of")), unless("course"), "the"
    )
    assert words(first(share, "5% out of the men")) == "5% out of the"
    assert words(first(share, "5% of the men")) == "5% of the"
    assert first(share, "5% of course the men") is None


def test_named_steps_keep_their_tokens() -> None:
    match = first(pattern("rise", named("cue", RISE), opt("by"), value("rate", "percent")), "It grew by 5%.")
    assert match is not None
    assert match.text.tokens.lower(match["cue"][0]) == "grew"


def test_a_pattern_that_needs_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="“nothing”"):
        pattern("nothing", gap(3), opt("by"))


def test_a_lexicon_that_does_not_exist_is_named() -> None:
    with pytest.raises(KeyError, match="no lexicon “rize”"):
        lexicon("rize")


def test_a_part_of_speech_is_a_step() -> None:
    noun = pattern("noun", tagged("d"), "lead", tagged("N."))
    assert words(first(noun, "They have the lead.")) == "the lead."
    assert first(noun, "They lead the field.") is None
    edge = pattern("edge", tagged("."), "no", tagged("."))
    assert first(edge, "no") is not None


def test_a_word_but_some_is_a_step() -> None:
    seized = pattern("seized", other("was", "were"), "seized", other("by"))
    assert first(seized, "Seized") is not None
    assert first(seized, "Police seized it.") is not None
    assert first(seized, "It was seized for good.") is None
    assert first(seized, "Police seized by night.") is None
