"""One thing written two ways in an article: compounds, spellings, per cent, abbreviations."""
