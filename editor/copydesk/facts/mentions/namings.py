"""The names of an article as they stand, each with its title and with what is beside it.

Built on `copydesk.facts.names`: here the words that a name is joined from (“Department of Health”) come together, and
titles and offices that lead in to a name are set apart from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from copydesk.article import Article, Part, Span
from copydesk.facts import names
from copydesk.facts.gazetteer import gazetteer
from copydesk.facts.mentions import lexicon as known
from copydesk.facts.mentions.around import After, Around, Before
from copydesk.facts.mentions.lexicon import kinds_of
from copydesk.facts.mentions.records import Kin
from copydesk.facts.names.frequency import zipf
from copydesk.facts.names.lexicon import (
    MONTHS_AND_DAYS,
    NOT_NAMES,
    PARTICLES,
    TITLES,
    given_names,
    known_names,
    ordinary_words,
)
from copydesk.facts.names.mentions import Mention as Name
from copydesk.facts.names.mentions import Style, Word
from copydesk.patterns import pattern
from copydesk.text import lexicon

SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV MP MEP MSP MS QC KC SC MD PhD OBE MBE CBE AM".split())
_SHORT_MONTHS = frozenset("jan feb mar apr aug sept oct nov dec mon tue tues wed thu thurs fri sat sun".split())
_OPENING, _CLOSING = ("“", "‘", '"'), ("”", "’", '"')
_THE_IN_QUOTES = tuple(f"{mark}{word} " for mark in _OPENING for word in ("The", "A", "An"))
_MOST_TITLES = 5
_OPENS = pattern(r"(?:^|(?<=[.!?”\"’] ))([A-Z][\w’'-]+) (of (?:the )?)?$")
_LONGEST_OPENER = 40  # code points
_COMMON = 4.7  # Zipf frequency: whatever is more frequent opens a sentence but no name
_OF = (" of ", " of the ")
_FOR = (" for ", " for the ", " on ", " in ")
_BODIES = frozenset("council trust society school college university police borough partnership".split())
_ENDS = frozenset("sons brothers partners co company associates daughters".split())
# Names that go on with “of”: “the Bank of England”; “for” goes on after fewer of them.
_GO_ON_WITH_OF = frozenset(
    """department ministry university bank house office board bureau institute college church school court academy
    society museum federation league union chamber commission council friends isle isles gulf bay cape strait sea port
    city county republic kingdom state states province district duchy institution order knights association
    organisation organization confederation secretary minister chancellor duke duchess earl countess archbishop bishop
    battle treaty museum gallery theatre royal""".split()
)
_GO_ON_WITH_FOR = frozenset(
    """centre center institute campaign alliance foundation association department office agency society council
    coalition directorate bureau service board organisation organization secretary
    minister authority fund trust commission federation committee
    court""".split()
)

_OPENS_NAMES = frozenset(
    """north south east west northern southern eastern western new great greater royal national international central
    united first old upper lower saint young natural public papua sierra world global""".split()
)
_GROUPS = frozenset("women men children people king queen".split())  # whose “’s” goes on: King's College
_JOINS = frozenset("of the for and".split())
_TITLES_ALONE = TITLES - frozenset(("don",))
_GIVEN_AS_WELL = frozenset(("don", "dean", "earl"))
_GO_ON_WITH_AND = frozenset("department ministry secretary society institute association centre office".split())


class Naming(NamedTuple):
    """A name where it stands. `texts` are its words; offsets are the text's, `first` that of the title before it.

    `joined` says that small words are among them, `opens` that the name opens its sentence.
    """

    texts: tuple[str, ...]
    first: int
    start: int
    end: int
    title: str
    part: int
    sentence: int
    after: After
    before: Before
    style: Style
    words: str
    joined: bool = False
    opens: bool = False

    @property
    def span(self) -> Span:
        return Span(self.first, self.end)

    @property
    def verb(self) -> str:
        """The verb right after the name, or after the comma that closes an aside: “his wife, Ana Silva, left”."""
        return self.after.verb if self.after.next != "," or self.before.word == "," else ""


def namings_of(article: Article, arounds: Sequence[Around]) -> list[Naming]:
    """Return the names of the article in the order of the text."""
    found: list[Naming] = []
    for index, group in groupby(article.facts(names).mentions, lambda mention: mention.part):
        part = article.parts[index]
        runs = _joined(part, [mention for mention in group if not (_no_name(mention) or _is_work(part, mention))])
        found += _couples(_placed(part, arounds[index], list(runs)), part)
    return found


def _is_work(part: Part, name: Name) -> bool:
    """Whether a name is the title of a work: quotation marks are right around it, and “The” before it at most."""
    words, offset = part.words, part.prose.offset
    start, end = offset(name.words[0].start), offset(name.words[-1].end - 1) + 1
    opened = words[start - 1 : start] in _OPENING or words.endswith(_THE_IN_QUOTES, 0, start)
    if not opened or (len(name.words) < 2 and words[start - 1 : start] != " "):
        return False
    return words[end : end + 1] in _CLOSING or words[end + 1 : end + 2] in _CLOSING


def _no_name(name: Name) -> bool:
    if len(name.words) > 1:
        return False
    text = name.words[0].text
    small = text.lower()
    if len(text) < 2 or text[1] == "-" or small in MONTHS_AND_DAYS or small in _SHORT_MONTHS:
        return True
    return text.rstrip("s").isupper() and small in lexicon("no_name")


class _Run(NamedTuple):
    """One or more names that are one: their words, with where they begin and end in the part."""

    texts: tuple[str, ...]
    start: int
    end: int
    name: Name
    joined: bool = False
    after_the: bool = False


def _runs(part: Part, group: Sequence[Name]) -> Iterator[_Run]:
    """Yield the names one by one; what stands before an office in the midst of one is a name of its own."""
    offset = part.prose.offset
    for name in group:
        words = name.words
        offices = (at for at in range(1, len(words) - 1) if _is_office(words[at].text))
        cut = max(offices, default=0) or _nation(words)
        for first, past in ((0, cut), (cut, len(words))) if cut else ((0, len(words)),):
            start, end = offset(words[first].start), offset(words[past - 1].end - 1) + 1
            if part.words[end : end + 1] == "/" and past - first > 1:  # Nordstaal A/S
                past -= 1
                end = offset(words[past - 1].end - 1) + 1
            texts = name.key[first:past]
            if part.words[end : end + 3].lower() == "-op":  # Glenmara Co-op
                texts, end = (*texts[:-1], f"{texts[-1]}-op"), end + 3
            after_the = part.words[max(start - 4, 0) : start].lower() == "the "
            yield _Run(texts, start, end, name, after_the=after_the)


def _nation(words: Sequence[Word]) -> int:
    """Return how many words a country has that a person's name follows: “the United States Joe Biden”."""
    for cut in range(1, len(words) - 1):
        if words[cut].text.lower() in given_names() and any(
            one.kind == "country" for one in gazetteer().lookup(" ".join(word.text for word in words[:cut]))
        ):
            return cut
    return 0


