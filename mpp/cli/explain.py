"""`mpp explain`: where a number comes from, down to the parameters and their sources."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand, Variantnaam, Wijzigingen, anders, een_variant, eis_uitvoer

if TYPE_CHECKING:
    from mpp.herkomst import Herkomst, Herleiding
    from mpp.parameters import Parameterset
    from mpp.uitkomsten import Uitkomsten

DIEPTE, BREEDST = 2, 120


def explain(
    indicator: Annotated[
        str,
        typer.Argument(
            metavar="INDICATOR",
            help="De naam van de indicator, of zoals bij een getal in een document: indicator:naam.",
            show_default=False,
        ),
    ],
    jaar: Annotated[str, typer.Argument(metavar="JAAR", help="Het jaar, of zoals bij een getal in een document: jaar|scenario.")],
    scenario: Annotated[
        str | None, typer.Argument(metavar="[SCENARIO]", help="minimum, medio of maximum; anders medio.", show_default=False)
    ] = None,
    parameters: Parameterbestand = None,
    variant: Variantnaam = None,
    zet: Wijzigingen = None,
    diepte: Annotated[int, typer.Option("--depth", min=0, metavar="AANTAL", help="Toon zo veel lagen van wat het getal leest.")] = DIEPTE,
    volledig: Annotated[bool, typer.Option("--full", help="Toon alle lagen, tot de parameters.")] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de hele uitleg als JSON naar de standaarduitvoer.")] = False,
    svg: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Schrijf ook een beeld: voorraden als vakken, stromen als pijlen.")
    ] = None,
) -> None:
    """Leg uit waar een getal vandaan komt. Toont hoe het is berekend en waaruit, tot de parameters met hun bron."""
    from mpp.herkomst import als_tekst
    from mpp.projectmap import Projectmap
    from mpp.uitkomsten import bereken

    if svg:
        eis_uitvoer(svg, ".svg")
    gekozen = een_variant(variant)
    if uit_variant := re.fullmatch(r"variant:([^:]+):(.+)", indicator):
        gekozen, indicator = gekozen or uit_variant[1], uit_variant[2]
    ps, indicator = _in_editie(Projectmap.hier(parameters).laad(), indicator, jaar)
    u = bereken(anders(ps, gekozen, zet or ()))
    uitleg, herkomst = _herleid(u, indicator, jaar, scenario)
    if svg:
        _schrijf_beeld(herkomst, uitleg, svg)
    if als_json:
        json.dump(uitleg.als_gegevens(), sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
        print()
    else:
        print(als_tekst(uitleg, None if volledig else diepte, min(shutil.get_terminal_size((100, 24)).columns, BREEDST)))


def _in_editie(ps: Parameterset, verwijzing: str, jaar: str) -> tuple[Parameterset, str]:
    """The parameters with which a number was computed, those of an earlier edition where it says so, and its name there."""
    from mpp.edities.eerder import eerdere_edities
    from mpp.edities.kant import lees_kant
    from mpp.edities.map import UITKOMSTEN

    if herrekend := re.fullmatch(r"verschil:([^:]+):([^:]+):(herrekend|parameter)", verwijzing):
        editie, id, deel = herrekend.groups()
        return lees_kant(editie, ps).ps, f"parameter:{id}" if deel == "parameter" else id
    if gepubliceerd := re.fullmatch(r"editie:([^:]+):([^:]+)", verwijzing):
        editie, id = gepubliceerd.groups()
        jaartal, _, scenario = jaar.partition("|")
        openbaar = eerdere_edities(ps).get(editie)
        cijfer = openbaar.zoek(id, int(jaartal), scenario) if openbaar and jaartal.isdecimal() else None
        if cijfer and cijfer.bron == UITKOMSTEN:
            return lees_kant(editie, ps).ps, id
    return ps, verwijzing


def _herleid(u: Uitkomsten, verwijzing: str, jaar: str, scenario: str | None) -> tuple[Herleiding, Herkomst]:
    """What is asked for, told by name or as a number in a document tells it."""
    from mpp.herkomst import Herkomst
    from mpp.problemen import Fout, probleem

    soort, _, id = verwijzing.rpartition(":")
    jaartal, _, uit_document = jaar.partition("|")
    if soort not in ("", "indicator", "parameter") or not id.replace(".", "").replace("_", "").isalnum():
        raise Fout([probleem("herkomst-verwijzing", verwijzing=verwijzing)])
    herkomst = Herkomst(u, scenario or uit_document or "medio")
    if soort == "parameter":
        return herkomst.herleid_parameter(id), herkomst
    if not jaartal.isdecimal():
        raise Fout([probleem("herkomst-jaar", jaar=jaar, eerste=u.jaren[0], laatste=u.jaren[-1])])
    return herkomst.herleid(id, int(jaartal)), herkomst


def _schrijf_beeld(herkomst: Herkomst, uitleg: Herleiding, pad: Path) -> None:
    from figures.stijl.stroombeeld import beeld, voorraden
    from mpp.plaatsen import plaats
    from mpp.problemen import Fout, probleem

    if uitleg.uitleg.soort == "parameter" or not voorraden(herkomst.keten, uitleg.uitleg.id):
        raise Fout([probleem("herkomst-beeld", id=uitleg.uitleg.id)])
    plaats({pad.name: beeld(herkomst, uitleg.uitleg.id, uitleg.jaar)}, pad.parent)
