"""Where the website explains what: a page for each indicator, parameter and realisation, a section for each other kind of number."""

from __future__ import annotations

from typing import Final

MAP: Final = "uitleg"
"""The folder of the explanations in a package."""
OVERZICHT: Final = f"{MAP}/index.html"


def van_indicator(id: str, jaar: str = "", scenario: str = "") -> str:
    """The page of an indicator, at one of its outcomes when a year and a scenario are given."""
    return f"{MAP}/{id}.html" + (f"#{uitkomst(jaar, scenario)}" if jaar and scenario else "")


def van_parameter(id: str, periode: str = "") -> str:
    """The page of a parameter, at one of its values when a period is given."""
    return f"{MAP}/parameters/{id}.html" + (f"#{waarde(periode)}" if periode else "")


def van_realisatie(id: str, moment: str = "") -> str:
    """The page of a realisation, at one of its values when a moment is given."""
    return f"{MAP}/realisaties/{id}.html" + (f"#{waarde(moment)}" if moment else "")


def van_soort(soort: str) -> str:
    """Where a kind of number is explained that has no page of its own."""
    return f"{OVERZICHT}#soort-{soort}"


def uitkomst(jaar: str | int, scenario: str) -> str:
    """The name of an outcome on the page of its indicator."""
    return f"{scenario}-{jaar}"


def waarde(sleutel: str) -> str:
    """The name of a value on the page of its parameter or realisation."""
    return f"waarde-{sleutel}"
