"""Names that have been replaced: which, by what, since when, and who says so."""

from __future__ import annotations

from typing import NamedTuple


class Renaming(NamedTuple):
    """A former name. `since` is the year from which news copy uses the new one.

    `only_with` is a word, or part of one, that the article must have for the name to be meant, several divided by
    “|”; one of `never_with` speaks against it. `by_language` are other forms of the new name that a variety of
    English prefers, under its language tag. `only_in`, if any, are the tags of those that have given up the old name.
    """

    old: str
    new: str
    since: int
    source: str
    only_with: str = ""
    never_with: str = ""
    by_language: tuple[tuple[str, str], ...] = ()
    only_in: tuple[str, ...] = ()

    def new_in(self, language: str) -> str:
        """Return the new name as the variety of English `language` (“en-GB”) has it."""
        return dict(self.by_language).get(language, self.new)


_BGN = "US Board on Geographic Names, AP Stylebook"
_UKRAINE = "Ukraine's rules of romanization, UN Group of Experts on Geographical Names; AP Stylebook"
_DECOMMUNIZED = "Parliament of Ukraine, 2016"
_UN = "UN member states"
_PINYIN = "pinyin, UN 1977; AP Stylebook"
_INDIA = "Survey of India"
_SOUTH_AFRICA = "Government Gazette of South Africa"
_KAZAKH = "government of Kazakhstan"

