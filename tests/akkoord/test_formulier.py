"""The form: what an organisation sees, where it can answer, and what is refused when it comes back."""

import datetime
import io
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart

from mpp.akkoord.formulier import BLAD, DATUM_IN, KOPREGEL, NAAM_IN, VERBORGEN, als_werkboek
from mpp.akkoord.lezen import lees_formulier
from mpp.akkoord.opstellen import stel_op
from mpp.edities.gepubliceerd import Cijfer
from mpp.edities.kant import Kant
from mpp.parameters import laad
from mpp.problemen import Fout, Probleem
from tests.akkoord.conftest import DAG, PARAMETERS, alles_ja, rij
from tests.akkoord.test_stand import EIGEN

INWILLIGING = "ind.inwilliging"


def blad(formulier):
    return load_workbook(io.BytesIO(als_werkboek(formulier)))[BLAD]


def rijen(ws) -> list[dict[str, object]]:
    koppen = [cel.value for cel in ws[KOPREGEL]]
    return [dict(zip(koppen, [cel.value for cel in rij], strict=True)) for rij in ws.iter_rows(min_row=KOPREGEL + 1)]


def test_het_formulier_toont_elke_waarde_van_de_organisatie_met_alles_wat_ervan_bekend_is(editie, u, tmp_path):
    pad = tmp_path / "toen" / "parameters.yml"
    pad.parent.mkdir()
    pad.write_text(PARAMETERS.replace("0.78", "0.75").replace("0.22", '{waarde: 0.25, genoemd: "25%"}'), encoding="utf-8")
    u = editie(akkoorden=f"invoer:\n{rij(u.ps)}")
    gelezen = rijen(blad(stel_op(u, "IND", "invoer", Kant(laad(pad)))))
    assert [(r["Naam in het model"], r["Periode"], r["Waarde"], r["Vorige editie"]) for r in gelezen] == [
        (INWILLIGING, "2023", 0.78, 0.75),
        (INWILLIGING, "2024", 0.7, 0.7),
        ("ind.afwijzing", "2023", 0.22, 0.25),
        ("ind.afwijzing", "2024", 0.3, 0.3),
    ]
    eerste = gelezen[0]
    assert (eerste["Parameter"], eerste["Eenheid"], eerste["Laag"], eerste["Hoog"]) == ("Inwilliging", "aandeel", 0.7, 0.8)
    assert (eerste["Soort"], eerste["Kwaliteit"], eerste["Impact"]) == ("APM", "oranje", "rood")
    assert (eerste["Verschil"], eerste["Stand"]) == ("=E9-H9", "gegeven (2023-02-01)")
    assert eerste["Bron of aanname"] == "IND, Cijfers, 11 januari 2023"
    assert gelezen[1]["Bron of aanname"] == "Aanname: Verwacht wordt een daling."


def test_zonder_vorige_editie_is_er_geen_verschil(u):
    assert {(r["Vorige editie"], r["Verschil"]) for r in rijen(blad(stel_op(u, "IND", "invoer", None)))} == {(None, None)}


def test_een_organisatie_ziet_alleen_waar_zij_bij_staat(u):
    assert {r["Naam in het model"] for r in rijen(blad(stel_op(u, "COA", "invoer", None)))} == {INWILLIGING}


def test_alleen_de_antwoorden_zijn_in_te_vullen_en_akkoord_is_een_keuze(u):
    ws = blad(stel_op(u, "IND", "invoer", None))
    assert ws.protection.sheet
    open_ = {cel.coordinate for rij in ws.iter_rows() for cel in rij if not cel.protection.locked}
    per_rij = {f"{kolom}{n}" for kolom in "QRSTUV" for n in range(9, 13)}
    assert open_ == {NAAM_IN, DATUM_IN, "O9", "P9", "O11", "P11"} | per_rij
    keuze = next(r for r in ws.data_validations.dataValidation if r.type == "list")
    assert (keuze.formula1, {str(bereik) for bereik in keuze.sqref.ranges}) == ('"ja,nee"', {"O9", "O11"})


def test_hetzelfde_formulier_is_hetzelfde_bestand_zonder_klok(u):
    f = stel_op(u, "IND", "invoer", None)
    assert als_werkboek(f) == als_werkboek(f)
    with zipfile.ZipFile(io.BytesIO(als_werkboek(f))) as zip_:
        assert {deel.date_time for deel in zip_.infolist()} == {(2023, 1, 1, 0, 0, 0)}
        assert str(datetime.date.today().year) not in zip_.read("docProps/core.xml").decode()


