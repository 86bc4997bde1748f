"""Parameters that make no sense together: what two or more of them say of the same people, cases or time.

Only what cannot be true at all is refused; a bound is taken as wide as the ranges of the parameters allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Parameterbestand
from mpp.problemen import Probleem, probleem

_WEKEN_PER_MAAND: Final = 52 / 12
_IEMAND: Final = 0.5


class _Samen:
    """The parameters of a file, and where in it they stand."""

    def __init__(self, bestand: Parameterbestand, boom: Blok, naam: str):
        self.editie, self.boom, self.naam = bestand.editie, boom, naam
        self.parameters = {p.id: p for p in bestand.parameters}
        self.plaatsen = {p.id: i for i, p in enumerate(bestand.parameters)}
        self.realisaties = {r.id: r for r in bestand.realisaties}
        self.jaren = tuple(map(str, bestand.editie.jaren))

    def volledig(self, id: str) -> bool:
        """Whether the parameter is there with a value for every period that has been decided."""
        p = self.parameters.get(id)
        return p is not None and (p.open_einde or set(perioden(p.periode, self.editie)) <= p.waarden.keys())

    def waarde(self, id: str, periode: str = "vast") -> float:
        """A parameter's value."""
        return self.parameters[id].waarden[periode].waarde

    def hoogste(self, id: str, periode: str = "vast") -> float:
        """The highest value that its range allows."""
        w = self.parameters[id].waarden[periode]
        return w.waarde if w.hoog is None else max(w.waarde, w.hoog)

    def komend(self, periode: str) -> float:
        """The part of a year or half-year that lies after the day with which the model begins."""
        jaar, _, helft = periode.partition("-")
        maanden = 6 if helft else 12
        geweest = self.editie.gerealiseerd - (6 if helft == "2" else 0) if jaar == self.jaren[0] else 0
        return 1 - min(max(geweest, 0), maanden) / maanden

    def gegeven(self, id: str) -> bool:
        """Whether the file itself gives the parameter; one laid over another gives only what differs."""
        return bool(self.boom["parameters"][self.plaatsen[id]])

    def meld(self, code: str, *ids: str, periode: str = "vast", **gegevens: Any) -> Probleem:
        """A problem on the line of the first of these parameters that the file gives; numbers are rounded."""
        hier = next(filter(self.gegeven, ids), ids[0])
        getallen = {naam: f"{w:.0f}" if abs(w) >= 100 else f"{w:.4g}" for naam, w in gegevens.items() if isinstance(w, float)}
        regel = regel_van(self.boom, ("parameters", self.plaatsen[hier], "waarden", periode))
        return probleem(code, bestand=self.naam, regel=regel, periode=periode, **{**gegevens, **getallen})


_REGELS: list[tuple[tuple[str, ...], Callable[[_Samen], Iterator[Probleem]]]] = []


def _over(*ids: str) -> Callable[[Callable[[_Samen], Iterator[Probleem]]], Callable[[_Samen], Iterator[Probleem]]]:
    """The rule below is about these parameters; it is passed over when one of them is missing or incomplete."""

    def decorateer(regel: Callable[[_Samen], Iterator[Probleem]]) -> Callable[[_Samen], Iterator[Probleem]]:
        _REGELS.append((ids, regel))
        return regel

    return decorateer


