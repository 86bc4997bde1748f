"""The data dictionary: every indicator, unit, column and term, with its definition and its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from mpp.glossarium import lees_glossarium
from mpp.opendata.bestanden import Rij
from mpp.opendata.tabel import tabellen
from mpp.opendata.uitgever import uitgever
from mpp.uitkomsten.register import indicatoren

#: The groups of the dictionary, in order, with the title of each.
GROEPEN: Final = {
    "indicator": "Indicatoren",
    "begrip": "Begrippen",
    "afkorting": "Afkortingen",
    "eenheid": "Eenheden",
    "kolom": "Kolommen van de tabellen",
}


@dataclass(frozen=True)
class Begrip:
    """One entry: its group and key, what it is called, what it means, in English too where that is known.

    `ruimer` are the keys of the entries of its group of which it is a part.
    """

    groep: str
    sleutel: str
    term: str
    definitie: str
    ook: tuple[str, ...] = ()
    code: str | None = None
    eenheid: str | None = None
    toelichting: str | None = None
    ruimer: tuple[str, ...] = ()
    en: str | None = None

    @property
    def uri(self) -> str:
        """The address of the entry."""
        return adres(self.groep, self.sleutel)

    @property
    def anker(self) -> str:
        """Where it stands on the page of the dictionary."""
        return f"{self.groep}-{self.sleutel.replace('/', '.').replace(' ', '-')}"


def adres(groep: str, sleutel: str) -> str:
    """The address of the entry of a group: words in a key are joined, for an address has no spaces."""
    return uitgever().id(groep, *sleutel.replace(" ", "-").split("/"))


def begrippen(rijen: Mapping[str, Sequence[Rij]], glossarium: Path) -> list[Begrip]:
    """Every entry for the published tables `rijen` and the terms in `glossarium`, group by group."""
    return [*_indicatoren(rijen), *_termen(glossarium), *_eenheden(rijen), *_kolommen(rijen)]


def _indicatoren(rijen: Mapping[str, Sequence[Rij]]) -> Iterator[Begrip]:
    for rij in rijen["indicatoren"]:
        id, eenheid = str(rij["indicator"]), str(rij["eenheid"])
        toelichting = f"Organisatie: {rij['organisatie']}. Soort: {rij['soort']}."
        naam, definitie = str(rij["naam"]), str(rij["definitie"])
        ruimer = tuple(totaal.id for totaal in indicatoren("extern").values() if id in totaal.delen)
        yield Begrip("indicator", id, naam, definitie, code=id, eenheid=eenheid, toelichting=toelichting, ruimer=ruimer)


def _termen(glossarium: Path) -> Iterator[Begrip]:
    """Terms, and abbreviations: those that share an address are one entry with several names."""
    lijst = lees_glossarium(glossarium)
    for b in lijst.begrippen:
        yield Begrip("begrip", b.uri_slug, b.term, b.uitleg, b.ook)
    for slug, zelfde in groupby(sorted(lijst.afkortingen, key=lambda a: a.uri_slug), key=lambda a: a.uri_slug):
        eerste, *varianten = zelfde
        namen = (eerste.afkorting, *(naam for v in varianten for naam in (v.afkorting, v.voluit)))
        ook = tuple(dict.fromkeys(naam for naam in namen if naam != eerste.voluit))
        yield Begrip("afkorting", slug, eerste.voluit, eerste.uitleg, ook)


def _eenheden(rijen: Mapping[str, Sequence[Rij]]) -> Iterator[Begrip]:
    for rij in rijen["eenheden"]:
        eenheid = str(rij["eenheid"])
        yield Begrip("eenheid", eenheid, f"{eenheid} (eenheid)", str(rij["omschrijving"]), code=eenheid)


def _kolommen(rijen: Mapping[str, Sequence[Rij]]) -> Iterator[Begrip]:
    for naam in rijen:
        for kolom in tabellen()[naam].kolommen:
            keuze = f"Toegestane waarden: {', '.join(kolom.waarden)}." if kolom.waarden else None
            sleutel, term = f"{naam}/{kolom.naam}", f"{kolom.naam} ({naam})"
            yield Begrip("kolom", sleutel, term, kolom.omschrijving, code=f"{naam}.{kolom.naam}", toelichting=keuze, en=kolom.en)
