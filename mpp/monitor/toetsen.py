"""What the rows of a file of realisations must be together: one year, no month twice, no month left out unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from mpp.monitor.velden import ONBEKEND
from mpp.problemen import Probleem, probleem
from mpp.weergave.opmaak import MAANDEN

if TYPE_CHECKING:
    from mpp.monitor.bestand import Rij


def toets_rijen(bestand: str, rijen: Sequence[Rij], *, volledig: bool) -> Iterator[Probleem]:
    """What is wrong with the rows together; months that are missing are told only when the rows are `volledig`."""
    if not rijen:
        return
    jaar = min(rij.periode.jaar for rij in rijen)
    for rij in rijen:
        if rij.periode.jaar != jaar:
            yield probleem("monitor-jaar", bestand=bestand, regel=rij.regel, jaar=rij.periode.jaar, eerste=jaar)
    per_onderwerp = sorted((rij for rij in rijen if rij.periode.jaar == jaar), key=lambda rij: (rij.onderwerp.id, rij.regel))
    for _, groep in groupby(per_onderwerp, key=lambda rij: rij.onderwerp.id):
        van = list(groep)
        dubbel = list(_dubbel(bestand, van))
        yield from dubbel
        if volledig and not dubbel and van[0].onderwerp.telling != "stand":
            yield from _gaten(bestand, van)


def _dubbel(bestand: str, rijen: Sequence[Rij]) -> Iterator[Probleem]:
    """Every month that a row before has too."""
    eerder: dict[int, int] = {}
    for rij in rijen:
        m = next((m for m in rij.periode.maanden if m in eerder), None)
        if m is not None:
            gegevens = {"id": rij.onderwerp.id, "maand": f"{MAANDEN[m]} {rij.periode.jaar}", "eerste": eerder[m]}
            yield probleem("monitor-dubbel", bestand=bestand, regel=rij.regel, **gegevens)
        for m in rij.periode.maanden:
            eerder.setdefault(m, rij.regel)


def _gaten(bestand: str, rijen: Sequence[Rij]) -> Iterator[Probleem]:
    """The first month of each stretch that no row has, before the last."""
    volgende = 0
    for rij in sorted(rijen, key=lambda rij: rij.periode):
        if (eerste := rij.periode.maanden[0]) != volgende:
            laatste, jaar = eerste - 1, rij.periode.jaar
            weg, sleutels = MAANDEN[volgende], f"{jaar}-{volgende + 1:02d}"
            if laatste != volgende:
                weg, sleutels = f"{weg} tot en met {MAANDEN[laatste]}", f"{sleutels} t/m {jaar}-{laatste + 1:02d}"
            gegevens = {"id": rij.onderwerp.id, "maanden": weg, "periode": sleutels, "onbekend": ONBEKEND}
            yield probleem("monitor-gat", bestand=bestand, regel=rij.regel, **gegevens)
        volgende = rij.periode.maanden[-1] + 1