def test_op_de_uitkomsten_wordt_akkoord_gevraagd_na_de_invoer_zoals_de_documenten_ze_tonen(editie, u):
    with pytest.raises(Fout) as fout:
        stel_op(u, "COA", "uitkomsten", None)
    assert [p.code for p in fout.value.problemen] == ["akkoord-eerst-invoer"]
    assert "COA (1), IND (2)" in fout.value.problemen[0].wat
    u = editie(akkoorden=alles_ja(u))
    vorige = Kant(u.ps, {(EIGEN, 2023, "medio"): Cijfer(indicator=EIGEN, jaar=2023, waarde=12345.678, bron="x")})
    eigen = [r for r in rijen(blad(stel_op(u, "COA", "uitkomsten", vorige))) if r["Naam in het model"] == EIGEN]
    assert [r["Jaar"] for r in eigen] == ["2023", "2024"]
    assert [r["Vorige editie (medio)"] for r in eigen] == [12350, None]
    assert all(r["Medio"] % 10 == 0 for r in eigen)
    assert abs(eigen[0]["Medio"] - u.waarde(EIGEN, 2023)) <= 5


def test_wie_niets_te_vragen_is(u):
    with pytest.raises(Fout) as fout:
        stel_op(u, "BZ", "invoer", None)
    assert [p.code for p in fout.value.problemen] == ["akkoord-niets-te-vragen"]
    assert "Kies een van deze: COA, IND." in fout.value.problemen[0].remedie


# ---- what comes back ----


def geweigerd(pad) -> list[Probleem]:
    """The problems of a form."""
    with pytest.raises(Fout) as fout:
        lees_formulier(pad)
    assert all(p.wat and p.oorzaak and p.remedie for p in fout.value.problemen)
    return fout.value.problemen


def codes(pad) -> list[tuple[str, str]]:
    """The problems of a form, each with the cell that it names."""
    problemen = geweigerd(pad)
    assert {p.bestand for p in problemen} == {pad.as_posix()}
    return [(p.code, str(p.gegevens.get("plek", "")).rpartition(" ")[2]) for p in problemen]


def test_de_antwoorden_komen_terug_zoals_zij_zijn_ingevuld(formulier, u):
    vul = {"O9": "Ja ", "P9": " tot en met 2024 ", "Q11": 0.25, "T11": "de telling is af", "U11": "eigen registratie", "V11": "2023-01"}
    a = lees_formulier(formulier(u, vul))
    assert (a.partner, a.editie, a.soort, a.door, a.datum) == ("IND", "2023-1", "invoer", "A. Bakker", DAG)
    assert [(r.onderwerp, r.periode, dict(r.antwoorden)) for r in a.rijen] == [
        (INWILLIGING, "2023", {"besluit": "ja", "opmerking": "tot en met 2024"}),
        ("ind.afwijzing", "2023", {"waarde": 0.25, "reden": "de telling is af", "bron": "eigen registratie", "brondatum": "2023-01"}),
    ]


@pytest.mark.parametrize(
    ("cel", "waarde"),
    [
        ("O9", "misschien"),
        ("O9", "=1+1"),
        ("O9", True),
        ("P9", "=HYPERLINK(1)"),
        ("Q9", "0,75"),
        ("Q9", "12.000"),
        ("Q9", "=0,75"),
        ("Q9", True),
        ("Q9", 1e30),
        ("Q9", datetime.date(2023, 1, 1)),
        ("R9", "laag"),
        ("T9", "?"),
        ("U9", 7),
        ("V9", "onlangs"),
        ("V9", "2023-13"),
        ("V9", "=TODAY()"),
        (NAAM_IN, None),
        (NAAM_IN, "n.n.b."),
        (NAAM_IN, "=A1"),
        (DATUM_IN, None),
        (DATUM_IN, "10 februari"),
        (DATUM_IN, "=TODAY()"),
    ],
)
def test_wat_geen_antwoord_is_wordt_geweigerd_met_zijn_cel(formulier, u, cel, waarde):
    assert codes(formulier(u, {"O11": "ja", cel: waarde})) == [("formulier-antwoord", cel)]


@pytest.mark.parametrize("cel", ["A1", "A9", "B9", "E9", "J9", "E10"])
def test_een_gewijzigde_cel_wordt_geweigerd(formulier, u, cel):
    assert codes(formulier(u, {"O9": "ja", cel: 0.5})) == [("formulier-cel-gewijzigd", cel)]


def test_een_formulier_waarin_alles_verschoven_is_zegt_dat_in_een_keer(formulier, u):
    anders = {f"{kolom}{rij}": 0.5 for kolom in "ABCDEFG" for rij in (9, 10)}
    assert codes(formulier(u, {"O9": "ja", **anders})) == [("formulier-verschoven", "")]


def test_een_gewijzigde_formule_wordt_geweigerd(editie, u, tmp_path):
    pad = tmp_path / "f.xlsx"
    pad.write_bytes(als_werkboek(stel_op(u, "IND", "invoer", Kant(u.ps))))
    boek = load_workbook(pad)
    boek[BLAD][NAAM_IN], boek[BLAD][DATUM_IN], boek[BLAD]["O9"], boek[BLAD]["I9"] = "A. Bakker", DAG, "ja", "=E9-H10"
    boek.save(pad)
    assert codes(pad) == [("formulier-cel-gewijzigd", "I9")]


