"""Edits are fitted around what is not prose, or refused with the reason."""

from __future__ import annotations

import pytest

from copydesk.article import Article, Edit, Fitting, Source, Unfit, read
from copydesk.article.edits import apply
from copydesk.check.desk import Desk
from copydesk.check.settings import Grammar, Settings


def article(name: str, text: str) -> Article:
    return read(Source.from_text(text, name))


def fitted(name: str, text: str, old: str, new: str, *, loosely: bool = False) -> str:
    """Return the text after the words `old`, as a reader sees them, were replaced."""
    read_ = article(name, text)
    part = next(part for part in read_.parts if old in part.words)
    start = part.words.index(old)
    edit = Edit(*part.text_span(start, start + len(old)), new)
    return apply(text, Fitting(read_, loosely=loosely)((edit,)))


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "after"),
    [
        ("a.html", "<p><b>Ki</b>ev mayor said.</p>", "Kiev", "Kyiv", "<p><b>Ky</b>iv mayor said.</p>"),
        ("a.md", "The *white* house.", "white house", "White House", "The *White* House."),
        ("a.md", "[Ki](https://kiev.ua)ev said.", "Kiev", "Kyiv", "[Ky](https://kiev.ua)iv said."),
        ("a.md", "The [release papers](https://t.example/r) papers.", "papers papers", "papers",
         "The [release papers](https://t.example/r)."),
        ("a.html", "<p>Erdo&#287;an said.</p>", "Erdoğan", "Erdoğan’s man", "<p>Erdo&#287;an’s man said.</p>"),
        ("a.md", "Talks on [Kiev].\n\n[Kiev]: https://t.example/k\n", "Kiev", "Kyiv",
         "Talks on [Kyiv][Kiev].\n\n[Kiev]: https://t.example/k\n"),
        ("a.md", "Talks on [Kiev][].\n\n[Kiev]: https://t.example/k\n", "Kiev", "Kyiv",
         "Talks on [Kyiv][Kiev].\n\n[Kiev]: https://t.example/k\n"),
        ("a.md", "Talks on [Kiev][k].\n\n[k]: https://t.example/k\n", "Kiev", "Kyiv",
         "Talks on [Kyiv][k].\n\n[k]: https://t.example/k\n"),
        ("a.md", "The `b` papers say.", "The \ufffc papers", "A \ufffc paper", "A `b` paper say."),
        ("a.md", "Kiev<!-- c --> said[^1] so.", "Kiev said so", "Kyiv told so", "Kyiv<!-- c --> told[^1] so."),
        ("a.md", "New  \nYork *Ti**mes*.", "New York Ti", "new york ti", "new  \nyork *ti**mes*."),
        ("a.md", "---\ntitle: 'It''s Kiev'\n---\nBody.", "It's Kiev", "It’s Kyiv's",
         "---\ntitle: 'It’s Kyiv''s'\n---\nBody."),
        ("a.md", "The *very **old*** man.", " very old", "", "The man."),
        ("a.html", "<p>The <b><i>very</i></b> man said.</p>", " very", "", "<p>The man said.</p>"),
        ("a.txt", "Write to press@kiev.ua in Kiev", "press@kiev.ua in Kiev", "press@kiev.ua in Kyiv",
         "Write to press@kiev.ua in Kyiv"),
    ],
)  # fmt: skip
def test_an_edit_goes_around_what_is_not_prose(name: str, text: str, old: str, new: str, after: str) -> None:
    assert fitted(name, text, old, new) == after


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("a.html", "<p>Erdo&#287;an said.</p>", "Erdoğan", "Erdogan"),
        ("a.md", "The `b` papers.", "The \ufffc papers", "The papers"),
        ("a.md", "New  \nYork said.", "New York", "Rome"),
        ("a.html", "<p>The <a href=x>very</a> man said.</p>", " very", ""),
        ("a.txt", "See https://kiev.ua/Kiev now", "Kiev", "Kyiv"),
        ("a.txt", "Write to press@kiev.ua now", " press", " "),
        ("a.txt", "The x\u0302y said", "x", "z"),
        ("a.txt", "The 👩‍👩‍👧 said", "👩", "z"),
        ("a.md", "Kiev said.", "Kiev", "1. Kyiv"),
        ("a.md", "---\ntitle: Kiev\n---\nBody.", "Kiev", "Kyiv: now"),
        ("a.txt", "Kiev said", "Kiev", "Ky\niv"),
        ("a.html", "<p>Five <3 six.</p>", "3 six", "b3 six"),
        ("a.txt", "Kiev", "Kiev", ""),
    ],
)
def test_an_edit_that_cannot_go_around_is_refused(name: str, text: str, old: str, new: str) -> None:
    with pytest.raises(Unfit):
        fitted(name, text, old, new)


