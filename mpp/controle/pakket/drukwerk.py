"""The PDF of a document, page by page as it is drawn, held against its HTML: the same words, numbers and signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from mpp.controle.paginatekst import Stuk
from mpp.controle.pakket import pdfgegevens
from mpp.controle.pakket.pdfgegevens import Bijlage
from mpp.controle.pakket.tekens import Teken, getallen, glad, tekens, zin
from mpp.controle.pakket.uitlijnen import verschillen
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import Webtekst

if TYPE_CHECKING:
    from mpp.controle.pakket.beelden import Beeld
    from mpp.controle.pakket.inhoud import Pdf
    from mpp.controle.pakket.lijnen import Lijnen
    from mpp.pdf.meta import PdfMeta
    from mpp.render.omslag import Omslag


class _Woord(NamedTuple):
    """One word of the PDF: the page it stands on, and its place in the text of that page."""

    pagina: int
    teken: Teken


@dataclass(frozen=True)
class Verwacht:
    """What a PDF should hold: its words, its images, what stands on every page, what it says of itself, its attached files."""

    web: Webtekst
    beelden: Sequence[Beeld]
    omslag: Omslag
    meta: PdfMeta
    bijlagen: Sequence[Bijlage] = ()


_INHOUD: Final = "inhoud"
"""The id of the heading of the table of contents."""
_NIETS: Final = _Woord(0, Teken(" ", 0))


def toets(pdf: Pdf, verwacht: Verwacht, verslag: Verslag) -> None:
    """Account for all that the pages of `pdf` show, by the HTML of the same document and the images in it."""
    _Vergelijking(pdf.bladen, verwacht.web, verwacht.omslag, verslag).toets()
    _beelden(pdf.bladen, pdf.figuren, verwacht.beelden, verslag)
    pdfgegevens.toets(pdf, verwacht.web, verwacht.meta, verwacht.bijlagen, verslag)


def _beelden(bladen: Sequence[Sequence[Stuk]], figuren: Sequence[Lijnen], beelden: Sequence[Beeld], verslag: Verslag) -> None:
    """The words in all charts, one after the other, and what each draws."""
    gevonden = [(nr, "".join(stuk.tekst.split())) for nr, blad in enumerate(bladen, 1) for stuk in blad if stuk.rol == "figuur"]
    verwacht = ["".join(tekst.split()) for beeld in beelden for tekst in beeld.woorden]
    stukken = [stuk for _, stuk in gevonden]
    verschil = verschillen(_per_teken(verwacht), _per_teken(stukken)) if stukken != verwacht else []
    if "".join(stukken) != "".join(verwacht):
        (_, _), (j, _) = verschil[0]
        nr = next((nr for k, (nr, _) in enumerate(gevonden) if sum(map(len, stukken[: k + 1])) > j), len(bladen))
        a, b = ("".join(delen) for delen in (verwacht, stukken))
        (i0, i1), (j0, j1) = verschil[0]
        regel = b[max(0, j0 - 30) : j1 + 30]
        verslag.fout("pakket-pdf-anders", pagina=nr, pdf=b[j0:j1] or "niets", html=a[i0:i1] or "niets", zin=regel)
    else:
        verslag.goed(sum(1 for stuk in stukken for _ in getallen(stuk)))
    if len(figuren) != len(beelden):
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat=f"heeft {len(figuren)} afbeeldingen, de HTML {len(beelden)}")
    for figuur, beeld in zip(figuren, beelden, strict=False):
        if beeld.lijnen is not None and figuur != beeld.lijnen:
            plek = f"de grafiek ‘{beeld.alt[:60]}’ in {verslag.bestand}"
            verslag.fout("pakket-bestand", pad=plek, wat="is anders getekend dan in de HTML")


def _per_teken(delen: Sequence[str]) -> list[str]:
    return list("".join(delen))


class _Vergelijking:
    def __init__(self, bladen: Sequence[Sequence[Stuk]], web: Webtekst, omslag: Omslag, verslag: Verslag):
        self.bladen, self.web, self.omslag, self.verslag = bladen, web, omslag, verslag
        self.teksten = _teksten(bladen)
        self.pagina_van: dict[int, int] = {}
        self.over: list[_Woord] = []
        self.ontbreekt: list[tuple[Teken, int]] = []

    def toets(self) -> None:
        """Line up both, and say of everything in which they differ."""
        self._lijn_uit()
        self._meld(self._zonder_inhoud())
        self._punten()
        for nr, blad in enumerate(self.bladen, 1):
            self._regels(nr, " ".join(stuk.tekst for stuk in blad if stuk.rol == "regel"))
            self._vulling(nr, glad(" ".join(stuk.tekst for stuk in blad if stuk.rol == "vulling" and stuk.tekst.strip() != ".")))

    def _lijn_uit(self) -> None:
        woorden = [_Woord(nr, teken) for nr, tekst in enumerate(self.teksten, 1) for teken in tekens(tekst)]
        html = self.web.woorden
        a, b = [t.tekst for t in html], [w.teken.tekst for w in woorden]
        i = j = 0
        for (i0, i1), (j0, j1) in [*verschillen(a, b), ((len(a), len(a)), (len(b), len(b)))]:
            for k in range(i0 - i):
                self.pagina_van[i + k] = woorden[j + k].pagina
            self.verslag.goed(sum(t.is_getal for t in html[i:i0]))
            self.ontbreekt += [(t, woorden[min(j0, len(b) - 1)].pagina if b else 1) for t in html[i0:i1]]
            self.over += woorden[j0:j1]
            i, j = i1, j1

    def _punten(self) -> None:
        """What stands before the items of lists, a dash or the number of the item, up to where that differs."""
        gevonden = [(glad(stuk.tekst), nr) for nr, blad in enumerate(self.bladen, 1) for stuk in blad if stuk.rol == "punt"]
        over = (len(self.web.punten) - len(gevonden)) * [("niets", len(self.bladen))]
        for html, (pdf, nr) in zip([*self.web.punten, *["niets"] * len(gevonden)], [*gevonden, *over], strict=False):
            aantal = sum(1 for _ in getallen(pdf))
            if pdf != html:
                self.verslag.fout("pakket-pdf-anders", aantal, pagina=nr, pdf=pdf, html=html, zin=f"{pdf} (voor een punt van een lijst)")
                return
            self.verslag.goed(aantal)

    def _zonder_inhoud(self) -> list[_Woord]:
        """The words that only the PDF has, without the pages in the table of contents that are right."""
        plaatsen = {kop.id: self.pagina_van.get(kop.eerste, 0) for kop in self.web.koppen}
        zou = [str(plaatsen.get(doel, 0)) for doel in self.web.inhoud]
        eerste = plaatsen.get(_INHOUD, 0)
        hier = range(eerste, max(eerste + 1, min((plaatsen.get(doel, 0) for doel in self.web.inhoud), default=0)))
        blad = [w for w in self.over if w.pagina in hier and w.teken.is_getal]
        for (i0, i1), (j0, j1) in verschillen(zou, [w.teken.tekst for w in blad]):
            self.ontbreekt += [(Teken(zou[i], 0), hier[0]) for i in range(i0, i1)]
            zou[i0:i1] = [""] * (i1 - i0)
            blad[j0:j1] = [_NIETS] * (j1 - j0)
        goed = {id(w) for w in blad}
        self.verslag.goed(len(goed - {id(_NIETS)}))
        return [w for w in self.over if id(w) not in goed]

    def _vulling(self, nr: int, gevonden: str) -> None:
        """What is drawn beside what is said: the head of a table that goes on, once more."""
        woorden = list(tekens(gevonden))
        verder = [kop for eerste, kop in self.web.tabelkoppen if self.pagina_van.get(eerste, nr) < nr][-1:]
        if not woorden or [t.tekst for t in woorden] in verder:
            self.verslag.goed(sum(t.is_getal for t in woorden))
        else:
            zou = " ".join(verder[0]) if verder else "niets"
            self.verslag.fout("pakket-pdf-anders", pagina=nr, pdf=gevonden, html=zou, zin=gevonden)

    def _regels(self, nr: int, gevonden: str) -> None:
        """The running lines: the edition and the chapter that begins or goes on there, the state, the statement, the page."""
        o = self.omslag
        koppen = [(self.pagina_van.get(k.eerste, 0), k.tekst) for k in self.web.koppen if k.niveau == 1 and not k.omslag]
        hier = [tekst for pagina, tekst in koppen if pagina == nr][:1] or [tekst for pagina, tekst in koppen if 0 < pagina < nr][-1:]
        kop = f"{o.editie} · {hier[0]}" if self.web.inhoud and hier else o.editie
        verwacht = glad(f"{kop} {o.staat} {o.verklaring} pagina {nr} van {len(self.bladen)}")
        aantal = sum(1 for _ in getallen(glad(gevonden)))
        if glad(gevonden) == verwacht:
            self.verslag.goed(aantal)
        else:
            self.verslag.fout("pakket-pdf-anders", max(aantal, 1), pagina=nr, pdf=glad(gevonden), html=verwacht, zin=glad(gevonden))

    def _meld(self, over: list[_Woord]) -> None:
        for k, woord in enumerate(over):
            zou = self.ontbreekt[k][0].tekst if k < len(self.ontbreekt) else "niets"
            regel = zin(self.teksten[woord.pagina - 1], woord.teken.plaats)
            gegevens = {"pagina": woord.pagina, "pdf": woord.teken.tekst, "html": zou, "zin": regel}
            self.verslag.fout("pakket-pdf-anders", int(woord.teken.is_getal), **gegevens)
        for teken, pagina in self.ontbreekt[len(over) :]:
            regel = zin(self.web.tekst, teken.plaats)
            self.verslag.fout("pakket-pdf-anders", 0, pagina=pagina, pdf="niets", html=teken.tekst, zin=regel)


def _teksten(bladen: Sequence[Sequence[Stuk]]) -> list[str]:
    """The running text of each page; a word that is broken off at its end is whole there."""
    uit: list[str] = []
    for blad in bladen:
        tekst = " ".join(stuk.tekst for stuk in blad if stuk.rol == "tekst")
        if uit and uit[-1].rstrip().endswith("\u00ad"):
            slot, _, tekst = tekst.lstrip().partition(" ")
            uit[-1] = uit[-1].rstrip() + slot
        uit.append(tekst)
    return [glad(tekst) for tekst in uit]
