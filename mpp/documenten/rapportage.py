"""The rapportage: the book as a PDF, as a website and as a Word document."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mpp.cellen import eis_cellen
from mpp.getal.akkoorden import op_omslag
from mpp.getal.vooraf import reken_vooraf
from mpp.problemen import Fout, Probleem
from mpp.render.boek import Boek, maak_boek
from mpp.render.druk import druk_html
from mpp.render.labels import gegeven
from mpp.render.omslag import omslag
from mpp.render.proza import controleer_project
from mpp.render.qmd import Qmd, lees_qmd
from mpp.render.site import maak_site
from mpp.render.vast import losse_einden
from mpp.render.vindplaats import vindplaats_in
from mpp.render.vorken import ernaast
from mpp.uitkomsten.kubus import Rij
from mpp.uitkomsten.register import niveau_van
from mpp.weergave.afronding import getoond, stap
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.pdf.meta import PdfMeta
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten
    from mpp.word.schrijven import Voorblad

BIJLAGE = "Alle uitkomsten per scenario en jaar"
"""What the attached file with the numbers is called."""


def rapportage(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The PDF, the Word document and every file of the website, by path. Raises Fout with every problem of the chapters.

    Only a concept uses chapters made before; a final rapportage is made afresh.
    """
    boek = gekeurd_boek(u, status)
    als_pdf, als_word = partial(pdf, boek, u, status), partial(word, boek, u, status)
    in_word, in_pdf = ernaast(als_word, als_pdf)
    return {"rapportage.pdf": in_pdf, "rapportage.docx": in_word, **website(boek, u, status)}


def rapportage_docx(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The Word document alone, for who is to review it."""
    return {"rapportage.docx": word(gekeurd_boek(u, status), u, status)}


def rapportage_html(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The website alone, for who is writing: a chapter that did not change is not made again."""
    return website(_boek(u, bewaard=True), u, status)


def gekeurd_boek(u: Uitkomsten, status: Status) -> Boek:
    """The book, or every problem of its prose and of its making together; only a concept uses chapters made before.

    Raises Fout too for a final one that could not be made again to the letter.
    """
    boek = _boek(u, bewaard=status.concept)
    if not status.concept and (los := losse_einden(boek, u.ps.wortel)):
        raise Fout(los)
    return boek


def _boek(u: Uitkomsten, bewaard: bool) -> Boek:
    problemen = controleer_project(u.ps.wortel)
    try:
        boek = maak_boek(u, bewaard=bewaard, vooraf=partial(reken_vooraf, u))
    except Fout as fout:
        raise Fout([*problemen, *fout.problemen]) from None
    if problemen:
        raise Fout(problemen)
    return boek


def website(boek: Boek, u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """Every file of the website under `rapportage/`."""
    return {f"rapportage/{pad}": inhoud for pad, inhoud in maak_site(boek, omslag(u, status)).items()}


def pdf(boek: Boek, u: Uitkomsten, status: Status) -> bytes:
    """The PDF of the whole book, with the numbers of the edition attached as CSV."""
    html = druk_html(boek, omslag(u, status), colofon(u, status), u.editie.verklaring)
    try:
        return maak_pdf_van(html, boek.titel, boek.beelden(), u, status)
    except Fout as fout:
        qmds = [lees_qmd(u.ps.wortel, hoofdstuk.pad) for hoofdstuk in boek.hoofdstukken]
        raise Fout(_op_zijn_regel(probleem, qmds) for probleem in fout.problemen) from None


def word(boek: Boek, u: Uitkomsten, status: Status) -> bytes:
    """The Word document of the whole book."""
    from mpp.word.schrijven import docx

    return docx(boek, omslag(u, status), voorblad(boek.titel, u, status))


def voorblad(titel: str, u: Uitkomsten, status: Status) -> Voorblad:
    """What the Word document of the book says of itself."""
    from mpp.word.schrijven import Voorblad

    return Voorblad(
        titel=f"{titel} – {status.naam(u.editie)}",
        editie=u.editie.id,
        versie=status.versie_van(u.editie),
        parameters=u.ps.hash,
        colofon=colofon(u, status),
        toelichting=u.editie.verklaring,
        dag=status.datum(u.editie),
    )


_AANGEHAALD = re.compile(r"'([^']+)'")


def _op_zijn_regel(probleem: Probleem, qmds: Sequence[Qmd]) -> Probleem:
    """The problem of the PDF with the line of the chapter that it is about, by what it names; as it is when no line fits."""
    gegevens = " ".join(str(waarde) for waarde in probleem.gegevens.values())
    gelabeld = (regel for qmd in qmds for label, regel in gegeven(qmd) if label == probleem.gegevens.get("tabel"))
    regel = next(gelabeld, None) or vindplaats_in(qmds, " ".join(_AANGEHAALD.findall(gegevens)) or gegevens)
    if probleem.bestand or regel is None:
        return probleem
    return replace(probleem, bestand=regel.bestand, regel=regel.nummer)


def maak_pdf_van(html: str, titel: str, bronnen: dict[str, bytes], u: Uitkomsten, status: Status) -> bytes:
    """The PDF of the merged book `html`, whichever engine made it; `bronnen` holds its images by path."""
    from mpp.pdf import Bijlage, maak_pdf

    cijfers = Bijlage(f"{status.versie_van(u.editie)}-uitkomsten.csv", cijfers_csv(u), "text/csv", BIJLAGE)
    return maak_pdf(html, bronnen=bronnen, meta=pdfmeta(titel, u, status), bijlagen=[cijfers])


def pdfmeta(titel: str, u: Uitkomsten, status: Status) -> PdfMeta:
    """What the PDF of the book says about itself."""
    from mpp.pdf.meta import PdfMeta

    editie = u.editie
    return PdfMeta(titel=f"{titel} – {status.naam(editie)}", onderwerp=status.titel(editie), auteur="mpp", datum=status.datum(editie))


def colofon(u: Uitkomsten, status: Status) -> list[tuple[str, str]]:
    """The lines on the cover: term and text."""
    return [
        ("Editie", status.titel(u.editie)),
        *([("Versie", status.versie)] if status.versie else []),
        ("Vastgesteld", datum(dag) if (dag := status.vastgesteld(u.editie)) else "nog niet"),
        ("Peildatum", datum(u.editie.peildatum)),
        ("Staat", omslag(u, status).staat),
        ("Akkoord", op_omslag(status.route, status.standen)),
        ("Parameters", u.ps.hash[:16]),
    ]


def cijfers_csv(u: Uitkomsten) -> bytes:
    """Every result that the edition may show, as CSV (UTF-8, comma, point): one row an indicator, scenario and year.

    The values are rounded as in the text. Raises Fout for each text that a spreadsheet would take for a formula.
    """
    rijen = list(u.rijen(niveau_van(u.editie.classificatie)))
    eis_cellen((kolom, cel) for rij in rijen for kolom, cel in rij._asdict().items())
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerow(Rij._fields)
    schrijver.writerows((rij._asdict() | {"waarde": getoond(rij.waarde, stap(rij.eenheid))}).values() for rij in rijen)
    return uit.getvalue().encode()
