"""The editor in the terminal: a Textual app on top of a session. Nothing outside this package imports textual."""
