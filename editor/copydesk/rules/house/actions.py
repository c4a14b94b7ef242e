"""What a rule offers in place of what it found: Vale's actions, made into fixes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from copydesk.article import Edit, Span
from copydesk.rules.finding import Fix, change_to
from copydesk.rules.house.document import Node, meant
from copydesk.rules.house.patterns import compiled, expanded

NAMES = ("replace", "remove", "edit", "suggest", "convert")
# Of “edit”: the number of parameters behind the operation's name.
_EDITS = {"regex": 2, "trim": 1, "trim_left": 1, "trim_right": 1, "remove": 1, "truncate": 1, "split": 2}


@dataclass(frozen=True)
class Action:
    """What to do about a match: `name` is one of Vale's, or empty."""

    name: str = ""
    params: tuple[str, ...] = ()
    node: Node | None = None

    def alternatives(self, observed: str) -> list[str]:
        """Return what could stand instead of `observed`, best first; an empty text takes it away."""
        if self.name == "remove":
            return [""]
        if self.name == "replace":
            return list(self.params)
        if self.name == "edit":
            edited = self._edited(observed)
            return [] if edited is None or edited == observed else [edited]
        return []  # “suggest” and “convert” run a script or a dictionary of Vale's

    def _edited(self, observed: str) -> str | None:
        operation, *given = self.params
        if operation == "regex":
            assert self.node is not None  # an action with parameters was read from a file
            pattern = compiled(self.node, given[0], ignorecase=False)
            return pattern.sub(lambda match: expanded(given[1], match), observed, timeout=1.0).strip()
        if operation == "split":
            pieces = observed.split(given[0]) if given[0] else [observed]
            return pieces[int(given[1])].strip() if int(given[1]) < len(pieces) else None
        by_name = {
            "trim": lambda: observed.strip(given[0]),
            "trim_left": lambda: observed.lstrip(given[0]),
            "trim_right": lambda: observed.rstrip(given[0]),
            "remove": lambda: "".join(character for character in observed if character not in given[0]),
            "truncate": lambda: observed.split(given[0])[0] if given[0] else observed,
        }
        return by_name[operation]().strip()


def action_of(node: Node | None) -> Action:
    """Read an `action:` table. Raises BadRule."""
    if node is None or node.is_null:
        return Action()
    table = {key.as_text("action").lower(): (key, value) for key, value in node.as_table("action")}
    for name, (key, _) in table.items():
        if name not in ("name", "params"):
            raise key.error(f"“action” has no key “{name}”.{meant(name, ('name', 'params'))}")
    if "name" not in table:
        raise node.error("“action” has no “name”; add a line such as “name: replace”")
    name_node = table["name"][1]
    name = name_node.as_text("name")
    if name not in NAMES:
        raise name_node.error(f"there is no action “{name}”.{meant(name, NAMES)}")
    params = [item.as_text("params") for item in table["params"][1].as_list("params")] if "params" in table else []
    action = Action(name, tuple(params), node)
    if name == "edit":
        _refuse_bad_edit(action, node)
    return action


def _refuse_bad_edit(action: Action, node: Node) -> None:
    operation = action.params[0] if action.params else ""
    if operation not in _EDITS:
        raise node.error(f"“edit” cannot “{operation}”.{meant(operation, _EDITS)}")
    if len(action.params) - 1 != _EDITS[operation]:
        raise node.error(
            f"“edit: {operation}” takes {_EDITS[operation]} more in “params”, not {len(action.params) - 1}"
        )
    if operation == "regex":
        compiled(node, action.params[1], ignorecase=False)
    if operation == "split" and not action.params[2].isdecimal():
        raise node.error("“edit: split” takes a whole number last: which piece is kept, counted from 0")


def fixes(words: str, openings: Set[int], span: Span, alternatives: Sequence[str], *, safe: bool) -> list[Fix]:
    """Return a fix for each alternative to the words at `span`; all offsets are relative to `words`.

    `openings` are the offsets at which sentences begin. Only where there is nothing to choose can a fix be safe.
    """
    safe = safe and len(alternatives) == 1
    observed = words[span.start : span.end]
    opens = observed[:1].isupper() and span.start in openings
    found = []
    for alternative in alternatives:
        if opens and alternative.islower() and alternative.lower() != observed.lower():
            alternative = alternative[0].upper() + alternative[1:]  # a sentence begins with a capital all the same
        if "’" in observed and "'" in alternative:
            alternative = alternative.replace("'", "’")  # the copy's own apostrophes
        if not alternative:
            found.append(Fix(f"Remove “{observed.strip()}”", (_removal(words, openings, span),), safe))
        elif alternative != observed:
            found.append(change_to(span, alternative, safe=safe))
    return found


def _removal(words: str, openings: Set[int], span: Span) -> Edit:
    """Take words away with the blank and the commas that they leave behind; a sentence goes on with a capital."""
    start, end = span
    opens = start == 0 or start in openings
    if words[max(0, start - 2) : start] == ", " and (end == len(words) or _CLOSES.match(words, end)):
        start -= 2  # He knew, clearly. The mayor, clearly, knew.
        end += words[end : end + 1] == ","
    elif opens and words[end : end + 2] == ", ":
        end += 2  # Clearly, he knew.
    elif words[end : end + 1].isspace() and (opens or words[start - 1].isspace() or words[start - 1] in "([{“‘\"'"):
        end += 1
    elif start and words[start - 1].isspace() and (end == len(words) or _CLOSES.match(words, end)):
        start -= 1
    following = words[end : end + 1]
    if opens and words[start].isupper() and following.islower():
        return Edit(start, end + 1, following.upper())
    return Edit(start, end, "")


_CLOSES = re.compile(r"[,.;:!?)\]}”’…]")
