"""Named numbers of the communications' documents taken from elsewhere: another year, scenario, moment or indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mpp.documenten.teksten import Teksten
from mpp.getal.plaatshouders import maak_getallen
from mpp.glossarium import Glossarium, lees_glossarium
from mpp.lezen import Blok, lees
from mpp.problemen import Fout
from mpp.uitkomsten import SCENARIOS, Uitkomsten, indicator
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
        gemaakt = maak_getallen(getallen, self.bestand.name, self.u, self.andere)
        teksten = Teksten(self.bestand, gemaakt, self.glossarium, self.u.ps, tak=self.tak)
        for sleutel in teksten.regels:
            if f"{{{{ {naam} }}}}" in self.takken[sleutel.partition(".")[0]] or not naam:
                teksten(sleutel)
        return [str(p.gegevens["naam"]) for p in teksten.problemen() if p.code == "tekst-tegenspraak"]


def documenten(wortel: Path, u: Uitkomsten) -> Iterator[Document]:
    """The infographic, the annex to the letter, the prognosis and the variants."""
    glossarium = lees_glossarium(wortel / "glossary.yml")
    for map_ in ("infographic", "kamerbrief", "prognose"):
        yield Document(wortel / map_ / "teksten.yml", lees(wortel / map_ / "getallen.yml"), "", u, {}, glossarium)
    for naam in namen(wortel):
        variant = lees_variant(naam, wortel)
        uitkomsten = reken(variant, u)
        doorloop = variant.kop.doorloop
        hoofd = uitkomsten[f"{doorloop.uitgewerkt:g}" if doorloop else MERK]
        yield Document(wortel / variant.pad, variant.boom["getallen"], "teksten", hoofd, {"mpp": u, **uitkomsten}, glossarium)


@dataclass(frozen=True)
class Verwisseling:
    """One named number taken from elsewhere: the name that a text shows, what was changed, and what its number is now."""

    document: Document
    naam: str
    soort: str
    van: str
    spec: dict[str, object]

    def wordt_gevonden(self) -> bool | None:
        """Whether a text contradicts the number now; None where there is no such number to take."""
        oud = self.document.getallen
        spec = Blok(self.spec)
        spec.regel, spec.regels = oud[self.van].regel, oud[self.van].regels
        nieuw = Blok({**oud, self.van: spec})
        nieuw.regel, nieuw.regels = oud.regel, oud.regels
        try:
            return self.naam in self.document.tegenspraken(nieuw, self.naam)
        except Fout:
            return None


def verwisselingen(document: Document, indicatoren_: Sequence[str]) -> Iterator[Verwisseling]:
    """Every change of year, scenario, moment and side of every number that a text of the document shows, and to these indicators."""
    for naam, spec in document.getallen.items():
        if naam not in document.gebruikt:
            continue
        van = spec.get("een_op") or spec.get("van_de") or spec.get("ongeveer") or naam
        for soort, anders in _anders(document, document.getallen[van], indicatoren_):
            yield Verwisseling(document, naam, soort, van, anders)


def _anders(document: Document, spec: Blok, indicatoren_: Sequence[str]) -> Iterator[tuple[str, dict[str, object]]]:
    if "indicator" in spec:
        n = len(document.u.jaren)
        yield from (("jaar", {**spec, "jaar": jaar}) for jaar in range(1, n + 1) if jaar != spec["jaar"] % (n + 1))
        yield from (("scenario", {**spec, "scenario": s}) for s in SCENARIOS if s != spec.get("scenario", "medio"))
        eenheid = indicator(spec["indicator"]).eenheid
        for id in indicatoren_:
            if id != spec["indicator"]:
                yield "zelfde eenheid" if indicator(id).eenheid == eenheid else "andere eenheid", {**spec, "indicator": id}
    elif "realisatie" in spec:
        reeks = document.u.ps.realisaties[spec["realisatie"]]
        eigen = str(spec["moment"]) if "moment" in spec else reeks.moment_van(document.u.jaren[0] + spec["jaar"] - 1)
        zonder = {sleutel: waarde for sleutel, waarde in spec.items() if sleutel != "jaar"}
        yield from (("moment", {**zonder, "moment": m}) for m in reeks.waarden if m != eigen)
    for soort, ander in (("kans_boven", "kans_onder"), ("kans_onder", "kans_boven")):
        if soort in spec:
            yield "kans", {"jaar": spec["jaar"], ander: spec[soort]}
            yield from (("kans", {**spec, soort: s}) for s in SCENARIOS if s != spec[soort] and spec[soort] in SCENARIOS)
