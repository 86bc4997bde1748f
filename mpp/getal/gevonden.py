"""What was found last before the peildatum, and the sources of a number: asked for, so that no text has to name a day or a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mpp.getal.cijfers import r
from mpp.getal.getal import Getal, InTekst, Naam, Zinsdeel
from mpp.getal.verwijzing import bron
from mpp.parameters.perioden import einde
from mpp.parameters.schema import Realisatie, Reeks
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.opmaak import MAANDEN, datum

_PERIODE: Final = "realisatie:periode"
GEEN_BRON: Final = "aanname"
"""What stands instead of a source where there is none."""


def laatst(id: str, *, op: float | None = None, u: Uitkomsten) -> Getal:
    """The last found realisation of a period that was over, or of a day that had come, at the peildatum.

    Raises Fout for an unknown realisation, and when nothing was found before the peildatum.
    """
    return r(id, _moment(id, u), op=op, u=u)


def laatste_jaar(id: str, *, u: Uitkomsten) -> Naam:
    """The year of `laatst`: 2021."""
    return Naam(_moment(id, u)[:4], _PERIODE)


def wanneer(id: str, *, u: Uitkomsten) -> Naam:
    """When `laatst` was, as it stands in a sentence: in 2021, eind 2020, in maart 2022, op 16 augustus 2022."""
    periode, dag = u.ps.realisaties[id].periode, einde(_moment(id, u), u.ps.realisaties[id].periode)
    maand = f"{MAANDEN[dag.month - 1]} {dag.year}"
    match periode:
        case "jaar":
            tekst = f"in {dag.year}"
        case "halfjaar":
            tekst = f"in de {'eerste' if dag.month <= 6 else 'tweede'} helft van {dag.year}"
        case "kwartaal":
            tekst = f"in de drie maanden tot en met {maand}"
        case "maand":
            tekst = f"in {maand}"
        case "stand" if (dag.month, dag.day) == (12, 31):
            tekst = f"eind {dag.year}"
        case "stand" if dag == einde(f"{dag.year}-{dag.month:02d}", "maand"):
            tekst = f"in {maand}"
        case _:
            tekst = f"op {datum(dag)}"
    return Naam(tekst, _PERIODE)


def bron_van(getal: Getal, *, u: Uitkomsten) -> InTekst:
    """The sources of a realisation, a parameter or a published figure, the first named by its record first; or aanname.

    Raises Fout for a number that was computed: it has no source of its own.
    """
    sleutels = _bronnen(getal, u)
    delen: list[InTekst | str] = [deel for sleutel in sleutels for deel in (" en ", bron(sleutel, u=u))]
    return Zinsdeel(tuple(delen[1:])) if delen else Naam(GEEN_BRON, getal.bron)


def _bronnen(getal: Getal, u: Uitkomsten) -> Sequence[str]:
    soort, _, id = getal.bron.partition(":")
    match soort:
        case "realisatie" if id in u.ps.realisaties:
            return _van(u.ps.realisaties[id], getal.sleutel)
        case "parameter" if id in u.ps.parameters:
            return _van(u.ps.parameters[id], getal.sleutel)
        case "gepubliceerd":
            gevonden = [c.bron for c in u.ps.gepubliceerd if (c.indicator, f"{c.jaar}|{c.scenario}") == (id, getal.sleutel)]
            if gevonden:
                return (gevonden[0],) if isinstance(gevonden[0], str) else gevonden[0]
    raise Fout([probleem("bron-van-berekend", getal=getal.herkomst)])


def _van(reeks: Reeks, sleutel: str) -> Sequence[str]:
    """The sources of one value of a series, else those of the whole series."""
    waarde = reeks.waarden[sleutel]
    return () if waarde.aanname else waarde.bronnen or reeks.bronnen


def _moment(id: str, u: Uitkomsten) -> str:
    realisaties = u.ps.realisaties
    if id not in realisaties:
        raise Fout([probleem("getal-realisatie-onbekend", id=id, suggestie=lijkt_op(id, realisaties))])
    reeks: Realisatie = realisaties[id]
    geweest = [m for m in reeks.waarden if einde(m, reeks.periode) <= u.editie.peildatum]
    if not geweest:
        raise Fout([probleem("getal-niet-gevonden", id=id, peildatum=datum(u.editie.peildatum))])
    return max(geweest, key=lambda m: einde(m, reeks.periode))
