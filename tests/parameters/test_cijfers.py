"""A number is seen twice: in words, as another figure, as a sum or in the line of its neighbours. What is not, is told."""

from pathlib import Path

import pytest

from mpp.parameters import laad
from mpp.parameters.overlay import leg_over
from mpp.parameters.schrijfwijze import bedoeld, genoemd
from mpp.problemen import Fout, Probleem
from tests.parameters.test_laden import GOED

REEKS = """\
  - id: ind.productie
    label: Productie
    eenheid: zaken
    soort: apm
    eigenaar: IND
    periode: jaar
    aanname: Volgens het plan.
    waarden:
      2023: {waarde: 12000, laag: 9000, hoog: 13500}
      2024: {waarde: 12500, laag: 9000, hoog: 14000}
    kwaliteit: oranje
    impact: rood
"""

KOMST = """\
realisaties:
  - {id: a.totaal, label: Totaal, eenheid: personen, eigenaar: IND, periode: jaar, bron: ind-2023, volgt_uit: a.een + a.twee,
     waarden: {2022: 47991}}
  - {id: a.een, label: Een, eenheid: personen, eigenaar: IND, periode: jaar, bron: ind-2023, waarden: {2022: 35535}}
  - {id: a.twee, label: Twee, eenheid: personen, eigenaar: IND, periode: jaar, bron: ind-2023, waarden: {2022: 12456}}
  - id: a.stand
    label: Stand
    eenheid: personen
    eigenaar: COA
    periode: stand
    bron: ind-2023
    waarden:
      2021-12-31: {waarde: 36566, genoemd: "36.566"}
      2022-12-31: {waarde: 51701, toelichting: "Er woonden 51.701 mensen."}
"""

BESTAND = GOED.replace("realisaties: []\n", f"{REEKS}{KOMST}")


def vind(tmp_path: Path, van: str = "", naar: str = "", bestand: str = BESTAND) -> list[Probleem]:
    """What is found when the file has `naar` in the place of `van`."""
    assert van in bestand
    pad = tmp_path / "parameters.yml"
    pad.write_text(bestand.replace(van, naar, 1), encoding="utf-8")
    try:
        laad(pad)
    except Fout as fout:
        return fout.problemen
    return []


def regel(tekst: str, bestand: str = BESTAND) -> int:
    return next(i for i, r in enumerate(bestand.split("\n"), 1) if tekst in r)


def test_het_goede_bestand_geeft_niets(tmp_path):
    assert vind(tmp_path) == []


@pytest.mark.parametrize(
    ("van", "naar", "bedoeld_"),
    [
        ("47991", "47.991", "47991"),
        ("waarde: 51701", "waarde: 51.701", "51701"),
        ("waarde: 12000, laag: 9000, hoog: 13500", "waarde: 12.000, laag: 9000, hoog: 13500", "12000"),
        ("laag: 9000, hoog: 14000", "laag: 9.000, hoog: 14000", "9000"),
        ("hoog: 14000", "hoog: 14.000", "14000"),
    ],
)
def test_de_nederlandse_punt_wordt_als_punt_gemeld_en_niet_als_iets_anders(tmp_path, van, naar, bedoeld_):
    (p,) = vind(tmp_path, van, naar)
    assert (p.code, p.regel) == ("getal-duizendpunt", regel(van))
    assert f"Schrijf {bedoeld_}" in p.remedie


def test_een_hele_rij_met_punten_geeft_een_melding_per_getal(tmp_path):
    gevonden = vind(tmp_path, "waarde: 12000, laag: 9000, hoog: 13500", "waarde: 12.000, laag: 9.000, hoog: 13.500")
    assert [p.code for p in gevonden] == ["getal-duizendpunt"] * 3


def test_een_decimaal_getal_met_drie_cijfers_is_zo_te_schrijven_dat_het_geen_duizendtal_kan_zijn(tmp_path):
    (p,) = vind(tmp_path, "{waarde: 0.78, laag: 0.7, hoog: 0.8", "{waarde: 0.78, laag: 0.7, hoog: 1.125")
    assert "1.1250" in p.remedie
    assert "getal-duizendpunt" not in [p.code for p in vind(tmp_path, "hoog: 0.8,", "hoog: 0.8125,")]


def test_wat_wordt_geteld_is_een_heel_getal(tmp_path):
    codes = {(p.code, p.regel) for p in vind(tmp_path, "waarde: 51701", "waarde: 5170.1")}
    assert ("getal-niet-heel", regel("51701")) in codes