@pytest.mark.parametrize(
    ("name", "new"), [("a.md", "*b* _c_ `d` <e> [f](g) &amp; \\"), ("a.html", "<b> &amp; R&D"), ("a.md", "a & b")]
)
def test_new_words_are_never_markup(name: str, new: str) -> None:
    text = "<p>The mayor said.</p>" if name == "a.html" else "The mayor said."
    after = article(name, fitted(name, text, "mayor", new))
    assert [part.words for part in after.parts] == [f"The {new} said."]


def test_words_that_a_person_types_go_before_the_markup_among_the_old() -> None:
    assert fitted("a.html", "<p>The <b>Ki</b>ev said.</p>", "Kiev", "Zap", loosely=True).count("b>") == 2


def test_a_letter_and_its_accent_are_read_as_one_letter() -> None:
    one = article("a.txt", "Jose\u0301 Gil met Jos\u00e9 Gil\n").parts[0]
    assert one.words == "José Gil met José Gil"
    assert one.text_span(0, 4) == (0, 5)


def test_an_edit_of_several_places_is_made_whole_or_not_at_all() -> None:
    one = article("a.html", "<p>Kiev, K<br>iev and Kiev said.</p>")
    edits = [Edit(3, 7, "Kyiv"), Edit(9, 17, "Q")]
    with pytest.raises(Unfit):
        Fitting(one)(tuple(edits))


def test_a_style_sheet_and_an_article_may_write_one_name_in_two_forms_of_unicode() -> None:
    desk = Desk(Settings(names={"Jose\u0301 Gil": ("Jos\u00e9 Gill",)}, grammar=Grammar(engine="off")))
    source = Source.from_text("Mayor\n\nJose\u0301 Gil and Jos\u00e9 Gil met Jose\u0301 Gill.\n", "a.txt")
    found = desk.check_source(source).findings
    assert [source.text[slice(*one.span)] for one in found] == ["Jose\u0301 Gill"]


def test_what_may_be_a_standfirst_is_one_of_the_parts_however_its_letters_are_written() -> None:
    one = article("a.txt", "Kiev\n\nJose\u0301\n\nKiev\n\nKiev\n")
    assert one.perhaps_standfirst is None or one.perhaps_standfirst in one.parts
    assert Desk(Settings(grammar=Grammar(engine="off"))).check(one).crashes == ()


def test_a_long_article_is_read_again_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    one = article("a.html", "<p>" + "<b>Ki</b>ev 5 < 6. " * 1_000 + "</p>")
    read_again: list[int] = []
    monkeypatch.setattr(
        "copydesk.article.fitting.read", lambda source: (read_again.append(len(source.text)), read(source))[1]
    )
    monkeypatch.setattr("copydesk.article.fitting._MOST_READ_AGAIN", 10 * len(one.text))
    fitting, words = Fitting(one), "".join(part.words for part in one.parts)
    refused = 0
    part, start = one.parts[0], 0
    while (start := part.words.find("5 <", start + 1)) > 0:
        try:
            fitting((Edit(*part.text_span(start, start + 2), "five"),))
        except Unfit as unfit:
            refused += "read again" in str(unfit)
    assert words.count("5 <") == 1_000
    assert refused > 300
    assert sum(read_again) <= 10 * len(one.text) + 1_000
