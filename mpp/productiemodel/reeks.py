"""What a formula reads and gives: one month, all runs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: Shape (n_runs,).
Reeks = NDArray[np.float64]


def verhouding(teller: Reeks, noemer: Reeks) -> Reeks:
    """`teller` per `noemer`; zero where there is nothing to divide by."""
    uit: Reeks = np.divide(teller, noemer, out=np.zeros_like(noemer), where=noemer > 0)
    return uit
