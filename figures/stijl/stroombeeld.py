"""Any element of the model as a picture: its stocks as boxes, what flows in and out as arrows with the year's numbers.

Which stocks and flows those are follows from the declaration of the model alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, BLAUWTINT, INKT, OKER, OKERTINT, STIL
from figures.stijl.labels import cijfer
from figures.stijl.letters import breek
from figures.stijl.schema import PERSONEN_PER_MM, RASTER, Tekening, tekening
from figures.stijl.tekenaar import svg
from figures.stijl.vel import HEEL, MM, Vel
from mpp.herkomst.schakels import van_stand
from mpp.parameters.dagen import dag_en_maand
from mpp.productiemodel.onderdelen import BUITEN
from mpp.uitkomsten import indicator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mpp.herkomst import Herkomst
    from mpp.herkomst.uitleg import Voorraadjaar
    from mpp.productiemodel import Keten

BRON = "MPP-productiemodel"

VAK, PIJL, TEKST = 52.0, 14.0, 47.0
"""How wide a box, an arrow and the words beside it are, in grid units."""
REGEL, TUSSEN, DIKSTE = 3.4, 7.0, 5.0


@dataclass(frozen=True)
class Stroom:
    """One arrow: which flow, where from or to besides this stock (empty for outside), how much in the year."""

    id: str
    ander: str
    aantal: float


@dataclass(frozen=True)
class Vak:
    """One box: a stock in the year, with what flows in and out from the day `vanaf` on."""

    id: str
    begin: float
    vanaf: date
    eind: float
    erbij: tuple[Stroom, ...]
    eraf: tuple[Stroom, ...]


def voorraden(keten: Keten, id: str) -> tuple[str, ...]:
    """The stocks that an element is about.

    Itself; for a stand what it is read off; for a flow where it comes from and goes to; for a quantity the stocks of
    the flows nearest to it, of those it reads or is read by.
    """
    gezien, te_doen = {id}, deque([id])
    while te_doen:
        laag = list(te_doen)
        te_doen.clear()
        if gevonden := dict.fromkeys(v for onderdeel in laag for v in _direct(keten, onderdeel)):
            return tuple(v for v in keten.voorraden if v in gevonden)
        for buur in (b for onderdeel in laag for b in _buren(keten, onderdeel)):
            if buur not in gezien:
                gezien.add(buur)
                te_doen.append(buur)
    return ()


def _direct(keten: Keten, id: str) -> Iterator[str]:
    if id in keten.stromen:
        yield from (kant for kant in (keten.stromen[id].van, keten.stromen[id].naar) if kant != BUITEN)
    else:
        yield from van_stand(keten, id)


def _buren(keten: Keten, id: str) -> Iterator[str]:
    """What an element reads and what reads it."""
    yield from (ref.id for ref in keten.leest(id) if getattr(ref, "id", None) in keten.onderdelen)
    yield from (b.id for b in keten.berekeningen.values() if any(getattr(ref, "id", None) == id for ref in b.leest.values()))


def vakken(herkomst: Herkomst, id: str, jaar: int) -> tuple[Vak, ...]:
    """The boxes of the picture of an element in a year, in the order of the model."""
    return tuple(_vak(herkomst, v, herkomst.voorraadjaren(v, jaar)[-1]) for v in voorraden(herkomst.keten, id))


def _vak(herkomst: Herkomst, id: str, j: Voorraadjaar) -> Vak:
    stromen = herkomst.keten.stromen
    erbij = tuple(Stroom(s, _stock(stromen[s].van), aantal) for s, aantal in j.erbij.items())
    eraf = tuple(Stroom(s, _stock(stromen[s].naar), aantal) for s, aantal in j.eraf.items())
    return Vak(id, j.begin, date.fromisoformat(j.vanaf), j.eind, erbij, eraf)


def _stock(kant: str) -> str:
    return "" if kant == BUITEN else kant


def beeld(herkomst: Herkomst, id: str, jaar: int) -> bytes:
    """The picture as SVG, with a title and a description that a screen reader tells; the same bytes every time.

    Raises ValueError when the element is linked to no stock.
    """
    if not (rijen := vakken(herkomst, id, jaar)):
        raise ValueError(f"{id} is linked to no stock")
    titel = _titel(herkomst, id, jaar)
    ondertitel = f"Scenario {herkomst.scenario}: stroom in het jaar, stand op 31 december. Hoe dikker de pijl, hoe groter de stroom"
    hoogten = [_hoogte(vak) for vak in rijen]
    totaal = sum(hoogten) + TUSSEN * (len(rijen) - 1)
    vel = Vel(herkomst.u, titel, ondertitel, BRON, breedte=HEEL, hoogte=totaal * HEEL / MM / RASTER)
    t, y = tekening(vel, totaal), totaal
    grootste = max((s.aantal for vak in rijen for s in (*vak.erbij, *vak.eraf)), default=0.0)
    for vak, hoog in zip(rijen, hoogten, strict=True):
        _teken(t, vak, y, hoog, grootste, id)
        y -= hoog + TUSSEN
    return _toegankelijk(svg(vel.figuur, titel), titel, beschrijving(herkomst, id, jaar))


def beschrijving(herkomst: Herkomst, id: str, jaar: int) -> str:
    """The picture in words, with every number in it."""
    zinnen = [f"{_titel(herkomst, id, jaar)}; scenario {herkomst.scenario}."]
    for vak in vakken(herkomst, id, jaar):
        zinnen.append(f"{_naam(vak.id)}: {cijfer(vak.begin)} op {dag_en_maand(vak.vanaf)}, {cijfer(vak.eind)} op 31 december.")
        for kop, woord, stromen in (("Erbij", "van", vak.erbij), ("Eraf", "naar", vak.eraf)):
            delen = [f"{_naam(s.id)} {cijfer(s.aantal)}" + _ander(woord, s) for s in stromen]
            zinnen += [f"{kop}: {'; '.join(delen)}."] if delen else []
    return " ".join(zinnen)


def _naam(id: str) -> str:
    return indicator(id, "model").naam


def _titel(herkomst: Herkomst, id: str, jaar: int) -> str:
    eenheid = indicator(id, "model").eenheid
    waarde = cijfer(herkomst.waarde(id, jaar), eenheid)
    return f"{_naam(id)}, {jaar}: {waarde}{f' {eenheid}' if eenheid != 'aandeel' else ''}"


def _ander(woord: str, s: Stroom) -> str:
    return f" ({woord} {_naam(s.ander)})" if s.ander else ""


def _regels(s: Stroom, woord: str) -> list[str]:
    """The words beside an arrow: what flows and, where that is a stock, where from or to."""
    regels = breek(_naam(s.id), TEKST, 7.8)
    return regels + (breek(f"{woord} {_naam(s.ander)}", TEKST, 7.8) if s.ander else [])


def _hoog(s: Stroom, woord: str) -> float:
    return 4.6 + REGEL * len(_regels(s, woord)) + 2.6


def _kop(vak: Vak) -> list[str]:
    return breek(_naam(vak.id), VAK - 9, 9.5, 600)


def _hoogte(vak: Vak) -> float:
    zijden = (sum(_hoog(s, woord) for s in stromen) for woord, stromen in (("van", vak.erbij), ("naar", vak.eraf)))
    return max(21.0 + 4.4 * len(_kop(vak)), *zijden)


def _teken(t: Tekening, vak: Vak, boven: float, hoog: float, grootste: float, gevraagd: str) -> None:
    x = TEKST + PIJL + 2
    t.kaart(x, boven - hoog, VAK, hoog, OKER if vak.id == gevraagd else BLAUW)
    y = boven - 5.4
    for regel in _kop(vak):
        t.schrijf(x + 4.5, y, regel, punt=9.5, gewicht=600, kleur=INKT)
        y -= 4.4
    t.schrijf(x + 4.5, y - 3.6, cijfer(vak.eind), punt=14, gewicht=600)
    t.schrijf(x + 4.5, y - 7.6, "op 31 december", punt=7.8, kleur=STIL)
    t.schrijf(x + 4.5, y - 7.6 - REGEL, f"{cijfer(vak.begin)} op {dag_en_maand(vak.vanaf)}", punt=7.8, kleur=STIL)
    for woord, stromen in (("van", vak.erbij), ("naar", vak.eraf)):
        _stromen(t, stromen, woord, boven, hoog, grootste, gevraagd)


def _stromen(t: Tekening, stromen: Sequence[Stroom], woord: str, boven: float, hoog: float, grootste: float, gevraagd: str) -> None:
    """The arrows on one side of a box, spread over its height, each with its number and words."""
    links, vak = woord == "van", TEKST + PIJL + 2
    ruimte = (hoog - sum(_hoog(s, woord) for s in stromen)) / max(len(stromen), 1)
    for s in stromen:
        deel = _hoog(s, woord) + ruimte
        midden = boven - deel / 2
        van, naar = (TEKST + 2, vak - 0.5) if links else (vak + VAK + 0.5, RASTER - TEKST - 2)
        dik = DIKSTE * PERSONEN_PER_MM * s.aantal / grootste if grootste else 0.0
        t.pijl([(van, midden), (naar, midden)], dik, OKERTINT if s.id == gevraagd else BLAUWTINT)
        regels = _regels(s, woord)
        x, ha = (TEKST, "right") if links else (RASTER - TEKST, "left")
        y = midden + (4.6 + REGEL * len(regels)) / 2 - 3.4
        t.schrijf(x, y, cijfer(s.aantal), punt=9, gewicht=600, ha=ha)
        for k, regel in enumerate(regels, start=1):
            t.schrijf(x, y - REGEL * k, regel, punt=7.8, kleur=STIL, ha=ha)
        boven -= deel


def _toegankelijk(bestand: bytes, titel: str, tekst: str) -> bytes:
    """The same SVG as an image with a name and a description."""
    voor, kop, na = bestand.decode().partition("<svg ")
    binnen, haak, rest = na.partition(">")
    namen = f'<title id="titel">{escape(titel)}</title>\n <desc id="beschrijving">{escape(tekst)}</desc>'
    return f'{voor}{kop}role="img" aria-labelledby="titel beschrijving" {binnen}{haak}\n {namen}{rest}'.encode()
