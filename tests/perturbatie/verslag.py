"""Going through the cases, and what was found in a form that a person reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from mpp.parameters import Parameterset, laad
from mpp.render.vorken import in_vorken
from tests.perturbatie.gevallen import GEVALLEN, verstoord
from tests.perturbatie.maken import Beeld, maak
from tests.perturbatie.oordeel import Vondst, vergelijk

BASIS = "zoals het is"


def doe(wortel: Path, gevallen: Sequence[str] = tuple(GEVALLEN), bestanden: Sequence[str] | None = None) -> tuple[list[Vondst], list[str]]:
    """What the cases bring to light in the documents of the project, or in some of its files: finds, and what could not be made."""
    ps = laad(wortel / "parameters.yml")
    taken = {BASIS: partial(maak, wortel, ps, bestanden), **{g: partial(_geval, wortel, ps, g, bestanden) for g in gevallen}}
    beelden: dict[str, Beeld] = in_vorken(taken)
    basis = beelden.pop(BASIS)
    vondsten = [v for geval, beeld in beelden.items() for v in vergelijk(basis.zinnen, beeld.zinnen, geval)]
    mislukt = [f"{fout} [{geval}]" for geval, beeld in {BASIS: basis, **beelden}.items() for fout in beeld.mislukt]
    return vondsten, mislukt


def _geval(wortel: Path, ps: Parameterset, geval: str, bestanden: Sequence[str] | None) -> Beeld:
    return maak(wortel, verstoord(ps, geval), bestanden)


def verslag(vondsten: Sequence[Vondst], mislukt: Sequence[str]) -> str:
    """Each find once, with the first case that shows it and how many do, by file and place."""
    per_plek: dict[tuple[str, str, str, str], list[Vondst]] = defaultdict(list)
    for vondst in vondsten:
        per_plek[vondst.plek].append(vondst)
    regels = [f"{len(per_plek)} vondsten, {len(mislukt)} keer niet te maken"]
    for (bestand, plaats, soort, _), zelfde in sorted(per_plek.items(), key=lambda p: (p[0][0], p[0][1].zfill(4))):
        v = zelfde[0]
        regels += ["", f"{bestand}:{plaats} [{soort}] {v.reden} ({v.geval}; {len({z.geval for z in zelfde})} gevallen)", f"    {v.zoals}"]
    return "\n".join([*regels, "", *dict.fromkeys(mislukt)]) + "\n"