RENAMINGS = (
    # Ukraine, Belarus, Moldova
    Renaming("Kiev", "Kyiv", 2019, f"{_BGN} (August 2019), Guardian style guide"),
    Renaming("Kharkov", "Kharkiv", 1995, _UKRAINE),
    Renaming("Lvov", "Lviv", 1995, _UKRAINE),
    Renaming("Odessa", "Odesa", 2022, _UKRAINE, only_with="Ukrain"),
    Renaming("Nikolaev", "Mykolaiv", 1995, _UKRAINE, only_with="Ukrain"),
    Renaming("Chernigov", "Chernihiv", 1995, _UKRAINE),
    Renaming("Zaporozhye", "Zaporizhzhia", 1995, _UKRAINE),
    Renaming("Zaporozhe", "Zaporizhzhia", 1995, _UKRAINE),
    Renaming("Vinnitsa", "Vinnytsia", 1995, _UKRAINE),
    Renaming("Zhitomir", "Zhytomyr", 1995, _UKRAINE),
    Renaming("Ternopol", "Ternopil", 1995, _UKRAINE),
    Renaming("Krivoy Rog", "Kryvyi Rih", 1995, _UKRAINE),
    Renaming("Lugansk", "Luhansk", 1995, _UKRAINE, only_with="Ukrain"),
    Renaming("Donbass", "Donbas", 2019, _UKRAINE),
    Renaming("Dnepropetrovsk", "Dnipro", 2016, "Parliament of Ukraine, 19 May 2016"),
    Renaming("Dnipropetrovsk", "Dnipro", 2016, "Parliament of Ukraine, 19 May 2016"),
    Renaming("Artemivsk", "Bakhmut", 2016, _DECOMMUNIZED),
    Renaming("Artyomovsk", "Bakhmut", 2016, _DECOMMUNIZED, only_with="Ukrain"),
    Renaming("Kirovohrad", "Kropyvnytskyi", 2016, _DECOMMUNIZED),
    Renaming("Kirovograd", "Kropyvnytskyi", 2016, _DECOMMUNIZED),
    Renaming("Dneprodzerzhinsk", "Kamianske", 2016, _DECOMMUNIZED),
    Renaming("Dniprodzerzhynsk", "Kamianske", 2016, _DECOMMUNIZED),
    Renaming("Byelorussia", "Belarus", 1991, "Supreme Soviet of Belarus, 19 September 1991"),
    Renaming("Kishinev", "Chisinau", 1991, _BGN, by_language=(("en-GB", "Chișinău"),)),
    Renaming("Moldavia", "Moldova", 1991, _UN, only_with="Chisinau|Chișinău|Transnistria|Transdniestria"),
    # Russia, the Caucasus, Central Asia
    Renaming("Leningrad", "St. Petersburg", 1991, "referendum of 12 June 1991",
             by_language=(("en-GB", "St Petersburg"),)),
    Renaming("Sverdlovsk", "Yekaterinburg", 1991, "Supreme Soviet of Russia, 4 September 1991"),
    Renaming("Tiflis", "Tbilisi", 1936, _BGN),
    Renaming("Alma-Ata", "Almaty", 1993, _BGN),
    Renaming("Nur-Sultan", "Astana", 2022, "decree of the president of Kazakhstan, 17 September 2022"),
    Renaming("Nursultan", "Astana", 2022, "decree of the president of Kazakhstan, 17 September 2022",
             only_with="Kazakhstan", never_with="Nazarbayev"),
    Renaming("Semipalatinsk", "Semey", 2007, _KAZAKH),
    Renaming("Frunze", "Bishkek", 1991, "Supreme Soviet of Kyrgyzstan, 5 February 1991", only_with="Kyrgyz|Kirghiz"),
    Renaming("Kirghizia", "Kyrgyzstan", 1991, _UN),
    Renaming("Turkmenia", "Turkmenistan", 1991, _UN),
    Renaming("Ashkhabad", "Ashgabat", 1992, _BGN),
    # Europe
    Renaming("Titograd", "Podgorica", 1992, "assembly of Montenegro, 2 April 1992"),
    Renaming("Macedonia", "North Macedonia", 2019, "Prespa agreement, 12 February 2019; AP Stylebook",
             only_with="Skopje", never_with="Thessaloniki|ancient Macedon|Alexander the Great"),
    # South Asia
    Renaming("Bombay", "Mumbai", 1995, "Government of Maharashtra, 1995; AP Stylebook"),
    Renaming("Calcutta", "Kolkata", 2001, "Government of West Bengal, 2001; AP Stylebook"),
    Renaming("Madras", "Chennai", 1996, "Government of Tamil Nadu, 1996; AP Stylebook", only_with="India"),
    Renaming("Allahabad", "Prayagraj", 2018, "Government of Uttar Pradesh, October 2018"),
    Renaming("Bangalore", "Bengaluru", 2014, "Government of Karnataka, 1 November 2014",
             only_in=("en-IN",)),
    Renaming("Mysore", "Mysuru", 2014, "Government of Karnataka, 1 November 2014", only_in=("en-IN",)),
    Renaming("Mangalore", "Mangaluru", 2014, "Government of Karnataka, 1 November 2014", only_in=("en-IN",)),
    Renaming("Gurgaon", "Gurugram", 2016, "Government of Haryana, 2016", only_in=("en-IN",)),
    Renaming("Orissa", "Odisha", 2011, "Parliament of India, 2011; AP Stylebook"),
    Renaming("Pondicherry", "Puducherry", 2006, "Parliament of India, 2006"),
    Renaming("Uttaranchal", "Uttarakhand", 2007, "Parliament of India, 2007"),
    Renaming("Poona", "Pune", 1978, _INDIA),
    Renaming("Baroda", "Vadodara", 1974, _INDIA),
    Renaming("Trivandrum", "Thiruvananthapuram", 1991, "Government of Kerala, 1991", only_in=("en-IN",)),
    Renaming("Benares", "Varanasi", 1956, _INDIA),
    Renaming("Cawnpore", "Kanpur", 1948, _INDIA),
    Renaming("Simla", "Shimla", 1983, _INDIA, only_with="India|Himachal"),
    Renaming("Dacca", "Dhaka", 1982, "Government of Bangladesh, 1982"),
    Renaming("Chittagong", "Chattogram", 2018, "Government of Bangladesh, 2 April 2018", only_in=("en-BD",)),
    Renaming("Ceylon", "Sri Lanka", 1972, _UN),
    Renaming("Katmandu", "Kathmandu", 2013, "AP Stylebook"),
    # East and South-East Asia
    Renaming("Burma", "Myanmar", 1989, "AP Stylebook, Guardian style guide"),
    Renaming("Rangoon", "Yangon", 1989, "AP Stylebook, Guardian style guide"),
    Renaming("Kampuchea", "Cambodia", 1989, _UN),
    Renaming("Peking", "Beijing", 1979, _PINYIN),
    Renaming("Nanking", "Nanjing", 1979, _PINYIN),
    Renaming("Chungking", "Chongqing", 1979, _PINYIN),
    Renaming("Tientsin", "Tianjin", 1979, _PINYIN),
    Renaming("Hangchow", "Hangzhou", 1979, _PINYIN),
    Renaming("Foochow", "Fuzhou", 1979, _PINYIN),
    Renaming("Sinkiang", "Xinjiang", 1979, _PINYIN),
    Renaming("Kwangtung", "Guangdong", 1979, _PINYIN),
    Renaming("Szechwan", "Sichuan", 1979, _PINYIN, only_with="province|earthquake|Chengdu|Chongqing"),
    Renaming("Ulan Bator", "Ulaanbaatar", 2008, "Guardian style guide"),
    Renaming("Irian Jaya", "Papua", 2002, "law of Indonesia on special autonomy, 2001", only_with="Indonesia"),
    # Africa
    Renaming("Swaziland", "Eswatini", 2018, f"{_UN}; AP Stylebook"),
    Renaming("Upper Volta", "Burkina Faso", 1984, _UN),
    Renaming("Zaire", "Democratic Republic of Congo", 1997, f"{_UN}; AP Stylebook", only_with="Kinshasa",
             never_with="Mobutu"),
    Renaming("Dahomey", "Benin", 1975, _UN, only_with="Cotonou|Porto-Novo"),
    Renaming("Lourenço Marques", "Maputo", 1976, "government of Mozambique, 3 February 1976"),
    Renaming("Leopoldville", "Kinshasa", 1966, "government of the Congo, 1966"),
    Renaming("Léopoldville", "Kinshasa", 1966, "government of the Congo, 1966"),
    Renaming("Port Elizabeth", "Gqeberha", 2021, f"{_SOUTH_AFRICA}, 23 February 2021"),
    Renaming("Grahamstown", "Makhanda", 2018, f"{_SOUTH_AFRICA}, 29 June 2018"),
    Renaming("King William's Town", "Qonce", 2021, f"{_SOUTH_AFRICA}, 23 February 2021"),
    # The Americas and the Pacific
    Renaming("Surinam", "Suriname", 1978, f"{_UN}; AP Stylebook"),
    Renaming("Western Samoa", "Samoa", 1997, _UN),
    Renaming("New Hebrides", "Vanuatu", 1980, _UN),
    Renaming("Gilbert Islands", "Kiribati", 1979, _UN),
    Renaming("Queen Charlotte Islands", "Haida Gwaii", 2010, "Haida Gwaii Reconciliation Act, 2010"),
    Renaming("Frobisher Bay", "Iqaluit", 1987, "government of the Northwest Territories, 1987"),
    Renaming("Barrow", "Utqiagvik", 2016, "referendum of October 2016; US Board on Geographic Names",
             only_with="Alaska", never_with="Point Barrow"),
    Renaming("Fraser Island", "K'gari", 2023, "Government of Queensland, 7 June 2023"),
    Renaming("Ayers Rock", "Uluru", 1995, "Government of the Northern Territory; Guardian style guide"),
)  # fmt: skip

