"""What the model costs by the number of draws and of months: it grows as they do."""

from __future__ import annotations

import time
from statistics import median

from mpp.parameters import Parameterset
from mpp.prognose import Prognose
from mpp.projectmap import Projectmap
from mpp.uitkomsten.trekkingen import TREKKINGEN, reken_trekkingen

_AANTALLEN = (2_500, 5_000, 10_000, 20_000)


def verslag(keren: int) -> str:
    """Two rows of a table: seconds for so many draws of all months, and for so many months of 10,000 draws; medians."""
    ps = Projectmap.hier().laad()
    reken_trekkingen(ps, Prognose.uit(ps), 1)
    jaren = range(1, len(ps.editie.jaren) + 1)
    per_aantal = {f"{n:,} draws": _seconden(ps, n, len(jaren), keren) for n in _AANTALLEN}
    per_duur = {f"{12 * k} months": _seconden(ps, TREKKINGEN, k, keren) for k in jaren}
    return "\n".join(" | ".join(f"{naam} {seconden:.2f} s" for naam, seconden in rij.items()) for rij in (per_aantal, per_duur))


def _seconden(ps: Parameterset, n: int, n_jaren: int, keren: int) -> float:
    """The time that n draws over the first years of the edition take."""
    jaren = ps.editie.jaren[:n_jaren]
    editie = ps.editie.model_copy(update={"jaren": jaren})
    korter = Parameterset(ps.bestand.model_copy(update={"editie": editie}), ps.boom, ps.pad)
    prognose, tijden = Prognose(Prognose.uit(ps).sectie, jaren), []
    for _ in range(keren):
        begin = time.perf_counter()
        reken_trekkingen(korter, prognose, n)
        tijden.append(time.perf_counter() - begin)
    return median(tijden)
