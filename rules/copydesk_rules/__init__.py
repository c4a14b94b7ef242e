"""The built-in rules, on the same public contract as anyone's."""
