"""One chapter from source to HTML: run, woven, through pandoc, finished."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lxml.html import HtmlElement

from mpp.problemen import Probleem
from mpp.render.beeldtekst import controleer_svg
from mpp.render.draaier import Draaier
from mpp.render.draaier.opname import vingerafdruk
from mpp.render.draaier.spoor import Gevolgd, Spoor
from mpp.render.nabewerking import (
    Kop,
    beeldnaam,
    binnen,
    koppen_van,
    lijsten,
    neem_aanduidingen,
    noem_noten,
    ontleed,
    schuifbaar,
    tabelkoppen,
)
from mpp.render.pandoc import Vondst, naar_html
from mpp.render.project import Project
from mpp.render.qmd import Qmd
from mpp.render.tabelrijen import controleer_tabelrijen
from mpp.render.vindplaats import vindplaats
from mpp.render.weven import Weefsel, weef
from mpp.taal.beweringen import tegenspraken
from mpp.taal.getypt import getypte_claims
from mpp.taal.zinnen import uit_markdown
from mpp.uitkomsten import Uitkomsten

_LETTERLIJK = ("tekst-letterlijk", "regel-letterlijk", "code-ingesprongen")
"""Finds that hold only when the text stands in the source as it is: what has a backslash before it is meant."""


@dataclass(frozen=True)
class Gemaakt:
    """A chapter made: its HTML without the section around it, its headings, how others refer to its labels, its images.

    `gelezen` is what its code and its text read, as `opname` tells it; None when that cannot be known.
    """

    id: str = ""
    html: str = ""
    koppen: tuple[Kop, ...] = ()
    aanduidingen: dict[str, str] = field(default_factory=dict)
    beelden: dict[str, bytes] = field(default_factory=dict)
    gelezen: dict[str, str] | None = None


def maak(qmd: Qmd, project: Project, nummer: str, draaier: Draaier) -> tuple[Gemaakt, list[Probleem]]:
    """The chapter, or every problem found while making it; `nummer` is empty for an unnumbered chapter, a letter for an appendix."""
    gelezen: dict[str, str] | None = None
    try:
        weefsel = weef(qmd, project, draaier)
    finally:
        gelezen = draaier.sluit()
    if problemen := [*weefsel.problemen, *_tegenspraken(weefsel), *_tabelrijen(weefsel)]:
        return Gemaakt(), problemen
    fragment, vondsten = naar_html(weefsel.tekst, nummer)
    vondsten = [v for v in vondsten if v.code not in _LETTERLIJK or weefsel.plaats_van(v.naald)]
    if vondsten:
        problemen = [_probleem(v, weefsel, qmd) for v in vondsten]
        return Gemaakt(), list({(p.plaats, p.wat): p for p in problemen}.values())
    boom = ontleed(fragment)
    beelden, bestanden, problemen = _beelden(boom, qmd, project.wortel, weefsel)
    gelezen = None if gelezen is None else {**gelezen, **bestanden}
    tabelkoppen(boom)
    schuifbaar(boom)
    lijsten(boom)
    noem_noten(boom)
    aanduidingen = neem_aanduidingen(boom)
    koppen = tuple(koppen_van(boom))
    hoofddeel = boom.find("section")
    html = binnen(hoofddeel)
    boom.remove(hoofddeel)
    return Gemaakt(koppen[0].id, (html + binnen(boom)).strip() + "\n", koppen, aanduidingen, beelden, gelezen), problemen


def maak_in_vork(qmd: Qmd, project: Project, nummer: str, u: Uitkomsten, spoor: Spoor) -> tuple[Gemaakt, list[Probleem]]:
    """`maak` in the process forked for this chapter: code runs in the project folder, as under Quarto; `spoor` tells how far it is."""
    from mpp.render.draaier.schil import Schil

    os.chdir(project.wortel)
    if str(project.wortel) not in sys.path:
        sys.path.insert(0, str(project.wortel))
    return maak(qmd, project, nummer, Gevolgd(Schil(project.wortel, u), spoor))


def maak_met_kern(qmd: Qmd, project: Project, nummer: str, u: Uitkomsten) -> tuple[Gemaakt, list[Probleem]]:
    """`maak` with a Jupyter kernel, for where there is no fork."""
    from mpp.render.draaier.kern import Kern

    return maak(qmd, project, nummer, Kern(project.wortel, u))


def _probleem(vondst: Vondst, weefsel: Weefsel, qmd: Qmd) -> Probleem:
    """The problem a find of pandoc or its filters stands for, at the source line it comes from."""
    regel = weefsel.bron_van(vondst.regel) if vondst.regel else None
    if regel is None and vondst.naald:
        plaats = weefsel.plaats_van(vondst.naald)
        regel = weefsel.bron_van(plaats) if plaats else qmd.regel_met(vondst.naald)
    regel = regel or vindplaats(qmd, vondst.naald or vondst.waarover)
    waarover = vondst.waarover if len(vondst.waarover) <= 80 else vondst.waarover[:79] + "…"
    return regel.probleem(vondst.code, waarover=waarover)


def _tegenspraken(weefsel: Weefsel) -> Iterator[Probleem]:
    """The numbers that are of another year, scenario or unit than their sentence names, and what is claimed of numbers by typing it."""
    for tekst, regel in zip(weefsel.regels, weefsel.herkomst, strict=True):
        if regel is not None and not regel.tekst.startswith("```"):
            zinnen = list(uit_markdown(tekst))
            for fout in tegenspraken(zinnen):
                yield regel.probleem("zin-tegenspraak", **fout.gegevens)
            for zin in zinnen:
                for claim in getypte_claims(zin):
                    yield regel.probleem("zin-claim-getypt", claim=claim, zin=zin.tekst)


def _tabelrijen(weefsel: Weefsel) -> Iterator[Probleem]:
    """Rows of tables that code wrote or filled, told at the line of that code; those an author typed have been looked at."""
    regels = ((bron, tekst) for nummer, tekst in weefsel.tekstregels() if (bron := weefsel.bron_van(nummer)))
    return controleer_tabelrijen(replace(bron, tekst=tekst) for bron, tekst in regels)


def _beelden(boom: HtmlElement, qmd: Qmd, wortel: Path, weefsel: Weefsel) -> tuple[dict[str, bytes], dict[str, str], list[Probleem]]:
    """The images of the chapter by the name its HTML uses, which follows from their content; the files they come from."""
    beelden, bestanden, problemen = dict(weefsel.beelden), dict[str, str](), list[Probleem]()
    for img in boom.iter("img"):
        bron = img.get("src")
        if bron in beelden:
            continue
        naam = os.path.normpath(bron.lstrip("/") if bron.startswith("/") else PurePosixPath(qmd.pad).parent / unquote(bron))
        if naam.startswith(".."):
            problemen.append(_probleem(Vondst("afbeelding-extern", bron, bron), weefsel, qmd))
            continue
        if not (wortel / naam).is_file():
            problemen.append(_probleem(Vondst("afbeelding-ontbreekt", bron, bron), weefsel, qmd))
            continue
        bestanden[naam] = vingerafdruk(str(wortel / naam))
        inhoud = (wortel / naam).read_bytes()
        if naam.lower().endswith(".svg"):
            problemen += controleer_svg(naam, inhoud)
        beeld = beeldnaam(inhoud, PurePosixPath(naam).suffix)
        beelden[beeld] = inhoud
        img.set("src", beeld)
    return beelden, bestanden, problemen
