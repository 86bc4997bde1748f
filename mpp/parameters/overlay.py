"""A file laid over the parameters: another edition, a variant or a what-if says only what differs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from mpp.cellen import toets_teksten
from mpp.lezen import Blok, Rij, lees, regel_van
from mpp.padnamen import bestandsnaam
from mpp.parameters.cijfers import toets_wijziging
from mpp.parameters.gevolgen import zonder_vragen
from mpp.parameters.laden import records
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Bron, Editie, Parameter, Parameterbestand, Record, Waarde, Wijziging
from mpp.parameters.schrijfwijze import toets_duizendpunten, zoals_bedoeld, zonder_gevolgen
from mpp.parameters.set import Parameterset
from mpp.parameters.toetsen import toets
from mpp.parameters.vormfouten import vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

#: What is wrong with the origin of a value is told here, of the change itself; a parameter has an origin of its own besides.
_HERKOMST = frozenset({"parameter-bron-onbekend", "parameter-herkomst-dubbel", "parameter-herkomst-ontbreekt"})


class Overlay(Record):
    """What a file changes; its other sections belong to whom reads it."""

    editie: dict[str, Any] = Field(default_factory=dict)
    bronnen: dict[str, Bron] = Field(default_factory=dict)
    prognose: dict[str, Any] | None = None
    wijzigingen: tuple[Wijziging, ...] = ()


def leg_over(ps: Parameterset, pad: Path) -> Parameterset:
    """The parameters `ps` with the file `pad` laid over them; every changed value carries the origin that the file gives.

    `pad` and `regel` of the result are those of the file, None for what it does not change. When the file has other
    years, a value it does not give is that of the nearest year, and nothing is published to hold the model against.
    Raises Fout with every problem, each with its line in the file: its form, an unknown parameter, period or source, no
    origin, and whatever breaks a rule of the parameters.
    """
    boom = lees(pad, naam=bestandsnaam(pad, ps.wortel))
    if not isinstance(boom, Blok):
        raise Fout([probleem("overlay-wijzigt-niets", bestand=bestandsnaam(pad, ps.wortel), regel=getattr(boom, "regel", None))])
    return leg_blok_over(ps, boom, pad)


def leg_blok_over(ps: Parameterset, boom: Blok, pad: Path, merk: str = "") -> Parameterset:
    """The same for what was read before, or written nowhere; `pad` is what it is called, `merk` the variant that it makes."""
    naam = bestandsnaam(pad, ps.wortel)
    if not boom.keys() & Overlay.model_fields.keys():
        raise Fout([probleem("overlay-wijzigt-niets", bestand=naam, regel=boom.regel)])
    punten, boom = list(toets_duizendpunten(boom, naam)), zoals_bedoeld(boom)
    overlay = _lees_vorm(boom, naam, punten)
    editie = _editie(ps, overlay, boom, naam)
    problemen = list(_toets(ps, overlay, editie, boom, naam))
    wijzigingen = {w.parameter: w for w in reversed(overlay.wijzigingen)}
    bestand = ps.bestand.model_copy(
        update={
            "editie": editie,
            "bronnen": {**ps.bronnen, **overlay.bronnen},
            "prognose": overlay.prognose or ps.bestand.prognose,
            "parameters": tuple(_parameter(p, wijzigingen.get(p.id), ps.editie, editie) for p in ps.bestand.parameters),
            "gepubliceerd": ps.gepubliceerd if editie.jaren == ps.editie.jaren else (),
        }
    )
    regels = _regels(ps, boom, bestand)
    problemen += [p for p in toets(bestand, regels, naam) if p.code not in _HERKOMST]
    problemen += _toets_getallen(ps, bestand, overlay, boom, naam)
    problemen += [p for sectie in Overlay.model_fields if sectie in boom for p in toets_teksten(boom[sectie], naam)]
    if problemen := zonder_gevolgen(punten, zonder_vragen(problemen, bestand)):
        raise Fout(problemen)
    return Parameterset(bestand, regels, pad, merk or ps.merk, ps.wortel, ps.akkoorden if editie.id == ps.editie.id else None)


def _lees_vorm(boom: Blok, naam: str, punten: list[Probleem]) -> Overlay:
    eigen = {sectie: boom[sectie] for sectie in Overlay.model_fields if sectie in boom}
    try:
        return Overlay.model_validate({**eigen, "wijzigingen": records(boom.get("wijzigingen", []))})
    except ValidationError as fout:
        raise Fout(zonder_gevolgen(punten, [vertaal(f, boom, naam) for f in fout.errors()])) from None


def _editie(ps: Parameterset, overlay: Overlay, boom: Blok, naam: str) -> Editie:
    try:
        eigen = {**ps.editie.model_dump(), **overlay.editie}
        if overlay.editie.keys() & {"peildatum", "vastgesteld"} and "akkoord_voor" not in overlay.editie:
            eigen["akkoord_voor"] = None  # of another round
        return Editie.model_validate(eigen)
    except ValidationError as fout:
        raise Fout(vertaal({**f, "loc": ("editie", *f["loc"])}, boom, naam) for f in fout.errors()) from None


def _toets(ps: Parameterset, overlay: Overlay, editie: Editie, boom: Blok, naam: str) -> Iterator[Probleem]:
    """What is wrong with the overlay as such."""

    def meld(code: str, *stappen: str | int, **gegevens: object) -> Probleem:
        return probleem(code, bestand=naam, regel=regel_van(boom, stappen), **gegevens)

    if editie.jaren != ps.editie.jaren and overlay.prognose is None:
        yield meld("overlay-prognose-ontbreekt", "editie", "jaren", jaren=", ".join(map(str, editie.jaren)), basis=ps.editie.naam)
    for sleutel in overlay.bronnen.keys() & ps.bronnen.keys():
        yield meld("overlay-bron-dubbel", "bronnen", sleutel, bron=sleutel, basis=ps.editie.naam)
    eerste: dict[str, int | None] = {}
    bekend = {**ps.bronnen, **overlay.bronnen}
    for i, w in enumerate(overlay.wijzigingen):
        if w.parameter not in ps.parameters:
            suggestie = lijkt_op(w.parameter, ps.parameters)
            yield meld("overlay-parameter-onbekend", "wijzigingen", i, "parameter", id=w.parameter, basis=ps.naam, suggestie=suggestie)
        if w.parameter in eerste:
            yield meld("parameter-dubbel", "wijzigingen", i, id=w.parameter, eerste=eerste[w.parameter])
        eerste.setdefault(w.parameter, regel_van(boom, ("wijzigingen", i)))
        if w.bron and w.aanname:
            yield meld("parameter-herkomst-dubbel", "wijzigingen", i, id=w.parameter, periode="alle perioden")
        for periode, waarde in w.waarden.items():
            plek = ("wijzigingen", i, "waarden", periode)
            if waarde.bron and waarde.aanname:
                yield meld("parameter-herkomst-dubbel", *plek, id=w.parameter, periode=periode)
            elif not (waarde.bron or waarde.aanname or w.bron or w.aanname):
                yield meld("parameter-herkomst-ontbreekt", *plek, id=w.parameter, periode=periode)
            for bron in waarde.bronnen:
                if bron not in bekend:
                    yield meld("parameter-bron-onbekend", *plek, "bron", bron=bron, id=w.parameter, suggestie=lijkt_op(bron, bekend))
        for bron in (w.bron,) if isinstance(w.bron, str) else w.bron or ():
            if bron not in bekend:
                suggestie = lijkt_op(bron, bekend)
                yield meld("parameter-bron-onbekend", "wijzigingen", i, "bron", bron=bron, id=w.parameter, suggestie=suggestie)


def _toets_getallen(ps: Parameterset, bestand: Parameterbestand, overlay: Overlay, boom: Blok, naam: str) -> Iterator[Probleem]:
    """The numbers of the overlay that look like a slip of the hand; in the same years, beside those they take the place of."""
    nieuw = {p.id: p for p in bestand.parameters}
    for i, w in enumerate(overlay.wijzigingen):
        if w.parameter in nieuw:
            reeksen = nieuw[w.parameter], ps[w.parameter], ps.realisaties.get(w.parameter)
            yield from toets_wijziging(w, *reeksen, ps.editie, bestand.editie, boom, naam, i)


def _parameter(p: Parameter, wijziging: Wijziging | None, oud: Editie, nieuw: Editie) -> Parameter:
    """The parameter with its values in the years of the new edition, and those changed that the overlay gives.

    What belongs to the day with which the model begins, belongs to that of the new edition.
    """
    waarden = p.waarden if oud.jaren == nieuw.jaren else dict(_in_jaren(p, oud, nieuw))
    if wijziging:
        waarden = {**waarden, **{periode: _met_herkomst(w, wijziging) for periode, w in wijziging.waarden.items()}}
        plaats = {periode: i for i, periode in enumerate(perioden(p.periode, nieuw))}
        waarden = dict(sorted(waarden.items(), key=lambda pw: plaats.get(pw[0], len(plaats))))
    dag = nieuw.begin if p.peildatum == oud.begin else p.peildatum
    return p.model_copy(update={"waarden": waarden, "peildatum": dag})


def _in_jaren(p: Parameter, oud: Editie, nieuw: Editie) -> Iterator[tuple[str, Waarde]]:
    """The values by period of the new edition: its own, or that of the nearest year; what had none there has none."""
    for periode in perioden(p.periode, nieuw):
        if p.periode in ("vast", "kalendermaand") or int(periode[:4]) in oud.jaren:
            bij = periode
        else:
            bij = f"{min(oud.jaren, key=lambda jaar: abs(jaar - int(periode[:4])))}{periode[4:]}"
        if waarde := p.waarden.get(bij):
            overgenomen = {"bron": None, "aanname": f"Overgenomen van {bij} uit {oud.naam}."}
            yield periode, waarde if bij == periode else waarde.model_copy(update=overgenomen)


def _met_herkomst(waarde: Waarde, wijziging: Wijziging) -> Waarde:
    if waarde.bron or waarde.aanname:
        return waarde
    toelichting = waarde.toelichting or wijziging.toelichting
    return waarde.model_copy(update={"bron": wijziging.bron, "aanname": wijziging.aanname, "toelichting": toelichting})


def _regels(ps: Parameterset, boom: Blok, bestand: Parameterbestand) -> Blok:
    """Where in the overlay each section and each changed parameter stands, in the form that a parameter file has."""
    rij = boom.get("wijzigingen", ())
    plaats = {w["parameter"]: i for i, w in enumerate(rij)}
    parameters = Rij(rij[plaats[p.id]] if p.id in plaats else Blok() for p in bestand.parameters)
    parameters.regel = regel_van(boom, ("wijzigingen",))
    parameters.regels = [regel_van(boom, ("wijzigingen", plaats[p.id])) if p.id in plaats else None for p in bestand.parameters]
    secties = {sectie: boom[sectie] for sectie in Overlay.model_fields if sectie in boom}
    uit = Blok({"prognose": ps.prognose, **secties, "parameters": parameters})
    uit.regels = {("parameters" if sectie == "wijzigingen" else sectie): r for sectie, r in boom.regels.items() if sectie in secties}
    return uit
