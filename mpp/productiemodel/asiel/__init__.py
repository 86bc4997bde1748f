"""The asylum chain: one file per partner, in the order in which the model computes them."""

from __future__ import annotations

from typing import Final

from mpp.productiemodel.asiel import amv, bz, coa, dtv, gemeenten, ind, instroom, nareis, nidos, politie, rechtspraak, termijn
from mpp.productiemodel.onderdelen import Deel

DELEN: Final[tuple[Deel, ...]] = (
    instroom.deel,
    politie.deel,
    ind.deel,
    termijn.deel,
    nareis.deel,
    nidos.deel,
    amv.deel,
    coa.deel,
    gemeenten.deel,
    dtv.deel,
    rechtspraak.deel,
    bz.deel,
)
