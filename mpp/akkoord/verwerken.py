"""What the answers on a form make of the files of the edition: consents recorded, proposed values taken over; all or nothing."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.akkoord.formulier import DATUM_IN, GETALLEN, Antwoord
from mpp.akkoord.lezen import Antwoorden, Ingevuld
from mpp.akkoord.opstellen import eerst_de_invoer
from mpp.akkoord.schrijven import met_akkoorden, met_voorstellen
from mpp.akkoord.voorstel import Voorstel
from mpp.getal.akkoordstand import hashes, standen, standen_invoer
from mpp.parameters import Parameterset, laad
from mpp.parameters.akkoord import Stand, waardehash
from mpp.parameters.akkoordbestand import NAAM
from mpp.parameters.akkoordvorm import Akkoord, Invoerakkoord, Uitkomstakkoord
from mpp.parameters.tijd import eerste_akkoord
from mpp.problemen import Fout, Probleem, probleem
from mpp.ronde.journaal import lees_journaal

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

_VOORSTEL: Final[tuple[Antwoord, ...]] = ("waarde", "reden", "bron")
"""What a proposal consists of."""


@dataclass(frozen=True)
class Verwerkt:
    """What importing a form comes to.

    `bestanden` are the files that change, with their content; `akkoorden` what is recorded, `voorstellen` the values taken
    over. `vervallen` are the consents that lapse because of those, `achterhaald` the answers to a value that is another by now.
    """

    bestanden: Mapping[str, bytes]
    akkoorden: tuple[Akkoord, ...]
    voorstellen: tuple[Voorstel, ...]
    vervallen: tuple[Stand, ...]
    achterhaald: tuple[str, ...]


def verwerk(a: Antwoorden, u: Uitkomsten, vandaag: datetime.date, partner: str | None = None) -> Verwerkt:
    """The files with what the form says; nothing is written.

    Raises Fout with every reason why it cannot be taken over: a form of another edition or organisation, dated after
    `vandaag` or the adoption or before what was said earlier, about the outcomes before the input is agreed; a refusal without
    a reason; a proposal without a reason or source, of a value that is another by now, or that the parameters cannot have.
    """
    if problemen := list(_ander(a, u, partner)):
        raise Fout(problemen)
    nu = hashes(u, a.soort, a.partner)
    if problemen := [*_datum(a, u, vandaag), *_antwoorden(a, nu)]:
        raise Fout(problemen)
    ps = u.ps
    voorstellen = tuple(Voorstel.uit(a, rij, ps) for rij in a.rijen if _is_voorstel(rij))
    parameters = met_voorstellen(ps, voorstellen) if voorstellen else ps.pad.read_text(encoding="utf-8")
    try:
        gewijzigd = _geladen(ps, parameters, None) if voorstellen else ps
    except Fout as fout:
        raise Fout(_bij_voorstel(a, voorstellen, p) for p in fout.problemen) from None
    akkoorden = tuple(_nieuwe(a, ps, gewijzigd, voorstellen))
    tekst = met_akkoorden(ps, a.soort, akkoorden)
    na = _geladen(ps, parameters, tekst)
    bestanden = {ps.pad.name: parameters.encode()} if voorstellen else {}
    if akkoorden:
        bestanden[NAAM] = tekst.encode()
    voorgesteld = {v.parameter for v in voorstellen}
    achterhaald = [k.onderwerp for k in akkoorden if k.onderwerp not in voorgesteld and k.hash != nu[k.onderwerp]]
    return Verwerkt(bestanden, akkoorden, voorstellen, tuple(_vervallen(ps, na)), tuple(achterhaald))


def _ander(a: Antwoorden, u: Uitkomsten, partner: str | None) -> Iterator[Probleem]:
    """A form that is not of this edition or this organisation, or comes too early."""
    partners = {stand.organisatie for stand in standen(u)}
    for wat, van, verwacht in (("editie", a.editie, u.editie.id), ("organisatie", a.partner, partner or a.partner)):
        if van != verwacht:
            yield probleem("formulier-ander", bestand=a.bestand, wat_anders=wat, van=van, verwacht=verwacht)
    if a.partner not in partners:
        alle = ", ".join(sorted(partners))
        yield probleem("formulier-ander", bestand=a.bestand, wat_anders="organisatie", van=a.partner, verwacht=alle)
    if a.soort == "uitkomsten":
        yield from eerst_de_invoer(u.ps)


def _datum(a: Antwoorden, u: Uitkomsten, vandaag: datetime.date) -> Iterator[Probleem]:
    """A day on which nobody can have said this."""
    e, gezegd = u.editie, u.ps.akkoorden.laatste
    eerder = [k.datum for (soort, wie, wat), k in gezegd.items() if (soort, wie) == (a.soort, a.partner) and wat in _onderwerpen(a)]
    invoer = [k.datum for (soort, *_), k in gezegd.items() if soort == "invoer" and a.soort == "uitkomsten"]
    redenen = (
        (a.datum > vandaag, f"die dag moet nog komen: het is vandaag {vandaag}, als de klok van deze computer goed staat"),
        (a.datum > e.vastgesteld and not lees_journaal(u.ps).is_vast, f"de editie is vastgesteld op {e.vastgesteld}"),
        (a.datum < eerste_akkoord(e), f"de peildatum is {e.peildatum}, en niemand gaf een jaar eerder al akkoord"),
        (bool(eerder) and a.datum < max(eerder, default=a.datum), f"er staat al een later antwoord, van {max(eerder, default=a.datum)}"),
        (a.datum < max(invoer, default=a.datum), f"het laatste akkoord op de invoer is van {max(invoer, default=a.datum)}"),
    )
    yield from (a.meld("formulier-datum", DATUM_IN, datum=a.datum, reden=reden) for mis, reden in redenen if mis)


def _antwoorden(a: Antwoorden, nu: Mapping[str, str]) -> Iterator[Probleem]:
    """Answers that cannot be taken over as they are."""
    voorgesteld = {rij.onderwerp for rij in a.rijen if _is_voorstel(rij)}
    for rij in a.rijen:
        cel = next(rij.cellen[antwoord] for antwoord in rij.antwoorden)
        if rij.onderwerp not in nu:
            yield a.meld("formulier-onderwerp", cel, id=rij.onderwerp, partner=a.partner)
            continue
        besluit, opmerking = rij.antwoorden.get("besluit"), rij.antwoorden.get("opmerking")
        if besluit == "nee" and not opmerking and rij.onderwerp not in voorgesteld:
            yield a.meld("formulier-nee-zonder-reden", rij.cellen["opmerking"], id=rij.onderwerp)
        if besluit == "ja" and rij.onderwerp in voorgesteld:
            yield a.meld("formulier-ja-en-voorstel", cel, id=rij.onderwerp)
        if opmerking and not besluit and rij.onderwerp not in voorgesteld:
            yield a.meld("formulier-opmerking-zonder-besluit", rij.cellen["opmerking"], id=rij.onderwerp)
        yield from _voorstel(a, rij, nu)


def _voorstel(a: Antwoorden, rij: Ingevuld, nu: Mapping[str, str]) -> Iterator[Probleem]:
    """A proposal with a part missing, or of a value that is another by now."""
    delen = {veld for veld in _VOORSTEL if veld in rij.antwoorden} | ({"waarde"} if _is_voorstel(rij) else set())
    for veld in _VOORSTEL if delen else ():
        if veld not in delen:
            yield a.meld("formulier-voorstel-onvolledig", rij.cellen[veld], id=rij.onderwerp, periode=rij.periode, ontbreekt=veld)
    if _is_voorstel(rij) and rij.hash != nu[rij.onderwerp]:
        yield a.meld("formulier-voorstel-achterhaald", rij.cellen["waarde"], id=rij.onderwerp)


def _is_voorstel(rij: Ingevuld) -> bool:
    return bool(GETALLEN & rij.antwoorden.keys())


def _onderwerpen(a: Antwoorden) -> set[str]:
    return {rij.onderwerp for rij in a.rijen}


def _bij_voorstel(a: Antwoorden, voorstellen: Sequence[Voorstel], p: Probleem) -> Probleem:
    """What the parameters have against a proposal, at the cell in which it was made; at the first for what names none of them."""
    v = next((v for v in voorstellen if any(v.parameter in str(waarde) for waarde in p.gegevens.values())), voorstellen[0])
    return a.meld("formulier-voorstel-past-niet", v.cel, wat=p.wat, remedie=p.remedie)


def _nieuwe(a: Antwoorden, ps: Parameterset, na: Parameterset, voorstellen: Sequence[Voorstel]) -> Iterator[Akkoord]:
    """What is to be recorded: each yes and no, and of who proposes a value its consent to that one; nothing twice."""
    redenen: dict[str, list[str]] = {}
    for v in voorstellen:
        redenen.setdefault(v.parameter, []).append(v.reden)
    gedeeld = {"organisatie": a.partner, "door": a.door, "datum": a.datum}
    for rij in a.rijen:
        if rij.onderwerp in redenen or "besluit" not in rij.antwoorden:
            continue
        eigen = {"hash": rij.hash, "besluit": rij.antwoorden["besluit"], "opmerking": rij.antwoorden.get("opmerking")}
        akkoord = _akkoord(a, rij.onderwerp, {**gedeeld, **eigen})
        if ps.akkoorden.laatste.get((a.soort, a.partner, rij.onderwerp)) != akkoord:
            yield akkoord
    opmerkingen = {rij.onderwerp: str(tekst) for rij in a.rijen if (tekst := rij.antwoorden.get("opmerking"))}
    for id, reden in redenen.items():
        delen = [f"eigen voorstel: {'; '.join(dict.fromkeys(reden))}", *([opmerkingen[id]] if id in opmerkingen else [])]
        eigen = {"hash": waardehash(na[id]), "besluit": "ja", "opmerking": "; ".join(delen)}
        yield _akkoord(a, id, {**gedeeld, **eigen})


def _akkoord(a: Antwoorden, onderwerp: str, gegevens: Mapping[str, object]) -> Akkoord:
    if a.soort == "invoer":
        return Invoerakkoord.model_validate({**gegevens, "parameter": onderwerp})
    return Uitkomstakkoord.model_validate({**gegevens, "indicator": onderwerp})


def _geladen(ps: Parameterset, parameters: str, akkoorden: str | None) -> Parameterset:
    """The edition with other files, the consents left out where none are given; raises Fout as the real ones would."""
    with tempfile.TemporaryDirectory(prefix="mpp-") as map_:
        pad = Path(map_) / ps.pad.name
        pad.write_text(parameters, encoding="utf-8")
        if akkoorden is not None:
            (Path(map_) / NAAM).write_text(akkoorden, encoding="utf-8")
        return laad(pad, ps.wortel)


def _vervallen(voor: Parameterset, na: Parameterset) -> Iterator[Stand]:
    """The consents to the input that held before and do not any more."""
    staten = {(s.organisatie, s.onderwerp): s.staat for s in standen_invoer(voor)}
    for stand in standen_invoer(na):
        if stand.staat == "vervallen" and staten[stand.organisatie, stand.onderwerp] != "vervallen":
            yield stand
