"""Sentences with computed numbers in them, for tests."""

from __future__ import annotations

from lxml import html

from mpp.getal.getal import Getal, InTekst, Naam
from mpp.taal.zinnen import Zin, zinnen
from mpp.uitkomsten import indicator
from mpp.weergave.afronding import stap


def n(id: str, jaar: int, scenario: str = "medio", waarde: float = 50_000) -> Getal:
    """A number of an indicator, of whatever value."""
    eenheid = indicator(id).eenheid
    return Getal(waarde, eenheid, stap(eenheid), f"indicator:{id}", f"{jaar}|{scenario}")


def r(id: str, moment: int | str, waarde: float = 40_000, eenheid: str = "personen") -> Getal:
    """A realisation at a moment, of whatever value."""
    return Getal(waarde, eenheid, stap(eenheid), f"realisatie:{id}", str(moment))


def jaar(getal: int) -> Naam:
    """A year as a text names it."""
    return Naam(str(getal), "editie:jaren")


def alinea(tekst: str, *plekken: InTekst) -> list[Zin]:
    """The sentences of a text in which each {} is one of the computed `plekken`."""
    return list(zinnen(html.fragment_fromstring(tekst.format(*(plek.__html__() for plek in plekken)), create_parent="p")))
