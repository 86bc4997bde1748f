"""What the pages of a round still say of the edition before it, and what they leave empty."""

import re
from collections.abc import Iterator

from lxml import html

from mpp.getal.feiten import UITDRUKKING
from mpp.ronde.feiten import lees_feiten
from tests.editie import PROJECT

_INVOER = re.compile(r"bijlage-(?:b-parameters|c-vergelijking)\.html$|(?:^|/)uitleg/(?:parameters|realisaties)/")
"""The pages that show texts of the parameter files, of this edition and of the one before."""
_OUDE_DAG = re.compile(r"(?<!\d)(?:1 januari|28 april) 2023")
_VORIGE = re.compile(
    r"(?:ten opzichte van|van|Wat|Na|met de parameters van|in|In) MPP 2023-1|MPP 2023-1, (?:eigen uitkomst|herrekend)|^MPP 2023-1$"
    r"|^MPP 2023-1 \(openbare reconstructie\)(?=: waar van die editie)"
)


def teksten(pagina: bytes) -> list[str]:
    """The paragraphs, items, captions, headings and cells of a page as they are read, without what a future in the file rests on."""
    boom = html.fromstring(pagina)
    for weg in boom.xpath("//script|//style|//nav|//dd/span[starts-with(@data-bron, 'prognose:')]"):
        weg.drop_tree()
    stukken = boom.xpath("//p|//li|//figcaption|//caption|//td|//th|//h1|//h2|//h3|//dd|//svg//text")
    return [tekst for stuk in stukken if (tekst := " ".join("".join(stuk.itertext()).split()))]


def _vorm(tekst: str) -> re.Pattern[str]:
    """A fact as it is read, whatever its numbers are."""
    stukken = re.split(r"@[\w-]+", UITDRUKKING.sub("@x", tekst).replace("*", ""))
    return re.compile(r".{1,90}?".join(re.escape(" ".join(stuk.split())).replace(r"\ ", r"\s?") for stuk in stukken))


FEITEN = {feit.id: _vorm(feit.tekst) for feit in lees_feiten(PROJECT.wortel).values()}
"""The facts of the shipped edition, as they are known on a page."""


def oude_zinnen(pad: str, pagina: bytes) -> list[str]:
    """What a page still says of the shipped edition: its facts, its days, its name but as the edition before."""
    gelezen = [tekst.replace("’", "'") for tekst in teksten(pagina)]
    oud = [tekst for tekst in gelezen for feit in FEITEN.values() if feit.search(tekst)]
    if not _INVOER.search(pad):
        oud += [tekst for tekst in gelezen if _OUDE_DAG.search(tekst) or "MPP 2023-1" in _VORIGE.sub("", tekst)]
    return oud


def leeg(pagina: bytes) -> Iterator[str]:
    """What a fact that is not told left behind: a paragraph or an item with nothing in it, a space before a stop."""
    for stuk in html.fromstring(pagina).xpath("//main//p|//main//li"):
        if re.search(r" [.,;:]", tekst := stuk.text_content()) or not (tekst.strip() or stuk.xpath(".//img|.//svg")):
            yield tekst
