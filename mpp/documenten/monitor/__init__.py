"""The document "monitor": what came since the edition was adopted, beside what it expected of the same part of the year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mpp.documenten.monitor.blad import NAAM, Opdracht, gevuld
from mpp.documenten.opmaak import TEKSTEN, Bladzijden, maak
from mpp.monitor.bestand import lees_realisaties
from mpp.monitor.keuze import REALISATIES, eis_na_vaststelling, kies_editie, waarom_geen
from mpp.monitor.lijst import lees_lijst
from mpp.monitor.verwachting import VanModel
from mpp.render.omslag import omslag

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def monitor(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The monitor that ships with the edition, as PDF and as HTML; nothing for an edition that has none, see `ontbreekt`.

    Raises Fout with every problem in the file of realisations, in the texts and in the pages.
    """
    return {} if ontbreekt(u, status, wortel) else maak(NAAM, bladzijden(u, status, wortel))


def ontbreekt(u: Uitkomsten, status: Status, wortel: Path | None = None) -> str:
    """Why the edition has no monitor, in Dutch; empty when it has one."""
    return waarom_geen(u, status, wortel or u.ps.wortel)


def bladzijden(u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The monitor before it is laid out. Raises Fout with every problem in the file of realisations."""
    wortel = wortel or u.ps.wortel
    return gevuld(eigen_opdracht(u, wortel), u, omslag(u, status), wortel)


def eigen_opdracht(u: Uitkomsten, wortel: Path) -> Opdracht:
    """What the monitor that ships with the edition is made of. Raises Fout with every problem in the file of realisations."""
    lijst = lees_lijst(wortel)
    realisaties = lees_realisaties(wortel / REALISATIES, lijst, wortel)
    return Opdracht(realisaties, VanModel(u), wortel / NAAM / TEKSTEN, lijst, eigen=True)


def van_bestand(bestand: Path, editie: str | None, teksten: Path | None, u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The monitor of a delivered file, as PDF and as HTML, named as the state has it.

    It is held against the edition of the results `u`, or against the earlier one `editie`, with the texts of the project unless others
    are given. Raises Fout with every problem: in the file, an edition that was not adopted or is not there, in the texts, in the pages.
    """
    wortel = u.ps.wortel
    lijst, verwachting = lees_lijst(wortel), kies_editie(editie, u, status)
    realisaties = lees_realisaties(bestand, lijst, wortel)
    kaft = omslag(u, status)
    if isinstance(verwachting, VanModel):
        eis_na_vaststelling(realisaties, u)
    else:
        kaft = replace(kaft, editie=f"{verwachting.naam} (zoals gepubliceerd)", naam=verwachting.naam)
    eigen = isinstance(verwachting, VanModel) and teksten is None and bestand.absolute() == wortel / REALISATIES
    opdracht = Opdracht(realisaties, verwachting, teksten or wortel / NAAM / TEKSTEN, lijst, eigen)
    bestanden = maak(NAAM, gevuld(opdracht, u, kaft, wortel))
    return {status.bestandsnaam(pad): inhoud for pad, inhoud in bestanden.items()}