@pytest.mark.parametrize(
    ("van", "naar", "code", "gedachte"),
    [
        ("waarde: 51701", "waarde: 57101", "getal-anders-genoemd", "verwisseld"),
        ("waarde: 51701", "waarde: 517010", "getal-anders-genoemd", "te veel"),
        ("waarde: 36566", "waarde: 3656", "getal-niet-zoals-bron", "36.566"),
        ("waarde: 36566", "waarde: 36656", "getal-niet-zoals-bron", "verwisseld"),
    ],
)
def test_een_getal_dat_anders_is_dan_in_de_woorden_erbij_wordt_gemeld_met_wat_er_gebeurd_zal_zijn(tmp_path, van, naar, code, gedachte):
    (p,) = vind(tmp_path, van, naar)
    assert (p.code, p.regel) == (code, regel(van))
    assert gedachte in p.wat


def test_onder_genoemd_staat_het_getal_zelf_ook_als_de_toelichting_een_ander_noemt(tmp_path):
    ander = 'waarde: 36656, genoemd: "36.566", toelichting: "Een andere bron noemt 36.656."'
    (p,) = vind(tmp_path, 'waarde: 36566, genoemd: "36.566"', ander)
    assert (p.code, p.regel) == ("getal-niet-zoals-bron", regel("36566"))
    assert vind(tmp_path, 'waarde: 36566, genoemd: "36.566"', ander.replace("waarde: 36656", "waarde: 36566")) == []


def test_woorden_met_twee_lezingen_van_een_getal_vragen_welke_de_bron_heeft(tmp_path):
    twee = 'toelichting: "Er woonden 51.701 mensen; een ander noemt 57.101."'
    eerst = BESTAND.replace('toelichting: "Er woonden 51.701 mensen."', twee)
    (p,) = vind(tmp_path, bestand=eerst)
    assert (p.code, p.regel) == ("getal-twee-lezingen", regel("51701"))
    assert 'genoemd: "51.701"' in p.remedie
    assert vind(tmp_path, twee, f'genoemd: "51.701", {twee}', eerst) == []


def test_een_opsomming_van_de_bron_staat_in_de_volgorde_van_de_perioden(tmp_path):
    rij = """\
  - id: a.rij
    label: Rij
    eenheid: personen
    eigenaar: COA
    periode: jaar
    bron: ind-2023
    genoemd: "30.440, 59.330 en 33.570"
    waarden: {2014: 30440, 2015: 59330, 2016: 33570}
"""
    bestand = BESTAND.replace("gepubliceerd: []\n", f"{rij}gepubliceerd: []\n")
    assert vind(tmp_path, bestand=bestand) == []
    gevonden = vind(tmp_path, "2014: 30440, 2015: 59330", "2014: 59330, 2015: 30440", bestand)
    assert [(p.code, p.regel) for p in gevonden] == [("getal-volgorde", regel("2014: 30440", bestand))]


@pytest.mark.parametrize(
    ("eenheid", "waarde", "genoemd_", "goed"),
    [
        ("aandeel", "0.73", "73%", True),
        ("aandeel", "0.073", "73%", False),
        ("aandeel", "0.37", "73 procent", False),
        ("aandeel", "0.125", "een op de acht", True),
        ("miljoen euro", "55", "55 miljoen", True),
        ("miljoen euro", "550", "55 miljoen", False),
        ("weken", "14", "veertien weken", True),
        ("weken", "41", "veertien weken", False),
        ("personen per dag", "710", "170", False),
        ("personen per dag", "170", "", False),
    ],
)
def test_een_klein_getal_en_een_aandeel_staan_er_zoals_de_bron_ze_noemt(tmp_path, eenheid, waarde, genoemd_, goed):
    reeks = f"""\
  - id: a.klein
    label: Klein
    eenheid: {eenheid}
    eigenaar: IND
    periode: jaar
    bron: ind-2023
    waarden: {{2022: {{waarde: {waarde}, toelichting: "De bron noemt {genoemd_ or "het"}.", genoemd: "{genoemd_ or "het"}"}}}}
"""
    bestand = BESTAND.replace("gepubliceerd: []\n", f"{reeks}gepubliceerd: []\n")
    assert (vind(tmp_path, bestand=bestand) == []) == goed


@pytest.mark.parametrize(("waarde", "code"), [("0.21", None), ("0.22", None), ("0.12", "getal-naast-anders"), ("0.021", "getal-sprong")])
def test_een_aandeel_valt_op_naast_dat_van_andere_jaren(tmp_path, waarde, code):
    reeks = f"""\
  - id: a.aandeel
    label: Aandeel
    eenheid: aandeel
    soort: apm
    eigenaar: IND
    periode: jaar
    aanname: Zoals eerder.
    waarden: {{2023: 0.21, 2024: {waarde}}}
    kwaliteit: oranje
    impact: rood
realisaties:
"""
    gevonden = vind(tmp_path, "realisaties:\n", reeks)
    assert {p.code for p in gevonden if "2024" in p.wat} == ({code} if code else set())


