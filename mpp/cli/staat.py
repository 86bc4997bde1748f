"""Telling the state of what was made."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.ronde.kennis import Kennis
    from mpp.ronde.status import Status


def toon_akkoord(status: Status) -> None:
    """Print along which route the edition goes, and how many consents to the input and the outcomes are in each state."""
    from mpp.parameters.akkoord import SOORTEN, tel

    for soort in SOORTEN:
        aantallen = tel(stand for stand in status.standen if stand.soort == soort)
        print(f"Akkoord op {soort}: {', '.join(f'{aantal} {staat}' for staat, aantal in aantallen.items() if aantal)}.")
    print(f"Route {status.route}.")


def toon_redenen(status: Status, *, varianten: bool) -> None:
    """Print why it is a concept; with `varianten` also why only the documents of the variants are."""
    for reden in status.redenen:
        print(f"Concept: {reden}")
    for reden in status.redenen_varianten if varianten else ():
        print(f"Concept, alleen de beleidscontroles: {reden}")


def toon_latere_kennis(ps: Parameterset) -> None:
    """Print what rests on knowledge from after the edition: each value with its reason, what is only held against, by source, and facts."""
    from mpp.ronde.kennis import latere_kennis
    from mpp.ronde.teksten import later_bekend

    alles = latere_kennis(ps)
    genoemd = [k for k in alles if k.soort in ("parameter", "prognose") or k.reden or k.na_peildatum]
    if genoemd:
        print(f"Let op: latere kennis, van na {ps.editie.vastgesteld} of over een tijd na {ps.editie.peildatum}:")
    for k in genoemd:
        print(f"  {k.id} ({k.periode}), {_waaraan(k)}: {k.reden or ('geen reden gegeven' if not k.uit else 'zie daar')}")
    rest = [k for k in alles if k not in genoemd]
    if rest:
        print("Let op: over de tijd tot de peildatum of alleen om mee te vergelijken, en later gepubliceerd:")
    for bron in sorted({k.laatste or "" for k in rest}):
        print(f"  {bron} ({ps.bronnen[bron].datum}): {', '.join(f'{k.id} ({k.periode})' for k in rest if k.laatste == bron)}")
    if feiten := later_bekend(ps):
        print(f"Let op: feiten die pas na {ps.editie.vastgesteld} bekend werden:")
    for dag, van_die_dag in groupby(sorted(feiten, key=lambda paar: (paar[1], paar[0].id)), key=lambda paar: paar[1]):
        print(f"  {dag}: {', '.join(f'{feit.id} ({feit.later})' if feit.later else feit.id for feit, _ in van_die_dag)}")


def _waaraan(k: Kennis) -> str:
    """By what it is seen that a value rests on later knowledge."""
    kenmerken = {
        f"bron {k.laatste}": k.na_vaststelling,
        "tijd na de peildatum": k.na_peildatum,
        f"volgt uit {', '.join(k.uit)}": bool(k.uit),
    }
    return "; ".join(woorden for woorden, geldt in kenmerken.items() if geldt) or "volgens het bestand"