def _is_office(text: str) -> bool:
    return text.lower() in known.offices() and text.lower() not in given_names()


def _joined(part: Part, group: Sequence[Name]) -> Iterator[_Run]:
    run: _Run | None = None
    for next_ in _runs(part, group):
        start, end, name = next_.start, next_.end, next_.name
        if part.words[end : end + 1].isdigit():  # Airbus A300
            continue
        if run is not None and _belongs(part.words[run.end : start], run, next_):
            gap = tuple(part.words[run.end : start].strip("'’s ").split())
            run = _Run((*run.texts, *gap, *next_.texts), run.start, end, name, True)
            continue
        if run is not None:
            yield run
        run = next_
    if run is not None:
        yield run


def _belongs(gap: str, run: _Run, next_: _Run) -> bool:
    """Whether two names with so much between them are one: “Bank” of “England”."""
    if run.name.words[-1].possessive:
        return gap[1:] in ("", " ", "s ") and gap[:1] in ("'", "’") and _of_a_group(run.texts, next_.texts, gap)
    if gap == " & ":
        return True
    last = run.texts[-1].lower()
    if gap in _OF:
        return last in _GO_ON_WITH_OF
    if gap in _FOR:
        return last in _GO_ON_WITH_FOR
    if gap == " and ":
        if run.joined and {text.lower() for text in run.texts} & _GO_ON_WITH_AND:
            return next_.texts[-1].lower() in ordinary_words() and not kinds_of(next_.texts)
        if next_.texts[-1].lower() in _ENDS and len(next_.texts) == 1:
            return True
        body = next_.texts[-1].lower() in known.kinds_of_name_word() and len(next_.texts) > 1
        return len(run.texts) == 1 and run.after_the and (body or next_.texts[-1].lower() in _BODIES)
    return False


