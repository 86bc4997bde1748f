"""A new round: what `mpp new` makes of the last one, what it asks for, and when it cannot begin."""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from mpp.edities.eerder import eerdere_edities
from mpp.edities.map import UITKOMSTEN, Editiemap
from mpp.getal.bijstellingen import tabel_oorzaken
from mpp.lezen import lees
from mpp.parameters import laad
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Editie
from mpp.parameters.slot import schrijf_slot
from mpp.parameters.te_leveren import TE_LEVEREN, te_leveren
from mpp.problemen import Fout, probleem
from mpp.projectmap import Projectmap
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.nieuw import begin_ronde, volgende
from mpp.ronde.teksten import oude_dagen, zonder_ronde
from mpp.ronde.werkvoorraad import gebleven, per_organisatie, werkvoorraad
from tests.cli.conftest import mpp
from tests.ronde.project import kopie
from tests.ronde.stappen import maak_openbaar
from tests.ronde.vullen import vul

__all__ = ["mpp"]
VANDAAG = datetime.date(2023, 12, 1)
RONDEN = {"2023-2": datetime.date(2023, 7, 1), "2024-1": datetime.date(2024, 1, 1)}
VASTGESTELD = {"2023-2": datetime.date(2023, 9, 29), "2024-1": datetime.date(2024, 4, 26)}


@pytest.fixture(scope="module")
def vorige(tmp_path_factory) -> Projectmap:
    """The shipped project, locked."""
    return kopie(tmp_path_factory.mktemp("vorige"))


@pytest.fixture(scope="module", params=RONDEN)
def begonnen(request, tmp_path_factory, vorige) -> Projectmap:
    """The project in which the next round was begun."""
    map_ = tmp_path_factory.mktemp("begonnen") / "project"
    shutil.copytree(vorige.wortel, map_)
    project = Projectmap(map_, map_ / "parameters.yml")
    u = project.bereken()
    begin_ronde(u, volgende(u.ps, request.param, RONDEN[request.param]), VANDAAG)
    return project


@pytest.fixture
def gevuld(begonnen, vorige, tmp_path) -> Projectmap:
    """A copy of it in which everything was delivered."""
    shutil.copytree(begonnen.wortel, tmp_path / "project")
    project = Projectmap(tmp_path / "project", tmp_path / "project" / "parameters.yml")
    vul(project.parameters, vorige.laad(), VASTGESTELD[lees(project.parameters)["editie"]["id"]])
    return project


@pytest.fixture
def eigen(vorige, tmp_path) -> Projectmap:
    """A copy to do something with."""
    shutil.copytree(vorige.wortel, tmp_path / "project")
    return Projectmap(tmp_path / "project", tmp_path / "project" / "parameters.yml")


# ---- what stays, what goes, what is asked ----


def test_de_vorige_editie_staat_heel_in_haar_map(begonnen, vorige):
    map_ = Editiemap(begonnen.wortel, "2023-1")
    assert map_.pad("parameters.yml").read_bytes() == vorige.parameters.read_bytes()
    assert map_.pad("parameters.lock").read_bytes() == (vorige.wortel / "parameters.lock").read_bytes()
    assert map_.pad("gepubliceerd.yml").is_file()
    assert map_.pad("uitkomsten.csv").is_file()
    assert list(map_.toets()) == []


def test_van_de_vorige_staat_er_geen_slot_akkoord_of_publicatie_meer(begonnen):
    for naam in ("parameters.lock", "journaal.yml", "akkoorden.yml", "gepubliceerd.yml", "correcties"):
        assert not (begonnen.wortel / naam).exists()


def test_de_editie_schuift_op(begonnen, vorige):
    editie, oud = lees(begonnen.parameters)["editie"], vorige.laad().editie
    assert editie["peildatum"] == RONDEN[editie["id"]]
    assert (editie["naam"], editie["vorige"], editie["vastgesteld"]) == (f"MPP {editie['id']}", oud.id, TE_LEVEREN)
    assert editie["jaren"] == [editie["peildatum"].year + n for n in range(len(oud.jaren))]
    assert oud.naam not in editie["verklaring"]


