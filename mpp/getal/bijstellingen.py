"""The adjustments since the previous edition, for a chapter: what changed, why, and which changes are significant.

An adjustment is between like and like: this edition, and the previous one by the same model with the parameters of then.
What that edition gave as its outcome itself stands beside it: how far its own reckoning lies from that is no cause of a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mpp.edities.eerder import eerdere_edities
from mpp.edities.map import UITKOMSTEN
from mpp.edities.oorzaken import oorzaken
from mpp.edities.vergelijking import GEKOMEN, HOOFDINDICATOREN, MODEL, ZONDER_GROEP, Vergelijking, Verschil, met_vorige
from mpp.getal.cijfers import n, vorige_editie
from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Woord, Zinsdeel
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.getal.woorden import met_teken, verandering
from mpp.problemen import Fout, probleem
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.weergave.afronding import STAP_VERANDERING, eenheid_verschil, sluit, stap
from mpp.weergave.opmaak import in_een_zin, opsomming

#: A change of more than this share of the previous value is significant.
DREMPEL: Final = 0.05

_NOOT_HERREKEND: Final = "Herrekend: wat het model van nu met de parameters van toen geeft."
_NOOT_REALISATIE: Final = (
    "Realisatie tot de peildatum: wat er kwam in plaats van wat was verwacht, en wat dat over de rest van het jaar zegt."
)
_NOOT_LEEG: Final = f"{LEEG} Niet bekend."


def drempel() -> Getal:
    """The share of the previous value above which a change is significant."""
    return Getal(DREMPEL, "aandeel", stap("aandeel"), "verschil:drempel")


def aantal_bekeken() -> Getal:
    """How many indicators are looked at: the main ones."""
    return Getal(len(HOOFDINDICATOREN), "indicatoren", 1, "verschil:bekeken")


def vorig(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> Getal:
    """An indicator of the previous edition, as today's model gives it for the parameters of that edition."""
    d = _verschil(id, jaar, u, scenario)
    return _getal(d, n(id, jaar, scenario, u=u).waarde - d.door_wijzigingen, "herrekend", indicator(id).eenheid, u)


