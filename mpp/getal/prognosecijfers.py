"""Numbers of the Prognose Eerste Asielinstroom itself: of a year as it is now and as it was before anything of it had come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from mpp.getal.cijfers import kans
from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Woord
from mpp.prognose.grenzen import ZELDEN
from mpp.prognose.prognose import KWANTIELEN
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.afronding import stap
from mpp.weergave.opmaak import MAANDEN

if TYPE_CHECKING:
    from mpp.prognose import Prognose

DELEN: Final = {**KWANTIELEN, "mediaan": 0.5}
"""The quantiles that have a name: the scenarios of the MPP and the middle."""
VAN_JAAR: Final = ("verwachting", *DELEN)
"""What can be told of a year."""
GekomenWat = Literal["aantal", "aandeel", "maanden", "verwacht"]
GEKOMEN: Final[tuple[str, ...]] = get_args(GekomenWat)
ZEER_KLEIN, BIJNA_ZEKER = "<1%", ">99%"
"""What a table says of a chance below ZELDEN, and of one that is as near to certain."""


def van_jaar(wat: str, jaar: int, *, vooraf: bool = False, u: Uitkomsten) -> Getal:
    """The `verwachting` of a year or one of its quantiles by name; with `vooraf` as it was before anything of the year had come.

    Raises KeyError for another name, and Fout for a year that is not of the edition.
    """
    waarde = jaarwaarde(u.prognose.vooraf if vooraf else u.prognose, wat, jaar)
    return Getal(waarde, "personen", stap("personen"), f"prognose:{'vooraf' if vooraf else 'jaar'}", f"{jaar}|{wat}")


def jaarwaarde(prognose: Prognose, wat: str, jaar: int) -> float:
    """The number behind `van_jaar`."""
    return prognose.verwachting(jaar) if wat == "verwachting" else prognose.kwantiel(jaar, DELEN[wat])


def in_interval(jaar: int, *, u: Uitkomsten) -> Getal:
    """The chance that the inflow of a year lies between minimum and maximum."""
    return (kans(jaar, boven="minimum", u=u) - kans(jaar, boven="maximum", u=u)).met(eenheid="aandeel")


def kans_in_tabel(jaar: int, boven: float, *, u: Uitkomsten) -> Getal | Woord:
    """The chance that more than `boven` people come, as a table has it: nearly none and nearly certain are said to be so."""
    getal = kans(jaar, boven=boven, u=u)
    if ZELDEN <= getal.waarde <= 1 - ZELDEN:
        return getal
    return Woord(ZEER_KLEIN if getal.waarde < ZELDEN else BIJNA_ZEKER, getal.waarde, getal.herkomst, getal.op)


def gekomen(wat: GekomenWat, *, u: Uitkomsten) -> InTekst:
    """What came of the first year before the peildatum; nothing when that is the beginning of the year.

    That is how many (`aantal`), the share of the season that these months make up (`aandeel`), how many of them there are in
    words (`maanden`), and how many were expected of them before (`verwacht`).
    """
    if not (kwam := u.prognose.gekomen):
        return Vervallen()
    if wat == "maanden":
        tekst = f"van {MAANDEN[0]} tot en met {MAANDEN[kwam.maanden - 1]}" if kwam.maanden > 1 else f"in {MAANDEN[0]}"
        return Naam(tekst, "editie:peildatum")
    eenheid = "aandeel" if wat == "aandeel" else "personen"
    bron = "prognose:gekomen" if wat == "aantal" else f"prognose:gekomen_{wat}"
    return Getal(gekomenwaarde(wat, u), eenheid, stap(eenheid), bron, str(u.jaren[0]))


def gekomenwaarde(wat: str, u: Uitkomsten) -> float:
    """The number behind `gekomen`, nought when nothing came. Raises KeyError for what is no number."""
    if not (kwam := u.prognose.gekomen):
        return 0.0
    verwacht = u.prognose.vooraf.verwachting(u.jaren[0])
    return {"aantal": kwam.aantal, "aandeel": kwam.aandeel, "verwacht": kwam.aandeel * verwacht}[wat]
