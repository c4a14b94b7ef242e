"""What a fix may never do, whatever the text and the fix: touch what is not prose, part a letter and its accent."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Article, Edit, Fitting, Source, Span, Unfit, UnreadableSource, read
from copydesk.article.edits import apply
from copydesk.article.pieces import collapsed
from copydesk.check.desk import Desk
from copydesk.check.fixing import compatible
from copydesk.check.outcome import Checked
from copydesk.check.settings import Grammar, Settings, Styles
from copydesk.errors import CopydeskError
from copydesk.rules import Fix
from copydesk.rules.loading import installed_packs
from copydesk.session import Reading, Session

NAMES = {"txt": "a.txt", "md": "a.md", "html": "a.html"}
WORDS = st.sampled_from(
    "Kiev mayor white house José Jose\u0301 naïve x\u0302y 1. said, (the the) “No” ’tis 5.3 km² — a-b O'Brien "
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1f7 한국 1) 2".split()
)
LITERAL = st.sampled_from("5 * 3|a_b|# x|AT&T|<3|x > y|[sic]|~|{x}|!|a|b".split("|"))
ADDRESS = st.sampled_from([" https://kiev.ua/x_y?a=b ", " press@kiev.ua ", " @kiev ", " kiev.txt ", " www.kiev.ua "])
ATOMS = {
    "txt": [" "],
    "md": [
        *("&#287;", "&amp;", "`code`", "![alt](p.png)", "<!-- c -->", "\\*", "\\_", "  \n", "\\\n", "\n", "[^1]"),
        *("<br>", "<https://kiev.ua>", "``a ` b``", '![alt](p.png "Title")', "{{ x }}"),
    ],
    "html": ["&#287;", "&amp;", "&nbsp;", "<code>x</code>", "<img src=p.png>", "<!-- c -->", "<br>", "\n", "&lt"],
}
PAIRS = {
    "txt": [("", "")],
    "md": [
        *(("*", "*"), ("**", "**"), ("_", "_"), ("<b>", "</b>"), ("~~", "~~")),
        *(("[", "](https://kiev.ua/a)"), ("[", "][r]")),
    ],
    "html": [
        *(("<b>", "</b>"), ("<i class='x'>", "</i>"), ("<span>", "</span>"), ("<del>", "</del>")),
        ('<a href="https://kiev.ua/a">', "</a>"),
    ],
}
BLOCKS = {
    "txt": [("", "\n\n")],
    "md": [
        *(("", "\n\n"), ("> ", "\n\n"), ("- ", "\n"), ("## ", "\n\n"), ("<p>", "</p>\n\n")),
        ("| a | b |\n|---|---|\n| x | ", " |\n\n"),
    ],
    "html": [("<p>", "</p>\n"), ("<li>", "</li>"), ("<h2>", "</h2>"), ("<blockquote>", "</blockquote>")],
}


def enclosed(pair: tuple[tuple[str, str], str]) -> str:
    (opening, closing), words = pair
    return opening + words + closing


def inline(form: str) -> st.SearchStrategy[str]:
    """Words of a paragraph with markup nested at random."""
    words = st.one_of(WORDS, WORDS, WORDS, st.just(" "), st.sampled_from(ATOMS[form]), LITERAL, ADDRESS)
    return st.recursive(
        words,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=4).map("".join),
            st.tuples(st.sampled_from(PAIRS[form]), inner).map(enclosed),
        ),
        max_leaves=12,
    )


def block(form: str) -> st.SearchStrategy[str]:
    words = st.lists(inline(form), min_size=1, max_size=5).map("".join)
    return st.tuples(st.sampled_from(BLOCKS[form]), words).map(enclosed)


HEADS = {
    "txt": [""],
    "md": [
        "",
        "---\ntitle: Kiev falls\n---\n",
        "---\ntitle: 'It''s Kiev'\n---\n",
        '---\ntitle: "A \\"Kiev\\" man"\n---\n',
    ],
    "html": ["", "<h1>Kiev falls</h1>", "<title>Kiev &amp; co falls now</title>"],
}


@st.composite
def articles(draw: st.DrawFn) -> Article:
    form = draw(st.sampled_from(sorted(NAMES)))
    text = draw(st.sampled_from(HEADS[form])) + "".join(draw(st.lists(block(form), min_size=1, max_size=3)))
    if form == "md":
        text += "[r]: https://kiev.ua/r\n"
    try:
        return read(Source.from_text(text, NAMES[form]))
    except UnreadableSource:
        return read(Source.from_text("x", NAMES["txt"]))


@st.composite
def edits_of_words(draw: st.DrawFn, article: Article) -> tuple[int, int, int, str]:
    """A part's number, a span of its words, and others for them: like them, or not."""
    number = draw(st.integers(0, len(article.parts) - 1))
    words = article.parts[number].words
    start = draw(st.integers(0, len(words)))
    end = draw(st.integers(start, min(len(words), start + 25)))
    old = words[start:end]
    kind = draw(st.sampled_from(["letters", "other", "less", "more"]))
    if kind == "letters" and old:
        at = draw(st.integers(0, len(old) - 1))
        return number, start, end, old[:at] + draw(st.sampled_from("yi Kz-.")) + old[at + draw(st.integers(0, 2)) :]
    if kind == "less":
        at = draw(st.integers(0, len(old)))
        return number, start, end, old[:at] + old[at + draw(st.integers(0, len(old))) :]
    new = draw(st.lists(st.one_of(WORDS, LITERAL), max_size=3).map(" ".join))
    return number, start, end, f"{old} {new}" if kind == "more" else new


