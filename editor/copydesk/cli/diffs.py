"""A diff that is put out: as it is for a file or a program, harmless where a build server or a terminal reads it."""

from __future__ import annotations

import os
import stat
from typing import TextIO

from copydesk.cli.output import complain
from copydesk.report.visible import harmless, visible

_SERVERS = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION", "GITLAB_CI", "JENKINS_URL", "BUILDKITE")


def goes_to_a_log(stream: TextIO) -> bool:
    """Whether a stream is a terminal, or a build server's log: a server obeys commands that stand in one."""
    if stream.isatty():
        return True
    try:
        is_file = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        is_file = False
    return not is_file and any(os.environ.get(name) for name in _SERVERS)


def for_a_log(diff: str) -> str:
    """Return a diff with nothing in it that a terminal or a build server obeys, and say if it does not apply then.

    The first character of a line may be the diff's own, and a server looks past a blank.
    """
    lines = diff.split("\n")
    shown = [harmless(visible(line.removesuffix("\r"))) + "\r" * line.endswith("\r") for line in lines]
    if shown != [line.replace("\t", " ") for line in lines]:
        complain(
            "copydesk: the diff has words in it that a log would take for commands; they are broken up, so it "
            "does not apply: write it to a file for that"
        )
        return "\n".join(shown)
    return diff
