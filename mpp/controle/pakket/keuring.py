"""The check of a finished package: what a reader gets, file by file, held against the results it was made of."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket import drukwerk, gegevens, totalen
from mpp.controle.pakket.beelden import Beelden, Opschrift, inhoud, opschriften
from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.nummering import nummering
from mpp.controle.pakket.pagina import Paginalezer
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import webtekst
from mpp.herkomst.narekenen import Narekening
from mpp.render.omslag import omslag
from mpp.uitgave import manifest
from mpp.uitgave.status import MERK

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

Bestanden = Mapping[str, bytes]
Deel = Callable[[], list[Verslag]]
_BOEK: Final = "rapportage"
_VARIANT: Final = re.compile(r"beleidscontrole-(.+?)\.(?:html|pdf)")
_MERK: Final = re.compile(rf"^([^/]*?)(?:-\d{{4}}-\d\.\d+)?(?:-{MERK})?(?=[/.]|$)")
_GEVOELIG: Final = "gevoeligheid:"
_GEGEVENS: Final = ("open-data/", "rapportage/stijl/", "rapportage/lettertypen/")


class Keuring:
    """The check of the files of one package, made of the results `u`; `soort` is that of its manifest."""

    def __init__(self, u: Uitkomsten, status: Status):
        self.u, self.status = u, status
        self.narekening = Narekening(u)
        self.bronnen = Bronteksten(u.ps.wortel, u, status)
        self.lezer = Paginalezer(Benoemd(self.narekening, self.bronnen))
        self.beelden = Beelden(self.narekening)

    def bereid_voor(self, bestanden: Bestanden) -> None:
        """Compute beforehand what several parts of the check of these files need."""
        if any(pad.startswith(_GEGEVENS) for pad in bestanden):
            _ = self.u.met_trekkingen

    def delen(self, pakket: Bestanden, alleen: str = "") -> list[Deel]:
        """The parts of the check that stand by themselves, what takes longest first; those that read the file `alleen` if given."""
        bestanden, alleen = {zonder_merk(pad): inhoud for pad, inhoud in pakket.items()}, zonder_merk(alleen)
        paginas = [pad for pad in bestanden if pad.endswith(".html") and not pad.startswith(_GEGEVENS)]
        boek = tuple(pad for pad in paginas if pad.startswith(f"{_BOEK}/"))
        documenten = [boek] if boek else []
        documenten += [(pad,) for pad in paginas if pad not in boek]
        delen: list[tuple[Deel, Callable[[str], bool]]] = []
        for paden in documenten:
            stam = f"{_BOEK}." if paden == boek else paden[0].removesuffix("html")

            def van(pad: str, paden: tuple[str, ...] = paden, stam: str = stam) -> bool:
                return pad in paden or pad.startswith(stam) or (paden == boek and pad.endswith(".svg"))

            delen += [(partial(self.document, bestanden, paden), van), (partial(self.grafieken, bestanden, paden), van)]
        if any(pad.startswith(_GEGEVENS) for pad in bestanden):
            delen.insert(2 if boek else 0, (partial(self.gegevens, bestanden), self._is_gegeven))
        delen.append((partial(self.manifest, pakket), manifest.NAAM.__eq__))
        return [deel for deel, leest in delen if not alleen or leest(alleen)]

    def _is_gegeven(self, pad: str) -> bool:
        return pad.startswith(_GEGEVENS) or pad.endswith(".xlsx")

    def document(self, bestanden: Bestanden, paden: Sequence[str]) -> list[Verslag]:
        """The pages of one document, and its PDF."""
        from pikepdf import PdfError

        bomen, pdf, variant = self._lees(bestanden, paden)
        origines = {b for boom in bomen.values() for data in boom.iter("data") if (b := data.get("data-bron") or "").startswith(_GEVOELIG)}
        self.narekening.reken_wijzigingen(sorted({bron.removeprefix(_GEVOELIG).partition(":")[0] for bron in origines}))
        nummers = nummering(bomen)
        alts = self.beelden.alts_van_variant(variant) if variant else frozenset(self.beelden.alts)
        verslagen, geschreven, hoofddelen = [], list[list[Opschrift]](), []
        for pad, boom in bomen.items():
            verslag = Verslag(pad)
            self.lezer.lees(boom, verslag, nummers, alts)
            totalen.toets(boom, verslag)
            verslagen.append(verslag)
            hoofddelen.append(_hoofddeel(boom))
            geschreven += [opschriften(svg.decode(errors="replace")) for _, svg in _afbeeldingen(pad, boom, bestanden)]
        verslag = Verslag(pdf)
        verslagen.append(verslag)
        if pdf not in bestanden:
            verslag.fout("pakket-bestand", 0, pad=pdf, wat="ontbreekt")
        else:
            web = webtekst(list(bomen), hoofddelen, geschreven, inhoudsopgave=len(bomen) > 1)
            status = self.status.voor(beleidscontrole=bool(variant))
            kaft = omslag(self.u, status, beleidscontrole=bool(variant))
            try:
                drukwerk.toets(bestanden[pdf], web, kaft, self.bronnen, self._bijlagen if len(bomen) > 1 else {}, verslag)
            except (PdfError, LookupError, AttributeError, ValueError, TypeError) as fout:
                verslag.fout("pakket-bestand", pad=pdf, wat=f"is niet te lezen ({fout})")
        return verslagen

    def grafieken(self, bestanden: Bestanden, paden: Sequence[str]) -> list[Verslag]:
        """The charts on the pages of one document."""
        bomen, _, variant = self._lees(bestanden, paden)
        verslagen = []
        for pad, boom in bomen.items():
            verslag = Verslag(pad)
            for alt, svg in _afbeeldingen(pad, boom, bestanden):
                self.beelden.toets(svg, alt, verslag, variant)
            verslagen.append(verslag)
        return verslagen

    def _lees(self, bestanden: Bestanden, paden: Sequence[str]) -> tuple[dict[str, HtmlElement], str, str]:
        """The pages of a document in the order of its own navigation, the path of its PDF, and of which variant it is."""
        bomen = {pad: _boom(bestanden[pad]) for pad in paden}
        eerste = bomen.get(f"{_BOEK}/index.html")
        if eerste is None:
            pdf = paden[0].removesuffix("html") + "pdf"
            return bomen, pdf, ((treffer := _VARIANT.fullmatch(pdf)) and treffer[1]) or ""
        volgorde = [f"{_BOEK}/{a.get('href')}" for a in eerste.xpath("//nav[@class='boek']//a")]
        op_orde = {pad: bomen[pad] for pad in [*volgorde, *sorted(bomen.keys() - set(volgorde))] if pad in bomen}
        return op_orde, f"{_BOEK}.pdf", ""

    @cached_property
    def _bijlagen(self) -> Bestanden:
        from mpp.render.rapportage import cijfers_csv

        return {f"{self.status.versie_van(self.u.editie)}-uitkomsten.csv": cijfers_csv(self.u)}

    @cached_property
    def _opnieuw(self) -> Bestanden:
        return gegevens.opnieuw(self.u, self.status.voor(beleidscontrole=False))

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
        vreemd = [pad for pad in bestanden if self._is_gegeven(pad) and pad not in self._opnieuw]
        return [*verslagen.values(), *_vreemd(vreemd)]

    def manifest(self, bestanden: Bestanden) -> list[Verslag]:
        """The manifest: what it says of the package and of the files in it."""
        verslag = Verslag(manifest.NAAM)
        inhoud = {pad: tekst for pad, tekst in bestanden.items() if pad != manifest.NAAM}
        beleid = any(_VARIANT.fullmatch(zonder_merk(pad)) for pad in inhoud)
        status = self.status.voor(beleidscontrole=beleid)
        verwacht = manifest.manifest(self.u.ps, status, inhoud, "beleidscontrole" if beleid else "mpp")
        gevonden = bestanden[manifest.NAAM]
        gegevens.vergelijk(manifest.NAAM, gevonden, _met_gemelde_omgeving(gevonden, verwacht, verslag), verslag)
        return [verslag, *_vreemd(pad for pad in inhoud if not self._hoort_erbij(zonder_merk(pad), set(map(zonder_merk, inhoud))))]

    def _hoort_erbij(self, pad: str, alle: Set[str]) -> bool:
        """Whether another part of the check reads this file: pages, their PDFs and their images, and what was made again."""
        if pad.endswith(".pdf"):
            return pad.removesuffix("pdf") + "html" in alle or f"{pad.removesuffix('.pdf')}/index.html" in alle
        return pad.endswith((".html", ".svg")) or self._is_gegeven(pad)


def zonder_merk(pad: str) -> str:
    """The path of a file without version and mark of a concept in its first part."""
    return _MERK.sub(r"\1", pad)


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
    """The part of a page that paper has too."""
    deel = next(iter(boom.find_class("hoofdstuk")), boom.find(".//main"))
    return boom if deel is None else deel


def _afbeeldingen(pad: str, boom: HtmlElement, bestanden: Bestanden) -> Iterator[tuple[str, bytes]]:
    """The charts on a page: the text that tells what each shows, and the image."""
    map_ = f"{Path(pad).parent.as_posix()}/"
    bij = {p.removeprefix(map_): beeld for p, beeld in bestanden.items() if p.endswith(".svg")}
    for beeld in _hoofddeel(boom).iter("img"):
        svg = inhoud(beeld.get("src") or "", bij)
        if svg is not None:
            yield beeld.get("alt") or "", svg


def _boom(inhoud: bytes) -> HtmlElement:
    from lxml import html

    return html.document_fromstring(inhoud)
