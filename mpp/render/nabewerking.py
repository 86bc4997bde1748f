"""After pandoc: scope on table headers, names for footnote links, and the outline of a chapter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from lxml import html
from lxml.html import HtmlElement

_LIJSTSOORTEN = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


@dataclass(frozen=True)
class Kop:
    """A heading: its id, its level (1 is the chapter), its number ("2.1", "A" or "") and its title as HTML."""

    id: str
    niveau: int
    nummer: str
    titel: str


def ontleed(fragment: str) -> HtmlElement:
    """The tree of an HTML fragment, under one div."""
    return html.fragment_fromstring(fragment, create_parent="div")


def binnen(element: HtmlElement) -> str:
    """The HTML inside an element."""
    return escape(element.text or "", quote=False) + "".join(html.tostring(kind, encoding="unicode") for kind in element)


def beeldnaam(inhoud: bytes, achtervoegsel: str) -> str:
    """The file name of an image, which follows from its content."""
    return f"beelden/{hashlib.sha256(inhoud).hexdigest()[:16]}{achtervoegsel.lower()}"


def zonder_herkomst(fragment: str) -> str:
    """The HTML without the elements that carry the origin of numbers and names: on paper they only cost time."""
    boom = ontleed(fragment)
    for element in boom.xpath(".//data | .//span[contains(@class, 'naam')][not(@id)]"):
        element.drop_tag()
    return binnen(boom)


def tabelkoppen(boom: HtmlElement) -> None:
    """Say of every table header whether it heads a column or a row; an empty one heads nothing.

    Widths of tables are for the style sheet.
    """
    for tabel in boom.iter("table"):
        tabel.attrib.pop("style", None)
    for cel in boom.iter("th"):
        cel.set("scope", "col" if next(cel.iterancestors("thead"), None) is not None else "row")
    for cel in boom.xpath(".//thead//th[not(normalize-space())]"):
        cel.tag = "td"
        del cel.attrib["scope"]
    for cel in boom.xpath(".//table[contains(@class, 'cijfers')]//*[self::td or self::th[@scope='col']]"):
        if "right" not in cel.attrib.pop("style", ""):
            cel.set("class", "woorden")


def schuifbaar(boom: HtmlElement) -> None:
    """Let the keyboard reach every table: on a narrow screen it scrolls sideways."""
    for blok in boom.xpath(".//div[starts-with(@id, 'tbl-')][.//caption]"):
        nummer = blok.find(".//caption").text_content().partition(":")[0]
        blok.attrib.update({"tabindex": "0", "role": "group", "aria-label": nummer})


def lijsten(boom: HtmlElement) -> None:
    """Write the first number and the kind of number of a list as style too: on paper the attributes say nothing."""
    for lijst in boom.iter("ol"):
        regels = []
        if (begin := int(lijst.get("start", "1"))) != 1:
            regels.append(f"counter-reset: list-item {begin - 1}")
        if soort := _LIJSTSOORTEN.get(lijst.get("type", "1")):
            regels.append(f"list-style-type: {soort}")
        if regels:
            lijst.set("style", "; ".join(regels))


def noem_noten(boom: HtmlElement) -> None:
    """Give the notes of a chapter, and the links to and from them, names that can be read aloud."""
    for noten in boom.xpath(".//section[@id='footnotes']"):
        noten.set("aria-label", "Noten bij dit hoofdstuk")
        for lijn in noten.findall("hr"):
            noten.remove(lijn)
    for nummer, terug in enumerate(boom.xpath(".//a[contains(@class, 'footnote-back')]"), start=1):
        terug.set("aria-label", f"Terug naar de tekst bij noot {nummer}")
    for noot in boom.xpath(".//a[contains(@class, 'footnote-ref')]"):
        noot.set("aria-label", f"Noot {noot.text_content()}")


def neem_aanduidingen(boom: HtmlElement) -> dict[str, str]:
    """How others refer to each label ("Figuur 1.2"), taken out of the tree where the filters left it."""
    aanduidingen = {}
    for element in boom.xpath(".//*[@data-aanduiding]"):
        aanduiding = element.attrib.pop("data-aanduiding")
        if label := element.get("id"):
            aanduidingen[label] = aanduiding
    return aanduidingen


def koppen_van(boom: HtmlElement) -> Iterator[Kop]:
    """The headings of a chapter, in order."""
    for deel in boom.iter("section"):
        kop = next((kind for kind in deel if kind.tag in ("h1", "h2", "h3", "h4", "h5", "h6")), None)
        if kop is None:
            continue
        titel = html.fragment_fromstring(binnen(kop), create_parent="span")
        nummer = "".join(n.text_content() for n in titel.find_class("kopnummer"))
        nummer = nummer.removeprefix("Bijlage\u00a0").removesuffix(" —")
        for element in [*titel.find_class("kopnummer"), *titel.find_class("footnote-ref")]:
            element.drop_tree()
        yield Kop(deel.get("id"), int(kop.tag[1]), nummer, binnen(titel).strip("\u00a0 "))
