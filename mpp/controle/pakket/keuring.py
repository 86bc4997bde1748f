"""The check of a finished package: what a reader gets, file by file, held against the results it was made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mpp import manifest
from mpp.bronbestanden import bronbestanden
from mpp.controle.paginatekst import Vreemd
from mpp.controle.pakket import drukwerk, gegevens, opnieuw, totalen, vorm, worddocument
from mpp.controle.pakket.beelden import Beelden, afbeeldingen, lees_beeld
from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.bestandslijst import als_opnieuw, met_gemelde_omgeving, vreemd
from mpp.controle.pakket.bijeen import keur_alles_in_een
from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.inhoud import Bestanden, Gelezen, Pdf, lees_pdf
from mpp.controle.pakket.nummering import nummering
from mpp.controle.pakket.paden import BEELDEN, BOEK, in_map, is_beleidscontrole, is_pagina, soort_van, zonder_merk
from mpp.controle.pakket.pagina import Paginalezer
from mpp.controle.pakket.pdfgegevens import Bijlage
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import webtekst
from mpp.documenten.agenda import lees_agenda
from mpp.documenten.document import DOCUMENTEN
from mpp.documenten.rapportage import BIJLAGE, cijfers_csv, voorblad
from mpp.documenten.topberaad import NAAM as TOPBERAAD
from mpp.edities.vergelijking import met_vorige
from mpp.herkomst.narekenen import Narekening
from mpp.problemen import Fout
from mpp.problemen.waarom import waarom_niet
from mpp.render.omslag import omslag
from mpp.website.blad import heeft_website
from mpp.website.samen import als_website, is_van_website, met_uitleg, zonder_website
from mpp.website.uitleg import uitleg

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.controle.pakket.opnieuw import Druk
    from mpp.render.omslag import Omslag
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

Deel = partial[list[Verslag]]
_GEVOELIG: Final = re.compile(r"\bgevoeligheid:([^\s:\[\]()]+)")
"""The changes of a what-if, as origins name them."""
_MODEL: Final = "productiemodel"
_WERKBOEK: Final = f"{_MODEL}.xlsx"
_UITKOMSTEN: Final = "open-data/uitkomsten.csv"
_ZONDER_TREKKINGEN: Final = (_MODEL,)
"""The filled in templates that ask for nothing that `bereid` computes."""
_MET_BEELDEN: Final = ("infographic", "prognose", "monitor")
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
        _ = gevoeligheid.om_en_om, gevoeligheid.instroomklassen, self.u.planning, self.bronnen.alles
        with suppress(Fout):  # whoever asks for an earlier edition that is not there, tells
            _ = met_vorige(self.u).uitkomsten

    def delen(self, pakket: Bestanden, alleen: str = "") -> Delen:
        """The parts of the check, each by itself; those that read the file `alleen` if given."""
        kaal = pakket if is_beleidscontrole(pakket) else zonder_website(pakket)
        bestanden, alleen = {zonder_merk(pad): inhoud for pad, inhoud in kaal.items()}, zonder_merk(alleen)
        sjablonen: dict[str, tuple[Deel, Callable[[str], bool]]] = {
            stam: (partial(self.sjabloon, bestanden, stam, beleid=is_beleidscontrole(pakket)), {f"{stam}.html", f"{stam}.pdf"}.__contains__)
            for stam in self._sjablonen(pakket)
        }
        los = [(partial(self.manifest, pakket), lambda pad: pad == manifest.NAAM or pad not in pakket)]
        if is_beleidscontrole(pakket):
            alle = [*sjablonen.values()]
            met_beelden, zonder = alle[::2], alle[1::2]
        else:
            los += [deel for stam, deel in sjablonen.items() if stam in _ZONDER_TREKKINGEN]
            met_beelden = [deel for stam, deel in sjablonen.items() if stam in _MET_BEELDEN]
            zonder = [(partial(self.gegevens, pakket, bestanden), lambda pad: pad.startswith(_GEGEVENS))]
            if heeft_website(self.u.ps.wortel):
                zonder.append((partial(self.website, pakket), lambda pad: pad.endswith(".html") or is_van_website(pad)))
            zonder += [deel for stam, deel in sjablonen.items() if stam not in (*_ZONDER_TREKKINGEN, *_MET_BEELDEN)]
            if self._heeft(pakket, BOEK):
                van_boek = re.compile(rf"{BOEK}(?:\.pdf|\.docx|/[^/]+|/beelden/.*)").fullmatch
                los.append((partial(self.boek, bestanden), lambda pad: bool(van_boek(pad))))
                met_beelden.insert(0, (partial(self.grafieken, bestanden), lambda pad: is_pagina(pad) or pad.startswith(BEELDEN)))
                zonder.insert(0, (partial(self.paginas, bestanden), is_pagina))
            if self._heeft(pakket, _MODEL):
                zonder.append((partial(self.werkboek, bestanden), lambda pad: pad == _WERKBOEK))
            if soort_van(pakket) == "mpp":
                status = self.status.voor(beleidscontrole=False)
                zonder.append((partial(keur_alles_in_een, pakket, self.u, status), lambda pad: pad == f"{TOPBERAAD}.pdf"))
        return Delen(*([deel for deel, leest in groep if not alleen or leest(alleen)] for groep in (los, met_beelden, zonder)))

    def _heeft(self, pakket: Bestanden, document: str) -> bool:
        """Whether a document belongs in the package: all of them, but in one for the public only those that the agenda lists."""
        return soort_van(pakket) != "openbaar" or document in lees_agenda(self.u.ps.wortel).openbaar

    def _sjablonen(self, pakket: Bestanden) -> Mapping[str, Callable[[Status], Any]]:
        """What fills in each template of the package again, by the path of its files."""
        beleid = is_beleidscontrole(pakket)
        namen = {d.bestandsstam: d.naam for d in DOCUMENTEN.values()}
        alle = opnieuw.sjablonen(self.u, self.status.voor(beleidscontrole=beleid), beleid=beleid)
        return {stam: vul for stam, vul in alle.items() if self._heeft(pakket, namen.get(stam, stam))}

    def paginas(self, bestanden: Bestanden) -> list[Verslag]:
        """The pages of the rapportage."""
        zou = opnieuw.boekpaginas(BOEK, bestanden, self.u, self.status.voor(beleidscontrole=False))
        bomen = {pad: _boom(bestanden[pad]) for pad in zou if pad in bestanden}
        losse = (pad for pad in bestanden if is_pagina(pad) and pad not in zou)
        verslagen = [*self._paginas(bestanden, zou, bomen), *vreemd(losse)]
        for verslag in verslagen:
            if verslag.bestand in bomen:
                vorm.toets(_hoofddeel(bomen[verslag.bestand]), verslag)
        return verslagen

    def boek(self, bestanden: Bestanden) -> list[Verslag]:
        """The PDF of the rapportage and its Word document, by its pages, and the file that is attached to it."""
        status = self.status.voor(beleidscontrole=False)
        zou = opnieuw.boekdruk(BOEK, bestanden, self.u, status)
        bijlage = Bijlage(f"{status.versie_van(self.u.editie)}-uitkomsten.csv", BIJLAGE, cijfers_csv(self.u))
        return [self._pdf(bestanden, f"{BOEK}.pdf", zou, omslag(self.u, status), (bijlage,)), self._word(bestanden, status)]

    def _word(self, bestanden: Bestanden, status: Status) -> Verslag:
        """The Word document of the rapportage."""
        pad, wortel = f"{BOEK}.docx", self.u.ps.wortel
        verslag = Verslag(pad)
        if pad not in bestanden:
            verslag.fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
            return verslag
        boek = opnieuw.boek(BOEK, bestanden, self.u)
        bronnen = bronbestanden("teksten", wortel)
        regels = {naam: bron.read_text(encoding="utf-8").count("\n") + 1 for naam, bron in bronnen.items() if naam.endswith(".qmd")}
        worddocument.toets(bestanden[pad], boek, omslag(self.u, status), voorblad(boek.titel, self.u, status), regels, verslag)
        return verslag

    def sjabloon(self, bestanden: Bestanden, stam: str, *, beleid: bool) -> list[Verslag]:
        """The page of a document that is a filled in template, and its PDF."""
        status = self.status.voor(beleidscontrole=beleid)
        bladzijden = opnieuw.sjablonen(self.u, status, beleid=beleid)[stam](status).goed()
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
        bronnen = (data.get("data-bron") or "" for boom in bomen.values() for data in boom.iter("data"))
        self.narekening.reken_wijzigingen(sorted({merk for bron in bronnen for merk in _GEVOELIG.findall(bron)}))
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
            verslag.fout("pakket-bestand", pad=pad, wat=f"is niet zoals de code het maakt ({waarom_niet(fout)})")
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
                    verslag.fout("pakket-bestand", pad=f"een beeld van {pad}", wat=f"is niet te lezen ({waarom_niet(fout)})")
            for weg in sorted(hier - bestanden.keys()):
                verslag.fout("pakket-bestand", 0, pad=weg, wat="ontbreekt")
        los = (pad for pad in bestanden if pad.startswith(BEELDEN) and pad not in getoond)
        return [*verslagen, *vreemd(los)]

    def gegevens(self, pakket: Bestanden, bestanden: Bestanden) -> list[Verslag]:
        """Tables, metadata, style sheets and typefaces."""
        alle = gegevens.opnieuw(self.u, self.status.voor(beleidscontrole=False))
        zou = {pad: inhoud for pad, inhoud in alle.items() if self._heeft(pakket, pad.partition("/")[0])}
        verslagen = als_opnieuw(bestanden, zou)
        if _UITKOMSTEN in zou:
            gegevens.bij_naam(bestanden, self.narekening, verslagen[_UITKOMSTEN])
        return [*verslagen.values(), *vreemd(pad for pad in bestanden if pad.startswith(_GEGEVENS) and pad not in zou)]

    def website(self, pakket: Bestanden) -> list[Verslag]:
        """What makes one site of the documents: its own pages and files, and what it adds to the pages of each of them."""
        status = self.status.voor(beleidscontrole=False)
        kaal = zonder_website({pad: inhoud for pad, inhoud in pakket.items() if pad != manifest.NAAM})
        eigen = {status.bestandsnaam(pad): inhoud for pad, inhoud in uitleg(self.u, status).items()}
        zou = als_website({**met_uitleg(kaal, self.u, status), **eigen}, self.u, status)
        te_zien = {pad: inhoud for pad, inhoud in zou.items() if is_van_website(pad) or pakket.get(pad) != inhoud}
        return [*als_opnieuw(pakket, te_zien).values(), *vreemd(pad for pad in pakket if is_van_website(pad) and pad not in zou)]

    def werkboek(self, bestanden: Bestanden) -> list[Verslag]:
        """The workbook with the results of the model."""
        zou = {_WERKBOEK: gegevens.werkboek_opnieuw(self.u, self.status.voor(beleidscontrole=False))}
        verslagen = als_opnieuw(bestanden, zou)
        if _WERKBOEK in bestanden:
            gegevens.bij_naam_in_werkboek(bestanden[_WERKBOEK], self.narekening, verslagen[_WERKBOEK])
        return [*verslagen.values(), *vreemd(pad for pad in bestanden if pad.endswith(".xlsx") and pad not in zou)]

    def manifest(self, bestanden: Bestanden) -> list[Verslag]:
        """The manifest: what it says of the package and of the files in it."""
        verslag = Verslag(manifest.NAAM)
        inhoud = {pad: tekst for pad, tekst in bestanden.items() if pad != manifest.NAAM}
        beleid = is_beleidscontrole(bestanden)
        status = self.status.voor(beleidscontrole=beleid)
        verwacht = manifest.manifest(self.u.ps, status, inhoud, soort_van(bestanden))
        gevonden = bestanden[manifest.NAAM]
        gegevens.vergelijk(manifest.NAAM, gevonden, met_gemelde_omgeving(gevonden, verwacht, verslag), verslag)
        sjablonen = {f"{stam}.{soort}" for stam in self._sjablonen(bestanden) for soort in ("html", "pdf")}
        return [verslag, *vreemd(pad for pad in inhoud if not self._hoort_erbij(zonder_merk(pad), sjablonen, bestanden))]

    def _hoort_erbij(self, pad: str, sjablonen: Set[str], pakket: Bestanden) -> bool:
        """Whether another part of the check reads this file."""
        if pad in sjablonen or is_beleidscontrole(pakket):
            return pad in sjablonen
        van_boek = pad in (f"{BOEK}.pdf", f"{BOEK}.docx") or pad.startswith(BEELDEN) or is_pagina(pad)
        return (
            (van_boek and self._heeft(pakket, BOEK))
            or (pad.startswith(_GEGEVENS) and self._heeft(pakket, pad.partition("/")[0]))
            or (pad == _WERKBOEK and self._heeft(pakket, _MODEL))
            or is_van_website(pad)
            or (pad == f"{TOPBERAAD}.pdf" and soort_van(pakket) == "mpp")
        )


def _hoofddeel(boom: HtmlElement) -> HtmlElement:
    """The part of a page that is its chapter."""
    return next(iter(boom.find_class("hoofdstuk")), boom)


def _boom(inhoud: bytes) -> HtmlElement:
    from lxml import html

    return html.document_fromstring(inhoud or b"<html></html>")
