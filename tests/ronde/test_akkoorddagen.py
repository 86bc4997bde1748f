"""Consent is given once there is what it is about, and before the adoption; after it, only to what a correction changes."""

from datetime import date

import pytest

from mpp.parameters.akkoordbestand import NAAM
from mpp.problemen import Fout
from mpp.ronde.akkoorddagen import te_vroeg, toets_akkoorddagen
from tests.akkoord.conftest import KOP, rij
from tests.peildatum.editie import boom, lees
from tests.ronde.stappen import OFFICIEEL, anders, codes, editie, punten, status_van, stel_vast


@pytest.fixture
def met_akkoord_van(tmp_path):
    """The edition in which the IND agreed on a day, locked."""

    def maak(dag: str):
        (tmp_path / NAAM).unlink(missing_ok=True)
        kaal = editie(tmp_path, OFFICIEEL, vergrendeld=False)
        (tmp_path / NAAM).write_text(f"{KOP}invoer:\n{rij(kaal, datum='2023-04-01')}{rij(kaal, datum=dag)}", encoding="utf-8")
        return editie(tmp_path, OFFICIEEL)

    return maak


def test_tot_en_met_de_dag_van_vaststelling(met_akkoord_van):
    assert list(toets_akkoorddagen(met_akkoord_van("2023-04-28"))) == []


def test_een_dag_later_kan_niet_zolang_niets_is_vastgesteld(met_akkoord_van):
    (p,) = toets_akkoorddagen(met_akkoord_van("2023-04-29"))
    assert (p.code, p.bestand, p.regel) == ("akkoord-te-laat", NAAM, 5)
    assert p.wat.startswith("Het akkoord van IND bij ind.inwilliging is van 2023-04-29, ")
    assert ("correctie" in p.wat, "vastgesteld in het parameterbestand" in p.remedie) == (True, True)


def test_na_de_vaststelling_kan_een_gewijzigde_waarde_opnieuw_akkoord_krijgen(met_akkoord_van, tmp_path):
    ps = met_akkoord_van("2023-04-02")
    stel_vast(ps, "werkgroep", "2023-04-03")
    stel_vast(ps, "topberaad", "2023-04-28")
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    stand = ps.akkoorden.laatste["invoer", "IND", "ind.inwilliging"]
    met_nieuw = (tmp_path / NAAM).read_text(encoding="utf-8") + rij(ps, datum="2023-05-20")
    (tmp_path / NAAM).write_text(met_nieuw, encoding="utf-8")
    ps = anders(ps)
    assert list(toets_akkoorddagen(ps)) == []
    assert ps.akkoorden.laatste["invoer", "IND", "ind.inwilliging"].hash != stand.hash


# ---- before there is what it is about ----


@pytest.fixture
def juli(tmp_path):
    """The shipped edition as one with the peildatum 1 July 2023."""
    return lees(boom(), tmp_path)


@pytest.mark.parametrize("id", ["coa.begin_procedure", "ind.spoor4.beginvoorraad"])
def test_de_stand_van_de_peildatum_is_er_op_die_dag(juli, id):
    assert "het is de stand van 2023-07-01" in te_vroeg("invoer", id, date(2023, 6, 30), juli)
    assert te_vroeg("invoer", id, date(2023, 7, 1), juli) == ""


@pytest.mark.parametrize("id", ["ind.spoor4.productie", "gemeenten.taakstelling_vastgesteld", "ind.spoor4.inwilligingspercentage"])
def test_een_plan_een_taakstelling_en_een_raming_zijn_er_eerder(juli, id):
    assert te_vroeg("invoer", id, date(2023, 5, 1), juli) == ""


def test_uitkomsten_zijn_er_na_de_peildatum(juli):
    assert "2023-07-01" in te_vroeg("uitkomsten", "coa.bezetting", date(2023, 6, 30), juli)
    assert te_vroeg("uitkomsten", "coa.bezetting", date(2023, 7, 1), juli) == ""


