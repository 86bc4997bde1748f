"""A small chart of an indicator as SVG in a page: the scenarios as lines in the band of the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup

from mpp.opendata.bestanden import Rij
from mpp.uitkomsten.register import Indicator
from mpp.weergave.opmaak import opmaak

_BREED, _HOOG = 640, 280
_LINKS, _RECHTS, _BOVEN, _ONDER = 12, 150, 16, 28
_REGEL: Final = 15
_LIJN: Final = {"medio": ("#2f5fb3", 2.5), "minimum": ("#565b66", 1.25), "maximum": ("#565b66", 1.25)}


def grafiek(i: Indicator, rijen: Sequence[Rij]) -> Markup:
    """The chart, with what it shows in words for who does not see it."""
    jaren = list(dict.fromkeys(str(rij["periode"])[:4] for rij in rijen))
    scenarios = {str(s): [_getal(r["waarde"]) for r in rijen if r["scenario"] == s] for s in dict.fromkeys(r["scenario"] for r in rijen)}
    eerste = [rij for rij in rijen if rij["scenario"] == rijen[0]["scenario"]]
    onder, boven = ([_getal(rij[kant]) for rij in eerste] for kant in ("ondergrens", "bovengrens"))
    alle = [*onder, *boven, *(w for reeks in scenarios.values() for w in reeks)]
    laag, hoog = min(0.0, *alle), max(*alle, 0.0)

    def x(nr: int) -> float:
        return round(_LINKS + 20 + nr * (_BREED - _LINKS - _RECHTS - 40) / max(1, len(jaren) - 1), 1)

    def y(waarde: float) -> float:
        return round(_HOOG - _ONDER - (waarde - laag) / ((hoog - laag) or 1) * (_HOOG - _BOVEN - _ONDER), 1)

    vlak = " ".join(f"{x(nr)},{y(w)}" for nr, w in [*enumerate(boven), *reversed(list(enumerate(onder)))])
    delen = [f'<polygon points="{vlak}" fill="#c3d0ea"/>']
    delen.append(f'<line x1="{_LINKS}" y1="{y(0)}" x2="{_BREED - _RECHTS}" y2="{y(0)}" stroke="#d5d8de"/>')
    delen += [f'<text x="{x(nr)}" y="{_HOOG - 8}" text-anchor="middle">{jaar}</text>' for nr, jaar in enumerate(jaren)]
    for naam, reeks in scenarios.items():
        kleur, dik = _LIJN.get(naam, ("#1b1d22", 1.25))
        punten = " ".join(f"{x(nr)},{y(w)}" for nr, w in enumerate(reeks))
        delen.append(f'<polyline points="{punten}" fill="none" stroke="{kleur}" stroke-width="{dik}"/>')
    hoogten = _uiteen({naam: y(reeks[-1]) for naam, reeks in scenarios.items()})
    delen += [
        f'<text x="{x(len(jaren) - 1) + 8}" y="{hoogten[naam] + 4:g}">{naam} {opmaak(reeks[-1], i.eenheid)}</text>'
        for naam, reeks in scenarios.items()
    ]
    svg = f'<svg viewBox="0 0 {_BREED} {_HOOG}" role="img" aria-label="{{}}">{"".join(delen)}</svg>'
    return Markup(svg).format(_in_woorden(i, jaren, scenarios, onder, boven))


def _in_woorden(i: Indicator, jaren: Sequence[str], scenarios: Any, onder: Sequence[float], boven: Sequence[float]) -> str:
    """What the chart shows: the scenarios in the first and the last year, and the band of the last."""
    delen = (
        f"{naam} van {opmaak(reeks[0], i.eenheid)} in {jaren[0]} naar {opmaak(reeks[-1], i.eenheid)} in {jaren[-1]}"
        for naam, reeks in scenarios.items()
    )
    band = f"van {opmaak(onder[-1], i.eenheid)} tot {opmaak(boven[-1], i.eenheid)}"
    return f"{i.naam} ({i.eenheid}): {', '.join(delen)}; de band in {jaren[-1]} loopt {band}."


def _uiteen(hoogten: dict[str, float]) -> dict[str, float]:
    """The heights of labels, moved down where they would stand on each other, and up again where that leaves the chart."""
    uit: dict[str, float] = {}
    for naam, hoogte in sorted(hoogten.items(), key=lambda deel: deel[1]):
        uit[naam] = max(hoogte, *(h + _REGEL for h in uit.values())) if uit else hoogte
    over = max(0.0, max(uit.values(), default=0.0) - (_HOOG - _ONDER))
    return {naam: round(hoogte - over, 1) for naam, hoogte in uit.items()}


def _getal(cel: Any) -> float:
    return float(cel)
