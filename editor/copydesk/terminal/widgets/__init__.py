"""Widgets: the page and what stands around it."""
