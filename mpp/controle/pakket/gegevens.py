"""Tables, metadata, workbook and manifest: made again from the results, and every number of the results looked up by its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.verslag import Verslag
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import OnbekendeOorsprong
from mpp.inpakken import ONLEESBAAR
from mpp.problemen.waarom import waarom_niet
from mpp.uitkomsten.register import OPENBAAR, register
from mpp.weergave.afronding import rond, stap

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

_GETAL: Final = re.compile(r"\d+(?:[.,]\d+)*")
_LEES: Final = frozenset({".csv", ".json", ".jsonld", ".ttl", ".md", ".html", ".css", ".txt", ".xml", ".rels"})
_ONLEESBAAR: Final = (*ONLEESBAAR, LookupError, TypeError, SyntaxError)
"""What reading a file may end in that is not what it says it is."""
_SCENARIO_JAAR: Final = re.compile(r"(\w+) (\d{4})")


def opnieuw(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The files of a package that are no text of a document and no workbook, made again from the results: by path."""
    from mpp import lettertypen, stijl
    from mpp.opendata import opendata

    vast = {f"rapportage/{pad}": inhoud for pad, inhoud in {**stijl.bestanden(), **lettertypen.voor_web()}.items()}
    return {**opendata(u, status), **vast}


def werkboek_opnieuw(u: Uitkomsten, status: Status) -> bytes:
    """The workbook of a package, made again from the results."""
    from mpp.documenten.productiemodel.bladen import bladen
    from mpp.documenten.productiemodel.werkboek import werkboek
    from mpp.glossarium import lees_glossarium
    from mpp.render.omslag import omslag

    glossarium = lees_glossarium(u.ps.wortel / "glossary.yml")
    return werkboek(u, bladen(u, glossarium), omslag(u, status), glossarium)


def vergelijk(pad: str, gevonden: bytes, verwacht: bytes, verslag: Verslag) -> None:
    """Account for every number in a file that was made again; of a packed one in each of its parts."""
    if pad.endswith(".xlsx"):
        _ingepakt(gevonden, verwacht, verslag)
        return
    leesbaar = any(pad.endswith(soort) for soort in _LEES)
    tekst = gevonden.decode(errors="replace") if leesbaar else ""
    if gevonden == verwacht:
        verslag.goed(len(_GETAL.findall(tekst)))
        return
    if not leesbaar:
        verslag.fout("pakket-bestand", pad=pad, wat="is een ander bestand dan de code maakt")
        return
    _regels(tekst.splitlines(), verwacht.decode().splitlines(), verslag)


def _regels(gevonden: list[str], verwacht: list[str], verslag: Verslag) -> None:
    for nr in range(max(len(gevonden), len(verwacht))):
        hier, daar = (regels[nr] if nr < len(regels) else "" for regels in (gevonden, verwacht))
        getallen = _GETAL.findall(hier)
        if hier == daar:
            verslag.goed(len(getallen))
            continue
        goed = _GETAL.findall(daar)
        anders = [(g, v) for g, v in zip(getallen, [*goed, *[""] * len(getallen)], strict=False) if g != v] or [(hier[:80], daar[:80])]
        verslag.goed(max(0, len(getallen) - len(anders)))
        for g, v in anders[:5]:
            verslag.fout("pakket-gegeven-anders", plek=f"regel {nr + 1}", gevonden=g, verwacht=v or "niets")


def _ingepakt(gevonden: bytes, verwacht: bytes, verslag: Verslag) -> None:
    try:
        hier = {naam: zip_.read(naam) for zip_ in [zipfile.ZipFile(io.BytesIO(gevonden))] for naam in zip_.namelist()}
    except ONLEESBAAR as fout:
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat=f"is niet te lezen ({waarom_niet(fout)})")
        return
    daar = {naam: zip_.read(naam) for zip_ in [zipfile.ZipFile(io.BytesIO(verwacht))] for naam in zip_.namelist()}
    for naam in sorted(hier.keys() | daar.keys()):
        a, b = (re.sub(r"(?=<)", "\n", delen.get(naam, b"").decode(errors="replace")) for delen in (hier, daar))
        if a == b:
            verslag.goed(len(_GETAL.findall(_tekst(a))))
            continue
        voor = len(verslag.problemen)
        _regels(a.splitlines(), b.splitlines(), verslag)
        for i, p in enumerate(verslag.problemen[voor:], start=voor):
            verslag.problemen[i] = type(p)(p.code, p.bestand, p.regel, {**p.gegevens, "plek": f"{naam}, {p.gegevens.get('plek', '')}"})


