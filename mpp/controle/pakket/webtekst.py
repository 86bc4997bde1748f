"""What the pages of a document say as one text, to hold its PDF against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from mpp.controle.pakket.beelden import Opschrift
from mpp.controle.pakket.drukwerk import Koptekst, Webtekst
from mpp.controle.pakket.tekens import getallen, glad, tekens

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MERK: Final = "\ue000"
"""Stands before a heading, so that its place is known once the text has been smoothed."""
_KOPPEN: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def webtekst(
    paden: Sequence[str], inhoud: Sequence[HtmlElement], grafieken: Sequence[Sequence[Opschrift]], *, inhoudsopgave: bool
) -> Webtekst:
    """The text of the elements `inhoud` in order, each the main part of the page at its path, with what paper makes of them."""
    tekst = glad(" ".join(stuk for element in inhoud for stuk in _stukken(element)))
    koppen = [kop for element in inhoud for kop in element.iter(*_KOPPEN)]
    plaatsen = [i for i, teken in enumerate(tekst) if teken == _MERK]
    woorden = iter(tekens(tekst))
    web = Webtekst(tekst, inhoudsopgave=inhoudsopgave)
    for kop, merk in zip(koppen, plaatsen, strict=True):
        eerste = next((w.plaats for w in woorden if w.plaats > merk), merk)
        web.koppen.append(Koptekst(int(kop.tag[1]), _nummer(kop), _titel(kop), eerste))
    web.grafieken = [[getal for opschrift in grafiek for getal in opschrift.getallen] for grafiek in grafieken]
    for element in inhoud:
        web.tabelkoppen += [reeks for kop in element.iter("thead") if (reeks := [t.tekst for t in getallen(" ".join(kop.itertext()))])]
        web.lijsten += [len(lijst.findall("li")) for lijst in element.iter("ol")]
        web.teksten |= {glad(beeld.get("alt") or "") for beeld in element.iter("img")}
        web.teksten |= {glad(naam) for a in element.iter("a") for naam in (a.text_content(), a.get("aria-label") or "")}
    for pad, element in zip(paden, inhoud, strict=True):
        for plaats, naam in _koppelingen(pad, element, dict(zip(paden, inhoud, strict=True))):
            web.namen.setdefault(plaats, set()).add(glad(naam))
    return web


def _koppelingen(pad: str, element: HtmlElement, paginas: Mapping[str, HtmlElement]) -> Iterator[tuple[str, str]]:
    """Every link within the document: the place it leads to, as paper may call that, and what the link is called."""
    for koppeling in element.iter("a"):
        adres = urlsplit(koppeling.get("href") or "")
        doel = normpath(join(dirname(pad), unquote(adres.path))) if adres.path else pad
        if adres.scheme or doel not in paginas:
            continue
        plaats = unquote(adres.fragment) or paginas[doel].get("id") or ""
        for naam in filter(None, (koppeling.text_content(), koppeling.get("aria-label"))):
            yield plaats, naam
            yield f"{PurePosixPath(doel).stem}-{plaats}", naam


def _stukken(element: HtmlElement) -> Iterator[str]:
    if element.tag in _KOPPEN:
        yield _MERK
    if isinstance(element.tag, str):
        yield element.text or ""
        for kind in element:
            yield from _stukken(kind)
            yield kind.tail or ""


def _nummer(kop: HtmlElement) -> str:
    tekst = glad("".join(deel.text_content() for deel in kop.find_class("kopnummer")))
    return tekst.removeprefix("Bijlage ").removesuffix(" —")


def _titel(kop: HtmlElement) -> str:
    nummer = glad("".join(deel.text_content() for deel in kop.find_class("kopnummer")))
    noten = "".join(deel.text_content() for deel in kop.find_class("footnote-ref"))
    return glad(kop.text_content()).removeprefix(nummer).removesuffix(noten).strip(" —")
