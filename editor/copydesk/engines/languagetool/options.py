"""What a house may settle about LanguageTool."""

from __future__ import annotations

import msgspec


class LanguageToolOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[grammar.languagetool]`.

    `url` is a server of the house's own; one that is not on this machine gets copy only with `allow_remote`,
    and where the user named these settings, or its host in `COPYDESK_SEND_COPY_TO`: else they may be anybody's.
    `language` is LanguageTool's code (“en-GB”) where it is to differ from the article's; `mother_tongue` is the
    reporters', for false friends; `picky` turns the rules for careful writing on; `disabled_rules` are left out.
    """

    url: str = ""
    allow_remote: bool = False
    language: str = ""
    mother_tongue: str = ""
    picky: bool = False
    disabled_rules: tuple[str, ...] = ()
