"""Changes in one place of a PDF: in what a page shows, in what the file says beside it, and things that no PDF of ours has.

The places are found by pikepdf, and what a reader sees there by pdfium.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2

from tests.controle.pakket.ingrepen import Uit, ander_teken

_HEX = re.compile(rb"<([0-9a-fA-F]+)>")
_ZONDER_LEZER = frozenset(
    {"/ID", "/Headers", "/Registry", "/Ordering", "/FontFamily", "/CheckSum", "/OutputConditionIdentifier", "/Info", "/Names", "/Dest"}
)
"""Keys of texts in a PDF that nobody gets to read: names of places, of cells and of letters."""


def _bewaar(pdf: pikepdf.Pdf) -> bytes:
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def _gezien(inhoud: bytes, nr: int) -> str:
    """What pdfium reads on a page."""
    document = pypdfium2.PdfDocument(inhoud)
    tekst: str = document[nr].get_textpage().get_text_range()
    return tekst


def teken(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter, digit or sign on a page becomes another that the page has, so that pdfium reads something else there."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        nr = kans.randrange(len(pdf.pages))
        stroom = pdf.pages[nr].Contents.read_bytes()
        letter, per_letter = "", dict[str, list[tuple[int, bytes]]]()
        hexen = iter(_HEX.finditer(stroom))
        for operanden, opdracht in pikepdf.parse_content_stream(pdf.pages[nr]):
            if str(opdracht) == "Tf":
                letter = str(operanden[0])
            elif str(opdracht) == "TJ":
                for stuk in operanden[0]:
                    if isinstance(stuk, pikepdf.String) and len(bytes(stuk)):
                        plek = next(hexen)
                        codes = [(plek.start(1) + i, plek[1][i : i + 4]) for i in range(0, len(plek[1]), 4)]
                        per_letter.setdefault(letter, []).extend(codes)
        plekken = [(naam, *plek) for naam, codes in per_letter.items() for plek in codes]
        voor = _gezien(inhoud, nr)
        for _ in range(20):
            naam, plaats, code = kans.choice(plekken)
            nieuw = kans.choice([ander for _, ander in per_letter[naam]])
            pdf.pages[nr].Contents = pdf.make_stream(stroom[:plaats] + nieuw + stroom[plaats + 4 :])
            if "".join(_gezien(uit := _bewaar(pdf), nr).split()) != "".join(voor.split()):
                return uit, f"pagina {nr + 1}: glyph {code.decode()} -> {nieuw.decode()}"
    return None


def _reeksen(ding: pikepdf.Object, pad: str = "") -> Iterator[tuple[pikepdf.Object, str | int, str]]:
    """Every text in an object, with what holds it and its key."""
    paren = (
        ding.items()
        if isinstance(ding, pikepdf.Dictionary | pikepdf.Stream)
        else enumerate(ding)
        if isinstance(ding, pikepdf.Array)
        else ()
    )
    for sleutel, waarde in list(paren):
        naam = sleutel if isinstance(sleutel, str) else pad
        if isinstance(waarde, pikepdf.String):
            yield ding, sleutel, naam
        elif isinstance(waarde, pikepdf.Object) and not waarde.is_indirect:
            yield from _reeksen(waarde, naam)


def gegeven(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter in a text of a PDF beside its pages becomes another: a title, a bookmark, an alternative text, a date."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        plekken = [plek for ding in pdf.objects for plek in _reeksen(ding) if plek[2] not in _ZONDER_LEZER and str(plek[0][plek[1]])]
        if kans.random() < 0.1:
            xmp = pdf.Root.Metadata.read_bytes().decode()
            plaatsen = [m.start(1) + i for m in re.finditer(r">([^<>]*\w[^<>]*)<", xmp) for i, c in enumerate(m[1]) if c.isalnum()]
            i = kans.choice(plaatsen)
            nieuw = xmp[:i] + ander_teken(xmp[i], kans) + xmp[i + 1 :]
            pdf.Root.Metadata.write(nieuw.encode())
            return _bewaar(pdf), f"XMP {xmp[i - 20 : i + 5]!r} -> {nieuw[i - 20 : i + 5]!r}"
        ding, sleutel, naam = kans.choice(plekken)
        oud = str(ding[sleutel])
        i = kans.choice([i for i, c in enumerate(oud) if not c.isspace()])
        tekst = oud[:i] + ander_teken(oud[i], kans) + oud[i + 1 :]
        ding[sleutel] = pikepdf.String(tekst)
        return _bewaar(pdf), f"{naam}: {oud[:60]!r} -> {tekst[:60]!r}"


def letter() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)


def vorm(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    blad = pdf.make_stream(b"BT /F 20 Tf 2 5 Td (99.999) Tj ET")
    blad.Type, blad.Subtype, blad.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 200, 40]
    blad.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=letter()))
    return blad


def erbij(inhoud: bytes, kans: random.Random) -> Uit:
    """Something is put on a page or in the file that no PDF of ours has, or a page goes, comes twice or moves."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        nr = kans.randrange(len(pdf.pages))
        pagina = pdf.pages[nr]
        stroom = pagina.Contents.read_bytes()
        wat = kans.choice(["letters", "vorm", "stempel", "vervangtekst", "vervangend merk", "paginanaam", "dubbel", "weg", "verf"])
        if wat == "letters":
            pagina.Resources.Font["/Zz"] = letter()
            pagina.Contents = pdf.make_stream(stroom + b"\nq BT /Zz 30 Tf 100 400 Td (99.999 zaken) Tj ET Q\n")
        elif wat == "vorm":
            pagina.Resources.XObject["/Zx"] = vorm(pdf)
            pagina.Contents = pdf.make_stream(stroom + b"\nq /Zx Do Q\n")
        elif wat == "stempel":
            soort = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[100, 400, 300, 440], F=4)
            soort.AP = pikepdf.Dictionary(N=vorm(pdf))
            pagina.obj["/Annots"] = pikepdf.Array([*pagina.obj.get("/Annots", []), pdf.make_indirect(soort)])
        elif wat == "vervangtekst":
            element = kans.choice([d for d in pdf.objects if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/StructElem"])
            element["/ActualText"] = pikepdf.String("99.999 zaken")
        elif wat == "vervangend merk":
            pagina.Contents = pdf.make_stream(
                stroom.replace(b"BT\n", b"/Span <</ActualText (99.999)>> BDC\nBT\n", 1).replace(b"ET\n", b"ET\nEMC\n", 1)
            )
        elif wat == "paginanaam":
            pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=40)])
        elif wat == "dubbel":
            pdf.pages.append(pagina)
        elif wat == "verf":
            figuur = stroom.find(b"/Figure")
            lijnen = [m for m in re.finditer(rb"(?m)^[\d.]+ [\d.]+ l$", stroom) if 0 <= figuur < m.start()]
            if not lijnen:
                return None
            plek = kans.choice(lijnen).start()
            pagina.Contents = pdf.make_stream(stroom[:plek] + b"1" + stroom[plek:])
        else:
            del pdf.pages[nr]
        return _bewaar(pdf), f"pagina {nr + 1}: {wat}"
