"""What holds for every test: the words that whoever runs them has taken as right have no say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def no_words_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The personal dictionary is in a folder where there is none."""
    folder = tmp_path_factory.mktemp("config")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        patch.setattr("copydesk.check.dictionary.personal", lambda: folder / "copydesk" / "dictionary.txt")
        yield
