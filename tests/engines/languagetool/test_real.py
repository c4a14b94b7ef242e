"""The real LanguageTool, as `copydesk setup languagetool` left it: in CI always, at home where it is set up."""

from __future__ import annotations

import json
import os
import random
import socket
import ssl
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from copydesk.article import Source
from copydesk.check.desk import Desk
from copydesk.check.settings import ArticleSettings, Grammar, Settings
from copydesk.engines.installed import engine_for
from copydesk.engines.languagetool import keeper, places
from copydesk.engines.languagetool.identity import Identity
from copydesk.engines.languagetool.java import find_java
from copydesk.engines.languagetool.places import Installation
from copydesk.engines.languagetool.server import Server, servers
from copydesk.facts.words.slips import likeliest_first
from copydesk.rules import Finding
from copydesk.text import lexicon

from .conftest import engine, parts_of

pytest.importorskip("language_tool_python")
ROOT = Path(__file__).parents[3]


def copy_to_test() -> Installation | None:
    """Return the copy in the data folder that the environment names, else the user's own."""
    folder = os.environ.get("COPYDESK_TEST_DATA")
    with pytest.MonkeyPatch.context() as patch:
        if folder:
            patch.setattr(places, "home", lambda: Path(folder, "copydesk", "languagetool"))
        return places.own_copy()


COPY = copy_to_test()
pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(COPY is None, reason="LanguageTool is not set up: copydesk setup languagetool"),
]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The copy that is set up, with a server of the tests' own."""
    assert COPY is not None
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("home")
        patch.setattr("copydesk.engines.languagetool.server.home", lambda: folder)
        patch.setattr(places, "installation", lambda: COPY)
        patch.setattr("copydesk.engines.languagetool.engine.installation", lambda: COPY)
        patch.delenv("LTP_PATH", raising=False)
        engine_for.cache_clear()
        yield COPY
        Server(COPY).stop()
        assert servers() == []
        engine_for.cache_clear()


def check(text: str, *, all_rules: bool = False, engine: str = "languagetool") -> list[Finding]:
    settings = Settings(select=("Grammar",), grammar=Grammar(engine=engine, all_rules=all_rules))  # type: ignore[arg-type]
    checked = Desk(settings).check_source(Source.from_text(text, "a.txt"))
    assert checked.crashes == ()
    return list(checked.findings)


def test_the_first_answer_takes_little_memory(real: Installation) -> None:
    text = (ROOT / "samples" / "sudzha.txt").read_text()
    findings = check(text)
    (state,) = servers()
    memory = int(Path(f"/proc/{state.server}/statm").read_text().split()[1]) * 4096 if Path("/proc").is_dir() else 0
    assert memory < 400_000_000
    assert [finding for finding in findings if "spelling" in finding.message] == [], "names are no slips"


def test_one_changed_paragraph_in_a_long_article_is_back_at_once(real: Installation) -> None:
    paragraphs = (ROOT / "samples" / "sudzha.txt").read_text().split("\n")[2:]
    text = "\n\n".join(f"{paragraph} It was told {number} times." for number in range(20) for paragraph in paragraphs)
    one = engine()
    one.check(parts_of(text))
    found = one.check(parts_of(text.replace("told 5 times", "recieved 5 times", 1)))
    assert len(text) > 40_000
    assert "MORFOLOGIK_RULE_EN_US" in {remark.rule for remarks in found for remark in remarks}


def test_a_sentence_of_thousands_of_words_is_cut_and_what_stands_behind_it_is_read(real: Installation) -> None:
    text = "He said " + "and the fox ran over the hill " * 300 + "and on. They recieved it.\n"
    one = engine()
    parts = parts_of(text)
    said = one.check(parts)[1]
    assert "recieved" in {parts[1].words[slice(*remark.span)] for remark in said}
    assert "a sentence of 9,015 characters was cut: grammar was checked in the first 6,000" in one.notices(parts)[0]


