"""Quotes.Unbalanced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.facts.marks import DOUBLE
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Part, Related, Rule, Span, pattern
from copydesk_rules.quotes._running import Marked, is_continued, marked, partner, unmarked_run

_SAYS = (
    "(?:said|says|saying|told|tells|asked|asks|added|adds|adding|wrote|writes|replied|explained|insisted|argued|warned|claimed|"
    "stated|stating|tweeted|posted|remarked|commented|announced|continued|responded|noted|declared|read|reads)"
)
_SPOKEN = (
    rf"\s+(?:(?:(?:[A-Z][\w.’'-]*\s+){{1,4}}|(?:he|she|they|it|I|we)\s+){_SAYS}\b|{_SAYS}\s+(?:[A-Z]|the\b|an?\b))"
)
_SPEAKER = pattern(_SPOKEN)
_SPEAKER_BEHIND = pattern(rf"[,!?](?={_SPOKEN})")
# What leads to speech: a colon, a comma behind who says it, or the verb straight before a word that begins sentences.
_LEADS_IN = pattern(
    rf"(?:\b{_SAYS}\b[^.:,]{{0,60}}(?:,[^.:,]{{0,60}})?,\s+|:\s+|\b{_SAYS}\s+(?=(?:I|We|It|The|This|That|There|You|They|He|She)\b))"
    r"(?=[A-Z\[])"
)
_SAYING = pattern(rf"\b{_SAYS}\b")
_LED_IN = pattern(r"[:,]\s+$")
_NEXT_WORD = pattern(r"\W*\w[\w’'-]*")
_LAST_WORD = pattern(r"\w[\w’'-]*\W*$")
_SYSTEMATIC = 3  # findings of one kind in an article
_OTHER_PLACES = 10
_MOST = 3  # findings of one kind in a part; where there are more, it is no copy that anybody reads
_FARTHEST = 1_000  # code points from the mark to the speaker
_ARROWS = frozenset("»›")  # in English, what no mark opens: “read more »”
_SWAPPED = {"“": "”", "”": "“", "‘": "’", "’": "‘"}


class Unbalanced(Rule):
    """A quotation mark has no partner: a quotation is opened and never closed, or closed and never opened.

    Readers cannot tell where a source stops speaking and the newspaper goes on, and what stands outside the marks
    is said in the paper's own voice. A quotation that runs over several paragraphs opens again in each of them
    and closes in the last, whatever captions and links stand between them; the rule says where it does not open
    again. Curly marks that are turned the wrong way are reported too. What is wrong in three places or more, as where
    line breaks were lost, is told once.
    Apostrophes ('90s, rock 'n' roll, the boys' coats), feet and inches are no such marks.

    Source: Chicago Manual of Style 13.32; AP Stylebook, “quotation marks”, running quotations; Guardian style
    guide, “quotation marks”.
    """

    name = "Quotes.Unbalanced"
    severity = "warning"
    in_quotations = True
    examples = [
        Bad(
            '"We will rebuild the school, Mayor Ana Ruiz said on Monday. Work starts in May.',
            found='"We',
            fixed='"We will rebuild the school," Mayor Ana Ruiz said on Monday. Work starts in May.',
        ),
        Bad(
            "We never knew,” she said. “Nobody called.”",
            found="knew,”",
            fixed="“We never knew,” she said. “Nobody called.”",
        ),
        Bad(
            "The judge told them: “You had every chance to stop.\n\nThe two men were led away.",
            found="“You",
            fixed="The judge told them: “You had every chance to stop.”\n\nThe two men were led away.",
        ),
        Bad(
            '"It was dark. We left.\n\nWe walked for two days."\n\nThey came on Friday.',
            found="We",
            fixed='"It was dark. We left.\n\n"We walked for two days."\n\nThey came on Friday.',
        ),
        Bad("“Come in,“ she said.", found=",“", fixed="“Come in,” she said."),
        Bad('He called it a "mess of rules and left the room, and nobody spoke.', found='"mess'),
        Good("“It was dark when we left.\n\n“We walked for two days.”"),
        Good("Lee said: ‘It was dark.\n\nThe harbour at night\n\n‘We left.’\n\nIt was Monday. More »"),
        Good(
            "He is 6'2\" and owns every 12\" record of the '90s. \"I love rock 'n' roll,\" he said of the boys' band."
        ),
        Good("“She told me, ‘Never mind the dogs’ dinner,’” he said. “’Tis a pity,” they wrote."),
        Good("Der Titel lautet „Die Welt“, auf Französisch « Le Monde », and in Polish „Świat”."),
        Good('"The "Big" report was late," he said. The 9" pipe burst at 51°30\'26"N.'),
        Good("Residents (“all of them,” one said—“every one”) had left by ‘24."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        found = list(self._each(article))
        often = Counter(finding.message for finding in found)
        told: set[str] = set()
        for finding in found:
            if often[finding.message] < _SYSTEMATIC or any(fix.safe for fix in finding.fixes):
                yield finding
            elif finding.message not in told:
                told.add(finding.message)
                yield _once(finding, [one for one in found if one.message == finding.message])

    def _each(self, article: Article) -> Iterator[Finding]:
        parts = marked(article)
        if not any(one.marks.unclosed or one.marks.unopened or one.marks.backwards for one in parts):
            return
        english = article.language.lower().startswith("en")
        explained: set[int] = set()  # the parts that end a quotation which began in another
        for index, one in enumerate(parts):
            if one.marks.backwards and english:
                yield from (_backwards(one.part, place) for place in one.marks.backwards[:_MOST])
            if one.marks.unclosed:
                yield from self._unclosed(article, parts, index, explained)
            for place in one.marks.unopened[:_MOST]:
                arrow = one.part.words[place] in _ARROWS and english
                if not arrow and not (index in explained and place == one.ends_one):
                    yield _unopened(one, place)

    def _unclosed(
        self, article: Article, parts: Sequence[Marked], index: int, explained: set[int]
    ) -> Iterator[Finding]:
        """Yield a finding for each mark that nothing closes, unless the quotation runs on; note where it ends."""
        one = parts[index]
        runs_on = one.runs_on if one.part.is_body else None
        for place in one.marks.unclosed[:_MOST]:
            if place != runs_on:
                yield _unclosed(article, one, place)
                continue
            if is_continued(parts, index, one.part.words[place]):
                continue
            run = unmarked_run(parts, index)
            if run:
                explained.add(run[-1])
                yield _not_opened_again(one, place, [parts[number].part for number in run])
            else:
                yield _unclosed(article, one, place)


def _once(first: Finding, all_: Sequence[Finding]) -> Finding:
    """Return the first of many findings of one kind, with the places of the others: no slip of a pen."""
    others = tuple(Related(one.span, "and here") for one in all_[1:_OTHER_PLACES])
    message = f"{first.message} So it is in other places: were line breaks or marks lost on the way?"
    return Finding(first.span, message, related=others, confidence=first.confidence)


def _backwards(part: Part, place: int) -> Finding:
    mark = part.words[place]
    closes = mark in "“‘"
    span = Span(place - 1, place + 1) if closes else Span(place, place + 2)
    edit = Edit(*part.text_span(place, place + 1), _SWAPPED[mark])
    return Finding(
        part.text_span(*span),
        f"This mark is turned the wrong way: a quotation {'closes' if closes else 'opens'} here.",
        fixes=(Fix(f"Change to “{_SWAPPED[mark]}”", (edit,), safe=True),),
        confidence=0.95,
    )


def _not_opened_again(one: Marked, place: int, run: Sequence[Part]) -> Finding:
    mark = one.part.words[place]
    first = run[0]
    edits = tuple(_insertion(other, 0, mark) for other in run)
    word = _NEXT_WORD.match(first.words)
    return Finding(
        first.text_span(0, word.end() if word else 1),
        "This quotation goes on from the paragraph before: its mark stands again at the beginning of each paragraph.",
        related=(Related(one.part.text_span(place, place + 1), "opened here"),),
        fixes=(Fix(f"Insert {mark} at the beginning", edits),),
        confidence=0.8,
    )


def _unclosed(article: Article, one: Marked, place: int) -> Finding:
    part = one.part
    word = _NEXT_WORD.match(part.words, place + 1)
    end = _end_of_speech(article, one, place)
    mark = partner(part.words[place])
    return Finding(
        part.text_span(place, word.end() if word else place + 1),
        "This quotation is opened and never closed.",
        fixes=()
        if end is None
        else (Fix(f"Close it behind “{_last_word(part, end)}”", (_insertion(part, end, mark),)),),
        confidence=0.9,
    )


def _unopened(one: Marked, place: int) -> Finding:
    part = one.part
    word = _LAST_WORD.search(part.words, max(0, place - 40), place)
    start = _beginning_of_speech(one, place)
    mark = partner(part.words[place])
    fixes: tuple[Fix, ...] = ()
    if start is not None:
        opens = _NEXT_WORD.match(part.words, start)
        title = f"Open it before “{opens.group().strip() if opens else ''}”"
        fixes = (Fix(title, (_insertion(part, start, mark),)),)
    return Finding(
        part.text_span(word.start() if word else place, place + 1),
        "This quotation is closed and was never opened.",
        fixes=fixes,
        confidence=0.9,
    )


def _end_of_speech(article: Article, one: Marked, place: int) -> int | None:
    """Return where a quotation that begins at `place` must end, where that is plain."""
    words = one.part.words
    limit = min((pair.opening for pair in one.marks.pairs if pair.opening > place), default=len(words))
    speaker = _SPEAKER_BEHIND.search(words, place, min(limit, place + _FARTHEST))
    if speaker:
        outside = words[speaker.start()] == "," and _commas_stand_outside(article, words[place])
        return speaker.start() if outside else speaker.end()
    rest = words[place:limit].rstrip()
    if words[place] not in DOUBLE or limit < len(words) or not rest.endswith((".", "!", "?", "…")):
        return None
    if _SAYING.search(rest) or not words[place + 1].isupper():
        return None
    led_in = place == 0 or _LED_IN.search(words, max(0, place - 3), place)
    last = [sentence for sentence in one.part.sentences if sentence.end > place]
    return place + len(rest) if led_in and len(last) == 1 else None


def _beginning_of_speech(one: Marked, place: int) -> int | None:
    """Return where a quotation that ends at `place` must begin, where that is plain."""
    words = one.part.words
    start = max((pair.closing + 1 for pair in one.marks.pairs if pair.closing < place), default=0)
    if words[place] not in DOUBLE or words[place - 1] not in ".,!?…":
        return None
    leads_in = [match.end() for match in _LEADS_IN.finditer(words, max(start, place - _FARTHEST), place)]
    if leads_in:
        return leads_in[-1]
    if start or _SAYING.search(words, 0, min(place, _FARTHEST)) or not _SPEAKER.match(words, place + 1):
        return None
    first = one.part.sentences[0]
    return first.start if place <= first.end else None


def _commas_stand_outside(article: Article, mark: str) -> bool:
    """Whether the article sets a comma behind a closing mark, as British papers do, rather than before it."""
    closing = partner(mark)
    return article.text.count(f"{closing},") > article.text.count(f",{closing}")


def _last_word(part: Part, end: int) -> str:
    return part.words[max(0, end - 40) : end].split()[-1]


def _insertion(part: Part, place: int, mark: str) -> Edit:
    return Edit(*part.text_span(place, place), mark)
