"""The engine against a server that does what it should, and against one that does not."""

from __future__ import annotations

from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from copydesk.article import Source, read
from copydesk.engines import Engine, engine_for
from copydesk.engines.languagetool import adapter
from copydesk.engines.languagetool.engine import LanguageTool
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.engines.languagetool.places import Installation
from copydesk.errors import CopydeskError

from .conftest import FakeJava, engine, is_alive, parts_of

pytest.importorskip("language_tool_python")

TEXT = "😀 They 😀😀 recieve it.\n\nAnd they recieve 😀 it again."


def said(one: Engine, text: str = TEXT) -> list[str]:
    parts = parts_of(text)
    return [
        part.words[remark.span.start : remark.span.end]
        for part, remarks in zip(parts, one.check(parts), strict=True)
        for remark in remarks
    ]


def test_remarks_are_where_the_words_are_with_rule_category_and_link(set_up: Installation) -> None:
    one = engine()
    assert said(one) == ["recieve", "recieve"]
    (remark,) = one.check(parts_of("They recieve it."))[1]
    assert (remark.rule, remark.replacements, remark.spelling) == ("MORFOLOGIK_RULE_EN_US", ("receive",), True)
    assert remark.source == "LanguageTool, Possible Typo, https://example.org/spelling"
    assert one.version == "6.8"
    assert one.notices(parts_of(TEXT)) == ()


def test_what_was_asked_before_is_not_asked_again(set_up: Installation, java: FakeJava) -> None:
    one = engine_for("languagetool", "en-US")
    assert said(one) == said(one)
    assert len(java.asked) == 1


def test_a_house_has_its_say(set_up: Installation, java: FakeJava) -> None:
    one = LanguageTool(
        "en-GB", ("MORFOLOGIK_RULE_EN_US",), LanguageToolOptions(picky=True, disabled_rules=("A", "B"))
    )
    assert said(one) == []
    (asked,) = java.asked
    assert asked["language"] == ["en-GB"]
    assert asked["level"] == ["picky"]
    assert set(asked["disabledRules"][0].split(",")) == {"A", "B"}


def test_without_a_set_up_it_says_how_to_have_one(home: Path, java: FakeJava) -> None:
    with pytest.raises(CopydeskError, match="copydesk setup languagetool"):
        engine()


def test_a_server_killed_in_mid_check_is_replaced_and_the_answer_is_right(
    set_up: Installation, java: FakeJava
) -> None:
    java.behave("die once")
    assert said(engine()) == ["recieve", "recieve"]
    assert len(java.starts) == 2


def test_a_server_that_dies_of_every_text_is_replaced_once_and_then_reported(
    set_up: Installation, java: FakeJava
) -> None:
    java.behave("die")
    one = engine()
    with pytest.raises(CopydeskError, match="stopped working, twice"):
        said(one)
    assert len(java.starts) == 2
    with pytest.raises(CopydeskError, match="twice"):
        said(one, "Another text, and no third server for it.")
    assert len(java.starts) == 2


def test_a_server_that_hangs_is_replaced_once_and_then_reported(
    set_up: Installation, java: FakeJava, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "_TIMEOUT", 0.5)
    java.behave("hang")
    with pytest.raises(CopydeskError, match="twice"):
        said(engine())
    assert len(java.starts) == 2
    assert not is_alive(java.starts[0])


@pytest.mark.parametrize(("how", "what"), [("500", "something in it broke"), ("garbage", "Welcome to the hotel")])
def test_an_answer_that_is_an_error_is_reported_and_the_server_stays(
    set_up: Installation, java: FakeJava, how: str, what: str
) -> None:
    java.behave(how)
    one = engine()
    with pytest.raises(CopydeskError, match=what):
        said(one)
    assert len(java.starts) == 1
    java.behave("")
    assert said(one) == ["recieve", "recieve"]


def test_a_proxy_in_the_environment_is_not_asked(set_up: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert said(engine()) == ["recieve", "recieve"]


@pytest.mark.parametrize(
    "url", ["http://grammar.example.org:8081", "https://192.0.2.7", "http://127.0.0.1.example.org"]
)
def test_another_machine_gets_no_copy_unless_the_house_says_so(url: str) -> None:
    with pytest.raises(CopydeskError, match="allow_remote = true"):
        engine(url=url)
    one = engine(url=url, allow_remote=True)
    assert one.notices(parts_of("Copy.")) == (f"copy was sent to the LanguageTool at {url}",)


_BROKEN = ["http://[::1", "http://a:port", "http://a:99999", "http://a:0", "http://:80", "http://..", "http://a b"]


@pytest.mark.parametrize("url", ["grammar", "ftp://127.0.0.1/", "http://", "127.0.0.1:8081", *_BROKEN, "http://a\n"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(CopydeskError, match="is no address"):
        engine(url=url, allow_remote=True)


def test_a_server_of_the_house_is_used_and_never_replaced(
    set_up: Installation, java: FakeJava, monkeypatch: pytest.MonkeyPatch
) -> None:
    from copydesk.engines.languagetool.server import Server

    server = Server(set_up)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.certificate))
    theirs = engine(url=server.url())
    assert said(theirs) == ["recieve", "recieve"]
    assert theirs.version == "6.8"
    assert theirs.notices(parts_of("Copy.")) == ()
    server.stop()
    with pytest.raises(CopydeskError, match="does not answer"):
        said(theirs, "Something else.")
    assert len(java.starts) == 1


def test_a_server_that_is_not_there_is_said_to_be_away() -> None:
    silent = ThreadingHTTPServer(("127.0.0.1", 0), None)  # type: ignore[arg-type]
    port = silent.server_address[1]
    silent.server_close()
    with pytest.raises(CopydeskError, match="no LanguageTool answers"):
        said(engine(url=f"http://127.0.0.1:{port}"))


def test_two_engines_in_two_threads_keep_their_places(set_up: Installation) -> None:
    found: list[list[str]] = []
    engines = [engine() for _ in range(4)]

    def work(one: LanguageTool, number: int) -> None:
        for turn in range(20):
            text = f"{'😀' * (number + turn)} they recieve it, number {number} in turn {turn}."
            found.append(said(one, text))

    threads = [Thread(target=work, args=(one, number)) for number, one in enumerate(engines)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["recieve"]] * 80


def test_the_language_goes_by_country() -> None:
    from copydesk.engines.languagetool.engine import _variant

    assert [_variant(tag, own=True) for tag in ("en-US", "en-gb", "en", "en-IE", "en-XX")] == [
        "en-US",
        "en-GB",
        "en-US",
        "en-GB",
        "en-US",
    ]
    assert _variant("de-DE", own=False) == "de-DE"


def test_plain_reading_of_an_article_is_all_that_is_sent(set_up: Installation, java: FakeJava) -> None:
    article = read(Source.from_text("# Head\n\nThey **re**cieve &amp; <!-- not this --> go.\n", "a.md"))
    one = engine()
    (remark,) = one.check(article.parts)[1]
    assert article.parts[1].text_span(*remark.span).start == article.text.index("re**cieve")
    assert "not this" not in java.asked[0]["text"][0]
