"""Quantities and their conversions."""
