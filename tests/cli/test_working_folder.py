"""A folder that is worked in is not where Python finds modules or plugins."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("path", ["", ".", f"{os.pathsep}/nowhere", "here"])
def test_nothing_is_imported_from_the_working_folder(tmp_path: Path, path: str) -> None:
    sprung = tmp_path / "sprung"
    desk = tmp_path / "desk"
    desk.mkdir()
    for module in ("regex", "msgspec", "yaml", "evil", "pathspec", "harper"):
        (desk / f"{module}.py").write_text(f"open({str(sprung)!r}, 'a').write({module!r})")
    package = desk / "evil-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    groups = ("copydesk.rules", "copydesk.readers", "copydesk.engines", "copydesk.reports")
    (package / "entry_points.txt").write_text("".join(f"[{group}]\nEvil = evil\n" for group in groups))
    (desk / "a.txt").write_text("Headline\n\nThey left Kiev.\n")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from copydesk.cli.main import main; main()",
            "check",
            "--no-cache",
            "--exit-zero",
            "a.txt",
        ],
        cwd=desk,
        env=os.environ | {"PYTHONPATH": str(desk) if path == "here" else path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not sprung.exists(), sprung.read_text()
    assert done.returncode == 0, done.stderr
    assert "Names.OutdatedName" in done.stdout
