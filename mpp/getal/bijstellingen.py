"""The adjustments since the previous edition, for a chapter: what changed, why, and which changes are significant.

An adjustment is between like and like: this edition, and the previous one by the same model with the parameters of then.
What that edition published itself stands beside it: how far its own reckoning lies from that is no cause of a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from mpp.getal.afronding import eenheid_verschil, sluit, stap, stap_ingevoerd
from mpp.getal.cijfers import n, vorige_editie
from mpp.getal.getal import Getal, Naam, Woord
from mpp.getal.opmaak import in_een_zin, opsomming
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.getal.tabellen import als_naam
from mpp.getal.woorden import met_teken, verandering
from mpp.problemen import Fout, probleem
from mpp.uitkomsten import huidige, indicator
from mpp.uitkomsten.oorzaken import PROGNOSE, oorzaken
from mpp.uitkomsten.vergelijking import HOOFDINDICATOREN, INTERACTIE, MODEL, Bijstelling, Grondslag, Vergelijking, Verschil, met_vorige

#: A change of more than this share of the previous value is significant.
DREMPEL: Final = 0.05

_NOOT_HERREKEND: Final = "Herrekend: wat het model van nu met de parameters van toen geeft."
_NOOT_LEEG: Final = f"{LEEG} Niet gepubliceerd."
#: To a tenth of a percent, so that a reader sees on which side of the threshold a change lies.
_OP_RELATIEF: Final = 0.001
_NIET_VASTGESTELD: Final = "niet vastgesteld"


def drempel() -> Getal:
    """The share of the previous value above which a change is significant."""
    return Getal(DREMPEL, "aandeel", stap("aandeel"), "verschil:drempel")


def vorig(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """An indicator of the previous edition, as today's model gives it for the parameters of that edition."""
    d = _verschil(id, jaar, scenario)
    return _getal(d, n(id, jaar, scenario).waarde - d.door_wijzigingen, "herrekend", indicator(id).eenheid)


