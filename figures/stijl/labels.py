"""Words and numbers inside a chart: Dutch numbers, labels at the end of a line that never overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from figures.stijl.kleuren import TEKST
from figures.stijl.letters import tekstbreedte
from figures.stijl.plaatsing import regelhoogte, vrije_plek
from figures.stijl.vel import PUNT, Vel

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def cijfer(waarde: float, eenheid: str = "personen", op: float | None = None) -> str:
    """`waarde` as it reads in every product: Dutch, rounded for outside (to `op` when given)."""
    from mpp.weergave.opmaak import opmaak

    return opmaak(waarde, eenheid, op=op)


@dataclass(frozen=True)
class Label:
    """A label beside the point (`x`, `y`) of a chart, in data units."""

    y: float
    tekst: str
    kleur: str = TEKST
    gewicht: int = 400


def spreid(gewenst: Sequence[float], afstand: float, onder: float, boven: float) -> list[float]:
    """Positions as near as can be to `gewenst` (ascending), at least `afstand` apart, within `onder`..`boven`.

    Least squares by pooling neighbours that are too close; all in the same unit of length.
    """
    groepen: list[list[float]] = []
    for i, plek in enumerate(gewenst):
        groepen.append([plek - i * afstand, 1])
        while len(groepen) > 1 and groepen[-2][0] >= groepen[-1][0]:
            laatste = groepen.pop()
            vorige = groepen[-1]
            vorige[0] = (vorige[0] * vorige[1] + laatste[0] * laatste[1]) / (vorige[1] + laatste[1])
            vorige[1] += laatste[1]
    hoogste = boven - (len(gewenst) - 1) * afstand
    plekken = [min(max(middel, onder), hoogste) for middel, aantal in groepen for _ in range(int(aantal))]
    return [plek + i * afstand for i, plek in enumerate(plekken)]


def naast(vel: Vel, ax: Axes, x: float, labels: Sequence[Label], *, afstand: float = 3.6, wijk: float = 2.0) -> None:
    """Write `labels` right of the line ends at `x` (data units), `afstand` mm apart at least and clear of what stands there.

    When one of them has to move, all stand a little further off and those that moved get a thin line to their point.
    """
    kader = ax.get_position()
    (x0, x1), (y0, y1) = ax.get_xlim(), ax.get_ylim()
    basis, hoog = kader.y0 * vel.totaal, kader.height * vel.totaal
    rechts = (kader.x0 + kader.width * (x - x0) / (x1 - x0)) * vel.breedte
    volgorde = sorted(labels, key=lambda label: label.y)
    gewenst = [basis + hoog * (label.y - y0) / (y1 - y0) for label in volgorde]
    breed = max(tekstbreedte(label.tekst, PUNT, label.gewicht) for label in volgorde)
    onder, boven = _ruimte(vel, rechts + wijk, rechts + wijk + _AF + breed, basis, basis + hoog, sum(gewenst) / len(gewenst))
    plekken = spreid(gewenst, afstand, onder, boven)
    verzet = [abs(punt - plek) > _VERZET for punt, plek in zip(gewenst, plekken, strict=True)]
    begin = max(min(rechts + wijk + (_AF if any(verzet) else 0.0), vel.breedte - breed), rechts + wijk)
    for label, punt, plek, ver in zip(volgorde, gewenst, plekken, verzet, strict=True):
        if ver:
            vel.verbind((rechts + 1.2, punt), (begin - 0.6, plek), label.kleur)
        vel.schrijf(begin, plek, label.tekst, kleur=label.kleur, gewicht=label.gewicht, va="center")


_AF, _VERZET = 2.5, 1.2
"""How much further off labels stand when they have a line to their point; from how far off they get one."""


def _ruimte(vel: Vel, links: float, rechts: float, onder: float, boven: float, midden: float) -> tuple[float, float]:
    """The height between `onder` and `boven` round `midden` that no text takes yet, for labels from `links` to `rechts`."""
    half = regelhoogte(PUNT) / 2 + 0.4
    for vak in vel.vakken:
        if vak.links < rechts and links < vak.rechts and vak.onder < boven + half and onder - half < vak.boven:
            if (vak.onder + vak.boven) / 2 > midden:
                boven = min(boven, vak.onder - half)
            else:
                onder = max(onder, vak.boven + half)
    return onder, boven


def vrij(vel: Vel, ax: Axes, x: float, y: float, *regels: str, kleur: str = TEKST, gewicht: int = 400, punt: float = PUNT) -> None:
    """Write `regels` near the point (`x`, `y`) in data units, where they lie on no line, bar or other text.

    To be called when what they may not lie on has been drawn.
    """
    links, hoogte, ha = vrije_plek(vel, ax, (x, y), regels, punt, gewicht)
    for i, regel in enumerate(regels):
        vel.schrijf(links, hoogte - i * regelhoogte(punt), regel, kleur=kleur, gewicht=gewicht, punt=punt, ha=ha, va="center", los=True)


def bij(
    vel: Vel,
    ax: Axes,
    x: float,
    y: float,
    tekst: str,
    *,
    kleur: str = TEKST,
    gewicht: int = 400,
    dx: float = 0.0,
    dy: float = 2.2,
    ha: str = "center",
    punt: float = PUNT,
) -> None:
    """Write `tekst` near the point (`x`, `y`) in data units, moved by (`dx`, `dy`) mm."""
    kader = ax.get_position()
    (x0, x1), (y0, y1) = ax.get_xlim(), ax.get_ylim()
    vel.schrijf(
        (kader.x0 + kader.width * (x - x0) / (x1 - x0)) * vel.breedte + dx,
        (kader.y0 + kader.height * (y - y0) / (y1 - y0)) * vel.totaal + dy,
        tekst,
        kleur=kleur,
        gewicht=gewicht,
        punt=punt,
        ha=ha,
        va="center",
    )
