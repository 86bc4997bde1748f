"""`mpp backtest`: the model started from a past year, held against what happened."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand

if TYPE_CHECKING:
    from mpp.uitkomsten.toetsing import Terugblik


def backtest(
    parameters: Parameterbestand = None,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de terugblikken als JSON naar de standaarduitvoer.")] = False,
) -> None:
    """Leg het model vanaf een eerder jaar naast wat er gebeurde. Toont de afwijking per cijfer."""
    from mpp.projectmap import Projectmap
    from mpp.uitkomsten.toetsing import terugblikken

    ps = Projectmap.hier(parameters).laad()
    blikken = terugblikken(ps, ps.wortel / "toetsing")
    if als_json:
        json.dump([_als_gegevens(blik) for blik in blikken], sys.stdout, ensure_ascii=False, indent=2)
        print()
    elif not blikken:
        print("Er zijn geen terugblikken: in de map toetsing staat geen bestand.")
    else:
        print("\n\n".join(_als_tekst(blik) for blik in blikken))


def _als_gegevens(blik: Terugblik) -> dict[str, object]:
    regels = [
        {
            "indicator": regel.indicator,
            "jaar": regel.jaar,
            "gerealiseerd": regel.gerealiseerd,
            "bronnen": regel.bronnen,
            "model": regel.model,
            "afwijking": regel.afwijking,
            "model_achteraf": regel.achteraf,
            "afwijking_achteraf": regel.afwijking_achteraf,
            "oorzaak": regel.reden,
        }
        for regel in blik.regels
    ]
    return {"id": blik.id, "naam": blik.naam, "later_bekend": blik.later_bekend, "regels": regels}


def _als_tekst(blik: Terugblik) -> str:
    """A look back as a table; the last two columns are the model with the input as it turned out, where that is known."""
    from mpp.uitkomsten import indicator
    from mpp.weergave.afronding import stap_klein
    from mpp.weergave.opmaak import opmaak

    regels = [blik.naam, f"{'':44}{'gerealiseerd':>13}{'model':>10}{'afwijking':>11}{'achteraf':>10}{'afwijking':>11}"]
    for regel in blik.regels:
        eenheid = indicator(regel.indicator).eenheid
        gerealiseerd = opmaak(regel.gerealiseerd, eenheid, stap_klein(regel.gerealiseerd, eenheid))
        cellen = [f"{regel.indicator} {regel.jaar}".ljust(44), gerealiseerd.rjust(13)]
        cellen += [opmaak(regel.model, eenheid).rjust(10), _afwijking(regel.afwijking)]
        if regel.achteraf is not None and regel.afwijking_achteraf is not None:
            cellen += [opmaak(regel.achteraf, eenheid).rjust(10), _afwijking(regel.afwijking_achteraf)]
        regels.append("".join(cellen))
    return "\n".join(regels)


def _afwijking(aandeel: float) -> str:
    """A deviation with its sign, in a column."""
    from mpp.uitkomsten.toetsing import OP_AFWIJKING
    from mpp.weergave.afronding import rond
    from mpp.weergave.opmaak import opmaak

    plus = "+" if rond(aandeel, OP_AFWIJKING) > 0 else ""
    return (plus + opmaak(aandeel, "aandeel", OP_AFWIJKING)).rjust(11)