def toets_samenhang(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every combination in `bestand` that cannot be true; `boom` gives the lines, `naam` the file's name."""
    samen = _Samen(bestand, boom, naam)
    for ids, regel in _REGELS:
        if all(samen.volledig(id) for id in ids):
            yield from regel(samen)


@_over(
    "gemeenten.taakstelling_vastgesteld",
    "coa.begin_vergunninghouders",
    "ind.spoor4.productie",
    "ind.spoor4.inwilligingspercentage",
    "ind.nareis.begin_wacht_op_mvv",
    "ind.nareis.begin_nog_niet_ingereisd",
    "ind.nareis.productie",
    "ind.nareis.inwilligingspercentage",
    "instroom.hervestiging_relocatie",
)
def _te_huisvesten(s: _Samen) -> Iterator[Probleem]:
    """More permit holders to house, up to a half-year, than there can be by then."""
    taakstelling = s.parameters["gemeenten.taakstelling_vastgesteld"].waarden
    extra = s.hoogste("ind.baa.beslissingen") if s.volledig("ind.baa.beslissingen") else 0.0
    gevraagd, inwilligingen = 0.0, extra
    gezin = s.hoogste("ind.nareis.begin_wacht_op_mvv") + s.hoogste("ind.nareis.begin_nog_niet_ingereisd")
    hervestigd, begin = 0.0, s.hoogste("coa.begin_vergunninghouders")
    for halfjaar in (h for h in taakstelling if h[:4] in s.jaren):
        jaar, deel = halfjaar[:4], s.komend(halfjaar)
        gevraagd += s.waarde("gemeenten.taakstelling_vastgesteld", halfjaar) * deel
        inwilligingen += s.hoogste("ind.spoor4.productie", jaar) * s.hoogste("ind.spoor4.inwilligingspercentage", jaar) / 2 * deel
        gezin += s.hoogste("ind.nareis.productie", jaar) * s.hoogste("ind.nareis.inwilligingspercentage", jaar) / 2 * deel
        hervestigd += s.hoogste("instroom.hervestiging_relocatie", jaar) / 2 * deel
        grens = begin + inwilligingen + gezin + hervestigd
        if gevraagd > grens + _IEMAND:
            yield s.meld(
                "samenhang-te-huisvesten",
                "gemeenten.taakstelling_vastgesteld",
                "ind.spoor4.productie",
                "ind.spoor4.inwilligingspercentage",
                "coa.begin_vergunninghouders",
                periode=halfjaar,
                gevraagd=gevraagd,
                grens=grens,
                begin=begin,
                inwilligingen=inwilligingen,
                gezin=gezin,
                hervestigd=hervestigd,
            )
            return


@_over("coa.begin_procedure", "coa.begin_vergunninghouders", "coa.begin_vertrek")
def _opvang_bij_aanvang(s: _Samen) -> Iterator[Probleem]:
    """The parts of the opening occupancy that do not add up to the occupancy that was counted, where that was known by then."""
    delen = ("coa.begin_procedure", "coa.begin_vergunninghouders", "coa.begin_vertrek")
    begin = s.editie.begin
    bekend = begin <= s.editie.peildatum and "coa.bezetting" in s.realisaties
    tellingen = s.realisaties["coa.bezetting"].waarden if bekend else {}
    moment = next((d for d in (begin.isoformat(), (begin - timedelta(days=1)).isoformat()) if d in tellingen), "")
    geteld = tellingen.get(moment)
    som = sum(map(s.waarde, delen))
    if geteld and any(map(s.gegeven, delen)) and abs(som - geteld.waarde) > _IEMAND:
        yield s.meld("samenhang-opvang-bij-aanvang", *delen, delen=" + ".join(delen), som=som, geteld=geteld.waarde, moment=moment)


@_over("coa.begin_procedure", "ind.spoor1.beginvoorraad", "ind.spoor2.beginvoorraad", "ind.spoor4.beginvoorraad")
def _wachtenden_in_de_opvang(s: _Samen) -> Iterator[Probleem]:
    """More people in reception who wait for a decision than the IND has cases."""
    voorraden = ("ind.spoor1.beginvoorraad", "ind.spoor2.beginvoorraad", "ind.spoor4.beginvoorraad")
    zaken, bewoners = sum(map(s.hoogste, voorraden)), s.waarde("coa.begin_procedure")
    if bewoners > zaken + _IEMAND:
        yield s.meld(
            "samenhang-wachtenden-in-de-opvang",
            "coa.begin_procedure",
            *voorraden,
            bewoners=bewoners,
            zaken=zaken,
            voorraden=" + ".join(voorraden),
        )


@_over("politie.begin_wachtend", "ind.spoor1.beginvoorraad", "ind.spoor2.beginvoorraad", "ind.spoor4.beginvoorraad")
def _wachtend_op_registratie(s: _Samen) -> Iterator[Probleem]:
    """More people who wait for their registration than the IND has cases: the case is there from the first day on."""
    voorraden = ("ind.spoor1.beginvoorraad", "ind.spoor2.beginvoorraad", "ind.spoor4.beginvoorraad")
    zaken, wachtend = sum(map(s.hoogste, voorraden)), s.waarde("politie.begin_wachtend")
    if wachtend > zaken + _IEMAND:
        ids = ("politie.begin_wachtend", *voorraden)
        yield s.meld("samenhang-wachtend-op-registratie", *ids, wachtend=wachtend, zaken=zaken, voorraden=" + ".join(voorraden))


@_over("coa.instroom_aanvragers_jaar_ervoor")
def _instroom_van_het_jaar_ervoor(s: _Samen) -> Iterator[Probleem]:
    """More applicants who came into reception in the year before than applied in it."""
    jaar, delen = str(s.editie.jaren[0] - 1), ("instroom.eerste_aanvragen", "instroom.herhaald")
    waarden = [s.realisaties[id].waarden.get(jaar) for id in delen if id in s.realisaties]
    aanvragen = sum(w.waarde for w in waarden if w)
    instroom = s.waarde("coa.instroom_aanvragers_jaar_ervoor")
    bekend = len(waarden) == len(delen) and all(waarden)
    if bekend and s.gegeven("coa.instroom_aanvragers_jaar_ervoor") and instroom > aanvragen + _IEMAND:
        ids = ("coa.instroom_aanvragers_jaar_ervoor",)
        yield s.meld("samenhang-instroom-jaar-ervoor", *ids, instroom=instroom, aanvragen=aanvragen, delen=" + ".join(delen), jaar=jaar)


@_over("gemeenten.koppelduur", "coa.begin_vergunninghouders_oudste")
def _koppelduur(s: _Samen) -> Iterator[Probleem]:
    """A mean time to find a home that is longer than anyone in reception has waited for one."""
    duur, oudste = s.waarde("gemeenten.koppelduur", s.jaren[0]), s.hoogste("coa.begin_vergunninghouders_oudste")
    if duur > oudste:
        ids = ("gemeenten.koppelduur", "coa.begin_vergunninghouders_oudste")
        yield s.meld("samenhang-koppelduur", *ids, periode=s.jaren[0], duur=duur, oudste=oudste)


@_over("ind.beslistermijn_verlengd", "ind.beslistermijn_oud")
def _verlengde_termijn(s: _Samen) -> Iterator[Probleem]:
    """An extended term that is shorter than the one it extends."""
    verlengd, oud = s.waarde("ind.beslistermijn_verlengd"), s.waarde("ind.beslistermijn_oud")
    if verlengd < oud:
        yield s.meld("samenhang-verlengde-termijn", "ind.beslistermijn_verlengd", "ind.beslistermijn_oud", verlengd=verlengd, oud=oud)


@_over("ind.spoor4.behandelduur_nieuw", "ind.spoor4.begin_oudste")
def _nieuwe_instroom(s: _Samen) -> Iterator[Probleem]:
    """Cases of the new inflow that take longer than the oldest case of the opening stock has waited."""
    weken, maanden = s.waarde("ind.spoor4.behandelduur_nieuw"), s.hoogste("ind.spoor4.begin_oudste")
    if weken > maanden * _WEKEN_PER_MAAND:
        yield s.meld("samenhang-nieuwe-instroom", "ind.spoor4.behandelduur_nieuw", "ind.spoor4.begin_oudste", weken=weken, maanden=maanden)


@_over(
    "ind.nareis.productie",
    "ind.nareis.beginvoorraad",
    "ind.nareis.aandeel_aanvragers",
    "ind.nareis.gezinsleden_per_aanvrager",
    "ind.spoor4.productie",
    "ind.spoor4.inwilligingspercentage",
)
def _nareis_zonder_inwilligingen(s: _Samen) -> Iterator[Probleem]:
    """More decisions on nareis planned than applications that can follow from the grants."""
    gepland, aanvragen = 0.0, s.hoogste("ind.nareis.beginvoorraad")
    extra = s.hoogste("ind.baa.beslissingen") if s.volledig("ind.baa.beslissingen") else 0.0
    for jaar in s.jaren:
        gezin = s.hoogste("ind.nareis.aandeel_aanvragers", jaar) * s.hoogste("ind.nareis.gezinsleden_per_aanvrager", jaar)
        inwilligingen = s.hoogste("ind.spoor4.productie", jaar) * s.hoogste("ind.spoor4.inwilligingspercentage", jaar) + extra
        inwilligingen *= s.komend(jaar)
        gepland += s.waarde("ind.nareis.productie", jaar) * s.komend(jaar)
        aanvragen += inwilligingen * gezin
        if gepland > aanvragen + _IEMAND:
            yield s.meld(
                "samenhang-nareis-zonder-inwilligingen",
                "ind.nareis.productie",
                "ind.spoor4.productie",
                "ind.spoor4.inwilligingspercentage",
                "ind.nareis.gezinsleden_per_aanvrager",
                periode=jaar,
                gepland=gepland,
                aanvragen=aanvragen,
                begin=s.hoogste("ind.nareis.beginvoorraad"),
            )
            return


@_over("ind.baa.beslissingen", "ind.baa.eerste_maand")
def _baa_voor_de_peildatum(s: _Samen) -> Iterator[Probleem]:
    """A project that begins in a month that has been: what came then is not computed."""
    eerste, n = s.waarde("ind.baa.eerste_maand"), s.editie.gerealiseerd
    if s.waarde("ind.baa.beslissingen") and eerste <= n:
        yield s.meld("samenhang-baa-geweest", "ind.baa.eerste_maand", "ind.baa.beslissingen", eerste=eerste, begin=s.editie.begin, nu=n + 1)


@_over("rvdr.begin_bntb", "ind.spoor4.beginvoorraad", "ind.spoor4.begin_ouder_6", "ind.beslistermijn_oud")
def _bntb_zonder_late_zaken(s: _Samen) -> Iterator[Probleem]:
    """More open appeals for want of a decision than cases that are beyond a term of six months or more."""
    bntb, aandeel = s.waarde("rvdr.begin_bntb"), s.hoogste("ind.spoor4.begin_ouder_6")
    te_laat = s.hoogste("ind.spoor4.beginvoorraad") * aandeel
    if s.waarde("ind.beslistermijn_oud") >= 6 and bntb > te_laat + _IEMAND:
        ids = ("rvdr.begin_bntb", "ind.spoor4.begin_ouder_6", "ind.spoor4.beginvoorraad")
        yield s.meld("samenhang-bntb-zonder-late-zaken", *ids, bntb=bntb, te_laat=te_laat, aandeel=aandeel)


@_over("rvdr.capaciteit", "rvdr.begin_bntb", "rvdr.bntb_zwaarte")
def _rechtbanken_vol(s: _Samen) -> Iterator[Probleem]:
    """Courts that could not even do the open appeals for want of a decision in a whole year."""
    bntb, zwaarte = s.waarde("rvdr.begin_bntb"), s.waarde("rvdr.bntb_zwaarte")
    capaciteit = s.hoogste("rvdr.capaciteit", s.jaren[0])
    if bntb * zwaarte > capaciteit + _IEMAND:
        ids = ("rvdr.capaciteit", "rvdr.begin_bntb", "rvdr.bntb_zwaarte")
        werk = bntb * zwaarte
        yield s.meld("samenhang-rechtbanken-vol", *ids, periode=s.jaren[0], capaciteit=capaciteit, bntb=bntb, zwaarte=zwaarte, werk=werk)
