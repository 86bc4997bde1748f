"""Every chart: drawn the same each time, in our own letters, told in words and in numbers."""

import re
import warnings

import pytest

import figures
from figures.stijl import svg
from figures.stijl.labels import cijfer
from figures.stijl.letters import FAMILIE, letters
from figures.stijl.reeksen import _getoond, realisatie, verloop
from figures.stijl.vel import HALF, HEEL, REALISATIES, Vel, voetregel
from mpp.figuur import figuur
from mpp.parameters import Parameterset
from mpp.problemen import Fout
from mpp.uitkomsten import Uitkomsten, indicator, indicatoren, register
from tests.editie import PROJECT


def getekend(figuur) -> str:
    """All words in a figure, in one line."""
    from matplotlib.text import Text

    return " ".join(t.get_text() for t in figuur.findobj(Text) if t.get_text())


@pytest.mark.parametrize("naam", figures.NAMEN)
class TestElkeFiguur:
    def test_twee_keer_dezelfde_bytes(self, naam, u):
        assert figures.svg(naam, u) == figures.svg(naam, u)

    def test_letters_als_vorm_en_niets_van_buiten(self, naam, u):
        tekst = figures.svg(naam, u).decode()
        assert "<text" not in tekst
        assert "font-family" not in tekst
        assert not re.search(r'(?:href|src)="(?!#)', tekst)
        assert "<dc:date>" not in tekst

    def test_alle_letters_zijn_die_van_ons(self, naam, u):
        from matplotlib.text import Text

        for tekst in figures.lees(naam).teken(u).findobj(Text):
            if tekst.get_text():
                assert tekst.get_fontfamily() == [FAMILIE], tekst.get_text()

    def test_bron_editie_en_peildatum_staan_eronder(self, naam, u):
        tekst = getekend(figures.lees(naam).teken(u))
        assert voetregel(u, figures.lees(naam).BRON) in tekst
        assert "[" not in tekst
        assert "niet openbaar" not in tekst
        assert u.editie.titel in tekst
        assert "peildatum 1 januari 2023" in tekst

    def test_titel_en_jaren_staan_erboven_of_niet(self, naam, u):
        module = figures.lees(naam)
        assert module.TITEL in getekend(module.teken(u))
        assert module.TITEL not in getekend(module.teken(u, kop=False))
        assert "{" not in getekend(module.teken(u))

    def test_alt_noemt_jaren_en_getallen(self, naam, u):
        alt = figures.lees(naam).alt(u)
        assert str(u.jaren[0]) in alt
        assert len(re.findall(r"\d+(?:\.\d{3})*", alt)) >= 4
        assert alt.endswith(".")

    def test_zo_wordt_zij_voorgelezen(self, naam, u, snapshot):
        assert figures.lees(naam).alt(u) == snapshot

    def test_de_getallen_erachter(self, naam, u):
        tabel = figures.lees(naam).gegevens(u)
        assert len(tabel) >= 4
        assert tabel.select_dtypes("number").notna().any().all()

    def test_past_op_hele_en_halve_breedte(self, naam, u):
        module = figures.lees(naam)
        for breedte in (HEEL, HALF):
            assert module.teken(u, breedte).get_figwidth() == breedte

    def test_neutrale_woorden(self, naam, u):
        module = figures.lees(naam)
        woorden = f"{module.TITEL} {module.ONDERTITEL} {module.alt(u)}".lower()
        assert not re.search(r"helaas|fors|explosie|enorm|slechts|maar liefst|dramatisch", woorden)


def test_elk_bestand_is_een_figuur_en_omgekeerd():
    from pathlib import Path

    bestanden = {pad.stem for pad in Path(figures.__file__).parent.glob("*.py")} - {"__init__"}
    assert bestanden == set(figures.NAMEN)


