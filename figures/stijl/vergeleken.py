"""Charts that set several results beside one another, as a variant beside the edition: a panel per indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from figures.stijl.kleuren import BLAUW, BRUIN, INKT, LILA, OKER, leesbaar
from figures.stijl.labels import Label, cijfer, naast
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import NADRUK, hoogte_as, jaar_as
from mpp.uitkomsten import indicator

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from mpp.uitkomsten import Uitkomsten

_KLEUREN: Final = (BLAUW, BRUIN, OKER, LILA, INKT)
_TEKENS: Final = "osD^v"
_KOLOMMEN: Final = 2


def teken(reeksen: Mapping[str, Uitkomsten], ids: Sequence[str], bron: str, breedte: float = HEEL) -> Figure:
    """The chart of the indicators `ids`, `breedte` inches wide: a line in medio for each of the `reeksen`, by name.

    Raises ValueError for more lines than can be told apart.
    """
    if len(reeksen) > len(_KLEUREN):
        raise ValueError(f"at most {len(_KLEUREN)} lines can be told apart, not {len(reeksen)}")
    vel = Vel(next(iter(reeksen.values())), "", "", bron, breedte=breedte, hoogte=52, panelen=len(ids), kolommen=_KOLOMMEN, kop=False)
    for i, id in enumerate(ids):
        _paneel(vel, i, id, reeksen)
    return vel.figuur


def _paneel(vel: Vel, plaats: int, id: str, reeksen: Mapping[str, Uitkomsten]) -> None:
    eenheid = indicator(id).eenheid
    lijnen = {naam: [float(w) for w in u.reeks(id)] for naam, u in reeksen.items()}
    jaren = next(iter(reeksen.values())).jaren
    ax = vel.assen(plaats, naam=f"{indicator(id).naam} ({eenheid})", rechts=29)
    hoogte_as(ax, max(map(max, lijnen.values())) * 1.06, eenheid)
    jaar_as(vel, ax, jaren[0], jaren[-1])
    labels = []
    for nummer, ((naam, waarden), kleur, punt) in enumerate(zip(lijnen.items(), _KLEUREN, _TEKENS, strict=False)):
        streep = "-" if nummer == 0 else (0, (4, 1.6))
        ax.plot(jaren, waarden, color=kleur, linewidth=1.7, linestyle=streep, zorder=3.5 - nummer / 10)
        ax.plot(jaren, waarden, color=kleur, linewidth=0, marker=punt, markersize=3.8, zorder=3.5, clip_on=False)
        labels.append(Label(waarden[-1], f"{naam} {cijfer(waarden[-1], eenheid)}", leesbaar(kleur), NADRUK if nummer == 0 else 400))
    naast(vel, ax, jaren[-1], labels)


def alt(reeksen: Mapping[str, Uitkomsten], ids: Sequence[str]) -> str:
    """What the chart shows, in words with the key values."""
    return " ".join(f"Lijngrafiek van {indicator(id).naam} in {indicator(id).eenheid}. {_in_woorden(reeksen, id)}" for id in ids)


def _in_woorden(reeksen: Mapping[str, Uitkomsten], id: str) -> str:
    zinnen = []
    for naam, u in reeksen.items():
        eerste, laatste = (cijfer(u.waarde(id, jaar), indicator(id).eenheid) for jaar in (u.jaren[0], u.jaren[-1]))
        zinnen.append(f"{naam[:1].upper()}{naam[1:]}: {eerste} in {u.jaren[0]} en {laatste} in {u.jaren[-1]}.")
    return " ".join(zinnen)
