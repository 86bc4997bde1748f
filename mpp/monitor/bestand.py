"""A delivered file of realisations, CSV or xlsx: the day on which it was drawn up, and a row per number with its source."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from mpp.monitor.lijst import Lijst, Onderwerp
from mpp.monitor.periode import Periode
from mpp.monitor.toetsen import toets_rijen
from mpp.monitor.velden import Cellen, lees_dag, lees_rij
from mpp.padnamen import bestandsnaam
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.problemen.waarom import waarom_niet

STAND: Final = "stand"
KOLOMMEN: Final = ("indicator", "periode", "waarde", "bron", "gepubliceerd", "adres", "toelichting")
"""The columns in their order; an address and a note may be empty."""
_SOORTEN: Final = (".csv", ".xlsx")


@dataclass(frozen=True)
class Rij:
    """One number: what it is of, when, its value (None where the period is not known), its source and the line it stands on."""

    onderwerp: Onderwerp
    periode: Periode
    waarde: float | None
    bron: str
    gepubliceerd: datetime.date
    gepubliceerd_als: str
    adres: str
    toelichting: str
    regel: int

    @property
    def bronvermelding(self) -> str:
        """The source with its day, or its month where the file gives no more."""
        return f"{self.bron}, {self.gepubliceerd_als}"


@dataclass(frozen=True)
class Realisaties:
    """The file `naam`: as known on the day `stand`, the rows of each subject in order of time."""

    naam: str
    stand: datetime.date
    rijen: Mapping[str, tuple[Rij, ...]]

    @property
    def alle(self) -> Iterator[Rij]:
        """Every row, subject by subject."""
        return (rij for rijen in self.rijen.values() for rij in rijen)

    @property
    def jaar(self) -> int:
        """The year that it is of."""
        return next(self.alle).periode.jaar


def lees_realisaties(pad: Path, lijst: Lijst, wortel: Path) -> Realisaties:
    """The file `pad`. Raises Fout with everything that is wrong in it, each with its row."""
    inhoud = pad.read_bytes() if pad.is_file() else b""
    return _lees(bestandsnaam(pad, wortel), inhoud, pad.suffix.casefold(), _Sleutel(lijst))


@dataclass(frozen=True)
class _Sleutel:
    """The list of subjects, to keep what was read by."""

    lijst: Lijst

    def __hash__(self) -> int:
        return hash(tuple(self.lijst.alle))


@cache
def _lees(naam: str, inhoud: bytes, soort: str, sleutel: _Sleutel) -> Realisaties:
    if soort not in _SOORTEN or not inhoud:
        reden = f"het is geen {' of '.join(_SOORTEN)}" if soort not in _SOORTEN else "het is er niet, of het is leeg"
        raise Fout([probleem("monitor-bestand", bestand=naam, reden=reden)])
    rijen = [(nummer, rij) for nummer, rij in _cellen(naam, inhoud, soort) if any(cel not in (None, "") for cel in rij)]
    stand, problemen = _stand(naam, rijen)
    kolommen, fouten = _kolommen(naam, rijen)
    if problemen := [*problemen, *fouten]:
        raise Fout(problemen)
    assert stand is not None
    gelezen = [lees_rij(Cellen(naam, nummer, _op_kolom(kolommen, rij)), sleutel.lijst, stand) for nummer, rij in rijen[2:]]
    problemen = [p for velden, fout in gelezen for p in fout]
    goed = [Rij(**velden, regel=nummer) for (velden, fout), (nummer, _) in zip(gelezen, rijen[2:], strict=True) if not fout]
    problemen += toets_rijen(naam, goed, volledig=not problemen)
    if not rijen[2:]:
        problemen.append(probleem("monitor-leeg", bestand=naam))
    if problemen:
        raise Fout(problemen)
    per_id: dict[str, list[Rij]] = {}
    for rij in goed:
        per_id.setdefault(rij.onderwerp.id, []).append(rij)
    op_tijd = {id: tuple(sorted(van, key=lambda rij: rij.periode)) for id, van in per_id.items()}
    return Realisaties(naam, stand, op_tijd)


def _op_kolom(kolommen: Sequence[str], rij: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(kolommen, [*rij, *[""] * len(kolommen)], strict=False))


def _stand(naam: str, rijen: Sequence[tuple[int, Sequence[Any]]]) -> tuple[datetime.date | None, list[Probleem]]:
    """The day on the first line."""
    nummer, eerste = rijen[0] if rijen else (1, ())
    cellen = [*eerste, "", ""]
    dag = lees_dag(cellen[1])
    goed = str(cellen[0]).strip().casefold() == STAND and dag is not None and not any(cellen[2:])
    return (dag, []) if goed else (None, [probleem("monitor-kop", bestand=naam, regel=nummer, gevonden=_getoond(eerste))])


def _kolommen(naam: str, rijen: Sequence[tuple[int, Sequence[Any]]]) -> tuple[tuple[str, ...], list[Probleem]]:
    """The names on the second line."""
    nummer, tweede = rijen[1] if len(rijen) > 1 else (2, ())
    gevonden = tuple(str(cel or "").strip().casefold() for cel in tweede)
    while gevonden and not gevonden[-1]:
        gevonden = gevonden[:-1]
    alle = ", ".join(KOLOMMEN)
    problemen = []
    for kolom in (kolom for kolom in gevonden if kolom not in KOLOMMEN):
        gegevens = {"kolom": kolom or "(leeg)", "suggestie": lijkt_op(kolom, KOLOMMEN)}
        problemen.append(probleem("monitor-kolom", bestand=naam, regel=nummer, alle=alle, **gegevens))
    for kolom in (kolom for kolom in KOLOMMEN if gevonden.count(kolom) != 1):
        hoe = "ontbreekt" if kolom not in gevonden else "staat er meer dan een keer"
        problemen.append(probleem("monitor-kolom-ontbreekt", bestand=naam, regel=nummer, kolom=kolom, hoe=hoe, alle=alle))
    return gevonden, problemen


def _cellen(naam: str, inhoud: bytes, soort: str) -> list[tuple[int, Sequence[Any]]]:
    """The cells of every line with its number."""
    return list(_uit_csv(naam, inhoud)) if soort == ".csv" else list(_uit_werkboek(naam, inhoud))


def _uit_csv(naam: str, inhoud: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Fout([probleem("monitor-bestand", bestand=naam, reden="het is geen tekst in UTF-8")]) from None
    eerste = tekst.partition("\n")[0]
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=";" if ";" in eerste else ",", strict=True)
    try:
        yield from ((lezer.line_num, [cel.strip() for cel in rij]) for rij in lezer)
    except csv.Error as fout:
        reden = f"de regel is niet te lezen ({waarom_niet(fout)})"
        raise Fout([probleem("monitor-bestand", bestand=naam, regel=lezer.line_num, reden=reden)]) from None


def _uit_werkboek(naam: str, inhoud: bytes) -> Iterator[tuple[int, Sequence[Any]]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        boek = load_workbook(io.BytesIO(inhoud))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise Fout([probleem("monitor-bestand", bestand=naam, reden="het is geen werkboek dat te lezen is")]) from None
    if len(boek.worksheets) != 1:
        bladen = ", ".join(boek.sheetnames)
        raise Fout([probleem("monitor-bestand", bestand=naam, reden=f"het heeft meer dan een blad ({bladen})")])
    for nummer, rij in enumerate(boek.worksheets[0].iter_rows(), start=1):
        yield nummer, [cel.value.strip() if isinstance(cel.value, str) else cel.value for cel in rij]


def _getoond(rij: Sequence[Any]) -> str:
    return ", ".join("" if cel is None else str(cel) for cel in rij)[:80] or "niets"