def test_wat_blijft_gelden_blijft_staan_met_commentaar_en_al(begonnen, vorige):
    oud, nieuw = (p.parameters.read_text(encoding="utf-8").splitlines() for p in (vorige, begonnen))
    assert [r for r in oud if r.lstrip().startswith("#")] == [r for r in nieuw if r.lstrip().startswith("#")]
    ps, boom = vorige.laad(), lees(begonnen.parameters)
    jaren = {str(jaar) for jaar in boom["editie"]["jaren"]}
    for p, record in zip(ps.bestand.parameters, boom["parameters"], strict=True):
        if p.periode == "jaar" and p.soort == "apm":
            for jaar in jaren & p.waarden.keys():
                w = record["waarden"][jaar]
                assert (w["waarde"] if isinstance(w, dict) else w) == p.waarden[jaar].waarde


def test_gevraagd_wordt_alles_van_de_dag_waarop_het_model_begint(begonnen, vorige):
    gevraagd = {(o.sectie, o.id) for o in te_leveren(lees(begonnen.parameters))}
    begin = {("parameters", p.id) for p in vorige.laad().bestand.parameters if p.peildatum}
    assert begin <= gevraagd
    assert ("editie", "vastgesteld") in gevraagd


def test_gevraagd_wordt_de_prognose_van_elk_jaar(begonnen, vorige):
    boom = lees(begonnen.parameters)
    gevraagd = [(o.id, o.periode) for o in te_leveren(boom) if o.sectie == "prognose"]
    namen = [s["id"] for s in vorige.laad().bestand.prognose["scenarios"]]
    assert sorted(gevraagd) == sorted((naam, str(jaar)) for naam in namen for jaar in ("", "", *boom["editie"]["jaren"]))


def test_gevraagd_wordt_hoe_een_toekomst_heet_en_waarom_iets_nog_op_latere_kennis_rust(begonnen, vorige):
    ps, per = vorige.laad(), [p for posten in per_organisatie(werkvoorraad(begonnen)).values() for p in posten]
    toekomsten = {s["id"]: s["naam"] for s in ps.bestand.prognose["scenarios"]}
    assert {p.id: p.vorige for p in per if p.label == "De naam van een toekomstscenario"} == toekomsten
    later = {p.id for p in per if "waarom op latere kennis" in p.label}
    boom = lees(begonnen.parameters)
    records = [*boom["parameters"], *boom["realisaties"]]
    assert later == {r["id"] for r in records if TE_LEVEREN in (r.get("later"), *_later_van(r))} != set()
    assert all(p.vorige for p in per if p.id in later and "waarom" in p.label)
    assert "ind.naturalisatie.inwilligingspercentage" in later  # its source is of after the new peildatum too


def test_gevraagd_wordt_opnieuw_wat_een_partner_levert_met_wat_er_de_vorige_keer_stond(begonnen, vorige):
    boom, ps = lees(begonnen.parameters), vorige.laad()
    posten = {(p.id, p.periode): p for p in werkvoorraad(begonnen)}
    for p in ps.bestand.parameters:
        if p.soort == "ketenpartner":
            for periode in perioden(p.periode, _editie(boom)):
                assert (p.id, periode) in posten or p.open_einde
    plan = posten["ind.spoor1.productie", "2024"]
    assert (plan.wie, plan.vorige, plan.bron) == ("IND", "11.500 (laag 9.000, hoog 13.000)", "aanname")
    taakstelling = [periode for id, periode in posten if id == "gemeenten.taakstelling_vastgesteld" and periode]
    assert taakstelling == (["2023-1", "2023-2"] if boom["editie"]["id"] == "2023-2" else ["2024-1"])


