"""The tables of the documents, computed from results, parameters and realisations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mpp.getal.afronding import sluit, stap
from mpp.getal.cijfers import n, r
from mpp.getal.getal import Getal, Naam
from mpp.getal.tabel import Cel, Tabel
from mpp.parameters.schema import Parameter, Waarde
from mpp.uitkomsten import SCENARIOS, Uitkomsten, huidige, indicator, register

_LEEG = "·"
_NOOT_LEEG = f"{_LEEG} Niet gepubliceerd."
_NOOT_AFRONDING = "Door afronding tellen de delen niet overal op tot het totaal."


def tabel_indicatoren(ids: Sequence[str], scenario: str = "medio", realisaties: Sequence[int] = ()) -> Tabel:
    """Indicators (rows) by year (columns) in one scenario, after the realised years asked for."""
    u = huidige()
    eenheden = {indicator(id).eenheid for id in ids}
    rijen = [[_rijkop(id, len(eenheden) > 1), *(_gerealiseerd(id, jaar) for jaar in realisaties), *_jaren(id, scenario, u)] for id in ids]
    noten = [_NOOT_LEEG] if any(_LEEG in rij for rij in rijen) else []
    if any(not _sluit(id, scenario, u) for id in ids if set(indicator(id).delen) <= set(ids)):
        noten.append(_NOOT_AFRONDING)
    kop = "Indicator" if len(eenheden) > 1 else eenheden.pop().capitalize()
    totalen = frozenset(i for i, id in enumerate(ids) if indicator(id).delen and set(indicator(id).delen) <= set(ids))
    return _cijfertabel([kop, *(_gerealiseerd_jaar(jaar) for jaar in realisaties), *_jaarkoppen(u)], rijen, tuple(noten), totalen)


def tabel_scenarios(id: str) -> Tabel:
    """One indicator by scenario (rows) and year (columns)."""
    u = huidige()
    return _cijfertabel([_met_hoofdletter(indicator(id).eenheid), *_jaarkoppen(u)],
                        [[_met_hoofdletter(s), *_jaren(id, s, u)] for s in SCENARIOS])


def tabel_alle(organisatie: str) -> Tabel:
    """Every indicator of an organisation in all scenarios: the annex of all numbers."""
    u = huidige()
    rijen: list[list[Cel]] = [
        [f"{_rijkop(i.id, True)}, {scenario}", *_jaren(i.id, scenario, u)]
        for i in register().values() if i.organisatie == organisatie for scenario in SCENARIOS
    ]
    return _cijfertabel(["Indicator en scenario", *_jaarkoppen(u)], rijen)


def tabel_historie(*ids: str) -> Tabel:
    """Realisations by period (rows), a column per series."""
    reeksen = [huidige().ps.realisaties[id] for id in ids]
    momenten = sorted({moment for reeks in reeksen for moment in reeks.waarden})
    rijen: list[list[Cel]] = [
        [Naam(moment, "realisatie:periode"), *(r(reeks.id, moment) if moment in reeks.waarden else _LEEG for reeks in reeksen)] for moment in momenten
    ]
    noten = (_NOOT_LEEG,) if any(_LEEG in rij for rij in rijen) else ()
    koppen = ["Periode", *(f"{reeks.label} ({reeks.eenheid})" for reeks in reeksen)]
    return Tabel(koppen, rijen, [14, *([30] * len(reeksen))], noten=noten)


def tabel_gepubliceerd() -> Tabel:
    """The model held against what was published: both numbers, the deviation and what exactly was published."""
    u = huidige()
    rijen: list[list[Cel]] = []
    for cijfer in u.ps.gepubliceerd:
        i = indicator(cijfer.indicator)
        op = stap(i.eenheid)
        gepubliceerd = Getal(cijfer.waarde, i.eenheid, op, f"gepubliceerd:{i.id}", f"{cijfer.jaar}|{cijfer.scenario}")
        model = n(i.id, cijfer.jaar, cijfer.scenario)
        afwijking = Getal(model.waarde / cijfer.waarde - 1, "aandeel", 0.01, f"{model.herkomst} / {gepubliceerd.herkomst} - 1")
        bronnen = (cijfer.bron,) if isinstance(cijfer.bron, str) else cijfer.bron
        rijen.append([f"{i.naam} ({i.eenheid}), {cijfer.scenario}", Naam(str(cijfer.jaar), "gepubliceerd:jaar"), gepubliceerd, model, afwijking,
                      f"{_als_naam(cijfer.toelichting)} {' '.join(_bronverwijzing(b) for b in bronnen)}"])
    return Tabel(["Indicator", "Jaar", "Gepubliceerd", "Model", "Afwijking", "Wat is gepubliceerd"], rijen, [26, 7, 13, 11, 11, 42],
                 tekstkolommen=frozenset({5}))


def tabel_parameters(eigenaar: str) -> Tabel:
    """Every parameter of an owner: value by period, range, and source or assumption."""
    u = huidige()
    rijen: list[list[Cel]] = []
    for parameter in u.ps.parameters.values():
        if parameter.eigenaar != eigenaar:
            continue
        naam, vorige = f"{_als_naam(parameter.label)} ({parameter.eenheid})", ""
        for perioden, waarde in _gelijke_perioden(parameter):
            herkomst = _herkomst(parameter, waarde, u)
            rijen.append([naam, Naam(perioden, "parameter:periode"), _parameterwaarde(parameter, perioden, waarde.waarde),
                          _band(parameter, perioden, waarde), "Als hierboven." if herkomst == vorige else herkomst])
            naam, vorige = "″", herkomst
    return Tabel(["Parameter", "Periode", "Waarde", "Laag tot hoog", "Herkomst"], rijen, [30, 11, 11, 13, 45], tekstkolommen=frozenset({4}))


def tabel_bronnen() -> Tabel:
    """Every source that the edition cites."""
    rijen = [[f"[{sleutel}]{{#bron-{sleutel} .naam}}", f"{bron.uitgever}: {_als_naam(bron.titel)}", Naam(str(bron.datum), "bron:datum"), bron.soort]
             for sleutel, bron in sorted(huidige().ps.bronnen.items())]
    return Tabel(["Sleutel", "Bron", "Datum", "Soort"], rijen, [22, 55, 13, 12], cijfers=False)


def _cijfertabel(koppen: Sequence[Cel], rijen: Sequence[Sequence[Cel]], noten: tuple[str, ...] = (), totalen: frozenset[int] = frozenset()) -> Tabel:
    return Tabel(koppen, rijen, [36, *([64 // (len(koppen) - 1)] * (len(koppen) - 1))], noten=noten, totalen=totalen)


def _jaarkoppen(u: Uitkomsten) -> list[Cel]:
    return [Naam(str(jaar), "editie:jaren") for jaar in u.jaren]


def _gerealiseerd_jaar(jaar: int) -> Cel:
    return Naam(f"{jaar} (realisatie)", "realisatie:jaar")


def _jaren(id: str, scenario: str, u: Uitkomsten) -> list[Cel]:
    return [n(id, jaar, scenario, u=u) for jaar in u.jaren]


def _gerealiseerd(id: str, jaar: int) -> Cel:
    reeks = huidige().ps.realisaties.get(id)
    moment = next((m for m in (str(jaar), f"{jaar}-12-31", f"{jaar + 1}-01-01", f"{jaar + 1}-01-02") if reeks and m in reeks.waarden), None)
    return _LEEG if moment is None else r(id, moment)


def _rijkop(id: str, met_eenheid: bool) -> str:
    i = indicator(id)
    return f"{i.naam} ({i.eenheid})" if met_eenheid else i.naam


def _sluit(id: str, scenario: str, u: Uitkomsten) -> bool:
    i = indicator(id)
    return not i.delen or all(sluit(u.waarde(id, jaar, scenario), [u.waarde(deel, jaar, scenario) for deel in i.delen], stap(i.eenheid)) for jaar in u.jaren)


def _gelijke_perioden(parameter: Parameter) -> list[tuple[str, Waarde]]:
    """Consecutive periods with the same value and origin as one: 2025-2027."""
    groepen = [list(groep) for _, groep in groupby(parameter.waarden.items(), key=lambda pw: pw[1])]
    return [(g[0][0] if len(g) == 1 else f"{g[0][0]} t/m {g[-1][0]}", g[0][1]) for g in groepen]


def _parameterwaarde(parameter: Parameter, perioden: str, waarde: float) -> Getal:
    """A parameter exactly as it was entered, so that the annex can be held against the file."""
    decimalen = len(f"{waarde:.10f}".rstrip("0").partition(".")[2])
    return Getal(waarde, parameter.eenheid, 10.0 ** -max(decimalen, 2 if parameter.eenheid == "aandeel" else 0), f"parameter:{parameter.id}", perioden)


def _band(parameter: Parameter, perioden: str, waarde: Waarde) -> Cel:
    if waarde.laag is None or waarde.hoog is None:
        return _LEEG
    laag, hoog = (_parameterwaarde(parameter, perioden, w)._repr_markdown_() for w in (waarde.laag, waarde.hoog))
    return f"{laag} tot {hoog}"


def _herkomst(parameter: Parameter, waarde: Waarde, u: Uitkomsten) -> str:
    bronnen, aanname = u.ps.herkomst(parameter, waarde)
    deel = f"Aanname: {_als_naam(aanname)}" if aanname else "Bron: " + ", ".join(_bronverwijzing(b) for b in bronnen)
    toelichting = waarde.toelichting or parameter.toelichting
    return f"{deel} {_als_naam(toelichting)}" if toelichting else deel


def _bronverwijzing(sleutel: str) -> str:
    return f"[{sleutel}]{{.naam data-bron=\"bron:{sleutel}\"}}"


def _als_naam(tekst: str) -> str:
    """Text from the parameter file, whose digits come from the file and not from an author's hand."""
    schoon = tekst.replace("[", r"\[").replace("]", r"\]")
    return f"[{schoon}]{{.naam data-bron=\"parameterbestand\"}}"


def _met_hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
