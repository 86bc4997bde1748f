"""The shipped project in another folder, as one who begins a round finds it: locked, with everything in it."""

import shutil
from pathlib import Path

from mpp.parameters.slot import schrijf_slot
from mpp.projectmap import Projectmap
from tests.editie import PROJECT
from tests.ronde.proefronde import DELEN, GEGEVENS


def kopie(map_: Path) -> Projectmap:
    """A copy of what the edition is made from, in `map_`."""
    for naam in (*DELEN, *GEGEVENS, "_variables.yml", "akkoorden.yml"):
        van = PROJECT.wortel / naam
        if van.exists():
            (shutil.copytree if van.is_dir() else shutil.copy)(van, map_ / naam)
    project = Projectmap(map_, map_ / "parameters.yml")
    schrijf_slot(project.laad())
    return project
