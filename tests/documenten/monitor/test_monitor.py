"""The monitor: per indicator what came beside what was expected, the deviation, the mark, the text of the analyst and the source."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from mpp.controle import verapdf
from mpp.controle.keuring import keur
from mpp.documenten.document import DOCUMENTEN
from mpp.documenten.monitor import bladzijden, monitor, ontbreekt, van_bestand
from mpp.getal.getal import Naam
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import OnbekendeOorsprong
from mpp.problemen import Fout
from mpp.render.omslag import omslag
from mpp.ronde.status import Status
from mpp.uitgave.samenstellen import stel_samen, weggelaten
from tests.documenten.proef import kopie, vervang
from tests.editie import PROJECT
from tests.monitor.delen import KOP, regel, schrijf

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A", staat="openbaar")


@pytest.fixture(scope="module")
def pagina(u):
    return html.fromstring(bladzijden(u, STATUS).goed().web)


@pytest.fixture
def wortel(tmp_path) -> Path:
    return kopie(tmp_path, "monitor")


def woorden(element) -> str:
    return " ".join(element.text_content().split())


def deel(pagina, naam):
    return next(s for s in pagina.find_class("deel") if woorden(s.find(".//h3")).startswith(naam))


def test_elk_domein_heeft_zijn_indicatoren_met_elk_een_grafiek(pagina):
    for domein in ("asiel", "regulier", "bewaring"):
        sectie = pagina.get_element_by_id(domein).getparent()
        assert len(list(sectie.iter("h3"))) == len(list(sectie.iter("img"))) >= 3


def test_een_indicator_geeft_periode_realisatie_prognose_afwijking_en_band(pagina):
    totaal = deel(pagina, "Totale asielinstroom")
    assert {woorden(rij[0]): woorden(rij[1]) for rij in totaal.iter("tr")} == {
        "Periode": "januari tot en met juni",
        "Realisatie": "20.122",
        "Prognose medio": "29.670 (band 21.960 – 33.920)",
        "Afwijking": "−32,2%, onder de band: reden om te kijken",
    }


def test_het_merk_is_een_reden_om_te_kijken_en_niet_meer(pagina):
    tekst = woorden(pagina)
    assert "een afwijking van 15% op een indicator aanleiding" in tekst
    assert "over een bijstelling besluit het Topberaad" in tekst
    assert "reden om te kijken" not in woorden(deel(pagina, "Bezetting COA"))


def test_een_som_over_meer_maanden_is_zo_gemerkt(pagina):
    assert "alleen de som bekend; de streeplijn loopt daarover" in woorden(deel(pagina, "Totale asielinstroom"))
    assert "streeplijn" not in woorden(deel(pagina, "Ingereisde nareizigers"))


def test_van_maanden_die_niet_bekend_zijn_staat_er_waarom(pagina):
    assert "Niet bekend: januari tot en met februari. De bron noemt alleen maart." in woorden(deel(pagina, "Aanvragen mvv nareis"))


def test_zonder_realisatie_zegt_de_monitor_dat_per_indicator(pagina):
    for domein, namen in (("regulier", "Instroom mvv en vvr"), ("bewaring", "Instroom bewaring")):
        sectie = pagina.get_element_by_id(domein).getparent()
        assert "geen realisatie bekend." in woorden(sectie)
        assert namen in woorden(sectie.find_class("half")[0])
        assert all("Er is geen realisatie bekend." in img.get("alt") for img in sectie.iter("img"))


def test_de_bron_staat_onder_elke_grafiek_en_elke_regel_van_het_bestand_in_de_lijst(pagina, u):
    from mpp.documenten.monitor.deel import Deel
    from mpp.monitor.bestand import lees_realisaties
    from mpp.monitor.vergelijken import vergelijk
    from mpp.monitor.verwachting import VanModel
    from tests.monitor.delen import LIJST

    r = lees_realisaties(PROJECT.wortel / "monitor/realisaties.csv", LIJST, PROJECT.wortel)
    voet = Deel(vergelijk(LIJST.alle["instroom.nareis"], r, VanModel(u)), u, Naam("MPP 2023-1", "editie:naam")).voet.tekst
    assert voet == "Bron: realisatie IND, Asielinstroom in januari 2023, 10 februari 2023; prognose MPP-productiemodel. MPP 2023-1."
    assert len(list(pagina.iter("figcaption"))) == len(list(pagina.iter("img")))
    assert all(", peildatum 1 januari 2023." in woorden(voet) for voet in pagina.iter("figcaption"))
    rijen = pagina.find_class("rijen")[0].findall(".//tbody/tr")
    assert len(rijen) == len(list(r.alle))
    for rij, tr in zip(r.alle, rijen, strict=True):
        assert rij.bronvermelding in woorden(tr)
        assert rij.toelichting in woorden(tr)


def test_de_alternatieve_tekst_noemt_wat_kwam_en_wat_was_verwacht(pagina):
    alt = deel(pagina, "Voorraad spoor 4").find(".//img").get("alt")
    assert "Realisatie eind juni: 37.000; in medio verwacht: 41.140." in alt


def test_de_tekst_van_de_analist_staat_erbij_en_de_vergelijking_erin_is_berekend(pagina):
    tekst = woorden(deel(pagina, "Ingereisde nareizigers"))
    assert "Het aantal ingereisde nareizigers was lager dan in medio verwacht." in tekst


def test_elk_getal_is_opnieuw_te_berekenen_uit_zijn_oorsprong(pagina, u):
    narekening = Narekening(u)
    alle = [d for d in pagina.iter("data") if (d.get("data-bron") or "").startswith("monitor:") and "woord" not in d.get("class")]
    assert len(alle) > 60
    for d in alle:
        op = float(d.get("data-afronding"))
        assert narekening.waarde(d.get("data-bron"), d.get("data-sleutel") or "") == pytest.approx(float(d.get("value")), abs=op / 2 + 1e-9)


@pytest.mark.parametrize(
    ("bron", "sleutel"),
    [("gekomen:instroom.nareis", "2023-02"), ("verwacht:instroom.x", "2023-01|medio"), ("x:instroom.nareis", "2023-01")],
)
def test_een_oorsprong_die_er_niet_is(u, bron, sleutel):
    with pytest.raises(OnbekendeOorsprong):
        Narekening(u).waarde(f"monitor:{bron}", sleutel)


def fouten(u, wortel, *vervangingen):
    vervang(wortel / "monitor" / "teksten.yml", *vervangingen)
    with pytest.raises(Fout) as fout:
        bladzijden(u, STATUS, wortel).goed()
    return {p.code: p for p in fout.value.problemen}


def test_een_tekst_met_een_getypt_cijfer_of_een_getypte_vergelijking_houdt_de_monitor_tegen(u, wortel):
    gevonden = fouten(
        u,
        wortel,
        ("hier staat de telling van de IND", "dat zijn er 261"),
        ("Een korte periode zegt weinig", "De instroom is lager dan in medio verwacht en zegt weinig"),
    )
    assert gevonden.keys() >= {"tekst-cijfer-getypt", "tekst-claim-getypt"}
    assert all(p.bestand == "monitor/teksten.yml" and p.regel for p in gevonden.values())


def test_een_duiding_van_een_indicator_die_de_monitor_niet_volgt(u, wortel):
    assert fouten(u, wortel, ("  instroom.amv:\n", "  instroom.amf:\n"))["tekst-ongebruikt"].gegevens["sleutel"] == "duiding.instroom.amf.0"


def test_fouten_in_het_bestand_komen_met_hun_regel(u, wortel):
    vervang(wortel / "monitor" / "realisaties.csv", ("2023-01,2991", "2023-01,2.991"))
    with pytest.raises(Fout) as fout:
        monitor(u, STATUS, wortel)
    assert [p.plaats for p in fout.value.problemen] == ["monitor/realisaties.csv:3"]


def test_een_editie_zonder_bestand_heeft_geen_monitor_en_dat_wordt_gezegd(u, wortel, monkeypatch):
    (wortel / "monitor" / "realisaties.csv").unlink()
    assert monitor(u, STATUS, wortel) == {}
    monkeypatch.setattr("mpp.documenten.monitor.waarom_geen", lambda *_: "er zijn geen cijfers")
    assert ontbreekt(u, STATUS) == "er zijn geen cijfers"
    assert weggelaten(DOCUMENTEN.values(), u, STATUS) == ["Geen monitor: er zijn geen cijfers."]
    assert stel_samen([DOCUMENTEN["monitor"]], u, STATUS) == {}


def test_een_los_bestand_geeft_een_monitor_zonder_de_feiten_van_de_editie(u, tmp_path):
    pad = schrijf(tmp_path, regel("ind.spoor1.voorraad", "2023-06-30", 4000), kop=KOP)
    pagina = html.fromstring(van_bestand(pad, None, None, u, STATUS)["monitor.html"])
    assert "+8,0%" in woorden(deel(pagina, "Voorraad spoor 1"))
    assert "dezelfde brief" not in woorden(pagina)


def test_naast_een_eerdere_editie_noemt_elke_bladzijde_die(u):
    bestanden = van_bestand(PROJECT.wortel / "monitor" / "realisaties.csv", "2022-2", None, u, replace(STATUS, concept=True))
    pagina = html.fromstring(bestanden["monitor-CONCEPT.html"])
    assert pagina.get("data-editie") or pagina.find_class("monitor")[0].get("data-editie") == "MPP 2022-2 (zoals gepubliceerd)"
    assert woorden(pagina.find(".//h1")) == "Monitor van MPP 2022-2"
    assert "Over dit deel van het jaar is van deze indicator geen prognose gepubliceerd." in woorden(deel(pagina, "Bezetting COA"))
    assert "Prognose medio" in woorden(deel(pagina, "Instroom amv"))


def test_zelfde_invoer_zelfde_bladzijden(u):
    assert bladzijden(u, STATUS) == bladzijden(u, STATUS)


def test_de_pdf_is_goed_en_ongeveer_acht_bladzijden(u, tmp_path):
    bestanden = monitor(u, STATUS)
    assert bestanden.keys() == {"monitor.pdf", "monitor.html"}
    assert keur(bestanden, omslag(u, STATUS)) == []
    pad = tmp_path / "monitor.pdf"
    pad.write_bytes(bestanden["monitor.pdf"])
    with pikepdf.open(pad) as pdf:
        assert 7 <= len(pdf.pages) <= 9
    uitslag = verapdf.toets([pad])
    if uitslag.niet_getoetst:
        pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
    assert [str(p) for p in uitslag.problemen] == []
