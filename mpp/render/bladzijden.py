"""Reading the chapter pages that Quarto made, in the form of our own chapters.

The structure is that of Quarto's Bootstrap HTML, versions 1.4 to 1.11.
"""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path, PurePosixPath

from lxml import html
from lxml.html import HtmlElement, builder

from mpp.render.boek import Boek, Hoofdstuk, is_label
from mpp.render.hoofdstuk import Gemaakt
from mpp.render.nabewerking import beeldnaam, binnen, koppen_van, lijsten, noem_noten, schuifbaar, tabelkoppen
from mpp.render.project import Project

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


def lees_boek(project: Project, uitvoer: Path) -> Boek:
    """The book from the pages Quarto put in `uitvoer`."""
    hoofdstukken = []
    for pad in project.bestanden:
        bron = PurePosixPath(pad).with_suffix(".html")
        hoofdstukken.append(Hoofdstuk(pad, _lees(html.fromstring((uitvoer / bron).read_bytes().decode()), uitvoer / bron)))
    return Boek(project.titel, project.ondertitel, tuple(hoofdstukken))


def _lees(bladzijde: HtmlElement, pad: Path) -> Gemaakt:
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
    for omhulsel in [*inhoud.find_class("cell"), *inhoud.find_class("cell-output")]:
        omhulsel.drop_tag()
    for element in inhoud.find_class("anchored"):
        element.classes.discard("anchored")
    for rij in inhoud.iter("tr"):
        rij.attrib.pop("class", None)
    for naam in ("data-anchor-id", "data-number"):
        for element in inhoud.xpath(f".//*[@{naam}]"):
            del element.attrib[naam]


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
    label = omhulsel.get("id")
    omhulsel.attrib.clear()
    omhulsel.set("id", label)
    tabel = figuur.find(".//table")
    if tabel is not None:
        bijschrift.tag = "caption"
        bijschrift.tail = None
        tabel.insert(0, bijschrift)
        tabel.set("class", "cijfers" if "cijfers" in tabel.get("class", "") else "tekst")
        figuur.find("div[@aria-describedby]").drop_tag()
        figuur.drop_tag()
        return
    figuur.attrib.clear()
    beeld = figuur.find(".//img")
    for oud in list(figuur):
        figuur.remove(oud)
    beeld.attrib.pop("class", None)
    beeld.tail = bijschrift.tail = None
    figuur.extend([beeld, bijschrift])
    figuur.set("id", label)
    omhulsel.drop_tag()


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
