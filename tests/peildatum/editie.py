"""A round that begins on 1 July 2023, made of the shipped edition and what `juli_2023.yml` gives: a whole parameter file."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from ruamel.yaml import YAML

from mpp.parameters import Parameterset
from mpp.parameters.laden import laad
from mpp.parameters.schema import Parameter, Realisatie, Waarde
from mpp.productiemodel import keten
from mpp.uitkomsten.register import register
from tests.editie import PROJECT

_AANNAME = "Niet gepubliceerd; geraamd met het tempo van MPP 2023-1: {waarde}."


@cache
def _gegeven() -> tuple[dict[str, Any], dict[str, Any]]:
    lezer = YAML(typ="safe")
    return lezer.load(PROJECT.parameters), lezer.load(Path(__file__).with_name("juli_2023.yml"))


def boom() -> dict[str, Any]:
    """The parameter file as plain data, to be changed and written with `schrijf`."""
    bestand, ronde = deepcopy(_gegeven()[0]), _gegeven()[1]
    bestand["editie"] |= ronde["editie"] | {"verklaring": bestand["editie"]["verklaring"].replace("2023-1", "2023-2")}
    parameters = {p["id"]: p for p in bestand["parameters"]}
    for id, waarde in ronde["begin"].items():
        p = parameters[id]
        for veld in ("bron", "toelichting", "volgt_uit", "genoemd"):
            p.pop(veld, None)
        p["kwaliteit"] = "oranje" if p["kwaliteit"] == "groen" else p["kwaliteit"]
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


def vanaf(ps: Parameterset, maanden: Mapping[str, np.ndarray], n: int) -> Parameterset:
    """The edition `ps`, begun `n` months later than it does: realised is what its own run, {id: (n_months,)}, gives up to then."""
    editie, keten_ = ps.editie.model_copy(update={"peildatum": date(ps.editie.jaren[0], n + 1, 1)}), keten()
    begin = {v.begin: float(maanden[id][n - 1]) for id, v in keten_.voorraden.items()}
    oudsten = {p.id for v in keten_.voorraden.values() if v.rij for p in v.rij.parameters}

    def nieuw(p: Parameter) -> Parameter:
        anders = {"vast": Waarde(waarde=begin[p.id], aanname="proef")} if p.id in begin else p.waarden
        return p.model_copy(update={"waarden": anders, "peildatum": editie.peildatum}) if p.id in begin.keys() | oudsten else p

    def kwam(id: str) -> Realisatie:
        i = register()[id]
        waarden = {f"{editie.jaren[0]}-{t + 1:02d}": {"waarde": float(maanden[id][t]), "aanname": "proef"} for t in range(n)}
        return Realisatie(id=f"{id}.maand", label=i.naam, eenheid=i.eenheid, eigenaar="APM", periode="maand", waarden=waarden)

    ids = [b.id for b in keten_.berekeningen.values() if b.soort != "stand"]
    jaar = str(editie.jaren[0])
    eerder = tuple(r for r in ps.bestand.realisaties if r.periode in ("jaar", "stand") and jaar not in r.waarden)
    parameters, realisaties = tuple(map(nieuw, ps.bestand.parameters)), (*eerder, *map(kwam, ids))
    bestand = ps.bestand.model_copy(update={"editie": editie, "parameters": parameters, "realisaties": realisaties})
    return Parameterset(bestand, ps.boom, ps.pad, wortel=ps.wortel)
