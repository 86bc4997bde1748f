"""The document "productiemodel": all indicators by partner, a page per domain, for reading and as a workbook."""

import datetime
import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from openpyxl import load_workbook

from mpp.controle.keuring import keur
from mpp.controle.openbaar import toets_openbaar
from mpp.controle.paginatekst import paginateksten
from mpp.controle.tagboom import tagboom
from mpp.documenten.productiemodel import productiemodel
from mpp.documenten.productiemodel.bladen import SOORTEN, TITELS
from mpp.documenten.productiemodel.werkboek import KOPREGEL, TOELICHTING, WOORDEN, getalnotatie
from mpp.parameters import Parameterset
from mpp.problemen import Fout
from mpp.render.omslag import omslag
from mpp.ronde.status import Status
from mpp.uitkomsten import bereken, indicator, indicatoren
from mpp.weergave.afronding import rond, stap
from mpp.weergave.opmaak import opmaak
from tests.documenten.proef import kopie
from tests.editie import PROJECT

STATUS = Status(concept=True, redenen=("proef",), classificatie="openbaar", route="B")
A3 = (297 / 25.4 * 72, 420 / 25.4 * 72)


@pytest.fixture(scope="module")
def bestanden(u) -> dict[str, bytes]:
    return productiemodel(u, STATUS)


@pytest.fixture(scope="module")
def pdf(bestanden):
    with pikepdf.open(io.BytesIO(bestanden["productiemodel.pdf"])) as geopend:
        yield geopend


@pytest.fixture(scope="module")
def pagina(bestanden):
    return html.fromstring(bestanden["productiemodel.html"])


@pytest.fixture(scope="module")
def werkboek(bestanden):
    return load_workbook(io.BytesIO(bestanden["productiemodel.xlsx"]))


@pytest.fixture
def wortel(tmp_path) -> Path:
    return kopie(tmp_path, "productiemodel")


def woorden(element) -> str:
    return " ".join(element.text_content().split())


def van(domein):
    return [i for i in indicatoren("extern").values() if i.domein == domein]


class TestPaginas:
    def test_precies_drie_bladzijden_a3_elk_met_haar_titel(self, pdf):
        teksten = list(paginateksten(pdf))
        assert len(teksten) == 3
        for tekst, titel in zip(teksten, ("MPP Asiel", "MPP Regulier", "MPP Bewaring"), strict=True):
            assert titel in tekst
        for blad in pdf.pages:
            assert [float(maat) for maat in blad.mediabox[2:]] == pytest.approx(A3, abs=1)

    def test_elke_bladzijde_noemt_editie_staat_en_dat_zij_niet_officieel_is(self, bestanden, u, pdf):
        assert keur(bestanden, omslag(u, STATUS), "extern") == []
        for tekst in paginateksten(pdf):
            assert all(woord in tekst for woord in (u.editie.titel, "CONCEPT · openbaar", "geen officiële publicatie", "geen opdracht"))

    def test_elke_letter_is_ten_minste_zeven_en_een_halve_punt(self):
        maten = re.findall(r"font-size: ([\d.]+)pt", (PROJECT.wortel / "productiemodel/productiemodel.css").read_text(encoding="utf-8"))
        assert min(map(float, maten)) >= 7.5

    @pytest.mark.parametrize("domein", TITELS)
    def test_elke_indicator_staat_op_de_bladzijde_van_zijn_domein(self, pdf, domein):
        tekst = list(paginateksten(pdf))[list(TITELS).index(domein)]
        kaal = re.sub(r"\s", "", tekst)
        for i in van(domein):
            assert re.sub(r"\s", "", i.naam) in kaal

    @pytest.mark.parametrize("domein", TITELS)
    def test_elk_getal_is_dat_van_het_model_afgerond_als_overal(self, pagina, u, domein):
        (blad,) = pagina.find_class(domein)
        rijen = {rij.get("data-tekst"): rij for rij in blad.iter("tr") if rij.get("data-tekst")}
        assert rijen.keys() == {i.id for i in van(domein)}
        for i in van(domein):
            getallen = list(rijen[i.id].iter("data"))
            verwacht = [(s, j) for s in u.scenarios for j in u.jaren]
            assert [data.get("data-sleutel") for data in getallen] == [f"{j}|{s}" for s, j in verwacht]
            assert {data.get("data-bron") for data in getallen} == {f"indicator:{i.id}"}
            assert [woorden(data) for data in getallen] == [opmaak(u.waarde(i.id, j, s), i.eenheid) for s, j in verwacht]

    @pytest.mark.parametrize("domein", TITELS)
    def test_de_indicatoren_zijn_gegroepeerd_per_partner_in_de_volgorde_van_het_register(self, pagina, domein):
        (blad,) = pagina.find_class(domein)
        groepen = {woorden(tbody[0]).split()[0]: [rij.get("data-tekst") for rij in tbody[1:]] for tbody in blad.iter("tbody")}
        assert list(groepen) == list(dict.fromkeys(i.organisatie for i in van(domein)))
        for partner, ids in groepen.items():
            assert ids == [i.id for i in van(domein) if i.organisatie == partner]

    def test_elke_rij_zegt_eenheid_en_soort(self, pagina):
        for rij in pagina.xpath("//tr[@data-tekst]"):
            i = indicator(rij.get("data-tekst"))
            assert [woorden(cel) for cel in rij[:3]] == [i.naam, i.eenheid, SOORTEN[i.soort]]

    def test_elke_cel_kent_haar_partner_indicator_scenario_en_jaar(self, pagina, u):
        koppen = {th.get("id"): woorden(th) for th in pagina.iter("th")}
        for rij in pagina.xpath("//tr[@data-tekst]"):
            i = indicator(rij.get("data-tekst"))
            cellen = rij.xpath("td[data]")
            for cel, (scenario, jaar) in zip(cellen, [(s, j) for s in u.scenarios for j in u.jaren], strict=True):
                partner, naam, *rest = (koppen[id] for id in cel.get("headers").split())
                assert partner.split()[0] == i.organisatie
                assert (naam, rest) == (i.naam, [scenario, str(jaar)])

    def test_in_de_pdf_ook(self, pdf, u):
        tags = list(tagboom(pdf))
        cellen = [tag for tag in tags if tag.soort == "TD"]
        getallen = [cel for cel in cellen if len(cel.koppen) == 4]
        assert len(cellen) == len(indicatoren("extern")) * (2 + len(u.scenarios) * len(u.jaren))
        assert len(getallen) == len(indicatoren("extern")) * len(u.scenarios) * len(u.jaren)

    def test_delen_springen_in_onder_hun_totaal(self, pagina):
        ingesprongen = {rij.get("data-tekst") for rij in pagina.xpath("//tr[@class='deel']")}
        assert {"dji.instroom_art59", "dji.instroom_grens", "coa.bezetting_procedure"} <= ingesprongen
        assert ingesprongen <= {deel for i in indicatoren("extern").values() for deel in i.delen}

    def test_zelfde_invoer_zelfde_bytes(self, bestanden, u):
        assert productiemodel(u, STATUS) == bestanden


