"""The rapportage by real Quarto, and what its hooks do: the same chapters, held against the pages of the built-in engine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.documenten.rapportage import gekeurd_boek, pdf, word
from mpp.lezen import lees, regel_van
from mpp.problemen import Fout, probleem
from mpp.projectmap import Projectmap
from mpp.render.boek import controleer_bronnen
from mpp.render.omslag import omslag
from mpp.render.project import BESTAND, lees_project
from mpp.render.quarto import VIA_MPP, draai, merk, programma, vergeleken_boek, verwijder
from mpp.ronde.status import bepaal_status

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def rapportage(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The PDF, the Word document and Quarto's own website, by path.

    Raises Fout when Quarto is not there or fails, with every problem that the built-in engine finds in the same chapters,
    and where the two do not make the same of them.
    """
    quarto = programma()
    eigen = gekeurd_boek(u, status)
    project = controleer_bronnen(u.ps.wortel)
    draai(quarto, project, u.ps.pad)
    uitvoer = project.wortel / project.uitvoermap
    merk(project, uitvoer, omslag(u, status))
    boek = vergeleken_boek(project, uitvoer, eigen, set(project.bestanden))
    site = {f"rapportage/{p.relative_to(uitvoer).as_posix()}": p.read_bytes() for p in sorted(uitvoer.rglob("*")) if p.is_file()}
    return {"rapportage.pdf": pdf(boek, u, status), "rapportage.docx": word(eigen, u, status), **site}


def voor_aanvang() -> None:
    """What Quarto's pre-render hook does: everything the built-in engine finds in the chapters stops Quarto too. Raises Fout."""
    if VIA_MPP in os.environ:
        return
    controleer_bronnen(Path.cwd())
    u = Projectmap.van_quarto().bereken()
    gekeurd_boek(u, bepaal_status(u))


def na_afloop() -> None:
    """What Quarto's post-render hook does: name the edition on each page, hold them against the built-in engine's, make the PDF.

    Raises Fout when Quarto made something else than web pages, which it removes (only now is it known), or pages that say
    something else.
    """
    gemaakt = [Path(pad) for pad in os.environ["QUARTO_PROJECT_OUTPUT_FILES"].split("\n") if pad]
    if vreemd := [pad for pad in gemaakt if pad.suffix != ".html"]:
        verwijder(vreemd)
        regel = regel_van(lees(Path.cwd() / BESTAND, naam=BESTAND), ("format",))
        raise Fout([probleem("quarto-vorm", bestand=BESTAND, regel=regel, vorm=vreemd[0].suffix)])
    if VIA_MPP in os.environ:
        return
    project = lees_project(Path.cwd())
    uitvoer = Path(os.environ["QUARTO_PROJECT_OUTPUT_DIR"]).resolve()
    u = Projectmap.van_quarto().bereken()
    status = bepaal_status(u)
    merk(project, uitvoer, omslag(u, status))
    paden = {pad.resolve().relative_to(uitvoer).with_suffix(".qmd").as_posix() for pad in gemaakt}
    boek = vergeleken_boek(project, uitvoer, gekeurd_boek(u, status), paden)
    if "QUARTO_PROJECT_RENDER_ALL" in os.environ:
        (uitvoer / status.bestandsnaam("rapportage.pdf")).write_bytes(pdf(boek, u, status))