@pytest.mark.parametrize("naam", figures.NAMEN)
def test_een_figuur_toont_alleen_wat_haar_document_mag_tonen(naam, u, monkeypatch):
    """All charts stand in the rapportage; those of the infographic in a document for everyone."""
    gevraagd = set()

    def onthoud(id, niveau="intern"):
        gevraagd.add(id)
        return indicator(id, niveau)

    monkeypatch.setattr("mpp.uitkomsten.kubus.indicator", onthoud)
    module = figures.lees(naam)
    module.teken(u), module.alt(u), module.gegevens(u)
    in_infographic = f"beeld('{naam}'" in (PROJECT.wortel / "infographic/infographic.html.j2").read_text(encoding="utf-8")
    assert gevraagd <= indicatoren("extern" if in_infographic else "intern").keys()


@pytest.mark.parametrize(
    ("naam", "indicator"),
    [
        ("instroom", "instroom.totaal"),
        ("coa_bezetting", "coa.bezetting"),
        ("ind_voorraad", "ind.asiel.voorraad"),
        ("nareis", "instroom.nareis"),
        ("nidos", "nidos.pupillen"),
        ("bewaring", "dji.instroom"),
        ("politie", "politie.registraties_per_dag"),
    ],
)
def test_alt_noemt_medio_en_band_van_het_eerste_en_laatste_jaar(naam, indicator, u):
    alt = figures.lees(naam).alt(u)
    eenheid = register()[indicator].eenheid
    for scenario in u.scenarios:
        reeks = u.reeks(indicator, scenario)
        assert cijfer(reeks[0], eenheid) in alt
        assert cijfer(reeks[-1], eenheid) in alt


def test_een_minimum_boven_het_maximum_staat_erbij(u):
    from mpp.getal.scenarios import omgekeerde_jaren

    for naam in ("nareis", "instroom", "ind_termijn", "nidos"):
        module = figures.lees(naam)
        anders = any(omgekeerde_jaren(indicator, u=u) for indicator, _ in module.PANELEN.values())
        zegt = "een hogere waarde dan het maximum"
        assert (zegt in " ".join(getekend(module.teken(u)).split())) == (zegt in module.alt(u)) == anders
    assert omgekeerde_jaren("ind.nareis.voorraad", u=u) == tuple(u.jaren)


def _met_weglating(u):
    """The edition in which every realisation leaves something out."""
    reeksen = tuple(
        r.model_copy(update={"waarden": {m: w.model_copy(update={"zonder": "wie er al was"}) for m, w in r.waarden.items()}})
        for r in u.ps.bestand.realisaties
    )
    ps = Parameterset(u.ps.bestand.model_copy(update={"realisaties": reeksen}), u.ps.boom, u.ps.pad)
    return Uitkomsten(ps, u.prognose, u._maanden, u.scenarios, u.met_trekkingen._getrokken)


@pytest.mark.parametrize("naam", figures.NAMEN)
def test_wat_een_realisatie_weglaat_staat_onder_de_figuur_en_wordt_voorgelezen(naam, u, monkeypatch):
    getoond, alle = set(), _met_weglating(u)

    def onthoud(u, indicator):
        punten = _getoond(u, indicator)
        getoond.update([indicator] if punten else [])
        return punten

    monkeypatch.setattr("figures.stijl.reeksen._getoond", onthoud)
    module = figures.lees(naam)
    module.teken(u), module.alt(u)
    in_bron = {id for ids in REALISATIES.findall(module.BRON) for id in ids.split()}
    assert getoond <= in_bron, "the realisations of a chart stand in its source line"
    zegt = "zonder wie er al was"
    assert (zegt in " ".join(getekend(module.teken(alle)).split())) == (zegt in figures.alt(naam, alle)) == bool(in_bron)


def test_alleen_de_instroom_laat_in_deze_editie_iets_weg(u):
    assert "(2022 zonder hervestiging en relocatie); prognose" in " ".join(getekend(figures.lees("instroom").teken(u)).split())
    assert figures.alt("instroom", u).endswith(" Realisatie 2022 zonder hervestiging en relocatie.")
    assert [naam for naam in figures.NAMEN if figures.alt(naam, u) != figures.lees(naam).alt(u)] == ["instroom"]


