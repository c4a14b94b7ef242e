"""What holds for every test.

The words that whoever runs them has taken as right have no say; hypothesis makes the same examples every time, and
takes what time it needs: a busy machine is no failure.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("copydesk", deadline=None, derandomize=True)
settings.load_profile("copydesk")


@pytest.fixture(scope="session", autouse=True)
def no_words_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The personal dictionary is in a folder where there is none."""
    folder = tmp_path_factory.mktemp("config")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        patch.setattr("copydesk.check.dictionary.personal", lambda: folder / "copydesk" / "dictionary.txt")
        yield
