"""Words as such, whatever the article: which there are, and which are slips of the keys."""

from copydesk.facts.words.dialects import neutral
from copydesk.facts.words.dictionary import is_word
from copydesk.facts.words.slips import is_derived, is_joined, is_slip

__all__ = ["is_derived", "is_joined", "is_slip", "is_word", "neutral"]
