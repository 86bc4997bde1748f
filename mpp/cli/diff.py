"""`mpp diff`: what changed between two editions, and what that did.

With `--json` an object of these keys, numbers unrounded; a key is never renamed, `schema` goes up when one is added:
`schema` (1); `oud` and `nieuw` (id, naam, bestand); `jaren`; `oorzaken` (id and naam, in the order of the tables);
`bijstellingen`, a record per changed value (parameter, label, eenheid, scenario, periode, oorzaak, oud, nieuw, and under
grondslag_oud and grondslag_nieuw its bronnen, aanname and toelichting; scenario is null for a value that holds in all of
them, oud or nieuw where an edition has no value);
`verschillen`, a record per indicator, year and scenario (indicator, naam, eenheid, jaar, scenario, oud, nieuw, totaal,
effecten by id of the cause, and under gepubliceerd_oud and gepubliceerd_nieuw the source where the value is a published
figure, `uitkomsten.csv` where the edition computed it itself, else null). Effects add up to totaal, and oud plus totaal is nieuw.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from mpp.edities.kant import Kant
    from mpp.edities.vergelijking import Bijstelling, Grondslag, Vergelijking, Verschil

SCHEMA = 1


def diff(
    oud: Annotated[
        str,
        typer.Argument(
            metavar="EDITIE", help="De editie waarmee wordt vergeleken: haar nummer (de huidige, of een map in edities) of een bestand."
        ),
    ],
    nieuw: Annotated[
        str,
        typer.Argument(
            metavar="EDITIE", help="De editie die wordt vergeleken: haar nummer (de huidige, of een map in edities) of een bestand."
        ),
    ],
    indicator: Annotated[
        list[str] | None, typer.Option(metavar="INDICATOR", help="Alleen deze indicator; mag vaker.", show_default=False)
    ] = None,
    jaar: Annotated[
        list[int] | None, typer.Option("--year", metavar="JAAR", help="Alleen dit jaar; mag vaker.", show_default=False)
    ] = None,
    scenario: Annotated[
        list[str] | None, typer.Option(metavar="SCENARIO", help="minimum, medio of maximum; mag vaker, anders medio.", show_default=False)
    ] = None,
    als_json: Annotated[
        bool, typer.Option("--json", help="Schrijf alles als JSON naar de standaarduitvoer: elke indicator, elk jaar en elk scenario.")
    ] = False,
) -> None:
    """Vergelijk twee edities over de jaren die zij allebei hebben. Toont wat is gewijzigd en welk deel van elk verschil daaruit volgt."""
    from mpp.edities.kant import lees_kant
    from mpp.edities.vergelijking import HOOFDINDICATOREN, Vergelijking
    from mpp.projectmap import Projectmap
    from mpp.uitkomsten import SCENARIOS, indicatoren

    basis = Projectmap.hier().laad()
    v = Vergelijking(lees_kant(oud, basis), lees_kant(nieuw, basis))
    ids = indicator or (list(indicatoren("intern")) if als_json else HOOFDINDICATOREN)
    scenarios = scenario or (SCENARIOS if als_json else ["medio"])
    verschillen = [v.verschil(id, j, s) for id in ids for s in scenarios for j in jaar or v.jaren]
    if als_json:
        json.dump(_gegevens(v, verschillen), sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
        print()
    else:
        _toon_bijstellingen(v, shutil.get_terminal_size((120, 24)).columns)
        _toon_verschillen(v, verschillen)


def _gegevens(v: Vergelijking, verschillen: Sequence[Verschil]) -> dict[str, Any]:
    from mpp.uitkomsten import indicator

    def record(d: Verschil) -> dict[str, Any]:
        i, uit = indicator(d.indicator), asdict(d)
        bronnen = {kant: cijfer and cijfer.bron for kant, cijfer in uit.items() if kant.startswith("gepubliceerd")}
        return {"indicator": i.id, "naam": i.naam, "eenheid": i.eenheid, **uit, "totaal": d.totaal, **bronnen}

    return {
        "schema": SCHEMA,
        **{naam: _kant(kant) for naam, kant in (("oud", v.oud), ("nieuw", v.nieuw))},
        "jaren": v.jaren,
        "oorzaken": [{"id": id, "naam": naam} for id, naam, _ in v.effecten],
        "bijstellingen": [{**asdict(b), "oorzaak": b.oorzaak.id} for b in v.bijstellingen],
        "verschillen": [record(d) for d in verschillen],
    }


def _kant(kant: Kant) -> dict[str, str]:
    return {"id": kant.ps.editie.id, "naam": kant.ps.editie.naam, "bestand": kant.ps.naam}


def _namen(v: Vergelijking) -> tuple[str, str]:
    """What to call the two: as the editions are called, or where that is the same the files."""
    oud, nieuw = v.oud.ps, v.nieuw.ps
    if oud.editie.naam == nieuw.editie.naam:
        return oud.naam, nieuw.naam
    return oud.editie.naam, nieuw.editie.naam


def _toon_bijstellingen(v: Vergelijking, breedte: int) -> None:
    """Print what changed: by cause, per parameter a line with its values and one with what each edition says of them."""
    oud, nieuw = _namen(v)
    print(f"Van {oud} naar {nieuw}: " + ("geen waarde is gewijzigd." if not v.bijstellingen else "gewijzigde waarden."))
    getoond = [b for b in v.bijstellingen if not b.leest_gelijk]
    for groep, van_groep in groupby(getoond, key=lambda b: b.oorzaak):
        print(f"\n{groep.naam}")
        for (id, scenario), rijen in groupby(van_groep, key=lambda b: (b.parameter, b.scenario)):
            bijstellingen = list(rijen)
            print(f"  {id}: {bijstellingen[0].label}{f', {scenario}' if scenario else ''} ({bijstellingen[0].eenheid})")
            for kop, tekst in _over(bijstellingen, oud, nieuw):
                print(fill(tekst, breedte, initial_indent=f"    {kop}: ", subsequent_indent="      "))
    if gelijk := len(v.bijstellingen) - len(getoond):
        print(f"\nAlleen achter de getoonde afronding anders, en daarom niet vermeld: {gelijk}.")


def _over(bijstellingen: Sequence[Bijstelling], oud: str, nieuw: str) -> Iterator[tuple[str, str]]:
    waarden = (f"{b.periode} {_waarde(b, b.oud, b.stap_oud)} → {_waarde(b, b.nieuw, b.stap_nieuw)}" for b in bijstellingen)
    yield "waarden", "; ".join(waarden)
    for naam, grondslagen in ((oud, [b.grondslag_oud for b in bijstellingen]), (nieuw, [b.grondslag_nieuw for b in bijstellingen])):
        if teksten := dict.fromkeys(_tekst(g) for g in grondslagen if g != type(g)()):
            yield naam, " ".join(teksten)


def _waarde(b: Bijstelling, waarde: float | None, op: float) -> str:
    from mpp.weergave.opmaak import opmaak

    return "niet vastgesteld" if waarde is None else opmaak(waarde, b.eenheid, op)


def _tekst(grondslag: Grondslag) -> str:
    delen = [
        f"bron {', '.join(grondslag.bronnen)}." if grondslag.bronnen else "",
        f"aanname: {grondslag.aanname}" if grondslag.aanname else "",
        grondslag.toelichting or "",
    ]
    return " ".join(filter(None, delen))


def _toon_verschillen(v: Vergelijking, verschillen: Sequence[Verschil]) -> None:
    """Print a block per indicator and scenario: a line per year, a column per cause, the sum of them before the new value."""
    from mpp.uitkomsten import indicator

    oud, nieuw = _namen(v)
    koppen = [oud, *(kort for _, _, kort in v.effecten), "verschil", nieuw]
    breedtes = [max(len(kop) + 2, 11) for kop in koppen]
    for (id, scenario), rijen in groupby(verschillen, key=lambda d: (d.indicator, d.scenario)):
        i = indicator(id)
        print(f"\n{i.naam} ({i.eenheid}), {scenario}: {id}")
        print(" " * 6 + "".join(f"{kop:>{b}}" for kop, b in zip(koppen, breedtes, strict=True)))
        for d in rijen:
            cellen = [_cijfer(d.oud, i.eenheid, gepubliceerd=d.gepubliceerd_oud is not None)]
            cellen += [_cijfer(d.effecten[effect], i.eenheid, teken=True) for effect, _, _ in v.effecten]
            cellen += [_cijfer(d.totaal, i.eenheid, teken=True), _cijfer(d.nieuw, i.eenheid, gepubliceerd=d.gepubliceerd_nieuw is not None)]
            print(f"  {d.jaar}" + "".join(f"{cel:>{b}}" for cel, b in zip(cellen, breedtes, strict=True)))
    print("\n* Eigen uitkomst van die editie. Zonder * is de waarde wat het model met haar parameters geeft; het effect model is dan nul.")
    print("De effecten tellen op tot het verschil; afgerond kan dat een eenheid schelen.")


def _cijfer(waarde: float, eenheid: str, *, teken: bool = False, gepubliceerd: bool = False) -> str:
    from mpp.weergave.afronding import rond
    from mpp.weergave.opmaak import opmaak

    op = 0.001 if eenheid in ("aandeel", "factor") else 1
    plus = "+" if teken and rond(waarde, op) > 0 else ""
    return plus + opmaak(waarde, eenheid, op) + ("*" if gepubliceerd else "")