class TestPastNiet:
    def fouten(self, u, wortel, regels):
        """The problems when the style sheet has `regels` as well."""
        with (wortel / "productiemodel/productiemodel.css").open("a", encoding="utf-8") as blad:
            blad.write(regels)
        with pytest.raises(Fout) as fout:
            productiemodel(u, STATUS, wortel)
        return fout.value.problemen

    def test_een_domein_dat_niet_past_stopt_de_uitgave_en_noemt_wat_eraf_valt(self, u, wortel):
        (gevonden,) = self.fouten(u, wortel, ".asiel tbody tr { line-height: 14pt; }")
        assert gevonden.code == "bladzijde-te-lang"
        assert "MPP Asiel" in gevonden.wat
        aantal, eerste = re.fullmatch(r"(\d+) indicatoren, vanaf (\S+)", gevonden.gegevens["rest"]).groups()
        assert int(aantal) > 10
        assert eerste in indicatoren("extern")

    def test_elk_domein_wordt_gemeld(self, u, wortel):
        gevonden = self.fouten(u, wortel, ".blad, .blad ~ .blad { height: 100mm; }")
        assert [p.gegevens["titel"] for p in gevonden] == list(TITELS.values())

    def test_een_bladzijde_te_veel_wordt_gemeld(self, u, wortel):
        (gevonden,) = self.fouten(u, wortel, 'main::after { content: "."; display: block; break-before: page; }')
        assert (gevonden.code, gevonden.gegevens["aantal"], gevonden.gegevens["verwacht"]) == ("paginas-aantal", 4, 3)

    def test_een_bestand_dat_er_niet_is_wordt_genoemd(self, u, wortel):
        (wortel / "productiemodel/scherm.css").unlink()
        with pytest.raises(Fout) as fout:
            productiemodel(u, STATUS, wortel)
        assert [p.code for p in fout.value.problemen] == ["bronbestand-ontbreekt"]


