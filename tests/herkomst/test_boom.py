"""The tree of a number: complete down to the parameters, and every value in it the model's own."""

import json
from dataclasses import replace

import numpy as np
import pytest

from mpp.herkomst import Herkomst
from mpp.herkomst.bladen import parameterblad
from mpp.herkomst.uitleg import SCHEMA, Onderdeelblad, Parameterblad, Prognoseblad
from mpp.parameters.perioden import perioden
from mpp.problemen import Fout
from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.verwijzing import Prognosejaar
from mpp.uitkomsten import SCENARIOS, register
from mpp.uitkomsten.scenarios import per_scenario as parameters_per_scenario


def bladen(uitleg):
    """Every element and leaf of a tree, the root first."""
    yield uitleg
    if isinstance(uitleg, Onderdeelblad):
        for lezing in uitleg.leest:
            if lezing.uitleg:
                yield from bladen(lezing.uitleg)


@pytest.fixture(scope="module")
def bomen(herkomst, keten, u):
    """The tree of every element of the chain in the second year."""
    return {id: herkomst.herleid(id, u.jaren[1]).uitleg for id in keten.onderdelen}


def samen(keten, id):
    """The elements an indicator rests on: itself, and what its year is made of."""
    i = register()[id]
    return (id, *(ander for ander in (i.teller, i.noemer, i.gewicht) if ander))


def test_in_de_boom_staan_precies_de_parameters_waarop_het_onderdeel_rust(bomen, keten):
    for id, boom in bomen.items():
        in_boom = [blad.id for blad in bladen(boom) if isinstance(blad, Parameterblad)]
        assert len(in_boom) == len(set(in_boom)), id
        assert set(in_boom) == {p for deel in samen(keten, id) for p in keten.parameters(deel)}, id


def test_elke_parameter_die_een_indicator_verandert_staat_in_zijn_boom(bomen, keten, u):
    """Found by trying, not from the declaration: each parameter a little higher, in one run of the chain."""
    ids = keten.parameters()
    instroom = np.repeat(u.prognose.scenario("medio")[None], len(ids) + 1, axis=0)
    anders = {}
    for k, id in enumerate(ids, start=1):
        waarden = [u.ps[id].waarden[p].waarde if p in u.ps[id].waarden else np.nan for p in perioden(u.ps[id].periode, u.ps.editie)]
        anders[id] = np.repeat(np.array([waarden]), len(ids) + 1, axis=0)
        anders[id][k] = np.where(anders[id][k] == 0, 0.01, anders[id][k] * 1.01)
    reeksen = keten.rekenen(u.ps, instroom, anders=anders).reeksen
    for id in register():
        maanden = reeksen[id][:, :24]
        veranderd = ~np.isclose(maanden, maanden[0], rtol=1e-9, atol=1e-9).all(axis=1)
        in_boom = {blad.id for blad in bladen(bomen[id]) if isinstance(blad, Parameterblad)}
        assert {ids[k - 1] for k in np.flatnonzero(veranderd)} <= in_boom, id


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_elke_waarde_is_die_van_de_uitkomsten(per_scenario, u, scenario):
    for jaar in u.jaren:
        for id in register():
            assert per_scenario[scenario].waarde(id, jaar) == pytest.approx(u.waarde(id, jaar, scenario), rel=1e-9, abs=1e-9), id


def test_het_jaar_volgt_uit_de_maanden_zoals_de_uitleg_zegt(bomen):
    for boom in bomen.values():
        maanden = np.array(boom.maanden)
        uitkomst = {
            "som": maanden.sum(),
            "stand": maanden[-1],
            "hoogste maand": maanden.max(),
            "laatste maand": maanden[-1],
            "verhouding": boom.waarde,
            "gewogen gemiddelde": np.clip(boom.waarde, maanden.min(), maanden.max()),
        }
        assert boom.waarde == pytest.approx(uitkomst[boom.wijze], rel=1e-9, abs=1e-9), boom.id


def test_een_verhouding_en_een_gewogen_gemiddelde_rekenen_met_wat_zij_noemen(bomen, herkomst, u):
    jaar = u.jaren[1]
    for id, i in register().items():
        if i.teller and i.noemer:
            assert bomen[id].waarde == pytest.approx(herkomst.waarde(i.teller, jaar) / herkomst.waarde(i.noemer, jaar))
            assert i.teller in bomen[id].jaarrekening
            assert i.noemer in bomen[id].jaarrekening
        elif i.gewicht:
            gewicht = np.array(herkomst.herleid(i.gewicht, jaar).uitleg.maanden)
            assert bomen[id].waarde == pytest.approx((np.array(bomen[id].maanden) * gewicht).sum() / gewicht.sum())
            assert i.gewicht in bomen[id].jaarrekening


