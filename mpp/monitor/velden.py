"""The cells of one row of a file of realisations, read; what is no answer is a problem with the row."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from mpp.monitor.lijst import Lijst, Onderwerp
from mpp.monitor.periode import NABIJ, VOORBEELD_STAND, VOORBEELDEN, Periode, lees_periode, lees_stand
from mpp.parameters.dagen import MAANDEN, datum
from mpp.parameters.perioden import einde, is_moment
from mpp.parameters.velden import GROOTSTE
from mpp.problemen import Probleem, lijkt_op, probleem

ONBEKEND: Final = "onbekend"
"""What stands for the value of a period of which nothing was published."""
_DUIZENDPUNT: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_KOMMA: Final = re.compile(r"-?\d+,\d+")
_GETAL: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


@dataclass(frozen=True)
class Cellen:
    """One row: its file, its number and its cells by the name of their column."""

    bestand: str
    regel: int
    inhoud: Mapping[str, Any]

    def tekst(self, kolom: str) -> str:
        """The cell as text."""
        waarde = self.inhoud.get(kolom)
        return "" if waarde is None else " ".join(str(waarde).split())

    def probleem(self, code: str, **gegevens: object) -> Probleem:
        """A problem in this row."""
        return probleem(code, bestand=self.bestand, regel=self.regel, **gegevens)


def lees_rij(cellen: Cellen, lijst: Lijst, stand: datetime.date) -> tuple[dict[str, Any], list[Probleem]]:
    """The fields of a row, and everything that is wrong in it; `stand` is the day on which the file was drawn up."""
    problemen: list[Probleem] = []
    onderwerp = lijst.alle.get(id := cellen.tekst("indicator"))
    if onderwerp is None:
        problemen.append(cellen.probleem("monitor-indicator", id=id or "(leeg)", suggestie=lijkt_op(id, lijst.alle)))
    periode = _periode(cellen, onderwerp, stand, problemen)
    waarde = _waarde(cellen, onderwerp, problemen)
    gepubliceerd, als = _gepubliceerd(cellen, stand, problemen)
    if not cellen.tekst("bron"):
        problemen.append(cellen.probleem("monitor-zonder-bron"))
    if waarde is None and not cellen.tekst("toelichting") and not problemen:
        problemen.append(cellen.probleem("monitor-onbekend-zonder-reden", onbekend=ONBEKEND))
    velden = {"onderwerp": onderwerp, "periode": periode, "waarde": waarde, "gepubliceerd": gepubliceerd, "gepubliceerd_als": als}
    return velden | {kolom: cellen.tekst(kolom) for kolom in ("bron", "adres", "toelichting")}, problemen


def lees_dag(waarde: Any) -> datetime.date | None:
    """The day in a cell: a date of the spreadsheet, or written as 2023-07-31."""
    if isinstance(waarde, datetime.datetime):
        return waarde.date()
    if isinstance(waarde, datetime.date):
        return waarde
    try:
        return datetime.date.fromisoformat(str(waarde).strip()) if len(str(waarde).strip()) == 10 else None
    except ValueError:
        return None


def _periode(cellen: Cellen, onderwerp: Onderwerp | None, stand: datetime.date, problemen: list[Probleem]) -> Periode | None:
    ruw, is_stand = cellen.inhoud.get("periode"), onderwerp is not None and onderwerp.telling == "stand"
    dag = lees_dag(ruw)
    if is_stand:
        periode, laatste = lees_stand(dag) if dag else None, dag
    else:
        tekst = f"{dag.year}-{dag.month:02d}" if isinstance(ruw, datetime.date) and dag and dag.day == 1 else cellen.tekst("periode")
        periode = lees_periode(tekst)
        laatste = periode.einde if periode else None
    if onderwerp is None:
        return None
    if is_stand and dag and periode is None:
        problemen.append(cellen.probleem("monitor-dag", dag=dag, dagen=NABIJ))
    elif periode is None:
        verwacht = f"{VOORBEELD_STAND}, want {onderwerp.naam} is een stand" if is_stand else VOORBEELDEN
        problemen.append(cellen.probleem("monitor-periode", periode=cellen.tekst("periode") or "niets", verwacht=verwacht))
    elif laatste and laatste > stand:
        problemen.append(cellen.probleem("monitor-na-stand", wat="De periode", dag=datum(laatste), stand=datum(stand)))
    return periode


def _waarde(cellen: Cellen, onderwerp: Onderwerp | None, problemen: list[Probleem]) -> float | None:
    ruw, tekst = cellen.inhoud.get("waarde"), cellen.tekst("waarde")
    if tekst.casefold() == ONBEKEND:
        return None
    reden = _geen_getal(ruw, tekst)
    waarde = float(tekst) if not reden else 0.0
    if not reden and not (isfinite(waarde) and abs(waarde) <= GROOTSTE):
        reden = "zo groot is geen cijfer van de keten"
    if reden:
        problemen.append(cellen.probleem("monitor-getal", waarde=tekst or "niets", reden=reden))
    elif waarde < 0:
        problemen.append(cellen.probleem("monitor-negatief", waarde=tekst))
    elif onderwerp and onderwerp.eenheid == "aandeel" and waarde > 1:
        problemen.append(cellen.probleem("monitor-aandeel", waarde=tekst, naam=onderwerp.naam))
    return waarde


def _geen_getal(ruw: Any, tekst: str) -> str:
    """Why a cell is no number; empty when it is one."""
    if isinstance(ruw, (int, float)) and not isinstance(ruw, bool):
        return ""
    if tekst.startswith("="):
        return "het is een formule; plak de waarde zelf"
    if _DUIZENDPUNT.fullmatch(tekst):
        return f"het heeft een punt voor duizendtallen; schrijf {tekst.replace('.', '').replace(',', '.')}"
    if _KOMMA.fullmatch(tekst):
        return f"het heeft een komma; schrijf {tekst.replace(',', '.')}"
    if _GETAL.fullmatch(tekst):
        return ""
    return f"het is tekst; schrijf cijfers, of {ONBEKEND} waar niets is gepubliceerd"


def _gepubliceerd(cellen: Cellen, stand: datetime.date, problemen: list[Probleem]) -> tuple[datetime.date | None, str]:
    """When the source was published, a day or a month, and how that reads."""
    ruw, tekst = cellen.inhoud.get("gepubliceerd"), cellen.tekst("gepubliceerd")
    dag = eerste = lees_dag(ruw)
    als = datum(dag) if dag else ""
    if dag is None and is_moment(tekst, "maand"):
        dag, eerste = einde(tekst, "maand"), datetime.date(int(tekst[:4]), int(tekst[5:]), 1)
        als = f"{MAANDEN[dag.month - 1]} {dag.year}"
    if dag is None or eerste is None:
        problemen.append(cellen.probleem("monitor-dag-bron", gevonden=tekst or "niets"))
    elif eerste > stand:
        problemen.append(cellen.probleem("monitor-na-stand", wat="De publicatie van de bron", dag=als, stand=datum(stand)))
    return dag, als
