"""The manifest: what is in a package, and from what it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, get_args

from mpp import __version__
from mpp.bronbestanden import Groep, vastgelegd
from mpp.omgeving import omgeving

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.ronde.status import Status

NAAM = "manifest.json"
_SCHEMA = 2
Soort = Literal["mpp", "topberaad", "openbaar", "beleidscontrole"]
SOORTEN: Final[tuple[Soort, ...]] = get_args(Soort)
"""The packages: of the MPP, under the numbers of the agenda, only what may be public, and of the variants beside it."""
_BRONNEN: Mapping[Soort, tuple[Groep, ...]] = {
    "mpp": ("teksten", "gegevens"),
    "topberaad": ("teksten", "gegevens"),
    "openbaar": ("teksten", "gegevens"),
    "beleidscontrole": ("teksten", "gegevens", "varianten"),
}


def manifest(ps: Parameterset, status: Status, bestanden: Mapping[str, bytes], soort: Soort = "mpp") -> bytes:
    """The manifest of `bestanden` (content by path), as JSON: of the MPP in one of its forms, or of the beleidscontroles beside it.

    Names every file with size and SHA-256, the edition and its state, the parameters, code, texts and data by
    hash, and the environment. Tells no time and no machine: the same input in the same environment gives the same bytes.
    """
    from mpp.parameters.akkoord import SOORTEN, tel

    editie = ps.editie
    inhoud = {
        "schema": _SCHEMA,
        "soort": soort,
        "editie": {
            "id": editie.id,
            "versie": status.versie_van(editie),
            "naam": status.titel(editie),
            "soort": editie.soort,
            "vastgesteld": editie.vastgesteld.isoformat(),
            "peildatum": editie.peildatum.isoformat(),
        },
        "status": {
            "staat": status.staat,
            "concept": status.concept,
            "gewijzigd": status.gewijzigd,
            "redenen": status.redenen,
            "classificatie": status.classificatie,
            "route": status.route,
            "zonder_akkoord": status.zonder_akkoord,
            "akkoord": {soort: tel(s for s in status.standen if s.soort == soort) for soort in SOORTEN},
            "niet_gevraagd": ps.akkoorden.niet_gevraagd,
        },
        "correcties": [correctie.model_dump(mode="json", exclude_defaults=True) for correctie in status.correcties],
        "parameters": {"bestand": ps.pad.name, "sha256": ps.hash, "onderdelen": ps.hashes},
        "code": {"versie": __version__, **vastgelegd("programma", ps.wortel)},
        **{str(groep): vastgelegd(groep, ps.wortel, ps.pad) for groep in _BRONNEN[soort]},
        "omgeving": omgeving(),
        "bestanden": [
            {"pad": pad, "bytes": len(bestanden[pad]), "sha256": hashlib.sha256(bestanden[pad]).hexdigest()} for pad in sorted(bestanden)
        ],
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()
