"""Rules on the words of a sentence: the right word, and the right form of it."""
