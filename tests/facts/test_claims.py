from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.facts import claims
from copydesk.facts.claims import Act, Claim, Claims
from copydesk.facts.claims.verbs import forms, stem


def article(body: str, headline: str = "Headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "x.txt"))


def in_body(body: str) -> list[Claim]:
    return [claim for claim in article(body).facts(claims) if claim.span.start > 19]


def only_act(body: str) -> Act:
    (act,) = [act for claim in in_body(body) for act in claim.acts]
    return act


@pytest.mark.parametrize(
    ("sentence", "speaker", "firmness", "statement"),
    [
        ("Keita has claimed that the army is near.", "Keita", "claimed", "the army is near."),
        ("Keita said on Thursday that the army is near.", "Keita", "said", "the army is near."),
        ("General Oumar Sow told Radio Sud that the army is near.", "General Oumar Sow", "said", "the army is near."),
        ("The port is lost, the minister said.", "the minister", "said", "The port is lost"),
        ("The minister vowed to resign.", "The minister", "planned", "to resign."),
        ("Police denied that the port is lost.", "Police", "denied", "the port is lost."),
        ("It is believed that the port is lost.", "", "alleged", "the port is lost."),
        ("He insists the port is safe.", "He", "claimed", "the port is safe."),
    ],
)
def test_a_verb_of_saying_makes_a_claim(sentence: str, speaker: str, firmness: str, statement: str) -> None:
    text = article(sentence)
    (claim,) = [claim for claim in text.facts(claims) if claim.span.start > 19]
    assert (claim.speaker, claim.firmness) == (speaker, firmness)
    assert text.words_at(claim.statement) == statement


@pytest.mark.parametrize(
    "sentence",
    [
        "Insurance claims rose.",
        "The claims of both sides differ.",
        "Her plans for reform failed.",
        "He was the first to confirm it.",
    ],
)
def test_nouns_and_bare_infinitives_make_none(sentence: str) -> None:
    assert in_body(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "form", "agent"),
    [
        ("The army has captured the port.", "has captured", "capture", "done", "The army"),
        ("Keita said his forces had taken control of it.", "had taken control of", "capture", "done", "his forces"),
        ("The army will seize the port.", "will seize", "capture", "ahead", "The army"),
        ("Acme plans to buy Bolt.", "to buy", "buy", "ahead", ""),
        ("Acme may acquire Bolt.", "may acquire", "buy", "possible", "Acme"),
        ("The minister stepped down.", "stepped down", "resign", "done", "The minister"),
        ("They claim to have destroyed it.", "to have destroyed", "destroy", "done", ""),
    ],
)
def test_acts(sentence: str, words: str, kind: str, form: str, agent: str) -> None:
    act = only_act(sentence)
    assert (act.words, act.kind, act.form, act.agent) == (words, kind, form, agent)


def test_passive_and_negated_acts() -> None:
    assert only_act("The port was captured by the army.").passive
    assert only_act("The army has not captured the port.").negated
    assert only_act("The army didn’t seize the port.").negated


@pytest.mark.parametrize(
    "sentence",
    ["The capture of the port took days.", "Captured soldiers sang.", "A man killed by the storm lay there."],
)
def test_nouns_and_modifiers_are_no_acts(sentence: str) -> None:
    assert [act for claim in in_body(sentence) for act in claim.acts] == []


def test_a_sentence_that_nobody_says_is_fact_or_alleged() -> None:
    (fact,) = in_body("The army has captured the port.")
    assert (fact.firmness, fact.saying, fact.speaker) == ("fact", None, "")
    (alleged,) = in_body("The army has allegedly destroyed the port.")
    assert alleged.firmness == "alleged"


def test_an_act_belongs_to_the_innermost_claim() -> None:
    outer, inner = sorted(
        in_body("Sow said that Keita claimed the army had seized it."), key=lambda claim: claim.statement.start
    )
    assert not outer.acts
    assert [act.verb for act in inner.acts] == ["seize"]


def test_a_house_has_its_own_verbs_hyphens_too() -> None:
    own = Claims(saying=(("claimed", "e-mail"),), acts=(("re-open",),))
    (claim,) = article("Keita re-opened nothing. Acme e-mailed that troops had re-opened the port.").facts(own)[-1:]
    assert (claim.speaker, claim.firmness, claim.verb) == ("Acme", "claimed", "e-mail")
    assert [act.words for act in claim.acts] == ["had re-opened"]


def test_a_headline_in_title_case_is_read_too() -> None:
    text = article("A paragraph.", headline="Keita Claims to Occupy Border Post")
    (claim,) = text.facts(claims)
    assert (claim.speaker, claim.verb, claim.acts[0].words) == ("Keita", "claim", "to Occupy")


@pytest.mark.parametrize(
    ("base", "third", "past", "participle", "ing"),
    [
        ("capture", "captures", "captured", "captured", "capturing"),
        ("take", "takes", "took", "taken", "taking"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("ban", "bans", "banned", "banned", "banning"),
        ("quit", "quits", "quit", "quit", "quitting"),
        ("free", "frees", "freed", "freed", "freeing"),
        ("be", "is", "was", "been", "being"),
    ],
)
def test_forms(base: str, third: str, past: str, participle: str, ing: str) -> None:
    assert forms(base) == (base, third, past, participle, ing)


@pytest.mark.parametrize(
    "words",
    ["target targets targeted targeting", "base bases", "take took taken taking", "plan plans planned planning"],
)
def test_forms_of_one_word_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_other_words_do_not() -> None:
    assert len({stem(word) for word in "miss mission base basis".split()}) == 4


@given(st.text(st.sampled_from("said that Keita has captured . , “ ” to not the army’s \n 3 é"), max_size=200))
def test_any_text_is_read_with_spans_inside_it(body: str) -> None:
    text = article("x" + body)
    for claim in text.facts(claims):
        for span in (claim.span, claim.statement, *(act.span for act in claim.acts)):
            assert 0 <= span.start <= span.end <= len(text.text)


def test_a_sentence_without_end_costs_no_more_than_it_is_long(calls: Callable[[Callable[[], object]], int]) -> None:
    def cost(number: int) -> int:
        text = article("the army said it captured and " * number)
        return calls(lambda: text.facts(claims))

    cost(10)
    assert cost(3000) < 6 * cost(750) + 20_000
