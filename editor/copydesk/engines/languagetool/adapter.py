"""Talking to a LanguageTool server through language-tool-python, which only this module imports.

The library is under the GPL, and so is installed only if it is asked for: `pip install "copydesk[languagetool]"`.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from copydesk.article import Span
from copydesk.engines.languagetool.options import LanguageToolOptions
from copydesk.engines.languagetool.places import NOT_INSTALLED
from copydesk.engines.languagetool.text import Units
from copydesk.errors import CopydeskError

_NO_PROXY = {"http": "", "https": "", "all": ""}
_PAUSE = 10.0  # seconds after which a connection is made anew; Java closes one after thirty
_TIMEOUT = 60  # seconds; the server itself gives a check up after forty
_ONE_AT_A_TIME = threading.Lock()  # the library remembers, for the whole process, the text that it read last


class LostServer(Exception):
    """The server does not answer any more: it has ended, or hangs."""


@dataclass(frozen=True)
class Said:
    """One thing that LanguageTool said of a text. `span` counts code points."""

    span: Span
    rule: str
    category: str
    category_name: str
    message: str
    replacements: tuple[str, ...]
    link: str


class Connection:
    """One server, asked in one language. Raises CopydeskError if the library is missing or the language unknown.

    `certificate` is that of a server of our own: whatever answers at its address without the key is sent nothing.
    `proxies` says whether the environment may name one for the address.
    """

    def __init__(
        self, url: str, language: str, options: LanguageToolOptions, *, certificate: Path | None, proxies: bool
    ) -> None:
        try:
            self._tool = _tool_class()(
                _Asking(certificate, proxies),
                language,
                mother_tongue=options.mother_tongue or None,
                remote_server=url,
                host="127.0.0.1",
            )
        except ValueError:
            raise CopydeskError(f"the LanguageTool at {url} does not know the language “{language}”") from None
        except Exception as error:
            raise _in_our_words(error, url) from None
        self.url = url
        self._tool.picky = options.picky
        self._tool.disabled_rules = set(options.disabled_rules)

    @property
    def version(self) -> str:
        """The version that the server gave with its last answer."""
        return str(self._tool.software.get("version", ""))

    def check(self, text: str) -> list[Said]:
        """Return what LanguageTool says of a text.

        Raises LostServer if the server is gone or hangs, CopydeskError if it answers with an error.
        """
        with _ONE_AT_A_TIME:
            try:
                matches = self._tool.check(text)
            except ValueError:
                tongue = self._tool._mother_tongue
                raise CopydeskError(f"LanguageTool does not know the mother tongue “{tongue}”") from None
            except Exception as error:
                raise _in_our_words(error, self.url) from None
            units = Units(text)
            return [_said(match, rule, units) for match, rule in zip(matches, self._tool.rules, strict=True)]


class _Asking:
    """How a server is asked: the library's own way knows no certificate, and follows to wherever it is sent."""

    def __init__(self, certificate: Path | None, proxies: bool) -> None:
        self._certificate = certificate
        self._proxies = None if proxies else _NO_PROXY
        self._session: Any = None
        self._last = (0.0, 0)  # when the session was used, and in which process

    def answer(self, url: str, given: dict[str, str] | None, method: str) -> Any:
        """Return the answer, as JSON has it. Raises LostServer if none comes, CopydeskError if it is no JSON."""
        from requests import RequestException
        from requests.exceptions import SSLError

        how = {"data" if method == "post" else "params": given}
        try:
            response = self._in_session().request(
                method, url, timeout=_TIMEOUT, allow_redirects=False, proxies=self._proxies, **how
            )
        except SSLError as error:
            if self._certificate is None:
                raise LostServer(_short(str(error))) from None
            raise LostServer(f"what answers at {url} does not have its key, and was sent nothing") from None
        except (RequestException, OSError) as error:
            raise LostServer(_short(str(error))) from None
        if response.is_redirect:
            raise CopydeskError(f"the LanguageTool at {url} sends us to another address, which is not followed")
        try:
            return response.json()
        except ValueError:
            said = _short(response.text) or response.reason
            raise CopydeskError(f"the LanguageTool at {url} answered: {said}") from None

    def _in_session(self) -> Any:
        """Return a session whose connection is still open, or a new one, which is held to the certificate first."""
        from requests import Session

        now, process = time.monotonic(), os.getpid()
        if now - self._last[0] > _PAUSE or process != self._last[1]:
            self._session = Session()
            self._session.trust_env = self._certificate is None  # a house's authorities are in the environment
            self._session.verify = str(self._certificate) if self._certificate else True
        self._last = (now, process)
        return self._session


def load() -> None:
    """Import the library, which takes a quarter of a second: while a server starts, that costs no time."""
    with suppress(ImportError):  # said when it is needed
        import language_tool_python  # noqa: F401


def _said(match: Any, rule: dict[str, Any], units: Units) -> Said:
    # The library makes the start a code point, and leaves the length as it came.
    end = units.points(units.units(match.offset) + match.error_length)
    links = [link.get("value", "") for link in rule.get("urls") or ()]
    return Said(
        Span(match.offset, end),
        match.rule_id,
        match.category,
        rule["category"].get("name", ""),
        match.message,
        tuple(match.replacements),
        links[0] if links else "",
    )


def _in_our_words(error: Exception, url: str) -> Exception:
    """Return what was raised here as it is; what the library raised, as a CopydeskError."""
    if isinstance(error, (LostServer, CopydeskError)):
        return error
    return CopydeskError(f"the LanguageTool at {url} answered: {_short(str(error)) or type(error).__name__}")


def _short(words: str) -> str:
    return " ".join(words.split())[:200]


def _tool_class() -> Any:
    """Return language-tool-python's class, which keeps what the library drops: the rules' links."""
    try:
        from language_tool_python import LanguageTool
    except ImportError:
        raise CopydeskError(NOT_INSTALLED) from None
    logging.getLogger("language_tool_python").setLevel(logging.ERROR)

    class Tool(LanguageTool):  # type: ignore[misc]
        def __init__(self, asking: _Asking, *arguments: Any, **named: Any) -> None:
            self._asking = asking
            self.rules: list[dict[str, Any]] = []
            self.software: dict[str, Any] = {}
            super().__init__(*arguments, **named)

        def _query_server(
            self,
            url: str,
            params: dict[str, str] | None = None,
            num_tries: int = 1,
            method: Literal["get", "post"] = "get",
        ) -> Any:
            # Once: whether to try again, and with which server, is decided elsewhere.
            answer = self._asking.answer(url, params, method)
            if isinstance(answer, dict):
                self.rules = [match["rule"] for match in answer.get("matches", ())]
                self.software = answer.get("software") or {}
            return answer

    return Tool
