"""The shipped edition, as most tests read it: the project of this repository, and its results computed once."""

from functools import cache
from pathlib import Path
from typing import Final

from mpp.projectmap import Projectmap
from mpp.uitkomsten import Uitkomsten

_WORTEL: Final = Path(__file__).parents[1]
PROJECT: Final = Projectmap(_WORTEL, _WORTEL / "parameters.yml")


@cache
def uitkomsten() -> Uitkomsten:
    """The results of the shipped edition."""
    return PROJECT.bereken()
