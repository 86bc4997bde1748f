"""The infographic: four pages A4 with the message of the edition, for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mpp.documenten.beelden import Beelden
from mpp.documenten.opmaak import Bladzijden, Opmaak
from mpp.documenten.passen import maak_passend
from mpp.render.omslag import omslag

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.documenten.teksten import Teksten
    from mpp.glossarium import Afkorting
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "infographic"
PAGINAS: Final = 4


def infographic(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The infographic of the edition as PDF and as HTML, from the folder `infographic` of the project.

    Raises Fout with every problem: in the named numbers, in the texts, and where a text does not fit its box.
    """
    blad, teksten = _gevuld(u, status, wortel or u.ps.wortel)
    return maak_passend(NAAM, blad, teksten, PAGINAS)


def bladzijden(u: Uitkomsten, status: Status) -> Bladzijden:
    """The infographic before it is laid out. Raises Fout with every problem in the named numbers."""
    return _gevuld(u, status, u.ps.wortel)[0]


def _gevuld(u: Uitkomsten, status: Status, wortel: Path) -> tuple[Bladzijden, Teksten]:
    opmaak, beelden = Opmaak(wortel, NAAM, NAAM), Beelden(u)
    teksten = opmaak.teksten(u)

    def afkortingen() -> tuple[Afkorting, ...]:
        """What the texts and the charts asked for so far abbreviate."""
        return opmaak.glossarium.gebruikt([*teksten.ruw(), *beelden.alt.values(), *beelden.bronnen.values()])

    velden = {"tekst": teksten, "aantal": teksten.aantal, "beeld": beelden, "afkortingen": afkortingen}
    return opmaak.bladzijden(f"Infographic – {status.naam(u.editie)}", omslag(u, status), teksten, **velden), teksten
