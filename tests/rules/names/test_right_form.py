"""Rules on names never offer a form that is known to be wrong, however often the article has it."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.rules import Rule
from copydesk.rules.loading import installed_rules
from copydesk_rules.names._known import misspellings, misspelt

KNOWN = sorted({one for ones in misspellings().values() for one in ones})
PLACES = [("Khartuom", "Khartoum"), ("Dusseldrof", "Dusseldorf"), ("Pitsburgh", "Pittsburgh"), ("Kiev", "Kyiv")]
PAIRS = [
    *((one.wrong, one.right, " ".join(one.words[:1])) for one in KNOWN),
    *((*one.surname, one.right) for one in KNOWN if one.surname),
    *((wrong, right, f"They met in {right}, and in {wrong}.") for wrong, right in PLACES),
]
SENTENCES = [f"Officials said {who} had seen {{}} in the spring." for who in ("nobody", "everybody", "she", "he")]


@cache
def rules() -> list[Rule]:
    found, _ = installed_rules(lambda name: name.partition(".")[0] in ("Names", "Headline"))
    return [rule() for rule in found]


@given(st.sampled_from(PAIRS), st.integers(0, 2), st.integers(0, 4), st.randoms(use_true_random=False))
def test_what_is_known_to_be_wrong_is_not_offered(pair: tuple[str, str, str], right: int, wrong: int, random) -> None:  # type: ignore[no-untyped-def]
    bad, good, beside = pair
    forms = [good] * right + [bad] * wrong
    random.shuffle(forms)
    body = " ".join(sentence.format(form) for sentence, form in zip(SENTENCES * 2, forms, strict=False))
    text = f"Council meets\n\nThe report came on Monday. {body} {beside}\n"
    for rule in rules():
        for finding in rule.check(read(Source.from_text(text, "a.txt"))):
            for fix in finding.fixes:
                assert all(text[edit.start : edit.end] != edit.text for edit in fix.edits), (rule.name, fix.title)
                if rule.name.startswith("Names.") and bad not in good and not (pair[:2] in PLACES and fix.everywhere):
                    assert not any(bad in edit.text for edit in fix.edits), (rule.name, finding.message, fix.title)


def test_the_form_that_is_known_to_be_wrong_is_told_by_the_others_beside_it() -> None:
    assert misspelt(["Buffet", "Buffett"], "Warren Buffet left. Buffett and Buffet are one.") == {"Buffet"}
    assert misspelt(["Buffet", "Buffett"], "The town of Buffet was named after Jim Buffett.") == set()
    assert misspelt(["Robert DeNiro", "Robert De Niro"], "") == {"Robert DeNiro"}
    assert misspelt(["Columbia", "Colombia"], "Nobody came.") == set()
    assert misspelt(["Columbia", "Colombia"], "They flew to Bogotá.") == {"Columbia"}
    assert misspelt(["Buffet", "Buffets"], "Warren Buffet left.") == set()
