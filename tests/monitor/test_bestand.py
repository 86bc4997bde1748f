"""A file of realisations is read as it stands, or refused with each row and the reason."""

import datetime

import pytest
from openpyxl import Workbook

from mpp.monitor.bestand import KOLOMMEN, lees_realisaties
from mpp.problemen import Fout
from tests.monitor.delen import BRON, KOP, LIJST, lees, regel, schrijf

NAREIS, STAND = "instroom.nareis", "coa.bezetting"


def fouten(map_, *regels, kop=KOP):
    with pytest.raises(Fout) as fout:
        lees(map_, *regels, kop=kop)
    return {(p.code, p.regel): p for p in fout.value.problemen}


def test_een_regel_per_cijfer_met_zijn_bron(tmp_path):
    r = lees(tmp_path, regel(NAREIS, "2023-01", 390), regel(STAND, "2023-04-30", 53000, "COA,2023-05,https://voorbeeld.nl,afgerond"))
    (januari,), (april,) = r.rijen[NAREIS], r.rijen[STAND]
    assert (r.stand, r.jaar) == (datetime.date(2023, 7, 31), 2023)
    assert (januari.waarde, januari.periode.sleutel, januari.bronvermelding) == (390.0, "2023-01", "IND, 10 februari 2023")
    assert (april.periode.naam, april.bronvermelding, april.adres, april.toelichting) == (
        "eind april",
        "COA, mei 2023",
        "https://voorbeeld.nl",
        "afgerond",
    )


@pytest.mark.parametrize(
    ("geschreven", "sleutel"),
    [("2023-02", "2023-02"), ("2023K1", "2023-01..2023-03"), ("2023-1", "2023-01..2023-06"), ("2023-01 t/m 2023-05", "2023-01..2023-05")],
)
def test_een_periode_is_een_maand_of_meer_maanden_samen(tmp_path, geschreven, sleutel):
    erbij = [regel(NAREIS, "2023-01", 1)] if sleutel == "2023-02" else []
    assert lees(tmp_path, *erbij, regel(NAREIS, geschreven, 5)).rijen[NAREIS][-1].periode.sleutel == sleutel


def test_een_stand_van_vlak_na_een_maand_is_die_van_het_eind_ervan(tmp_path):
    assert lees(tmp_path, regel(STAND, "2023-04-01", 53000)).rijen[STAND][0].periode.naam == "eind maart"


def test_puntkommas_mogen_ook(tmp_path):
    pad = schrijf(tmp_path, regel(NAREIS, "2023-01", 390))
    pad.write_text(pad.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8-sig")
    assert lees_realisaties(pad, LIJST, tmp_path).rijen[NAREIS][0].waarde == 390


def test_een_werkboek_is_hetzelfde_bestand(tmp_path):
    boek = Workbook()
    blad = boek.active
    blad.append(["stand", datetime.date(2023, 7, 31)])
    blad.append(list(KOLOMMEN))
    blad.append([NAREIS, datetime.datetime(2023, 1, 1), 390, "IND", datetime.date(2023, 2, 10), None, None])
    blad.append([STAND, datetime.date(2023, 4, 30), 53000.0, "COA", "2023-05", "", ""])
    boek.save(tmp_path / "r.xlsx")
    csv = lees(tmp_path, regel(NAREIS, "2023-01", 390), regel(STAND, "2023-04-30", 53000, "COA,2023-05,,"))
    assert lees_realisaties(tmp_path / "r.xlsx", LIJST, tmp_path).rijen == csv.rijen


def test_een_werkboek_met_een_getal_als_tekst_of_een_formule_niet(tmp_path):
    boek = Workbook()
    for rij in (
        ["stand", "2023-07-31"],
        list(KOLOMMEN),
        [NAREIS, "2023-01", "2.991", "IND", "2023-02-10"],
        [NAREIS, "2023-02", "=1+1", "IND", "2023-02-10"],
    ):
        boek.active.append(rij)
    boek.save(tmp_path / "r.xlsx")
    with pytest.raises(Fout) as fout:
        lees_realisaties(tmp_path / "r.xlsx", LIJST, tmp_path)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("monitor-getal", 3), ("monitor-getal", 4)]
    assert "schrijf 2991" in fout.value.problemen[0].wat
    assert "formule" in fout.value.problemen[1].wat


