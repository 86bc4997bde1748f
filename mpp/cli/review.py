"""`mpp review`: what reviewers sent back in Word, and taking it over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from mpp.cli.nederlands import Groep, Opdracht
from mpp.cli.opties import UITVOER, Parameterbestand, Uitvoermap

if TYPE_CHECKING:
    from mpp.review.vondst import Vondst

MAP: Final = UITVOER / "review"
PAGINA: Final = "commentaar.html"
BREED: Final = 140
"""The width of the table where it goes to no screen."""

app = typer.Typer(cls=Groep, add_completion=False, rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def review() -> None:
    """Verwerk commentaar op de rapportage, dat in Word is gegeven."""


@app.command("import", cls=Opdracht)
def importeer(
    bestanden: Annotated[
        list[Path],
        typer.Argument(metavar="BESTAND", help="Een rapportage.docx dat terugkwam; meer mag.", show_default=False),
    ],
    neem_over: Annotated[
        list[int] | None,
        typer.Option("--neem-over", metavar="NUMMER", help="Neem deze wijziging over in haar hoofdstuk; mag vaker.", show_default=False),
    ] = None,
    parameters: Parameterbestand = None,
    output: Uitvoermap = MAP,
) -> None:
    """Toon elke opmerking en wijziging met haar plaats in de hoofdstukken. Met --neem-over komt een wijziging van tekst in de bron."""
    from mpp.plaatsen import plaats
    from mpp.problemen import Fout, probleem
    from mpp.projectmap import Projectmap
    from mpp.review.lezen import gewijzigde_getallen, lees_reviews
    from mpp.review.overnemen import neem_over as in_bron
    from mpp.review.verslag import pagina

    project = Projectmap.hier(parameters)
    ps = project.laad()
    vondsten = lees_reviews(bestanden, ps)
    if neem_over:
        for plek in in_bron(neem_over, vondsten, project.wortel):
            print(f"{plek} gewijzigd")
        print("Draai mpp check om te zien of de tekst nog klopt met haar getallen.")
        return
    _toon(vondsten)
    (pad,) = plaats({PAGINA: pagina(vondsten, ps.editie.titel, [bestand.name for bestand in bestanden])}, output)
    print(pad)
    if gewijzigd := gewijzigde_getallen(vondsten):
        raise Fout(probleem("review-getal-gewijzigd", **v.vindplaats, uit=v.uit, wat=v.wat, aan="; ".join(v.aan)) for v in gewijzigd)


def _toon(vondsten: Sequence[Vondst]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from mpp.review.verslag import KOPPEN, rijen

    if not vondsten:
        print("Er is niets opgemerkt en niets gewijzigd.")
        return
    tabel = Table(box=None, pad_edge=False)
    for kop in KOPPEN:
        tabel.add_column(kop, overflow="fold", no_wrap=kop == "Plaats")
    for rij in rijen(vondsten):
        tabel.add_row(*map(escape, rij))
    console = Console(highlight=False, emoji=False)
    Console(highlight=False, emoji=False, width=console.width if console.is_terminal else BREED).print(tabel)
