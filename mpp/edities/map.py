"""The folder of an edition, and the pieces in it: the same names at the root for the current one and in `edities/<id>/` for an earlier."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from mpp.padnamen import EDITIES, PARAMETERS, REALISATIES, bestandsnaam
from mpp.parameters import Parameterset, laad
from mpp.parameters.tijd import RONDE
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

SLOT: Final = "parameters.lock"
GEPUBLICEERD: Final = "gepubliceerd.yml"
"""What others told of the edition, with their sources; every edition has it."""
UITKOMSTEN: Final = "uitkomsten.csv"
"""What the edition published with this software, as data: never computed again."""
JOURNAAL: Final = "journaal.yml"
AKKOORDEN: Final = "akkoorden.yml"
CORRECTIES: Final = "correcties"
FEITEN: Final = "feiten.yml"
"""The sentences that held in the edition alone: by these it is known which the next one took over as they were."""
RISICOS: Final = "risicos.yml"
"""The risks as the edition told them."""
AANVULLING: Final = "aanvulling.yml"
"""The parameters that the model came to read since, with which the edition is run now; written later, and no part of what it was."""
INHOUD: Final = "inhoud.json"
"""What was put away with the edition: the hash of each piece. What others tell of it, and what the model asks of it, may still come."""

STUKKEN: Final = (
    *(GEPUBLICEERD, PARAMETERS, SLOT, UITKOMSTEN, JOURNAAL, AKKOORDEN, CORRECTIES),
    *(FEITEN, RISICOS, REALISATIES, AANVULLING, INHOUD),
)
_VAN_DE_PARAMETERS: Final = (SLOT, UITKOMSTEN, JOURNAAL, AKKOORDEN, CORRECTIES, AANVULLING)
"""What says something of parameters, and nothing without them."""
_LATER: Final = (GEPUBLICEERD, AANVULLING, INHOUD)
"""What may still come or change after the edition was put away."""


@dataclass(frozen=True)
class Editiemap:
    """The folder of one edition in the project `wortel`: that of the earlier edition `id`, or without one the root itself."""

    wortel: Path
    id: str | None = None

    @property
    def map(self) -> Path:
        """Where its pieces stand."""
        return self.wortel / EDITIES / self.id if self.id else self.wortel

    def pad(self, stuk: str) -> Path:
        """Where a piece stands, if it is there."""
        return self.map / stuk

    def heeft(self, stuk: str) -> bool:
        """Whether a piece is there."""
        return self.pad(stuk).exists()

    def naam(self, stuk: str) -> str:
        """What a piece is called in messages."""
        return bestandsnaam(self.pad(stuk), self.wortel)

    def laad(self) -> Parameterset:
        """The parameters of the edition, on its own years. Raises Fout with every problem in the file."""
        pad = self.pad(PARAMETERS)
        stand = pad.stat() if pad.is_file() else None
        return _laad(pad, self.wortel, (stand.st_mtime_ns, stand.st_size) if stand else ())

    def toets(self) -> Iterator[Probleem]:
        """Pieces that are missing or that no edition has."""
        stukken = [pad.name for pad in sorted(self.map.iterdir()) if not _terzijde(pad)]
        for stuk in stukken:
            if stuk not in STUKKEN:
                bekend, suggestie = ", ".join(STUKKEN), lijkt_op(stuk, STUKKEN)
                yield probleem("editie-stuk-onbekend", bestand=self.naam(stuk), bekend=bekend, suggestie=suggestie)
        ontbreekt = dict(_ontbreekt(stukken))
        for stuk, reden in ontbreekt.items():
            yield probleem("editie-stuk-ontbreekt", bestand=bestandsnaam(self.map, self.wortel), stuk=stuk, reden=reden)
        if self.heeft(INHOUD):
            yield from self._anders_dan_bewaard(ontbreekt.keys())

    def _anders_dan_bewaard(self, genoemd: Collection[str]) -> Iterator[Probleem]:
        """Pieces that went or changed since the edition was put away, and those that came; not again those that were told (`genoemd`)."""
        try:
            bewaard = dict(json.loads(self.pad(INHOUD).read_text(encoding="utf-8")))
        except ValueError:
            bewaard = {}
        hier = hashes({pad.relative_to(self.map).as_posix(): pad.read_bytes() for pad in self.map.rglob("*") if _is_stuk(self.map, pad)})
        for stuk in sorted((bewaard.keys() | hier.keys()) - set(genoemd)):
            if stuk not in hier:
                reden = "het is met de editie weggelegd"
                yield probleem("editie-stuk-ontbreekt", bestand=bestandsnaam(self.map, self.wortel), stuk=stuk, reden=reden)
            elif hier[stuk] != bewaard.get(stuk):
                yield probleem("editie-stuk-gewijzigd", bestand=self.naam(stuk), regel=1)


def hashes(stukken: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each piece but what may still come or change, by its path in the folder."""
    return {naam: hashlib.sha256(inhoud).hexdigest() for naam, inhoud in sorted(stukken.items()) if naam not in _LATER}


