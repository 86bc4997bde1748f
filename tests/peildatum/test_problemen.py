"""What does not fit at the peildatum is refused, with the parameter or realisation, its line and what to do."""

from datetime import date

import pytest

from mpp.parameters import Parameterset
from mpp.parameters.laden import laad
from mpp.parameters.later import toets_later
from mpp.parameters.schema import Realisatie
from mpp.problemen import Fout
from mpp.prognose import Prognose
from mpp.uitkomsten import bereken
from mpp.uitkomsten.invoer import toets_invoer
from tests.editie import PROJECT
from tests.peildatum.editie import boom, lees


def anders(ps, *, editie=None, parameters=None, zonder=(), erbij=()):
    """The round with another edition, other fields of parameters, without some realisations and with others."""
    bestand = ps.bestand.model_copy(
        update={
            "editie": ps.editie.model_copy(update=editie or {}),
            "parameters": tuple(p.model_copy(update=(parameters or {}).get(p.id, {})) for p in ps.bestand.parameters),
            "realisaties": (*(r for r in ps.bestand.realisaties if r.id not in zonder), *erbij),
        }
    )
    return Parameterset(bestand, ps.boom, ps.pad, wortel=ps.wortel)


def reeks(id, periode, waarden, eenheid="personen"):
    waarden = {sleutel: {"waarde": w, "aanname": "proef"} for sleutel, w in waarden.items()}
    return Realisatie(id=id, label="proef", eenheid=eenheid, eigenaar="IND", periode=periode, waarden=waarden)


def gevonden(ps, code):
    return [p for p in toets_invoer(ps) if p.code == code]


def geraamd(ps):
    """What came in a time that the round forecasts."""
    return [p for p in toets_later(ps.bestand, ps.boom, ps.pad.name) if p.code == "later-realisatie"]


def test_de_ronde_zelf_is_goed(ronde):
    assert list(toets_invoer(ronde)) == []


def test_de_meegeleverde_editie_is_goed():
    assert list(toets_invoer(PROJECT.laad())) == []


def test_een_stroom_waarvan_niets_bekend_is_wordt_genoemd_met_haar_maanden(ronde):
    (p,) = gevonden(anders(ronde, zonder=["instroom.amv.halfjaar"]), "gerealiseerd-ontbreekt")
    assert p.gegevens["id"] == "instroom.amv"
    assert p.gegevens["maanden"] == "2023-01, 2023-02, 2023-03, 2023-04, 2023-05, 2023-06"
    assert "raming met een aanname" in str(p)


def test_een_gat_in_de_maanden_wordt_genoemd(ronde):
    met_gat = reeks("instroom.amv.maand", "maand", {f"2023-0{m}": 300 for m in (1, 2, 4, 5, 6)})
    (p,) = gevonden(anders(ronde, zonder=["instroom.amv.halfjaar"], erbij=[met_gat]), "gerealiseerd-ontbreekt")
    assert (p.gegevens["id"], p.gegevens["maanden"]) == ("instroom.amv", "2023-03")


def test_ook_waarop_het_model_terugkijkt_moet_bekend_zijn(ronde):
    ids = {p.gegevens["id"] for p in gevonden(anders(ronde, zonder=["rvdr.gegrond.halfjaar"]), "gerealiseerd-ontbreekt")}
    assert "rvdr.gegrond" in ids


def test_zonder_de_eerste_aanvragen_is_er_geen_prognose(ronde):
    with pytest.raises(Fout) as fout:
        Prognose.uit(anders(ronde, zonder=["instroom.eerste_aanvragen.halfjaar"]))
    assert [(p.code, p.gegevens["id"]) for p in fout.value.problemen] == [("gerealiseerd-ontbreekt", "instroom.eerste_aanvragen")]


def test_een_periode_over_de_peildatum_heen_is_gerealiseerd_en_geraamd(ronde):
    mei = anders(ronde, editie={"peildatum": date(2023, 5, 1)})
    (amv,) = [p for p in geraamd(mei) if p.gegevens["id"] == "instroom.amv.halfjaar"]
    assert (amv.gegevens["periode"], amv.regel is not None) == ("2023-1", True)
    assert "in een kortere periode" in str(amv)
    assert "instroom.amv" in {p.gegevens["id"] for p in gevonden(mei, "gerealiseerd-ontbreekt")}


def test_een_maand_na_de_peildatum_is_gerealiseerd_en_geraamd(ronde):
    (p,) = geraamd(anders(ronde, erbij=[reeks("instroom.amv.maand", "maand", {"2023-08": 400})]))
    assert (p.gegevens["id"], p.gegevens["periode"]) == ("instroom.amv.maand", "2023-08")


def test_wat_van_tevoren_is_vastgesteld_is_geen_realisatie(ronde):
    assert "2023-2" in ronde.realisaties["gemeenten.taakstelling"].waarden
    assert not geraamd(ronde)


def test_een_deel_is_niet_meer_dan_het_geheel(ronde):
    te_veel = reeks("instroom.amv.maand", "maand", {"2023-02": 2_000})
    (p,) = gevonden(anders(ronde, erbij=[te_veel]), "gerealiseerd-meer-dan-geheel")
    assert (p.gegevens["id"], p.gegevens["deel"], p.gegevens["geheel"]) == ("instroom.amv", "2000", "1875")


def test_een_totaal_is_de_som_van_zijn_delen(ronde):
    (p,) = gevonden(anders(ronde, erbij=[reeks("instroom.totaal.halfjaar", "halfjaar", {"2023-1": 20_122})]), "gerealiseerd-telt-niet-op")
    assert (p.gegevens["id"], p.gegevens["gegeven"], p.gegevens["volgt"]) == ("instroom.totaal", "20122", "23149")
    assert "instroom.nareis" in str(p)


