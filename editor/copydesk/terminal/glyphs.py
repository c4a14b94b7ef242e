"""Signs on the screen: severities, and characters that must be shown but never sent."""

from __future__ import annotations

from copydesk.rules import Severity

SIGNS: dict[Severity, str] = {"error": "●", "warning": "▲", "suggestion": "◇"}
PLURALS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "suggestion": ("suggestion", "suggestions"),
}

# Each stands for exactly one character, so that offsets stay true. Control characters have pictures of their
# own; those that would turn the writing direction round, or are not seen at all, are shown as a box.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)}
_BOXES = dict.fromkeys(
    [
        *range(0x80, 0xA0),
        0xAD,
        0x061C,
        0x180E,
        0x200B,
        *range(0x200E, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        *range(0xD800, 0xE000),
        *range(0xE0000, 0xE0080),
    ],
    "▯",
)
# Terminals, and Rich, disagree on how wide one picture made of several is, and a symbol with its picture asked for: a
# row that is counted wrong loses its border. So what joins them does not, and symbols are plain.
_APART = {0x200D: "\u200c", 0xFE0F: "\ufe0e"}
_VISIBLE = {**_PICTURES, **_BOXES, **_APART, 0x09: "→", 0x0A: "↵", 0x7F: "␡", 0x2028: "↵", 0x2029: "¶"}


def visible(text: str) -> str:
    """Return `text` as it is safe to show, with as many characters.

    What a terminal would act upon, or not show, are signs; what it may show in any width are pieces of a known one.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_VISIBLE)


def is_sign(character: str) -> bool:
    """Whether `visible` shows a sign in this character's place."""
    return ord(character) in _VISIBLE
