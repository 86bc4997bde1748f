"""The document as a reader meets it: words, tables by the name of their caption, what stands under a heading."""

from collections.abc import Iterator
from itertools import takewhile

from lxml.html import HtmlElement


def woorden(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def tabel(pagina: HtmlElement, naam: str) -> list[list[str]]:
    """The rows under the heads of the table `naam`."""
    (gevonden,) = pagina.xpath(f"//caption[@id='tabel-{naam}']/..")
    return [[woorden(cel) for cel in rij] for rij in gevonden.iterfind(".//tbody/tr")]


def onder(pagina: HtmlElement, kop: str) -> str:
    """The words between the heading `kop` and the next one of its level."""
    (gevonden,) = [h for h in pagina.iter("h2") if woorden(h) == kop]
    return " ".join(woorden(deel) for deel in takewhile(lambda e: e.tag != "h2", gevonden.itersiblings()))


def koppen(pagina: HtmlElement) -> Iterator[str]:
    yield from (woorden(h) for h in pagina.iter("h2"))
