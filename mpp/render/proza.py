"""Prose as an author types it: no number that is not computed, no abbreviation that nobody explains.

Prose is all that a reader gets to see or hear: paragraphs and code that is shown, titles, captions, alternative texts, the
values of variables. The words in an image are read where the image is (`beeldtekst`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mpp.getal.getypt import getypt
from mpp.glossarium import Glossarium, lees_glossarium
from mpp.lezen import lees, regel_van
from mpp.problemen import Fout, Probleem
from mpp.render.alineas import Alinea, alineas
from mpp.render.feitteksten import als_hoofdstuk
from mpp.render.project import BESTAND, VARIABELEN, lees_project
from mpp.render.qmd import Qmd, Regel, Tekst, lees_qmd
from mpp.render.toonteksten import uit_code, uit_uitdrukking
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.risicos import BESTAND as RISICOS
from mpp.ronde.risicos import lees_risicos

_INLINE = re.compile(r"`\{python\}\s([^`]+)`")
_INVULLING = re.compile(r"`\{python\}[^`]*`|\{\{<.*?>\}\}")
_KENMERK = re.compile(r"""\b(?:fig-alt|title)=("[^"]*"?|'[^']*'?|[^\s"'}]+)""")
_CELTEKSTEN = ("fig-cap", "fig-alt", "tbl-cap")
_BOEKTEKSTEN = (("book", "title"), ("book", "subtitle"), ("book", "page-footer"))


def controleer_project(wortel: Path) -> list[Probleem]:
    """Every number typed and every unexplained abbreviation in the texts of the book, the facts and the risks, with file and line.

    Chapters that cannot be read are passed over: reading them for the book tells what is wrong.
    """
    glossarium = lees_glossarium(wortel / "glossary.yml")
    project = lees_project(wortel)
    problemen = [p for regel in _boekteksten(wortel) for p in _problemen(regel, regel.tekst, glossarium)]
    for feit in lees_feiten(wortel).values():
        problemen += controleer(als_hoofdstuk(feit), glossarium)
    for risico, nummer in lees_risicos(wortel):
        for tekst in filter(None, (risico.risico, risico.aanname)):
            problemen += _problemen(Regel(tekst, RISICOS, nummer), tekst, glossarium)
    for pad in project.bestanden:
        try:
            problemen += controleer(lees_qmd(wortel, pad), glossarium)
        except Fout:
            continue
    return problemen


def controleer(qmd: Qmd, glossarium: Glossarium) -> Iterator[Probleem]:
    """The same for one chapter."""
    for deel in qmd.delen:
        if isinstance(deel, Tekst):
            for alinea in alineas(deel):
                yield from _in_alinea(alinea, glossarium)
    for regel, tekst in _losse_teksten(qmd):
        yield from _problemen(regel, tekst, glossarium)
    for regel, tekst in _teksten_in_code(qmd):
        yield from (regel.probleem("proza-getal-getypt", getal=getal.tekst) for getal in getypt(tekst))


def _problemen(regel: Regel, tekst: str, glossarium: Glossarium) -> Iterator[Probleem]:
    yield from _in_alinea(Alinea(tekst, (regel,) * len(tekst)), glossarium)


def _in_alinea(alinea: Alinea, glossarium: Glossarium) -> Iterator[Probleem]:
    for getal in getypt(alinea.tekst):
        yield alinea.regels[getal.begin].probleem("proza-getal-getypt", getal=getal.tekst)
    for afkorting in glossarium.onbekend(alinea.tekst):
        yield alinea.regels[alinea.tekst.index(afkorting)].probleem("afkorting-onbekend", afkorting=afkorting)


def _losse_teksten(qmd: Qmd) -> Iterator[tuple[Regel, str]]:
    """Every piece of prose of a chapter outside its paragraphs with the line it stands on."""
    for sleutel, waarde in qmd.kop.items():
        yield Regel("", qmd.pad, qmd.kopregels.get(sleutel, 1)), str(waarde)
    for regel in qmd.tekstregels():
        yield from ((regel, _INVULLING.sub(" ", kenmerk[1])) for kenmerk in _KENMERK.finditer(regel.tekst))
    for cel in qmd.cellen():
        for optie in _CELTEKSTEN:
            regel = Regel("", cel.hekregel.bestand, cel.optieregels.get(optie, cel.hekregel.nummer))
            yield regel, str(cel.opties.get(optie, ""))


def _teksten_in_code(qmd: Qmd) -> Iterator[tuple[Regel, str]]:
    """Every text that code writes as it stands typed in it, in a paragraph or in a cell that shows something."""
    for deel in qmd.delen:
        if isinstance(deel, Tekst):
            for alinea in alineas(deel):
                for m in _INLINE.finditer(alinea.bron):
                    yield from ((alinea.bronregel(m.start()), tekst) for tekst in uit_uitdrukking(m[1]))
        elif deel.opties.get("include", True):
            yield from ((deel.code[nummer], tekst) for tekst, nummer in uit_code(deel.broncode))


def _boekteksten(wortel: Path) -> Iterator[Regel]:
    """Title, subtitle and foot of the book, and the values of its variables."""
    boek = lees(wortel / BESTAND, naam=BESTAND)
    for pad in _BOEKTEKSTEN:
        yield Regel(str((boek.get(pad[0]) or {}).get(pad[1]) or ""), BESTAND, regel_van(boek, pad) or 1)
    if (wortel / VARIABELEN).is_file():
        variabelen = lees(wortel / VARIABELEN, naam=VARIABELEN)
        for plek, waarde in _waarden(variabelen or {}, ()):
            yield Regel(str(waarde), VARIABELEN, regel_van(variabelen, plek) or 1)


def _waarden(boom: Any, plek: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    stappen = boom.items() if isinstance(boom, dict) else enumerate(boom) if isinstance(boom, list) else ()
    for stap, onder in stappen:
        yield from _waarden(onder, (*plek, stap))
    if not isinstance(boom, (dict, list)) and boom is not None:
        yield plek, boom
