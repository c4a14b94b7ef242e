"""House rules: what a YAML file in Vale's format finds, says and offers."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Source, read
from copydesk.article.edits import apply
from copydesk.errors import CopydeskError
from copydesk.rules.finding import Finding
from copydesk.rules.house import HouseRule, RunawayPattern, load_rule, load_styles, patterns
from copydesk.rules.house.document import BadRule, parse_document
from copydesk.rules.house.reading import rule_in
from copydesk.rules.testing import failures, first_fixes, heard


def rule(text: str) -> HouseRule:
    made, notice = rule_in(parse_document(text, "styles/House/Words.yml"), "House.Words")
    assert made is not None, notice
    return made


def article(body: str, headline: str = "Council meets") -> Article:
    return read(Source.from_text(f"{headline}\n\n{body}\n", "a.txt"))


def said(made: HouseRule, body: str, headline: str = "Council meets") -> list[tuple[str, str, list[str]]]:
    """Return the words marked, the message, and the texts of the fixes."""
    read_as = article(body, headline)
    return [
        (read_as.words_at(finding.span), finding.message, [fix.edits[0].text for fix in finding.fixes])
        for finding in made.check(read_as)
    ]


def marked(made: HouseRule, body: str, headline: str = "Council meets") -> list[str]:
    return [words for words, _, _ in said(made, body, headline)]


def fixed(made: HouseRule, body: str) -> str:
    read_as = article(body)
    return apply(read_as.text, first_fixes(list(made.check(read_as)))).split("\n\n")[1].strip()


SUBSTITUTION = """
extends: substitution
message: "Use '%s' instead of '%s'."
"""


class TestSubstitution:
    def test_reports_and_offers_the_swap_at_its_place(self) -> None:
        made = rule(SUBSTITUTION + "swap:\n  utilise: use\n")
        assert said(made, "They utilise it.") == [("utilise", "Use 'use' instead of 'utilise'.", ["use"])]

    @pytest.mark.parametrize("copy", ["The utiliser pays.", "It is misutilise.", "They UTILISE it.", "Utilise it."])
    def test_looks_for_whole_words_as_they_are_written(self, copy: str) -> None:
        assert marked(rule(SUBSTITUTION + "swap:\n  utilise: use\n"), copy) == []

    def test_nonword_drops_the_word_boundaries(self) -> None:
        assert marked(rule(SUBSTITUTION + "nonword: true\nswap:\n  utilise: use\n"), "The utiliser pays.") == [
            "utilise"
        ]

    def test_ignorecase_keeps_the_swap_as_it_is_written(self) -> None:
        made = rule(SUBSTITUTION + "ignorecase: true\nswap:\n  internet: internet\n")
        assert said(made, "On the Internet.") == [("Internet", "Use 'internet' instead of 'Internet'.", ["internet"])]
        assert marked(made, "On the internet.") == []

    def test_a_sentence_begins_with_a_capital_all_the_same(self) -> None:
        made = rule(SUBSTITUTION + "ignorecase: true\nswap:\n  utilise: use\n  i-phone: iPhone\n")
        assert fixed(made, "Utilise it. I-phone users Utilise it.") == "Use it. iPhone users use it."

    def test_capitalize_follows_the_copy(self) -> None:
        made = rule(SUBSTITUTION + "ignorecase: true\ncapitalize: true\nswap:\n  utilise: use\n")
        assert fixed(made, "Utilise it. They utilise it.") == "Use it. They use it."

    def test_keys_are_patterns_and_groups_are_filled_in(self) -> None:
        made = rule(
            SUBSTITUTION
            + "swap:\n  'within the (\\w+) directory': in the $1 directory\n  '(?:give|gave) rise to': led to\n"
        )
        assert (
            fixed(made, "It gave rise to files within the big directory.") == "It led to files in the big directory."
        )

    def test_groups_are_filled_in_where_the_pattern_looks_around(self) -> None:
        made = rule(SUBSTITUTION + "swap:\n  '(?<=about )(\\d+) percents': $1 percent\n")
        assert fixed(made, "It fell about 5 percents.") == "It fell about 5 percent."

    def test_the_longer_of_two_keys_wins_at_one_place(self) -> None:
        made = rule(
            SUBSTITUTION + "swap:\n  cell: mobile\n  cell phone: mobile phone\n  '[c]ell phone shop': store\n"
        )
        assert fixed(made, "A cell, a cell phone, a cell phone shop.") == "A mobile, a mobile phone, a store."

    def test_alternatives_stand_between_bars(self) -> None:
        made = rule(SUBSTITUTION + "action:\n  name: replace\nswap:\n  utilise: use|employ|apply\n")
        assert said(made, "They utilise it.") == [
            ("utilise", "Use 'use', 'employ', or 'apply' instead of 'utilise'.", ["use", "employ", "apply"])
        ]
        assert marked(rule(SUBSTITUTION + "swap:\n  employ: use|employ\n"), "They employ it.") == []

    def test_a_message_without_marks_gets_them_for_what_is_offered(self) -> None:
        made = rule("extends: substitution\nmessage: Consider %s, not “%s”\nswap:\n  a lot: many|much\n")
        assert said(made, "We saw a lot.")[0][1] == "Consider 'many' or 'much', not “a lot”"

    def test_curly_marks_around_the_first_place_are_kept(self) -> None:
        made = rule("extends: substitution\nmessage: Write “%s”, not “%s”.\nswap:\n  a lot: many|much\n")
        assert said(made, "We saw a lot.")[0][1] == "Write “many” or “much”, not “a lot”."

    def test_a_value_that_is_a_pattern_says_what_is_right_and_offers_nothing(self) -> None:
        made = rule(SUBSTITUTION + "ignorecase: true\nswap:\n  py.*?3: '[Pp]ython ?3'\n  foo: 'fo+'\n")
        assert said(made, "The py3 and Foo and foo.") == [
            ("py3", "Use '[Pp]ython ?3' instead of 'py3'.", []),
            ("Foo", "Use 'fo+' instead of 'Foo'.", []),
        ]

    def test_an_empty_value_takes_the_words_away(self) -> None:
        made = rule("extends: substitution\nmessage: Cut '%[2]s'.\nswap:\n  basically:\n")
        assert said(made, "It is basically done.")[0][1] == "Cut 'basically'."
        assert fixed(made, "It is basically done.") == "It is done."

    def test_words_that_yaml_takes_for_something_else_stay_words(self) -> None:
        made = rule(SUBSTITUTION + "swap:\n  no: nay\n  on: upon\n  2024-01-01: New Year\n  null: naught\n")
        assert marked(made, "They said no on 2024-01-01 and null.") == ["no", "on", "2024-01-01", "null"]

    def test_a_typewriter_apostrophe_also_finds_a_typographic_one_and_is_set_alike(self) -> None:
        made = rule(SUBSTITUTION + 'swap:\n  can\'t: cannot\n  "aren\'t (\\\\w+)": "ain\'t $1"\n')
        assert fixed(made, "We can’t. They can't. You aren’t old.") == "We cannot. They cannot. You ain’t old."

    def test_fixes_are_safe_only_where_the_file_says_so_and_there_is_no_choice(self) -> None:
        def safe(extra: str) -> list[bool]:
            made = rule(SUBSTITUTION + extra + "swap:\n  utilise: use\n  a lot: many|much\n")
            return [fix.safe for finding in made.check(article("They utilise a lot.")) for fix in finding.fixes]

        assert safe("action:\n  name: replace\n") == [False, False, False]
        assert safe("safe: true\n") == [True, False, False]


EXISTENCE = """
extends: existence
message: "Avoid '%s'."
"""


class TestExistence:
    def test_reports_any_of_the_tokens(self) -> None:
        made = rule(EXISTENCE + "ignorecase: true\ntokens:\n  - it seems\n  - 'clear(?:ly)?'\n")
        assert marked(made, "It seems clearly unclear.") == ["It seems", "clearly"]

    def test_the_token_listed_first_wins_at_one_place(self) -> None:
        assert marked(rule(EXISTENCE + "tokens: [very, very much]\n"), "It is very much so.") == ["very"]

    def test_raw_is_joined_to_one_pattern(self) -> None:
        made = rule(EXISTENCE + "raw:\n  - '(?:foo|bar)'\n  - '\\s+baz'\n")
        assert marked(made, "a foo  baz and bars, bar baz.") == ["foo  baz", "bar baz"]

    def test_append_puts_raw_behind_the_tokens(self) -> None:
        made = rule(EXISTENCE + "append: true\nraw: ['\\s+\\d+']\ntokens: [room, hall]\n")
        assert marked(made, "In room 5, the mushroom 6 and hall 7.") == ["room 5", "hall 7"]

    def test_remove_takes_the_blank_along_and_lets_the_sentence_begin_with_a_capital(self) -> None:
        made = rule(EXISTENCE + "ignorecase: true\naction:\n  name: remove\ntokens: [clearly]\n")
        copy = "Clearly he knew. Clearly, he knew. He clearly knew. He, clearly, knew. He knew, clearly. (clearly so)"
        assert fixed(made, copy) == "He knew. He knew. He knew. He knew. He knew. (so)"

    @pytest.mark.parametrize(
        ("params", "copy", "expected"),
        [
            ("[regex, '(\\w+) (\\w+)', '$2 $1']", "the big red bus", "the red big bus"),
            ("[trim, 'bd']", "the big red bus", "the ig re bus"),
            ("[truncate, ' ']", "the big red bus", "the big bus"),
            ("[split, ' ', '1']", "the big red bus", "the red bus"),
            ("[remove, 'g ']", "the big red bus", "the bired bus"),
        ],
    )
    def test_edit_changes_what_was_found(self, params: str, copy: str, expected: str) -> None:
        made = rule(EXISTENCE + f"action:\n  name: edit\n  params: {params}\ntokens: [big red]\n")
        assert fixed(made, copy) == expected

    def test_replace_offers_its_params(self) -> None:
        made = rule(EXISTENCE + "action:\n  name: replace\n  params: [some, many]\ntokens: [lots of]\n")
        assert said(made, "We saw lots of them.")[0][2] == ["some", "many"]

    def test_without_an_action_nothing_is_offered(self) -> None:
        assert said(rule(EXISTENCE + "tokens: [very]\n"), "It is very odd.") == [("very", "Avoid 'very'.", [])]

    def test_limit_is_per_article(self) -> None:
        assert len(marked(rule(EXISTENCE + "limit: 2\ntokens: [very]\n"), "very very\n\nvery very")) == 2

    def test_matches_of_nothing_are_not_reported(self) -> None:
        assert marked(rule(EXISTENCE + "nonword: true\ntokens: ['x*', '\\b']\n"), "an ox") == ["x"]


class TestExceptions:
    def test_a_match_that_holds_an_exception_is_left_alone(self) -> None:
        made = rule(EXISTENCE + "ignorecase: true\ntokens: ['\\w+ly']\nexceptions: [Italy, '(?i)only']\n")
        assert marked(made, "Italy only sadly; italy ONLY.") == ["sadly", "italy"]

    def test_a_match_within_an_excepted_phrase_is_left_alone(self) -> None:
        made = rule(SUBSTITUTION + "swap:\n  kiev: Kyiv\nignorecase: true\nexceptions: [chicken Kiev]\n")
        assert marked(made, "They ate chicken kiev in Kiev.") == ["Kiev"]


class TestScopes:
    COPY = "The word is finally out\n\nHe said: “The word is mine.” No word of it.\n\nA third word."

    def marked_in(self, scope: str) -> list[int]:
        """Return the lines on which the rule reports."""
        made = rule(EXISTENCE + f"scope: {scope}\ntokens: [word]\n")
        read_as = article(self.COPY, "A word on top")
        return [read_as.source.locate(finding.span.start)[0] for finding in made.check(read_as)]

    @pytest.mark.parametrize(
        ("scope", "lines"),
        [
            ("text", [1, 3, 5, 5, 7]),
            ("headline", [1]),
            ("heading", [1]),
            ("heading.h1", [1]),
            ("heading.h2", []),
            ("standfirst", [3]),
            ("paragraph", [3, 5, 5, 7]),
            ("sentence", [3, 5, 5, 7]),
            ("quote", [5]),
            ("[headline, standfirst]", [1, 3]),
            ("'~heading'", [3, 5, 5, 7]),
            ("paragraph & ~standfirst", [5, 5, 7]),
            ("[text, sentence]", [1, 3, 5, 5, 7]),
            ("text.html", []),
        ],
    )
    def test_a_scope_says_where_to_look(self, scope: str, lines: list[int]) -> None:
        if scope == "text.html":
            assert rule_in(parse_document(EXISTENCE + "scope: text.html\ntokens: [a]\n", "p"), "A.B")[0] is None
        else:
            assert self.marked_in(scope) == lines

    def test_a_sentence_is_all_that_the_pattern_sees(self) -> None:
        made = rule(EXISTENCE + "scope: sentence\nnonword: true\ntokens: ['^So\\b']\n")
        assert marked(made, "He left. So did she, and So on.") == ["So"]
        assert marked(rule(EXISTENCE + "nonword: true\ntokens: ['^So\\b']\n"), "He left. So did she.") == []

    def test_vale_rules_report_inside_quotations_unless_they_skip_them(self) -> None:
        body = "He said: “It is very, very late now.”"
        assert len(heard(rule(EXISTENCE + "tokens: [very]\n"), article(body))) == 2
        assert heard(rule(EXISTENCE + "quotes: skip\ntokens: [very]\n"), article(body)) == []


class TestPatterns:
    @pytest.mark.parametrize(
        ("pattern", "copy", "expected"),
        [
            ("[^[]x", "ax [x", ["ax"]),
            ("[[(]x", "[x (x", ["[x", "(x"]),
            ("[a--]b", "-b ab", ["-b", "ab"]),
            ("[]]x", "]x", ["]x"]),
            ("[^]a]x", "]x ax bx", ["bx"]),
            ("[[:upper:]]x", "Ax ax", ["Ax"]),
            (r"(?<q>a)\k<q>", "aa ab", ["aa"]),
            (r"(a|b)\1", "ab aa bb", ["aa", "bb"]),
            (r"foo\z", "foo foo", ["foo"]),
            ("a(?i)b", "ab aB Ab", ["ab", "aB"]),
            (r"\p{Lu}{2}", "AB ab", ["AB"]),
            ("it['s]s", "it's it’s itss", ["it's", "it’s", "itss"]),
        ],
    )
    def test_vales_notation_is_understood(self, pattern: str, copy: str, expected: list[str]) -> None:
        made = rule(EXISTENCE + f"nonword: true\ntokens:\n  - '{pattern.replace(chr(39), chr(39) * 2)}'\n")
        assert marked(made, copy) == expected

    def test_a_pattern_that_runs_away_is_cut_off(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(patterns, "TIMEOUT", 0.2)
        made = rule(EXISTENCE + "nonword: true\ntokens: ['(?:x|x\\w|\\wx)+[yz]$']\n")
        with pytest.raises(RunawayPattern, match=r"House\.Words .*styles/House/Words\.yml.*longer"):
            list(made.check(article("x" * 60 + "!")))

    def test_no_pattern_is_needed_for_plain_words(self) -> None:
        made = rule(EXISTENCE + "ignorecase: true\ntokens: [İstanbul, ÉCOLE, o'clock]\n")
        assert marked(made, "İstanbul, école, at ten o’clock, İ") == ["İstanbul", "école", "o’clock"]

    @given(
        st.text(alphabet="ab '’\nİS.", max_size=40),
        st.lists(st.text(alphabet="abS'", min_size=1, max_size=3), max_size=5),
        st.booleans(),
    )
    def test_plain_words_are_found_as_their_pattern_finds_them(
        self, words: str, tokens: list[str], ignorecase: bool
    ) -> None:
        tokens = [token for token in tokens if patterns.is_plain(token)]
        nodes = [patterns.Node("p", 1, 1, text=token) for token in tokens]
        as_patterns = [patterns.Node("p", 1, 1, text=f"(?:{token})") for token in tokens]
        deadline = patterns.Deadline(60)
        plain = list(patterns.Finder(nodes, ignorecase, True).find(words, deadline))
        assert plain == list(patterns.Finder(as_patterns, ignorecase, True).find(words, deadline))


def test_a_fix_lands_in_the_text_where_wrapped_lines_are_read_as_one() -> None:
    made = rule(SUBSTITUTION + "swap:\n  a large number of: many\n")
    text = "Head\n\nIn the hall last night, a large\nnumber of residents spoke of\nthe road and the bridge.\n"
    read_as = read(Source.from_text(text, "a.txt"))
    assert apply(text, first_fixes(list(made.check(read_as)))).split("\n")[2] == (
        "In the hall last night, many residents spoke of"
    )


def test_a_house_rule_is_a_rule_like_any_other() -> None:
    made = rule(
        "extends: existence\nmessage: Avoid '%s'.\nlevel: error\ndescription: It says nothing.\nlink: https://example.org/style\n"
        "tokens: [very]\ntests:\n  - name: hit\n    input: Very very.\n    contains: Avoid 'very'.\n"
    )
    assert (made.name, made.severity, made.in_quotations) == ("House.Words", "error", True)
    assert made.__doc__ == "It says nothing.\n\nIt says: Avoid '…'.\n\nSee https://example.org/style"
    assert [list(failures(made, example)) for example in made.examples] == [[]]
    finding: Finding = next(made.check(article("It is very odd.")))
    assert finding.evidence == "It says nothing. https://example.org/style"


class TestTests:
    """The `tests:` of a rule file."""

    def complaints(self, test: str, extra: str = "") -> list[str]:
        made = rule(
            EXISTENCE
            + extra
            + "ignorecase: true\naction:\n  name: remove\ntokens: [very]\ntests:\n"
            + "".join(f"  {line}\n" for line in ("- name: t\n" + test).splitlines())
        )
        return [line for example in made.examples for line in failures(made, example)]

    @pytest.mark.parametrize(
        "test",
        [
            "  input: It is very odd.\n  contains: Avoid 'very'",
            "  input: It is very odd.\n  contains: ['1:7:House.Words', \"'very'\"]",
            "  input: It is very odd.\n  want: |\n    1:7:House.Words:Avoid 'very'.",
            "  input: It is odd.",
            "  input: It is odd.\n  contains: ''",
            "  input: It is odd.\n  contains: []",
            "  input: It is odd.\n  want: ''",
            "  input: It is very odd.\n  absent: quite",
            "  input: It is very odd.\n  fixed: It is odd.",
            "  input: |\n    # A very odd headline\n\n    > It is very odd.\n  contains: |\n    1:5:\n    3:9:",
            "  input: |\n    # A very odd headline\n  fixed: |\n    # A odd headline",
        ],
    )
    def test_that_hold(self, test: str) -> None:
        assert self.complaints(test) == []

    @pytest.mark.parametrize(
        ("test", "complaint"),
        [
            ("  input: It is very odd.", "finds something where nothing is expected: 1:7:House.Words:Avoid 'very'."),
            ("  input: It is very odd.\n  contains: ''", "finds something where nothing is expected"),
            ("  input: It is odd.\n  contains: very", "does not say “very”; it says nothing"),
            (
                "  input: It is very odd.\n  want: 1:8:House.Words:Avoid 'very'.",
                "says “1:7:House.Words:Avoid 'very'.”, not “1:8:",
            ),
            ("  input: It is very odd.\n  absent: very", "says “very”"),
            ("  input: It is very odd.\n  fixed: It is odder.", "fixes to “It is odd.”, not to “It is odder.”"),
        ],
    )
    def test_that_do_not_hold(self, test: str, complaint: str) -> None:
        assert any(line.startswith(complaint) for line in self.complaints(test)), self.complaints(test)

    @pytest.mark.parametrize("scope", ["headline", "standfirst", "heading.h2", "list"])
    def test_the_input_is_what_the_scope_looks_at(self, scope: str) -> None:
        assert self.complaints("  input: It is very odd.\n  contains: very", f"scope: {scope}\n") == []


BROKEN = [
    ("extends: substitution\nmessage: x\nswpa:\n  a: b\n", 3, 1, "no key “swpa”. Did you mean “swap”?"),
    ("extends: existence\nmessage: x\nswap:\n  a: b\n", 3, 1, "“existence” rules have no key “swap”"),
    ("extends: existence\nmesage: x\ntokens: [a]\n", 2, 1, "Did you mean “message”?"),
    ("extends: existence\ntokens: [a]\n", 1, 1, "has no “message”; add a line such as"),
    ("extends: existence\nmessage: x\n", 1, 1, "has neither “tokens” nor “raw”"),
    ("extends: substitution\nmessage: x\n", 1, 1, "has no “swap”"),
    ("message: x\n", 1, 1, "has no “extends”"),
    ("extends: existance\nmessage: x\n", 1, 10, "Did you mean “existence”?"),
    ("extends: existence\nmessage: x\ntokens:\n  - ok\n  - (a\n", 5, 5, "the pattern “(a” is broken: missing )"),
    ("extends: substitution\nmessage: x\nswap:\n  a: b\n  '[z-a]': c\n", 5, 3, "is broken: bad"),
    ("extends: existence\nmessage: x\ntokens: [a]\nexceptions: ['a(']\n", 4, 14, "is broken"),
    ('extends: existence\nmessage: "x: %s\ntokens:\n  - a\n', 2, 10, "is not valid YAML"),
    ("extends: existence\n message: x\n", 2, 9, "is not valid YAML"),
    ("extends: existence\nmessage: x\ntokens: {a: b}\n", 3, 9, "must be a list"),
    ("extends: existence\nmessage: [x]\ntokens: [a]\n", 2, 10, "must be a text, not a list"),
    ("extends: substitution\nmessage: x\nswap: [a, b]\n", 3, 7, "must be a table"),
    ("extends: substitution\nmessage: x\nswap:\n  a: [b]\n", 4, 6, "must be a text, not a list"),
    ("extends: substitution\nmessage: x\nswap:\n  a: b\n  c: d\n  a: e\n", 6, 3, "“a” stands twice, first in line 4"),
    ("extends: existence\nmessage: x\ntokens: [a]\nlevel: eror\n", 4, 8, "Did you mean “error”?"),
    ("extends: existence\nmessage: x\ntokens: [a]\nscope: headlin\n", 4, 8, "Did you mean “headline”?"),
    ("extends: existence\nmessage: x\ntokens: [a]\nignorecase: maybe\n", 4, 13, "must be true or false"),
    ("extends: existence\nmessage: x\ntokens: [a]\nlimit: few\n", 4, 8, "must be a whole number"),
    ("extends: existence\nmessage: x\ntokens: [a]\nquotes: ignore\n", 4, 9, "it is “skip” or “check”"),
    ("extends: existence\nmessage: x\ntokens: [a]\naction:\n  name: replcae\n", 5, 9, "Did you mean “replace”?"),
    ("extends: existence\nmessage: x\ntokens: [a]\naction:\n  nmae: replace\n", 5, 3, "Did you mean “name”?"),
    ("extends: existence\nmessage: x\ntokens: [a]\naction:\n  name: edit\n  params: [trim]\n", 5, 3, "takes 1 more"),
    (
        "extends: existence\nmessage: x\ntokens: [a]\ntests:\n  - name: x\n    inptu: y\n",
        6,
        5,
        "Did you mean “input”?",
    ),
    ("extends: existence\nmessage: x\ntokens: [a]\ntests:\n  - name: x\n", 5, 5, "has no “input”"),
    ("- extends: existence\n", 1, 1, "“a rule” must be a table"),
    ("", 1, 1, "is empty"),
    ("[" * 100_000, 1, 13, "is nested deeper"),
    ("a: &x [*x]\n", 1, 8, "aliases are not used"),
    ("extends: existence\n---\nextends: existence\n", 3, 1, "second document"),
    ('extends: substitution\nmessage: x\nswap: !!python/object/apply:os.system ["false"]\n', 3, 7, "must be a table"),
]


@pytest.mark.parametrize(("text", "line", "column", "what"), BROKEN, ids=[case[3][:40] for case in BROKEN])
def test_a_broken_rule_file_is_named_with_line_and_column(
    tmp_path: Path, text: str, line: int, column: int, what: str
) -> None:
    file = tmp_path / "House" / "Words.yml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadRule) as error:
        load_styles(tmp_path, ["House"])
    assert str(error.value).startswith(f"{file}:{line}:{column}: ")
    assert what in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(max_size=200))
def test_any_text_is_a_rule_or_a_broken_one(text: str) -> None:
    with suppress(BadRule):
        rule_in(parse_document(text, "p.yml"), "A.B")


class TestStyles:
    @pytest.fixture
    def styles(self, tmp_path: Path) -> Path:
        for name, kind in (
            ("Google/Acronyms", "conditional"),
            ("Google/Script", "script"),
            ("House/Words", "existence"),
        ):
            file = tmp_path / f"{name}.yml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"extends: {kind}\nmessage: x\n" + ("tokens: [very]\n" if kind == "existence" else ""))
        return tmp_path

    def test_rules_that_are_not_supported_are_skipped_with_a_notice(self, styles: Path) -> None:
        rules, notices = load_styles(styles, ["Google", "House"])
        assert [one.name for one in rules] == ["House.Words"]
        assert notices == [
            "Google.Acronyms: “conditional” rules are not supported yet; skipped",
            "Google.Script: “script” rules are code, and copydesk executes nothing from a rule file; skipped",
        ]

    def test_a_scope_that_articles_have_not_is_skipped_with_a_notice(self, styles: Path) -> None:
        (styles / "House" / "Raw.yml").write_text("extends: existence\nmessage: x\nscope: raw\ntokens: [a]\n")
        assert load_styles(styles, ["House"])[1] == ["House.Raw: articles have no scope “raw”; skipped"]

    def test_a_pack_that_is_not_there_gets_the_nearest_name(self, styles: Path) -> None:
        with pytest.raises(CopydeskError, match=r"there is no pack “Gogle”\. Did you mean “Google”\?"):
            load_styles(styles, ["Gogle"])
        with pytest.raises(CopydeskError, match="there is no pack"):
            load_styles(styles / "House", [".."])

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(CopydeskError, match="there is no such folder of styles"):
            load_styles(tmp_path / "none", ["House"])

    def test_an_empty_pack_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "House").mkdir()
        assert "there are no rules" in load_styles(tmp_path, ["House"])[1][0]

    def test_a_file_that_is_not_utf8(self, styles: Path) -> None:
        (styles / "House" / "Words.yml").write_bytes(b"extends: existence\nmessage: caf\xe9\n")
        with pytest.raises(BadRule, match=r"Words\.yml:2:13: is not valid UTF-8"):
            load_rule(styles / "House" / "Words.yml")
