"""The files that the documents are made from beside the parameters: whatever can change a character that is printed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args

from mpp.padnamen import PARAMETERS, naast

Groep = Literal["programma", "omgeving", "teksten", "gegevens", "varianten"]
GROEPEN: Final[tuple[Groep, ...]] = get_args(Groep)
"""The code with its styles and letters; the pinned versions; texts and layouts; what is told, agreed and corrected; the variants."""

_PROGRAMMA: Final = Path(__file__).resolve().parents[1]
_DELEN: Final[Mapping[Groep, Sequence[str]]] = {
    "programma": ("mpp", "figures"),
    "omgeving": ("requirements.txt", "requirements-apt.txt"),
    "teksten": ("_*.yml", "glossary.yml", "feiten.yml", "risicos.yml", "index.qmd", "chapters"),
    "gegevens": ("gepubliceerd.yml", "edities", "toetsing"),
    "varianten": ("varianten",),
}
_NAAST: Final = ("akkoorden.yml", "correcties")
"""What belongs to the data of an edition and stands beside its parameter file."""
#: So many digits of a file's hash are kept: enough to say that it changed.
_CIJFERS: Final = 16
_VAN_HET_PROGRAMMA: Final = ("programma", "omgeving")
_OPMAAK: Final = ("*/*.html.j2", "*/*.css", "*/teksten.yml", "*/getallen.yml")
"""A folder of the project with a layout or the texts of one holds a document: it belongs to the texts whole."""
_NOEMT: Final = (".qmd", ".py")
_GEMAAKT: Final = (".git", ".mpp-cache", ".quarto", ".venv", "__pycache__", "node_modules")
"""Folders of which a project is not made, whatever a text says."""


def bronbestanden(groep: Groep, project: Path, parameters: Path | None = None) -> dict[str, Path]:
    """The files of a group, by their path from the folder of the program or from that of the project, in order.

    To the texts belongs every file of the project that a chapter names: data that it reads, a helper that it imports. To the
    data belongs what stands beside the file `parameters` of the edition, that of the project unless it is given; in another folder
    it goes by its path from there.
    """
    wortel = _PROGRAMMA if groep in _VAN_HET_PROGRAMMA else project
    gevonden = {pad.relative_to(wortel).as_posix(): pad for deel in _delen(groep, wortel) for pad in _bestanden(wortel, deel)}
    if groep == "gegevens":
        bestand = parameters or project / PARAMETERS
        van = project if bestand.is_relative_to(project) else bestand.parent
        gevonden |= {pad.relative_to(van).as_posix(): pad for deel in _NAAST for pad in _inhoud(naast(bestand, deel), van)}
    if groep == "teksten":
        gevonden |= _genoemd(gevonden, wortel)
    return dict(sorted(gevonden.items()))


def vaste_mappen(project: Path) -> tuple[Path, ...]:
    """The folders that are locked whole: a file that is added there breaks the lock, as does one that is taken away."""
    wortels = {groep: _PROGRAMMA if groep in _VAN_HET_PROGRAMMA else project for groep in GROEPEN}
    delen = ((wortel, deel) for groep, wortel in wortels.items() for deel in _delen(groep, wortel))
    mappen = tuple(pad for wortel, deel in delen for pad in wortel.glob(deel) if pad.is_dir())
    return (*mappen, *(pad for deel in _NAAST if (pad := project / deel).is_dir()))


def opmaakmappen(project: Path) -> tuple[str, ...]:
    """The folders of a project with the layout and the texts of a document."""
    return tuple(sorted({pad.parent.name for vorm in _OPMAAK for pad in project.glob(vorm) if pad.parent.name[0] not in "._"}))


def figuren() -> dict[str, Path]:
    """The source of each chart and of their style, by its path; what finds a chart by its name left out."""
    return {naam: pad for naam, pad in bronbestanden("programma", _PROGRAMMA).items() if naam.startswith("figures/") and _is_figuur(naam)}


def hashes(groep: Groep, project: Path, parameters: Path | None = None) -> dict[str, str]:
    """The SHA-256 of each file of a group, by its path. Raises FileNotFoundError when the program cannot find itself."""
    bestanden = bronbestanden(groep, project, parameters)
    if groep in _VAN_HET_PROGRAMMA and not bestanden:
        raise FileNotFoundError("there is nothing to lock here")
    return {naam: hashlib.sha256(pad.read_bytes()).hexdigest() for naam, pad in bestanden.items()}


def vastgelegd(groep: Groep, project: Path, parameters: Path | None = None) -> dict[str, Any]:
    """What is kept of a group of files: one hash of all, and a short one of each, to tell which changed."""
    alle = hashes(groep, project, parameters)
    return {"sha256": vingerafdruk(alle), "onderdelen": {naam: som[:_CIJFERS] for naam, som in alle.items()}}


def vingerafdruk(inhoud: Mapping[str, str]) -> str:
    """One SHA-256 over files by path and hash."""
    return hashlib.sha256("".join(f"{som}  {naam}\n" for naam, som in sorted(inhoud.items())).encode()).hexdigest()


def _delen(groep: Groep, wortel: Path) -> tuple[str, ...]:
    return (*_DELEN[groep], *(opmaakmappen(wortel) if groep == "teksten" else ()))


def _bestanden(wortel: Path, deel: str) -> Iterator[Path]:
    """The files that a part stands for: itself, or all that a folder holds but what Python and an editor leave there."""
    for pad in wortel.glob(deel):
        yield from _inhoud(pad, wortel)


def _inhoud(pad: Path, wortel: Path) -> Iterator[Path]:
    for bestand in pad.rglob("*") if pad.is_dir() else [pad]:
        if bestand.is_file() and not _terzijde(bestand.relative_to(wortel)):
            yield bestand


def _is_figuur(naam: str) -> bool:
    return naam.endswith(".py") and naam != "figures/__init__.py"


def _terzijde(pad: Path) -> bool:
    return "__pycache__" in pad.parts or (pad.name.startswith(".") and pad.suffix != ".yml") or pad.name.endswith("~")


def _genoemd(teksten: Mapping[str, Path], wortel: Path) -> dict[str, Path]:
    """Files elsewhere in the project that a chapter names, or that such a file names in turn.

    One in a folder that is set aside, with a point or an underscore before its name, is named with that folder.
    """
    genoemd: dict[str, Path] = {}
    nieuw: Mapping[str, Path] = teksten
    tekst = ""
    while lezen := [pad for pad in nieuw.values() if pad.suffix in _NOEMT]:
        tekst = "\n".join([tekst, *(pad.read_text(encoding="utf-8", errors="replace") for pad in lezen)])
        elders = ((naam, pad) for naam, pad in _elders(wortel, tekst) if naam not in teksten and naam not in genoemd)
        nieuw = {naam: pad for naam, pad in elders if _noemt(tekst, pad)}
        genoemd |= nieuw
    return genoemd


def _elders(wortel: Path, tekst: str) -> Iterator[tuple[str, Path]]:
    """The files of the project outside the other groups; those that are set aside only where `tekst` names their folder."""
    eigen = {*_NAAST, *(deel for groep in GROEPEN for deel in _delen(groep, wortel))}

    def kan(map_: str) -> bool:
        return map_ not in _GEMAAKT and (map_[0] not in "._" or re.search(rf"(?<![\w.-]){re.escape(map_)}(?![\w.-])", tekst) is not None)

    for hier, mappen, namen in os.walk(wortel):
        mappen[:] = [m for m in mappen if kan(m) and not (Path(hier) == wortel and m in eigen)]
        yield from ((pad.relative_to(wortel).as_posix(), pad) for pad in (Path(hier) / naam for naam in namen) if not _terzijde(pad))


def _noemt(tekst: str, pad: Path) -> bool:
    if pad.name in tekst and re.search(rf"(?<![\w.-]){re.escape(pad.name)}(?![\w-])", tekst):
        return True
    ingevoerd = rf"^\s*(?:import|from)\s[^\n]*\b{re.escape(pad.stem)}\b"
    return pad.suffix == ".py" and pad.stem in tekst and re.search(ingevoerd, tekst, re.MULTILINE) is not None
