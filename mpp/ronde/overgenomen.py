"""What a round took over of the last one unasked: which of its texts speak of that round, and which values lost their band."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.dagen import MAANDEN
from mpp.parameters.te_leveren import TE_LEVEREN
from mpp.parameters.tijd import laatste_dag

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

_TEKSTEN: Final = ("aanname", "toelichting", "later")
_VAN_TOEN: Final = re.compile(
    r"\b(?:19|20)\d\d\b"
    rf"|\b(?:{'|'.join(MAANDEN)})\b"
    r"|\d\.\d{3}\b|\d ?%"
    r"|\b(?:eerste|tweede|laatste|vorige?|volgende?|dit|afgelopen|komende?) (?:half)?ja(?:ar|ren)\b"
    r"|\b(?:medio|minimum|maximum|prognose|raming|inmiddels|onlangs|nu|peildatum)\b",
    re.IGNORECASE,
)
"""A year, a month, a share or a number of thousands, or a word that holds from where the last round stood."""


@dataclass(frozen=True)
class Overgenomen:
    """A parameter that was kept: its id and line, and what of it speaks of the last round or what is gone."""

    id: str
    regel: int | None
    tekst: str


def opnieuw_te_lezen(boom: Blok, vorige: Parameterset | None) -> Iterator[Overgenomen]:
    """The parameters that stand as in the last round, and that name a year, a day, an outcome or a source of then.

    Not those that say who read them again (`gelezen`), those of which the words are others now, nor those with a source of after the
    adoption of the last round.
    """
    later = {sleutel for sleutel, bron in vorige.bronnen.items() if laatste_dag(bron) > vorige.editie.vastgesteld} if vorige else set()
    for i, record, toen in _paren(boom, vorige):
        if "gelezen" not in record and _is_gebleven(record, toen):
            woorden = [tekst for tekst in _gedeeld(_TEKSTEN, record, toen) if _VAN_TOEN.search(tekst)]
            if van_toen := woorden or [bron for bron in _gedeeld(("bron",), record, toen) if bron not in later]:
                yield Overgenomen(str(record["id"]), regel_van(boom, ("parameters", i)), van_toen[0])


def gebleven(boom: Blok, vorige: Parameterset | None) -> Iterator[str]:
    """The parameters of which values stand as in the last round, on the same ground."""
    yield from (str(record["id"]) for _, record, toen in _paren(boom, vorige) if _is_gebleven(record, toen))


def zonder_band(boom: Blok, vorige: Parameterset | None) -> Iterator[Overgenomen]:
    """The parameters with values that had a band in the last round and have none now; one that is well founded needs none."""
    for i, record, toen in _paren(boom, vorige):
        waarden, eerder = record["waarden"], toen["waarden"]
        laatste = next(reversed(eerder.values()))
        kaal = [s for s, w in waarden.items() if w != TE_LEVEREN and _heeft_band(eerder.get(s, laatste)) and not _heeft_band(w)]
        if kaal and record.get("kwaliteit") != "groen":
            yield Overgenomen(str(record["id"]), regel_van(boom, ("parameters", i, "waarden", kaal[0])), ", ".join(kaal))


def _is_gebleven(record: Blok, toen: Blok) -> bool:
    """Whether a parameter still has a value of the last round, with words or a source of then; the nought of a variant aside."""
    eerder = {periode: _getal(w) for periode, w in toen["waarden"].items()}
    zelfde = any(_getal(w) == eerder[periode] for periode, w in record["waarden"].items() if periode in eerder)
    return zelfde and not record.get("alleen_variant") and bool(_gedeeld((*_TEKSTEN, "bron"), record, toen))


def _paren(boom: Blok, vorige: Parameterset | None) -> Iterator[tuple[int, Blok, Blok]]:
    """Every parameter of the file, by its place, beside what the last round had under the same name."""
    eerder = {record["id"]: record for record in vorige.boom["parameters"]} if vorige else {}
    for i, record in enumerate(boom.get("parameters") or ()):
        if isinstance(record, Blok) and isinstance(record.get("waarden"), Blok) and record.get("id") in eerder:
            yield i, record, eerder[record["id"]]


def _gedeeld(velden: Sequence[str], record: Blok, toen: Blok) -> list[str]:
    """What a record and its values say in these fields, and said in the last round."""
    eerder = set(_inhoud(velden, toen))
    return [tekst for tekst in dict.fromkeys(_inhoud(velden, record)) if tekst in eerder]


def _inhoud(velden: Sequence[str], record: Blok) -> Iterator[str]:
    for deel in (record, *record["waarden"].values()):
        for gegeven in (deel.get(veld) for veld in velden) if isinstance(deel, Blok) else ():
            yield from (tekst for tekst in ([gegeven] if isinstance(gegeven, str) else gegeven or ()) if tekst != TE_LEVEREN)


def _getal(waarde: Any) -> Any:
    return waarde.get("waarde") if isinstance(waarde, Blok) else waarde


def _heeft_band(waarde: Any) -> bool:
    return isinstance(waarde, Blok) and bool(waarde.keys() & {"laag", "hoog"})
