"""What went into the model: parameters and realisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.rijen.gemeen import RAMING, REALISATIE, herkomst, of_leeg
from mpp.opendata.tijd import van_moment, van_periode
from mpp.parameters.gerealiseerd import hoort_bij
from mpp.uitkomsten.register import indicatoren, niveau_van, register

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.parameters.akkoord import Stand
    from mpp.parameters.schema import Parameter
    from mpp.uitkomsten import Uitkomsten


def parameters(u: Uitkomsten) -> Iterator[Rij]:
    """Every value of every parameter."""
    for p in u.ps.parameters.values():
        for periode, waarde in p.waarden.items():
            yield {
                "parameter": p.id,
                "label": p.label,
                **van_periode(periode, u.editie),
                "waarde": exact(waarde.waarde),
                "laag": of_leeg(waarde.laag),
                "hoog": of_leeg(waarde.hoog),
                "eenheid": p.eenheid,
                "soort": p.soort,
                "eigenaar": p.eigenaar,
                "peildatum": p.peildatum,
                "kwaliteit": p.kwaliteit,
                "impact": p.impact,
                **herkomst(u.ps, p, waarde),
                **_akkoord(u.ps, p),
            }


def realisaties(u: Uitkomsten) -> Iterator[Rij]:
    """Everything that came, of what may be shown."""
    mag, extern = indicatoren(niveau_van(u.editie.classificatie)), indicatoren("extern")
    for r in (r for r in u.ps.realisaties.values() if (id := hoort_bij(r.id)) in mag or id not in register()):
        for moment, waarde in r.waarden.items():
            rest = herkomst(u.ps, r, waarde)
            yield {
                "realisatie": r.id,
                "indicator": hoort_bij(r.id) if hoort_bij(r.id) in extern else None,
                "label": r.label,
                **van_moment(moment, r.periode),
                "waarde": exact(waarde.waarde),
                "eenheid": r.eenheid,
                "status": RAMING if rest["aanname"] else REALISATIE,
                "eigenaar": r.eigenaar,
                **rest,
            }


def _akkoord(ps: Parameterset, p: Parameter) -> Rij:
    """Who agreed to the value and when. The name of who gave it (`door`) is personal data and stays out."""
    standen = ps.akkoord(p)
    staten = {stand.staat for stand in standen}
    geheel = {frozenset({"gegeven"}): "ja", frozenset({"niet gevraagd"}): "niet gevraagd"}.get(frozenset(staten))
    return {
        "akkoord": geheel or ("deels" if "gegeven" in staten else "nee"),
        "akkoord_toelichting": "; ".join(_toelichting(stand, ps.akkoorden.niet_gevraagd) for stand in standen),
    }


def _toelichting(stand: Stand, niet_gevraagd: str | None) -> str:
    a = stand.akkoord
    reden = (str(a.datum), a.opmerking) if a else (niet_gevraagd,) if stand.staat == "niet gevraagd" else ()
    return f"{stand.organisatie}: {', '.join(filter(None, (stand.staat, *reden)))}"
