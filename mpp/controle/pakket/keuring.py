"""The check of a finished package: what a reader gets, file by file, held against the results it was made of."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mpp import manifest
from mpp.controle.paginatekst import Vreemd
from mpp.controle.pakket import drukwerk, gegevens, opnieuw, totalen, vorm
from mpp.controle.pakket.beelden import Beelden, afbeeldingen, lees_beeld
from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.inhoud import Bestanden, Gelezen, Pdf, lees_pdf
from mpp.controle.pakket.nummering import nummering
from mpp.controle.pakket.paden import BEELDEN, BOEK, in_map, is_beleidscontrole, is_pagina, zonder_merk
from mpp.controle.pakket.pagina import Paginalezer
from mpp.controle.pakket.pdfgegevens import Bijlage
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import webtekst
from mpp.documenten.rapportage import BIJLAGE, cijfers_csv
from mpp.edities.vergelijking import met_vorige
from mpp.herkomst.narekenen import Narekening
from mpp.problemen import Fout
from mpp.render.omslag import omslag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.controle.pakket.opnieuw import Druk
    from mpp.render.omslag import Omslag
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

Deel = partial[list[Verslag]]
_GEVOELIG: Final = "gevoeligheid:"
_WERKBOEK: Final = "productiemodel.xlsx"
_ZONDER_TREKKINGEN: Final = ("productiemodel",)
"""The filled in templates that ask for nothing that `bereid` computes."""
_MET_BEELDEN: Final = ("infographic", "monitor")
"""Those with charts."""
_GEGEVENS: Final = ("open-data/", "rapportage/stijl/", "rapportage/lettertypen/")


class Delen(NamedTuple):
    """The parts of the check: those that ask for nothing that `bereid` computes, those that draw charts again, and the others.

    Of the last two each takes about half of the time: charts are drawn in one process, and what that needs is loaded in one.
    """

    los: list[Deel]
    met_beelden: list[Deel]
    zonder: list[Deel]


class Keuring:
    """The check of the files of one package, made of the results `u`: of the MPP, or of the variants beside it."""

    def __init__(self, u: Uitkomsten, status: Status, pdfs: Gelezen | None = None):
        self.u, self.status, self._pdfs = u, status, pdfs or {}
        self.narekening = Narekening(u)
        self.bronnen = Bronteksten(u.ps.wortel, u, status)
        self.lezer = Paginalezer(Benoemd(self.narekening, self.bronnen))
        self.beelden = Beelden(u)

    def bereid(self) -> None:
        """Compute once what more than one part of the check asks for, so that the process that is forked after finds it."""
        gevoeligheid = self.u.gevoeligheid
        _ = gevoeligheid.om_en_om, gevoeligheid.klassen, gevoeligheid.instroomklassen, self.u.planning, self.bronnen.alles
        with suppress(Fout):  # whoever asks for an earlier edition that is not there, tells
            _ = met_vorige(self.u).uitkomsten

    def delen(self, pakket: Bestanden, alleen: str = "") -> Delen:
        """The parts of the check, each by itself; those that read the file `alleen` if given."""
        bestanden, alleen = {zonder_merk(pad): inhoud for pad, inhoud in pakket.items()}, zonder_merk(alleen)
        beleid = is_beleidscontrole(pakket)
        sjablonen: dict[str, tuple[Deel, Callable[[str], bool]]] = {
            stam: (partial(self.sjabloon, bestanden, stam, beleid=beleid), {f"{stam}.html", f"{stam}.pdf"}.__contains__)
            for stam in self._sjablonen(beleid)
        }
        los = [(partial(self.manifest, pakket), lambda pad: pad == manifest.NAAM or pad not in pakket)]
        if beleid:
            alle = [*sjablonen.values()]
            met_beelden, zonder = alle[::2], alle[1::2]
        else:
            van_boek = re.compile(rf"{BOEK}(?:\.pdf|/[^/]+|/beelden/.*)").fullmatch
            los += [(partial(self.boek, bestanden), lambda pad: bool(van_boek(pad))), *(sjablonen[stam] for stam in _ZONDER_TREKKINGEN)]
            grafieken = partial(self.grafieken, bestanden), lambda pad: is_pagina(pad) or pad.startswith(BEELDEN)
            met_beelden = [grafieken, *(sjablonen[stam] for stam in _MET_BEELDEN if stam in sjablonen)]
            zonder = [
                (partial(self.paginas, bestanden), is_pagina),
                (partial(self.gegevens, bestanden), lambda pad: pad.startswith(_GEGEVENS)),
                (partial(self.werkboek, bestanden), lambda pad: pad.endswith(".xlsx")),
                *(deel for stam, deel in sjablonen.items() if stam not in (*_ZONDER_TREKKINGEN, *_MET_BEELDEN)),
            ]
        return Delen(*([deel for deel, leest in groep if not alleen or leest(alleen)] for groep in (los, met_beelden, zonder)))

    def _sjablonen(self, beleid: bool) -> Mapping[str, Callable[[Status], Any]]:
        return opnieuw.sjablonen(self.u, self.status.voor(beleidscontrole=beleid), beleid=beleid)

    def paginas(self, bestanden: Bestanden) -> list[Verslag]:
        """The pages of the rapportage."""
        zou = opnieuw.boekpaginas(BOEK, bestanden, self.u, self.status.voor(beleidscontrole=False))
        bomen = {pad: _boom(bestanden[pad]) for pad in zou if pad in bestanden}
        vreemd = (pad for pad in bestanden if is_pagina(pad) and pad not in zou)
        verslagen = [*self._paginas(bestanden, zou, bomen), *_vreemd(vreemd)]
        for verslag in verslagen:
            if verslag.bestand in bomen:
                vorm.toets(_hoofddeel(bomen[verslag.bestand]), verslag)
        return verslagen

    def boek(self, bestanden: Bestanden) -> list[Verslag]:
        """The PDF of the rapportage, by its pages, and the file that is attached to it."""
        status = self.status.voor(beleidscontrole=False)
        zou = opnieuw.boekdruk(BOEK, bestanden, self.u, status)
        bijlage = Bijlage(f"{status.versie_van(self.u.editie)}-uitkomsten.csv", BIJLAGE, cijfers_csv(self.u))
        return [self._pdf(bestanden, f"{BOEK}.pdf", zou, omslag(self.u, status), (bijlage,))]

    def sjabloon(self, bestanden: Bestanden, stam: str, *, beleid: bool) -> list[Verslag]:
        """The page of a document that is a filled in template, and its PDF."""
        status = self.status.voor(beleidscontrole=beleid)
        bladzijden = self._sjablonen(beleid)[stam](status).goed()
        zou = {f"{stam}.html": bladzijden.web.encode()}
        bomen = {pad: _boom(bestanden[pad]) for pad in zou if pad in bestanden}
        verslagen = self._paginas(bestanden, zou, bomen)
        for verslag in verslagen:
            if bestanden.get(verslag.bestand) == zou[verslag.bestand]:  # then its charts are those that were drawn again
                beelden = [lees_beeld(svg, alt) for alt, svg in afbeeldingen(bomen[verslag.bestand], {})]
                verslag.goed(sum(beeld.getallen for beeld in beelden))
        kaft = omslag(self.u, status, beleidscontrole=beleid)
        return [*verslagen, self._pdf(bestanden, f"{stam}.pdf", opnieuw.Druk(bladzijden.druk, bladzijden.meta), kaft)]

    def _paginas(self, bestanden: Bestanden, zou: Bestanden, bomen: Mapping[str, HtmlElement]) -> list[Verslag]:
        """What pages say: that each number is the one of its name, and that the pages are as the code makes them."""
        origines = {b for boom in bomen.values() for data in boom.iter("data") if (b := data.get("data-bron") or "").startswith(_GEVOELIG)}
        self.narekening.reken_wijzigingen(sorted({bron.removeprefix(_GEVOELIG).partition(":")[0] for bron in origines}))
        nummers = nummering(bomen)
        verslagen = []
        for pad, inhoud in zou.items():
            verslag = Verslag(pad)
            verslagen.append(verslag)
            if pad not in bestanden:
                verslag.fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
                continue
            self.lezer.lees(bomen[pad], verslag, nummers)
            totalen.toets(bomen[pad], verslag)
            if bestanden[pad] != inhoud:
                gegevens.vergelijk(pad, bestanden[pad], inhoud, verslag)
        return verslagen

    def _pdf(self, bestanden: Bestanden, pad: str, zou: Druk, kaft: Omslag, bijlagen: tuple[Bijlage, ...] = ()) -> Verslag:
        """What a PDF shows and holds."""
        from lxml.etree import XMLSyntaxError

        verslag = Verslag(pad)
        if pad not in bestanden:
            verslag.fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
            return verslag
        web = webtekst(zou.html)
        try:
            beelden = [lees_beeld(svg, alt) for alt, svg in afbeeldingen(web.hoofddeel, in_map(bestanden, BOEK))]
            verwacht = drukwerk.Verwacht(web, beelden, kaft, zou.meta, bijlagen)
            drukwerk.toets(self._lees(bestanden[pad]), verwacht, verslag)
        except (XMLSyntaxError, LookupError, AttributeError, ValueError, TypeError) as fout:
            verslag.fout("pakket-bestand", pad=pad, wat=f"is niet zoals de code het maakt ({fout})")
        return verslag

    def _lees(self, inhoud: bytes) -> Pdf:
        gelezen = self._pdfs.get(inhoud) or lees_pdf(inhoud)
        if isinstance(gelezen, Vreemd):
            raise gelezen
        return gelezen

    def grafieken(self, bestanden: Bestanden) -> list[Verslag]:
        """The charts on the pages of the rapportage, and that each image belongs to one."""
        from lxml.etree import XMLSyntaxError

        verslagen, getoond = [], set[str]()
        beelden = in_map(bestanden, BOEK)
        for pad in filter(is_pagina, bestanden):
            verslag = Verslag(pad)
            verslagen.append(verslag)
            hoofddeel = _hoofddeel(_boom(bestanden[pad]))
            hier = {f"{BOEK}/{beeld.get('src')}" for beeld in hoofddeel.iter("img")}
            getoond |= hier
            for alt, svg in afbeeldingen(hoofddeel, beelden):
                try:
                    self.beelden.toets(svg, alt, verslag)
                except (XMLSyntaxError, LookupError, ValueError) as fout:
                    verslag.fout("pakket-bestand", pad=f"een beeld van {pad}", wat=f"is niet te lezen ({fout})")
            for weg in sorted(hier - bestanden.keys()):
                verslag.fout("pakket-bestand", 0, pad=weg, wat="ontbreekt")
        los = (pad for pad in bestanden if pad.startswith(BEELDEN) and pad not in getoond)
        return [*verslagen, *_vreemd(los)]

    def gegevens(self, bestanden: Bestanden) -> list[Verslag]:
        """Tables, metadata, style sheets and typefaces."""
        zou = gegevens.opnieuw(self.u, self.status.voor(beleidscontrole=False))
        verslagen = _als_opnieuw(bestanden, zou)
        gegevens.bij_naam(bestanden, self.narekening, verslagen["open-data/uitkomsten.csv"])
        return [*verslagen.values(), *_vreemd(pad for pad in bestanden if pad.startswith(_GEGEVENS) and pad not in zou)]

    def werkboek(self, bestanden: Bestanden) -> list[Verslag]:
        """The workbook with the results of the model."""
        zou = {_WERKBOEK: gegevens.werkboek_opnieuw(self.u, self.status.voor(beleidscontrole=False))}
        verslagen = _als_opnieuw(bestanden, zou)
        if _WERKBOEK in bestanden:
            gegevens.bij_naam_in_werkboek(bestanden[_WERKBOEK], self.narekening, verslagen[_WERKBOEK])
        return [*verslagen.values(), *_vreemd(pad for pad in bestanden if pad.endswith(".xlsx") and pad not in zou)]

    def manifest(self, bestanden: Bestanden) -> list[Verslag]:
        """The manifest: what it says of the package and of the files in it."""
        verslag = Verslag(manifest.NAAM)
        inhoud = {pad: tekst for pad, tekst in bestanden.items() if pad != manifest.NAAM}
        beleid = is_beleidscontrole(bestanden)
        status = self.status.voor(beleidscontrole=beleid)
        verwacht = manifest.manifest(self.u.ps, status, inhoud, "beleidscontrole" if beleid else "mpp")
        gevonden = bestanden[manifest.NAAM]
        gegevens.vergelijk(manifest.NAAM, gevonden, _met_gemelde_omgeving(gevonden, verwacht, verslag), verslag)
        sjablonen = {f"{stam}.{soort}" for stam in self._sjablonen(beleid) for soort in ("html", "pdf")}
        return [verslag, *_vreemd(pad for pad in inhoud if not self._hoort_erbij(zonder_merk(pad), sjablonen, beleid))]

    def _hoort_erbij(self, pad: str, sjablonen: Set[str], beleid: bool) -> bool:
        """Whether another part of the check reads this file."""
        van_boek = pad == f"{BOEK}.pdf" or pad.startswith(BEELDEN) or is_pagina(pad)
        return pad in sjablonen or (not beleid and (van_boek or pad.startswith(_GEGEVENS) or pad.endswith(".xlsx")))


def _als_opnieuw(bestanden: Bestanden, zou: Bestanden) -> dict[str, Verslag]:
    """The report on each file that was made again, by its path."""
    verslagen = {pad: Verslag(pad) for pad in zou}
    for pad, verwacht in zou.items():
        if pad in bestanden:
            gegevens.vergelijk(pad, bestanden[pad], verwacht, verslagen[pad])
        else:
            verslagen[pad].fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
    return verslagen


def _vreemd(paden: Iterable[str]) -> list[Verslag]:
    """That files do not belong to the package."""
    verslagen = [Verslag(pad) for pad in paden]
    for verslag in verslagen:
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat="hoort niet bij dit pakket")
    return verslagen


def _met_gemelde_omgeving(gevonden: bytes, verwacht: bytes, verslag: Verslag) -> bytes:
    """The manifest as it should be, but with the environment that it names: another one is one problem, not one for each version."""
    try:
        hier, daar = json.loads(gevonden), json.loads(verwacht)
    except ValueError:
        return verwacht
    if isinstance(hier, dict) and "omgeving" in hier and hier["omgeving"] != daar["omgeving"]:
        a, b = (json.dumps(deel["omgeving"], ensure_ascii=False) for deel in (hier, daar))
        verschil = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
        verslag.fout("pakket-andere-invoer", 0, wat="een omgeving", gevonden=a[verschil:][:16], verwacht=b[verschil:][:16])
        daar["omgeving"] = hier["omgeving"]
    return (json.dumps(daar, ensure_ascii=False, indent=2) + "\n").encode()


def _hoofddeel(boom: HtmlElement) -> HtmlElement:
    """The part of a page that is its chapter."""
    return next(iter(boom.find_class("hoofdstuk")), boom)


def _boom(inhoud: bytes) -> HtmlElement:
    from lxml import html

    return html.document_fromstring(inhoud or b"<html></html>")
