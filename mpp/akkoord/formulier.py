"""The form on which an organisation says whether it agrees: a workbook in which only the answers can be filled in.

A second sheet, that a spreadsheet does not show, holds what the form was made of: edition, organisation, of each row what it
is about and the hash of its value, and all that must not be changed.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from mpp.parameters.akkoord import Soort
from mpp.werkboek import als_bestand, schrijf

if TYPE_CHECKING:
    from mpp.parameters.schema import Editie

BLAD, VERBORGEN, SCHEMA = "Akkoord", "mpp", 2
NAAM_IN, DATUM_IN = "B5", "B6"
"""The cells in which who fills it in says who that is, and when."""
KOPREGEL: Final = 8

Antwoord = Literal["besluit", "opmerking", "waarde", "laag", "hoog", "reden", "bron", "brondatum"]
PER_ONDERWERP: Final = frozenset[Antwoord]({"besluit", "opmerking"})
"""The answers that are given once, in the first row of a parameter or indicator; the others by row."""
GETALLEN: Final = frozenset[Antwoord]({"waarde", "laag", "hoog"})
Inhoud = str | float | None
"""What stands in a cell that cannot be changed; a text that begins with = is a formula where its column says so."""


@dataclass(frozen=True)
class Kolom:
    """A column: its head and width, and the answer that it holds; one with `formule` is computed."""

    naam: str
    breedte: float
    antwoord: Antwoord | None = None
    formule: str | None = None


_ANTWOORD: Final = (Kolom("Akkoord (ja of nee)", 12, "besluit"), Kolom("Opmerking", 36, "opmerking"))
KOLOMMEN: Final[Mapping[Soort, tuple[Kolom, ...]]] = {
    "invoer": (
        *(Kolom("Parameter", 46), Kolom("Naam in het model", 34), Kolom("Periode", 9), Kolom("Eenheid", 14)),
        *(Kolom("Waarde", 12), Kolom("Laag", 12), Kolom("Hoog", 12), Kolom("Vorige editie", 12)),
        Kolom("Verschil", 12, formule="=E{rij}-H{rij}"),
        *(Kolom("Bron of aanname", 60), Kolom("Soort", 13), Kolom("Kwaliteit", 10), Kolom("Impact", 10), Kolom("Stand", 22)),
        *_ANTWOORD,
        *(Kolom("Voorgestelde waarde", 13, "waarde"), Kolom("Voorgesteld laag", 13, "laag"), Kolom("Voorgesteld hoog", 13, "hoog")),
        *(Kolom("Reden van het voorstel", 36, "reden"), Kolom("Bron van het voorstel", 36, "bron")),
        Kolom("Datum van die bron (als 2023-01-31)", 16, "brondatum"),
    ),
    "uitkomsten": (
        *(Kolom("Uitkomst", 58), Kolom("Naam in het model", 34), Kolom("Jaar", 9), Kolom("Eenheid", 14)),
        *(Kolom("Medio", 12), Kolom("Minimum", 12), Kolom("Maximum", 12), Kolom("Vorige editie (medio)", 12)),
        Kolom("Verschil", 12, formule="=E{rij}-H{rij}"),
        Kolom("Stand", 22),
        *_ANTWOORD,
    ),
}
_WAARDEN: Final = frozenset({"E", "F", "G", "H", "I"})
_INKT, _VUL, _DICHT = "FF0B2F62", "FFFFF6DF", "FFF4F6F8"


@dataclass(frozen=True)
class Regel:
    """One row: a parameter in a period or an indicator in a year, with its cells up to the answers but for what is computed."""

    onderwerp: str
    periode: str
    hash: str
    eenheid: str
    cellen: Sequence[Inhoud]


@dataclass(frozen=True)
class Formulier:
    """What an organisation is asked to agree to."""

    editie: Editie
    soort: Soort
    partner: str
    regels: Sequence[Regel]

    @property
    def bestandsnaam(self) -> str:
        """What the file is called."""
        wie = "".join(teken for teken in self.partner.lower() if teken.isalnum())
        return f"akkoord-{self.editie.id}-{wie}-{self.soort}.xlsx"


def als_werkboek(f: Formulier) -> bytes:
    """The form as a workbook; the same form gives the same bytes."""
    from openpyxl import Workbook

    boek = Workbook()
    ws = boek.active
    ws.title = BLAD
    _kop(ws, f)
    _regels(ws, f)
    _beveilig(ws)
    verborgen = boek.create_sheet(VERBORGEN)
    verborgen.sheet_state = "veryHidden"
    verborgen.protection.sheet = True
    for nummer, rij in enumerate(_vastgelegd(ws, f), start=1):
        for kolom, tekst in enumerate(rij, start=1):
            schrijf(verborgen.cell(nummer, kolom), tekst)
    over = boek.properties
    over.title, over.subject, over.creator, over.language = str(ws["A1"].value), f.editie.titel, "mpp", "nl"
    return als_bestand(boek, f.editie.peildatum)


def controlesom(rijen: Sequence[Sequence[str]]) -> str:
    """The sum over the rows of the hidden sheet, by which it is known that nobody changed them."""
    return hashlib.sha256("\n".join("\t".join(rij) for rij in rijen).encode()).hexdigest()


def inhoud_van(cel: Any) -> str:
    """What stands in a cell, in words that are the same whichever spreadsheet wrote it; empty for nothing."""
    waarde = cel.value
    if waarde is None or waarde == "":
        return ""
    if cel.data_type == "f":
        return f"formule {waarde}"
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return f"getal {waarde:.12g}"
    return f"tekst {' '.join(str(waarde).split())}"


def _vastgelegd(ws: Any, f: Formulier) -> Iterator[tuple[str, ...]]:
    rijen: list[tuple[str, ...]] = [("schema", str(SCHEMA)), ("editie", f.editie.id), ("partner", f.partner), ("soort", f.soort)]
    rijen += [("rij", str(n), r.onderwerp, r.periode, r.hash) for n, r in enumerate(f.regels, start=KOPREGEL + 1)]
    rijen += [("cel", cel.coordinate, inhoud) for rij in ws.iter_rows() for cel in rij if (inhoud := inhoud_van(cel))]
    yield from rijen
    yield "som", controlesom(rijen)


def _kop(ws: Any, f: Formulier) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    waarop = {"invoer": "de invoer", "uitkomsten": "de uitkomsten"}[f.soort]
    voor = f" Graag voor {f.editie.akkoord_voor.isoformat()}." if f.editie.akkoord_voor else ""
    voorstel = " Een voorgestelde waarde heeft een reden en een bron met haar datum." if f.soort == "invoer" else ""
    regels = (
        f"Akkoord op {waarop}: {f.partner}",
        f"{f.editie.titel} · {f.editie.classificatie}",
        f"Vul de gele cellen in: uw naam, de datum en per regel ja of nee; wie nee zegt, geeft de reden als opmerking.{voorstel}{voor}",
        "Wat leeg blijft, blijft open. De andere cellen horen bij het formulier en kunnen niet worden gewijzigd.",
    )
    for nummer, tekst in enumerate(regels, start=1):
        schrijf(ws.cell(nummer, 1), tekst).font = Font(size=16 if nummer == 1 else 11, bold=nummer <= 2, color=_INKT)
    schrijf(ws["A5"], "Naam van wie dit invult")
    schrijf(ws["A6"], "Datum (als 2023-01-31)")
    _open(ws[NAAM_IN])
    _open(ws[DATUM_IN]).number_format = "yyyy-mm-dd"
    datum = DataValidation("date", operator="greaterThan", formula1=str((f.editie.peildatum - datetime.date(1899, 12, 30)).days - 366))
    datum.error, datum.showErrorMessage = "Vul een datum in, zoals 2023-01-31.", True
    datum.add(DATUM_IN)
    ws.add_data_validation(datum)


def _regels(ws: Any, f: Formulier) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    keuze, getal = DataValidation("list", formula1='"ja,nee"', allow_blank=True), DataValidation("decimal", allow_blank=True)
    keuze.error, getal.error = "Kies ja of nee.", "Vul een getal in."
    keuze.showErrorMessage = getal.showErrorMessage = True
    for nummer, kolom in enumerate(KOLOMMEN[f.soort], start=1):
        kop = schrijf(ws.cell(KOPREGEL, nummer), kolom.naam)
        kop.font, kop.alignment = Font(bold=True, color=_INKT), Alignment(wrap_text=True, vertical="top")
        ws.column_dimensions[get_column_letter(nummer)].width = kolom.breedte
    vorige = ""
    for rij, regel in enumerate(f.regels, start=KOPREGEL + 1):
        vast = iter(regel.cellen)
        for nummer, kolom in enumerate(KOLOMMEN[f.soort], start=1):
            cel = ws.cell(rij, nummer)
            if kolom.antwoord is None:
                _vast(cel, kolom.formule.format(rij=rij) if kolom.formule else next(vast), kolom, ws)
            elif kolom.antwoord not in PER_ONDERWERP or regel.onderwerp != vorige:
                _open(cel)
                if kolom.antwoord == "besluit":
                    keuze.add(cel)
                elif kolom.antwoord in GETALLEN:
                    getal.add(cel)
            if kolom.antwoord in GETALLEN or cel.column_letter in _WAARDEN:
                cel.number_format = "0.0##%" if regel.eenheid == "aandeel" else "General"
        vorige = regel.onderwerp
    for regels in (keuze, getal):
        ws.add_data_validation(regels)
    ws.freeze_panes = ws.cell(KOPREGEL + 1, 3)


def _vast(cel: Any, inhoud: Inhoud, kolom: Kolom, ws: Any) -> None:
    """A cell that cannot be changed; what is computed from the previous edition is not where that had no value."""
    from openpyxl.styles import Alignment, PatternFill

    cel.fill = PatternFill("solid", fgColor=_DICHT)
    if kolom.formule:
        cel.value = inhoud if ws.cell(cel.row, cel.column - 1).value is not None else None
    elif isinstance(inhoud, str):
        schrijf(cel, inhoud).alignment = Alignment(vertical="top")
    else:
        cel.value = inhoud


def _open(cel: Any) -> Any:
    """A cell to be filled in; gives the cell."""
    from openpyxl.styles import PatternFill, Protection

    cel.fill, cel.protection = PatternFill("solid", fgColor=_VUL), Protection(locked=False)
    return cel


def _beveilig(ws: Any) -> None:
    ws.protection.sheet = True
    ws.protection.formatColumns = ws.protection.formatRows = False
