import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.facts.claims.deeds import deeds, steps
from copydesk.facts.claims.headlines import Reading, readings
from copydesk.facts.claims.opposites import directed, opposed, opposites
from copydesk.facts.claims.verbs import forms

VERBS = {form: verb for verb in ("kill", "sue", "steal", "close", "arrest", "rise", "attack") for form in forms(verb)}


def article(headline: str) -> Article:
    return read(Source.from_text(f"{headline}\n\nThe story begins here, and it goes on.\n", "x.txt"))


def only(headline: str) -> tuple[str, str, Reading]:
    part = article(headline).headline
    assert part is not None
    (found,) = readings(part, VERBS)
    words = part.words
    return words[slice(*found.subject)].strip(), words[slice(*found.object)].strip(), found


@pytest.mark.parametrize(
    ("headline", "subject", "thing", "form"),
    [
        ("Acme sues Bolt over drill", "Acme", "Bolt over drill", "present"),
        ("Acme to sue Bolt", "Acme", "Bolt", "ahead"),
        ("Acme set to sue Bolt", "Acme", "Bolt", "ahead"),
        ("Acme may sue Bolt", "Acme", "Bolt", "possible"),
        ("Miners sue Bolt", "Miners", "Bolt", "present"),
        ("Teacher stole $40,000 from school", "Teacher", "$40,000 from school", "done"),
        ("ACME TO CLOSE PLANT", "ACME", "PLANT", "ahead"),
        ("Acme Mulls Closing Plant", "Acme", "Plant", "possible"),
    ],
)
def test_who_does_what_and_when(headline: str, subject: str, thing: str, form: str) -> None:
    who, whom, found = only(headline)
    assert (who, whom, found.form, found.passive) == (subject, thing, form, False)


@pytest.mark.parametrize(
    "headline", ["Man killed in crash", "Three arrested over leak", "Plant is closed", "Minister to be arrested"]
)
def test_a_passive_needs_no_form_of_be(headline: str) -> None:
    assert only(headline)[2].passive


@pytest.mark.parametrize("headline", ["An attack in the night", "The close of trade", "Kill switch fails"])
def test_nouns_are_no_verbs(headline: str) -> None:
    part = article(headline).headline
    assert part is not None
    assert list(readings(part, VERBS)) == []


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Police: Man stole boat", "Police"),
        ("Man stole boat: police", "police"),
        ("Man stole boat, police say", "police"),
        ("Man stole boat – prosecutor", "prosecutor"),
        ("Man stole boat", ""),
    ],
)
def test_who_says_so(headline: str, source: str) -> None:
    assert only(headline)[2].source == source


def test_what_a_headline_states_itself() -> None:
    assert only("Man stole boat")[2].asserted
    for headline in ("Man stole boat: police", "Man 'stole boat'", "Man accused: stole boat", "Acme to sue Bolt"):
        assert not only(headline)[2].asserted
    assert not only("Acme does not sue Bolt")[2].asserted


def test_opposites_go_both_ways() -> None:
    assert all(pair.same.isdisjoint(pair.other) for pairs in opposites().values() for pair in pairs)
    for verb, pairs in opposites().items():
        for pair in pairs:
            assert any(not pair.same.isdisjoint(back.other) for back in opposites()[pair.offered.base]), verb
    assert opposed()["fell"] == "fall"
    assert directed()["sued"].base == "sue"


def test_every_form_of_a_deed_is_known() -> None:
    for kind in ("crime", "battle"):
        assert all({form, base} <= words for form, (base, words) in deeds(kind).items())
    assert steps()["guilty"].borne_out


@given(st.text(alphabet="Man stole,:'“”-– to be killed\n", max_size=80))
def test_no_headline_breaks_the_reading(words: str) -> None:
    part = article(words or "x").headline
    if part is not None:
        for found in readings(part, VERBS):
            assert found.subject.start >= 0
            assert found.object.end <= len(part.words)
