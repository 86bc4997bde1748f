"""One chapter from source to HTML: run, woven, through pandoc, finished."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lxml.html import HtmlElement

from mpp.parameters import Parameterset
from mpp.problemen import Probleem, probleem
from mpp.render.beeldtekst import controleer_svg
from mpp.render.bronregels import Herkomst, bronregels
from mpp.render.draaier import Draaier
from mpp.render.draaier.opname import Opgenomen, Plek, vingerafdruk
from mpp.render.draaier.spoor import Gevolgd, Spoor
from mpp.render.feitteksten import met_feiten
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
from mpp.render.qmd import Qmd, Regel
from mpp.render.tabelrijen import controleer_tabelrijen
from mpp.render.vindplaats import vindplaats
from mpp.render.weven import Weefsel, weef
from mpp.taal.beweringen import tegenspraken
from mpp.taal.claims import getypte_claims
from mpp.taal.voorbehoud import ongezegd
from mpp.taal.zinnen import uit_markdown
from mpp.uitkomsten import Uitkomsten

_BEGIN = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|#|:|\||>|\[\^)")
"""What begins an item, a heading, a row or a note: no more of the sentence before it."""
_LETTERLIJK = ("tekst-letterlijk", "regel-letterlijk", "code-ingesprongen")
"""Finds that hold only when the text stands in the source as it is: what has a backslash before it is meant."""


@dataclass(frozen=True)
class Gemaakt:
    """A chapter made: its HTML without the section around it, its headings, how others refer to its labels, its images.

    `gelezen` is what its code and its text read, as `opname` tells it; None when that cannot be known. `plaatsen` is the line
    that asked for a path in the project, `bezwaren` what in its code keeps it from being made again as it is now. `herkomst` is where
    each block of text of its page stands in its source.
    """

    id: str = ""
    html: str = ""
    koppen: tuple[Kop, ...] = ()
    aanduidingen: dict[str, str] = field(default_factory=dict)
    beelden: dict[str, bytes] = field(default_factory=dict)
    gelezen: dict[str, str] | None = None
    plaatsen: dict[str, Plek] = field(default_factory=dict)
    bezwaren: tuple[Probleem, ...] = ()
    herkomst: tuple[Herkomst, ...] = ()


def maak(qmd: Qmd, project: Project, nummer: str, draaier: Draaier, ps: Parameterset) -> tuple[Gemaakt, list[Probleem]]:
    """The chapter, or every problem found while making it; `nummer` is empty for an unnumbered chapter, a letter for an appendix."""
    opgenomen: Opgenomen | None = None
    try:
        weefsel = weef(qmd, project, draaier)
    finally:
        opgenomen = draaier.sluit()
    opgenomen = opgenomen or Opgenomen(None, bezwaren=(probleem("vast-ongezien", bestand=qmd.pad, regel=1),))
    if problemen := [*weefsel.problemen, *_tegenspraken(weefsel, project.wortel), *_tabelrijen(weefsel)]:
        return Gemaakt(), problemen
    fragment, vondsten = naar_html(weefsel.tekst, nummer)
    vondsten = [v for v in vondsten if v.code not in _LETTERLIJK or weefsel.plaats_van(v.naald)]
    if vondsten:
        problemen = [_probleem(v, weefsel, qmd) for v in vondsten]
        return Gemaakt(), list({(p.plaats, p.wat): p for p in problemen}.values())
    boom = ontleed(fragment)
    if problemen := list(_ongezegd(boom, weefsel, qmd, ps)):
        return Gemaakt(), problemen
    beelden, bestanden, plaatsen, problemen = _beelden(boom, qmd, project.wortel, weefsel)
    gelezen = None if opgenomen.gelezen is None else {**opgenomen.gelezen, **bestanden}
    tabelkoppen(boom)
    schuifbaar(boom)
    lijsten(boom)
    noem_noten(boom)
    aanduidingen = neem_aanduidingen(boom)
    herkomst = bronregels(boom, weefsel, qmd)
    koppen = tuple(koppen_van(boom))
    hoofddeel = boom.find("section")
    html = binnen(hoofddeel)
    boom.remove(hoofddeel)
    html = (html + binnen(boom)).strip() + "\n"
    gevraagd = {**plaatsen, **opgenomen.plaatsen}
    gemaakt = Gemaakt(koppen[0].id, html, koppen, aanduidingen, beelden, gelezen, gevraagd, opgenomen.bezwaren, herkomst)
    return gemaakt, problemen


def maak_in_vork(qmd: Qmd, project: Project, nummer: str, u: Uitkomsten, spoor: Spoor) -> tuple[Gemaakt, list[Probleem]]:
    """`maak` in the process forked for this chapter: code runs in the project folder, as under Quarto; `spoor` tells how far it is."""
    from mpp.render.draaier.schil import Schil

    os.chdir(project.wortel)
    if str(project.wortel) not in sys.path:
        sys.path.insert(0, str(project.wortel))
    return maak(qmd, project, nummer, Gevolgd(Schil(project.wortel, u), spoor), u.ps)


def maak_met_kern(qmd: Qmd, project: Project, nummer: str, u: Uitkomsten) -> tuple[Gemaakt, list[Probleem]]:
    """`maak` with a Jupyter kernel, for where there is no fork."""
    from mpp.render.draaier.kern import Kern

    return maak(qmd, project, nummer, Kern(project.wortel, u), u.ps)


def _probleem(vondst: Vondst, weefsel: Weefsel, qmd: Qmd) -> Probleem:
    """The problem a find of pandoc or its filters stands for, at the source line it comes from."""
    regel = weefsel.bron_van(vondst.regel) if vondst.regel else None
    if regel is None and vondst.naald:
        plaats = weefsel.plaats_van(vondst.naald)
        regel = weefsel.bron_van(plaats) if plaats else qmd.regel_met(vondst.naald)
    regel = regel or vindplaats(qmd, vondst.naald or vondst.waarover)
    waarover = vondst.waarover if len(vondst.waarover) <= 80 else vondst.waarover[:79] + "…"
    return regel.probleem(vondst.code, waarover=waarover)


def _tegenspraken(weefsel: Weefsel, wortel: Path) -> Iterator[Probleem]:
    """The numbers that are of another year, scenario or unit than their sentence names, and what is claimed of numbers by typing it."""
    for alinea in _geweven_alineas(weefsel):
        zinnen = list(uit_markdown(" ".join(tekst for tekst, _ in alinea)))
        for fout in tegenspraken(zinnen):
            regel = next((regel for tekst, regel in alinea if f">{fout.plek.tekst}<" in tekst), alinea[0][1])
            yield regel.probleem("zin-tegenspraak", **fout.gegevens)
        getypt = [(met_feiten(regel.tekst, wortel), regel) for _, regel in alinea]
        for zin, claim in ((z, claim) for z in zinnen for claim in getypte_claims(z)):
            woorden = claim.replace("…", " ").split()
            if plaats := next((regel for tekst, regel in getypt if all(woord in tekst for woord in woorden)), None):
                yield plaats.probleem("zin-claim-getypt", claim=claim, zin=zin.tekst)


def _ongezegd(boom: HtmlElement, weefsel: Weefsel, qmd: Qmd, ps: Parameterset) -> Iterator[Probleem]:
    """The realisations that leave something out, where their paragraph or table does not say so."""
    for fout in ongezegd(boom, ps):
        bron, sleutel = fout.element.get("data-bron"), fout.element.get("data-sleutel")
        herkomst = f'data-bron="{escape(bron)}"' + (f' data-sleutel="{escape(sleutel)}"' if sleutel else "")
        regels = [regel for tekst, regel in zip(weefsel.regels, weefsel.herkomst, strict=True) for _ in range(tekst.count(herkomst))]
        regel = regels[fout.nummer] if fout.nummer < len(regels) else None
        yield (regel or vindplaats(qmd, fout.gegevens["getal"])).probleem("voorbehoud-ongezegd", **fout.gegevens)


def _geweven_alineas(weefsel: Weefsel) -> Iterator[list[tuple[str, Regel]]]:
    """The paragraphs and items that an author typed, as woven: each line with its source line."""
    lopend: list[tuple[str, Regel]] = []
    for tekst, regel in zip(weefsel.regels, weefsel.herkomst, strict=True):
        getypt = regel is not None and tekst.strip() and not regel.tekst.startswith("```")
        if lopend and (not getypt or _BEGIN.match(tekst)):
            yield lopend
            lopend = []
        if regel is not None and getypt:
            lopend.append((tekst, regel))
    if lopend:
        yield lopend


def _tabelrijen(weefsel: Weefsel) -> Iterator[Probleem]:
    """Rows of tables that code wrote or filled, told at the line of that code; those an author typed have been looked at."""
    regels = ((bron, tekst) for nummer, tekst in weefsel.tekstregels() if (bron := weefsel.bron_van(nummer)))
    return controleer_tabelrijen(replace(bron, tekst=tekst) for bron, tekst in regels)


def _beelden(
    boom: HtmlElement, qmd: Qmd, wortel: Path, weefsel: Weefsel
) -> tuple[dict[str, bytes], dict[str, str], dict[str, Plek], list[Probleem]]:
    """The images of the chapter by the name its HTML uses, which follows from their content; the files they come from, and where."""
    beelden, bestanden, plaatsen, problemen = dict(weefsel.beelden), dict[str, str](), dict[str, Plek](), list[Probleem]()
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
        hier = vindplaats(qmd, bron)
        plaatsen[naam] = hier.bestand, hier.nummer
        inhoud = (wortel / naam).read_bytes()
        if naam.lower().endswith(".svg"):
            problemen += controleer_svg(naam, inhoud)
        beeld = beeldnaam(inhoud, PurePosixPath(naam).suffix)
        beelden[beeld] = inhoud
        img.set("src", beeld)
    return beelden, bestanden, plaatsen, problemen
