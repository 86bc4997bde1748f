"""How it stands with every consent of an edition: to its parameters, and after that to the outcomes as they are shown.

First the organisations agree on what goes in, then on what comes out: each on the indicators that are its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from mpp.parameters import Parameterset
from mpp.parameters.akkoord import BEANTWOORD, Soort, Stand, uitkomsthash, waardehash
from mpp.ronde.journaal import Route, lees_journaal
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import Indicator, indicatoren, niveau_van, register
from mpp.weergave.afronding import getoond, stap


def standen(u: Uitkomsten) -> tuple[Stand, ...]:
    """Of the input, in the order of the file; then of the outcomes that the edition shows, in the order of publication."""
    uitkomsten = (
        u.ps.akkoorden.stand("uitkomsten", i.organisatie, i.id, partial(hash_van, i, u))
        for i in indicatoren(niveau_van(u.editie.classificatie)).values()
    )
    return (*standen_invoer(u.ps), *uitkomsten)


def standen_invoer(ps: Parameterset) -> tuple[Stand, ...]:
    """Of each parameter and each organisation that must agree to it."""
    return tuple(stand for p in ps.parameters.values() for stand in ps.akkoord(p))


def waarden_van(indicator: Indicator, u: Uitkomsten) -> dict[str, dict[int, str]]:
    """The numbers of an indicator as every document shows them, by scenario and year."""
    op = stap(indicator.eenheid)
    return {s: {jaar: getoond(u.waarde(indicator.id, jaar, s), op) for jaar in u.jaren} for s in u.scenarios}


def hash_van(indicator: Indicator, u: Uitkomsten) -> str:
    """What is agreed to of an indicator."""
    return uitkomsthash(indicator.eenheid, waarden_van(indicator, u))


def hashes(u: Uitkomsten, soort: Soort, organisatie: str) -> dict[str, str]:
    """What each parameter or indicator is now, of those to which an organisation is asked to agree."""
    eigen = [s.onderwerp for s in standen(u) if (s.soort, s.organisatie) == (soort, organisatie)]
    return {id: waardehash(u.ps[id]) if soort == "invoer" else hash_van(register()[id], u) for id in eigen}


def is_rond(ps: Parameterset) -> bool:
    """Whether every organisation said yes or no to every parameter as it is now: only then they are asked about the outcomes."""
    return all(stand.staat in BEANTWOORD for stand in standen_invoer(ps))


def route(alle: Sequence[Stand]) -> Route:
    """A, on behalf of the working group, when every organisation agreed to all that is asked of it; else B."""
    return "A" if all(stand.staat == "gegeven" for stand in alle) else "B"


def route_van(u: Uitkomsten) -> Route:
    """The route of the edition: the one along which it went to the Topberaad, and before that the one that follows from the consents."""
    return lees_journaal(u.ps).route or route(standen(u))


def zonder_akkoord(alle: Sequence[Stand]) -> tuple[str, ...]:
    """The organisations that did not agree to all that is asked of them."""
    return tuple(sorted({stand.organisatie for stand in alle if stand.staat != "gegeven"}))
