"""The closed world: every number that a package shows is accounted for."""

from mpp.controle.pakket.geheel import Uitslag, keur_pakket

__all__ = ["Uitslag", "keur_pakket"]
