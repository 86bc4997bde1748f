"""`mpp run`: the results of the model, and of a what-if beside those of the edition.

`--csv` and `--json` give a row per indicator, scenario and year: indicator, naam, organisatie, eenheid, scenario, jaar,
waarde (unrounded) and editie. Of a what-if editie names the variant too, and two columns follow: verschil with the edition,
and verschil_aandeel, that as a share of the edition's value; empty where the edition has no value, or zero.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand, Variantnaam, Wijzigingen, anders, een_variant, eis_uitvoer

if TYPE_CHECKING:
    import pandas as pd

    from mpp.parameters import Parameterset


def run(
    parameters: Parameterbestand = None,
    variant: Variantnaam = None,
    zet: Wijzigingen = None,
    draws: Annotated[
        int, typer.Option(min=0, metavar="AANTAL", help="Trek zo veel keer uit de prognose en geef ook de band: p10, p50 en p90.")
    ] = 0,
    als_csv: Annotated[Path | None, typer.Option("--csv", metavar="BESTAND", help="Schrijf de uitkomsten als CSV.")] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de uitkomsten als JSON naar de standaarduitvoer.")] = False,
) -> None:
    """Reken het model door. Toont de uitkomsten per indicator, scenario en jaar; van een wat-als het verschil met de editie."""
    if als_csv and als_json:
        raise typer.BadParameter("kies --csv of --json, niet allebei")
    if als_csv:
        eis_uitvoer(als_csv, ".csv")
    from mpp.cellen import eis_cellen
    from mpp.plaatsen import plaats
    from mpp.projectmap import Projectmap
    from mpp.uitkomsten import bereken
    from mpp.uitkomsten.banden import met_banden
    from mpp.uitkomsten.wat_als import naast

    ps = anders(Projectmap.hier(parameters).laad(), een_variant(variant), zet or ())
    tabel = met_banden(bereken(ps, trekkingen=draws))
    editie = _editie(ps, parameters) if parameters or variant or zet else None
    if editie:
        tabel = naast(tabel, met_banden(bereken(editie, trekkingen=draws)))
    if ps.merk:
        tabel["editie"] = f"{ps.editie.naam} ({ps.merk.partition(':')[2]})"
    if als_csv:
        eis_cellen((kolom, cel) for kolom in tabel.columns for cel in tabel[kolom])
        plaats({als_csv.name: tabel.to_csv(index=False, lineterminator="\n").encode()}, als_csv.parent)
    elif als_json:
        json.dump(tabel.astype(object).where(tabel.notna(), None).to_dict(orient="records"), sys.stdout, ensure_ascii=False, indent=2)
        print()
    elif editie:
        _toon_wat_als(tabel, editie, ps)
    else:
        _toon(tabel)


def _editie(ps: Parameterset, parameters: Path | None) -> Parameterset | None:
    """The parameters to compare with: those of the project, or the file given where there is no project; None when they are these."""
    from mpp.projectmap import Projectmap

    project = Projectmap.hier()
    editie = (project if project.parameters.is_file() else Projectmap.hier(parameters)).laad()
    return None if not ps.merk and editie.hash == ps.hash else editie


def _toon(tabel: pd.DataFrame) -> None:
    """Print each indicator with its unit, and under it a line per scenario with a column per year."""
    from mpp.weergave.opmaak import opmaak

    print(f"{'':10}" + "".join(f"{jaar:12}" for jaar in tabel["jaar"].unique()))
    for (id, eenheid), indicator in tabel.groupby(["indicator", "eenheid"], sort=False):
        print(f"{id} ({eenheid})")
        for scenario, rijen in indicator.groupby("scenario", sort=False):
            print(f"  {scenario:8}" + "".join(f"{opmaak(waarde, eenheid):>12}" for waarde in rijen["waarde"]))


def _toon_wat_als(tabel: pd.DataFrame, editie: Parameterset, ps: Parameterset) -> None:
    """Print what was changed, and each indicator and scenario that differs: the value, the difference and that in percent."""
    from mpp.uitkomsten.wat_als import gewijzigd

    print(f"Vergeleken met {editie.editie.titel}, {editie.pad.name}:")
    for a in gewijzigd(editie, ps):
        oud, nieuw = ("geen" if w is None else f"{w:g}" for w in (a.oud, a.nieuw))
        print(f"  {a.id}@{a.periode}: {nieuw} in plaats van {oud} ({a.eenheid})")
    print(f"\n{'':12}" + "".join(f"{jaar:12}" for jaar in tabel["jaar"].unique()))
    gelijk = 0
    for (id, eenheid), indicator in tabel.groupby(["indicator", "eenheid"], sort=False):
        per_scenario = [(scenario, *_regels(rijen, eenheid)) for scenario, rijen in indicator.groupby("scenario", sort=False)]
        verschillend = [(scenario, regels) for scenario, regels, verschilt in per_scenario if verschilt]
        if verschillend:
            print(f"{id} ({eenheid})")
        else:
            gelijk += 1
        for scenario, regels in verschillend:
            for naam, cellen in zip((f"  {scenario}", "    verschil", "    in %"), regels, strict=True):
                print(f"{naam:12}" + "".join(f"{cel:>12}" for cel in cellen))
    print(f"\n{gelijk} indicatoren veranderen niet of minder dan de afronding; met --csv of --json komen zij er alle uit.")


def _regels(rijen: pd.DataFrame, eenheid: str) -> tuple[tuple[list[str], list[str], list[str]], bool]:
    """Value, difference and difference in percent by year, as they are read, and whether anything differs."""
    from mpp.weergave.afronding import eenheid_verschil
    from mpp.weergave.opmaak import opmaak

    waarden = [opmaak(w, eenheid) for w in rijen["waarde"]]
    verschillen = [_plus(w, eenheid_verschil(eenheid)) for w in rijen["verschil"]]
    aandelen = [_plus(w, "aandeel", 0.001) for w in rijen["verschil_aandeel"]]
    return (waarden, verschillen, aandelen), any(v[0] in "+−" for v in verschillen)


def _plus(waarde: float, eenheid: str, op: float | None = None) -> str:
    """A difference with its sign; a point where there is none."""
    from mpp.weergave.opmaak import opmaak

    if waarde != waarde:  # NaN: nothing to compare with
        return "·"
    tekst = opmaak(waarde, eenheid, op)
    return f"+{tekst}" if waarde > 0 and tekst.strip("0,%") else tekst