def test_wie_een_waarde_opnieuw_geeft_zegt_ook_opnieuw_hoe_goed_zij_is_en_geeft_de_band(begonnen, vorige):
    boom, ps = lees(begonnen.parameters), vorige.laad()
    posten = {(p.id, p.periode): p for p in werkvoorraad(begonnen)}
    for p, record in zip(ps.bestand.parameters, boom["parameters"], strict=True):
        leeg = not any(isinstance(w, float | int) or w.get("waarde") != TE_LEVEREN for w in record["waarden"].values() if w != TE_LEVEREN)
        assert (record["kwaliteit"], record["impact"]) == ((TE_LEVEREN,) * 2 if leeg else (p.kwaliteit, p.impact)), p.id
        assert (p.id, "") in posten or not leeg
        for periode, w in record["waarden"].items():
            toen = p.waarden.get(periode) or list(p.waarden.values())[-1]
            assert w != TE_LEVEREN or not toen.heeft_band, p.id
    assert posten["ind.spoor4.beginvoorraad", ""].label.endswith(": kwaliteit en impact")
    assert posten["ind.spoor4.beginvoorraad", ""].vorige == "kwaliteit oranje, impact rood"
    assert posten["ind.spoor4.beginvoorraad", "vast"].vorige == "31.470 (laag 30.500, hoog 32.000)"


def _editie(boom) -> Editie:
    vol = {"vastgesteld": datetime.date(2024, 2, 1), "classificatie": "concept", "soort": "officieel", "verklaring": "x"}
    return Editie.model_validate(
        {veld: vol.get(veld, w) for veld, w in boom["editie"].items() if veld not in ("akkoord_voor", "voetregel")}
    )


def test_wat_niet_wordt_gevraagd_staat_erbij_en_wat_van_de_vorige_ronde_spreekt_wordt_opnieuw_gelezen(begonnen):
    te_lezen = {p.id: p for p in werkvoorraad(begonnen) if p.sectie == "lezen"}
    blijft = {id for ids in gebleven(begonnen).values() for id in ids}
    assert te_lezen.keys() <= blijft
    assert {"ind.aandeel_ingebrekestelling", "ind.spoor2.behandelduur", "coa.verblijfsduur_vertrek", "ind.beslistermijn"} <= te_lezen.keys()
    assert not {"nidos.aandeel_nareis", "coa.aandeel_herhaald"} & te_lezen.keys()  # reasons that hold in any year
    assert {"nidos.aandeel_nareis", "prognose.zaad (20230428)"} <= blijft
    regel = begonnen.parameters.read_text(encoding="utf-8").splitlines()[te_lezen["ind.aandeel_ingebrekestelling"].regel - 1]
    assert regel.endswith("id: ind.aandeel_ingebrekestelling")


def test_gevraagd_wordt_opnieuw_wat_vanaf_het_eerste_jaar_telt(begonnen, vorige):
    gevraagd = {o.id for o in te_leveren(lees(begonnen.parameters))}
    assert {p.id for p in vorige.laad().bestand.parameters if p.per_ronde} <= gevraagd


def test_wat_vanaf_het_eerste_jaar_telt_zegt_dat_in_het_bestand(vorige):
    telt = re.compile(r"(?:voor|van) (?:het eerste jaar|de prognose)")
    for p in vorige.laad().bestand.parameters:
        if p.periode == "vast" and telt.search(p.label) and not p.label.startswith("Deel van het eerste jaar"):
            assert p.per_ronde, p.id


def test_gevraagd_wordt_wat_voor_uitgave_het_wordt_en_tot_wanneer_om_akkoord_wordt_gevraagd(begonnen):
    gevraagd = {o.id for o in te_leveren(lees(begonnen.parameters)) if o.sectie == "editie"}
    assert gevraagd == {"vastgesteld", "akkoord_voor", "classificatie", "soort", "verklaring", "voetregel"}


def _later_van(record) -> list[str]:
    return [w["later"] for w in record["waarden"].values() if isinstance(w, dict) and "later" in w]


def test_gevraagd_wordt_elk_jaar_dat_de_vorige_niet_had(begonnen, vorige):
    boom = lees(begonnen.parameters)
    gevraagd = {(o.id, o.periode) for o in te_leveren(boom)}
    nieuw = {str(jaar) for jaar in boom["editie"]["jaren"]} - {str(jaar) for jaar in vorige.laad().editie.jaren}
    for p in vorige.laad().bestand.parameters:
        if p.periode == "jaar" and not p.alleen_variant and not p.open_einde:
            assert {(p.id, jaar) for jaar in nieuw} <= gevraagd


def test_een_formule_telt_vanaf_het_nieuwe_eerste_jaar(begonnen):
    boom = lees(begonnen.parameters)
    (p,) = (p for p in boom["parameters"] if p["id"] == "ind.regulier.gezin.instroom")
    formule = p["volgt_uit"] if isinstance(p["volgt_uit"], str) else p["volgt_uit"]["waarde"]
    assert ("(n + 1)" in formule) == (boom["editie"]["jaren"][0] == 2024)


