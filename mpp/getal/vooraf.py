"""What many chapters ask of the results and takes long, computed once: each process forked afterwards has it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mpp.edities.eerder import eerdere_edities
from mpp.edities.vergelijking import met_vorige
from mpp.getal.terugblik import alle_doelen, alle_terugblikken
from mpp.problemen import Fout
from mpp.ronde.risicos import risicos

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten


def reken_vooraf(u: Uitkomsten) -> None:
    """Draw, run what the risks change, read the earlier editions, look back, and compare with the previous one.

    What is wrong in them is told where it is asked for.
    """
    for reken in (
        lambda: u.met_trekkingen,
        lambda: u.wat_als.reken([risico.wijzigingen for risico in risicos(u.ps)]),
        lambda: eerdere_edities(u.ps),
        lambda: alle_terugblikken(u),
        lambda: alle_doelen(u),
        lambda: met_vorige(u).uitkomsten,
    ):
        with suppress(Fout):
            reken()