TOKEN = re.compile(r"<[^<>]*>|\S")


def not_prose(article: Article) -> list[str]:
    """Return all of the text that is not read as letters: tags, signs of emphasis, targets, entities."""
    pieces, position = [], 0
    for part in article.parts:
        addresses = [part.text_span(*address) for address in part.addresses]
        for chunk, limit in part.prose.stretches:
            written, words = article.text[chunk.start : chunk.end], part.words[chunk.prose : limit]
            if len(written) == len(words) or normalize("NFC", written) == words or written in ("''", f"\\{words}"):
                within = [address for address in addresses if chunk.start <= address.start < chunk.end]
                for start, end in [*within, Span(chunk.end, chunk.end)]:
                    pieces += [article.text[position : max(position, chunk.start)], article.text[start:end]]
                    position = end
    return TOKEN.findall("".join((*pieces, article.text[position:])))


def may_go(gone: list[str]) -> bool:
    """Whether what is gone is whole elements, and no address, code or entity."""
    names = Counter(re.sub(r"^<(/?)(\w+).*$", r"\2\1", each) for each in gone if each[0] == "<")
    tags = all(names[name.rstrip("/")] == names[f"{name.rstrip('/')}/"] for name in list(names))
    others = [each for each in gone if each[0] != "<"]
    return tags and "href" not in "".join(gone) and set(others) <= set("*_") and len(others) % 2 == 0


def borders(text: str) -> set[int]:
    return {0, *(match.end() for match in regex.finditer(r"\X", text))}


def seen(article: Article) -> list[str]:
    return [words for part in article.parts if (words := collapsed(part.words)).strip("\ufffc ")]


def assert_only_words_change(article: Article, edits: tuple[Edit, ...]) -> Article:
    text = article.text
    before = borders(text)
    assert all(edit.start in before and edit.end in before for edit in edits)
    after = article
    with suppress(UnreadableSource):  # nothing is left, of a word or two
        after = read(Source.from_text(apply(text, edits), article.source.name))
    old, new = not_prose(article), not_prose(after)
    gone: list[str] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, False).get_opcodes():
        gone += old[start:end] if tag != "equal" else ()
        assert tag == "equal" or not any(each[0] in "<[]`(){}" for each in new[new_start:new_end])
    assert may_go(gone), gone
    return after


@given(st.data())
def test_an_edit_changes_the_words_as_promised_and_nothing_else(data: st.DataObject) -> None:
    article = data.draw(articles())
    if not article.parts:
        return
    number, start, end, new = data.draw(edits_of_words(article))
    part = article.parts[number]
    try:
        edits = Fitting(article)((Edit(*part.text_span(start, end), new),))
    except Unfit:
        return
    words = [one.words for one in article.parts]
    words[number] = words[number][:start] + new + words[number][end:]
    promised = [normalize("NFC", text) for one in words if (text := collapsed(one)).strip("\ufffc ")]
    if not promised:
        return  # nothing is left that could be read
    after = assert_only_words_change(article, edits)
    if article.source.name == "a.txt":  # where its lines are paragraphs depends on how long they are
        assert "".join(" ".join(seen(after)).split()) == "".join(" ".join(promised).split())
    else:
        assert seen(after) == promised


