"""Who is who: names with titles, roles and ages, short names and acronyms, pronouns and definite nouns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, PartCache, Source, Span, read
from copydesk.facts import mentions
from copydesk.facts.mentions import Entity, Mentions

HARBOUR = """\
Council leader Okoro quits over harbour deal

Maria Okoro, 34, a teacher from Leeds, resigned as leader of Leeds City Council on Tuesday after a row over \
the Royal Harbour Trust (RHT).

The councillor said she had no choice. “I am sorry,” she told reporters. Ms Okoro has led the council since 2019.

Tessera Foods, a bakery company based in Bradford, had offered £4.2 million for the site. Its chief executive, \
Daniel Brandt, said the company would appeal. “She has let us down,” he said.

Mr Brandt's wife, Helen Brandt, who is a solicitor, declined to comment. The 34-year-old will be replaced by Dr \
Samuel Ortiz.

The RHT said it was disappointed. Tessera employs 340 people in the city. The trust will publish its report in May.
"""


def article(body: str, headline: str = "The headline of the day") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def who_is_who(body: str) -> Mentions:
    return article(body).facts(mentions)


def chain(found: Mentions, name: str) -> list[str]:
    """Return the words of all mentions of the one who has a name."""
    (one,) = [entity for entity in found.all if entity.name == name]
    return [mention.words for mention in one.mentions]


@pytest.fixture(scope="module")
def harbour() -> Mentions:
    return read(Source.from_text(HARBOUR, "a.txt")).facts(mentions)


class TestAnArticle:
    def test_people_have_all_their_mentions(self, harbour: Mentions) -> None:
        assert chain(harbour, "Maria Okoro") == [
            "Okoro", "Maria Okoro", "The councillor", "she", "she", "Ms Okoro", "She", "The 34-year-old",
        ]  # fmt: skip
        assert chain(harbour, "Daniel Brandt") == ["Daniel Brandt", "he", "Mr Brandt"]

    def test_organisations_have_theirs(self, harbour: Mentions) -> None:
        assert chain(harbour, "Royal Harbour Trust") == [
            "Royal Harbour Trust", "RHT", "RHT", "it", "The trust", "its",
        ]  # fmt: skip
        assert chain(harbour, "Tessera Foods") == ["Tessera Foods", "Its", "the company", "Tessera"]
        assert chain(harbour, "Leeds City Council") == ["Leeds City Council", "the council"]

    def test_places_are_no_part_of_the_organisations_named_for_them(self, harbour: Mentions) -> None:
        assert chain(harbour, "Leeds") == ["Leeds"]
        assert chain(harbour, "Bradford") == ["Bradford", "the city"]

    def test_everything_said_of_a_person_is_kept_with_its_place(self, harbour: Mentions) -> None:
        okoro = harbour.people[0]
        assert (okoro.surname, okoro.given, okoro.sex) == ("Okoro", ("Maria",), "she")
        roles = [("leader", ""), ("teacher", "from Leeds"), ("leader", "of Leeds City Council")]
        assert [(role.head, role.of) for role in okoro.roles] == roles
        assert [HARBOUR[role.span.start : role.span.end] for role in okoro.roles][1] == "a teacher from Leeds"
        assert {HARBOUR[age.span.start : age.span.end] for age in okoro.ages} == {"34"}
        assert [mention.title for mention in okoro.titles] == ["ms"]
        assert okoro.names == ("Okoro", "Maria Okoro")

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("Its", "Tessera Foods"),
            ("the company", "Tessera Foods"),
            ("Dr Samuel Ortiz", "Samuel Ortiz"),
            ("The 34-year-old", "Maria Okoro"),
            ("RHT", "Royal Harbour Trust"),
        ],
    )
    def test_who_is_meant_by_a_span(self, harbour: Mentions, words: str, name: str) -> None:
        start = HARBOUR.index(words)
        found = harbour.who(Span(start, start + len(words)))
        assert found is not None
        assert found.name == name

    def test_nobody_is_meant_where_nobody_is_spoken_of(self, harbour: Mentions) -> None:
        start = HARBOUR.index("340 people")
        assert harbour.who(Span(start, start + 10)) is None


class TestPeople:
    @pytest.mark.parametrize(
        ("body", "title"),
        [
            ("After the vote they met Dr Ana Silva there.", "dr"),
            ("After the vote they met Prof. Dr. Ana Silva there.", "prof dr"),
            ("After the vote they met Chief Constable Ana Silva there.", "chief constable"),
            ("After the vote they met Cllr Ana Silva there.", "cllr"),
            ("After the vote they met Transport Secretary Ana Silva there.", "transport secretary"),
        ],
    )
    def test_titles_belong_to_the_mention_and_not_to_the_name(self, body: str, title: str) -> None:
        (person,) = who_is_who(body).people
        assert person.name == "Ana Silva"
        assert person.first.title == title
        assert person.first.words.endswith("Ana Silva")

    @pytest.mark.parametrize(
        "body",
        [
            "Ana Silva, the chief executive of Tessera, said so.",
            "Ana Silva, Tessera's chief executive, said so.",
            "Tessera's chief executive, Ana Silva, said so.",
            "The chief executive Ana Silva said so.",
            "Ana Silva, who is the chief executive, said so.",
            "Ana Silva is chief executive of Tessera.",
        ],
    )
    def test_a_role_in_all_orders(self, body: str) -> None:
        (person,) = who_is_who(body).people
        assert [role.words for role in person.roles] == ["chief executive"]

    @pytest.mark.parametrize(
        "body",
        [
            "Ana Silva, 34, left.",
            "Ana Silva (34) left.",
            "They met 34-year-old Ana Silva.",
            "Ana Silva, aged 34, left.",
        ],
    )
    def test_an_age(self, body: str) -> None:
        (person,) = who_is_who(body).people
        assert [age.years for age in person.ages] == [34]

    def test_who_share_a_surname_stay_apart(self) -> None:
        found = who_is_who("Daniel Brandt and Helen Brandt moved there. Mrs Brandt teaches. Mr Brandt sings.")
        assert chain(found, "Helen Brandt") == ["Helen Brandt", "Mrs Brandt"]
        assert chain(found, "Daniel Brandt") == ["Daniel Brandt", "Mr Brandt"]

    def test_a_surname_that_two_share_is_not_sure(self) -> None:
        found = who_is_who("Daniel Brandt moved there. Helen Brandt did not. Brandt sings.")
        (mention,) = [one for person in found.people for one in person.mentions if one.words == "Brandt"]
        assert not mention.sure

    def test_a_couple_shares_the_surname_behind_both(self) -> None:
        found = who_is_who("A judge jailed David and Louise Turpin. Louise Turpin wept.")
        assert [person.name for person in found.people] == ["David Turpin", "Louise Turpin"]

    def test_kin_is_kept_with_whose_it_is(self) -> None:
        found = who_is_who("Daniel Brandt sings. His wife, Helen Brandt, teaches.")
        kin = found.people[1].first.kin
        assert kin is not None
        assert kin.word == "wife"

    @pytest.mark.parametrize(
        ("body", "name"),
        [
            ("Ana Silva met Tom Reed. She left.", "Ana Silva"),
            ("Ana Silva met Tom Reed. He left.", "Tom Reed"),
            ("Ana Silva met Tom Reed. “He is a good man,” Reed said.", ""),
            ("Mr Kim met Ms Lee. She left.", "Lee"),
        ],
    )
    def test_pronouns(self, body: str, name: str) -> None:
        owners = [person.name for person in who_is_who(body).people for _ in person.pronouns]
        assert owners == ([name] if name else [])

    def test_a_pronoun_in_a_quotation_is_not_the_speaker(self) -> None:
        found = who_is_who("Tom Reed met Ben Shaw. “He is kind,” Shaw said.")
        assert chain(found, "Tom Reed") == ["Tom Reed", "He"]


class TestOrganisations:
    @pytest.mark.parametrize(
        "name",
        [
            "Bank of England",
            "Department of Health",
            "Institute for Fiscal Studies",
            "Marks & Spencer",
            "University of Leeds",
        ],
    )
    def test_names_that_are_joined(self, name: str) -> None:
        found = who_is_who(f"A report by the {name} was late. The {name} said so.")
        assert [one.name for one in found.organisations] == [name]

    @pytest.mark.parametrize(
        ("name", "noun"),
        [
            ("Leeds City Council", "the council"),
            ("University of Dundee", "the university"),
            ("Harrow Mills Ltd", "the firm"),
            ("Brightwater Dairies", "the company"),
            ("Northgate Primary School", "the school"),
            ("Harrow Town", "the club"),
        ],
    )
    def test_nouns_of_their_kind(self, name: str, noun: str) -> None:
        found = who_is_who(f"{name} will open in May. Last year {noun} had 300 visitors.")
        assert noun in chain(found, name)

    def test_a_noun_of_another_kind_is_not_theirs(self) -> None:
        found = who_is_who("Brightwater Dairies will open in May. Last year the university had 300 visitors.")
        assert chain(found, "Brightwater Dairies") == ["Brightwater Dairies"]

    def test_a_noun_with_its_own_complement_is_another(self) -> None:
        found = who_is_who("Brightwater Dairies will open in May. The company that built the site left.")
        assert chain(found, "Brightwater Dairies") == ["Brightwater Dairies"]

    def test_a_noun_before_another_is_no_mention(self) -> None:
        found = who_is_who(
            "Brightwater Dairies will open in May. Every company car is blue, and the company car park full."
        )
        assert chain(found, "Brightwater Dairies") == ["Brightwater Dairies"]


def shape(found: Mentions) -> list[Any]:
    return [(type(one), one.name, one.mentions, _rest(one)) for one in found.all]


def _rest(one: Entity) -> Any:
    return {name: held for name, held in vars(one).items() if name not in ("name", "mentions")}


PARAGRAPHS = HARBOUR.strip().split("\n\n")


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=7), st.data())
def test_after_any_edit_the_facts_are_those_of_a_fresh_reading(paragraphs: list[str], data: st.DataObject) -> None:
    cache = PartCache()
    text = "\n\n".join(paragraphs)
    replace(read(Source.from_text(text, "a.txt")), cache=cache).facts(mentions)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 40, len(text))))
    put = data.draw(st.sampled_from(["", "she ", " Okoro, 51, a nurse, ", ". The trust", "\n\n", " and ", "Mr "]))
    edited = read(Source.from_text(text[:start] + put + text[end:], "a.txt"))
    assert shape(replace(edited, cache=cache).facts(mentions)) == shape(edited.facts(mentions))


@given(st.text(alphabet="Ana Silva,.'’-34-year-old the company (RHT) his it \n", min_size=1, max_size=120))
def test_nothing_makes_it_fail_and_spans_are_words_of_the_text(text: str) -> None:
    found = read(Source.from_text(f"Head\n\n{text}", "a.txt"))
    for one in found.facts(mentions).all:
        for mention in one.mentions:
            assert found.prose_at(mention.span).casefold() == mention.words.casefold()


def test_work_grows_with_names_and_not_with_their_square(calls: Any) -> None:
    def work(names: int) -> int:
        body = "\n\n".join(
            f"Ana {_made(number)}, {20 + number % 60}, a nurse, met Tom {_made(number + 7)}. She said "
            f"{_made(number)} Ltd was late. The company left."
            for number in range(names)
        )
        read_ = article(body)
        read_.facts(mentions.names)
        _ = read_.facts(mentions.names).variants
        return int(calls(lambda: read_.facts(mentions)))

    assert work(1000) < 6.5 * work(200)


def _made(number: int) -> str:
    letters = "bcdfghjklm"
    return "".join(letters[int(digit)] + "a" for digit in str(number + 1000)).capitalize() + "n"


class TestFamilies:
    def test_the_other_sex_with_the_surname_is_the_relative(self) -> None:
        found = who_is_who(
            "Anne Walsh, 44, was jailed. Walsh's husband, Dean, had left. Mr Walsh was not in court. Walsh wept."
        )
        assert chain(found, "Anne Walsh") == ["Anne Walsh", "Walsh", "Walsh"]
        assert chain(found, "Dean") == ["Dean", "Mr Walsh"]

    def test_the_one_who_goes_by_the_surname_keeps_it(self) -> None:
        found = who_is_who(
            "Neil Farrant died. His wife, Priya Farrant, spoke. Mrs Farrant wept. Farrant had been riding home."
        )
        assert chain(found, "Neil Farrant") == ["Neil Farrant", "His", "Farrant"]

    def test_a_surname_with_a_capital_particle_is_the_same_name(self) -> None:
        found = who_is_who("The entrepreneur Wim de Graaf bought it. De Graaf said he would stay.")
        assert chain(found, "Wim de Graaf") == ["Wim de Graaf", "De Graaf", "he"]


class TestOffices:
    def test_an_office_with_other_words_is_another_ones(self) -> None:
        found = who_is_who(
            "Prime Minister Ilir Varno spoke. The interior minister, Besa Kodra, left. Later the prime minister wept."
        )
        assert chain(found, "Ilir Varno")[-1] == "the prime minister"

    def test_titles_in_short_are_nouns_in_full(self) -> None:
        found = who_is_who("PC Laura Finch spoke to the court on Monday. The officer praised the club.")
        assert chain(found, "Laura Finch")[-1] == "The officer"

    def test_a_driver_is_no_detective(self) -> None:
        found = who_is_who("Declan Moss, a driver, left the club at noon. The detective said nothing.")
        assert chain(found, "Declan Moss") == ["Declan Moss"]


class TestIt:
    @pytest.mark.parametrize(
        "sentence",
        [
            "It is likely that prices will rise.",
            "It was raining in the morning.",
            "It seems that nobody knew.",
            "The bridge lost its railings.",
            "A report gave its reasons.",
        ],
    )
    def test_empty_ones_and_those_of_things_are_nobodys(self, sentence: str) -> None:
        found = who_is_who(f"Brightwater Dairies will open a shop in May. {sentence}")
        assert chain(found, "Brightwater Dairies") == ["Brightwater Dairies"]

    @pytest.mark.parametrize(
        ("sentence", "word"),
        [("It said the shop would pay.", "It"), ("Its owners are pleased.", "Its")],
    )
    def test_those_that_say_or_own_are_the_firms(self, sentence: str, word: str) -> None:
        found = who_is_who(f"Brightwater Dairies will open a shop in May. {sentence}")
        assert chain(found, "Brightwater Dairies") == ["Brightwater Dairies", word]


class TestWhatClausesSay:
    @pytest.mark.parametrize(
        "body",
        [
            "Rosalind Achebe stepped down as chief executive on Friday.",
            "Rosalind Achebe was named chief executive on Friday.",
            "Rosalind Achebe left on Friday. She was chief executive of the firm.",
            "Rosalind Achebe, who was chief executive, left on Friday.",
        ],
    )
    def test_a_role_is_somebodys_wherever_the_clause_gives_it(self, body: str) -> None:
        found = who_is_who(f"{body} In May the outgoing chief executive wrote to the staff.")
        assert chain(found, "Rosalind Achebe")[-1] == "the outgoing chief executive"

    def test_what_somebody_does_is_what_copy_calls_them(self) -> None:
        found = who_is_who("Joseph Kiprono, who chairs the group, left. The chairman took off his hat.")
        assert chain(found, "Joseph Kiprono") == ["Joseph Kiprono", "The chairman", "his"]

    def test_who_comes_in_without_a_name_is_the_one_named_next(self) -> None:
        found = who_is_who("A former mayor was charged on Monday. Ray Dunn, 61, wept. Later the former mayor left.")
        assert chain(found, "Ray Dunn")[-1] == "the former mayor"

    def test_an_object_is_not_its_clauses_subject(self) -> None:
        found = who_is_who("The judge jailed Tom Reed. Alan Farr ordered him to pay.")
        assert chain(found, "Tom Reed") == ["Tom Reed", "him"]


class TestBodies:
    @pytest.mark.parametrize(
        ("name", "noun"),
        [
            ("Royal Kestrel Observatory", "the observatory"),
            ("Glenmara Co-op", "the co-op"),
            ("Harbour Lights Brewery", "the brewery"),
            ("St Columba's Hospice", "the charity"),
            ("Northern Front", "the Front"),
            ("Road Users' Alliance", "the alliance"),
        ],
    )
    def test_they_are_called_by_the_last_word_of_their_name(self, name: str, noun: str) -> None:
        found = who_is_who(f"The head of the {name} said so on Monday. Last year {noun} had 300 visitors.")
        assert noun in [mention.words for mention in found.organisations[0].mentions] or noun[4:] in chain(
            found, name
        )

    def test_a_bank_is_no_airline_though_both_are_companies(self) -> None:
        found = who_is_who(
            "Nordvik Air cancelled 200 flights. The system was made by Altaira, a software company. "
            "The airline apologised. The company did not."
        )
        assert chain(found, "Nordvik Air") == ["Nordvik Air", "The airline"]

    def test_bodies_of_one_kind_are_told_apart_by_their_words(self) -> None:
        found = who_is_who("Danebury District Council voted on Monday. The parish council will go to court.")
        assert chain(found, "Danebury District Council") == ["Danebury District Council"]

    def test_a_firm_shares_its_name_with_its_founder(self) -> None:
        found = who_is_who(
            "Wexley Foods lost money. Shares in Wexley fell. It was founded by Harold Wexley, a butcher."
        )
        assert chain(found, "Wexley Foods")[:2] == ["Wexley Foods", "Wexley"]
        assert chain(found, "Harold Wexley") == ["Harold Wexley"]

    def test_a_club_is_they(self) -> None:
        found = who_is_who("Harrow Rovers lost on Saturday. They return to their own ground in May.")
        assert chain(found, "Harrow Rovers") == ["Harrow Rovers", "They", "their"]

    def test_a_dateline_is_a_place(self) -> None:
        found = article("BELMARE, Tarvia — A court on Thursday freed three men.").facts(mentions)
        assert {place.name for place in found.places} == {"BELMARE", "Tarvia"}


class TestQuotations:
    def test_who_is_spoken_of_in_a_quotation_does_not_say_it(self) -> None:
        found = who_is_who("Anna Hughes swam. Her head, Jane Ford, spoke. “Anna is the first here,” she said.")
        assert chain(found, "Jane Ford") == ["Jane Ford", "she"]

    def test_whoever_is_accused_is_the_he_of_what_follows(self) -> None:
        found = who_is_who("Arvind Shetty met Ramesh Gowda. Shetty accused him of hiding behind his officers.")
        assert chain(found, "Ramesh Gowda") == ["Ramesh Gowda", "him", "his"]

    def test_a_child_has_no_courtesy_title(self) -> None:
        found = who_is_who(
            "Noah Petrakis, 11, was hurt. His father, Con, spoke on Monday. Mr Petrakis runs a bakery."
        )
        assert chain(found, "Con") == ["Con", "Mr Petrakis"]
