"""What a variant is: a file laid over the edition, with the effect that its title says, and no part of the MPP."""

from pathlib import Path

import pytest

from mpp.getal.cijfers import n, p
from mpp.problemen import Fout
from mpp.varianten import lees_variant, namen, reken
from tests.editie import PROJECT

VARIANTEN = ("baa", "instroombeperking", "nareis", "oekraine", "taakstelling")


@pytest.fixture(scope="module")
def uitkomsten(u):
    return {naam: reken(lees_variant(naam, PROJECT.wortel), u) for naam in VARIANTEN}


def test_dit_zijn_de_varianten():
    assert namen(PROJECT.wortel) == VARIANTEN


def test_baa_beslist_dertienduizend_zaken_meer_en_verkleint_de_voorraad(uitkomsten, u):
    baa = uitkomsten["baa"]["variant"]
    extra = sum(baa.waarde("ind.spoor4.beslissingen", jaar) - u.waarde("ind.spoor4.beslissingen", jaar) for jaar in (2023, 2024))
    assert extra == pytest.approx(13_000, rel=0.01)
    assert all(baa.waarde("ind.asiel.voorraad", jaar) < u.waarde("ind.asiel.voorraad", jaar) for jaar in u.jaren)


def test_baa_willigt_in_totaal_niet_meer_in_dan_dezelfde_zaken_later_zouden_krijgen(uitkomsten, u):
    baa = uitkomsten["baa"]["variant"]
    extra = sum(baa.waarde("ind.spoor4.inwilligingen", jaar) - u.waarde("ind.spoor4.inwilligingen", jaar) for jaar in u.jaren)
    percentage = u.ps["ind.spoor4.inwilligingspercentage"].waarden["2023"].waarde
    assert extra == pytest.approx(13_000 * percentage, rel=0.05)


def test_wachten_op_huisvesting_stelt_de_inreis_uit(uitkomsten, u):
    nareis = uitkomsten["nareis"]["variant"]
    assert nareis.waarde("instroom.nareis", 2023) < 0.9 * u.waarde("instroom.nareis", 2023)
    assert nareis.waarde("instroom.nareis", u.jaren[-1]) == pytest.approx(u.waarde("instroom.nareis", u.jaren[-1]), rel=0.02)


def test_ontheemden_komen_vanaf_2025_boven_op_de_prognose(uitkomsten, u):
    oekraine = uitkomsten["oekraine"]["variant"]
    verschil = oekraine.reeks("instroom.eerste_aanvragen") - u.reeks("instroom.eerste_aanvragen")
    assert verschil.tolist() == pytest.approx([0, 0, 9100, 13650, 4550])
    assert oekraine.waarde("coa.bezetting", 2027) > u.waarde("coa.bezetting", 2027)


def test_instroombeperking_verlaagt_de_eerste_aanvragen_met_haar_aandeel(uitkomsten, u):
    minder = uitkomsten["instroombeperking"]["variant"].reeks("instroom.eerste_aanvragen") / u.reeks("instroom.eerste_aanvragen")
    assert minder.tolist() == pytest.approx([1, 0.97, 0.9, 0.9, 0.9])


def test_hoe_minder_van_de_taakstelling_hoe_meer_mensen_in_de_opvang(uitkomsten, u):
    reeks = uitkomsten["taakstelling"]
    assert list(reeks) == ["1", "0.9", "0.8", "0.7", "0.5"]
    assert reeks["1"].reeks("coa.bezetting").tolist() == u.reeks("coa.bezetting").tolist()
    for jaar in u.jaren:
        bezetting = [van.waarde("coa.bezetting", jaar) for van in reeks.values()]
        gehuisvest = [van.waarde("gemeenten.gehuisvest", jaar) for van in reeks.values()]
        assert bezetting == sorted(bezetting)
        if jaar > u.jaren[0]:  # in the first year there are more homes than people who can move, down to eight tenths of them
            assert len(set(bezetting)) == len(bezetting)
        assert gehuisvest[0] >= gehuisvest[-1]


@pytest.mark.parametrize("naam", VARIANTEN)
def test_elk_getal_van_een_variant_noemt_haar(uitkomsten, naam):
    for van in uitkomsten[naam].values():
        assert n("coa.bezetting", 2024, u=van).bron.startswith(f"variant:{naam}")
        assert p("coa.bezettingspercentage", 2024, u=van).bron.startswith(f"variant:{naam}")


