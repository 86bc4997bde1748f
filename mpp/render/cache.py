"""Chapters made before: kept under everything they depend on, never under their text alone.

What all chapters depend on is in the key; what the code of one read while it ran is kept beside it, and looked at again. A
chapter of which that cannot be known is not kept. A folder that cannot be used costs time, never a document.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath

from mpp.bewaarmap import MAP, haal_weg, leg_weg
from mpp.render.bronregels import Vanaf
from mpp.render.draaier.opname import vingerafdruk
from mpp.render.hoofdstuk import Gemaakt
from mpp.render.nabewerking import Kop
from mpp.render.project import BESTAND, VARIABELEN, Project
from mpp.render.qmd import Qmd

_GEGEVENS = ("glossary.yml", "feiten.yml", "risicos.yml", "gepubliceerd.yml", BESTAND, VARIABELEN)
_GEGEVENSMAPPEN = ("edities", "figures", "monitor", "toetsing", "varianten")
_PAKKETTEN = (
    *("babel", "fonttools", "ipython", "lxml", "matplotlib", "numpy", "pandas", "pydantic", "pypandoc_binary", "pyyaml"),
    *("ruamel.yaml", "scipy"),
)


def gemeen(project: Project, parameters: str) -> str:
    """The hash of what every chapter depends on: variables, data (`parameters`), code and libraries."""
    return _som([("parameters", parameters.encode()), ("omgeving", _omgeving().encode()), *_gedeeld(project.wortel)])


def sleutel(qmd: Qmd, project: Project, nummer: str, gemeen: str) -> str:
    """The hash of all that is known of a chapter before it is made: `gemeen`, its number, its own source and includes."""
    return _som([("gemeen", gemeen.encode()), ("nummer", nummer.encode()), *_lees(qmd.bronnen, project.wortel)])


def lees(wortel: Path, qmd: Qmd, sleutel: str) -> Gemaakt | None:
    """The chapter as it was made under `sleutel`; None when it was not, what it read has changed, or the file cannot be read."""
    try:
        bewaard = json.loads(_pad(wortel, qmd).read_text(encoding="utf-8"))
        if bewaard.pop("sleutel") != sleutel:
            return None
        if not _is_ongewijzigd(wortel, bewaard["gelezen"]):
            return None
        bewaard["herkomst"] = tuple(tuple(Vanaf(*vanaf) for vanaf in blok) for blok in bewaard["herkomst"])
        bewaard["koppen"] = tuple(Kop(**kop) for kop in bewaard["koppen"])
        bewaard["beelden"] = {naam: base64.b64decode(inhoud) for naam, inhoud in bewaard["beelden"].items()}
        return Gemaakt(**bewaard)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def bewaar(wortel: Path, qmd: Qmd, sleutel: str, gemaakt: Gemaakt) -> None:
    """Keep the chapter in place of what was kept of it before; only that, when it is not known what it depends on."""
    pad = _pad(wortel, qmd)
    if gemaakt.gelezen is None:
        haal_weg(pad)
        return
    beelden = {naam: base64.b64encode(inhoud).decode() for naam, inhoud in gemaakt.beelden.items()}
    inhoud = json.dumps({"sleutel": sleutel, **asdict(gemaakt), "beelden": beelden}, ensure_ascii=False)
    leg_weg(pad, inhoud.encode())


def _pad(wortel: Path, qmd: Qmd) -> Path:
    return wortel / MAP / "hoofdstukken" / f"{PurePosixPath(qmd.pad).stem}.json"


def _is_ongewijzigd(wortel: Path, gelezen: dict[str, str]) -> bool:
    return all(vingerafdruk(os.path.join(wortel, pad), afdruk.startswith("map:")) == afdruk for pad, afdruk in gelezen.items())


def _som(delen: Iterable[tuple[str, bytes]]) -> str:
    som = hashlib.sha256()
    for naam, inhoud in delen:
        som.update(f"{naam}\0{len(inhoud)}\0".encode() + inhoud)
    return som.hexdigest()


def _gedeeld(wortel: Path) -> Iterator[tuple[str, bytes]]:
    yield from _lees(_GEGEVENS, wortel)
    for map_naam in _GEGEVENSMAPPEN:
        yield from _map(wortel / map_naam, map_naam)
    yield from _code()


def _lees(namen: Iterable[str], wortel: Path) -> Iterator[tuple[str, bytes]]:
    for naam in namen:
        if (wortel / naam).is_file():
            yield naam, (wortel / naam).read_bytes()


def _map(map_: Path, naam: str) -> Iterator[tuple[str, bytes]]:
    for pad in sorted(map_.rglob("*")):
        if pad.is_file() and "__pycache__" not in pad.parts and not pad.name.startswith("."):
            yield f"{naam}/{pad.relative_to(map_).as_posix()}", pad.read_bytes()


def _code() -> list[tuple[str, bytes]]:
    return list(_map(Path(__file__).parents[1], "mpp"))


@cache
def _omgeving() -> str:
    """The versions of Python and of the libraries that a chapter's bytes depend on."""

    def versie(pakket: str) -> str:
        try:
            return version(pakket)
        except PackageNotFoundError:
            return "-"

    return " ".join([sys.version.split()[0], *(f"{pakket}={versie(pakket)}" for pakket in _PAKKETTEN)])
