"""The documents of a package as one site: a menu on every page, a page to begin with, a page to search; and the documents as they were."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from mpp import lettertypen, stijl
from mpp.documenten.document import DOCUMENTEN
from mpp.website import plekken
from mpp.website.blad import MAP, Bladen
from mpp.website.verbinden import is_pagina, ontbind, verbind
from mpp.website.zoeken import zoekindex

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

BEGIN: Final = "index.html"
ZOEKEN: Final = "zoeken.html"
INDEX: Final = f"{MAP}/zoekindex.js"
_GEDEELD: Final = ("website.css", "website.js", "zoeken.js")
"""What the pages share beside the styles and the typeface of the house."""
_VORMEN: Final = {".html": "pagina", ".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx"}
_DATA: Final = "data"
_VRAGEN: Final = (("infographic", "rapportage"), ("prognose", "rapportage"), ())
"""The documents in which each question of the first page is answered; the last by the explanations."""
_VAN_WEBSITE: Final = re.compile(rf"{BEGIN}|{ZOEKEN}|(?:{MAP}|{plekken.MAP})(?:-[^/]*)?/.*")
_HOOFD: Final = re.compile(r"</head>")
_KOP: Final = re.compile(r'<header class="(?:kop|staat)">')
_HIER: Final = ' aria-current="true"'
_MENU: Final = re.compile(r'<link rel="stylesheet" href="[^"]*" data-website>.*?</script>|<nav class="website".*?</nav>', re.DOTALL)


@dataclass(frozen=True)
class Vorm:
    """One form of a document: its address and what readers call it."""

    adres: str
    naam: str


@dataclass(frozen=True)
class Stuk:
    """A document on the site: its title, its page, and all its forms."""

    naam: str
    titel: str
    adres: str
    vormen: tuple[Vorm, ...]


def met_uitleg(bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The files of a document with the numbers on its pages linked; those that are linked already are left."""
    aanwijzingen = Bladen(u, status).aanwijzingen
    return {
        pad: verbind(inhoud.decode(), pad, aanwijzingen, status.bestandsnaam).encode() if is_pagina(pad) else inhoud
        for pad, inhoud in bestanden.items()
    }


def als_website(bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The files of the documents with the explanations as one site. Raises Fout with every problem in the texts and the layout."""
    bladen, wortel = Bladen(u, status), u.ps.wortel / MAP
    stukken = tuple(_stukken(bestanden, bladen, status))
    eigen = {BEGIN: _begin(stukken, bladen), ZOEKEN: bladen.vul("zoeken", ZOEKEN, str(bladen.tekst("zoeken.kop")))}
    alle = {**bestanden, **{pad: html.encode() for pad, html in eigen.items()}}
    menu = _Menu(stukken, bladen, status.bestandsnaam)
    bladen.eis_goed()
    uitleg = status.bestandsnaam(f"{plekken.MAP}/")
    site = {pad: menu.op(pad, inhoud.decode()).encode() if is_pagina(pad) else inhoud for pad, inhoud in alle.items()}
    gedeeld = {f"{MAP}/{pad}": inhoud for pad, inhoud in {**stijl.bestanden(), **lettertypen.voor_web()}.items()}
    gedeeld |= {f"{MAP}/{naam}": (wortel / naam).read_bytes() for naam in _GEDEELD}
    return dict(sorted({**site, **gedeeld, INDEX: zoekindex(alle, lambda pad: pad.startswith(uitleg))}.items()))


def zonder_website(bestanden: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the documents as they were before they were one site: without menu and links, and what is the site's left out."""
    return {
        pad: pagina_zonder_website(inhoud) if is_pagina(pad) else inhoud
        for pad, inhoud in bestanden.items()
        if not is_van_website(pad)
    }


def pagina_zonder_website(inhoud: bytes) -> bytes:
    """A page as it was before it was one of a site."""
    return ontbind(_MENU.sub("", inhoud.decode(errors="surrogateescape"))).encode(errors="surrogateescape")


def is_van_website(pad: str) -> bool:
    """Whether a file is of the site itself and of no document, whatever version and mark its path carries."""
    return _VAN_WEBSITE.fullmatch(pad) is not None


def _stukken(bestanden: Mapping[str, bytes], bladen: Bladen, status: Status) -> Iterator[Stuk]:
    naam = {vorm: str(bladen.tekst(f"vormen.{vorm}")) for vorm in (*_VORMEN.values(), _DATA)}
    for document in DOCUMENTEN.values():
        stam = status.bestandsnaam(document.bestandsstam)
        paden = [pad for pad in bestanden if pad.rpartition(".")[0] == stam or pad == f"{stam}/{BEGIN}"]
        vormen = tuple(Vorm(pad, naam[vorm]) for einde, vorm in _VORMEN.items() for pad in paden if pad.endswith(einde))
        if not vormen and (pagina := _eerste_pagina(bestanden, stam)):
            vormen = (Vorm(pagina, naam[_DATA]),)
        if vormen:
            yield Stuk(document.naam, document.titel, vormen[0].adres, vormen)


def _eerste_pagina(bestanden: Mapping[str, bytes], map_: str) -> str:
    """The page of a document that is a folder of files."""
    return next((pad for pad in sorted(bestanden) if pad.startswith(f"{map_}/") and pad.endswith(".html")), "")


def _begin(stukken: tuple[Stuk, ...], bladen: Bladen) -> str:
    van_naam = {stuk.naam: stuk for stuk in stukken}
    bladen.aantal("start.vragen"), bladen.tekst("start.lees")  # an edition may have none of the documents that answer a question
    vragen = [[van_naam[naam] for naam in namen if naam in van_naam] for namen in _VRAGEN]
    return bladen.vul("start", BEGIN, str(bladen.tekst("menu.begin")), vragen=vragen, documenten=stukken)


class _Menu:
    """What stands on every page of the site: its style, its small conveniences, and the way to the other documents."""

    def __init__(self, stukken: tuple[Stuk, ...], bladen: Bladen, naam: Callable[[str], str]):
        overzicht = naam(plekken.OVERZICHT)
        self._naam = escape(bladen.tekst("menu.naam"))
        self._links = [
            (BEGIN, bladen.tekst("menu.begin")),
            *((stuk.adres, escape(stuk.titel)) for stuk in stukken if stuk.adres.endswith(".html")),
            (overzicht, bladen.tekst("menu.uitleg")),
            (ZOEKEN, bladen.tekst("menu.zoeken")),
        ]

    def op(self, pad: str, html: str) -> str:
        """The page at `pad` with the menu at its head."""
        top = "../" * pad.count("/")
        hoofd = f'<link rel="stylesheet" href="{top}{MAP}/website.css" data-website><script src="{top}{MAP}/website.js" defer></script>'
        return _KOP.sub(lambda kop: kop[0] + self._nav(pad, top), _HOOFD.sub(lambda eind: hoofd + eind[0], html, 1), 1)

    def _nav(self, pad: str, top: str) -> str:
        deel = pad.partition("/")[0]
        links = "".join(
            f'<li><a href="{top}{escape(adres)}"{_HIER if adres.partition("/")[0] == deel else ""}>{titel}</a></li>'
            for adres, titel in self._links
        )
        return f'<nav class="website" aria-label="{self._naam}"><details><summary>{self._naam}</summary><ul>{links}</ul></details></nav>'
