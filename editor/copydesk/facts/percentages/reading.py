"""Sentences read figure by figure: what each is to the change that is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from copydesk.facts.figures import Figure, Figured
from copydesk.facts.percentages.records import Change, Share
from copydesk.facts.percentages.wording import (
    APPOSED,
    BREAK,
    BY,
    CHANGE,
    DURING,
    EACH,
    ENDED,
    EXTREME,
    FACTOR,
    FACTORS,
    FOLD_BEHIND,
    FOLDS,
    FROM,
    INFINITIVE,
    LOWER_BEHIND,
    NOUN_BEHIND,
    OR,
    PLAIN_OR,
    RANKED,
    RESUMED,
    SHARES,
    SIGN,
    SURE,
    TIMES,
    TO,
    WENT,
    YEARS,
)


def shares_in(sentence: str, read: Figured) -> Iterator[Share]:
    """Yield the shares of a sentence in which each figure is one sign."""
    for wanted in SHARES:
        for match in wanted.finditer(sentence):
            portion, whole = read.at(match["part"]), read.at(match["whole"])
            if (
                portion.kind in ("count", "money")
                and portion.unit not in TIMES
                and portion.kind == whole.kind
                and portion.value <= whole.value
            ):
                yield Share(portion, whole, read.at(match["percent"]))


_NEAR = 160  # code points before a figure that say what it is


@dataclass
class _Draft:
    """A change while its sentence is being read."""

    direction: int
    percent: Figure | None = None
    by: Figure | None = None
    before: Figure | None = None
    after: Figure | None = None
    factor: float = 0.0
    hedge: str = ""
    doubtful: bool = False
    last: str = field(default="", repr=False)

    @property
    def lacks_percent(self) -> bool:
        """Whether both levels are known, but not yet by how many per cent they differ."""
        return self.percent is None and self.before is not None and self.after is not None

    def lacks_amount(self, figure: Figure) -> bool:
        """Whether so far only a percentage is known, and the figure may be what it comes to."""
        return self.last == "percent" and self.by is None and not _is_relative(figure)

    def is_completed(self, figure: Figure, direction: int) -> bool:
        """Take in the percentage of a change whose levels are known; say whether it was one."""
        if not self.lacks_percent or not _is_relative(figure):
            return False
        self.direction = self.direction or direction
        return self.takes("percent", figure)

    def takes(self, role: str, figure: Figure) -> bool:
        """Take in a figure in its role, if that is still free; say whether it was."""
        if getattr(self, role) is not None:
            return False
        setattr(self, role, figure)
        self.last = role
        return True

    def _share_the_sign(self) -> None:
        """Read “from 40 to 50 per cent, a rise of …” as two percentages; by itself it may be a range."""
        bare = self.before is not None and self.before.kind == "count" and not self.before.unit
        if bare and self.before and self.after and self.percent and self.after.kind == "percent":
            self.before = replace(self.before, kind="percent", unit=self.after.unit)

    def finished(self) -> Change | None:
        self._share_the_sign()
        levels = [figure for figure in (self.before, self.after) if figure is not None]
        enough = len(levels) == 2 or (len(levels) == 1 and self.percent is not None and self.by is not None)
        if self.doubtful or not enough or not _alike(*levels, *filter(None, [self.by])):
            return None
        return Change(self.direction, self.percent, self.by, self.before, self.after, self.factor, self.hedge)


def _alike(*figures: Figure) -> bool:
    """Whether figures count the same thing, as far as the words say."""
    # “to 92 million francs from 61 million”: what stands bare takes the unit of the other.
    telling = [figure for figure in figures if figure.kind != "count" or figure.number.step < 1000 or figure.unit]
    kinds = {figure.kind for figure in telling}
    units = {figure.unit for figure in figures if figure.unit and figure.kind == "money"}
    bare = {unit[-1:] for unit in units} if units & {"$", "£"} else units  # $5 beside S$60
    return (len(kinds) <= 1 or (kinds <= {"percent", "points"})) and len(bare) <= 1


def changes_in(sentence: str, read: Figured) -> Iterator[Change]:
    """Yield the changes of a sentence in which each figure is one sign."""
    draft: _Draft | None = None
    drafts: list[_Draft] = []
    end, previous = 0, None
    for match in SIGN.finditer(sentence):
        lead, figure = sentence[max(end, match.start() - _NEAR) : match.start()], read.at(match.group())
        if figure.unit in TIMES and DURING.search(lead):
            continue  # “in the three months to December”: the words around it belong together
        begun = _begun(lead, figure, sentence[match.end() : match.end() + 40], draft, previous)
        if begun is not None and begun is not draft:
            drafts.append(begun)
            draft = begun
        elif begun is None and draft is not None and not _goes_on(draft, lead, figure, sentence[match.end() :]):
            draft = None
        end, previous = match.end(), figure
    for each in drafts:
        if change := each.finished():
            yield change


def _begun(lead: str, figure: Figure, behind: str, draft: _Draft | None, previous: Figure | None) -> _Draft | None:
    """Return the change that begins with this figure, or that it completes; None if there is none."""
    way = BY.search(lead) or (LOWER_BEHIND.match(behind) if ENDED.search(lead) else None)
    if way is not None and FOLD_BEHIND.match(behind):
        return _Draft(0, factor=figure.value, hedge="fold")  # “increased 19-fold to 6.3 million”
    if way is not None:
        return _begun_by_amount(lead, figure, 1 if way["up"] else -1, draft, previous)
    again = draft is not None and _is_alternative(draft, lead, figure)
    if _is_relative(figure) and not again and (noun := NOUN_BEHIND.match(behind)):
        direction = 1 if noun["up"] else -1
        if draft is not None and len(lead) < 20 and draft.is_completed(figure, direction):
            return draft  # “from 80 to 100, a 25 per cent rise”
        begun = _Draft(direction)
        begun.takes("percent", figure)
        return begun
    if draft is not None and draft.last == "percent" and NOUN_BEHIND.match(lead):
        return None  # “a 52% rise in profits to”: that one has begun
    resumed = draft is not None and draft.percent is not None and draft.after is not None and draft.before is None
    if resumed and len(lead) < 30 and RESUMED.search(lead):
        return None  # “rose 12% to 120, up from 100”
    return _begun_by_level(lead, figure)


def _begun_by_amount(
    lead: str, figure: Figure, direction: int, draft: _Draft | None, previous: Figure | None
) -> _Draft:
    """Return the change of which this figure says how large it is: “sales rose by 5 per cent”."""
    if draft is not None and len(lead) < 40 and draft.direction == direction and draft.lacks_amount(figure):
        draft.takes("by", figure)  # “a 20 per cent profit plunge, down $54m to $262m”
        return draft
    if draft is not None and len(lead) < 32 and draft.is_completed(figure, direction):
        return draft
    begun = _Draft(direction)
    if figure.number.form == "words" and 0 < figure.value < 1:  # “by a third”
        begun.factor = 1 + direction * figure.value
        return begun
    begun.takes("percent" if _is_relative(figure) else "by", figure)
    apposed = APPOSED.match(lead) is not None and not BREAK.search(lead)
    if apposed and previous is not None and _is_relative(figure):
        begun.after = previous
    return begun


def _is_relative(figure: Figure) -> bool:
    return figure.kind in ("percent", "points")


def _begun_by_level(lead: str, figure: Figure) -> _Draft | None:
    """Return the change of which this figure is the first level: “sales rose in May from 40”."""
    role = "before" if FROM.search(lead) else "after" if TO.search(lead) else ""
    if not role:
        return None
    factor = _last(FACTOR, lead)
    change = _last(CHANGE, lead)
    begun: _Draft | None = None
    if factor is not None:
        if factor["fold"]:  # a threefold rise is to three times as much, or by it
            begun = _Draft(0, factor=float(FOLDS.index(factor["fold"].lower()) + 2), hedge="fold")
        else:
            begun = _Draft(0, factor=FACTORS[factor["factor"].lower()], hedge=(factor["hedge"] or "").lower())
        tail = lead[factor.end() :]
    elif change is not None:
        sure = SURE.fullmatch(change.group()) or INFINITIVE.search(lead, 0, change.start())
        begun = _Draft(0 if not sure else 1 if change["up"] else -1)
        tail = lead[change.end() :]
        if (
            tail.lower().startswith(" to")
            and change.group().lower() == "up"
            and not WENT.search(lead, 0, change.start())
        ):
            return None  # “up to 20”
    if begun is None or len(tail) > 60 or BREAK.search(tail) or RANKED.search(lead):
        return None
    begun.takes(role, figure)
    return begun


def _last(wanted: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in wanted.finditer(text):  # noqa: B007
        pass
    return found


def _is_alternative(draft: _Draft, lead: str, figure: Figure) -> bool:
    """Whether a figure gives the same change in another way: “123.89 points, or 0.19 percent”."""
    if OR.search(lead) and len(lead) < 40:  # but “from 60 mm (2.36 in)” gives a level in another unit
        return _is_relative(figure) or draft.last in ("by", "percent")
    return PLAIN_OR.fullmatch(lead) is not None and draft.last == ("by" if _is_relative(figure) else "percent")


def _goes_on(draft: _Draft, lead: str, figure: Figure, behind: str) -> bool:
    """Whether a figure belongs to a change that began before it."""
    if _is_alternative(draft, lead, figure):
        if EACH.match(behind) or (behind.startswith((" of ", " in ", ", of ")) and figure.kind == "percent"):
            return False  # “$709 million, or $2.62 per share”, “351,500 shares, or 10.6 per cent of the total”
        return draft.takes("percent" if _is_relative(figure) else "by", figure)
    role = FROM.search(lead) or TO.search(lead)
    if len(lead) > 90 or BREAK.search(YEARS.sub("", lead[: role.start()] if role else lead)):
        return False
    if lead.strip() in ("to", "-", "–", "—", "and"):
        draft.doubtful = draft.before is None or lead.strip() != "to"  # a range, “8 to 9 per cent”, unless “from 8”
    if start := FROM.search(lead):
        if draft.percent is not None and draft.after is not None and EXTREME.search(start.group()):
            return False  # “rose 5 per cent to 20, from a low of 12 in March”
        return draft.takes("before", figure)
    if TO.search(lead):
        if draft.doubtful:
            draft.doubtful = draft.last == "percent" and figure.kind == "percent"
        return draft.takes("after", figure)
    return False
