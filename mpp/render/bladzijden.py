"""Reading the chapter pages that Quarto made, in the form of our own chapters.

The structure is that of Quarto's Bootstrap HTML, versions 1.4 to 1.11.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path, PurePosixPath

from lxml import html
from lxml.html import HtmlElement, builder

from mpp.problemen import Fout, probleem
from mpp.render.boek import Boek, Hoofdstuk, is_label
from mpp.render.hoofdstuk import Gemaakt
from mpp.render.nabewerking import beeldnaam, binnen, koppen_van, lijsten, noem_noten, schuifbaar, tabelkoppen

_WEG = ("script", "style", "nav", "button")
_WEG_KLASSEN = (
    "quarto-title-meta",
    "callout-icon-container",
    "screen-reader-only",
    "anchorjs-link",
    "hidden",
    "quarto-appendix-heading",
)
_KADERS = {f"callout-{soort}" for soort in ("note", "tip", "warning", "caution", "important")}
_BIJLAGE = re.compile(r"(Bijlage) (\S+ —) ")
_SPATIE_NA = re.compile(r"^((?:Hoofdstuk|Bijlage|Paragraaf|[A-Z]?[\d.]*\d))[\u00a0 ]+")
_DATA_URI = "data:image/svg+xml;base64,"


def met_bladzijden(boek: Boek, uitvoer: Path, paden: Collection[str]) -> Boek:
    """The same book, the chapters `paden` as Quarto made them in folder `uitvoer`. Raises Fout for a page of another form."""
    hoofdstukken = []
    for hoofdstuk in boek.hoofdstukken:
        if hoofdstuk.pad in paden:
            try:
                hoofdstuk = Hoofdstuk(hoofdstuk.pad, lees_bladzijde((uitvoer / hoofdstuk.pad).with_suffix(".html")))
            except (AttributeError, KeyError, StopIteration, TypeError, ValueError) as fout:
                waarover = f"{type(fout).__name__}: {fout}"
                raise Fout([probleem("quarto-bladzijde", bestand=hoofdstuk.pad, regel=1, waarover=waarover)]) from fout
        hoofdstukken.append(hoofdstuk)
    return replace(boek, hoofdstukken=tuple(hoofdstukken))


def lees_bladzijde(pad: Path) -> Gemaakt:
    """The chapter from the page Quarto made of it."""
    bladzijde = html.fromstring(pad.read_bytes().decode(), parser=html.HTMLParser(remove_comments=True))
    inhoud = bladzijde.get_element_by_id("quarto-document-content")
    for element in [*inhoud.iter(*_WEG), *(e for klasse in _WEG_KLASSEN for e in inhoud.find_class(klasse))]:
        element.drop_tree()
    _titel(inhoud)
    for nummer in [*inhoud.find_class("chapter-number"), *inhoud.find_class("header-section-number")]:
        nummer.set("class", "kopnummer")
        nummer.tail = "\u00a0" + (nummer.tail or "").lstrip()
    for omhulsel in inhoud.find_class("quarto-float"):
        if omhulsel.tag == "div" and is_label(omhulsel.get("id", "")):
            _float(omhulsel)
    _ontdoe(inhoud)
    for kader in inhoud.find_class("callout"):
        _kader(kader)
    _koppelingen(inhoud)
    tabelkoppen(inhoud)
    schuifbaar(inhoud)
    lijsten(inhoud)
    noem_noten(inhoud)
    koppen = tuple(koppen_van(_met_hoofdstuk(inhoud)))
    labels = {e.get("id"): "" for e in inhoud.xpath(".//*[@id]") if is_label(e.get("id"))}
    if is_label(koppen[0].id):
        labels[koppen[0].id] = ""
    beelden = _beelden(inhoud, pad)
    return Gemaakt(koppen[0].id, binnen(inhoud[0]), koppen, labels, beelden)


def _titel(inhoud: HtmlElement) -> None:
    """The title block becomes a plain heading with its number apart; on the first page it holds the book's title and goes."""
    blok = inhoud.get_element_by_id("title-block-header")
    deel = blok.getnext()
    if deel is not None and "level1" in deel.get("class", "").split():
        inhoud.set("data-id", deel.get("id"))
        deel.drop_tag()
        blok.drop_tree()
        return
    kop = blok.find(".//h1")
    kop.attrib.pop("class", None)
    label = next(iter(kop.find_class("quarto-section-identifier")), None)
    inhoud.set("data-id", label.get("id") if label is not None else "titel")
    for span in [*kop.find_class("quarto-section-identifier"), *kop.find_class("chapter-title")]:
        span.drop_tag()
    if bijlage := _BIJLAGE.match(kop.text or ""):
        nummer = builder.SPAN(f"{bijlage[1]}\u00a0{bijlage[2]}", {"class": "kopnummer"})
        nummer.tail = "\u00a0" + kop.text[bijlage.end() :]
        kop.text = None
        kop.insert(0, nummer)
    kop.tail = "\n"
    inhoud.replace(blok, kop)


