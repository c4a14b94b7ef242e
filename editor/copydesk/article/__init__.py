"""What is edited: sources, articles and their parts, prose and positions, edits."""

from copydesk.article.article import Article, Fact, Kind, Part, PartCache, Role
from copydesk.article.edits import Edit, OverlappingEdits, PositionMap, Span
from copydesk.article.fitting import Fitting, Unfit
from copydesk.article.readers import read
from copydesk.article.source import Source, UnreadableSource
from copydesk.article.stretches import Stretches

__all__ = [
    "Article",
    "Edit",
    "Fact",
    "Fitting",
    "Kind",
    "OverlappingEdits",
    "Part",
    "PartCache",
    "PositionMap",
    "Role",
    "Source",
    "Span",
    "Stretches",
    "Unfit",
    "UnreadableSource",
    "read",
]
