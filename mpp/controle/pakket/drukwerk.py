"""The PDF of a document, page by page as its text is extracted, held against its HTML: the same numbers in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from mpp.controle.pakket import pdfgegevens
from mpp.controle.pakket.pdfgegevens import kaal
from mpp.controle.pakket.tekens import Teken, getallen, glad, tekens, zin
from mpp.controle.pakket.uitlijnen import verschillen
from mpp.controle.pakket.verslag import Verslag

if TYPE_CHECKING:
    import pikepdf

    from mpp.controle.pakket.bronteksten import Bronteksten
    from mpp.render.omslag import Omslag


@dataclass(frozen=True)
class Koptekst:
    """A heading: its level, its number, its title, and where in the text its first word stands."""

    niveau: int
    nummer: str
    titel: str
    plaats: int


@dataclass
class Webtekst:
    """What the HTML of a document says, in the order of reading: the text, and what paper adds to it from it.

    `koppen` are its headings; with `inhoudsopgave` paper lists them. `grafieken` are the numbers in each chart, `tabelkoppen`
    those in the head of each table, that paper repeats on every page, `lijsten` how many items each numbered list has,
    `teksten` what figures and links are called, and `namen` what links to a place are called, by the name of that place.
    """

    tekst: str
    koppen: list[Koptekst] = field(default_factory=list)
    inhoudsopgave: bool = False
    grafieken: list[list[str]] = field(default_factory=list)
    tabelkoppen: list[list[str]] = field(default_factory=list)
    lijsten: list[int] = field(default_factory=list)
    teksten: set[str] = field(default_factory=set)
    namen: dict[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Woord:
    """One word of the PDF: the page it stands on, and its place in the text of that page."""

    pagina: int
    teken: Teken


def toets(pdf: bytes, web: Webtekst, omslag: Omslag, bronnen: Bronteksten, bijlagen: Mapping[str, bytes], verslag: Verslag) -> None:
    """Account for every number on the pages of `pdf` by the HTML of the same document, and for its attached files."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        paginas = lees_paginas(document)
        _Vergelijking(paginas, web, omslag, bronnen, verslag).toets()
        pdfgegevens.toets(document, titels(web), web.teksten, web.namen, bronnen, verslag)
        pdfgegevens.bijlagen(document, bijlagen, verslag)


def lees_paginas(document: pikepdf.Pdf) -> list[str]:
    """The text of each page."""
    from mpp.controle.paginatekst import paginateksten

    return [glad(tekst) for tekst in paginateksten(document)]


