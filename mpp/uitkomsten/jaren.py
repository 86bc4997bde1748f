"""From months to years, as the register says of each indicator."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mpp.uitkomsten.register import Indicator, register


def naar_jaren(maanden: Mapping[str, np.ndarray], n_jaren: int) -> dict[str, np.ndarray]:
    """Indicators by year, (n_runs, n_years), from their months, (n_runs, 12 n_years).

    What a ratio or a weighted mean is made of must be among them.
    """
    per_jaar = {id: reeks.T.reshape(n_jaren, 12, -1) for id, reeks in maanden.items()}
    indicatoren = [register()[id] for id in maanden]
    jaren = {i.id: _jaar(i, per_jaar).T for i in indicatoren}
    verhoudingen = {i.id: _deel(jaren[i.teller], jaren[i.noemer]) for i in indicatoren if i.teller and i.noemer}
    return {**jaren, **verhoudingen}


def _jaar(i: Indicator, per_jaar: Mapping[str, np.ndarray]) -> np.ndarray:
    """One indicator by year, (n_years, n_runs)."""
    waarden = per_jaar[i.id]
    if i.gewicht:
        gewicht = per_jaar[i.gewicht]
        return _deel((waarden * gewicht).sum(axis=1), gewicht.sum(axis=1))
    match i.soort:
        case "instroom" | "uitstroom" | "bedrag":
            return np.asarray(waarden.sum(axis=1))
        case "piek":
            return np.asarray(waarden.max(axis=1))
        case _:
            return waarden[:, -1].copy()


def _deel(teller: np.ndarray, noemer: np.ndarray) -> np.ndarray:
    return np.divide(teller, noemer, out=np.zeros_like(teller), where=noemer > 0)
