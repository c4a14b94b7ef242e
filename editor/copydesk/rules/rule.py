"""The contract for rule authors: Rule, PartRule, Options, and examples that are the tests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal, final

from copydesk.article import Article, Kind, Part
from copydesk.rules.finding import Finding, Severity
from copydesk.rules.soundness import all_sound

LooksAt = Literal["article", "paragraph", "headline", "standfirst", "any"]


@dataclass(frozen=True)
class Options:
    """What a house may set of a rule, in `[rules."Pack.Rule"]`. A subclass adds typed fields with defaults."""


@dataclass(frozen=True)
class House:
    """What the house has settled for every rule. `names` is its style sheet: preferred form → forms not used."""

    names: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A short article and what a rule makes of it."""

    body: str = ""
    headline: str = ""
    standfirst: str = ""
    options: Options | None = None
    house: House | None = None

    @property
    def text(self) -> str:
        """The example as a plain-text file."""
        headline = self.headline or "Headline of the example"
        return "\n\n".join(filter(None, (headline, self.standfirst, self.body))) + "\n"


@dataclass(frozen=True)
class Good(Example):
    """Copy that the rule must leave alone. The text is body copy unless a headline is given."""

    body: str = ""


@dataclass(frozen=True)
class Bad(Example):
    """Copy that the rule must report.

    `found` are the words that it marks, each of them once; `fixed` is the body after the first fix of every
    finding (`fixed_headline` the headline), which must then check clean.
    """

    body: str = ""
    found: tuple[str, ...] | str = ()
    fixed: str | None = None
    fixed_headline: str | None = None


class TooMuch(Exception):
    """An article is larger than a rule can look at as a whole, and the message says how far it looks.

    What the rule yielded before it raises this is reported, and the message becomes a notice: “Pack.Rule …”.
    """


class Rule(ABC):
    """A check on a whole article. The docstring is its documentation: what, why an editor cares, the source.

    `name` is “Pack.Rule”. `examples` are its tests. `in_quotations` says that it also reports inside direct
    quotations, where no fix of it is ever safe; other rules are not heard there. `in_addresses` says that it also
    reports inside addresses, handles and names of files, and that its fixes may change those and markup. `on = False`
    is for a matter of house style: the rule is silent until a house selects it by its own name, or gives it an option
    or a severity.
    A rule sees the article as it is read: `article.text` is its words, and spans count code points of them. With
    `reads_source = True` it sees the file as it is, markup and all.
    `across = True`: it can also be asked about several articles, read as one, for what differs between them.
    `fault` names a kind of fault that other rules find too: findings of one kind on the same words are told as one.
    The built-in rules have “spelling”: a word, or a name, is written otherwise.
    A rule with options says so by its defaults: `options: MyOptions = MyOptions()`.
    """

    name: ClassVar[str]
    severity: ClassVar[Severity] = "warning"
    examples: ClassVar[Sequence[Example]] = ()
    looks_at: ClassVar[LooksAt] = "article"
    in_quotations: ClassVar[bool] = False
    reads_source: ClassVar[bool] = False
    in_addresses: ClassVar[bool] = False
    on: ClassVar[bool] = True
    across: ClassVar[bool] = False
    fault: ClassVar[str] = ""
    options: Options = Options()
    house: House = House()

    def __init__(self, options: Options | None = None, house: House | None = None) -> None:
        if options is not None:
            self.options = options
        if house is not None:
            self.house = house

    @abstractmethod
    def check(self, article: Article) -> Iterator[Finding]:
        """Yield what is to be said of the article; spans count code points of its text."""


_KINDS: Mapping[LooksAt, frozenset[Kind]] = {
    "paragraph": frozenset(("paragraph", "item", "quote", "standfirst", "caption")),
    "headline": frozenset(("headline",)),
    "standfirst": frozenset(("standfirst",)),
}


class PartRule(Rule):
    """A check on one part at a time: a paragraph, unless `looks_at` says the headline, the standfirst or any.

    It sees nothing else of the article, and so is asked again only of parts whose words changed.
    """

    looks_at: ClassVar[LooksAt] = "paragraph"

    @abstractmethod
    def check_part(self, part: Part) -> Iterator[Finding]:
        """Yield what is to be said of the part; spans count code points of `part.words`."""

    @final
    def check(self, article: Article) -> Iterator[Finding]:
        kinds = _KINDS.get(self.looks_at)
        for part in article.parts:
            if kinds is None or part.kind in kinds:
                for finding in article.cache.get(self, part, self._sound):
                    yield finding.in_text(part)

    def _sound(self, part: Part) -> tuple[Finding, ...]:
        return all_sound(self.check_part(part), len(part.words))
