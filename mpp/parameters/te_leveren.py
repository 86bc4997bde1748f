"""What is still to be delivered: where a new round was begun, the words `te leveren` stand in place of a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from mpp.lezen import Blok, Rij, regel_van
from mpp.problemen import Probleem, probleem

TE_LEVEREN: Final = "te leveren"
APM: Final = "APM"
"""Who delivers what is no partner's: the prognosis, the day of adoption."""
_SECTIES: Final = ("parameters", "realisaties")
BAND: Final = "band"
OORDEEL: Final = ("kwaliteit", "impact")
"""How a parameter is judged: that belongs to what its values rest on, and is given anew with them."""


@dataclass(frozen=True)
class Open:
    """A value to deliver: in which section, by which organisation, of which record and period, and where it stands.

    With `veld` it is something beside the value: the name of a record, how it is judged, why it rests on later knowledge, or the band.
    """

    sectie: str
    wie: str
    id: str
    periode: str
    regel: int | None
    veld: str = ""


def te_leveren(boom: Blok) -> Iterator[Open]:
    """Every value in a parameter file that is still to be delivered, in the order of the file."""
    if (editie := boom.get("editie")) and isinstance(editie, Blok):
        for veld in (veld for veld, waarde in editie.items() if waarde == TE_LEVEREN):
            yield Open("editie", APM, veld, "", editie.regels.get(veld))
    for i, s in enumerate(_records(boom, "prognose", "scenarios")):
        for veld in (veld for veld in ("naam", "aanname") if s.get(veld) == TE_LEVEREN):
            yield Open("prognose", APM, str(s.get("id")), "", s.regels.get(veld), "naam" if veld == "naam" else "")
        for jaar, waarde in _blok(s, "jaren").items():
            if _is_open(waarde):
                yield Open("prognose", APM, str(s.get("id")), jaar, regel_van(boom, ("prognose", "scenarios", i, "jaren", jaar)))
    for sectie in _SECTIES:
        for i, reeks in enumerate(_records(boom, sectie)):
            wie, id = str(reeks.get("eigenaar")), str(reeks.get("id"))
            for velden in (["later"], [veld for veld in OORDEEL if reeks.get(veld) == TE_LEVEREN]):
                if velden and reeks.get(velden[0]) == TE_LEVEREN:
                    yield Open(sectie, wie, id, "", reeks.regels.get(velden[0]), " en ".join(velden))
            for periode, waarde in _blok(reeks, "waarden").items():
                if _is_open(waarde):
                    yield Open(sectie, wie, id, periode, regel_van(boom, (sectie, i, "waarden", periode)), _wat_open_is(waarde))


def nog_te_leveren(boom: Blok, naam: str) -> list[Probleem]:
    """The problem that values are to be delivered, with how many by each organisation, on the line of the first; or none."""
    open_ = list(te_leveren(boom))
    per_partner = Counter(o.wie for o in open_)
    wie = ", ".join(f"{partner} {aantal}" for partner, aantal in sorted(per_partner.items()))
    return [probleem("ronde-te-leveren", bestand=naam, regel=open_[0].regel, aantal=len(open_), wie=wie)] if open_ else []


def _is_open(waarde: Any) -> bool:
    return waarde == TE_LEVEREN or (isinstance(waarde, Blok) and TE_LEVEREN in waarde.values())


def _wat_open_is(waarde: Any) -> str:
    """What of a value is open beside it, where the value itself is given."""
    if not isinstance(waarde, Blok) or waarde.get("waarde") == TE_LEVEREN:
        return ""
    return "later" if waarde.get("later") == TE_LEVEREN else BAND


def _blok(deel: Any, sleutel: str) -> Blok:
    inhoud = deel.get(sleutel) if isinstance(deel, Blok) else None
    return inhoud if isinstance(inhoud, Blok) else Blok()


def _records(boom: Blok, *weg: str) -> Rij:
    deel: Any = boom
    for sleutel in weg:
        deel = deel.get(sleutel) if isinstance(deel, Blok) else None
    return Rij(r for r in deel if isinstance(r, Blok)) if isinstance(deel, Rij) else Rij()
