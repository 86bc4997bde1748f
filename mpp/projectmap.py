"""Where the sources of the documents stand, and what they are called."""

from __future__ import annotations

from pathlib import Path


def projectmap() -> Path:
    """The project folder: the nearest one with a `_quarto.yml`, from the current folder upward; else the current one."""
    hier = Path.cwd()
    return next((map_ for map_ in (hier, *hier.parents) if (map_ / "_quarto.yml").is_file()), hier)


def bestandsnaam(pad: Path) -> str:
    """What a file is called in messages: its path from the project folder, or only its name where it stands elsewhere.

    A relative `pad` is named as it is.
    """
    if not pad.is_absolute():
        return pad.as_posix()
    return pad.relative_to(projectmap()).as_posix() if pad.is_relative_to(projectmap()) else pad.name
