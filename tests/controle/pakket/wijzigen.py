"""One thing changed at random in one place of a package, to see whether its check finds it: of each kind as many.

    python -m tests.controle.pakket.wijzigen _output/mpp-2023-1 --aantal 500 --zaad 1

changes so many letters, digits, signs and words, each in a package that is whole, with the manifest made to fit, and prints
what was not found. The places are found by other readers than those of the check. With `--geheel 3` the first three changed
packages are written out with their zip too, and checked as `mpp check --pakket` does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mpp import manifest
from mpp.controle.pakket.geheel import keur_pakket
from mpp.controle.pakket.inhoud import lees_pakket
from mpp.controle.pakket.keuring import Keuring
from mpp.inpakken import inpakken
from tests.controle.pakket import ingrepen, ingrepen_pdf
from tests.controle.pakket.ingrepen import Ingreep

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

Bestanden = Mapping[str, bytes]


@dataclass(frozen=True)
class Wijziging:
    """A changed file: its path, its new content, and what was changed."""

    pad: str
    inhoud: bytes
    wat: str


def _is_pagina(pad: str) -> bool:
    return pad.endswith(".html") and not pad.startswith("open-data/")


SOORTEN: Mapping[str, tuple[Ingreep, Callable[[str], bool]]] = {
    "html, teken": (ingrepen.html_teken, _is_pagina),
    "html, woord": (ingrepen.html_woord, _is_pagina),
    "html, kenmerk": (ingrepen.html_kenmerk, _is_pagina),
    "html, erbij": (ingrepen.html_erbij, _is_pagina),
    "grafiek": (ingrepen.grafiek, lambda pad: pad.endswith(".svg") or (_is_pagina(pad) and not pad.startswith("rapportage/"))),
    "pdf, teken": (ingrepen_pdf.teken, lambda pad: pad.endswith(".pdf")),
    "pdf, gegeven": (ingrepen_pdf.gegeven, lambda pad: pad.endswith(".pdf")),
    "pdf, erbij": (ingrepen_pdf.erbij, lambda pad: pad.endswith(".pdf")),
    "csv": (ingrepen.elk, lambda pad: pad.endswith(".csv")),
    "json": (ingrepen.elk, lambda pad: pad.endswith(".json") and pad.startswith("open-data")),
    "metagegevens": (
        ingrepen.elk,
        lambda pad: pad.endswith((".ttl", ".jsonld", ".md")) or (pad.startswith("open-data") and pad.endswith(".html")),
    ),
    "stijl": (ingrepen.elk, lambda pad: pad.endswith(".css")),
    "xlsx": (ingrepen.werkboek, lambda pad: pad.endswith(".xlsx")),
    "manifest": (ingrepen.elk, lambda pad: pad == manifest.NAAM),
}
"""Every kind of change: what makes it, and in which files."""


def wijzig(bestanden: Bestanden, soort: str, kans: random.Random) -> Wijziging:
    """One change of a kind in a file of the package."""
    maak, waar = SOORTEN[soort]
    paden = sorted(pad for pad in bestanden if waar(pad))
    while True:
        pad = kans.choice(paden)
        if uit := maak(bestanden[pad], kans):
            return Wijziging(pad, uit[0], uit[1])


def gewijzigd(bestanden: Bestanden, wijziging: Wijziging) -> dict[str, bytes]:
    """The package with the change in it, and a manifest that fits."""
    nieuw = {**bestanden, wijziging.pad: wijziging.inhoud}
    if wijziging.pad != manifest.NAAM:
        inhoud = json.loads(nieuw[manifest.NAAM])
        for bestand in inhoud["bestanden"]:
            if bestand["pad"] == wijziging.pad:
                bestand["bytes"], bestand["sha256"] = len(wijziging.inhoud), hashlib.sha256(wijziging.inhoud).hexdigest()
        nieuw[manifest.NAAM] = (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()
    return nieuw


def gevonden(keuring: Keuring, bestanden: Bestanden, pad: str) -> bool:
    """Whether the check finds something in what it says of this file, or of the document it belongs to."""
    return any(verslag.problemen for deel in chain(*keuring.delen(bestanden, alleen=pad)) for verslag in deel())


def gevonden_als_geheel(naam: str, bestanden: Bestanden, u: Uitkomsten, status: Status) -> bool:
    """Whether the check of the whole package finds something, from its folder and its zip."""
    from mpp.problemen import Fout

    with tempfile.TemporaryDirectory() as map_:
        doel = Path(map_) / naam
        for pad, inhoud in bestanden.items():
            (doel / pad).parent.mkdir(parents=True, exist_ok=True)
            (doel / pad).write_bytes(inhoud)
        in_zip = {f"{naam}/{pad}": inhoud for pad, inhoud in sorted(bestanden.items())}
        doel.with_name(f"{naam}.zip").write_bytes(inpakken(in_zip, u.editie.vastgesteld))
        try:
            return bool(keur_pakket(doel, u, status).problemen)
        except Fout:
            return True


def main() -> None:
    """The command."""
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status

    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("map", type=Path, nargs="+")
    lezer.add_argument("--aantal", type=int, default=500)
    lezer.add_argument("--zaad", type=int, default=1)
    lezer.add_argument("--geheel", type=int, default=0)
    lezer.add_argument("--soort", choices=SOORTEN, nargs="*", default=list(SOORTEN))
    opties = lezer.parse_args()
    u, kans = Projectmap.hier().bereken(), random.Random(opties.zaad)
    status = bepaal_status(u)
    keuring = Keuring(u, status)
    pakketten = {map_.name: lees_pakket(map_) for map_ in opties.map}
    gemist, gedaan = Counter[str](), Counter[str]()
    for nr in range(opties.aantal):
        soort = opties.soort[nr % len(opties.soort)]
        naam = kans.choice([naam for naam, bestanden in pakketten.items() if any(map(SOORTEN[soort][1], bestanden))])
        wijziging = wijzig(pakketten[naam], soort, kans)
        nieuw = gewijzigd(pakketten[naam], wijziging)
        gedaan[soort] += 1
        goed = gevonden(keuring, nieuw, wijziging.pad)
        if nr < opties.geheel:
            goed = goed and gevonden_als_geheel(naam, nieuw, u, status)
        if not goed:
            gemist[soort] += 1
            print(f"gemist: {soort}, {wijziging.pad}: {wijziging.wat}", flush=True)
    for soort in SOORTEN:
        print(f"{soort:<28}{gedaan[soort] - gemist[soort]:>5} van {gedaan[soort]:>4} gevonden")
    print(f"{'samen':<28}{gedaan.total() - gemist.total():>5} van {gedaan.total():>4} gevonden")


if __name__ == "__main__":
    main()
