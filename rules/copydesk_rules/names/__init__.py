"""Names: of persons, places and things."""