def gepubliceerd_vorig(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """The same as that edition published it; raises Fout when it did not."""
    d = _verschil(id, jaar, scenario)
    if d.gepubliceerd_oud is None:
        raise Fout([probleem("getal-gepubliceerd-onbekend", id=id, jaar=jaar, scenario=scenario)])
    return _getal(d, d.oud, "gepubliceerd", indicator(id).eenheid)


def herrekening(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """How far the recomputed value of the previous edition lies above (below zero: under) what it published; raises Fout without."""
    return vorig(id, jaar, scenario) - gepubliceerd_vorig(id, jaar, scenario)


def p_vorig(id: str, periode: int | str = "vast") -> Getal:
    """The value of a parameter in the previous edition; raises Fout for a period without one."""
    parameter = _v().oud.ps[id]
    waarde = parameter.waarden.get(str(periode))
    if waarde is None:
        raise Fout([probleem("getal-periode-onbekend", id=id, periode=periode, alle=", ".join(parameter.waarden))])
    return Getal(waarde.waarde, parameter.eenheid, stap(parameter.eenheid), _bron(id, "parameter"), str(periode))


def bijstelling(id: str, jaar: int, scenario: str = "medio") -> Getal:
    """How much higher (or, below zero, lower) an indicator is than in the previous edition by the same model."""
    d = _verschil(id, jaar, scenario)
    return _getal(d, d.door_wijzigingen, "totaal", _eenheid(id))


def al_dan_niet(id: str, jaar: int) -> Woord:
    """Een significante bijstelling or geen significante bijstelling, in medio."""
    woord = "een" if is_significant(id, jaar) else "geen"
    totaal = bijstelling(id, jaar)
    return Woord(f"{woord} significante bijstelling", totaal.waarde, totaal.herkomst, totaal.op)


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


def relatief(id: str, jaar: int, scenario: str = "medio") -> Woord:
    """The adjustment with its sign as a share of the previous value."""
    return verandering(vorig(id, jaar, scenario), n(id, jaar, scenario), _OP_RELATIEF)


def grootste_oorzaak(id: str, jaar: int, scenario: str = "medio") -> Woord:
    """The name of the cause with the largest effect in the direction of the adjustment, in lower case; geen when nothing changed."""
    d = _verschil(id, jaar, scenario)
    namen = {i: naam for i, naam, _ in _v().effecten}
    richting = 1 if d.door_wijzigingen > 0 else -1
    effecten = {i: effect * richting for i, effect in d.effecten.items() if i != MODEL and effect * richting > 0}
    if not effecten:
        return Woord("geen", 0, _getal(d, 0, "totaal", "").herkomst)
    grootste = max(effecten, key=effecten.__getitem__)
    return Woord(in_een_zin(namen[grootste]), d.effecten[grootste], _getal(d, 0, grootste, "").herkomst, stap(_eenheid(id)))


def tabel_significant(jaar: int) -> Tabel:
    """The main indicators of which the change in medio is significant in `jaar`, a row each."""
    rijen: list[list[Cel]] = [
        [
            f"{indicator(id).naam} ({indicator(id).eenheid})",
            _gepubliceerd(id, jaar),
            vorig(id, jaar),
            n(id, jaar),
            met_teken(bijstelling(id, jaar)),
            relatief(id, jaar),
            grootste_oorzaak(id, jaar),
        ]
        for id in HOOFDINDICATOREN
        if is_significant(id, jaar)
    ]
    vorige = vorige_editie()._repr_markdown_()
    koppen: list[Cel] = [
        "Indicator",
        f"{vorige}, gepubliceerd",
        f"{vorige}, herrekend",
        "Deze editie",
        "Verschil",
        "Relatief",
        "Grootste oorzaak",
    ]
    noten = (*((_NOOT_LEEG,) if any(LEEG in rij for rij in rijen) else ()), _NOOT_HERREKEND)
    return Tabel(koppen, rijen, [28, 13, 12, 10, 10, 10, 21], noten=noten, tekstkolommen=frozenset({6}))


def tabel_oorzaken(ids: Sequence[str], jaar: int) -> Tabel:
    """From what the previous edition published to its value by today's model, and what each cause then does, to this one (medio)."""
    alle = [_verschil(id, jaar) for id in ids]
    vorige = vorige_editie()._repr_markdown_()
    rijen: list[list[Cel]] = []
    if any(d.gepubliceerd_oud for d in alle):
        rijen.append([f"{vorige}, gepubliceerd", *(_gepubliceerd(id, jaar) for id in ids)])
        rijen.append([_naam_van(MODEL), *(met_teken(herrekening(d.indicator, jaar)) if d.gepubliceerd_oud else LEEG for d in alle)])
    herrekend = len(rijen)
    rijen.append([f"{vorige}, herrekend", *(vorig(id, jaar) for id in ids)])
    for oorzaak, naam, _ in _v().effecten:
        effecten = [effect(d.indicator, jaar, oorzaak) for d in alle]
        if oorzaak != MODEL and any(e.afgerond for e in effecten):
            rijen.append([naam, *(met_teken(e) for e in effecten)])
    rijen.append(["Deze editie", *(n(d.indicator, jaar) for d in alle)])
    noten = [*((_NOOT_LEEG,) if any(LEEG in rij for rij in rijen) else ()), _NOOT_HERREKEND]
    if not all(_sluit(d) for d in alle):
        noten.append("Door afronding tellen de oorzaken niet overal op tot het verschil.")
    koppen: list[Cel] = ["Oorzaak", *(f"{indicator(id).naam} ({indicator(id).eenheid})" for id in ids)]
    return Tabel(koppen, rijen, [26, *([74 // len(ids)] * len(ids))], noten=tuple(noten), totalen=frozenset({herrekend, len(rijen) - 1}))


def _naam_van(effect: str) -> str:
    return next(naam for id, naam, _ in _v().effecten if id == effect)


def _sluit(d: Verschil) -> bool:
    """Whether what is shown adds up: from published to recomputed, and from there to this edition."""
    op, oud = stap(_eenheid(d.indicator)), vorig(d.indicator, d.jaar).waarde
    effecten = [effect for id, effect in d.effecten.items() if id != MODEL]
    eerst = not d.gepubliceerd_oud or sluit(oud, [d.oud, oud - d.oud], op)
    return eerst and sluit(n(d.indicator, d.jaar).waarde, [oud, *effecten], op)


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
    return abs(bijstelling(id, jaar).waarde) > DREMPEL * abs(vorig(id, jaar).waarde)


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


def _gepubliceerd(id: str, jaar: int) -> Cel:
    return gepubliceerd_vorig(id, jaar) if _verschil(id, jaar).gepubliceerd_oud else LEEG
