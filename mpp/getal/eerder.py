"""What editions published (`gepubliceerd.yml` and `uitkomsten.csv`), to set beside the figures of this edition."""

from __future__ import annotations

from typing import Final

from mpp.edities.eerder import EerdereEditie, eerdere_edities
from mpp.edities.gepubliceerd import AANSLUITEND, PLANNING, ZONDER_SCENARIO, Cijfer
from mpp.edities.map import UITKOMSTEN
from mpp.getal.cijfers import fijnst, ingevoerd, n
from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.weergave.afronding import stap

_NOOT_LEEG: Final = f"{LEEG} Geen prognosejaar van deze editie, of een planning: die heeft geen scenario ernaast."
_NOOT_MEDIO: Final = {
    "niet genoemd": "Waar geen scenario is genoemd, staat van deze editie medio ernaast.",
    AANSLUITEND: "Naast een opdracht, besluit of raming staat van deze editie medio.",
}
_NOOT_EIGEN: Final = ": wat de reconstructie zelf gaf, en geen gepubliceerd cijfer."


def _edities(u: Uitkomsten) -> dict[str, EerdereEditie]:
    return eerdere_edities(u.ps)


def eerder(editie: str, id: str, jaar: int, scenario: str | None = None, *, op: float | None = None, u: Uitkomsten) -> Getal:
    """A figure as an earlier edition (`2022-2`) published it.

    Raises Fout when it was not published, and for an `op` that is finer than that in a public edition.
    """
    edities = _edities(u)
    if editie in edities and (cijfer := edities[editie].zoek(id, jaar, scenario)):
        return _getal(editie, cijfer, op, u)
    bekend = [f"{e}: {c.indicator} {c.jaar}" for e, inhoud in edities.items() for c in inhoud.gepubliceerd.values()]
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
    """What editions published for these indicators, and what this edition has for the same year and scenario.

    That is all that others told of them, what they computed themselves for medio in the years of this edition, and of the editions before
    this one the orders, decisions and estimates that went with them.
    """
    rijen: list[list[Cel]] = []
    naast_medio, eigen = dict[str, str](), dict[str, str]()
    for id in ids:
        i = indicator(id)
        for editie, inhoud in _edities(u).items():
            for cijfer in _getoond(id, editie, inhoud, u):
                scenario = AANSLUITEND if cijfer.aansluitend else cijfer.scenario or "niet genoemd"
                nu = _deze(cijfer, u)
                if nu != LEEG and scenario in _NOOT_MEDIO:
                    naast_medio[scenario] = _NOOT_MEDIO[scenario]
                if cijfer.bron == UITKOMSTEN and inhoud.titel != inhoud.editie.naam:
                    eigen[editie] = inhoud.titel
                rijen.append(
                    [
                        f"{i.naam} ({i.eenheid})",
                        Naam(str(cijfer.jaar), "editie:jaren"),
                        eerdere_editie(editie),
                        scenario,
                        _getal(editie, cijfer, None, u),
                        nu,
                        Naam(inhoud.herkomst(cijfer), f"editie:{editie}"),
                    ]
                )
    noten: list[Cel] = [_NOOT_LEEG] if any(LEEG in rij for rij in rijen) else []
    noten += naast_medio.values()
    noten += [Zinsdeel(("Uitkomst van ", Naam(titel, f"editie:{id}"), _NOOT_EIGEN)) for id, titel in eigen.items()]
    return Tabel(
        ["Indicator", "Jaar", "Editie", "Scenario", "Verwacht", "Deze editie", "Herkomst"],
        rijen,
        [25, 7, 12, 13, 11, 10, 42],
        noten=tuple(noten),
        tekstkolommen=frozenset({2, 3, 6}),
    )


def _deze(cijfer: Cijfer, u: Uitkomsten) -> Cel:
    """What this edition has beside a figure: of the same scenario, medio where that is not known, nothing beside a planning."""
    if cijfer.jaar not in u.jaren or cijfer.scenario == PLANNING:
        return LEEG
    return n(cijfer.indicator, cijfer.jaar, cijfer.scenario or ZONDER_SCENARIO, u=u)


def _getal(editie: str, cijfer: Cijfer, op: float | None, u: Uitkomsten) -> Getal:
    eenheid = indicator(cijfer.indicator).eenheid
    sleutel = f"{cijfer.jaar}|{AANSLUITEND if cijfer.aansluitend else cijfer.scenario or 'niet genoemd'}"
    bron = f"editie:{editie}:{cijfer.indicator}"
    if cijfer.bron == UITKOMSTEN:
        return Getal(cijfer.waarde, eenheid, op or stap(eenheid), bron, sleutel, fijnst(u, eenheid))
    return ingevoerd(cijfer.waarde, eenheid, op, bron, sleutel, u)


def _getoond(id: str, editie: str, inhoud: EerdereEditie, u: Uitkomsten) -> list[Cijfer]:
    """The figures of one indicator that the table shows of an edition: what others told, what it computed itself, what went with it."""
    genoemd = [c for c in inhoud.cijfers if c.indicator == id]
    berekend = (c for c in inhoud.gepubliceerd.values() if c.bron == UITKOMSTEN and (c.indicator, c.scenario) == (id, "medio"))
    erbij = [c for c in inhoud.aansluitend if c.indicator == id and editie != u.editie.id]
    return [*genoemd, *(c for c in berekend if c.jaar in u.jaren), *erbij]
