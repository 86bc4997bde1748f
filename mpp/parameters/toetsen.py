"""Checks of what a parameter file says: every rule finds all its problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.banden import botsingen
from mpp.parameters.eenheden import AANDELEN, EENHEDEN, TELBAAR
from mpp.parameters.later import toets_later
from mpp.parameters.perioden import perioden
from mpp.parameters.samenhang import toets_samenhang
from mpp.parameters.schema import Parameter, Parameterbestand, Reeks, Regel, Waarde
from mpp.parameters.tijd import RONDE, toets_momenten, toets_tijd, volgen_op
from mpp.problemen import Probleem, lijkt_op, probleem

_SPELING = 1e-6
_RONDE_IN_TEKST: Final = re.compile(r"(?<![\d-])(?:19|20)\d\d-[12](?![\d-])")
_NIET_OFFICIEEL: Final = re.compile(r"\breconstructie\w*|\bgeen officiële\b", re.IGNORECASE)
_SOORTEN_REGEL = "een van: minimaal, maximaal, som, som_met, samen_hoogstens_1_met, vult_aan, hoogstens"


def toets(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every problem in the meaning of `bestand`; `boom` gives the lines, `naam` the file's name."""
    bekend = {p.id: p for p in bestand.parameters}
    plekken = {p.id: _Plek(boom, naam, ("parameters", i)) for i, p in enumerate(bestand.parameters)}
    for sectie, reeksen in (("parameters", bestand.parameters), ("realisaties", bestand.realisaties)):
        yield from _dubbel(sectie, reeksen, boom, naam)
        for i, reeks in enumerate(reeksen):
            plek = _Plek(boom, naam, (sectie, i))
            yield from _eenheid(reeks, plek)
            yield from _herkomst(reeks, bestand, plek)
            yield from _bereik(reeks, plek)
    for i, parameter in enumerate(bestand.parameters):
        plek = _Plek(boom, naam, ("parameters", i))
        if volgen_op(bestand.editie.jaren):  # otherwise every parameter would have a wrong period
            yield from _perioden(parameter, bestand, plek)
        if dubbel := sorted({p for p in parameter.akkoord if parameter.akkoord.count(p) > 1}):
            yield plek.meld("parameter-akkoord-dubbel", "akkoord", id=parameter.id, organisaties=", ".join(dubbel))
        for regel in parameter.validatie:
            yield from _regel(parameter, regel, bekend, plek, plekken)
    yield from toets_tijd(bestand, boom, naam)
    yield from toets_momenten(bestand, boom, naam)
    yield from toets_later(bestand, boom, naam)
    yield from _gepubliceerd(bestand, boom, naam)
    yield from toets_samenhang(bestand, boom, naam)


def toets_editie(bestand: Parameterbestand, boom: Blok, naam: str, *, eerder: bool = False) -> Iterator[Probleem]:
    """What may be laid over an edition but not stand in one: policy that is counted as a variant only, an id that is no round, and
    a peildatum outside the first year, of which the stocks are then not those of the peildatum. Only an edition that was made `eerder`,
    before rounds were begun with this software, may have looked ahead so. And what an official edition does not say of itself, and an
    assumption that is called well founded.
    """
    for veld in ("verklaring", "voetregel"):
        tekst, regel = getattr(bestand.editie, veld) or "", regel_van(boom, ("editie", veld))
        if bestand.editie.soort == "officieel" and (woorden := _NIET_OFFICIEEL.search(tekst)):
            yield probleem("editie-verklaring", bestand=naam, regel=regel, veld=veld, woorden=woorden[0])
        for ander in (id for id in _RONDE_IN_TEKST.findall(tekst) if id != bestand.editie.id):
            yield probleem("editie-noemt-andere", bestand=naam, regel=regel, veld=veld, ander=ander, editie=bestand.editie.naam)
    for veld, id in (("id", bestand.editie.id), ("vorige", bestand.editie.vorige)):
        if id is not None and not RONDE.fullmatch(id):
            yield probleem("editie-id", bestand=naam, regel=regel_van(boom, ("editie", veld)), id=id)
    if not eerder and bestand.editie.begin != bestand.editie.peildatum and bestand.editie.peildatum.day == 1:
        gegevens = {"wat": "De peildatum", "waarde": bestand.editie.peildatum}
        reden = f"een ronde begint in haar eerste jaar ({bestand.editie.jaren[0]})"
        yield _Plek(boom, naam, ("editie",)).meld("tijd-kan-niet", "peildatum", reden=reden, **gegevens)
    for i, parameter in enumerate(bestand.parameters):
        plek = _Plek(boom, naam, ("parameters", i))
        aangenomen = [periode for periode, w in parameter.waarden.items() if not parameter.bronnen_van(w)]
        if parameter.kwaliteit == "groen" and aangenomen and not eerder:
            yield plek.meld("parameter-kwaliteit", "kwaliteit", id=parameter.id, perioden=", ".join(aangenomen))
        if parameter.alleen_variant:
            for periode, waarde in parameter.waarden.items():
                if anders := next(filter(None, _getallen(waarde)), None):
                    yield plek.meld("parameter-alleen-variant", "waarden", periode, id=parameter.id, periode=periode, waarde=anders)


