"""Reading `_quarto.yml` and `_variables.yml`: the book, its chapters and defaults, in the house subset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mpp.lezen import Blok, lees, regel_van
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

BESTAND = "_quarto.yml"
VARIABELEN = "_variables.yml"

HAAK = "mpp/documenten/quarto_hook.py"
FILTERS = [f"mpp/render/filters/{naam}.lua" for naam in ("feiten", "noten", "tabellen")]

# The keys that both engines honour in the same way. PLAT: text without markup, a set: one of these values, a list: just
# this list, a dict: these keys below, None: any value, checked elsewhere.
PLAT = re.compile(r"[^`*_\[\]{}<>$@^~|\\#\n]+")
_SLEUTELS: dict[str, Any] = {
    "project": {
        "type": {"book"},
        "output-dir": re.compile(r"\w[\w.-]*"),
        "execute-dir": {"project"},
        "pre-render": {HAAK},
        "post-render": {HAAK},
    },
    "book": {"title": PLAT, "subtitle": PLAT, "chapters": None, "appendices": None, "search": {False}},
    "lang": {"nl"},
    "engine": {"jupyter"},
    "execute": {"echo": {False, True}, "warning": {False, True}, "freeze": {False}, "cache": {False}, "daemon": {False}},
    "filters": FILTERS,
    "number-sections": {True},
    "format": {
        "html": {
            "theme": {"default"},
            "toc": {True},
            "toc-depth": {2},
            "html-table-processing": {"none"},
            "smooth-scroll": {False},
            "link-external-newwindow": {False},
        }
    },
}
# Without these Quarto does something else than the built-in engine, or does not check.
_NODIG = (
    ("project", "pre-render"),
    ("project", "post-render"),
    ("lang",),
    ("engine",),
    ("execute", "daemon"),
    ("filters",),
    ("format", "html", "html-table-processing"),
)
# Files that Quarto reads by itself and the built-in engine does not; beside these two all that begin with an underscore.
_EIGEN = (BESTAND, VARIABELEN)
_VAN_QUARTO = re.compile(r"_[\w-]+\.ya?ml(?:\.local)?|_environment.*|_extensions|_brand|_quarto\.yml\.local")
_HOOFDSTUKNAAM = re.compile(r"(?:[A-Za-z0-9][\w-]*/)*[A-Za-z0-9][\w-]*\.qmd", re.ASCII)


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
        raise Fout([probleem("project-leeg", bestand=BESTAND, regel=1, sleutel="book")])
    problemen = [*_buiten_deelverzameling(boom, _SLEUTELS, ()), *_ontbrekend(boom)]
    boek = boom.get("book")
    boek = boek if isinstance(boek, Blok) else Blok()
    problemen += _hoofdstukproblemen(wortel, boom, boek)
    if not boek.get("title"):
        problemen.append(probleem("project-leeg", bestand=BESTAND, regel=regel_van(boom, ("book", "title")) or 1, sleutel="book: title"))
    problemen += _vreemde_bestanden(wortel, boek)
    variabelen = _variabelen(wortel, problemen)
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
        variabelen=variabelen,
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
        elif not _mag(waarde, regels):
            yield probleem("project-waarde", bestand=BESTAND, regel=regel, sleutel=naam, waarde=waarde, keuze=_keuze(regels))


def _mag(waarde: Any, regels: Any) -> bool:
    if isinstance(regels, re.Pattern):
        return isinstance(waarde, str) and regels.fullmatch(waarde) is not None and waarde.replace("\u00ad", "").isprintable()
    if isinstance(regels, list):
        return bool(waarde == regels)
    return regels is None or any(type(waarde) is type(keus) and waarde == keus for keus in regels)


def _keuze(regels: Any) -> str:
    if isinstance(regels, list):
        return f"[{', '.join(regels)}]"
    if isinstance(regels, re.Pattern):
        return "tekst zonder opmaak" if regels is PLAT else "de naam van een map in het project"
    return " of ".join(sorted(str(keus).lower() for keus in regels))


def _ontbrekend(boom: Blok) -> Iterator[Probleem]:
    for pad in _NODIG:
        hier: Any = boom
        for stap in pad:
            hier = hier.get(stap) if isinstance(hier, Blok) else None
        if hier is None:
            regels = _SLEUTELS
            for stap in pad:
                regels = regels[stap]
            regel = regel_van(boom, pad) or 1
            yield probleem("project-nodig", bestand=BESTAND, regel=regel, sleutel=": ".join(pad), keuze=_keuze(regels))


def _vreemde_bestanden(wortel: Path, boek: Blok) -> Iterator[Probleem]:
    """Files that change what Quarto makes, in the project folder and those of the chapters."""
    hoofdstukken = [pad for deel in ("chapters", "appendices") for pad in (boek.get(deel) or ()) if isinstance(pad, str)]
    mappen = {boven for pad in hoofdstukken for boven in Path(pad).parents}
    for map_ in sorted({Path("."), *mappen}):
        for pad in sorted((wortel / map_).iterdir()) if (wortel / map_).is_dir() else ():
            naam = (map_ / pad.name).as_posix()
            if _VAN_QUARTO.fullmatch(pad.name) and naam not in _EIGEN:
                yield probleem("project-bestand", bestand=naam, regel=1, pad=naam)


def _variabelen(wortel: Path, problemen: list[Probleem]) -> Blok:
    """What `_variables.yml` holds: names with texts, in groups or not. A value of another kind is a problem."""
    if not (wortel / VARIABELEN).is_file():
        return Blok()
    variabelen = lees(wortel / VARIABELEN, naam=VARIABELEN) or Blok()
    if not isinstance(variabelen, Blok):
        problemen.append(probleem("variabele-vorm", bestand=VARIABELEN, regel=1, naam=VARIABELEN))
        return Blok()
    problemen += _geen_tekst(variabelen, variabelen, ())
    return variabelen


def _geen_tekst(blok: Blok, wortel: Blok, pad: tuple[str, ...]) -> Iterator[Probleem]:
    for naam, waarde in blok.items():
        hier = (*pad, naam)
        if isinstance(waarde, Blok):
            yield from _geen_tekst(waarde, wortel, hier)
        elif not isinstance(waarde, str) or not is_platte_tekst(waarde):
            yield probleem("variabele-vorm", bestand=VARIABELEN, regel=regel_van(wortel, hier), naam=".".join(hier))


def is_platte_tekst(waarde: str) -> bool:
    """Whether a text reads the same wherever an engine puts it: a line without markup that begins with a letter."""
    zichtbaar = waarde.replace("\u00ad", "").isprintable()  # which a sign of no width, as also a space that does not break, is not
    return PLAT.fullmatch(waarde) is not None and waarde[:1].isalpha() and zichtbaar


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
            elif not _HOOFDSTUKNAAM.fullmatch(pad):
                yield probleem("hoofdstuk-naam", bestand=BESTAND, regel=regel, pad=pad)
            elif not (wortel / pad).is_file():
                yield probleem("hoofdstuk-ontbreekt", bestand=BESTAND, regel=regel, pad=pad)
            elif Path(pad).stem in gezien:
                yield probleem("hoofdstuk-dubbel", bestand=BESTAND, regel=regel, pad=pad)
            else:
                gezien.add(Path(pad).stem)
        if deel == "chapters" and paden[0] != "index.qmd":
            yield probleem("hoofdstuk-index", bestand=BESTAND, regel=regel_van(boom, ("book", deel)))
