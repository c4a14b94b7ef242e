"""House rules: YAML files in Vale's format, as rules like any other."""

from copydesk.rules.house.document import BadRule
from copydesk.rules.house.reading import load_rule
from copydesk.rules.house.rule import HouseRule, RunawayPattern
from copydesk.rules.house.styles import load_styles

__all__ = ["BadRule", "HouseRule", "RunawayPattern", "load_rule", "load_styles"]
