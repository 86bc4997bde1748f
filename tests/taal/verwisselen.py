"""Named numbers of the communications' documents taken from elsewhere: another year, scenario, moment or indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mpp.getal.plaatshouders import maak_getallen
from mpp.glossarium import Glossarium, lees_glossarium
from mpp.lezen import Blok, lees
from mpp.problemen import Fout
from mpp.render.teksten import Teksten
from mpp.uitkomsten import SCENARIOS, Uitkomsten, indicator, indicatoren
from mpp.varianten import MERK, lees_variant, namen, reken

_PLAATSHOUDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass
class Document:
    """One file of texts with the numbers it names, and the results that these come from."""

    bestand: Path
    getallen: Blok
    tak: str
    u: Uitkomsten
    andere: dict[str, Uitkomsten]
    glossarium: Glossarium
    takken: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        boom = lees(self.bestand)
        self.takken = {naam: str(tak) for naam, tak in (boom[self.tak] if self.tak else boom).items()}

    @property
    def gebruikt(self) -> frozenset[str]:
        """The names of the numbers that a text shows."""
        return frozenset(_PLAATSHOUDER.findall(" ".join(self.takken.values())))

    def tegenspraken(self, getallen: Blok, naam: str = "") -> list[str]:
        """The names that a text contradicts once the numbers are these; with `naam` only in the parts of the file that show it.

        Raises Fout when the numbers cannot be made.
        """
        teksten = Teksten(self.bestand, maak_getallen(getallen, self.bestand.name, self.u, self.andere), self.glossarium, tak=self.tak)
        for sleutel in teksten.regels:
            if f"{{{{ {naam} }}}}" in self.takken[sleutel.partition(".")[0]] or not naam:
                teksten(sleutel)
        return [str(p.gegevens["naam"]) for p in teksten.problemen() if p.code == "tekst-tegenspraak"]


def documenten(wortel: Path, u: Uitkomsten) -> Iterator[Document]:
    """The infographic, the annex to the letter and the variants."""
    glossarium = lees_glossarium(wortel / "glossary.yml")
    for map_ in ("infographic", "kamerbrief"):
        yield Document(wortel / map_ / "teksten.yml", lees(wortel / map_ / "getallen.yml"), "", u, {}, glossarium)
    for naam in namen(wortel):
        variant = lees_variant(naam, wortel)
        uitkomsten = reken(variant, u)
        doorloop = variant.kop.doorloop
        hoofd = uitkomsten[f"{doorloop.uitgewerkt:g}" if doorloop else MERK]
        yield Document(wortel / variant.pad, variant.boom["getallen"], "teksten", hoofd, {"mpp": u, **uitkomsten}, glossarium)


@dataclass(frozen=True)
class Verwisseling:
    """One named number taken from elsewhere: what was changed of it, and to what."""

    document: Document
    naam: str
    soort: str
    nieuw: object

    @property
    def getallen(self) -> Blok:
        """The numbers of the document with the change."""
        oud = self.document.getallen
        sleutel = {"jaar": "jaar", "scenario": "scenario", "moment": "moment"}.get(self.soort, "indicator")
        spec = Blok({**oud[self.naam], sleutel: self.nieuw})
        spec.regel, spec.regels = oud[self.naam].regel, oud[self.naam].regels
        nieuw = Blok({**oud, self.naam: spec})
        nieuw.regel, nieuw.regels = oud.regel, oud.regels
        return nieuw

    def wordt_gevonden(self) -> bool | None:
        """Whether a text contradicts the number now; None where there is no such number to take."""
        try:
            return self.naam in self.document.tegenspraken(self.getallen, self.naam)
        except Fout:
            return None


def verwisselingen(document: Document) -> Iterator[Verwisseling]:
    """Every such change of every number that a text of the document shows itself."""
    for naam, spec in document.getallen.items():
        if naam not in document.gebruikt:
            continue
        if "indicator" in spec:
            eigen = indicator(spec["indicator"])
            yield from (Verwisseling(document, naam, "jaar", j) for j in document.u.jaren if j != spec["jaar"])
            yield from (Verwisseling(document, naam, "scenario", s) for s in SCENARIOS if s != spec.get("scenario", "medio"))
            for i in indicatoren("extern").values():
                if i.id != eigen.id:
                    yield Verwisseling(document, naam, "andere eenheid" if i.eenheid != eigen.eenheid else "zelfde eenheid", i.id)
        elif "realisatie" in spec:
            momenten = document.u.ps.realisaties[spec["realisatie"]].waarden
            yield from (Verwisseling(document, naam, "moment", m) for m in momenten if m != str(spec["moment"]))
