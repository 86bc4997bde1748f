"""What stands in the output folder from before, and is replaced or contradicted by the package that comes there now."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mpp import manifest
from mpp.documenten.document import DOCUMENTEN
from mpp.documenten.topberaad import NAAM as TOPBERAAD
from mpp.inpakken import ONLEESBAAR
from mpp.problemen import Fout, probleem
from mpp.problemen.waarom import waarom_niet
from mpp.ronde.status import MERK

if TYPE_CHECKING:
    from mpp.parameters.schema import Editie

MAP: Final = "eerder"
_IN_ZIP: Final = re.compile(rf"(?:[^/]+/)?{re.escape(manifest.NAAM)}")
"""Where the manifest stands in the zip of a package: in the one folder of it, whatever that is called."""


@dataclass(frozen=True)
class Eerder:
    """An earlier package, or documents that were made one by one: the entries of the folder, what they are, in Dutch, and which package."""

    naam: str
    ingangen: tuple[str, ...]
    wat: str
    merkteken: str
    soort: str = ""

    @property
    def is_pakket(self) -> bool:
        """Whether it is a package, and no loose documents."""
        return bool(self.naam)


def wat_er_staat(doel: Path, editie: Editie) -> tuple[Eerder, ...]:
    """The packages of this edition in `doel`, in every state and version, and the documents beside them that were made one by one.

    A package is known by its manifest, whatever its folder or its zip is called.
    """
    if not doel.is_dir():
        return ()
    paden: dict[str, list[Path]] = {}
    for pad in sorted(doel.iterdir()):
        if (pad / manifest.NAAM).is_file() or pad.suffix == ".zip" or (pad.is_file() and zipfile.is_zipfile(pad)):
            paden.setdefault(pad.name.removesuffix(".zip"), []).append(pad)
    pakketten = [eerder for naam, van in paden.items() if (eerder := _pakket(naam, van, editie))]
    los = tuple(pad.name for pad in sorted(doel.iterdir()) if _is_document(pad.name, editie))
    return (*pakketten, *([Eerder("", los, "losse documenten van mpp render", _som(*(doel / naam for naam in los)))] if los else []))


def lot(toen: Sequence[Eerder], nu: Sequence[Eerder], gemaakt: Sequence[str], waar: Path) -> Iterator[str]:
    """What became of what stood there before the packages `gemaakt` were made, a line each: replaced, moved to `waar`, or still in it.

    Nothing is said of what was made again just so.
    """
    staat_er = {eerder.naam: eerder.merkteken for eerder in nu}
    for eerder in toen:
        namen = f"{eerder.naam or ', '.join(eerder.ingangen)} ({eerder.wat})"
        if waar.name == MAP:
            if not eerder.is_pakket or staat_er.get(eerder.naam) != eerder.merkteken:
                yield f"{namen} staat nu in {waar}."
        elif eerder.is_pakket and staat_er[eerder.naam] != eerder.merkteken:
            yield f"{namen} is vervangen."
        elif eerder.naam not in gemaakt:
            yield f"{namen} staat nog naast {gemaakt[0]}; met --opruimen gaat het naar {waar / MAP}."


@contextmanager
def terzijde(eerder: Sequence[Eerder], doel: Path) -> Iterator[None]:
    """Move what stands there to the folder `eerder` in `doel`; back again when what comes in its place cannot be put there."""
    with ExitStack() as terug:
        for deel in eerder:
            map_ = _vrij(doel / MAP / "-".join(filter(None, (deel.naam or "los", deel.merkteken))))
            try:
                map_.mkdir(parents=True)
                for naam in deel.ingangen:
                    (doel / naam).rename(map_ / naam)
                    terug.callback((map_ / naam).rename, doel / naam)
            except OSError as fout:
                raise Fout([probleem("uitvoer-onschrijfbaar", pad=map_, melding=waarom_niet(fout))]) from fout
        yield
        terug.pop_all()


def _pakket(naam: str, paden: Sequence[Path], editie: Editie) -> Eerder | None:
    """The package that is called `naam`, as a folder, a zip or both, when it is one of this edition."""
    gelezen = _manifest(paden[0])
    if gelezen is None or gelezen[1].get("editie", {}).get("id") != editie.id:
        return None
    inhoud, m = gelezen
    status, parameters = m.get("status", {}), m.get("parameters", {}).get("sha256", "")[:16]
    staat = MERK if status.get("concept") else status.get("staat") or "definitief"
    versie = m["editie"].get("versie", editie.id)
    wat = f"versie {versie}, {staat}, parameters {parameters}"
    return Eerder(naam, tuple(pad.name for pad in paden), wat, hashlib.sha256(inhoud).hexdigest()[:8], m["soort"])


def _manifest(pad: Path) -> tuple[bytes, Any] | None:
    """The manifest of a package, in its folder or in its zip; None when there is none that can be read."""
    try:
        if pad.is_dir():
            inhoud = (pad / manifest.NAAM).read_bytes()
        else:
            with zipfile.ZipFile(pad) as zip_:
                inhoud = zip_.read(next(naam for naam in zip_.namelist() if _IN_ZIP.fullmatch(naam)))
        m = json.loads(inhoud)
        return (inhoud, m) if isinstance(m, dict) and m.get("soort") in manifest.SOORTEN else None
    except (*ONLEESBAAR, KeyError, StopIteration):
        return None


def _is_document(naam: str, editie: Editie) -> bool:
    """Whether an entry is called as a document is: rapportage.pdf, open-data-CONCEPT, kamerbrief-bijlage-2023-1.1.html."""
    stam = naam.removesuffix(".pdf").removesuffix(".html").removesuffix(".xlsx").removesuffix(".docx").removesuffix(f"-{MERK}")
    kaal, streep, nummer = stam.rpartition(f"-{editie.id}.")
    stam = kaal if streep and nummer.isdigit() else stam
    return stam in {TOPBERAAD, *(d.bestandsstam for d in DOCUMENTEN.values())}


def _som(*paden: Path) -> str:
    som = hashlib.sha256()
    for pad in paden:
        for bestand in sorted(pad.rglob("*")) if pad.is_dir() else [pad]:
            if bestand.is_file():
                som.update(bestand.name.encode() + b"\0" + bestand.read_bytes())
    return som.hexdigest()[:8]


def _vrij(map_: Path) -> Path:
    """The folder, or the first of that name with a number that is not there yet."""
    nummer = 1
    vrij = map_
    while vrij.exists():
        nummer += 1
        vrij = map_.with_name(f"{map_.name}-{nummer}")
    return vrij