def test_a_port_that_somebody_else_has_is_said_by_java_itself(real: Installation, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        java = real.java or find_java().command
        identity = Identity(tmp_path)
        identity.make(java)
        (tmp_path / "server.properties").write_text(identity.properties)
        lock = os.open(tmp_path / "server.lock", os.O_RDWR | os.O_CREAT)
        command = [java, *real.arguments, "--config", "server.properties"]
        server = keeper._launch(tmp_path, command, taken.getsockname()[1], lock)
        os.close(lock)
        assert server.wait(60) != 0
    assert "already in use" in keeper._last_words(tmp_path)


def test_places_are_right_among_letters_beyond_the_first_plane(real: Installation) -> None:
    text = "Headline\n\nThe 😀 ministers 😀😀 have recieved it 😀, and 𝔸𝔹 he are 😀 hapy.\n"
    assert {text[slice(*finding.span)] for finding in check(text)} == {"recieved", "are", "hapy"}


def test_what_both_engines_say_is_said_once_with_both_named(real: Installation) -> None:
    findings = check("Headline\n\nThey did recieve it at noon.\n", engine="both")
    (finding,) = [finding for finding in findings if finding.rule.startswith("Grammar.")]
    assert finding.rule == "Grammar.MORFOLOGIK_RULE_EN_US"
    assert "Grammar.SpellCheck too" in finding.evidence


def test_a_british_house_is_checked_as_one(real: Installation) -> None:
    said = engine_for("languagetool", "en-GB", (), None, all_rules=True).check(
        parts_of("The color of the centre is grey.")
    )
    assert {remark.rule for remarks in said for remark in remarks} == {"MORFOLOGIK_RULE_EN_GB"}


def examples(jar: Path) -> list[tuple[str, str]]:
    """Return LanguageTool's own examples of mistakes, with the rule that each belongs to."""
    found = []
    with zipfile.ZipFile(jar) as archive:
        for name in ("grammar.xml", "style.xml"):
            tree = ElementTree.fromstring(archive.read(f"org/languagetool/rules/en/{name}"))
            for group in (*tree.iter("rulegroup"), *tree.iter("rule")):
                if group.get("id"):
                    texts = ["".join(one.itertext()) for one in group.iter("example") if "correction" in one.attrib]
                    found += [(group.get("id", ""), " ".join(text.split())) for text in texts]
    return found


def spread(found: list[tuple[str, str]], number: int) -> list[str]:
    """Return a sample of examples, no rule twice before each was taken once."""
    order = random.Random(17)
    order.shuffle(found)
    seen: dict[str, int] = {}
    ranked = []
    for rule, text in found:
        seen[rule] = seen.get(rule, 0) + 1
        ranked.append((seen[rule], text))
    return list(dict.fromkeys(text for _, text in sorted(ranked, key=lambda each: each[0])))[:number]


def raw(url: str, certificate: Path, text: str) -> set[tuple[Any, ...]]:
    """Return what the server says of a text, asked by nobody but this function: rule, start, words, suggestions."""
    data = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
    ours = ssl.create_default_context(cafile=certificate)
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=ours))
    with ask.open(f"{url}/v2/check", data) as answer:
        matches = json.load(answer)["matches"]
    units = text.encode("utf-16-le")
    return {
        (
            f"Grammar.{match['rule']['id']}",
            len(units[: 2 * match["offset"]].decode("utf-16-le")),
            units[2 * match["offset"] :][: 2 * match["length"]].decode("utf-16-le"),
            tuple(_as_offered(match["context"], match["rule"]["issueType"], match["replacements"])),
        )
        for match in matches
    }


def _as_offered(context: dict[str, Any], kind: str, replacements: list[dict[str, str]]) -> list[str]:
    """Return what the server suggests without slurs; for a misspelling, two letters swapped come first."""
    texts = [each["value"] for each in replacements if each["value"].lower() not in lexicon("slur")]
    if kind != "misspelling":
        return texts
    word = context["text"][context["offset"] :][: context["length"]]
    return likeliest_first(word, texts)


def test_with_all_rules_nothing_that_the_server_says_is_held_back_but_slurs(real: Installation) -> None:
    sample = spread(examples(real.jar.with_name(f"language-en-{real.version}.jar")), 1000)
    assert len(sample) == 1000
    server = Server(real)
    american = ArticleSettings(language="en-US")  # else “colour” would make an example British
    settings = Settings(select=("Grammar",), article=american, grammar=Grammar(engine="languagetool", all_rules=True))
    desk = Desk(settings)
    lost, found = [], 0
    for text in sample:
        whole = f"A headline\n\n{text}"
        checked = desk.check_source(Source.from_text(f"{whole}\n", "a.txt"))
        ours = {
            (
                finding.rule,
                finding.span.start,
                whole[slice(*finding.span)],
                tuple(edit.text for fix in finding.fixes for edit in fix.edits),
            )
            for finding in checked.findings
        }
        theirs = raw(server.url(), server.certificate, whole)
        found += len(theirs)
        lost += sorted(theirs - ours)
    assert found > 900
    assert lost == []
