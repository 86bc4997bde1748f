"""Prognose Eerste Asielinstroom: from future scenarios to a probability density, and to the three MPP scenarios."""

from mpp.prognose.prognose import Prognose

__all__ = ["Prognose"]
