"""Make the list of well-known people that the rule Names.WellKnownPerson compares with.

    python tools/build_people_list.py PEOPLE.tsv

PEOPLE.tsv has the columns name, occupation, country, born, wikipedias and source, from Pantheon 1.0 (MIT Media Lab)
and the project congress-legislators (current members of the US Congress, public domain).
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "rules/copydesk_rules/names/data/people.txt"
SHORTEST = 5  # letters of the longest word after the first; a shorter one is one letter from too many names
CONGRESS = "30"  # Wikipedias; the list of Congress gives none
HEADER = """\
# Well-known people under their first word: the rest of the name, what they are known for, country, Wikipedias.
# From Pantheon 1.0 (MIT Media Lab) and congress-legislators (public domain); made by tools/build_people_list.py.
"""
FIELDS = {
    "politics": """politician|us representative|us senator|diplomat|social activist|nobleman|public worker|judge|
    lawyer|military personnel|extremist|economist|companion|mafioso|pirate""",
    "sport": """soccer player|tennis player|racecar driver|coach|athlete|basketball player|wrestler|cyclist|
    swimmer|skier|boxer|referee|skater|martial arts|gymnast|mountaineer|baseball player|snooker|hockey player|golfer|
    cricketer|american football player|chessmaster""",
    "screen": "actor|film director|celebrity|presenter|producer|comedian|model|dancer|pornographic actor|magician",
    "music": "singer|musician|composer|conductor",
    "letters": "writer|philosopher|historian|journalist|linguist|critic|comic artist",
    "religion": "religious figure",
    "art": "painter|artist|architect|sculptor|photographer|designer|fashion designer|game designer|chef",
    "science": """physicist|chemist|mathematician|physician|biologist|explorer|inventor|engineer|psychologist|
    astronomer|computer scientist|astronaut|sociologist|geographer|archaeologist|anthropologist|geologist|pilot|
    political scientist|statistician""",
    "business": "businessperson",
}
FIELD_OF = {job.strip(): field for field, jobs in FIELDS.items() for job in jobs.split("|")}


def main() -> None:
    """Write the list."""
    found: dict[str, list[str]] = defaultdict(list)
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            first, _, rest = row["name"].partition(" ")
            field = FIELD_OF.get(row["occupation"])
            if field and rest and len(max(rest.split(), key=len)) >= SHORTEST and "," not in rest:
                found[first].append(f"{rest},{field},{row['country']},{row['wikipedias'] or CONGRESS}")
    with OUTPUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for first, people in sorted(found.items()):
            out.write(f"{first}\t{';'.join(sorted(people))}\n")


if __name__ == "__main__":
    main()
