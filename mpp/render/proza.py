"""Prose as an author types it: no number that is not computed, no abbreviation that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mpp.getal.getypt import getypt
from mpp.glossarium import Glossarium, lees_glossarium
from mpp.problemen import Fout, Probleem
from mpp.render.project import lees_project
from mpp.render.qmd import Qmd, lees_qmd

_GEEN_PROZA = re.compile(r"`[^`]*`|\{[^{}]*\}|@[\w-]+|\]\([^)]*\)|\[\^[^\]]*\]|^\s*\d+[.)]\s|^\|[-:| ]+\|?$|<!--.*?-->|https?://\S+")


def controleer_project(wortel: Path) -> list[Probleem]:
    """Every number typed and every unexplained abbreviation in the chapters of the project, with file and line.

    Chapters that cannot be read are passed over: reading them for the book tells what is wrong.
    """
    glossarium = lees_glossarium(wortel / "glossary.yml")
    problemen: list[Probleem] = []
    for pad in lees_project(wortel).bestanden:
        try:
            problemen += controleer(lees_qmd(wortel, pad), glossarium)
        except Fout:
            continue
    return problemen


def controleer(qmd: Qmd, glossarium: Glossarium) -> Iterator[Probleem]:
    """The same for one chapter."""
    for regel in qmd.tekstregels():
        tekst = _GEEN_PROZA.sub(" ", regel.tekst)
        for getal in getypt(tekst):
            yield regel.probleem("proza-getal-getypt", getal=getal.tekst)
        for afkorting in glossarium.onbekend(tekst):
            yield regel.probleem("afkorting-onbekend", afkorting=afkorting)
