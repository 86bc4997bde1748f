"""What a correction does to the outcomes: computed from the numbers that the lock kept, of the prognosis too."""

import pytest

from mpp.getal.correcties import correcties
from mpp.herkomst.narekenen import Narekening
from mpp.lezen import lees
from mpp.parameters import laad, slot
from mpp.ronde.correctie import corrigeer
from mpp.ronde.gevolgen import gevolgen, zoals_vergrendeld
from mpp.uitkomsten import bereken, indicatoren
from mpp.weergave.afronding import getoond, stap
from tests.editie import PROJECT, uitkomsten
from tests.ronde.stappen import VANDAAG, dag, maak_openbaar

TEKST = PROJECT.parameters.read_text(encoding="utf-8")
PLAN = ("2024: {waarde: 11500, laag: 9000, hoog: 13000}", "2024: {waarde: 12000, laag: 9000, hoog: 13000}")
PROGNOSE = ("verwachting: 48500", "verwachting: 49500")


@pytest.fixture
def openbaar(tmp_path):
    """The shipped parameters, public, in a folder of their own."""
    pad = tmp_path / "parameters.yml"
    pad.write_text(TEKST, encoding="utf-8")
    ps = laad(pad)
    maak_openbaar(ps)
    return ps


def toont(u, i, jaar: int) -> float:
    return float(getoond(u.waarde(i.id, jaar), stap(i.eenheid)))


def test_met_de_getallen_van_het_slot_komen_de_uitkomsten_van_toen_terug(openbaar):
    nu = openbaar.met({"ind.spoor1.productie": {"2024": 12500.0}, "coa.begin_vertrek": {"vast": 9000.0}})
    toen = bereken(zoals_vergrendeld(nu, slot.lees_slot(openbaar)))
    for id in indicatoren("intern"):
        assert toen.reeks(id).tolist() == uitkomsten().reeks(id).tolist()


def test_de_grootste_uitkomsten_staan_er_oud_en_nieuw_en_de_andere_worden_geteld(openbaar):
    u, toen = bereken(openbaar.met({"ind.spoor1.productie": {"2024": 12500.0}})), uitkomsten()
    wat, extern = gevolgen(u, slot.lees_slot(openbaar)), indicatoren("extern")
    anders = {i.id for i in extern.values() if any(toont(u, i, jaar) != toont(toen, i, jaar) for jaar in u.jaren)}
    assert (len(wat.grootste), len(anders)) == (5, 5 + wat.andere)
    delen = [abs(c.nieuw - c.oud) / max(c.nieuw, c.oud) for c in wat.grootste]
    assert delen == sorted(delen, reverse=True)
    for c in wat.grootste:
        i = extern[c.reeks.removeprefix("uitkomst:")]
        assert (c.oud, c.nieuw) == (toont(toen, i, int(c.periode)), toont(u, i, int(c.periode)))


def test_een_addendum_bij_de_prognose_zegt_wat_het_aan_de_uitkomsten_doet(openbaar):
    vast = slot.lees_slot(openbaar)
    assert TEKST.count(PROGNOSE[0]) == 1
    openbaar.pad.write_text(TEKST.replace(*PROGNOSE), encoding="utf-8")
    openbaar.boom["prognose"] = lees(openbaar.pad)["prognose"]
    wat = gevolgen(bereken(openbaar), vast)
    assert wat.grootste
    assert all(c.oud != c.nieuw for c in wat.grootste)


def test_wat_met_het_model_van_nu_niet_is_na_te_rekenen_wordt_niet_gezegd(openbaar):
    assert gevolgen(uitkomsten(), {**slot.lees_slot(openbaar), "prognose": {}}) is None


def test_de_bladzijde_met_correcties_noemt_ze_en_elk_getal_is_na_te_rekenen(openbaar):
    openbaar.pad.write_text(TEKST.replace(*PLAN, 1), encoding="utf-8")
    u = bereken(laad(openbaar.pad))
    gegeven = ("correctie", "Het plan voor 2024 is hoger.", "De IND leverde een ander plan.", dag("2023-06-01"), "APM", VANDAAG)
    gemaakt, _ = corrigeer(u.ps, *gegeven, lambda vast: gevolgen(u, vast))
    tekst, eerste = correcties(u=u)._repr_markdown_(), gemaakt.uitkomsten[0]
    assert gemaakt.over_uitkomsten.endswith(f"; ook {gemaakt.andere} andere uitkomsten veranderen:")
    for deel in (eerste.naam, f'value="{eerste.oud:.12g}"', f'value="{eerste.nieuw:.12g}"', "het meest verandert"):
        assert deel in tekst
    narekening = Narekening(u)
    assert narekening.waarde("correctie:2023-1.1", f"{eerste.reeks}|{eerste.periode}|nieuw") == eerste.nieuw
    assert {gemaakt.over_uitkomsten, eerste.naam} <= set(gemaakt.teksten)