def _of_a_group(texts: Sequence[str], others: Sequence[str], gap: str) -> bool:
    """Whether a possessive is the middle of a name: “Road Users’ Alliance”, “St Mary’s Hospital”."""
    last = others[-1].lower()
    if last not in known.kinds_of_name_word() and last not in known.kinds_of_place_word():
        return False
    return "s" not in gap or texts[0] == "St" or texts[-1].lower() in _GROUPS or texts[-1].endswith("men")


def _placed(part: Part, around: Around, runs: Sequence[_Run]) -> Iterator[Naming]:
    held: Naming | None = None
    for run in runs:
        naming = _naming(part, around, run)
        if held is not None and naming.title and held.end + 1 == naming.first and len(held.texts) > 1:
            held, naming = _without_title(held, naming)
        if held is not None and naming.title and _is_part_of_title(part, held, naming):
            begin = held.first
            title = f"{' '.join(held.texts).lower()} {naming.title}"
            words = f"{held.words} {naming.words}"
            naming = naming._replace(first=begin, title=title, before=held.before, words=words)
        elif held is not None:
            yield held
        held = naming
    if held is not None:
        yield held


def _without_title(held: Naming, naming: Naming) -> tuple[Naming, Naming]:
    """Give a title at the end of a name to the name behind it: “U.S. Magistrate” before “Judge Denise Obi”."""
    last = held.texts[-1]
    if last.lower() not in known.titles() or last.lower() in given_names():
        return held, naming
    first, end = held.end - len(last), held.end - len(last) - 1
    words = held.words[: -len(last) - 1]
    naming = naming._replace(first=first, title=f"{last.lower()} {naming.title}", words=f"{last} {naming.words}")
    return held._replace(texts=held.texts[:-1], end=end, words=words, after=_NO_AFTER), naming


def _is_part_of_title(part: Part, held: Naming, naming: Naming) -> bool:
    """Whether a name is none but says of what an office is: “Transport” in “Transport Secretary Mark Hale”."""
    if held.end + 1 != naming.first or held.title:
        return False
    return all(word.lower() in ordinary_words() or word in ("and", "of") for word in held.texts)


def _naming(part: Part, around: Around, run: _Run) -> Naming:
    texts, start = run.texts, run.start
    words = part.words
    opener = _opener(words, start, texts)
    if opener:
        texts, start = (*opener.split(), *texts), start - len(opener) - 1
    while (count := _leads(texts)) and count < len(texts):
        for lead in texts[:count]:
            start = words.index(lead, start) + len(lead)
        start, texts = words.index(texts[count], start), texts[count:]
    first, title = _title_before(words, start)
    *titles, last = title.split() or [""]
    if last in _GIVEN_AS_WELL and len(texts) == 1:  # Dean Smith
        start = words.rfind(" ", 0, start - 1) + 1
        texts, title = (words[start:].partition(" ")[0], *texts), " ".join(titles)
    if title and _bears_title(texts, title):
        texts, start, title = (*words[first : start - 1].split(), *texts), first, ""
    text = part.text_span
    while len(texts) > 2 and texts[-1] in SUFFIXES:
        texts = texts[:-1]
    before = around.before.get(first, _NO_BEFORE)
    opens = run.name.words[0].opens and run.texts[0] == run.name.words[0].text
    if words.endswith("The ", 0, first):
        before, opens = Before("the"), True
    if part.kind == "dateline":
        before = Before("in")
    after = around.after.get(run.end, _NO_AFTER)
    return Naming(
        texts, text(first, first + 1).start, text(start, start + 1).start, text(run.end - 1, run.end).end, title,
        run.name.part, run.name.sentence, _after_in_text(part, after), _before_in_text(part, before), run.name.style,
        words[first : run.end],
        run.joined or " " in opener, opens or bool(opener),
    )  # fmt: skip


_NO_AFTER, _NO_BEFORE = After(), Before()


def _leads(texts: Sequence[str]) -> int:
    """Return how many words at the beginning of a name are a title, or say what the bearer does: “Cllr Maria Okoro”.

    An office may say of what it is: “Secretary of Defense Jim Mattis”.
    """
    if len(texts) < 2:
        return 0
    word = texts[0].lower().rstrip(".").partition("-")[0]
    if word not in known.titles() and word not in known.occupations():
        return 0
    rest = texts[1:]
    if word in given_names() and len(rest) < 2:
        return 0
    last = rest[-1].lower()
    is_surname = rest[0].lower() in given_names() and last in known_names()
    if not is_surname and (last in known.kinds_of_place_word() or last in known.kinds_of_name_word()):
        return 0
    if last in lexicon("thing"):
        return 0
    count = 1
    if texts[1] == "of":
        while count < len(texts) - 2 and (texts[count] in _JOINS or texts[count].lower() in ordinary_words()):
            count += 1
        return count if count > 2 else 0
    return 1


