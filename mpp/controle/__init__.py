"""Checks of the final output, as a reader gets it."""
