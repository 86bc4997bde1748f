"""The sources of a document in a folder of their own, to change."""

import shutil
from pathlib import Path

from tests.editie import PROJECT


def kopie(map_: Path, naam: str) -> Path:
    """The folder `naam` of the project and the glossary, copied into `map_`; gives that."""
    shutil.copytree(PROJECT.wortel / naam, map_ / naam)
    shutil.copy(PROJECT.wortel / "glossary.yml", map_)
    return map_


def vervang(pad: Path, *vervangingen: tuple[str, str]) -> None:
    """Replace pieces of a text that stand in it, each where it comes first."""
    tekst = pad.read_text(encoding="utf-8")
    for oud, nieuw in vervangingen:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw, 1)
    pad.write_text(tekst, encoding="utf-8")
