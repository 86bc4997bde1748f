"""The tables of the documents, computed from results, parameters and realisations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from mpp.getal import voorbehoud
from mpp.getal.akkoorden import kenmerken
from mpp.getal.cijfers import n, r
from mpp.getal.getal import Getal, Naam
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.getal.totalen import AFRONDING, GEREALISEERD, gerealiseerd_telt_op, tellen_op
from mpp.getal.woorden import met_teken
from mpp.parameters.dagen import als_periode
from mpp.parameters.schema import Bron, Parameter, Waarde
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.weergave.afronding import stap, stap_ingevoerd
from mpp.weergave.opmaak import datum

PARAMETERBESTAND = "parameterbestand"
"""The origin of a text that stands in the parameter file."""
_REALISATIE = "realisatie:jaar"
_NOOT_LEEG = f"{LEEG} Niet gepubliceerd."


def tabel_indicatoren(ids: Sequence[str], scenario: str = "medio", realisaties: Sequence[int] = (), *, u: Uitkomsten) -> Tabel:
    """Indicators (rows) by year (columns) in one scenario, after the realised years asked for."""
    eenheden = {indicator(id).eenheid for id in ids}
    rijen = [
        [_rijkop(id, len(eenheden) > 1), *(_gerealiseerd(id, jaar, u) for jaar in realisaties), *_jaren(id, scenario, u)] for id in ids
    ]
    noten: list[Cel] = [*([_NOOT_LEEG] if any(LEEG in rij for rij in rijen) else []), *voorbehoud.noten(rijen, u)]
    if not tellen_op(u, ids, [scenario]):
        noten.append(AFRONDING)
    if not gerealiseerd_telt_op(u, ids, realisaties):
        noten.append(GEREALISEERD)
    kop = "Indicator" if len(eenheden) > 1 else eenheden.pop().capitalize()
    totalen = frozenset(i for i, id in enumerate(ids) if indicator(id).delen and set(indicator(id).delen) <= set(ids[:i]))
    return _cijfertabel([kop, *(_gerealiseerd_jaar(jaar) for jaar in realisaties), *_jaarkoppen(u)], rijen, tuple(noten), totalen)


def tabel_gepubliceerd(*, u: Uitkomsten) -> Tabel:
    """The model held against what was published: both numbers, the deviation and what exactly was published."""
    rijen: list[list[Cel]] = []
    for cijfer in u.ps.gepubliceerd:
        i = indicator(cijfer.indicator)
        op = stap(i.eenheid)
        gepubliceerd = Getal(cijfer.waarde, i.eenheid, op, f"gepubliceerd:{i.id}", f"{cijfer.jaar}|{cijfer.scenario}")
        model = n(i.id, cijfer.jaar, cijfer.scenario, u=u)
        afwijking = Getal(model.waarde / cijfer.waarde - 1, "aandeel", 0.01, f"{model.herkomst} / {gepubliceerd.herkomst} - 1")
        bronnen = (cijfer.bron,) if isinstance(cijfer.bron, str) else cijfer.bron
        rijen.append(
            [
                f"{i.naam} ({i.eenheid}), {cijfer.scenario}",
                Naam(str(cijfer.jaar), "gepubliceerd:jaar"),
                gepubliceerd,
                model,
                met_teken(afwijking),
                f"{als_naam(cijfer.toelichting)} {' '.join(_bronverwijzing(b) for b in bronnen)}",
            ]
        )
    return Tabel(
        ["Indicator", "Jaar", "Gepubliceerd", "Model", "Afwijking", "Wat is gepubliceerd"],
        rijen,
        [22, 6, 13, 9, 10, 50],
        tekstkolommen=frozenset({5}),
    )


def tabel_parameters(eigenaar: str, *, u: Uitkomsten) -> Tabel:
    """Every parameter of an owner, a row each: its values by period with their range, what is said of them all, and their origin."""
    rijen = [_parameterrij(parameter, u) for parameter in u.ps.parameters.values() if parameter.eigenaar == eigenaar]
    return Tabel(
        ["Parameter", "Waarde (laag tot hoog), soort, onderbouwing, invloed en akkoord", "Herkomst"], rijen, [26, 30, 44], cijfers=False
    )


def _parameterrij(parameter: Parameter, u: Uitkomsten) -> list[Cel]:
    waarden = _gelijk(parameter, lambda w: w)
    return [
        als_naam(f"{parameter.label} ({parameter.eenheid})"),
        "; ".join(_waarde_met_band(parameter, perioden, waarde) for perioden, waarde in waarden) + f" {kenmerken(parameter, u)}",
        _herkomst(parameter, u),
    ]


def tabel_bronnen(*, u: Uitkomsten) -> Tabel:
    """Every source that the edition cites."""
    rijen: list[list[Cel]] = [
        [
            f"[{sleutel}]{{#bron-{sleutel} .naam}}",
            f"{bron.uitgever}: {_vindplaats(bron)}",
            Naam(datum(bron.datum), "bron:datum"),
            bron.soort,
        ]
        for sleutel, bron in sorted(u.ps.bronnen.items())
    ]
    return Tabel(["Sleutel", "Bron", "Datum", "Soort"], rijen, [20, 58, 11, 12], cijfers=False)


def _vindplaats(bron: Bron) -> str:
    """The title as a link to where the source can be read, with the name of that site; of one without an address where to ask for it."""
    titel = als_naam(bron.titel)
    if bron.url is None:
        return f"{titel}; te vinden bij {bron.uitgever}, onder deze titel en datum"
    return f"[{titel}]({bron.url}) ({(urlsplit(bron.url).hostname or '').removeprefix('www.')})"


def _cijfertabel(
    koppen: Sequence[Cel], rijen: Sequence[Sequence[Cel]], noten: tuple[Cel, ...] = (), totalen: frozenset[int] = frozenset()
) -> Tabel:
    breedtes = [12 if isinstance(kop, Naam) and kop.bron == _REALISATIE else 10 for kop in koppen[1:]]
    return Tabel(koppen, rijen, [max(96 - sum(breedtes), min(26, 100 - sum(breedtes))), *breedtes], noten=noten, totalen=totalen)


def _jaarkoppen(u: Uitkomsten) -> list[Cel]:
    return [Naam(str(jaar), "editie:jaren") for jaar in u.jaren]


def _gerealiseerd_jaar(jaar: int) -> Cel:
    return Naam(f"{jaar} (realisatie)", _REALISATIE)


def _jaren(id: str, scenario: str, u: Uitkomsten) -> list[Cel]:
    return [n(id, jaar, scenario, u=u) for jaar in u.jaren]


def _gerealiseerd(id: str, jaar: int, u: Uitkomsten) -> Cel:
    reeks = u.ps.realisaties.get(id)
    moment = reeks.moment_van(jaar) if reeks else None
    return LEEG if moment is None else r(id, moment, u=u)


def _rijkop(id: str, met_eenheid: bool) -> str:
    i = indicator(id)
    return f"{i.naam} ({i.eenheid})" if met_eenheid else i.naam


def _gelijk(parameter: Parameter, wat: Callable[[Waarde], object]) -> list[tuple[str, Waarde]]:
    """Consecutive periods of which `wat` is the same as one, named as 2025–2027; empty when that is all of them."""
    groepen = [list(groep) for _, groep in groupby(parameter.waarden.items(), key=lambda pw: wat(pw[1]))]
    namen = [g[0][0] if len(g) == 1 else f"{g[0][0]}–{g[-1][0]}" for g in groepen]
    return [(naam if len(groepen) > 1 else "", groep[0][1]) for naam, groep in zip(namen, groepen, strict=True)]


def _waarde_met_band(parameter: Parameter, perioden: str, waarde: Waarde) -> str:
    tekst = parameterwaarde(parameter, perioden, waarde.waarde)._repr_markdown_()
    if waarde.laag is not None and waarde.hoog is not None:
        laag = parameterwaarde(parameter, f"{perioden}|laag", waarde.laag)._repr_markdown_()
        hoog = parameterwaarde(parameter, f"{perioden}|hoog", waarde.hoog)._repr_markdown_()
        tekst += f" ({laag} tot {hoog})"
    return _periode(perioden) + tekst


def _periode(perioden: str) -> str:
    return f"{Naam(als_periode(perioden), 'parameter:periode')._repr_markdown_()}: " if perioden else ""


def parameterwaarde(parameter: Parameter, sleutel: str, waarde: float) -> Getal:
    """A parameter exactly as it was entered, so that the annex can be held against the file."""
    return Getal(waarde, parameter.eenheid, stap_ingevoerd(waarde, parameter.eenheid), f"parameter:{parameter.id}", sleutel)


def _herkomst(parameter: Parameter, u: Uitkomsten) -> str:
    """Source or assumption by period, with its explanation; one that holds for the next as well stands after that."""
    delen = []
    herkomsten = _gelijk(parameter, lambda w: u.ps.herkomst(parameter, w))
    toelichtingen = [waarde.toelichting or parameter.toelichting for _, waarde in herkomsten]
    for (perioden, waarde), toelichting, volgende in zip(herkomsten, toelichtingen, [*toelichtingen[1:], None], strict=True):
        bronnen, aanname = u.ps.herkomst(parameter, waarde)
        deel = f"Aanname: {als_naam(aanname)}" if aanname else "Bron: " + ", ".join(_bronverwijzing(b) for b in bronnen) + "."
        delen += [_periode(perioden) + deel, als_naam(toelichting) if toelichting and toelichting != volgende else ""]
    return " ".join(filter(None, delen))


def _bronverwijzing(sleutel: str) -> str:
    return Naam(sleutel, f"bron:{sleutel}")._repr_markdown_()


def als_naam(tekst: str) -> str:
    """A text of the parameter file as it enters a table."""
    return Naam(tekst, PARAMETERBESTAND)._repr_markdown_()