MAANDEN = """\
realisaties:
  - id: ind.maand
    label: Deel per maand
    eenheid: aandeel
    eigenaar: IND
    periode: maand
    bron: BRON
    waarden: {2022-12: {waarde: 0.22, genoemd: "22%"}}
"""


def volgend(map_, bron: str = "ind-2023"):
    """The edition in which a share follows from that of last December, and another share from that."""
    tekst = OFFICIEEL.replace("realisaties: []\n", MAANDEN.replace("BRON", bron)).replace(
        "bronnen:\n", "bronnen:\n  plan: {titel: Plan, uitgever: IND, datum: 2022-11-11, soort: officieel}\n"
    )
    tekst = tekst.replace("aanname: De rest.", "aanname: De rest.\n    volgt_uit: ind.maand['2022-12']")
    tekst = tekst.replace("2024: 0.3}", "2024: {waarde: 0.3, klopt: '0,3, want het daalt'}}")
    return editie(map_, tekst.replace("    validatie:", "    volgt_uit: 1 - ind.afwijzing\n    validatie:"), vergrendeld=False)


def test_wat_volgt_uit_een_maand_is_er_als_die_voorbij_is(tmp_path):
    ps = volgend(tmp_path)
    for id in ("ind.afwijzing", "ind.inwilliging"):
        assert (
            te_vroeg("invoer", id, date(2022, 12, 31), ps) == "de waarde rust op ind.maand, en dat is in 2022-12 pas op 2023-01-01 bekend"
        )
        assert te_vroeg("invoer", id, date(2023, 1, 1), ps) == ""


def test_wat_voor_die_maand_was_aangekondigd_is_er_eerder(tmp_path):
    assert te_vroeg("invoer", "ind.afwijzing", date(2022, 12, 1), volgend(tmp_path, "plan")) == ""


def test_een_akkoord_op_een_stand_van_voor_de_peildatum_staat_met_zijn_regel(tmp_path):
    stand = OFFICIEEL.replace(
        "    periode: jaar\n    waarden: {2023: 0.22", "    periode: jaar\n    peildatum: 2023-01-01\n    waarden: {2023: 0.22"
    )
    kaal = editie(tmp_path, stand, vergrendeld=False)
    goed, eerder = rij(kaal, datum="2022-12-20"), rij(kaal, parameter="ind.afwijzing", datum="2022-12-20")
    (tmp_path / NAAM).write_text(f"{KOP}invoer:\n{goed}{eerder}", encoding="utf-8")
    (p,) = toets_akkoorddagen(editie(tmp_path, stand))
    assert (p.code, p.bestand, p.regel) == ("akkoord-te-vroeg", NAAM, 5)
    assert p.wat == "Het akkoord van IND bij ind.afwijzing is van 2022-12-20, en dat kan niet: het is de stand van 2023-01-01."


# ---- every command that makes documents ----


@pytest.mark.parametrize("dag", ["2023-04-29", "2022-12-31"])
def test_geen_document_en_geen_stap_van_een_editie_met_een_akkoord_van_een_dag_die_niet_kan(tmp_path, dag):
    code = "akkoord-te-laat" if dag > "2023-04" else "akkoord-te-vroeg"
    velden = f"organisatie: COA, indicator: coa.bezetting, hash: '0123456789abcdef', besluit: ja, door: A. Bakker, datum: {dag}"
    (tmp_path / NAAM).write_text(f"{KOP}uitkomsten:\n  - {{{velden}}}\n", encoding="utf-8")
    ps = editie(tmp_path, OFFICIEEL)
    with pytest.raises(Fout) as fout:
        status_van(ps)
    assert [(p.code, p.bestand) for p in fout.value.problemen] == [(code, NAAM)]
    assert codes(punten(ps, "werkgroep", "2023-04-28")) == [code]
