"""Screens: the review, and the questions that are asked over it."""
