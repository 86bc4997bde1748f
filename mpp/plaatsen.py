"""Putting files in place: whole or not at all, and an earlier output stays until the new one is there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from mpp.padnamen import eis_paden
from mpp.problemen import Fout, probleem
from mpp.problemen.waarom import waarom_niet


def plaats(bestanden: Mapping[str, bytes], doel: Path) -> tuple[Path, ...]:
    """Put the files (content by relative path) in folder `doel`; gives the paths of its new entries.

    Everything is written beside the target first. Then each entry of `doel` that is new, a file or a whole
    folder, takes the place of the one of that name; other entries are left alone. Raises Fout for a path that leads out
    of `doel` or is no name on some machine, and when nothing can be written there; then nothing has changed.
    """
    eis_paden(bestanden)
    try:
        doel.mkdir(parents=True, exist_ok=True)
        with _werkmap(doel) as nieuw:
            for pad, inhoud in bestanden.items():
                bestand = nieuw / pad
                bestand.parent.mkdir(parents=True, exist_ok=True)
                bestand.write_bytes(inhoud)
            ingangen = sorted(ingang.name for ingang in nieuw.iterdir())
            _wissel(ingangen, nieuw, doel)
    except OSError as fout:
        raise Fout([probleem("uitvoer-onschrijfbaar", pad=doel, melding=waarom_niet(fout))]) from fout
    return tuple(doel / naam for naam in ingangen)


@contextmanager
def _werkmap(doel: Path) -> Iterator[Path]:
    """A folder on the same disk as `doel`, so that moving is renaming; removed afterwards."""
    map_ = Path(tempfile.mkdtemp(prefix=".mpp-", dir=doel))
    nieuw, oud = map_ / "nieuw", map_ / "oud"
    nieuw.mkdir()
    oud.mkdir()
    try:
        yield nieuw
    except BaseException:
        shutil.rmtree(nieuw, ignore_errors=True)
        with suppress(OSError):  # what could not be put back stays in `oud`
            oud.rmdir()
            map_.rmdir()
        raise
    shutil.rmtree(map_)


def _wissel(namen: list[str], nieuw: Path, doel: Path) -> None:
    """Exchange the entries by renaming; when that is broken off, put back those that went before."""
    oud = nieuw.parent / "oud"
    try:
        for naam in namen:
            if (doel / naam).exists():
                (doel / naam).rename(oud / naam)
            (nieuw / naam).rename(doel / naam)
    except BaseException:
        for naam in namen:
            if not (nieuw / naam).exists():
                (doel / naam).rename(nieuw / naam)
            if (oud / naam).exists():
                (oud / naam).rename(doel / naam)
        raise
