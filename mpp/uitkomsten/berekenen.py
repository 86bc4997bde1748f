"""From parameters to results: the prognosis gives the inflow, the model carries it through the chain."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

import numpy as np

from mpp.parameters import Parameterset, laad
from mpp.problemen import Fout
from mpp.uitkomsten.invoer import toets_invoer
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.uitkomsten.scenarios import per_scenario
from mpp.uitkomsten.trekkingen import reken_trekkingen


def bereken(ps: Parameterset, trekkingen: int = 0) -> Uitkomsten:
    """The results of an edition: the three scenarios, and `trekkingen` draws of the inflow and the uncertain parameters.

    Raises Fout for what the model does not read, what is in another unit than it computes, and a published figure that cannot
    be compared: of an indicator that does not exist, of a year outside the edition, or of the planning in a year of which
    the inflow is not given.
    """
    from mpp.productiemodel import doorrekenen
    from mpp.prognose import Prognose

    if problemen := list(toets_invoer(ps)):
        raise Fout(problemen)
    prognose = Prognose.uit(ps)
    instroom = np.stack([prognose.scenario(s) for s in SCENARIOS])
    getrokken = reken_trekkingen(ps, prognose, trekkingen) if trekkingen else None
    return Uitkomsten(ps, prognose, doorrekenen(ps, instroom, anders=per_scenario(ps)), getrokken=getrokken)


def parameterpad() -> Path:
    """The active parameter file: MPP_PARAMETERS, or that of the project."""
    gekozen = os.environ.get("MPP_PARAMETERS")
    return Path(gekozen) if gekozen else editiepad()


def editiepad() -> Path:
    """The parameter file of the project's edition: parameters.yml in this folder or the nearest one above it."""
    hier = Path.cwd()
    return next((map_ / "parameters.yml" for map_ in (hier, *hier.parents) if (map_ / "parameters.yml").is_file()), hier / "parameters.yml")


_GEGEVEN: ContextVar[Uitkomsten | None] = ContextVar("gegeven", default=None)


@contextmanager
def gegeven(u: Uitkomsten) -> Iterator[None]:
    """Within this, and in processes forked from within, `huidige` gives `u`, from whatever parameters it was computed."""
    eerder = _GEGEVEN.set(u)
    try:
        yield
    finally:
        _GEGEVEN.reset(eerder)


@cache
def _van(pad: Path, stand: tuple[int, int] | None) -> Uitkomsten:
    return bereken(laad(pad))


def huidige() -> Uitkomsten:
    """The results that were `gegeven`, or else those of the active parameter file, computed once per process for each state of it.

    Forks inherit them. A process that outlives a change of the file, such as a kernel that Quarto keeps, gets the results
    of the new one.
    """
    return _GEGEVEN.get() or _van(pad := parameterpad().resolve(), _stand(pad))


def _stand(pad: Path) -> tuple[int, int] | None:
    """What changes when the file does: when it was written, and its size. None where there is no file."""
    try:
        stand = pad.stat()
    except OSError:
        return None
    return stand.st_mtime_ns, stand.st_size


def huidige_met_trekkingen() -> Uitkomsten:
    """The same with draws, computed once per process and inherited by forks.

    Chapters that name it share the draws (see `mpp.render.boek`); a chapter alone in it makes them beside the others.
    """
    return huidige().met_trekkingen
