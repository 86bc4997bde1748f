"""What is put together of the documents of a package: all in one PDF, or each under its number. It is made again of them, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mpp import manifest
from mpp.controle.pakket.gegevens import vergelijk
from mpp.controle.pakket.inhoud import Bestanden, lees_pakket
from mpp.controle.pakket.verslag import Verslag
from mpp.documenten.topberaad import NAAM, topberaad_pdf, topberaadmap
from mpp.problemen import Fout, probleem

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def keur_alles_in_een(bestanden: Bestanden, u: Uitkomsten, status: Status) -> list[Verslag]:
    """The PDF that has all annexes, against the PDFs beside it in the package; those are looked at each for itself."""
    pad = status.bestandsnaam(f"{NAAM}.pdf")
    verslag = Verslag(pad)
    if pad not in bestanden:
        verslag.fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
        return [verslag]
    try:
        vergelijk(pad, bestanden[pad], topberaad_pdf(bestanden, u, status), verslag)
    except KeyError as fout:
        verslag.fout("pakket-bestand", pad=str(fout.args[0]), wat="ontbreekt, en hoort in het geheel")
    return [verslag]


def keur_stukken(map_: Path, bestanden: Bestanden, u: Uitkomsten, status: Status) -> list[Verslag]:
    """The annexes in `map_`, against the package of the MPP that they were made of, which stands beside it.

    Raises Fout when that is not there.
    """
    naast = map_.with_name(map_.name.replace(NAAM, "mpp", 1))
    if not (naast / manifest.NAAM).is_file():
        raise Fout([probleem("pakket-zonder-bron", map=map_.as_posix(), naast=naast.name)])
    zou = topberaadmap(lees_pakket(naast), u, status)
    zou[manifest.NAAM] = manifest.manifest(u.ps, status, zou, "topberaad")
    verslagen = []
    for pad in sorted(zou.keys() | bestanden.keys()):
        verslagen.append(verslag := Verslag(pad))
        if pad in zou and pad in bestanden:
            vergelijk(pad, bestanden[pad], zou[pad], verslag)
        else:
            verslag.fout("pakket-bestand", 0, pad=pad, wat="ontbreekt" if pad in zou else "hoort niet bij dit pakket")
    return verslagen
