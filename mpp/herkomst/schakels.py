"""How parts of the chain hang together: which flows link one group of stocks to another, by their declaration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import BUITEN, Berekening, Voorraad
from mpp.productiemodel.verwijzing import V
from mpp.uitkomsten import register


@dataclass(frozen=True)
class Groep:
    """A part of the chain that is taken together: stocks, or for a part that has none what it counts."""

    voorraden: tuple[str, ...]
    telt: tuple[str, ...]


def groep(keten: Keten, *ids: str) -> Groep:
    """The group of these elements: stocks, the stocks that a stand is read off, the parts of a total, or themselves.

    Raises LookupError for an element that the model does not have.
    """
    if weg := [id for id in ids if id not in keten.onderdelen]:
        raise LookupError(f"the model has no {', '.join(weg)}")
    voorraden = tuple(dict.fromkeys(v for id in ids for v in van_stand(keten, id)))
    telt = () if voorraden else tuple(deel for id in ids for deel in register()[id].delen or (id,))
    return Groep(voorraden, telt)


def van_stand(keten: Keten, id: str) -> Iterator[str]:
    """A stock itself, or the stocks that a stand is read off; nothing for a flow or quantity."""
    match keten.onderdelen[id]:
        case Voorraad():
            yield id
        case Berekening(soort="stand") as stand:
            for ref in stand.leest.values():
                if isinstance(ref, V):
                    yield from van_stand(keten, ref.id)


def schakels(keten: Keten, groepen: Mapping[str, Groep]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What links groups: per flow or quantity that enters a group, that group and the groups it comes from.

    A flow comes from the stock it leaves; one that comes from outside, from the groups of what it follows from: what
    it reads, or what that reads, up to the first that belongs to a group.
    """
    uit: dict[str, tuple[str, tuple[str, ...]]] = {}
    for naam, g in groepen.items():
        stromen = [s.id for s in keten.stromen.values() if s.naar in g.voorraden and s.van not in g.voorraden]
        for id in (*stromen, *g.telt):
            if bronnen := dict.fromkeys(_bronnen(keten, groepen, naam, id)):
                uit[id] = naam, tuple(bronnen)
    return uit


def _bronnen(keten: Keten, groepen: Mapping[str, Groep], naar: str, id: str) -> Iterator[str]:
    """The groups from which an element comes, other than `naar` in which it ends."""
    te_doen = [id]
    for huidig in te_doen:
        thuis = _thuis(keten, groepen, huidig)
        if thuis not in ("", naar):
            yield thuis
        elif not thuis or huidig == id:
            gelezen = [getattr(ref, "id", "") for ref in keten.leest(huidig)] if huidig in keten.berekeningen else []
            te_doen += [ander for ander in dict.fromkeys(gelezen) if ander in keten.onderdelen and ander not in te_doen]


def _thuis(keten: Keten, groepen: Mapping[str, Groep], id: str) -> str:
    """The group that an element leaves or belongs to, if any."""
    onderdeel = keten.onderdelen[id]
    van = onderdeel.van if isinstance(onderdeel, Berekening) else id
    standen = set(van_stand(keten, id)) if van == BUITEN else {van}
    return next((naam for naam, g in groepen.items() if id in g.telt or standen & set(g.voorraden)), "")