@pytest.mark.parametrize("cel", ["Z3", "O10", "A40"])
def test_wat_buiten_de_antwoorden_staat_gaat_niet_verloren_maar_wordt_geweigerd(formulier, u, cel):
    assert codes(formulier(u, {"O9": "ja", cel: "let op"})) == [("formulier-cel-vreemd", cel)]


def hernoem(naam, nieuw):
    return lambda boek: setattr(boek[naam], "title", nieuw)


@pytest.mark.parametrize(
    "wijzig",
    [hernoem(BLAD, "Blad1"), hernoem(VERBORGEN, "verborgen"), lambda b: b.create_sheet("Extra"), lambda b: b.remove(b[VERBORGEN])],
)
def test_een_blad_dat_anders_heet_ontbreekt_of_erbij_kwam(formulier, u, wijzig):
    assert codes(formulier(u, {"O9": "ja"}, wijzig=wijzig)) == [("formulier-blad", "")]


@pytest.mark.parametrize("cel", ["B1", "B2", "B3", "B5", "E6"])
def test_aan_het_verborgen_blad_is_niets_te_veranderen(formulier, u, cel):
    def wijzig(boek):
        boek[VERBORGEN][cel] = "COA" if cel == "B3" else "0123456789abcdef"

    assert codes(formulier(u, {"O9": "ja"}, wijzig=wijzig)) == [("formulier-onleesbaar", "")]


def test_een_leeg_formulier(formulier, u):
    assert codes(formulier(u, {})) == [("formulier-leeg", "")]


def als_zip(naam: str, inhoud: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zip_:
        zip_.writestr(naam, inhoud)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "het bestand is leeg"),
        (b"niets", "geen leesbaar werkboek (.xlsx)"),
        (b"PK\x03\x04niets", "geen leesbaar werkboek (.xlsx)"),
        (als_zip("xl/workbook.xml", "<x/>"), "geen leesbaar werkboek (.xlsx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een .xls, of een werkboek met een wachtwoord"),
        (als_zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "een .ods"),
        (b"x" * 10_000_001, "te groot voor een formulier"),
    ],
)
def test_wat_geen_werkboek_is_wordt_gezegd_zoals_het_is(tmp_path, inhoud, reden):
    pad = tmp_path / "formulier.xlsx"
    pad.write_bytes(inhoud)
    (p,) = geweigerd(pad)
    assert (p.code, p.bestand, reden in p.wat) == ("formulier-onleesbaar", pad.as_posix(), True)
    assert ".xlsx zonder wachtwoord" in p.remedie


def test_waar_geen_formulier_is_staat_welke_er_wel_zijn(formulier, u, tmp_path):
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    formulier(u, {})
    for pad, code, staat_er in (
        (tmp_path / "akkord.xlsx", "formulier-ontbreekt", f"in {tmp_path.as_posix()} staat: formulier.xlsx"),
        (tmp_path / "formulier.xlsx" / "x.xlsx", "formulier-ontbreekt", "staat geen .xlsx"),
        (leeg / "formulier.xlsx", "formulier-ontbreekt", "staat geen .xlsx"),
        (tmp_path, "formulier-map", "staat: formulier.xlsx"),
        (leeg, "formulier-map", "staat geen .xlsx"),
    ):
        (p,) = geweigerd(pad)
        assert (p.code, p.bestand, staat_er in p.wat) == (code, pad.as_posix(), True)


@pytest.mark.parametrize("naam", ["~$formulier.xlsx", "~$rmulier.xlsx", ".~lock.formulier.xlsx#"])
def test_wat_office_naast_een_geopend_formulier_zet_wijst_naar_het_formulier(formulier, u, tmp_path, naam):
    formulier(u, {})
    (tmp_path / naam).write_bytes(b"A. Bakker")
    (p,) = geweigerd(tmp_path / naam)
    assert (p.code, f"lees {(tmp_path / 'formulier.xlsx').as_posix()} in" in p.remedie) == ("formulier-open-in-office", True)


def test_een_blad_met_een_grafiek_is_geen_formulier(formulier, u):
    def wijzig(boek):
        boek.remove(boek[VERBORGEN])
        boek.create_chartsheet(VERBORGEN).add_chart(BarChart())

    assert codes(formulier(u, {"O9": "ja"}, wijzig=wijzig)) == [("formulier-blad", "")]


def test_wat_buiten_de_antwoorden_staat_wordt_genoemd_in_de_orde_van_het_blad(formulier, u):
    vreemd = ["Z3", "B7", "AA7", "A40", "C40"]
    assert [cel for _, cel in codes(formulier(u, dict.fromkeys(vreemd, "let op")))] == vreemd
