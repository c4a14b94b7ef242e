"""Whether copy is in English, as its words show it."""

from __future__ import annotations

import pytest

from copydesk.article import Source, read
from copydesk.engines.language import is_english

GERMAN = """Der Bundestag hat am Donnerstag mit den Stimmen der Koalition ein Gesetz verabschiedet, das den Ausbau
der Windkraft beschleunigen soll. Die Opposition kritisierte, dass die Gemeinden kaum beteiligt werden.
Der Minister sagte, man habe lange genug gewartet und müsse nun handeln, bevor die Preise weiter
steigen."""
FRENCH = """Le gouvernement a annoncé jeudi une nouvelle série de mesures pour lutter contre la hausse des prix. Les
syndicats ont dénoncé un plan insuffisant et appellent à manifester la semaine prochaine dans toutes les
grandes villes du pays. Le ministre a répondu que les caisses étaient vides et que chacun devait faire
un effort."""
SPANISH = """El presidente anunció el martes que no se presentará a las elecciones del próximo año. La decisión llega
después de meses de protestas en las principales ciudades del país y de la salida de tres ministros. La
oposición pidió que se adelanten los comicios y que se forme un gobierno de unidad hasta entonces."""
RUSSIAN = "Президент заявил во вторник, что не будет участвовать в выборах в следующем году. " * 3
CHINESE = "总统周二宣布他不会参加明年的选举。这一决定是在全国主要城市数月抗议之后作出的。反对党要求提前举行选举。" * 2
ENGLISH = """The president announced on Tuesday that he will not run in next year's election. The decision comes
after months of protests in the country's main cities and the departure of three ministers. The
opposition asked for an early vote and for a government of unity until then."""
RESULTS = """Men's 100 metres final: 1. Noah Lyles, United States, 9.79; 2. Kishane Thompson, Jamaica, 9.79; 3. Fred
Kerley, United States, 9.81; 4. Akani Simbine, South Africa, 9.82; 5. Marcell Jacobs, Italy, 9.85; 6.
Letsile Tebogo, Botswana, 9.86. The wind was 1.0 metres per second, and it was the first final in which
all of them ran under ten."""


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, RUSSIAN, CHINESE])
def test_another_language_is_seen(text: str) -> None:
    assert not is_english(read(Source.from_text(f"Headline\n\n{text}\n", "a.txt")).parts)


@pytest.mark.parametrize("text", [ENGLISH, RESULTS, "Kurz.", "A few words."])
def test_english_and_what_is_too_short_to_tell_are_english(text: str) -> None:
    assert is_english(read(Source.from_text(f"Headline\n\n{text}\n", "a.txt")).parts)


def test_an_english_article_with_a_long_quotation_in_another_language_is_english() -> None:
    text = f"{ENGLISH}\n\n{ENGLISH}\n\n“{GERMAN}”"
    assert is_english(read(Source.from_text(f"Headline\n\n{text}\n", "a.txt")).parts)
