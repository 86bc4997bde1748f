"""The edition with other parameters: what is compared in the documents changes in order, sign and size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from fnmatch import fnmatch
from functools import reduce

from mpp.lezen import Blok
from mpp.parameters import Parameterset
from mpp.parameters.schema import Parameter, Waarde
from mpp.uitkomsten import bereken, register

Verstoring = Callable[[Parameterset], Parameterset]


def verstoord(ps: Parameterset, naam: str) -> Parameterset:
    """The parameters `ps` as case `naam` has them. They are computed with, not judged: no check is repeated."""
    return reduce(lambda tussen, verstoring: verstoring(tussen), GEVALLEN[naam], ps)


def maal(id: str, *factoren: float) -> Verstoring:
    """Every parameter called `id` (a pattern) times a factor, or in each year times its own; shares stay shares, ages as they are."""

    def pas_toe(ps: Parameterset) -> Parameterset:
        def geldt(p: Parameter) -> bool:
            return fnmatch(p.id, id) and not p.id.endswith("_oudste")

        return _met(ps, parameters=tuple(_maal(p, factoren) if geldt(p) else p for p in ps.parameters.values()))

    return pas_toe


def gerealiseerd(id: str, periode: str, factor: float) -> Verstoring:
    """Every realisation called `id` in a period (both patterns) times a factor."""

    def pas_toe(ps: Parameterset) -> Parameterset:
        def nieuw(w: Waarde, moment: str) -> Waarde:
            return _elk(w, lambda x: x * factor) if fnmatch(moment, periode) else w

        return _met(
            ps,
            realisaties=tuple(
                r.model_copy(update={"waarden": {k: nieuw(w, k) for k, w in r.waarden.items()}}) if fnmatch(r.id, id) else r
                for r in ps.realisaties.values()
            ),
        )

    return pas_toe


def gepubliceerd(id: str, factor: float) -> Verstoring:
    """Every published figure of an indicator (a pattern) times a factor."""

    def pas_toe(ps: Parameterset) -> Parameterset:
        nieuw = (g.model_copy(update={"waarde": g.waarde * factor}) if fnmatch(g.indicator, id) else g for g in ps.gepubliceerd)
        return _met(ps, gepubliceerd=tuple(nieuw))

    return pas_toe


def instroom(*factoren: float, spreiding: float | None = None) -> Verstoring:
    """The first asylum inflow that every scenario of the prognosis expects times a factor, or in each year times its own."""

    def pas_toe(ps: Parameterset) -> Parameterset:
        boom = deepcopy(ps.boom)
        for scenario in boom["prognose"]["scenarios"]:
            for i, jaar in enumerate(scenario["jaren"].values()):
                factor = _factor(factoren, i)
                jaar["verwachting"] *= factor
                jaar["spreiding"] *= factor if spreiding is None else spreiding
        return Parameterset(ps.bestand, boom, ps.pad, ps.merk, ps.wortel, ps.akkoorden)

    return pas_toe


def alsof_er_niets_verandert(ps: Parameterset) -> Parameterset:
    """Every realisation of the year before the edition, and every published figure, is what the model gives for the first year."""
    u = bereken(ps)
    eerste, vorige = ps.editie.jaren[0], str(ps.editie.jaren[0] - 1)

    def nieuw(id: str, moment: str, w: Waarde) -> Waarde:
        bekend = id in register() and moment in (vorige, f"{vorige}-12-31")
        return w.model_copy(update={"waarde": u.waarde(id, eerste)}) if bekend else w

    realisaties = tuple(
        r.model_copy(update={"waarden": {k: nieuw(r.id, k, w) for k, w in r.waarden.items()}}) for r in ps.realisaties.values()
    )
    return _met(ps, realisaties=realisaties)


def omgekeerd(id: str) -> Verstoring:
    """The values of a parameter in reversed order of time."""

    def pas_toe(ps: Parameterset) -> Parameterset:
        def nieuw(p: Parameter) -> Parameter:
            return p.model_copy(update={"waarden": dict(zip(p.waarden, reversed(p.waarden.values()), strict=True))})

        return _met(ps, parameters=tuple(nieuw(p) if fnmatch(p.id, id) else p for p in ps.parameters.values()))

    return pas_toe


def _maal(p: Parameter, factoren: Sequence[float]) -> Parameter:
    def in_jaar(w: Waarde, i: int) -> Waarde:
        grens = 1.0 if p.eenheid == "aandeel" else float("inf")
        return _elk(w, lambda x: min(x * _factor(factoren, i), grens))

    jaren = sorted({periode[:4] for periode in p.waarden})
    return p.model_copy(update={"waarden": {k: in_jaar(w, jaren.index(k[:4])) for k, w in p.waarden.items()}})


def _elk(w: Waarde, f: Callable[[float], float]) -> Waarde:
    """The value with its low and high end, each as `f` makes it."""
    return w.model_copy(update={veld: f(x) for veld in ("waarde", "laag", "hoog") if (x := getattr(w, veld, None)) is not None})


def _factor(factoren: Sequence[float], i: int) -> float:
    return factoren[min(i, len(factoren) - 1)]


def _met(ps: Parameterset, **secties: object) -> Parameterset:
    boom: Blok = ps.boom
    return Parameterset(ps.bestand.model_copy(update=secties), boom, ps.pad, ps.merk, ps.wortel, ps.akkoorden)


GEVALLEN: dict[str, tuple[Verstoring, ...]] = {
    "instroom gehalveerd": (instroom(0.5),),
    "instroom een vijfde lager": (instroom(0.8),),
    "instroom als vorig jaar": (instroom(0.66, 0.66, 0.68, 0.7, 0.72), maal("instroom.hervestiging_relocatie", 0.2)),
    "instroom anderhalf keer": (instroom(1.5),),
    "instroom daalt": (instroom(1.2, 0.9, 0.7, 0.5, 0.4), maal("ind.nareis.beginvoorraad", 0.5)),
    "instroom stijgt": (instroom(0.6, 0.8, 1.1, 1.5, 2.0),),
    "instroom nauwelijks onzeker": (instroom(1.0, spreiding=0.1),),
    "instroom vroeg in het jaar": (omgekeerd("instroom.seizoen"), maal("politie.capaciteit_per_dag", 0.4)),
    "productie hoog": (maal("ind.spoor4.productie", 2.5), maal("ind.nareis.productie", 3)),
    "productie laag": (maal("ind.spoor4.productie", 0.4), maal("ind.nareis.productie", 0.4)),
    "productie daalt": (maal("ind.*.productie", 1.6, 1.2, 0.9, 0.6, 0.4),),
    "productie groeit": (maal("ind.*.productie", 0.6, 0.9, 1.2, 1.6, 2.0),),
    "spoor 1 en 2 krap": (maal("ind.spoor[12].productie", 0.4), maal("ind.aandeel_spoor?", 1.6)),
    "spoor 1 en 2 ruim": (maal("ind.spoor[12].productie", 2.5), maal("ind.aandeel_spoor?", 0.4)),
    "weinig inwilligingen": (maal("ind.*.inwilligingspercentage", 0.3),),
    "veel inwilligingen": (maal("ind.spoor4.aandeel_overig", 0.2), maal("ind.*.inwilligingspercentage", 1.2)),
    "inwilligingen lopen terug": (maal("ind.*.inwilligingspercentage", 1.1, 0.9, 0.7, 0.5, 0.3), maal("ind.spoor4.aandeel_overig", 0.8)),
    "voorraden klein bij aanvang": (
        maal("*beginvoorraad", 0.3),
        maal("ind.spoor4.begin_ouder_*", 0.3),
        maal("dtv.begincaseload", 0.3),
        gerealiseerd("ind.*.voorraad", "2022-12-31", 0.3),
    ),
    "voorraden groot bij aanvang": (
        maal("*beginvoorraad", 2.5),
        maal("rv*.begin_*", 3),
        maal("dtv.begincaseload", 2),
        gerealiseerd("ind.*.voorraad", "2022-12-31", 2.5),
    ),
    "opvang leeg bij aanvang": (
        maal("coa.begin_*", 0.4),
        maal("coa.amv.begin", 0.3),
        maal("nidos.beginpupillen", 0.4),
        gerealiseerd("coa.bezetting*", "2022-12-31", 0.4),
    ),
    "opvang vol bij aanvang": (
        maal("coa.begin_*", 1.8),
        maal("coa.amv.begin", 2.5),
        maal("nidos.beginpupillen", 2),
        gerealiseerd("coa.bezetting*", "2022-12-31", 1.8),
    ),
    "taakstelling laag": (maal("gemeenten.taakstelling_vastgesteld", 0.3), gerealiseerd("gemeenten.taakstelling", "2023*", 0.3)),
    "taakstelling hoog": (maal("gemeenten.taakstelling_vastgesteld", 2), gerealiseerd("gemeenten.taakstelling", "2023*", 2)),
    "huisvesting stokt": (maal("gemeenten.realisatiegraad", 0.3), maal("gemeenten.koppelduur", 2)),
    "huisvesting vlot": (
        maal("gemeenten.realisatiegraad", 2),
        maal("gemeenten.koppelduur", 0.4),
        maal("gemeenten.begin_achterstand", -3),
    ),
    "weinig nareis": (maal("ind.nareis.*aandeel*", 0.2), maal("ind.nareis.begin*", 0.1), maal("ind.nareis.gezinsleden_per_aanvrager", 0.5)),
    "veel nareis": (maal("ind.nareis.gezinsleden_per_aanvrager", 2), maal("ind.nareis.inreisduur", 0.5), maal("ind.nareis.productie", 2)),
    "vorig jaar hoger": (gerealiseerd("*", "2022", 1.8), gerealiseerd("*", "2022-12-31", 1.8)),
    "vorig jaar lager": (gerealiseerd("*", "2022", 0.5), gerealiseerd("*", "2022-12-31", 0.5)),
    "jaren ervoor hoger": (gerealiseerd("*", "20[12][019]*", 2.2), gerealiseerd("*", "2021*", 2.2)),
    "jaren ervoor lager": (gerealiseerd("*", "20[12][019]*", 0.4), gerealiseerd("*", "2021*", 0.4)),
    "halfjaren omgekeerd": (gerealiseerd("*", "2022-2", 0.4), gerealiseerd("*", "2022K[34]", 0.4), gerealiseerd("*", "2023-*", 2)),
    "gepubliceerd hoger": (gepubliceerd("*", 1.5),),
    "gepubliceerd lager": (gepubliceerd("*", 0.6),),
    "terugkeer klein": (maal("dtv.dossiers_per_afwijzing", 0.4), maal("dtv.instroom_*", 0.5), maal("dtv.behandelduur", 0.5)),
    "terugkeer groot": (
        maal("dtv.dossiers_per_afwijzing", 1.5),
        maal("dtv.instroom_*", 2),
        maal("dtv.behandelduur", 2),
        maal("dtv.aandeel_gedwongen", 2),
        maal("dtv.aandeel_zonder_toezicht", 0.5),
    ),
    "weinig amv": (maal("instroom.aandeel_amv", 0.3), maal("nidos.tijd_tot_achttien", 0.5), maal("ind.amv.*", 0.6)),
    "veel amv": (maal("instroom.aandeel_amv", 2.5), maal("nidos.tijd_tot_achttien", 1.5), maal("ind.amv.beginvoorraad", 2)),
    "rechtspraak krap": (maal("rv*.capaciteit", 0.3), maal("rvdr.beroep_per_afwijzing_*", 1.4), maal("rvdr.aandeel_gegrond", 2)),
    "rechtspraak ruim": (maal("rv*.capaciteit", 3), maal("rvdr.beroep_per_afwijzing_*", 0.5), maal("*.begin_beroepen", 0.4)),
    "termijn kort": (
        maal("ind.beslistermijn", 0.4, 1),
        maal("ind.beslistermijn_verlengd", 0.4),
        maal("ind.aandeel_ingebrekestelling", 2),
    ),
    "termijn lang": (maal("ind.beslistermijn", 1, 2.5), maal("ind.aandeel_ingebrekestelling", 0.3)),
    "registratie krap": (maal("politie.capaciteit_per_dag", 0.3), maal("politie.begin_wachtend", 4)),
    "registratie ruim": (maal("politie.capaciteit_per_dag", 4), maal("politie.begin_wachtend", 0)),
    "regulier krimpt": (
        maal("ind.regulier.*.instroom", 0.8, 0.7, 0.6, 0.5, 0.4),
        maal("ind.naturalisatie.instroom", 0.5),
        maal("ind.regulier.*.aandeel_mvv", 0.5),
    ),
    "regulier groeit": (maal("ind.regulier.*.instroom", 1.2, 1.4, 1.6, 1.8, 2.0), maal("ind.naturalisatie.instroom", 1.8)),
    "doelen van plaats verwisseld": (
        maal("ind.regulier.arbeid.instroom", 0.3),
        maal("ind.regulier.studie.instroom", 3),
        maal("ind.regulier.gezin.instroom", 0.4),
        maal("ind.regulier.overig.instroom", 6),
    ),
    "bewaring klein": (maal("dji.in*", 0.4), maal("dji.begin_bezetting", 0.5), maal("dji.verblijfsduur", 0.6)),
    "bewaring groot": (maal("dji.in*", 2), maal("dji.begin_bezetting", 2), maal("rv*.bewaring.*", 1.3)),
    "weinig in de opvang": (maal("coa.aandeel_*", 0.5), maal("coa.bezettingspercentage", 0.8), maal("coa.verblijfsduur_vertrek", 0.5)),
    "instroom anders samengesteld": (maal("instroom.herhaald", 6), maal("instroom.hervestiging_relocatie", 8), instroom(0.6)),
    "meer verlengde procedures": (maal("ind.va.aandeel", 2), maal("ind.va.zwaarte", 1.3), maal("ind.spoor4.behandelduur_nieuw", 1.5)),
    "er verandert niets": (alsof_er_niets_verandert,),
}
"""Each case by its name: what it does to the parameters, one after the other."""
