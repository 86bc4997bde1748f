"""What flows in a year, of the elements that are no indicator too."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from mpp.productiemodel import keten
from mpp.uitkomsten import SCENARIOS
from mpp.uitkomsten.scenarios import per_scenario

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten


def jaarsommen(u: Uitkomsten, ids: Collection[str]) -> dict[tuple[str, str], np.ndarray]:
    """The sum over each year of these flows and quantities, shape (n_years,), by id and scenario."""
    instroom = np.stack([u.prognose.scenario(scenario) for scenario in SCENARIOS])
    reeksen = keten().rekenen(u.ps, instroom, bewaar=ids, anders=per_scenario(u.ps)).reeksen
    return {
        (id, scenario): reeks[k].reshape(len(u.jaren), 12).sum(axis=1)
        for id, reeks in reeksen.items()
        for k, scenario in enumerate(SCENARIOS)
    }
