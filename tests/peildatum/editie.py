"""A round that begins on 1 July 2023, made of the shipped edition and what `juli_2023.yml` gives: a whole parameter file."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from mpp.parameters import Parameterset
from mpp.parameters.laden import laad
from mpp.uitkomsten.register import register
from tests.editie import PROJECT

_AANNAME = "Niet gepubliceerd; geraamd met het tempo van de vorige editie: {waarde}."


@cache
def _gegeven() -> tuple[dict[str, Any], dict[str, Any]]:
    lezer = YAML(typ="safe")
    return lezer.load(PROJECT.parameters), lezer.load(Path(__file__).with_name("juli_2023.yml"))


def boom() -> dict[str, Any]:
    """The parameter file as plain data, to be changed and written with `schrijf`."""
    bestand, ronde = deepcopy(_gegeven()[0]), _gegeven()[1]
    bestand["editie"] |= ronde["editie"]
    parameters = {p["id"]: p for p in bestand["parameters"]}
    for id, waarde in ronde["begin"].items():
        p = parameters[id]
        for veld in ("bron", "toelichting", "volgt_uit", "genoemd"):
            p.pop(veld, None)
        p |= {"peildatum": ronde["editie"]["peildatum"], "aanname": _aanname(waarde), "waarden": {"vast": waarde}}
    realisaties = {r["id"]: r for r in bestand["realisaties"]}
    for id, waarde in ronde["geraamd"].items():
        reeks = realisaties.get(f"{id}.halfjaar") or realisaties.get(id)
        if not reeks or reeks["periode"] != "halfjaar":
            i = register()[id]
            reeks = {"id": f"{id}.halfjaar", "label": i.naam, "eenheid": i.eenheid, "eigenaar": "IND", "periode": "halfjaar", "waarden": {}}
            bestand["realisaties"].append(reeks)
        reeks["waarden"]["2023-1"] = {"waarde": waarde, "aanname": _aanname(waarde)}
    return bestand


def schrijf(bestand: dict[str, Any], map_: Path) -> Path:
    """The file written in the folder `map_`."""
    pad = map_ / "parameters.yml"
    with pad.open("w", encoding="utf-8") as uit:
        YAML(typ="safe").dump(bestand, uit)
    return pad


def lees(bestand: dict[str, Any], map_: Path) -> Parameterset:
    """The parameters in it, checked as any file is; raises Fout with what is wrong."""
    return laad(schrijf(bestand, map_), wortel=PROJECT.wortel)


def _aanname(waarde: float) -> str:
    return _AANNAME.format(waarde=f"{waarde:,}".replace(",", ".") if isinstance(waarde, int) else str(waarde).replace(".", ","))
