"""A text of communications that a number contradicts is told with its name, its key and its line; a true one is not."""

import re
import shutil

import pytest

from mpp.documenten.teksten import Teksten
from mpp.getal.plaatshouders import lees_getallen
from mpp.glossarium import lees_glossarium
from mpp.problemen import Probleem
from tests.editie import PROJECT, uitkomsten

GETALLEN = """\
instroom: {indicator: instroom.totaal, jaar: 1}
instroom_ongeveer: {ongeveer: instroom, op: 1000}
instroom_minimum: {indicator: instroom.totaal, jaar: 1, scenario: minimum}
instroom_maximum: {indicator: instroom.totaal, jaar: 1, scenario: maximum}
instroom_vorig: {realisatie: instroom.totaal, jaar: 0}
vorig_ongeveer: {ongeveer: instroom_vorig, op: 1000}
zonder: {zonder: instroom.totaal, jaar: 0}
instroom_laatste: {indicator: instroom.totaal, jaar: -1}
nareis: {indicator: instroom.nareis, jaar: 1}
opvang: {indicator: coa.bezetting, jaar: 1}
opvang_vorig: {realisatie: coa.bezetting, jaar: 0}
plekken: {indicator: coa.capaciteit, jaar: 1}
open: {indicator: ind.asiel.voorraad, jaar: 1}
gehuisvest: {indicator: gemeenten.gehuisvest, jaar: 1}
pupillen: {indicator: nidos.pupillen, jaar: 1}
beroepen: {indicator: rvdr.beroepen_instroom, jaar: 1}
dossiers: {indicator: dtv.instroom, jaar: 1}
"""


@pytest.fixture
def problemen(tmp_path):
    """What is wrong with these texts, all of them shown."""

    def maak(teksten: str, getallen: str = GETALLEN) -> list[Probleem]:
        map_ = tmp_path / "document"
        map_.mkdir()
        (map_ / "teksten.yml").write_text(teksten, encoding="utf-8")
        (map_ / "getallen.yml").write_text(getallen, encoding="utf-8")
        glossarium = lees_glossarium(PROJECT.wortel / "glossary.yml")
        alle = Teksten(map_ / "teksten.yml", lees_getallen(map_ / "getallen.yml", uitkomsten()), glossarium, uitkomsten().ps)
        for naam in alle.regels:
            alle(naam)
        return list(alle.problemen())

    return maak


@pytest.mark.parametrize("map_", ["infographic", "kamerbrief", "prognose"])
def test_een_jaar_naast_dat_van_de_zin_in_de_lijst_met_getallen(map_, tmp_path):
    shutil.copytree(PROJECT.wortel / map_, tmp_path / map_)
    lijst = tmp_path / map_ / "getallen.yml"
    tekst = re.sub(r"(\{indicator: instroom\.\w+, jaar: )1", r"\g<1>2", lijst.read_text(encoding="utf-8"))
    lijst.write_text(tekst, encoding="utf-8")
    glossarium = lees_glossarium(PROJECT.wortel / "glossary.yml")
    teksten = Teksten(tmp_path / map_ / "teksten.yml", lees_getallen(lijst, uitkomsten()), glossarium, uitkomsten().ps)
    for naam in teksten.regels:
        teksten(naam)
    fouten = [p for p in teksten.problemen() if p.code == "tekst-tegenspraak"]
    bron = (tmp_path / map_ / "teksten.yml").read_text(encoding="utf-8").splitlines()
    assert fouten
    for fout in fouten:
        assert fout.bestand == f"{map_}/teksten.yml"
        assert f"{{{{ {fout.gegevens['naam']} }}}}" in bron[fout.regel - 1]
        assert "2023" in str(fout.gegevens["zegt"])
        assert "2024" in str(fout.gegevens["is_"])


def test_het_bericht_noemt_tekst_getal_en_wat_de_tekst_zegt(problemen):
    (fout,) = problemen("kern:\n  - >-\n    Naar verwachting komen er\n    in {{ jaar_2 }} {{ instroom_ongeveer }} mensen voor asiel.\n")
    assert (fout.code, fout.regel) == ("tekst-tegenspraak", 4)
    assert fout.wat == "In de tekst kern.0 staat instroom_ongeveer (67.000) bij ‘2024’, maar dat getal is van: 2023."


def test_wat_een_realisatie_weglaat_staat_in_dezelfde_tekst(problemen):
    zonder, met = "Er kwamen in {{ jaar_0 }}\n    {{ vorig_ongeveer }} mensen.", "Er kwamen {{ instroom_vorig }} mensen{{ zonder }}."
    (fout,) = problemen(f"kern:\n  - >-\n    {zonder}\n  - {met}\n")
    assert (fout.code, fout.regel) == ("tekst-voorbehoud", 4)
    assert fout.wat == "In de tekst kern.0 staat vorig_ongeveer (bijna 48.000), en niet dat dit zonder hervestiging en relocatie is."