def test_niets_wordt_berekend_zolang_er_iets_open_staat(begonnen):
    with pytest.raises(Fout) as fout:
        begonnen.laad()
    (p,) = fout.value.problemen
    aantal = len(list(te_leveren(lees(begonnen.parameters))))
    assert (p.code, p.gegevens["aantal"]) == ("ronde-te-leveren", aantal)
    assert begonnen.parameters.read_text(encoding="utf-8").splitlines()[p.regel - 1].endswith(TE_LEVEREN)


def test_de_werkvoorraad_noemt_per_organisatie_de_vorige_waarde_en_bron(begonnen, vorige):
    ps, per = vorige.laad(), per_organisatie(werkvoorraad(begonnen))
    assert next(iter(per)) == "APM"
    (post,) = (p for p in per["COA"] if p.id == "coa.begin_vergunninghouders" and p.periode)
    begin = ps["coa.begin_vergunninghouders"]
    assert post.vorige == f"{begin.waarden['vast'].waarde:,.0f}".replace(",", ".")
    assert post.bron == ", ".join(ps.herkomst(begin, begin.waarden["vast"])[0])
    regel = begonnen.parameters.read_text(encoding="utf-8").splitlines()[post.regel - 1]
    assert TE_LEVEREN in regel
    assert "{" not in post.label


def test_de_werkvoorraad_noemt_elke_tekst_van_de_vorige_ronde(begonnen):
    teksten = [p for p in werkvoorraad(begonnen) if p.sectie == "teksten"]
    assert {p.bestand.partition("/")[0] for p in teksten} == {"feiten.yml", "risicos.yml", "varianten"}
    assert all("2023-1" in p.label for p in teksten)


def _feiten(project: Projectmap, id: str, **erbij: str) -> None:
    """Every fact said to be of this edition, and what of some of them is said besides."""
    pad = project.wortel / "feiten.yml"
    tekst = pad.read_text(encoding="utf-8").replace('editie: "2023-1"', f'editie: "{id}"')
    for naam, extra in erbij.items():
        tekst = tekst.replace(f"\n{naam.replace('_', '-')}:\n", f"\n{naam.replace('_', '-')}:\n  {extra}\n")
    pad.write_text(tekst, encoding="utf-8")


def test_een_feit_dat_alleen_van_editie_is_gewijzigd_blijft_in_de_werkvoorraad_tot_iemand_zegt_dat_het_is_gelezen(begonnen, tmp_path):
    map_ = tmp_path / "project"
    shutil.copytree(begonnen.wortel, map_)
    project = Projectmap(map_, map_ / "parameters.yml")
    id = lees(project.parameters)["editie"]["id"]
    _feiten(project, id, capaciteitsbesluit="gelezen: {door: APM, datum: 2024-02-01}")
    posten = {p.id: p for p in werkvoorraad(project) if p.bestand == "feiten.yml"}
    assert len(posten) == len(lees_feiten(map_)) - 1
    assert "capaciteitsbesluit" not in posten
    assert posten["editie-in-de-kamer"].label.startswith("Ongewijzigd overgenomen uit 2023-1: De vastgestelde")


def test_een_toelichting_met_de_oude_peildatum_wordt_genoemd(gevuld):
    project = gevuld
    assert oude_dagen(project.laad()) == ()
    tekst = project.parameters.read_text(encoding="utf-8")
    begin = tekst.index("- id: coa.begin_vergunninghouders")
    plek = tekst.index("    waarden:", begin)
    met = f'{tekst[:plek]}    toelichting: "De stand op 1 januari 2023."\n{tekst[plek:]}'
    project.parameters.write_text(met, encoding="utf-8")
    assert oude_dagen(project.laad()) == ("coa.begin_vergunninghouders",)


def test_als_alles_is_geleverd_kan_er_worden_gerekend(gevuld):
    u = gevuld.bereken()
    assert u.editie.begin == RONDEN[u.editie.id]
    assert [p for p in werkvoorraad(gevuld) if p.sectie not in ("teksten", "lezen")] == []
    for p in u.ps.bestand.parameters:
        assert p.waarden.keys() <= set(perioden(p.periode, u.editie))


