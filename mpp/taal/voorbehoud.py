"""Numbers on a page that rest on a realisation that leaves something out, where the page does not say so.

It is said in the same paragraph, item or cell; in a chart or table with its caption and notes. A number that stands alone in its block is
read with what stands around that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mpp.getal.voorbehoud import Voorbehoud, voorbehouden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.parameters import Parameterset

_BLOKKEN: Final = frozenset({"p", "li", "dd", "dt", "td", "th", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "div"})


@dataclass(frozen=True)
class Ongezegd:
    """A number and what its page does not say of it; `nummer` counts from nought the numbers of this origin that stand before it."""

    element: HtmlElement
    voorbehoud: Voorbehoud
    nummer: int

    @property
    def gegevens(self) -> dict[str, str]:
        """What a message tells of it."""
        getal = " ".join(self.element.text_content().split())
        zin = " ".join(_blok(self.element).text_content().split())
        return {"getal": getal, "wat": self.voorbehoud.wat, "zin": zin if len(zin) <= 160 else zin[:159] + "…"}


def ongezegd(boom: HtmlElement, ps: Parameterset) -> Iterator[Ongezegd]:
    """Every number in `boom` of which it is not said what it leaves out."""
    eerder: Counter[tuple[str, str]] = Counter()
    for element in boom.xpath(".//*[contains(@data-bron, 'realisatie:')]"):
        bron, sleutel = element.get("data-bron"), element.get("data-sleutel") or ""
        for voorbehoud in voorbehouden(bron, sleutel, ps):
            if not voorbehoud.gezegd(_blok(element).text_content()):
                yield Ongezegd(element, voorbehoud, eerder[bron, sleutel])
                break
        eerder[bron, sleutel] += 1


def _blok(element: HtmlElement) -> HtmlElement:
    """What is read together with a number."""
    eigen = " ".join(element.text_content().split())
    for om in element.iterancestors():
        if om.tag == "table":
            return _met_noten(om)
        if om.tag in _BLOKKEN and om.tag not in ("td", "th") and " ".join(om.text_content().split()) != eigen:
            return om
    return element


def _met_noten(tabel: HtmlElement) -> HtmlElement:
    """A table with its caption and notes: the figure that it is in, or else what holds it."""
    om = tabel.xpath("ancestor::*[starts-with(@id, 'tbl-')][1]")
    return om[0] if om else tabel.getparent()
