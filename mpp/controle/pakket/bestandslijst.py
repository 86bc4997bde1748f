"""Which files a package has, and whether those that can be made again are what the code makes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mpp.controle.pakket.gegevens import vergelijk
from mpp.controle.pakket.inhoud import Bestanden
from mpp.controle.pakket.verslag import Verslag


def als_opnieuw(bestanden: Bestanden, zou: Bestanden) -> dict[str, Verslag]:
    """The report on each file that was made again, by its path."""
    verslagen = {pad: Verslag(pad) for pad in zou}
    for pad, verwacht in zou.items():
        if pad in bestanden:
            vergelijk(pad, bestanden[pad], verwacht, verslagen[pad])
        else:
            verslagen[pad].fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
    return verslagen


def vreemd(paden: Iterable[str]) -> list[Verslag]:
    """That files do not belong to the package."""
    verslagen = [Verslag(pad) for pad in paden]
    for verslag in verslagen:
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat="hoort niet bij dit pakket")
    return verslagen


def met_gemelde_omgeving(gevonden: bytes, verwacht: bytes, verslag: Verslag) -> bytes:
    """The manifest as it should be, but with the environment that it names: another one is one problem, not one for each version."""
    try:
        hier, daar = json.loads(gevonden), json.loads(verwacht)
    except ValueError:
        return verwacht
    if isinstance(hier, dict) and "omgeving" in hier and hier["omgeving"] != daar["omgeving"]:
        a, b = (json.dumps(deel["omgeving"], ensure_ascii=False) for deel in (hier, daar))
        verschil = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
        verslag.fout("pakket-andere-invoer", 0, wat="een omgeving", gevonden=a[verschil:][:16], verwacht=b[verschil:][:16])
        daar["omgeving"] = hier["omgeving"]
    return (json.dumps(daar, ensure_ascii=False, indent=2) + "\n").encode()
