"""The charts: drawn again from the results, and their words held against those in the image, letter by letter."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from mpp.controle.pakket.tekens import getallen, glad
from mpp.controle.pakket.verslag import Verslag
from mpp.getal.afronding import stap_ingevoerd
from mpp.getal.cijfers import p
from mpp.varianten import lees_variant

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from mpp.herkomst.narekenen import Narekening
    from mpp.uitkomsten import Uitkomsten

_DATA: Final = "data:image/svg+xml;base64,"
_BREEDTE: Final = re.compile(r'<svg [^>]*?width="([\d.]+)pt"')
_WOORDEN: Final = re.compile(r"<!-- (?P<tekst>[^\n]*?) -->\s*<g\b[^>]*>(?P<letters>.*?)</g>", re.DOTALL)
_LETTER: Final = re.compile(r'<use xlink:href="#IBMPlexSans(?P<snede>[A-Za-z-]*?)-(?P<nummer>[0-9a-f]+)"')
_SNEDEN: Final = {"": "Regular", "-SmBld": "SemiBold"}
_PUNTEN: Final = 72


@dataclass(frozen=True)
class Opschrift:
    """Words in a chart: what is written with them, and what is drawn."""

    tekst: str
    getekend: str

    @property
    def klopt(self) -> bool:
        """Whether both are the same, spaces aside."""
        return _zonder_spaties(normalize("NFKC", self.tekst)) == _zonder_spaties(normalize("NFKC", self.getekend))

    @property
    def getallen(self) -> list[str]:
        """The numbers in it, as a page of print spells them: without the spaces."""
        return [teken.tekst for teken in getallen(_zonder_spaties(self.getekend))]


def inhoud(src: str, bestanden: Mapping[str, bytes]) -> bytes | None:
    """The image that a page shows under this address; None when it is not there."""
    return base64.b64decode(src.removeprefix(_DATA)) if src.startswith(_DATA) else bestanden.get(src)


def opschriften(svg: str) -> list[Opschrift]:
    """Everything that is written in a chart, in the order in which it is drawn."""
    uit = []
    for groep in _WOORDEN.finditer(svg):
        getekend = "".join(letters(v["snede"]).get(int(v["nummer"], 16), "\ufffd") for v in _LETTER.finditer(groep["letters"]))
        uit.append(Opschrift(glad(unescape(groep["tekst"])), getekend))
    return uit


class Beelden:
    """The charts of the edition, and those of its variants, as the results of `narekening` draw them."""

    def __init__(self, narekening: Narekening):
        self._narekening, self._u = narekening, narekening.u
        self._getekend: dict[tuple[str, float, bool], Counter[str]] = {}

    @cached_property
    def alts(self) -> Mapping[str, str]:
        """The name of each chart by the text that tells what it shows."""
        from figures import NAMEN, lees

        return {lees(naam).alt(self._u): naam for naam in NAMEN}

    def alts_van_variant(self, naam: str) -> frozenset[str]:
        """The text of the chart in the document of a variant."""
        from figures.stijl.vergeleken import alt

        reeksen, figuur = self._variant(naam)
        return frozenset({alt(reeksen, figuur)})

    def toets(self, svg: bytes, alt: str, verslag: Verslag, variant: str = "") -> list[Opschrift]:
        """Account for the numbers in a chart; gives what is written in it, in the order in which it is drawn."""
        tekst = svg.decode(errors="replace")
        geschreven = opschriften(tekst)
        verwacht = self._verwacht(tekst, alt, variant)
        over = verwacht.copy() if verwacht is not None else Counter()
        fout = [o for o in geschreven if not o.klopt]
        for o in geschreven:
            aantal = sum(1 for _ in getallen(o.tekst))
            if verwacht is None:
                if aantal:
                    verslag.fout("pakket-gegeven-anders", aantal, plek=f"de grafiek ‘{alt[:60]}’", gevonden=o.tekst, verwacht="niets")
            elif over[o.tekst] > 0 and o.klopt:
                over[o.tekst] -= 1
                verslag.goed(aantal)
            else:
                gelijkend = next((w for w, n in over.items() if n > 0 and len(w) == len(o.tekst)), "iets anders")
                gevonden = o.getekend if not o.klopt else o.tekst
                goed = o.tekst if o in fout and over[o.tekst] > 0 else gelijkend
                verslag.fout("pakket-gegeven-anders", max(aantal, 1), plek=f"de grafiek ‘{alt[:60]}’", gevonden=gevonden, verwacht=goed)
        los = len(_LETTER.findall(tekst)) - sum(len(_LETTER.findall(g["letters"])) for g in _WOORDEN.finditer(tekst))
        if los or "<text" in tekst:
            verslag.fout("pakket-gegeven-anders", plek=f"de grafiek ‘{alt[:60]}’", gevonden="tekst zonder herkomst", verwacht="niets")
        return geschreven

    def _verwacht(self, svg: str, alt: str, variant: str) -> Counter[str] | None:
        """What should be written in it; None for an image that is no chart of this edition."""
        maat = _BREEDTE.search(svg)
        if maat is None:
            return None
        breedte = round(float(maat[1]) / _PUNTEN, 4)
        if variant:
            return self._opnieuw(f"variant:{variant}", breedte, kop=True)
        if alt in self.alts:
            naam = self.alts[alt]
            from figures import lees

            return self._opnieuw(naam, breedte, kop=lees(naam).TITEL in _alles(svg))
        from figures.stijl.vel import HALF

        for eerste, naam in self.alts.items():
            if alt.startswith(f"{eerste} ") and (ernaast := self.alts.get(alt[len(eerste) + 1 :])):
                return self._opnieuw(naam, HALF, kop=True) + self._opnieuw(ernaast, HALF, kop=True)
        return None

    def _opnieuw(self, naam: str, breedte: float, *, kop: bool) -> Counter[str]:
        if (naam, breedte, kop) not in self._getekend:
            self._getekend[naam, breedte, kop] = _woorden(self._teken(naam, breedte, kop=kop))
        return self._getekend[naam, breedte, kop]

    def _teken(self, naam: str, breedte: float, *, kop: bool) -> Figure:
        from figures import lees
        from figures.stijl.vergeleken import teken
        from mpp.render.variant import BRON

        if naam.startswith("variant:"):
            return teken(*self._variant(naam.removeprefix("variant:")), BRON)
        figuur: Figure = lees(naam).teken(self._u, breedte, kop=kop)
        return figuur

    def _variant(self, naam: str) -> tuple[Mapping[str, Uitkomsten], tuple[str, ...]]:
        """The results in the chart of a variant by what it calls them, and which indicators it shows."""
        variant = lees_variant(naam, self._u.ps.wortel)
        doorloop = variant.kop.doorloop
        if doorloop is None:
            return {"medio": self._u, "variant": self._narekening.van_variant(naam).u}, variant.kop.figuur
        reeksen = {}
        for waarde in doorloop.waarden:
            u = self._narekening.van_variant(f"{naam}={waarde:g}").u
            parameter = u.ps[doorloop.parameter]
            periode = next(iter(parameter.waarden))
            graad = p(parameter.id, periode, op=stap_ingevoerd(parameter.waarden[periode].waarde, parameter.eenheid), u=u)
            reeksen[graad.tekst] = u
        return reeksen, variant.kop.figuur


def _woorden(figuur: Figure) -> Counter[str]:
    from matplotlib.text import Text

    return Counter(glad(t.get_text()) for t in figuur.findobj(Text) if t.get_text().strip() and t.get_visible())


def _alles(svg: str) -> str:
    return " ".join(o.tekst for o in opschriften(svg))


def _zonder_spaties(tekst: str) -> str:
    return re.sub(r"\s", "", tekst)


@cache
def letters(snede: str) -> Mapping[int, str]:
    """The letter of each glyph of the bundled typeface."""
    from matplotlib.ft2font import FT2Font

    from mpp.render.lettertypen import truetype

    naam = f"IBMPlexSans-{_SNEDEN.get(snede, 'Regular')}"
    pad = next(pad for pad in truetype() if pad.stem == naam)
    return {nummer: chr(code) for code, nummer in sorted(FT2Font(str(pad)).get_charmap().items(), reverse=True)}
