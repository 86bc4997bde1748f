"""Where the sources of the documents stand."""

from __future__ import annotations

from pathlib import Path


def projectmap() -> Path:
    """The project folder: the nearest one with a `_quarto.yml`, from the current folder upward; else the current one."""
    hier = Path.cwd()
    return next((map_ for map_ in (hier, *hier.parents) if (map_ / "_quarto.yml").is_file()), hier)
