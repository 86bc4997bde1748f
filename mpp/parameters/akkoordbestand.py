"""`akkoorden.yml`, beside the parameters: what `mpp akkoord import` wrote in it, read and held against the parameters.

Beside another parameter file than parameters.yml it has the name of that file before it: `ander.akkoorden.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from mpp.cellen import toets_teksten
from mpp.lezen import Blok, lees, regel_van
from mpp.padnamen import bestandsnaam, naast
from mpp.parameters.akkoord import SOORTEN, Akkoorden, Soort
from mpp.parameters.akkoordvorm import Akkoord, Akkoordbestand, Invoerakkoord, Uitkomstakkoord
from mpp.parameters.schema import Parameterbestand, Record
from mpp.parameters.tijd import eerste_akkoord, laatste_akkoord
from mpp.parameters.vormfouten import vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

NAAM: Final = "akkoorden.yml"
_SOORTEN: Final[Mapping[str, type[Record]]] = {"invoer": Invoerakkoord, "uitkomsten": Uitkomstakkoord}
_LEEG: Final = """\
# Wie met welke waarde akkoord ging. Dit bestand wordt geschreven door mpp akkoord import; een akkoord hoort bij de waarde
# die werd gezien (hash), en vervalt als die verandert. Zonder regel hieronder is een akkoord open.
schema: 1
editie: "{editie}"
invoer: []
uitkomsten: []
"""


def leeg(editie: str) -> str:
    """The text of the file of an edition to which nobody has agreed yet."""
    return _LEEG.format(editie=editie)


def akkoordpad(parameters: Path) -> Path:
    """Where the consents of the edition in this parameter file stand."""
    return naast(parameters, NAAM)


def lees_akkoorden(parameters: Path, wortel: Path, bestand: Parameterbestand) -> Akkoorden:
    """The consents beside the file `parameters`, that holds `bestand`, in the project `wortel`; none when there is no such file.

    Raises Fout with every problem, each with its line: its form, another edition, a parameter that does not exist, an
    organisation that need not agree, a day on which nobody can have agreed, a refusal without a reason.
    """
    pad = akkoordpad(parameters)
    naam = bestandsnaam(pad, wortel)
    if not pad.is_file():
        return Akkoorden(naam=naam)
    boom = lees(pad, naam=naam)
    if not isinstance(boom, Blok):
        raise Fout([probleem("yaml-ongeldig", bestand=naam, melding="het bestand is leeg of geen lijst van secties")])
    try:
        akkoorden = Akkoordbestand.model_validate(boom)
    except ValidationError as fout:
        raise Fout(vertaal(f, boom, naam, _SOORTEN) for f in fout.errors()) from None
    if problemen := [*_toets(akkoorden, bestand, boom, naam), *toets_teksten(boom, naam)]:
        raise Fout(problemen)
    return Akkoorden.uit(akkoorden, boom, naam)


def _toets(akkoorden: Akkoordbestand, bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    if akkoorden.editie != bestand.editie.id:
        gegevens = {"editie": akkoorden.editie, "verwacht": bestand.editie.id}
        yield probleem("akkoorden-andere-editie", bestand=naam, regel=boom.regels["editie"], **gegevens)
        return
    yield from _partijen(akkoorden, bestand, boom, naam)
    for soort in SOORTEN:
        eerder: dict[tuple[str, str], Akkoord] = {}
        for i, a in enumerate(getattr(akkoorden, soort)):
            yield from _datum(a, bestand, boom, naam, soort, i)
            if a.besluit == "nee" and not a.opmerking:
                gegevens = {"organisatie": a.organisatie, "onderwerp": a.onderwerp}
                yield probleem("akkoord-zonder-reden", bestand=naam, regel=regel_van(boom, (soort, i)), **gegevens)
            if (vorige := eerder.get(wie := (a.organisatie, a.onderwerp))) and vorige.datum > a.datum:
                gegevens = {"organisatie": a.organisatie, "onderwerp": a.onderwerp, "datum": str(a.datum), "vorige": str(vorige.datum)}
                yield probleem("akkoord-volgorde", bestand=naam, regel=regel_van(boom, (soort, i, "datum")), **gegevens)
            eerder[wie] = a


def _partijen(akkoorden: Akkoordbestand, bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Consents to what is no parameter, and of an organisation that it does not ask."""
    bekend = {p.id: p for p in bestand.parameters}
    for i, a in enumerate(akkoorden.invoer):
        if a.parameter not in bekend:
            gegevens = {"id": a.parameter, "suggestie": lijkt_op(a.parameter, bekend)}
            yield probleem("akkoord-parameter-onbekend", bestand=naam, regel=regel_van(boom, ("invoer", i, "parameter")), **gegevens)
        elif a.organisatie not in (partijen := bekend[a.parameter].partijen):
            gegevens = {"organisatie": a.organisatie, "onderwerp": a.parameter, "partijen": ", ".join(partijen)}
            yield probleem("akkoord-andere-organisatie", bestand=naam, regel=regel_van(boom, ("invoer", i, "organisatie")), **gegevens)


def _datum(a: Akkoord, bestand: Parameterbestand, boom: Blok, naam: str, soort: Soort, i: int) -> Iterator[Probleem]:
    eerste, laatste = eerste_akkoord(bestand.editie), laatste_akkoord(bestand.editie)
    if not eerste <= a.datum <= laatste:
        reden = f"akkoord bij deze editie wordt gegeven tussen {eerste} en {laatste}"
        wat = f"De datum van het akkoord van {a.organisatie} bij {a.onderwerp}"
        yield probleem("tijd-kan-niet", bestand=naam, regel=regel_van(boom, (soort, i, "datum")), wat=wat, waarde=a.datum, reden=reden)