BY_OLD = {renaming.old: renaming for renaming in RENAMINGS}

# Names that keep the former one: dishes, breeds, clubs, works, battles. What is part of a longer capitalised name
# (Bombay High Court, Peking University) is left alone without being listed here.
FIXED = (
    r"[Cc]hicken (?:a la |à la )?Kiev",
    r"Kiev(?:-style)? (?:cake|chicken|cutlets?|camera)",
    r"(?:FC )?D[iy]n[ae]mo Kiev",
    r"Bombay (?:duck|mix|gin|potato(?:es)?|cat|blood|sapphire|aloo)",
    r"Calcutta (?:cup|auction)",
    r"Madras (?:curry|shirt|cotton|check|plaid|sauce)",
    r"(?:[Cc]hicken|[Ll]amb|[Bb]eef) Madras",
    r"Peking (?:duck|opera|man|order|ducks)",
    r"Odessa (?:steps|file)",
    r"Ceylon (?:tea|cinnamon|teas)",
    r"Szechwan (?:pepper|peppercorns?|sauce|chicken|beef|food|restaurant|cuisine|cooking)",
    r"Simla (?:agreement|accord|pact|convention)",
    r"Leningrad (?:region|blockade|siege|oblast|case|cowboys)",
    r"Pondicherry (?:lounge)",
    r"Zaire (?:ebolavirus|strain|species|river|Ebola)|(?:Ebola|ebolavirus|Ebola-|virus,?) Zaire",
    r"(?:Bank of) (?:{old})",
    r"Burma(?:-Shave|[- ]Siam)",
    r"(?:[Bb]attles?|[Bb]lockade|[Ss]iege|[Ff]all|[Ss]ack|[Mm]assacre|[Rr]ape|[Tt]reaty|University|Archbishop|"
    r"Metropolitan|Prince|Republic|[Pp]ogroms?|Viscount|Lord|Earl|Dean|Bishop|[Gg]rand [Pp]rince|[Nn]awab|"
    r"[Mm]aharajah?|[Mm]aharani) (?:of|in) (?:{old})",
    r"(?:IIT|IIM|Indian Institute of Technology,?) (?:{old})",
)


def is_renaming(one: str, other: str) -> bool:
    """Whether two forms are the former and the present name of one place."""
    return any(
        {one, other} in ({renaming.old, renaming.new}, *({renaming.old, new} for _, new in renaming.by_language))
        for renaming in RENAMINGS
    )
