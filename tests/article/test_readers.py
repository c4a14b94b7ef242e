"""Which reader reads a file."""

import subprocess
import sys

import pytest

from copydesk.article.readers import known_suffixes, reader_for


@pytest.mark.parametrize(
    ("name", "reader"),
    [("a.txt", "PlainText"), ("a", "PlainText"), ("a.xyz", "PlainText"), ("a.MD", "Markdown"), ("b/a.htm", "Html")],
)
def test_the_ending_decides(name: str, reader: str) -> None:
    assert type(reader_for(name)).__name__ == reader


def test_every_reader_of_ours_has_the_endings_that_it_claims() -> None:
    for suffix in (".txt", ".text", ".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml"):
        assert suffix in reader_for(f"a{suffix}").suffixes
        assert suffix in known_suffixes()


def test_our_formats_need_no_look_at_the_installed_packages() -> None:
    code = (
        "import sys; from copydesk.article import Source, read; "
        "[read(Source.from_text('<h1>H</h1>\\n\\ntext', f'a.{end}')) for end in ('md', 'html', 'txt')]; "
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
