"""What the answers on a form make of the files of the edition: consents recorded, proposed values taken over; all or nothing."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.akkoord.formulier import DATUM_IN, GETALLEN, Antwoord
from mpp.akkoord.lezen import Antwoorden, Ingevuld
from mpp.akkoord.opstellen import eerst_de_invoer
from mpp.akkoord.schrijven import met_akkoorden, met_voorstellen
from mpp.akkoord.voorstel import Voorstel
from mpp.parameters import Parameterset, laad
from mpp.parameters.afleiding import Afleidingen
from mpp.parameters.akkoord import Stand, waardehash
from mpp.parameters.akkoordbestand import akkoordpad
from mpp.parameters.akkoordvorm import Akkoord, Invoerakkoord, Uitkomstakkoord
from mpp.parameters.later import reden_van
from mpp.parameters.tijd import eerste_akkoord
from mpp.problemen import Fout, Probleem, probleem
from mpp.ronde.akkoorddagen import te_laat, te_vroeg
from mpp.ronde.akkoordstand import hashes, standen, standen_invoer
from mpp.ronde.journaal import eis_huidig

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

_VOORSTEL: Final[tuple[Antwoord, ...]] = ("waarde", "reden", "bron")
"""What a proposal consists of."""


@dataclass(frozen=True)
class Verwerkt:
    """What importing a form comes to.

    `bestanden` are the files that change, with their content; `akkoorden` what is recorded, `voorstellen` the values taken
    over. `vervallen` are the consents that lapse because of those, `achterhaald` the answers to a value that is another by now.
    `niet_later` are the values that no longer rest on later knowledge, `nog_later` those that follow from them and still say so:
    parameter and period.
    """

    bestanden: Mapping[str, bytes]
    akkoorden: tuple[Akkoord, ...]
    voorstellen: tuple[Voorstel, ...]
    vervallen: tuple[Stand, ...]
    achterhaald: tuple[str, ...]
    niet_later: tuple[tuple[str, str], ...]
    nog_later: tuple[tuple[str, str], ...]


def verwerk(a: Antwoorden, u: Uitkomsten, vandaag: datetime.date, partner: str | None = None) -> Verwerkt:
    """The files with what the form says; nothing is written.

    Raises Fout with every reason why it cannot be taken over: a form of another edition or organisation, or of one that was put
    away, dated after `vandaag` or the adoption, before what was said earlier or before there was what it is about, about the
    outcomes before the input is agreed; a refusal without a reason; a proposal without a reason or source, of a value that is
    another by now, or that the parameters cannot have.
    """
    eis_huidig(u.ps)
    if problemen := list(_ander(a, u, partner)):
        raise Fout(problemen)
    nu = hashes(u, a.soort, a.partner)
    if problemen := [*_datum(a, u, vandaag), *_te_vroeg(a, u.ps), *_antwoorden(a, nu, u.ps)]:
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
        bestanden[akkoordpad(ps.pad).name] = tekst.encode()
    voorgesteld = {v.parameter for v in voorstellen}
    achterhaald = [k.onderwerp for k in akkoorden if k.onderwerp not in voorgesteld and k.hash != nu[k.onderwerp]]
    niet_later = tuple(w for w in ((v.parameter, v.periode) for v in voorstellen) if _later(ps, *w) and not _later(na, *w))
    vervallen, nog_later = tuple(_vervallen(ps, na)), tuple(_nog_later(na, niet_later))
    return Verwerkt(bestanden, akkoorden, voorstellen, vervallen, tuple(achterhaald), niet_later, nog_later)


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
        yield from (replace(p, bestand=a.bestand) for p in eerst_de_invoer(u.ps))


def _datum(a: Antwoorden, u: Uitkomsten, vandaag: datetime.date) -> Iterator[Probleem]:
    """A day on which nobody can have said this."""
    gezegd, e = u.ps.akkoorden.laatste, u.editie
    invoer = max((k.datum for (soort, *_), k in gezegd.items() if soort == "invoer" and a.soort == "uitkomsten"), default=a.datum)
    laat = te_laat(a.datum, u.ps)
    bezwaren = (
        (
            a.datum > vandaag,
            f"die dag moet nog komen: het is vandaag {vandaag}, als de klok van deze computer goed staat",
            "zet anders de klok goed, of geef met --datum de dag van vandaag",
        ),
        (bool(laat), laat, "wordt de editie later vastgesteld, verbeter dan de dag onder vastgesteld in het parameterbestand"),
        (
            a.datum < eerste_akkoord(e),
            f"de peildatum is {e.peildatum}, en niemand gaf een jaar eerder al akkoord",
            "vraag anders met een nieuw formulier opnieuw akkoord",
        ),
        (
            a.datum < invoer,
            f"het laatste akkoord op de invoer is van {invoer}",
            "anders waren dit nog niet de uitkomsten van die invoer: vraag met een nieuw formulier opnieuw akkoord",
        ),
    )
    yield from (a.meld("formulier-datum", DATUM_IN, datum=a.datum, reden=reden, anders=anders) for mis, reden, anders in bezwaren if mis)


def _te_vroeg(a: Antwoorden, ps: Parameterset) -> Iterator[Probleem]:
    """Rows of which nobody can have said this on that day: what they are about was not there yet, or was answered later."""
    for rij in {rij.onderwerp: rij for rij in reversed(a.rijen)}.values():
        cel = next(rij.cellen[antwoord] for antwoord in rij.antwoorden)
        if reden := te_vroeg(a.soort, rij.onderwerp, a.datum, ps):
            yield a.meld("formulier-te-vroeg", cel, id=rij.onderwerp, datum=a.datum, reden=reden, datumcel=DATUM_IN)
        gezegd = ps.akkoorden.laatste.get((a.soort, a.partner, rij.onderwerp))
        if gezegd and gezegd.datum > a.datum:
            yield a.meld("formulier-later-antwoord", cel, id=rij.onderwerp, datum=a.datum, later=gezegd.datum, datumcel=DATUM_IN)


def _antwoorden(a: Antwoorden, nu: Mapping[str, str], ps: Parameterset) -> Iterator[Probleem]:
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
        yield from _voorstel(a, rij, nu, ps)


def _voorstel(a: Antwoorden, rij: Ingevuld, nu: Mapping[str, str], ps: Parameterset) -> Iterator[Probleem]:
    """A proposal with a part missing, with a source of another day than it can have, or of a value that is another by now."""
    delen = {veld for veld in _VOORSTEL if veld in rij.antwoorden} | ({"waarde"} if _is_voorstel(rij) else set())
    for veld in _VOORSTEL if delen else ():
        if veld not in delen:
            yield a.meld("formulier-voorstel-onvolledig", rij.cellen[veld], id=rij.onderwerp, periode=rij.periode, ontbreekt=veld)
    yield from _brondatum(a, rij, ps) if "bron" in delen else ()
    if _is_voorstel(rij) and rij.hash != nu[rij.onderwerp]:
        yield a.meld("formulier-voorstel-achterhaald", rij.cellen["waarde"], id=rij.onderwerp)


def _brondatum(a: Antwoorden, rij: Ingevuld, ps: Parameterset) -> Iterator[Probleem]:
    """The day of the source of a proposal: a source that is new here has one, of before the form; one that is known keeps its own."""
    dag, bekend = rij.antwoorden.get("brondatum"), ps.bronnen.get(str(rij.antwoorden["bron"]))
    if bekend is None and dag is None:
        gegevens = {"id": rij.onderwerp, "periode": rij.periode, "ontbreekt": "datum van de bron"}
        yield a.meld("formulier-voorstel-onvolledig", rij.cellen["brondatum"], **gegevens)
    elif bekend is not None and dag not in (None, bekend.datum):
        reden = f"onder bronnen staat zij met de datum {bekend.datum}"
        yield a.meld("formulier-brondatum", rij.cellen["brondatum"], id=rij.onderwerp, datum=dag, reden=reden)
    elif str(dag or "") > a.datum.isoformat()[: len(str(dag or ""))]:
        reden = f"het formulier is ingevuld op {a.datum}"
        yield a.meld("formulier-brondatum", rij.cellen["brondatum"], id=rij.onderwerp, datum=dag, reden=reden)


def _is_voorstel(rij: Ingevuld) -> bool:
    return bool(GETALLEN & rij.antwoorden.keys())


def _bij_voorstel(a: Antwoorden, voorstellen: Sequence[Voorstel], p: Probleem) -> Probleem:
    """What the parameters have against a proposal, at the cell in which it was made; at the first for what names none of them."""
    woorden = {woord.strip("().,;:") for waarde in p.gegevens.values() for woord in str(waarde).split()}
    v = max(voorstellen, key=lambda v: (v.parameter in woorden, v.periode in woorden))
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
            akkoordpad(pad).write_text(akkoorden, encoding="utf-8")
        return laad(pad, ps.wortel)


def _later(ps: Parameterset, id: str, periode: str) -> str | None:
    return reden_van(ps[id], periode)


def _nog_later(ps: Parameterset, niet_later: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What follows from values that no longer rest on later knowledge, and still says that it does."""
    afleidingen = Afleidingen(ps.bestand)
    for p in ps.parameters.values() if niet_later else ():
        for periode in p.waarden:
            if _later(ps, p.id, periode) and any(deel[1:] in niet_later for deel in afleidingen.delen(p, periode)):
                yield p.id, periode


def _vervallen(voor: Parameterset, na: Parameterset) -> Iterator[Stand]:
    """The consents to the input that held before and do not any more."""
    staten = {(s.organisatie, s.onderwerp): s.staat for s in standen_invoer(voor)}
    for stand in standen_invoer(na):
        if stand.staat == "vervallen" and staten[stand.organisatie, stand.onderwerp] != "vervallen":
            yield stand
