"""The check of a finished package: what a reader gets, file by file, held against the results it was made of."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket import drukwerk, gegevens, totalen
from mpp.controle.pakket.beelden import Beelden, Opschrift, inhoud
from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.nummering import geteld
from mpp.controle.pakket.pagina import Paginalezer
from mpp.controle.pakket.verslag import Verslag, alle_problemen
from mpp.controle.pakket.webtekst import webtekst
from mpp.herkomst.narekenen import Narekening
from mpp.problemen import Fout, Probleem, probleem
from mpp.projectmap import projectmap
from mpp.render.omslag import omslag
from mpp.uitgave import manifest

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

Bestanden = Mapping[str, bytes]
_BOEK: Final = "rapportage"
_VARIANT: Final = re.compile(r"beleidscontrole-(.+?)(?:-CONCEPT)?\.(?:html|pdf)")
_GEGEVENS: Final = ("open-data/", "rapportage/stijl/", "rapportage/lettertypen/")


@dataclass(frozen=True)
class Uitslag:
    """What the check saw of a package, and everything that is wrong with it."""

    verslagen: tuple[Verslag, ...]

    @property
    def problemen(self) -> list[Probleem]:
        """Every problem, each once."""
        return alle_problemen(self.verslagen)

    @property
    def gezien(self) -> int:
        """How many numbers there are."""
        return sum(v.gezien for v in self.verslagen)

    @property
    def verantwoord(self) -> int:
        """How many of them are accounted for."""
        return sum(v.verantwoord for v in self.verslagen)


class Keuring:
    """The check of the files of one package, made of the results `u`; `soort` is that of its manifest."""

    def __init__(self, u: Uitkomsten, status: Status):
        self.u, self.status = u, status
        self.narekening = Narekening(u)
        self.bronnen = Bronteksten(projectmap(), u, status)
        self.lezer = Paginalezer(Benoemd(self.narekening, self.bronnen))
        self.beelden = Beelden(self.narekening)

    def delen(self, bestanden: Bestanden) -> list[Callable[[], list[Verslag]]]:
        """The parts of the check that stand by themselves, what takes longest first."""
        paginas = [pad for pad in bestanden if pad.endswith(".html") and not pad.startswith(_GEGEVENS)]
        boek = [pad for pad in paginas if pad.startswith(f"{_BOEK}/")]
        delen: list[Callable[[], list[Verslag]]] = [partial(self.boek, bestanden, boek)] if boek else []
        if any(pad.startswith(_GEGEVENS) for pad in bestanden):
            delen.append(partial(self.gegevens, bestanden))
        delen += [partial(self.document, bestanden, pad) for pad in paginas if pad not in boek]
        return [*delen, partial(self.manifest, bestanden)]

    def boek(self, bestanden: Bestanden, paginas: Sequence[str]) -> list[Verslag]:
        """The rapportage: its pages in the order of its own navigation, and its PDF."""
        bomen = {pad: _boom(bestanden[pad]) for pad in paginas}
        eerste = bomen.get(f"{_BOEK}/index.html")
        volgorde = [f"{_BOEK}/{a.get('href')}" for a in eerste.xpath("//nav[@class='boek']//a")] if eerste is not None else []
        op_orde = {pad: bomen[pad] for pad in [*volgorde, *sorted(bomen.keys() - set(volgorde))] if pad in bomen}
        return self._samen(bestanden, op_orde, self.status.bestandsnaam(f"{_BOEK}.pdf"))

    def document(self, bestanden: Bestanden, pad: str) -> list[Verslag]:
        """A document of one page of HTML, and its PDF."""
        return self._samen(bestanden, {pad: _boom(bestanden[pad])}, pad.removesuffix("html") + "pdf")

    def _samen(self, bestanden: Bestanden, bomen: Mapping[str, HtmlElement], pdf: str) -> list[Verslag]:
        variant = (treffer := _VARIANT.fullmatch(pdf)) and treffer[1] or ""
        nummers = geteld(bomen)
        alts = self.beelden.alts_van_variant(variant) if variant else frozenset(self.beelden.alts)
        verslagen, grafieken, hoofddelen = [], list[list[Opschrift]](), []
        for pad, boom in bomen.items():
            verslag = Verslag(pad)
            self.lezer.lees(boom, verslag, nummers, alts)
            totalen.toets(boom, verslag)
            deel = next(iter(boom.find_class("hoofdstuk")), boom.find(".//main"))
            hoofddelen.append(deel if deel is not None else boom)
            bij = {p.removeprefix(f"{Path(pad).parent.as_posix()}/"): b for p, b in bestanden.items() if p.endswith(".svg")}
            for beeld in hoofddelen[-1].iter("img"):
                svg = inhoud(beeld.get("src") or "", bij)
                if svg is not None:
                    grafieken.append(self.beelden.toets(svg, beeld.get("alt") or "", verslag, variant))
            verslagen.append(verslag)
        if pdf in bestanden:
            verslag = Verslag(pdf)
            web = webtekst(hoofddelen, grafieken, inhoudsopgave=len(bomen) > 1)
            kaft = omslag(self.u, self.status, beleidscontrole=bool(variant))
            drukwerk.toets(bestanden[pdf], web, kaft, self.bronnen, self._bijlagen if len(bomen) > 1 else {}, verslag)
            verslagen.append(verslag)
        return verslagen

    @cached_property
    def _bijlagen(self) -> Bestanden:
        from mpp.render.rapportage import cijfers_csv

        return {f"{self.u.editie.id}-uitkomsten.csv": cijfers_csv(self.u)}

    @cached_property
    def _opnieuw(self) -> Bestanden:
        return {self.status.bestandsnaam(pad): inhoud for pad, inhoud in gegevens.opnieuw(self.u, self.status).items()}

    def gegevens(self, bestanden: Bestanden) -> list[Verslag]:
        """Tables, metadata, workbook, style sheets and typefaces."""
        verslagen = {}
        for pad, verwacht in self._opnieuw.items():
            verslagen[pad] = Verslag(pad)
            if pad in bestanden:
                gegevens.vergelijk(pad, bestanden[pad], verwacht, verslagen[pad])
            else:
                verslagen[pad].fout("pakket-bestand", 0, pad=pad, wat="ontbreekt")
        gegevens.bij_naam(bestanden, self.narekening, verslagen["open-data/uitkomsten.csv"])
        return list(verslagen.values())

    def manifest(self, bestanden: Bestanden) -> list[Verslag]:
        """The manifest: what it says of the package and of the files in it."""
        verslag = Verslag(manifest.NAAM)
        inhoud = {pad: tekst for pad, tekst in bestanden.items() if pad != manifest.NAAM}
        soort: manifest.Soort = "beleidscontrole" if any(_VARIANT.fullmatch(pad) for pad in inhoud) else "mpp"
        verwacht = manifest.manifest(self.u.ps, self.status, inhoud, projectmap(), soort)
        gegevens.vergelijk(manifest.NAAM, bestanden[manifest.NAAM], verwacht, verslag)
        return [verslag, *_niet_gelezen(inhoud, self._opnieuw if soort == "mpp" else {})]


def _niet_gelezen(bestanden: Bestanden, opnieuw: Bestanden) -> list[Verslag]:
    """Files that no part of the check reads: there should be none."""
    bekend = (".html", ".pdf", ".svg")
    verslagen = [Verslag(pad) for pad in bestanden if not pad.endswith(bekend) and pad not in opnieuw]
    for verslag in verslagen:
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat="hoort niet bij dit pakket")
    return verslagen


def keur_pakket(map_: Path, u: Uitkomsten, status: Status) -> Uitslag:
    """Everything that is wrong with the package in the folder `map_`, and with the zip beside it.

    Raises Fout when it is no package, or one of other parameters than those of `u`.
    """
    bestanden = lees_pakket(map_)
    _zelfde_invoer(map_, bestanden, u)
    return Uitslag((*keur_bestanden(bestanden, u, status), *_zip(map_, bestanden)))


_geerfd: list[Callable[[], list[Verslag]]] = []
"""What the forked processes inherit, so that results need not be sent to them."""


def keur_bestanden(bestanden: Bestanden, u: Uitkomsten, status: Status) -> list[Verslag]:
    """The reports on the files of a package, two parts at a time where the system can fork."""
    keuring = Keuring(u, status)
    delen = keuring.delen(bestanden)
    if "fork" not in multiprocessing.get_all_start_methods():
        return [verslag for deel in delen for verslag in deel()]
    _geerfd[:] = delen
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as processen:
        return [verslag for verslagen in processen.map(_in_vork, range(len(delen))) for verslag in verslagen]


def _in_vork(nummer: int) -> list[Verslag]:
    return _geerfd[nummer]()


def lees_pakket(map_: Path) -> dict[str, bytes]:
    """Every file of a package by its path. Raises Fout when it is none."""
    if not (map_ / manifest.NAAM).is_file():
        raise Fout([probleem("pakket-onleesbaar", map=map_.as_posix(), reden="er is geen manifest.json")])
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def _zelfde_invoer(map_: Path, bestanden: Bestanden, u: Uitkomsten) -> None:
    try:
        gevonden = str(json.loads(bestanden[manifest.NAAM])["parameters"]["sha256"])
    except (ValueError, KeyError, TypeError):
        raise Fout([probleem("pakket-onleesbaar", map=map_.as_posix(), reden="het manifest is niet te lezen")]) from None
    if gevonden != u.ps.hash:
        raise Fout([probleem("pakket-andere-invoer", bestand=manifest.NAAM, wat="parameters", gevonden=gevonden[:16], verwacht=u.ps.hash[:16])])


def _zip(map_: Path, bestanden: Bestanden) -> list[Verslag]:
    """What the zip beside the folder has otherwise."""
    pad = map_.with_name(f"{map_.name}.zip")
    if not pad.is_file():
        return []
    verslag = Verslag(pad.name)
    try:
        with zipfile.ZipFile(pad) as zip_:
            erin = {naam.removeprefix(f"{map_.name}/"): hashlib.sha256(zip_.read(naam)).digest() for naam in zip_.namelist()}
    except (zipfile.BadZipFile, OSError, NotImplementedError) as fout:
        verslag.fout("pakket-bestand", 0, pad=pad.name, wat=f"is niet te lezen ({fout})")
        return [verslag]
    hier = {naam: hashlib.sha256(inhoud).digest() for naam, inhoud in bestanden.items()}
    for naam in sorted(erin.keys() | hier.keys()):
        if erin.get(naam) != hier.get(naam):
            verslag.fout("pakket-bestand", 0, pad=naam, wat=f"is in {pad.name} anders dan in de map")
    return [verslag]


def _boom(inhoud: bytes) -> HtmlElement:
    from lxml import html

    return html.document_fromstring(inhoud)