class TestWerkboek:
    def test_een_blad_per_domein_en_een_toelichting(self, werkboek):
        assert werkboek.sheetnames == [*TITELS.values(), TOELICHTING]

    @pytest.mark.parametrize(("domein", "titel"), TITELS.items())
    def test_elke_cel_is_de_waarde_zoals_zij_in_de_documenten_staat(self, werkboek, u, domein, titel):
        koppen, *rijen = werkboek[titel].iter_rows(min_row=KOPREGEL)
        assert [kop.value for kop in koppen] == [*WOORDEN, *(f"{s} {j}" for s in u.scenarios for j in u.jaren)]
        namen = {(i.organisatie, i.naam): i for i in van(domein)}
        assert len(rijen) == len(namen) == len(van(domein))
        for organisatie, naam, eenheid, soort, *getallen in rijen:
            i = namen[organisatie.value, naam.value]
            assert (eenheid.value, soort.value) == (i.eenheid, SOORTEN[i.soort])
            waarden = [float(rond(u.waarde(i.id, j, s), stap(i.eenheid))) for s in u.scenarios for j in u.jaren]
            assert [cel.value for cel in getallen] == waarden
            assert {cel.data_type for cel in getallen} == {"n"}
            assert {cel.number_format for cel in getallen} == {getalnotatie(i.eenheid)}

    def test_niets_is_intern_of_fijner_dan_het_wordt_getoond(self, bestanden):
        assert toets_openbaar(bestanden) == []

    def test_van_een_editie_die_niet_openbaar_is_zijn_het_de_waarden_van_het_model(self, u):
        editie = u.editie.model_copy(update={"classificatie": "voor intern gebruik"})
        intern = bereken(Parameterset(u.ps.bestand.model_copy(update={"editie": editie}), u.ps.boom, u.ps.pad))
        boek = load_workbook(io.BytesIO(productiemodel(intern, STATUS)["productiemodel.xlsx"]))
        rijen = {rij[1].value: rij for rij in boek["MPP Asiel"].iter_rows(min_row=KOPREGEL + 1)}
        for i in (i for i in indicatoren("intern").values() if i.domein == "asiel"):
            gevonden = [cel.value for cel in rijen[i.naam][len(WOORDEN) :]]
            assert gevonden == [intern.waarde(i.id, j, s) for s in u.scenarios for j in u.jaren]
        assert "onafgerond" in boek["MPP Asiel"]["A3"].value

    def test_de_notatie_toont_evenveel_decimalen_als_de_andere_documenten(self):
        for eenheid in {i.eenheid for i in indicatoren("extern").values()}:
            if eenheid == "aandeel":
                assert getalnotatie(eenheid) == "0%"
            else:
                decimalen = -min(0, rond(stap(eenheid), stap(eenheid)).normalize().as_tuple().exponent)
                assert len(getalnotatie(eenheid).partition(".")[2]) == decimalen, eenheid

    def test_elk_blad_noemt_editie_staat_en_dat_het_niet_officieel_is(self, werkboek, u):
        for ws in werkboek:
            assert ws["A1"].value == ws.title
            kop = f"{ws['A2'].value} {ws['A3'].value}"
            assert all(tekst in kop for tekst in (u.editie.titel, "CONCEPT · openbaar", "geen officiële publicatie"))
            assert u.editie.titel in ws.oddHeader.left.text
            assert "geen officiële publicatie" in ws.oddFooter.left.text

    def test_de_koppen_staan_in_een_rij_en_blijven_staan(self, werkboek):
        for ws in werkboek:
            assert list(ws.merged_cells.ranges) == []
            assert ws.freeze_panes.endswith(str(KOPREGEL + 1))
            (tabel,) = ws.tables.values()
            assert tabel.headerRowCount == 1
            assert tabel.ref == f"A{KOPREGEL}:{ws.cell(ws.max_row, ws.max_column).coordinate}"
            assert ws.print_title_rows == f"${KOPREGEL}:${KOPREGEL}"

    def test_de_toelichting_omschrijft_elk_scenario_en_elke_indicator(self, werkboek, u):
        koppen, *rijen = werkboek[TOELICHTING].iter_rows(min_row=KOPREGEL, values_only=True)
        gevonden = {rij[-1]: dict(zip(koppen, rij, strict=True)) for rij in rijen}
        assert gevonden.keys() == {*u.scenarios, *indicatoren("extern")}
        for i in indicatoren("extern").values():
            assert (gevonden[i.id]["Omschrijving"], gevonden[i.id]["Eenheid"]) == (i.definitie, i.eenheid)
        assert "een op drie" in gevonden["medio"]["Omschrijving"]

    def test_het_bestand_kent_geen_klok_en_geen_maker(self, bestanden, werkboek, u):
        dag = u.editie.vastgesteld
        with zipfile.ZipFile(io.BytesIO(bestanden["productiemodel.xlsx"])) as zip_:
            assert {info.date_time for info in zip_.infolist()} == {(dag.year, dag.month, dag.day, 0, 0, 0)}
        over = werkboek.properties
        assert over.created == over.modified == datetime.datetime.combine(dag, datetime.time())
        assert (over.creator, over.lastModifiedBy, over.language) == ("mpp", None, "nl")
