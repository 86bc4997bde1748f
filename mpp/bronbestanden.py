"""The files that the documents are made from beside the parameters: whatever can change a character that is printed."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

Groep = Literal["programma", "omgeving", "teksten", "gegevens", "varianten"]
GROEPEN: Final[tuple[Groep, ...]] = get_args(Groep)
"""The code with its styles and letters; the pinned versions; texts and layouts; what came before and was corrected; the variants."""

_PROGRAMMA: Final = Path(__file__).resolve().parents[1]
_DELEN: Final[Mapping[Groep, Sequence[str]]] = {
    "programma": ("mpp", "figures"),
    "omgeving": ("requirements.txt", "requirements-apt.txt"),
    "teksten": ("_*.yml", "glossary.yml", "index.qmd", "chapters", "infographic", "kamerbrief", "topberaad"),
    "gegevens": ("edities", "toetsing", "correcties"),
    "varianten": ("varianten",),
}
_VAN_HET_PROGRAMMA: Final = ("programma", "omgeving")
_NOEMT: Final = (".qmd", ".py")


def bronbestanden(groep: Groep, project: Path) -> dict[str, Path]:
    """The files of a group, by their path from the folder of the program or from that of the project, in order.

    To the texts belongs every file of the project that a chapter names: data that it reads, a helper that it imports.
    """
    wortel = _PROGRAMMA if groep in _VAN_HET_PROGRAMMA else project
    gevonden = {pad.relative_to(wortel).as_posix(): pad for deel in _DELEN[groep] for pad in _bestanden(wortel, deel)}
    if groep == "teksten":
        gevonden |= _genoemd(gevonden, wortel)
    return dict(sorted(gevonden.items()))


def hashes(groep: Groep, project: Path) -> dict[str, str]:
    """The SHA-256 of each file of a group, by its path. Raises FileNotFoundError when the program cannot find itself."""
    bestanden = bronbestanden(groep, project)
    if groep in _VAN_HET_PROGRAMMA and not bestanden:
        raise FileNotFoundError("there is nothing to lock here")
    return {naam: hashlib.sha256(pad.read_bytes()).hexdigest() for naam, pad in bestanden.items()}


def vingerafdruk(inhoud: Mapping[str, str]) -> str:
    """One SHA-256 over files by path and hash."""
    return hashlib.sha256("".join(f"{som}  {naam}\n" for naam, som in sorted(inhoud.items())).encode()).hexdigest()


def _bestanden(wortel: Path, deel: str) -> Iterator[Path]:
    """The files that a part stands for: itself, or all that a folder holds but what Python and an editor leave there."""
    for pad in wortel.glob(deel):
        for bestand in pad.rglob("*") if pad.is_dir() else [pad]:
            if bestand.is_file() and not _terzijde(bestand.relative_to(wortel)):
                yield bestand


def _terzijde(pad: Path) -> bool:
    return "__pycache__" in pad.parts or (pad.name.startswith(".") and pad.suffix != ".yml") or pad.name.endswith("~")


def _genoemd(teksten: Mapping[str, Path], wortel: Path) -> dict[str, Path]:
    """Files elsewhere in the project that a chapter names, or that such a file names in turn."""
    lezen = [pad for pad in teksten.values() if pad.suffix in _NOEMT]
    elders = {naam: pad for naam, pad in _elders(wortel) if naam not in teksten} if lezen else {}
    genoemd: dict[str, Path] = {}
    while lezen:
        tekst = "\n".join(pad.read_text(encoding="utf-8", errors="replace") for pad in lezen)
        nieuw = {naam: pad for naam, pad in elders.items() if naam not in genoemd and _noemt(tekst, pad)}
        genoemd |= nieuw
        lezen = [pad for pad in nieuw.values() if pad.suffix in _NOEMT]
    return genoemd


def _elders(wortel: Path) -> Iterator[tuple[str, Path]]:
    """The files of the project outside the other groups, what was made and what is hidden left out."""
    eigen = {deel for delen in _DELEN.values() for deel in delen}
    for map_, mappen, namen in os.walk(wortel):
        hier = Path(map_)
        mappen[:] = [m for m in mappen if m[0] not in "._" and m != "node_modules" and not (hier == wortel and m in eigen)]
        yield from (((hier / naam).relative_to(wortel).as_posix(), hier / naam) for naam in namen if naam[0] != ".")


def _noemt(tekst: str, pad: Path) -> bool:
    ingevoerd = pad.suffix == ".py" and re.search(rf"^\s*(?:import|from)\s[^\n]*\b{re.escape(pad.stem)}\b", tekst, re.MULTILINE)
    return bool(ingevoerd) or pad.name in tekst
