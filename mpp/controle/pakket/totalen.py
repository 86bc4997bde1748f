"""Totals and the parts under them, as they are shown: they add up, or the page says why not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.verslag import Verslag
from mpp.getal.totalen import GEREALISEERD
from mpp.uitkomsten.register import register

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UITLEG: Final = {"indicator:": ("afronding", "afgerond"), "realisatie:": (GEREALISEERD,)}
"""By what a number is of, the words by which what stands around a table tells that it does not add up."""


def toets(boom: HtmlElement, verslag: Verslag) -> None:
    """Add up again in every table of a page."""
    for tabel in boom.iter("table"):
        for soort, uitleg in _UITLEG.items():
            getoond = {
                (id, variant, getal.get("data-sleutel") or ""): waarde
                for getal in tabel.iter("data")
                for variant, van, id in [(getal.get("data-bron") or "").rpartition(soort)]
                if van and id in register() and (waarde := _waarde(getal.text_content())) is not None
            }
            fouten = list(_telt_niet_op(getoond))
            if fouten and not _uitgelegd(tabel, uitleg):
                for id, sleutel, som, totaal in fouten:
                    naam = f"{register()[id].naam} ({sleutel.replace('|', ', ')})"
                    verslag.fout("pakket-telt-niet-op", 0, totaal=naam, getal=totaal, som=som)


def _telt_niet_op(getoond: dict[tuple[str, str, str], Decimal]) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    for (id, variant, sleutel), totaal in getoond.items():
        delen = [getoond.get((deel, variant, sleutel)) for deel in register()[id].delen]
        if delen and None not in delen:
            som = sum((deel for deel in delen if deel is not None), Decimal(0))
            if som != totaal:
                yield id, sleutel, som, totaal


def _waarde(tekst: str) -> Decimal | None:
    kaal = tekst.strip().removesuffix("%").replace(".", "").replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return Decimal(kaal) if kaal.lstrip("-").replace(".", "").isdigit() else None


def _uitgelegd(tabel: HtmlElement, uitleg: Collection[str]) -> bool:
    """Whether what stands around the table, up to its section, has one of these words."""
    for ouder in tabel.iterancestors():
        if any(woord in (ouder.text_content()) for woord in uitleg):
            return True
        if ouder.tag in ("section", "article", "main"):
            return False
    return False
