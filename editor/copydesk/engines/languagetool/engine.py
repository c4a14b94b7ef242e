"""The engine `languagetool`: whole texts to one server, its remarks to the parts that they are about."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from copydesk.article import Part, Span
from copydesk.engines.engine import Remark
from copydesk.engines.false_alarms import is_false_alarm
from copydesk.engines.hearing import Hearing
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.engines.languagetool.places import NOT_INSTALLED, NOT_SET_UP, installation, is_installed
from copydesk.engines.languagetool.server import Server
from copydesk.engines.languagetool.text import grouped, pieces
from copydesk.errors import CopydeskError

if TYPE_CHECKING:
    from copydesk.engines.languagetool.adapter import Connection, Said

ALLOWED = "COPYDESK_SEND_COPY_TO"  # in the environment: hosts that may get copy, divided by commas
_HERE = ("localhost", "127.0.0.1", "::1")
_WARMING = "This is a test."
# As LanguageTool has them: its plain “en” has no dictionary, and some countries have none of their own.
_VARIANTS = {"en": "en-US", "en-ie": "en-GB", "en-in": "en-GB", "en-sg": "en-GB"}
_OWN = ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")  # what the copy that we set up knows


class LanguageTool:
    """LanguageTool on this machine, or at an address that the house names.

    Raises CopydeskError if its package is not installed, it is not set up, or the address is another machine's and
    that was not allowed.
    """

    name = "languagetool"

    # It takes 70 ms to find suggestions for each; the fullest of 800 published articles had 451.
    most_unknown = 500

    def __init__(
        self, language: str, ignore: Sequence[str], options: LanguageToolOptions, *, all_rules: bool = False
    ) -> None:
        if not is_installed():
            raise CopydeskError(NOT_INSTALLED)
        self._options = options
        self._language = options.language or _variant(language, own=not options.url)
        self._ignored = frozenset(ignore)
        self._all_rules = all_rules
        self._hearing = Hearing(self.name)
        self._server: Server | None = None
        self._is_here = True
        self._version = ""
        if options.url:
            self._is_here = _is_here(options)
        else:
            found = installation()
            if found is None:
                raise CopydeskError(NOT_SET_UP)
            self._server, self._version = Server(found), found.version
        self._connection: Future[Connection] | None = None
        self._broken: CopydeskError | None = None

    @property
    def version(self) -> str:
        """Its version; of a server elsewhere, what it said with its last answer."""
        return self._version or "at " + self._options.url

    def speaks(self, language: str) -> bool:
        """Whether it can be given texts in a language (BCP 47). A house's own server says so when it is asked."""
        return bool(self._options.language or self._options.url) or language.lower().partition("-")[0] == "en"

    def start(self) -> None:
        if self._connection is None:
            pool = ThreadPoolExecutor(1, thread_name_prefix="languagetool")
            self._connection = pool.submit(self._connect)
            pool.shutdown(wait=False)

    def _connect(self) -> Connection:
        """Find or start the server, and have it read its rules: that takes it most of the time of a first check."""
        from copydesk.engines.languagetool.adapter import load

        Thread(target=load, name="languagetool-load", daemon=True).start()
        connection = self._connected()
        if self._is_here:
            connection.check(_WARMING)
        return connection

    def _connected(self) -> Connection:
        from copydesk.engines.languagetool.adapter import Connection, LostServer

        url = self._server.url() if self._server else self._options.url
        certificate = self._server.certificate if self._server else None
        connect = partial(
            Connection,
            language=self._language,
            options=self._options,
            certificate=certificate,
            proxies=not self._is_here,
        )
        try:
            return connect(url)
        except LostServer as error:
            if self._server is None:
                raise CopydeskError(f"no LanguageTool answers at {url}: {error}") from None
            # It ended just now, or hangs: another takes its place, once.
            self._server.stop(url)
            return connect(self._server.url())

    def texts(self, parts: Sequence[Part]) -> list[Sequence[Part]]:
        """Return the parts in groups of some pages; few rules look further than that."""
        return grouped(parts)

    def check(self, parts: Sequence[Part]) -> list[tuple[Remark, ...]]:
        """Return LanguageTool's remarks on each part. Of a text that its server saw before it has most at hand."""
        remarks: list[list[Remark]] = [[] for _ in parts]
        for piece in pieces(parts)[0]:
            for said in self._asked(piece.text) if piece.text.strip() else ():
                place = piece.place(*said.span)
                if place is None:
                    continue
                number, span = place
                remark = self._remark(said, span, parts[number].words)
                if remark is not None:
                    remarks[number].append(remark)
        return [tuple(sorted(found, key=lambda remark: (remark.span, remark.rule))) for found in remarks]

    def notices(self, parts: Sequence[Part]) -> tuple[str, ...]:
        """Return what an editor should know about the check of these parts, a line each."""
        sent = () if self._is_here else (f"copy was sent to the LanguageTool at {self._options.url}",)
        return (*sent, *pieces(parts)[1])

    def _asked(self, text: str) -> tuple[Said, ...]:
        """Ask the server; if it was lost, another one, once. What is lost twice is not asked again."""
        from copydesk.engines.languagetool.adapter import LostServer

        if self._broken is not None:
            raise self._broken
        for last in (False, True):
            self.start()
            assert self._connection is not None
            connection: Connection | None = None
            try:
                connection = self._connection.result()
                self._used()
                said = tuple(connection.check(text))
                self._used()
            except LostServer as error:
                self._connection = None
                if self._server is None:
                    self._broken = CopydeskError(f"the LanguageTool at {self._options.url} does not answer: {error}")
                    raise self._broken from None
                if last:
                    self._broken = CopydeskError(f"LanguageTool stopped working, twice: {error}")
                    raise self._broken from None
                self._server.stop(connection.url if connection else "")
            except CopydeskError as error:
                if connection is None:  # it cannot be reached: no use asking for each article
                    self._broken = error
                raise
            else:
                if self._server is None or not self._version:
                    self._version = connection.version
                return said
        raise AssertionError

    def _used(self) -> None:
        if self._server is not None:
            self._server.used()

    def _remark(self, said: Said, span: Span, words: str) -> Remark | None:
        """Return what an editor may hear of it; None if the house, or a copy desk in general, wants nothing of it."""
        heard = "warning" if self._all_rules else self._hearing.of(said.rule, said.category)
        if heard == "off" or said.rule in self._ignored:
            return None
        if not self._all_rules and is_false_alarm(said.rule, words, *span):
            return None
        return Remark(
            span,
            said.rule,
            said.message,
            said.replacements,
            spelling=self._hearing.is_spelling(said.rule),
            spacing=heard == "spacing",
            suggestion=heard != "warning",
            source=", ".join(part for part in ("LanguageTool", said.category_name, said.link) if part),
        )


