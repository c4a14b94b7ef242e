"""Figures that do not add up, do not agree, or are written two ways."""
