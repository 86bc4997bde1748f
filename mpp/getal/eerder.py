"""What editions published (`gepubliceerd.yml` and `uitkomsten.csv`), to set beside the figures of this edition."""

from __future__ import annotations

from mpp.edities.eerder import EerdereEditie, eerdere_edities
from mpp.edities.gepubliceerd import Cijfer
from mpp.edities.map import UITKOMSTEN
from mpp.getal.cijfers import fijnst, ingevoerd, n
from mpp.getal.getal import Getal, Naam
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.weergave.afronding import stap


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
    """What editions published for these indicators, and this edition's medio for the same year.

    That is all that others told of them, and what they computed themselves for medio in the years of this edition.
    """
    rijen: list[list[Cel]] = []
    for id in ids:
        i = indicator(id)
        for editie, inhoud in _edities(u).items():
            for cijfer in _getoond(id, inhoud, u):
                nu: Cel = n(id, cijfer.jaar, u=u) if cijfer.jaar in u.jaren else LEEG
                rijen.append(
                    [
                        f"{i.naam} ({i.eenheid})",
                        Naam(str(cijfer.jaar), "editie:jaren"),
                        eerdere_editie(editie),
                        cijfer.scenario or "niet genoemd",
                        _getal(editie, cijfer, None, u),
                        nu,
                        Naam(inhoud.herkomst(cijfer), f"editie:{editie}"),
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
    bron = f"editie:{editie}:{cijfer.indicator}"
    if cijfer.bron == UITKOMSTEN:
        return Getal(cijfer.waarde, eenheid, op or stap(eenheid), bron, sleutel, fijnst(u, eenheid))
    return ingevoerd(cijfer.waarde, eenheid, op, bron, sleutel, u)


def _getoond(id: str, editie: EerdereEditie, u: Uitkomsten) -> list[Cijfer]:
    """The figures of one indicator that the table shows of an edition: what others told, then what it computed itself."""
    genoemd = [c for c in editie.cijfers if c.indicator == id]
    berekend = (c for c in editie.gepubliceerd.values() if c.bron == UITKOMSTEN and (c.indicator, c.scenario) == (id, "medio"))
    return [*genoemd, *(c for c in berekend if c.jaar in u.jaren)]
