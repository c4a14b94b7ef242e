"""What markup sets apart as other people's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Source, read
from copydesk.article.edits import apply
from copydesk.article.set_apart import set_apart
from copydesk.check.check import check
from copydesk.check.quoted import Quoted
from copydesk.check.settings import Settings
from copydesk.rules import Edit, Finding, Fix, Rule, Span

MD = "# A headline\n\nThe mayor spoke.\n\n"


def apart(text: str, name: str) -> tuple[list[str], list[str]]:
    found = set_apart(read(Source.from_text(text, name)))
    return [text[slice(*span)] for span in found.quoted], [text[slice(*span)] for span in found.named]


@pytest.mark.parametrize(
    ("markup", "quoted", "named"),
    [
        ("He called it <q>the plan</q>.", ["the plan"], []),
        ("He wrote <cite>Letters home</cite>.", [], ["Letters home"]),
        ("He wrote *Letters from Kiev* and *never* spoke.", [], ["Letters from Kiev"]),
        ("He wrote _Letters from Kiev_.", [], ["Letters from Kiev"]),
        ("It was <em>very</em> cold; <i>The Cold War</i> says so.", [], ["The Cold War"]),
        ('They say <span lang="fr">le plan</span> and <span lang="en-GB">a plan</span>.', ["le plan"], []),
        ('The word <b translate="no">Kiev</b> stays.', ["Kiev"], []),
        ("**The Plan** is bold, and 5 < 6.", [], []),
        ("An <q>open one is none.", [], []),
    ],
)
def test_in_markdown_and_in_a_page(markup: str, quoted: list[str], named: list[str]) -> None:
    assert apart(f"{MD}{markup}\n", "a.md") == (quoted, named)
    if "*" not in markup and "_" not in markup:
        page = (
            f"<html lang=en><body><article><h1>A headline</h1><p>He spoke.</p><p>{markup}</p></article></body></html>"
        )
        assert apart(page, "a.html") == (quoted, named)


def test_a_block_quote_is_a_quotation() -> None:
    assert apart(f"{MD}> The mayor of Kiev.\n", "a.md")[0] == ["The mayor of Kiev."]
    quote = '<blockquote class="tweet"><p>Kiev is cold</p></blockquote>'
    page = f"<article><h1>A headline</h1><p>He spoke.</p>{quote}</article>"
    assert "Kiev is cold" in apart(page, "a.html")[0]


def test_plain_text_has_no_markup() -> None:
    assert apart("A headline\n\nHe called it <q>the plan</q> and *The Plan of Kiev*.\n", "a.txt") == ([], [])


class Renames(Rule):
    """A rule that puts “right” for “wrong”, and thinks that safe."""

    name = "Test.Renames"
    severity = "error"
    in_quotations = True

    def check(self, article):  # type: ignore[no-untyped-def]
        for part in article.parts:
            at = part.words.find("wrong")
            while at >= 0:
                span = part.text_span(at, at + 5)
                yield Finding(span, "Right.", fixes=(Fix("Change to “right”", (Edit(*span, "right"),), safe=True),))
                at = part.words.find("wrong", at + 5)


WRAPPED = st.sampled_from(
    ["<q>{}</q>", "<cite>{}</cite>", '<i lang="de">{}</i>', '<b translate="no">a {}</b>', "“{}”", "> {}\n"]
)
PLAIN = st.sampled_from(["It is {} here.", "**{}** it is.", "A <b>{}</b> one."])


@given(st.lists(st.one_of(WRAPPED, PLAIN), min_size=1, max_size=8))
def test_no_safe_fix_changes_other_peoples_words(pieces: list[str]) -> None:
    text = MD + "\n\n".join(piece.format("wrong") for piece in pieces) + "\n"
    article = read(Source.from_text(text, "a.md"))
    found = check(article, (), [Renames()], Settings()).findings
    edits = [edit for finding in found for fix in finding.fixes if fix.safe for edit in fix.edits]
    after = apply(text, edits)
    wrapped = [piece for piece in pieces if piece.format("x") != piece and _sets_apart(piece)]
    assert after.count("wrong") == len(wrapped)


def _sets_apart(piece: str) -> bool:
    return piece.startswith(("<q", "<cite", "<i lang", "<b translate", "“", ">"))


def test_a_change_of_all_places_leaves_quotations_out() -> None:
    text = f"{MD}Kiev is old. Kiev is cold.\n\n> Kiev is ours.\n"
    article = read(Source.from_text(text, "a.md"))
    places = [Span(at, at + 4) for at in range(len(text)) if text.startswith("Kiev", at)]
    everywhere = Fix("Change all 3 to “Kyiv”", tuple(Edit(*span, "Kyiv") for span in places), everywhere=True)
    quoted = Quoted(article)
    (fix,) = quoted.outside(Finding(places[0], "Kyiv."), [everywhere])
    assert (fix.title, len(fix.edits)) == ("Change 2 to “Kyiv”, not in quotations", 2)
    assert list(quoted.outside(Finding(places[2], "Kyiv."), [everywhere])) == [everywhere]
