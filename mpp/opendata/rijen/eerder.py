"""What was known before: what editions published, what changed since the previous one, and how the model did in past years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from mpp.edities.eerder import eerdere_edities
from mpp.edities.gepubliceerd import AANSLUITEND
from mpp.edities.map import UITKOMSTEN, eerdere_mappen
from mpp.edities.vergelijking import HOOFDINDICATOREN, met_vorige
from mpp.getal import bijstellingen as van_document
from mpp.getal.terugblik import alle_terugblikken
from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.rijen.gemeen import ALLE, PROGNOSE, RAMING, bronvermelding, gemeten, getoond, in_eenheid, in_jaar, sleutels
from mpp.opendata.tijd import van_periode
from mpp.opendata.uitgever import editienaam
from mpp.padnamen import PARAMETERS
from mpp.uitkomsten.kubus import SCENARIOS
from mpp.uitkomsten.register import indicatoren, register
from mpp.weergave.afronding import kaal, rond, stap_klein
from mpp.weergave.opmaak import in_een_zin, opsomming

if TYPE_CHECKING:
    from mpp.edities.eerder import EerdereEditie
    from mpp.edities.gepubliceerd import Cijfer
    from mpp.edities.vergelijking import Vergelijking
    from mpp.uitkomsten import Uitkomsten

_NIET_GENOEMD: Final = "niet genoemd"
_TOTAAL: Final = "totaal"
_GENOEMD: Final = 4
"""So many adjustments are named in a sentence."""
_VORIG: Final = {
    "gepubliceerd": ("Gepubliceerd door de vorige editie", van_document.gepubliceerd_vorig),
    "herrekend": ("Vorige editie, herrekend met dit model", van_document.vorig),
    "totaal": ("Bijstelling in totaal", van_document.bijstelling),
}
"""What stands beside the causes, and how documents count it."""


def gepubliceerd(u: Uitkomsten) -> Iterator[Rij]:
    """What others published of this edition, beside the model."""
    for g in u.ps.gepubliceerd:
        eenheid = register()[g.indicator].eenheid
        yield {
            "indicator": g.indicator,
            "scenario": g.scenario,
            **in_jaar(g.indicator, g.jaar),
            "gepubliceerd": exact(g.waarde),
            "model": getoond(u.waarde(g.indicator, g.jaar, g.scenario), eenheid),
            **in_eenheid(eenheid),
            **bronvermelding(sleutels(g.bron)),
            "toelichting": g.toelichting,
        }


def eerdere(u: Uitkomsten) -> Iterator[Rij]:
    """Every figure that became public of an edition."""
    extern = indicatoren("extern")
    for editie, inhoud in eerdere_edities(u.ps).items():
        for id, jaar, scenario, cijfer in _cijfers(inhoud):
            if id in extern:
                yield {
                    "van_editie": editienaam(editie),
                    "indicator": id,
                    "scenario": scenario,
                    **in_jaar(id, jaar),
                    "waarde": exact(cijfer.waarde),
                    "eenheid": extern[id].eenheid,
                    "status": RAMING if scenario == AANSLUITEND else PROGNOSE,
                    "bron": None if cijfer.bron == UITKOMSTEN else cijfer.bron,
                    "toelichting": cijfer.toelichting,
                }


def _cijfers(inhoud: EerdereEditie) -> Iterator[tuple[str, int, str, Cijfer]]:
    """The figures of an edition by the scenario that documents name."""
    for c in inhoud.cijfers:
        yield c.indicator, c.jaar, c.scenario or _NIET_GENOEMD, c
    for c in inhoud.aansluitend:
        yield c.indicator, c.jaar, AANSLUITEND, c
    genoemd = {(c.indicator, c.jaar, c.scenario) for c in inhoud.cijfers}
    for (id, jaar, scenario), c in inhoud.gepubliceerd.items():
        if c.bron == UITKOMSTEN and (id, jaar, scenario) not in genoemd:
            yield id, jaar, scenario, c


def bijstellingen(u: Uitkomsten) -> Iterator[Rij]:
    """What the main indicators were in the previous edition, how much they changed and what each cause did."""
    if (vergelijking := _vergelijking(u)) is None:
        return
    for id in HOOFDINDICATOREN:
        eenheid = register()[id].eenheid
        for scenario in SCENARIOS:
            for jaar in vergelijking.jaren:
                verschil = vergelijking.verschil(id, jaar, scenario)
                bekend = [deel for deel in _VORIG if deel != "gepubliceerd" or verschil.gepubliceerd_oud]
                delen = [(deel, _VORIG[deel][0], _VORIG[deel][1](id, jaar, scenario, u=u).waarde) for deel in bekend]
                delen += [(deel, naam, verschil.effecten.get(deel, 0.0)) for deel, naam, _ in vergelijking.effecten]
                for deel, naam, waarde in delen:
                    yield {
                        "indicator": id,
                        "scenario": scenario,
                        **in_jaar(id, jaar),
                        "onderdeel": deel,
                        "naam": naam,
                        **gemeten(waarde, eenheid),
                        "vorige_editie": editienaam(vergelijking.oud.ps.editie.id),
                        "status": PROGNOSE,
                    }


def in_het_kort(rijen: Sequence[Rij], u: Uitkomsten) -> str:
    """What changed most in the second year of medio, in a sentence from the table of adjustments; empty without an edition before."""
    jaar = str(u.jaren[min(1, len(u.jaren) - 1)])
    totalen = [r for r in rijen if (r["onderdeel"], r["scenario"], str(r["periode"])[:4]) == (_TOTAAL, "medio", jaar)]
    grootste = sorted(totalen, key=lambda r: -abs(float(str(r["waarde"]))))[:_GENOEMD]
    if not grootste:
        return ""
    delen = (f"{in_een_zin(register()[str(r['indicator'])].naam)} {Decimal(str(r['waarde'])):+f}" for r in grootste)
    vorige = str(grootste[0]["vorige_editie"]).removeprefix("mpp-")
    return f"Bijgesteld sinds MPP {vorige} (herrekend met dit model), scenario medio in {jaar}: {opsomming(list(delen))}."


def bijgestelde_invoer(u: Uitkomsten) -> Iterator[Rij]:
    """Every value that is another than in the previous edition."""
    if (vergelijking := _vergelijking(u)) is None:
        return
    for b in vergelijking.bijstellingen:
        yield {
            "parameter": b.parameter,
            "label": b.label,
            "scenario": b.scenario or ALLE,
            **van_periode(b.periode, u.editie),
            "vorige_invoer": _ingevoerd(vergelijking, b.parameter, b.periode),
            "oud": _op(b.oud, b.stap_oud),
            "nieuw": _op(b.nieuw, b.stap_nieuw),
            "eenheid": b.eenheid,
            "onderdeel": b.oorzaak.id,
            "vorige_editie": editienaam(vergelijking.oud.ps.editie.id),
        }


def terugblikken(u: Uitkomsten) -> Iterator[Rij]:
    """The figures of every look back."""
    extern = indicatoren("extern")
    for id, blik in alle_terugblikken(u).items():
        for r in (r for r in blik.regels if r.indicator in extern):
            eenheid = extern[r.indicator].eenheid
            yield {
                "terugblik": id,
                "indicator": r.indicator,
                **in_jaar(r.indicator, r.jaar),
                "gerealiseerd": _op(r.gerealiseerd, stap_klein(r.gerealiseerd, eenheid)),
                "model": getoond(r.model, eenheid),
                "achteraf": None if r.achteraf is None else getoond(r.achteraf, eenheid),
                **in_eenheid(eenheid),
                "reden": r.reden,
                **bronvermelding(r.bronnen),
            }


def _vergelijking(u: Uitkomsten) -> Vergelijking | None:
    """The edition beside the previous one, where the parameters of that are known."""
    vorige = eerdere_mappen(u.ps.wortel).get(u.editie.vorige or "")
    return met_vorige(u) if vorige and vorige.heeft(PARAMETERS) else None


def _ingevoerd(vergelijking: Vergelijking, id: str, periode: str) -> Decimal | None:
    parameter = vergelijking.oud.ps.parameters.get(id)
    waarde = parameter.waarden.get(periode) if parameter else None
    return exact(waarde.waarde) if waarde else None


def _op(waarde: float | None, op: float) -> Decimal | None:
    return None if waarde is None else kaal(rond(waarde, op))
