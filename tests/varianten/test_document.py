"""The document of a variant: what it assumes, what that does to every partner, and on every page that it is no MPP."""

import datetime
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from mpp.controle.keuring import keur
from mpp.documenten.document import DOCUMENTEN, kies, varianten
from mpp.documenten.kamerbrief import kamerbrief
from mpp.documenten.variant import bladzijden, variant
from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.render.omslag import omslag
from mpp.ronde.journaal import HERZIEN, Journaal, lees_journaal, volgende
from mpp.uitgave.samenstellen import stel_samen
from mpp.uitkomsten import indicator, indicatoren
from mpp.varianten import lees_variant, reken
from mpp.weergave.opmaak import opmaak
from tests.editie import PROJECT
from tests.varianten.conftest import STATUS
from tests.varianten.test_varianten import VARIANTEN


def pagina(bestanden, naam):
    return html.fromstring(bestanden[f"beleidscontrole-{naam}.html"].decode())


def woorden(element) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("naam", VARIANTEN)
def test_elke_pagina_is_gemerkt_als_beleidscontrole_met_editie_en_staat(bestanden, u, naam):
    paginas = PdfReader(io.BytesIO(bestanden[f"beleidscontrole-{naam}.pdf"])).pages
    assert 2 <= len(paginas) <= 3
    for blad in paginas:
        tekst = " ".join(blad.extract_text().split())
        assert "BELEIDSCONTROLE" in tekst
        assert u.editie.titel in tekst
        assert "openbaar" in tekst
        assert "geen officiële publicatie" in tekst
    assert "BELEIDSCONTROLE" in woorden(pagina(bestanden, naam).find(".//header"))


def test_een_variant_die_na_de_vaststelling_is_herzien_zegt_dat_onder_haar_titel(u, monkeypatch):
    gemaakt = lees_journaal(u.ps)
    gegevens = {"datum": "2023-05-03", "stap": HERZIEN, "door": "APM", "waarom": "De plekken waren mensen."}
    herzien = Journaal((*gemaakt.regels, volgende(gemaakt, u.ps, **gegevens, varianten=("varianten/nareis.yml",))))
    monkeypatch.setattr("mpp.getal.correcties.lees_journaal", lambda ps: herzien)
    titels = {naam: html.fromstring(bladzijden(naam, u, STATUS).goed().web).find(".//h1") for naam in ("nareis", "baa")}
    assert woorden(titels["nareis"].getnext()) == "Herzien op 3 mei 2023: De plekken waren mensen."
    assert "Herzien" not in woorden(titels["baa"].getparent())
    dagen = {naam: bladzijden(naam, u, STATUS).meta.datum for naam in ("nareis", "baa")}
    assert dagen == {"nareis": datetime.date(2023, 5, 3), "baa": u.editie.vastgesteld}


@pytest.mark.parametrize("naam", VARIANTEN)
def test_elke_partner_staat_er_met_medio_variant_en_verschil_per_jaar(bestanden, u, naam):
    uitkomsten = reken(lees_variant(naam, PROJECT.wortel), u)
    van = uitkomsten.get("variant") or uitkomsten["0.7"]
    op_naam = {f"{i.naam} ({i.eenheid})": i for i in indicatoren("extern").values()}
    partners = set()
    for rij in pagina(bestanden, naam).xpath("//table[contains(@class, 'partners')]//tr[@class='medio']"):
        i = op_naam[woorden(rij.find_class("indicator")[0])]
        partners |= {woorden(th) for th in rij.find_class("partner")}
        getallen = [[woorden(td) for td in r.iter("td")] for r in (rij, rij.getnext(), rij.getnext().getnext())]
        medio, anders = ([opmaak(x.waarde(i.id, jaar), i.eenheid) for jaar in u.jaren] for x in (u, van))
        verschil = [opmaak(van.waarde(i.id, jaar) - u.waarde(i.id, jaar), i.eenheid) for jaar in u.jaren]
        assert getallen == [medio, anders, [f"+{v}" if v[0] not in "0−" else v for v in verschil]]
        herkomst = [[d.get("data-bron") for d in r.iter("data")] for r in (rij, rij.getnext())]
        assert set(herkomst[0]) == {f"indicator:{i.id}"}
        assert all(bron.startswith(f"variant:{naam}") and bron.endswith(f":indicator:{i.id}") for bron in herkomst[1])
    assert partners == {i.organisatie for i in indicatoren("extern").values() if i.domein != "regulier"}


