"""From the parameter file to a checked `Parameterset`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mpp.cellen import toets_teksten
from mpp.lezen import Blok, Rij, lees
from mpp.padnamen import EDITIES, bestandsnaam
from mpp.parameters.akkoord import Akkoorden
from mpp.parameters.akkoordbestand import lees_akkoorden
from mpp.parameters.cijfers import toets_bestand
from mpp.parameters.gevolgen import zonder_vragen
from mpp.parameters.schema import SCHEMA, Parameterbestand
from mpp.parameters.schrijfwijze import toets_duizendpunten, zoals_bedoeld, zonder_gevolgen
from mpp.parameters.set import Parameterset
from mpp.parameters.te_leveren import nog_te_leveren
from mpp.parameters.toetsen import toets, toets_editie
from mpp.parameters.vormfouten import SECTIES, vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

_LIJSTEN = ("parameters", "realisaties", "gepubliceerd")


def laad(pad: Path, wortel: Path | None = None) -> Parameterset:
    """The parameters in the file `pad` of the project in `wortel`, the folder of the file unless it is given; with their consents.

    A file in the folder of an earlier edition may have looked ahead, from a peildatum before its first year.
    Raises Fout with every problem in it, each with its line: not YAML, an unknown or missing key, a
    missing period, a share above 1, shares that do not add up, a negative stock, an unknown source.
    """
    if not pad.is_file():
        raise Fout([probleem("parameters-ontbreken", pad=bestandsnaam(pad, wortel or pad.parent))])
    return uit_boom(lees(pad, code="parameters-geen-yaml", naam=bestandsnaam(pad, wortel or pad.parent)), pad, wortel)


def uit_boom(boom: object, pad: Path, wortel: Path | None = None) -> Parameterset:
    """The parameters in what was read from the file `pad`; raises Fout as `laad` does."""
    naam = bestandsnaam(pad, wortel or pad.parent)
    eerder = wortel is not None and pad.is_relative_to(wortel / EDITIES)
    if not isinstance(boom, Blok):
        raise Fout([probleem("parameters-geen-yaml", bestand=naam, melding="het bestand is leeg of geen lijst van secties")])
    _eis_secties(boom, naam)
    if open_ := nog_te_leveren(boom, naam):
        raise Fout(open_)
    punten, boom = list(toets_duizendpunten(boom, naam)), zoals_bedoeld(boom)
    try:
        bestand = _lees_vorm(boom)
    except ValidationError as fout:
        problemen = [*(vertaal(f, boom, naam) for f in fout.errors()), *_overige(boom, fout, naam)]
        raise Fout(zonder_gevolgen(punten, problemen)) from None
    problemen = [
        *toets(bestand, boom, naam),
        *toets_editie(bestand, boom, naam, eerder=eerder),
        *toets_bestand(bestand, boom, naam),
        *toets_teksten(boom, naam),
    ]
    problemen, akkoorden = zonder_gevolgen(punten, zonder_vragen(problemen, bestand)), Akkoorden()
    try:
        akkoorden = lees_akkoorden(pad, wortel or pad.parent, bestand)
    except Fout as fout:
        problemen += fout.problemen
    if problemen:
        raise Fout(problemen)
    return Parameterset(bestand, boom, pad, wortel=wortel, akkoorden=akkoorden)


def _eis_secties(boom: Blok, naam: str) -> None:
    if ontbrekend := [s for s in SECTIES if s not in boom]:
        problemen = [probleem("parameters-sectie-ontbreekt", bestand=naam, regel=boom.regel, sectie=s) for s in ontbrekend]
        for sleutel in boom.keys() - set(SECTIES):
            gegevens = {"sleutel": sleutel, "waar": "het parameterbestand", "suggestie": lijkt_op(sleutel, ontbrekend)}
            problemen.append(probleem("parameters-sleutel-onbekend", bestand=naam, regel=boom.regels[sleutel], **gegevens))
        raise Fout(problemen)
    if boom["schema"] != SCHEMA:
        raise Fout(
            [probleem("parameters-schema-onbekend", bestand=naam, regel=boom.regels["schema"], versie=boom["schema"], bekend=SCHEMA)]
        )


def _lees_vorm(boom: Blok) -> Parameterbestand:
    return Parameterbestand.model_validate({**boom, **{sectie: records(boom[sectie]) for sectie in ("parameters", "realisaties")}})


def _overige(boom: Blok, fout: ValidationError, naam: str) -> list[Probleem]:
    """What is wrong in the meaning of the records whose form is right, when only records of the lists have another form."""
    plaatsen = {tuple(f["loc"][:2]) for f in fout.errors()}
    if any(len(plaats) < 2 or plaats[0] not in _LIJSTEN for plaats in plaatsen):
        return []
    rest = Blok(boom)
    rest.regel, rest.regels = boom.regel, boom.regels
    for sectie in _LIJSTEN:
        goed = [i for i in range(len(boom[sectie])) if (sectie, i) not in plaatsen]
        rest[sectie] = Rij(boom[sectie][i] for i in goed)
        rest[sectie].regel, rest[sectie].regels = boom[sectie].regel, [boom[sectie].regels[i] for i in goed]
    return [p for p in toets(_lees_vorm(rest), rest, naam) if p.code != "parameter-verwijzing-onbekend"]


def records(reeksen: Any) -> Any:
    """The same records with every value as a mapping, so that `2023: 100` and `2023: {waarde: 100}` are one form."""
    if not isinstance(reeksen, list):
        return reeksen
    return [
        {**reeks, "waarden": {p: w if isinstance(w, dict) else {"waarde": w} for p, w in reeks["waarden"].items()}}
        if isinstance(reeks, dict) and isinstance(reeks.get("waarden"), dict)
        else reeks
        for reeks in reeksen
    ]
