"""The Prognose Eerste Asielinstroom: its futures, its figures by year, and its distribution."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import TYPE_CHECKING, Final

import numpy as np

from mpp.getal.prognosecijfers import VAN_JAAR, jaarwaarde
from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.rijen.gemeen import PROGNOSE, bronvermelding, gemeten, getoond, sleutels
from mpp.opendata.tijd import van_jaar
from mpp.uitkomsten.register import register
from mpp.weergave.afronding import kaal, rond

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

_INSTROOM: Final = "instroom.eerste_aanvragen"
_STAP: Final = 500
"""Between two numbers of people of the distribution."""
_RAND: Final = 0.001
_DICHTHEID: Final = 0.0001


def toekomsten(u: Uitkomsten) -> Iterator[Rij]:
    """Every future in every year."""
    nu = {jaar: u.prognose.kansen(jaar) for jaar in u.jaren}
    for s in u.prognose.sectie.scenarios:
        for jaar in u.jaren:
            w = s.jaren[jaar]
            yield {
                "toekomst": s.id,
                "naam": s.naam,
                "soort": s.soort,
                **van_jaar(jaar),
                "kans": exact(w.kans),
                "kans_nu": getoond(nu[jaar][s.id], "aandeel"),
                "verwachting": exact(w.verwachting),
                "spreiding": exact(w.spreiding),
                "eenheid": _eenheid(),
                **bronvermelding(sleutels(s.bron)),
                "aanname": s.aanname,
            }


def cijfers(u: Uitkomsten) -> Iterator[Rij]:
    """The expectation and the named quantiles of each year, given what came and before anything had come."""
    for kennis, prognose in (("jaar", u.prognose), ("vooraf", u.prognose.vooraf)):
        for grootheid in VAN_JAAR:
            for jaar in u.jaren:
                gerond = gemeten(jaarwaarde(prognose, grootheid, jaar), _eenheid())
                yield {"kennis": kennis, "grootheid": grootheid, **van_jaar(jaar), **gerond, "status": PROGNOSE}


def kansverdeling(u: Uitkomsten) -> Iterator[Rij]:
    """The density and the chance of more at rising numbers of people, as far as any year reaches."""
    laag = floor(min(u.prognose.kwantiel(jaar, _RAND) for jaar in u.jaren) / _STAP) * _STAP
    hoog = ceil(max(u.prognose.kwantiel(jaar, 1 - _RAND) for jaar in u.jaren) / _STAP) * _STAP
    aantallen = np.arange(max(0, laag), hoog + _STAP, _STAP)
    for jaar in u.jaren:
        dichtheid = (1000 * u.prognose.dichtheid(jaar, aantallen)).tolist()
        for aantal, dicht in zip(aantallen.tolist(), dichtheid, strict=True):
            yield {
                **van_jaar(jaar),
                "instroom": aantal,
                "eenheid": _eenheid(),
                "dichtheid": kaal(rond(dicht, _DICHTHEID)),
                "kans_boven": getoond(u.prognose.kans_boven(jaar, aantal), "aandeel"),
                "status": PROGNOSE,
            }


def _eenheid() -> str:
    return register()[_INSTROOM].eenheid
