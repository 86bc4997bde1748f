"""The chain written a second time, as algebra on whole series: what each flow and stand is made of."""

from types import SimpleNamespace

import numpy as np
import pytest

from mpp.productiemodel import Keten, asiel, keten

#: These read who waits in a queue: they have tests of their own below.
UIT_DE_RIJ = {
    "ind.spoor4.doorlooptijd",
    "ind.spoor4.zaken_buiten_termijn",
    "ind.spoor4.termijn_verstreken",
    "coa.vergunninghouders_boven_norm",
}


class Boek:
    """A computed chain: `b(id)` in the month, `b.p(id)` a parameter, `b.voor(id)` a stock before the month,
    `b.eerder(id, n)` a flow summed over the n months before. Shapes (n_runs, n_months) and (n_months,).
    """

    def __init__(self, ps, keten, instroom):
        self.ps, self.uit = ps, keten.rekenen(ps, instroom)
        self.jaarinstroom = np.repeat(instroom, 12, axis=1)
        self.n_jaren = instroom.shape[1]

    def __call__(self, id):
        return self.uit.reeksen[id]

    def p(self, id):
        waarden = [w.waarde for w in self.ps[id].waarden.values()]
        if len(waarden) == 12:
            return np.tile(waarden, self.n_jaren)
        return np.repeat(waarden, 12 * self.n_jaren // len(waarden))

    def voor(self, id):
        return np.column_stack([self.uit.begin[id], self(id)[:, :-1]])

    def eerder(self, id, maanden, ervoor=0.0):
        reeks = np.column_stack([np.full((len(self(id)), maanden), ervoor), self(id)])
        return np.stack([reeks[:, t : t + maanden].sum(axis=1) for t in range(self(id).shape[1])], axis=1)


def van_afwijzingen(b, *factoren):
    return sum(b(f"ind.{spoor}.afwijzingen") * f for spoor, f in zip(("spoor1", "spoor2", "spoor4"), factoren, strict=True))


def aan_zaken(b):
    lopend = sum(b.voor(f"ind.{spoor}.voorraad") + b(f"ind.{spoor}.instroom") for spoor in ("spoor1", "spoor2", "spoor4"))
    return lopend - b("ind.spoor4.zij_instroom")


def aanwezig(b, voorraad, instroom):
    return b.voor(voorraad) + b(instroom)


def beslist(b, spoor):
    zaken = aanwezig(b, f"ind.{spoor}.voorraad", f"ind.{spoor}.instroom")
    return np.minimum(b.p(f"ind.{spoor}.productie") / 12, zaken / b.p(f"ind.{spoor}.behandelduur"))


def over(b, spoor):
    return (b.p(f"ind.{spoor}.productie") / 12 - b(f"ind.{spoor}.beslissingen")) * b.p(f"ind.{spoor}.zwaarte")


def van_amv(b, geheel):
    """As large a part of a flow out of spoor 4 as the cases of amv are of all of its cases."""
    alle = aanwezig(b, "ind.spoor4.voorraad", "ind.spoor4.instroom")
    return b(geheel) * aanwezig(b, "ind.amv.voorraad", "ind.amv.instroom") / alle


def bekende_instroom(b):
    return b("coa.instroom_aanvragers") + b("coa.instroom_nareis") + b("coa.instroom_hervestiging")


def rest(b, *aandelen):
    return 1 - sum(b.p(aandeel) for aandeel in aandelen)


def taakstelling(b):
    vastgesteld = np.tile(np.repeat([21_200.0, 27_300.0], 6), (len(b.jaarinstroom), 1))
    return np.hstack([vastgesteld / 6, b("gemeenten.te_huisvesten")[:, 12:]])


def ruimte(b):
    return b.p("gemeenten.realisatiegraad") * b("gemeenten.taakstelling") - b("gemeenten.rechtstreeks")


VERGELIJKINGEN = {
    "instroom.eerste_aanvragen": lambda b: b.jaarinstroom * b.p("instroom.seizoen"),
    "instroom.amv": lambda b: b("instroom.eerste_aanvragen") * b.p("instroom.aandeel_amv"),
    "instroom.herhaald": lambda b: b.p("instroom.herhaald") / 12,
    "instroom.hervestiging_relocatie": lambda b: b.p("instroom.hervestiging_relocatie") / 12,
    "instroom.nareis": lambda b: b("ind.nareis.einde_inreistermijn") * b.p("ind.nareis.aandeel_ingereisd"),
    "instroom.totaal": lambda b: (
        b("instroom.eerste_aanvragen") + b("instroom.herhaald") + b("instroom.nareis") + b("instroom.hervestiging_relocatie")
    ),
    "politie.aanmeldingen": lambda b: b("instroom.eerste_aanvragen"),
    "politie.registraties": lambda b: np.minimum(
        b.p("politie.capaciteit_per_dag") * b.p("politie.dagen_per_maand"), aanwezig(b, "politie.wachtend", "instroom.eerste_aanvragen")
    ),
    "politie.tekort_per_dag": lambda b: np.maximum(b("politie.registraties_per_dag") - b.p("politie.capaciteit_per_dag"), 0),
    "politie.registraties_per_dag": lambda b: b("instroom.eerste_aanvragen") / b.p("politie.dagen_per_maand"),
    "ind.spoor1.instroom": lambda b: b("instroom.eerste_aanvragen") * b.p("ind.aandeel_spoor1"),
    "ind.spoor2.instroom": lambda b: b("instroom.eerste_aanvragen") * b.p("ind.aandeel_spoor2"),
    "ind.spoor4.eerste_aanvragen": lambda b: b("instroom.eerste_aanvragen") * rest(b, "ind.aandeel_spoor1", "ind.aandeel_spoor2"),
    "ind.spoor1.beslissingen": lambda b: beslist(b, "spoor1"),
    "ind.spoor2.beslissingen": lambda b: beslist(b, "spoor2"),
    "ind.spoor4.verschoven_capaciteit": lambda b: over(b, "spoor1") + over(b, "spoor2"),
    "ind.spoor4.capaciteit": lambda b: (
        b.p("ind.spoor4.productie") * b.p("ind.spoor4.planrealisatie") / 12 + over(b, "spoor1") + over(b, "spoor2")
    ),
    "ind.spoor4.beslissingen_prognoseplan": lambda b: np.minimum(
        b("ind.spoor4.capaciteit"), aanwezig(b, "ind.spoor4.voorraad", "ind.spoor4.instroom")
    ),
    "ind.baa.beslissingen": lambda b: b.p("ind.baa.beslissingen"),
    "ind.spoor4.beslissingen": lambda b: b("ind.spoor4.beslissingen_prognoseplan"),
    "ind.va.beslissingen": lambda b: b("ind.spoor4.beslissingen") * b.p("ind.va.aandeel"),
    "ind.aa.beslissingen": lambda b: b("ind.spoor4.beslissingen") * rest(b, "ind.va.aandeel"),
    "ind.amv.instroom": lambda b: b("instroom.amv"),
    "ind.amv.beslissingen": lambda b: van_amv(b, "ind.spoor4.beslissingen"),
    "ind.amv.inwilligingen": lambda b: b("ind.amv.beslissingen") * b.p("ind.amv.inwilligingspercentage"),
    "ind.amv.niet_ingewilligd": lambda b: b("ind.amv.beslissingen") * rest(b, "ind.amv.inwilligingspercentage"),
    "ind.spoor4.zij_instroom": lambda b: b("ind.spoor1.beslissingen") * b.p("ind.spoor1.aandeel_zij_instroom"),
    "ind.spoor1.overig": lambda b: b("ind.spoor1.beslissingen") * b.p("ind.spoor1.aandeel_overig"),
    "ind.spoor1.afwijzingen": lambda b: (
        b("ind.spoor1.beslissingen") * rest(b, "ind.spoor1.aandeel_zij_instroom", "ind.spoor1.aandeel_overig")
    ),
    "ind.spoor2.overig": lambda b: b("ind.spoor2.beslissingen") * b.p("ind.spoor2.aandeel_overig"),
    "ind.spoor2.afwijzingen": lambda b: b("ind.spoor2.beslissingen") * rest(b, "ind.spoor2.aandeel_overig"),
    "ind.spoor4.herbeoordeling": lambda b: b.eerder("rvdr.gegrond", 1) + b.eerder("rvs.gegrond", 1),
    "ind.spoor4.instroom": lambda b: (
        b("ind.spoor4.eerste_aanvragen")
        + b("instroom.herhaald")
        + b("instroom.hervestiging_relocatie")
        + b("ind.spoor4.zij_instroom")
        + b("ind.spoor4.herbeoordeling")
    ),
    "ind.spoor4.beslissingen_nieuw": lambda b: np.minimum(
        b("instroom.hervestiging_relocatie")
        + (b("ind.spoor4.beslissingen") - b("instroom.hervestiging_relocatie")) * b.p("ind.spoor4.aandeel_nieuwe_instroom"),
        b("ind.spoor4.instroom"),
    ),
    "ind.spoor4.inwilligingen": lambda b: b("ind.spoor4.beslissingen") * b.p("ind.spoor4.inwilligingspercentage"),
    "ind.spoor4.overig": lambda b: b("ind.spoor4.beslissingen") * b.p("ind.spoor4.aandeel_overig"),
    "ind.spoor4.afwijzingen": lambda b: (
        b("ind.spoor4.beslissingen") * rest(b, "ind.spoor4.inwilligingspercentage", "ind.spoor4.aandeel_overig")
    ),
    "ind.spoor4.inwilligingspercentage": lambda b: b.p("ind.spoor4.inwilligingspercentage"),
    "ind.asiel.voorraad": lambda b: b("ind.spoor1.voorraad") + b("ind.spoor2.voorraad") + b("ind.spoor4.voorraad"),
    "ind.spoor4.buiten_termijn": lambda b: b("ind.spoor4.zaken_buiten_termijn") / b("ind.spoor4.voorraad"),
    "ind.ingebrekestellingen": lambda b: b("ind.spoor4.termijn_verstreken") * b.p("ind.aandeel_ingebrekestelling"),
    "ind.nareis.aanvragen": lambda b: (
        b("ind.spoor4.inwilligingen") * b.p("ind.nareis.aandeel_aanvragers") * b.p("ind.nareis.gezinsleden_per_aanvrager")
    ),
    "ind.nareis.beslissingen": lambda b: np.minimum(
        b.p("ind.nareis.productie") / 12, aanwezig(b, "ind.nareis.voorraad", "ind.nareis.aanvragen")
    ),
    "ind.nareis.inwilligingen": lambda b: b("ind.nareis.beslissingen") * b.p("ind.nareis.inwilligingspercentage"),
    "ind.nareis.afwijzingen": lambda b: b("ind.nareis.beslissingen") * rest(b, "ind.nareis.inwilligingspercentage"),
    "ind.nareis.einde_inreistermijn": lambda b: b.voor("ind.nareis.nog_niet_ingereisd") / (b.p("ind.nareis.inreisduur") / 2),
    "ind.nareis.vervallen": lambda b: b("ind.nareis.einde_inreistermijn") * rest(b, "ind.nareis.aandeel_ingereisd"),
    "coa.instroom_aanvragers": lambda b: (
        b("instroom.eerste_aanvragen") * b.p("coa.aandeel_eerste_aanvragen") + b("instroom.herhaald") * b.p("coa.aandeel_herhaald")
    ),
    "coa.instroom_nareis": lambda b: b("instroom.nareis") * b.p("coa.aandeel_nareis"),
    "coa.instroom_hervestiging": lambda b: b("instroom.hervestiging_relocatie") * b.p("coa.aandeel_hervestiging"),
    "coa.overige_instroom": lambda b: bekende_instroom(b) * b.p("coa.overigen_per_instromer"),
    "coa.overige_vergunninghouders": lambda b: b("coa.overige_instroom") * b.p("coa.overigen_aandeel_vergunninghouders"),
    "coa.teruggekeerden": lambda b: b("coa.overige_instroom") * rest(b, "coa.overigen_aandeel_vergunninghouders"),
    "coa.instroom": lambda b: bekende_instroom(b) * (1 + b.p("coa.overigen_per_instromer")),
    "coa.opvang_per_zaak": lambda b: aanwezig(b, "coa.bezetting_procedure", "coa.instroom_aanvragers") / aan_zaken(b),
    "coa.naar_nidos": lambda b: b("coa.amv.naar_nidos"),
    "coa.vergunning": lambda b: b("ind.spoor4.inwilligingen") * b("coa.opvang_per_zaak") - b("coa.amv.naar_nidos"),
    "coa.afwijzing": lambda b: van_afwijzingen(b, 1, 1, 1) * b("coa.opvang_per_zaak"),
    "coa.procedure_verlaten": lambda b: (
        (b("ind.spoor1.overig") + b("ind.spoor2.overig") + b("ind.spoor4.overig")) * b("coa.opvang_per_zaak")
    ),
    "coa.terug_in_procedure": lambda b: b("ind.spoor4.herbeoordeling") * b("coa.opvang_per_zaak"),
    "coa.vertrek": lambda b: (b.voor("coa.bezetting_vertrek") - b("coa.terug_in_procedure")) / b.p("coa.verblijfsduur_vertrek"),
    "coa.bezetting": lambda b: b("coa.bezetting_procedure") + b("coa.bezetting_vergunninghouders") + b("coa.bezetting_vertrek"),
    "coa.capaciteit": lambda b: b("coa.bezetting") / b.p("coa.bezettingspercentage"),
    "coa.aandeel_boven_norm": lambda b: b("coa.vergunninghouders_boven_norm") / b("coa.bezetting_vergunninghouders"),
    "coa.naar_gemeenten": lambda b: np.minimum(b("gemeenten.klaar_voor_huisvesting"), b("gemeenten.ruimte")),
    "coa.amv.instroom": lambda b: b("instroom.amv") * b.p("coa.amv.aandeel"),
    "coa.amv.naar_nidos": lambda b: (
        b("ind.amv.inwilligingen")
        * aanwezig(b, "coa.amv.bezetting", "coa.amv.instroom")
        / aanwezig(b, "ind.amv.voorraad", "ind.amv.instroom")
    ),
    "coa.amv.einde_voogdij": lambda b: (
        (b.voor("coa.amv.bezetting") - b("coa.amv.naar_nidos")) * b("nidos.uitstroom") / b.voor("nidos.pupillen")
    ),
    "coa.amv.uitstroom": lambda b: b("coa.amv.naar_nidos") + b("coa.amv.einde_voogdij"),
    "coa.amv.capaciteit": lambda b: b("coa.amv.bezetting") / b.p("coa.bezettingspercentage"),
    "coa.uitstroom": lambda b: b("coa.naar_gemeenten") + b("coa.amv.naar_nidos") + b("coa.vertrek") + b("coa.procedure_verlaten"),
    "gemeenten.rechtstreeks": lambda b: (
        b("ind.spoor4.inwilligingen") * (1 - b("coa.opvang_per_zaak"))
        + b("coa.amv.naar_nidos")
        + b("instroom.nareis") * rest(b, "coa.aandeel_nareis")
        - b("instroom.hervestiging_relocatie") * b.p("coa.aandeel_hervestiging")
    ),
    "gemeenten.te_huisvesten": lambda b: b("ind.spoor4.inwilligingen") + b("instroom.nareis") + b("coa.overige_vergunninghouders"),
    "gemeenten.taakstelling": taakstelling,
    "gemeenten.ruimte": ruimte,
    "gemeenten.klaar_voor_huisvesting": lambda b: b.voor("coa.bezetting_vergunninghouders") / b.p("gemeenten.koppelduur"),
    "gemeenten.wachttijd": lambda b: b.voor("coa.bezetting_vergunninghouders") / b("coa.naar_gemeenten") * 52 / 12,
    "gemeenten.gehuisvest": lambda b: b("coa.naar_gemeenten") + b("gemeenten.rechtstreeks"),
    "dtv.instroom_ind": lambda b: van_afwijzingen(b, 1, 1, 1) * b.p("dtv.dossiers_per_afwijzing"),
    "dtv.instroom_politie": lambda b: b.p("dtv.instroom_politie") / 12,
    "dtv.instroom_kmar": lambda b: b.p("dtv.instroom_kmar") / 12,
    "dtv.instroom_overig": lambda b: b.p("dtv.instroom_overig") / 12,
    "dtv.instroom": lambda b: b("dtv.instroom_ind") + b("dtv.instroom_politie") + b("dtv.instroom_kmar") + b("dtv.instroom_overig"),
    "dtv.uitstroom": lambda b: b.voor("dtv.caseload") / b.p("dtv.behandelduur"),
    "dtv.vertrek_zelfstandig": lambda b: b("dtv.uitstroom") * b.p("dtv.aandeel_zelfstandig"),
    "dtv.vertrek_gedwongen": lambda b: b("dtv.uitstroom") * b.p("dtv.aandeel_gedwongen"),
    "dtv.vertrek_zonder_toezicht": lambda b: b("dtv.uitstroom") * b.p("dtv.aandeel_zonder_toezicht"),
    "dtv.uitstroom_overig": lambda b: (
        b("dtv.uitstroom") * rest(b, "dtv.aandeel_zelfstandig", "dtv.aandeel_gedwongen", "dtv.aandeel_zonder_toezicht")
    ),
    "nidos.instroom": lambda b: b("instroom.amv") + b("instroom.nareis") * b.p("nidos.aandeel_nareis"),
    "nidos.achttien": lambda b: b.voor("nidos.pupillen") / b.p("nidos.tijd_tot_achttien"),
    "nidos.hereniging": lambda b: b("instroom.nareis") * b.p("nidos.herenigingen_per_nareiziger"),
    "nidos.vertrek": lambda b: (b.voor("nidos.pupillen") - b("nidos.achttien") - b("nidos.hereniging")) * b.p("nidos.aandeel_vertrek") / 12,
    "nidos.uitstroom": lambda b: b("nidos.achttien") + b("nidos.hereniging") + b("nidos.vertrek"),
    "rvdr.bntb_instroom": lambda b: b("ind.ingebrekestellingen") * b.p("rvdr.aandeel_bntb"),
    "rvdr.bntb_afgedaan": lambda b: aanwezig(b, "rvdr.bntb_voorraad", "rvdr.bntb_instroom") / b.p("rvdr.bntb_behandelduur"),
    "rvdr.bntb_instroom_cumulatief": lambda b: b("rvdr.bntb_instroom").cumsum(axis=1),
    "ind.dwangsommen": lambda b: b("rvdr.bntb_afgedaan") * b.p("ind.dwangsom_per_bntb") / 1e6,
    "ind.dwangsommen_cumulatief": lambda b: b("ind.dwangsommen").cumsum(axis=1),
    "rvdr.beroepen_instroom": lambda b: van_afwijzingen(
        b, *(b.p(f"rvdr.beroep_per_afwijzing_{spoor}") for spoor in ("spoor1", "spoor2", "spoor4"))
    ),
    "rvdr.beroepen_afgedaan": lambda b: np.minimum(
        b.p("rvdr.capaciteit") / 12 - b("rvdr.bntb_afgedaan") * b.p("rvdr.bntb_zwaarte"),
        aanwezig(b, "rvdr.beroepen_voorraad", "rvdr.beroepen_instroom") / b.p("rvdr.beroep_behandelduur"),
    ),
    "rvdr.gegrond": lambda b: b("rvdr.beroepen_afgedaan") * b.p("rvdr.aandeel_gegrond"),
    "rvdr.onherroepelijk": lambda b: (
        b("rvdr.beroepen_afgedaan") * rest(b, "rvdr.aandeel_gegrond") * rest(b, "rvs.hoger_beroep_per_uitspraak")
    ),
    "rvs.hoger_beroep_instroom": lambda b: (
        b("rvdr.beroepen_afgedaan") * rest(b, "rvdr.aandeel_gegrond") * b.p("rvs.hoger_beroep_per_uitspraak")
    ),
    "rvs.hoger_beroep_afgedaan": lambda b: np.minimum(
        b.p("rvs.capaciteit") / 12,
        aanwezig(b, "rvs.hoger_beroep_voorraad", "rvs.hoger_beroep_instroom") / b.p("rvs.hoger_beroep_behandelduur"),
    ),
    "rvs.gegrond": lambda b: b("rvs.hoger_beroep_afgedaan") * b.p("rvs.aandeel_gegrond"),
    "rvs.onherroepelijk": lambda b: b("rvs.hoger_beroep_afgedaan") * rest(b, "rvs.aandeel_gegrond"),
    "bz.mvv_nareis": lambda b: b.voor("ind.nareis.wacht_op_mvv") / (b.p("ind.nareis.inreisduur") / 2),
    "bz.oda_persoonsjaren": lambda b: (
        (b.eerder("coa.instroom_aanvragers", 11, b.p("coa.instroom_aanvragers_jaar_ervoor")[0] / 12) + b("coa.instroom_aanvragers"))
        * b.p("bz.aandeel_dac")
        * b.p("bz.verblijf_eerste_jaar")
        / 12
    ),
}


@pytest.fixture(scope="module")
def boek(ps, keten, scenarios):
    return Boek(ps, keten, scenarios)


@pytest.mark.parametrize("id", VERGELIJKINGEN)
def test_elke_stroom_en_stand_is_wat_de_vergelijking_zegt(boek, id):
    verwacht = np.broadcast_to(VERGELIJKINGEN[id](boek), boek(id).shape)
    assert boek(id) == pytest.approx(verwacht, rel=1e-9, abs=1e-9)


def test_elke_formule_van_de_asielketen_heeft_een_vergelijking():
    assert Keten(asiel.DELEN).berekeningen.keys() == VERGELIJKINGEN.keys() | UIT_DE_RIJ


def test_elke_voorraad_verandert_alleen_door_haar_stromen(boek, keten):
    for id in keten.voorraden:
        erbij = sum(boek(s.id) for s in keten.stromen.values() if s.naar == id)
        eraf = sum(boek(s.id) for s in keten.stromen.values() if s.van == id)
        assert boek(id) == pytest.approx(boek.voor(id) + erbij - eraf, abs=1e-6), id


def test_de_doorlooptijd_weegt_oude_en_nieuwe_zaken():
    """600 cases of 12 weeks, half of them 8 weeks more in the VA, and 1,400 from the front of a queue of six months: 26 weeks."""
    rij = SimpleNamespace(wachttijd_voorste=lambda: np.array([6.0]))
    formule = keten().berekeningen["ind.spoor4.doorlooptijd"].formule
    assert formule(rij, np.array([2_000.0]), np.array([600.0]), 12.0, 0.5, 8.0) == pytest.approx((600 * 16 + 1_400 * 26) / 2_000)


def test_wie_langer_wacht_dan_een_tijd_in_weken_wordt_uit_de_rij_geteld():
    rij = SimpleNamespace(ouder_dan=lambda maanden: np.array([1_000.0 - 100 * maanden]))
    assert keten().berekeningen["coa.vergunninghouders_boven_norm"].formule(rij, 13.0) == pytest.approx(700)


class EenPerMaand:
    """A queue with one case of every month from twenty before the forecast on, none of them decided."""

    def __init__(self, maand):
        self.maand, self.niemand = maand, np.zeros(1)

    def gekomen_tussen(self, van, tot):
        van, tot = (min(max(m, -21), self.maand - 1) for m in (van, tot))
        return np.array([max(tot - van, 0.0)])


@pytest.mark.parametrize(
    ("onderdeel", "maand", "verwacht"),
    [
        # at the start of 2025 too late are: 11 from before the extension, 9 of 9 from just before the forecast (15 months),
        # January to September 2023 (15 months) and January to June 2024 (6 months)
        ("ind.spoor4.zaken_buiten_termijn", 24, 11 + 9 + 9 + 6),
        ("ind.spoor4.termijn_verstreken", 24, 2),  # of September 2023 and June 2024
        # at the start of the forecast: those of before the extension, older than six months
        ("ind.spoor4.zaken_buiten_termijn", 0, 11),
        ("ind.spoor4.termijn_verstreken", 0, 0),
    ],
)
def test_een_zaak_is_te_laat_na_de_termijn_die_bij_de_aanvraag_gold(onderdeel, maand, verwacht):
    formule = keten().berekeningen[onderdeel].formule
    assert formule(EenPerMaand(maand), np.array([15.0, 6, 6, 6, 6]), 6.0, 15.0, 9.0) == verwacht
