"""The check of a finished package: the folder, the zip beside it, and every file in them."""

from __future__ import annotations

import gc
import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp import manifest
from mpp.controle.pakket.bijeen import keur_stukken
from mpp.controle.pakket.inhoud import Bestanden, Gelezen, lees_pakket
from mpp.controle.pakket.keuring import Deel, Keuring
from mpp.controle.pakket.paden import is_beleidscontrole, soort_van
from mpp.controle.pakket.verslag import Verslag, alle_problemen
from mpp.inpakken import ONLEESBAAR, inpakken
from mpp.problemen import Fout, Probleem, probleem
from mpp.problemen.waarom import waarom_niet
from mpp.render.vorken import ernaast, kan_vorken

if TYPE_CHECKING:
    from mpp.ronde.status import Status
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


def keur_pakket(map_: Path, u: Uitkomsten, status: Status, pdfs: Gelezen | None = None) -> Uitslag:
    """Everything that is wrong with the package in the folder `map_`, and with the zip beside it.

    `pdfs` are those of its PDFs that were read already. Raises Fout when it is no package, or one that was made of other
    parameters, sources or code, or in another state, than here.
    """
    bestanden = lees_pakket(map_)
    status = status.voor(beleidscontrole=is_beleidscontrole(bestanden))
    _zelfde_invoer(map_, bestanden, u, status)
    if soort_van(bestanden) == "topberaad":
        return Uitslag((*keur_stukken(map_, bestanden, u, status), _zip(map_, bestanden, u)))
    keuring = Keuring(u, status, pdfs)
    delen = keuring.delen(bestanden)
    eerst = [*delen.los, partial(lambda: [_zip(map_, bestanden, u)])]
    if not kan_vorken():
        return Uitslag(tuple(_doe(chain(eerst, delen.met_beelden, delen.zonder))))
    los, _ = ernaast(partial(_zonder_opruimen, eerst), keuring.bereid)
    met_beelden, zonder = ernaast(partial(_zonder_opruimen, delen.met_beelden), partial(_doe, delen.zonder))
    return Uitslag((*los, *met_beelden, *zonder))


def _zonder_opruimen(delen: Iterable[Deel]) -> list[Verslag]:
    gc.disable()  # the process ends with these parts
    return _doe(delen)


def _doe(delen: Iterable[Deel]) -> list[Verslag]:
    return [verslag for deel in delen for verslag in deel()]


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


def _zip(map_: Path, bestanden: Bestanden, u: Uitkomsten) -> Verslag:
    """What the zip beside the folder has otherwise: it is the files of the folder in order, packed as we do, to the byte."""
    pad = map_.with_name(f"{map_.name}.zip")
    verslag = Verslag(pad.name)
    if not pad.is_file():
        verslag.fout("pakket-bestand", 0, pad=pad.name, wat="ontbreekt")
        return verslag
    hier = [(f"{map_.name}/{naam}", inhoud) for naam, inhoud in sorted(bestanden.items())]
    try:
        with zipfile.ZipFile(pad) as zip_:
            erin = [(deel.filename, zip_.read(deel)) for deel in zip_.infolist()]
    except ONLEESBAAR as fout:
        verslag.fout("pakket-bestand", 0, pad=pad.name, wat=f"is niet te lezen ({waarom_niet(fout)})")
        return verslag
    for naam, keer in sorted(Counter([*map(itemgetter(0), erin), *map(itemgetter(0), hier)]).items()):
        inhouden = {hashlib.sha256(inhoud).digest() for ander, inhoud in (*erin, *hier) if ander == naam}
        if keer != 2 or len(inhouden) != 1:
            verslag.fout("pakket-bestand", 0, pad=naam.removeprefix(f"{map_.name}/"), wat=f"is in {pad.name} anders dan in de map")
    if not verslag.problemen and pad.read_bytes() != inpakken(dict(hier), u.editie.vastgesteld):
        verslag.fout("pakket-bestand", 0, pad=pad.name, wat="is anders ingepakt dan mpp package het doet")
    return verslag
