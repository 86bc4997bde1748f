"""No text of a table becomes a formula, wherever it comes from and whatever reads it; numbers stay numbers."""

import csv
import io
import itertools
import json
from decimal import Decimal
from types import SimpleNamespace

import pytest
from openpyxl import Workbook, load_workbook

from mpp.cellen import bezwaar, eis_cellen, toets_teksten
from mpp.documenten.productiemodel import werkboek as werkboekmodule
from mpp.lezen import Blok
from mpp.opendata.bestanden import als_json, csv_vormen
from mpp.opendata.tabel import Kolom, Tabel
from mpp.parameters import laad
from mpp.parameters.overlay import leg_over
from mpp.problemen import Fout
from mpp.render.omslag import Omslag
from mpp.werkboek import schrijf
from tests.editie import PROJECT, VASTGESTELD, uitkomsten
from tests.parameters.test_laden import GOED

FORMULES = ["=1+1", "+31 6", "-x", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠x", "﹣1", " =1", "\u200b=1", "\ufeff=cmd"]
TEKSTEN = ["a=b", "2023-1", "– streep", "−5", "1-2", "DT&V", "“=”", "x\ty", "x\nregel", "", "0", "#N/A"]
TABEL = Tabel("t", "T", "", (Kolom("a", "", "tekst"), Kolom("b", "", "getal")), ("a",), {})


@pytest.mark.parametrize("tekst", [*FORMULES, "a\x07b", "a\0b"])
def test_een_tekst_die_een_formule_wordt_komt_niet_in_csv(tekst):
    with pytest.raises(Fout) as fout:
        csv_vormen(TABEL, [{"a": "goed", "b": Decimal(1)}, {"a": tekst, "b": Decimal(1)}])
    (p,) = fout.value.problemen
    assert (p.code, p.gegevens["kolom"]) == ("cel-als-formule", "a")
    assert p.wat.isprintable()


@pytest.mark.parametrize("tekst", TEKSTEN)
def test_gewone_teksten_en_negatieve_getallen_blijven_wat_zij_zijn(tekst):
    rijen = [{"a": tekst, "b": Decimal("-12.5")}]
    assert bezwaar(tekst) == ""
    assert list(csv.reader(io.StringIO(csv_vormen(TABEL, rijen)["csv"].decode(), newline="")))[1] == [tekst, "-12.5"]
    assert json.loads(als_json(TABEL, rijen, {}))["rijen"] == [{"a": tekst, "b": -12.5}]


def test_elke_cel_wordt_een_keer_gemeld():
    with pytest.raises(Fout) as fout:
        eis_cellen([("naam", "=1"), ("naam", "=1"), ("bron", "@x"), ("waarde", -1.5), ("leeg", None)])
    assert sorted(p.gegevens["kolom"] for p in fout.value.problemen) == ["bron", "naam"]


@pytest.mark.parametrize(
    ("plek", "waar"),
    [
        ("naam: MPP 2023-1", "naam"),
        ("verklaring: Geen publicatie van de overheid.", "verklaring"),
        ("titel: Cijfers", "titel"),
        ("uitgever: IND", "uitgever"),
        ("label: Afwijzing", "label"),
        ("aanname: De rest.", "aanname"),
        ("aanname: Verwacht wordt een daling.", "aanname"),
    ],
)
@pytest.mark.parametrize("tekst", ["=HYPERLINK(1)", "@x", "\tx"])
def test_een_parameterbestand_met_zo_een_tekst_wordt_geweigerd_met_regel(tmp_path, plek, waar, tekst):
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED.replace(plek, f"{plek.partition(':')[0]}: {json.dumps(tekst)}", 1), encoding="utf-8")
    regel = next(n for n, r in enumerate(pad.read_text(encoding="utf-8").splitlines(), 1) if json.dumps(tekst) in r)
    with pytest.raises(Fout) as fout:
        laad(pad)
    assert ("tekst-als-formule", regel) in [(p.code, p.regel) for p in fout.value.problemen]
    assert waar in GOED


def test_een_getal_zoals_de_bron_het_schrijft_mag_een_teken_hebben():
    blok = Blok({"waarde": -3.0, "genoemd": "-3%"})
    assert list(toets_teksten(blok, "parameters.yml")) == []
    assert [p.code for p in toets_teksten(Blok({"label": "-3%"}), "parameters.yml")] == ["tekst-als-formule"]


def test_ook_de_sleutel_van_een_bron_en_een_tekst_die_eroverheen_wordt_gelegd(tmp_path):
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED.replace("ind-2023", '"=ind"'), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        laad(pad)
    assert {p.code for p in fout.value.problemen} == {"tekst-als-formule"}
    pad.write_text(GOED, encoding="utf-8")
    over = tmp_path / "over.yml"
    over.write_text('editie: {naam: "=1+1"}\n', encoding="utf-8")
    with pytest.raises(Fout) as fout:
        leg_over(laad(pad), over)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("tekst-als-formule", 1)]


def test_in_het_werkboek_is_elke_tekst_tekst():
    """Also one that came from elsewhere than the parameter file: from the register, the glossary, the edition."""
    for tekst in [*FORMULES, *filter(None, TEKSTEN)]:
        boek = Workbook()
        schrijf(boek.active["A1"], tekst)
        omslag = Omslag(tekst, tekst, False, tekst, VASTGESTELD)
        werkboekmodule._kop(boek.create_sheet("x"), tekst, omslag, tekst)
        uit = io.BytesIO()
        boek.save(uit)
        gelezen = load_workbook(io.BytesIO(uit.getvalue()))
        for cel in (cel for blad in gelezen for rij in blad.iter_rows() for cel in rij if cel.value is not None):
            assert cel.data_type == "s"
            assert cel.quotePrefix == bool(bezwaar(cel.value))
        assert gelezen.worksheets[0]["A1"].value == tekst


def test_een_en_teken_in_de_kop_van_een_blad_is_geen_opdracht():
    boek = Workbook()
    werkboekmodule._kop(boek.active, "x", Omslag("DT&V &P", "openbaar", False, "A&B", VASTGESTELD), "")
    assert boek.active.oddHeader.left.text == "DT&&V &&P"


def test_geen_tekst_van_de_editie_en_van_het_programma_is_een_formule():
    from mpp.lezen import lees

    mappen = ("mpp/uitkomsten/indicatoren.yml", "mpp/opendata/tabellen.yml", "mpp/opendata/eenheden.yml", "glossary.yml", "parameters.yml")

    def teksten(deel):
        if isinstance(deel, dict):
            yield from itertools.chain.from_iterable(map(teksten, [*deel.keys(), *deel.values()]))
        elif isinstance(deel, list):
            yield from itertools.chain.from_iterable(map(teksten, deel))
        elif isinstance(deel, str):
            yield deel

    alle = [tekst for naam in mappen for tekst in teksten(lees(PROJECT.wortel / naam))]
    assert len(alle) > 1000
    assert [tekst for tekst in alle if bezwaar(tekst)] == []


def test_de_uitkomsten_die_met_de_rapportage_meereizen_ook():
    from mpp.documenten.rapportage import cijfers_csv

    u = uitkomsten()
    assert cijfers_csv(u).startswith(b"indicator,naam,")
    eerste, *rest = u.rijen("extern")
    rijen = [eerste._replace(naam="=cmd|' /C calc'!A0"), *rest]
    with pytest.raises(Fout) as fout:
        cijfers_csv(SimpleNamespace(editie=u.editie, rijen=lambda niveau: rijen))
    assert [p.code for p in fout.value.problemen] == ["cel-als-formule"]