HOUSE = """
extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
nonword: true
swap:
  kiev: kyiv
  mayor house: mayoral house
  "the": a * <b>
  white house: White House
  ".txt": .text
"""
CUT = """
extends: existence
message: "Leave out '%s'."
action:
  name: remove
tokens: [the, mayor, white house, 'José']
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with all built-in rules, those that are off too, a style sheet and YAML rules."""
    folder = tmp_path_factory.mktemp("styles")
    (folder / "House").mkdir()
    (folder / "House" / "Words.yml").write_text(HOUSE, encoding="utf-8")
    (folder / "House" / "Cut.yml").write_text(CUT, encoding="utf-8")
    names = {"Kyiv": ("Kiev",), "José": ("Jose",), "White House": ("white house",), "Mayor-house": ("mayor house",)}
    return Desk(
        Settings(
            extend_select=tuple(sorted(installed_packs())),
            names=names,
            styles=Styles(str(folder), ("House",)),
            grammar=Grammar(engine="off"),
        )
    )


def fixes_to_make(checked: Checked) -> list[Fix]:
    return [fix for finding in checked.findings for fix in finding.fixes if not finding.rule.startswith("Links.")]


@settings(max_examples=40)
@given(article=articles())
def test_no_fix_of_any_rule_changes_more_than_words(desk: Desk, article: Article) -> None:
    for fix in fixes_to_make(desk.check(article)):
        assert_only_words_change(article, fix.edits)


@settings(max_examples=40)
@given(article=articles())
def test_fixes_that_are_made_together_change_no_more_than_words(desk: Desk, article: Article) -> None:
    checked = desk.check(article)
    findings = [finding for finding in checked.findings if not finding.rule.startswith("Links.")]
    edits = tuple(edit for _, fix in compatible(article, findings, unsafe=True) for edit in fix.edits)
    assert_only_words_change(article, edits)


@settings(max_examples=30)
@given(article=articles(), data=st.data())
def test_answers_in_a_session_change_no_more_than_words(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, article: Article, data: st.DataObject
) -> None:
    session = Session(article, tmp_path_factory.getbasetemp() / article.source.name)
    for _ in range(3):
        now = read(Source.from_text(session.text, article.source.name))
        findings = [one for one in desk.check(now).findings if not one.rule.startswith("Links.")]
        session.take(Reading(session.revision, tuple(findings)))
        if not session.marks:
            return
        mark = data.draw(st.sampled_from(session.marks))
        before = session.text
        with suppress(CopydeskError):
            answer = data.draw(st.sampled_from(["accept", "all", "own"]))
            if answer == "accept":
                step = session.accept(mark.id)
            elif answer == "all":
                step = session.change_all(mark.id)
            else:
                step = session.replace(mark.span, data.draw(st.one_of(WORDS, LITERAL)), mark.id)
            if step is not None:
                assert_only_words_change(now, step.edits)
                session.undo()
                assert session.text == before
                session.redo()
        if not session.text.strip():
            return


@pytest.mark.parametrize(
    ("addresses", "after"),
    [
        ("skip", "<p>See https://kiev.ua/Kiev, press@kiev.ua, @kiev, kiev.txt and <b>Ky</b>iv.</p>"),
        ("check", "<p>See https://Kyiv.ua/Kyiv, press@Kyiv.ua, @Kyiv, Kyiv.txt and <b>Ky</b>iv.</p>"),
    ],
)
def test_yaml_rules_leave_addresses_alone_unless_they_ask(tmp_path: Path, addresses: str, after: str) -> None:
    (tmp_path / "House").mkdir()
    (tmp_path / "House" / "Kyiv.yml").write_text(
        "extends: substitution\nmessage: m\nignorecase: true\nsafe: true\nswap:\n  kiev: Kyiv\n"
        f"addresses: {addresses}\n"
    )
    desk = Desk(Settings(select=("House",), styles=Styles(str(tmp_path), ("House",)), grammar=Grammar(engine="off")))
    text = "<p>See https://kiev.ua/Kiev, press@kiev.ua, @kiev, kiev.txt and <b>Ki</b>ev.</p>"
    checked = desk.check_source(Source.from_text(text, "a.html"))
    assert apply(text, [edit for finding in checked.findings for edit in finding.fixes[0].edits]) == after
