"""Documents made before, each kept under all that it rests on: one of which nothing changed is not made again.

What a document rests on is told by its place: the program, the environment, the data of the edition and its state are under every
document; a layout with its texts is under the documents that say so, and the chapters are under the book made of them.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from mpp.bewaarmap import MAP, leg_weg
from mpp.bronbestanden import GROEPEN, hashes, opmaakmappen
from mpp.inpakken import ONLEESBAAR
from mpp.omgeving import omgeving
from mpp.parameters.slot import journaalpad, slotpad
from mpp.website.blad import MAP as WEBSITE

if TYPE_CHECKING:
    from mpp.documenten.document import Document
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

_VAN_ALLE: Final = ("glossary.yml", "feiten.yml", "risicos.yml")
"""Texts that every document may use; so may it those that begin with an underscore."""
_PAKKET: Final = "pakket"
"""What is kept of the package: the hash of each file that was put in place."""
_SOM: Final = len(hashlib.sha256().hexdigest())


@dataclass(frozen=True)
class Bewaarplaats:
    """What is kept of the documents of one edition in one state, in the project of its results `u`."""

    u: Uitkomsten
    status: Status

    def lees(self, document: Document) -> dict[str, bytes] | None:
        """The files of a document as it was made of the same; None when it was not, or when the file is not as it was written."""
        return self._lees(_naam(document), self.sleutel(document))

    def bewaar(self, document: Document, bestanden: Mapping[str, bytes]) -> None:
        """Keep the files of a document in place of what was kept of it before."""
        self._bewaar(_naam(document), self.sleutel(document), bestanden)

    def staat_in(self, doel: Path, documenten: Iterable[Document]) -> bool:
        """Whether what was made of these documents as they are stands in folder `doel` as it was put there, with nothing beside it."""
        gezet = self._lees(_PAKKET, self._sleutel_van_alle(documenten))
        if not gezet:
            return False
        ingangen = {doel / PurePosixPath(pad).parts[0] for pad in gezet}
        er = {pad.relative_to(doel).as_posix(): pad for ingang in ingangen for pad in (ingang, *ingang.rglob("*")) if pad.is_file()}
        return er.keys() == gezet.keys() and all(_som(er[pad].read_bytes()).encode() == som for pad, som in gezet.items())

    def is_gezet(self, documenten: Iterable[Document], bestanden: Mapping[str, bytes]) -> None:
        """Keep which files were made of these documents as they are, by their hash."""
        sommen = {pad: _som(inhoud).encode() for pad, inhoud in bestanden.items()}
        self._bewaar(_PAKKET, self._sleutel_van_alle(documenten), sommen)

    def sleutel(self, document: Document) -> str:
        """The hash of all that a document rests on."""
        status = replace(self.status.voor(beleidscontrole=document.beleidscontrole), redenen=())
        delen = [document.functie, document.naam, repr(status), *self._gemeen, *(f"{naam} {som}" for naam, som in self.bronnen(document))]
        return _som("\n".join(delen).encode())

    def bronnen(self, document: Document) -> Iterator[tuple[str, str]]:
        """The files under a document beside those of the edition itself: their path and hash."""
        anders = set(opmaakmappen(self.u.ps.wortel)) - {*document.eigen_mappen}
        for groep, bestanden in self._hashes.items():
            for naam, som in bestanden.items():
                map_, streep, _ = naam.partition("/")
                van_alle = map_ in (*document.eigen_mappen, WEBSITE) or (not streep and (naam in _VAN_ALLE or naam.startswith("_")))
                if groep != "teksten" or van_alle or (document.via_quarto and map_ not in anders):
                    yield f"{groep}/{naam}", som

    def _sleutel_van_alle(self, documenten: Iterable[Document]) -> str:
        """The hash of what all these documents rest on, and of all that the manifest tells of."""
        alle = [f"{groep}/{naam} {som}" for groep, bestanden in self._hashes.items() for naam, som in bestanden.items()]
        return _som("\n".join([*map(self.sleutel, documenten), repr(self.status), *alle]).encode())

    def _lees(self, naam: str, sleutel: str) -> dict[str, bytes] | None:
        try:
            bewaard = (self._map / naam).read_bytes()
            van, som, inhoud = bewaard[:_SOM], bewaard[_SOM : 2 * _SOM], bewaard[2 * _SOM :]
            if van.decode() != sleutel or som.decode() != _som(inhoud):
                return None
            with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
                return {pad: zip_.read(pad) for pad in zip_.namelist()}
        except ONLEESBAAR:
            return None

    def _bewaar(self, naam: str, sleutel: str, bestanden: Mapping[str, bytes]) -> None:
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as zip_:
            for pad, deel in bestanden.items():
                zip_.writestr(zipfile.ZipInfo(pad), deel)
        inhoud = uit.getvalue()
        leg_weg(self._map / naam, f"{sleutel}{_som(inhoud)}".encode() + inhoud)

    @property
    def _map(self) -> Path:
        return self.u.ps.wortel / MAP / "documenten"

    @cached_property
    def _hashes(self) -> dict[str, dict[str, str]]:
        ps = self.u.ps
        return {groep: hashes(groep, ps.wortel, ps.pad) for groep in GROEPEN}

    @cached_property
    def _gemeen(self) -> list[str]:
        """What is under every document and is no file of a group: the parameters as computed and as written, the lock, the journal."""
        ps = self.u.ps
        bestanden = (pad.read_bytes() if pad.is_file() else b"" for pad in (ps.pad, slotpad(ps), journaalpad(ps)))
        return [ps.hash, ps.akkoorden.hash, repr(sorted(omgeving().items())), *map(_som, bestanden)]


def _naam(document: Document) -> str:
    """What it is kept under: a form that is made by itself is kept apart."""
    vorm = document.functie.partition(":")[2]
    return document.naam if vorm == document.naam else f"{document.naam}-{vorm}"


def _som(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
