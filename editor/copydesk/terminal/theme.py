"""Two themes, ink on paper and paper at night, and the inks that the widgets write with."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from rich.style import Style
from textual.theme import Theme

from copydesk.rules import Severity

DARK, LIGHT = "copydesk-dark", "copydesk-light"

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#8ab4ff",
        secondary="#7fc8c2",
        accent="#8ab4ff",
        foreground="#d9dbe1",
        background="#16181d",
        surface="#1c1f26",
        panel="#2a2e38",
        error="#ff8088",
        warning="#ecb95c",
        success="#93d68e",
        variables={
            "dim": "#8b919e",
            "faint": "#4d5360",
            "suggestion": "#7fc8c2",
            "new": "#a6e3a1",
            "new-ground": "#1f3a26",
            "old": "#c58a90",
            "old-ground": "#3a2428",
            "here": "#3d3823",
            "elsewhere": "#26324a",
            "chosen": "#2c3342",
            "border": "#2a2e38",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#2456c7",
        secondary="#0f6b73",
        accent="#2456c7",
        foreground="#25272c",
        background="#fcfbf7",
        surface="#f4f2eb",
        panel="#e5e2d8",
        error="#b3231b",
        warning="#8a5600",
        success="#156b2f",
        variables={
            "dim": "#6b6e74",
            "faint": "#b8b4a8",
            "suggestion": "#0f6b73",
            "new": "#0f5c27",
            "new-ground": "#d3edd7",
            "old": "#9c4343",
            "old-ground": "#f8dfdd",
            "here": "#fbe8ad",
            "elsewhere": "#dae5fb",
            "chosen": "#e3e7f1",
            "border": "#e5e2d8",
        },
    ),
)


@dataclass(frozen=True)
class Inks:
    """Rich styles for everything that is written line by line.

    Severities differ without colour too: bold, plain and italic under the line, and a sign of their own.
    """

    text: Style
    strong: Style
    dim: Style
    faint: Style
    accent: Style
    key: Style
    good: Style
    new: Style
    old: Style
    here: Style
    elsewhere: Style
    chosen: Style
    severity: Mapping[Severity, Style]
    marked: Mapping[Severity, Style]
    monochrome: bool

    @classmethod
    def of(cls, theme: Theme, *, monochrome: bool = False) -> Inks:
        """Return the inks of one of the two themes."""
        names = ("foreground", "accent", "error", "warning", "success")
        colours = {**theme.variables, **{name: getattr(theme, name) for name in names}}

        def ink(name: str, ground: str | None = None) -> Style:
            return Style(color=colours[name], bgcolor=colours[ground] if ground else None)

        def ground(name: str) -> Style:
            return Style(bgcolor=colours[name])

        bold, under = Style(bold=True), Style(underline=True)
        return cls(
            text=ink("foreground"),
            strong=ink("foreground") + bold,
            dim=ink("dim"),
            faint=ink("faint"),
            accent=ink("accent") + bold,
            key=ink("accent") + bold,
            good=ink("success"),
            new=ink("new", "new-ground") + bold,
            old=ink("old", "old-ground") + Style(strike=True),
            # Without colour a ground is not seen: the current words are reversed, related ones bold.
            here=Style(reverse=True) if monochrome else ground("here") + bold,
            elsewhere=Style(bold=True, underline=True) if monochrome else ground("elsewhere"),
            chosen=Style(bold=True) if monochrome else ground("chosen"),
            severity={
                "error": ink("error") + bold,
                "warning": ink("warning"),
                "suggestion": ink("suggestion"),
            },
            marked={
                "error": ink("error") + under + bold,
                "warning": ink("warning") + under,
                "suggestion": ink("suggestion") + under + Style(italic=True),
            },
            monochrome=monochrome,
        )


def preferred() -> str:
    """Return the theme for this terminal: light where it says that its ground is."""
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in {"7", "15"} else DARK
