"""The package: all documents of an edition in one folder, with a manifest, and the same as one zip.

The documents of the variants are no part of it: they stand beside it, in a folder and a zip of their own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mpp import manifest
from mpp.documenten.document import kies, varianten
from mpp.inpakken import inpakken
from mpp.plaatsen import plaats
from mpp.ronde.status import MERK
from mpp.uitgave.eerder import Eerder, terzijde
from mpp.uitgave.samenstellen import maak, voeg_samen
from mpp.uitgave.voortgang import Stil, Voortgang

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def maak_pakket(u: Uitkomsten, status: Status, doel: Path, voortgang: Voortgang | None = None, opzij: Sequence[Eerder] = ()) -> Path:
    """Make the package of the edition in folder `doel`, and the beleidscontroles beside it; gives the path of the package's own folder.

    Of what stands there `opzij` is moved aside, unless it is what is made now.
    Raises Fout with every problem in the documents; then what was in `doel` has not changed.
    """
    voortgang = voortgang or Stil()
    documenten = (*kies(u.ps.wortel), *varianten(u.ps.wortel, u.editie.id).values())
    gemaakt = list(zip(documenten, maak(documenten, u, status, voortgang), strict=True))
    voortgang.begin("pakket")
    bestanden = ingepakt("mpp", voeg_samen(b for d, b in gemaakt if not d.beleidscontrole), u, status)
    if beleid := voeg_samen(b for d, b in gemaakt if d.beleidscontrole):
        bestanden |= ingepakt("beleidscontrole", beleid, u, status)
    with terzijde([eerder for eerder in opzij if not _is_zelfde(eerder, bestanden)], doel):
        plaats(bestanden, doel)
    voortgang.klaar("pakket")
    return doel / pakketnaam("mpp", u, status)


def _is_zelfde(eerder: Eerder, bestanden: Mapping[str, bytes]) -> bool:
    """Whether an earlier package is the one that is made now, by its manifest."""
    nieuw = bestanden.get(f"{eerder.naam}/{manifest.NAAM}")
    return nieuw is not None and hashlib.sha256(nieuw).hexdigest().startswith(eerder.merkteken)


def pakketnaam(soort: manifest.Soort, u: Uitkomsten, status: Status) -> str:
    """What a package of this edition is called, as in mpp-2023-1, mpp-2023-1.1 or beleidscontrole-2023-1-CONCEPT."""
    van_hier = status.voor(beleidscontrole=soort == "beleidscontrole")
    return "-".join((soort, status.versie_van(u.editie), *[MERK] * van_hier.concept))


def ingepakt(soort: manifest.Soort, bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The files with their manifest, in one folder, and the same as a zip."""
    alles = {**bestanden, manifest.NAAM: manifest.manifest(u.ps, status.voor(beleidscontrole=soort == "beleidscontrole"), bestanden, soort)}
    naam = pakketnaam(soort, u, status)
    in_map = {f"{naam}/{pad}": alles[pad] for pad in sorted(alles)}
    return {**in_map, f"{naam}.zip": inpakken(in_map, u.editie.vastgesteld)}