def test_een_stand_van_een_andere_dag_wordt_genoemd(ronde):
    oud = anders(ronde, parameters={"dtv.begincaseload": {"peildatum": date(2023, 1, 1)}})
    (p,) = gevonden(oud, "begin-andere-datum")
    assert (p.gegevens["id"], p.regel is not None) == ("dtv.begincaseload", True)
    assert "2023-01-01" in str(p)
    assert "2023-07-01" in str(p)


def test_een_stand_zonder_dag_wordt_genoemd(ronde):
    (p,) = gevonden(anders(ronde, parameters={"coa.begin_vertrek": {"peildatum": None}}), "begin-zonder-datum")
    assert p.gegevens["id"] == "coa.begin_vertrek"


@pytest.mark.parametrize("label", ["Caseload van de DT&V op 1 januari 2023", "Caseload (30 juni 2023)"])
def test_een_naam_die_een_andere_dag_noemt_wordt_genoemd(ronde, label):
    (p,) = gevonden(anders(ronde, parameters={"dtv.begincaseload": {"label": label}}), "begin-andere-naam")
    assert p.gegevens["id"] == "dtv.begincaseload"
    assert "{peildatum}" in str(p)


def test_het_label_van_een_stand_heeft_de_dag_uit_de_gegevens(ronde):
    assert ronde["dtv.begincaseload"].label == "Caseload van de DT&V op 1 juli 2023"
    assert PROJECT.laad()["dtv.begincaseload"].label == "Caseload van de DT&V op 1 januari 2023"
    assert ronde["coa.instroom_aanvragers_jaar_ervoor"].label == "Aanvragers die in 2022 in de opvang kwamen"


def test_een_verschoven_ronde_zonder_nieuwe_standen_noemt_ze_allemaal(ronde):
    augustus = anders(ronde, editie={"peildatum": date(2023, 8, 1)})
    assert len(gevonden(augustus, "begin-andere-datum")) > 35


@pytest.mark.parametrize("dag", ["2023-06-30", "2023-07-01"])
def test_een_stand_die_afwijkt_van_de_telling_op_dezelfde_dag_wordt_geweigerd(ronde, dag):
    geteld = reeks("dtv.caseload", "stand", {dag: 8_000}, "dossiers")
    (p,) = gevonden(anders(ronde, zonder=["dtv.caseload"], erbij=[geteld]), "begin-wijkt-af")
    assert (p.gegevens["id"], p.gegevens["sleutel"], p.gegevens["geteld"]) == ("dtv.begincaseload", dag, "8000")


def test_ook_een_som_van_standen_wordt_met_de_telling_vergeleken(ronde):
    geteld = reeks("coa.bezetting", "stand", {"2023-07-01": 50_000})
    (p,) = gevonden(anders(ronde, zonder=["coa.bezetting"], erbij=[geteld]), "begin-wijkt-af")
    assert p.gegevens["id"] == "coa.begin_procedure + coa.begin_vergunninghouders + coa.begin_vertrek"


def test_een_telling_van_een_andere_dag_zegt_niets(ronde):
    geteld = reeks("dtv.caseload", "stand", {"2023-06-15": 8_000}, "dossiers")
    assert not gevonden(anders(ronde, zonder=["dtv.caseload"], erbij=[geteld]), "begin-wijkt-af")


def test_een_bestand_met_alleen_een_andere_peildatum_wordt_geweigerd(tmp_path):
    """As a new user would: the shipped file, set to July."""
    tekst = PROJECT.parameters.read_text(encoding="utf-8")
    for van, naar in (("  peildatum: 2023-01-01\n  jaren", "  peildatum: 2023-07-01\n  jaren"), ("2023-04-28\n", "2023-09-29\n")):
        assert van in tekst
        tekst = tekst.replace(van, naar, 1)
    (pad := tmp_path / "parameters.yml").write_text(tekst, encoding="utf-8")
    ps = laad(pad)
    with pytest.raises(Fout) as fout:
        bereken(ps)
    codes = {p.code for p in fout.value.problemen}
    assert codes >= {"gerealiseerd-ontbreekt", "begin-andere-datum"}
    assert {p.bestand for p in fout.value.problemen} == {"parameters.yml"}
    regels = [p.regel for p in fout.value.problemen if p.code == "begin-andere-datum"]
    assert all("peildatum: 2023-01-01" in tekst.splitlines()[regel - 1] for regel in regels)


def test_een_project_dat_al_was_begonnen_valt_niet_stil_weg(ronde):
    from mpp.varianten import met_variant

    with pytest.raises(Fout) as fout:
        met_variant(ronde, "baa", PROJECT.wortel)
    (p,) = [p for p in fout.value.problemen if p.code == "samenhang-baa-geweest"]
    assert "maand 7 of later" in str(p)


@pytest.mark.parametrize(
    ("veld", "waarde"), [("peildatum", date(2023, 10, 1)), ("peildatum", date(2022, 12, 1)), ("peildatum", date(2023, 7, 2))]
)
def test_een_peildatum_die_niet_kan_wordt_geweigerd(tmp_path, veld, waarde):
    bestand = boom()
    bestand["editie"][veld] = waarde
    with pytest.raises(Fout) as fout:
        lees(bestand, tmp_path)
    assert "tijd-kan-niet" in {p.code for p in fout.value.problemen}
