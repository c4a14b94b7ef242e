"""What proves a LanguageTool server to be ours: a key that only this user can read.

Who is kept out: another user of the machine. They see every command line and every open port, can take a port in the
moment before our server does, or after it has ended, and can answer whatever a server would. So no answer proves
anything. What they cannot do is read this user's files. Our server therefore speaks TLS with a key of its own, which
Java makes once, in a folder that is closed to others; and every connection that copy goes through is first held to
the certificate beside it: at the start, on each request, after any pause, on every system. A connection that does not
have the key gets no byte of copy.

Who is not kept out: this user's other programs and the administrator, who can read the articles themselves. Somebody
else can still ask our server about texts of their own, or take so many ports that it cannot start: that is said.
A server that the house names (`grammar.languagetool.url`) is as safe as its address: `https`, or a port that nobody
else can have.
"""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

from copydesk.errors import CopydeskError

_KEYTOOL = ("-m", "java.base/sun.security.tools.keytool.Main")  # Java's own, where its command is not installed too
_PASSWORD = "copydesk"  # Java insists on one; who may read the file is what counts
_STORE = (*"-alias server -storetype PKCS12 -storepass".split(), _PASSWORD)
_KIND = "-keyalg EC -groupname secp256r1 -validity 36500 -dname CN=127.0.0.1 -ext san=ip:127.0.0.1".split()
_PATIENCE = 60


class Identity:
    """The key and the certificate in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = folder / "server.p12"
        self.certificate = folder / "server.pem"

    @property
    def properties(self) -> str:
        """What the server's settings say of the key."""
        return f"keystore={self._key.name}\npassword={_PASSWORD}\n"

    def make(self, java: str) -> None:
        """Have Java make both, if they are not there. Raises CopydeskError if it cannot."""
        if self._key.exists() and self.certificate.exists():
            return  # the certificate comes last
        self._key.unlink(missing_ok=True)
        half = self.certificate.with_suffix(".part")
        try:
            self._keytool(java, "-genkeypair", *_KIND)
            self._keytool(java, "-exportcert", "-rfc", "-file", half.name)
            half.replace(self.certificate)
        except (OSError, subprocess.SubprocessError) as error:
            raise CopydeskError(f"LanguageTool cannot be started: its key cannot be made: {_why(error)}") from None

    def _keytool(self, java: str, *arguments: str) -> None:
        command = [java, "-XX:TieredStopAtLevel=1", *_KEYTOOL, *arguments, *_STORE, "-keystore", self._key.name]
        subprocess.run(command, cwd=self._folder, capture_output=True, text=True, check=True, timeout=_PATIENCE)


def _why(error: OSError | subprocess.SubprocessError) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        lines = f"{error.stderr}\n{error.stdout}".strip().splitlines()
        return lines[0][:300] if lines else "Java ended at once"
    return str(error)


def make_private(folder: Path) -> None:
    """Make a folder that only this user can look into. Raises CopydeskError if somebody else could, or OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise CopydeskError(f"{folder}: is not this user's folder, so no key is kept there: move it away")
    if found.st_mode & 0o077:
        folder.chmod(0o700)
