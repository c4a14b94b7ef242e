"""Every key there is: one table, from which bindings, the key bar, the help and the palette are made."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do. `shown` is how they are written; `label` is for the key bar, empty if it is not there."""

    action: str
    keys: str
    shown: str
    title: str
    help: str
    group: str
    label: str = ""

    @property
    def binding(self) -> Binding:
        return Binding(self.keys, self.action, self.title, show=False)


WALK, ANSWER, ARTICLE, PROGRAM = "Walk", "Answer", "Article", "Program"

KEYS = (
    Key("step(1)", "n,j,down", "n j ↓", "Next finding", "Go to the next finding.", WALK, "next"),
    Key("step(-1)", "p,k,up", "p k ↑", "Previous finding", "Go back to the one before.", WALK, "back"),
    Key("related", "r", "r", "Related places", "Walk the other places that bear on this finding.", WALK),
    Key("back", "escape", "esc", "Back to the finding", "Return from a related place.", WALK),
    Key("scroll(1)", "pagedown,space", "PgDn space", "Scroll down", "Read on without leaving the finding.", WALK),
    Key("scroll(-1)", "pageup,b", "PgUp b", "Scroll up", "Read back.", WALK),
    Key("ends(0)", "home,g", "Home g", "First finding", "Go to the first finding.", WALK),
    Key("ends(-1)", "end,G", "End G", "Last finding", "Go to the last finding.", WALK),
    Key("accept", "a,enter", "a ↵", "Accept", "Make the suggestion shown, and go on.", ANSWER, "accept"),
    Key(
        "choose",
        "1,2,3,4,5,6,7,8,9",
        "1–9",
        "Choose",
        "Show another suggestion; again to accept it.",
        ANSWER,
        "choose",
    ),
    Key("change_all", "A", "A", "Change all alike", "Make the same change wherever it is suggested.", ANSWER, "all"),
    Key("own_words", "e", "e", "Own words", "Write something else in place of the marked words.", ANSWER, "edit"),
    Key("dismiss", "d", "d", "Let it stand", "Stet: it is not reported again for this article.", ANSWER, "stet"),
    Key(
        "learn",
        "w",
        "w",
        "Add to dictionary",
        "The word is right: put it into your dictionary.",
        ANSWER,
    ),
    Key("undo", "u", "u", "Undo", "Take the last answer back.", ANSWER, "undo"),
    Key("redo", "ctrl+r,U", "^r U", "Redo", "Give it again.", ANSWER),
    Key("save", "s,ctrl+s", "s ^s", "Save", "Write the article, and what you let stand.", ARTICLE, "save"),
    Key("quit", "q,ctrl+q", "q ^q", "Quit", "Leave; asks if anything is unsaved.", ARTICLE, "quit"),
    Key("help", "question_mark,f1", "?", "Help", "Show this.", PROGRAM, "help"),
    Key("palette", "ctrl+p", "^p", "Command palette", "Find a command by name.", PROGRAM),
    Key("daylight", "t", "t", "Light or dark", "Change between the light and the dark theme.", PROGRAM),
    Key(
        "app.focus_next",
        "tab",
        "tab",
        "Next panel",
        "Move to the details, to scroll them with the arrows, and back.",
        PROGRAM,
    ),
)


def bindings() -> list[Binding]:
    """Return the bindings of the review screen. A digit is passed on to its action."""
    result = []
    for key in KEYS:
        if key.action == "choose":
            result += [Binding(digit, f"choose({digit})", key.title, show=False) for digit in key.keys.split(",")]
        elif not key.action.startswith("app."):  # the tab key is the framework's own
            result.append(key.binding)
    return result
