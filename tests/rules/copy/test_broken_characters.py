import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.article.edits import apply
from copydesk.rules.testing import heard
from copydesk_rules.copy.broken_characters import BrokenCharacters

AROUND = "Old hall burns\n\nThe mayor of the town, {}, went there at once.\n\nIt burned for a day.\n"


def _garbled(text: str) -> str:
    return text.encode().decode("cp1252")


def _after_safe_fixes(text: str) -> str:
    article = read(Source.from_text(text, "x.txt"))
    findings = heard(BrokenCharacters(), article)
    return apply(text, [edit for finding in findings for edit in finding.fixes[0].edits if finding.fixes[0].safe])


@pytest.mark.parametrize("name", ["José García", "François Müller", "Zoë Sørensen’s", "Lech Wałęsa", "5 °C – or £4"])
def test_what_was_garbled_is_read_back(name: str) -> None:
    assert _after_safe_fixes(AROUND.format(_garbled(name))) == AROUND.format(name)


@given(st.text(st.sampled_from("abcAZ éèüöñçßåøâÃÂ’“”–—…€£°²œŸ™½"), max_size=30))
def test_only_what_reads_back_as_utf_8_is_called_garbled(words: str) -> None:
    text = AROUND.format(words)
    for finding in heard(BrokenCharacters(), read(Source.from_text(text, "x.txt"))):
        (edit,) = finding.fixes[0].edits
        assert edit.text.encode() == text[edit.start : edit.end].encode("cp1252")


def test_all_that_was_garbled_can_be_read_back_at_once() -> None:
    text = AROUND.format(_garbled("José, Zoë and André"))
    (*_, last) = heard(BrokenCharacters(), read(Source.from_text(text, "x.txt")))
    assert last.fixes[-1].everywhere
    assert apply(text, last.fixes[-1].edits) == AROUND.format("José, Zoë and André")


@given(
    st.text(st.sampled_from("ABEMORS"), min_size=0, max_size=6),
    st.sampled_from("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖÙÚÛÜÝ"),
    st.sampled_from(["“%s”", "«%s»", "‹%s›", "‘%s’"]),
    st.sampled_from(["", ".", ",", "—", "…", " – "]),
)
def test_a_word_in_capitals_in_quotation_marks_is_no_garble(begins: str, ends: str, marks: str, more: str) -> None:
    text = AROUND.format(marks % (begins + ends) + more)
    found = {
        text[slice(*finding.span)][0] for finding in heard(BrokenCharacters(), read(Source.from_text(text, "x.txt")))
    }
    assert found <= {"Â"}  # garbles what follows it: “the firmÂ»”


@pytest.mark.parametrize("name", ["TOKYÔ", "MALMÖ", "AÛ", "CÔTE", "“CÔTE”", "“in TOKYÔ it is,”"])
def test_a_capital_that_was_garbled_at_the_end_of_a_word_is_read_back(name: str) -> None:
    accented = next(letter for letter in name if letter in "ÔÖÛ")
    garbled = AROUND.format(name.replace(accented, _garbled(accented)))
    assert _after_safe_fixes(garbled) == AROUND.format(name)


def test_lost_characters_are_told_once() -> None:
    (finding,) = heard(BrokenCharacters(), read(Source.from_text(AROUND.format("Jos\ufffd and Zo\ufffd"), "x.txt")))
    assert (len(finding.related), finding.fixes) == (1, ())


def test_in_a_page_its_own_character_references_are_not_copy() -> None:
    page = "<h1>Old hall burns</h1><p>Smith &amp; Sons don&rsquo;t sell it.</p><p>Nor do R&amp;amp;D.</p>"
    (finding,) = heard(BrokenCharacters(), read(Source.from_text(page, "x.html")))
    assert finding.fixes[0].title == "Change to “&”"


@pytest.mark.parametrize(
    ("written", "found", "right"),
    [
        ("in some way Ã\x82Â\x85 we go", "Ã\x82Â\x85", "…"),  # garbled twice over, by ISO 8859-1
        ("Ã\x83Â©cole", "Ã\x83Â©", "é"),
        ("Ã\x89cole", "Ã\x89", "É"),
    ],
)
def test_controls_of_iso_8859_1_are_read_back_too(written: str, found: str, right: str) -> None:
    text = AROUND.format(written)
    first = heard(BrokenCharacters(), read(Source.from_text(text, "x.txt")))[0]
    assert apply(text, first.fixes[0].edits) == AROUND.format(written.replace(found, right))


def test_half_of_what_was_garbled_is_lost() -> None:
    (finding,) = heard(BrokenCharacters(), read(Source.from_text(AROUND.format("using itÃ\x82.”"), "x.txt")))
    assert finding.fixes == ()


def test_code_in_a_page_with_entities_is_not_lost() -> None:
    page = (
        "<html><body><article><h1>News</h1><p>It&#8217;s <code>ls</code> that {} did it.</p></article></body></html>"
    )
    assert not list(BrokenCharacters().check(read(Source.from_text(page.format(""), "x.html"))))
    assert len(list(BrokenCharacters().check(read(Source.from_text(page.format("&#xfffc;"), "x.html"))))) == 1
