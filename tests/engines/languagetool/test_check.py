"""A check with LanguageTool, from the settings to the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from copydesk.article import Source
from copydesk.check import keys, settings_file
from copydesk.check.settings import Grammar, Settings
from copydesk.cli.main import copydesk
from copydesk.engines.languagetool.places import Installation
from copydesk.errors import CopydeskError
from copydesk.session import Job
from copydesk.session.worker import Reader

from .conftest import FakeJava

pytest.importorskip("language_tool_python")

ARTICLE = "Mayor dies\n\nThey did recieve the news at noon, and the town was told of it by the council.\n"
GERMAN = "Bürgermeister\n\n" + "Der Minister sagte, man habe lange genug gewartet und müsse nun handeln. " * 5 + "\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_up: Installation) -> Path:
    """A folder with two articles and settings that name LanguageTool."""
    monkeypatch.setattr("copydesk.check.cache.folder", lambda: tmp_path / "cache")
    settings_file.forget()
    keys.forget()
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "copydesk.toml").write_text('[grammar]\nengine = "languagetool"\n')
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(ARTICLE.replace("Mayor", "King"))
    return folder


def report(*words: object) -> tuple[int, dict[str, Any]]:
    arguments = ["check", "--format", "json", "--jobs", "1", "--select", "Grammar", *map(str, words)]
    result = CliRunner().invoke(copydesk, arguments, standalone_mode=False, catch_exceptions=False)
    return result.return_value, json.loads(result.stdout)


def test_a_report_names_the_engine_and_has_its_rule_its_reason_and_its_suggestion(desk: Path) -> None:
    code, said = report(desk / "a.txt")
    assert code == 0
    assert said["engine"] == {"name": "languagetool", "version": "6.8"}
    (finding,) = said["files"][0]["findings"]
    assert (finding["rule"], finding["text"]) == ("Grammar.MORFOLOGIK_RULE_EN_US", "recieve")
    assert finding["fixes"][0]["edits"][0]["text"] == "receive"


def test_what_was_checked_before_asks_no_server(desk: Path, java: FakeJava) -> None:
    first = report(desk)
    asked = len(java.asked)
    assert report(desk) == first
    assert len(java.asked) == asked == 2


def test_a_server_that_fails_costs_the_grammar_and_not_the_rest(desk: Path, java: FakeJava) -> None:
    java.behave("500")
    (desk / "a.txt").write_text("Mayor dies\n\nAlthough, they did recieve it at noon.\n")
    code, said = report(desk)
    assert code == 2
    assert {finding["rule"] for file in said["files"] for finding in file["findings"]} == {"Grammar.StrayComma"}
    assert all("something in it broke" in notice for notice in said["notices"])
    assert len(said["notices"]) == 2
    java.behave("")
    code, said = report(desk)
    assert (code, said["notices"]) == (0, []), "a failure is not kept"


def test_a_sentence_of_60_000_words_is_refused_in_a_line_and_no_engine_sees_it(desk: Path, java: FakeJava) -> None:
    (desk / "a.txt").write_text("Mayor dies\n\nHe said " + "and the fox " * 20_000 + "ran.\n")
    code, said = report(desk)
    assert code == 2
    endless, other = said["files"]
    assert "more than any paragraph" in endless["error"]
    assert [finding["text"] for finding in other["findings"]] == ["recieve"]
    assert len(java.asked) == 1


def test_an_article_in_another_language_is_said_once_and_its_grammar_skipped(desk: Path, java: FakeJava) -> None:
    for name in ("a.txt", "b.txt"):
        (desk / name).write_text(GERMAN)
    (desk / "c.md").write_text("---\nlang: fr\n---\n# Le maire\n\nIl a dit la vérité.\n")
    code, said = report(desk)
    assert code == 0
    assert said["notices"] == [
        "grammar was not checked where the article does not read as English",
        "grammar was not checked where the article's language is “fr”",
    ]
    assert java.asked == []


def test_copy_that_leaves_the_machine_is_said_on_every_run(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "copydesk.toml").write_text(
        '[grammar]\nengine = "languagetool"\n[grammar.languagetool]\nurl = "http://grammar.example.org"\n'
    )
    settings_file.forget()
    with pytest.raises(CopydeskError, match="allow_remote"):
        report(desk)
    with (desk / "copydesk.toml").open("a") as file:
        file.write("allow_remote = true\n")
    settings_file.forget()

    class Elsewhere:
        version = "6.8"

        def check(self, text: str) -> list[object]:
            return []

    monkeypatch.setattr("copydesk.engines.languagetool.engine.LanguageTool._connect", lambda self: Elsewhere())
    with pytest.raises(CopydeskError, match=r"set COPYDESK_SEND_COPY_TO=grammar\.example\.org in your environment"):
        report(desk)  # whoever wrote the article may have written the settings
    for options, allowed in (
        ((), "other.example, Grammar.Example.org"),
        (("--config", desk / "copydesk.toml"), ""),
    ):
        monkeypatch.setenv("COPYDESK_SEND_COPY_TO", allowed)
        for _ in range(2):
            _, said = report(desk, *options)
            assert said["notices"] == ["copy was sent to the LanguageTool at http://grammar.example.org"]


def test_settings_that_do_not_exist_are_refused_with_the_nearest(desk: Path) -> None:
    (desk / "copydesk.toml").write_text("[grammar.languagetool]\npikcy = true\n")
    settings_file.forget()
    with pytest.raises(CopydeskError, match=r"no key “pikcy”\. Did you mean “picky”"):
        report(desk)


def test_without_a_set_up_check_says_how_to_have_one(desk: Path, set_up: Installation) -> None:
    set_up.jar.unlink()
    with pytest.raises(CopydeskError, match="copydesk setup languagetool"):
        report(desk)


def test_what_is_left_open_is_harpers_for_a_pipeline(desk: Path, java: FakeJava) -> None:
    (desk / "copydesk.toml").write_text('[grammar]\nengine = "auto"\n')
    settings_file.forget()
    _, said = report(desk / "a.txt")
    assert said["engine"]["name"] == "harper"
    assert java.starts == []


AUTO = Settings(select=("Grammar",), grammar=Grammar(engine="auto"))


def engines(reader: Reader, text: str, revision: int = 0) -> list[tuple[str, bool]]:
    readings = reader.read(Job(revision, "a.txt", text))
    return [(reading.engine.partition(" ")[0], reading.complete) for reading in readings]


def test_a_terminal_has_harpers_word_at_once_and_languagetools_when_it_comes(set_up: Installation) -> None:
    reader = Reader(AUTO)
    assert engines(reader, ARTICLE) == [("harper", False), ("harper", False), ("languagetool", True)]
    assert engines(reader, ARTICLE + "More.\n", 1) == [("languagetool", True)]


def test_a_terminal_does_not_wait_for_languagetool_once_the_text_has_moved_on(
    set_up: Installation, java: FakeJava
) -> None:
    java.behave("slow")
    reader = Reader(AUTO)
    readings = list(reader.read(Job(0, "a.txt", ARTICLE), lambda: True))
    assert [reading.complete for reading in readings] == [False, False]
    assert engines(reader, ARTICLE + "More.\n", 1)[-1] == ("languagetool", True), "it comes all the same"


def test_a_terminal_keeps_harpers_word_if_languagetool_fails(set_up: Installation, java: FakeJava) -> None:
    java.behave("die")
    reader = Reader(AUTO)
    last = list(reader.read(Job(0, "a.txt", ARTICLE)))[-1]
    assert last.complete
    assert last.engine.startswith("harper")
    assert [finding.rule for finding in last.findings] == ["Grammar.SpellCheck"]
    assert any("Grammar is Harper's from now on" in notice for notice in last.notices)
    assert engines(reader, ARTICLE, 1) == [("harper", True)]


def test_a_terminal_whose_house_names_languagetool_does_not_wait_for_it_either(
    set_up: Installation, java: FakeJava
) -> None:
    java.behave("slow")
    reader = Reader(Settings(select=("Grammar",), grammar=Grammar(engine="languagetool")))
    readings = list(reader.read(Job(0, "a.txt", ARTICLE), lambda: True))
    assert [reading.complete for reading in readings] == [False]
    assert engines(reader, ARTICLE + "More.\n", 1)[-1] == ("languagetool", True)


def test_without_a_set_up_a_terminal_has_harper(home: Path) -> None:
    assert engines(Reader(AUTO), ARTICLE)[-1] == ("harper", True)


def test_a_source_is_read_in_its_own_variant(desk: Path, java: FakeJava) -> None:
    (desk / "a.md").write_text("---\nlang: en-GB\n---\n# The mayor\n\nThey did recieve the news at noon.\n")
    report(desk / "a.md", desk / "a.txt")
    assert sorted(asked["language"][0] for asked in java.asked) == ["en-GB", "en-US"]
    assert Source.from_path(desk / "a.md").text.startswith("---")
