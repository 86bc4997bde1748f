"""A small book with everything that a chapter may hold, and its Word document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from types import SimpleNamespace

from lxml import etree

from mpp.parameters.akkoord import Akkoorden
from mpp.render.boek import Boek, maak_boek
from mpp.render.omslag import Omslag
from mpp.uitkomsten import Uitkomsten
from mpp.word.schrijven import Voorblad, docx
from tests.editie import VASTGESTELD
from tests.render.conftest import schrijf

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt"><path d="M 0 0 L 200 100" stroke="#0b2f62"/></svg>'
GETAL = 'Getal(45740, "zaken", 10, "indicator:ind.spoor4.instroom", "2023|medio")'
PARAMETER = 'Getal(0.62, "aandeel", 0.01, "parameter:ind.spoor4.aandeel_inwilliging", "2023")'

VOORAF = "# Vooraf {.unnumbered}\n\nDit is de eerste alinea.\nZie @sec-een en @tbl-een.\n"
EEN = f"""# Een & ander {{#sec-een}}

```{{python}}
#| include: false
from mpp.getal.getal import Getal, Naam
```

De dienst beslist in `{{python}} Naam("2023", "editie:jaren")` over `{{python}} {GETAL}` zaken.
Per spoor geldt een **eenvoudige** regel: eerst wat er was, dan wat er kwam.
Van elke zaak staat in @fig-een hoe lang zij duurt[^1].

## Tabellen {{#sec-tabellen}}

| Soort | Zaken |
|-------|------:|
| kort  | `{{python}} {GETAL}` |
| lang  | veel |

: Zaken per soort {{#tbl-een}}

::: {{#fig-een}}
![](lijn.svg){{fig-alt="Een lijn die stijgt."}}

De duur van een zaak.
:::

::: {{.callout-note title="Let op"}}
Een kader met tekst.
:::

- Eerste punt.
- Tweede punt met *nadruk* en een [koppeling](https://voorbeeld.nl/pad).

[^1]: Een noot met uitleg over de duur.
"""


def bestanden() -> dict[str, str]:
    """The sources of the book."""
    return {"index.qmd": VOORAF, "een.qmd": EEN, "lijn.svg": SVG}


def maak(map_: Path, extra: str = "") -> Boek:
    """The book, made in a folder; with `extra` at the end of its first chapter."""
    schrijf(map_, {**bestanden(), "index.qmd": f"{VOORAF}\n{extra}"})
    ps = SimpleNamespace(hash="parameters", akkoorden=Akkoorden(), pad=map_ / "parameters.yml", wortel=map_)
    return maak_boek(SimpleNamespace(ps=ps), bewaard=False)


def gegevens(u: Uitkomsten, **anders: str) -> tuple[Omslag, Voorblad]:
    """What the document says of itself: that it is of the shipped edition, unless told otherwise."""
    omslag = Omslag("MPP 2023-1 (openbare reconstructie)", "CONCEPT · openbaar", True, "Geen officiële publicatie", VASTGESTELD)
    velden = {"editie": u.editie.id, "versie": u.editie.id, "parameters": u.ps.hash, **anders}
    colofon = [("Editie", "MPP 2023-1")]
    return omslag, Voorblad("Proef – MPP 2023-1", colofon=colofon, toelichting="Uitleg.", dag=VASTGESTELD, **velden)


def als_docx(boek: Boek, u: Uitkomsten, **anders: str) -> bytes:
    """The Word document of the book."""
    return docx(boek, *gegevens(u, **anders))


def deel(inhoud: bytes, naam: str = "word/document.xml") -> etree._Element:
    """A part of a Word document."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return etree.fromstring(zip_.read(naam))


def tekst(element: etree._Element) -> str:
    """The text in an element, as it stands."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))
