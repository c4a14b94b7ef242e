"""Rules for the telling: the same thing said twice."""
