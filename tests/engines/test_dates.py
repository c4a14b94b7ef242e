"""What is said of an article does not depend on the day: a report is the same tomorrow."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from copydesk.engines.hearing import Hearing
from copydesk.engines.languagetool import places

ROOT = Path(__file__).parents[2]
FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
ASKS_FOR_THE_DAY = re.compile(
    r"\b(?:date|datetime)\.(?:today|now|utcnow)\(|\btime\.(?:localtime|gmtime|ctime|strftime)\("
)


def test_no_code_of_ours_asks_for_the_day() -> None:
    asking = [
        str(path.relative_to(ROOT))
        for folder in ("editor", "rules")
        for path in (ROOT / folder).rglob("*.py")
        if ASKS_FOR_THE_DAY.search(path.read_text(encoding="utf-8"))
    ]
    assert asking == []


def dated() -> str:
    """Return an article full of dates near two days, right and wrong, with and without a weekday and a year."""
    paragraphs = ["Town votes on a bridge"]
    for day in (date(year, month, 28) for year in (2024, 2025, 2026, 2027) for month in (1, 6, 12)):
        for weekday in (day, day + timedelta(1)):
            month = f"{day:%B}"
            paragraphs += [
                f"It opened on {weekday:%A}, {month} {day.day}, {day.year}, the mayor said.",
                f"It opened on {weekday:%A} {day.day} {month} {day.year}. Ends on {weekday:%A}, {month} {day.day}.",
                f"They meet since {day.isoformat()}; she, born in {day.year}, was elected on {month} {day.day}.",
            ]
    return "\n\n".join(paragraphs) + "\n"


@pytest.mark.skipif(FAKETIME is None, reason="wants libfaketime")
def test_the_report_is_the_same_on_two_days(tmp_path: Path) -> None:
    (tmp_path / "dated.txt").write_text(dated())
    for sample in (ROOT / "samples").glob("*.txt"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())

    def report(day: str) -> bytes:
        lie = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": f"@{day} 10:00:00", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        command = [sys.executable, "-c", "from copydesk.cli.main import main; main()", "check", ".", "--no-cache"]
        done = subprocess.run(
            [*command, "--format", "json", "--all-rules"],
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **lie},
            timeout=300,
        )
        assert done.returncode in (0, 1)
        assert done.stderr == b""
        return done.stdout

    assert report("2025-01-05") == report("2027-09-05")


# Of LanguageTool, its own rules and classes say it: those whose filter asks for the day are off.


@pytest.fixture(scope="module")
def jars() -> list[zipfile.ZipFile]:
    """The jars of LanguageTool that hold its English rules and what they are made of."""
    with pytest.MonkeyPatch.context() as patch:
        if folder := os.environ.get("COPYDESK_TEST_DATA"):
            patch.setenv("XDG_DATA_HOME", folder)
        home = places.home() / places.VERSION / "lib"
    found = [path for name in ("language-en", "languagetool-core") for path in home.glob(f"{name}-*.jar")]
    if len(found) != 2:
        pytest.skip("LanguageTool is not set up")
    return [zipfile.ZipFile(path) for path in found]


def filtered(jar: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the category and the filter's class of each rule that has a filter in Java."""
    for name in jar.namelist():
        if not re.fullmatch(r"org/languagetool/rules/en/(?:[\w-]+/)?(?:grammar|style)[\w-]*\.xml", name):
            continue
        for category in ElementTree.fromstring(jar.read(name)).iter("category"):
            for group in category:
                for filter_ in group.iter("filter"):
                    rule = group if group.get("id") else filter_
                    yield rule.get("id", ""), category.get("id", ""), filter_.get("class", "").replace(".", "/")


def asks_for_the_day(jars: list[zipfile.ZipFile], class_: str, seen: set[str]) -> bool:
    """Whether a class, or a filter or helper that it is made of, has to do with the calendar."""
    seen.add(class_)
    code = next((jar.read(f"{class_}.class") for jar in jars if f"{class_}.class" in jar.namelist()), b"")
    if re.search(rb"java/util/(?:Calendar|Date)\b|java/time/", code):
        return True
    others = {found.decode() for found in re.findall(rb"org/languagetool/[\w/]*Filter(?:Helper)?\b", code)}
    return any(asks_for_the_day(jars, other, seen) for other in others - seen)


def test_every_rule_of_languagetool_that_asks_for_the_day_is_off(jars: list[zipfile.ZipFile]) -> None:
    hearing = Hearing("languagetool")
    asking = {
        (rule, category) for rule, category, class_ in filtered(jars[0]) if asks_for_the_day(jars, class_, set())
    }
    assert {"EN_DATE_WEEKDAY", "EN_DATE_WEEKDAY_CURRENTYEAR", "DATE_NEW_YEAR"} <= {rule for rule, _ in asking}
    assert {rule for rule, category in asking if hearing.of(rule, category) != "off"} == set()
