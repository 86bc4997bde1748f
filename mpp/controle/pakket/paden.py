"""The paths in a package: what a file is by its name."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Final

from mpp import manifest
from mpp.controle.pakket.inhoud import Bestanden
from mpp.ronde.status import MERK

BOEK: Final = "rapportage"
"""The folder of the rapportage, and the name of its PDF."""
BEELDEN: Final = f"{BOEK}/beelden/"
_MERK: Final = re.compile(rf"^([^/]*?)(?:-\d{{4}}-\d\.\d+)?(?:-{MERK})?(?=[/.]|$)")


def zonder_merk(pad: str) -> str:
    """The path of a file without version and mark of a concept in its first part."""
    return _MERK.sub(r"\1", pad)


def soort_van(bestanden: Bestanden) -> manifest.Soort:
    """Which package it is, by its manifest; that of the MPP where the manifest does not say."""
    try:
        gezegd = json.loads(bestanden[manifest.NAAM])["soort"]
    except (ValueError, LookupError, TypeError):
        return "mpp"
    return next((soort for soort in manifest.SOORTEN if soort == gezegd), "mpp")


def is_beleidscontrole(bestanden: Bestanden) -> bool:
    """Whether a package is that of the variants."""
    return soort_van(bestanden) == "beleidscontrole"


def is_pagina(pad: str) -> bool:
    """Whether it is a page of the rapportage."""
    plek = PurePosixPath(pad)
    return plek.suffix == ".html" and plek.parent.as_posix() == BOEK


def in_map(bestanden: Bestanden, map_: str) -> Bestanden:
    """The files in a folder, by their path in it."""
    return {pad.removeprefix(f"{map_}/"): inhoud for pad, inhoud in bestanden.items() if pad.startswith(f"{map_}/")}
