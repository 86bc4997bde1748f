"""Editions: the current one at the root of the project, each earlier one whole in its own folder, read on its own years."""