def test_een_kolom_die_er_niet_hoort_en_een_die_ontbreekt(tmp_path):
    gevonden = fouten(tmp_path, kop=KOP.replace("waarde", "aantal"))
    assert gevonden.keys() == {("monitor-kolom", 2), ("monitor-kolom-ontbreekt", 2)}
    assert "aantal" in gevonden["monitor-kolom", 2].wat
    assert "waarde ontbreekt" in gevonden["monitor-kolom-ontbreekt", 2].wat


def test_zonder_de_dag_van_het_bestand(tmp_path):
    assert fouten(tmp_path, regel(NAREIS, "2023-01", 1), kop=KOP.partition("\n")[2]).keys() >= {("monitor-kop", 1)}


def test_een_onbekende_indicator_met_wat_erop_lijkt(tmp_path):
    gevonden = fouten(tmp_path, regel("instroom.narijs", "2023-01", 1))
    assert gevonden.keys() == {("monitor-indicator", 3)}
    assert NAREIS in gevonden["monitor-indicator", 3].remedie


@pytest.mark.parametrize("tweede", ["2023-02", "2023K1", "2023-02 t/m 2023-04"])
def test_een_maand_die_er_twee_keer_staat_met_de_regel_van_de_eerste(tmp_path, tweede):
    gevonden = fouten(tmp_path, regel(NAREIS, "2023-01", 1), regel(NAREIS, "2023-02", 2), regel(NAREIS, tweede, 3))
    assert gevonden.keys() == {("monitor-dubbel", 5)}
    assert gevonden["monitor-dubbel", 5].gegevens["eerste"] in (3, 4)


@pytest.mark.parametrize(
    ("waarde", "reden"),
    [
        ("2.991", "schrijf 2991"),
        ("1.234.567", "schrijf 1234567"),
        ('"12,5"', "schrijf 12.5"),
        ("veel", "tekst"),
        ("", "tekst"),
        ("1e999", "tekst"),
        ("9" * 20, "zo groot"),
    ],
)
def test_wat_geen_getal_is_met_hoe_het_moet(tmp_path, waarde, reden):
    assert reden in fouten(tmp_path, regel(NAREIS, "2023-01", waarde))["monitor-getal", 3].wat


def test_een_getal_met_een_punt_voor_decimalen_is_er_een(tmp_path):
    assert lees(tmp_path, regel("ind.spoor4.inwilligingspercentage", "2023-01", "0.785")).alle.__next__().waarde == 0.785


def test_onder_nul_en_een_deel_boven_een(tmp_path):
    gevonden = fouten(tmp_path, regel(NAREIS, "2023-01", -5), regel("ind.spoor4.inwilligingspercentage", "2023-01", 78))
    assert gevonden.keys() == {("monitor-negatief", 3), ("monitor-aandeel", 4)}
    assert "0.78" in gevonden["monitor-aandeel", 4].remedie


def test_een_periode_of_een_bron_van_na_het_bestand(tmp_path):
    gevonden = fouten(
        tmp_path,
        regel(NAREIS, "2023-01 t/m 2023-08", 1),
        regel(STAND, "2023-08-31", 1),
        regel("instroom.amv", "2023-01", 1, "IND,2024-02-01,,"),
        regel("instroom.herhaald", "2023-01", 1, "IND,2023-08,,"),
    )
    assert gevonden.keys() == {("monitor-na-stand", n) for n in (3, 4, 5, 6)}
    assert "31 augustus 2023" in gevonden["monitor-na-stand", 3].wat
    assert "31 juli 2023" in gevonden["monitor-na-stand", 5].wat


def test_de_maand_van_het_bestand_zelf_mag(tmp_path):
    assert lees(tmp_path, regel(NAREIS, "2023-01", 1, "IND,2023-07,,"))


