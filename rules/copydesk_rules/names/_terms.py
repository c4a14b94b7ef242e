"""Terms for one thing: World War II and the Second World War."""

from __future__ import annotations

from typing import NamedTuple


class TermSet(NamedTuple):
    """Terms for one thing. `american` and `british` are the forms that the two usages prefer, where they differ."""

    forms: tuple[str, ...]
    american: str = ""
    british: str = ""
    source: str = ""


_BOTH = "AP Stylebook; Guardian style guide"
_WATERS = "GeoNames; US Board on Geographic Names"
_DRUG = "one drug: INN, BAN and USAN"

# Only terms that always mean the same. Not here: US and America, coronavirus and Covid-19, climate change and global
# warming (not the same), WWII (an abbreviation), Falklands and Malvinas (a dispute that copy reports on).
TERMS = (
    TermSet(
        ("World War II", "Second World War", "World War Two", "World War 2"),
        "World War II",
        "Second World War",
        _BOTH,
    ),
    TermSet(
        ("World War I", "First World War", "World War One", "World War 1"), "World War I", "First World War", _BOTH
    ),
    TermSet(("Persian Gulf", "Arabian Gulf"), "Persian Gulf", "Persian Gulf", "AP Stylebook; United Nations"),
    TermSet(("Strait of Hormuz", "Straits of Hormuz"), "Strait of Hormuz", "Strait of Hormuz", _WATERS),
    TermSet(("Strait of Gibraltar", "Straits of Gibraltar"), "Strait of Gibraltar", "Strait of Gibraltar", _WATERS),
    TermSet(("Strait of Malacca", "Straits of Malacca"), "Strait of Malacca", "Strait of Malacca", _WATERS),
    TermSet(("Quran", "Koran", "Qur'an"), "Quran", "Qur'an", _BOTH),
    TermSet(("Shiite", "Shia", "Shi'ite", "Shi'a"), "Shiite", "Shia", _BOTH),
    TermSet(("Ramadan", "Ramadhan", "Ramazan"), "Ramadan", "Ramadan", _BOTH),
    TermSet(("Eid al-Fitr", "Eid ul-Fitr", "Eid-ul-Fitr", "Eid-al-Fitr"), "Eid al-Fitr", "Eid al-Fitr", _BOTH),
    TermSet(("Hanukkah", "Chanukah", "Hanukah"), "Hanukkah", "Hanukah", _BOTH),
    TermSet(("Diwali", "Deepavali"), "Diwali", "Diwali", "AP Stylebook"),
    TermSet(
        ("ISIS", "ISIL", "Daesh"), source="three names of the Islamic State group: AP Stylebook, “Islamic State”"
    ),
    TermSet(("Czechia", "Czech Republic"), source="both are official since 2016"),
    TermSet(("Slovakia", "Slovak Republic"), "Slovakia", "Slovakia", "United Nations: short and formal name"),
    TermSet(("Kyrgyzstan", "Kyrgyz Republic"), "Kyrgyzstan", "Kyrgyzstan", "United Nations: short and formal name"),
    TermSet(("Republic of Ireland", "Irish Republic"), "Republic of Ireland", "Republic of Ireland", _BOTH),
    TermSet(("East Timor", "Timor-Leste", "Timor Leste"), source="the United Nations has Timor-Leste"),
    TermSet(("Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire"), source="AP Stylebook: Ivory Coast"),
    TermSet(("Cape Verde", "Cabo Verde"), source="the United Nations has Cabo Verde since 2013"),
    TermSet(("Turkey", "Türkiye"), source="the United Nations has Türkiye since 2022"),
    TermSet(
        ("Democratic Republic of Congo", "Democratic Republic of the Congo"),
        source="the United Nations has “the Congo”; most newspapers leave out the article",
    ),
    TermSet(("Down syndrome", "Down's syndrome"), "Down syndrome", "Down's syndrome", _BOTH),
    TermSet(("paracetamol", "acetaminophen"), "acetaminophen", "paracetamol", _DRUG),
    TermSet(("salbutamol", "albuterol"), "albuterol", "salbutamol", _DRUG),
    TermSet(("pethidine", "meperidine"), "meperidine", "pethidine", _DRUG),
    TermSet(("lidocaine", "lignocaine"), "lidocaine", "lidocaine", _DRUG),
    TermSet(("furosemide", "frusemide"), "furosemide", "furosemide", _DRUG),
    TermSet(("cellphone", "mobile phone", "cell phone"), "cellphone", "mobile phone", _BOTH),
)

# “after the Second World War” is “after World War II”, and the other way round.
NO_ARTICLE = frozenset(
    (
        *("World War II", "World War Two", "World War 2", "World War I", "World War One", "World War 1"),
        *("Czechia", "Slovakia", "Kyrgyzstan"),
    )
)
WITH_ARTICLE = frozenset(
    ("Second World War", "First World War", "Czech Republic", "Slovak Republic", "Kyrgyz Republic")
)
