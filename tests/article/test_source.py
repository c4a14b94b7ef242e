"""Sources: bytes in, the same bytes out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Edit, Source, UnreadableSource
from copydesk.errors import CopydeskError

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80), st.data())
def test_bytes_that_were_not_edited_come_back(text: str, data: st.DataObject) -> None:
    raw = text.encode("utf-8")
    source = Source.from_bytes(raw)
    assert source.write([]) == raw
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    before, after = source.text[:start].encode(), source.text[end:].encode()
    assert source.write([Edit(start, end, "Sudzha")]) == source.mark + before + b"Sudzha" + after


@given(st.binary(max_size=60))
def test_any_bytes_are_kept_or_refused_in_one_line(raw: bytes) -> None:
    refusal = ""
    try:
        assert Source.from_bytes(raw, "x.txt").write([]) == raw
    except UnreadableSource as error:
        refusal = str(error)
    assert refusal == "" or (refusal.startswith("x.txt") and "\n" not in refusal)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encoding_mark_and_line_ends_are_kept(encoding: str) -> None:
    raw = "Café\r\n\r\nThe “old” town\r\nand\nmixed\rends".encode(encoding)
    source = Source.from_bytes(raw)
    place = source.text.index("old")
    expected = "Café\r\n\r\nThe “new” town\r\nand\nmixed\rends".encode(encoding)
    assert source.write([Edit(place, place + 3, "new")]) == expected


def test_legacy_text_is_read_as_windows_1252() -> None:
    source = Source.from_bytes("Señor Muñoz said “no” — for £3".encode("cp1252"))
    assert source.encoding == "cp1252"
    assert source.text == "Señor Muñoz said “no” — for £3"


def test_an_edit_that_the_encoding_lacks_is_refused_in_plain_words() -> None:
    source = Source.from_bytes("Señor Muñoz said no".encode("cp1252"), "old.txt")
    with pytest.raises(CopydeskError, match=r"old.txt: “ł” \(U\+0142\) cannot be written .* cp1252"):
        source.write([Edit(0, 0, "ł")])


def test_damaged_utf8_is_refused_with_line_and_column() -> None:
    with pytest.raises(UnreadableSource, match=r"a\.txt:2:3: byte 0xFF is not valid UTF-8"):
        Source.from_bytes("café\nab".encode() + b"\xff", "a.txt")


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableSource, match=r"there is no such file|is a folder"):
        Source.from_path(tmp_path / name)


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="is a binary file"):
        Source.from_bytes(b"\x7fELF\0\0\1", "a.txt")


@given(st.lists(st.sampled_from(["a", "é", "𐍈", "\n", "\r", "\r\n", "\u2028", "\f"]), max_size=30))
def test_lines_end_at_newlines_only_and_columns_count_code_points(pieces: list[str]) -> None:
    source = Source.from_text("".join(pieces))
    for offset in range(len(source.text)):
        line, column = source.locate(offset)
        text = source.line(line)
        assert text[column - 1 : column] in (source.text[offset], "")
        assert "\n" not in text
