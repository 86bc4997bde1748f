"""The parameter file of a round moved on to the next: what stays is kept, what each round delivers anew is asked for.

Asked for are the prognosis, the day of adoption, everything of the day with which the model begins and everything that a partner
delivers, what came in the months of the first year before it, and the years that the last round did not look at; with a band where
the last value had one, and with how well it is founded where all of it is new. What APM derived or assumed for years to come is kept.
What was published of the last round goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from mpp.parameters.gerealiseerd import namen
from mpp.parameters.herschrijven import Herschrijving, blok
from mpp.parameters.later import na_de_peildatum
from mpp.parameters.perioden import einde, is_moment, perioden
from mpp.parameters.set import Parameterset
from mpp.parameters.te_leveren import OORDEEL, TE_LEVEREN
from mpp.parameters.tijd import laatste_dag
from mpp.productiemodel import keten
from mpp.productiemodel.gerealiseerd import Gerealiseerd
from mpp.uitkomsten.register import register
from mpp.uitkomsten.voor_de_peildatum import nodig

if TYPE_CHECKING:
    from mpp.parameters.schema import Bron, Editie, Parameter, Realisatie, Waarde

_VAN_DE_RONDE: Final = ("vastgesteld", "akkoord_voor", "classificatie")
_VAN_EEN_RECONSTRUCTIE: Final = ("soort", "verklaring", "voetregel")
"""What an edition says of itself and no round takes over unasked; of what kind it is only where the last was no edition of the chain."""
_VAN_DE_WAARDE: Final = ("bron", "aanname", "toelichting", "genoemd", "volgt_uit", "later", "klopt")
"""What tells of the values of a record: it goes when they all do."""
_PLAATS: Final = re.compile(r"(?<![\w.])n(?![\w.])")
_HALFJAAR: Final = 6


def verplaatst(ps: Parameterset, nieuw: Editie) -> str:
    """The text of the parameter file of `ps` for the edition `nieuw`, with `te leveren` for everything that is to be delivered."""
    werk = Herschrijving(ps.pad.read_text(encoding="utf-8"))
    boom = werk.boom
    _editie(boom["editie"], ps.editie, nieuw)
    for scenario in boom["prognose"]["scenarios"]:
        _zonder_herkomst(scenario)
        scenario["naam"] = scenario["aanname"] = TE_LEVEREN
        _vul(scenario["jaren"], (), nieuw.jaren, {})
    for record, p in zip(boom["parameters"], ps.bestand.parameters, strict=True):
        record.pop("gelezen", None)
        _parameter(record, p, ps, nieuw)
    boom["gepubliceerd"] = []
    for record, r in zip(boom["realisaties"], ps.bestand.realisaties, strict=True):
        record.pop("gelezen", None)
        _vul(record["waarden"], list(r.waarden), [_sleutel(s) for s in _volgende_momenten(r, ps, nieuw)], r.waarden)
        if all(is_moment(s, r.periode) and einde(s, r.periode) <= nieuw.peildatum for s in r.waarden):
            _later_opnieuw(record, ps.bronnen, nieuw)
    boom["realisaties"].extend(_realisaties(boom["realisaties"], ps, nieuw))
    return werk.tekst()


def _editie(editie: Any, oud: Editie, nieuw: Editie) -> None:
    for veld in ("id", "naam", "vorige"):
        editie[veld] = _zoals(editie.get(veld), str(getattr(nieuw, veld)))
    editie["peildatum"] = nieuw.peildatum
    for veld in (*_VAN_DE_RONDE, *(_VAN_EEN_RECONSTRUCTIE if oud.is_reconstructie else ())):
        editie[veld] = TE_LEVEREN
    editie["jaren"][:] = list(nieuw.jaren)
    for veld in ("verklaring", "voetregel"):
        if editie.get(veld, TE_LEVEREN) != TE_LEVEREN:
            editie[veld] = _zoals(editie[veld], editie[veld].replace(oud.naam, nieuw.naam))


def _zoals(oud: Any, tekst: str) -> Any:
    """A text with the quotation marks that `oud` has."""
    return type(oud)(tekst) if isinstance(oud, str) else tekst


def _parameter(record: Any, p: Parameter, ps: Parameterset, nieuw: Editie) -> None:
    van_het_begin = p.peildatum is not None and p.peildatum == ps.editie.begin
    if van_het_begin:
        record["peildatum"] = nieuw.begin
    _later_opnieuw(record, ps.bronnen, nieuw)
    alle = perioden(p.periode, nieuw)
    opnieuw = van_het_begin or p.per_ronde or p.soort == "ketenpartner"
    blijft = () if opnieuw else p.waarden.keys() & set(alle)
    if not blijft:
        _zonder_herkomst(record)
        record.update(dict.fromkeys(OORDEEL, TE_LEVEREN))
    elif "volgt_uit" in record:
        record["volgt_uit"] = _verschoven(record["volgt_uit"], sum(s not in blijft for s in p.waarden))
    sleutels = [s for s in alle if s in p.waarden or not p.open_einde] or alle[:1]
    _vul(record["waarden"], blijft, [_sleutel(s) for s in sleutels], p.waarden, 0 if p.alleen_variant else TE_LEVEREN)


def _verschoven(volgt_uit: Any, perioden_: int) -> Any:
    """A formula, or those of value and range, of which the first periods fell away: the place `n` counts from the new first."""
    if not perioden_:
        return volgt_uit
    if isinstance(volgt_uit, str):
        return type(volgt_uit)(_PLAATS.sub(f"(n + {perioden_})", volgt_uit))
    for rol in ("waarde", "laag", "hoog"):
        if isinstance(volgt_uit.get(rol), str):
            volgt_uit[rol] = _verschoven(volgt_uit[rol], perioden_)
    return volgt_uit


def _zonder_herkomst(record: Any) -> None:
    for veld in _VAN_DE_WAARDE:
        record.pop(veld, None)


def _later_opnieuw(record: Any, bronnen: Mapping[str, Bron], nieuw: Editie) -> None:
    """Without why the last round rested on later knowledge, where every source is of before the new peildatum: it is later no more.

    Of a source of after it, and of an assumption, of which nobody but its author can tell, it is asked for again.
    """
    for deel in (record, *record["waarden"].values()):
        if isinstance(deel, dict) and "later" in deel:
            gegeven = deel.get("bron") or record.get("bron") or ()
            dagen = [laatste_dag(bronnen[sleutel]) for sleutel in ([gegeven] if isinstance(gegeven, str) else gegeven)]
            if dagen and max(dagen) < nieuw.peildatum:
                del deel["later"]
            else:
                deel["later"] = TE_LEVEREN


def _vul(
    waarden: Any,
    blijft: Sequence[str] | set[str],
    sleutels: Sequence[int | str],
    toen: Mapping[str, Waarde],
    nieuw: int | str = TE_LEVEREN,
) -> None:
    """The values of the periods that stay, and the new ones after them: with a band where the last round (`toen`) had one."""
    for sleutel in [s for s in waarden if str(s) not in blijft]:
        del waarden[sleutel]
    for sleutel in sleutels:
        if str(sleutel) not in blijft:
            eerder = toen.get(str(sleutel)) or next(iter(list(toen.values())[-1:]), None)
            met_band = nieuw == TE_LEVEREN and eerder is not None and eerder.heeft_band
            waarden[sleutel] = blok(dict.fromkeys(("waarde", "laag", "hoog"), nieuw)) if met_band else nieuw


def _volgende_momenten(r: Realisatie, ps: Parameterset, nieuw: Editie) -> list[str]:
    """When a realisation is asked for again: where the last round had the year before its first, its end or halves, or halves set ahead."""
    oud = ps.editie
    ervoor, verder = oud.jaren[0] - 1, nieuw.jaren[0] - oud.jaren[0]
    had = [r.moment_van(ervoor)] if r.periode in ("jaar", "stand") else []
    halven = (s for s in r.waarden if r.periode == "halfjaar" and int(s[:4]) in (ervoor, oud.jaren[0]))
    had += [s for s in halven if not na_de_peildatum(r, s, oud, ps.bronnen)]
    return [f"{int(s[:4]) + verder}{s[4:]}" for s in had if s and verder]


def _realisaties(bestaand: Any, ps: Parameterset, nieuw: Editie) -> Iterator[Any]:
    """What came in the months before the peildatum and is not in the file: a whole half-year in one number, else by month."""
    verder = Parameterset(ps.bestand.model_copy(update={"editie": nieuw}), ps.boom, ps.pad, wortel=ps.wortel)
    gekomen = Gerealiseerd(keten(), verder)
    reeksen = {record["id"]: record for record in bestaand}
    for id in (id for id in nodig() if not _volgt(gekomen, id)):
        indicator = register()[id]
        bekend = gekomen.gegeven.get(id) or (None,) * gekomen.n_maanden
        leeg = [t for t, maand in enumerate(bekend) if maand is None]
        half = gekomen.n_maanden >= _HALFJAAR and any(t < _HALFJAAR for t in leeg)
        maanden = [t for t in leeg if t >= _HALFJAAR or not half]
        gevraagd = {"halfjaar": [f"{nieuw.jaren[0]}-1"] if half else [], "maand": namen(nieuw, maanden).split(", ")}
        for soort, sleutels in ((s, [k for k in ks if k]) for s, ks in gevraagd.items()):
            record = next((r for naam in (f"{id}.{soort}", id) if (r := reeksen.get(naam)) and r["periode"] == soort), None)
            if record and sleutels:
                _vul(record["waarden"], [str(s) for s in record["waarden"]], sleutels, ps.realisaties[record["id"]].waarden)
            elif sleutels:
                wat = {"label": indicator.naam, "eenheid": indicator.eenheid, "eigenaar": indicator.organisatie, "periode": soort}
                yield {"id": f"{id}.{soort}", **wat, "waarden": blok(dict.fromkeys(sleutels, TE_LEVEREN))}


def _volgt(gekomen: Gerealiseerd, id: str) -> bool:
    """Whether the months of an indicator follow from those of others that are asked for, or that follow in turn."""
    delen = gekomen.volgt_uit(id)
    return bool(delen) and all(deel in nodig() or _volgt(gekomen, deel) for deel in delen)


def _sleutel(periode: str) -> int | str:
    """A period as it is written as a key: a year or a month is a number."""
    return int(periode) if periode.isdigit() else periode