@pytest.mark.parametrize("naam", VARIANTEN)
def test_elke_gewijzigde_parameter_staat_er_oud_en_nieuw_met_zijn_herkomst(bestanden, u, naam):
    gekozen = lees_variant(naam, PROJECT.wortel)
    (tabel,) = pagina(bestanden, naam).find_class("aannames")
    rijen = {woorden(rij[0]): rij for rij in tabel.find("tbody")}
    for id in gekozen.gewijzigd:
        oud = u.ps[id]
        rij = rijen[f"{oud.label} ({oud.eenheid})"]
        assert {d.get("data-bron") for d in rij[2].iter("data")} == {f"parameter:{id}"}
        assert all(d.get("data-bron").startswith(f"variant:{naam}") for d in rij[3].iter("data"))
        assert re.match(r"(Aanname|Bron): \w", woorden(rij[4]))
    assert len(rijen) == len(gekozen.gewijzigd)


@pytest.mark.parametrize("naam", VARIANTEN)
def test_er_staat_bij_dat_een_verschil_door_afronding_kan_afwijken_als_dat_zo_is(bestanden, naam):
    def getal(td):
        return int(woorden(td).replace(".", "").replace("−", "-"))

    sluit = True
    for rij in pagina(bestanden, naam).xpath("//table[contains(@class, 'partners')]//tr[@class='medio']"):
        drie = ([getal(td) for td in r.iter("td")] for r in (rij, rij.getnext(), rij.getnext().getnext()))
        sluit &= all(medio + verschil == variant for medio, variant, verschil in zip(*drie, strict=True))
    noot = [woorden(p) for p in pagina(bestanden, naam).find_class("voetregel")]
    assert any("afronding" in n for n in noot) == (not sluit)


def gewijzigd(u, wortel, wijzigingen):
    """The rows of the table of changes (period, MPP, variant) of a variant that makes these."""
    pad = wortel / "varianten" / "nareis.yml"
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace("wijzigingen:\n", "wijzigingen:\n" + wijzigingen, 1), encoding="utf-8")
    (tabel,) = html.fromstring(variant("nareis", u, STATUS, wortel)["beleidscontrole-nareis.html"].decode()).find_class("aannames")
    eerste = tabel.find("tbody")[0]
    return list(
        zip(*([" ".join(regel.split()) for regel in cel.xpath(".//text()[normalize-space()]")] for cel in eerste[1:4]), strict=True)
    )


def test_van_een_wijziging_staan_alle_decimalen_er_en_alleen_de_jaren_die_veranderen(u, wortel):
    wijziging = "  - {parameter: coa.bezettingspercentage, aanname: Proef., waarden: {2024: 0.955, 2025: 0.955, 2027: 0.955}}\n"
    assert gewijzigd(u, wortel, wijziging) == [("2024–2025", "96%", "95,5%"), ("2027", "96%", "95,5%")]


def test_wat_in_de_mpp_nog_niet_is_vastgesteld_staat_er_als_geen(u, wortel):
    wijziging = "  - {parameter: gemeenten.taakstelling_vastgesteld, aanname: Proef met 20.000., waarden: {2024-1: 20000}}\n"
    assert gewijzigd(u, wortel, wijziging) == [("2024-1", "geen", "20.000")]


