"""Names.HouseSpelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.rules import Article, Bad, Finding, Good, House, Rule, change_to, pattern
from copydesk_rules.names._left_alone import is_left_alone

# What joins a name with a hyphen and is none itself: pro-Kiev, Kiev-based. Dnipro-Kiev and Kiev-Pechersk are names.
_FIRSTS = "anti|ex|half|inter|mid|neo|non|pan|post|pre|pro|quasi|semi|sub|trans|un"
_SECONDS = r"area|born|bound|bred|educated|friendly|held|led|made|only|run|style|trained|wide|\w+ed"
_NAME_BEFORE = pattern(rf"(?:\b(?!(?i:{_FIRSTS})[-‐‑])[A-Z]\w*|\d)[-‐‑]\Z")
_LONGEST = 30  # code points of what goes before a hyphen


class HouseSpelling(Rule):
    """A form that the house's style sheet rules out, as in `[names]` of the settings: Kyiv = ["Kiev"].

    It is found in capitals (KIEV) and in compounds (pro-Kiev, Kiev-based) too, and the fix keeps the capitals. Names
    of two with a hyphen (Kiev-Pechersk) are others.

    One newsroom, one spelling; the style sheet is the house's word on it. Outside quotations the fix is safe. Notes
    that correct an earlier version, sentences that explain a spelling (“formerly Kiev”), titles of works, addresses
    and handles are left alone.

    Source: the house's own style sheet.
    """

    name = "Names.HouseSpelling"
    severity = "error"
    fault = "spelling"
    in_quotations = True
    examples = [
        Bad(
            "Kiev's mayor met Colonel Gaddafi.",
            house=House({"Kyiv": ["Kiev"], "Gadhafi": ["Gaddafi", "Qaddafi"]}),
            found=("Kiev", "Gaddafi"),
            fixed="Kyiv's mayor met Colonel Gadhafi.",
        ),
        Bad(
            "The Peoples Republic of China said so.",
            house=House({"China": ["Peoples Republic of China", "PRC"]}),
            found="Peoples Republic of China",
            fixed="The China said so.",
        ),
        Bad(
            "KIEV (Reuters) - A pro-Kiev group met in KIEV'S centre.",
            house=House({"Kyiv": ["Kiev"]}),
            found=("KIEV", "Kiev", "KIEV"),
            fixed="KYIV (Reuters) - A pro-Kyiv group met in KYIV'S centre.",
        ),
        Bad(
            "ANTI-KIEV PROTEST, BY A KIEV-BASED GROUP. Anti-Kiev talk, and Kiev-Based Firms; a KIEV-born man.",
            house=House({"Kyiv": ["Kiev"]}),
            found=("KIEV", "KIEV", "Kiev", "Kiev", "KIEV"),
            fixed="ANTI-KYIV PROTEST, BY A KYIV-BASED GROUP. Anti-Kyiv talk, and Kyiv-Based Firms; a KYIV-born man.",
        ),
        Good("Kievan Rus; Kiev-Pechersk Lavra; DNIPRO-KIEV.", house=House({"Kyiv": ["Kiev"]})),
        Good(
            "Kyiv, formerly known as Kiev, grew. Write to press@Kiev.example.com or @Kiev, or read “A Kiev Diary”.",
            house=House({"Kyiv": ["Kiev"]}),
        ),
        Good("Kyiv said nothing.", house=House({"Kyiv": ["Kiev"]})),
        Good("Kiev said nothing."),
        Good("The full name is Royal Mail Group.", house=House({"Royal Mail Group": ["Royal Mail"]})),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        preferred = {
            form: name for name, forms in self.house.names.items() for form in forms if form and form != name
        }
        if not preferred:
            return
        listed = {*preferred, *self.house.names}
        preferred |= {form.upper(): name.upper() for form, name in preferred.items() if form.upper() not in listed}
        pattern = _pattern([*preferred, *self.house.names, *(name.upper() for name in self.house.names)])
        for part in article.parts:
            for match in pattern.finditer(part.words):
                name = preferred.get(" ".join(match.group().split()))
                before = part.words[max(0, match.start() - _LONGEST) : match.start()]
                if name is None or match.group() == name or _NAME_BEFORE.search(before):
                    continue
                if not is_left_alone(part, *match.span()):
                    span = part.text_span(*match.span())
                    message = f"The style sheet has “{name}”, not “{match.group()}”."
                    yield Finding(span, message, fixes=(change_to(span, name, safe=True),), confidence=1.0)


def _pattern(forms: list[str]) -> re.Pattern[str]:
    """Match any of the forms as whole words, the longest first, so that a preferred form is passed over whole."""
    longest_first = sorted(set(forms), key=lambda form: (-len(form), form))
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in longest_first)
    return pattern(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w|[-‐‑](?!(?i:{_SECONDS})\b)[A-Z])")
