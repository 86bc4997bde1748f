"""A small report with everything a chapter may hold, made through the house's own templates."""

from __future__ import annotations

import base64
import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mpp.controle.verwacht import Verwacht
from mpp.pdf import Bijlage, PdfMeta
from mpp.render import druk, site
from mpp.sjabloon import vul

_HIER = Path(__file__).parent / "voorbeeld"

META = PdfMeta(titel="Voorbeeldrapportage", onderwerp="Voorbeeld", auteur="APM", datum=datetime.date(2023, 4, 28))
BIJLAGEN = [
    Bijlage("instroom.csv", b"jaar;waarde\n2023;67012\n", "text/csv", "De instroom van dit rapport"),
    Bijlage("bezetting.csv", b"jaar;waarde\n2023;70300\n", "text/csv", "De bezetting van dit rapport"),
]
VERWACHT = Verwacht(editie="MPP 2023-1", verklaring="Openbare reconstructie – geen officiële publicatie", concept=True)
OMSLAG = {
    "titel": META.titel,
    "editie": VERWACHT.editie,
    "staat": "CONCEPT · openbaar",
    "concept": True,
    "verklaring": VERWACHT.verklaring,
}

_INHOUD = [
    {
        "id": "instroom",
        "nummer": "2",
        "titel": "Instroom",
        "kinderen": [
            {"id": "samenstelling", "nummer": "2.1", "titel": "Samenstelling van de instroom"},
            {"id": "scenarios", "nummer": "2.2", "titel": "Scenario’s en kansen"},
        ],
    },
    {
        "id": "opvang",
        "nummer": "3",
        "titel": "Opvang",
        "kinderen": [{"id": "bezetting", "nummer": "3.1", "titel": "Bezetting en capaciteit"}],
    },
]
_SOORTEN = [
    ("Eerste aanvragen", ["46.600", "48.300", "47.100", "46.400", "46.000"]),
    ("Herhaalde aanvragen", ["1.600", "1.700", "1.700", "1.700", "1.700"]),
    ("Nareis", ["16.700", "21.500", "24.800", "23.900", "22.700"]),
    ("Hervestiging en relocatie", ["2.100", "2.100", "2.100", "2.100", "2.100"]),
    ("<strong>Totaal</strong>", ["67.000", "73.600", "75.700", "74.100", "72.500"]),
]


def hoofdstuk(naam: str) -> str:
    """The HTML of a chapter: `instroom` (text, figure, lists, notes) or `opvang` (long and wide tables)."""
    grafiek = base64.b64encode((_HIER / "grafiek.svg").read_bytes()).decode()
    omgeving = Environment(loader=FileSystemLoader(_HIER), undefined=StrictUndefined)
    return omgeving.get_template(f"{naam}.html").render(grafiek=grafiek, jaren=range(2023, 2028), soorten=_SOORTEN)


def document(**hoofdstukken: str) -> str:
    """The report as one HTML document for print; a chapter may be replaced."""
    return vul(
        druk.SJABLOON,
        bondig=True,
        taal="nl",
        ondertitel="Instroom, doorstroom en uitstroom in de migratieketen in drie scenario’s",
        soort="Meerjaren Productie Prognose",
        colofon=[
            ("Editie", VERWACHT.editie),
            ("Peildatum", "1 januari 2023"),
            ("Vastgesteld", "28 april 2023"),
            ("Parameters", "sha256 9f2c41d07be6"),
        ],
        toelichting="Dit is een openbare reconstructie uit gepubliceerde cijfers; het is geen officiële publicatie.",
        inhoud=_INHOUD,
        hoofdstukken=[{"id": h["id"], "bijlage": False, "html": Markup(hoofdstukken.get(h["id"]) or hoofdstuk(h["id"]))} for h in _INHOUD],
        **OMSLAG,
    )


def pagina() -> str:
    """The chapter `instroom` as a page of the website."""
    navigatie = [{"naam": h["id"], "titel": h["titel"], "nummer": h["nummer"]} for h in _INHOUD]
    html = hoofdstuk("instroom").replace('href="#opvang"', 'href="opvang.html"')
    return vul(
        site.SJABLOON,
        bondig=True,
        hoofdstuk={**navigatie[0], "id": "instroom", "html": Markup(html)},
        navigatie=navigatie,
        paragrafen=_INHOUD[0]["kinderen"],
        vorige=None,
        volgende=navigatie[1],
        ondertitel=META.onderwerp,
        **OMSLAG,
    )
