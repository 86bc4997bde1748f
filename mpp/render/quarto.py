"""The other engine: real Quarto, where it is installed, turns the same chapters into pages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.problemen import Fout, Probleem, probleem
from mpp.projectmap import projectmap
from mpp.render.bladzijden import lees_boek
from mpp.render.boek import actief, controleer_bronnen
from mpp.render.omslag import Omslag, omslag
from mpp.render.project import Project, lees_project

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

_VIA_MPP = "MPP_RENDERT"  # set for the hook when mpp itself runs Quarto and makes the PDF
_BEGIN = re.compile(r"<body\b[^>]*>")
_STAAT = '\n<p class="mpp-staat" style="margin: 0; padding: 0.5rem 1rem; font-size: 0.875rem">{}</p>'
_EERDERE_STAAT = re.compile(r'\n<p class="mpp-staat".*?</p>')
# In what Quarto says while it works: colours, the chapter it is at, and what is no cause when it fails.
_KLEUR = re.compile(r"\x1b\[[0-9;]*m")
_HOOFDSTUK = re.compile(r"\[ *\d+/\d+\] (\S+)")
_VOORTGANG = re.compile(r"^Done$|^Executing |Cell \d+/\d+|\[IPKernelApp\]")
# What Quarto leaves behind where it only warns, or where code ran into trouble.
_RESTANTEN = (
    re.compile(r"\?(?:var|meta):[\w.-]*"),
    re.compile(r"\?@?(?:fig|tbl|sec)-[\w-]+"),
    re.compile(r"`?\{python\} [^<`]*"),
    re.compile(r"cell-output-(?:stderr|error)"),
)


def rapportage(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The PDF and Quarto's own website, by path. Raises Fout when Quarto is not there or fails."""
    from mpp.render.rapportage import pdf

    project = controleer_bronnen(projectmap())
    with actief(u.ps.pad):
        _draai(project)
    uitvoer = project.wortel / project.uitvoermap
    merk(project, uitvoer, omslag(u, status))
    site = {f"rapportage/{p.relative_to(uitvoer).as_posix()}": p.read_bytes() for p in sorted(uitvoer.rglob("*")) if p.is_file()}
    return {"rapportage.pdf": pdf(lees_boek(project, uitvoer), u, status), **site}


def voor_aanvang() -> None:
    """What Quarto's pre-render hook does: check the sources. Raises Fout."""
    controleer_bronnen(Path.cwd())


def na_afloop() -> None:
    """What Quarto's post-render hook does: check the pages, name the edition on each, make the PDF. Raises Fout."""
    from mpp.render.rapportage import pdf
    from mpp.uitgave.status import bepaal_status
    from mpp.uitkomsten import huidige

    project = lees_project(Path.cwd())
    uitvoer = Path(os.environ["QUARTO_PROJECT_OUTPUT_DIR"]).resolve()
    if problemen := controleer_uitvoer(project, uitvoer):
        raise Fout(problemen)
    if _VIA_MPP in os.environ:
        return
    u = huidige()
    status = bepaal_status(u.ps)
    merk(project, uitvoer, omslag(u, status))
    if "QUARTO_PROJECT_RENDER_ALL" in os.environ:
        (uitvoer / status.bestandsnaam("rapportage.pdf")).write_bytes(pdf(lees_boek(project, uitvoer), u, status))


def controleer_uitvoer(project: Project, uitvoer: Path) -> list[Probleem]:
    """What in Quarto's pages was not filled in; Quarto itself only warns of it."""
    problemen = []
    for pad, bladzijde in _bladzijden(project, uitvoer):
        hoofdtekst = _hoofdtekst(bladzijde.read_text(encoding="utf-8"))
        vondsten = sorted({m[0].strip() for vorm in _RESTANTEN for m in vorm.finditer(hoofdtekst)})
        problemen += [probleem("quarto-restant", bestand=pad, waarover=vondst) for vondst in vondsten]
    return problemen


def merk(project: Project, uitvoer: Path, omslag: Omslag) -> None:
    """Say at the top of each of Quarto's pages, outside the text, which edition this is, in what state, and that it is not official."""
    regel = escape(f"{omslag.editie} · {omslag.staat} · {omslag.verklaring}")
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


def _draai(project: Project) -> None:
    quarto = shutil.which("quarto")
    if quarto is None:
        raise Fout([probleem("quarto-ontbreekt")])
    omgeving = {**os.environ, "QUARTO_PYTHON": sys.executable, _VIA_MPP: "1"}
    klaar = subprocess.run([quarto, "render", "--to", "html"], cwd=project.wortel, env=omgeving, capture_output=True, text=True)
    if klaar.returncode:
        gezegd = _KLEUR.sub("", klaar.stderr)
        hoofdstukken = _HOOFDSTUK.findall(gezegd)
        regels = [regel.strip() for regel in gezegd.splitlines()]
        regels = [r for r in regels if r and not _VOORTGANG.search(r) and not _HOOFDSTUK.search(r)]
        bestand = hoofdstukken[-1] if hoofdstukken else None
        raise Fout([probleem("quarto-mislukt", bestand=bestand, code=klaar.returncode, melding=" / ".join(regels[-3:]))])
