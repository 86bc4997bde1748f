"""Parameters that cannot be true together are refused with a message that names them and their values."""

from pathlib import Path

import pytest

from mpp.parameters import laad
from mpp.parameters.overlay import leg_over
from mpp.parameters.samenhang import toets_samenhang
from mpp.problemen import Fout
from tests.editie import PROJECT

#: Per problem: the values that make it, and what its message names.
ONZIN = {
    "samenhang-te-huisvesten": (
        {"gemeenten.taakstelling_vastgesteld": {"2023-1": 40000, "2023-2": 30000}},
        ["gemeenten.taakstelling_vastgesteld", "70000", "2023-2", "coa.begin_vergunninghouders", "16160", "ind.spoor4.productie"],
    ),
    "samenhang-opvang-bij-aanvang": (
        {"coa.begin_vertrek": {"vast": 5000}},
        ["coa.begin_procedure", "coa.begin_vergunninghouders", "coa.begin_vertrek", "49201", "51701", "2022-12-31"],
    ),
    "samenhang-wachtenden-in-de-opvang": (
        {"ind.spoor4.beginvoorraad": {"vast": 20000}},
        ["coa.begin_procedure", "28041", "ind.spoor1.beginvoorraad", "ind.spoor2.beginvoorraad", "ind.spoor4.beginvoorraad", "24320"],
    ),
    "samenhang-wachtend-op-registratie": (
        {"politie.begin_wachtend": {"vast": 100000}},
        ["politie.begin_wachtend", "100000", "ind.spoor1.beginvoorraad", "ind.spoor2.beginvoorraad", "ind.spoor4.beginvoorraad", "36320"],
    ),
    "samenhang-instroom-jaar-ervoor": (
        {"coa.instroom_aanvragers_jaar_ervoor": {"vast": 500000}},
        ["coa.instroom_aanvragers_jaar_ervoor", "500000", "instroom.eerste_aanvragen", "instroom.herhaald", "2022", "37064"],
    ),
    "samenhang-koppelduur": (
        {"gemeenten.koppelduur": {"2023": 14}, "coa.begin_vergunninghouders_oudste": {"vast": 12}},
        ["gemeenten.koppelduur", "14 maanden", "2023", "coa.begin_vergunninghouders_oudste", "12 maanden"],
    ),
    "samenhang-verlengde-termijn": (
        {"ind.beslistermijn_verlengd": {"vast": 4}},
        ["ind.beslistermijn_verlengd", "4 maanden", "ind.beslistermijn_oud", "6 maanden"],
    ),
    "samenhang-nieuwe-instroom": (
        {"ind.spoor4.behandelduur_nieuw": {"vast": 80}, "ind.spoor4.begin_oudste": {"vast": 14}},
        ["ind.spoor4.behandelduur_nieuw", "80 weken", "ind.spoor4.begin_oudste", "14 maanden"],
    ),
    "samenhang-nareis-zonder-inwilligingen": (
        {"ind.nareis.productie": {"2024": 90000}},
        ["ind.nareis.productie", "2024", "104000", "ind.nareis.beginvoorraad", "18000", "ind.spoor4.inwilligingspercentage"],
    ),
    "samenhang-bntb-zonder-late-zaken": (
        {"rvdr.begin_bntb": {"vast": 20000}},
        ["rvdr.begin_bntb", "20000", "ind.spoor4.begin_ouder_6", "ind.spoor4.beginvoorraad"],
    ),
    "samenhang-rechtbanken-vol": (
        {"rvdr.capaciteit": {"2023": 700}},
        ["rvdr.capaciteit", "700", "2023", "rvdr.begin_bntb", "4000", "rvdr.bntb_zwaarte", "0.2", "800"],
    ),
}


@pytest.fixture(scope="module")
def ps():
    return PROJECT.laad()


