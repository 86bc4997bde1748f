"""Leaving after a mean stay of days: shorter than the month in which the model computes."""

from __future__ import annotations

from typing import Final

import numpy as np

from mpp.productiemodel.reeks import Reeks

DAGEN_PER_MAAND: Final = 365 / 12


def vertrekt(stand: Reeks, instroom: Reeks, dagen: float) -> Reeks:
    """Who leaves in a month, of those there at its start and those who come evenly through it.

    Everyone stays `dagen` on average, whatever the time already spent. With a steady inflow the stand settles at
    inflow times stay; nobody leaves who did not come.
    """
    maanden = dagen / DAGEN_PER_MAAND
    return instroom + (stand - instroom * maanden) * (1 - np.exp(-1 / maanden))
