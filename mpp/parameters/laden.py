"""From the parameter file to a checked `Parameterset`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mpp.lezen import Blok, lees, regel_van
from mpp.parameters.schema import SCHEMA, Parameterbestand, Waarde
from mpp.parameters.set import Parameterset
from mpp.parameters.toetsen import toets
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

_SECTIES = ("schema", "editie", "bronnen", "akkoorden", "prognose", "parameters", "realisaties", "gepubliceerd")


def laad(pad: Path) -> Parameterset:
    """The parameters in the file `pad`.

    Raises Fout with every problem in it, each with its line: not YAML, an unknown or missing key, a
    missing period, a share above 1, shares that do not add up, a negative stock, an unknown source.
    """
    if not pad.is_file():
        raise Fout([probleem("parameters-ontbreken", pad=pad.name)])
    boom = lees(pad, code="parameters-geen-yaml")
    if not isinstance(boom, Blok):
        raise Fout([probleem("parameters-geen-yaml", bestand=pad.name, melding="het bestand is leeg of geen lijst van secties")])
    _eis_secties(boom, pad.name)
    ruw = {**boom, "parameters": _records(boom["parameters"]), "realisaties": _records(boom["realisaties"])}
    try:
        bestand = Parameterbestand.model_validate(ruw)
    except ValidationError as fout:
        raise Fout([_vertaal(f, boom, pad.name) for f in fout.errors()]) from None
    if problemen := list(toets(bestand, boom, pad.name)):
        raise Fout(problemen)
    return Parameterset(bestand, boom, pad)


def _eis_secties(boom: Blok, naam: str) -> None:
    if ontbrekend := [s for s in _SECTIES if s not in boom]:
        raise Fout([probleem("parameters-sectie-ontbreekt", bestand=naam, sectie=s) for s in ontbrekend])
    if boom["schema"] != SCHEMA:
        raise Fout([probleem("parameters-schema-onbekend", bestand=naam, regel=boom.regels["schema"], versie=boom["schema"], bekend=SCHEMA)])


def _records(reeksen: Any) -> Any:
    """The same records with every value as a mapping, so that `2023: 100` and `2023: {waarde: 100}` are one form."""
    if not isinstance(reeksen, list):
        return reeksen
    return [
        {**reeks, "waarden": {p: w if isinstance(w, dict) else {"waarde": w} for p, w in reeks["waarden"].items()}}
        if isinstance(reeks, dict) and isinstance(reeks.get("waarden"), dict) else reeks
        for reeks in reeksen
    ]


def _vertaal(fout: Any, boom: Blok, naam: str) -> Probleem:
    loc = tuple(fout["loc"])
    regel = regel_van(boom, loc)
    record = boom
    waar = "het parameterbestand"
    for stap in loc[:2]:
        record = record[stap] if isinstance(record, list) and isinstance(stap, int) else record.get(str(stap)) if isinstance(record, dict) else None
        waar = str(record["id"]) if isinstance(record, dict) and "id" in record else str(stap) if isinstance(stap, str) and record is not None else waar
    sleutel = str(loc[-1])
    if fout["type"] == "extra_forbidden":
        bekend = _buren(loc)
        return probleem("parameters-sleutel-onbekend", bestand=naam, regel=regel, sleutel=sleutel, waar=waar, suggestie=lijkt_op(sleutel, bekend))
    if fout["type"] == "missing":
        return probleem("parameters-sleutel-ontbreekt", bestand=naam, regel=regel, sleutel=sleutel, waar=waar)
    if "waarden" in loc and sleutel in Waarde.model_fields and sleutel in ("waarde", "laag", "hoog"):
        return probleem("parameter-waarde-geen-getal", bestand=naam, regel=regel, id=waar, periode=loc[loc.index("waarden") + 1], waarde=fout["input"])
    return probleem("parameters-waarde-ongeldig", bestand=naam, regel=regel, sleutel=sleutel, waar=waar, waarde=fout["input"], verwacht=_verwacht(fout))


def _buren(loc: tuple[Any, ...]) -> list[str]:
    """The keys that are known where an unknown one stands."""
    from mpp.parameters import schema

    if len(loc) == 1:
        return list(_SECTIES)
    if "waarden" in loc:
        return list(schema.Waarde.model_fields)
    soorten = {"editie": schema.Editie, "bronnen": schema.Bron, "akkoorden": schema.Akkoord, "parameters": schema.Parameter,
               "realisaties": schema.Realisatie, "gepubliceerd": schema.Gepubliceerd}
    if "validatie" in loc:
        return [veld.alias or naam for naam, veld in schema.Regel.model_fields.items()]
    return list(soorten[str(loc[0])].model_fields)


def _verwacht(fout: Any) -> str:
    """What pydantic expected, in Dutch."""
    soort, context = fout["type"], fout.get("ctx", {})
    if soort == "literal_error":
        return "een van: " + str(context["expected"]).replace("'", "").replace(" or ", ", ")
    return {
        "string_type": "tekst", "bool_type": "true of false", "int_type": "een heel getal", "int_parsing": "een heel getal",
        "tuple_type": "een lijst", "dict_type": "een blok met sleutels", "model_type": "een blok met sleutels",
        "model_attributes_type": "een blok met sleutels", "too_short": "ten minste een waarde",
        "string_pattern_mismatch": "een naam van kleine letters, cijfers, punten en liggende streepjes",
        "finite_number": "een eindig getal", "float_type": "een getal", "value_error": "een getal",
    }.get(soort, "een datum als 2023-01-31" if "date" in soort else "een andere vorm")
