"""What an organisation is asked to agree to: the values of its parameters, and after that the outcomes of its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from mpp.akkoord.formulier import Formulier, Inhoud, Regel
from mpp.edities.kant import Kant
from mpp.parameters import Parameterset
from mpp.parameters.akkoord import BEANTWOORD, Soort, Stand, waardehash
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Parameter, Waarde
from mpp.problemen import Fout, Probleem, probleem
from mpp.ronde.akkoordstand import hash_van, is_rond, standen, standen_invoer, waarden_van
from mpp.ronde.journaal import eis_huidig
from mpp.uitkomsten import Uitkomsten, register
from mpp.weergave.afronding import getoond, stap
from mpp.weergave.opmaak import datum

_GEVER = {"apm": "APM", "ketenpartner": "ketenpartner"}


def partners(u: Uitkomsten, soort: Soort | None = None) -> tuple[str, ...]:
    """The organisations of which consent is asked, to the input or the outcomes where `soort` says so, by name."""
    return tuple(sorted({stand.organisatie for stand in standen(u) if soort in (None, stand.soort)}))


def stel_op(u: Uitkomsten, partner: str, soort: Soort, vorige: Kant | None) -> Formulier:
    """The form of an organisation, with what the edition before had where `vorige` is that.

    Raises Fout for an edition that was put away, for a form about the outcomes as long as not every organisation has said yes or
    no to the input, and for one in which there is nothing to agree to.
    """
    eis_huidig(u.ps)
    if soort == "uitkomsten" and (problemen := eerst_de_invoer(u.ps)):
        raise Fout(problemen)
    regels = tuple(_invoer(u.ps, partner, vorige) if soort == "invoer" else _uitkomsten(u, partner, vorige))
    if not regels:
        raise Fout([probleem("akkoord-niets-te-vragen", partner=partner, soort=soort, alle=", ".join(partners(u, soort)))])
    return Formulier(u.editie, soort, partner, regels)


def eerst_de_invoer(ps: Parameterset) -> list[Probleem]:
    """Why nobody can be asked yet about the outcomes: what of the input has no yes or no, by organisation."""
    if is_rond(ps):
        return []
    open_ = [stand.organisatie for stand in standen_invoer(ps) if stand.staat not in BEANTWOORD]
    return [probleem("akkoord-eerst-invoer", wie=", ".join(f"{wie} ({open_.count(wie)})" for wie in sorted(set(open_))))]


def _invoer(ps: Parameterset, partner: str, vorige: Kant | None) -> Iterator[Regel]:
    for p in ps.parameters.values():
        if stand := next((stand for stand in ps.akkoord(p) if stand.organisatie == partner), None):
            hash = waardehash(p)
            for periode in perioden(p.periode, ps.editie):
                if w := p.waarden.get(periode):
                    cellen = (*_vast(p, periode, w, _eerder(p, periode, vorige)), *_toelichting(ps, p, w), _in_woorden(stand))
                    yield Regel(p.id, periode, hash, p.eenheid, cellen)


def _vast(p: Parameter, periode: str, w: Waarde, eerder: float | None) -> tuple[Inhoud, ...]:
    return p.label, p.id, periode, p.eenheid, w.waarde, w.laag, w.hoog, eerder


def _toelichting(ps: Parameterset, p: Parameter, w: Waarde) -> tuple[Inhoud, ...]:
    sleutels, aanname = ps.herkomst(p, w)
    bronnen = "; ".join(f"{b.uitgever}, {b.titel}, {datum(b.datum)}" for b in (ps.bronnen[sleutel] for sleutel in sleutels))
    return bronnen or f"Aanname: {aanname}", _GEVER[p.soort], p.kwaliteit, p.impact


def _eerder(p: Parameter, periode: str, vorige: Kant | None) -> float | None:
    """What the edition before had for the same parameter in the same period and unit."""
    toen = vorige.ps.parameters.get(p.id) if vorige else None
    waarde = toen.waarden.get(periode) if toen and toen.eenheid == p.eenheid else None
    return waarde.waarde if waarde else None


def _uitkomsten(u: Uitkomsten, partner: str, vorige: Kant | None) -> Iterator[Regel]:
    for stand in standen(u):
        if (stand.soort, stand.organisatie) == ("uitkomsten", partner):
            i = register()[stand.onderwerp]
            hash, waarden = hash_van(i, u), waarden_van(i, u)
            for jaar in u.jaren:
                drie = tuple(float(waarden[s][jaar]) for s in ("medio", "minimum", "maximum"))
                cijfer = vorige.gepubliceerd.get((i.id, jaar, "medio")) if vorige else None
                toen = float(getoond(cijfer.waarde, stap(i.eenheid))) if cijfer else None
                cellen = (i.naam, i.id, str(jaar), i.eenheid, *drie, toen, _in_woorden(stand))
                yield Regel(i.id, str(jaar), hash, i.eenheid, cellen)


def _in_woorden(stand: Stand) -> str:
    return f"{stand.staat} ({stand.akkoord.datum})" if stand.akkoord else stand.staat