class _Plek:
    """Where a record stands: makes problems with the right file and line."""

    def __init__(self, boom: Blok, naam: str, pad: tuple[str | int, ...]):
        self.boom, self.naam, self.pad = boom, naam, pad

    def meld(self, code: str, *stappen: str, **gegevens: object) -> Probleem:
        return probleem(code, bestand=self.naam, regel=regel_van(self.boom, self.pad + stappen), **gegevens)

    def geeft(self, periode: str) -> bool:
        """Whether the value for this period stands in this record."""
        sectie, i = self.pad
        return periode in self.boom[str(sectie)][i].get("waarden", {})


def _gepubliceerd(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Of the published figures: sources that are not there, and two figures for the same."""
    eerste: dict[tuple[str, int, str], int | None] = {}
    for i, cijfer in enumerate(bestand.gepubliceerd):
        plek = _Plek(boom, naam, ("gepubliceerd", i))
        bronnen = (cijfer.bron,) if isinstance(cijfer.bron, str) else cijfer.bron
        yield from _bronnen(bronnen, cijfer.indicator, bestand.bronnen, plek, "bron")
        wat = (cijfer.indicator, cijfer.jaar, cijfer.scenario)
        if wat in eerste:
            yield plek.meld("cijfer-dubbel", id=cijfer.indicator, jaar=cijfer.jaar, scenario=cijfer.scenario, eerste=eerste[wat])
        eerste.setdefault(wat, regel_van(boom, ("gepubliceerd", i)))


def _dubbel(sectie: str, reeksen: Iterable[Reeks], boom: Blok, naam: str) -> Iterator[Probleem]:
    eerste: dict[str, int | None] = {}
    for i, reeks in enumerate(reeksen):
        if reeks.id in eerste:
            yield _Plek(boom, naam, (sectie, i)).meld("parameter-dubbel", id=reeks.id, eerste=eerste[reeks.id])
        eerste.setdefault(reeks.id, regel_van(boom, (sectie, i)))


def _eenheid(reeks: Reeks, plek: _Plek) -> Iterator[Probleem]:
    if reeks.eenheid not in EENHEDEN:
        yield plek.meld(
            "parameter-eenheid-onbekend",
            "eenheid",
            eenheid=reeks.eenheid,
            id=reeks.id,
            lijst=", ".join(EENHEDEN),
            suggestie=lijkt_op(reeks.eenheid, EENHEDEN),
        )


def _herkomst(reeks: Reeks, bestand: Parameterbestand, plek: _Plek) -> Iterator[Probleem]:
    if reeks.bron and reeks.aanname:
        yield plek.meld("parameter-herkomst-dubbel", id=reeks.id, periode="alle perioden")
    for periode, waarde in reeks.waarden.items():
        if waarde.bron and waarde.aanname:
            yield plek.meld("parameter-herkomst-dubbel", "waarden", periode, id=reeks.id, periode=periode)
        elif not (waarde.bron or waarde.aanname or reeks.bron or reeks.aanname):
            yield plek.meld("parameter-herkomst-ontbreekt", "waarden", periode, id=reeks.id, periode=periode)
        yield from _bronnen(waarde.bronnen, reeks.id, bestand.bronnen, plek, "waarden", periode)
    eigen = (reeks.bron,) if isinstance(reeks.bron, str) else reeks.bron or ()
    yield from _bronnen(eigen, reeks.id, bestand.bronnen, plek, "bron")


def _bronnen(sleutels: Iterable[str], id: str, bekend: Mapping[str, object], plek: _Plek, *stappen: str) -> Iterator[Probleem]:
    for sleutel in sleutels:
        if sleutel not in bekend:
            yield plek.meld("parameter-bron-onbekend", *stappen, bron=sleutel, id=id, suggestie=lijkt_op(sleutel, bekend))


def _bereik(reeks: Reeks, plek: _Plek) -> Iterator[Probleem]:
    regels = reeks.validatie if isinstance(reeks, Parameter) else ()
    mag_negatief = any(r.minimaal is not None and r.minimaal < 0 for r in regels)
    for periode, waarde in reeks.waarden.items():
        for getal in _getallen(waarde):
            if reeks.eenheid in AANDELEN and getal > 1:
                yield plek.meld("parameter-aandeel-boven-1", "waarden", periode, id=reeks.id, waarde=getal, periode=periode)
            if getal < 0 and not mag_negatief:
                yield plek.meld("parameter-negatief", "waarden", periode, id=reeks.id, waarde=getal, periode=periode)
            if reeks.eenheid in TELBAAR and not getal.is_integer():
                gegevens = {"id": reeks.id, "waarde": f"{getal:.10g}", "eenheid": reeks.eenheid}
                yield plek.meld("getal-niet-heel", "waarden", periode, periode=periode, **gegevens)
        laag, hoog = waarde.onderkant, waarde.bovenkant
        if (waarde.laag is None) != (waarde.hoog is None):
            rol, ander = ("laag", "hoog") if waarde.hoog is None else ("hoog", "laag")
            yield plek.meld("parameter-halve-band", "waarden", periode, id=reeks.id, periode=periode, rol=rol, ander=ander)
        if not laag <= waarde.waarde <= hoog:
            yield plek.meld(
                "parameter-laag-hoog", "waarden", periode, id=reeks.id, periode=periode, waarde=waarde.waarde, laag=laag, hoog=hoog
            )


def _getallen(waarde: Waarde) -> Iterable[float]:
    return dict.fromkeys((waarde.waarde, waarde.onderkant, waarde.bovenkant))


def _perioden(parameter: Parameter, bestand: Parameterbestand, plek: _Plek) -> Iterator[Probleem]:
    alle = perioden(parameter.periode, bestand.editie)
    laatste = max((i for i, p in enumerate(alle) if p in parameter.waarden), default=0) if parameter.open_einde else len(alle)
    if ontbrekend := [p for p in alle[: laatste + 1] if p not in parameter.waarden]:
        yield plek.meld("parameter-jaar-ontbreekt", "waarden", id=parameter.id, perioden=", ".join(ontbrekend), alle=", ".join(alle))
    for periode in parameter.waarden:
        if periode not in alle:
            yield plek.meld("parameter-periode-onbekend", "waarden", periode, id=parameter.id, periode=periode, alle=", ".join(alle))


def _regel(
    parameter: Parameter, regel: Regel, bekend: Mapping[str, Parameter], plek: _Plek, plekken: Mapping[str, _Plek]
) -> Iterator[Probleem]:
    if not any(waarde is not None for veld, waarde in regel if veld != "is_"):
        gegevens = {"sleutel": "validatie", "waar": parameter.id, "waarde": "een regel zonder inhoud", "verwacht": _SOORTEN_REGEL}
        yield plek.meld("parameters-waarde-ongeldig", "validatie", **gegevens)
    anderen = regel.anderen
    onbekend = [ander for ander in anderen if ander not in bekend]
    for ander in onbekend:
        yield plek.meld("parameter-verwijzing-onbekend", "validatie", id=parameter.id, ander=ander, suggestie=lijkt_op(ander, bekend))
    if onbekend:
        return
    if regel.som is not None:
        som = sum(w.waarde for w in parameter.waarden.values())
        if abs(som - regel.som) > _SPELING:
            yield plek.meld(
                "parameter-som", "waarden", ids=parameter.id, periode="alle perioden samen", som=round(som, 6), verwacht=regel.som
            )
    for periode, waarde in parameter.waarden.items():
        hier = next((p for p in (plek, *(plekken[ander] for ander in anderen)) if p.geeft(periode)), plek)
        for getal, grens in _overschreden(waarde, periode, regel, bekend):
            yield hier.meld("parameter-buiten-grens", "waarden", periode, id=parameter.id, waarde=getal, periode=periode, grens=grens)
        if anderen and not regel.hoogstens:
            yield from _samen([parameter, *(bekend[ander] for ander in anderen)], periode, regel, hier)
        for ids, reden in botsingen(parameter, regel, periode, bekend):
            yield hier.meld("parameter-band-botst", "waarden", periode, ids=ids, periode=periode, reden=reden)


def _overschreden(waarde: Waarde, periode: str, regel: Regel, bekend: Mapping[str, Parameter]) -> Iterator[tuple[float, str]]:
    """Each number, the ends of the range included, that lies outside of a bound, and the bound in words."""
    for getal in _getallen(waarde):
        if regel.minimaal is not None and getal < regel.minimaal:
            yield getal, f"onder het minimum {regel.minimaal:g}"
        if regel.maximaal is not None and getal > regel.maximaal:
            yield getal, f"boven het maximum {regel.maximaal:g}"
    ander = bekend[regel.hoogstens].waarden.get(periode) if regel.hoogstens else None
    if ander is not None and waarde.waarde > ander.waarde:
        yield waarde.waarde, f"hoger dan {regel.hoogstens} ({ander.waarde:g})"


def _samen(delen: list[Parameter], periode: str, regel: Regel, plek: _Plek) -> Iterator[Probleem]:
    """Whether parameters that divide one whole do so in a period."""
    if any(periode not in d.waarden for d in delen):
        return
    som = round(sum(d.waarden[periode].waarde for d in delen), 6)
    ids = ", ".join(d.id for d in delen)
    verwacht = 1.0 if regel.is_ is None else regel.is_
    if regel.som_met and abs(som - verwacht) > _SPELING:
        yield plek.meld("parameter-som", "waarden", periode, ids=ids, periode=periode, som=som, verwacht=verwacht)
    if regel.samen_hoogstens_1_met and som > 1 + _SPELING:
        yield plek.meld("parameter-samen-boven-1", "waarden", periode, ids=ids, periode=periode, som=som)