def test_een_getal_dat_een_ander_getal_van_het_record_noemt_is_geen_vergissing(tmp_path):
    tien = REEKS.replace("Volgens het plan.", "Het plan is 12.000, en 1.200 is het minst.").replace("laag: 9000", "laag: 1200")
    codes = [p.code for p in vind(tmp_path, bestand=BESTAND.replace(REEKS, tien))]
    assert "getal-anders-genoemd" not in codes


def test_een_som_bewaakt_het_geheel_en_de_delen(tmp_path):
    for getal, anders in (("47991", "49791"), ("35535", "35355"), ("12456", "12465")):
        gevonden = vind(tmp_path, f"2022: {getal}", f"2022: {anders}")
        assert ("getal-volgt-niet", regel("47991")) in [(p.code, p.regel) for p in gevonden]
        assert [p.regel for p in gevonden if p.code == "getal-alleen"] != []


def test_een_geheel_waarvan_de_delen_anders_zijn_geteld_wordt_bevestigd_met_de_reden(tmp_path):
    anders = 'waarden: {2022: {waarde: 48991, genoemd: "48.991"}}'
    losse_delen = BESTAND.replace("waarden: {2022: 35535}", 'genoemd: "35.535", waarden: {2022: 35535}')
    losse_delen = losse_delen.replace("waarden: {2022: 12456}", 'genoemd: "12.456", waarden: {2022: 12456}')
    assert [p.code for p in vind(tmp_path, "waarden: {2022: 47991}", anders, losse_delen)] == ["getal-volgt-niet"]
    bevestigd = anders.replace("}}", ', klopt: "48.991 telt ook de laatste week mee."}}')
    assert vind(tmp_path, "waarden: {2022: 47991}", bevestigd, losse_delen) == []


def test_een_getal_van_vier_cijfers_dat_nergens_anders_staat_wordt_gevraagd(tmp_path):
    (p,) = vind(tmp_path, ', toelichting: "Er woonden 51.701 mensen."', "")
    assert (p.code, p.regel) == ("getal-alleen", regel("51701"))
    assert 'genoemd: "51.701"' in p.remedie


@pytest.mark.parametrize("woorden", ["ruim 51.701", "51701 mensen", "51,701 people"])
def test_de_bron_mag_het_getal_op_haar_eigen_manier_schrijven(tmp_path, woorden):
    assert vind(tmp_path, "Er woonden 51.701 mensen.", woorden) == []


@pytest.mark.parametrize(("getal", "goed"), [(12500, True), (13000, True), (15500, False), (12050, False), (21500, False)])
def test_een_rond_getal_in_de_lijn_van_zijn_buren_hoeft_nergens_anders_te_staan(tmp_path, getal, goed):
    band = "laag: 9000, hoog: 14000"
    gevonden = vind(tmp_path, f"waarde: 12500, {band}", f"waarde: {getal}, laag: 9000, hoog: {max(14000, getal)}")
    assert ([p for p in gevonden if "waarde" not in p.wat and p.code == "getal-alleen"] == []) == goed


def test_wat_ver_van_zijn_buren_ligt_wordt_bevestigd_ook_al_staat_het_in_de_woorden(tmp_path):
    ver = '{waarde: 351701, toelichting: "Er woonden 351.701 mensen."}'
    gevonden = vind(tmp_path, '{waarde: 51701, toelichting: "Er woonden 51.701 mensen."}', ver)
    assert [(p.code, p.regel) for p in gevonden] == [("getal-sprong", regel("36566")), ("getal-sprong", regel("51701"))]
    assert "36.566" in gevonden[1].wat
    klopt = ver.replace("}", ', klopt: "351.701: de hele opvang is erbij geteld."}')
    assert vind(tmp_path, '{waarde: 51701, toelichting: "Er woonden 51.701 mensen."}', klopt) == []