def test_de_taakstelling_heeft_een_tabel_per_indicator_met_een_rij_per_deel(bestanden, u):
    uitkomsten = reken(lees_variant("taakstelling", PROJECT.wortel), u)
    tabellen = pagina(bestanden, "taakstelling").xpath("//section[@class='reeks']//table")
    assert [woorden(t.find("caption")) for t in tabellen] == [
        f"{indicator(id).naam} ({indicator(id).eenheid})"
        for id in ("coa.bezetting", "coa.bezetting_vergunninghouders", "gemeenten.gehuisvest")
    ]
    for rij, van in zip(tabellen[0].find("tbody"), uitkomsten.values(), strict=True):
        assert [woorden(td) for td in rij.iter("td")][:5] == [opmaak(van.waarde("coa.bezetting", j), "personen") for j in u.jaren]
    assert [woorden(rij[0]) for rij in tabellen[0].find("tbody")] == ["100%", "90%", "80%", "70%", "50%"]


def test_zonder_naam_worden_alleen_de_documenten_van_de_mpp_gemaakt():
    assert [d.naam for d in kies(PROJECT.wortel)] == list(DOCUMENTEN)
    assert not any(d.beleidscontrole for d in kies(PROJECT.wortel))


def test_een_variant_gaat_bij_haar_naam_en_alle_samen_bij_varianten():
    assert [d.naam for d in kies(PROJECT.wortel, ["nareis"])] == ["nareis"]
    assert [d.naam for d in kies(PROJECT.wortel, ["varianten"])] == list(VARIANTEN)
    assert [d.naam for d in kies(PROJECT.wortel, ["kamerbrief", "baa"])] == ["kamerbrief", "baa"]
    assert all(d.beleidscontrole for d in varianten(PROJECT.wortel).values())


def test_een_onbekend_document_wordt_ook_met_varianten_vergeleken():
    with pytest.raises(Fout) as fout:
        kies(PROJECT.wortel, ["narijs"])
    assert "nareis" in str(fout.value)


def test_een_document_van_de_mpp_is_gelijk_met_en_zonder_de_map_varianten(tmp_path):
    for map_ in ("kamerbrief", "varianten"):
        shutil.copytree(PROJECT.wortel / map_, tmp_path / map_)
    for bestand in ("feiten.yml", "risicos.yml", "glossary.yml", "_quarto.yml"):
        shutil.copy(PROJECT.wortel / bestand, tmp_path)
    u = Projectmap(tmp_path, PROJECT.parameters).bereken()
    met = stel_samen(kies(tmp_path, ["kamerbrief"]), u, STATUS)
    assert varianten(tmp_path)
    shutil.rmtree(tmp_path / "varianten")
    assert not varianten(tmp_path)
    assert stel_samen(kies(tmp_path, ["kamerbrief"]), u, STATUS) == met


def test_een_getal_van_een_variant_komt_niet_door_de_keuring_van_een_document_van_de_mpp(u):
    blad = omslag(u, STATUS)
    goed = {pad: inhoud for pad, inhoud in kamerbrief(u, STATUS).items() if pad.endswith(".html")}
    assert keur(goed, blad) == []
    besmet = {pad: inhoud.replace(b'data-bron="indicator:', b'data-bron="variant:baa:indicator:', 1) for pad, inhoud in goed.items()}
    (fout,) = keur(besmet, blad)
    assert fout.code == "controle-variant-in-mpp"
    assert fout.gegevens["variant"] == "baa"


def test_een_getal_dat_het_register_niet_naar_buiten_laat_komt_niet_door_de_keuring(u):
    blad = omslag(u, STATUS)
    goed = {pad: inhoud for pad, inhoud in kamerbrief(u, STATUS).items() if pad.endswith(".html")}
    intern = {
        pad: inhoud.replace(b"indicator:coa.bezetting", b"indicator:ind.spoor4.verschoven_capaciteit", 1) for pad, inhoud in goed.items()
    }
    assert [p.code for p in keur(intern, blad)] == ["controle-niveau"]
    assert keur(intern, blad, "intern") == []


