"""What earlier editions published (the folder `edities`), to set beside the figures of this edition."""

from __future__ import annotations

from mpp.getal.afronding import stap
from mpp.getal.cijfers import fijnst, n
from mpp.getal.getal import Getal, Naam
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.getal.verwijzing import bron
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.uitkomsten.edities import MAP, Cijfer, EerdereEditie, lees_edities


def _edities(u: Uitkomsten) -> dict[str, EerdereEditie]:
    return lees_edities(u.ps.wortel / MAP)


def eerder(editie: str, id: str, jaar: int, scenario: str | None = None, *, op: float | None = None, u: Uitkomsten) -> Getal:
    """A figure as an earlier edition (`2022-2`) published it.

    Raises Fout when it was not published, and for an `op` that is finer than that in a public edition.
    """
    edities = _edities(u)
    for cijfer in edities[editie].cijfers if editie in edities else ():
        if (cijfer.indicator, cijfer.jaar, cijfer.scenario) == (id, jaar, scenario):
            return _getal(editie, cijfer, op, u)
    bekend = [f"{e}: {c.indicator} {c.jaar}" for e, inhoud in edities.items() for c in inhoud.cijfers]
    raise Fout(
        [
            probleem(
                "eerder-onbekend",
                editie=editie,
                id=id,
                jaar=jaar,
                scenario=f", scenario {scenario}" if scenario else "",
                suggestie=lijkt_op(f"{editie}: {id} {jaar}", bekend),
            )
        ]
    )


def eerdere_editie(editie: str) -> Naam:
    """The name of an earlier edition: MPP 2022-1."""
    return Naam(f"MPP {editie}", f"editie:{editie}")


def tabel_eerder(*ids: str, u: Uitkomsten) -> Tabel:
    """What earlier editions published for these indicators, and this edition's medio for the same year."""
    rijen: list[list[Cel]] = []
    for id in ids:
        i = indicator(id)
        for editie, inhoud in _edities(u).items():
            for cijfer in inhoud.cijfers:
                if cijfer.indicator != id:
                    continue
                nu: Cel = n(id, cijfer.jaar, u=u) if cijfer.jaar in u.jaren else LEEG
                rijen.append(
                    [
                        f"{i.naam} ({i.eenheid})",
                        Naam(str(cijfer.jaar), "editie:jaren"),
                        eerdere_editie(editie),
                        cijfer.scenario or "niet genoemd",
                        _getal(editie, cijfer, None, u),
                        nu,
                        Naam(_herkomst(cijfer, u), f"editie:{editie}"),
                    ]
                )
    noot = f"{LEEG} Geen prognosejaar van deze editie."
    return Tabel(
        ["Indicator", "Jaar", "Editie", "Scenario", "Verwacht", "Deze editie, medio", "Herkomst"],
        rijen,
        [25, 7, 12, 13, 11, 10, 42],
        noten=(noot,) if any(LEEG in rij for rij in rijen) else (),
        tekstkolommen=frozenset({2, 3, 6}),
    )


def _getal(editie: str, cijfer: Cijfer, op: float | None, u: Uitkomsten) -> Getal:
    eenheid = indicator(cijfer.indicator).eenheid
    sleutel = f"{cijfer.jaar}|{cijfer.scenario or 'niet genoemd'}"
    grens = fijnst(u, eenheid, cijfer.waarde)
    return Getal(cijfer.waarde, eenheid, op or stap(eenheid), f"editie:{editie}:{cijfer.indicator}", sleutel, grens)


def _herkomst(cijfer: Cijfer, u: Uitkomsten) -> str:
    tekst = bron(cijfer.bron, u=u).tekst
    return f"{tekst}. {cijfer.toelichting}" if cijfer.toelichting else f"{tekst}."
