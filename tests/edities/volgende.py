"""A project in which the shipped edition is an earlier one: it stands whole in its folder, and at the root stands one of 2024-2028."""

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from mpp.edities.oorzaken import oorzaak
from mpp.projectmap import Projectmap
from mpp.ronde.bewaren import bewaar
from tests.editie import PROJECT
from tests.ronde.stappen import maak_openbaar

JAREN = (2024, 2025, 2026, 2027, 2028)
_EDITIE = {"id": "2023-2", "naam": "MPP 2023-2", "vorige": "2023-1", "vastgesteld": "2024-02-20", "peildatum": "2024-01-01"}


def kopie(map_: Path) -> Projectmap:
    """What of the shipped project holds numbers, in another folder, and locked and public there."""
    for naam in ("edities", "toetsing"):
        shutil.copytree(PROJECT.wortel / naam, map_ / naam)
    for naam in ("parameters.yml", "akkoorden.yml", "gepubliceerd.yml", "_quarto.yml", "glossary.yml"):
        shutil.copy(PROJECT.wortel / naam, map_)
    project = Projectmap(map_, map_ / "parameters.yml")
    maak_openbaar(project.laad())
    return project


def zet_voort(project: Projectmap) -> None:
    """Put the edition at the root away, and begin one a year later in its place, with the same parameters."""
    bewaar(project.bereken())
    lezer = YAML(typ="safe")
    bestand = lezer.load(project.parameters)
    for naam in ("parameters.lock", "journaal.yml", "akkoorden.yml", "gepubliceerd.yml"):
        (project.wortel / naam).unlink()
    with project.parameters.open("w", encoding="utf-8") as uit:
        lezer.dump(later(bestand), uit)


def later(bestand: dict[str, Any]) -> dict[str, Any]:
    """The parameter file a year later: what holds for a year holds for the next, too; nothing was published of it."""
    bestand = deepcopy(bestand)
    verklaring = bestand["editie"]["verklaring"].replace("2023-1", "2023-2")
    bestand["editie"] |= {**_EDITIE, "jaren": list(JAREN), "verklaring": verklaring}
    bestand["gepubliceerd"] = []
    for scenario in bestand["prognose"]["scenarios"]:
        scenario["jaren"] = jaren = _verschoven(scenario["jaren"])
        eerste = jaren[JAREN[0]]
        scenario["genoemd"] = f"{100 * eerste['kans']:g}%; {eerste['verwachting']:,}; {eerste['spreiding']:,}".replace(",", ".")
    for p in bestand["parameters"]:
        for veld in ("bron", "volgt_uit", "genoemd", "peildatum"):
            p.pop(veld, None)
        if oorzaak(p["id"]).id == "beginstanden":
            p["peildatum"] = _EDITIE["peildatum"]
        p["waarden"] = {sleutel: _kaal(w) for sleutel, w in p["waarden"].items()}
        if p["periode"] in ("jaar", "halfjaar"):
            p["waarden"] = _verschoven(p["waarden"])
        p["kwaliteit"] = "oranje" if p["kwaliteit"] == "groen" else p["kwaliteit"]
        p["aanname"] = f"Een toets met {', '.join(_getallen(p))}."
    return bestand


def _verschoven(waarden: dict[Any, Any]) -> dict[Any, Any]:
    """The same by year or half-year of the next edition: what it has not is that of the year before, and what was only decided for
    the first year is for the first again."""
    oud = {str(sleutel): waarde for sleutel, waarde in waarden.items()}
    uit = {}
    for jaar in JAREN:
        for deel in ("", "-1", "-2"):
            sleutel, laatste = f"{jaar}{deel}", f"{JAREN[-2]}{deel}"
            if waarde := oud.get(sleutel, oud.get(laatste) if jaar == JAREN[-1] else None):
                uit[sleutel if deel else jaar] = deepcopy(waarde)
    return uit or {f"{int(sleutel[:4]) + 1}{sleutel[4:]}": deepcopy(waarde) for sleutel, waarde in oud.items()}


def _kaal(waarde: Any) -> dict[str, Any]:
    waarde = waarde if isinstance(waarde, dict) else {"waarde": waarde}
    return {veld: waarde[veld] for veld in ("waarde", "laag", "hoog") if veld in waarde}


def _getallen(p: dict[str, Any]) -> list[str]:
    """The numbers of a parameter as its source would write them."""
    alle = [getal for w in p["waarden"].values() for getal in w.values()]
    if p["eenheid"] == "aandeel":
        return list(dict.fromkeys(f"{round(100 * getal, 8):g}".replace(".", ",") + "%" for getal in alle))
    return list(dict.fromkeys(f"{getal:,}".replace(",", ".") if isinstance(getal, int) else str(getal).replace(".", ",") for getal in alle))
