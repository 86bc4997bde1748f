"""Looking through a package that was made, against the results of the edition here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.controle.pakket.inhoud import lees_pakket, lees_pdfs
from mpp.manifest import NAAM
from mpp.problemen import Fout, probleem
from mpp.render.vorken import ernaast, kan_vorken

if TYPE_CHECKING:
    from mpp.controle.pakket.geheel import Uitslag
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def kijk_pakket_na(map_: Path, project: Projectmap) -> Iterator[tuple[Path, Uitslag]]:
    """What the check of the package in `map_` finds, or of each package in that folder: its own folder, and the outcome.

    The numbers are held against the results of `project`, that are computed while the PDFs are read. Raises Fout when there is
    no package, and for one that was made of other parameters.
    """
    mappen = [map_] if (map_ / NAAM).is_file() else sorted(pad.parent for pad in map_.glob(f"*/{NAAM}"))
    if not mappen:
        raise Fout([probleem("pakket-onleesbaar", map=map_.as_posix(), reden=f"er is geen {NAAM} in")])
    lees = partial(lees_pdfs, [lees_pakket(pakket) for pakket in mappen])
    pdfs, (u, status) = ernaast(lees, partial(_bereken, project)) if kan_vorken() else ({}, _bereken(project))

    from mpp.controle.pakket.geheel import keur_pakket

    for pakket in mappen:
        yield pakket, keur_pakket(pakket, u, status, pdfs)


def _bereken(project: Projectmap) -> tuple[Uitkomsten, Status]:
    import mpp.controle.pakket.geheel  # noqa: F401  what takes long to load, while the PDFs are read
    from mpp.ronde.status import bepaal_status

    u = project.bereken()
    return u, bepaal_status(u)
