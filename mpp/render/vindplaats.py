"""Where in the chapters a problem of the finished pages comes from."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from mpp.problemen import Fout, Probleem
from mpp.render.labels import gegeven
from mpp.render.project import lees_project
from mpp.render.qmd import Qmd, Regel, lees_qmd

_NAALDEN = ("teken", "adres", "tekst")
"""The fields of a problem that hold something as it stands in the source."""


def met_plaats(problemen: Iterable[Probleem], wortel: Path) -> list[Probleem]:
    """The same problems, each without a place at the line of the chapter that gives what it names, if one does."""
    qmds: list[Qmd] = []
    for pad in lees_project(wortel).bestanden:
        with suppress(Fout):
            qmds.append(lees_qmd(wortel, pad))
    labels = {label: regel for qmd in qmds for label, regel in gegeven(qmd)}

    def geplaatst(p: Probleem) -> Probleem:
        regel = labels.get(str(p.gegevens.get("tabel"))) or _regel_met(qmds, [str(p.gegevens[n]) for n in _NAALDEN if n in p.gegevens])
        return replace(p, bestand=regel.bestand, regel=regel.nummer) if regel and p.bestand is None else p

    return [geplaatst(p) for p in problemen]


def _regel_met(qmds: list[Qmd], naalden: list[str]) -> Regel | None:
    return next((regel for qmd in qmds for naald in naalden if (regel := qmd.regel_met(naald))), None)
