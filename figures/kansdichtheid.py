"""The probability density of the first asylum inflow in the first year, with the three scenarios in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from figures.stijl.kleuren import BAND, BLAUW, INKT, MEDIO, STIL
from figures.stijl.labels import bij, cijfer, vrij
from figures.stijl.vel import HEEL, Vel
from mpp.getal.cijfers import kans
from mpp.getal.getal import Getal
from mpp.getal.telwoorden import een_op, van_de
from mpp.prognose.prognose import KWANTIELEN

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Kansverdeling van de eerste asielinstroom in het eerste jaar"
BINNEN = KWANTIELEN["maximum"] - KWANTIELEN["minimum"]
ONDERTITEL = f"Eerste asielaanvragen in {{eerste}}; het oppervlak onder de lijn is de kans, het gekleurde deel {BINNEN:.0%}"
BRON = "Prognose Eerste Asielinstroom"


def punten_van(u: Uitkomsten) -> dict[str, float]:
    """The three scenarios of the first year."""
    return {naam: float(u.prognose.kwantiel(u.jaren[0], deel)) for naam, deel in KWANTIELEN.items()}


def _onder_medio(u: Uitkomsten) -> Getal:
    return kans(u.jaren[0], onder="medio", u=u)


def _lijn(u: Uitkomsten) -> tuple[np.ndarray, np.ndarray]:
    laag, hoog = (float(u.prognose.kwantiel(u.jaren[0], deel)) for deel in (0.001, 0.999))
    rand = 0.08 * (hoog - laag)
    x = np.linspace(max(0.0, laag - rand), hoog + rand, 201)
    return x, np.asarray(u.prognose.dichtheid(u.jaren[0], x), dtype=float)


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=52, kop=kop)
    ax = vel.assen(links=3, rechts=3)
    (x, y), punten = _lijn(u), punten_van(u)
    ax.set_xlim(x[0], x[-1])
    ax.set_ylim(0, y.max() * 1.3)
    ax.set_yticks([])
    stap = 10000 if x[-1] - x[0] < 90000 and not vel.smal else 20000
    streepjes = np.arange(np.ceil((x[0] + stap / 4) / stap) * stap, x[-1] - stap / 4, stap)
    ax.set_xticks(streepjes, [cijfer(s, op=1) for s in streepjes])
    midden = (x >= punten["minimum"]) & (x <= punten["maximum"])
    ax.fill_between(x, 0, y, where=midden, color=BAND, linewidth=0)
    ax.plot(x, y, color=INKT, linewidth=1.6)
    einden = []
    for naam, waarde in punten.items():
        hoogte = float(u.prognose.dichtheid(u.jaren[0], waarde))
        kleur, gewicht, dik = (MEDIO, 600, 1.6) if naam == "medio" else (STIL, 400, 0.8)
        ax.plot([waarde, waarde], [0, hoogte], color=kleur, linewidth=dik)
        einden.append((naam, waarde, hoogte, kleur, gewicht))
    for naam, waarde, hoogte, kleur, gewicht in einden:
        vrij(vel, ax, waarde, hoogte, naam, cijfer(waarde), kleur=kleur, gewicht=gewicht)
    if not vel.smal:
        plek = (punten["minimum"] + punten["medio"]) / 2
        bij(vel, ax, plek, y.max() * 0.26, f"{van_de(_onder_medio(u)).tekst} kansen", kleur=BLAUW, gewicht=600, dy=1.8)
        bij(vel, ax, plek, y.max() * 0.26, "onder medio", kleur=BLAUW, dy=-1.8)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    punten = punten_van(u)
    x, y = _lijn(u)
    return (
        f"Kansverdeling van de eerste asielinstroom in {u.jaren[0]}: een kromme met de top bij {cijfer(x[y.argmax()], op=100)}. "
        f"Minimum {cijfer(punten['minimum'])}, medio {cijfer(punten['medio'])}, maximum {cijfer(punten['maximum'])}. "
        f"De kans dat de instroom onder medio blijft is {een_op(_onder_medio(u)).tekst}; "
        f"de kans dat zij tussen minimum en maximum ligt is {cijfer(BINNEN, 'aandeel')}."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The curve: eerste_asielinstroom (persons), dichtheid (probability per person), kans_onder (share)."""
    from pandas import DataFrame

    x, y = _lijn(u)
    onder = [1 - float(u.prognose.kans_boven(u.jaren[0], grens)) for grens in x]
    return DataFrame({"eerste_asielinstroom": x, "dichtheid": y, "kans_onder": onder})
