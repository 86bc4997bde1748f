"""Whether the ranges of parameters go together: in a draw each stands anywhere in its own, apart from the others.

Where parameters have a fixed sum (`som_met`, `vult_aan`), one of them has no range and follows from the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mpp.parameters.schema import Parameter, Regel

_SPELING = 1e-6


def sluitpost(delen: Sequence[Parameter]) -> Parameter | None:
    """Of the parts of a fixed sum the one that follows from the others: the first without a range."""
    return next((p for p in delen if not p.heeft_band), None)


def botsingen(parameter: Parameter, regel: Regel, periode: str, bekend: Mapping[str, Parameter]) -> Iterator[tuple[str, str]]:
    """The ranges that allow values which break a rule that the values themselves keep: the ids, and why, in Dutch."""
    if regel.som is not None and parameter.waarden[periode].heeft_band:
        yield parameter.id, f"de waarden van alle perioden tellen op tot {regel.som:g} en kunnen niet elk een eigen band hebben"
    delen = [parameter, *(bekend[id] for id in regel.anderen)]
    if len(delen) == 1 or any(periode not in p.waarden for p in delen):
        return
    namen, waarden = ", ".join(p.id for p in delen), {p.id: p.waarden[periode] for p in delen}
    eigen = waarden[parameter.id]
    if regel.hoogstens:
        ander = waarden[regel.hoogstens]
        if eigen.bovenkant > ander.onderkant and eigen.waarde <= ander.waarde:
            yield namen, f"de eerste kan {eigen.bovenkant:g} worden terwijl de tweede {ander.onderkant:g} is, en mag niet hoger zijn"
    elif regel.samen_hoogstens_1_met:
        hoogste, som = sum(w.bovenkant for w in waarden.values()), sum(w.waarde for w in waarden.values())
        if hoogste > 1 + _SPELING >= som:
            yield namen, f"de bovengrenzen zijn samen {hoogste:g}, meer dan 1"
    elif regel.vult_aan and eigen.heeft_band:
        yield namen, "de eerste vult de andere aan tot een vast totaal en heeft geen eigen band"
    elif volgt := sluitpost(delen):
        rest = waarden[volgt.id].waarde - sum(w.bovenkant - w.waarde for id, w in waarden.items() if id != volgt.id)
        if rest < -_SPELING <= waarden[volgt.id].waarde:
            yield namen, f"bij de bovengrenzen van de andere blijft er {rest:g} over voor {volgt.id}"
    elif any(w.heeft_band for w in waarden.values()):
        yield namen, "zij hebben een vaste som, en zonder een deel zonder band is er geen dat uit de andere volgt"
