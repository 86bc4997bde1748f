"""Numbers that follow from the structure of a document: of headings, captions, references, notes and the heads of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from mpp.controle.pakket.pagina import klassen
from mpp.herkomst.oorsprong import OnbekendeOorsprong, lees_oorsprong
from mpp.uitkomsten.register import register

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KOPPEN: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BIJSCHRIFT: Final = re.compile(r"(Figuur|Tabel)\s((?:[A-Z]|\d+)\.\d+|\d+):")
_JAAR: Final = re.compile(r"\s*(\d{4})(?: \(realisatie\))?\s*")
_SOORT: Final = {"sec": ("Hoofdstuk", "Paragraaf", "Bijlage", ""), "fig": ("Figuur", ""), "tbl": ("Tabel", "")}


@dataclass(frozen=True)
class Nummering:
    """The elements whose numbers are right by the structure of their document, and the heads of columns that are not."""

    goed: frozenset[HtmlElement]
    fout: frozenset[HtmlElement]


def nummering(bomen: Mapping[str, HtmlElement]) -> Nummering:
    """The numbering of the pages of one document (path -> tree, in the order of reading)."""
    goed: set[HtmlElement] = set()
    fout: set[HtmlElement] = set()
    nummers: dict[tuple[str, str], str] = {}
    titels: dict[tuple[str, str], str] = {}
    hoofdstuk = bijlage = 0
    for pad, boom in bomen.items():
        inhoud = next(iter(boom.find_class("hoofdstuk")), None)
        if inhoud is not None:
            kop = next((n for n in inhoud.iter("h1")), None)
            eigen = _kopnummer(kop) if kop is not None else ""
            if eigen.isdigit():
                hoofdstuk += 1
                verwacht = str(hoofdstuk)
            elif eigen:
                bijlage += 1
                verwacht = chr(ord("A") + bijlage - 1)
            else:
                verwacht = ""
            goed.update(_koppen(pad, inhoud, verwacht, nummers, titels))
            goed.update(_bijschriften(pad, inhoud, verwacht, nummers))
        goed.update(_noten(boom))
        for kop, klopt in _jaarkoppen(boom):
            (goed if klopt else fout).add(kop)
        goed.update(_rijkoppen(boom))
    for pad, boom in bomen.items():
        goed.update(_verwijzingen(pad, boom, nummers, titels))
    return Nummering(frozenset(goed), frozenset(fout))


def _kopnummer(kop: HtmlElement) -> str:
    tekst = " ".join("".join(n.text_content() for n in kop.find_class("kopnummer")).split())
    return tekst.removeprefix("Bijlage ").removesuffix(" —")


def _koppen(
    pad: str, inhoud: HtmlElement, verwacht: str, nummers: dict[tuple[str, str], str], titels: dict[tuple[str, str], str]
) -> Iterator[HtmlElement]:
    """The numbers of headings, each the next of its level."""
    stand: list[int] = []
    for kop in inhoud.iter(*_KOPPEN):
        niveau = int(kop.tag[1])
        gegeven = _kopnummer(kop)
        deel = next(iter(kop.iterancestors("section", "article")), None)
        if niveau == 1:
            nummer = verwacht
        else:
            if not gegeven:
                continue
            stand = stand[: niveau - 1] + [0] * (niveau - 1 - len(stand))
            stand[niveau - 2] += 1
            nummer = ".".join([verwacht, *map(str, stand[: niveau - 1])])
        if gegeven == nummer:
            yield from kop.find_class("kopnummer")
        id = (deel.get("id") if deel is not None else None) or kop.get("id") or ""
        titel = " ".join(kop.text_content().split())
        for sleutel in {(pad, id), *([(pad, "")] if niveau == 1 else [])}:
            nummers[sleutel], titels[sleutel] = nummer, titel


def _bijschriften(pad: str, inhoud: HtmlElement, hoofdstuk: str, nummers: dict[tuple[str, str], str]) -> Iterator[HtmlElement]:
    tellers = {"Figuur": 0, "Tabel": 0}
    for bijschrift in inhoud.iter("caption", "figcaption"):
        if treffer := _BIJSCHRIFT.match((bijschrift.text_content()).strip()):
            tellers[treffer[1]] += 1
            nummer = f"{hoofdstuk}.{tellers[treffer[1]]}" if hoofdstuk else str(tellers[treffer[1]])
            if treffer[2] == nummer:
                yield bijschrift
            for ouder in bijschrift.iterancestors():
                if (ouder.get("id") or "").startswith(("fig-", "tbl-")):
                    nummers[pad, ouder.get("id") or ""] = nummer
                    break


def _noten(boom: HtmlElement) -> Iterator[HtmlElement]:
    """Marks of notes that are the place of their note in its list, of which the number is drawn and not written."""
    lijsten = {id: nummer for lijst in boom.iter("ol") for nummer, li in enumerate(lijst.findall("li"), start=1) if (id := li.get("id"))}
    for noot in boom.find_class("footnote-ref"):
        doel = (noot.get("href") or "").removeprefix("#")
        if lijsten.get(doel) is not None and " ".join(noot.text_content().split()) == str(lijsten[doel]):
            yield noot


def _verwijzingen(
    pad: str, boom: HtmlElement, nummers: Mapping[tuple[str, str], str], titels: Mapping[tuple[str, str], str]
) -> Iterator[HtmlElement]:
    """References that say the number of what they lead to, and entries of lists that say its heading."""
    for koppeling in boom.iter("a"):
        delen = urlsplit(koppeling.get("href") or "")
        if delen.scheme or delen.netloc:
            continue
        doel = normpath(join(dirname(pad), unquote(delen.path))) if delen.path else pad
        sleutel = (doel, unquote(delen.fragment))
        nummer = nummers.get(sleutel)
        if nummer is None:
            continue
        tekst = " ".join(koppeling.text_content().split())
        if "verwijzing" in klassen(koppeling):
            if _zegt(tekst, nummer) or tekst == titels.get(sleutel):
                yield koppeling
        else:
            for teken in koppeling.find_class("kopnummer"):
                if _kopnummer(koppeling) == nummer:
                    yield teken
            if tekst in (titels.get(sleutel), f"Vorige: {titels.get(sleutel)}", f"Volgende: {titels.get(sleutel)}"):
                yield koppeling


def _zegt(tekst: str, nummer: str) -> bool:
    woorden = tekst.split()
    return bool(woorden) and woorden[-1].strip("()") == nummer and not any(teken.isdigit() for woord in woorden[:-1] for teken in woord)


def _jaarkoppen(boom: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """The heads of columns that are a year, and whether all numbers under it are of that year."""
    for tabel in boom.iter("table"):
        kolommen: dict[int, list[HtmlElement]] = {}
        goed: dict[HtmlElement, list[bool]] = {}
        for rij in _rooster(tabel):
            for kolom, cel in rij.items():
                if cel.tag == "th" and cel.getparent().getparent().tag == "thead":
                    kolommen.setdefault(kolom, []).append(cel)
                    continue
                for getal in cel.iter("data"):
                    for kop in kolommen.get(kolom, ()):
                        if jaar := _JAAR.fullmatch(kop.text_content()):
                            goed.setdefault(kop, []).append(jaar[1] in _jaren(getal))
        yield from ((kop, all(uitkomsten)) for kop, uitkomsten in goed.items())


def _rijkoppen(boom: HtmlElement) -> Iterator[HtmlElement]:
    """The heads of rows of one indicator that name it, and nothing more with a digit in it."""
    for kop in boom.iter("th"):
        if kop.get("scope") not in ("row", "rowgroup"):
            continue
        rij = kop.getparent()
        ids = {id for getal in rij.iter("data") for id in _indicatoren(getal)}
        if len(ids) == 1:
            i = register()[ids.pop()]
            tekst = " ".join("".join(kop.xpath("text()")).split())
            if tekst.startswith(i.naam) and re.fullmatch(r"[^\d]*", tekst.removeprefix(i.naam)):
                yield kop


def _indicatoren(getal: HtmlElement) -> Iterator[str]:
    try:
        for v in lees_oorsprong(getal.get("data-bron") or "").verwijzingen:
            yield from v.indicatoren[-1:]
    except OnbekendeOorsprong:
        return


def _jaren(getal: HtmlElement) -> list[str]:
    return re.findall(r"\b(\d{4})\b(?=[|\]-]|$)", f"{getal.get('data-bron')} {getal.get('data-sleutel') or ''}")


def _rooster(tabel: HtmlElement) -> Iterable[dict[int, HtmlElement]]:
    """Per row the cell in each column, those that reach down from above included."""
    van_boven: dict[int, tuple[HtmlElement, int]] = {}
    for rij in tabel.iter("tr"):
        cellen: dict[int, HtmlElement] = {kolom: cel for kolom, (cel, _) in van_boven.items()}
        nieuw: dict[int, tuple[HtmlElement, int]] = {k: (c, n - 1) for k, (c, n) in van_boven.items() if n > 1}
        kolom = 0
        for cel in rij:
            if cel.tag not in ("td", "th"):
                continue
            while kolom in van_boven:
                kolom += 1
            for _ in range(int(cel.get("colspan") or 1)):
                cellen[kolom] = cel
                if (hoog := int(cel.get("rowspan") or 1)) > 1:
                    nieuw[kolom] = (cel, hoog - 1)
                kolom += 1
        van_boven = nieuw
        yield {k: c for k, c in cellen.items() if c.getparent() is rij}
