"""The months before the peildatum in an explanation: what came, by which realisation, and what was spread or estimated of it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mpp.herkomst.bladen import bronvermeldingen
from mpp.herkomst.uitleg import Realisatiedeel
from mpp.parameters.gerealiseerd import Maand
from mpp.productiemodel import Gerealiseerd

if TYPE_CHECKING:
    from mpp.parameters import Parameterset


def realisatiedelen(ps: Parameterset, kwam: Gerealiseerd, id: str) -> tuple[Realisatiedeel, ...]:
    """What the file gives of an element for the months before the peildatum, one for each value; empty when they follow from others."""
    if id in kwam.afgeleid or id not in kwam.gegeven:
        return ()
    maanden = [(t, m) for t, m in enumerate(kwam.gegeven[id]) if m]
    return tuple(_deel(ps, list(groep)) for _, groep in groupby(maanden, key=lambda tm: (tm[1].reeks, tm[1].sleutel)))


def _deel(ps: Parameterset, groep: list[tuple[int, Maand]]) -> Realisatiedeel:
    m = groep[0][1]
    reeks = ps.realisaties[m.reeks]
    waarde = reeks.waarden[m.sleutel]
    bronnen, aanname = ps.herkomst(reeks, waarde)
    return Realisatiedeel(
        m.reeks,
        m.sleutel,
        tuple(t + 1 for t, _ in groep),
        tuple(maand.waarde for _, maand in groep),
        waarde.waarde,
        m.gespreid,
        m.geraamd,
        bronvermeldingen(ps, bronnen),
        aanname,
        waarde.toelichting or reeks.toelichting,
    )