def test_een_bevestiging_noemt_het_getal_dat_zij_bevestigt(tmp_path):
    (p,) = vind(tmp_path, "{waarde: 51701,", "{waarde: 51701, klopt: Dat is zo.,")
    assert (p.code, p.regel) == ("klopt-zonder-getal", regel("51701"))


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("volgt_uit: a.een + a.twee", "volgt_uit: a.een + a.drie"),
        ("volgt_uit: a.een + a.twee", "volgt_uit: a.een +"),
        ("volgt_uit: a.een + a.twee", 'volgt_uit: "open(1)"'),
        ("volgt_uit: a.een + a.twee", 'volgt_uit: "a.een / 0"'),
        ("volgt_uit: a.een + a.twee", 'volgt_uit: "9 ** 9 ** 9 ** 9"'),
    ],
)
def test_een_formule_die_niet_is_uit_te_rekenen_wordt_gemeld(tmp_path, van, naar):
    gevonden = [p for p in vind(tmp_path, van, naar) if p.code == "afleiding-onleesbaar"]
    assert [p.regel for p in gevonden] == [regel(van)]


@pytest.mark.parametrize("klopt", ["51.701", "51.701!", "51.701: ja"])
def test_een_bevestiging_geeft_een_reden(tmp_path, klopt):
    (p,) = vind(tmp_path, "{waarde: 51701,", f'{{waarde: 51701, klopt: "{klopt}",')
    assert (p.code, p.regel) == ("klopt-zonder-reden", regel("51701"))


def test_wat_uit_andere_volgt_wordt_nagerekend_met_zijn_band(tmp_path):
    formule = '    volgt_uit: {waarde: "(a.een[2022] + 465) / 3 * (1 + 0.04 * n)", hoog: waarde * 1.125, op: 500}\n'
    met = BESTAND.replace("    aanname: Volgens het plan.\n    waarden:", f"    aanname: Volgens het plan.\n{formule}    waarden:")
    assert vind(tmp_path, bestand=met) == []
    gevonden = vind(tmp_path, "hoog: 13500", "hoog: 14500", met)
    assert [(p.code, p.regel) for p in gevonden] == [("getal-volgt-niet", regel("hoog: 13500", met))]


def test_een_wijziging_wordt_naast_de_editie_gehouden_die_zij_verandert(tmp_path):
    pad, over = tmp_path / "parameters.yml", tmp_path / "over.yml"
    pad.write_text(BESTAND, encoding="utf-8")
    ps = laad(pad)

    def codes(waarde: str) -> list[tuple[str, int | None]]:
        kop = "wijzigingen:\n  - parameter: ind.productie\n    aanname: Proef met 13.200 en 60.000.\n"
        over.write_text(f"{kop}    waarden: {{2024: {waarde}}}\n", encoding="utf-8")
        try:
            leg_over(ps, over)
        except Fout as fout:
            return [(p.code, p.regel) for p in fout.problemen]
        return []

    assert codes("13200") == []
    assert codes("13.200") == [("getal-duizendpunt", 4)]
    assert codes("13020") == [("getal-anders-genoemd", 4)]
    assert codes("13456") == [("getal-alleen", 4)]
    assert codes("60000") == [("getal-sprong", 4)]


@pytest.mark.parametrize(
    ("tekst", "getallen"),
    [
        ("In 2022 waren het er 35.535, ruim 18 duizend of 2,5 miljoen.", {35535, 18000, 2500000}),
        ("2.022 zaken in 2022", {2022}),
        ("5,380 and 1.234.567", {5380, 1234567}),
        ("12,5% van 2000", {12.5, 2000}),
        ("", set()),
    ],
)
def test_welke_getallen_een_tekst_noemt(tekst, getallen):
    assert genoemd(tekst) == getallen


@pytest.mark.parametrize(
    ("geschreven", "goed"),
    [
        ("30,000", "30000, of 30 als"),
        ("12,5%", "0.125"),
        ("٤٧٩٩١", "47991"),
        ("47.991", "47991, of 47.9910"),
        ("1.234.567", "1234567"),
        ("0,78", "0.78"),
        ("67.000,5", "67000.5"),
        ("78%", "0.78"),
        ("veel", "een getal"),
    ],
)
def test_wat_met_een_getal_in_tekst_bedoeld_zal_zijn(geschreven, goed):
    assert bedoeld(geschreven).startswith(goed)


def test_wat_alleen_volgt_uit_een_andere_fout_wordt_niet_ook_gemeld(tmp_path):
    (p,) = vind(tmp_path, "2022-12-31: {waarde: 51701", "2022-02-30: {waarde: 51701")
    assert p.code == "dag-bestaat-niet"
    gevonden = vind(tmp_path, "waarden: {2022: 35535}}", "waarden: {2021: 35535, 2022K5: 3}}")
    assert {p.code for p in gevonden} == {"parameters-waarde-ongeldig"}
    (p,) = vind(tmp_path, "{waarde: 12000, laag: 9000, hoog: 13500}", "{waarde: 12000, laag: 9000}")
    assert (p.code, p.regel) == ("parameter-halve-band", regel("waarde: 12000"))
