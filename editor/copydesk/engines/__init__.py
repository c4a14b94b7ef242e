"""Grammar engines behind one protocol."""

from copydesk.engines.engine import Engine, Remark, engine_named

__all__ = ["Engine", "Remark", "engine_named"]
