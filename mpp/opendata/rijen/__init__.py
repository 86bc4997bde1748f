"""The rows of every table, from the results of an edition."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from mpp.opendata.bestanden import Rij
from mpp.opendata.rijen import eerder, invoer, lijsten, prognose, uitkomsten, wat_als
from mpp.opendata.tabel import tabellen
from mpp.opendata.uitgever import editienaam

if TYPE_CHECKING:
    from mpp.opendata.publicatie import Publicatie
    from mpp.uitkomsten import Uitkomsten

_MAKERS: Final[dict[str, Callable[[Uitkomsten], Iterable[Rij]]]] = {
    "uitkomsten": uitkomsten.uitkomsten,
    "banden": uitkomsten.banden,
    "maanden": uitkomsten.maanden,
    "gevoeligheden": uitkomsten.gevoeligheden,
    "indicatoren": lijsten.indicatoren_,
    "eenheden": lijsten.eenheden,
    "codelijsten": lijsten.codes,
    "bronnen": lijsten.bronnen,
    "prognose": prognose.toekomsten,
    "prognosecijfers": prognose.cijfers,
    "kansverdeling": prognose.kansverdeling,
    "parameters": invoer.parameters,
    "realisaties": invoer.realisaties,
    "gepubliceerd": eerder.gepubliceerd,
    "eerdere_edities": eerder.eerdere,
    "bijstellingen": eerder.bijstellingen,
    "bijgestelde_invoer": eerder.bijgestelde_invoer,
    "terugblikken": eerder.terugblikken,
    "risicos": wat_als.van_risicos,
}


def alle_rijen(u: Uitkomsten, p: Publicatie) -> dict[str, Sequence[Rij]]:
    """The rows of every table that has any, by the table's name and in the declared order.

    Every row knows its edition and peildatum; the columns of the table decide whether that is shown.
    """
    makers: dict[str, Callable[[Uitkomsten], Iterable[Rij]]] = {**_MAKERS, "monitor": partial(wat_als.monitor, status=p.status)}
    gevuld = {naam: _met_editie(makers[naam](u), u, p.versie) for naam in tabellen()}
    return {naam: rijen for naam, rijen in gevuld.items() if rijen}


def rijen_van(u: Uitkomsten, versie: str, ids: Collection[str]) -> list[Rij]:
    """The rows of the table of outcomes of these indicators."""
    return _met_editie(uitkomsten.uitkomsten(u, ids), u, versie)


def _met_editie(rijen: Iterable[Rij], u: Uitkomsten, versie: str) -> list[Rij]:
    gemeen: Rij = {"editie": editienaam(versie), "peildatum": u.editie.peildatum}
    return [{**gemeen, **rij} for rij in rijen]
