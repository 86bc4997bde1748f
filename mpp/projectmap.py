"""The folder of a project and the parameter file of its edition: found once, when a command starts, and handed down."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.padnamen import PARAMETERS, bestandsnaam

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.uitkomsten import Uitkomsten

_BOEK: Final = "_quarto.yml"
OMGEVING: Final = "MPP_PARAMETERS"
"""Names the parameter file to what Quarto starts, its kernels and its hooks: nothing else can be handed down to them."""


@dataclass(frozen=True)
class Projectmap:
    """A project: the folder `wortel` in which the sources of the documents stand, and its parameter file."""

    wortel: Path
    parameters: Path

    @classmethod
    def hier(cls, parameters: Path | None = None) -> Projectmap:
        """The project of the current folder: the nearest one with a book, from here upward, else the nearest with parameters.

        Its parameter file is its parameters.yml, or `parameters` where that is given; in no project it is that of this file.
        """
        hier = Path.cwd()
        wortel = _project_van(hier) or (parameters and _project_van(parameters.absolute().parent)) or hier
        return cls(wortel, (parameters or wortel / PARAMETERS).absolute())

    @classmethod
    def van_quarto(cls) -> Projectmap:
        """The same for what Quarto started: its parameter file is that which the environment names, if it names one."""
        gekozen = os.environ.get(OMGEVING)
        return cls.hier(Path(gekozen) if gekozen else None)

    def eis_parameters(self) -> None:
        """Raises Fout when there is no parameter file."""
        from mpp.problemen import Fout, probleem

        if not self.parameters.is_file():
            raise Fout([probleem("parameters-ontbreken", pad=bestandsnaam(self.parameters, self.wortel))])

    def laad(self) -> Parameterset:
        """The parameters of its edition, of an earlier one as today's model reads them. Raises Fout with every problem in the file."""
        from mpp.edities.eerder import laad_editie
        from mpp.edities.map import eerdere_mappen
        from mpp.parameters import laad

        mappen = {map_.pad(PARAMETERS): map_ for map_ in eerdere_mappen(self.wortel).values()}
        return laad_editie(mappen[self.parameters]) if self.parameters in mappen else laad(self.parameters, self.wortel)

    def bereken(self) -> Uitkomsten:
        """The results of its edition. Raises Fout as `laad` and `mpp.uitkomsten.bereken` do."""
        from mpp.uitkomsten import bereken

        return bereken(self.laad())


def _project_van(map_: Path) -> Path | None:
    """The project that a folder lies in, None when it lies in none."""
    mappen = (map_, *map_.parents)
    return next((m for bestand in (_BOEK, PARAMETERS) for m in mappen if (m / bestand).is_file()), None)