def test_ook_een_som_met_een_getal_van_een_variant_komt_er_niet_door(u):
    blad = omslag(u, STATUS)
    getal = b'<data class="getal" value="1" data-bron="indicator:a[2024|medio] - variant:taakstelling=0.5:indicator:a[2024|medio]">1</data>'
    besmet = {pad: b.replace(b"</h1>", b"</h1><p>" + getal + b"</p>", 1) for pad, b in kamerbrief(u, STATUS).items() if ".html" in pad}
    assert [(p.code, p.gegevens["variant"]) for p in keur(besmet, blad)] == [("controle-variant-in-mpp", "taakstelling=0.5")]


def test_een_document_van_een_variant_zonder_merk_op_elke_pagina_komt_niet_door_de_keuring(u, monkeypatch):
    monkeypatch.setattr("mpp.render.omslag.BELEIDSCONTROLE", "variant")
    problemen = keur(variant("nareis", u, STATUS), omslag(u, STATUS, beleidscontrole=True))
    assert {p.code for p in problemen} == {"controle-pdf-paginaregel", "controle-html-staat"}
    assert sorted(p.gegevens["pagina"] for p in problemen if "pagina" in p.gegevens) == [1, 2, 3]


def test_fouten_in_de_teksten_komen_samen_met_hun_regel(u, wortel):
    pad = wortel / "varianten" / "nareis.yml"
    tekst = pad.read_text(encoding="utf-8")
    for oud, nieuw in (("{{ duur_mpp }}", "vier (4)"), ("van: mpp", "van: mmp"), ("  figuur: Medio", "  figur: Medio")):
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    pad.write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        variant("nareis", u, STATUS, wortel)
    assert {(p.code, p.bestand) for p in fout.value.problemen} == {("getallen-onjuist", "varianten/nareis.yml")}
    pad.write_text(tekst.replace("van: mmp", "van: mpp"), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        variant("nareis", u, STATUS, wortel)
    assert {p.code for p in fout.value.problemen} == {"tekst-cijfer-getypt", "tekst-ontbreekt", "tekst-ongebruikt"}
    assert all(p.bestand == "varianten/nareis.yml" for p in fout.value.problemen)


def test_een_onbekende_indicator_in_de_gedeelde_lijst_staat_op_haar_regel(u, wortel):
    pad = wortel / "varianten" / "document" / "teksten.yml"
    tekst = pad.read_text(encoding="utf-8").replace("  - coa.bezetting\n", "  - coa.bezeting\n")
    pad.write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        variant("nareis", u, STATUS, wortel)
    regel = tekst.splitlines().index("  - coa.bezeting") + 1
    assert [(p.code, p.bestand, p.regel) for p in fout.value.problemen] == [("indicator-onbekend", "document/teksten.yml", regel)]


def test_zonder_de_gedeelde_opmaak_is_er_geen_document(u, wortel):
    (wortel / "varianten" / "document" / "variant.css").unlink()
    with pytest.raises(Fout) as fout:
        variant("nareis", u, STATUS, wortel)
    assert [(p.code, p.gegevens["pad"]) for p in fout.value.problemen] == [("bronbestand-ontbreekt", "varianten/document/variant.css")]


def test_op_een_andere_machine_komen_dezelfde_bytes(bestanden, tmp_path):
    code = (
        "import sys; from pathlib import Path; from mpp.documenten.variant import variant\n"
        "from tests.editie import uitkomsten; from tests.varianten.conftest import STATUS\n"
        "for pad, inhoud in variant('nareis', uitkomsten(), STATUS).items(): Path(sys.argv[1], pad).write_bytes(inhoud)"
    )
    omgeving = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONPATH": str(PROJECT.wortel)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, env=omgeving, cwd=PROJECT.wortel)
    for pad in Path(tmp_path).iterdir():
        assert pad.read_bytes() == bestanden[pad.name]
