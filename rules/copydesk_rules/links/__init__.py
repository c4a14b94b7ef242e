"""Rules for links, by their looks alone: nothing is ever fetched."""
