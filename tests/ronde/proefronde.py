"""Rounds to come, made of the shipped edition: a project of its own with the same texts and another parameter file."""

import datetime
import re
import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from mpp.lezen import lees
from mpp.parameters import Parameterset
from mpp.parameters.laden import records
from mpp.parameters.schema import Parameterbestand
from mpp.projectmap import Projectmap
from mpp.ronde.bewaren import bewaar
from mpp.uitkomsten import Uitkomsten, bereken
from tests.editie import PROJECT
from tests.peildatum.editie import boom as juli
from tests.peildatum.editie import schrijf
from tests.ronde.stappen import maak_openbaar

_JAAR = re.compile(r"(?<![\w.,-])((?:19|20)\d\d)(?=$|[-K]\d|[^\w.,]|[.,]$)")
DELEN = (
    *("_quarto.yml", "index.qmd", "chapters", "feiten.yml", "risicos.yml", "glossary.yml"),
    *("infographic", "kamerbrief", "monitor", "oplegnota", "prognose", "productiemodel", "topberaad", "varianten"),
)
GEGEVENS = ("edities", "toetsing", "parameters.yml", "gepubliceerd.yml")


def ronde(map_: Path, boom: dict[str, Any]) -> Uitkomsten:
    """The results of these parameters in the folder `map_`, where the shipped edition was put away, with all its texts still there.

    The numbers themselves are not checked: those of a year later are no figures that anybody published.
    """
    for naam in (*DELEN, *GEGEVENS):
        van = PROJECT.wortel / naam
        (shutil.copytree if van.is_dir() else shutil.copy)(van, map_ / naam)
    agenda = map_ / "topberaad" / "agenda.yml"
    agenda.write_text(agenda.read_text(encoding="utf-8").replace('"2023-1"', f'"{boom["editie"]["id"]}"'), encoding="utf-8")
    if boom["editie"]["id"] != PROJECT.laad().editie.id:
        vorige = Projectmap(map_, map_ / "parameters.yml")
        maak_openbaar(vorige.laad())
        bewaar(vorige.bereken())
        for naam in ("parameters.lock", "journaal.yml", "gepubliceerd.yml"):
            (map_ / naam).unlink()
    gelezen = lees(pad := schrijf(boom, map_))
    bestand = Parameterbestand.model_validate({**gelezen, **{s: records(gelezen[s]) for s in ("parameters", "realisaties")}})
    return bereken(Parameterset(bestand, gelezen, pad))


def juli_2023() -> dict[str, Any]:
    """MPP 2023-2, peildatum 1 July 2023, the years 2023 up to 2027: nothing has been published of it yet."""
    boom = juli()
    boom["editie"] |= {"vorige": "2023-1", "verklaring": boom["editie"]["verklaring"].replace("2023-1", "2023-2")}
    return {**boom, "gepubliceerd": []}


def een_jaar_later() -> dict[str, Any]:
    """MPP 2024-1: everything that the shipped edition knows, also a year later; nothing has been published of it yet."""
    gegeven = YAML(typ="safe").load(PROJECT.parameters)
    boom = _later(gegeven)
    for later, eerder in zip(boom["realisaties"], gegeven["realisaties"], strict=True):
        kwam = {s: w for s, w in later["waarden"].items() if int(str(s)[:4]) > gegeven["editie"]["jaren"][0] - 1}
        later["waarden"] = kwam | {s.isoformat() if isinstance(s, datetime.date) else s: w for s, w in eerder["waarden"].items()}
    boom["editie"] |= {"id": "2024-1", "naam": "MPP 2024-1", "vorige": "2023-1"}
    boom["editie"]["verklaring"] = boom["editie"]["verklaring"].replace("2023-1", "2024-1")
    return {**boom, "gepubliceerd": []}


def met_een_jaar_meer(boom: dict[str, Any]) -> dict[str, Any]:
    """The same edition with a year more, as the last one is."""
    boom = deepcopy(boom)
    laatste = boom["editie"]["jaren"][-1]
    boom["editie"]["jaren"].append(laatste + 1)
    for parameter in boom["parameters"]:
        _verleng(parameter["waarden"], laatste)
    _verleng(boom["prognose"], laatste)
    return boom


def _verleng(tak: Any, laatste: int) -> None:
    for onder in tak.values() if isinstance(tak, dict) else tak if isinstance(tak, list) else ():
        _verleng(onder, laatste)
    for sleutel in [s for s in tak if str(s)[:4] == str(laatste)] if isinstance(tak, dict) else ():
        nieuw = str(sleutel).replace(str(laatste), str(laatste + 1))
        tak[int(nieuw) if isinstance(sleutel, int) else nieuw] = deepcopy(tak[sleutel])


def _later(tak: Any, veld: str = "") -> Any:
    """A tree a year later: its days, the years that are keys, those of formulas and texts that a reader does not get excepted."""
    match tak:
        case dict():
            return {_sleutel(s): _later(w, veld if veld == "volgt_uit" else str(s)) for s, w in tak.items()}
        case list():
            return [_later(w, veld) for w in tak]
        case datetime.date():
            return tak.replace(year=tak.year + 1, day=min(tak.day, 28) if tak.month == 2 else tak.day)
        case int() if veld in ("jaren", "jaar", "datum") and not isinstance(tak, bool):
            return tak + 1
        case str() if veld in ("volgt_uit", "formule", "label", "datum"):
            return _JAAR.sub(lambda m: str(int(m[1]) + 1), tak)
        case _:
            return tak


def _sleutel(sleutel: Any) -> Any:
    if isinstance(sleutel, datetime.date):
        return sleutel.replace(year=sleutel.year + 1).isoformat()
    if re.fullmatch(r"(?:19|20)\d\d(?:[-K].*)?", str(sleutel)):
        nieuw = str(int(str(sleutel)[:4]) + 1) + str(sleutel)[4:]
        return int(nieuw) if isinstance(sleutel, int) else nieuw
    return sleutel
