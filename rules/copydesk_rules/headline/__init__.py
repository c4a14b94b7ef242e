"""Rules for the headline: what it says, held against what the article says."""
