"""The running text of an element of a page as pieces: text with its form, and what in it is computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml.html import HtmlElement

from mpp.render.bronregels import IN_DE_REGEL
from mpp.word.kaart import TEKEN, Deel

_VORM: Final = {
    **{"em": "cursief", "i": "cursief", "strong": "vet", "b": "vet"},
    **{"sup": "hoog", "sub": "laag", "code": "code", "u": "onderstreept"},
}
_WIT: Final = re.compile(r"[ \t\r\n]+")
_BIJSCHRIFT: Final = re.compile(r"(?:Figuur|Tabel)\u00a0[\w.]+:")


@dataclass(frozen=True)
class Stuk:
    """A piece of running text: its form, where a link of it leads, what it rests on, its language; `noot` is the id of a note."""

    tekst: str
    vorm: frozenset[str] = frozenset()
    doel: str = ""
    bron: str = ""
    sleutel: str = ""
    taal: str = ""
    noot: str = ""
    vast: bool = False

    @property
    def deel(self) -> Deel:
        """What the map says of it."""
        return Deel(self.tekst, self.bron, self.sleutel)


def stukken(element: HtmlElement) -> list[Stuk]:
    """The running text that an element holds itself, white space as a reader sees it."""
    return _glad(_met_nummer(element.tag, _binnen(element, Stuk(""))))


def delen(rij: Iterable[Stuk]) -> tuple[Deel, ...]:
    """What the map says of pieces in a row: text that only differs in form is one."""
    uit: list[Deel] = []
    for deel in (stuk.deel for stuk in rij):
        if uit and not deel.bron and not uit[-1].bron:
            uit[-1] = Deel(uit[-1].tekst + deel.tekst)
        elif deel.tekst:
            uit.append(deel)
    return tuple(uit)


def _binnen(element: HtmlElement, als: Stuk) -> Iterator[Stuk]:
    if element.text:
        yield replace(als, tekst=element.text)
    for kind in element:
        if kind.tag not in IN_DE_REGEL:
            return
        yield from _kind(kind, als)
        if kind.tail:
            yield replace(als, tekst=kind.tail)


def _kind(kind: HtmlElement, als: Stuk) -> Iterator[Stuk]:
    klassen = kind.get("class", "").split()
    if "footnote-back" in klassen:
        return
    if "footnote-ref" in klassen:
        naam = kind.get("href", "").lstrip("#")
        yield replace(als, tekst=TEKEN, noot=naam, bron=f"noot:{naam}", vast=False)
    elif kind.tag == "br":
        yield replace(als, tekst="\n")
    elif "kopnummer" in klassen:
        yield Stuk(kind.text_content(), frozenset({"kopnummer"}), bron="nummer")
    elif "getal" in klassen or "naam" in klassen:
        bron, sleutel = kind.get("data-bron", ""), kind.get("data-sleutel", "")
        yield replace(als, tekst=kind.text_content(), bron=bron or "onbekend", sleutel=sleutel, vast=True)
    elif kind.tag == "a":
        doel = kind.get("href", "")
        verwijzing = f"verwijzing:{doel.lstrip('#')}" if "verwijzing" in klassen else ""
        if verwijzing:
            yield replace(als, tekst=kind.text_content(), doel=doel, bron=verwijzing)
        else:
            yield from _binnen(kind, replace(als, doel=doel))
    else:
        vorm = als.vorm | ({_VORM[kind.tag]} if kind.tag in _VORM else frozenset())
        yield from _binnen(kind, replace(als, vorm=vorm, taal=kind.get("lang", als.taal)))


def _met_nummer(tag: str, rij: Iterable[Stuk]) -> Iterator[Stuk]:
    """The pieces, the number of a caption apart: it follows from the order."""
    for nummer, stuk in enumerate(rij):
        if nummer == 0 and tag in ("caption", "figcaption") and (m := _BIJSCHRIFT.match(stuk.tekst)):
            yield replace(stuk, tekst=m[0], bron="nummer")
            stuk = replace(stuk, tekst=stuk.tekst[m.end() :])
        yield stuk


def _glad(rij: Iterable[Stuk]) -> list[Stuk]:
    """White space as one space, none at the beginning, at the end or beside another."""
    uit: list[Stuk] = []
    wit = True
    for stuk in rij:
        tekst = stuk.tekst if stuk.tekst == "\n" else _WIT.sub(" ", stuk.tekst)
        if wit and not stuk.bron:
            tekst = tekst.removeprefix(" ")
        if tekst:
            uit.append(replace(stuk, tekst=tekst))
            wit = tekst.endswith((" ", "\n"))
    while uit and not uit[-1].bron and not uit[-1].tekst.strip(" \n"):
        uit.pop()
    if uit and not uit[-1].bron:
        uit[-1] = replace(uit[-1], tekst=uit[-1].tekst.rstrip(" \n"))
    return uit
