"""The adjustments since the previous edition, for a chapter: what changed, why, and which changes are significant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from mpp.getal.afronding import eenheid_verschil, sluit, stap, stap_ingevoerd
from mpp.getal.cijfers import n, vorige_editie
from mpp.getal.getal import Getal, Naam, Woord
from mpp.getal.opmaak import in_een_zin, opmaak, opsomming
from mpp.getal.tabel import Cel, Tabel
from mpp.getal.tabellen import als_naam
from mpp.problemen import Fout, probleem
from mpp.uitkomsten import huidige, indicator
from mpp.uitkomsten.oorzaken import PROGNOSE, oorzaken
from mpp.uitkomsten.vergelijking import HOOFDINDICATOREN, INTERACTIE, MODEL, Bijstelling, Grondslag, Vergelijking, Verschil, met_vorige

#: A change of more than this share of the previous value is significant.
DREMPEL: Final = 0.05

_STER: Final = "\\*"
_NOOT_STER: Final = f"{_STER} Gepubliceerd. Andere waarden van de vorige editie geeft het model van nu met de parameters van toen."
_NIET_VASTGESTELD: Final = "niet vastgesteld"


def drempel() -> Getal:
    """The share of the previous value above which a change is significant."""
    return Getal(DREMPEL, "aandeel", stap("aandeel"), "verschil:drempel")


def vorig(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """An indicator in the previous edition: as it published it, or else as the model gives it for its parameters."""
    d = _verschil(id, jaar, scenario)
    return _getal(d, d.oud, "oud", indicator(id).eenheid)


def vorig_berekend(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """An indicator as today's model gives it for the parameters of the previous edition, whatever that edition published."""
    d = _verschil(id, jaar, scenario)
    return _getal(d, d.oud + (d.effecten[MODEL] if d.gepubliceerd_oud else 0.0), "berekend", indicator(id).eenheid)


def p_vorig(id: str, periode: int | str = "vast") -> Getal:
    """The value of a parameter in the previous edition; raises Fout for a period without one."""
    parameter = _v().oud.ps[id]
    waarde = parameter.waarden.get(str(periode))
    if waarde is None:
        raise Fout([probleem("getal-periode-onbekend", id=id, periode=periode, alle=", ".join(parameter.waarden))])
    return Getal(waarde.waarde, parameter.eenheid, stap(parameter.eenheid), _bron(id, "parameter"), str(periode))


