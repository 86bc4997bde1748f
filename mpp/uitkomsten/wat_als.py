"""The results of a what-if beside those of the edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mpp.parameters import Parameterset

if TYPE_CHECKING:
    import pandas as pd

_SLEUTEL: Final = ["indicator", "scenario", "jaar"]
_RUIS: Final = 1e-9
"""A relative difference this small is of the arithmetic, not of the what-if."""


@dataclass(frozen=True)
class Anders:
    """One value of a parameter that is another than in the edition; None where one of the two has none."""

    id: str
    periode: str
    eenheid: str
    oud: float | None
    nieuw: float | None


def gewijzigd(editie: Parameterset, wat_als: Parameterset) -> Iterator[Anders]:
    """Every value of a parameter that differs."""
    for id, p in wat_als.parameters.items():
        oud = editie.parameters[id].waarden if id in editie.parameters else {}
        for periode in {**p.waarden, **oud}:
            van, tot = (w[periode].waarde if periode in w else None for w in (oud, p.waarden))
            if van != tot:
                yield Anders(id, periode, p.eenheid, van, tot)


def naast(tabel: pd.DataFrame, editie: pd.DataFrame) -> pd.DataFrame:
    """The tidy table of a what-if with two columns more: `verschil` with the edition, and that as a share of it.

    `verschil` is exactly zero where nothing changed; both are empty where the edition has no such value, `verschil_aandeel`
    also where that value is zero.
    """
    import numpy as np

    samen = tabel.merge(editie[[*_SLEUTEL, "waarde"]].rename(columns={"waarde": "oud"}), on=_SLEUTEL, how="left")
    verschil = samen["waarde"] - samen["oud"]
    verschil = verschil.where(verschil.isna() | (verschil.abs() > _RUIS * samen["oud"].abs()), 0.0)
    aandeel = verschil / samen["oud"].where(samen["oud"] != 0, np.nan)
    return samen.drop(columns="oud").assign(verschil=verschil, verschil_aandeel=aandeel)
