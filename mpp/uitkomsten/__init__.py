"""The results of an edition, and the register of what is published of them."""

from mpp.uitkomsten.berekenen import bereken, huidige, huidige_met_trekkingen, parameterpad
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.uitkomsten.planning import PLANNING
from mpp.uitkomsten.register import Indicator, indicator, indicatoren, register

__all__ = [
    "PLANNING",
    "SCENARIOS",
    "Indicator",
    "Uitkomsten",
    "bereken",
    "huidige",
    "huidige_met_trekkingen",
    "indicator",
    "indicatoren",
    "parameterpad",
    "register",
]