def test_van_een_los_getal_mag_het_in_de_tekst_ernaast_staan(problemen):
    """The number of a card, and what it says of it."""
    kaart = "kern:\n  - naam: Vorig jaar\n    getal: '{{ instroom_vorig }}'\n    uitleg: in {{ jaar_0 }}%s.\n"
    assert [p.code for p in problemen(kaart % "{{ zonder }}")] == []


def test_van_een_los_getal_moet_het_er_wel_staan(problemen):
    (fout,) = problemen("kern:\n  - naam: Vorig jaar\n    getal: '{{ instroom_vorig }}'\n    uitleg: in {{ jaar_0 }}.\n")
    assert (fout.code, fout.regel) == ("tekst-voorbehoud", 3)


def test_een_claim_die_getypt_is_wordt_geweigerd_met_de_tekst_en_het_woord(problemen):
    (fout,) = problemen("kern:\n  - De opvang groeit naar {{ opvang }} mensen eind {{ jaar_1 }}.\n")
    assert (fout.code, fout.regel) == ("tekst-claim-getypt", 2)
    assert fout.wat == "In de tekst kern.0 staat ‘groeit’ getypt."
    assert "stijgt_daalt" in fout.remedie


WAAR = [
    "In {{ jaar_1 }} verwachten we {{ instroom }} mensen voor asiel. Dat kan ook lager uitkomen.",
    "De asielinstroom ligt in {{ jaar_1 }} tussen {{ instroom_minimum }} (minimum) en {{ instroom_maximum }} (maximum).",
    "In het minimum is de asielinstroom {{ instroom_minimum }}, in medio {{ instroom }} en in het maximum {{ instroom_maximum }}.",
    "In {{ jaar_0 }} kwamen {{ instroom_vorig }} mensen voor asiel{{ zonder }}; in {{ jaar_1 }} verwachten we {{ instroom }}.",
    "Van {{ instroom }} mensen die in {{ jaar_1 }} voor asiel komen, naar {{ instroom_laatste }} in {{ jaar_5 }}.",
    "Eind {{ jaar_1 }} wonen er naar verwachting {{ opvang }} mensen bij het COA, en eind {{ jaar_0 }} waren dat er {{ opvang_vorig }}.",
    "Op 31 december {{ jaar_1 }} heeft het COA {{ plekken }} plekken nodig voor {{ opvang }} bewoners.",
    "De IND heeft aan het eind van {{ jaar_1 }} nog {{ open }} aanvragen die openstaan.",
    "Gemeenten huisvesten {{ gehuisvest }} statushouders in {{ jaar_1 }}.",
    "In {{ jaar_1 }} vinden {{ gehuisvest }} mensen een woning.",
    "Nidos is eind {{ jaar_1 }} voogd van {{ pupillen }} jongeren.",
    "De rechtbanken krijgen in {{ jaar_1 }} {{ beroepen }} beroepen binnen.",
    "Bij de DT&V komen {{ dossiers }} dossiers binnen in {{ jaar_1 }}.",
    "In {{ jaar_1 }} komen {{ nareis }} gezinsleden van mensen met een vergunning naar Nederland.",
    "De opvang gaat van {{ opvang_vorig }} mensen eind {{ jaar_0 }} naar {{ opvang }} mensen eind {{ jaar_1 }}.",
]


@pytest.mark.parametrize("tekst", [tekst.replace("31 december", "de laatste dag van") for tekst in WAAR])
def test_een_tekst_die_klopt_mag_zo_worden_geschreven(problemen, tekst):
    assert [str(p) for p in problemen(f'kern:\n  - "{tekst}"\n')] == []


ONWAAR = [
    ("In {{ jaar_1 }} verwachten we {{ open }} mensen voor asiel.", "open"),
    ("De asielinstroom ligt in {{ jaar_1 }} tussen {{ instroom_maximum }} (minimum) en {{ instroom }} (maximum).", "instroom_maximum"),
    ("In {{ jaar_0 }} kwamen {{ instroom }} mensen voor asiel.", "instroom"),
    ("Eind {{ jaar_1 }} wonen er {{ open }} mensen bij het COA.", "open"),
    ("Eind {{ jaar_1 }} wonen er {{ opvang_vorig }} mensen bij het COA.", "opvang_vorig"),
    ("Het COA heeft eind {{ jaar_1 }} {{ opvang }} plekken nodig.", "opvang"),
    ("Gemeenten huisvesten {{ plekken }} statushouders in {{ jaar_1 }}.", "plekken"),
    ("Nidos is eind {{ jaar_1 }} voogd van {{ dossiers }} jongeren.", "dossiers"),
    ("De asielinstroom is in {{ jaar_1 }} {{ instroom_maximum }} mensen.", "instroom_maximum"),
    ("In {{ jaar_1 }} komen {{ instroom }} gezinsleden naar Nederland.", "instroom"),
]


@pytest.mark.parametrize(("tekst", "naam"), ONWAAR)
def test_een_tekst_die_niet_klopt(problemen, tekst, naam):
    gevonden = problemen(f'kern:\n  - "{tekst}"\n')
    assert (naam, "tekst-tegenspraak") in {(p.gegevens["naam"], p.code) for p in gevonden}
