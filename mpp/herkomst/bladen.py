"""The leaves of an explanation: parameters and the prognosis, with their values and where those come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from mpp.herkomst.lezingen import PROGNOSE
from mpp.herkomst.uitleg import (
    Bronvermelding,
    Instemming,
    Parameterblad,
    Parameterwaarde,
    Prognoseblad,
    Prognosejaar,
    Toekomst,
)
from mpp.parameters import Parameterset
from mpp.parameters.akkoord import Stand
from mpp.parameters.perioden import perioden
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.prognose import Prognose


def parameterblad(ps: Parameterset, id: str, tot: int | None, anders: Mapping[str, np.ndarray]) -> Parameterblad:
    """A parameter with its values up to and including the year `tot`, or all of them.

    `anders` are the values, (1, n_periods), of parameters that the scenario takes at an end of their range.
    """
    p, waarden = ps[id], []
    for i, periode in enumerate(perioden(p.periode, ps.editie)):
        if periode not in p.waarden or (p.periode in ("jaar", "halfjaar") and tot is not None and int(periode[:4]) > tot):
            continue
        w = p.waarden[periode]
        sleutels, aanname = ps.herkomst(p, w)
        gebruikt = float(anders[id][0, i]) if id in anders else w.waarde
        toelichting = w.toelichting or p.toelichting
        waarden.append(Parameterwaarde(periode, w.waarde, gebruikt, w.laag, w.hoog, bronvermeldingen(ps, sleutels), aanname, toelichting))
    akkoord = tuple(_instemming(stand, ps) for stand in ps.akkoord(p))
    return Parameterblad("parameter", id, p.label, p.eenheid, p.eigenaar, p.soort, p.kwaliteit, p.impact, akkoord, tuple(waarden))


def prognoseblad(ps: Parameterset, prognose: Prognose, scenario: str, tot: int) -> Prognoseblad:
    """The prognosis up to and including the year `tot`, with the futures of which it is made."""
    from mpp.prognose.prognose import KWANTIELEN

    def toekomsten(jaar: int) -> Iterable[Toekomst]:
        gegeven = prognose.kansen(jaar)
        for s in prognose.sectie.scenarios:
            j, bronnen = s.jaren[jaar], (s.bron,) if isinstance(s.bron, str) else s.bron or ()
            yield Toekomst(
                s.id, s.naam, s.soort, j.kans, j.verwachting, j.spreiding, bronvermeldingen(ps, bronnen), s.aanname, gegeven[s.id]
            )

    kans = KWANTIELEN[scenario]
    kwam = {prognose.jaren[0]: prognose.gekomen} if prognose.gekomen else {}
    jaren = tuple(
        Prognosejaar(jaar, prognose.kwantiel(jaar, kans), tuple(toekomsten(jaar)), k.aantal if k else None, k.aandeel if k else None)
        for jaar in prognose.jaren
        if jaar <= tot
        for k in (kwam.get(jaar),)
    )
    return Prognoseblad("prognose", PROGNOSE, "Prognose Eerste Asielinstroom", kans, jaren)


def bronvermeldingen(ps: Parameterset, sleutels: Iterable[str]) -> tuple[Bronvermelding, ...]:
    """The sources with these keys."""
    return tuple(
        Bronvermelding(sleutel, b.titel, b.uitgever, datum(b.datum), b.url) for sleutel in sleutels for b in (ps.bronnen[sleutel],)
    )


def _instemming(stand: Stand, ps: Parameterset) -> Instemming:
    if a := stand.akkoord:
        return Instemming(stand.organisatie, stand.staat, a.door, datum(a.datum), a.opmerking)
    return Instemming(stand.organisatie, stand.staat, None, None, ps.akkoorden.niet_gevraagd)
