"""Words that an engine does not know and that are words."""

import pytest

from copydesk.article import Source, Span, read
from copydesk.check.misspelt import Spelling
from copydesk.engines import Remark
from copydesk.text.inflection import doublets


@pytest.mark.parametrize("word", sorted(doublets()))
def test_pasts_in_t_are_words(word: str) -> None:
    article = read(Source.from_text(f"A headline\n\nHe had {word} that day.\n", "a.txt"))
    part = article.parts[-1]
    start = part.words.index(word)
    remark = Remark(Span(start, start + len(word)), "SpellCheck", "Misspelt?", ("learn",), spelling=True)
    said = [[remark] if one is part else [] for one in article.parts]
    assert Spelling(article, said).is_right(part, remark, quoted=False)
