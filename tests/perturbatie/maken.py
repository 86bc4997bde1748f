"""All documents of an edition as sentences, made from the results of one case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest import mock

from lxml import html

from mpp.documenten.monitor import eigen_opdracht
from mpp.documenten.monitor.blad import teksten_van
from mpp.documenten.teksten import Teksten
from mpp.documenten.variant import _Blad, opmaak_in
from mpp.getal.plaatshouders import lees_getallen
from mpp.glossarium import lees_glossarium
from mpp.parameters import Parameterset
from mpp.problemen import Fout
from mpp.render.draaier.schil import Schil
from mpp.render.feitteksten import GEVRAAGD
from mpp.render.project import lees_project
from mpp.render.qmd import lees_qmd
from mpp.render.subset import INLINE
from mpp.render.weven import Weefsel, weef
from mpp.ronde.feiten import Feit, lees_feiten
from mpp.taal.zinnen import Plek, Zin, uit_markdown, zinnen
from mpp.uitkomsten import Uitkomsten, bereken
from mpp.varianten import lees_variant, namen

_TEKSTEN = ("infographic", "kamerbrief", "oplegnota", "prognose")
_TREKKINGEN = 400  # enough to tell one order from another
_OORDELEN = (
    "mpp.parameters.overlay.toets",
    "mpp.parameters.overlay._toets_getallen",
    "mpp.prognose.schema._toets_getallen",
    "mpp.uitkomsten.berekenen.toets_invoer",
)
"""What judges whether values are likely: those of a case are made up."""
_TEKENAARS = ("figures.svg", "figures.naast_elkaar")
_GEEN_TEKENING = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


@dataclass(frozen=True)
class Beeld:
    """What was made of a case: the sentences of each source file by the place they stand in, and what went wrong."""

    zinnen: Mapping[str, Sequence[tuple[str, Zin]]]
    mislukt: tuple[str, ...] = ()


def maak(wortel: Path, ps: Parameterset, bestanden: Sequence[str] | None = None) -> Beeld:
    """Every document with the parameters `ps`, or those of the source files `bestanden`; what fails is told, the rest is made.

    Charts are not drawn: only their words are looked at.
    """
    with ExitStack() as zolang:
        for naam in _OORDELEN:
            zolang.enter_context(mock.patch(naam, return_value=()))
        for naam in _TEKENAARS:
            zolang.enter_context(mock.patch(naam, return_value=_GEEN_TEKENING))
        u = bereken(ps, trekkingen=_TREKKINGEN)
        taken = {**_hoofdstukken(wortel, u), **_teksten(wortel, u)}
        delen = {pad: taak() for pad, taak in taken.items() if bestanden is None or pad in bestanden}
    mislukt = [f"{pad}: {fout}" for pad, (_, fouten) in delen.items() for fout in fouten]
    return Beeld({pad: gemaakt for pad, (gemaakt, _) in delen.items()}, tuple(mislukt))


Deel = tuple[list[tuple[str, Zin]], list[str]]


def _hoofdstukken(wortel: Path, u: Uitkomsten) -> dict[str, partial[Deel]]:
    return {pad: partial(_hoofdstuk, wortel, pad, u) for pad in lees_project(wortel).bestanden}


def _hoofdstuk(wortel: Path, pad: str, u: Uitkomsten) -> Deel:
    """The sentences of a chapter by their line: its code is run and its text woven, no page is made."""
    project, qmd, schil = lees_project(wortel), lees_qmd(wortel, pad), Schil(wortel, u)
    try:
        weefsel = weef(qmd, project, schil)
    finally:
        schil.sluit()
    return list(_geweven(weefsel, lees_feiten(wortel))), list(map(str, weefsel.problemen))


def _geweven(weefsel: Weefsel, feiten: Mapping[str, Feit]) -> Iterator[tuple[str, Zin]]:
    for tekst, regel in zip(weefsel.regels, weefsel.herkomst, strict=True):
        if regel is not None and not regel.tekst.startswith("```"):
            bronnen = [regel.tekst, *(feiten[id].tekst for id in GEVRAAGD.findall(regel.tekst))]
            getypt = [stuk for bron in bronnen for stuk in INLINE.sub("\0", bron).split("\0")]
            yield from ((str(regel.nummer), _met_berekende_woorden(zin, getypt)) for zin in uit_markdown(tekst))


def _met_berekende_woorden(zin: Zin, getypt: Sequence[str]) -> Zin:
    """The sentence in which words that code wrote between its numbers count as computed, and not as `getypt` in the source."""
    delen: list[str | Plek] = []
    for deel in zin.delen:
        if isinstance(deel, Plek) or not deel.strip() or any(deel.strip() in stuk.replace("**", "") for stuk in getypt):
            delen.append(deel)
            continue
        begin = next((i for i in range(len(deel), 0, -1) if any(stuk.endswith(deel[:i]) for stuk in getypt)), 0)
        eind = next((i for i in range(begin, len(deel)) if any(stuk.startswith(deel[i:]) for stuk in getypt)), len(deel))
        delen += [deel[:begin], Plek("woord", deel[begin:eind], ""), deel[eind:]]
    return Zin(tuple(deel for deel in delen if deel))


def _teksten(wortel: Path, u: Uitkomsten) -> dict[str, partial[Deel]]:
    vast = {f"{map_}/teksten.yml": partial(_document, wortel, map_, u) for map_ in _TEKSTEN}
    vast["monitor/teksten.yml"] = partial(_monitor, wortel, u)
    return {**vast, **{f"varianten/{naam}.yml": partial(_variant, wortel, naam, u) for naam in namen(wortel)}}


def _document(wortel: Path, map_: str, u: Uitkomsten) -> Deel:
    try:
        getallen = lees_getallen(wortel / map_ / "getallen.yml", u)
    except Fout as fout:
        return [], list(map(str, fout.problemen))
    return _vul(Teksten(wortel / map_ / "teksten.yml", getallen, lees_glossarium(wortel / "glossary.yml"), u.ps))


def _monitor(wortel: Path, u: Uitkomsten) -> Deel:
    try:
        teksten = teksten_van(eigen_opdracht(u, wortel), u, wortel, lees_glossarium(wortel / "glossary.yml"))
    except Fout as fout:
        return [], list(map(str, fout.problemen))
    return _vul(teksten)


def _variant(wortel: Path, naam: str, u: Uitkomsten) -> Deel:
    try:
        blad = _Blad(lees_variant(naam, wortel), u, opmaak_in(wortel))
    except Fout as fout:
        return [], list(map(str, fout.problemen))
    return _vul(blad.eigen)


def _vul(teksten: Teksten) -> Deel:
    gevuld = [(naam, teksten(naam)) for naam in teksten.regels]
    alle = [(naam, zin) for naam, tekst in gevuld if tekst for zin in zinnen(html.fragment_fromstring(tekst, create_parent="p"))]
    return alle, []
