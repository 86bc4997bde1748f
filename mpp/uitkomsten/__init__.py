"""The results of an edition, and the register of what is published of them."""

from mpp.uitkomsten.berekenen import bereken
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.uitkomsten.planning import PLANNING
from mpp.uitkomsten.register import Indicator, indicator, indicatoren, register

__all__ = [
    "PLANNING",
    "SCENARIOS",
    "Indicator",
    "Uitkomsten",
    "bereken",
    "indicator",
    "indicatoren",
    "register",
]