class _Vergelijking:
    def __init__(self, paginas: Sequence[str], web: Webtekst, omslag: Omslag, bronnen: Bronteksten, verslag: Verslag):
        self.paginas, self.web, self.omslag, self.bronnen, self.verslag = paginas, web, omslag, bronnen, verslag
        self.lopend: list[tuple[int, str]] = []

    def toets(self) -> None:
        """Line up both, and say of every number in which they differ."""
        woorden = [_Woord(nr, teken) for nr, tekst in enumerate(self.paginas, 1) for teken in tekens(self._zonder_paginaregel(nr, tekst))]
        html = list(tekens(self.web.tekst))
        a, b = [t.tekst for t in html], [w.teken.tekst for w in woorden]
        over_html: list[Teken] = []
        over_pdf: list[_Woord] = []
        pagina_van: dict[int, int] = {}
        i = j = 0
        for (i0, i1), (j0, j1) in [*verschillen(a, b), ((len(a), len(a)), (len(b), len(b)))]:
            for k in range(i0 - i):
                pagina_van[html[i + k].plaats] = woorden[j + k].pagina
                if html[i + k].is_getal:
                    self.verslag.goed()
            over_html += [t for t in html[i0:i1] if t.is_getal]
            over_pdf += self._zonder_lijsten([w for w in woorden[j0:j1] if w.teken.is_getal])
            i, j = i1, j1
        self._rest(over_html, over_pdf, pagina_van)
        self._kopregels(pagina_van)

    def _zonder_paginaregel(self, nr: int, tekst: str) -> str:
        """The text of a page without its running lines, whose numbers are held against the page itself."""
        o = self.omslag
        editie, staat, verklaring = (re.escape(glad(deel)) for deel in (o.editie, o.staat, o.verklaring))
        vorm = rf"{editie} (?P<kop>.*?)\s?{staat} {verklaring} pagina (\d+) van (\d+)$"
        regels = list(re.finditer(rf"(?={vorm})", tekst))
        if not regels:
            return tekst
        regel = regels[-1]
        vast = f"{glad(o.editie)} {glad(o.staat)} {glad(o.verklaring)}"
        self.verslag.goed(sum(1 for _ in getallen(vast)))
        for gevonden, verwacht in ((regel[2], nr), (regel[3], len(self.paginas))):
            if gevonden == str(verwacht):
                self.verslag.goed()
            else:
                self.verslag.fout("pakket-pdf-anders", pagina=nr, pdf=gevonden, html=verwacht, zin=f"pagina {regel[2]} van {regel[3]}")
        if regel["kop"]:
            self.lopend.append((nr, regel["kop"]))
        return tekst[: regel.start()]

    def _kopregels(self, pagina_van: dict[int, int]) -> None:
        """The running head of a page is the chapter that goes on there, or one that begins there."""
        begin = sorted(
            (pagina_van[k.plaats], kaal(f"{k.nummer} {k.titel}")) for k in self.web.koppen if k.niveau == 1 and k.plaats in pagina_van
        )
        for nr, kop in self.lopend:
            aantal = sum(1 for _ in getallen(kop))
            mag = [titel for pagina, titel in begin if pagina == nr] + [titel for pagina, titel in begin if pagina < nr][-1:]
            if kaal(kop.removeprefix("Bijlage ")) in mag:
                self.verslag.goed(aantal)
            elif aantal:
                self.verslag.fout("pakket-pdf-anders", aantal, pagina=nr, pdf=kop, html=" of ".join(mag) or "niets", zin=kop)

    def _rest(self, html: list[Teken], pdf: list[_Woord], pagina_van: dict[int, int]) -> None:
        """What only one of both has: charts, tables of contents, heads of tables, numbers of lists; anything else is wrong."""
        verwacht = [*self._inhoud(pagina_van), *(getal for grafiek in self.web.grafieken for getal in grafiek)]
        ontbreekt = [t.tekst for t in html]
        zonder_plek: list[_Woord] = []
        verschil = verschillen(verwacht, [w.teken.tekst for w in pdf])
        self.verslag.goed(len(verwacht) - sum(i1 - i0 for (i0, i1), _ in verschil))
        for (i0, i1), (j0, j1) in verschil:
            ontbreekt += verwacht[i0:i1]
            zonder_plek += self._onverklaard(pdf[j0:j1])
        self._meld(ontbreekt, zonder_plek)

    def _inhoud(self, pagina_van: dict[int, int]) -> Iterator[str]:
        """The numbers in the table of contents: of each chapter and numbered section, and the page where it stands."""
        for kop in self.web.koppen if self.web.inhoudsopgave else ():
            if kop.niveau == 1 or (kop.niveau == 2 and kop.nummer[:1].isdigit()):
                yield from (t.tekst for t in getallen(f"{kop.nummer} {kop.titel}"))
                yield str(pagina_van.get(kop.plaats, "?"))

    def _zonder_lijsten(self, woorden: list[_Woord]) -> list[_Woord]:
        """Without the numbers that paper draws before the items of a list, each with a point after it."""
        met_punt = [self.paginas[w.pagina - 1][w.teken.eind : w.teken.eind + 1] == "." for w in woorden]
        for n, lengte in enumerate(self.web.lijsten):
            reeks = [str(k + 1) for k in range(lengte)]
            plek = _vind(reeks, [w.teken.tekst for w in woorden]) if lengte else None
            if plek is not None and all(met_punt[plek : plek + lengte]):
                self.verslag.goed(lengte)
                del woorden[plek : plek + lengte], met_punt[plek : plek + lengte]
                self.web.lijsten[n] = 0
        return woorden

    def _onverklaard(self, woorden: Sequence[_Woord]) -> list[_Woord]:
        """What is no head of a table told again and no name of the edition."""
        over = list(woorden)
        for reeks in self.web.tabelkoppen:
            while reeks and (plek := _vind(reeks, [w.teken.tekst for w in over])) is not None:
                if len({w.pagina for w in over[plek : plek + len(reeks)]}) > 1:
                    break
                self.verslag.goed(len(reeks))
                del over[plek : plek + len(reeks)]
        rest = [w for w in over if not self._is_naam(w)]
        self.verslag.goed(len(over) - len(rest))
        return rest

    def _is_naam(self, woord: _Woord) -> bool:
        namen = self.bronnen.genoemd(self.paginas[woord.pagina - 1])
        return any(begin <= woord.teken.plaats and woord.teken.eind <= eind for begin, eind in namen)

    def _meld(self, ontbreekt: list[str], over: list[_Woord]) -> None:
        for k, woord in enumerate(over):
            zou = ontbreekt[k] if k < len(ontbreekt) else "niets"
            regel = zin(self.paginas[woord.pagina - 1], woord.teken.plaats)
            self.verslag.fout("pakket-pdf-anders", pagina=woord.pagina, pdf=woord.teken.tekst, html=zou, zin=regel)
        for tekst in ontbreekt[len(over) :]:
            plek = self.web.tekst.lower().find(tekst)
            self.verslag.fout("pakket-pdf-anders", 0, pagina="?", pdf="niets", html=tekst, zin=zin(self.web.tekst, max(plek, 0)))


def _vind(reeks: Sequence[str], in_: Sequence[str]) -> int | None:
    return next((k for k in range(len(in_) - len(reeks) + 1) if list(in_[k : k + len(reeks)]) == list(reeks)), None)


def titels(web: Webtekst) -> set[str]:
    """The headings as a bookmark names them."""
    return {kaal(f"{kop.nummer} {kop.titel}") for kop in web.koppen}