def test_ook_een_wat_als_op_een_variant_blijft_een_variant(uitkomsten):
    ps = uitkomsten["baa"]["variant"].ps
    assert ps.met({"coa.bezettingspercentage": {"2024": 0.9}}).merk == "variant:baa"


def test_de_uitkomsten_van_de_editie_zien_nooit_een_variant(u, uitkomsten, bestanden):
    assert bestanden
    assert u.ps.merk == ""
    assert u.ps.pad.name == "parameters.yml"
    assert n("coa.bezetting", 2024, u=u).bron == "indicator:coa.bezetting"


def _schrijf(wortel: Path, oud: str, nieuw: str, naam: str = "baa") -> None:
    pad = wortel / "varianten" / f"{naam}.yml"
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst, "the case no longer fits the file it changes"
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def _regel(wortel: Path, stuk: str, naam: str = "baa") -> int:
    regels = (wortel / "varianten" / f"{naam}.yml").read_text(encoding="utf-8").splitlines()
    return next(i for i, regel in enumerate(regels, start=1) if stuk in regel)


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "code", "stuk"),
    [
        ("baa", "wijzigingen:", "editie: {naam: Anders}\nwijzigingen:", "variant-sleutel-onbekend", "editie: {naam"),
        ("baa", "  titel: Bespoediging Afdoening Asiel\n", "", "variant-onjuist", "variant:"),
        ("baa", "figuur: [", "figuren: [", "variant-onjuist", "figuren"),
        ("baa", "figuur: [ind.asiel.voorraad", "figuur: [ind.asiel.vooraad", "indicator-onbekend", "ind.asiel.vooraad"),
        ("baa", "figuur: [ind.asiel.voorraad", "figuur: [ind.spoor4.verschoven_capaciteit", "indicator-onbekend", "verschoven_capaciteit"),
        ("taakstelling", "tabellen: [coa.bezetting", "tabellen: [coa.bezeting", "indicator-onbekend", "coa.bezeting"),
        ("taakstelling", "uitgewerkt: 0.7", "uitgewerkt: 0.6", "variant-onjuist", "uitgewerkt: 0.6"),
        ("taakstelling", "[1, 0.9, 0.8", "[1.2, 0.9, 0.8", "parameter-aandeel-boven-1", "waarden: [1.2"),
        ("taakstelling", "gemeenten.realisatiegraad\n", "gemeenten.realisatie\n", "overlay-parameter-onbekend", "gemeenten.realisatie"),
        ("baa", "ind.baa.beslissingen", "ind.baa.beslissing", "overlay-parameter-onbekend", "ind.baa.beslissing"),
        ("baa", "bron: kamerbrief-2023-07", "bron: kamerbrief-2032-07", "parameter-bron-onbekend", "kamerbrief-2032-07"),
    ],
)
def test_wat_er_mankeert_staat_op_zijn_regel(u, wortel, naam, oud, nieuw, code, stuk):
    _schrijf(wortel, oud, nieuw, naam)
    with pytest.raises(Fout) as fout:
        reken(lees_variant(naam, wortel), u)
    gevonden = [(p.code, p.bestand, p.regel) for p in fout.value.problemen]
    assert (code, f"varianten/{naam}.yml", _regel(wortel, stuk, naam)) in gevonden


def test_een_variant_die_niets_verandert_is_een_fout(u, wortel):
    (wortel / "varianten" / "niets.yml").write_text(
        "variant: {titel: Niets, figuur: [coa.bezetting]}\n"
        "wijzigingen: [{parameter: ind.baa.eerste_maand, bron: kamerbrief-2023-07, waarden: {vast: 5}}]\n",
        encoding="utf-8",
    )
    with pytest.raises(Fout) as fout:
        reken(lees_variant("niets", wortel), u)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("variant-wijzigt-niets", 2)]


def test_een_onbekende_variant_wordt_genoemd_met_wat_erop_lijkt(wortel):
    with pytest.raises(Fout) as fout:
        lees_variant("narijs", wortel)
    assert [p.code for p in fout.value.problemen] == ["variant-onbekend"]
    assert "nareis" in str(fout.value)