def _tekst(xml: str) -> str:
    """What a reader sees of a part of a workbook: the content of its elements."""
    return re.sub(r"<[^>]*>", " ", xml)


def bij_naam(bestanden: Mapping[str, bytes], narekening: Narekening, verslag: Verslag) -> None:
    """Hold every result in the tables against the results under its own name."""
    from mpp.opendata.namen import genoemd

    for genoemde in genoemd(bestanden):
        plek = f"{genoemde.tabel}.csv, regel {genoemde.regel}"
        try:
            w = narekening.waarde(genoemde.bron, genoemde.sleutel)
        except OnbekendeOorsprong as fout:
            verslag.los(genoemde.tekst, plek, f"{genoemde.bron} ({genoemde.sleutel})", f"{fout} is geen naam")
            continue
        if not genoemde.is_waarde(w):
            naam = f"{plek}, {genoemde.bron} ({genoemde.sleutel})"
            verslag.fout("pakket-gegeven-anders", 0, plek=naam, gevonden=genoemde.tekst, verwacht=f"{w:.10g}")


def bij_naam_in_werkboek(inhoud: bytes, narekening: Narekening, verslag: Verslag) -> None:
    """The same for the workbook."""
    openbaar = narekening.u.editie.classificatie == OPENBAAR
    ids = {(i.organisatie, i.naam): i.id for i in register().values()}
    try:
        for naam, sleutel, waarde, plek in _cellen(inhoud):
            if (id := ids.get(naam)) is None:
                verslag.fout("pakket-gegeven-anders", 0, plek=plek, gevonden=" ".join(naam), verwacht="een indicator")
                continue
            w = narekening.waarde(f"indicator:{id}", sleutel)
            _gelijk(waarde, _getoond(w, id) if openbaar else w, f"indicator:{id} ({sleutel})", plek, verslag)
    except _ONLEESBAAR as fout:
        verslag.fout("pakket-bestand", 0, pad="productiemodel.xlsx", wat=f"is niet te lezen ({waarom_niet(fout)})")


def _getoond(waarde: float, indicator: str) -> float:
    return float(rond(waarde, stap(register()[indicator].eenheid)))


def _gelijk(gevonden: object, verwacht: float, naam: str, plek: str, verslag: Verslag) -> None:
    if abs(float(str(gevonden)) - verwacht) > 1e-9 * max(1.0, abs(verwacht)):
        verslag.fout("pakket-gegeven-anders", 0, plek=f"{plek}, {naam}", gevonden=gevonden, verwacht=f"{verwacht:.10g}")


def _cellen(inhoud: bytes) -> Iterator[tuple[tuple[str, str], str, float, str]]:
    """Every number in the workbook: organisation and name of the indicator, year and scenario, value, place."""
    from openpyxl import load_workbook

    from mpp.documenten.productiemodel.werkboek import KOPREGEL

    for blad in load_workbook(io.BytesIO(inhoud), read_only=True).worksheets:
        kop: list[str] = []
        for nr, rij in enumerate(blad.iter_rows(values_only=True), start=1):
            if nr == KOPREGEL:
                kop = [str(cel or "") for cel in rij]
            elif kop:
                for naam, cel in zip(kop, rij, strict=False):
                    if (kolom := _SCENARIO_JAAR.fullmatch(naam)) and isinstance(cel, (int, float)):
                        yield (str(rij[0]), str(rij[1])), f"{kolom[2]}|{kolom[1]}", float(cel), f"{blad.title}, rij {nr}"