def gepubliceerd_vorig(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> Getal:
    """The same as that edition published it; raises Fout when it did not."""
    d = _verschil(id, jaar, u, scenario)
    if d.gepubliceerd_oud is None:
        raise Fout([probleem("getal-gepubliceerd-onbekend", id=id, jaar=jaar, scenario=scenario)])
    return _getal(d, d.oud, "gepubliceerd", indicator(id).eenheid, u)


def herrekening(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> Getal:
    """How far the recomputed value of the previous edition lies above (below zero: under) what it published; raises Fout without."""
    return vorig(id, jaar, scenario, u=u) - gepubliceerd_vorig(id, jaar, scenario, u=u)


def p_vorig(id: str, periode: int | str = "vast", *, u: Uitkomsten) -> Getal:
    """The value of a parameter in the previous edition; raises Fout for a period without one."""
    parameter = _v(u).oud.ps[id]
    waarde = parameter.waarden.get(str(periode))
    if waarde is None:
        raise Fout([probleem("getal-periode-onbekend", id=id, periode=periode, alle=", ".join(parameter.waarden))])
    return Getal(waarde.waarde, parameter.eenheid, stap(parameter.eenheid), _bron(id, "parameter", u), str(periode))


def bijstelling(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> Getal:
    """How much higher (or, below zero, lower) an indicator is than in the previous edition by the same model."""
    d = _verschil(id, jaar, u, scenario)
    return _getal(d, d.door_wijzigingen, "totaal", _eenheid(id), u)


def al_dan_niet(id: str, jaar: int, *, u: Uitkomsten) -> Woord:
    """Een significante bijstelling or geen significante bijstelling, in medio."""
    woord = "een" if is_significant(id, jaar, u=u) else "geen"
    totaal = bijstelling(id, jaar, u=u)
    return Woord(f"{woord} significante bijstelling", totaal.waarde, totaal.herkomst, totaal.op)


def niet_significant(jaar: int, *, u: Uitkomsten) -> Woord:
    """The names of the main indicators that did not change significantly in medio, as a list in a sentence; geen when all did."""
    namen = [indicator(id).naam for id in HOOFDINDICATOREN if not is_significant(id, jaar, u=u)]
    tekst = opsomming([in_een_zin(naam) for naam in namen] or ["geen"])
    return Woord(tekst, len(namen), f"verschil:drempel[{jaar}]")


def effect(id: str, jaar: int, oorzaak: str, scenario: str = "medio", *, u: Uitkomsten) -> Getal:
    """What one cause (`oorzaken.yml`, or `realisatie`, `interactie` and `model`) does to an indicator; zero when nothing changed in it.

    Raises KeyError for what is no cause.
    """
    if oorzaak not in ZONDER_GROEP:
        oorzaken()[oorzaak]
    d = _verschil(id, jaar, u, scenario)
    return _getal(d, d.effecten.get(oorzaak, 0.0), oorzaak, _eenheid(id), u)


def relatief(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> Woord:
    """The adjustment with its sign as a share of the previous value."""
    return verandering(vorig(id, jaar, scenario, u=u), n(id, jaar, scenario, u=u), STAP_VERANDERING)


def grootste_oorzaak(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> Woord:
    """The name of the cause with the largest effect in the direction of the adjustment, in lower case; geen when nothing changed."""
    d = _verschil(id, jaar, u, scenario)
    namen = {i: naam for i, naam, _ in _v(u).effecten}
    richting = 1 if d.door_wijzigingen > 0 else -1
    effecten = {i: effect * richting for i, effect in d.effecten.items() if i != MODEL and effect * richting > 0}
    if not effecten:
        return Woord("geen", 0, _getal(d, 0, "totaal", "", u).herkomst)
    grootste = max(effecten, key=effecten.__getitem__)
    return Woord(in_een_zin(namen[grootste]), d.effecten[grootste], _getal(d, 0, grootste, "", u).herkomst, stap(_eenheid(id)))


def tabel_significant(jaar: int, *, u: Uitkomsten) -> Tabel:
    """The main indicators of which the change in medio is significant in `jaar`, a row each."""
    getoond = [id for id in HOOFDINDICATOREN if is_significant(id, jaar, u=u)]
    rijen: list[list[Cel]] = [
        [
            f"{indicator(id).naam} ({indicator(id).eenheid})",
            _gepubliceerd(id, jaar, u),
            vorig(id, jaar, u=u),
            n(id, jaar, u=u),
            met_teken(bijstelling(id, jaar, u=u)),
            relatief(id, jaar, u=u),
            grootste_oorzaak(id, jaar, u=u),
        ]
        for id in getoond
    ]
    vorige = vorige_editie(u=u)._repr_markdown_()
    koppen: list[Cel] = [
        "Indicator",
        f"{vorige}, eigen uitkomst",
        f"{vorige}, herrekend",
        "Deze editie",
        "Verschil",
        "Relatief",
        "Grootste oorzaak",
    ]
    noten = [*((_NOOT_LEEG,) if any(LEEG in rij for rij in rijen) else ()), _NOOT_HERREKEND, *_noot_eigen(getoond, jaar, u)]
    paren = ((n(id, jaar, u=u), vorig(id, jaar, u=u)) for id in getoond)
    if not all(sluit(nu.waarde, [toen.waarde, nu.waarde - toen.waarde], nu.op) for nu, toen in paren):
        noten.append("Door afronding is een verschil niet overal dat van de getoonde waarden.")
    return Tabel(koppen, rijen, [32, 12, 12, 9, 9, 9, 19], noten=tuple(noten), tekstkolommen=frozenset({6}))


def eigen_uitkomst(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> InTekst:
    """Of which of these indicators the own outcome of the previous edition was published, and of which it is that of a reconstruction
    only; nothing when it is of none, or when that edition was no reconstruction.
    """
    vorige = eerdere_edities(u.ps).get(u.editie.vorige or "")
    cijfers = {id: c for id in ids if (c := _verschil(id, jaar, u).gepubliceerd_oud)}
    eigen = [in_een_zin(indicator(id).naam) for id, c in cijfers.items() if c.bron == UITKOMSTEN]
    if vorige is None or not eigen or vorige.titel == vorige.editie.naam:
        return Vervallen()
    genoemd = [in_een_zin(indicator(id).naam) for id, c in cijfers.items() if c.bron != UITKOMSTEN]
    waar = f"bij {opsomming(genoemd)} gepubliceerd, bij {opsomming(eigen)} " if genoemd else ""
    naam = Naam(vorige.titel, f"editie:{vorige.editie.id}")
    return Zinsdeel(("Eigen uitkomst van ", naam, f": {waar}die van de reconstructie."))


def _noot_eigen(ids: Sequence[str], jaar: int, u: Uitkomsten) -> list[Cel]:
    return [] if isinstance(noot := eigen_uitkomst(ids, jaar, u=u), Vervallen) else [noot]


def uit_realisatie(id: str, jaar: int, scenario: str = "medio", *, u: Uitkomsten) -> InTekst:
    """What came up to the peildatum does to an indicator, as the last part of a sentence that tells causes; nothing where nothing came."""
    if not _kent_realisatie(u):
        return Vervallen()
    return Zinsdeel((", en uit de realisatie tot de peildatum ", met_teken(effect(id, jaar, GEKOMEN, scenario, u=u))))


def _kent_realisatie(u: Uitkomsten) -> bool:
    return GEKOMEN in (id for id, _, _ in _v(u).effecten)


def tabel_oorzaken(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Tabel:
    """From what the previous edition published to its value by today's model, and what each cause then does, to this one (medio)."""
    alle = [_verschil(id, jaar, u) for id in ids]
    vorige = vorige_editie(u=u)._repr_markdown_()
    rijen: list[list[Cel]] = []
    if any(d.gepubliceerd_oud for d in alle):
        rijen.append([f"{vorige}, eigen uitkomst", *(_gepubliceerd(id, jaar, u) for id in ids)])
        rijen.append([_naam_van(MODEL, u), *(met_teken(herrekening(d.indicator, jaar, u=u)) if d.gepubliceerd_oud else LEEG for d in alle)])
    herrekend = len(rijen)
    rijen.append([f"{vorige}, herrekend", *(vorig(id, jaar, u=u) for id in ids)])
    for oorzaak, naam, _ in _v(u).effecten:
        effecten = [effect(d.indicator, jaar, oorzaak, u=u) for d in alle]
        if oorzaak != MODEL and any(e.afgerond for e in effecten):
            rijen.append([naam, *(met_teken(e) for e in effecten)])
    rijen.append(["Deze editie", *(n(d.indicator, jaar, u=u) for d in alle)])
    noten = [*((_NOOT_LEEG,) if any(LEEG in rij for rij in rijen) else ()), _NOOT_HERREKEND, *_noot_eigen(ids, jaar, u)]
    noten += [_NOOT_REALISATIE] if _kent_realisatie(u) else []
    if not all(_sluit(d, u) for d in alle):
        noten.append("Door afronding tellen de oorzaken niet overal op tot het verschil.")
    koppen: list[Cel] = ["Oorzaak", *(f"{indicator(id).naam} ({indicator(id).eenheid})" for id in ids)]
    return Tabel(koppen, rijen, [26, *([74 // len(ids)] * len(ids))], noten=tuple(noten), totalen=frozenset({herrekend, len(rijen) - 1}))


def _naam_van(effect: str, u: Uitkomsten) -> str:
    return next(naam for id, naam, _ in _v(u).effecten if id == effect)


def _sluit(d: Verschil, u: Uitkomsten) -> bool:
    """Whether what is shown adds up: from published to recomputed, and from there to this edition."""
    op, oud = stap(_eenheid(d.indicator)), vorig(d.indicator, d.jaar, u=u).waarde
    effecten = [effect for id, effect in d.effecten.items() if id != MODEL]
    eerst = not d.gepubliceerd_oud or sluit(oud, [d.oud, oud - d.oud], op)
    return eerst and sluit(n(d.indicator, d.jaar, u=u).waarde, [oud, *effecten], op)


def is_significant(id: str, jaar: int, *, u: Uitkomsten) -> bool:
    """Whether an indicator in medio changed by more than the threshold."""
    return abs(bijstelling(id, jaar, u=u).waarde) > DREMPEL * abs(vorig(id, jaar, u=u).waarde)


def _v(u: Uitkomsten) -> Vergelijking:
    return met_vorige(u)


def _verschil(id: str, jaar: int, u: Uitkomsten, scenario: str = "medio") -> Verschil:
    return _v(u).verschil(id, jaar, scenario)


def _eenheid(id: str) -> str:
    return eenheid_verschil(indicator(id).eenheid)


def _getal(d: Verschil, waarde: float, deel: str, eenheid: str, u: Uitkomsten) -> Getal:
    return Getal(waarde, eenheid, stap(eenheid), _bron(d.indicator, deel, u), f"{d.jaar}|{d.scenario}")


def _bron(id: str, deel: str, u: Uitkomsten) -> str:
    return f"verschil:{_v(u).oud.ps.editie.id}:{id}:{deel}"


def _gepubliceerd(id: str, jaar: int, u: Uitkomsten) -> Cel:
    return gepubliceerd_vorig(id, jaar, u=u) if _verschil(id, jaar, u).gepubliceerd_oud else LEEG
