"""Reading `_quarto.yml` and `_variables.yml`: the book, its chapters and defaults, in the house subset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mpp.lezen import Blok, lees, regel_van
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

BESTAND = "_quarto.yml"
VARIABELEN = "_variables.yml"

# The keys that both engines honour in the same way; None: any value, a set: one of these, a dict: these keys below.
_SLEUTELS: dict[str, Any] = {
    "project": {
        "type": {"book"},
        "output-dir": None,
        "execute-dir": {"project"},
        "pre-render": None,
        "post-render": None,
    },
    "book": {"title": None, "subtitle": None, "chapters": None, "appendices": None, "search": None, "page-footer": None},
    "lang": {"nl"},
    "engine": {"jupyter"},
    "execute": {"echo": {False, True}, "warning": {False, True}, "freeze": {False}, "cache": {False}},
    "filters": None,
    "number-sections": {True},
    "format": {
        "html": {
            "theme": None,
            "css": None,
            "toc": None,
            "toc-depth": None,
            "html-table-processing": {"none"},
            "anchor-sections": None,
            "smooth-scroll": None,
            "code-copy": None,
            "link-external-newwindow": None,
        }
    },
}


@dataclass(frozen=True)
class Project:
    """The book as `_quarto.yml` describes it; paths relative to `wortel`."""

    wortel: Path
    titel: str
    ondertitel: str
    hoofdstukken: tuple[str, ...]
    bijlagen: tuple[str, ...]
    echo: bool
    warning: bool
    uitvoermap: str
    variabelen: Mapping[str, Any]

    @property
    def bestanden(self) -> tuple[str, ...]:
        """Chapters and appendices, in order."""
        return self.hoofdstukken + self.bijlagen


def lees_project(wortel: Path) -> Project:
    """The project in folder `wortel`.

    Raises Fout with every key or value outside the house subset and every chapter that is not there.
    """
    if not (wortel / BESTAND).is_file():
        raise Fout([probleem("project-ontbreekt", bestand=BESTAND)])
    boom = lees(wortel / BESTAND, naam=BESTAND)
    if not isinstance(boom, Blok):
        raise Fout([probleem("project-leeg", bestand=BESTAND, sleutel="book")])
    problemen = list(_buiten_deelverzameling(boom, _SLEUTELS, ()))
    boek = boom.get("book")
    boek = boek if isinstance(boek, Blok) else Blok()
    problemen += _hoofdstukproblemen(wortel, boom, boek)
    if not boek.get("title"):
        problemen.append(probleem("project-leeg", bestand=BESTAND, sleutel="book: title"))
    if problemen:
        raise Fout(problemen)
    uitvoering = boom.get("execute") or {}
    return Project(
        wortel=wortel,
        titel=str(boek["title"]),
        ondertitel=str(boek.get("subtitle") or ""),
        hoofdstukken=tuple(boek["chapters"]),
        bijlagen=tuple(boek.get("appendices") or ()),
        echo=uitvoering.get("echo", True),
        warning=uitvoering.get("warning", True),
        uitvoermap=(boom.get("project") or {}).get("output-dir", "_book"),
        variabelen=lees(wortel / VARIABELEN, naam=VARIABELEN) or {} if (wortel / VARIABELEN).is_file() else {},
    )


def _buiten_deelverzameling(boom: Any, toegestaan: Mapping[str, Any], pad: tuple[str, ...]) -> Iterator[Probleem]:
    for sleutel, waarde in boom.items():
        hier = (*pad, sleutel)
        naam, regel = ": ".join(hier), regel_van(boom, (sleutel,))
        if sleutel not in toegestaan:
            yield probleem("project-sleutel", bestand=BESTAND, regel=regel, sleutel=naam, lijkt_op=lijkt_op(sleutel, toegestaan))
            continue
        regels = toegestaan[sleutel]
        if isinstance(regels, dict):
            if isinstance(waarde, Blok):
                yield from _buiten_deelverzameling(waarde, regels, hier)
            else:
                yield probleem("project-leeg", bestand=BESTAND, regel=regel, sleutel=naam)
        elif regels is not None and (isinstance(waarde, (list, dict)) or waarde not in regels):
            keuze = " of ".join(sorted(str(keus).lower() for keus in regels))
            yield probleem("project-waarde", bestand=BESTAND, regel=regel, sleutel=naam, waarde=waarde, keuze=keuze)


def _hoofdstukproblemen(wortel: Path, boom: Blok, boek: Blok) -> Iterator[Probleem]:
    gezien: set[str] = set()
    for deel in ("chapters", "appendices"):
        paden = boek.get(deel)
        if paden is None and deel == "appendices":
            continue
        if not isinstance(paden, list) or not paden:
            yield probleem("project-leeg", bestand=BESTAND, regel=regel_van(boom, ("book", deel)), sleutel=f"book: {deel}")
            continue
        for i, pad in enumerate(paden):
            regel = regel_van(boom, ("book", deel, i))
            if not isinstance(pad, str):
                sleutel = f"book: {deel}: part"
                yield probleem("project-sleutel", bestand=BESTAND, regel=regel, sleutel=sleutel, lijkt_op="geef alleen bestanden")
            elif not (wortel / pad).is_file():
                yield probleem("hoofdstuk-ontbreekt", bestand=BESTAND, regel=regel, pad=pad)
            elif Path(pad).stem in gezien:
                yield probleem("hoofdstuk-dubbel", bestand=BESTAND, regel=regel, pad=pad)
            else:
                gezien.add(Path(pad).stem)
        if deel == "chapters" and paden[0] != "index.qmd":
            yield probleem("hoofdstuk-index", bestand=BESTAND, regel=regel_van(boom, ("book", deel)))