def test_wat_van_de_vorige_editie_zelf_is_gepubliceerd_blijft_te_vinden_en_gaat_voor_haar_eigen_uitkomst(begonnen, vorige):
    oud, gevonden = vorige.laad(), eerdere_edities(Editiemap(begonnen.wortel, "2023-1").laad())["2023-1"]
    totaal = {c.scenario: c.waarde for c in oud.gepubliceerd if c.indicator == "instroom.totaal" and c.jaar == 2023}
    for scenario in ("minimum", "medio", "maximum"):
        assert gevonden.gepubliceerd["instroom.totaal", 2023, scenario].waarde == totaal[scenario]
    aansluitend = {c.indicator for c in oud.gepubliceerd if c.aansluitend}
    assert aansluitend
    assert all(c.bron == UITKOMSTEN for (id, *_), c in gevonden.gepubliceerd.items() if id in aansluitend)


def test_van_een_reconstructie_zegt_een_uitkomst_dat_zij_dat_is(begonnen):
    gevonden = eerdere_edities(Editiemap(begonnen.wortel, "2023-1").laad())["2023-1"]
    eigen = gevonden.gepubliceerd["coa.bezetting", 2023, "medio"]
    assert gevonden.herkomst(eigen) == "Uitkomst van MPP 2023-1 (openbare reconstructie)."


# ---- when it cannot ----


@pytest.mark.parametrize(
    ("id", "peildatum", "jaren", "code"),
    [
        ("2023-1", "2023-07-01", None, "ronde-bestaat"),
        ("2021-1", "2023-07-01", None, "ronde-niet-volgend"),
        ("2022-2", "2022-07-01", None, "ronde-bestaat ronde-peildatum"),
        ("2023-3", "2023-07-01", None, "editie-id"),
        ("../elders", "2023-07-01", None, "editie-id"),
        ("2023-2", "2023-07-02", None, "ronde-peildatum"),
        ("2023-2", "2023-01-01", None, "ronde-peildatum"),
        ("2023-2", "2023-07-01", (2025, 2029), "ronde-jaren"),
        ("2023-2", "2023-07-01", (2023, 2022), "ronde-jaren"),
        ("2023-2", "2023-09-01", (2024, 2028), "ronde-jaren"),
        ("2023-2", "2023-07-01", (2023, 2023), "ronde-jaren"),
        ("2023-2", "2023-07-01", (2023, 2090), "ronde-jaren"),
        ("2030-1", "2023-07-01", None, "ronde-peildatum"),
        ("2023-2", "2024-07-01", None, "ronde-peildatum"),
        ("2023-2", "2024-01-01", None, "ronde-peildatum"),
        ("2024-1", "2023-07-01", None, "ronde-peildatum"),
        ("2024-2", "2024-01-01", None, "ronde-peildatum"),
    ],
)
def test_een_ronde_die_niet_kan_volgen_begint_niet(vorige, id, peildatum, jaren, code):
    with pytest.raises(Fout) as fout:
        volgende(vorige.laad(), id, datetime.date.fromisoformat(peildatum), jaren)
    assert [p.code for p in fout.value.problemen] == code.split()


def _stand(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in sorted(map_.rglob("*")) if p.is_file()}


