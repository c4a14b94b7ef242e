"""How a copy desk hears the engines' rules: data with a reason each, which names rules that there are."""

import pytest

from copydesk.engines.hearing import _DATA, Heard, Hearing
from copydesk.facts.lexicons import lines, read

ENGINES = ("harper", "languagetool")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_name_stands_once_and_has_its_reason(engine: str) -> None:
    file = _DATA / f"{engine}.yaml"
    for level in ("rules", "categories", "groups"):
        names = []
        for key in read(file):
            if key.startswith(level):
                for line in lines(file, key):
                    name, parted, reason = line.partition(" — ")
                    assert parted, line
                    assert reason, line
                    if key != "rules of spelling":
                        names.append(name)
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("rule", "category", "heard"),
    [
        ("ENGLISH_WORD_REPEAT_RULE", "MISC", "warning"),
        ("COMMA_THANKS", "PUNCTUATION", "off"),
        ("SOME_RULE", "STYLE", "off"),
        ("EN_DIACRITICS_REPLACE_ORTHOGRAPHY", "CASING", "off"),
        ("SOME_RULE", "PUNCTUATION", "suggestion"),
        ("EN_COMPOUNDS_ANTI_VIRUS", "COMPOUNDING", "off"),
        ("EN_COMPOUNDS_OTHER", "COMPOUNDING", "suggestion"),
        ("EN_COMPOUNDS_OTHER", "STYLE", "off"),
        ("SELF_HYPHEN", "GRAMMAR", "suggestion"),
        ("DEPEND_ON", "STYLE", "suggestion"),
        ("WHITESPACE_RULE", "TYPOGRAPHY", "spacing"),
    ],
)
def test_a_rules_own_line_comes_first_then_the_quieter(rule: str, category: str, heard: Heard) -> None:
    assert Hearing("languagetool").of(rule, category) == heard


def test_what_is_off_in_harper_are_rules_groups_and_kinds_that_harper_has() -> None:
    import harper

    settings = harper.Linter(harper.Dialect.AMERICAN).get_structured_lint_config()["settings"]
    groups = {group["Group"]["label"] for group in settings if "Group" in group}
    hearing = Hearing("harper")
    assert set(hearing.groups_off) <= groups
    rules = set(harper.get_default_lint_config())
    named = {rule for how in ("off", "suggestion", "spacing", "warning") for rule in hearing.rules(how)}  # type: ignore[arg-type]
    assert named <= rules


def test_what_is_in_no_list_is_spelling_and_nothing_else() -> None:
    assert Hearing("harper").is_spelling("SpellCheck")
    assert not Hearing("harper").is_spelling("AnA")
    assert Hearing("languagetool").is_spelling("MORFOLOGIK_RULE_EN_GB")
    assert not Hearing("languagetool").is_spelling("EN_A_VS_AN")
