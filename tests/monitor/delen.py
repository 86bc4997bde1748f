"""Small files of realisations, and an edition that says of each month what it is."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mpp.monitor.bestand import KOLOMMEN, Realisaties, lees_realisaties
from mpp.monitor.lijst import lees_lijst
from tests.editie import PROJECT

KOP = f"stand,2023-07-31\n{','.join(KOLOMMEN)}\n"
BRON = "IND,2023-02-10,,"
LIJST = lees_lijst(PROJECT.wortel)


def regel(indicator: str, periode: str, waarde: object, slot: str = BRON) -> str:
    return f"{indicator},{periode},{waarde},{slot}\n"


def schrijf(map_: Path, *regels: str, kop: str = KOP) -> Path:
    pad = map_ / "realisaties.csv"
    pad.write_text(kop + "".join(regels), encoding="utf-8")
    return pad


def lees(map_: Path, *regels: str, kop: str = KOP) -> Realisaties:
    return lees_realisaties(schrijf(map_, *regels, kop=kop), LIJST, map_)


@dataclass(frozen=True)
class Proef:
    """Month m (from 1) of every indicator is `factor` m in medio, half of it in minimum and twice in maximum."""

    begin: int = 0
    factor: float = 100.0
    naam: str = "MPP proef"
    jaren: tuple[int, ...] = (2023,)

    def vanaf(self, jaar: int) -> int:
        return self.begin

    def maanden(self, id: str, jaar: int, scenario: str) -> np.ndarray:
        return np.arange(1.0, 13.0) * self.factor * {"minimum": 0.5, "medio": 1.0, "maximum": 2.0}[scenario]

    def jaartotaal(self, id: str, jaar: int, scenario: str) -> float:
        return float(self.maanden(id, jaar, scenario).sum())