def _variant(language: str, *, own: bool) -> str:
    """Return LanguageTool's code for a language (BCP 47)."""
    known = _VARIANTS.get(language.lower(), language)
    if not own:
        return known
    return next((code for code in _OWN if code.lower() == known.lower()), "en-US")


def _is_here(options: LanguageToolOptions) -> bool:
    """Whether the address is this machine's. Raises CopydeskError if it is not, and that was not allowed."""
    host = _host(options.url)
    if not host:
        raise CopydeskError(
            f"grammar.languagetool.url is no address: {options.url} (it should be like http://host:8081)"
        )
    here = host in _HERE
    if not here and not options.allow_remote:
        raise CopydeskError(
            f"grammar.languagetool.url is not on this machine: {options.url}. To have copy sent there, set "
            "allow_remote = true in [grammar.languagetool]"
        )
    return here


def refuse_unasked(options: LanguageToolOptions) -> None:
    """Raise CopydeskError if copy would go to another machine that only the settings of a checked folder name.

    Whoever can change what is checked could have unpublished copy sent anywhere. The user allows a host.
    """
    host = _host(options.url)
    allowed = (name.strip().lower() for name in os.environ.get(ALLOWED, "").split(","))
    if host and host not in _HERE and options.allow_remote and host not in allowed:
        raise CopydeskError(
            f"the settings beside the articles would have copy sent to {host}; if that is meant, set "
            f"{ALLOWED}={host} in your environment, or name the settings with --config"
        )


def _host(url: str) -> str:
    """Return the machine that an address leads to; an empty string if it is no address of a server."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError:  # an odd bracket, a port that is no number, a name that no machine can have
        return ""
    is_plain = parts.scheme in ("http", "https") and not parts.query and not parts.fragment and port != 0
    return host if is_plain and url.isprintable() and " " not in url and "\\" not in url else ""
