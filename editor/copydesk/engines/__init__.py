"""Grammar engines behind one protocol."""

from copydesk.engines.engine import Engine, Remark
from copydesk.engines.installed import engine_for

__all__ = ["Engine", "Remark", "engine_for"]