def overlay(map_: Path, waarden: dict[str, dict[str, float]]) -> Path:
    """A file laid over the parameters, a line per parameter."""
    regels = [
        f"  - {{parameter: {id}, aanname: 'Proef met {', '.join(map(str, perioden.values()))}.', "
        f"waarden: {{{', '.join(f'{p}: {w}' for p, w in perioden.items())}}}}}"
        for id, perioden in waarden.items()
    ]
    pad = map_ / "onzin.yml"
    pad.write_text("\n".join(["wijzigingen:", *regels]), encoding="utf-8")
    return pad


def test_de_parameters_van_de_editie_hangen_samen(ps):
    assert list(toets_samenhang(ps.bestand, ps.boom, "parameters.yml")) == []


@pytest.mark.parametrize("code", ONZIN)
def test_wat_samen_niet_kan_wordt_met_beide_namen_gemeld(ps, tmp_path, code):
    waarden, genoemd = ONZIN[code]
    with pytest.raises(Fout) as fout:
        leg_over(ps, overlay(tmp_path, waarden))
    probleem = next(p for p in fout.value.problemen if p.code == code)
    assert [deel for deel in genoemd if deel not in str(probleem)] == []
    assert probleem.bestand == "onzin.yml"
    assert probleem.regel in range(2, 2 + len(waarden))
    assert probleem.remedie


def test_in_het_parameterbestand_zelf_staat_de_regel_erbij(tmp_path):
    regels = PROJECT.parameters.read_text(encoding="utf-8").splitlines()
    begin = regels.index("  - id: gemeenten.taakstelling_vastgesteld")
    nummer = next(i for i, regel in enumerate(regels) if i > begin and "2023-2:" in regel)
    assert "27300" in regels[nummer]
    pad = tmp_path / "parameters.yml"
    pad.write_text("\n".join([*regels[:nummer], regels[nummer].replace("27300", "47300"), *regels[nummer + 1 :]]), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        laad(pad)
    assert ("samenhang-te-huisvesten", nummer + 1) in [(p.code, p.regel) for p in fout.value.problemen]


def test_de_vastgestelde_taakstelling_past_bij_wat_er_hoogstens_kan_zijn(ps, tmp_path):
    """The bound is as wide as the ranges: just within it passes, just above it does not."""
    with pytest.raises(Fout) as fout:
        leg_over(ps, overlay(tmp_path, ONZIN["samenhang-te-huisvesten"][0]))
    grens = int(next(p for p in fout.value.problemen if p.code == "samenhang-te-huisvesten").gegevens["grens"])
    assert grens > 48500
    leg_over(ps, overlay(tmp_path, {"gemeenten.taakstelling_vastgesteld": {"2023-1": 20000, "2023-2": grens - 20001}}))
    with pytest.raises(Fout):
        leg_over(ps, overlay(tmp_path, {"gemeenten.taakstelling_vastgesteld": {"2023-1": 20000, "2023-2": grens - 19999}}))


def test_een_bestand_dat_niets_over_het_begin_zegt_wordt_daar_niet_op_getoetst(ps, tmp_path):
    pad = tmp_path / "later.yml"
    editie = "editie: {vastgesteld: 2022-02-28, peildatum: 2022-01-01, jaren: [2022]}"
    pad.write_text(f"{editie}\nprognose: {{omschrijving: proef}}", encoding="utf-8")
    assert leg_over(ps, pad).vast("coa.begin_procedure") == ps.vast("coa.begin_procedure")


def test_een_regel_over_wat_er_niet_is_wordt_overgeslagen(ps):
    zonder = ps.bestand.model_copy(update={"parameters": tuple(p for p in ps.bestand.parameters if p.id != "ind.beslistermijn_oud")})
    assert list(toets_samenhang(zonder, ps.boom, "parameters.yml")) == []


def test_een_telling_van_na_de_peildatum_was_nog_niet_bekend(ps, tmp_path):
    pad = overlay(tmp_path, ONZIN["samenhang-opvang-bij-aanvang"][0])
    eerder = "editie: {peildatum: 2022-09-01}\n" + pad.read_text(encoding="utf-8")
    pad.write_text(eerder, encoding="utf-8")
    assert leg_over(ps, pad).vast("coa.begin_vertrek") == 5000
