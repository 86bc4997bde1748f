"""What is made of the documents of an edition for those who adopt it: each under its number on the agenda, and all in one PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from mpp.documenten.agenda import Agenda, Bijlage, lees_agenda
from mpp.documenten.document import Document
from mpp.documenten.opmaak import Bladzijden, Opmaak
from mpp.getal.getal import Naam
from mpp.render.omslag import omslag

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "topberaad"
_SOORTEN: Final = (".pdf", ".xlsx")
"""The kinds of files that go along as an annex; pages for a browser do not."""
_BRON: Final = "agenda"
Bestanden = Mapping[str, bytes]


@dataclass(frozen=True)
class Regel:
    """One annex as the index has it: `adres` leads to it, `eerste` is the first of its pages in the PDF that has all."""

    bijlage: Bijlage
    adres: str
    bladen: Naam
    eerste: Naam


def van_document(document: Document, bestanden: Bestanden, status: Status) -> dict[str, bytes]:
    """The files of a document among those of a package, those in a folder left out, as they are named in this state."""
    stam = status.bestandsnaam(document.bestandsstam)
    return {pad: inhoud for pad, inhoud in bestanden.items() if pad.startswith(f"{stam}.")}


def topberaadmap(bestanden: Bestanden, u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The annexes under their numbers, with the number and the classification on every page, and the page that lists them.

    `bestanden` are the files of the package of the MPP. Raises Fout with every problem in the agenda, the texts and the layout.
    """
    from mpp.pdf.stempel import stempel

    agenda, stukken = lees_agenda(u.ps.wortel).voor(u, status), dict[str, bytes]()
    for bijlage in agenda.bijlagen:
        for pad, inhoud in van_document(bijlage.van, bestanden, status).items():
            if (soort := PurePosixPath(pad).suffix) in _SOORTEN:
                merk = [_merk(bijlage, status)] * _bladen(inhoud) if soort == ".pdf" else []
                stukken[_naam(bijlage, soort, status)] = stempel(inhoud, merk) if merk else inhoud
    regels = _regels(agenda, _pdfs(agenda, bestanden, status), status)
    return {**stukken, "index.html": _voorblad(agenda, regels, u, status).goed().web.encode()}


def topberaad_pdf(bestanden: Bestanden, u: Uitkomsten, status: Status) -> bytes:
    """Every annex in one PDF behind a table of contents, each page with its number, the classification and its place in the whole.

    Raises Fout with every problem in the agenda, the texts and the layout.
    """
    from mpp.pdf.samen import Deel, voeg_samen
    from mpp.pdf.stempel import stempel

    agenda = lees_agenda(u.ps.wortel).voor(u, status)
    pdfs = _pdfs(agenda, bestanden, status)
    voorblad = _inhoud(agenda, pdfs, u, status)
    delen = [
        Deel(pdf, f"{bijlage.merk[0].upper()}{bijlage.merk[1:]} – {bijlage.van.titel}", _anker(bijlage))
        for bijlage, pdf in zip(agenda.bijlagen, pdfs, strict=True)
    ]
    merken = [status.classificatie] * _bladen(voorblad)
    merken += [_merk(b, status) for b, pdf in zip(agenda.bijlagen, pdfs, strict=True) for _ in range(_bladen(pdf))]
    totaal = len(merken)
    return stempel(voeg_samen(voorblad, delen), [f"{merk} · blad {nr} van {totaal}" for nr, merk in enumerate(merken, 1)])


def _inhoud(agenda: Agenda, pdfs: list[bytes], u: Uitkomsten, status: Status) -> bytes:
    """The table of contents, laid out until the pages on which the annexes begin are those that it leaves them."""
    from mpp.pdf import maak_pdf

    bladen, gelegd = 0, 1
    while bladen != gelegd:
        bladen = gelegd
        blad = _voorblad(agenda, _regels(agenda, pdfs, status, na=bladen), u, status).goed()
        voorblad = maak_pdf(blad.druk, meta=blad.meta)
        gelegd = _bladen(voorblad)
    return voorblad


def _voorblad(agenda: Agenda, regels: tuple[Regel, ...], u: Uitkomsten, status: Status) -> Bladzijden:
    """The page that lists the annexes, on paper the first of the whole."""
    opmaak = Opmaak(u.ps.wortel, NAAM, NAAM)
    teksten = opmaak.teksten(u)
    titel = f"{agenda.vergadering} – {status.naam(u.editie)}"
    velden = {"tekst": teksten, "agenda": agenda, "regels": regels, "classificatie": status.classificatie}
    return opmaak.bladzijden(titel, omslag(u, status), teksten, **velden)


def _regels(agenda: Agenda, pdfs: list[bytes], status: Status, na: int = 0) -> tuple[Regel, ...]:
    """The annexes as files of their own, or in one PDF `na` so many pages of contents."""
    regels, eerste = [], na + 1
    for bijlage, pdf in zip(agenda.bijlagen, pdfs, strict=True):
        aantal = _bladen(pdf)
        adres = f"#{_anker(bijlage)}" if na else _naam(bijlage, ".pdf", status)
        regels.append(Regel(bijlage, adres, Naam(str(aantal), _BRON), Naam(str(eerste), _BRON)))
        eerste += aantal
    return tuple(regels)


def _pdfs(agenda: Agenda, bestanden: Bestanden, status: Status) -> list[bytes]:
    """The PDF of each annex, in order."""
    return [bestanden[status.bestandsnaam(f"{bijlage.van.bestandsstam}.pdf")] for bijlage in agenda.bijlagen]


def _bladen(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def _merk(bijlage: Bijlage, status: Status) -> str:
    return f"{bijlage.merk} · {status.classificatie}"


def _anker(bijlage: Bijlage) -> str:
    return f"ad-{bijlage.nummer}"


def _naam(bijlage: Bijlage, soort: str, status: Status) -> str:
    return status.bestandsnaam(f"bijlage-ad-{bijlage.nummer}-{bijlage.document}{soort}")
