"""An edition takes its steps one by one, each with a checklist: errors stop it, signals and what was not tested are told."""

import pytest

from mpp.getal.akkoorden import op_omslag, waarom_route
from mpp.parameters import Parameterset, slot
from mpp.parameters.akkoordbestand import NAAM
from mpp.problemen import Fout, probleem
from mpp.ronde.journaal import lees_journaal
from mpp.ronde.staat import DOCUMENTEN, STAPPEN, Stap, nalopen, zet
from mpp.ronde.vergrendelen import heropen, vergrendel
from tests.akkoord.conftest import KOP, alles_ja, rij
from tests.akkoord.test_stand import uitkomsten_ja
from tests.editie import proefuitkomsten
from tests.ronde.stappen import OFFICIEEL, RECONSTRUCTIE, VANDAAG, anders, codes, dag, editie, punten, status_van, stel_vast, tot_topberaad


def uitkomsten(punten, uitkomst: str) -> list[str]:
    return [punt.tekst for punt in punten if punt.uitkomst == uitkomst]


def test_een_editie_gaat_van_concept_langs_werkgroep_en_topberaad_naar_openbaar(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    staten = [lees_journaal(ps).staat]
    stel_vast(ps, "werkgroep", "2023-04-01")
    staten.append(lees_journaal(ps).staat)
    stel_vast(ps, "topberaad", "2023-04-28")
    staten.append(lees_journaal(ps).staat)
    ps = anders(ps, "classificatie: voor intern gebruik", "classificatie: openbaar")
    stel_vast(ps, "openbaar", "2023-05-01")
    staten.append(lees_journaal(ps).staat)
    assert staten == ["concept", "vastgesteld werkgroep", "vastgesteld Topberaad", "openbaar"]
    assert (status_van(ps).concept, status_van(ps).staat) == (False, "openbaar")


def test_een_feit_dat_is_overgenomen_en_niet_nagelezen_is_een_signaal(tmp_path):
    toen = tmp_path / "edities" / "2022-2"
    toen.mkdir(parents=True)
    (toen / "feiten.yml").write_text("besluit: {editie: 2022-2, sinds: 2022-11-01, tekst: Een zin.}\n", encoding="utf-8")
    (tmp_path / "feiten.yml").write_text("besluit: {editie: 2023-1, sinds: 2022-11-01, tekst: Een zin.}\n", encoding="utf-8")
    ps = editie(tmp_path, OFFICIEEL.replace("peildatum: 2023-01-01,", 'peildatum: 2023-01-01, vorige: "2022-2",'))
    signalen = uitkomsten(punten(ps, "werkgroep", "2023-04-01"), "signaal")
    assert "feiten die ongewijzigd zijn overgenomen en niet nagelezen: 1 (mpp werkvoorraad toont ze)" in signalen


@pytest.mark.parametrize("stap", ["topberaad", "openbaar"])
def test_een_stap_overslaan_kan_niet(tmp_path, stap):
    ps = editie(tmp_path, OFFICIEEL.replace("voor intern gebruik", "openbaar"))
    with pytest.raises(Fout) as fout:
        stel_vast(ps, stap, "2023-04-28")
    (gevonden,) = fout.value.problemen
    assert (gevonden.code, "vastgesteld werkgroep" in gevonden.wat) == ("staat-overgeslagen", True)
    assert lees_journaal(ps).staat == "concept"


@pytest.mark.parametrize("stap", ["werkgroep", "topberaad"])
def test_een_stap_terug_of_nog_eens_kan_niet(tmp_path, stap):
    assert codes(punten(tot_topberaad(tmp_path), stap, "2023-04-28")) == ["staat-al-bereikt"]


def test_een_reconstructie_gaat_in_een_stap_van_concept_naar_openbaar_en_de_lijst_zegt_waarom(tmp_path):
    ps = editie(tmp_path, RECONSTRUCTIE)
    lijst = punten(ps, "openbaar", "2023-05-01")
    assert "geen werkgroep en geen Topberaad" in uitkomsten(lijst, "goed")[0]
    stel_vast(ps, "openbaar", "2023-05-01")
    assert lees_journaal(ps).staat == "openbaar"


def test_wat_niet_is_gevraagd_heet_geen_ontbrekend_akkoord(tmp_path):
    (tmp_path / NAAM).write_text(f"{KOP}niet_gevraagd: openbare reconstructie\n", encoding="utf-8")
    lijst = punten(editie(tmp_path, RECONSTRUCTIE), "openbaar", "2023-05-01")
    (signaal,) = [tekst for tekst in uitkomsten(lijst, "signaal") if "akkoord" in tekst]
    assert signaal == "er is geen akkoord gevraagd: openbare reconstructie (route B)"


def test_een_tekst_van_een_andere_editie_is_een_signaal(tmp_path):
    feit = "{editie: 2022-2, sinds: 2022-11-01, tekst: Een zin.}"
    (tmp_path / "feiten.yml").write_text(f"brief: {feit}\nbesluit: {feit}\n", encoding="utf-8")
    signalen = uitkomsten(punten(editie(tmp_path, OFFICIEEL), "werkgroep", "2023-04-01"), "signaal")
    assert "teksten van een andere editie, die in geen document staan: 2 (mpp werkvoorraad toont ze)" in signalen


@pytest.mark.parametrize("stap", ["werkgroep", "topberaad"])
def test_niemand_stelt_een_reconstructie_vast(tmp_path, stap):
    assert codes(punten(editie(tmp_path, RECONSTRUCTIE), stap, "2023-04-28"))[0] == "staat-niet-van-reconstructie"


def test_een_gebroken_slot_houdt_de_stap_tegen(tmp_path):
    ps = anders(editie(tmp_path, OFFICIEEL), "laag: 0.7,", "laag: 0.71,")
    lijst = punten(ps, "werkgroep", "2023-04-01")
    assert codes(lijst) == ["vaststellen-slot"]
    assert "ind.inwilliging" in lijst[3].problemen[0].wat
    assert uitkomsten(lijst, "niet getoetst") == [DOCUMENTEN]


def test_zonder_slot_kan_er_niets_worden_vastgesteld(tmp_path):
    assert codes(punten(editie(tmp_path, OFFICIEEL, vergrendeld=False), "werkgroep", "2023-04-01")) == ["vaststellen-slot"]


@pytest.mark.parametrize(
    ("datum", "vandaag", "code"),
    [
        ("2023-12-02", VANDAAG, "datum-in-toekomst"),
        ("2023-03-31", VANDAAG, "datum-voor-vorige-stap"),
        ("2023-04-28", dag("2023-03-01"), "klok-loopt-achter"),
    ],
)
def test_een_dag_die_niet_kan_wordt_geweigerd(tmp_path, datum, vandaag, code):
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    ps = anders(ps, "vastgesteld: 2023-04-28", f"vastgesteld: {datum}")
    assert codes(punten(ps, "topberaad", datum, vandaag=vandaag)) == [code]


def test_een_stap_ligt_niet_voor_de_peildatum(tmp_path):
    assert codes(punten(editie(tmp_path, OFFICIEEL), "werkgroep", "2022-12-31")) == ["datum-voor-peildatum"]


@pytest.mark.parametrize(
    ("stap", "classificatie", "code"),
    [("werkgroep", "concept", ["vaststellen-editie"]), ("werkgroep", "Dep. VERTROUWELIJK", []), ("werkgroep", "openbaar", [])],
)
def test_de_classificatie_past_bij_de_staat(tmp_path, stap, classificatie, code):
    ps = editie(tmp_path, OFFICIEEL.replace("voor intern gebruik", classificatie))
    lijst = punten(ps, stap, "2023-04-01")
    assert codes(lijst) == code
    assert any("classificatie is openbaar" in tekst for tekst in uitkomsten(lijst, "signaal")) == (classificatie == "openbaar")


def test_wat_openbaar_wordt_heeft_die_classificatie_en_de_stap_legt_haar_vast(tmp_path):
    ps = tot_topberaad(tmp_path)
    (gevonden,) = [p for punt in punten(ps, "openbaar", "2023-05-01") for p in punt.problemen]
    assert (gevonden.code, gevonden.bestand, gevonden.regel) == ("vaststellen-editie", "parameters.yml", 3)
    ps = anders(ps, "voor intern gebruik", "openbaar")
    assert status_van(ps).gewijzigd
    stel_vast(ps, "openbaar", "2023-05-01")
    assert not status_van(ps).concept


def test_wie_met_de_classificatie_ook_een_waarde_wijzigt_zet_geen_stap(tmp_path):
    ps = anders(anders(tot_topberaad(tmp_path), "voor intern gebruik", "openbaar"), "laag: 0.7,", "laag: 0.71,")
    assert codes(punten(ps, "openbaar", "2023-05-01")) == ["vaststellen-slot"]


def test_de_werkgroep_stelt_niet_na_het_topberaad_vast(tmp_path):
    assert codes(punten(editie(tmp_path, OFFICIEEL), "werkgroep", "2023-04-29")) == ["vaststellen-editie"]


def test_de_dag_van_het_topberaad_is_die_van_de_editie(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    assert codes(punten(ps, "topberaad", "2023-05-12")) == ["vaststellen-editie"]
    ps = anders(ps, "vastgesteld: 2023-04-28", "vastgesteld: 2023-05-12")
    stel_vast(ps, "topberaad", "2023-05-12")
    assert not status_van(ps).concept


def test_open_akkoorden_zijn_een_signaal_en_voor_het_topberaad_route_b(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    lijst = punten(ps, "werkgroep", "2023-04-01")
    (signaal,) = [tekst for tekst in uitkomsten(lijst, "signaal") if "akkoord" in tekst]
    assert codes(lijst) == []
    assert (signaal.startswith("geen akkoord van "), "IND" in signaal, signaal.endswith(" (route B)")) == (True, True, True)
    stel_vast(ps, "werkgroep", "2023-04-01")
    assert codes(punten(ps, "topberaad", "2023-04-28", route="A")) == ["vaststellen-akkoord"]
    assert codes(punten(ps, "topberaad", "2023-04-28", route="B")) == []


def test_een_akkoord_van_na_de_stap_telt_daarbij_niet_mee(tmp_path):
    u = proefuitkomsten(editie(tmp_path, OFFICIEEL, vergrendeld=False))
    (tmp_path / NAAM).write_text(KOP + f"invoer:\n{rij(u.ps, datum='2023-04-10')}", encoding="utf-8")
    ps = editie(tmp_path, OFFICIEEL)
    (punt,) = (punt for punt in punten(ps, "werkgroep", "2023-04-01") if punt.problemen)
    assert codes([punt]) == ["vaststellen-akkoord-later"]
    assert punt.problemen[0].wat.startswith("Het akkoord van IND bij ind.inwilliging is van ")
    assert codes(punten(ps, "werkgroep", "2023-04-10")) == []


def test_met_akkoord_op_de_hele_invoer_en_alle_uitkomsten_gaat_een_editie_langs_route_a(tmp_path):
    u = proefuitkomsten(editie(tmp_path, OFFICIEEL, vergrendeld=False))
    (tmp_path / NAAM).write_text(KOP + alles_ja(u) + uitkomsten_ja(u), encoding="utf-8")
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    lijst = punten(ps, "topberaad", "2023-04-28", route="A")
    assert (codes(lijst), [tekst for tekst in uitkomsten(lijst, "goed") if "route A" in tekst] != []) == ([], True)
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    assert lees_journaal(ps).route is None
    vergeten = [p for punt in punten(ps, "topberaad", "2023-04-28", route="A") for p in punt.problemen if p.code == "vaststellen-akkoord"]
    assert [p.bestand for p in vergeten] == [NAAM]


def met_elk_akkoord(map_) -> Parameterset:
    """An edition that the working group adopted, with every consent given."""
    u = proefuitkomsten(editie(map_, OFFICIEEL, vergrendeld=False))
    (map_ / NAAM).write_text(KOP + alles_ja(u) + uitkomsten_ja(u), encoding="utf-8")
    ps = editie(map_, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    return ps


def test_met_elk_akkoord_gaat_een_editie_niet_langs_route_b(tmp_path):
    lijst = punten(met_elk_akkoord(tmp_path), "topberaad", "2023-04-28", route="B")
    assert codes(lijst) == ["vaststellen-route"]


def test_de_route_hoort_alleen_bij_het_topberaad(tmp_path):
    assert codes(punten(editie(tmp_path, OFFICIEEL), "werkgroep", "2023-04-01", route="B")) == ["route-niet-van-stap"]


def test_de_route_staat_in_het_journaal_en_blijft_die_van_de_vaststelling(tmp_path):
    ps = met_elk_akkoord(tmp_path)
    stel_vast(ps, "topberaad", "2023-04-28", route="A")
    assert (lees_journaal(ps).route, status_van(ps).route) == ("A", "A")
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    status = status_van(ps)
    assert (status.route, status.zonder_akkoord != ()) == ("A", True)
    assert op_omslag(status.route, status.standen).startswith("bij de vaststelling van alle organisaties (route A); daarna vervallen van ")
    assert waarom_route(u=proefuitkomsten(ps)).tekst.startswith("Deze MPP ging langs route A naar het Topberaad")


@pytest.mark.parametrize(
    ("tot", "herstel"), [((), "mpp lock"), (("werkgroep",), "mpp vaststellen concept"), (("werkgroep", "topberaad"), "mpp correctie")]
)
def test_wat_te_doen_is_met_een_wijziging_hangt_af_van_de_staat(tmp_path, tot, herstel):
    ps = editie(tmp_path, OFFICIEEL)
    for stap, datum in zip(tot, ("2023-04-01", "2023-04-28"), strict=False):
        stel_vast(ps, stap, datum)
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    volgende = ("werkgroep", "topberaad", "openbaar")[len(tot)]
    (p,) = [p for punt in punten(ps, volgende, "2023-05-01") for p in punt.problemen if p.code == "vaststellen-slot"]
    assert herstel in p.remedie
    with pytest.raises(Fout) as fout:
        status_van(ps, definitief=True)
    assert herstel in fout.value.problemen[0].remedie


@pytest.mark.parametrize("door", [" ", "?", "n.n.b.", "nader te bepalen"])
def test_een_stap_zegt_wie_haar_zette(tmp_path, door):
    lijst = nalopen(proefuitkomsten(editie(tmp_path, OFFICIEEL)), Stap(STAPPEN["werkgroep"], door, dag("2023-04-01")), VANDAAG, None)
    (p,) = [p for punt in lijst for p in punt.problemen]
    assert (p.code, "--door" in p.wat) == ("opgave-zegt-niets", True)


def kapot() -> tuple[str, ...]:
    raise Fout([probleem("parameter-onbekend", bestand="a.qmd", id="x", suggestie="niets")])


def test_een_probleem_in_een_document_houdt_de_stap_tegen(tmp_path):
    assert codes(punten(editie(tmp_path, OFFICIEEL), "werkgroep", "2023-04-01", nakijken=kapot)) == ["parameter-onbekend"]


def test_wat_bij_het_nakijken_opvalt_staat_in_de_lijst_en_houdt_niets_tegen(tmp_path):
    lijst = punten(editie(tmp_path, OFFICIEEL), "werkgroep", "2023-04-01", nakijken=lambda: ("een variant is gewijzigd",))
    assert codes(lijst) == []
    assert "een variant is gewijzigd" in uitkomsten(lijst, "signaal")
    assert uitkomsten(lijst, "niet getoetst") == []


def test_een_opmerking_bij_een_stap_staat_in_het_journaal(tmp_path):
    ps = editie(tmp_path, RECONSTRUCTIE)
    stap = Stap("openbaar", "de makers", dag("2023-05-01"), waarom="Later gemaakt.")
    zet(ps, stap, nalopen(proefuitkomsten(ps), stap, VANDAAG, lambda: ()))
    assert (lees_journaal(ps).laatste.waarom, lees_journaal(ps).laatste.niet_getoetst) == ("Later gemaakt.", ())


def test_wat_niet_is_getoetst_staat_in_het_journaal(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    assert lees_journaal(ps).regels[0].niet_getoetst == (DOCUMENTEN,)


def test_een_vastgestelde_editie_wordt_niet_opnieuw_vergrendeld(tmp_path):
    ps = anders(tot_topberaad(tmp_path), "laag: 0.7,", "laag: 0.71,")
    eerder = slot.slotpad(ps).read_bytes()
    with pytest.raises(Fout) as fout:
        vergrendel(ps)
    (gevonden,) = fout.value.problemen
    assert (gevonden.code, "ind.inwilliging" in gevonden.wat, "mpp correctie" in gevonden.remedie) == ("lock-vastgesteld", True, True)
    assert slot.slotpad(ps).read_bytes() == eerder


def test_een_variant_die_erbij_komt_mag_wel_in_het_slot_van_een_vastgestelde_editie(tmp_path):
    ps = tot_topberaad(tmp_path)
    (tmp_path / "varianten").mkdir()
    (tmp_path / "varianten" / "baa.yml").write_text("variant: {}\n", encoding="utf-8")
    vergrendel(ps)
    status = status_van(ps)
    assert (status.concept, status.redenen_varianten) == (False, ())


def test_wat_de_werkgroep_vaststelde_verandert_alleen_na_heropenen(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    with pytest.raises(Fout) as fout:
        vergrendel(ps)
    assert [p.code for p in fout.value.problemen] == ["lock-werkgroep"]
    heropen(ps, "De IND leverde een nieuw plan.", dag("2023-04-05"), "APM", VANDAAG)
    journaal = lees_journaal(ps)
    assert (journaal.staat, journaal.laatste.waarom) == ("concept", "De IND leverde een nieuw plan.")
    ps = anders(ps, "laag: 0.71,", "laag: 0.72,")
    vergrendel(ps)
    stel_vast(ps, "werkgroep", "2023-04-06")
    stel_vast(ps, "topberaad", "2023-04-28")
    assert [regel.stap for regel in lees_journaal(ps).regels] == [
        "vastgesteld werkgroep", "heropend", "vastgesteld werkgroep", "vastgesteld Topberaad",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("waarom", "datum", "code"),
    [
        (None, "2023-04-05", "heropenen-onvolledig"),
        ("?", "2023-04-05", "opgave-zegt-niets"),
        ("Een reden.", "2023-03-05", "datum-voor-vorige-stap"),
    ],
)
def test_heropenen_heeft_een_reden_en_een_dag_die_kan(tmp_path, waarom, datum, code):
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    with pytest.raises(Fout) as fout:
        heropen(ps, waarom, dag(datum), "APM", VANDAAG)
    assert [p.code for p in fout.value.problemen] == [code]


def test_wat_het_topberaad_vaststelde_wordt_niet_heropend(tmp_path):
    with pytest.raises(Fout) as fout:
        heropen(tot_topberaad(tmp_path), "Een reden.", dag("2023-05-05"), "APM", VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["heropenen-niet-nodig"]
