"""The rows of every table, from the results of an edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from mpp.lezen import lees
from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.tabel import HIER, tabellen
from mpp.parameters.gerealiseerd import hoort_bij
from mpp.uitkomsten.banden import KWANTIELEN
from mpp.uitkomsten.register import indicatoren, niveau_van, register
from mpp.weergave.afronding import kaal, rond, stap

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.parameters.akkoord import Stand
    from mpp.parameters.schema import Parameter, Reeks, Waarde
    from mpp.uitkomsten import Uitkomsten


def alle_rijen(u: Uitkomsten, editie: str) -> dict[str, Sequence[Rij]]:
    """The rows of every table that has any, by the table's name and in the declared order.

    Every row knows its `editie`; the columns of the table decide whether that is shown.
    """
    makers = {
        "uitkomsten": _uitkomsten,
        "banden": _banden,
        "indicatoren": _indicatoren,
        "prognose": _prognose,
        "parameters": _parameters,
        "realisaties": _realisaties,
        "gepubliceerd": _gepubliceerd,
        "bronnen": _bronnen,
        "eenheden": _eenheden,
    }
    gevuld = {naam: [{**rij, "editie": editie} for rij in makers[naam](u)] for naam in tabellen()}
    return {naam: rijen for naam, rijen in gevuld.items() if rijen}


def _uitkomsten(u: Uitkomsten) -> Iterator[Rij]:
    for id, indicator in indicatoren("extern").items():
        for scenario in u.scenarios:
            for jaar in u.jaren:
                yield {
                    "indicator": id,
                    "scenario": scenario,
                    "jaar": int(jaar),
                    **_gemeten(u.waarde(id, jaar, scenario), indicator.eenheid),
                }


def _banden(u: Uitkomsten) -> Iterator[Rij]:
    kansen = list(KWANTIELEN.values())
    for id, indicator in indicatoren("extern").items():
        for jaar in u.jaren:
            for kans, waarde in zip(kansen, u.met_trekkingen.banden(id, jaar, kansen), strict=True):
                yield {
                    "indicator": id,
                    "jaar": int(jaar),
                    "kans": exact(kans),
                    **_gemeten(waarde, indicator.eenheid),
                }


def _gemeten(waarde: float, eenheid: str) -> Rij:
    return {"waarde": kaal(rond(waarde, stap(eenheid))), "eenheid": eenheid}


def _indicatoren(u: Uitkomsten) -> Iterator[Rij]:
    velden = ("naam", "definitie", "organisatie", "domein", "eenheid", "soort")
    for id, indicator in indicatoren("extern").items():
        yield {"indicator": id, **{veld: getattr(indicator, veld) for veld in velden}}


def _prognose(u: Uitkomsten) -> Iterator[Rij]:
    for s in u.prognose.sectie.scenarios:
        for jaar in u.jaren:
            w = s.jaren[jaar]
            yield {
                "toekomst": s.id,
                "naam": s.naam,
                "soort": s.soort,
                "jaar": jaar,
                "kans": exact(w.kans),
                "verwachting": exact(w.verwachting),
                "spreiding": exact(w.spreiding),
                "eenheid": register()["instroom.eerste_aanvragen"].eenheid,
                **_bronvermelding(_sleutels(s.bron)),
                "aanname": s.aanname,
            }


def _parameters(u: Uitkomsten) -> Iterator[Rij]:
    for p in u.ps.parameters.values():
        for periode, waarde in p.waarden.items():
            yield {
                "parameter": p.id,
                "label": p.label,
                "periode": periode,
                "waarde": exact(waarde.waarde),
                "laag": _of_leeg(waarde.laag),
                "hoog": _of_leeg(waarde.hoog),
                "eenheid": p.eenheid,
                "soort": p.soort,
                "eigenaar": p.eigenaar,
                "peildatum": p.peildatum,
                "kwaliteit": p.kwaliteit,
                "impact": p.impact,
                **_herkomst(u.ps, p, waarde),
                **_akkoord(u.ps, p),
            }


def _realisaties(u: Uitkomsten) -> Iterator[Rij]:
    mag = indicatoren(niveau_van(u.editie.classificatie))
    for r in (r for r in u.ps.realisaties.values() if (id := hoort_bij(r.id)) in mag or id not in register()):
        for moment, waarde in r.waarden.items():
            yield {
                "realisatie": r.id,
                "label": r.label,
                "periode": r.periode,
                "moment": moment,
                "waarde": exact(waarde.waarde),
                "eenheid": r.eenheid,
                "eigenaar": r.eigenaar,
                **_herkomst(u.ps, r, waarde),
            }


def _herkomst(ps: Parameterset, reeks: Reeks, waarde: Waarde) -> Rij:
    bronnen, aanname = ps.herkomst(reeks, waarde)
    toelichting = waarde.toelichting or reeks.toelichting
    if waarde.zonder and f"zonder {waarde.zonder}" not in (toelichting or "").lower():
        toelichting = " ".join(filter(None, (f"Zonder {waarde.zonder}.", toelichting)))
    return {**_bronvermelding(bronnen), "aanname": aanname, "toelichting": toelichting}


def _bronvermelding(sleutels: Sequence[str]) -> Rij:
    return {"bron": sleutels[0] if sleutels else None, "overige_bronnen": " ".join(sleutels[1:]) or None}


def _sleutels(bron: str | Sequence[str] | None) -> Sequence[str]:
    return (bron,) if isinstance(bron, str) else bron or ()


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


def _gepubliceerd(u: Uitkomsten) -> Iterator[Rij]:
    for g in u.ps.gepubliceerd:
        eenheid = register()[g.indicator].eenheid
        yield {
            "indicator": g.indicator,
            "scenario": g.scenario,
            "jaar": g.jaar,
            "gepubliceerd": exact(g.waarde),
            "model": kaal(rond(u.waarde(g.indicator, g.jaar, g.scenario), stap(eenheid))),
            "eenheid": eenheid,
            **_bronvermelding(_sleutels(g.bron)),
            "toelichting": g.toelichting,
        }


def _bronnen(u: Uitkomsten) -> Iterator[Rij]:
    for sleutel, bron in u.ps.bronnen.items():
        yield {
            "bron": sleutel,
            "titel": bron.titel,
            "uitgever": bron.uitgever,
            "datum": str(bron.datum),
            "soort": bron.soort,
            "url": bron.url,
        }


def _eenheden(u: Uitkomsten) -> Iterator[Rij]:
    for eenheid, omschrijving in lees(HIER / "eenheden.yml").items():
        yield {"eenheid": eenheid, "omschrijving": omschrijving}


def _of_leeg(waarde: float | None) -> Decimal | None:
    return None if waarde is None else exact(waarde)
