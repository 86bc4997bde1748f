"""Regulier: migration for work, study, family and other purposes, and naturalisation."""

from __future__ import annotations

from typing import Final

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.regulier import bz, naturalisatie, rechtsmiddelen, totalen
from mpp.productiemodel.regulier.aanvragen import aanvragen
from mpp.productiemodel.regulier.doelen import DOELEN, PRODUCTEN

DELEN: Final[tuple[Deel, ...]] = (
    *(aanvragen(product, doel) for product in PRODUCTEN for doel in DOELEN),
    *totalen.DELEN,
    naturalisatie.deel,
    rechtsmiddelen.deel,
    bz.deel,
)

#: The parameters whose low and high value are minimum and maximum: regulier has no prognosis of its own.
SCENARIO: Final = (*(f"ind.regulier.{doel}.instroom" for doel in DOELEN), "ind.naturalisatie.instroom")