def _is_stuk(map_: Path, pad: Path) -> bool:
    return pad.is_file() and not any(deel.startswith(".") or deel.endswith("~") for deel in pad.relative_to(map_).parts)


def _ontbreekt(stukken: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pieces that the folder of an earlier edition lacks, and why they belong to those that it has."""
    if GEPUBLICEERD not in stukken:
        yield GEPUBLICEERD, "elke eerdere editie zegt ten minste hoe zij heet en wat van haar is gepubliceerd"
    if PARAMETERS not in stukken and (zonder := [stuk for stuk in stukken if stuk in _VAN_DE_PARAMETERS]):
        yield PARAMETERS, f"zonder parameters zegt {' en '.join(zonder)} niets"
    if SLOT in stukken and INHOUD not in stukken:
        yield INHOUD, "zonder is niet na te gaan of de editie is zoals zij is weggelegd"
    if UITKOMSTEN in stukken and SLOT not in stukken:
        yield SLOT, f"zonder slot is van {UITKOMSTEN} niet bekend waarmee het is berekend"


@cache
def _laad(pad: Path, wortel: Path, stempel: tuple[int, ...]) -> Parameterset:
    """The parameters in a file, read once as long as it stays as it was at `stempel`."""
    return laad(pad, wortel)


def eerdere_mappen(wortel: Path) -> dict[str, Editiemap]:
    """The folders of the earlier editions of a project by their id, oldest first."""
    namen = (pad.name for pad in sorted((wortel / EDITIES).glob("*")) if pad.is_dir())
    return {naam: Editiemap(wortel, naam) for naam in namen if RONDE.fullmatch(naam)}


def toets_mappen(wortel: Path) -> Iterator[Probleem]:
    """What does not stand in the folder of an edition, and what is missing or too much in one."""
    for pad in sorted((wortel / EDITIES).glob("*")):
        if _terzijde(pad):
            continue
        if not pad.is_dir():
            id = pad.stem if RONDE.fullmatch(pad.stem) else "<id>"
            yield probleem("editie-los-bestand", bestand=bestandsnaam(pad, wortel), map=f"{EDITIES}/{id}", stuk=GEPUBLICEERD)
        elif not RONDE.fullmatch(pad.name):
            yield probleem("editie-map-zonder-id", bestand=bestandsnaam(pad, wortel), naam=pad.name)
    for map_ in eerdere_mappen(wortel).values():
        yield from map_.toets()


def eis_vorige(ps: Parameterset) -> None:
    """Raises Fout when the project keeps earlier editions, and that which comes before this one is not among them."""
    vorige, mappen = ps.editie.vorige, eerdere_mappen(ps.wortel)
    if vorige and mappen and vorige not in mappen and ps.pad.parent.parent != ps.wortel / EDITIES:
        regel = ps.boom["editie"].regels["vorige"]
        raise Fout([probleem("editie-vorige-ontbreekt", bestand=ps.naam, regel=regel, vorige=vorige, map=f"{EDITIES}/{vorige}")])


def _terzijde(pad: Path) -> bool:
    """Whether an entry is what an editor or the system leaves behind."""
    return pad.name.startswith(".") or pad.name.endswith("~")
