"""`mpp backtest`: the model started from a past year, held against what happened."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mpp.uitkomsten.scorebord import Doel
    from mpp.uitkomsten.toetsing import Terugblik


def backtest(
    parameters: Parameterbestand = None,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de terugblikken als JSON naar de standaarduitvoer.")] = False,
) -> None:
    """Leg het model vanaf een eerder jaar naast wat er gebeurde. Toont de afwijking per cijfer en een scorebord."""
    from mpp.projectmap import Projectmap
    from mpp.uitkomsten.scorebord import scorebord
    from mpp.uitkomsten.toetsing import terugblikken

    ps = Projectmap.hier(parameters).laad()
    blikken = terugblikken(ps, ps.wortel / "toetsing")
    doelen = scorebord(ps, blikken)
    if als_json:
        json.dump(
            [_als_gegevens(blik, [d for d in doelen if d.blik == blik.id]) for blik in blikken], sys.stdout, ensure_ascii=False, indent=2
        )
        print()
    elif not blikken:
        print("Er zijn geen terugblikken: in de map toetsing staat geen bestand.")
    else:
        print("\n\n".join([*(_als_tekst(blik) for blik in blikken), _als_scorebord(doelen)]))


def _als_gegevens(blik: Terugblik, doelen: Sequence[Doel]) -> dict[str, object]:
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
            "onder": doel.onder,
            "boven": doel.boven,
            "crps": doel.crps,
            "als_vorig_jaar": doel.vorig,
            "trend": doel.trend,
        }
        for regel, doel in zip(blik.regels, doelen, strict=True)
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


def _als_scorebord(doelen: Sequence[Doel]) -> str:
    """The score of each look back and of all, beside two forecasts that anyone could make; those over the figures that they have."""
    from mpp.uitkomsten.scorebord import KANS, score

    groepen = {f"vanaf begin {id}": [d for d in doelen if d.blik == id] for id in dict.fromkeys(d.blik for d in doelen)}
    kop = f"Scorebord: gemiddelde fout als deel van wat er gebeurde, onafgerond; de band houdt {KANS:.0%}"
    regels = [
        kop,
        f"{'':20}{'cijfers':>8}{'fout':>7}{'mediaan':>9}{'CRPS':>7}{'in band':>9}{'vorig jaar':>12}{'model':>8}{'trend':>8}{'model':>8}",
    ]
    for naam, deel in [*groepen.items(), ("alles", list(doelen))]:
        s = score(deel)
        cellen = (s.fout, s.mediaan, s.crps, s.deel_binnen, s.vorig, s.model_naast_vorig, s.trend, s.model_naast_trend)
        breedten = (7, 9, 7, 9, 12, 8, 8, 8)
        regels.append(f"{naam:20}{s.aantal:>8}" + "".join(f"{cel:{breed}.0%}" for cel, breed in zip(cellen, breedten, strict=True)))
    return "\n".join(regels)


def _afwijking(aandeel: float) -> str:
    """A deviation with its sign, in a column."""
    from mpp.uitkomsten.toetsing import OP_AFWIJKING
    from mpp.weergave.afronding import rond
    from mpp.weergave.opmaak import opmaak

    plus = "+" if rond(aandeel, OP_AFWIJKING) > 0 else ""
    return (plus + opmaak(aandeel, "aandeel", OP_AFWIJKING)).rjust(11)
