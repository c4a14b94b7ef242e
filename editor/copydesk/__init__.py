"""copydesk reads a news article the way a copy editor does."""

__version__ = "0.1.0"
