"""The cover note to the Topberaad: what it is asked, along which route and with which consents, what was weighed, what goes along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from mpp.documenten.agenda import Bijlage, lees_agenda
from mpp.documenten.document import DOCUMENTEN
from mpp.documenten.opmaak import Bladzijden, Opmaak, maak
from mpp.documenten.reeksen import Reeksen, reeksen
from mpp.getal import akkoorden
from mpp.getal.akkoorden import Opgave, waarom_route
from mpp.getal.plaatshouders import maak_getallen
from mpp.lezen import Blok
from mpp.problemen import Fout, probleem
from mpp.render.omslag import omslag
from mpp.ronde.feiten import BESTAND as FEITEN
from mpp.ronde.feiten import lees_feiten
from mpp.uitkomsten import indicator

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from mpp.documenten.teksten import Teksten
    from mpp.getal.getal import InTekst
    from mpp.ronde.journaal import Route
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "oplegnota"
OVERWEGING: Final = "overweging-"
"""How the id begins of a fact that tells what the working group weighed, or did not agree on."""
_ROUTES: Final[tuple[Route, ...]] = ("A", "B")


@dataclass(frozen=True)
class Weigering:
    """To what an organisation did not consent, and why and when; `waarover` are the names of parameters and indicators."""

    organisatie: str
    waarover: tuple[InTekst, ...]
    waarom: InTekst | None
    dag: InTekst


@dataclass(frozen=True)
class Rij:
    """One indicator with its numbers by scenario and year."""

    naam: str
    reeksen: Reeksen


def oplegnota(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The cover note as PDF and as HTML, from the folder `oplegnota` of the project.

    Raises Fout with every problem in the texts, the agenda and the pages; and for a final one along route B without considerations.
    """
    return maak(NAAM, bladzijden(u, status, wortel))


def bladzijden(u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The note before it is laid out. Raises Fout with every problem in the named numbers and the agenda."""
    opmaak = Opmaak(wortel or u.ps.wortel, NAAM, NAAM)
    teksten, agenda = opmaak.teksten(u), lees_agenda(opmaak.wortel).voor(u, status)
    overwegingen = tuple(_overwegingen(u, opmaak.wortel))
    if status.route == "B" and not overwegingen and not status.concept:
        raise Fout([probleem("oplegnota-zonder-overwegingen", bestand=FEITEN, editie=u.editie.naam, begin=OVERWEGING)])
    per_route = {route: _per_route(teksten, route) for route in _ROUTES}
    velden = {
        "tekst": teksten,
        "aantal": teksten.aantal,
        "route": status.route,
        "namens": per_route[status.route][0],
        "gevraagd": per_route[status.route][1],
        "waarom": waarom_route(u=u),
        "opgaven": _opgaven(u),
        "weigeringen": tuple(_weigeringen(u)),
        "overwegingen": overwegingen,
        "jaren": (u.jaren[0], u.jaren[-1]),
        "scenarios": u.scenarios,
        "kern": _kern(u, teksten),
        "agenda": agenda,
        "bijlagen": tuple(_bijlagen(agenda.bijlagen)),
    }
    titel = f"{DOCUMENTEN[NAAM].titel} – {status.naam(u.editie)}"
    return opmaak.bladzijden(titel, omslag(u, status), teksten, **velden)


def _kern(u: Uitkomsten, teksten: Teksten) -> tuple[Rij, ...]:
    """The indicators that the texts name, each in every scenario by year. Raises Fout for one that the edition does not show."""
    return tuple(Rij(indicator(id, "extern").naam, reeksen(id, u)) for id in teksten.namen("kern.indicatoren"))


def _per_route(teksten: Teksten, route: Route) -> tuple[Markup, tuple[Markup, ...]]:
    """On whose behalf the note is, and what it asks, along a route; those of the other one are filled in too, so that they are checked."""
    gevraagd = tuple(teksten(f"gevraagd.{route}.{i}") for i in range(teksten.aantal(f"gevraagd.{route}")))
    return teksten(f"namens.{route}"), gevraagd


def _overwegingen(u: Uitkomsten, wortel: Path) -> Iterator[InTekst]:
    """What was weighed in this edition, in the order of the facts."""
    feiten = [f for f in lees_feiten(wortel).values() if f.id.startswith(OVERWEGING) and f.geldt(u.editie.id)]
    boom = Blok({f.id: Blok({"feit": f.id}) for f in feiten})
    boom.regels = {f.id: f.regel for f in feiten}
    getallen = maak_getallen(boom, FEITEN, u)
    yield from (getallen[f.id] for f in feiten)


def _opgaven(u: Uitkomsten) -> tuple[Opgave, ...]:
    """How it stands with each organisation; nothing where nobody was asked."""
    alle = akkoorden.opgaven(u=u)
    return alle if any(opgave.gevraagd for opgave in alle) else ()


def _weigeringen(u: Uitkomsten) -> Iterator[Weigering]:
    """What was refused, together what an organisation said on one day with the same words."""
    alle = sorted(akkoorden.weigeringen(u=u), key=lambda w: w.antwoord)
    for _, groep in groupby(alle, key=lambda w: w.antwoord):
        delen = tuple(groep)
        yield Weigering(delen[0].organisatie, tuple(w.waarover for w in delen), delen[0].waarom, delen[0].dag)


def _bijlagen(bijlagen: tuple[Bijlage, ...]) -> Iterator[Bijlage]:
    """What goes along with the note: all but itself."""
    return (bijlage for bijlage in bijlagen if bijlage.document != NAAM)
