"""One chapter from source to HTML: run, woven, through pandoc, finished."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lxml.html import HtmlElement

from mpp.problemen import Probleem
from mpp.render.draaier import Draaier
from mpp.render.nabewerking import Kop, beeldnaam, binnen, koppen_van, neem_aanduidingen, noem_noten, ontleed, schuifbaar, tabelkoppen
from mpp.render.pandoc import Vondst, naar_html
from mpp.render.project import Project
from mpp.render.qmd import Qmd
from mpp.render.vindplaats import vindplaats
from mpp.render.weven import Weefsel, weef


@dataclass(frozen=True)
class Gemaakt:
    """A chapter made: its HTML without the section around it, its headings, how others refer to its labels, its images."""

    id: str = ""
    html: str = ""
    koppen: tuple[Kop, ...] = ()
    aanduidingen: dict[str, str] = field(default_factory=dict)
    beelden: dict[str, bytes] = field(default_factory=dict)


def maak(qmd: Qmd, project: Project, nummer: str, draaier: Draaier) -> tuple[Gemaakt, list[Probleem]]:
    """The chapter, or every problem found while making it; `nummer` is empty for an unnumbered chapter, a letter for an appendix."""
    try:
        weefsel = weef(qmd, project, draaier)
    finally:
        draaier.sluit()
    if weefsel.problemen:
        return Gemaakt(), weefsel.problemen
    fragment, vondsten = naar_html(weefsel.tekst, nummer)
    if vondsten:
        return Gemaakt(), [_probleem(v, weefsel, qmd) for v in vondsten]
    boom = ontleed(fragment)
    beelden, problemen = _beelden(boom, qmd, project.wortel, weefsel)
    tabelkoppen(boom)
    schuifbaar(boom)
    noem_noten(boom)
    aanduidingen = neem_aanduidingen(boom)
    koppen = tuple(koppen_van(boom))
    hoofddeel = boom.find("section")
    html = binnen(hoofddeel)
    boom.remove(hoofddeel)
    return Gemaakt(koppen[0].id, (html + binnen(boom)).strip() + "\n", koppen, aanduidingen, beelden), problemen


def maak_in_vork(qmd: Qmd, project: Project, nummer: str) -> tuple[Gemaakt, list[Probleem]]:
    """`maak` in the process forked for this chapter: code runs in the project folder, as under Quarto."""
    from mpp.render.draaier.schil import Schil

    os.chdir(project.wortel)
    if str(project.wortel) not in sys.path:
        sys.path.insert(0, str(project.wortel))
    return maak(qmd, project, nummer, Schil())


def maak_met_kern(qmd: Qmd, project: Project, nummer: str) -> tuple[Gemaakt, list[Probleem]]:
    """`maak` with a Jupyter kernel, for where there is no fork."""
    from mpp.render.draaier.kern import Kern

    return maak(qmd, project, nummer, Kern(project.wortel))


def _probleem(vondst: Vondst, weefsel: Weefsel, qmd: Qmd) -> Probleem:
    """The problem a find of pandoc or its filters stands for, at the source line it comes from."""
    regel = weefsel.bron_van(vondst.regel) if vondst.regel else None
    if regel is None and vondst.naald:
        nummers = (i for i, tekst in enumerate(weefsel.regels, start=1) if vondst.naald in tekst)
        regel = qmd.regel_met(vondst.naald) or weefsel.bron_van(next(nummers, 0))
    regel = regel or vindplaats(qmd, vondst.naald or vondst.waarover)
    waarover = vondst.waarover if len(vondst.waarover) <= 80 else vondst.waarover[:79] + "…"
    return regel.probleem(vondst.code, waarover=waarover)


def _beelden(boom: HtmlElement, qmd: Qmd, wortel: Path, weefsel: Weefsel) -> tuple[dict[str, bytes], list[Probleem]]:
    """The images of the chapter by the name its HTML uses, which follows from their content."""
    beelden, problemen = dict(weefsel.beelden), []
    for img in boom.iter("img"):
        bron = img.get("src")
        if bron in beelden:
            continue
        pad = wortel / (bron.lstrip("/") if bron.startswith("/") else PurePosixPath(qmd.pad).parent / bron)
        if not pad.is_file():
            problemen.append(_probleem(Vondst("afbeelding-ontbreekt", bron, bron), weefsel, qmd))
            continue
        inhoud = pad.read_bytes()
        naam = beeldnaam(inhoud, pad.suffix)
        beelden[naam] = inhoud
        img.set("src", naam)
    return beelden, problemen
