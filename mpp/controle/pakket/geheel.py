"""The check of a finished package: the folder, the zip beside it, and every file in them."""

from __future__ import annotations

import gc
import hashlib
import json
import multiprocessing
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.keuring import Bestanden, Deel, Keuring
from mpp.controle.pakket.verslag import Verslag, alle_problemen
from mpp.problemen import Fout, Probleem, probleem
from mpp.uitgave import manifest

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten


@dataclass(frozen=True)
class Uitslag:
    """What the check saw of a package, and everything that is wrong with it."""

    verslagen: tuple[Verslag, ...]

    @property
    def problemen(self) -> list[Probleem]:
        """Every problem, each once."""
        return alle_problemen(self.verslagen)

    @property
    def per_document(self) -> dict[str, tuple[int, int]]:
        """How many numbers each document has and how many of them are accounted for; a folder is one document."""
        uit: dict[str, tuple[int, int]] = {}
        for v in self.verslagen:
            naam = f"{v.bestand.partition('/')[0]}/" if "/" in v.bestand else v.bestand
            gezien, verantwoord = uit.get(naam, (0, 0))
            uit[naam] = gezien + v.gezien, verantwoord + v.verantwoord
        return dict(sorted(uit.items()))

    @property
    def gezien(self) -> int:
        """How many numbers there are."""
        return sum(v.gezien for v in self.verslagen)

    @property
    def verantwoord(self) -> int:
        """How many of them are accounted for."""
        return sum(v.verantwoord for v in self.verslagen)


_INVOER: Final = ("parameters", "code", "teksten", "gegevens", "varianten")
"""What the manifest tells by hash of where a package comes from."""
_STAAT: Final = {True: "concept", False: "definitief"}


def keur_pakket(map_: Path, u: Uitkomsten, status: Status) -> Uitslag:
    """Everything that is wrong with the package in the folder `map_`, and with the zip beside it.

    Raises Fout when it is no package, or one that was made of other parameters, sources or code, or in another state, than here.
    """
    bestanden = lees_pakket(map_)
    status = status.voor(beleidscontrole=b'"soort": "beleidscontrole"' in bestanden[manifest.NAAM])
    _zelfde_invoer(map_, bestanden, u, status)
    return Uitslag((*keur_bestanden(bestanden, u, status), *_zip(map_, bestanden)))


_geerfd: list[Deel] = []
"""What the forked processes inherit, so that results need not be sent to them."""


def keur_bestanden(bestanden: Bestanden, u: Uitkomsten, status: Status) -> list[Verslag]:
    """The reports on the files of a package, two parts at a time where the system can fork."""
    keuring = Keuring(u, status)
    delen = keuring.delen(bestanden)
    keuring.bereid_voor(bestanden)
    if "fork" not in multiprocessing.get_all_start_methods():
        return [verslag for deel in delen for verslag in deel()]
    _geerfd[:] = delen
    gc.freeze()  # or the first collection in each fork would copy all memory it shares with this process
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"), initializer=gc.disable) as processen:
        return [verslag for verslagen in processen.map(_in_vork, range(len(delen))) for verslag in verslagen]


def _in_vork(nummer: int) -> list[Verslag]:
    return _geerfd[nummer]()


def lees_pakket(map_: Path) -> dict[str, bytes]:
    """Every file of a package by its path. Raises Fout when it is none."""
    if not (map_ / manifest.NAAM).is_file():
        raise Fout([probleem("pakket-onleesbaar", map=map_.as_posix(), reden="er is geen manifest.json")])
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def _zelfde_invoer(map_: Path, bestanden: Bestanden, u: Uitkomsten, status: Status) -> None:
    """Raises Fout with each thing from which the package was made that is another here: no number can be computed again then."""
    try:
        hier = json.loads(bestanden[manifest.NAAM])
        verwacht = json.loads(manifest.manifest(u.ps, status, {}, hier["soort"]))
        paren = [(wat, *(deel[wat]["sha256"][:16] for deel in (hier, verwacht))) for wat in _INVOER if wat in hier]
        paren.append(("de staat", *(_STAAT[deel["status"]["concept"]] for deel in (hier, verwacht))))
    except (ValueError, KeyError, TypeError):
        raise Fout([probleem("pakket-onleesbaar", map=map_.as_posix(), reden="het manifest is niet te lezen")]) from None
    anders = [
        probleem("pakket-andere-invoer", bestand=manifest.NAAM, wat=wat, gevonden=gevonden, verwacht=nu)
        for wat, gevonden, nu in paren
        if gevonden != nu
    ]
    if anders:
        raise Fout(anders)


def _zip(map_: Path, bestanden: Bestanden) -> list[Verslag]:
    """What the zip beside the folder has otherwise."""
    pad = map_.with_name(f"{map_.name}.zip")
    if not pad.is_file():
        return []
    verslag = Verslag(pad.name)
    try:
        with zipfile.ZipFile(pad) as zip_:
            erin = {naam.removeprefix(f"{map_.name}/"): hashlib.sha256(zip_.read(naam)).digest() for naam in zip_.namelist()}
    except (zipfile.BadZipFile, OSError, NotImplementedError) as fout:
        verslag.fout("pakket-bestand", 0, pad=pad.name, wat=f"is niet te lezen ({fout})")
        return [verslag]
    hier = {naam: hashlib.sha256(inhoud).digest() for naam, inhoud in bestanden.items()}
    for naam in sorted(erin.keys() | hier.keys()):
        if erin.get(naam) != hier.get(naam):
            verslag.fout("pakket-bestand", 0, pad=naam, wat=f"is in {pad.name} anders dan in de map")
    return [verslag]