def test_wat_een_formule_kreeg_is_wat_het_gelezen_onderdeel_gaf(bomen, keten):
    """Of what is read in the same month; a stock is read as it was at the end of the month before."""
    for id, boom in bomen.items():
        for lezing in boom.leest if id in keten.berekeningen else ():
            if lezing.wat != "onderdeel" or lezing.maanden is None or None in lezing.maanden:
                continue
            gelezen = bomen[lezing.id].maanden
            if lezing.hoe in ("in de maand", "aan het eind van de maand"):
                assert lezing.maanden == pytest.approx(gelezen), (id, lezing.naam)
            elif lezing.hoe in ("aan het begin van de maand", "in de maand ervoor"):
                assert lezing.maanden[1:] == pytest.approx(gelezen[:-1]), (id, lezing.naam)


def test_de_stappen_komen_uit_op_de_waarde_van_de_maand(herkomst, keten, u):
    for id in keten.berekeningen:
        for maand in range(12 * len(u.jaren)):
            uitkomst = herkomst.opname.berekend(id, maand).stappen[-1].uitkomst
            assert uitkomst == pytest.approx(herkomst.opname.maanden[id][maand], rel=1e-12, abs=1e-9), id


def test_een_voorraad_is_wat_er_was_met_wat_erbij_kwam_zonder_wat_eraf_ging(herkomst, keten, u):
    for id, voorraad in keten.voorraden.items():
        boom = herkomst.herleid(id, u.jaren[-1]).uitleg
        stand = u.ps.vast(voorraad.begin)
        assert [j.jaar for j in boom.voorraad] == list(u.jaren)
        for j in boom.voorraad:
            assert j.begin == pytest.approx(stand)
            assert j.begin + sum(j.erbij.values()) - sum(j.eraf.values()) == pytest.approx(j.eind)
            stand = j.eind
            for kant, stromen in (("naar", j.erbij), ("van", j.eraf)):
                assert set(stromen) == {s.id for s in keten.stromen.values() if getattr(s, kant) == id}
                assert all(waarde == pytest.approx(herkomst.waarde(s, j.jaar)) for s, waarde in stromen.items())
        assert stand == pytest.approx(boom.waarde)
        assert {lezing.id for lezing in boom.leest if lezing.naam == "begin"} == {voorraad.begin}


def test_elk_onderdeel_wordt_een_keer_uitgelegd_en_verder_wordt_daarnaar_verwezen(bomen):
    for boom in bomen.values():
        alle = list(bladen(boom))
        uitgelegd = [(blad.soort in ("parameter", "prognose"), blad.id) for blad in alle]
        assert len(uitgelegd) == len(set(uitgelegd))
        for blad in alle:
            for lezing in blad.leest if isinstance(blad, Onderdeelblad) else ():
                if lezing.wat != "maand":
                    assert (lezing.uitleg is None) == lezing.elders
                    assert (lezing.wat != "onderdeel", lezing.id) in uitgelegd


def test_niets_wordt_dieper_uitgelegd_dan_waar_het_het_eerst_gelezen_wordt(bomen):
    def dieptes(uitleg, diepte=0):
        for lezing in uitleg.leest if isinstance(uitleg, Onderdeelblad) else ():
            yield (lezing.wat, lezing.id), diepte, lezing.elders
            if lezing.uitleg:
                yield from dieptes(lezing.uitleg, diepte + 1)

    for boom in bomen.values():
        gezien = list(dieptes(boom))
        uitgelegd = {sleutel: diepte for sleutel, diepte, elders in gezien if not elders}
        assert all(diepte >= uitgelegd.get(sleutel, -1) for sleutel, diepte, _ in gezien)


