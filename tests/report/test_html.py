"""The HTML proof: as a parser of HTML reads it, and as a browser shows it."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from html import unescape
from importlib.resources import files
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import msgspec
import pytest
from html5lib.html5parser import HTMLParser

from copydesk.article import Article, Part, Source, Span
from copydesk.article.prose import Prose
from copydesk.check.outcome import Checked
from copydesk.check.results import FileResult, Results
from copydesk.rules import Finding, change_to

Written = Callable[[str, Results], str]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def page(awkward: Results, written: Written) -> str:
    return written("html", awkward)


def parsed(page: str) -> Element:
    parser = HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    assert parser.errors == []
    return tree


def words(element: Element) -> str:
    """Return what of the copy is read: line numbers, carets and notes' numbers left out."""
    if element.tag == "a" or element.get("aria-hidden") == "true":
        return ""
    return (element.text or "") + "".join(words(child) + (child.tail or "") for child in element)


def test_the_page_is_html_without_a_fault(page: str) -> None:
    parsed(page)


def test_the_copy_is_all_there(page: str) -> None:
    galley = next(parsed(page).iter("article"))
    copy = [" ".join(words(part).split()) for part in galley.iter() if "copy" in (part.get("class") or "").split()]
    assert copy == [
        "Town of Kiev falls",
        "Troops entered <b>Kiev</b> & the “old town” of Sudza on Monday, 100% of {0} it, [see](here).",
        "A second paragraph has ␛[31mred␇ and �turned words, and then it ends here",
        "",  # the end of the file, where something is found but nothing stands
    ]


def test_every_finding_has_a_number_in_the_copy_and_a_note(page: str) -> None:
    galley = next(parsed(page).iter("article"))
    ids = {element.get("id") for element in galley.iter()}
    for number in range(1, 11):
        assert {f"m1-{number}", f"n1-{number}"} <= ids
    marks = [mark.get("aria-describedby") for mark in galley.iter("mark")]
    assert {f"n1-{number}" for number in (1, 2, 3, 6, 8, 9)} == set(marks)  # 4 and 5 would be the fourth layer


def test_ids_are_unique_and_everything_that_refers_to_one_finds_it(page: str) -> None:
    ids = Counter(element.get("id") for element in parsed(page).iter() if element.get("id"))
    assert set(ids.values()) == {1}
    for element in parsed(page).iter():
        target = element.get("href", "#main").removeprefix("#")
        assert {
            target,
            *element.get("aria-describedby", "").split(),
            *element.get("aria-labelledby", "").split(),
        } <= set(ids)


def test_suggestions_stand_in_the_margin(page: str) -> None:
    note = next(element for element in parsed(page).iter("li") if element.get("id") == "n1-1")
    assert " ".join("".join(note.itertext()).split()) == (
        "1 back to the copytake out Kiev put Kyiv“Kiev” is now “Kyiv”.line 3: spelt <so> here; line 1: “Town”"
        "since 2019: AP & otherswarning · Names.OutdatedName"
    )


def test_the_contents_list_every_file(page: str) -> None:
    (nav,) = parsed(page).iter("nav")
    counts = [" ".join("".join(item.itertext()).split()) for item in nav.iter("li")]
    assert len(counts) == 9
    assert counts[0] == "Town of Kiev fallsdesk/plain.txt 2 errors, 5 warnings, 3 suggestions"
    assert counts[-3].endswith("nothing to report")
    assert counts[-2] == "desk/bin␊�.txt not checked"


def test_one_article_needs_no_contents_and_is_shown_though_clean(awkward: Results, written: Written) -> None:
    tree = parsed(written("html", msgspec.structs.replace(awkward, files=awkward.files[6:7], notices=())))
    assert not list(tree.iter("nav"))
    assert "Nothing to report." in "".join(next(tree.iter("article")).itertext())