def test_wat_na_het_vergrendelen_veranderde_houdt_haar_tegen(eigen):
    pad = eigen.wortel / "glossary.yml"
    pad.write_text(pad.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    u, voor = eigen.bereken(), _stand(eigen.wortel)
    with pytest.raises(Fout) as fout:
        begin_ronde(u, volgende(u.ps, "2023-2", RONDEN["2023-2"]), VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["ronde-niet-vergrendeld"]
    assert "glossary.yml" in str(fout.value.problemen[0])
    assert _stand(eigen.wortel) == voor


def test_een_klok_die_achterloopt_houdt_haar_tegen(eigen):
    u, voor = eigen.bereken(), _stand(eigen.wortel)
    with pytest.raises(Fout) as fout:
        begin_ronde(u, volgende(u.ps, "2023-2", RONDEN["2023-2"]), datetime.date(2023, 1, 1))
    assert [p.code for p in fout.value.problemen] == ["klok-loopt-achter"]
    assert _stand(eigen.wortel) == voor


@pytest.fixture
def concept(eigen) -> Projectmap:
    """A copy in which the edition is locked, and was not adopted."""
    (eigen.wortel / "journaal.yml").unlink()
    schrijf_slot(eigen.laad())
    return eigen


def test_na_een_editie_die_niet_is_vastgesteld_begint_geen_ronde(concept, mpp, monkeypatch):
    monkeypatch.chdir(concept.wortel)
    voor = _stand(concept.wortel)
    uitslag = mpp("new", "2023-2", "--peildatum", "2023-07-01")
    verwacht = probleem("ronde-niet-vastgesteld", editie="MPP 2023-1", staat="concept", stappen="openbaar")
    assert (uitslag.code, verwacht.wat in uitslag.fout) == (2, True)
    assert "mpp vaststellen (openbaar)" in uitslag.fout
    assert _stand(concept.wortel) == voor


def test_een_concept_wordt_als_concept_bewaard_en_geen_document_noemt_een_uitkomst_ervan(concept, mpp, monkeypatch, vorige):
    monkeypatch.chdir(concept.wortel)
    uitslag = mpp("new", "2023-2", "--peildatum", "2023-07-01", "--niet-vastgesteld")
    assert (uitslag.code, "MPP 2023-1 staat in edities/2023-1, als concept en zonder uitkomsten." in uitslag.uit) == (0, True)
    vul(concept.parameters, vorige.laad())
    u = concept.bereken()
    assert eerdere_edities(u.ps)["2023-1"].uitkomsten == {}
    tabel = tabel_oorzaken(["coa.bezetting"], 2023, u=u)
    assert [str(rij[0]).rpartition(", ")[2] for rij in tabel.rijen if "MPP 2023-1" in str(rij[0])] == ["herrekend"]


def test_een_slot_dat_na_de_vaststelling_is_vervangen_houdt_haar_tegen(eigen):
    pad = eigen.wortel / "glossary.yml"
    pad.write_text(pad.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    schrijf_slot(eigen.laad())
    u = eigen.bereken()
    with pytest.raises(Fout) as fout:
        begin_ronde(u, volgende(u.ps, "2023-2", RONDEN["2023-2"]), VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["ronde-niet-vergrendeld"]
    assert "waarmee zij is vastgesteld" in str(fout.value.problemen[0])


def test_een_editie_die_al_is_bewaard_wordt_niet_overschreven(eigen):
    (eigen.wortel / "edities" / "2023-1").mkdir()
    u = eigen.bereken()
    with pytest.raises(Fout) as fout:
        begin_ronde(u, volgende(u.ps, "2023-2", RONDEN["2023-2"]), VANDAAG)
    assert "editie-bestaat" in [p.code for p in fout.value.problemen]
    assert "2023-1" in eigen.parameters.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("id", "peildatum"), [("2023-2", "2023-02-01"), ("2023-2", "2023-12-01"), ("2024-1", "2023-10-01"), ("2024-1", "2024-03-01")]
)
def test_een_andere_maand_tussen_de_rondes_ervoor_en_erna_kan(vorige, id, peildatum):
    dag = datetime.date.fromisoformat(peildatum)
    assert volgende(vorige.laad(), id, dag).peildatum == dag


def test_een_ronde_die_is_overgeslagen_wordt_gezegd():
    assert list(zonder_ronde("2023-1", "2023-2")) == list(zonder_ronde(None, "2023-2")) == []
    (regel,) = zonder_ronde("2022-2", "2024-1")
    assert regel == "tussen 2022-2 en 2024-1 is overgeslagen: 2023-1, 2023-2; vergeleken wordt met 2022-2"


# ---- the commands ----


def test_mpp_new_en_werkvoorraad_zeggen_dat_een_ronde_is_overgeslagen(eigen, mpp, monkeypatch):
    monkeypatch.chdir(eigen.wortel)
    uitslag, voorraad = mpp("new", "2024-1", "--peildatum", "2024-01-01"), mpp("werkvoorraad", "--partner", "COA")
    for uit in (uitslag.uit, voorraad.uit):
        assert "Let op: tussen 2023-1 en 2024-1 is overgeslagen: 2023-2" in uit
    assert "COA: blijft staan zoals in de vorige editie, zonder te zijn gevraagd: coa." in voorraad.uit
    assert "IND: blijft" not in voorraad.uit


def test_wie_niets_meer_te_doen_heeft_leest_alleen_dat(gevuld, mpp, monkeypatch):
    monkeypatch.chdir(gevuld.wortel)
    uit = mpp("werkvoorraad", "--partner", "COA").uit
    assert "Van COA is er niets meer te doen" in uit
    assert "blijft staan" not in uit


def test_een_ronde_waarvan_de_map_er_al_is_begint_niet(eigen):
    (eigen.wortel / "edities" / "2023-2").mkdir()
    with pytest.raises(Fout) as fout:
        volgende(eigen.laad(), "2023-2", datetime.date(2023, 7, 1))
    assert [(p.code, "edities/2023-2" in p.wat) for p in fout.value.problemen] == [("ronde-bestaat", True)]


def test_mpp_new_zegt_wat_er_te_doen_is(eigen, mpp, monkeypatch):
    monkeypatch.chdir(eigen.wortel)
    uitslag = mpp("new", "2023-2", "--peildatum", "2023-07-01")
    assert uitslag.code == 0
    assert "MPP 2023-2 is begonnen; MPP 2023-1 staat in edities/2023-1." in uitslag.uit
    assert "COA" in uitslag.uit
    voorraad = mpp("werkvoorraad", "--partner", "COA")
    assert (voorraad.code, "coa.amv.begin" in voorraad.uit, "IND:" in voorraad.uit) == (0, True, False)
    onbekend = mpp("werkvoorraad", "--partner", "CAO")
    assert onbekend.code == 2
    assert probleem("werkvoorraad-organisatie", partner="CAO", alle="", suggestie="").wat in onbekend.fout
    assert "bedoeld is misschien COA" in onbekend.fout
    assert mpp("werkvoorraad", "--partner", "coa").uit == voorraad.uit
    assert mpp("werkvoorraad", "--partner", "").code == 2


def test_een_ronde_van_een_ander_parameterbestand_laat_wat_bij_parameters_yml_hoort(eigen, mpp, monkeypatch):
    monkeypatch.chdir(eigen.wortel)
    shutil.copy(eigen.parameters, "ander.yml")
    shutil.copy("akkoorden.yml", "ander.akkoorden.yml")
    naast = {pad: pad.read_bytes() for pad in map(Path, ("parameters.yml", "parameters.lock", "akkoorden.yml", "gepubliceerd.yml"))}
    assert mpp("lock", "--parameters", "ander.yml").code == 0
    maak_openbaar(laad(eigen.wortel / "ander.yml"))
    slot = Path("ander.lock").read_bytes()
    assert mpp("new", "2023-2", "--peildatum", "2023-07-01", "--parameters", "ander.yml").code == 0
    assert {pad: pad.read_bytes() for pad in naast} == naast
    assert lees(Path("ander.yml"))["editie"]["id"] == "2023-2"
    assert [pad.name for pad in eigen.wortel.glob("ander.*")] == ["ander.yml"]
    map_ = Editiemap(eigen.wortel, "2023-1")
    assert (map_.pad("parameters.lock").read_bytes(), map_.heeft("akkoorden.yml"), list(map_.toets())) == (slot, True, [])


def test_zes_jaren_kan_ook(eigen, mpp, monkeypatch):
    monkeypatch.chdir(eigen.wortel)
    assert mpp("new", "2023-2", "--peildatum", "2023-07-01", "--jaren", "2023-2028").code == 0
    assert lees(eigen.parameters)["editie"]["jaren"] == [2023, 2024, 2025, 2026, 2027, 2028]


def test_jaren_die_geen_jaren_zijn(eigen, mpp, monkeypatch):
    monkeypatch.chdir(eigen.wortel)
    uitslag = mpp("new", "2023-2", "--peildatum", "2023-07-01", "--jaren", "zes")
    assert (uitslag.code, "vijf of zes jaar" in uitslag.fout) == (2, True)
    assert laad(eigen.parameters).editie.id == "2023-1"
