"""What pydantic says of the form of a parameter file, as problems a user can read."""

from __future__ import annotations

from typing import Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters import schema
from mpp.problemen import Probleem, lijkt_op, probleem

SECTIES: Final = tuple(veld.alias or naam for naam, veld in schema.Parameterbestand.model_fields.items())
"""The sections that every parameter file has."""


def vertaal(fout: Any, boom: Blok, naam: str) -> Probleem:
    """One error of pydantic as a problem, with the line in the file `naam` it stands on."""
    loc = tuple(fout["loc"])
    regel, waar, sleutel = regel_van(boom, loc), _waar(boom, loc), str(loc[-1])
    if fout["type"] == "extra_forbidden":
        bekend = _buren(loc)
        return probleem(
            "parameters-sleutel-onbekend", bestand=naam, regel=regel, sleutel=sleutel, waar=waar, suggestie=lijkt_op(sleutel, bekend)
        )
    if fout["type"] == "missing":
        return probleem("parameters-sleutel-ontbreekt", bestand=naam, regel=regel, sleutel=sleutel, waar=waar)
    if "waarden" in loc and sleutel in ("waarde", "laag", "hoog"):
        return probleem(
            "parameter-waarde-geen-getal", bestand=naam, regel=regel, id=waar, periode=loc[loc.index("waarden") + 1], waarde=fout["input"]
        )
    return probleem(
        "parameters-waarde-ongeldig", bestand=naam, regel=regel, sleutel=sleutel, waar=waar, waarde=fout["input"], verwacht=_verwacht(fout)
    )


def _waar(boom: Blok, loc: tuple[Any, ...]) -> str:
    """What the record is called that `loc` lies in: its id, or else its section."""
    if len(loc) == 1:
        return "het parameterbestand"
    if isinstance(loc[1], int):
        record = boom[str(loc[0])][loc[1]]
        namen = (record.get(sleutel) for sleutel in ("id", "parameter", "indicator")) if isinstance(record, dict) else ()
        return str(next(filter(None, namen), loc[0]))
    return f"{loc[0]}.{loc[1]}" if len(loc) > 2 else str(loc[0])


def _buren(loc: tuple[Any, ...]) -> list[str]:
    """The keys that are known where an unknown one stands."""
    if len(loc) == 1:
        return list(SECTIES)
    if "waarden" in loc:
        return list(schema.Waarde.model_fields)
    soorten: dict[str, type[schema.Record]] = {
        "editie": schema.Editie,
        "bronnen": schema.Bron,
        "akkoorden": schema.Akkoord,
        "parameters": schema.Parameter,
        "realisaties": schema.Realisatie,
        "gepubliceerd": schema.Gepubliceerd,
        "wijzigingen": schema.Wijziging,
    }
    if "validatie" in loc:
        return [veld.alias or naam for naam, veld in schema.Regel.model_fields.items()]
    return list(soorten[str(loc[0])].model_fields)


def _verwacht(fout: Any) -> str:
    """What pydantic expected, in Dutch."""
    soort, context = fout["type"], fout.get("ctx", {})
    if soort == "literal_error":
        return "een van: " + str(context["expected"]).replace("'", "").replace(" or ", ", ")
    return {
        "string_type": "tekst",
        "dagtekening": "een dag (2023-01-31), een maand (2023-01) of een jaar",
        "naamdeel": "een naam van kleine letters, cijfers en koppeltekens, zoals 2023-1",
        "bool_type": "true of false",
        "int_type": "een heel getal",
        "int_parsing": "een heel getal",
        "tuple_type": "een lijst",
        "dict_type": "een blok met sleutels",
        "model_type": "een blok met sleutels",
        "model_attributes_type": "een blok met sleutels",
        "too_short": "ten minste een waarde",
        "string_pattern_mismatch": "een naam van kleine letters, cijfers, punten en liggende streepjes",
        "finite_number": "een eindig getal",
        "float_type": "een getal",
        "value_error": "een getal",
    }.get(soort, "een datum als 2023-01-31" if "date" in soort else "een andere vorm")
