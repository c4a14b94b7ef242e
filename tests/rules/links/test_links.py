import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.rules import Rule
from copydesk_rules.links.email_shape import EmailShape
from copydesk_rules.links.empty import Empty
from copydesk_rules.links.malformed import Malformed
from copydesk_rules.links.staging import Staging
from copydesk_rules.links.telephone_shape import TelephoneShape
from copydesk_rules.links.two_targets import TwoTargets

RULES: dict[str, type[Rule]] = {
    rule.name.removeprefix("Links."): rule
    for rule in (Malformed, Staging, Empty, TwoTargets, EmailShape, TelephoneShape)
}
DATA = tomllib.loads(Path(__file__).with_name("faults.toml").read_text(encoding="utf-8"))
GENUINE = DATA.pop("genuine")
PLANTED = [(rule, key, line) for rule, table in DATA.items() for key in ("lines", "html") for line in table[key]]


def article(line: str, key: str = "lines") -> Article:
    if key == "html":
        page = f'<html><body><nav><a href="#">x</a></nav><article><h1>Report</h1><p>It came.</p><p>{line}</p>'
        return read(Source.from_text(f"{page}<p>It is long.</p></article></body></html>\n", "x.html"))
    return read(Source.from_text(f"# Report is out\n\nIt came on Monday.\n\n{line}\n\nIt is long.\n", "x.md"))


def marked(rule: type[Rule], text: Article) -> list[str]:
    return [text.words_at(finding.span) for finding in rule().check(text)]


@pytest.mark.parametrize(("rule", "key", "line"), PLANTED)
def test_every_planted_fault_is_marked_by_its_rule_alone(rule: str, key: str, line: str) -> None:
    text = article(re.sub("[⟦⟧]", "", line), key)
    found = {name: words for name, check in RULES.items() if (words := marked(check, text))}
    assert found == {rule: re.findall("⟦(.*?)⟧", line)}


@pytest.mark.parametrize(("key", "line"), [(key, line) for key, lines in GENUINE.items() for line in lines])
def test_sound_links_are_left_alone(key: str, line: str) -> None:
    assert {name: marked(rule, article(line, key)) for name, rule in RULES.items()} == {name: [] for name in RULES}


@pytest.mark.parametrize(
    ("written", "right", "safe"),
    [
        ("htp://example.org/a", "http://example.org/a", True),
        ("https//example.org/a", "https://example.org/a", True),
        ("http://https://example.org", "https://example.org", True),
        ("www.example.org/a", "https://www.example.org/a", False),
        ("https://example.org/a,", "https://example.org/a", False),
        ("https://example.org/a b", "https://example.org/a%20b", False),
        ("https://www. example.org/", "https://www.example.org/", False),
    ],
)
def test_a_plain_slip_is_put_right(written: str, right: str, safe: bool) -> None:
    text = article(f"The [report]({written}) is out.")
    (finding,) = Malformed().check(text)
    assert f"[report]({right})" in apply(text.text, finding.fixes[0].edits)
    assert finding.fixes[0].safe is safe
    assert list(Malformed().check(article(f"The [report]({right}) is out."))) == []


ODD = [
    "[" * 20_000,
    "](" * 10_000,
    "[a](" * 5_000,
    "<a " * 8_000,
    "<a href='x'>" * 5_000,
    "http//" * 5_000,
    "`" * 20_000,
    "a@" * 10_000,
    "+1 " * 10_000,
    "call " * 8_000,
    "a." * 10_000 + "@",
    "(" * 20_000,
    "https://" + "(" * 20_000,
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html"])
def test_odd_text_costs_no_more_than_it_is_long(
    text: str, name: str, calls: Callable[[Callable[[], object]], int]
) -> None:
    def cost(length: int) -> int:
        odd = text[:length]
        page = f"<p>It came.</p><p>{odd}</p>" if name == "x.html" else f"Report\n\nIt came.\n\n{odd}\n"
        copy = read(Source.from_text(page, name))
        return calls(lambda: [list(rule().check(copy)) for rule in RULES.values()])

    cost(100)
    assert cost(len(text)) < 6 * cost(len(text) // 4) + 20_000