def _opener(words: str, start: int, texts: Sequence[str]) -> str:
    """Return what opens a sentence right before a name, is a word as well, and belongs to the name all the same.

    Such are given names (“Mark Brandt”), the beginning of what goes on with “of” (“University of Dundee”), and one
    word before a word that ends names (“Harrow Mills”).
    """
    before = words[max(start - _LONGEST_OPENER, 0) : start]
    found = _OPENS.search(before)
    if found is None:
        return ""
    word, small = found[1], found[1].lower()
    if found[2]:
        return found[0].strip() if small in _GO_ON_WITH_OF else ""
    if len(texts) == 1 and small in given_names() and small not in NOT_NAMES | _TITLES_ALONE:
        return word
    if small in PARTICLES and len(texts) == 1:  # De Graaf
        return word
    if small in _OPENS_NAMES and _is_known(word, texts):
        return word
    ends = texts[-1].lower() in known.kinds_of_name_word() or texts[-1].lower() in known.kinds_of_place_word()
    if not ends or len(texts) > 2 or small in NOT_NAMES:
        return ""
    return word if small in _OPENS_NAMES or zipf(small) < _COMMON else ""


def _is_known(word: str, texts: Sequence[str]) -> bool:
    """Whether a word begins a name of three words that is no person's, or that of a place: North Korea."""
    if len(texts) > 1:
        return texts[0].lower() not in given_names() and texts[-1].lower() not in given_names()
    return any(one.kind != "city" for one in gazetteer().lookup(f"{word} {texts[0]}"))


_ROYAL = frozenset("queen king prince princess duke duchess earl lord lady saint baron".split())


def _bears_title(texts: Sequence[str], title: str) -> bool:
    """Whether a title is the beginning of the name of a building or a body: “Queen Adelaide Hospital”."""
    last = texts[-1].lower()
    kinds = known.kinds_of_name_word().get(last, frozenset()) | known.kinds_of_place_word().get(last, frozenset())
    return title in _ROYAL and bool(kinds) and last not in known_names()


def _title_before(words: str, start: int) -> tuple[int, str]:
    """Return where the titles right before a name begin, and what they are, in lower case."""
    titles: list[str] = []
    first = start
    while len(titles) < _MOST_TITLES and first > 1 and words[first - 1] == " ":
        begin = max(words.rfind(" ", 0, first - 1), words.rfind("\n", 0, first - 1)) + 1
        word = words[begin : first - 1].lstrip("“\"‘'(—–")
        small = word.lower().rstrip(".")
        if not word[:1].isupper() or not known.titles() | TITLES >= {small.rpartition("-")[2]}:
            break
        first = first - 1 - len(word)
        titles.insert(0, small)
    return first, " ".join(titles)


def _after_in_text(part: Part, after: After) -> After:
    if not (after.roles or after.age or after.kin):
        return after
    return replace(
        after,
        roles=tuple(replace(role, span=part.text_span(*role.span)) for role in after.roles),
        age=after.age and replace(after.age, span=part.text_span(*after.age.span)),
        kin=_kin_in_text(part, after.kin) if after.kin else None,
    )


def _before_in_text(part: Part, before: Before) -> Before:
    if not (before.roles or before.age or before.kin):
        return before
    return replace(
        before,
        roles=tuple(replace(role, span=part.text_span(*role.span)) for role in before.roles),
        age=before.age and replace(before.age, span=part.text_span(*before.age.span)),
        kin=_kin_in_text(part, before.kin) if before.kin else None,
    )


def _kin_in_text(part: Part, kin: Kin) -> Kin:
    whose = kin.whose and part.text_span(*kin.whose)
    return replace(kin, span=part.text_span(*kin.span), whose=whose)


def _couples(placed: Iterator[Naming], part: Part) -> Iterator[Naming]:
    """Give the first of two who share a surname that surname: “David and Louise Turpin”."""
    held: Naming | None = None
    for naming in placed:
        if (
            held is not None
            and len(held.texts) == 1
            and len(naming.texts) == 2
            and held.texts[0].lower() in given_names()
            and naming.texts[0].lower() in given_names()
            and part.words[part.prose.offset(held.end - 1) + 1 : part.prose.offset(naming.first)] == " and "
        ):
            held = held._replace(texts=(held.texts[0], naming.texts[1]))
        if held is not None:
            yield held
        held = naming
    if held is not None:
        yield held
