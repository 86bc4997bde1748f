"""Whose a path is: Python's, a library's, the program's, the system's, or one that tells something of a chapter."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import cache
from typing import Final

import mpp

_PYTHON: Final = os.path.dirname(os.__file__) + os.sep
_PROGRAMMA: Final = os.path.dirname(os.path.abspath(mpp.__file__)) + os.sep
_FIGUREN: Final = os.path.join(os.path.dirname(_PROGRAMMA.rstrip(os.sep)), "figures") + os.sep
_PAKKETTEN: Final = ("dist-packages", "site-packages")
_LEZERS: Final = ("IPython", "numpy", "pandas")
"""Libraries that read the file that they are asked to, but for what they look up of the machine itself."""
_ZELF: Final = "compat"

TERZIJDE: Final = (".mpp-cache", "__pycache__", *_PAKKETTEN)
"""Names of folders that are kept beside a project: what is in them is made from what is elsewhere."""


def is_vast(pad: str) -> bool:
    """Whether a path is of Python, of a library or of our own code: every chapter depends on them already."""
    return pad.startswith((_PROGRAMMA, _PYTHON, *_voorvoegsels()))


def is_mee_vast(pad: str) -> bool:
    """The same, for what code may ask for by name: not all that stands in the folders where Python happens to be installed."""
    return pad.startswith((_PROGRAMMA, _FIGUREN, _PYTHON)) or any(deel in _PAKKETTEN for deel in pad.split(os.sep))


def is_terzijde(pad: str) -> bool:
    """Whether a path lies in a folder that is kept beside a project."""
    return any(deel in TERZIJDE for deel in pad.split(os.sep))


def is_van_het_systeem(pad: str) -> bool:
    """Whether a path lies where the system and libraries keep what is theirs."""
    return pad.startswith(_van_het_systeem())


def is_doorgever(bestand: str) -> bool:
    """Whether the code in a file reads what it is asked to, and nothing of its own: Python's, ours, that of some libraries."""
    delen = bestand.split(os.sep)
    pakket = next((delen[i + 1 : i + 3] for i, deel in enumerate(delen[:-1]) if deel in _PAKKETTEN), [])
    return pakket[0] in _LEZERS and _ZELF not in pakket if pakket else bestand.startswith(("<frozen ", _PYTHON, _PROGRAMMA, _FIGUREN))


@cache
def _voorvoegsels() -> tuple[str, ...]:
    return tuple(map_.rstrip(os.sep) + os.sep for map_ in (sys.prefix, sys.base_prefix))


@cache
def _van_het_systeem() -> tuple[str, ...]:
    thuis = os.path.expanduser("~")
    eigen = (os.path.join(thuis, map_) for map_ in (".cache", ".config", ".ipython", ".matplotlib"))
    return tuple(map_ + os.sep for map_ in ("/proc", "/sys", "/dev", "/etc", tempfile.gettempdir(), *eigen))
