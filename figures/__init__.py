"""Every chart of the edition, one file each: TITEL, ONDERTITEL, BRON, teken(u, breedte), alt(u), gegevens(u)."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

NAMEN = (
    "instroom",
    "instroom_samenstelling",
    "kansdichtheid",
    "seizoen",
    "bijstellingen",
    "ind_voorraad",
    "ind_spoor4",
    "ind_termijn",
    "nareis",
    "coa_bezetting",
    "coa_samenstelling",
    "huisvesting",
    "dtv",
    "nidos",
    "rechtspraak",
    "regulier",
    "bewaring",
    "politie",
    "waaier",
    "tornado",
    "keten",
)


def lees(naam: str) -> ModuleType:
    """The chart module `naam`. Raises KeyError for a name that is not a chart."""
    if naam not in NAMEN:
        raise KeyError(naam)
    return import_module(f"figures.{naam}")


def svg(naam: str, u: Uitkomsten, breedte: float = 6.3, *, kop: bool = True) -> bytes:
    """Chart `naam` as SVG, `breedte` inches wide, with or without its title; the same bytes every time."""
    from figures.stijl import svg as als_svg

    module = lees(naam)
    return als_svg(module.teken(u, breedte, kop=kop), module.TITEL)
