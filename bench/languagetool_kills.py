#!/usr/bin/env python3
"""Kill -9 of clients, keepers and servers at random moments: nothing may be left behind, stuck, or wrong.

Wants LanguageTool set up (`copydesk setup languagetool`); runs servers of its own, beside the user's. Usage:

    python bench/languagetool_kills.py [--kills 200] [--clients 3] [--seed 17]

Prints one JSON object. `wrong` are answers with a place or a word that is not right, `reported` those where a client
said in a line that the server was lost twice, `stuck` clients that had no answer within a minute.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from copydesk.engines.languagetool import places, server

_CLIENT = """
import random, sys
from pathlib import Path
from copydesk.engines.languagetool import places, server
copy = places.own_copy()
server.home = lambda: Path(sys.argv[1])
from copydesk.engines.languagetool import engine
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.article import Source, read
from copydesk.errors import CopydeskError
engine.installation = lambda: copy
order = random.Random(int(sys.argv[2]))
while True:
    one = engine.LanguageTool("en-US", (), LanguageToolOptions())
    for _ in range(order.randint(1, 5)):
        text = "It was told " + "😀" * order.randint(0, 9) + f" {order.random()} that they did recieve it."
        parts = read(Source.from_text("Headline\\n\\n" + text + "\\n", "a.txt")).parts
        try:
            found = [parts[1].words[r.span.start:r.span.end] for r in one.check(parts)[1] if r.spelling]
            print("right" if found == ["recieve"] else f"wrong {found}", flush=True)
        except CopydeskError as error:
            print(f"reported {error}", flush=True)
"""


class Client:
    """A process that checks one text after another, and says what came of it in a file."""

    def __init__(self, folder: Path, number: int) -> None:
        self.said = folder / f"client-{number}"
        with self.said.open("w") as out:
            command = [sys.executable, "-c", _CLIENT, str(folder), str(number)]
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        self.begun = time.monotonic()

    def is_stuck(self) -> bool:
        last = max(self.said.stat().st_mtime, time.time() - (time.monotonic() - self.begun))
        return time.time() - last > 60

    def kill(self) -> list[str]:
        """End it. Returns the lines that it said, but for one that was cut off."""
        self.process.kill()
        self.process.wait()
        return self.said.read_text().split("\n")[:-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--clients", type=int, default=3)
    parser.add_argument("--seed", type=int, default=17)
    chosen = parser.parse_args()
    if places.own_copy() is None:
        raise SystemExit(places.NOT_SET_UP)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server.home = lambda: folder
        os.environ["COPYDESK_LANGUAGETOOL_IDLE"] = "20"  # longer than a first check takes
        figures = _run(folder, chosen.kills, chosen.clients, random.Random(chosen.seed))
    print(json.dumps(figures, indent=2))
    return (
        1
        if figures["wrong"] or figures["stuck"] or figures["servers_left"] or figures["most_servers_at_once"] > 1
        else 0
    )


def _run(folder: Path, kills: int, number: int, order: random.Random) -> dict[str, int]:
    clients = [Client(folder, index) for index in range(number)]
    seen: set[int] = set()
    lines: list[str] = []
    killed = {"clients": 0, "keepers": 0, "servers": 0}
    stuck = most = 0
    for turn in range(kills):
        time.sleep(order.uniform(0, 1.2))
        states = server.servers()
        seen |= {state.server for state in states if state.server}
        most = max(most, sum(_is_a_server(process) for process in seen))
        stuck += sum(client.is_stuck() for client in clients)
        whom = order.choice(("clients", "keepers", "servers"))
        if whom == "clients" or not states or not states[0].server:
            index = order.randrange(number)
            lines += clients[index].kill()
            clients[index] = Client(folder, number + turn)
            killed["clients"] += 1
        else:
            with contextlib.suppress(OSError):
                os.kill(states[0].keeper if whom == "keepers" else states[0].server, signal.SIGKILL)
                killed[whom] += 1
    time.sleep(20)  # whoever is left gets an answer
    alive = [client.said.stat().st_size for client in clients]
    time.sleep(5)
    stuck += sum(client.said.stat().st_size == size for client, size in zip(clients, alive, strict=True))
    for client in clients:
        lines += client.kill()
    seen |= {state.server for state in server.servers() if state.server}
    time.sleep(28)  # longer than a server that nobody uses stays
    return {
        **{f"killed_{what}": count for what, count in killed.items()},
        "servers_started": len(seen),
        "most_servers_at_once": most,
        "right": sum(line == "right" for line in lines),
        "reported": sum(line.startswith("reported") for line in lines),
        "wrong": sum(line != "right" and not line.startswith("reported") for line in lines),
        "stuck": stuck,
        "servers_left": sum(_is_a_server(process) for process in seen) + len(server.servers()),
    }


def _is_a_server(process: int) -> bool:
    """Whether a process lives and is a Java of ours; its number may be another's by now."""
    try:
        return b"languagetool-server.jar" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
