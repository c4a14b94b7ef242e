"""What programs leave in the copy that passes through them: version control, word processors, mail, transcripts."""

from __future__ import annotations

from copydesk.rules import pattern
from copydesk_rules.copy._row import Row, no_code, row

_VERSIONS = ("“{}”: version control's own line stands in the copy.", "it shows what changed between two versions")
_CHANGES = (
    "“{}”: a change or comment that was never settled.",
    "a word processor's mark of what one editor proposed",
)
_SYSTEM = ("“{}”: a code of the publishing system stands in the copy.", "readers are not to see it")
_MAIL = ("“{}”: a mail program's line stands in the copy.", "it was pasted with the message")
_TRANSCRIPT = ("“{}”: a transcript's own mark stands in the copy.", "a program that writes down speech put it there")
_WIRE = ("“{}”: a wire's own line stands in the copy.", "it tells desks which version of the story this is")

_FUNCTION = r"\(function ?\([\w, ]{0,40}\) ?\{ ?(?:var|let|const|if|return)\b[^\n]{0,400}"
_SCRIPT = pattern(_FUNCTION)


def is_script(words: str) -> bool:
    """Whether a part begins with a page's script: no copy, for all that is said of copy."""
    return _SCRIPT.match(words) is not None


RESIDUE: tuple[Row, ...] = (
    row(
        r"^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@.{0,80}|^(?:---|\+\+\+) [ab]/\S+|^diff --git \S+ \S+",
        *_VERSIONS,
        words="diff",
        strings="@@ -|--- a/|+++ b/",
    ),
    row(
        r"""
        \{\+\+[^{}\n]{1,200}\+\+\}|\{--[^{}\n]{1,200}--\}|\{~~[^{}\n]{1,200}~~\}|\{==[^{}\n]{1,200}==\}
        |\{>>[^{}\n]{1,200}<<\}|\bCommented \[[A-Z]{1,4}\d{1,3}\]:[^\n]{0,120}|\[(?:Comment|Author)\d{1,3}\]
        |\[Comment(?:ed)? [A-Z]{1,4}\d{1,3}: [^\[\]\n]{1,200}\]""",
        *_CHANGES,
        words="commented",
        strings="{++|{--|{~~|{==|{>>|[comment|[author",
        accepts=no_code,
    ),
    row(
        r"""
        <!--[^\n]{0,200}?-->
        |\[/?(?:caption|gallery|embed|playlist|audio|video|vc_\w+|et_pb_\w+)(?: [\w-]+=[^\]]{1,200})?\]
        |!\[[^\]\n]{0,80}\]\(path/to/[^)\n]{0,80}\)""",
        *_SYSTEM,
        strings="](path/to|<!--|[caption|[/caption|[gallery|[embed|[/embed|[playlist|[audio|[video|[vc_|[et_pb",
        accepts=no_code,
    ),
    row(
        _FUNCTION,
        "“{}”: a page's script stands in the copy.",
        "it was copied along with the words",
        strings="(function",
    ),
    row(
        r"^(?:draft|published|featured): ?(?:true|false)$|^(?:layout|permalink|post_id): ?\S{1,80}$",
        *_SYSTEM,
        words="draft published featured layout permalink post",
        accepts=no_code,
    ),
    row(
        r"""
        ^Sent from my \w+(?: \w+){0,2}\.?$|^Get Outlook for \w+$|^-{3,} ?(?:Original|Forwarded) [Mm]essage ?-{3,}$
        |^Begin forwarded message:?$|^On .{6,60} wrote:$""",
        *_MAIL,
        words="sent outlook original forwarded wrote",
        quoted=False,
    ),
    row(
        r"""
        \d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}
        |\[(?:inaudible|unintelligible|indistinct|crosstalk)[ ,@]{1,2}\d{1,2}:\d\d\b[^\[\]\n]{0,44}\]
        """,
        *_TRANSCRIPT,
        words="inaudible unintelligible indistinct crosstalk",
        strings="-->",
    ),
    row(
        r"SPEAKER[_ ]?\d{1,2}:?(?!\w)",
        *_TRANSCRIPT,
        words="speaker",
        also=" ".join(f"{number} {number:02}" for number in range(10)),
    ),
    row(
        r"\b(?:full stop|period|comma) new (?:paragraph|par|line)\b",
        *_TRANSCRIPT,
        words="paragraph par line",
        also="stop period comma",
    ),
    row(
        r"""
        ^(?:BC|[AP]M)-{1,2}[A-Z][\w’'-]{2,40}(?:[,/ ].{0,60})?$
        |^.{0,60}\b\d(?:st|nd|rd|th) (?:Ld|Lead|Add)\b.{0,40}$""",
        *_WIRE,
        words="bc am pm ld lead add",
    ),
)
