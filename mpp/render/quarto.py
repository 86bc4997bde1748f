"""The other engine: real Quarto, where it is installed, turns the same chapters into pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.problemen import Fout, Probleem, probleem
from mpp.projectmap import OMGEVING
from mpp.render.bladzijden import met_bladzijden
from mpp.render.boek import Boek
from mpp.render.omslag import Omslag
from mpp.render.project import BESTAND, Project
from mpp.render.qmd import Qmd, lees_qmd
from mpp.render.vergelijken import verschillen
from mpp.render.vindplaats import vindplaats

if TYPE_CHECKING:
    pass

VIA_MPP = "MPP_RENDERT"  # set for the hook when mpp itself runs Quarto and makes the PDF
_BEGIN = re.compile(r"<body\b[^>]*>")
_STAAT = '\n<p class="mpp-staat" style="margin: 0; padding: 0.5rem 1rem; font-size: 0.875rem">{}</p>'
_EERDERE_STAAT = re.compile(r'\n<p class="mpp-staat".*?</p>')
# In what Quarto says while it works: colours, the chapter it is at, and what is no cause when it fails.
_KLEUR = re.compile(r"\x1b\[[0-9;]*m")
_HOOFDSTUK = re.compile(r"\[ *\d+/\d+\] (\S+)")
_CEL = re.compile(r"Cell (\d+)/\d+")
_VOORTGANG = re.compile(r"^Done$|^Executing |Cell \d+/\d+|\[IPKernelApp\]")
# What Quarto leaves behind where it only warns, or where code ran into trouble.
_RESTANTEN = (
    re.compile(r"\?(?:var|meta):[\w.-]*"),
    re.compile(r"\?@?(?:fig|tbl|sec)-[\w-]+"),
    re.compile(r"`?\{python\} [^<`]*"),
    re.compile(r"cell-output-(?:stderr|error)"),
)


def verwijder(paden: Iterable[Path]) -> None:
    """Take away files that Quarto made, those in the project only."""
    for pad in paden:
        if pad.resolve().is_relative_to(Path.cwd().resolve()):
            pad.unlink(missing_ok=True)


def vergeleken_boek(project: Project, uitvoer: Path, eigen: Boek, paden: Collection[str]) -> Boek:
    """The book with Quarto's pages of the chapters `paden` in place of our own. Raises Fout where they say something else."""
    qmds = [lees_qmd(project.wortel, pad) for pad in project.bestanden if pad in paden]
    if problemen := controleer_uitvoer(qmds, uitvoer):
        raise Fout(problemen)
    boek = met_bladzijden(eigen, uitvoer, paden)
    if problemen := verschillen(eigen, boek, qmds):
        raise Fout(problemen)
    return boek


def controleer_uitvoer(qmds: Iterable[Qmd], uitvoer: Path) -> list[Probleem]:
    """What in Quarto's pages of these chapters was not filled in; Quarto itself only warns of it."""
    problemen = []
    for qmd in qmds:
        bladzijde = (uitvoer / qmd.pad).with_suffix(".html")
        if not bladzijde.is_file():
            problemen.append(probleem("quarto-bladzijde", bestand=qmd.pad, regel=1, waarover="zij is er niet"))
            continue
        hoofdtekst = _hoofdtekst(bladzijde.read_text(encoding="utf-8"))
        for vondst in sorted({m[0].strip() for vorm in _RESTANTEN for m in vorm.finditer(hoofdtekst)}):
            problemen.append(vindplaats(qmd, vondst).probleem("quarto-restant", waarover=vondst))
    return problemen


def merk(project: Project, uitvoer: Path, omslag: Omslag) -> None:
    """Say at the top of each of Quarto's pages, outside the text, which edition this is, in what state, and that it is not official."""
    regel = escape(omslag.regel)
    for _, bladzijde in _bladzijden(project, uitvoer):
        html = _EERDERE_STAAT.sub("", bladzijde.read_text(encoding="utf-8"))
        bladzijde.write_text(_BEGIN.sub(lambda m: m[0] + _STAAT.format(regel), html, count=1), encoding="utf-8")


def _bladzijden(project: Project, uitvoer: Path) -> Iterator[tuple[str, Path]]:
    """Each chapter with its page, as far as Quarto has made it."""
    for pad in project.bestanden:
        bladzijde = uitvoer / Path(pad).with_suffix(".html")
        if bladzijde.is_file():
            yield pad, bladzijde


def _hoofdtekst(bladzijde: str) -> str:
    begin, eind = bladzijde.find("<main"), bladzijde.find("</main>")
    return bladzijde[begin:eind] if begin >= 0 else bladzijde


def programma() -> str:
    """Where Quarto is on this machine. Raises Fout when it is not there."""
    quarto = shutil.which("quarto")
    if quarto is None:
        raise Fout([probleem("quarto-ontbreekt")])
    return quarto


def draai(quarto: str, project: Project, parameters: Path) -> None:
    """Let Quarto make the pages of the project on these parameters. Raises Fout with the chapter and line that it stopped at."""
    omgeving = {**os.environ, "QUARTO_PYTHON": sys.executable, VIA_MPP: "1", OMGEVING: str(parameters)}
    klaar = subprocess.run([quarto, "render", "--to", "html"], cwd=project.wortel, env=omgeving, capture_output=True, text=True)
    if klaar.returncode:
        gezegd = _KLEUR.sub("", klaar.stderr)
        regels = [regel.strip() for regel in gezegd.splitlines()]
        regels = [r for r in regels if r and not _VOORTGANG.search(r) and not _HOOFDSTUK.search(r)]
        bestand, regel = _gekomen_tot(project, gezegd)
        raise Fout([probleem("quarto-mislukt", bestand=bestand, regel=regel, code=klaar.returncode, melding=" / ".join(regels[-3:]))])


def _gekomen_tot(project: Project, gezegd: str) -> tuple[str, int]:
    """The chapter that Quarto was at by what it said, and the line of the cell; the settings when it was at none."""
    laatste = next((m for m in reversed(list(_HOOFDSTUK.finditer(gezegd))) if m[1] in project.bestanden), None)
    if laatste is None:
        return BESTAND, 1
    cellen = list(lees_qmd(project.wortel, laatste[1]).cellen())
    nummers = [int(n) for n in _CEL.findall(gezegd, laatste.end())]
    return laatste[1], cellen[nummers[-1] - 1].hekregel.nummer if nummers and nummers[-1] <= len(cellen) else 1
