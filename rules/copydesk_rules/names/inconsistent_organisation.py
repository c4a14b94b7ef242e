"""Names.InconsistentOrganisation."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from copydesk.facts.names.lexicon import NOT_NAMES, PLACE_PREPOSITIONS, given_names
from copydesk.facts.names.similarity import plain
from copydesk.rules import (
    Article,
    Bad,
    Edit,
    Finding,
    Good,
    Part,
    Related,
    Rule,
    Span,
    change_all,
    change_to,
    pattern,
)
from copydesk_rules.names._bodies import are_of_one_kind, bodies
from copydesk_rules.names._left_alone import is_left_alone

Key = tuple[str, ...]

_RUN = pattern(r"(?<![\w.@#’'-])[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+)+")
_POSSESSIVE = pattern("[’']s?$")
_BEFORE = 30  # code points
_SHORTEST_WORD = 3  # letters of the words behind a plural: Blocks Q
_MOST = 30  # forms that agree in all words but one; more are a list of something
_LEAST = 3  # words of a name; Manchester United and Manchester City are two clubs
_INTRODUCED = pattern(r"(?:[’']s\b|,? \(| ?, (?:an?|the|which|whose|where|based|in|another|some|about|\d)\b)")
_ANOTHER = frozenset("another nearby neighbouring neighboring rival other a an both".split())


_Run = tuple[int, int, int]  # part, first and past of a run of words with capitals


class _Named(NamedTuple):
    """A name where it stands, and the numbers of the part and the sentence."""

    span: Span
    sentence: tuple[int, int]


class _Pair(NamedTuple):
    kept: Key
    odd: Key
    at: int  # the number of the word in which they differ


class InconsistentOrganisation(Rule):
    """An organisation has two names that differ in one word: Disasters and Disaster Emergency Committee.

    Each word is right, so no spelling checker sees it. Reported where a word inside the name is singular here and
    plural there, or where two names of three words and more differ in one that is not the first (Northgate Housing
    Trust, Northgate Housing Association) and the second form occurs once, without an introduction of its own.

    Source: Reuters Handbook of Journalism, “accuracy”; AP Stylebook, “company names”, “organizations”.
    """

    name = "Names.InconsistentOrganisation"
    severity = "warning"
    examples = [
        Bad(
            "The site of the Disasters Emergency Committee was down. A spokeswoman for the Disaster Emergency "
            "Committee said so. The Disasters Emergency Committee met.",
            found="Disaster Emergency Committee",
            fixed="The site of the Disasters Emergency Committee was down. A spokeswoman for the Disasters Emergency "
            "Committee said so. The Disasters Emergency Committee met.",
        ),
        Bad(
            "The shop is owned by the Dunmarra Community Development Company.\n\nThe Dunmarra Community Development "
            "Council will have two seats.",
            found="Dunmarra Community Development Council",
        ),
        Bad(
            "Doctors at Vasantrai General Hospital wash their hands.\n\nThe rate fell, and Vasantrai District "
            "Hospital will pay for more.",
            found="Vasantrai District Hospital",
        ),
        Bad(
            "The Northgate Housing Trust owns 400 homes.\n\nTenants complained. The Northgate Housing Association "
            "will act.",
            found="Northgate Housing Association",
        ),
        Good("He works for Leeds City Council. Leeds City College is next door."),
        Good("Manchester United lost. They meet Manchester City on Sunday."),
        Good("The Liberal Democrats met. A Liberal Democrat spokesman spoke."),
        Good(
            "Vasantrai General Hospital was full. Vasantrai District Hospital, a clinic of 40 beds in the next town, "
            "was not."
        ),
        Good("The World Economic Forum opened. The World Social Forum did too."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        runs: dict[Key, list[_Run]] = defaultdict(list)
        for number, part in enumerate(article.parts):
            if part.is_body and part.kind != "heading" and not part.words.isupper():
                for key, start, end in article.cache.get(InconsistentOrganisation, part, _in_part):
                    runs[key].append((number, start, end))
        alike = {key for pair in _pairs(runs) for key in (pair.kept, pair.odd)}
        named = {key: list(_named(article, runs[key])) for key in runs if key in alike}
        forms = {key: here for key, here in named.items() if here}
        for pair in _pairs(forms):
            if not any(" ".join(form) in self.house.names for form in (pair.kept, pair.odd)) and (
                _is_plural_of(pair) or _is_one_body(article, forms, pair)
            ):
                yield from _findings(article, pair, forms)


def _in_part(part: Part) -> tuple[tuple[Key, int, int], ...]:
    """Return the runs of words with capitals in one part, without small words that open them."""
    found: list[tuple[Key, int, int]] = []
    for match in _RUN.finditer(part.words):
        words, start = _POSSESSIVE.sub("", match.group()).split(" "), match.start()
        while len(words) > 1 and (words[0].lower() in NOT_NAMES or words[0].lower() in PLACE_PREPOSITIONS):
            start += len(words.pop(0)) + 1
        end = start + len(" ".join(words))
        if len(words) > 1:
            found.append((tuple(words), start, end))
    return tuple(found)


def _named(article: Article, runs: Sequence[_Run]) -> Iterator[_Named]:
    """Yield where a name is, but for addresses, titles of works and the like."""
    for number, start, end in runs:
        part = article.parts[number]
        if not is_left_alone(part, start, end):
            yield _Named(part.text_span(start, end), (number, bisect(part.sentences, (start, end))))


def _pairs(forms: Mapping[Key, Sequence[object]]) -> Iterator[_Pair]:
    """Yield the names that differ in one word, the one that occurs more often, or first, as the kept one."""
    alike: dict[tuple[Key, Key], list[Key]] = defaultdict(list)
    for key in forms:
        for at in range(len(key)):
            alike[key[:at], key[at + 1 :]].append(key)
    for (before, _), keys in alike.items():
        if 1 < len(keys) < _MOST:
            for one, other in combinations(keys, 2):
                kept, odd = (other, one) if len(forms[other]) > len(forms[one]) else (one, other)
                if kept[0].lower() not in given_names():
                    yield _Pair(kept, odd, len(before))


def _is_plural_of(pair: _Pair) -> bool:
    """Whether a word inside the name, not its last, is singular in the one form and plural in the other."""
    one, other = pair.kept[pair.at], pair.odd[pair.at]
    if not one.isalpha() or any(len(word) < _SHORTEST_WORD for word in pair.kept[pair.at + 1 :]):
        return False
    return pair.at < len(pair.kept) - 1 and (one + "s" == other or other + "s" == one)


def _is_one_body(article: Article, forms: Mapping[Key, Sequence[_Named]], pair: _Pair) -> bool:
    """Whether two names can only be one organisation's: a rare name in both, words of one kind, no introduction."""
    kept, odd, at = pair
    if at == 0 or len(kept) < _LEAST or len(forms[odd]) > 1 or forms[odd][0].span < forms[kept][0].span:
        return False
    one, other = kept[at].lower(), odd[at].lower()
    if kept[0].isupper() or plain(one) == plain(other) or not {kept[-1].lower(), odd[-1].lower()} <= bodies():
        return False
    if at == len(kept) - 1 and not are_of_one_kind(one, other):
        return False
    named = forms[odd][0]
    if any(one.sentence == named.sentence for one in forms[kept]):
        return False  # a list of two
    before = article.text[max(named.span.start - _BEFORE, 0) : named.span.start].lower().split()[-2:]
    return _ANOTHER.isdisjoint(before) and _INTRODUCED.match(article.text, named.span.end) is None


def _findings(article: Article, pair: _Pair, forms: Mapping[Key, Sequence[_Named]]) -> Iterator[Finding]:
    kept, odd = " ".join(pair.kept), " ".join(pair.odd)
    spans = [named.span for named in forms[pair.odd]]
    everywhere = change_all((Edit(*span, kept) for span in spans), kept)
    model = forms[pair.kept][0].span
    for span in spans:
        yield Finding(
            span,
            f"“{odd}” is “{kept}” elsewhere.",
            (Related(model, f"“{kept}” here"),),
            (change_to(span, kept), *everywhere),
            confidence=0.75,
            evidence=f"{kept} {len(forms[pair.kept])}×, {odd} {len(spans)}×",
        )
