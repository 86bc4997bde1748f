"""What anyone may read holds nothing that is intern or only an example, and no number in more digits than its text shows."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from html import unescape
from typing import Any, Final

from mpp.adressen import is_voorbeelddomein
from mpp.herkomst.oorsprong import OnbekendeOorsprong, Oorsprong, lees_oorsprong
from mpp.problemen import Probleem, probleem
from mpp.uitkomsten.register import register
from mpp.weergave.afronding import STAP_VERANDERING, stap
from mpp.word.onderdelen import DOCUMENT, KAART, NOTEN

_TEKST: Final = (".html", ".csv", ".json", ".jsonld", ".ttl", ".md", ".svg")
_VAN_WORD: Final = (DOCUMENT, NOTEN, KAART)
"""The parts of a Word document that say something of the edition; its numbers are those of the pages, held against them elsewhere."""
_GETAL: Final = re.compile(r"<data\b[^>]*?\bvalue=\"([^\"]*)\"[^>]*?\bdata-bron=\"([^\"]*)\"[^>]*?\bdata-afronding=\"([^\"]*)\"")
_IN_TE_VULLEN: Final = re.compile(r"\bin te vullen door\b")
_DOMEIN: Final = re.compile(r"(?:(?<=://)|(?<=@)|\b(?=www\.))[\w-]+(?:\.[\w-]+)+")
_UITKOMST: Final = ("waarde", "model", "ondergrens", "bovengrens", "laag", "hoog", "achteraf", "verschil", "verwacht")
"""The columns with outcomes of an indicator."""
_GEEN_UITKOMST: Final = frozenset({"realisatie", "van_editie"})
"""The columns of what others counted or published: that stands as it is."""
_AANDEEL: Final = ("aandeel", "kans_boven", "kans_nu")

Waarneming = tuple[str, str, str]
"""A number that stands in a file: where, the number as written, and the step it should be a multiple of."""


def toets_openbaar(bestanden: Mapping[str, bytes], *, definitief: bool = True) -> list[Probleem]:
    """What may not stand in the files (content by path) of a public document: in text, in tables, in workbooks, in attachments.

    An address that only serves as an example may still stand in a concept.
    """
    problemen = []
    for pad, inhoud in bestanden.items():
        for naam, deel in _delen(pad, inhoud):
            problemen += [probleem("openbaar-intern", bestand=naam, id=id) for id in _treffers(_verborgen(), deel)]
            if definitief:
                problemen += [probleem("openbaar-voorbeeld", bestand=naam, adres=adres) for adres in _voorbeelden(deel)]
            if fijner := [waarneming for waarneming in _getallen(naam, deel) if not _is_veelvoud(*waarneming[1:])]:
                plek, getal, op = fijner[0]
                problemen.append(probleem("openbaar-precisie", bestand=naam, getal=getal, plek=plek, afronding=op, aantal=len(fijner)))
    return problemen


def _delen(pad: str, inhoud: bytes) -> Iterator[tuple[str, Any]]:
    """What can be read in a file, by name: its text, the rows of its sheets, what is attached to it."""
    if pad.endswith(_TEKST):
        yield pad, inhoud.decode()
    elif pad.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            yield from ((f"{pad}/{naam}", zip_.read(naam).decode()) for naam in zip_.namelist() if naam in _VAN_WORD)
    elif pad.endswith(".xlsx"):
        yield pad, _werkbladen(inhoud)
    elif pad.endswith(".pdf"):
        import pikepdf

        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            for naam, bijlage in pdf.attachments.items():
                yield from _delen(f"{pad}/{naam}", bijlage.get_file().read_bytes())


def _werkbladen(inhoud: bytes) -> list[list[Any]]:
    from openpyxl import load_workbook

    boek = load_workbook(io.BytesIO(inhoud), read_only=True)
    return [list(rij) for blad in boek.worksheets for rij in blad.iter_rows(values_only=True)]


@cache
def _verborgen() -> re.Pattern[str]:
    """The ids and the names of the indicators that are intern."""
    namen = [re.escape(naam) for i in register().values() if i.niveau == "intern" for naam in (i.id, i.naam)]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(namen)})(?!\.?\w)" if namen else r"(?!)")


def _treffers(patroon: re.Pattern[str], deel: Any) -> list[str]:
    tekst = deel if isinstance(deel, str) else "\n".join(cel for rij in deel for cel in rij if isinstance(cel, str))
    return sorted({treffer[0] for treffer in patroon.finditer(tekst)})


def _voorbeelden(deel: Any) -> list[str]:
    """What is still to be filled in, and the domains that are only examples."""
    return [*_treffers(_IN_TE_VULLEN, deel), *filter(is_voorbeelddomein, _treffers(_DOMEIN, deel))]


def _getallen(naam: str, deel: Any) -> Iterator[Waarneming]:
    if isinstance(deel, list):
        yield from _in_werkblad(deel)
    elif naam.endswith(".html"):
        yield from ((f"een getal in de tekst ({m[2]})", m[1], _afronding(m[2], m[3])) for m in _GETAL.finditer(deel))
    elif naam.endswith(".nl.csv"):
        rijen = csv.DictReader(io.StringIO(deel.removeprefix("\ufeff"), newline=""), delimiter=";")
        yield from _in_rijen({kolom: (tekst or "").replace(",", ".") for kolom, tekst in rij.items() if kolom} for rij in rijen)
    elif naam.endswith(".csv"):
        yield from _in_rijen(csv.DictReader(io.StringIO(deel, newline="")))
    elif naam.endswith(".json"):
        inhoud = json.loads(deel)
        yield from _in_rijen(inhoud.get("rijen", []) if isinstance(inhoud, dict) else [])


def _afronding(bron: str, op: str) -> str:
    """The step that a number should be a multiple of: the one it is shown at, unless that is finer than its origin allows."""
    grens = _grens(unescape(bron))
    try:
        return op if Decimal(op) >= Decimal(repr(grens)) else f"{grens:g}"
    except InvalidOperation:
        return op


@lru_cache(maxsize=100_000)
def _grens(bron: str) -> float:
    """The finest step of a number of this origin: that of the unit of an indicator, of a share or a change where one is divided.

    Nought where no indicator is in it: what was entered or published stands as it is.
    """
    try:
        return _grens_van(lees_oorsprong(bron))
    except OnbekendeOorsprong:
        return 0.0


def _grens_van(oorsprong: Oorsprong) -> float:
    if v := oorsprong.verwijzing:
        return stap(register()[v.naam].eenheid) if v.soort == "indicator" and v.naam in register() else 0.0
    grens = max((_grens_van(deel) for deel in oorsprong.delen), default=0.0)
    if oorsprong.bewerking == "/":
        return min(grens, stap("aandeel"))
    is_verandering = oorsprong.bewerking == "-" and oorsprong.delen[0].bewerking == "/"
    return min(grens, STAP_VERANDERING) if is_verandering else grens


def _in_rijen(rijen: Iterable[Mapping[str, Any]]) -> Iterator[Waarneming]:
    """The outcomes in a table: of an indicator, in a unit."""
    for rij in rijen:
        op = f"{stap(rij['eenheid']):g}" if rij.get("eenheid") else ""
        van_model = _UITKOMST if op and rij.get("indicator") and not _GEEN_UITKOMST & rij.keys() else ()
        for kolom in (*van_model, *_AANDEEL):
            if rij.get(kolom) not in (None, ""):
                yield f"{kolom} van {rij.get('indicator', '')}", str(rij[kolom]), op if kolom in van_model else f"{stap('aandeel'):g}"


def _in_werkblad(rijen: Iterable[list[Any]]) -> Iterator[Waarneming]:
    """The numbers of a row behind its unit, below a head that names the unit."""
    kolom = None
    for rij in rijen:
        if "Eenheid" in rij:
            kolom = rij.index("Eenheid")
        elif kolom is not None and len(rij) > kolom and isinstance(rij[kolom], str):
            for cel in rij[kolom + 1 :]:
                if isinstance(cel, int | float):
                    yield f"de rij {rij[1]}", str(cel), f"{stap(rij[kolom]):g}"


def _is_veelvoud(getal: str, op: str) -> bool:
    """Whether a number is a multiple of a step; one that cannot be read is not."""
    try:
        return Decimal(getal) % Decimal(op) == 0
    except InvalidOperation:
        return False
