"""Units of the house's and rare ones, from the settings to the fix."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.cli.main import copydesk

PITCH = '[units]\n"football pitch" = "7140 meter ** 2"\n'
HEADLINE = "Council opens the new hall\n\n"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from copydesk.cli.main import main; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)


def fixed(tmp_path: Path, body: str, settings: str = "") -> str:
    article = tmp_path / "a.txt"
    article.write_text(HEADLINE + body + "\n")
    (tmp_path / "copydesk.toml").write_text(settings)
    arguments = ["check", "--select", "Units", "--fix", "--unsafe-fixes", "--exit-zero", "--no-cache", str(article)]
    assert CliRunner().invoke(copydesk, arguments).exit_code == 0
    return article.read_text().removeprefix(HEADLINE).rstrip("\n")


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("The race is 8 furlongs (2.6 km) long.", "The race is 8 furlongs (1.6 km) long."),
        ("The race is 8 furlongs (1.6 km) long.", None),
        ("The mare is 15 hands (1.8 m) high.", "The mare is 15 hands (1.5 m) high."),
        ("The lake holds 100 acre-feet (123,000 cubic meters).", None),
    ],
)
def test_rare_units_are_checked(tmp_path: Path, body: str, right: str | None) -> None:
    assert fixed(tmp_path, body) == (right or body)


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("It has the size of three football pitches (21,420 square metres).", None),
        (
            "It has the size of three football pitches (31,420 square metres).",
            "It has the size of three football pitches (21,400 square metres).",
        ),
        (
            "It is 20 km (12 miles) off, 5 km (3 miles) wide. It has the size of three football pitches.",
            "It is 20 km (12 miles) off, 5 km (3 miles) wide. It has the size of three football pitches "
            "(21,400 square meters).",
        ),
    ],
)
def test_the_house_s_own_are_checked_and_filled_in(tmp_path: Path, body: str, right: str | None) -> None:
    assert fixed(tmp_path, body, PITCH) == (right or body)


@pytest.mark.parametrize(
    ("into", "converted"), [("either", "21,400 square meters"), ("customary", "230,000 square feet")]
)
def test_a_house_that_converts_always_converts_its_own(tmp_path: Path, into: str, converted: str) -> None:
    settings = f'{PITCH}[rules."Units.MissingConversion"]\nwhen = "always"\ninto = "{into}"\n'
    body = "It is as large as three football pitches."
    assert fixed(tmp_path, body, settings) == f"{body[:-1]} ({converted})."


@pytest.mark.parametrize("unit", ['"football pitch" = "7140 meterz"', 'mile = "3 meter"', "pitch = 3"])
def test_a_unit_that_cannot_be_used_is_one_line(tmp_path: Path, unit: str) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nAll is well.\n")
    (tmp_path / "copydesk.toml").write_text(f"[units]\n{unit}\n")
    result = run("check", str(tmp_path / "a.txt"))
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "copydesk.toml: " in result.stderr
    assert "units" in result.stderr


def test_a_result_kept_for_other_units_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text(f"{HEADLINE}It has the size of two pitches (200 square meters).\n")
    codes = []
    for size in (100, 300, 100):
        (tmp_path / "copydesk.toml").write_text(f'[units]\npitch = "{size} meter ** 2"\n')
        codes.append(run("check", "--select", "Units", str(tmp_path / "a.txt")).returncode)
    assert codes == [0, 1, 0]


@pytest.mark.parametrize(
    ("body", "settings", "wants_pint"),
    [
        ("The city is 20 km (12 miles) off. Two hands, 3 chains, 12 teams and 30 people are there.", "", False),
        ("It has the size of three football pitches (31,420 square metres).", "", False),
        ("The race is 8 furlongs (1.6 km) long.", "", True),
        ("All is well.", PITCH, True),
    ],
)
def test_pint_is_imported_only_where_it_is_needed(tmp_path: Path, body: str, settings: str, wants_pint: bool) -> None:
    (tmp_path / "a.txt").write_text(f"{HEADLINE}{body}\n")
    (tmp_path / "copydesk.toml").write_text(settings)
    code = (
        "import sys; from copydesk.cli.main import copydesk\n"
        f"copydesk.main(['check', '--exit-zero', '--no-cache', {str(tmp_path / 'a.txt')!r}], standalone_mode=False)\n"
        "print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == str(wants_pint)
