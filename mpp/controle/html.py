"""What an HTML page must hold, as a reader gets it: complete, on its own, and with computed numbers only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from mpp.controle.getallen import los_getypt
from mpp.controle.uitslag import Uitslag
from mpp.controle.verwacht import Verwacht
from mpp.herkomst.oorsprong import OnbekendeOorsprong, Verwijzing, lees_oorsprong
from mpp.problemen import probleem
from mpp.taal.beweringen import tegenspraken
from mpp.taal.zinnen import zinnen
from mpp.uitkomsten.register import Niveau, indicatoren, register
from mpp.varianten import MERK

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TOETS = "HTML"
_RESTANTEN = re.compile(r"\{python\}|\?(?:var|meta):\S+|\?@(?:fig|tbl|sec)-\S+|\{\{.*?\}\}|(?m:^\s*:::.*$)|#\| \w+:")
_BRON = {"img": "src", "script": "src", "iframe": "src", "source": "src", "object": "data", "link": "href"}
_TE_VOLGEN = ("http", "https", "mailto")
_CSS_NETWERK = re.compile(r"(?:@import\s+|url\()\s*[\"']?((?:https?:)?//[^\"')\s]+)")

Vondst = tuple[str, dict[str, Any]]


def toets(paginas: Mapping[str, str], verwacht: Verwacht, *, bestanden: Collection[str] = (), namen: Iterable[str] = ()) -> Uitslag:
    """Check all HTML pages of one document (path -> text).

    `bestanden` are the other files a page may link to or load, `namen` the names that may hold digits.
    """
    from lxml import html

    bomen = {pad: html.document_fromstring(tekst) for pad, tekst in paginas.items()}
    ids = {pad: [str(plek) for plek in boom.xpath("//@id")] for pad, boom in bomen.items()}
    namen = tuple(namen)
    problemen = []
    for pad, boom in bomen.items():
        vondsten = [
            *_gegevens(boom),
            *_restanten(boom),
            *_netwerk(boom),
            *_afbeeldingen(boom),
            *_koppen(boom),
            *_dubbel(ids[pad]),
            *_koppelingen(pad, boom, ids, bestanden),
            *_staat(boom, verwacht),
            *_getallen(boom, namen),
            *_tegenspraken(boom),
            *([] if verwacht.beleidscontrole else _varianten(boom)),
            *_niveaus(boom, verwacht.niveau),
        ]
        problemen += [probleem(code, bestand=pad, **gegevens) for code, gegevens in vondsten]
    return Uitslag(TOETS, tuple(problemen))


def _gegevens(boom: HtmlElement) -> Iterator[Vondst]:
    if not boom.get("lang"):
        yield "controle-html-gegevens", {"wat": "taal (lang)"}
    if not (boom.findtext(".//title") or "").strip():
        yield "controle-html-gegevens", {"wat": "titel (title)"}


def _restanten(boom: HtmlElement) -> Iterator[Vondst]:
    for element in boom.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            for tekst in (element.text, element.tail):
                for rest in _RESTANTEN.findall(tekst or ""):
                    yield "controle-html-restant", {"restant": rest.strip()}


def _netwerk(boom: HtmlElement) -> Iterator[Vondst]:
    for element in boom.iter(*_BRON):
        adres = element.get(_BRON[element.tag]) or ""
        if re.match(r"(?:https?:)?//", adres):
            yield "controle-html-netwerk", {"adres": adres}
    stijlen = [stijl.text or "" for stijl in boom.iter("style")] + [str(stijl) for stijl in boom.xpath("//@style")]
    for adres in _CSS_NETWERK.findall("\n".join(stijlen)):
        yield "controle-html-netwerk", {"adres": adres}


def _afbeeldingen(boom: HtmlElement) -> Iterator[Vondst]:
    for beeld in boom.iter("img"):
        if beeld.get("alt") is None or (beeld.get("alt") == "" and beeld.xpath("ancestor::figure")):
            yield "controle-html-alt", {"beeld": (beeld.get("src") or "")[:60]}


def _koppen(boom: HtmlElement) -> Iterator[Vondst]:
    vorige = 0
    for kop in next(boom.iter("main"), boom).iter("h1", "h2", "h3", "h4", "h5", "h6"):
        niveau = int(kop.tag[1])
        if niveau > vorige + 1:
            yield "controle-html-kopsprong", {"kop": _tekst(kop), "van": vorige, "naar": niveau}
        vorige = niveau


def _dubbel(ids: list[str]) -> Iterator[Vondst]:
    for naam in sorted({naam for naam in ids if ids.count(naam) > 1}):
        yield "controle-html-id-dubbel", {"id": naam}


def _koppelingen(pad: str, boom: HtmlElement, ids: Mapping[str, list[str]], bestanden: Collection[str]) -> Iterator[Vondst]:
    for verwijzing in boom.xpath("//a/@href | //link/@href | //img/@src | //script/@src"):
        delen = urlsplit(str(verwijzing))
        if delen.scheme and verwijzing.getparent().tag == "a" and delen.scheme not in _TE_VOLGEN:
            yield "controle-html-koppeling", {"doel": str(verwijzing)}
        if delen.scheme or delen.netloc:
            continue
        bestand = unquote(delen.path) + ("index.html" if delen.path.endswith("/") else "")
        doel = normpath(join(dirname(pad), bestand)) if bestand else pad
        bestaat = doel in ids or doel in bestanden
        if not bestaat or (delen.fragment and doel in ids and unquote(delen.fragment) not in ids[doel]):
            yield "controle-html-koppeling", {"doel": str(verwijzing)}


def _staat(boom: HtmlElement, verwacht: Verwacht) -> Iterator[Vondst]:
    kenmerken = " ".join(str(waarde) for waarde in boom.xpath("//body/@*"))
    tekst = f"{_tekst(boom.find('body'))} {kenmerken}"
    for regel in verwacht.regels:
        if regel not in tekst:
            yield "controle-html-staat", {"tekst": regel}


def _getallen(boom: HtmlElement, namen: tuple[str, ...]) -> Iterator[Vondst]:
    for tekst in boom.find_class("hoofdstuk") or boom.iter("main"):
        for getal, zin in los_getypt(tekst, namen):
            yield "controle-html-getal", {"getal": getal, "zin": zin}


def _tegenspraken(boom: HtmlElement) -> Iterator[Vondst]:
    for fout in tegenspraken(list(zinnen(boom))):
        yield "controle-html-tegenspraak", fout.gegevens


def _varianten(boom: HtmlElement) -> Iterator[Vondst]:
    for element, v in _verwijzingen(boom):
        if v.variant:
            yield "controle-variant-in-mpp", {"getal": _tekst(element), "variant": v.variant}


def _niveaus(boom: HtmlElement, niveau: Niveau) -> Iterator[Vondst]:
    for element, v in _verwijzingen(boom):
        for id in v.indicatoren:
            if id not in indicatoren(niveau):
                yield "controle-niveau", {"getal": _tekst(element), "id": id, "niveau": register()[id].niveau, "hier": niveau}


def _verwijzingen(boom: HtmlElement) -> Iterator[tuple[HtmlElement, Verwijzing]]:
    """Every name in the origins of the numbers on a page; an origin that cannot be read counts as one name."""
    for element in boom.xpath("//*[@data-bron]"):
        bron = element.get("data-bron")
        try:
            yield from ((element, verwijzing) for verwijzing in lees_oorsprong(bron).verwijzingen)
        except OnbekendeOorsprong:
            yield element, Verwijzing("", bron, "", bron if MERK in bron else "")


def _tekst(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