def test_een_gat_met_de_maanden_die_ontbreken_en_hoe_dat_te_zeggen(tmp_path):
    gevonden = fouten(tmp_path, regel(NAREIS, "2023-01", 1), regel(NAREIS, "2023-05", 2), regel("instroom.amv", "2023-02", 2))
    assert gevonden.keys() == {("monitor-gat", 4), ("monitor-gat", 5)}
    assert "februari tot en met april" in gevonden["monitor-gat", 4].wat
    assert "2023-02 t/m 2023-04" in gevonden["monitor-gat", 4].remedie
    assert "periode 2023-01," in gevonden["monitor-gat", 5].remedie


def test_een_gat_waarvan_wordt_gezegd_dat_het_niet_bekend_is_met_de_reden(tmp_path):
    onbekend = regel(NAREIS, "2023-01 t/m 2023-02", "onbekend", "IND,2023-02-10,,niet gepubliceerd")
    assert [rij.waarde for rij in lees(tmp_path, onbekend, regel(NAREIS, "2023-03", 5)).rijen[NAREIS]] == [None, 5.0]
    zonder = fouten(tmp_path, onbekend.replace("niet gepubliceerd", ""), regel(NAREIS, "2023-03", 5))
    assert zonder.keys() == {("monitor-onbekend-zonder-reden", 3)}


@pytest.mark.parametrize(("id", "periode"), [(NAREIS, "januari"), (NAREIS, "2023-13"), (NAREIS, "2023-05 t/m 2023-02"), (STAND, "2023-04")])
def test_een_periode_die_niet_te_lezen_is(tmp_path, id, periode):
    assert fouten(tmp_path, regel(id, periode, 1)).keys() == {("monitor-periode", 3)}


def test_een_stand_midden_in_een_maand_is_niet_te_vergelijken(tmp_path):
    assert fouten(tmp_path, regel(STAND, "2023-04-15", 1)).keys() == {("monitor-dag", 3)}


def test_zonder_bron_of_zonder_dag_van_de_bron(tmp_path):
    gevonden = fouten(tmp_path, regel(NAREIS, "2023-01", 1, ",2023-02-10,,"), regel("instroom.amv", "2023-01", 1, "IND,ooit,,"))
    assert gevonden.keys() == {("monitor-zonder-bron", 3), ("monitor-dag-bron", 4)}


def test_twee_jaren_in_een_bestand(tmp_path):
    assert fouten(tmp_path, regel(NAREIS, "2022-01", 1), regel(NAREIS, "2023-01", 2)).keys() == {("monitor-jaar", 4)}


def test_alles_wat_er_mis_is_in_een_keer(tmp_path):
    assert len(fouten(tmp_path, regel(NAREIS, "2023-13", "x", ",nooit,,"), regel("x", "2023-01", -1))) == 6


@pytest.mark.parametrize("inhoud", [b"", b"\xff\xfe\x00", b"PK"])
def test_wat_geen_bestand_met_realisaties_is(tmp_path, inhoud):
    for naam in ("a.csv", "a.xlsx", "a.pdf"):
        pad = tmp_path / naam
        pad.write_bytes(inhoud)
        with pytest.raises(Fout) as fout:
            lees_realisaties(pad, LIJST, tmp_path)
        assert {p.code for p in fout.value.problemen} <= {"monitor-bestand", "monitor-kop", "monitor-kolom", "monitor-kolom-ontbreekt"}


def test_een_bestand_dat_er_niet_is_en_een_zonder_regels(tmp_path):
    with pytest.raises(Fout, match="het is er niet"):
        lees_realisaties(tmp_path / "weg.csv", LIJST, tmp_path)
    assert fouten(tmp_path).keys() == {("monitor-leeg", None)}


def test_een_regel_eindigt_waar_zijn_bron_eindigt(tmp_path):
    """A source of two lines in quotes: the row is told by the line on which it ends."""
    assert fouten(tmp_path, regel(NAREIS, "2023-01", 1, '"IND\nJaarbericht",2023-02-10,,'), regel("x", "2023-01", 1, BRON)).keys() == {
        ("monitor-indicator", 5)
    }