def test_de_prognose_is_een_blad_van_wie_erop_rust(bomen, keten, u):
    bron = {id for id, b in keten.berekeningen.items() if any(isinstance(r, Prognosejaar) for r in b.leest.values())}
    for boom in bomen.values():
        alle = list(bladen(boom))
        prognoses = [blad for blad in alle if isinstance(blad, Prognoseblad)]
        assert len(prognoses) == bool(bron & {blad.id for blad in alle})
        for blad in prognoses:
            assert [j.jaar for j in blad.jaren] == list(u.jaren[:2])
            for j in blad.jaren:
                assert 1 - u.prognose.kans_boven(j.jaar, j.instroom) == pytest.approx(blad.kans_lager)
                assert {t.id for t in j.toekomsten} == {s.id for s in u.prognose.sectie.scenarios}
                assert all(t.bronnen or t.aanname for t in j.toekomsten)


def test_een_parameter_heeft_zijn_waarden_tot_en_met_het_jaar_met_bron_of_aanname(bomen, u):
    for boom in bomen.values():
        for blad in bladen(boom):
            if isinstance(blad, Parameterblad):
                record = u.ps[blad.id]
                assert (blad.naam, blad.eenheid, blad.eigenaar) == (record.label, record.eenheid, record.eigenaar)
                assert {a.organisatie for a in blad.akkoord} == set(record.partijen)
                assert all(bool(w.bronnen) != bool(w.aanname) for w in blad.waarden)
                assert all(w.waarde == record.waarden[w.periode].waarde for w in blad.waarden)
    jaren = [w.periode for w in next(b for b in bladen(bomen["ind.spoor4.beslissingen"]) if b.id == "ind.spoor4.productie").waarden]
    assert jaren == [str(jaar) for jaar in u.jaren[:2]]


def test_ook_een_parameter_per_halfjaar_houdt_op_bij_het_jaar(u):
    for tot, halfjaren in ((2022, []), (2023, ["2023-1", "2023-2"])):
        blad = parameterblad(u.ps, "gemeenten.taakstelling_vastgesteld", tot, {})
        assert [w.periode for w in blad.waarden] == halfjaren


def test_een_parameter_zegt_waarmee_het_scenario_rekent(per_scenario, u):
    for id, waarden in parameters_per_scenario(u.ps).items():
        for k, scenario in enumerate(SCENARIOS):
            blad = per_scenario[scenario].herleid_parameter(id).uitleg
            assert [w.gebruikt for w in blad.waarden] == pytest.approx(waarden[k])


def test_verandert_een_formule_dan_verandert_de_uitleg(u, keten, herkomst):
    def bezetting(procedure, vergunninghouders, vertrek):
        """Anders geteld."""
        return procedure + vergunninghouders + vertrek / 2

    deel, jaar = Deel(), u.jaren[0]
    deel.onderdelen = [replace(o, formule=bezetting) if o.id == "coa.bezetting" else o for o in keten.onderdelen.values()]
    nieuw = Herkomst(u, model=Keten((deel,))).herleid("coa.bezetting", jaar).uitleg
    oud = herkomst.herleid("coa.bezetting", jaar).uitleg
    assert oud.formule.stappen == ("procedure + vergunninghouders + vertrek",)
    assert nieuw.formule.stappen == ("procedure + vergunninghouders + vertrek / 2",)
    assert nieuw.waarde < oud.waarde


def test_een_piek_toont_de_maand_waarin_zij_valt(bomen):
    for boom in bomen.values():
        if boom.wijze == "hoogste maand":
            assert boom.formule.maand == 1 + int(np.argmax(boom.maanden))


def test_een_uitleg_is_zonder_verlies_json(herkomst, u):
    gegevens = herkomst.herleid("coa.bezetting", u.jaren[0]).als_gegevens()
    assert json.loads(json.dumps(gegevens, allow_nan=False)) == json.loads(json.dumps(gegevens))
    assert (gegevens["schema"], gegevens["jaar"], gegevens["scenario"]) == (SCHEMA, u.jaren[0], "medio")
    assert gegevens["uitleg"]["waarde"] == pytest.approx(u.waarde("coa.bezetting", u.jaren[0]))


def test_wat_er_niet_is_wordt_gezegd(herkomst, u):
    def code(roep, *argumenten):
        with pytest.raises(Fout) as fout:
            roep(*argumenten)
        return fout.value.problemen[0].code

    assert code(herkomst.herleid, "coa.bezeting", u.jaren[0]) == "herkomst-onbekend"
    assert code(herkomst.herleid, "coa.bezetting", u.jaren[-1] + 1) == "jaar-buiten-editie"
    assert code(herkomst.herleid_parameter, "ind.productie") == "parameter-onbekend"
    assert code(Herkomst, u, "midden") == "scenario-onbekend"
