"""Fan charts: medio in the bands that the draws from the prognosis and the parameters give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import KANSBANDEN, MEDIO, REALISATIE, STIL
from figures.stijl.labels import Label, cijfer, naast
from figures.stijl.reeksen import Verloop, stukken, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import NADRUK, grens, hoogte_as, jaar_as
from mpp.weergave.opmaak import opsomming

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Hoe onzeker de uitkomsten zijn"
KANSEN = opsomming([f"{kans * 100:g}" for kans in sorted(KANSBANDEN)])
ONDERTITEL = f"Realisatie, medio en de band waarin de uitkomst met {KANSEN}% kans valt, tot en met {{laatste}}"
BRON = "realisatie [coa.bezetting ind.asiel.voorraad]; prognose MPP-productiemodel"
PANELEN = {
    "Bezetting COA op 31 december (personen)": ("coa.bezetting", "personen"),
    "Voorraad asiel op 31 december (zaken)": ("ind.asiel.voorraad", "zaken"),
    "Instroom BNTB per jaar (zaken)": ("rvdr.bntb_instroom", "zaken"),
    "Nidos op 31 december (pupillen)": ("nidos.pupillen", "pupillen"),
}
"""Per panel: its name, the indicator, the unit."""

MIDDELSTE = sorted(KANSBANDEN)[len(KANSBANDEN) // 2]
"""The band that is told in words."""

Banden = dict[float, list[tuple[float, float]]]
"""By probability: the ends of the band in each year."""


def _banden(u: Uitkomsten, indicator: str) -> Banden:
    def band(kans: float, jaar: int) -> tuple[float, float]:
        onder, boven = u.met_trekkingen.banden(indicator, jaar, [(1 - kans) / 2, (1 + kans) / 2]).tolist()
        return onder, boven

    return {kans: [band(kans, jaar) for jaar in u.jaren] for kans in KANSBANDEN}


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=42, panelen=len(PANELEN), kolommen=2, kop=kop)
    for nummer, (naam, (indicator, eenheid)) in enumerate(PANELEN.items()):
        paneel(vel, nummer, naam, verloop(u, indicator), _banden(u, indicator), eenheid)
    return vel.figuur


def paneel(vel: Vel, nummer: int, naam: str, v: Verloop, banden: Banden, eenheid: str) -> None:
    """Draw what came, medio and its bands in one panel, with the names at the ends of the lines."""
    ax = vel.assen(nummer, naam=naam, rechts=26)
    hoogte_as(ax, max(v.hoogste, *(boven for _, boven in banden[max(banden)])) * 1.04, eenheid)
    jaar_as(vel, ax, min([*v.realisatie, v.jaren[0]]), v.jaren[-1])
    grens(vel, ax, v.jaren[0] - (0.9 if v.realisatie else 0.3))
    for stuk in stukken(v.realisatie):
        ax.plot(*zip(*stuk, strict=True), color=REALISATIE, linewidth=1.6, marker="o", markersize=2.6, zorder=4)
    begin = [(x, y) for x, y in v.realisatie.items() if x == v.jaren[0] - 1]
    xs, ys = [x for x, _ in begin] + list(v.jaren), [y for _, y in begin]
    labels = [Label(v.medio[-1], f"medio {cijfer(v.medio[-1], eenheid)}", MEDIO, NADRUK)]
    for kans, band in banden.items():
        onder, boven = ([*ys, *rand] for rand in zip(*band, strict=True))
        ax.fill_between(xs, onder, boven, color=KANSBANDEN[kans], linewidth=0, zorder=2)
        labels += [Label(rand, f"{cijfer(kans, 'aandeel')}: {cijfer(rand, eenheid)}", STIL) for rand in band[-1]]
    ax.plot(xs, [*ys, *v.medio], color=MEDIO, linewidth=1.9, zorder=3.5)
    naast(vel, ax, v.jaren[-1], labels, afstand=3.3)


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    zinnen = []
    for naam, (indicator, eenheid) in PANELEN.items():
        ruim = _banden(u, indicator)[MIDDELSTE]
        jaren = (
            f"in {u.jaren[i]} medio {cijfer(u.waarde(indicator, u.jaren[i]), eenheid)} "
            f"met {cijfer(MIDDELSTE, 'aandeel')} kans tussen {cijfer(ruim[i][0], eenheid)} en {cijfer(ruim[i][1], eenheid)}"
            for i in (0, -1)
        )
        zinnen.append(f"{naam}: {', '.join(jaren)}.")
    return f"Vier waaiers om medio, met banden van {KANSEN}% kans. " + " ".join(zinnen)


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: reeks, jaar, medio, and the ends of each band."""
    from pandas import DataFrame

    rijen = [
        {"reeks": naam, "jaar": str(jaar), "medio": u.waarde(indicator, jaar)}
        | {f"{kant} {kans:.0%}": band[i][k] for kans, band in banden.items() for k, kant in enumerate(("onder", "boven"))}
        for naam, (indicator, _) in PANELEN.items()
        for banden in (_banden(u, indicator),)
        for i, jaar in enumerate(u.jaren)
    ]
    return DataFrame(rijen)
