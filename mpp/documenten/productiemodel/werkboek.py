"""The document as a workbook: a worksheet per domain with its numbers, and one that explains them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from mpp.documenten.productiemodel.bladen import SOORTEN, Blad
from mpp.getal.totalen import AFRONDING
from mpp.uitkomsten.register import OPENBAAR
from mpp.weergave.afronding import getoond, stap
from mpp.weergave.opmaak import datum
from mpp.werkboek import als_bestand, schrijf

if TYPE_CHECKING:
    from mpp.glossarium import Glossarium
    from mpp.render.omslag import Omslag
    from mpp.uitkomsten import Uitkomsten

KOPREGEL: Final = 5
"""The row with the names of the columns; above it what the sheet is, below it the rows."""

WOORDEN: Final[Mapping[str, float]] = {"Organisatie": 13, "Indicator": 58, "Eenheid": 17, "Soort": 12}
"""The columns before the numbers, with their widths."""

TOELICHTING: Final = "Toelichting"
_TOEGELICHT: Final[Mapping[str, float]] = {
    "Naam": 58, "Omschrijving": 100, "Eenheid": 17, "Soort": 12, "Organisatie": 13, "Domein": 10, "Kenmerk": 34,
}  # fmt: skip
_GETAL: Final = 11.5
_INKT, _GRIJS, _VLAK = "FF0B2F62", "FF565E68", "FFF4F6F8"
_ONAFGEROND: Final = "De cellen bevatten de onafgeronde waarden van het rekenmodel en tonen ze afgerond."
_AFGEROND: Final = "De cellen bevatten de afgeronde waarden die ook in de documenten staan."


def werkboek(u: Uitkomsten, bladen: Sequence[Blad], omslag: Omslag, glossarium: Glossarium) -> bytes:
    """The workbook; the same results give the same bytes.

    Of a public edition the cells hold the values rounded as in the documents, else those of the model, shown rounded.
    """
    from openpyxl import Workbook

    boek = Workbook()
    boek.remove(boek.active)
    for blad in bladen:
        _domeinblad(boek.create_sheet(blad.titel), blad, u, omslag)
    uitleg = {b.term: b.uitleg for b in glossarium.begrippen}
    scenarios = {naam: uitleg[naam] for naam in u.scenarios}
    _toelichting(boek.create_sheet(TOELICHTING), bladen, scenarios, u, omslag)
    over = boek.properties
    over.title, over.subject, over.creator, over.language = f"Productiemodel – {omslag.naam}", omslag.editie, "mpp", "nl"
    return als_bestand(boek, omslag.dag)


def _domeinblad(ws: Any, blad: Blad, u: Uitkomsten, omslag: Omslag) -> None:
    from openpyxl.styles import Alignment, PatternFill

    getalkolommen = [f"{scenario} {jaar}" for scenario in u.scenarios for jaar in u.jaren]
    openbaar = u.editie.classificatie == OPENBAAR
    waarden = _AFGEROND if openbaar else _ONAFGEROND
    _kop(ws, blad.titel, omslag, f"{waarden} Wat elke indicator telt, staat op het blad {TOELICHTING}.", "" if blad.sluit else AFRONDING)
    rijen = [(partner.naam, rij) for partner in blad.partners for rij in partner.rijen]
    _tabel(ws, {**WOORDEN, **dict.fromkeys(getalkolommen, _GETAL)}, len(rijen), rechts=len(WOORDEN))
    for nummer, (partner, rij) in enumerate(rijen, start=KOPREGEL + 1):
        for kolom, tekst in enumerate((partner, rij.indicator.naam, rij.indicator.eenheid, rij.soort), start=1):
            schrijf(ws.cell(nummer, kolom), tekst)
        ws.cell(nummer, 2).alignment = Alignment(indent=int(rij.deel))
        for kolom, getal in enumerate(rij.getallen, start=len(WOORDEN) + 1):
            cel = ws.cell(nummer, kolom, getoond(getal.waarde, getal.op) if openbaar else repr(getal.waarde))
            cel.data_type = "n"  # as text it keeps all digits; of a float openpyxl writes one too few
            cel.number_format = getalnotatie(getal.eenheid)
            if getalkolommen[kolom - len(WOORDEN) - 1].startswith("medio"):
                cel.fill = PatternFill("solid", fgColor=_VLAK)
    ws.freeze_panes = ws.cell(KOPREGEL + 1, 3)


def getalnotatie(eenheid: str) -> str:
    """How the workbook shows a number of this unit: with as many decimals as in the other documents, a share in percents."""
    op = stap(eenheid)
    return "0%" if eenheid == "aandeel" else "#,##0" if op >= 1 else "#,##0.0"


def _toelichting(ws: Any, bladen: Iterable[Blad], scenarios: Mapping[str, str], u: Uitkomsten, omslag: Omslag) -> None:
    """What the scenarios are and what each indicator counts."""
    from openpyxl.styles import Alignment

    stand = f"De prognose geeft de stand van {datum(u.editie.peildatum)} weer en is geen opdracht."
    _kop(ws, TOELICHTING, omslag, stand, u.editie.verklaring)
    rijen: list[tuple[str | None, ...]] = [(naam, uitleg, None, "scenario", None, None, naam) for naam, uitleg in scenarios.items()]
    for blad in bladen:
        for i in (rij.indicator for rij in blad.rijen):
            rijen.append((i.naam, i.definitie, i.eenheid, SOORTEN[i.soort], i.organisatie, i.domein, i.id))
    _tabel(ws, _TOEGELICHT, len(rijen))
    for nummer, rij in enumerate(rijen, start=KOPREGEL + 1):
        for kolom, tekst in enumerate(rij, start=1):
            schrijf(ws.cell(nummer, kolom), tekst).alignment = Alignment(vertical="top", wrap_text=kolom == 2)
    ws.freeze_panes = ws.cell(KOPREGEL + 1, 2)


def _in_kop(tekst: str) -> str:
    """A text in the head or foot of a printed page, where & begins a code."""
    return tekst.replace("&", "&&")


def _kop(ws: Any, titel: str, omslag: Omslag, *regels: str) -> None:
    """The rows above the table, and the same at the head and foot of every printed page."""
    from openpyxl.styles import Font

    schrijf(ws["A1"], titel).font = Font(size=16, bold=True, color=_INKT)
    schrijf(ws["A2"], omslag.regel).font = Font(bold=True)
    schrijf(ws["A3"], " ".join(filter(None, regels))).font = Font(color=_GRIJS)
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", ws.PAPERSIZE_A3
    ws.page_setup.fitToHeight, ws.sheet_properties.pageSetUpPr.fitToPage = 0, True
    ws.print_title_rows = f"{KOPREGEL}:{KOPREGEL}"
    ws.oddHeader.left.text, ws.oddHeader.right.text = _in_kop(omslag.editie), _in_kop(omslag.staat)
    ws.oddFooter.left.text, ws.oddFooter.right.text = _in_kop(omslag.verklaring), "pagina &P van &N"


def _tabel(ws: Any, breedten: Mapping[str, float], aantal: int, rechts: int | None = None) -> None:
    """The columns with their names in one row, as a table of so many rows; those after `rechts` hold numbers."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table

    for kolom, (naam, breedte) in enumerate(breedten.items(), start=1):
        cel = schrijf(ws.cell(KOPREGEL, kolom), naam)
        cel.font, cel.border = Font(bold=True, color=_INKT), Border(bottom=Side("thin", color=_INKT))
        cel.alignment = Alignment(horizontal="right" if rechts is not None and kolom > rechts else "left", wrap_text=True)
        ws.column_dimensions[get_column_letter(kolom)].width = breedte
    bereik = f"A{KOPREGEL}:{get_column_letter(len(breedten))}{KOPREGEL + aantal}"
    ws.add_table(Table(displayName=ws.title.replace(" ", "_"), ref=bereik))
