"""Grammar rules of our own, beside those of the grammar engines."""
