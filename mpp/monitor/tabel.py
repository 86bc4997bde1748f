"""What is followed between two rounds, as the rapportage tells it.

What comes is told by the monitor alone: a rapportage stays what it was on the day of its adoption.
"""

from __future__ import annotations

from typing import Final

from mpp.getal.tabel import Cel, Tabel
from mpp.monitor.lijst import Telling, lees_lijst
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import register

_VERGELEKEN: Final[dict[Telling, str]] = {
    "som": "de som van de maanden",
    "stand": "de stand van de laatste maand",
    "gemiddelde": "het gemiddelde over de maanden",
    "verhouding": "de verhouding over de maanden",
    "piek": "de hoogste maand",
}


def tabel_monitor(*, u: Uitkomsten) -> Tabel:
    """Every indicator that the monitor follows by domain: which organisation delivers it, and what of its months is compared.

    Raises Fout with every problem in the list of indicators.
    """
    rijen: list[list[Cel]] = []
    for domein, onderwerpen in lees_lijst(u.ps.wortel).domeinen.items():
        rijen.append([f"**{domein.capitalize()}**", "", ""])
        rijen += [[f"{o.naam} ({o.eenheid})", register()[o.delen[0]].organisatie, _VERGELEKEN[o.telling]] for o in onderwerpen]
    return Tabel(["Indicator", "Organisatie", "Vergeleken wordt"], rijen, [50, 18, 32], cijfers=False)
