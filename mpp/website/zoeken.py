"""The index of the search: every part of every page with the words in it, as a script that a browser can load from a folder too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KOPPEN: Final = ("h1", "h2", "h3")
_OVERGESLAGEN: Final = ("script", "style", "nav", "svg")
_WOORD: Final = re.compile(r"[^\W\d_]{3,}")
_TITEL: Final = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)

Deel = tuple[str, str, str, str]
"""A part of a page: its address, the title of the page, its own heading, its words."""


def zoekindex(bestanden: Mapping[str, bytes], alleen_titel: Callable[[str], bool]) -> bytes:
    """The index of the pages among the files; of those that are `alleen_titel` by their path no more than that.

    Numbers are left out: they are found by what they are called.
    """
    paginas = {pad: bestanden[pad].decode() for pad in sorted(bestanden) if pad.endswith(".html")}
    delen = [deel for pad, html in paginas.items() for deel in (_titel(pad, html) if alleen_titel(pad) else _delen(pad, html))]
    return f"const ZOEKINDEX = {json.dumps(delen, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def _titel(pad: str, html: str) -> Iterator[Deel]:
    titel = unescape(_TITEL.findall(html)[0])
    yield pad, titel, titel, ""


def _delen(pad: str, inhoud: str) -> Iterator[Deel]:
    from lxml import html

    boom = html.document_fromstring(inhoud)
    hoofddeel = boom.find(".//main")
    if hoofddeel is None:
        return
    titel = _glad("".join(_tekst(next(iter(hoofddeel.iter("h1")), boom.find(".//title")))))
    adres, kop, woorden = pad, titel, set[str]()
    for stuk in _stukken(hoofddeel):
        if isinstance(stuk, str):
            woorden.update(woord.casefold() for woord in _WOORD.findall(stuk))
            continue
        if woorden or kop != titel:
            yield adres, titel, kop, " ".join(sorted(woorden))
        kop, woorden = _glad("".join(_tekst(stuk))), set()
        adres = f"{pad}#{id}" if (id := _id(stuk)) and stuk.tag != "h1" else pad
    yield adres, titel, kop, " ".join(sorted(woorden))


def _stukken(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """What an element says, piece by piece, and its headings, in the order of reading."""
    if element.tag in _KOPPEN:
        yield element
    elif isinstance(element.tag, str) and element.tag not in _OVERGESLAGEN:
        yield _heel(element.text)
        for kind in element:
            yield from _stukken(kind)
            yield _heel(kind.tail)


def _tekst(element: HtmlElement) -> Iterator[str]:
    """What a heading says, without its number."""
    if element.get("class") != "kopnummer":
        yield _heel(element.text)
        for kind in element:
            yield from _tekst(kind)
            yield _heel(kind.tail)


def _heel(tekst: str | None) -> str:
    return (tekst or "").replace("\u00ad", "")


def _glad(tekst: str) -> str:
    return " ".join(tekst.split())


def _id(kop: HtmlElement) -> str:
    """The id of a heading, or of the part that it heads."""
    deel = kop.getparent()
    return kop.get("id") or (deel.get("id") if deel is not None and deel.find("*") is kop else "") or ""
