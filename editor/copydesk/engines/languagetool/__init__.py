"""LanguageTool: set up by `copydesk setup languagetool`, run as one server a user, asked over its own API."""