def bijstelling(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """How much higher (or, below zero, lower) an indicator is than in the previous edition."""
    d = _verschil(id, jaar, scenario)
    return _getal(d, d.totaal, "totaal", _eenheid(id))


def al_dan_niet(id: str, jaar: int) -> Woord:
    """Een significante bijstelling or geen significante bijstelling, in medio."""
    woord = "een" if is_significant(id, jaar) else "geen"
    return Woord(f"{woord} significante bijstelling", relatief(id, jaar).waarde, relatief(id, jaar).herkomst, relatief(id, jaar).op)


def niet_significant(jaar: int) -> Woord:
    """The names of the main indicators that did not change significantly in medio, as a list in a sentence; geen when all did."""
    namen = [indicator(id).naam for id in HOOFDINDICATOREN if not is_significant(id, jaar)]
    tekst = opsomming([in_een_zin(naam) for naam in namen] or ["geen"])
    return Woord(tekst, len(namen), f"verschil:drempel[{jaar}]")


def effect(id: str, jaar: int, oorzaak: str, scenario: str = "medio") -> Getal:
    """What one cause (`oorzaken.yml`, or `model` and `interactie`) does to an indicator; zero when nothing changed in it.

    Raises KeyError for what is no cause.
    """
    if oorzaak not in (MODEL, INTERACTIE):
        oorzaken()[oorzaak]
    d = _verschil(id, jaar, scenario)
    return _getal(d, d.effecten.get(oorzaak, 0.0), oorzaak, _eenheid(id))


def relatief(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """The adjustment as a share of the previous value, without sign."""
    d = _verschil(id, jaar, scenario)
    return _getal(d, abs(d.totaal / d.oud), "relatief", "aandeel")


def grootste_oorzaak(id: str, jaar: int, scenario: str = "medio") -> Woord:
    """The name of the cause with the largest effect in the direction of the adjustment, in lower case."""
    d = _verschil(id, jaar, scenario)
    namen = {i: naam for i, naam, _ in _v().effecten}
    grootste = max(d.effecten, key=lambda i: d.effecten[i] * (1 if d.totaal > 0 else -1))
    naam = namen[grootste]
    return Woord(in_een_zin(naam), d.effecten[grootste], _getal(d, 0, grootste, "").herkomst, stap(_eenheid(id)))


def tabel_significant(jaar: int) -> Tabel:
    """The main indicators of which the change in medio is significant in `jaar`, a row each."""
    rijen: list[list[Cel]] = [
        [
            f"{indicator(id).naam} ({indicator(id).eenheid})",
            _oud(_verschil(id, jaar)),
            n(id, jaar),
            _met_teken(bijstelling(id, jaar)),
            relatief(id, jaar),
            grootste_oorzaak(id, jaar),
        ]
        for id in HOOFDINDICATOREN
        if is_significant(id, jaar)
    ]
    koppen: list[Cel] = ["Indicator", vorige_editie(), "Deze editie", "Verschil", "Relatief", "Grootste oorzaak"]
    return Tabel(koppen, rijen, [35, 12, 11, 10, 10, 22], noten=(_NOOT_STER,), tekstkolommen=frozenset({5}))


def tabel_oorzaken(ids: Sequence[str], jaar: int) -> Tabel:
    """What each cause (rows) does to each indicator (columns) in medio, from the previous edition to this one."""
    alle = [_verschil(id, jaar) for id in ids]
    rijen: list[list[Cel]] = [[vorige_editie(), *(_oud(d) for d in alle)]]
    for oorzaak, naam, _ in _v().effecten:
        effecten = [effect(d.indicator, jaar, oorzaak) for d in alle]
        if any(e.afgerond for e in effecten):
            rijen.append([naam, *(_met_teken(e) for e in effecten)])
    rijen.append(["Deze editie", *(n(d.indicator, jaar) for d in alle)])
    noten = [_NOOT_STER]
    if not all(sluit(d.nieuw, [d.oud, *d.effecten.values()], stap(_eenheid(d.indicator))) for d in alle):
        noten.append("Door afronding tellen de oorzaken niet overal op tot het verschil.")
    koppen: list[Cel] = ["Oorzaak", *(f"{indicator(id).naam} ({indicator(id).eenheid})" for id in ids)]
    return Tabel(koppen, rijen, [26, *([74 // len(ids)] * len(ids))], noten=tuple(noten), totalen=frozenset({len(rijen) - 1}))


def tabel_gewijzigd() -> Tabel:
    """Every value that changed (medio), by cause: that of the previous edition, that of this one, and what the first rests on."""
    rijen: list[list[Cel]] = []
    for groep, van_groep in groupby(_in_medio(), key=lambda b: b.oorzaak):
        rijen.append([f"**{groep.naam}**", "", "", ""])
        for _, bijstellingen in groupby(van_groep, key=lambda b: b.parameter):
            rijen.append(_rij(list(bijstellingen)))
    koppen: list[Cel] = ["Parameter", vorige_editie(), "Deze editie", "Grondslag van de vorige waarde"]
    return Tabel(koppen, rijen, [30, 17, 17, 44], cijfers=False)


def _in_medio() -> list[Bijstelling]:
    return [b for b in _v().bijstellingen if b.scenario in (None, "medio")]


def _rij(bijstellingen: Sequence[Bijstelling]) -> list[Cel]:
    """One parameter: consecutive periods with the same values as one."""
    eerste = bijstellingen[0]
    groepen = [list(g) for _, g in groupby(bijstellingen, key=lambda b: (b.oud, b.nieuw))]
    oud, nieuw = ("; ".join(_waarde(g, kant) for g in groepen) for kant in ("oud", "nieuw"))
    grondslagen = dict.fromkeys(_grondslag(b.grondslag_oud) for b in bijstellingen)
    return [als_naam(f"{eerste.label} ({eerste.eenheid})"), oud, nieuw, " ".join(grondslagen)]


def _waarde(bijstellingen: Sequence[Bijstelling], kant: str) -> str:
    b = bijstellingen[0]
    waarde = b.oud if kant == "oud" else b.nieuw
    op = stap(b.eenheid) if b.parameter == PROGNOSE else stap_ingevoerd(waarde or 0, b.eenheid)
    tekst = _NIET_VASTGESTELD if waarde is None else Getal(waarde, b.eenheid, op, _bron(b.parameter, kant), b.periode)._repr_markdown_()
    perioden = b.periode if len(bijstellingen) == 1 else f"{b.periode}–{bijstellingen[-1].periode}"
    return tekst if b.periode == "vast" else f"{Naam(perioden, 'parameter:periode')._repr_markdown_()}: {tekst}"


def _grondslag(grondslag: Grondslag) -> str:
    delen = []
    if grondslag.bronnen:
        delen.append("Bron: " + ", ".join(Naam(b, f"bron:{b}")._repr_markdown_() for b in grondslag.bronnen) + ".")
    if grondslag.aanname:
        delen.append(f"Aanname: {als_naam(grondslag.aanname)}")
    return " ".join([*delen, *([als_naam(grondslag.toelichting)] if grondslag.toelichting else [])])


def is_significant(id: str, jaar: int) -> bool:
    """Whether an indicator in medio changed by more than the threshold."""
    d = _verschil(id, jaar, "medio")
    return abs(d.totaal) > DREMPEL * abs(d.oud)


def _v() -> Vergelijking:
    return met_vorige(huidige())


def _verschil(id: str, jaar: int, scenario: str = "medio") -> Verschil:
    return _v().verschil(id, jaar, scenario)


def _eenheid(id: str) -> str:
    return eenheid_verschil(indicator(id).eenheid)


def _getal(d: Verschil, waarde: float, deel: str, eenheid: str) -> Getal:
    return Getal(waarde, eenheid, stap(eenheid), _bron(d.indicator, deel), f"{d.jaar}|{d.scenario}")


def _bron(id: str, deel: str) -> str:
    return f"verschil:{_v().oud.ps.editie.id}:{id}:{deel}"


def _oud(d: Verschil) -> Cel:
    getal = _getal(d, d.oud, "oud", indicator(d.indicator).eenheid)
    return f"{getal._repr_markdown_()}{_STER}" if d.gepubliceerd_oud else getal


def _met_teken(getal: Getal) -> Woord:
    """The same number with a plus before it when it is above zero."""
    return Woord(
        ("+" if getal.afgerond > 0 else "") + opmaak(getal.waarde, getal.eenheid, getal.op), getal.waarde, getal.herkomst, getal.op
    )