def _ontdoe(inhoud: HtmlElement) -> None:
    """Drop the divs around output and the classes and attributes that only Quarto's own scripts and styles use."""
    geprint = [blok for uitvoer in inhoud.find_class("cell-output-stdout") for blok in uitvoer.iter("pre")]
    for omhulsel in [*inhoud.find_class("cell"), *inhoud.find_class("cell-output")]:
        omhulsel.drop_tag()
    for blok in geprint:
        blok.set("class", "cell-output")
    for klasse in ("anchored", "blockquote"):
        for element in inhoud.find_class(klasse):
            element.classes.discard(klasse)
    for omhulsel in inhoud.find_class("code-copy-outer-scaffold"):
        omhulsel.drop_tag()
    for blok in list(inhoud.find_class("sourceCode")):
        if blok.tag == "div":
            _codeblok(blok)
    for element in inhoud.iter("tr", "img"):
        element.attrib.pop("class", None)
    for einde in inhoud.xpath(".//div[starts-with(@style, 'page-break-after')]"):
        einde.attrib.clear()
        einde.set("class", "pagina-einde")
    for naam in ("data-anchor-id", "data-number"):
        for element in inhoud.xpath(f".//*[@{naam}]"):
            del element.attrib[naam]


def _codeblok(blok: HtmlElement) -> None:
    """Code that Quarto colours becomes plain text again."""
    code = builder.CODE(blok.text_content().strip("\n"))
    klassen = [k for k in blok.find("pre").classes if k not in ("sourceCode", "code-with-copy")]
    plat = builder.PRE(code, {"class": " ".join([*klassen, *(["cell-code"] if "cell-code" in blok.classes else [])])})
    plat.tail = blok.tail
    blok.getparent().replace(blok, plat)


def _met_hoofdstuk(inhoud: HtmlElement) -> HtmlElement:
    """`inhoud` with all it holds in one section, as pandoc makes of a chapter."""
    deel = builder.SECTION(*inhoud)
    deel.set("id", inhoud.attrib.pop("data-id"))
    inhoud.text = None
    inhoud.append(deel)
    return inhoud


def _float(omhulsel: HtmlElement) -> None:
    """Quarto's div > figure > div and figcaption becomes our figure, or a table with its caption."""
    figuur = omhulsel.find("figure")
    bijschrift = figuur.find("figcaption")
    bijschrift.attrib.clear()
    _zonder_randen(bijschrift)
    label, klasse = omhulsel.get("id"), "liggend" if "liggend" in omhulsel.classes else None
    omhulsel.attrib.clear()
    omhulsel.set("id", label)
    if klasse:
        omhulsel.set("class", klasse)
    tabel = figuur.find(".//table")
    if tabel is not None:
        bijschrift.tag = "caption"
        bijschrift.tail = None
        tabel.insert(0, bijschrift)
        klassen = [naam for naam in tabel.classes if naam in ("cijfers", "tekst")]
        for naam in ("class", "id"):  # up to 1.6 a table with a caption of its own has the label too
            tabel.attrib.pop(naam, None)
        if klassen:
            tabel.set("class", " ".join(klassen))
        figuur.find("div[@aria-describedby]").drop_tag()
        figuur.drop_tag()
        return
    for binnenin in [*figuur.findall(".//figure"), *(p for p in figuur.iter("p") if _alleen_beeld(p))]:
        binnenin.drop_tag()
    for omhulsel_van_cel in [d for d in figuur.iter("div") if not set(d.classes) - {"cell", "cell-output", "cell-output-display"}]:
        omhulsel_van_cel.drop_tag()
    figuur.text = None
    for kind in figuur:
        kind.tail = None
    figuur.attrib.clear()
    figuur.set("id", label)
    if klasse:
        figuur.set("class", klasse)
    omhulsel.drop_tag()


def _alleen_beeld(alinea: HtmlElement) -> bool:
    return [kind.tag for kind in alinea] == ["img"] and not alinea.text_content().strip()


def _zonder_randen(element: HtmlElement) -> None:
    """Drop the white space just inside an element."""
    element.text = (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip()
    else:
        element.text = element.text.rstrip()


def _kader(kader: HtmlElement) -> None:
    (soort,) = _KADERS & set(kader.get("class").split())
    kader.set("class", f"callout {soort}")
    kader.attrib.pop("title", None)
    kader.set("role", "note")
    kop = next(iter(kader.find_class("callout-header")))
    titel = next(iter(kader.find_class("callout-title-container")))
    titel.set("class", "callout-titel")
    kader.replace(kop, titel)
    for lijf in kader.find_class("callout-body-container"):
        lijf.drop_tag()


def _koppelingen(inhoud: HtmlElement) -> None:
    """References lose the page they point to (labels are unique in the book); links to a chapter get its source path."""
    for koppeling in inhoud.iter("a"):
        adres = koppeling.get("href", "")
        pagina, _, label = adres.partition("#")
        if "quarto-xref" in koppeling.get("class", ""):
            koppeling.set("class", "verwijzing")
            for span in koppeling.findall("span"):
                span.drop_tag()
            koppeling.text = _SPATIE_NA.sub("\\1\u00a0", koppeling.text.replace("\u00a0 ", "\u00a0"))
        if pagina and ":" not in adres and pagina.endswith(".html"):
            bron = os.path.normpath(pagina).removesuffix("html") + "qmd"
            koppeling.set("href", f"#{label}" if is_label(label) else f"{bron}#{label}" if label else bron)


def _beelden(inhoud: HtmlElement, pad: Path) -> dict[str, bytes]:
    """The images of the page, in files beside it or in the page itself, by the name that the chapter's HTML gets for them."""
    beelden = {}
    for img in inhoud.iter("img"):
        bron = img.get("src")
        if bron.startswith(_DATA_URI):
            beeld, achtervoegsel = base64.b64decode(bron.removeprefix(_DATA_URI)), ".svg"
        else:
            beeld, achtervoegsel = (pad.parent / bron).read_bytes(), PurePosixPath(bron).suffix
        naam = beeldnaam(beeld, achtervoegsel)
        beelden[naam] = beeld
        img.set("src", naam)
    return beelden
