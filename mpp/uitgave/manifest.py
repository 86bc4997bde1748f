"""The manifest: what is in a package, and from what it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mpp import __version__
from mpp.parameters.slot import GEGEVENS
from mpp.uitgave.omgeving import omgeving

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.uitgave.status import Status

NAAM = "manifest.json"
_SCHEMA = 1
Soort = Literal["mpp", "beleidscontrole"]
_CODE = ("mpp", "figures")
_BRONNEN: Mapping[Soort, Mapping[str, Sequence[str]]] = {
    "mpp": {
        "teksten": ("_quarto.yml", "_variables.yml", "glossary.yml", "index.qmd", "chapters", "infographic", "kamerbrief", "topberaad"),
        "gegevens": GEGEVENS,
    },
    "beleidscontrole": {"teksten": ("glossary.yml", "varianten")},
}


def manifest(ps: Parameterset, status: Status, bestanden: Mapping[str, bytes], wortel: Path, soort: Soort = "mpp") -> bytes:
    """The manifest of `bestanden` (content by path), as JSON: of the MPP, or of the beleidscontroles beside it.

    Names every file with size and SHA-256, the edition and its state, the parameters, code, texts and data by
    hash (of what stands in the project folder `wortel`), and the environment. Tells no time and no machine:
    the same input in the same environment gives the same bytes.
    """
    editie = ps.editie
    inhoud = {
        "schema": _SCHEMA,
        "soort": soort,
        "editie": {
            "id": editie.id,
            "naam": editie.titel,
            "vastgesteld": editie.vastgesteld.isoformat(),
            "peildatum": editie.peildatum.isoformat(),
        },
        "status": {
            "concept": status.concept,
            "redenen": status.redenen,
            "classificatie": status.classificatie,
            "route": status.route,
            "zonder_akkoord": status.zonder_akkoord,
        },
        "parameters": {"bestand": ps.pad.name, "sha256": ps.hash},
        "code": {"versie": __version__, "sha256": vingerafdruk(_CODE, wortel)},
        **{naam: {"sha256": vingerafdruk(delen, wortel)} for naam, delen in _BRONNEN[soort].items()},
        "omgeving": omgeving(),
        "bestanden": [
            {"pad": pad, "bytes": len(bestanden[pad]), "sha256": hashlib.sha256(bestanden[pad]).hexdigest()} for pad in sorted(bestanden)
        ],
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def vingerafdruk(delen: Iterable[str], wortel: Path) -> str:
    """One SHA-256 over all files in the parts (files or folders) of the project folder, by path and content."""
    som = hashlib.sha256()
    for deel in delen:
        for pad in sorted([wortel / deel, *(wortel / deel).rglob("*")]):
            if pad.is_file() and pad.suffix != ".pyc":
                inhoud = hashlib.sha256(pad.read_bytes()).hexdigest()
                som.update(f"{inhoud}  {pad.relative_to(wortel).as_posix()}\n".encode())
    return som.hexdigest()
