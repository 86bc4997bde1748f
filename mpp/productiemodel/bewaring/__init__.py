"""Detention of foreigners: one file per partner, in the order in which the model computes them."""

from __future__ import annotations

from typing import Final

from mpp.productiemodel.bewaring import dji, rechtspraak
from mpp.productiemodel.onderdelen import Deel

DELEN: Final[tuple[Deel, ...]] = (dji.deel, rechtspraak.deel)

#: The parameters whose low and high value are minimum and maximum; the rest of the spread comes from asiel, by way of DT&V.
SCENARIO: Final = ("dji.inbewaringstellingen_per_vertrek", "dji.instroom_grens")
