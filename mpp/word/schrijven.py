"""The book as one Word document: cover, contents, chapters, notes, and the map of all of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from mpp.pdf.beeldpunten import als_png
from mpp.render.boek import Boek, Hoofdstuk
from mpp.render.nabewerking import Kop, ontleed
from mpp.word.alineas import Alineas
from mpp.word.blokken import Blokken
from mpp.word.kaart import Kaart
from mpp.word.onderdelen import DOCUMENT, KAART, NOTEN, eigenschappen, kopregel, nummering, pak_in, sectie, voetnoten, voetregel
from mpp.word.ooxml import Element, maak, uitschrijven
from mpp.word.stukken import Stuk
from mpp.word.tabellen import BREED

if TYPE_CHECKING:
    from mpp.render.omslag import Omslag

VOORAF: Final = (
    "Commentaar in dit document",
    "Zet een opmerking, of wijzig de tekst: wijzigingen bijhouden staat aan. Getallen en wat daaruit volgt zijn berekend en staan vast; "
    "bij een getal dat niet klopt hoort een opmerking, en die gaat naar de eigenaar van de parameters.",
)
"""What the cover tells whoever reviews."""
_OP_EEN_BLADZIJDE: Final = 2
"""So many chapters begin a page, and each appendix; the others follow on, as on paper."""
_VOORBLAD: Final = "editie:voorblad"


@dataclass(frozen=True)
class Voorblad:
    """What the document says of itself: title of the file, edition (id), version, hash of the parameters, lines of the cover, its day."""

    titel: str
    editie: str
    versie: str
    parameters: str
    colofon: Sequence[tuple[str, str]]
    toelichting: str
    dag: datetime.date


def docx(boek: Boek, omslag: Omslag, voorblad: Voorblad) -> bytes:
    """The whole book with its charts as a Word document; the same book gives the same bytes."""
    boek = boek.met_eigen_ids()
    alineas = Alineas()
    beelden = als_png({naam: svg for naam, svg in boek.beelden().items() if naam.endswith(".svg")})
    blokken = Blokken(alineas, beelden, lambda staand: sectie(staand=staand))
    inhoud = [*_omslag(boek, voorblad, alineas), *_inhoudsopgave(boek, alineas)]
    for nummer, hoofdstuk in enumerate(boek.hoofdstukken):
        boom, gemaakt, bijlage = ontleed(boek.html(hoofdstuk, _adres)), hoofdstuk.gemaakt, hoofdstuk.is_bijlage
        inhoud += blokken.hoofdstuk(boom, gemaakt.id, gemaakt.herkomst, bijlage=bijlage, nieuw=bijlage or nummer < _OP_EEN_BLADZIJDE)
    kaart = Kaart(voorblad.editie, voorblad.versie, voorblad.parameters, omslag.staat, tuple(alineas.kaart))
    noten = {nummer: blokken.noten[naam] for naam, nummer in alineas.regels.noten.items()}
    gegevens = {"editie": voorblad.editie, "versie": voorblad.versie, "parameters": voorblad.parameters}
    delen = {
        DOCUMENT: uitschrijven(maak("w:document", maak("w:body", *inhoud, sectie(eerste=False)))),
        NOTEN: voetnoten(noten),
        "word/numbering.xml": nummering(blokken.lijsten),
        "word/header1.xml": kopregel(omslag.editie, omslag.staat),
        "word/footer1.xml": voetregel(omslag.verklaring),
        **eigenschappen(voorblad.titel, omslag.editie, voorblad.dag, gegevens),
        KAART: kaart.schrijf(),
    }
    plaatjes = {id: (f"media/{id}.png", blokken.beelden[naam].png) for naam, id in blokken.relaties.items()}
    return pak_in(delen, plaatjes, alineas.regels.adressen, voorblad.dag)


def _adres(doel: Hoofdstuk, label: str) -> str:
    return "#" + (label or doel.gemaakt.id)


def _omslag(boek: Boek, voorblad: Voorblad, alineas: Alineas) -> Iterator[Element]:
    for regel, stijl in (("Rapportage", "Soort"), (boek.titel, "Title"), (boek.ondertitel, "Subtitle")):
        yield alineas.maak([_vast(regel)], stijl, "voorblad")
    kolommen = (1984, BREED - 1984)
    rijen = [
        maak("w:tr", _cel(alineas, term, "Voorbladterm", kolommen[0]), _cel(alineas, waarde, "Voorblad", kolommen[1]))
        for term, waarde in (*voorblad.colofon, ("", voorblad.toelichting))
    ]
    vorm = maak("w:tblPr", maak("w:tblStyle", val="MppVoorblad"), maak("w:tblW", w=BREED, type="dxa"), maak("w:tblLayout", type="fixed"))
    yield maak("w:tbl", vorm, maak("w:tblGrid", *(maak("w:gridCol", w=breed) for breed in kolommen)), *rijen)
    yield alineas.maak([_vast(VOORAF[0])], "Kadertitel", "voorblad")
    yield alineas.maak([_vast(VOORAF[1])], "Kader", "voorblad")


def _cel(alineas: Alineas, waarde: str, stijl: str, breed: int) -> Element:
    return maak("w:tc", maak("w:tcPr", maak("w:tcW", w=breed, type="dxa")), alineas.maak([_vast(waarde)], stijl, "voorblad"))


def _inhoudsopgave(boek: Boek, alineas: Alineas) -> Iterator[Element]:
    """The contents as a field that Word can make again; without pages, which only Word knows."""
    yield alineas.maak([_vast("Inhoud")], "Inhoudkop", "voorblad")
    regels = [(kop, h) for h in boek.hoofdstukken for kop in h.koppen if _in_inhoud(kop, h)]
    for nummer, (kop, hoofdstuk) in enumerate(regels):
        alinea = alineas.maak([_vast(_kopregel(kop, hoofdstuk), f"#{kop.id}")], f"TOC{kop.niveau}", "voorblad")
        if nummer == 0:
            for plaats, deel in enumerate(_veld_begin(), start=1):
                alinea.insert(plaats, deel)
        if nummer == len(regels) - 1:
            alinea.append(maak("w:r", maak("w:fldChar", fldCharType="end")))
        yield alinea


def _in_inhoud(kop: Kop, hoofdstuk: Hoofdstuk) -> bool:
    return kop.niveau == 1 or (kop.niveau == 2 and bool(kop.nummer) and not hoofdstuk.is_bijlage)


def _kopregel(kop: Kop, hoofdstuk: Hoofdstuk) -> str:
    titel = str(Markup(kop.titel).striptags())
    nummer = f"Bijlage\u00a0{kop.nummer} —" if hoofdstuk.is_bijlage and kop.niveau == 1 else kop.nummer
    return f"{nummer}\u00a0{titel}" if nummer else titel


def _veld_begin() -> Iterator[Element]:
    opdracht = maak("w:instrText")
    opdracht.text = ' TOC \\o "1-2" \\n \\h \\z '
    yield maak("w:r", maak("w:fldChar", fldCharType="begin"))
    yield maak("w:r", opdracht)
    yield maak("w:r", maak("w:fldChar", fldCharType="separate"))


def _vast(regel: str, doel: str = "") -> Stuk:
    return Stuk(regel, doel=doel, bron=_VOORBLAD)
