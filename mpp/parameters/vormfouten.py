"""What pydantic says of the form of a parameter file, as problems a user can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters import schema
from mpp.parameters.schrijfwijze import bedoeld
from mpp.problemen import Probleem, lijkt_op, probleem

_TE_GROOT: Final = ("less_than_equal", "greater_than_equal")
_NAAM: Final = "een naam van kleine letters, cijfers, punten en liggende streepjes"
_GRENS: Final = "een getal binnen de grenzen: hoogstens twaalf cijfers, en onder nul alleen waar dat kan"


def sleutels(vorm: type[schema.Record]) -> list[str]:
    """The keys of a record of this form, as they are written."""
    return [veld.alias or naam for naam, veld in vorm.model_fields.items()]


SECTIES: Final = tuple(sleutels(schema.Parameterbestand))
"""The sections that every parameter file has."""


_GETALLEN: Final = ("waarde", "laag", "hoog")
_SOORTEN: Final[Mapping[str, type[schema.Record]]] = {
    "editie": schema.Editie,
    "bronnen": schema.Bron,
    "parameters": schema.Parameter,
    "realisaties": schema.Realisatie,
    "gepubliceerd": schema.Gepubliceerd,
    "wijzigingen": schema.Wijziging,
}


def vertaal(fout: Any, boom: Blok, naam: str, soorten: Mapping[str, type[schema.Record]] = _SOORTEN) -> Probleem:
    """One error of pydantic as a problem, with the line in the file `naam` it stands on; `soorten` are the records of its sections."""
    loc = tuple(fout["loc"])
    regel, waar, sleutel = regel_van(boom, loc), _waar(boom, loc), str(loc[-1])
    if len(loc) > 1 and isinstance(loc[-1], int):
        sleutel = f"{loc[-2]} ({loc[-1] + 1}e in de rij)"
    if fout["type"] == "extra_forbidden":
        bekend = _buren(loc, soorten)
        return probleem(
            "parameters-sleutel-onbekend", bestand=naam, regel=regel, sleutel=sleutel, waar=waar, suggestie=lijkt_op(sleutel, bekend)
        )
    if fout["type"] == "missing":
        return probleem("parameters-sleutel-ontbreekt", bestand=naam, regel=regel, sleutel=sleutel, waar=waar)
    periode = next(iter(loc[loc.index("waarden") + 1 :]), None) if "waarden" in loc else _jaar(boom, loc)
    if periode is not None and sleutel in _GETALLEN and fout["type"] not in _TE_GROOT:
        gegevens = {"periode": periode, "waarde": kort(fout["input"]), "suggestie": bedoeld(fout["input"])}
        return probleem("parameter-waarde-geen-getal", bestand=naam, regel=regel, id=waar, **gegevens)
    gegevens = {"sleutel": sleutel, "waar": waar, "waarde": kort(fout["input"]), "verwacht": _verwacht(fout)}
    return probleem("parameters-waarde-ongeldig", bestand=naam, regel=regel, **gegevens)


def kort(waarde: object) -> str:
    """A value as it is told in a message: what is long or large is cut off, an empty one is named."""
    if waarde is None or isinstance(waarde, (dict, list)) or (isinstance(waarde, str) and not waarde.strip()):
        return "leeg" if not waarde or isinstance(waarde, str) else "een blok met sleutels" if isinstance(waarde, dict) else "een lijst"
    tekst = str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
    return tekst if len(tekst) <= 60 else f"{tekst[:60]}…"


def _waar(boom: Blok, loc: tuple[Any, ...]) -> str:
    """What the record is called that `loc` lies in: its id, or else its section."""
    if len(loc) == 1:
        return "dit bestand"
    if isinstance(loc[1], int):
        record = boom[str(loc[0])][loc[1]]
        namen = (record.get(sleutel) for sleutel in ("id", "parameter", "indicator")) if isinstance(record, dict) else ()
        return str(next(filter(None, namen), loc[0]))
    return f"{loc[0]}.{loc[1]}" if len(loc) > 2 else str(loc[0])


def _jaar(boom: Blok, loc: tuple[Any, ...]) -> object:
    """The year of a published figure; None for what is none."""
    record = boom[loc[0]][loc[1]] if loc[0] in ("cijfers", "gepubliceerd") and len(loc) > 2 else {}
    return record.get("jaar") if isinstance(record, dict) else None


def _buren(loc: tuple[Any, ...], soorten: Mapping[str, type[schema.Record]]) -> list[str]:
    """The keys that are known where an unknown one stands."""
    if len(loc) == 1:
        return list(SECTIES) if soorten is _SOORTEN else list(soorten)
    if "waarden" in loc:
        return list(schema.Waarde.model_fields)
    if "validatie" in loc:
        return sleutels(schema.Regel)
    return sleutels(soorten[str(loc[0])])


def _verwacht(fout: Any) -> str:
    """What pydantic expected, in Dutch."""
    soort, context = fout["type"], fout.get("ctx", {})
    if soort == "literal_error":
        return "een van: " + str(context["expected"]).replace("'", "").replace(" or ", ", ")
    if soort == "webadres":
        return f"het adres van een bladzijde op het internet ({context['bezwaar']}), of geen url"
    return {
        "string_type": "tekst",
        "dagtekening": "een dag (2023-01-31), een maand (2023-01) of een jaar",
        "dag": "een dag als 2023-01-31",
        "jaar": "een jaar van vier cijfers",
        "persoon": "de naam van wie het deed",
        "reden": "een reden, in ten minste twee woorden",
        "waardehash": "zestien cijfers en letters van een waarde, zoals mpp akkoord import ze schrijft",
        "naamdeel": "een naam van kleine letters, cijfers en koppeltekens, zoals 2023-1",
        "bool_type": "true of false",
        "int_type": "een heel getal",
        "int_parsing": "een heel getal",
        "tuple_type": "een lijst",
        "dict_type": "een blok met sleutels",
        "model_type": "een blok met sleutels",
        "model_attributes_type": "een blok met sleutels",
        "too_short": "ten minste een waarde",
        "string_pattern_mismatch": "tekst" if context.get("pattern") == r"\S" else _NAAM,
        "finite_number": "een eindig getal",
        "less_than_equal": _GRENS,
        "greater_than_equal": _GRENS,
        "float_type": "een getal",
        "value_error": "een getal",
    }.get(soort, "een datum als 2023-01-31" if "date" in soort else "een andere vorm")
