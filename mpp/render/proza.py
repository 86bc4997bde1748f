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
from mpp.render.project import BESTAND, VARIABELEN, lees_project
from mpp.render.qmd import Qmd, Regel, Tekst, lees_qmd

_GEEN_PROZA = re.compile(r"`\{python\}[^`]*`|\{[^{}]*\}|@[\w-]+|\]\([^)]*\)|\[\^[^\]]*\]|^\|[-:| ]+\|?$|<!--.*?-->|https?://\S+")
_NUMMER = re.compile(r"^\s*\d{1,2}[.)]\s")
_KENMERK = re.compile(r"""\b(?:fig-alt|title)=("[^"]*"?|'[^']*'?)""")
_CELTEKSTEN = ("fig-cap", "fig-alt", "tbl-cap")
_BOEKTEKSTEN = (("book", "title"), ("book", "subtitle"), ("book", "page-footer"))


def controleer_project(wortel: Path) -> list[Probleem]:
    """Every number typed and every unexplained abbreviation in the texts of the project's book, with file and line.

    Chapters that cannot be read are passed over: reading them for the book tells what is wrong.
    """
    glossarium = lees_glossarium(wortel / "glossary.yml")
    project = lees_project(wortel)
    problemen = [p for regel in _boekteksten(wortel) for p in _problemen(regel, regel.tekst, glossarium)]
    for pad in project.bestanden:
        try:
            problemen += controleer(lees_qmd(wortel, pad), glossarium)
        except Fout:
            continue
    return problemen


def controleer(qmd: Qmd, glossarium: Glossarium) -> Iterator[Probleem]:
    """The same for one chapter."""
    for regel, tekst in _teksten(qmd):
        yield from _problemen(regel, tekst, glossarium)


def _problemen(regel: Regel, tekst: str, glossarium: Glossarium) -> Iterator[Probleem]:
    for getal in getypt(tekst):
        yield regel.probleem("proza-getal-getypt", getal=getal.tekst)
    for afkorting in glossarium.onbekend(tekst):
        yield regel.probleem("afkorting-onbekend", afkorting=afkorting)


def _teksten(qmd: Qmd) -> Iterator[tuple[Regel, str]]:
    """Every piece of prose of a chapter with the line it stands on."""
    for sleutel, waarde in qmd.kop.items():
        yield Regel("", qmd.pad, qmd.kopregels.get(sleutel, 1)), str(waarde)
    for deel in qmd.delen:
        if isinstance(deel, Tekst):
            yield from _regels(deel)
            continue
        for optie in _CELTEKSTEN:
            regel = Regel("", deel.hekregel.bestand, deel.optieregels.get(optie, deel.hekregel.nummer))
            yield regel, _GEEN_PROZA.sub(" ", str(deel.opties.get(optie, "")))


def _regels(deel: Tekst) -> Iterator[tuple[Regel, str]]:
    lijst = True
    for regel, vast in zip(deel.regels, deel.letterlijk, strict=True):
        for kenmerk in _KENMERK.finditer(regel.tekst):
            yield regel, _GEEN_PROZA.sub(" ", kenmerk[1])
        tekst = regel.tekst if vast else _GEEN_PROZA.sub(" ", regel.tekst)
        is_item = not vast and lijst and bool(_NUMMER.match(tekst))
        yield regel, _NUMMER.sub(" ", tekst) if is_item else tekst
        lijst = is_item or not regel.tekst.strip() or (lijst and regel.tekst.startswith(" "))


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
