"""A document of fixed layout: a template and style sheets, filled with texts and numbers, as PDF and as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mpp import stijl
from mpp.documenten.teksten import Teksten
from mpp.getal.plaatshouders import lees_getallen
from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout, Probleem, probleem
from mpp.sjabloon import vul

if TYPE_CHECKING:
    from weasyprint.document import Document as Gelegd

    from mpp.pdf import PdfMeta
    from mpp.render.omslag import Omslag
    from mpp.uitkomsten import Uitkomsten

TEKSTEN: Final = "teksten.yml"
GETALLEN: Final = "getallen.yml"
GLOSSARIUM: Final = "glossary.yml"
_SCHERM: Final = "scherm.css"
Keuring = Callable[["Gelegd"], Iterable[Probleem]]
"""Looks at the pages as they are laid out, and gives what is wrong with them."""


@dataclass(frozen=True)
class Bladzijden:
    """A document before it is laid out: its HTML for paper and for the screen, what its PDF says about itself, what is wrong in it."""

    druk: str
    web: str
    meta: PdfMeta
    problemen: tuple[Probleem, ...] = ()

    def goed(self) -> Bladzijden:
        """Itself. Raises Fout with everything that is wrong in it."""
        if self.problemen:
            raise Fout(self.problemen)
        return self


class Opmaak:
    """The layout of a document: `naam`.html.j2 with its style sheets for paper and for the screen, in the folder `map_` of the project.

    In that folder stand the files `ook` too: texts, named numbers. Raises Fout for each file that is not there.
    """

    def __init__(self, wortel: Path, map_: str, naam: str, ook: Sequence[str] = (TEKSTEN, GETALLEN)):
        self.wortel, self.map = wortel, wortel / map_
        self._sjabloon = self.map / f"{naam}.html.j2"
        self._stijlen = [self.map / f"{naam}.css", self.map / _SCHERM]
        nodig = [*(self.map / bestand for bestand in ook), *self._stijlen, self._sjabloon, wortel / GLOSSARIUM]
        if weg := [pad.relative_to(wortel).as_posix() for pad in nodig if not pad.is_file()]:
            raise Fout([probleem("bronbestand-ontbreekt", pad=pad) for pad in weg])
        self.glossarium = lees_glossarium(wortel / GLOSSARIUM)

    def teksten(self, u: Uitkomsten) -> Teksten:
        """The texts of the document with its named numbers. Raises Fout with what is wrong with those."""
        return Teksten(self.map / TEKSTEN, lees_getallen(self.map / GETALLEN, u), self.glossarium, u.ps)

    def bladzijden(self, titel: str, omslag: Omslag, *teksten: Teksten, **velden: object) -> Bladzijden:
        """The layout filled with `velden`, with what is wrong in the `teksten` that it asks for."""
        from mpp.pdf.meta import PdfMeta

        druk, web = (self._html(titel, omslag, scherm, velden) for scherm in (False, True))
        meta = PdfMeta(titel=titel, onderwerp=omslag.editie, auteur="mpp", datum=omslag.dag)
        return Bladzijden(druk, web, meta, tuple(p for t in teksten for p in t.problemen()))

    def _html(self, titel: str, omslag: Omslag, scherm: bool, velden: dict[str, Any]) -> str:
        regels = stijl.regels(*(self._stijlen if scherm else self._stijlen[:1]), letters=scherm)
        return vul(self._sjabloon, titel=titel, scherm=scherm, stijl=regels, **velden, **vars(omslag))


def maak(stam: str, blad: Bladzijden, keuring: Keuring | None = None) -> dict[str, bytes]:
    """The document as PDF and as HTML, both called `stam`; `keuring` looks at the pages as they are laid out.

    Raises Fout with everything that is wrong in it, and when nothing is, with its pages.
    """
    from mpp.pdf import maak_pdf

    return {f"{stam}.pdf": maak_pdf(blad.goed().druk, meta=blad.meta, keuring=keuring), f"{stam}.html": blad.web.encode()}
