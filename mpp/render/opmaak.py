"""A document of fixed layout: a Jinja2 template and a style sheet, filled with texts and charts, as HTML and as PDF."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from mpp.problemen import Fout, Probleem, probleem
from mpp.render import lettertypen, stijl
from mpp.render.teksten import Teksten
from mpp.render.vakken import uitloop

if TYPE_CHECKING:
    from weasyprint.document import Document

    from mpp.render.pdf import PdfMeta
    from mpp.uitkomsten import Uitkomsten

BESTANDEN = ("teksten.yml", "getallen.yml", "scherm.css")
_MM_PER_INCH = 25.4
_MATEN = frozenset({"tekst-te-lang", "tekst-te-breed", "afkortingen-te-lang"})
AFKORTINGEN = "afkortingen"
"""How the list of abbreviations is called in a layout: its words come from the glossary, not from the texts."""
_LANGE_PAGINA = "@page { size: 210mm 3000mm }</style>"
"""To measure by how much a text is too long: what runs off the page itself is not laid out."""


@dataclass(frozen=True)
class Bladzijden:
    """A document before it is laid out: its HTML for paper and for the screen, and what its PDF says about itself."""

    druk: str
    web: str
    meta: PdfMeta


@dataclass
class Beelden:
    """The charts of one document: each drawn once and carried along in the page itself."""

    u: Uitkomsten
    alt: dict[str, str] = field(default_factory=dict)
    bronnen: dict[str, str] = field(default_factory=dict)
    _uri: dict[tuple[str, float], str] = field(default_factory=dict)

    def __call__(self, naam: str, breedte: float) -> Markup:
        """The chart `naam`, `breedte` mm wide, without its own title, as an image with its alternative text."""
        import figures
        from figures.stijl.vel import voetregel

        if (naam, breedte) not in self._uri:
            svg = figures.svg(naam, self.u, breedte / _MM_PER_INCH, kop=False)
            self._uri[naam, breedte] = "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")
            self.alt[naam] = figures.lees(naam).alt(self.u)
            self.bronnen[naam] = voetregel(self.u, figures.lees(naam).BRON)
        return Markup('<figure><img src="{}" alt="{}"></figure>').format(self._uri[naam, breedte], self.alt[naam])


def bronmap(wortel: Path, naam: str) -> Path:
    """The folder `naam` of the project with the layout, texts and numbers of a document.

    Raises Fout for each file that is not there.
    """
    map_ = wortel / naam
    bestanden = (*(map_ / bestand for bestand in BESTANDEN), map_ / f"{naam}.html.j2", map_ / f"{naam}.css", wortel / "glossary.yml")
    weg = [pad.relative_to(wortel).as_posix() for pad in bestanden if not pad.is_file()]
    if weg:
        raise Fout([probleem("bronbestand-ontbreekt", pad=pad) for pad in weg])
    return map_


def vul(pad: Path, **velden: object) -> str:
    """The template `pad` filled with `velden`: sandboxed, strict, everything escaped unless it is HTML already.

    Raises Fout when the template cannot be read or asks for what is not given, with its line.
    """
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
    from jinja2.sandbox import SandboxedEnvironment

    omgeving = SandboxedEnvironment(loader=FileSystemLoader(pad.parent), autoescape=True, undefined=StrictUndefined)
    try:
        return omgeving.get_template(pad.name).render(velden)
    except TemplateError as fout:
        regel = fout.lineno if isinstance(fout, TemplateSyntaxError) else None
        naam = f"{pad.parent.name}/{pad.name}"
        raise Fout([probleem("opmaak-fout", bestand=naam, regel=regel, melding=fout.message or "onbekend")]) from None


def stijlregels(*paden: Path, letters: bool) -> Markup:
    """The house's base and the style sheets `paden` as one; with `letters` the typeface inside, for HTML on its own."""
    delen = [_letterregels()] if letters else []
    delen += [stijl.bestanden()[f"stijl/{naam}.css"].decode() for naam in ("basis", "bladspiegel")]
    delen += [pad.read_text(encoding="utf-8") for pad in paden]
    return Markup("\n".join(delen))


def _letterregels() -> str:
    sneden = {"Regular": (400, "normal"), "SemiBold": (600, "normal")}
    web = lettertypen.voor_web()
    return "\n".join(
        f'@font-face {{ font-family: "{lettertypen.FAMILIE}"; font-weight: {gewicht}; font-style: {vorm}; src: '
        f"url(data:font/woff2;base64,{base64.b64encode(web[f'lettertypen/IBMPlexSans-{snede}.woff2']).decode('ascii')}) "
        'format("woff2"); }'
        for snede, (gewicht, vorm) in sneden.items()
    )


def maak(html: str, meta: PdfMeta, teksten: Teksten, document: str, paginas: int) -> bytes:
    """The PDF of `html`, of which every text fits its box and which has exactly so many `paginas`.

    Raises Fout with each text that does not fit, measured, and all else that is wrong with the pages.
    """
    from mpp.render.pdf import maak_pdf

    try:
        return maak_pdf(html, meta=meta, keuring=_keuring(teksten, document, paginas))
    except Fout as fout:
        if not any(p.code in _MATEN for p in fout.problemen):
            raise
        overig = [p for p in fout.problemen if p.code not in _MATEN]
        gemeten = html.replace("</style>", _LANGE_PAGINA, 1)
    try:
        maak_pdf(gemeten, meta=meta, keuring=_keuring(teksten, document, None))
    except Fout as fout:
        overig += [p for p in fout.problemen if p.code in _MATEN]
    raise Fout(overig)


def _keuring(teksten: Teksten, document: str, paginas: int | None) -> Callable[[Document], Iterable[Probleem]]:
    """A check of the laid out pages: every text fits its box, and there are so many `paginas`."""

    def keur(blad: Document) -> Iterator[Probleem]:
        for u in uitloop(blad):
            lijst = u.tekst == AFKORTINGEN
            code = "tekst-te-breed" if u.opzij else "afkortingen-te-lang" if lijst else "tekst-te-lang"
            teveel = "1 regel" if u.regels == 1 else f"{u.regels} regels"
            bestand = "glossary.yml" if lijst else teksten.bestand
            yield probleem(code, bestand=bestand, regel=teksten.regels.get(u.tekst), sleutel=u.tekst, teveel=teveel, mm=_nl(u.mm))
        if paginas is not None and len(blad.pages) != paginas:
            yield probleem("paginas-aantal", bestand=teksten.bestand, document=document, aantal=len(blad.pages), verwacht=paginas)

    return keur


def _nl(waarde: float) -> str:
    return f"{waarde:.1f}".replace(".", ",")
