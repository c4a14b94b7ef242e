"""The file as it was read: its bytes, its encoding, its line ends; and writing it back."""

from __future__ import annotations

import codecs
import os
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from copydesk.article.edits import Edit, apply
from copydesk.errors import CopydeskError
from copydesk.lazily import cached_property
from copydesk.plain_file import NoPlainFile, read_file

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_TEXT_BYTES = bytes([7, 8, 9, 10, 12, 13, 27, *range(0x20, 0x100)])


class UnreadableSource(CopydeskError):
    """The file cannot be taken as text."""


@dataclass(frozen=True)
class Source:
    """An article's file. `text` keeps the file's own line ends, so offsets into it never need translating."""

    name: str
    raw: bytes
    encoding: str
    mark: bytes
    text: str

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters, with the dot: what says how it is read."""
        return PurePath(self.name).suffix.lower()

    @classmethod
    def from_path(cls, path: Path) -> Source:
        """Read a file. Raises UnreadableSource with one line that says why it cannot be read."""
        try:
            raw = read_file(path)
        except FileNotFoundError:
            raise UnreadableSource(f"{path}: there is no such file") from None
        except IsADirectoryError:
            raise UnreadableSource(f"{path}: is a folder, not an article") from None
        except NoPlainFile as error:
            raise UnreadableSource(f"{path}: {error.strerror}") from None
        except OSError as error:
            what = "this folder cannot" if os.path.isdir(path) else "cannot"
            raise UnreadableSource(f"{path}: {what} be read: {error.strerror}") from None
        return cls.from_bytes(raw, str(path))

    @classmethod
    def from_bytes(cls, raw: bytes, name: str = "<text>") -> Source:
        """Decode bytes. Raises UnreadableSource if they are not text or their encoding is not certain."""
        for mark, encoding in _MARKS:
            if raw.startswith(mark):
                return cls(name, raw, encoding, mark, _decode(raw[len(mark) :], encoding, name))
        if b"\0" in raw:
            raise UnreadableSource(f"{name}: is a binary file, not an article")
        try:
            return cls(name, raw, "utf-8", b"", raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            encoding = _legacy_encoding(raw, name, error)
            return cls(name, raw, encoding, b"", _decode(raw, encoding, name))

    @classmethod
    def from_text(cls, text: str, name: str = "<text>") -> Source:
        """Take text that has no file yet, as UTF-8."""
        return cls(name, text.encode("utf-8", "surrogatepass"), "utf-8", b"", text)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first code point of every line. LF, CRLF and CR end a line, and nothing else does."""
        starts, text, position = [0], self.text, 0
        if "\r" not in text:
            while (position := text.find("\n", position) + 1) > 0:
                starts.append(position)
            return tuple(starts)
        for index, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return tuple(starts)

    def locate(self, offset: int) -> tuple[int, int]:
        """Return line and column of a code-point offset, both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Return the file's bytes with the edits made; what was not edited is the same byte for byte.

        Raises OverlappingEdits, and CopydeskError where the file's encoding lacks a character of an edit.
        """
        return self.encode(apply(self.text, edits))

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes of this file's encoding, behind its byte order mark."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            bad = text[error.start]
            raise CopydeskError(
                f"{self.name}: “{bad}” (U+{ord(bad):04X}) cannot be written in the file's encoding, "
                f"{self.encoding}; write it another way, or save the file as UTF-8 first"
            ) from None


def _decode(raw: bytes, encoding: str, name: str) -> str:
    try:
        text = raw.decode(encoding)
        faithful = text.encode(encoding) == raw
    except UnicodeError:
        faithful = False
    if not faithful:
        # Without a faithful round trip, bytes that nobody edited would change on saving.
        raise UnreadableSource(f"{name}: is not valid {encoding.upper()} all through; save it as UTF-8")
    return text


def _legacy_encoding(raw: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Name the 8-bit encoding of bytes that are not UTF-8, or say where the UTF-8 is broken."""
    line = raw.count(b"\n", 0, error.start) + 1
    column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
    broken = UnreadableSource(
        f"{name}:{line}:{column}: byte 0x{raw[error.start]:02X} is not valid UTF-8; save the file as UTF-8"
    )
    # UTF-8 that was damaged still holds whole UTF-8 letters; a legacy file as good as never does.
    if any(ord(character) > 0x7F for character in raw.decode("utf-8", "ignore")):
        raise broken
    if sum(byte > 0x7F for byte in raw) * 3 < len(raw):
        # English with the odd accent or curly quotation mark: too little to tell code pages apart, and
        # Windows-1252 is what English-language desks wrote. A wrong guess still writes back the same bytes.
        try:
            raw.decode("cp1252")
            return "cp1252"
        except UnicodeDecodeError:
            raise broken from None
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None or raw.translate(None, _TEXT_BYTES):
        raise broken
    return best.encoding
