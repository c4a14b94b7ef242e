"""Days and dates that a reader cannot place."""
