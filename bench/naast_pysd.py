"""The asylum chain side by side with PySD: the same stocks and formulas, and what a run costs in either."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bench.vensim import als_vensim, naam, zonder_rijen
from mpp.parameters import Parameterset
from mpp.productiemodel import Keten, asiel
from mpp.prognose import Prognose
from mpp.projectmap import Projectmap

PYTHON = Path(".venv-bench/bin/python")
TREKKINGEN = 10_000
KEREN = 21

#: The stocks of both must agree to this part of a person, in every month.
SPELING = 1e-6


@dataclass(frozen=True)
class Naast:
    """Seconds per run in PySD and per draw here, the greatest difference between their stocks, and what PySD leaves out."""

    pysd: float
    hier: float
    verschil: float
    voorraden: int
    zonder: tuple[str, ...]

    @property
    def factor(self) -> float:
        """How many times faster a draw is here than a run in PySD."""
        return self.pysd / self.hier


def meet_naast(ps: Parameterset) -> Naast | None:
    """Both, for scenario medio in PySD and for many draws here; None when PySD is not installed.

    PySD runs the chain without its queues and gives only the stocks; here the whole asylum chain is run and every
    element kept. Raises ValueError when the chain without queues gives other stocks in PySD than here.
    """
    python = ps.wortel / PYTHON
    if not python.exists() or subprocess.run([python, "-c", "import pysd"], capture_output=True).returncode:
        return None
    keten, prognose = Keten(asiel.DELEN), Prognose.uit(ps)
    vereenvoudigd, zonder = zonder_rijen(keten)
    medio = prognose.scenario("medio")
    elders = _draai_pysd(python, als_vensim(vereenvoudigd, ps, medio), [naam(id) for id in vereenvoudigd.voorraden])
    hier = vereenvoudigd.rekenen(ps, medio[None])
    verschil = max(
        np.abs(np.array([hier.begin[id][0], *hier.reeksen[id][0]]) - elders["reeksen"][naam(id)]).max() for id in vereenvoudigd.voorraden
    )
    if not verschil <= SPELING:
        raise ValueError(f"PySD gives other stocks: they differ by {verschil:g}")
    return Naast(elders["seconden"], _per_trekking(keten, ps, prognose), float(verschil), len(vereenvoudigd.voorraden), zonder)


def _draai_pysd(python: Path, model: str, namen: list[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="mpp-pysd-") as map_:
        pad = Path(map_) / "keten.mdl"
        pad.write_text(model, encoding="utf-8")
        opdracht = [str(python), str(Path(__file__).with_name("draai_vensim.py")), str(pad), str(KEREN), *namen]
        return json.loads(subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout)


def _per_trekking(keten: Keten, ps: Parameterset, prognose: Prognose) -> float:
    instroom = prognose.trekkingen(TREKKINGEN)
    tijden = []
    for _ in range(3):
        begin = time.perf_counter()
        for _ in keten.per_jaar(ps, instroom, list(keten.onderdelen)):
            pass
        tijden.append(time.perf_counter() - begin)
    return median(tijden) / TREKKINGEN


def verslag() -> str:
    """The measurement in a few lines; "not measured" when PySD is not installed."""
    kop = "asylum chain, 60 months, beside PySD: "
    naast = meet_naast(Projectmap.hier().laad())
    if naast is None:
        return kop + "not measured (PySD is not installed; see scripts/setup bench)"
    return (
        f"{kop}{naast.factor:.0f} times faster\n"
        f"  one run in PySD            {naast.pysd * 1e3:10.1f} ms   median of {KEREN}\n"
        f"  one draw here              {naast.hier * 1e3:10.4f} ms   of {TREKKINGEN} at once, with the queues\n"
        f"  the same {naast.voorraden} stocks, to {naast.verschil:.1g} of a person in every month, when both are without queues\n"
        f"  left out for PySD: first in, first out ({', '.join(naast.zonder)}), and all but the stocks"
    )
