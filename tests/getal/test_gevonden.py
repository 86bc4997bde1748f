"""What was found last before the peildatum, and the sources of a number: neither a day nor a source is typed in a text."""

from datetime import date
from types import SimpleNamespace

import pytest

from mpp.getal.cijfers import g, n, p, r, standdatum
from mpp.getal.gevonden import bron_van, laatst, laatste_jaar, wanneer
from mpp.getal.tabel import Tabel
from mpp.problemen import Fout


def op(u, dag):
    """The edition with another peildatum, as far as these words look at it."""
    editie = u.editie.model_copy(update={"peildatum": dag})
    ps = SimpleNamespace(realisaties=u.ps.realisaties, editie=editie)
    return SimpleNamespace(ps=ps, editie=editie)


def test_het_laatste_cijfer_is_dat_van_voor_de_peildatum(u):
    assert laatst("nidos.pupillen", u=u).sleutel == "2022-03-31"
    assert laatst("ind.nareis.voorraad", u=u).sleutel == "2022-12-31"
    assert laatst("ind.nareis.voorraad", u=op(u, date(2023, 7, 1))).sleutel == "2023-06-30"


@pytest.mark.parametrize(
    ("id", "tekst"),
    [
        ("nidos.pupillen", "in maart 2022"),
        ("dtv.caseload", "eind 2020"),
        ("politie.wachtend_op_registratie", "op 16 augustus 2022"),
        ("ind.regulier.instroom", "in 2021"),
        ("gemeenten.gehuisvest", "in de tweede helft van 2022"),
    ],
)
def test_wanneer_dat_was_staat_er_zoals_in_een_zin(u, id, tekst):
    assert wanneer(id, u=u).tekst == tekst
    assert laatste_jaar(id, u=u).tekst == tekst[-4:]


def test_van_wat_niet_is_gevonden_wordt_dat_gezegd(u):
    for id, dag, code in (
        ("nidos.pupillen", date(2022, 1, 1), "getal-niet-gevonden"),
        ("nidos.pupil", date(2023, 1, 1), "getal-realisatie-onbekend"),
    ):
        with pytest.raises(Fout) as fout:
            laatst(id, u=op(u, dag))
        assert [probleem.code for probleem in fout.value.problemen] == [code]


def test_de_bron_is_die_van_de_waarde_zelf_en_anders_van_de_reeks(u):
    assert bron_van(r("instroom.totaal", 2022, u=u), u=u).tekst == "IND, 11 januari 2023"
    assert bron_van(r("dtv.instroom", 2022, u=u), u=u).tekst == "DT&V, 1 februari 2025"
    assert bron_van(p("coa.bezettingspercentage", 2024, u=u), u=u).tekst == "COA, 5 december 2022"
    assert bron_van(g("instroom.totaal", 2023, u=u), u=u).tekst == "JenV, 13 juli 2023 en NOS, 28 april 2023"
    assert bron_van(p("coa.begin_vertrek", u=u), u=u).tekst == "aanname"


def test_een_berekend_getal_heeft_geen_bron(u):
    with pytest.raises(Fout) as fout:
        bron_van(n("coa.bezetting", 2023, u=u), u=u)
    assert [(p.code, "indicator:coa.bezetting" in str(p)) for p in fout.value.problemen] == [("bron-van-berekend", True)]


@pytest.mark.parametrize(("dag", "tekst"), [(date(2023, 1, 1), "eind 2022"), (date(2023, 7, 1), "1 juli 2023")])
def test_de_dag_van_de_beginstanden(u, dag, tekst):
    assert standdatum(u=SimpleNamespace(editie=u.editie.model_copy(update={"peildatum": dag}))).tekst == tekst


def test_een_tabel_zonder_rijen_zegt_dat():
    assert "| geen |  |" in Tabel(["Wat", "Waarde"], [], [10, 10])._repr_markdown_()
