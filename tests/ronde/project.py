"""The shipped project in another folder, as one who begins a round finds it: locked and public, with everything in it."""

import shutil
from pathlib import Path

from mpp.projectmap import Projectmap
from tests.editie import PROJECT
from tests.ronde.proefronde import DELEN, GEGEVENS
from tests.ronde.stappen import maak_openbaar

ELDERS = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}
"""The environment of a machine elsewhere."""


def hele_kopie(map_: Path) -> Path:
    """The whole project, its program too, in the folder `map_`, as after publication: for what runs in a process of its own."""
    zonder = (".*", "_output", "_quarto", "__pycache__", "tests", "journaal.yml", "parameters.lock")
    shutil.copytree(PROJECT.wortel, map_, ignore=shutil.ignore_patterns(*zonder))
    maak_openbaar(Projectmap(map_, map_ / "parameters.yml").laad())
    return map_


def kopie(map_: Path) -> Projectmap:
    """A copy of what the edition is made from, in `map_`."""
    for naam in (*DELEN, *GEGEVENS, "_variables.yml", "akkoorden.yml"):
        van = PROJECT.wortel / naam
        if van.exists():
            (shutil.copytree if van.is_dir() else shutil.copy)(van, map_ / naam)
    project = Projectmap(map_, map_ / "parameters.yml")
    maak_openbaar(project.laad())
    return project