def test_realisatie_houdt_op_waar_de_prognose_begint(u):
    """What came after the peildatum is for the monitor; a stock is compared at the turn of the year."""
    for id in u.ps.realisaties:
        assert all(isinstance(jaar, int) and jaar < u.jaren[0] for jaar in realisatie(u, id))
    assert realisatie(u, "coa.bezetting")[2022] == u.ps.realisaties["coa.bezetting"].waarden["2022-12-31"].waarde


def test_zonder_openbare_realisatie_is_er_alleen_prognose(u):
    v = verloop(u, "politie.registraties")
    assert v.realisatie == {}
    assert v.medio == tuple(u.reeks("politie.registraties", "medio"))


def test_een_teken_dat_de_letter_niet_heeft_is_een_fout(u):
    vel = Vel(u, "Titel", "Ondertitel", "bron", breedte=HEEL, hoogte=20)
    vel.figuur.text(0.5, 0.5, "漢", family=FAMILIE)
    with pytest.raises(UserWarning, match="missing from font"):
        svg(vel.figuur)


def test_een_ontbrekend_letterbestand_is_een_fout(tmp_path, monkeypatch):
    from mpp import lettertypen

    letters.cache_clear()
    weg = tuple(tmp_path / f"IBMPlexSans-{snede}.ttf" for snede in ("Regular", "SemiBold"))
    monkeypatch.setattr(lettertypen, "truetype", lambda: weg)
    with pytest.raises(FileNotFoundError):
        letters()
    letters.cache_clear()


def test_geen_systeemletter_kan_invallen():
    from matplotlib import font_manager

    letters()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for gewicht in letters():
            gevonden = font_manager.fontManager.findfont(
                font_manager.FontProperties(family=[FAMILIE], weight=gewicht), fallback_to_default=False
            )
            assert gevonden == str(letters()[gewicht])


def test_een_hoofdstuk_krijgt_de_figuur_met_haar_beschrijving(u):
    gevraagd = figuur("instroom", u=u)
    assert gevraagd.alt == figures.alt("instroom", u)
    assert gevraagd.svg.startswith(b"<?xml")


def test_twee_figuren_naast_elkaar_zijn_er_een_met_beide_beschrijvingen(u):
    samen = figuur("instroom", "coa_bezetting", u=u)
    assert samen.alt == f"{figures.alt('instroom', u)} {figures.alt('coa_bezetting', u)}"
    breed, hoog = (float(maat) for maat in re.search(rb'width="([\d.]+)pt" height="([\d.]+)pt"', samen.svg).groups())
    assert breed == pytest.approx(72 * HEEL)
    for naam, links in (("instroom", 0), ("coa_bezetting", 72 * (HEEL - HALF))):
        assert hoog >= 72 * figures.lees(naam).teken(u, HALF).get_figheight() - 1e-6
        assert f"translate({links:g} 0)".encode() in samen.svg
        tekening = figures.svg(naam, u, HALF).partition(b"</metadata>")[2].rpartition(b"</svg>")[0]
        assert tekening in samen.svg


def test_een_onbekende_figuur_noemt_wat_erop_lijkt(u):
    with pytest.raises(Fout) as fout:
        figuur("instrom", u=u)
    assert fout.value.problemen[0].code == "figuur-onbekend"
    assert "instroom" in fout.value.problemen[0].remedie


def test_uit_een_lijn_is_geen_getal_fijner_af_te_lezen_dan_het_wordt_getoond():
    """A coordinate of six decimals would give back the number of the model; a hundredth of a point is about ten people."""
    from matplotlib.figure import Figure

    from figures.stijl import svg

    figuur = Figure(figsize=(6, 3))
    figuur.subplots().plot([1.23456789, 2.3456789], [67012.4321, 70123.98765], marker="o")
    getekend = svg(figuur).decode()
    plekken = re.findall(r'(?<= )(?:d|x|y)="([^"]*)"|translate\(([^)]*)\)', getekend)
    assert len(plekken) > 20
    assert [plek for delen in plekken for plek in delen if re.search(r"\.\d{3}", plek)] == []