def test_the_page_shows_words_as_a_reader_sees_them(written: Written) -> None:
    text = "In **Sud**za &amp; Erdo&#287;an"
    pieces = [
        ("In ", 0, 3),
        ("Sud", 5, 8),
        ("za ", 10, 13),
        ("&", 13, 18),
        (" Erdo", 18, 23),
        ("ğ", 23, 29),
        ("an", 29, 31),
    ]
    article = Article(Source.from_text(text), (Part("paragraph", Span(0, len(text)), Prose.joined(pieces)),))
    found = [Finding(Span(*at), "m", fixes=(change_to(Span(*at), "X"),), rule="A.B") for at in ((5, 12), (19, 31))]
    tree = parsed(written("html", Results((FileResult("a.md", Checked(article, tuple(found))),))))
    assert ["".join(mark.itertext()) for mark in next(tree.iter("article")).iter("mark")] == ["Sudza", "Erdoğan"]
    assert ["".join(out.itertext()) for out in next(tree.iter("article")).iter("del")] == ["Sudza", "Erdoğan"]


def test_nothing_outside_is_asked_for(page: str) -> None:
    tree = parsed(page)
    assert not {element.tag for element in tree.iter()} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
        "form",
    }
    assert all(element.get("href", "#").startswith("#") for element in tree.iter())
    style = files("copydesk.report").joinpath("proof.css").read_text("utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page


def shown(page: str, script: str, folder: Path, *, width: int) -> str:
    """Return what a script says of the page in a browser. Of the page only its content policy is taken away."""
    assert BROWSER is not None
    freed = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    (folder / "page.html").write_text(freed.replace("</body>", f"<script>{script}</script></body>"), "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    done = subprocess.run(
        [
            BROWSER,
            *options,
            f"--user-data-dir={folder / 'profile'}",
            f"--window-size={width},1000",
            "--virtual-time-budget=20000",
            "--dump-dom",
            (folder / "page.html").as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    said = re.search(r"<output id=\"said\">(.*?)</output>", done.stdout, re.DOTALL)
    assert said, done.stderr[-2000:]
    return unescape(said[1])


SAY = """
const say = text => {
  const out = document.createElement('output');
  out.id = 'said';
  out.textContent = text;
  document.body.append(out);
};
"""

browser = pytest.mark.browser
needs_browser = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium: apt-get install chromium")


@browser
@needs_browser
@pytest.mark.parametrize(("width", "beside"), [(1280, True), (600, False)])
def test_notes_stand_beside_the_copy_or_below_it(width: int, beside: bool, page: str, tmp_path: Path) -> None:
    script = SAY + (
        "const boxes = [...document.querySelectorAll('.notes')].map(notes => {"
        "  const copy = notes.previousElementSibling.getBoundingClientRect(), note = notes.getBoundingClientRect();"
        "  return [note.left >= copy.right, note.top >= copy.bottom - 8]; });"
        "const wide = document.documentElement.scrollWidth > innerWidth;"
        "say(JSON.stringify([wide, boxes.every(box => box[0]), boxes.every(box => box[1])]));"
    )
    wide, at_side, below = shown(page, script, tmp_path, width=width).strip("[]").split(",")
    assert wide == "false"
    assert at_side == str(beside).lower()
    assert below == str(not beside).lower()


@browser
@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_accessibility_checker_finds_no_fault(scheme: str, page: str, tmp_path: Path) -> None:
    axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    # The colours of the dark scheme are taken for every scheme, so that they are looked at.
    page = page.replace("@media screen and (prefers-color-scheme: dark)", "@media all") if scheme == "dark" else page
    script = """
    axe.run().then(found => say([found.passes.length > 15, ...found.violations.map(fault =>
      fault.id + ': ' + fault.help + ' ' + fault.nodes.slice(0, 3).map(node => node.html).join(' | '))].join('\\n')));
    """
    assert shown(page, axe + SAY + script, tmp_path, width=1280) == "true"


@browser
@needs_browser
def test_marks_are_told_apart_without_colour(page: str, tmp_path: Path) -> None:
    script = SAY + (
        "say([...new Set([...document.querySelectorAll('.copy mark')].map(mark =>"
        " mark.className + ' ' + getComputedStyle(mark).textDecorationStyle))].sort().join(', '));"
    )
    assert shown(page, script, tmp_path, width=1280) == "error double, suggestion dotted, warning solid"
