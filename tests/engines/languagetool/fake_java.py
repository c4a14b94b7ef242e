"""Stands in for `java` running a LanguageTool server: the same addresses and answers, and faults on demand.

It finds the word “recieve”. The file `behaviour` beside it says what goes wrong: “500”, “slow”, “hang”, “die”,
“garbage” at each check; “port taken” at the first start, “old”, “broken” and “late” at every one. `starts` has them
all. Asked for a key, it gives one of the tests'.
"""

import json
import os
import signal
import ssl
import sys
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HERE = Path(os.environ["FAKE_JAVA"])
KEY = Path(__file__).parent / "keys" / "ours.pem"


def behaviour() -> str:
    path = HERE / "behaviour"
    return path.read_text().strip() if path.exists() else ""


def matches(text: str) -> list[dict[str, object]]:
    found, at = [], text.find("recieve")
    while at >= 0:
        found.append(
            {
                "message": "Possible spelling mistake found.",
                "replacements": [{"value": "receive"}],
                "offset": len(text[:at].encode("utf-16-le")) // 2,
                "length": 7,
                "context": {"text": text[:40], "offset": 0, "length": 7},
                "sentence": "",
                "rule": {
                    "id": "MORFOLOGIK_RULE_EN_US",
                    "issueType": "misspelling",
                    "category": {"id": "TYPOS", "name": "Possible Typo"},
                    "urls": [{"value": "https://example.org/spelling"}],
                },
            }
        )
        at = text.find("recieve", at + 1)
    return found


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass

    def answer(self, data: object, status: int = 200) -> None:
        body = data.encode() if isinstance(data, str) else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        if self.path.endswith("languages"):
            self.answer([{"name": "English", "code": "en", "longCode": code} for code in ("en-US", "en-GB")])
        else:
            self.answer("OK")

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = urllib.parse.parse_qs(data)
        text = asked["text"][0]
        with open(HERE / "asked", "a") as log:
            log.write(json.dumps({"path": self.path, **asked}) + "\n")
        fault = "" if text == "This is a test." else behaviour()
        if fault == "slow":
            time.sleep(0.7)
        if fault == "500":
            self.answer("Error: Internal Error: something in it broke", 500)
        elif fault == "hang":
            time.sleep(60)
        elif fault == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif fault == "die once":
            (HERE / "behaviour").write_text("")
            os.kill(os.getpid(), signal.SIGKILL)
        elif fault == "garbage":
            self.answer("<html>Welcome to the hotel</html>")
        else:
            self.answer({"software": {"name": "LanguageTool", "version": "6.8"}, "matches": matches(text)})


def main(arguments: list[str]) -> None:
    version = "1.8.0_402" if behaviour() == "old" else "17.0.99"
    if "-version" in arguments:
        print(f'openjdk version "{version}"', file=sys.stderr)
        return
    if "-genkeypair" in arguments or "-exportcert" in arguments:
        made = arguments[arguments.index("-file" if "-file" in arguments else "-keystore") + 1]
        Path(made).write_bytes(KEY.read_bytes())
        return
    with open(HERE / "starts", "a") as log:
        log.write(f"{os.getpid()}\n")
    if behaviour() == "old":
        sys.exit("Error: A JNI error has occurred\nException in thread main UnsupportedClassVersionError: HTTPServer")
    if behaviour() == "broken":
        sys.exit("Error: Could not find or load main class org.languagetool.server.HTTPServer")
    if behaviour() == "port taken":
        (HERE / "behaviour").write_text("")
        sys.exit("java.net.BindException: Address already in use")
    archives = [word.partition("=")[2] for word in arguments if word.startswith("-XX:ArchiveClassesAtExit=")]

    def end(number: int, frame: object) -> None:
        for archive in archives:
            Path(archive).write_bytes(b"classes")
        os._exit(143)

    signal.signal(signal.SIGTERM, end)
    serve(int(arguments[arguments.index("--port") + 1]), Path(arguments[arguments.index("--config") + 1]))


def serve(port: int, config: Path) -> None:
    if behaviour() == "late":
        time.sleep(0.7)
    settings = dict(line.split("=") for line in config.read_text().splitlines())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(settings["keystore"])
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    except OSError:
        sys.exit("java.net.BindException: Address already in use")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.serve_forever()


main(sys.argv[1:])
