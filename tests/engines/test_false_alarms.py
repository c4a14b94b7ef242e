"""What the engines say of names, initials and titles, and is no mistake."""

import pytest

from copydesk.engines.false_alarms import is_false_alarm


def alarm(rule: str, text: str) -> bool:
    """Whether it is a false alarm of what stands between “[” and “]”."""
    start, end = text.index("["), text.index("]") - 1
    return is_false_alarm(rule, text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("RepeatedWords", "The [Duran Duran] song."),
        ("RepeatedWords", "He [had had] enough."),
        ("RepeatedWords", "She was hurt in a break-[in in] 1999."),
        ("ENGLISH_WORD_REPEAT_RULE", "She won [6-1 6-1] there."),
        ("AnA", "blackened [an]' grinnin' men"),
        ("AnA", "blackened [an]’ grinnin’ men"),
        ("ThereIsAgreement", "There [were once] 30 smokehouses there."),
        ("ThereIsAgreement", "There [are] now about 1,400 of them."),
        ("AnA", "She is [an] MEP."),
        ("EN_A_VS_AN", "accused of [an] $11bn fraud"),
        ("AnA", "It is [an] historic day."),
        ("AnA", "20 Serie [A] appearances"),
        ("ItsPossessive", "In this time, [it's] feasible Trump could go."),
        ("ItsPossessive", "By then [it's] very likely that they met."),
        ("ItsPossessive", "For now [it’s] impossible to say."),
        ("ItsPossessive", "Do They Know [It's] Christmas?"),
        ("RegularIrregulars", "[Childs] has struggled."),
        ("A_UNCOUNTABLE", "They receive [a Freedom] of Information request."),
        ("AnA", "citing [an] unidentified officer"),
        ("AnA", "[an] uninvited guest"),
        ("CorrectNumberSuffix", "It weighed 62[st] and more."),
        ("ORDINAL_NUMBER_SUFFIX", "It weighed [62st] and more."),
        ("AnA", "I do not give [a] s**t."),
        ("AnA", "[an] uniendtified man"),
        ("Everyday", "into people’s [everyday] lives"),
        ("RepeatedWords", "They claim that [IS is] using it."),
        ("SimplePastToPastParticiple", "IS [took] control of Mosul."),
        ("ThereIsAgreement", "the people who [were there at] noon"),
        ("AfterAWhile", "the boy whom she was looking [after while] his mother slept"),
        ("QuantifierNeedsOf", "it is born when a [couple] gives birth"),
        ("Whereas", "He went to Omaha, [where as] a student he worked."),
    ],
)
def test_names_initials_and_titles_are_no_mistakes(rule: str, text: str) -> None:
    assert alarm(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("RepeatedWords", "part of [the the] firm"),
        ("ENGLISH_WORD_REPEAT_RULE", "he [will will] not"),
        ("AnA", "[a] annual rate"),
        ("AnA", "[an] united front"),
        ("AnA", "[an] unionist"),
        ("A_UNCOUNTABLE", "It was [an advice]."),
        ("CorrectNumberSuffix", "on the 2[th] of May"),
        ("AnA", "[an] currently blazing argument"),
        ("ItsPossessive", "For [it's] time, a marvel."),
        ("ItsPossessive", "The firm closed [it's] official Twitter account."),
        ("ItsPossessive", "The club sold [it's] expensive striker."),
        ("RegularIrregulars", "these [aircrafts]"),
        ("AnA", "[an] unanimous vote"),
        ("Everyday", "They travel to Dulles [everyday]."),
        ("Everyday", "They travel [everyday] to Dulles."),
        ("SpellCheck", "A [Recieve]"),
        ("SimplePastToPastParticiple", "He has [took] control."),
        ("ThereIsAgreement", "There [were there are] two."),
        ("AfterAWhile", "He left [after while]."),
        ("QuantifierNeedsOf", "It lasted a [couple] years."),
        ("Whereas", "She left, [where as] he stayed."),
    ],
)
def test_what_is_a_mistake_is_heard(rule: str, text: str) -> None:
    assert not alarm(rule, text)
