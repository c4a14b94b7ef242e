"""Words as such, whatever the article: which there are, and which are slips of the keys."""
